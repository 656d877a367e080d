// SPDX-License-Identifier: GPL-3.0-or-later
// Buckets, topics, schedules and buses as sources of requests: whom they ask, and what their
// filters hold back.
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/observe/explain.h"
#include "core/project/template.h"
#include "core/simulate/simulate.h"

using namespace coldstart;

namespace {

const char* const kPhoto =
    R"({"Records":[{"eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"photos"},
        "object":{"key":"in/sea+side.jpg"}}}]})";
const char* const kOrder =
    "{'Records':[{'Sns':{'Message':'{#total#: 120}','MessageAttributes':{"
    "'kind':{'Type':'String','Value':'book'},'price':{'Type':'Number','Value':'30'}}}}]}";
const char* const kStopped =
    R"({"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification",
        "detail":{"state":"stopped"}})";

/// A project with one function and one event of it, and a load of three requests from there.
project::Derived derived(const std::string& event, const std::string& load) {
  project::Files files;
  files.exists = [](const std::string&) { return true; };
  files.read = [](const std::string& path) -> std::optional<std::string> {
    if (path == "events/photo.json") return kPhoto;
    if (path == "events/order.json") {
      return QByteArray(kOrder).replace('\'', '"').replace('#', "\\\"").toStdString();
    }
    return kStopped;
  };
  const std::string text = R"(
Transform: AWS::Serverless-2016-10-31
Resources:
  Photos: {Type: AWS::S3::Bucket}
  Orders: {Type: AWS::SNS::Topic}
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: python3.13
      CodeUri: src/
      Events:
        It: )" + event + R"(
Metadata:
  Coldstart:
    Scenarios:
      s:
        Until: 10m
        Load: [)" + load + R"(]
)";
  return project::derive(*project::parseTemplate(text, "template.yaml"), "demo", files);
}

}  // namespace

class TestSources : public QObject {
  Q_OBJECT
 private slots:
  void filtersHoldBack_data();
  void filtersHoldBack();
  void schedulesFireByThemselves();
  void refusedFiltersAreNamed();
};

void TestSources::filtersHoldBack_data() {
  QTest::addColumn<QByteArray>("event");
  QTest::addColumn<QByteArray>("file");
  QTest::addColumn<QByteArray>("whyNot");
  const auto bucket = [](const char* filter) {
    return QByteArray("{Type: S3, Properties: {Bucket: !Ref Photos, Events: 's3:") + filter + "}}";
  };
  const auto row = [](const char* name, const QByteArray& event, const char* file,
                      const char* whyNot = "") {
    QTest::newRow(name) << event << QByteArray(file) << QByteArray(whyNot);
  };
  row("any object", bucket("ObjectCreated:*'"), "photo");
  row("this kind of event", bucket("ObjectCreated:Put'"), "photo");
  row("another kind", bucket("ObjectRemoved:*'"), "photo", "not for ObjectCreated:Put but for");
  const char* const kRules = "ObjectCreated:*', Filter: {S3Key: {Rules: [{Name: %1, Value: %2}]}}";
  const auto rule = [&](const char* name, const char* value) {
    return bucket(
        qPrintable(QString::fromLatin1(kRules).arg(QLatin1String(name), QLatin1String(value))));
  };
  row("prefix", rule("prefix", "in/"), "photo");
  row("another prefix", rule("Prefix", "out/"), "photo", "The key in/sea side.jpg does not begin");
  row("suffix, decoded", rule("suffix", "'sea side.jpg'"), "photo");
  row("another suffix", rule("suffix", ".png"), "photo", "does not end with .png");
  const auto topic = [](const char* policy) {
    return QByteArray("{Type: SNS, Properties: {Topic: !Ref Orders") + policy + "}}";
  };
  row("no policy", topic(""), "order");
  row("attributes", topic(", FilterPolicy: {kind: [book], price: [{numeric: ['>', 20]}]}"),
      "order");
  row("other attributes", topic(", FilterPolicy: {kind: [toy]}"), "order", "kind");
  row("no such attribute", topic(", FilterPolicy: {size: [1]}"), "order", "size");
  row("body", topic(", FilterPolicyScope: MessageBody, FilterPolicy: {total: [120]}"), "order");
  row("another body", topic(", FilterPolicyScope: MessageBody, FilterPolicy: {total: [1]}"),
      "order", "total");
  const auto bus = [](const char* pattern) {
    return QByteArray("{Type: EventBridgeRule, Properties: {Pattern: ") + pattern + "}}";
  };
  row("pattern", bus("{source: [aws.ec2], detail: {state: [stopped]}}"), "stopped");
  row("another pattern", bus("{source: [aws.ec2], detail: {state: [running]}}"), "stopped",
      "detail.state");
  row("switched off",
      QByteArray("{Type: EventBridgeRule, Properties: {State: DISABLED, Pattern: {source: "
                 "[aws.ec2]}}}"),
      "stopped", "It is switched off.");
}

void TestSources::filtersHoldBack() {
  QFETCH(QByteArray, event);
  QFETCH(QByteArray, file);
  QFETCH(QByteArray, whyNot);
  const project::Derived read =
      derived(event.toStdString(), "{Trigger: It, Event: events/" + file.toStdString() +
                                       ".json, Arrivals: {At: [0s, 1s, 2s]}}");
  QVERIFY2(read.errors.empty(), read.errors.empty() ? "" : read.errors[0].text.english().c_str());
  const auto run = simulate::simulate(read.project, read.project.scenarios[0]);
  QVERIFY2(static_cast<bool>(run), run ? "" : run.error().text.english().c_str());
  QCOMPARE((*run)->requests, whyNot.isEmpty() ? 3U : 0U);
  const std::string story = observe::asText(observe::explainRun(observe::RunIndex(*run)));
  QCOMPARE(story.find("makes no requests") != std::string::npos, !whyNot.isEmpty());
  QVERIFY2(story.find(whyNot.toStdString()) != std::string::npos, story.c_str());
}

void TestSources::schedulesFireByThemselves() {
  const project::Derived read =
      derived("{Type: Schedule, Properties: {Schedule: rate(2 minutes)}}", "{Trigger: It}");
  const auto run = simulate::simulate(read.project, read.project.scenarios[0]);
  QCOMPARE((*run)->requests, 4U);  // After 2, 4, 6 and 8 minutes of 10.
  QCOMPARE((*run)->journal.attempts[0].arrived, Instant{} + Duration::minutes(2));
}

void TestSources::refusedFiltersAreNamed() {
  const project::Derived read =
      derived("{Type: EventBridgeRule, Properties: {Pattern: {source: aws.ec2}}}",
              "{Trigger: It, Event: events/stopped.json, Arrivals: {At: [0s]}}");
  const auto run = simulate::simulate(read.project, read.project.scenarios[0]);
  QVERIFY(!run);
  QVERIFY(run.error().text.english().find("Event pattern is not valid") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
