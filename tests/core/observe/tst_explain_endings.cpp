// SPDX-License-Identifier: GPL-3.0-or-later
// Explanations of failures, restores, versions and refusals.
#include <QTest>

#include "core/observe/explain.h"
#include "tests/support/run_builder.h"

using namespace coldstart;
using namespace coldstart::observe;
using journal::Decision;
using journal::Ending;
using journal::InitStatus;
using tests::RunBuilder;
using Badge = Explanation::Badge;

class TestExplainEndings : public QObject {
  Q_OBJECT
 private slots:
  void liveEndingsAreToldWithoutTheModel_data();
  void liveEndingsAreToldWithoutTheModel();
  void memoryThatDidNotSuffice();
  void processThatExited();
  void initThatFailedTwice();
  void initThatTookTooLong();
  void restores();
  void startedAhead();
  void fastStarts();
  void canary();
  void noneOfItsVersion();
  void changesThatTheServiceRefused();

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

void TestExplainEndings::liveEndingsAreToldWithoutTheModel_data() {
  QTest::addColumn<Ending>("ending");
  QTest::addColumn<QString>("simulated");
  QTest::addColumn<QString>("live");
  QTest::newRow("exit") << Ending::Crashed << "CrashRate"
                        << "last log lines";
  QTest::newRow("memory") << Ending::OutOfMemory << "work model"
                          << "more than the 128 MB";
  QTest::newRow("init") << Ending::InitFailed << "InitErrorRate"
                        << "the log says";
}

void TestExplainEndings::liveEndingsAreToldWithoutTheModel() {
  QFETCH(Ending, ending);
  QFETCH(QString, simulated);
  QFETCH(QString, live);
  RunBuilder b;
  b.function("Hello", 128);
  b.sources();
  b.cold(0, 250, 100'000, 50'000).ending = ending;
  const QString made = answer(explainAttempt(*b.index(), 0));
  QVERIFY2(made.contains(simulated), qPrintable(made));
  b.run().live.emplace();
  const Explanation real = explainAttempt(*b.index(), 0);
  QVERIFY2(answer(real).contains(live), qPrintable(answer(real)));
  QVERIFY(!answer(real).contains(simulated));
  QVERIFY(real.remedies.empty());
  CONTAINS(answer(real), "Its environment is reset");
  CONTAINS(answer(real), "X-Amz-Function-Error");
}

void TestExplainEndings::memoryThatDidNotSuffice() {
  RunBuilder b;
  project::Function& f = b.function("Resize", 512);
  f.work.maxMemoryUsed = {project::Distribution::Kind::Uniform, 200, 900, {}};
  b.sources();
  b.cold(0, 0, 100'000, 250'000).ending = Ending::OutOfMemory;
  b.warm(0, 5'000, 400'000);
  const Explanation e = explainAttempt(*b.index(), 0);
  QCOMPARE(e.badge, Badge::OutOfMemory);
  QVERIFY(e.answer.at(0).english().starts_with(
      "It needed more than the 512 MB that Resize has, so its process was killed after 250 ms"));
  QVERIFY(remedies(e).starts_with("Resize.MemorySize=900 "));
  CONTAINS(answer(e), "Its environment is reset");
  CONTAINS(answer(explainAttempt(*b.index(), 1)), "The request before it had run out of memory");
}

void TestExplainEndings::processThatExited() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 100'000, 250'000).ending = Ending::Crashed;
  const Explanation e = explainAttempt(*b.index(), 0);
  QCOMPARE(e.badge, Badge::Exited);
  CONTAINS(answer(e), "The process of the runtime exited after 250 ms: Runtime.ExitError.");
  CONTAINS(answer(e), "The caller got status 200 with the header");
}

void TestExplainEndings::initThatFailedTwice() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 150'000, 80'000).ending = Ending::InitFailed;
  b.run().journal.environments[0].initStatus = InitStatus::Failed;
  b.warm(0, 5'000, 400'000);
  const Explanation e = explainAttempt(*b.index(), 0);
  QCOMPARE(e.badge, Badge::InitFailed);
  CONTAINS(answer(e), "ran with this request and failed after 80 ms: Runtime.Unknown.");
  CONTAINS(answer(e), "Init failed after 150 ms. Lambda ran it again with this request");
  QVERIFY(!answer(e).contains(QStringLiteral("init time is billed too")));
  CONTAINS(answer(explainAttempt(*b.index(), 1)), "Init had failed in the request before it");
  CONTAINS(answer(explainEnvironment(*b.index(), 0)), "Its init failed after 150 ms");
}

