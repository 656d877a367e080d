// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// QProcess starts a child in its parent's memory (vfork(2)), on a few kilobytes of its parent's
// stack: whoever calls deep before exec writes over what the parent has below. The first call of a
// library's function alone, which looks the function up, may be too deep. For EnvironmentProcess.

#include <functional>

namespace coldstart::live {

/// In the parent, before the child is started in this thread: makes room.
void prepareChildStack();

/// In the child: does the work on that room.
void onChildStack(const std::function<void()>& work);

}  // namespace coldstart::live
