// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <nlohmann/json.hpp>

#include "app/theme/theme.h"
#include "app/workbench/document.h"
#include "app/workbench/session.h"
#include "tests/support/app_fixture.h"

using namespace coldstart;
using journal::Decision;
using project::InvocationType;

class TestSession : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void cleanup();
  void coldThenWarm();
  void twoAtOnceAreBothCold();
  void laterPressesLeaveEarlierOnesAsTheyWere();
  void aChangedSettingJoinsTheRun();
  void aChangedWorkModelStartsAnew();
  void timePassesAndTheEnvironmentGoes();
  void clearForgets();
  void scenarioIsTheSameEachTime();
  void playbackReachesTheEnd();
  void stepsFromHappeningToHappening();
  void remedyStandsBesideTheRun();
  void longRunAsksFirst();
  void aRunCanBeStopped();
  void problemsAreSaid();
  void aBrokenEventIsNotSent();
  void followsTheProject();

 private:
  void test();
  void openSample(const QString& name);
  [[nodiscard]] const journal::Attempt& attempt(std::size_t i) const {
    return m_session->index()->attempts()[i];
  }
  tests::PrivateFolders m_folders;
  QTemporaryDir m_dir;
  int m_count = 0;
  std::unique_ptr<Document> m_document;
  std::unique_ptr<Session> m_session;
};

void TestSession::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
  theme::Theme::instance().setReducedMotion(true);
  openSample(QStringLiteral("cold-vs-warm"));
}

void TestSession::cleanup() {
  m_session.reset();
  m_document.reset();
}

void TestSession::openSample(const QString& name) {
  cleanup();
  const QString folder = m_dir.filePath(QString::number(++m_count));
  auto opened = Document::open(tests::copySample(name, folder));
  QVERIFY(opened);
  m_document = std::move(*opened);
  m_session = std::make_unique<Session>(*m_document);
}

void TestSession::test() {
  QSignalSpy ended(m_session.get(), &Session::testEnded);
  m_session->testCurrent();
  QTRY_COMPARE(ended.count(), 1);
}

void TestSession::coldThenWarm() {
  test();
  QCOMPARE(attempt(0).decision, Decision::ColdFirst);
  QCOMPARE(m_session->selection(), (Selection{Selection::Kind::Attempt, 0}));
  QCOMPARE(m_session->playhead(), m_session->end());
  test();
  QCOMPARE(m_session->index()->attempts().size(), std::size_t{2});
  QCOMPARE(attempt(1).decision, Decision::Warm);
  QCOMPARE(attempt(1).environment, attempt(0).environment);
  QCOMPARE(m_session->selection(), (Selection{Selection::Kind::Attempt, 1}));
  QVERIFY(m_session->workbench());
}

void TestSession::twoAtOnceAreBothCold() {
  theme::Theme::instance().setReducedMotion(false);
  m_session->testCurrent();
  m_session->testCurrent();  // Before the first has even been simulated.
  QTRY_VERIFY(m_session->index() && m_session->index()->attempts().size() == 2);
  QCOMPARE(attempt(1).decision, Decision::ColdAllBusy);
  m_session->pause();
}

void TestSession::laterPressesLeaveEarlierOnesAsTheyWere() {
  test();
  const auto before = m_session->index();
  test();
  test();
  const auto& now = attempt(0);
  const auto& then = before->attempts()[0];
  QCOMPARE(now.arrived, then.arrived);
  QCOMPARE(now.waitUs, then.waitUs);
  QCOMPARE(now.durationUs, then.durationUs);
}

void TestSession::aChangedSettingJoinsTheRun() {
  test();
  m_document->setValue("/Resources/Greeter/Properties/MemorySize", 1024, QString());
  test();
  QCOMPARE(m_session->index()->attempts().size(), std::size_t{2});
  QVERIFY(journal::isCold(attempt(1).decision));  // New configuration, new environments.
  const auto& environments = m_session->index()->run().journal.environments;
  QCOMPARE(environments[attempt(0).environment].memoryMb, quint16{256});
  QCOMPARE(environments[attempt(1).environment].memoryMb, quint16{1024});
}

