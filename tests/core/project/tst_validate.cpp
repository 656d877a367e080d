// SPDX-License-Identifier: GPL-3.0-or-later
// What a template may not say: AWS's message, the allowed range and the place; and what is kept
// but noted.
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/project/template.h"

using namespace coldstart;
using namespace coldstart::project;

namespace {

Derived derived(const std::string& text) {
  const auto tree = parseTemplate(text, "t");
  if (!tree) qFatal("%s", tree.error().english().c_str());
  return derive(*tree, "demo", {});
}

/// One function; `properties` is a flow mapping's inside, `rest` further lines of the template.
std::string hello(const std::string& properties, const std::string& rest = {}) {
  const bool runtime = properties.find("Runtime") != std::string::npos;
  const bool handler = properties.find("Handler") != std::string::npos;
  return "Resources:\n  Hello: {Type: AWS::Serverless::Function, Properties: {" +
         std::string(runtime ? "" : "Runtime: python3.13, ") +
         std::string(handler ? "" : "Handler: a.b, ") + properties + "}}\n" + rest;
}

std::string work(const std::string& coldstart) {
  return "Resources:\n  Hello: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.13, "
         "Handler: a.b}, Metadata: {Coldstart: {" +
         coldstart + "}}}\n";
}

std::string scenario(const std::string& inside) {
  return hello("", "Metadata: {Coldstart: {Scenarios: {s: {" + inside + "}}}}\n");
}

std::string load(const std::string& arrivals) {
  return scenario("Load: [{Function: Hello, Arrivals: " + arrivals + "}]");
}

}  // namespace

class TestValidate : public QObject {
  Q_OBJECT
 private slots:
  void refuses_data();
  void refuses();
  void accepts_data();
  void accepts();
  void notes_data();
  void notes();
  void survivesHostileTemplates_data();
  void survivesHostileTemplates();

 private:
  static void limits();
  static void texts();
  static void concurrency();
  static void graphs();
  static void models();
};

namespace {

void refused(const char* name, const std::string& text, const char* where, const char* words) {
  QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(where) << QByteArray(words);
}

}  // namespace

void TestValidate::limits() {
  const char* properties = "/Resources/Hello/Properties";
  const auto row = [&](const char* name, const char* inside, const char* key, const char* words) {
    refused(name, hello(inside), (QByteArray(properties) + key).constData(), words);
  };
  row("memory low", "MemorySize: 127", "/MemorySize",
      "1 validation error detected: Value '127' at 'memorySize' failed to satisfy constraint: "
      "Member must have value greater than or equal to 128. MemorySize can be 128 to "
      "10\u2009240 MB.");
  row("memory high", "MemorySize: 10241", "/MemorySize",
      "Member must have value less than or equal to 10240");
  row("memory negative", "MemorySize: -1", "/MemorySize", "Value '-1' at 'memorySize'");
  row("memory huge", "MemorySize: 9223372036854775", "/MemorySize", "less than or equal to 10240");
  row("memory beyond all", "MemorySize: 1e300", "/MemorySize", "must be a whole number");
  row("memory a fraction", "MemorySize: 128.5", "/MemorySize",
      "\"MemorySize\" must be a whole number, but the file has 128.5");
  row("memory a word", "MemorySize: lots", "/MemorySize", "the file has \"lots\"");
  row("memory with a unit", "MemorySize: 512MB", "/MemorySize", "the file has \"512MB\"");
  row("memory a list", "MemorySize: [1]", "/MemorySize", "the file has a list");
  row("memory a switch", "MemorySize: yes", "/MemorySize", "the file has true");
  row("timeout zero", "Timeout: 0", "/Timeout", "Timeout can be 1 to 900 s.");
  row("timeout long", "Timeout: 901", "/Timeout", "Value '901' at 'timeout'");
  row("storage", "EphemeralStorage: {Size: 511}", "/EphemeralStorage/Size",
      "Value '511' at 'ephemeralStorage.size'");
  row("storage not an object", "EphemeralStorage: 512", "/EphemeralStorage",
      "an object in braces is needed, but the file has 512");
  row("retries", "EventInvokeConfig: {MaximumRetryAttempts: 3}",
      "/EventInvokeConfig/MaximumRetryAttempts", "less than or equal to 2");
  row("event age", "EventInvokeConfig: {MaximumEventAgeInSeconds: 59}",
      "/EventInvokeConfig/MaximumEventAgeInSeconds", "can be 60 to 21\u2009600 s");
  row("reserved negative", "ReservedConcurrentExecutions: -1", "/ReservedConcurrentExecutions",
      "ReservedConcurrentExecutions can be 0 or more");
  row("provisioned zero",
      "AutoPublishAlias: live, ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 0}",
      "/ProvisionedConcurrencyConfig/ProvisionedConcurrentExecutions",
      "Value '0' at 'provisionedConcurrentExecutions' failed to satisfy constraint: Member must "
      "have value greater than or equal to 1");
  row("batch size",
      "Events: {E: {Type: SQS, Properties: {Queue: q, BatchSize: 10001, "
      "MaximumBatchingWindowInSeconds: 1}}}",
      "/Events/E/Properties/BatchSize", "less than or equal to 10000");
  row("batch without a window", "Events: {E: {Type: SQS, Properties: {Queue: q, BatchSize: 11}}}",
      "/Events/E/Properties/BatchSize",
      "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater "
      "than 10");
}

