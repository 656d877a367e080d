// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asked where a rule is applied: always true in a release, where it costs nothing. In a debug build
// the environment variable COLDSTART_BREAK=X switches rule X off, so that a test can prove that the
// rule's own test notices. For core's sources only; the table of rules is in rule.h.

#include "core/base/rule.h"

namespace coldstart {

#ifdef COLDSTART_BREAKABLE
bool holds(Rule rule);
#else
constexpr bool holds(Rule) {
  return true;
}
#endif

}  // namespace coldstart
