// SPDX-License-Identifier: GPL-3.0-or-later
// What invocations set off: sends, destinations, dead-letter queues, second deliveries, loops.
#include <QTest>
#include <algorithm>

#include "core/project/target.h"
#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;
using journal::Attempt;
using journal::Decision;
using journal::Ending;

namespace {

Instant sec(std::int64_t s) {
  return Instant{s * 1'000'000};
}

/// First gets events; Second and Third are there to be sent to.
struct Case {
  project::Project project;
  project::Scenario scenario;

  explicit Case(std::vector<Instant> times = {sec(0)},
                project::InvocationType type = project::InvocationType::Event) {
    for (const char* id : {"First", "Second", "Third"}) {
      project.functions.push_back(
          example::function(id, Duration::millis(100), Duration::millis(100)));
    }
    scenario.until = Duration::hours(12);
    scenario.loads.push_back(example::load(0, example::at(std::move(times)), type));
  }
  project::Function& first() { return project.functions[0]; }
  /// A bucket, topic or queue of the template, and whom it invokes.
  void resource(const std::string& id, const std::string& type,
                std::vector<std::size_t> functions = {}) {
    project.resources.push_back({id, type, id});
    for (const std::size_t f : functions) {
      project.triggers.push_back(
          {.id = "On" + id,
           .function = f,
           .kind = type == "AWS::S3::Bucket" ? project::TriggerKind::S3 : project::TriggerKind::Sns,
           .source = id,
           .detail = {}});
    }
  }
  [[nodiscard]] std::shared_ptr<const journal::Run> run() const {
    return *simulate::simulate(project, scenario);
  }
};

std::int64_t invocationsOf(const journal::Run& run, std::size_t function) {
  return std::ranges::count_if(run.journal.attempts.all(), [&](const Attempt& a) {
    return a.ran() && run.journal.functionOf(a) == function;
  });
}

}  // namespace

class TestChains : public QObject {
  Q_OBJECT
 private slots:
  void handlersSendOn();
  void filtersHoldSendsBack();
  void aShareSends();
  void synchronousRequestsSendToo();
  void failuresGoToBothTargets();
  void successesGoOn();
  void someEventsComeTwice();
  void aLoopIsStopped();
  void aLoopOfTwoIsStopped();
  void aLoopThroughAQueueIsStopped();
  void allowedLoopsGoOn();
  void longChainsAreNoLoops();
  void reservedZeroIsTold();
  void targets_data();
  void targets();
};

void TestChains::handlersSendOn() {
  Case c;
  c.resource("Topic", "AWS::SNS::Topic", {1, 2});
  c.first().work.sends.push_back({.target = "Topic", .times = 2});
  const auto run = c.run();
  QCOMPARE(run->requests, 5U);
  QCOMPARE(invocationsOf(*run, 1), 2);
  QCOMPARE(invocationsOf(*run, 2), 2);
  QCOMPARE(run->journal.origins.size(), std::size_t{4});
  for (const journal::Following& following : run->journal.origins) {
    QCOMPARE(following.attempt, 0U);
  }
  const Attempt& sent = run->journal.attempts[1];
  QCOMPARE(sent.request, 1U);
  QCOMPARE(sent.cause, journal::kNone);
  QCOMPARE(sent.arrived, run->journal.attempts[0].ended() + Duration::millis(1));
  QCOMPARE(run->journal.sources[sent.source].trigger, project::TriggerKind::Sns);
  QCOMPARE(run->journal.sources[sent.source].label, std::string("First → Topic"));
}

void TestChains::filtersHoldSendsBack() {
  // The way out of a loop: what it writes has not the prefix that the trigger listens to.
  Case c;
  c.resource("Photos", "AWS::S3::Bucket", {0});
  c.project.triggers[0].filter = R"({"prefix": "uploads/"})";
  const std::string put = R"({"Records": [{"s3": {"object": {"key": "%/a.jpg"}}}]})";
  const auto writing = [&](const std::string& folder) {
    std::string event = put;
    event.replace(event.find('%'), 1, folder);
    c.first().work.sends = {{.target = "Photos", .message = event}};
    return invocationsOf(*c.run(), 0);
  };
  QCOMPARE(writing("uploads"), 16);
  QCOMPARE(writing("thumbnails"), 1);
}

