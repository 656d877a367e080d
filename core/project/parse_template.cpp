// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <string>

#include "core/project/template.h"
#include "core/project/tree_builder.h"

namespace coldstart::project {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlank = " \t\r\n";

/// The number of bytes of the UTF-8 sequence that starts `text`; 0 when it is not one.
std::size_t sequenceLength(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF5   ? 0
                             : first >= 0xF0 ? 4
                             : first >= 0xE0 ? 3
                             : first >= 0xC2 ? 2
                                             : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  const unsigned char second = byte(1);
  if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0)) return 0;
  if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second >= 0x90)) return 0;
  return length;
}

/// What no text file may hold: an embedded NUL or control character, bytes that are not UTF-8.
std::optional<Error> checkCharacters(std::string_view text, const std::string& fileName) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool control = byte < 0x20 && kBlank.find(text[i]) == std::string_view::npos;
    if (control) {
      return Error{"",
                   {"template",
                    SAY("template",
                        "A control character (byte %1) stands here, so this is not a text file. "
                        "Save it as UTF-8 text."),
                    {std::to_string(byte)}},
                   describe(fileName, text, placeOf(text, i))};
    }
    const std::size_t length = sequenceLength(text.substr(i));
    if (length == 0) {
      return Error{"",
                   {"template",
                    SAY("template",
                        "Byte %1 is not UTF-8 text here. Save the file with the UTF-8 encoding."),
                    {std::to_string(byte)}},
                   describe(fileName, text, placeOf(text, i))};
    }
    i += length;
  }
  return std::nullopt;
}

}  // namespace

Result<Node> parseJson(std::string_view text, const std::string& fileName) {
  if (text.size() > kMaximumTextBytes) {
    return Error{
        "",
        {"template",
         SAY("template",
             "The file is %1 MB long; at most %2 MB are read. Check that it is the right "
             "file, or move what is large into files of its own."),
         {std::to_string(text.size() / 1'000'000), std::to_string(kMaximumTextBytes / 1'000'000)}},
        fileName};
  }
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  if (auto error = checkCharacters(text, fileName)) return *error;
  return readJson(text, fileName);
}

Result<Node> parseTemplate(std::string_view text, const std::string& fileName) {
  if (text.size() > kMaximumTextBytes) return parseJson(text, fileName);
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  const std::size_t first = text.find_first_not_of(kBlank);
  const bool isJson = first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
  if (const auto error = checkCharacters(text, fileName)) return *error;
  auto tree = isJson ? readJson(text, fileName) : readYaml(text, fileName);
  if (!tree || tree->is_object()) return tree;
  if (tree->is_null()) {
    return Error{"",
                 {"template",
                  SAY("template",
                      "The template is empty. A template needs at least a Resources section; "
                      "\"New project\" writes one."),
                  {}},
                 fileName + ":1:1"};
  }
  return Error{"",
               {"template",
                SAY("template",
                    "A template is an object with sections such as Resources, but this file holds "
                    "something else. Check that it is the template."),
                {}},
               fileName + ":1:1"};
}

}  // namespace coldstart::project
