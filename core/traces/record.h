// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What one line of a recording says, whatever wrote it: when a request came, how long it took, and
// for Lambda's REPORT lines the rest of them. For this room, and for tests.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sentence.h"

namespace coldstart::traces {

enum class Format : std::uint8_t {
  Times,           ///< CSV with a column of moments.
  Azure2019,       ///< invocations_per_function_md: counts for each minute of a day.
  AzureDurations,  ///< function_durations_percentiles of the same: no arrivals.
  AzureMemory,     ///< app_memory_percentiles of the same: no arrivals.
  Azure2021,       ///< app,func,end_timestamp,duration
  Alb,             ///< Access log of an Application Load Balancer.
  ApiGateway,      ///< Access log of API Gateway: CLF, JSON or CSV.
  Report           ///< CloudWatch Logs with Lambda's REPORT lines.
};

struct Record {
  enum class Kind : std::uint8_t { Request, HandlerError, Timeout };
  enum class Ending : std::uint8_t { Unknown, Succeeded, Failed, TimedOut };
  Kind kind = Kind::Request;         ///< The others are log lines that tell of the last request.
  std::optional<std::int64_t> atUs;  ///< Since 1970, or since the recording's own zero.
  bool calendar = false;             ///< atUs counts from 1970.
  std::optional<std::int64_t> tookUs;
  std::string function;                   ///< A hash, or "GET /notes"; "" where nothing says it.
  std::vector<std::uint32_t> counts;      ///< Azure2019: requests of each minute.
  std::vector<std::int64_t> percentiles;  ///< AzureDurations: µs, AzureMemory: MB; at kPercents.
  std::optional<std::int64_t> initUs;     ///< REPORT, and the next three.
  std::optional<std::int64_t> memoryMb;
  std::optional<std::int64_t> maxMemoryMb;
  Ending ending = Ending::Unknown;
};

/// What is wrong with a line, and in which column (from 1).
struct Wrong {
  Sentence text;
  std::size_t column = 1;
};

class LineParser {
 public:
  enum class Line : std::uint8_t { Read, Nothing, Wrong };
  LineParser() = default;
  LineParser(const LineParser&) = delete;
  LineParser& operator=(const LineParser&) = delete;
  virtual ~LineParser() = default;
  /// `record` is as new. After Wrong, wrong() says why.
  virtual Line parse(std::string_view line, Record& record) = 0;
  [[nodiscard]] const Wrong& wrong() const { return m_wrong; }

 protected:
  Line refuse(Sentence text, std::size_t column) {
    m_wrong = {std::move(text), column};
    return Line::Wrong;
  }

 private:
  Wrong m_wrong;
};

}  // namespace coldstart::traces