void TestChains::aShareSends() {
  Case c(std::vector<Instant>(1'000, sec(0)));
  c.first().work.sends.push_back({.target = "Second", .times = 1, .sharePpm = 250'000});
  const std::int64_t sent = invocationsOf(*c.run(), 1);
  // 1 000 draws at a quarter: a standard deviation of 13.7.
  QVERIFY2(std::abs(sent - 250) < 60, qPrintable(QString::number(sent)));
}

void TestChains::synchronousRequestsSendToo() {
  Case c({sec(0)}, project::InvocationType::RequestResponse);
  c.first().work.sends.push_back({.target = "Second"});
  c.first().onSuccess = "Third";  // Destinations are for events alone.
  const auto run = c.run();
  QCOMPARE(invocationsOf(*run, 1), 1);
  QCOMPARE(invocationsOf(*run, 2), 0);
}

void TestChains::failuresGoToBothTargets() {
  Case c;
  c.resource("Letters", "AWS::SNS::Topic", {2});
  c.first().work.errorRatePpm = project::kMillion;
  c.first().onFailure = "Second";
  c.first().deadLetterTarget = "arn:aws:sns:us-east-1:123456789012:Letters";
  c.first().onSuccess = "Second";
  const auto run = c.run();
  QCOMPARE(invocationsOf(*run, 0), 3);
  QCOMPARE(invocationsOf(*run, 1), 1);
  QCOMPARE(invocationsOf(*run, 2), 1);
  QCOMPARE(run->journal.origins[0].attempt, 2U);  // The third try settled it.
}

void TestChains::successesGoOn() {
  Case c({sec(0), sec(1)});
  c.first().onSuccess = "Second";
  c.first().onFailure = "Third";
  const auto run = c.run();
  QCOMPARE(invocationsOf(*run, 1), 2);
  QCOMPARE(invocationsOf(*run, 2), 0);
}

void TestChains::someEventsComeTwice() {
  Case c(std::vector<Instant>(1'000, sec(0)));
  c.first().duplicateRatePpm = 100'000;
  const auto run = c.run();
  QCOMPARE(run->requests, 1'000U);
  std::int64_t twice = 0;
  for (const Attempt& a : run->journal.attempts.all()) {
    if (!a.duplicate) continue;
    ++twice;
    const Attempt& before = run->journal.attempts[a.cause];
    QCOMPARE(a.request, before.request);
    QCOMPARE(before.ending, Ending::Succeeded);
    QVERIFY(before.retried);
    QVERIFY(a.arrived > before.ended());
    QVERIFY(a.arrived <= before.ended() + Duration::seconds(30));
  }
  QVERIFY2(std::abs(twice - 100) < 45, qPrintable(QString::number(twice)));
}

void TestChains::aLoopIsStopped() {
  Case c;
  c.resource("Photos", "AWS::S3::Bucket", {0});
  c.first().work.sends.push_back({.target = "Photos"});
  c.first().onFailure = "Second";
  const auto run = c.run();
  QCOMPARE(invocationsOf(*run, 0), 16);
  const Attempt& stopped = run->journal.attempts[16];
  QCOMPARE(stopped.decision, Decision::RecursionStopped);
  QCOMPARE(stopped.ending, Ending::Refused);
  QVERIFY(!stopped.retried);
  QCOMPARE(invocationsOf(*run, 1), 1);  // Its event goes to the failure destination.
}

void TestChains::aLoopOfTwoIsStopped() {
  Case c;
  c.first().work.sends.push_back({.target = "Second"});
  c.project.functions[1].work.sends.push_back({.target = "First"});
  const auto run = c.run();
  QCOMPARE(invocationsOf(*run, 0), 16);
  QCOMPARE(invocationsOf(*run, 1), 16);
}

void TestChains::aLoopThroughAQueueIsStopped() {
  Case c;
  c.scenario.until = Duration::minutes(10);
  c.resource("Jobs", "AWS::SQS::Queue");
  c.resource("Dead", "AWS::SQS::Queue");
  for (const char* id : {"Jobs", "Dead"}) {
    project::Queue queue;
    queue.id = queue.name = id;
    c.project.queues.push_back(queue);
  }
  c.project.queues[0].maximumReceives = 3;
  c.project.queues[0].deadLetterQueue = 1;
  project::EventSourceMapping mapping;
  mapping.queue = 0;
  c.project.mappings.push_back(mapping);
  c.first().work.sends.push_back({.target = "Jobs"});
  const auto run = c.run();
  // The event, and fifteen batches of one message each; the next is received in vain three times.
  QCOMPARE(invocationsOf(*run, 0), 16);
  QCOMPARE(run->requests, 19U);
  for (std::uint32_t i = 16; i < 19; ++i) {
    QCOMPARE(run->journal.attempts[i].decision, Decision::RecursionStopped);
    QCOMPARE(run->journal.origins[i - 1].attempt, 15U);
  }
  const journal::Message& stopped = run->journal.messages.at(15);
  QCOMPARE(stopped.ending, journal::MessageEnding::DeadLettered);
  QCOMPARE(run->journal.messages.size(), std::size_t{16});
}

void TestChains::allowedLoopsGoOn() {
  Case c;
  c.scenario.until = Duration::seconds(10);
  c.first().work.sends.push_back({.target = "First"});
  c.first().terminatesRecursion = false;
  const auto run = c.run();
  QVERIFY(invocationsOf(*run, 0) > 90);  // One every 101 ms.
  for (const Attempt& a : run->journal.attempts.all()) {
    QVERIFY(a.decision != Decision::RecursionStopped);
  }
}

void TestChains::longChainsAreNoLoops() {
  Case c;
  for (std::size_t i = 3; i < 40; ++i) {
    c.project.functions.push_back(c.first());
    c.project.functions.back().id = c.project.functions.back().name = "F" + std::to_string(i);
  }
  for (std::size_t i = 0; i + 1 < c.project.functions.size(); ++i) {
    c.project.functions[i].work.sends.push_back({.target = c.project.functions[i + 1].id});
  }
  QCOMPARE(c.run()->attempts, 40U);
}

void TestChains::reservedZeroIsTold() {
  Case c;
  c.first().reserved = 0;
  c.first().onFailure = "Second";
  const auto run = c.run();
  QCOMPARE(run->journal.attempts[0].ending, Ending::ReservedZero);
  QCOMPARE(invocationsOf(*run, 1), 1);
}

void TestChains::targets_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<int>("kind");
  QTest::addColumn<bool>("reachable");
  using Kind = project::Target::Kind;
  const auto row = [](const char* text, Kind kind, bool reachable) {
    QTest::newRow(*text == 0 ? "nothing" : text)
        << QString::fromLatin1(text) << static_cast<int>(kind) << reachable;
  };
  row("", Kind::None, false);
  row("First", Kind::Function, true);
  row("arn:aws:lambda:us-east-1:123456789012:function:First:live", Kind::Function, true);
  row("Photos", Kind::Bucket, true);
  row("arn:aws:s3:::Photos", Kind::Bucket, true);
  row("arn:aws:sns:us-east-1:123456789012:Topic", Kind::Topic, true);
  row("arn:aws:sqs:us-east-1:123456789012:Orders.fifo", Kind::FifoQueue, false);
  row("arn:aws:events:us-east-1:123456789012:event-bus/Bus", Kind::EventBus, true);
  row("arn:aws:sqs:us-east-1:999999999999:Elsewhere", Kind::Outside, true);
  row("Elsewhere", Kind::Missing, false);
}

void TestChains::targets() {
  QFETCH(QString, text);
  QFETCH(int, kind);
  QFETCH(bool, reachable);
  Case c;
  c.resource("Photos", "AWS::S3::Bucket", {0});
  c.resource("Topic", "AWS::SNS::Topic");
  c.resource("Orders.fifo", "AWS::SQS::Queue");
  c.resource("Bus", "AWS::Events::EventBus");
  const project::Target target = project::targetOf(c.project, text.toStdString());
  QCOMPARE(static_cast<int>(target.kind), kind);
  QCOMPARE(project::isReachable(target), reachable);
}

QTEST_GUILESS_MAIN(TestChains)
#include "tst_chains.moc"
