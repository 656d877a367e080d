// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in core/traces: a recording of real requests as the load of a scenario. The
// caller hands the file's text in pieces of any size and asks for the trace at the end; nothing is
// read here. Formats are told apart by their first lines: CSV of moments, the Azure Functions
// traces of 2019 and 2021, access logs of an Application Load Balancer and of API Gateway, and
// Lambda's REPORT lines as CloudWatch has them.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/traces/record_reader.h"

namespace coldstart::traces {

class TraceReader {
 public:
  explicit TraceReader(project::TraceSelection selection);
  TraceReader(const TraceReader&) = delete;
  TraceReader& operator=(const TraceReader&) = delete;

  bool feed(std::string_view piece) { return m_reader.feed(piece); }
  Result<std::shared_ptr<const project::Trace>> finish();

 private:
  /// A request of the recording, 24 bytes: a large one has millions.
  struct Request {
    std::int64_t atUs;
    std::int64_t tookUs;  ///< -1: not told.
    std::uint32_t function;
  };
  struct Row {
    std::string function;
    std::uint64_t sum;
    std::vector<std::uint32_t> counts;
  };

  std::optional<Error> take(const Record& record);
  void takeCounts(const Record& record);
  [[nodiscard]] bool wants(std::string_view function) const;
  std::optional<Error> chooseByRank();
  std::optional<Error> cut();
  std::shared_ptr<const project::Trace> listed();
  std::shared_ptr<const project::Trace> binned();
  [[nodiscard]] Error refused(Sentence text) const;
  [[nodiscard]] std::int64_t scaled(std::int64_t us) const;

  project::TraceSelection m_selection;
  std::size_t m_rank = 0;  ///< From 1; 0: a name was given, or nothing.
  RecordReader m_reader;
  std::map<std::string, std::uint32_t, std::less<>> m_functions;
  std::vector<std::uint64_t> m_sums;  ///< By number of the function.
  std::vector<Request> m_requests;
  std::vector<Row> m_rows;  ///< Azure2019: the largest m_rank ones, or the sum of the wanted ones.
  bool m_calendar = false;
  bool m_anyTime = false;
  bool m_anyRecord = false;
  std::int64_t m_fromUs = 0;  ///< On the recording's clock.
  std::int64_t m_toUs = 0;
};

}  // namespace coldstart::traces
