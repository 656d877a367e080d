// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"

namespace coldstart {

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string text;
  text.reserve(pattern.size() + 32);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9') {
      const auto index = static_cast<std::size_t>(pattern[i + 1] - '1');
      if (index < arguments.size()) {
        text += arguments[index];
        ++i;
        continue;
      }
    }
    text += c;
  }
  return text;
}

std::string Sentence::english() const {
  return fill(pattern, arguments);
}

}  // namespace coldstart
