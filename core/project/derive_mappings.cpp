// SPDX-License-Identifier: GPL-3.0-or-later
// Queues, streams, and the event source mappings that poll them: events of type SQS, Kinesis and
// DynamoDB, and AWS::Lambda::EventSourceMapping. (SAM specification: sam-property-function-sqs,
// -kinesis, -dynamodb; Lambda API: CreateEventSourceMapping)
#include <algorithm>

#include "core/project/derivation.h"
#include "core/project/quota.h"

namespace coldstart::project {
namespace {

constexpr const char* kRefused = "InvalidParameterValueException";
constexpr const char* kUnknownKey =
    SAY("template", "Coldstart knows no setting \"%1\" here and ignores it.");

/// A whole number under `key`, checked against its quota; the error is reported.
std::optional<std::int64_t> limited(Derivation& d, Fields& fields, std::string_view key,
                                    std::string_view property) {
  const auto value = fields.integer(key);
  if (!value) return std::nullopt;
  if (auto error = checkQuota(property, *value, fields.where(key))) {
    d.findings.error(std::move(*error));
    return std::nullopt;
  }
  return value;
}

void readSeconds(Derivation& d, Fields& fields, std::string_view key, std::string_view property,
                 Duration& into) {
  if (const auto seconds = limited(d, fields, key, property)) into = Duration::seconds(*seconds);
}

void readNumber(Derivation& d, Fields& fields, std::string_view key, std::string_view property,
                std::int32_t& into) {
  if (const auto n = limited(d, fields, key, property)) into = static_cast<std::int32_t>(*n);
}

/// The row whose logical id or name an ARN or a reference means.
template <class Row>
std::optional<std::size_t> rowMeantBy(const std::vector<Row>& rows, const std::string& text) {
  const std::string name = nameInArn(text);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].name == name || rows[i].id == name) return i;
  }
  return std::nullopt;
}

void readQueue(Derivation& d, const Resource& resource) {
  Fields top(d.reading, d.resolver.resource(resource.id), child("/Resources", resource.id));
  Fields fields = top.section("Properties");
  Queue queue;
  queue.id = resource.id;
  queue.name = resource.name;
  queue.fifo = fields.flag("FifoQueue").value_or(false);
  readSeconds(d, fields, "VisibilityTimeout", "VisibilityTimeout", queue.visibilityTimeout);
  readSeconds(d, fields, "DelaySeconds", "DelaySeconds", queue.delay);
  readSeconds(d, fields, "MessageRetentionPeriod", "MessageRetentionPeriod", queue.retention);
  if (queue.fifo && queue.name != queue.id && !queue.name.ends_with(".fifo")) {
    d.findings.error(
        fields.where("QueueName"),
        {"template",
         SAY("template", "The name of a FIFO queue ends with .fifo, but this one is \"%1\"."),
         {queue.name}});
  }
  d.out.project.queues.push_back(std::move(queue));
}

void readRedrive(Derivation& d, Queue& queue) {
  Fields top(d.reading, d.resolver.resource(queue.id), child("/Resources", queue.id));
  Fields redrive = top.section("Properties").section("RedrivePolicy");
  if (redrive.empty()) return;
  const std::string target = redrive.text("deadLetterTargetArn").value_or("");
  const auto found = rowMeantBy(d.out.project.queues, target);
  if (found && d.out.project.queues[*found].id != queue.id) queue.deadLetterQueue = *found;
  queue.maximumReceives = 10;  // SetQueueAttributes: the default
  readNumber(d, redrive, "maxReceiveCount", "maxReceiveCount", queue.maximumReceives);
}