void TestSession::aChangedWorkModelStartsAnew() {
  test();
  m_document->setValue("/Resources/Greeter/Metadata/Coldstart/Work/Init/Constant/Value", "50ms",
                       QString());
  m_document->setValue("/Resources/Greeter/Metadata/Coldstart/Work/Init/LogNormal",
                       nlohmann::ordered_json(), QString());
  QVERIFY(m_document->errors().empty());
  test();
  QCOMPARE(m_session->index()->attempts().size(), std::size_t{1});
  QCOMPARE(m_session->index()->run().journal.environments[0].initUs, 50'000U);
}

void TestSession::timePassesAndTheEnvironmentGoes() {
  test();
  QSignalSpy changed(m_session.get(), &Session::runChanged);
  m_session->letTimePass(Duration::minutes(11));  // The sample keeps them idle for ten.
  QTRY_COMPARE(changed.count(), 1);
  QVERIFY(m_session->index()->run().journal.environments[0].stopped != kNever);
  test();
  QVERIFY(journal::isCold(attempt(1).decision));
}

void TestSession::clearForgets() {
  test();
  m_session->clear();
  QVERIFY(!m_session->index());
  test();
  QCOMPARE(m_session->index()->attempts().size(), std::size_t{1});
  QCOMPARE(attempt(0).decision, Decision::ColdFirst);
}

void TestSession::scenarioIsTheSameEachTime() {
  QSignalSpy changed(m_session.get(), &Session::runChanged);
  m_session->runScenario(QStringLiteral("cold-then-warm"));
  QTRY_COMPARE(changed.count(), 1);
  QVERIFY(!m_session->workbench());
  QCOMPARE(m_session->index()->attempts().size(), std::size_t{7});
  QCOMPARE(m_session->window(), (TimeWindow{Instant{}, Instant{12'000'000}}));
  const auto first = m_session->index();
  m_session->runScenario(QStringLiteral("cold-then-warm"));
  QTRY_COMPARE(changed.count(), 2);
  for (std::size_t i = 0; i < 7; ++i) {
    QCOMPARE(attempt(i).durationUs, first->attempts()[i].durationUs);
    QCOMPARE(attempt(i).waitUs, first->attempts()[i].waitUs);
  }
}

void TestSession::playbackReachesTheEnd() {
  theme::Theme::instance().setReducedMotion(false);
  m_session->setSpeed(100);
  QSignalSpy playing(m_session.get(), &Session::playingChanged);
  m_session->runScenario(QStringLiteral("cold-then-warm"));
  QTRY_COMPARE(playing.count(), 2);  // Begun and, after 0.12 s, ended.
  QCOMPARE(m_session->playhead(), m_session->end());
  QVERIFY(!m_session->playing());
  m_session->setSpeed(0);
  m_session->play();
  QCOMPARE(m_session->playhead(), m_session->end());
}

void TestSession::stepsFromHappeningToHappening() {
  test();
  m_session->setPlayhead(Instant{});
  const journal::Attempt first = attempt(0);
  m_session->stepForward();
  QCOMPARE(m_session->playhead(), first.arrived);
  m_session->stepForward();
  QCOMPARE(m_session->playhead(), first.began());
  m_session->stepForward();
  QCOMPARE(m_session->playhead(), first.ended());
  m_session->stepBack();
  QCOMPARE(m_session->playhead(), first.began());
}

void TestSession::remedyStandsBesideTheRun() {
  QSignalSpy changed(m_session.get(), &Session::runChanged);
  m_session->runScenario(QStringLiteral("cold-then-warm"));
  QTRY_COMPARE(changed.count(), 1);
  std::optional<WhatIf> result;
  connect(m_session.get(), &Session::whatIfReady, this,
          [&](const WhatIf& whatIf) { result = whatIf; });
  m_session->tryRemedy(
      {{"test", "What if none may run?", {}}, "Greeter.ReservedConcurrentExecutions", 0});
  QTRY_VERIFY(result);
  QCOMPARE(result->before, m_session->index());
  QCOMPARE(result->after->throttled().size(), std::size_t{7});
  QCOMPARE(changed.count(), 1);
}

void TestSession::longRunAsksFirst() {
  m_document->setValue(
      "/Metadata/Coldstart/Scenarios/endless",
      nlohmann::ordered_json::parse(
          R"({"Until": "1000000s", "Load": [{"Function": "Greeter", "Arrivals": {"Constant": {"PerSecond": 1000}}}]})"),
      QString());
  QSignalSpy asked(m_session.get(), &Session::longRunAsked);
  m_session->runScenario(QStringLiteral("endless"));
  QCOMPARE(asked.count(), 1);
  QVERIFY(asked.at(0).at(0).toULongLong() >= 900'000'000ULL);
  QVERIFY(!m_session->busy());
  m_session->confirmLongRun(false);
  QVERIFY(!m_session->busy());
}

void TestSession::aRunCanBeStopped() {
  m_document->setValue(
      "/Metadata/Coldstart/Scenarios/long",
      nlohmann::ordered_json::parse(
          R"({"Until": "40000s", "Load": [{"Function": "Greeter", "Arrivals": {"Constant": {"PerSecond": 1000}}}]})"),
      QString());
  QSignalSpy changed(m_session.get(), &Session::runChanged);
  m_session->runScenario(QStringLiteral("long"));
  QVERIFY(m_session->busy());
  m_session->cancel();
  QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 60'000);
  QVERIFY(!m_session->busy());
  QVERIFY(m_session->index()->run().cancelled);
  QVERIFY(m_session->index()->run().requests < 40'000'000);
}

void TestSession::problemsAreSaid() {
  QSignalSpy failed(m_session.get(), &Session::failed);
  m_session->runScenario(QStringLiteral("nowhere"));
  QCOMPARE(failed.count(), 1);
  m_document->setValue("/Resources/Greeter/Properties/MemorySize", 64, QString());
  m_session->testCurrent();
  QCOMPARE(failed.count(), 2);
  QVERIFY(failed.at(1).at(0).toString().contains(QStringLiteral("memorySize")));
}

void TestSession::aBrokenEventIsNotSent() {
  QSignalSpy failed(m_session.get(), &Session::failed);
  m_document->setText(QStringLiteral("events/ada.json"), QStringLiteral("{\n  \"name\": ,\n}"));
  m_session->testCurrent();
  QCOMPARE(failed.count(), 1);
  const QString said = failed.at(0).at(0).toString();
  QVERIFY2(said.contains(QStringLiteral("events/ada.json")), qPrintable(said));
  QVERIFY2(said.contains(QStringLiteral("line 2, column 11")), qPrintable(said));
  QVERIFY(!m_session->busy());
  QVERIFY(!m_session->index());
}

void TestSession::followsTheProject() {
  QCOMPARE(m_session->function(), std::optional<std::size_t>(0));
  QCOMPARE(m_session->event(), QStringLiteral("events/ada.json"));
  QVERIFY(m_document->removeFile(QStringLiteral("events/ada.json")));
  QCOMPARE(m_session->event(), QString());
  m_document->undoStack().undo();
  QCOMPARE(m_session->event(), QStringLiteral("events/ada.json"));
  m_document->setValue("/Resources/Greeter", nlohmann::ordered_json(), QString());
  QCOMPARE(m_session->function(), std::nullopt);
  m_session->testCurrent();  // Nothing to test; nothing happens.
  QVERIFY(!m_session->busy());
}

QTEST_MAIN(TestSession)
#include "tst_session.moc"
