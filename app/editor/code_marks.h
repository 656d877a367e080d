// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The margins of a CodeView and the marks that stand in them. Only code_view*.cpp include it.

namespace coldstart::editor {

enum Margin { kNumbers, kMarks, kFolds };
enum Mark { kProblemMark, kBreakpointMark, kConditionMark, kHeldMark };
constexpr int kHeldIndicator = 12;  ///< After those of code_view.cpp.

}  // namespace coldstart::editor
