// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/observe/explain.h"
#include "core/observe/scene.h"
#include "core/observe/words.h"
#include "tests/support/run_builder.h"

using namespace coldstart;
using namespace coldstart::observe;
using journal::Decision;
using journal::Ending;
using journal::StopReason;
using tests::RunBuilder;
using Badge = Explanation::Badge;

class TestExplain : public QObject {
  Q_OBJECT
 private slots:
  void firstColdStart();
  void coldAgainAfterTheLastOneWent();
  void coldBecauseAllWereBusy();
  void warmTakesTheMostRecentlyUsed();
  void provisionedAndSpillover();
  void throttles_data();
  void throttles();
  void scalingBudgetRefills();
  void timeoutsAndErrors();
  void asyncTriesTellTheirStory();
  void droppedEvents();
  void environments_data();
  void environments();
  void theRunAsAWhole();
  void twoRunsAreComparedByFewFigures();
  void remediesChangeTheProject();
  void wordsForTime_data();
  void wordsForTime();

 private:
  static QString answer(const Explanation& e) {
    QStringList lines;
    for (const Sentence& s : e.answer) lines << QString::fromStdString(s.english());
    for (const Sentence& s : e.more) lines << QString::fromStdString(s.english());
    return lines.join(u'\n');
  }
  static QString figure(const Explanation& e, const char* label) {
    for (const Figure& f : e.figures) {
      if (f.label.english() == label) return QString::fromStdString(f.value.english());
    }
    return {};
  }
  static std::string remedies(const Explanation& e) {
    std::string all;
    for (const Remedy& r : e.remedies)
      all += r.path + "=" + (r.value ? std::to_string(*r.value) : std::string("-")) + " ";
    return all;
  }
};

#define CONTAINS(text, part) QVERIFY2((text).contains(QStringLiteral(part)), qPrintable(text))

void TestExplain::firstColdStart() {
  RunBuilder b;
  b.function("Thumbnail");
  b.sources();
  b.cold(0, 250, 210'100, 412'350);
  b.warm(0, 2'292, 86'900);
  const Explanation e = explainAttempt(*b.index(), 0);
  QCOMPARE(e.badge, Badge::ColdStart);
  QCOMPARE(e.question.english(), std::string("Why did #1 wait 210 ms?"));
  CONTAINS(answer(e), "No environment of Thumbnail existed yet");
  QCOMPARE(figure(e, "Waited for init"), QStringLiteral("210.10 ms"));
  QCOMPARE(figure(e, "Handler ran"), QStringLiteral("412.35 ms"));
  QCOMPARE(figure(e, "Billed"), QStringLiteral("623 ms"));
  QCOMPARE(figure(e, "Memory used"), QStringLiteral("74 of 512 MB"));
  CONTAINS(answer(e), "210 ms of the 623 ms billed are init");
  QCOMPARE(e.nextQuestion.english(), std::string("And why did #2 not wait?"));
  QVERIFY(e.nextAnswer.at(0).english().find("frozen for 1.42 s") != std::string::npos);
  QCOMPARE(remedies(e), std::string("Thumbnail.ProvisionedConcurrency=1 "));
  QCOMPARE(e.ruleSource, std::string("lambda-runtime-environment"));
  const std::string text = asText(e);
  QVERIFY(text.find("What if 1 were provisioned? --set Thumbnail.ProvisionedConcurrency=1") !=
          std::string::npos);
}

void TestExplain::coldAgainAfterTheLastOneWent() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 100'000, 5'000);
  b.run().journal.environments[0].stopped = Instant{360'105'000};
  b.run().journal.environments[0].stop = StopReason::Idle;
  b.cold(0, 374'105, 90'000, 5'000).decision = Decision::ColdFirst;
  const Explanation e = explainAttempt(*b.index(), 1);
  CONTAINS(answer(e), "environment 1 had been removed 14 s before, after 6 min without a request");
  QCOMPARE(e.links.at(0).environment, std::optional<std::uint32_t>(0));
}