void readStream(Derivation& d, const Resource& resource) {
  Fields top(d.reading, d.resolver.resource(resource.id), child("/Resources", resource.id));
  Fields fields = top.section("Properties");
  Fields coldstart = top.section("Metadata").section("Coldstart");
  Stream stream;
  stream.id = resource.id;
  stream.name = resource.name;
  if (resource.type != "AWS::Kinesis::Stream") {
    if (fields.section("StreamSpecification").empty()) return;
    stream.kind = Stream::Kind::DynamoDb;
  } else if (fields.section("StreamModeDetails").text("StreamMode") == "ON_DEMAND") {
    stream.shards = 4;  // Kinesis guide: an on-demand stream begins with four
  } else {
    readNumber(d, fields, "ShardCount", "ShardCount", stream.shards);
  }
  if (const auto hours = limited(d, fields, "RetentionPeriodHours", "RetentionPeriodHours")) {
    stream.retention = Duration::hours(*hours);
  }
  readNumber(d, coldstart, "Shards", "ShardCount", stream.shards);
  coldstart.noteUnread(kUnknownKey);
  d.out.project.streams.push_back(std::move(stream));
}

/// What a mapping of a queue has and a stream's has not, and the other way round.
void readQueueSettings(Derivation& d, Fields& fields, EventSourceMapping& m) {
  Fields scaling = fields.section("ScalingConfig");
  readNumber(d, scaling, "MaximumConcurrency", "MaximumConcurrency", m.maximumConcurrency);
  Fields pollers = fields.section("ProvisionedPollerConfig");
  if (!pollers.empty()) {
    m.minimumPollers = 2;
    m.maximumPollers = 200;
    readNumber(d, pollers, "MinimumPollers", "MinimumPollers", m.minimumPollers);
    readNumber(d, pollers, "MaximumPollers", "MaximumPollers", m.maximumPollers);
  }
  if (m.minimumPollers > 0 && m.maximumConcurrency > 0) {
    d.findings.error(fields.where("ScalingConfig"),
                     {"template",
                      SAY("template",
                          "MaximumConcurrency and provisioned pollers cannot be combined. Remove "
                          "one of the two."),
                      {}},
                     kRefused);
  }
  if (!fields.section("DestinationConfig").empty()) {
    d.findings.error(fields.where("DestinationConfig"),
                     {"template",
                      SAY("template", "%1 A queue has a RedrivePolicy for that."),
                      {"Unsupported DestinationConfig parameter for given event source mapping "
                       "type."}},
                     kRefused);
  }
}

void readStreamSettings(Derivation& d, Fields& fields, EventSourceMapping& m) {
  readNumber(d, fields, "ParallelizationFactor", "ParallelizationFactor", m.parallelizationFactor);
  readNumber(d, fields, "MaximumRetryAttempts", "StreamRetryAttempts", m.maximumRetryAttempts);
  if (const auto age = fields.integer("MaximumRecordAgeInSeconds"); age && *age != -1) {
    if (auto error = checkQuota("MaximumRecordAgeInSeconds", *age,
                                fields.where("MaximumRecordAgeInSeconds"))) {
      d.findings.error(std::move(*error));
    } else {
      m.maximumRecordAge = Duration::seconds(*age);
    }
  }
  m.bisects = fields.flag("BisectBatchOnFunctionError").value_or(false);
  readSeconds(d, fields, "TumblingWindowInSeconds", "TumblingWindowInSeconds", m.tumblingWindow);
  Fields failure = fields.section("DestinationConfig").section("OnFailure");
  failure.ignore("Type");
  m.onFailure = failure.text("Destination").value_or("");
}

void readFilters(Fields& fields, EventSourceMapping& m) {
  Fields criteria = fields.section("FilterCriteria");
  const Node* list = criteria.value("Filters");
  if (list == nullptr || !list->is_array()) return;
  for (const Node& filter : *list) {
    const auto pattern = filter.is_object() ? filter.find("Pattern") : filter.end();
    if (!filter.is_object() || pattern == filter.end()) continue;
    m.filters.push_back(pattern->is_string() ? pattern->get<std::string>() : pattern->dump());
  }
}