void TestValidate::texts() {
  const char* properties = "/Resources/Hello/Properties";
  const auto row = [&](const char* name, const std::string& inside, const char* key,
                       const char* words) {
    refused(name, hello(inside), (QByteArray(properties) + key).constData(), words);
  };
  row("name with a space", "FunctionName: my function", "/FunctionName",
      "Value 'my function' at 'functionName' failed to satisfy constraint: Member must satisfy "
      "regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?");
  row("name with emoji", "FunctionName: '\xF0\x9F\x9A\x80'", "/FunctionName", "at 'functionName'");
  row("name right to left", "FunctionName: שלום", "/FunctionName", "Value 'שלום'");
  row("name long", "FunctionName: " + std::string(65, 'a'), "/FunctionName",
      "Member must have length less than or equal to 64");
  row("handler with a space", "Handler: a b", "/Handler",
      R"(satisfy regular expression pattern: [^\s]+)");
  row("handler long", "Handler: a." + std::string(127, 'b'), "/Handler",
      "at 'handler' failed to satisfy constraint: Member must have length less than or equal to "
      "128");
  row("handler absent", "Handler: ''", "/Handler", "Hello has no Handler");
  row("runtime absent", "Runtime: ''", "/Runtime", "Hello has no Runtime");
  row("runtime unknown", "Runtime: PYTHON3.9", "/Runtime",
      "Value PYTHON3.9 at 'runtime' failed to satisfy constraint: Member must satisfy enum value "
      "set: [nodejs24.x, ");
  row("runtime blocked", "Runtime: python3.6", "/Runtime",
      "The runtime parameter of python3.6 is no longer supported for creating or updating AWS "
      "Lambda functions. We recommend you use a supported runtime while creating or updating "
      "functions.");
  row("description", "Description: " + std::string(257, 'd'), "/Description",
      "less than or equal to 256");
  row("alias of digits", "AutoPublishAlias: '2024'", "/AutoPublishAlias",
      "Value '2024' at 'name' failed to satisfy constraint: Member must satisfy regular "
      "expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)");
  row("two architectures", "Architectures: [x86_64, arm64]", "/Architectures",
      "Value '[x86_64, arm64]' at 'architectures' failed to satisfy constraint: Member must have "
      "length less than or equal to 1");
  row("architecture in capitals", "Architectures: [X86_64]", "/Architectures",
      "Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], "
      "Member must not be null]");
  row("log format", "LoggingConfig: {LogFormat: json}", "/LoggingConfig/LogFormat",
      "Value 'json' at 'loggingConfig.logFormat' failed to satisfy constraint: Member must "
      "satisfy enum value set: [JSON, Text]");
  row("variable's name", "Environment: {Variables: {1ST: x}}", "/Environment/Variables/1ST",
      "[a-zA-Z]([a-zA-Z0-9_])+");
  row("variable's name too short", "Environment: {Variables: {A: x}}", "/Environment/Variables/A",
      "at least two");
  row("reserved variables", "Environment: {Variables: {AWS_REGION: x, _HANDLER: y}}",
      "/Environment/Variables", "Reserved keys used in this request: AWS_REGION, _HANDLER");
  row("variable a map", "Environment: {Variables: {AB: {x: 1}}}", "/Environment/Variables/AB",
      "must be text, but the file has an object");
  row("variables too large", "Environment: {Variables: {BIG: " + std::string(4'090, 'x') + "}}",
      "/Environment/Variables", "exceeded the 4KB limit. String measured: {\"BIG\":\"xxx");
  row("event without a type", "Events: {E: {Properties: {}}}", "/Events/E", "has no Type");
  refused("logical id with emoji",
          "Resources: {'\xF0\x9F\x9A\x80 x': {Type: AWS::Serverless::Function, Properties: "
          "{Runtime: python3.13, Handler: a.b}}}\n",
          "/Resources/\xF0\x9F\x9A\x80 x",
          "Template format error: Resource name \xF0\x9F\x9A\x80 x is non alphanumeric.");
}

void TestValidate::concurrency() {
  const char* below =
      "Specified ReservedConcurrentExecutions for function decreases account's "
      "UnreservedConcurrentExecution below its minimum value of [100].";
  refused("reserving too much", hello("ReservedConcurrentExecutions: 901"),
          "/Resources/Hello/Properties/ReservedConcurrentExecutions", below);
  refused("reserving too much together",
          hello("ReservedConcurrentExecutions: 500",
                "  B: {Type: AWS::Serverless::Function, Properties: {Runtime: java25, Handler: h, "
                "ReservedConcurrentExecutions: 401}}\n"),
          "/Resources/B/Properties/ReservedConcurrentExecutions",
          "other functions reserve 500: this one can reserve up to 400");
  refused("a small account cannot reserve",
          hello("ReservedConcurrentExecutions: 1",
                "Metadata: {Coldstart: {Account: {ConcurrentExecutions: 10}}}\n"),
          "/Resources/Hello/Properties/ReservedConcurrentExecutions", "up to 0");
  const auto provisioned = [](const char* more, int amount) {
    return hello(more +
                 std::string("ProvisionedConcurrencyConfig: "
                             "{ProvisionedConcurrentExecutions: ") +
                 std::to_string(amount) + "}");
  };
  const char* where = "/Resources/Hello/Properties/ProvisionedConcurrencyConfig";
  refused("provisioned without alias", provisioned("", 1), where,
          "Provisioned Concurrency Configs cannot be applied to unpublished function versions.");
  refused("provisioned above reserved",
          provisioned("AutoPublishAlias: live, ReservedConcurrentExecutions: 5, ", 6), where,
          "Requested Provisioned Concurrency should not be greater than the "
          "reservedConcurrentExecution for function. Hello reserves 5 and asks for 6.");
  refused("provisioned leaves too little", provisioned("AutoPublishAlias: live, ", 950), where,
          "Specified ConcurrentExecutions for function decreases account's "
          "UnreservedConcurrentExecution below its minimum value of [100].");
  refused("provisioned above the account", provisioned("AutoPublishAlias: live, ", 1001), where,
          "Specified ConcurrentExecutions for function is greater than account's unreserved "
          "concurrency [1000].");
  refused("two functions of a name",
          hello("FunctionName: twin",
                "  B: {Type: AWS::Serverless::Function, Properties: "
                "{Runtime: java25, Handler: h, FunctionName: twin}}\n"),
          "/Resources/B/Properties/FunctionName", "Function already exist: twin");
  refused("account of none",
          hello("", "Metadata: {Coldstart: {Account: {ConcurrentExecutions: 0}}}"),
          "/Metadata/Coldstart/Account/ConcurrentExecutions", "can be 1 or more");
  refused("a change beyond the account",
          scenario("Load: [], Changes: [{At: 5s, Set: Hello.ReservedConcurrentExecutions, To: "
                   "950}]"),
          "/Metadata/Coldstart/Scenarios/s/Changes", "At 5s the functions would reserve 950");
}

void TestValidate::graphs() {
  refused("no resources", "Description: x\n", "/Resources", "has no resources");
  refused("resources a list", "Resources: [1]\n", "/Resources", "has no resources");
  std::string many = "Resources:\n";
  for (int i = 0; i < 501; ++i) many += "  Q" + std::to_string(i) + ": {Type: AWS::SQS::Queue}\n";
  refused("501 resources", many, "/Resources", "CloudFormation accepts at most 500");
  refused("resource without type", "Resources: {A: {Properties: {}}}\n", "/Resources/A",
          "has no Type");
  refused("resource a number", "Resources: {A: 1}\n", "/Resources/A", "has no Type");
  refused("properties a text", "Resources: {A: {Type: AWS::Serverless::Function, Properties: x}}\n",
          "/Resources/A/Properties", "an object in braces is needed");
  refused("cycle of two",
          "Resources:\n  A: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub '${B}-x'}}\n"
          "  B: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref A}}\n",
          "/Resources/A",
          "Circular dependency between resources: [A, B]. The way round is A → B → A: remove one "
          "of these references.");
  refused("cycle of one", "Resources: {A: {Type: X, Properties: {P: !GetAtt A.Arn}}}\n",
          "/Resources/A", "[A]");
  refused("cycle through DependsOn",
          "Resources:\n  A: {Type: X, DependsOn: [C]}\n  B: {Type: X, DependsOn: A}\n"
          "  C: {Type: X, Properties: {P: !Join ['', [!Ref B]]}}\n",
          "/Resources/A", "A → C → B → A");
  refused(
      "condition that needs itself",
      "Conditions: {P: !Not [!Condition Q], Q: !Condition P}\n" + hello("Timeout: !If [P, 5, 6]"),
      "/Conditions/P", "depends on itself");
  refused("condition that is missing", hello("Timeout: !If [Nope, 5, 6]"),
          "/Resources/Hello/Properties/Timeout", "condition \"Nope\"");
  refused("map that is missing", hello("Timeout: !FindInMap [A, b, c]"),
          "/Resources/Hello/Properties/Timeout", "looks for \"A\"");
  refused("join of a number", hello("Description: !Join 5"),
          "/Resources/Hello/Properties/Description", "Fn::Join is not written as");
  refused("select out of range", hello("Description: !Select [3, [a]]"),
          "/Resources/Hello/Properties/Description", "Fn::Select is not written as");
}

void TestValidate::models() {
  const char* coldstart = "/Resources/Hello/Metadata/Coldstart";
  const auto row = [&](const char* name, const char* inside, const char* key, const char* words) {
    refused(name, work(inside), (QByteArray(coldstart) + key).constData(), words);
  };
  row("duration without unit", "Work: {Duration: '210'}", "/Work/Duration",
      "\"210\" is not a duration");
  row("duration a number", "Work: {Init: 210}", "/Work/Init", "must be a distribution");
  row("memory without unit", "Work: {MaxMemoryUsed: '74'}", "/Work/MaxMemoryUsed",
      "\"74\" is not an amount of memory");
  row("unknown distribution", "Work: {Init: {Normal: {Mean: 1s}}}", "/Work/Init",
      "must be a distribution");
  row("two distributions", "Work: {Init: {Constant: {Value: 1s}, Uniform: {Min: 1s, Max: 2s}}}",
      "/Work/Init", "must be a distribution");
  row("parameter missing", "Work: {Init: {LogNormal: {Median: 1s}}}", "/Work/Init/LogNormal",
      "needs \"P99\"");
  row("wrong order", "Work: {Init: {Uniform: {Min: 2s, Max: 1s}}}", "/Work/Init/Uniform",
      "\"Min\" must not be larger than \"Max\"");
  row("empty measurement", "Work: {Init: {Empirical: {Values: []}}}", "/Work/Init/Empirical",
      "needs \"Values\"");
  row("too long", "IdleTimeout: 400d", "/IdleTimeout", "longer than a year");
  row("error rate above one", "Work: {ErrorRate: 1.1}", "/Work/ErrorRate", "0.0 to 1.0");
  row("error rate negative", "Work: {ErrorRate: -0.1}", "/Work/ErrorRate", "0.0 to 1.0");
  row("log lines a text", "Work: {LogLines: hello}", "/Work/LogLines", "must be a list");

  const char* at = "/Metadata/Coldstart/Scenarios/s/Load/0";
  const auto arrivals = [&](const char* name, const char* inside, const char* key,
                            const char* words) {
    refused(name, load(inside), (QByteArray(at) + key).constData(), words);
  };
  arrivals("no arrivals", "{}", "", "\"Arrivals\" is missing");
  arrivals("no rate", "{Poisson: {}}", "/Arrivals/Poisson", "\"PerSecond\" is missing");
  arrivals("negative rate", "{Poisson: {PerSecond: -1}}", "/Arrivals/Poisson/PerSecond",
           "requests a second");
  arrivals("rate a word", "{Poisson: {PerSecond: many}}", "/Arrivals/Poisson/PerSecond",
           "must be a number");
  arrivals("times without unit", "{At: [1, 2]}", "/Arrivals/At", "list of moments");
  arrivals("start without unit", "{Poisson: {PerSecond: 1, Start: 5}}", "/Arrivals/Poisson/Start",
           "must be a duration in quotes");
  refused("unknown function", scenario("Load: [{Function: Goodbye}]"),
          "/Metadata/Coldstart/Scenarios/s/Load/0/Function",
          "There is no function \"Goodbye\". The template has: Hello.");
  refused("unknown trigger", scenario("Load: [{Trigger: Hello/Up}]"),
          "/Metadata/Coldstart/Scenarios/s/Load/0/Trigger", "There is no trigger \"Hello/Up\"");
  refused("load not a list", scenario("Load: 5"), "/Metadata/Coldstart/Scenarios/s/Load",
          "must be a list");
  refused("until without unit", scenario("Until: 5"), "/Metadata/Coldstart/Scenarios/s/Until",
          "must be a duration in quotes");
  refused("a change of nothing", scenario("Changes: [{At: 1s, Set: Hello.Handler, To: 1}]"),
          "/Metadata/Coldstart/Scenarios/s/Changes/0/Set", "cannot change during a run");
  refused("a change out of range", scenario("Changes: [{At: 1s, Set: Hello.Timeout, To: 0}]"),
          "/Metadata/Coldstart/Scenarios/s/Changes/0/To", "Value '0' at 'timeout'");
  refused("a change at no time", scenario("Changes: [{Set: Hello.Timeout, To: 1}]"),
          "/Metadata/Coldstart/Scenarios/s/Changes/0", "\"At\" is missing");
  refused("start of the clock", hello("", "Metadata: {Coldstart: {StartsAt: tomorrow}}\n"),
          "/Metadata/Coldstart/StartsAt", "is not a date and time");
  refused("account id", hello("", "Metadata: {Coldstart: {AccountId: 12}}\n"),
          "/Metadata/Coldstart/AccountId", "twelve digits");
}

void TestValidate::refuses_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("where");
  QTest::addColumn<QByteArray>("words");
  limits();
  texts();
  concurrency();
  graphs();
  models();
}

