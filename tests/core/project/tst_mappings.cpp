// SPDX-License-Identifier: GPL-3.0-or-later
// Queues, streams and the event source mappings that poll them: what the template says, and what
// AWS refuses.
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/project/template.h"

using namespace coldstart;
using namespace coldstart::project;

namespace {

Derived derived(const std::string& text, const Files& files = {}) {
  const auto tree = parseTemplate(text, "t");
  if (!tree) qFatal("%s", tree.error().english().c_str());
  return derive(*tree, "demo", files);
}

QByteArray list(const std::vector<Error>& errors) {
  QByteArray text;
  for (const Error& error : errors) text += QByteArray::fromStdString(error.english()) + "\n";
  return text;
}

/// The function Hello with one event E; `resources` are lines indented by two.
std::string withEvent(const std::string& event, const std::string& resources = {},
                      const std::string& rest = {}) {
  return "Resources:\n  Hello: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.13, "
         "Handler: a.b, Timeout: 20, Events: {E: " +
         event + "}}, Metadata: {Coldstart: {Work: {PerItem: 20ms, ItemErrorRate: 0.25}}}}\n" +
         resources + rest;
}

constexpr const char* kQueues =
    "  Dead: {Type: AWS::SQS::Queue}\n"
    "  Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: the-jobs, VisibilityTimeout: 120, "
    "DelaySeconds: 3, MessageRetentionPeriod: 3600, RedrivePolicy: {deadLetterTargetArn: "
    "!GetAtt Dead.Arn, maxReceiveCount: 4}}}\n"
    "  Orders: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}\n";
constexpr const char* kStreams =
    "  Sensors: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 3, RetentionPeriodHours: "
    "48}}\n"
    "  Growing: {Type: AWS::Kinesis::Stream, Properties: {StreamModeDetails: {StreamMode: "
    "ON_DEMAND}}}\n"
    "  Notes: {Type: AWS::DynamoDB::Table, Properties: {StreamSpecification: {StreamViewType: "
    "NEW_IMAGE}}, Metadata: {Coldstart: {Shards: 2}}}\n"
    "  Plain: {Type: AWS::DynamoDB::Table}\n";

std::string scenario(const std::string& load) {
  return "Metadata: {Coldstart: {Scenarios: {s: {Load: [" + load + "]}}}}\n";
}

}  // namespace

class TestMappings : public QObject {
  Q_OBJECT
 private slots:
  void queues();
  void streams();
  void queueMapping();
  void streamMapping();
  void mappingAsAResource();
  void foreignSources();
  void loads();
  void messagesOfFilteredLoads();
  void refuses_data();
  void refuses();
};

void TestMappings::queues() {
  const Derived result = derived(withEvent("{Type: S3, Properties: {Bucket: b}}", kQueues));
  QCOMPARE(list(result.errors), QByteArray());
  QCOMPARE(result.project.queues.size(), std::size_t{3});
  const Queue& jobs = result.project.queues[1];
  QCOMPARE(jobs.name, std::string("the-jobs"));
  QCOMPARE(jobs.visibilityTimeout, Duration::seconds(120));
  QCOMPARE(jobs.delay, Duration::seconds(3));
  QCOMPARE(jobs.retention, Duration::hours(1));
  QCOMPARE(jobs.deadLetterQueue, std::optional<std::size_t>(0));
  QCOMPARE(jobs.maximumReceives, 4);
  QVERIFY(result.project.queues[2].fifo);
  QCOMPARE(result.project.queues[0].maximumReceives, 0);
}

void TestMappings::streams() {
  const Derived result = derived(withEvent("{Type: S3, Properties: {Bucket: b}}", kStreams));
  QCOMPARE(list(result.errors), QByteArray());
  QCOMPARE(result.project.streams.size(), std::size_t{3});
  QCOMPARE(result.project.streams[0].shards, 3);
  QCOMPARE(result.project.streams[0].retention, Duration::hours(48));
  QCOMPARE(result.project.streams[1].shards, 4);
  QVERIFY(result.project.streams[2].kind == Stream::Kind::DynamoDb);
  QCOMPARE(result.project.streams[2].shards, 2);
  for (const Note& note : result.project.notes) {
    QVERIFY(note.where != "/Resources/Sensors" && note.where != "/Resources/Notes");
  }
}

