// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A recording's text, handed in piece by piece, as records. Nothing is kept but the line that is
// not complete yet, so the file may be larger than the memory; only one JSON document has to be
// gathered whole.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/traces/record.h"

namespace coldstart::traces {

class RecordReader {
 public:
  /// Called with every record; an error ends the reading.
  using Take = std::function<std::optional<Error>(const Record&)>;
  /// `format` is the name of one, or "" to find out.
  RecordReader(std::string fileName, std::string format, Take take);
  ~RecordReader();
  RecordReader(RecordReader&&) noexcept;

  /// False: something is wrong, more need not be read.
  bool feed(std::string_view piece);
  /// What is wrong, if anything, after the last piece.
  std::optional<Error> finish();
  [[nodiscard]] Format format() const { return m_format; }

 private:
  bool begin();
  bool lines(std::string_view& text);
  bool line(std::string_view text);
  bool document();
  bool fail(Sentence text, std::size_t column = 0);

  std::string m_name;
  std::string m_wanted;
  Take m_take;
  Format m_format = Format::Times;
  std::unique_ptr<LineParser> m_parser;
  std::string m_rest;  ///< The beginning until the format is known, then an incomplete line.
  bool m_document = false;
  std::size_t m_line = 0;
  std::optional<Error> m_error;
};

}  // namespace coldstart::traces