void TestValidate::refuses() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, where);
  QFETCH(QByteArray, words);
  const Derived result = derived(text.toStdString());
  QVERIFY(!result.errors.empty());
  QByteArray all;
  for (const Error& error : result.errors) {
    const QByteArray sentence = QByteArray::fromStdString(error.english());
    if (QByteArray::fromStdString(error.where) == where && sentence.contains(words)) return;
    all += sentence + "\n";
  }
  QVERIFY2(false, all.constData());
}

void TestValidate::accepts_data() {
  QTest::addColumn<QByteArray>("text");
  const auto row = [](const char* name, const std::string& text) {
    QTest::newRow(name) << QByteArray::fromStdString(text);
  };
  row("limits themselves",
      hello("MemorySize: 10240, Timeout: 900, EphemeralStorage: {Size: 10240}"));
  row("numbers as text", hello("MemorySize: '512', Timeout: '30'"));
  row("all that may be reserved", hello("ReservedConcurrentExecutions: 900"));
  row("reserved zero", hello("ReservedConcurrentExecutions: 0"));
  row("provisioned within reserved",
      hello("AutoPublishAlias: live, ReservedConcurrentExecutions: 5, "
            "ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 5}"));
  row("image", hello("PackageType: Image, Runtime: '', Handler: ''"));
  row("value that only a deployment knows", hello("MemorySize: !ImportValue Size"));
  row("longest name", hello("FunctionName: " + std::string(64, 'a')));
  row("handler of Java", hello("Runtime: java25, Handler: 'pets.List::handle'"));
  row("4 096 bytes",
      hello("Environment: {Variables: {BIG: " + std::string(4'096 - 10, 'x') + "}}"));
  row("removing a limit", scenario("Changes: [{At: 1s, Set: Hello.ReservedConcurrentExecutions}]"));
}

void TestValidate::accepts() {
  QFETCH(QByteArray, text);
  const Derived result = derived(text.toStdString());
  for (const Error& error : result.errors) QVERIFY2(false, error.english().c_str());
}

void TestValidate::notes_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("where");
  QTest::addColumn<QByteArray>("words");
  refused("unknown resource type", hello("", "  T: {Type: AWS::Nobody::Knows}\n"), "/Resources/T",
          "T (AWS::Nobody::Knows) is kept in the template");
  refused("unknown property", hello("Tracing: Active"), "/Resources/Hello/Properties/Tracing",
          "\"Tracing\" is kept");
  refused("unknown section", hello("", "Hints: 1\n"), "/Hints", "not a section");
  refused("unknown key of ours", hello("", "Metadata: {Coldstart: {Sead: 1}}\n"),
          "/Metadata/Coldstart/Sead", "knows no setting \"Sead\"");
  refused("undefined reference", hello("Description: !Ref Ghost"),
          "/Resources/Hello/Properties/Description", "neither a parameter nor a resource");
  refused("parameter without default",
          "Parameters: {Size: {Type: Number}}\n" + hello("MemorySize: !Ref Size"),
          "/Resources/Hello/Properties/MemorySize", "has no default");
  refused("deprecated runtime", hello("Runtime: nodejs18.x"), "/Resources/Hello/Properties/Runtime",
          "deprecated since 2025-09-01");
  refused("polling", hello("Events: {E: {Type: SQS, Properties: {Queue: q}}}"),
          "/Resources/Hello/Properties/Events/E/Properties", "is not in this template");
  refused("event of another type", hello("Events: {E: {Type: IoTRule, Properties: {Sql: x}}}"),
          "/Resources/Hello/Properties/Events/E/Properties", "IoTRule");
  refused("permissions", hello("Policies: [AmazonS3ReadOnlyAccess]"),
          "/Resources/Hello/Properties/Policies", "Permissions are not simulated yet");
}

void TestValidate::notes() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, where);
  QFETCH(QByteArray, words);
  const Derived result = derived(text.toStdString());
  for (const Error& error : result.errors) QVERIFY2(false, error.english().c_str());
  QByteArray all;
  for (const Note& note : result.project.notes) {
    const QByteArray sentence = QByteArray::fromStdString(note.text.english());
    if (QByteArray::fromStdString(note.where) == where && sentence.contains(words)) return;
    all += QByteArray::fromStdString(note.where) + ": " + sentence + "\n";
  }
  QVERIFY2(false, all.constData());
}

