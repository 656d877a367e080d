// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A sentence for the user that core composes and the window translates. Core keeps the English
// pattern and its arguments apart; the application looks the pattern up in its catalogue (context =
// the first argument of SAY) and fills in %1 … %9. AWS's own texts are not sentences: they stay as
// AWS writes them and travel as arguments.

#include <string>
#include <string_view>
#include <vector>

// Marks an English pattern for translation (lupdate is told to read this name) and yields the
// pattern.
#define SAY(context, english) english

namespace coldstart {

struct Sentence {
  const char* context = "core";  ///< Translation context given to SAY; a string literal.
  const char* pattern = "";      ///< English with %1 … %9; a string literal.
  std::vector<std::string> arguments;

  /// The sentence in English, arguments filled in.
  [[nodiscard]] std::string english() const;
  [[nodiscard]] bool empty() const { return *pattern == '\0'; }
  bool operator==(const Sentence& other) const { return english() == other.english(); }
};

/// Replaces %1 … %9 in `pattern`; a number without an argument stays as it is.
std::string fill(std::string_view pattern, const std::vector<std::string>& arguments);

}  // namespace coldstart
