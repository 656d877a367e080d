// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands around the functions: what triggers them, the queues and streams that are polled for
// them, and the downstreams they share. Part of project.h.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/project/function.h"

namespace coldstart::project {

enum class TriggerKind : std::uint8_t {
  Direct,
  S3,
  RestApi,
  HttpApi,
  FunctionUrl,
  Sns,
  Sqs,
  Schedule,
  EventBridge,
  Kinesis,
  DynamoDb,
  Other
};

/// An entry of a function's Events: section, or a Lambda permission that wires a source to it.
struct Trigger {
  std::string id;  ///< Logical id of the event, unique in its function.
  std::size_t function = 0;
  TriggerKind kind = TriggerKind::Other;
  std::string source;  ///< Bucket, topic, queue (logical id or name), "GET /notes", or the schedule
                       ///< expression.
  std::string detail;  ///< Short text for the tree: "ObjectCreated", "batch 10" …
  bool enabled = true;
  /// What it lets through, as JSON: a rule's pattern, a topic's filter policy, of a bucket
  /// {"events": [...], "prefix": "", "suffix": ""}. Empty: everything.
  std::string filter{};
  bool filtersBody = false;  ///< FilterPolicyScope: MessageBody.
  bool operator==(const Trigger&) const = default;
};

/// Any other resource of the template: a bucket, a queue, a role …
struct Resource {
  std::string id;
  std::string type;  ///< "AWS::S3::Bucket"
  std::string name;  ///< The name the template gives it, or the logical id.
  bool operator==(const Resource&) const = default;
};

struct Queue {
  std::string id;
  std::string name;
  bool fifo = false;
  Duration visibilityTimeout = Duration::seconds(30);
  Duration delay;
  Duration retention = Duration::hours(96);
  std::optional<std::size_t> deadLetterQueue;  ///< RedrivePolicy.
  std::int32_t maximumReceives = 0;            ///< maxReceiveCount; 0: no RedrivePolicy.
  bool operator==(const Queue&) const = default;
};

struct Stream {
  enum class Kind : std::uint8_t { Kinesis, DynamoDb };
  std::string id;
  std::string name;
  Kind kind = Kind::Kinesis;
  std::int32_t shards = 1;
  Duration retention = Duration::hours(24);
  bool operator==(const Stream&) const = default;
};

/// What polls a queue or stream and invokes a function with batches.
struct EventSourceMapping {
  std::string id;  ///< Logical id of the event or of the mapping.
  std::size_t function = 0;
  std::optional<std::size_t> trigger;  ///< Its row in Project::triggers.
  std::optional<std::size_t> queue;    ///< Exactly one of queue and stream is set.
  std::optional<std::size_t> stream;
  bool enabled = true;
  std::int32_t batchSize = 10;
  Duration window;                   ///< MaximumBatchingWindowInSeconds.
  bool reportsItemFailures = false;  ///< FunctionResponseTypes: ReportBatchItemFailures.
  std::int32_t itemFailurePpm = 0;   ///< Share of items that such a function reports (Metadata).
  std::vector<std::string> filters;  ///< JSON patterns; empty: everything is delivered.
  // Queues
  std::int32_t maximumConcurrency = 0;  ///< ScalingConfig; 0: none.
  std::int32_t minimumPollers = 0;      ///< Provisioned mode; 0: off.
  std::int32_t maximumPollers = 0;
  // Streams
  std::int32_t parallelizationFactor = 1;
  bool fromLatest = true;                  ///< StartingPosition LATEST; otherwise TRIM_HORIZON.
  bool bisects = false;                    ///< BisectBatchOnFunctionError.
  std::int32_t maximumRetryAttempts = -1;  ///< −1: until the record expires.
  std::optional<Duration> maximumRecordAge;
  Duration tumblingWindow;
  std::string onFailure;  ///< An ARN or a logical id.
  bool operator==(const EventSourceMapping&) const = default;
};

/// Something that many environments share: a database, an API of others.
struct Downstream {
  std::string id;
  std::int32_t connections = 0;   ///< At the same time; 0: no limit.
  bool heldByEnvironment = true;  ///< A connection lasts as long as its environment, else a call.
  Distribution latency;           ///< Of one call when nothing else is going on.
  /// Latency grows with the calls under way: at each load (ppm of `capacity`) by this factor (ppm),
  /// linear between.
  struct Point {
    std::int32_t loadPpm = 0;
    std::int64_t factorPpm = kMillion;
    bool operator==(const Point&) const = default;
  };
  std::int32_t capacity = 0;  ///< Calls at the same time that the curve's load 1.0 stands for.
  std::vector<Point> curve{};
  bool operator==(const Downstream&) const = default;
};

}  // namespace coldstart::project
