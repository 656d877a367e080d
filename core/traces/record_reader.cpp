// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traces/record_reader.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/traces/parsers.h"
#include "core/traces/text.h"

namespace coldstart::traces {
namespace {

constexpr std::size_t kBeginning = 64 * 1'024;
constexpr std::size_t kLongestLine = 4 * 1'024 * 1'024;
constexpr std::size_t kLargestDocument = 256 * 1'024 * 1'024;

/// The log events of a JSON document as `aws logs filter-log-events` prints it; no tree is built.
struct LogEvents final : nlohmann::json_sax<nlohmann::json> {
  std::function<bool(const std::string& message, std::optional<std::int64_t> timeUs)> take;
  std::string lastKey;
  std::string message;
  std::optional<std::int64_t> timeUs;
  bool hasMessage = false;
  std::size_t wrongAt = 0;

  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t value) override { return time(value); }
  bool number_unsigned(number_unsigned_t value) override {
    return time(static_cast<std::int64_t>(std::min<number_unsigned_t>(value, 1ULL << 53U)));
  }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
  bool string(string_t& value) override {
    if (lastKey != "message") return true;
    message = std::move(value);
    return hasMessage = true;
  }
  bool binary(binary_t& /*value*/) override { return true; }
  bool start_object(std::size_t /*elements*/) override {
    hasMessage = false;
    timeUs.reset();
    return true;
  }
  bool key(string_t& value) override {
    lastKey = value;
    return true;
  }
  bool end_object() override {
    const bool go = !hasMessage || take(message, timeUs);
    hasMessage = false;
    return go;
  }
  bool start_array(std::size_t /*elements*/) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& /*why*/) override {
    wrongAt = position - std::min<std::size_t>(position, 1);  // Of the last character read.
    return false;
  }

 private:
  bool time(std::int64_t value) {
    if (lastKey == "timestamp") timeUs = value * 1'000;
    return true;
  }
};

/// One JSON value over several lines, or one that holds a list of events.
bool isDocument(std::string_view text) {
  const std::string_view first = trimmed(text.substr(0, text.find('\n')));
  if (!first.starts_with('{') && !first.starts_with('[')) return false;
  return first.size() < 2 || first.find("\"events\"") != std::string_view::npos ||
         first.back() == '{' || first.back() == '[';
}

}  // namespace

RecordReader::RecordReader(std::string fileName, std::string format, Take take)
    : m_name(std::move(fileName)), m_wanted(std::move(format)), m_take(std::move(take)) {}
RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader&&) noexcept = default;

bool RecordReader::fail(Sentence text, std::size_t column) {
  std::string where = m_name;
  if (column > 0) where += ":" + std::to_string(m_line) + ":" + std::to_string(column);
  if (!m_error) m_error = Error{"", std::move(text), std::move(where)};
  return false;
}

bool RecordReader::begin() {
  if (m_rest.starts_with("\xEF\xBB\xBF")) m_rest.erase(0, 3);
  const auto named = formatNamed(m_wanted);
  if (!named && !m_wanted.empty())
    return fail({"trace",
                 SAY("trace",
                     "\"%1\" is no format of a trace. Write Times, Azure2019, Azure2021, Alb, "
                     "ApiGateway or Report, or leave it out."),
                 {m_wanted}});
  m_format = named ? *named : sniffed(m_rest);
  m_parser = parserFor(m_format);
  m_document = m_format == Format::Report && isDocument(m_rest);
  return true;
}

bool RecordReader::feed(std::string_view piece) {
  if (m_error) return false;
  if (m_parser && !m_document && m_rest.empty()) {
    if (!lines(piece)) return false;
    m_rest = piece;
    return true;
  }
  m_rest += piece;
  if (!m_parser && (m_rest.size() < kBeginning || !begin())) return !m_error;
  if (m_document) {
    if (m_rest.size() <= kLargestDocument) return true;
    return fail({"trace",
                 SAY("trace",
                     "This JSON document is larger than 256 MB. Write it as one log event a line, "
                     "for example with jq -c '.events[]'."),
                 {}});
  }
  std::string_view text = m_rest;
  if (!lines(text)) return false;
  m_rest.erase(0, m_rest.size() - text.size());
  return true;
}

/// Takes the complete lines off the text.
bool RecordReader::lines(std::string_view& text) {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    if (!line(text.substr(0, end))) return false;
    text.remove_prefix(end + 1);
  }
  if (text.size() <= kLongestLine) return true;
  ++m_line;
  return fail(
      {"trace", SAY("trace", "This line is longer than 4 MB, so the file is no trace."), {}}, 1);
}

bool RecordReader::line(std::string_view text) {
  ++m_line;
  Record record;
  switch (m_parser->parse(text, record)) {
    case LineParser::Line::Nothing:
      return true;
    case LineParser::Line::Wrong:
      return fail(m_parser->wrong().text, m_parser->wrong().column);
    case LineParser::Line::Read:
      break;
  }
  if (auto error = m_take(record)) {
    if (error->where.empty()) error->where = m_name;
    m_error = std::move(error);
  }
  return !m_error;
}

bool RecordReader::document() {
  LogEvents events;
  events.take = [this](const std::string& message, std::optional<std::int64_t> timeUs) {
    Record record;
    if (parseMessage(message, timeUs, record) != LineParser::Line::Read) return true;
    m_error = m_take(record);
    return !m_error;
  };
  if (nlohmann::json::sax_parse(m_rest, &events) || m_error) return !m_error;
  const std::string_view before(m_rest.data(), std::min(events.wrongAt, m_rest.size()));
  m_line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t lineStart = before.find_last_of('\n') + 1;
  return fail({"trace",
               SAY("trace", "From here on the text is no JSON. Take the file as it was written."),
               {}},
              before.size() - lineStart + 1);
}

std::optional<Error> RecordReader::finish() {
  if (!m_error && (m_parser || begin())) {
    if (m_document) {
      document();
    } else {
      std::string_view text = m_rest;
      if (lines(text) && !text.empty()) line(text);
    }
  }
  return m_error;
}

}  // namespace coldstart::traces
