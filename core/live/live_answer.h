// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the caller of a live request gets. (API: Invoke) Made by LiveHost.

#include <string>

#include "core/journal/journal.h"

namespace coldstart::live {

struct LiveAnswer {
  int status = 200;
  std::string functionError;  ///< "Unhandled" or "".
  std::string payload;
  journal::AttemptIndex attempt = journal::kNone;
};

}  // namespace coldstart::live
