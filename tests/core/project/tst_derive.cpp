// SPDX-License-Identifier: GPL-3.0-or-later
// From the tree to the Project: what the contract's example means, value by value, and what a
// template's parts become.
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/project/quota.h"
#include "core/project/runtimes.h"
#include "core/project/template.h"

using namespace coldstart;
using namespace coldstart::project;

namespace {

constexpr const char* kContract = R"({
  "AWSTemplateFormatVersion": "2010-09-09",
  "Transform": "AWS::Serverless-2016-10-31",
  "Resources": {
    "Thumbnail": {
      "Type": "AWS::Serverless::Function",
      "Properties": {"CodeUri": "thumbnail/", "Handler": "lambda_function.lambda_handler", "Runtime": "python3.13",
                     "MemorySize": 512, "Timeout": 10, "ReservedConcurrentExecutions": 50},
      "Metadata": {"Coldstart": {
        "Work": {"Init": {"LogNormal": {"Median": "210ms", "P99": "480ms"}},
                 "FirstDuration": {"Exponential": {"Mean": "2244ms"}},
                 "Duration": {"Exponential": {"Mean": "1991ms"}},
                 "CpuShare": 0.0, "MaxMemoryUsed": {"Constant": {"Value": "74MB"}}, "ErrorRate": 0.0},
        "IdleTimeout": {"Constant": {"Value": "600s"}}}}
    }
  },
  "Metadata": {"Coldstart": {
    "Account": {"ConcurrentExecutions": 1000},
    "Seed": 1,
    "Scenarios": {
      "steady": {"Until": "1000000s",
                 "Load": [{"Function": "Thumbnail", "InvocationType": "RequestResponse", "Event": "events/put.json",
                           "Arrivals": {"Poisson": {"PerSecond": 0.9}}}],
                 "Changes": [{"At": "40s", "Set": "Thumbnail.ReservedConcurrentExecutions", "To": 100}]}
    }
  }}
})";

Derived derived(const std::string& text, const Files& files = {}) {
  const auto tree = parseTemplate(text, "t");
  if (!tree) qFatal("%s", tree.error().english().c_str());
  return derive(*tree, "demo", files);
}

/// A template with the function Hello; `properties` are YAML lines indented by six.
std::string hello(const std::string& properties, const std::string& more = {}) {
  return "Resources:\n  Hello:\n    Type: AWS::Serverless::Function\n    Properties:\n"
         "      Runtime: python3.13\n      Handler: app.handler\n" +
         properties + more;
}

QByteArray list(const std::vector<Error>& errors) {
  QByteArray text;
  for (const Error& error : errors) text += QByteArray::fromStdString(error.english()) + "\n";
  return text;
}

}  // namespace

class TestDerive : public QObject {
  Q_OBJECT
 private slots:
  void readsTheContractsExample();
  void worksOutIntrinsics_data();
  void worksOutIntrinsics();
  void findsTriggers_data();
  void findsTriggers();
  void mergesGlobals();
  void readsPartsBesideTheFunction();
  void leavesOutWhatItsConditionForbids();
  void givesMeasuredWorkByRuntime();
  void readsProvisionedScaling();
  void givesMeasuredWorkByPackage();
  void readsThePackageSize();
  void findsLayers();
  void readsHowItIsBuilt();
};

void TestDerive::readsHowItIsBuilt() {
  const std::string metadata = "    Metadata:\n      BuildMethod: makefile\n";
  const Derived result = derived(hello("", metadata));
  QCOMPARE(list(result.errors), QByteArray());
  QCOMPARE(result.project.notes.size(), std::size_t{0});
  QCOMPARE(result.project.functions[0].buildMethod, std::string("makefile"));
  QCOMPARE(derived(hello("")).project.functions[0].buildMethod, std::string());
}