void TestExplain::coldBecauseAllWereBusy() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 12'000, 0, 900'000);
  b.cold(0, 12'100, 0, 1'200'000);
  b.cold(0, 12'200, 0, 1'200'000);
  b.cold(0, 12'345, 412'000, 87'000);
  const Explanation e = explainAttempt(*b.index(), 3);
  CONTAINS(answer(e),
           "At 12.345 s all 3 environments of Hello were busy (the first was free again at "
           "12.900 s), so Lambda started environment 4.");
  CONTAINS(answer(e), "that would have taken 555 ms");
  QCOMPARE(remedies(e), std::string("Hello.ProvisionedConcurrency=4 "));
  const Explanation second = explainAttempt(*b.index(), 1);
  CONTAINS(answer(second), "the only environment of Hello was busy until 12.900 s");
}

void TestExplain::warmTakesTheMostRecentlyUsed() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 0, 100'000);
  b.cold(0, 10, 0, 200'000);
  b.warm(1, 5'210, 50'000);
  const Explanation e = explainAttempt(*b.index(), 2);
  QCOMPARE(e.badge, Badge::Warm);
  CONTAINS(answer(e), "Environment 2 had been frozen for 5 s");
  CONTAINS(answer(e), "2 environments were idle");
}

void TestExplain::provisionedAndSpillover() {
  RunBuilder b;
  b.function("Hello").provisioned = 4;
  b.sources();
  b.environment(0, -1'000, 500'000, journal::kNone);
  b.environment(0, -1'000, 500'000, journal::kNone);
  b.environment(0, 0, 50'000, journal::kNone);  // Ready, but held: not all that were asked for are.
  for (std::uint32_t n = 0; n < 2; ++n) {
    journal::Attempt& a = b.warm(n, 100, 400'000);
    a.decision = Decision::Provisioned;
  }
  b.cold(0, 200, 90'000, 5'000).decision = Decision::ColdSpillover;
  const auto index = b.index();
  const Explanation first = explainAttempt(*index, 1);
  QCOMPARE(first.badge, Badge::Provisioned);
  CONTAINS(answer(first), "one of 2 that are kept initialised");
  CONTAINS(answer(first), "Busy at that moment: 1 of 2.");
  const Explanation third = explainAttempt(*index, 2);
  QCOMPARE(third.badge, Badge::ColdStart);
  CONTAINS(answer(third), "all 2 provisioned environments of Hello were busy");
  QCOMPARE(remedies(third), std::string("Hello.ProvisionedConcurrency=3 "));
}

void TestExplain::throttles_data() {
  QTest::addColumn<int>("decision");
  QTest::addColumn<int>("reserved");
  QTest::addColumn<int>("account");
  QTest::addColumn<QString>("says");
  QTest::addColumn<QString>("rule");
  QTest::addColumn<QString>("helps");
  const auto row = [](const char* name, Decision d, int reserved, int account, const char* says,
                      const char* rule, const char* helps) {
    QTest::newRow(name) << static_cast<int>(d) << reserved << account << QString::fromUtf8(says)
                        << QString::fromUtf8(rule) << QString::fromUtf8(helps);
  };
  row("account", Decision::ThrottledAccount, -1, 2,
      "At 0.200 s all 2 concurrent executions that the account allows were in use",
      "Account concurrency quota", "Account.ConcurrentExecutions=4 ");
  row("scaling rate", Decision::ThrottledScalingRate, -1, 1'000,
      "at most 1\u2009000 new environments of a function every 10 s", "Function scaling rate",
      "Hello.ProvisionedConcurrency=2 ");
  row("reserved", Decision::ThrottledReserved, 2, 1'000,
      "Hello reserves 2 concurrent executions, and at 0.200 s all 2 were in use. The first was "
      "free again at 0.500 s.",
      "Reserved concurrency",
      "Hello.ReservedConcurrentExecutions=4 Hello.ReservedConcurrentExecutions=- ");
  row("reserved zero", Decision::ThrottledReservedZero, 0, 1'000,
      "Hello reserves 0 concurrent executions. That switches a function off",
      "Reserved concurrency 0", "Hello.ReservedConcurrentExecutions=- ");
  row("rate", Decision::ThrottledRequestRate, -1, 10,
      "Hello takes at most 100 requests a second, ten for each. This was number 3 of its second.",
      "Requests per second quota", "Account.ConcurrentExecutions=20 ");
  row("reserved rate", Decision::ThrottledReservedRate, 5, 1'000,
      "With 5 reserved, Hello takes at most 50 requests a second", "Requests per second quota",
      "Hello.ReservedConcurrentExecutions=10 ");
}

void TestExplain::throttles() {
  QFETCH(int, decision);
  QFETCH(int, reserved);
  QFETCH(int, account);
  QFETCH(QString, says);
  QFETCH(QString, rule);
  QFETCH(QString, helps);
  RunBuilder b;
  project::Function& f = b.function("Hello");
  if (reserved >= 0) f.reserved = reserved;
  b.run().project.account.concurrentExecutions = account;
  b.sources();
  b.cold(0, 0, 0, 500'000);
  b.cold(0, 100, 0, 500'000);
  b.throttled(0, 200, static_cast<Decision>(decision));
  const Explanation e = explainAttempt(*b.index(), 2);
  QCOMPARE(e.badge, Badge::Throttled);
  QCOMPARE(e.question.english(), std::string("Why was #3 refused?"));
  QVERIFY2(answer(e).contains(says), qPrintable(answer(e)));
  QCOMPARE(QString::fromStdString(e.ruleName.english()), rule);
  QCOMPARE(QString::fromStdString(remedies(e)), helps);
  QVERIFY(figure(e, "Reason sent").endsWith(QStringLiteral("LimitExceeded")));
  QCOMPARE(figure(e, "Scaling budget left"), QStringLiteral("1\u2009000 of 1\u2009000"));
}

void TestExplain::scalingBudgetRefills() {
  RunBuilder b(5'000);
  b.function("Hello");
  b.sources();
  for (int i = 0; i < 1'000; ++i) b.cold(0, 0, 0, 60'000'000);
  b.throttled(0, 5, Decision::ThrottledScalingRate);
  b.throttled(0, 1'000, Decision::ThrottledAccount);
  const auto index = b.index();
  QCOMPARE(Scene(*index, 999).scalingLeft(), 1);
  QCOMPARE(Scene(*index, 1'000).scalingLeft(), 0);
  QCOMPARE(Scene(*index, 1'001).scalingLeft(), 100);
  QCOMPARE(Scene(*index, 1'001).busy, 1'000);
}

void TestExplain::timeoutsAndErrors() {
  RunBuilder b;
  project::Function& f = b.function("Hello");
  f.timeout = Duration::seconds(3);
  f.work.cpuSharePpm = 500'000;
  b.sources();
  b.cold(0, 0, 0, 3'000'000).ending = Ending::TimedOut;
  b.warm(0, 5'000, 200'000).ending = Ending::HandlerError;
  const Explanation e = explainAttempt(*b.index(), 0);
  QCOMPARE(e.badge, Badge::TimedOut);
  QVERIFY(e.answer.at(0).english().starts_with("The handler was still running after 3 s"));
  QVERIFY(remedies(e).starts_with("Hello.Timeout=6 "));
  QVERIFY(remedies(e).find("Hello.MemorySize=1024") != std::string::npos);
  const Explanation error = explainAttempt(*b.index(), 1);
  QCOMPARE(error.badge, Badge::Error);
  CONTAINS(answer(error), "Lambda does not try a synchronous request again.");
  CONTAINS(answer(error), "init ran again inside this invocation");
}

void TestExplain::asyncTriesTellTheirStory() {
  RunBuilder b;
  project::Function& f = b.function("Hello");
  f.maximumRetryAttempts = 1;
  b.sources();
  journal::Attempt& first = b.cold(0, 0, 0, 100'000);
  first.source = 1;
  first.ending = Ending::HandlerError;
  first.retried = true;
  journal::Attempt& second = b.warm(0, 60'100, 100'000);
  second.source = 1;
  second.request = 0;
  second.cause = 0;
  second.ending = Ending::HandlerError;
  const auto index = b.index();
  const Explanation one = explainAttempt(*index, 0);
  CONTAINS(answer(one), "The queue handed the event over again at 01:00.100, 1 min later.");
  const Explanation two = explainAttempt(*index, 1);
  CONTAINS(answer(two),
           "This is try 2 of the event: the one before failed, so the queue kept it "
           "for 1 min.");
  CONTAINS(answer(two), "That was the last of 2 tries (MaximumRetryAttempts is 1).");
  CONTAINS(answer(two), "The event is lost");
  b.run().journal.attempts[1].ending = Ending::Succeeded;
  QCOMPARE(explainAttempt(*b.index(), 1).badge, Badge::Retry);
}

void TestExplain::droppedEvents() {
  RunBuilder b;
  project::Function& f = b.function("Hello");
  f.maximumEventAge = Duration::hours(6);
  f.deadLetterTarget = "arn:aws:sqs:us-east-1:123456789012:Failures";
  b.sources();
  journal::Attempt& refused = b.throttled(0, 0, Decision::ThrottledReserved);
  refused.source = 1;
  refused.retried = true;
  journal::Attempt& given = b.attempt(6 * 3'600'000, Decision::Dropped);
  given.source = 1;
  given.request = 0;
  given.cause = 0;
  given.ending = Ending::AgeExceeded;
  const Explanation e = explainAttempt(*b.index(), 1);
  QCOMPARE(e.badge, Badge::Dropped);
  CONTAINS(answer(e), "The event had waited 6 h");
  CONTAINS(answer(e), "Tries before: 1.");
  CONTAINS(answer(e), "The event goes to the dead-letter queue Failures, as it was.");
}

void TestExplain::environments_data() {
  QTest::addColumn<int>("stop");
  QTest::addColumn<QString>("says");
  QTest::newRow("alive") << static_cast<int>(StopReason::Alive)
                         << QStringLiteral("It still existed when the run ended.");
  QTest::newRow("idle") << static_cast<int>(StopReason::Idle)
                        << QStringLiteral("After 6 min 12 s without a request");
  QTest::newRow("age") << static_cast<int>(StopReason::Age)
                       << QStringLiteral("it was 6 min 13 s old");
  QTest::newRow("changed") << static_cast<int>(StopReason::ConfigurationChanged)
                           << QStringLiteral("because Hello.MemorySize changed");
  QTest::newRow("removed") << static_cast<int>(StopReason::ProvisionedRemoved)
                           << QStringLiteral("fewer provisioned");
  QTest::newRow("process gone") << static_cast<int>(StopReason::ProcessGone)
                                << QStringLiteral("its process had ended or was cut off");
}

void TestExplain::environments() {
  QFETCH(int, stop);
  QFETCH(QString, says);
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 1'000, 200'000, 800'000);
  journal::Environment& e = b.run().journal.environments[0];
  e.stop = static_cast<StopReason>(stop);
  if (e.stop != StopReason::Alive) e.stopped = Instant{374'000'000};
  b.run().journal.changes.push_back({Instant{373'000'000}, "Hello.MemorySize", 512, 1'024});
  const Explanation x = explainEnvironment(*b.index(), 0);
  QCOMPARE(x.badge, Badge::Environment);
  QVERIFY2(answer(x).contains(says), qPrintable(answer(x)));
  CONTAINS(answer(x), "Request #1 arrived at 1.000 s");
  QCOMPARE(figure(x, "Init"), QStringLiteral("200.00 ms"));
  QCOMPARE(figure(x, "Invocations served"), QStringLiteral("1"));
  QCOMPARE(figure(x, "In the handler"), QStringLiteral("800 ms"));
  QCOMPARE(x.links.at(0).attempt, std::optional<std::uint32_t>(0));
}

void TestExplain::theRunAsAWhole() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.run().scenario.description = "Look at the second request.";
  b.cold(0, 0, 200'000, 800'000);
  b.throttled(0, 500, Decision::ThrottledAccount);
  b.warm(0, 2'000, 100'000).ending = Ending::HandlerError;
  const Explanation e = explainRun(*b.index());
  QCOMPARE(e.badge, Badge::Run);
  CONTAINS(answer(e), "Look at the second request.");
  CONTAINS(answer(e), "One request was refused, at 0.500 s.");
  QCOMPARE(figure(e, "Requests"), QStringLiteral("3"));
  QCOMPARE(figure(e, "Cold starts"), QStringLiteral("1 (50 %)"));
  QCOMPARE(figure(e, "Failed"), QStringLiteral("1"));
  QCOMPARE(e.links.size(), std::size_t{4});
  RunBuilder empty;
  empty.function("Hello");
  QCOMPARE(figure(explainRun(*empty.index()), "Cold starts"), QStringLiteral("0 (0 %)"));
}

void TestExplain::twoRunsAreComparedByFewFigures() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 200'000, 800'000);
  for (int i = 0; i < 99; ++i) b.warm(0, 2'000 + i * 100, 50'000);
  b.throttled(0, 90'000, Decision::ThrottledReserved);
  const Headline head = headlineOf(*b.index());
  QCOMPARE(head.invocations, qint64{100});
  QCOMPARE(head.throttles, qint64{1});
  QCOMPARE(coldRatioText(head), std::string("1.00 %"));
  QVERIFY(std::abs(head.p50.us - 50'000) < 500);
  QVERIFY(head.cost > Money{});
}

void TestExplain::remediesChangeTheProject() {
  RunBuilder b;
  b.function("Hello").reserved = 5;
  const project::Project& before = b.run().project;
  const auto with = [&before](const char* path, std::optional<std::int64_t> value) {
    return withRemedy(before, {{}, path, value});
  };
  QCOMPARE(with("Account.ConcurrentExecutions", 20).account.concurrentExecutions, 20);
  QVERIFY(!with("Hello.ReservedConcurrentExecutions", std::nullopt).functions[0].reserved);
  QCOMPARE(with("Hello.ProvisionedConcurrency", 3).functions[0].provisioned, std::optional(3));
  QCOMPARE(with("Hello.MemorySize", 1'024).functions[0].memory.mb, 1'024);
  QCOMPARE(with("Hello.Timeout", 6).functions[0].timeout, Duration::seconds(6));
}

void TestExplain::wordsForTime_data() {
  QTest::addColumn<qint64>("us");
  QTest::addColumn<QString>("span");
  QTest::addColumn<QString>("clock");
  const auto row = [](qint64 us, const char* span, const char* clock) {
    QTest::newRow(span) << us << QString::fromUtf8(span) << QString::fromUtf8(clock);
  };
  row(0, "0 ms", "0.000 s");
  row(350, "0.35 ms", "0.000 s");
  row(86'900, "86.9 ms", "0.086 s");
  row(999'600, "1 s", "0.999 s");
  row(1'423'000, "1.42 s", "1.423 s");
  row(59'990'000, "60 s", "59.990 s");
  row(372'000'000, "6 min 12 s", "06:12.000");
  row(7'500'000'000, "2 h 5 min", "2:05:00.000");
}

void TestExplain::wordsForTime() {
  QFETCH(qint64, us);
  QFETCH(QString, span);
  QFETCH(QString, clock);
  QCOMPARE(QString::fromStdString(spanText(Duration{us})), span);
  QCOMPARE(QString::fromStdString(clockText(Instant{us})), clock);
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
