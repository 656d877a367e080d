// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The second argument of every handler, as the Python and Node runtimes make it: names for the
// completion and the words of its call tips. (python-context, nodejs-context)

#include <QString>
#include <span>

#include "app/editor/language.h"

namespace coldstart::editor {

struct ContextMember {
  const char* parent;  ///< "" for the context itself, "identity", "client_context.client" …
  const char* name;
  const char* type;     ///< "str", "number", "method" …; "object" has members of its own.
  const char* meaning;  ///< English; translate with meaningOf().
};

/// Members in the order of AWS's page; empty for languages without a table.
std::span<const ContextMember> contextMembers(Language language);
QString meaningOf(const ContextMember& member);
[[nodiscard]] bool isMethod(const ContextMember& member);

}  // namespace coldstart::editor