void TestDerive::readsTheContractsExample() {
  using Kind = Distribution::Kind;
  const Derived result = derived(kContract);
  QCOMPARE(list(result.errors), QByteArray());
  const Project& project = result.project;
  QCOMPARE(project.notes.size(), std::size_t{0});
  QCOMPARE(project.name, std::string("demo"));
  QCOMPARE(project.account.concurrentExecutions, 1000);
  QCOMPARE(project.seed, std::uint64_t{1});

  QCOMPARE(project.functions.size(), std::size_t{1});
  const Function& f = project.functions[0];
  QCOMPARE(f.id, std::string("Thumbnail"));
  QCOMPARE(f.name, std::string("Thumbnail"));
  QCOMPARE(f.codeUri, std::string("thumbnail/"));
  QCOMPARE(f.handler, std::string("lambda_function.lambda_handler"));
  QCOMPARE(f.runtime, std::string("python3.13"));
  QCOMPARE(f.memory.mb, 512);
  QCOMPARE(f.timeout.us, Duration::seconds(10).us);
  QCOMPARE(f.reserved.value_or(-1), 50);
  QVERIFY(!f.provisioned);
  QVERIFY((f.work.init == Distribution{Kind::LogNormal, 210'000, 480'000, {}}));
  QVERIFY((f.work.firstDuration == Distribution{Kind::Exponential, 2'244'000, 0, {}}));
  QVERIFY((f.work.duration == Distribution{Kind::Exponential, 1'991'000, 0, {}}));
  QCOMPARE(f.work.cpuSharePpm, 0);
  QCOMPARE(f.work.errorRatePpm, 0);
  QVERIFY((f.work.maxMemoryUsed == Distribution{Kind::Constant, 74, 0, {}}));
  QVERIFY((f.idleTimeout == Distribution{Kind::Constant, 600'000'000, 0, {}}));
  QVERIFY(f.maximumAge == Distribution{});  // never: the template states how environments end

  QCOMPARE(project.scenarios.size(), std::size_t{1});
  const Scenario& steady = project.scenarios[0];
  QCOMPARE(steady.name, std::string("steady"));
  QCOMPARE(steady.until.us, Duration::seconds(1'000'000).us);
  QCOMPARE(steady.loads.size(), std::size_t{1});
  const Load& load = steady.loads[0];
  QCOMPARE(load.function, std::size_t{0});
  QVERIFY(!load.trigger);
  QCOMPARE(load.type, InvocationType::RequestResponse);
  QCOMPARE(load.event, std::string("events/put.json"));
  QCOMPARE(load.arrivals.kind, Arrivals::Kind::Poisson);
  QCOMPARE(load.arrivals.perSecondMicro, std::int64_t{900'000});
  QCOMPARE(steady.changes.size(), std::size_t{1});
  QVERIFY((steady.changes[0] ==
           Change{Instant{40'000'000}, "Thumbnail.ReservedConcurrentExecutions", 100}));
}

void TestDerive::worksOutIntrinsics_data() {
  QTest::addColumn<QByteArray>("expression");
  QTest::addColumn<QByteArray>("text");
  const auto row = [](const char* expression, const char* text) {
    QTest::newRow(expression) << QByteArray(expression) << QByteArray(text);
  };
  row("plain", "plain");
  row("12.50", "12.5");
  row("true", "true");
  row("!Ref Stage", "test");
  row("!Ref AWS::Region", "us-east-1");
  row("!Ref AWS::AccountId", "123456789012");
  row("!Ref AWS::StackName", "demo");
  row("!Ref AWS::Partition", "aws");
  row("!Ref Uploads", "my-uploads-test");
  row("!Ref Jobs", "https://sqs.us-east-1.amazonaws.com/123456789012/Jobs");
  row("!Ref News", "arn:aws:sns:us-east-1:123456789012:News");
  row("!GetAtt Jobs.Arn", "arn:aws:sqs:us-east-1:123456789012:Jobs");
  row("!GetAtt Jobs.QueueName", "Jobs");
  row("!GetAtt Uploads.Arn", "arn:aws:s3:::my-uploads-test");
  row("!Sub '${AWS::StackName}-${Stage}-${Jobs.Arn}'",
      "demo-test-arn:aws:sqs:us-east-1:123456789012:Jobs");
  row("!Sub ['${Name}!', {Name: !Ref Stage}]", "test!");
  row("!Sub '${!Kept} $5'", "${Kept} $5");
  row("!Join ['-', [a, !Ref Stage, 3]]", "a-test-3");
  row("!Select [1, !Split [',', 'p,q,r']]", "q");
  row("!Select ['0', !Ref Zones]", "one");
  row("!Base64 'Hi!x'", "SGkheA==");
  row("!FindInMap [Sizes, !Ref Stage, Memory]", "256");
  row("!If [IsTest, yes-it-is, no]", "yes-it-is");
  row("!If [IsBig, a, b]", "b");
  row("!Ref Nowhere", "${Nowhere}");
  row("!ImportValue Shared", "${Shared}");
  row("!Ref NoDefault", "${NoDefault}");
  row("!Sub '${Other.Version}'", "${Other.Version}");
  row("!Ref OtherRole", "${OtherRole}");
}

void TestDerive::worksOutIntrinsics() {
  QFETCH(QByteArray, expression);
  QFETCH(QByteArray, text);
  const Derived result = derived(R"(
Parameters:
  Stage: {Type: String, Default: test}
  Zones: {Type: CommaDelimitedList, Default: 'one,two'}
  NoDefault: {Type: String}
Mappings: {Sizes: {test: {Memory: 256}}}
Conditions:
  IsTest: !Equals [!Ref Stage, test]
  IsBig: !And [!Condition IsTest, !Not [!Or [!Condition IsTest, !Equals [a, b]]]]
Resources:
  Uploads: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub 'my-uploads-${Stage}'}}
  Jobs: {Type: AWS::SQS::Queue}
  News: {Type: AWS::SNS::Topic}
  Other: {Type: AWS::Serverless::Function, Properties: {Runtime: java25, Handler: x}}
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      Environment: {Variables: {IT: )" +
                                 expression.toStdString() + "}}\n");
  QCOMPARE(list(result.errors), QByteArray());
  QCOMPARE(QByteArray::fromStdString(result.project.functions[1].environment.at("IT")), text);
}

void TestDerive::findsTriggers_data() {
  QTest::addColumn<QByteArray>("event");  // an event of SAM, or further resources
  QTest::addColumn<int>("kind");
  QTest::addColumn<QByteArray>("source");
  QTest::addColumn<QByteArray>("detail");
  const auto row = [](const char* name, const char* event, TriggerKind kind, const char* source,
                      const char* detail) {
    QTest::newRow(name) << QByteArray(event) << static_cast<int>(kind) << QByteArray(source)
                        << QByteArray(detail);
  };
  row("S3", "{Type: S3, Properties: {Bucket: !Ref B, Events: 's3:ObjectCreated:*'}}",
      TriggerKind::S3, "B", "ObjectCreated:*");
  row("Api", "{Type: Api, Properties: {Path: /notes, Method: get}}", TriggerKind::RestApi,
      "GET /notes", "");
  row("HttpApi", "{Type: HttpApi, Properties: {Path: '/n/{id}', Method: any}}",
      TriggerKind::HttpApi, "ANY /n/{id}", "");
  row("HttpApi without a path", "{Type: HttpApi}", TriggerKind::HttpApi, "$default", "");
  row("SNS", "{Type: SNS, Properties: {Topic: 'arn:aws:sns:us-east-1:1:News'}}", TriggerKind::Sns,
      "News", "");
  row("SQS", "{Type: SQS, Properties: {Queue: !GetAtt Q.Arn, BatchSize: 5}}", TriggerKind::Sqs, "Q",
      "batch 5");
  row("Schedule", "{Type: Schedule, Properties: {Schedule: rate(5 minutes)}}",
      TriggerKind::Schedule, "rate(5 minutes)", "");
  row("ScheduleV2", "{Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 hour)}}",
      TriggerKind::Schedule, "rate(1 hour)", "");
  row("EventBridgeRule",
      "{Type: EventBridgeRule, Properties: {Pattern: {source: [aws.ec2], detail-type: [Stop]}}}",
      TriggerKind::EventBridge, "aws.ec2", "Stop");
  row("CloudWatchEvent", "{Type: CloudWatchEvent, Properties: {Pattern: {source: [mine]}}}",
      TriggerKind::EventBridge, "mine", "");
  row("Kinesis",
      "{Type: Kinesis, Properties: {Stream: 'arn:aws:kinesis:us-east-1:1:stream/S', "
      "StartingPosition: LATEST}}",
      TriggerKind::Kinesis, "S", "batch 100");
  row("MSK", "{Type: MSK, Properties: {Stream: 'arn:aws:kafka:us-east-1:1:cluster/C'}}",
      TriggerKind::Other, "C", "MSK");
  row("function URL", "URL", TriggerKind::FunctionUrl, "$default", "");
  row("bucket that notifies",
      "  B2: {Type: AWS::S3::Bucket, Properties: {NotificationConfiguration: {LambdaConfigurations:"
      " [{Event: 's3:ObjectRemoved:*', Function: !GetAtt Hello.Arn}]}}}",
      TriggerKind::S3, "B2", "ObjectRemoved:*");
  row("rule with a schedule",
      "  R: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: "
      "a, Arn: !GetAtt Hello.Arn}]}}",
      TriggerKind::Schedule, "rate(1 day)", "");
  row("subscription",
      "  S: {Type: AWS::SNS::Subscription, Properties: {Protocol: lambda, TopicArn: !Ref T, "
      "Endpoint: !GetAtt Hello.Arn}}",
      TriggerKind::Sns, "T", "");
  row("event source mapping",
      "  M: {Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: !GetAtt Q.Arn, "
      "FunctionName: !Ref Hello}}",
      TriggerKind::Sqs, "Q", "batch 10");
  row("permission for an API",
      "  P: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Hello, Principal: "
      "apigateway.amazonaws.com, SourceArn: 'arn:aws:execute-api:us-east-1:1:abc/*/GET/pets'}}",
      TriggerKind::RestApi, "GET /pets", "");
}

void TestDerive::findsTriggers() {
  QFETCH(QByteArray, event);
  QFETCH(int, kind);
  QFETCH(QByteArray, source);
  QFETCH(QByteArray, detail);
  std::string properties;
  std::string more =
      "  B: {Type: AWS::S3::Bucket}\n  Q: {Type: AWS::SQS::Queue}\n"
      "  T: {Type: AWS::SNS::Topic}\n";
  if (event == "URL") {
    properties = "      FunctionUrlConfig: {AuthType: NONE}\n";
  } else if (event.startsWith(' ')) {
    more += event.toStdString() + "\n";
  } else {
    properties = "      Events: {E: " + event.toStdString() + "}\n";
  }
  const Derived result = derived(hello(properties, more));
  QCOMPARE(list(result.errors), QByteArray());
  QCOMPARE(result.project.triggers.size(), std::size_t{1});
  const Trigger& trigger = result.project.triggers[0];
  QCOMPARE(static_cast<int>(trigger.kind), kind);
  QCOMPARE(QByteArray::fromStdString(trigger.source), source);
  QCOMPARE(QByteArray::fromStdString(trigger.detail), detail);
}

void TestDerive::mergesGlobals() {
  const Derived result = derived(R"(
Globals:
  Function:
    Runtime: nodejs22.x
    Timeout: 20
    MemorySize: 256
    Environment: {Variables: {AA: one, BB: two}}
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties: {Handler: a.b, Timeout: 5, Environment: {Variables: {BB: own, CC: three}}}
  Plain:
    Type: AWS::Lambda::Function
    Properties: {Handler: a.b, Runtime: python3.13, Code: {ZipFile: 'x'}}
)");
  QCOMPARE(list(result.errors), QByteArray());
  const Function& hello = result.project.functions[0];
  QCOMPARE(hello.runtime, std::string("nodejs22.x"));
  QCOMPARE(hello.timeout.us, Duration::seconds(5).us);
  QCOMPARE(hello.memory.mb, 256);
  QVERIFY((hello.environment ==
           std::map<std::string, std::string>{{"AA", "one"}, {"BB", "own"}, {"CC", "three"}}));
  QCOMPARE(result.project.functions[1].memory.mb, 128);  // Globals are for SAM's functions only
}

void TestDerive::readsPartsBesideTheFunction() {
  const Derived result = derived(R"(
Resources:
  Plain:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: plain
      Handler: a.b
      Runtime: java21
      Code: {ZipFile: 'x'}
      Architectures: [arm64]
      EphemeralStorage: {Size: 1024}
      DeadLetterConfig: {TargetArn: !GetAtt Q.Arn}
      RecursiveLoop: Allow
      LoggingConfig: {LogFormat: JSON, ApplicationLogLevel: WARN, LogGroup: mine}
  Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Plain, Name: live, FunctionVersion: '1',
         ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 4}}}
  Async: {Type: AWS::Lambda::EventInvokeConfig, Properties: {FunctionName: !Ref Plain, Qualifier: live,
          MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 120,
          DestinationConfig: {OnSuccess: {Destination: 'arn:aws:s3:::done'},
                              OnFailure: {Destination: !Ref T}}}}
  Q: {Type: AWS::SQS::Queue}
  T: {Type: AWS::SNS::Topic}
)");
  QCOMPARE(list(result.errors), QByteArray());
  const Function& f = result.project.functions[0];
  QCOMPARE(f.alias, std::string("live"));
  QCOMPARE(f.provisioned.value_or(0), 4);
  QCOMPARE(f.maximumRetryAttempts, 0);
  QCOMPARE(f.maximumEventAge.us, Duration::seconds(120).us);
  QCOMPARE(f.onSuccess, std::string("arn:aws:s3:::done"));
  QCOMPARE(f.onFailure, std::string("arn:aws:sns:us-east-1:123456789012:T"));
  QVERIFY(!f.terminatesRecursion);
  QCOMPARE(f.architecture, Architecture::Arm64);
  QCOMPARE(f.ephemeralStorage.mb, 1024);
  QCOMPARE(f.deadLetterTarget, std::string("arn:aws:sqs:us-east-1:123456789012:Q"));
  QCOMPARE(f.logFormat, LogFormat::Json);
  QCOMPARE(f.applicationLogLevel, Level::Warn);
  QCOMPARE(f.logGroup, std::string("mine"));
}