void checkStart(Derivation& d, Fields& fields, const EventSourceMapping& m, bool isDynamoDb,
                const std::string& arn) {
  const auto start = fields.text("StartingPosition");
  fields.ignore("StartingPositionTimestamp");
  const bool unsupported =
      start && (m.queue.has_value() || (isDynamoDb && *start == "AT_TIMESTAMP"));
  if (!start && m.stream) {
    d.findings.error(fields.where(),
                     {"template",
                      SAY("template", "%1 Set StartingPosition to LATEST or TRIM_HORIZON."),
                      {"1 validation error detected: Value null at 'startingPosition' failed to "
                       "satisfy constraint: Member must not be null."}},
                     "ValidationException");
  } else if (unsupported) {
    d.findings.error(fields.where("StartingPosition"),
                     {"template",
                      SAY("template", "%1. Leave StartingPosition out, or write another."),
                      {"Unsupported starting position for arn type: " + arn}},
                     kRefused);
  }
}

void checkBatch(Derivation& d, Fields& fields, const EventSourceMapping& m) {
  const Project& project = d.out.project;
  const bool fifo = m.queue && project.queues[*m.queue].fifo;
  if (fifo && (m.batchSize > 10 || m.window > Duration{})) {
    d.findings.error(fields.where("BatchSize"),
                     {"template",
                      SAY("template",
                          "%1 is a FIFO queue: its batches have at most 10 messages and no "
                          "batching window."),
                      {project.queues[*m.queue].name}},
                     kRefused);
  } else if (m.queue && m.batchSize > 10 && m.window == Duration{}) {
    d.findings.error(fields.where("BatchSize"),
                     {"template",
                      SAY("template", "%1. Set MaximumBatchingWindowInSeconds to 1 or more."),
                      {"Maximum batch window in seconds must be greater than 0 if maximum batch "
                       "size is greater than 10"}},
                     kRefused);
  }
  const Function& function = project.functions[m.function];
  if (m.queue && project.queues[*m.queue].visibilityTimeout < function.timeout) {
    const auto seconds = [](Duration span) { return std::to_string(span.us / 1'000'000); };
    d.findings.error(
        fields.where(),
        {"template",
         SAY("template",
             "%1. Give the queue a longer VisibilityTimeout; AWS recommends six times the "
             "function's time-out."),
         {"Queue visibility timeout: " + seconds(project.queues[*m.queue].visibilityTimeout) +
          " seconds is less than Function timeout: " + seconds(function.timeout) + " seconds"}},
        kRefused);
  }
}

void checkDuplicate(Derivation& d, const Fields& fields, const EventSourceMapping& m,
                    const std::string& arn) {
  for (const EventSourceMapping& other : d.out.project.mappings) {
    if (other.function != m.function || other.queue != m.queue || other.stream != m.stream)
      continue;
    const std::string name = d.out.project.functions[m.function].name;
    d.findings.error(fields.where(),
                     {"template",
                      SAY("template", "%1. Remove one of the two."),
                      {m.queue ? "An event source mapping with SQS arn (\" " + arn +
                                     " \") and function (\" " + name + " \") already exists"
                               : "The event source arn (\" " + arn + " \") and function (\" " +
                                     name + " \") provided mapping already exists"}},
                     "ResourceConflictException");
    return;
  }
}

/// A queue that the template does not have gets AWS's recommended visibility timeout, a stream one
/// shard.
void addForeign(Derivation& d, const Fields& fields, EventSourceMapping& m, TriggerKind kind,
                const std::string& arn) {
  Project& project = d.out.project;
  const std::string name = nameInArn(arn);
  if (kind == TriggerKind::Sqs) {
    Queue queue;
    queue.id = queue.name = name;
    queue.fifo = name.ends_with(".fifo");
    queue.visibilityTimeout =
        std::max(queue.visibilityTimeout, project.functions[m.function].timeout * 6);
    m.queue = project.queues.size();
    project.queues.push_back(std::move(queue));
    d.findings.note(fields.where(),
                    {"template",
                     SAY("template",
                         "The queue %1 is not in this template. It is simulated with the "
                         "recommended visibility timeout and without a dead-letter queue."),
                     {name}});
    return;
  }
  Stream stream;
  stream.id = stream.name = name;
  if (kind == TriggerKind::DynamoDb) stream.kind = Stream::Kind::DynamoDb;
  m.stream = project.streams.size();
  project.streams.push_back(std::move(stream));
  d.findings.note(
      fields.where(),
      {"template",
       SAY("template",
           "The stream %1 is not in this template. It is simulated with a single shard."),
       {name}});
}

