// SPDX-License-Identifier: GPL-3.0-or-later
// What the failure destination of a stream's mapping is told. (services-kinesis-errors,
// services-ddb-errors; recorded: facts §5.3)
#include <algorithm>
#include <cstdio>
#include <map>

#include <nlohmann/json.hpp>

#include "core/base/identifiers.h"
#include "core/observe/batches.h"
#include "core/observe/log_text.h"

namespace coldstart::observe {

using journal::Message;
using nlohmann::ordered_json;

namespace {

/// Sequence numbers grow within a shard; these grow within the run.
std::string sequenceNumber(project::Stream::Kind kind, std::uint32_t item) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%010u", item);
  return kind == project::Stream::Kind::Kinesis ? "4966" + std::string(42, '0') + digits
                                                : "44215845" + std::string(10, '0') + digits;
}

std::string shardId(const project::Stream& stream, std::uint16_t shard) {
  char digits[48];
  if (stream.kind == project::Stream::Kind::Kinesis) {
    std::snprintf(digits, sizeof digits, "shardId-%012u", unsigned{shard});
  } else {
    std::snprintf(digits, sizeof digits, "shardId-%020u-%08x", unsigned{shard},
                  static_cast<unsigned>(mix(shard, 7)));
  }
  return digits;
}

std::string streamArn(const project::Project& project, const project::Stream& stream) {
  const bool kinesis = stream.kind == project::Stream::Kind::Kinesis;
  return "arn:aws:" + std::string(kinesis ? "kinesis:" : "dynamodb:") + project.region + ":" +
         project.accountId + (kinesis ? ":stream/" : ":table/") + stream.name +
         (kinesis ? "" : "/stream/2026-01-01T00:00:00.000");
}

/// DynamoDB's times have no milliseconds.
std::string arrival(const journal::Run& run, Instant t, project::Stream::Kind kind) {
  std::string text = formatIso8601Millis(run.wall(t));
  if (kind == project::Stream::Kind::DynamoDb) text.erase(text.find('.'), 4);
  return text;
}

}  // namespace

std::vector<GivenUp> givenUp(const RunIndex& index) {
  const journal::Run& run = index.run();
  std::map<std::pair<std::int64_t, std::uint64_t>, GivenUp> found;
  for (std::size_t i = 0; i < run.journal.messages.size(); ++i) {
    const Message& m = run.journal.messages[i];
    if (m.ending != journal::MessageEnding::Discarded) continue;
    const journal::Source& source = run.journal.sources[m.source];
    std::uint16_t mapping = 0;
    while (run.project.mappings[mapping].stream != source.stream ||
           run.project.mappings[mapping].function != source.function) {
      ++mapping;
    }
    const std::uint64_t batch = m.request == journal::kNone ? (std::uint64_t{1} << 32) + m.source
                                                            : std::uint64_t{m.request};
    GivenUp& row = found[{m.ended.us, batch}];
    row.at = m.ended;
    row.request = m.request;
    row.mapping = mapping;
    row.items.push_back(static_cast<std::uint32_t>(i));
    const auto& age = run.project.mappings[mapping].maximumRecordAge;
    row.tooOld = row.tooOld || (age && m.ended - m.sent >= *age);
  }
  std::vector<GivenUp> rows;
  for (auto& [key, row] : found) rows.push_back(std::move(row));
  return rows;
}

std::string failureRecord(const RunIndex& index, const GivenUp& what) {
  const journal::Run& run = index.run();
  const project::EventSourceMapping& mapping = run.project.mappings[what.mapping];
  const project::Stream& stream = run.project.streams[*mapping.stream];
  const auto attempts = what.request == journal::kNone ? std::vector<journal::AttemptIndex>{}
                                                       : index.attemptsOfRequest(what.request);
  const std::uint64_t number = what.request == journal::kNone ? what.items.front() : what.request;
  ordered_json record;
  record["requestContext"] = {
      {"requestId", requestUuid(run.seed, number)},
      {"functionArn", functionArn(run.project, mapping.function) + ":$LATEST"},
      {"condition", what.tooOld ? "RecordAgeExceeded" : "RetryAttemptsExhausted"},
      {"approximateInvokeCount", std::max<std::size_t>(1, attempts.size())}};
  if (!what.tooOld) {
    record["responseContext"] = {
        {"statusCode", 200}, {"executedVersion", "$LATEST"}, {"functionError", "Unhandled"}};
  }
  record["version"] = "1.0";
  record["timestamp"] = formatIso8601Millis(run.wall(what.at));
  const journal::Batch* batch = batchOf(run.journal, what.request);
  const Message& first = run.journal.messages[what.items.front()];
  const Message& last = run.journal.messages[what.items.back()];
  const bool kinesis = stream.kind == project::Stream::Kind::Kinesis;
  record[kinesis ? "KinesisBatchInfo" : "DDBStreamBatchInfo"] = {
      {"shardId", shardId(stream, batch == nullptr ? std::uint16_t{0} : batch->shard)},
      {"startSequenceNumber", sequenceNumber(stream.kind, what.items.front())},
      {"endSequenceNumber", sequenceNumber(stream.kind, what.items.back())},
      {"approximateArrivalOfFirstRecord", arrival(run, first.sent, stream.kind)},
      {"approximateArrivalOfLastRecord", arrival(run, last.sent, stream.kind)},
      {"batchSize", what.items.size()},
      {"streamArn", streamArn(run.project, stream)}};
  return record.dump();
}

}  // namespace coldstart::observe