void TestDerive::leavesOutWhatItsConditionForbids() {
  const Derived result = derived(R"(
Conditions: {Never: !Equals [a, b]}
Resources:
  Hello: {Type: AWS::Serverless::Function, Condition: Never, Properties: {Runtime: x, Handler: y z}}
  B: {Type: AWS::S3::Bucket}
)");
  QCOMPARE(list(result.errors), QByteArray());
  QCOMPARE(result.project.functions.size(), std::size_t{0});
  QVERIFY(result.project.notes[0].text.english().find("condition does not hold") !=
          std::string::npos);
}

void TestDerive::givesMeasuredWorkByRuntime() {
  const WorkModel python = measuredWork("python3.13", Architecture::X86_64);
  QCOMPARE(python.init.a, std::int64_t{100'000});
  QCOMPARE(python.init.b, std::int64_t{177'000});
  QCOMPARE(python.maxMemoryUsed.a, std::int64_t{38});
  // What was measured at 128 and 1 024 MB comes back from duration and CPU share.
  for (const auto& [runtime, at128, at1024] :
       {std::tuple{"python3.13", 2'700, 2'200}, std::tuple{"nodejs22.x", 12'400, 3'500},
        std::tuple{"java25", 240'400, 10'900}, std::tuple{"dotnet8", 719'200, 75'800}}) {
    const WorkModel work = measuredWork(runtime, Architecture::X86_64);
    const auto at = [&](std::int64_t mb) {
      const std::int64_t cpu = work.firstDuration.a * work.cpuSharePpm / kMillion;
      return work.firstDuration.a - cpu + cpu * 1'769 / mb;
    };
    QVERIFY2(std::abs(at(128) - at128) <= at128 / 20 + 50, runtime);
    if (runtime != std::string("dotnet8") && runtime != std::string("java25")) {
      QVERIFY2(std::abs(at(1024) - at1024) <= at1024 / 20 + 50, runtime);
    }
  }
  QVERIFY(measuredWork("python3.8", Architecture::Arm64).init.a > 0);
  QVERIFY(measuredWork("", Architecture::Arm64).init.a > 0);
  const Derived result = derived(hello(""));
  QVERIFY(result.project.functions[0].idleTimeout == standardIdleTimeout());
  QVERIFY(result.project.functions[0].maximumAge == standardMaximumAge());
}

void TestDerive::readsProvisionedScaling() {
  const Derived result = derived(hello("      AutoPublishAlias: live\n", R"(  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: lambda
      ScalableDimension: lambda:function:ProvisionedConcurrency
      ResourceId: !Sub function:${Hello}:live
      MinCapacity: 2
      MaxCapacity: 20
      ScheduledActions:
        - ScheduledActionName: morning
          Schedule: cron(0 9 * * ? *)
          ScalableTargetAction: {MinCapacity: 10}
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref Target
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 0.7
        PredefinedMetricSpecification:
          PredefinedMetricType: LambdaProvisionedConcurrencyUtilization
)"));
  QCOMPARE(list(result.errors), QByteArray());
  QVERIFY(result.project.notes.empty());
  const ProvisionedScaling expected{.minimum = 2,
                                    .maximum = 20,
                                    .targetPpm = 700'000,
                                    .actions = {{"cron(0 9 * * ? *)", 10, 20}}};
  QVERIFY(result.project.functions[0].provisionedScaling == expected);
}

void TestDerive::givesMeasuredWorkByPackage() {
  const auto image = [](const char* work) {
    return derived(std::string(R"(
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties: {PackageType: Image, ImageUri: x, Architectures: [arm64]}
    Metadata: {Coldstart: {Work: {)") +
                   work + "}}}\n");
  };
  const Derived plain = image("");
  QCOMPARE(list(plain.errors), QByteArray());
  QVERIFY(plain.project.functions[0].package == Package::Image);
  // Go, image, arm64: 37 / 96 ms; a note says so.
  QCOMPARE(plain.project.functions[0].work.init.a, std::int64_t{37'000});
  QCOMPARE(plain.project.functions[0].work.init.b, std::int64_t{96'000});
  const auto says = [](const Note& note) {
    return note.text.english().find("does not say its runtime") != std::string::npos;
  };
  QCOMPARE(std::count_if(plain.project.notes.begin(), plain.project.notes.end(), says), 1);
  const Derived node = image("Runtime: nodejs22.x");
  QCOMPARE(list(node.errors), QByteArray());
  QCOMPARE(node.project.functions[0].work.init.a, std::int64_t{233'000});
  QVERIFY(std::none_of(node.project.notes.begin(), node.project.notes.end(), says));
  QVERIFY(list(image("Runtime: cobol").errors).contains("\"cobol\" is no runtime"));
  // Images begin more slowly, and their slowest are further from the middle.
  for (const char* runtime : {"python3.12", "nodejs22.x", "java21", "dotnet8", "provided.al2023"}) {
    const WorkModel zip = measuredWork(runtime, Architecture::X86_64);
    const WorkModel packed = measuredWork(runtime, Architecture::X86_64, Package::Image);
    QVERIFY2(packed.init.b > zip.init.b, runtime);
  }
}

void TestDerive::readsThePackageSize() {
  const auto sized = [](const char* size) {
    return derived(
        hello("", std::string("    Metadata: {Coldstart: {Work: {PackageSize: ") + size + "}}}\n"));
  };
  const Derived none = derived(hello(""));
  QVERIFY(none.project.functions[0].work.placement == Distribution{});
  const Derived some = sized("50MB");
  QCOMPARE(list(some.errors), QByteArray());
  const Distribution& placement = some.project.functions[0].work.placement;
  QCOMPARE(placement.a, std::int64_t{100'000});
  QCOMPARE(placement.b, std::int64_t{300'000});
  QVERIFY(list(sized("251MB").errors).contains("Unzipped size must be smaller than 262144000"));
  QVERIFY(list(sized("much").errors).contains("much"));
}

void TestDerive::findsLayers() {
  const Derived result = derived(hello(
      "      Layers: [!Ref Two, !Ref One, 'arn:aws:lambda:us-east-1:1:layer:x:1', !Ref ~no]\n",
      "  One: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: one/}}\n"
      "  Two: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: two/}}\n"));
  const std::vector<std::string> expected{"two/", "one/"};
  QCOMPARE(result.project.functions[0].layers, expected);
  const auto isOfALayer = [](const Note& note) {
    return note.text.english().starts_with("A layer of Hello is not");
  };
  QVERIFY(std::ranges::any_of(result.project.notes, isOfALayer));
}

QTEST_GUILESS_MAIN(TestDerive)
#include "tst_derive.moc"