void TestExplainEndings::initThatTookTooLong() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 10'000'000, 12'000'000);
  b.run().journal.environments[0].initStatus = InitStatus::TimedOut;
  const Explanation e = explainAttempt(*b.index(), 0);
  QCOMPARE(e.badge, Badge::ColdStart);
  CONTAINS(answer(e), "Init was cut off after 10 s. Lambda ran it again with this request");
}

void TestExplainEndings::restores() {
  RunBuilder b;
  b.function("Snap");
  b.sources();
  b.cold(0, 0, 300'000, 400'000);
  b.run().journal.environments[0].restored = true;
  b.run().journal.environments[0].version = 3;
  const Explanation e = explainAttempt(*b.index(), 0);
  QCOMPARE(e.badge, Badge::Restored);
  CONTAINS(answer(e),
           "environment 1 was restored from the snapshot of version 3, which took 300 ms");
  CONTAINS(answer(e), "100 ms of the 500 ms billed");
  QCOMPARE(figure(e, "Waited for the restore"), QStringLiteral("300.00 ms"));
  QCOMPARE(figure(e, "Version"), QStringLiteral("3"));
}

void TestExplainEndings::startedAhead() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  const auto e = b.environment(0, 0, 110'000, journal::kNone);
  b.run().journal.environments[e].provisioned = false;
  b.run().journal.environments[e].proactive = true;
  b.warm(e, 60'000, 5'000);
  CONTAINS(answer(explainAttempt(*b.index(), 0)), "its init of 110 ms made nobody wait");
  CONTAINS(answer(explainEnvironment(*b.index(), e)), "ahead of the next request of Hello");
}

void TestExplainEndings::fastStarts() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 1'000, 5'000);
  b.warm(0, 60'000, 5'000);
  b.run().live.emplace();
  QVERIFY(!answer(explainAttempt(*b.index(), 0)).contains(QStringLiteral("Fast starts")));
  b.run().live->fastStarts = {0};
  CONTAINS(answer(explainAttempt(*b.index(), 0)), "shorter than a cold start on Lambda");
  CONTAINS(answer(explainEnvironment(*b.index(), 0)), "shorter than a cold start on Lambda");
  QVERIFY(!answer(explainAttempt(*b.index(), 1)).contains(QStringLiteral("Fast starts")));
}

void TestExplainEndings::canary() {
  RunBuilder b;
  project::Function& f = b.function("Hello");
  f.alias = "live";
  f.trafficShift = {project::TrafficShift::Kind::Canary, 100'000, Duration::minutes(5)};
  b.sources();
  b.cold(0, 0, 100'000, 5'000);
  b.run().journal.environments[0].version = 1;
  b.warm(0, 120'000, 5'000);
  b.cold(0, 130'000, 100'000, 5'000);
  b.run().journal.environments[1].version = 2;
  b.warm(1, 500'000, 5'000);
  b.run().journal.changes.push_back({Instant{60'000'000}, "Hello.Deploy", 1, 2});
  const auto index = b.index();
  CONTAINS(
      answer(explainAttempt(*index, 1)),
      "Version 2 was deployed at 01:00.000. The alias sent 10 % of the requests to it by then; "
      "this one went to version 1.");
  CONTAINS(answer(explainAttempt(*index, 3)),
           "Version 2 was deployed at 01:00.000, and all requests go to it.");
}

void TestExplainEndings::noneOfItsVersion() {
  RunBuilder b;
  b.function("Hello").alias = "live";
  b.sources();
  b.cold(0, 0, 100'000, 5'000);
  b.run().journal.environments[0].version = 1;
  b.cold(0, 60'000, 100'000, 5'000);
  b.run().journal.environments[1].version = 2;
  CONTAINS(answer(explainAttempt(*b.index(), 1)),
           "Hello had environments, but none of version 2, which this request went to");
}

void TestExplainEndings::changesThatTheServiceRefused() {
  RunBuilder b;
  b.function("Hello").reserved = 5;
  b.function("Other");
  b.sources();
  auto& changes = b.run().journal.changes;
  changes.push_back({Instant{}, "Other.ReservedConcurrentExecutions", -1, 950, true});
  changes.push_back({Instant{1'000'000}, "Hello.ProvisionedConcurrency", -1, 9, true});
  const auto index = b.index();
  const QString told = answer(explainRun(*index));
  CONTAINS(told,
           "At 0.000 s the service refused to set Other.ReservedConcurrentExecutions to 950: "
           "Specified ReservedConcurrentExecutions for function decreases account's "
           "UnreservedConcurrentExecution below its minimum value of [100].");
  CONTAINS(told,
           "Requested Provisioned Concurrency should not be greater than the "
           "reservedConcurrentExecution for function");
  QCOMPARE(limitAt(index->reserved(1), Instant{2'000'000}), -1);
}

QTEST_GUILESS_MAIN(TestExplainEndings)
#include "tst_explain_endings.moc"