bool isStreamless(const Derivation& d, const std::string& name) {
  return std::ranges::any_of(d.out.project.resources, [&](const Resource& resource) {
    return resource.type == "AWS::DynamoDB::Table" &&
           (resource.name == name || resource.id == name);
  });
}

}  // namespace

void deriveQueuesAndStreams(Derivation& d) {
  for (const Resource& resource : d.out.project.resources) {
    if (resource.type == "AWS::SQS::Queue") readQueue(d, resource);
    if (resource.type == "AWS::Kinesis::Stream" || resource.type == "AWS::DynamoDB::Table") {
      readStream(d, resource);
    }
  }
  for (Queue& queue : d.out.project.queues) readRedrive(d, queue);
}

TriggerKind polledKind(const std::string& arn) {
  if (arn.find(":sqs:") != std::string::npos) return TriggerKind::Sqs;
  if (arn.find(":kinesis:") != std::string::npos) return TriggerKind::Kinesis;
  if (arn.find(":dynamodb:") != std::string::npos) return TriggerKind::DynamoDb;
  return TriggerKind::Other;
}

void deriveMapping(Derivation& d, Fields& fields, const std::string& arn, Trigger trigger) {
  Project& project = d.out.project;
  EventSourceMapping m;
  m.id = trigger.id;
  m.function = trigger.function;
  m.trigger = project.triggers.size();
  const bool isQueue = trigger.kind == TriggerKind::Sqs;
  if (isQueue) {
    m.queue = rowMeantBy(project.queues, arn);
  } else {
    m.stream = rowMeantBy(project.streams, arn);
    m.batchSize = 100;
  }
  const bool streamless =
      !m.stream && trigger.kind == TriggerKind::DynamoDb && isStreamless(d, nameInArn(arn));
  if (streamless) {
    d.findings.error(fields.where(),
                     {"template",
                      SAY("template", "%1. Give the table a StreamSpecification."),
                      {"Stream not found: " + arn}},
                     kRefused);
  }
  if (!m.queue && !m.stream) addForeign(d, fields, m, trigger.kind, arn);
  readNumber(d, fields, "BatchSize", "BatchSize", m.batchSize);
  readSeconds(d, fields, "MaximumBatchingWindowInSeconds", "MaximumBatchingWindowInSeconds",
              m.window);
  m.enabled = trigger.enabled = fields.flag("Enabled").value_or(true);
  if (const Node* types = fields.value("FunctionResponseTypes"); types && types->is_array()) {
    m.reportsItemFailures = std::ranges::any_of(
        *types, [](const Node& type) { return type == "ReportBatchItemFailures"; });
  }
  m.itemFailurePpm = project.functions[m.function].work.itemErrorRatePpm;
  readFilters(fields, m);
  checkStart(d, fields, m, trigger.kind == TriggerKind::DynamoDb, arn);
  m.fromLatest = fields.text("StartingPosition") != "TRIM_HORIZON";
  isQueue ? readQueueSettings(d, fields, m) : readStreamSettings(d, fields, m);
  for (const std::string_view key : {"KmsKeyArn", "MetricsConfig", "LoggingConfig", "Tags"}) {
    fields.ignore(key);
  }
  checkBatch(d, fields, m);
  checkDuplicate(d, fields, m, arn);
  trigger.source = isQueue ? project.queues[*m.queue].name : project.streams[*m.stream].name;
  trigger.detail = "batch " + std::to_string(m.batchSize);
  project.triggers.push_back(std::move(trigger));
  project.mappings.push_back(std::move(m));
}

}  // namespace coldstart::project
