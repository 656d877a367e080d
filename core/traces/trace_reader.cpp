// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traces/trace_reader.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "core/traces/parsers.h"
#include "core/traces/text.h"

namespace coldstart::traces {
namespace {

__extension__ using Wide = __int128;

constexpr std::size_t kMostRequests = 10'000'000;
constexpr std::size_t kMostRank = 1'000;
constexpr std::size_t kShortestPrefix = 6;  // Of a hash: enough to tell 46 000 functions apart.
constexpr std::int64_t kMinuteUs = 60'000'000;
constexpr std::int64_t kForever = std::numeric_limits<std::int64_t>::max();

/// "3" as a rank; a hash of digits only is longer.
std::size_t rankIn(std::string_view text) {
  std::size_t rank = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), rank);
  const bool whole = code == std::errc{} && end == text.data() + text.size();
  return whole && rank <= kMostRank ? rank : 0;
}

}  // namespace

TraceReader::TraceReader(project::TraceSelection selection)
    : m_selection(std::move(selection)),
      m_rank(rankIn(m_selection.function)),
      m_reader(m_selection.file, m_selection.format,
               [this](const Record& record) { return take(record); }) {}

Error TraceReader::refused(Sentence text) const {
  return {"", std::move(text), m_selection.file};
}

bool TraceReader::wants(std::string_view function) const {
  const std::string& wanted = m_selection.function;
  if (wanted.empty() || m_rank > 0) return true;
  return function == wanted || (wanted.size() >= kShortestPrefix && function.starts_with(wanted));
}

std::optional<Error> TraceReader::take(const Record& record) {
  if (record.kind != Record::Kind::Request) return std::nullopt;
  m_anyRecord = true;
  if (!record.percentiles.empty())
    return refused(
        {"trace",
         SAY("trace",
             "This file of the Azure trace has durations or memory but no arrivals. Take "
             "invocations_per_function_md.anon.d01.csv as the load, and make a work model of this "
             "one with coldstart fit."),
         {}});
  if (m_functions.size() < 3 || wants(record.function))
    m_functions.emplace(record.function, static_cast<std::uint32_t>(m_functions.size()));
  if (!wants(record.function)) return std::nullopt;
  if (!record.counts.empty()) {
    m_anyTime = true;
    takeCounts(record);
    return std::nullopt;
  }
  if (!record.atUs) return std::nullopt;
  m_anyTime = true;
  m_calendar = m_calendar || record.calendar;
  if (m_requests.size() == kMostRequests)
    return refused({"trace",
                    SAY("trace",
                        "The trace has more than %1 requests of what is asked for. Name one "
                        "Function, or cut the file."),
                    {std::to_string(kMostRequests)}});
  const std::uint32_t function = m_functions.find(record.function)->second;
  m_requests.push_back({*record.atUs, record.tookUs.value_or(-1), function});
  m_sums.resize(std::max<std::size_t>(m_sums.size(), function + 1));
  ++m_sums[function];
  return std::nullopt;
}

/// Keeps the rows with the largest sums, or adds all of them up.
void TraceReader::takeCounts(const Record& record) {
  Row row{record.function, 0, record.counts};
  for (const std::uint32_t count : row.counts) row.sum += count;
  if (m_rank == 0) {
    if (m_rows.empty()) m_rows.push_back({"", 0, {}});
    std::vector<std::uint32_t>& total = m_rows[0].counts;
    total.resize(std::max(total.size(), row.counts.size()));
    for (std::size_t i = 0; i < row.counts.size(); ++i) total[i] += row.counts[i];
    return;
  }
  const auto before = [](const Row& a, const Row& b) {
    return a.sum != b.sum ? a.sum > b.sum : a.function < b.function;
  };
  const auto place = std::upper_bound(m_rows.begin(), m_rows.end(), row, before);
  m_rows.insert(place, std::move(row));
  if (m_rows.size() > m_rank) m_rows.pop_back();
}

std::optional<Error> TraceReader::chooseByRank() {
  const bool binned = m_reader.format() == Format::Azure2019;
  const std::size_t count = binned ? m_rows.size() : m_functions.size();
  if (m_rank == 0) return std::nullopt;
  if (count < m_rank)
    return refused({"trace",
                    SAY("trace", "The trace has %1 functions, so there is no number %2."),
                    {std::to_string(count), std::to_string(m_rank)}});
  if (binned) return std::nullopt;
  std::vector<std::pair<std::uint64_t, std::string>> order;
  for (const auto& [name, number] : m_functions)
    order.emplace_back(number < m_sums.size() ? m_sums[number] : 0, name);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  const std::uint32_t chosen = m_functions.find(order[m_rank - 1].second)->second;
  std::erase_if(m_requests, [&](const Request& request) { return request.function != chosen; });
  return std::nullopt;
}