void TestValidate::survivesHostileTemplates_data() {
  QTest::addColumn<QByteArray>("text");
  const auto row = [](const char* name, const std::string& text) {
    QTest::newRow(name) << QByteArray::fromStdString(text);
  };
  std::string names = "Resources:\n";
  std::string chain = "Resources:\n";
  std::string conditions = "Conditions:\n";
  for (int i = 0; i < 3'000; ++i) {
    const std::string next = std::to_string(i + 1);
    const std::string own = std::to_string(i);
    // Each name twice the next one: 2^3000 characters if anybody wrote them out.
    names += "  R" + own + ": {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub '${R" + next +
             "}${R" + next + "}'}}\n";
    chain += "  R" + own + ": {Type: X, Properties: {P: !Ref R" + next + "}}\n";
    conditions += "  C" + own + ": !Condition C" + next + "\n";
  }
  row("names that double", names);
  row("a long chain", chain);
  row("a long chain that closes", chain + "  R3000: {Type: X, Properties: {P: !Ref R0}}\n");
  row("conditions without end", conditions + hello("Timeout: !If [C0, 1, 2]"));
  std::string variables;
  for (int i = 0; i < 20'000; ++i) variables += "V" + std::to_string(i) + ": x, ";
  row("many variables", hello("Environment: {Variables: {" + variables + "}}"));
  std::string resources;
  for (int i = 0; i < 501; ++i)
    resources += "  Q" + std::to_string(i) + ": {Type: AWS::SQS::Queue}\n";
  row("more resources than a template may have", hello("", resources));
  std::string sections;
  for (int i = 0; i < 5'000; ++i) sections += "K" + std::to_string(i) + ": 1\n";
  row("many unknown sections", hello("", sections));
  std::string nested = "x";
  for (int i = 0; i < 200; ++i)
    nested = "{\"Fn::Join\":[\"\",[" + (i == 0 ? "\"x\"" : nested) + "]]}";
  row("functions in functions",
      R"({"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": )" + nested +
          "}}}}");
}

void TestValidate::survivesHostileTemplates() {
  QFETCH(QByteArray, text);
  const auto tree = parseTemplate(text.toStdString(), "t");
  if (!tree) return;  // refused at the door is as good
  const Derived result = derive(*tree, "demo", {});
  QVERIFY(result.errors.size() <= 1'001);
  QVERIFY(result.project.notes.size() <= 1'001);
  QVERIFY(result.project.functions.size() + result.project.resources.size() <= 500);
}

QTEST_GUILESS_MAIN(TestValidate)
#include "tst_validate.moc"
