// SPDX-License-Identifier: GPL-3.0-or-later
// One moment a line: seconds, milliseconds and the like since the beginning or since 1970, or a
// date and time. Further columns may name a function and say how long the request took.
#include <algorithm>

#include "core/base/time.h"
#include "core/traces/parsers.h"
#include "core/traces/text.h"

namespace coldstart::traces {
namespace {

class TimesParser final : public LineParser {
 public:
  Line parse(std::string_view line, Record& record) override {
    const std::string_view text = trimmed(line);
    if (text.empty() || text[0] == '#') return Line::Nothing;
    if (!m_begun) {
      m_separator = text.find('\t') != std::string_view::npos  ? '\t'
                    : text.find(';') != std::string_view::npos ? ';'
                                                               : ',';
    }
    // Most recordings are one column of numbers; what this cannot read is looked at again below.
    const std::string_view first = text.substr(0, text.find(m_separator));
    if (m_begun && m_time == 0 && !m_function && !m_took && readTime(first, record))
      return Line::Read;
    const std::vector<Cell> row = cells(line, m_separator);
    if (!m_begun) {
      m_begun = true;
      if (isHeader(row)) return Line::Nothing;
    }
    if (row.size() <= m_time || !readTime(row[m_time].text, record)) return noTime(row);
    if (m_function && row.size() > *m_function) record.function = row[*m_function].text;
    if (m_took && row.size() > *m_took && !row[*m_took].text.empty()) {
      record.tookUs = duration(row[*m_took].text);
      if (!record.tookUs)
        return refuse({"trace",
                       SAY("trace",
                           "\"%1\" is not a duration. Write a number, or one with its unit such as "
                           "250ms."),
                       {std::string(row[*m_took].text)}},
                      row[*m_took].column);
    }
    return Line::Read;
  }

 private:
  Line noTime(const std::vector<Cell>& row) {
    const Cell cell = row.size() > m_time ? row[m_time] : Cell{};
    return refuse({"trace",
                   SAY("trace",
                       "\"%1\" is not a moment. A trace has one request a line, with its time in "
                       "seconds (12.345), with a unit (250ms) or as 2026-01-05T09:00:00Z."),
                   {std::string(cell.text)}},
                  cell.column);
  }

  /// The first line names the columns when nothing in it is a time.
  bool isHeader(const std::vector<Cell>& row) {
    Record unused;
    for (const Cell& cell : row) {
      m_places.reset();
      if (readTime(cell.text, unused)) return m_places.reset(), false;
    }
    for (std::size_t i = row.size(); i-- > 0;) {
      const std::string name = lowered(row[i].text);
      const auto begins = [&](std::string_view word) { return name.starts_with(word); };
      if (begins("time") || begins("arriv") || begins("@time") || begins("date") ||
          begins("start") || begins("invoked")) {
        m_time = i;
        m_places = placesOf(name);
      } else if (begins("func") || begins("route") || begins("name")) {
        m_function = i;
      } else if (begins("dur") || begins("took") || begins("latency") || begins("elapsed")) {
        m_took = i;
        m_tookPlaces = placesOf(name).value_or(6);
      } else if (i == 0 && m_time == 0) {
        m_places = placesOf(name);
      }
    }
    return true;
  }

  /// The unit in a column's name, as the decimal places of a microsecond in it.
  static std::optional<int> placesOf(const std::string& name) {
    const auto ends = [&](std::string_view word) { return name.ends_with(word); };
    const auto has = [&](std::string_view word) { return name.find(word) != std::string::npos; };
    if (has("milli") || ends("_ms") || ends("(ms)") || ends("[ms]") || name == "ms") return 3;
    if (has("micro") || ends("_us") || ends("(us)") || name == "us") return 0;
    if (has("nano") || ends("_ns") || name == "ns") return -3;
    if (has("sec") || ends("_s") || ends("(s)")) return 6;
    return std::nullopt;
  }

  bool readTime(std::string_view text, Record& record) {
    if (text.empty()) return false;
    if (const auto time = calendarTime(text)) {
      record.atUs = time;
      record.calendar = true;
      return true;
    }
    const char last = text.back();
    if (last >= 'a' && last <= 'z') {
      const auto span = parseDuration(text);
      if (span) record.atUs = span->us;
      return bool(span);
    }
    if (!m_places) {
      const auto whole = amount(text, 0);
      if (!whole) return false;
      m_places = placesFor(*whole);
    }
    record.atUs = amount(text, *m_places);
    // Nobody counts three years in seconds: such a number is a moment of the calendar.
    record.calendar = record.atUs && *record.atUs >= kCalendarUs;
    return record.atUs.has_value();
  }

  /// Seconds, milliseconds, microseconds or nanoseconds since 1970, by their size.
  static int placesFor(std::int64_t first) {
    if (first >= 100'000'000'000'000'000) return -3;
    if (first >= 100'000'000'000'000) return 0;
    if (first >= 100'000'000'000) return 3;
    return 6;
  }

  std::optional<std::int64_t> duration(std::string_view text) const {
    if (text.back() >= 'a' && text.back() <= 'z') {
      const auto span = parseDuration(text);
      return span ? std::optional(span->us) : std::nullopt;
    }
    const auto us = amount(text, m_tookPlaces);
    return us && *us >= 0 ? us : std::nullopt;
  }

  static constexpr std::int64_t kCalendarUs = 100'000'000'000'000;
  bool m_begun = false;
  char m_separator = ',';
  std::size_t m_time = 0;
  std::optional<std::size_t> m_function;
  std::optional<std::size_t> m_took;
  std::optional<int> m_places;  ///< Of a plain number; settled by the first one.
  int m_tookPlaces = 6;
};

}  // namespace

std::unique_ptr<LineParser> timesParser() {
  return std::make_unique<TimesParser>();
}

}  // namespace coldstart::traces