/// From and To are spans since the recording's beginning, or moments of the calendar where it has
/// them.
std::optional<Error> TraceReader::cut() {
  std::int64_t zero = 0;
  if (m_calendar) {
    zero = kForever;
    for (const Request& request : m_requests) zero = std::min(zero, request.atUs);
  }
  const auto read = [&](const std::string& text, std::int64_t otherwise, std::int64_t& into) {
    into = otherwise;
    if (text.empty()) return true;
    if (const auto span = parseDuration(text)) {
      into = zero + span->us;
      return true;
    }
    const auto moment = calendarTime(text);
    if (!moment || !m_calendar) return false;
    into = *moment;
    return true;
  };
  const bool from = read(m_selection.from, zero, m_fromUs);
  if (from && read(m_selection.to, kForever, m_toUs)) return std::nullopt;
  return refused({"trace",
                  SAY("trace",
                      "\"%1\" is no place in this trace. Write the time since its beginning, such "
                      "as 30m, or for a trace with calendar times 2026-01-05T09:00:00Z."),
                  {from ? m_selection.to : m_selection.from}});
}

std::int64_t TraceReader::scaled(std::int64_t us) const {
  return static_cast<std::int64_t>(static_cast<Wide>(us) * project::kMillion /
                                   m_selection.scaleMillionths);
}

std::shared_ptr<const project::Trace> TraceReader::listed() {
  std::erase_if(m_requests, [&](const Request& request) {
    return request.atUs < m_fromUs || request.atUs >= m_toUs;
  });
  std::stable_sort(m_requests.begin(), m_requests.end(),
                   [](const Request& a, const Request& b) { return a.atUs < b.atUs; });
  auto trace = std::make_shared<project::Trace>();
  trace->times.reserve(m_requests.size());
  const bool durations =
      m_selection.playDurations && std::all_of(m_requests.begin(), m_requests.end(),
                                               [](const Request& r) { return r.tookUs >= 0; });
  for (const Request& request : m_requests) {
    trace->times.push_back(Instant{scaled(request.atUs - m_fromUs)});
    if (durations) trace->durations.push_back(Duration{request.tookUs});
  }
  return trace;
}

std::shared_ptr<const project::Trace> TraceReader::binned() {
  auto trace = std::make_shared<project::Trace>();
  trace->counts = std::move(m_rows[m_rank == 0 ? 0 : m_rank - 1].counts);
  trace->bin = Duration{std::max<std::int64_t>(1, scaled(kMinuteUs))};
  trace->firstBin = Instant{-scaled(m_fromUs)};
  if (m_toUs != kForever) trace->end = Instant{scaled(m_toUs - m_fromUs)};
  return trace;
}

Result<std::shared_ptr<const project::Trace>> TraceReader::finish() {
  if (auto error = m_reader.finish()) return *std::move(error);
  const bool found = !m_requests.empty() || !m_rows.empty();
  if (!m_anyRecord)
    return refused({"trace",
                    SAY("trace",
                        "There is no request in this file. A trace has one a line, such as a time "
                        "in seconds or a line of an access log."),
                    {}});
  if (!found && !m_selection.function.empty())
    return refused({"trace",
                    SAY("trace",
                        "The trace has no function \"%1\". Write one as the file has it, such as "
                        "\"%2\", or a number: 1 is the busiest."),
                    {m_selection.function, m_functions.begin()->first}});
  if (!m_anyTime)
    return refused({"trace",
                    SAY("trace",
                        "These REPORT lines have no time. Take them with aws logs tail or "
                        "filter-log-events, which add it."),
                    {}});
  if (auto error = chooseByRank()) return *std::move(error);
  if (auto error = cut()) return *std::move(error);
  if (m_selection.playDurations &&
      (!m_rows.empty() || std::any_of(m_requests.begin(), m_requests.end(),
                                      [](const Request& r) { return r.tookUs < 0; })))
    return refused({"trace",
                    SAY("trace",
                        "Not every request of this trace tells how long it took. Leave "
                        "PlayDurations out; the work model then says it."),
                    {}});
  auto trace = m_rows.empty() ? listed() : binned();
  if (m_rows.empty() && trace->times.empty())
    return refused(
        {"trace", SAY("trace", "No request of the trace lies between From and To."), {}});
  return trace;
}

}  // namespace coldstart::traces
