// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Places in code that a text names: the frames of a Python, Node.js or Ruby stack trace, as they
// stand in a log line or in the error that a caller gets. Whether such a file belongs to the
// project is for the caller to find out.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace coldstart::observe {

struct CodePlace {
  std::string file;  ///< As the runtime saw it: "/var/task/lambda_function.py".
  int line = 0;      ///< Counts from 1.
  std::size_t at = 0;
  std::size_t length = 0;  ///< Of the bytes that name it.
  /// The frame that failed stands last (Python), else first.
  bool innermostLast = false;
  bool operator==(const CodePlace&) const = default;
};

/// In the order in which they stand in the text.
std::vector<CodePlace> codePlaces(std::string_view text);

}  // namespace coldstart::observe