void TestMappings::queueMapping() {
  const Derived result = derived(withEvent(
      "{Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn, BatchSize: 50, "
      "MaximumBatchingWindowInSeconds: 5, FunctionResponseTypes: [ReportBatchItemFailures], "
      "ScalingConfig: {MaximumConcurrency: 7}, FilterCriteria: {Filters: [{Pattern: "
      "'{\"body\":[\"a\"]}'}]}}}",
      kQueues));
  QCOMPARE(list(result.errors), QByteArray());
  QCOMPARE(result.project.mappings.size(), std::size_t{1});
  const EventSourceMapping& m = result.project.mappings[0];
  QCOMPARE(m.id, std::string("E"));
  QCOMPARE(m.trigger, std::optional<std::size_t>(0));
  QCOMPARE(m.queue, std::optional<std::size_t>(1));
  QCOMPARE(m.batchSize, 50);
  QCOMPARE(m.window, Duration::seconds(5));
  QVERIFY(m.reportsItemFailures);
  QCOMPARE(m.itemFailurePpm, 250'000);
  QCOMPARE(m.maximumConcurrency, 7);
  QCOMPARE(m.filters, std::vector<std::string>{"{\"body\":[\"a\"]}"});
  QCOMPARE(result.project.triggers[0].source, std::string("the-jobs"));
  QCOMPARE(result.project.functions[0].work.perItem, Duration::millis(20));

  const Derived provisioned = derived(
      withEvent("{Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn, ProvisionedPollerConfig: "
                "{MinimumPollers: 3}}}",
                kQueues));
  QCOMPARE(list(provisioned.errors), QByteArray());
  QCOMPARE(provisioned.project.mappings[0].minimumPollers, 3);
  QCOMPARE(provisioned.project.mappings[0].maximumPollers, 200);
}

void TestMappings::streamMapping() {
  const Derived result = derived(withEvent(
      "{Type: Kinesis, Properties: {Stream: !GetAtt Sensors.Arn, StartingPosition: TRIM_HORIZON, "
      "ParallelizationFactor: 2, MaximumRetryAttempts: 5, MaximumRecordAgeInSeconds: 90, "
      "BisectBatchOnFunctionError: true, TumblingWindowInSeconds: 30, Enabled: false, "
      "DestinationConfig: {OnFailure: {Destination: 'arn:aws:sqs:us-east-1:1:lost'}}}}",
      kStreams));
  QCOMPARE(list(result.errors), QByteArray());
  const EventSourceMapping& m = result.project.mappings.at(0);
  QCOMPARE(m.stream, std::optional<std::size_t>(0));
  QCOMPARE(m.batchSize, 100);
  QVERIFY(!m.fromLatest && m.bisects && !m.enabled);
  QCOMPARE(m.parallelizationFactor, 2);
  QCOMPARE(m.maximumRetryAttempts, 5);
  QCOMPARE(m.maximumRecordAge, std::optional(Duration::seconds(90)));
  QCOMPARE(m.tumblingWindow, Duration::seconds(30));
  QCOMPARE(m.onFailure, std::string("arn:aws:sqs:us-east-1:1:lost"));
  QVERIFY(!result.project.triggers[0].enabled);

  const Derived table = derived(withEvent(
      "{Type: DynamoDB, Properties: {Stream: !GetAtt Notes.StreamArn, StartingPosition: LATEST}}",
      kStreams));
  QCOMPARE(list(table.errors), QByteArray());
  QCOMPARE(table.project.mappings.at(0).stream, std::optional<std::size_t>(2));
  QVERIFY(table.project.triggers[0].kind == TriggerKind::DynamoDb);
  QCOMPARE(table.project.mappings[0].maximumRetryAttempts, -1);
}

void TestMappings::mappingAsAResource() {
  const Derived result = derived(withEvent(
      "{Type: S3, Properties: {Bucket: b}}",
      std::string(kQueues) +
          "  M: {Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: !GetAtt "
          "Jobs.Arn, FunctionName: !Ref Hello, BatchSize: 3}}\n"));
  QCOMPARE(list(result.errors), QByteArray());
  const EventSourceMapping& m = result.project.mappings.at(0);
  QCOMPARE(m.id, std::string("M"));
  QCOMPARE(m.batchSize, 3);
  QCOMPARE(result.project.triggers.at(*m.trigger).id, std::string("M"));
}

void TestMappings::foreignSources() {
  const Derived queue =
      derived(withEvent("{Type: SQS, Properties: {Queue: 'arn:aws:sqs:us-east-1:1:theirs.fifo'}}"));
  QCOMPARE(list(queue.errors), QByteArray());
  QCOMPARE(queue.project.queues.at(0).name, std::string("theirs.fifo"));
  QVERIFY(queue.project.queues[0].fifo);
  QCOMPARE(queue.project.queues[0].visibilityTimeout, Duration::seconds(120));
  QCOMPARE(queue.project.mappings.at(0).queue, std::optional<std::size_t>(0));
}

void TestMappings::loads() {
  const std::string event = "{Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}";
  const Derived byTrigger = derived(withEvent(
      event, kQueues,
      scenario("{Trigger: Jobs, Groups: 9, Poison: true, Arrivals: {At: [1s]}}, {Trigger: E, "
               "Arrivals: {At: [1s]}}, {Queue: Orders, Arrivals: {At: [1s]}}")));
  QCOMPARE(list(byTrigger.errors), QByteArray());
  const auto& loads = byTrigger.project.scenarios.at(0).loads;
  QCOMPARE(loads.size(), std::size_t{3});
  QCOMPARE(loads[0].queue, std::optional<std::size_t>(1));
  QCOMPARE(loads[0].groups, 9);
  QVERIFY(loads[0].poison);
  QCOMPARE(loads[1].queue, std::optional<std::size_t>(1));
  QCOMPARE(loads[1].groups, 1);
  QCOMPARE(loads[2].queue, std::optional<std::size_t>(2));
  QVERIFY(!loads[2].trigger);

  const Derived stream = derived(withEvent(
      "{Type: Kinesis, Properties: {Stream: !GetAtt Sensors.Arn, StartingPosition: LATEST}}",
      kStreams, scenario("{Stream: Sensors, Arrivals: {At: [1s]}}")));
  QCOMPARE(list(stream.errors), QByteArray());
  QCOMPARE(stream.project.scenarios.at(0).loads.at(0).stream, std::optional<std::size_t>(0));

  const Derived wrong =
      derived(withEvent(event, kQueues, scenario("{Queue: Nowhere, Arrivals: {At: [1s]}}")));
  QCOMPARE(list(wrong.errors),
           QByteArray("/Metadata/Coldstart/Scenarios/s/Load/0/Queue: There is no queue or stream "
                      "\"Nowhere\" here. The template has: Dead, Jobs, Orders.\n"));
}

void TestMappings::messagesOfFilteredLoads() {
  Files files;
  files.exists = [](const std::string&) { return true; };
  files.read = [](const std::string& path) { return std::optional("text of " + path); };
  const std::string filter = ", FilterCriteria: {Filters: [{Pattern: '{\"body\":[\"a\"]}'}]}";
  for (const std::string& with : {std::string(), filter}) {
    const Derived result =
        derived(withEvent("{Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn" + with + "}}", kQueues,
                          scenario("{Trigger: E, Event: events/a.json, Arrivals: {At: [1s]}}")),
                files);
    QCOMPARE(result.project.scenarios.at(0).loads.at(0).message,
             with.empty() ? std::string() : std::string("text of events/a.json"));
  }
}

void TestMappings::refuses_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("words");
  const auto row = [](const char* name, const std::string& event, const std::string& resources,
                      const char* words) {
    QTest::newRow(name) << QByteArray::fromStdString(withEvent(event, resources))
                        << QByteArray(words);
  };
  const auto queue = [&](const char* name, const std::string& properties, const char* words) {
    row(name, "{Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn, " + properties + "}}", kQueues,
        words);
  };
  const auto stream = [&](const char* name, const std::string& properties, const char* words) {
    row(name, "{Type: Kinesis, Properties: {Stream: !GetAtt Sensors.Arn, " + properties + "}}",
        kStreams, words);
  };
  row("visibility timeout", "{Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}",
      "  Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 10}}\n",
      "Queue visibility timeout: 10 seconds is less than Function timeout: 20 seconds");
  queue("batch without a window", "BatchSize: 11",
        "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater "
        "than 10");
  queue("starting position", "StartingPosition: LATEST",
        "Unsupported starting position for arn type: arn:aws:sqs:us-east-1:123456789012:the-jobs");
  queue("destination", "DestinationConfig: {OnFailure: {Destination: x}}",
        "Unsupported DestinationConfig parameter for given event source mapping type.");
  queue("concurrency", "ScalingConfig: {MaximumConcurrency: 1}",
        "Value '1' at 'scalingConfig.maximumConcurrency'");
  queue("two ways of scaling",
        "ScalingConfig: {MaximumConcurrency: 5}, ProvisionedPollerConfig: {MinimumPollers: 2}",
        "cannot be combined");
  row("FIFO batch",
      "{Type: SQS, Properties: {Queue: !GetAtt Orders.Arn, BatchSize: 11, "
      "MaximumBatchingWindowInSeconds: 1}}",
      kQueues, "Orders is a FIFO queue");
  row("twice", "{Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}",
      std::string(kQueues) +
          "  M: {Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: !GetAtt "
          "Jobs.Arn, FunctionName: !Ref Hello}}\n",
      "An event source mapping with SQS arn (\" arn:aws:sqs:us-east-1:123456789012:the-jobs \") "
      "and function (\" Hello \") already exists");
  stream("no starting position", "BatchSize: 5",
         "1 validation error detected: Value null at 'startingPosition' failed to satisfy "
         "constraint: Member must not be null.");
  stream("parallelization", "StartingPosition: LATEST, ParallelizationFactor: 11",
         "Value '11' at 'parallelizationFactor'");
  stream("record age", "StartingPosition: LATEST, MaximumRecordAgeInSeconds: 59",
         "Value '59' at 'maximumRecordAgeInSeconds'");
  stream("retries", "StartingPosition: LATEST, MaximumRetryAttempts: 10001",
         "Value '10001' at 'maximumRetryAttempts'");
  stream("tumbling window", "StartingPosition: LATEST, TumblingWindowInSeconds: 901",
         "Value '901' at 'tumblingWindowInSeconds'");
  row("table's position",
      "{Type: DynamoDB, Properties: {Stream: !GetAtt Notes.StreamArn, StartingPosition: "
      "AT_TIMESTAMP}}",
      kStreams, "Unsupported starting position for arn type: arn:aws:dynamodb");
  row("table without a stream",
      "{Type: DynamoDB, Properties: {Stream: !GetAtt Plain.StreamArn, StartingPosition: LATEST}}",
      kStreams, "Stream not found: arn:aws:dynamodb");
  row("FIFO name", "{Type: S3, Properties: {Bucket: b}}",
      "  Q: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true, QueueName: q}}\n",
      "The name of a FIFO queue ends with .fifo");
}

void TestMappings::refuses() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, words);
  const QByteArray errors = list(derived(text.toStdString()).errors);
  QVERIFY2(errors.contains(words), errors.constData());
  QCOMPARE(errors.count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestMappings)
#include "tst_mappings.moc"
