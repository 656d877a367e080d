// SPDX-License-Identifier: GPL-3.0-or-later
// Why an invocation ended badly, in words: the process that ended, memory, init; simulated and
// live.
#include <QTest>

#include "core/observe/explain.h"
#include "tests/support/run_builder.h"

using namespace coldstart;
using namespace coldstart::observe;
using journal::Ending;
using tests::RunBuilder;

class TestExplainEndings : public QObject {
  Q_OBJECT
 private slots:
  void theAnswerLeadsWithWhatHappened_data();
  void theAnswerLeadsWithWhatHappened();
  void whatWasResetIsSaidOfTheNextRequest();
};

void TestExplainEndings::theAnswerLeadsWithWhatHappened_data() {
  QTest::addColumn<Ending>("ending");
  QTest::addColumn<QString>("simulated");
  QTest::addColumn<QString>("live");
  QTest::addColumn<QString>("page");
  const QString lifecycle = QStringLiteral("lambda-runtime-environment");
  QTest::newRow("crash") << Ending::Crashed << "CrashRate"
                         << "last log lines" << lifecycle;
  QTest::newRow("memory") << Ending::OutOfMemory << "more than the 128 MB"
                          << "more than the 128 MB" << QStringLiteral("configuration-memory");
  QTest::newRow("init") << Ending::InitFailed << "InitErrorRate"
                        << "the log says" << lifecycle;
}

void TestExplainEndings::theAnswerLeadsWithWhatHappened() {
  QFETCH(Ending, ending);
  QFETCH(QString, simulated);
  QFETCH(QString, live);
  QFETCH(QString, page);
  RunBuilder b;
  b.function("Hello").memory = Memory{128};
  b.sources();
  b.cold(0, 250, 100'000, 50'000);
  b.run().journal.environments[0].memoryMb = 128;
  b.run().journal.attempts[0].ending = ending;
  const Explanation made = explainAttempt(*b.index(), 0);
  QCOMPARE(made.badge, Explanation::Badge::Error);
  QCOMPARE(made.ruleSource, page.toStdString());
  QCOMPARE(made.question.english(), std::string("Why did #1 fail?"));
  const QString words = QString::fromStdString(made.answer.front().english());
  QVERIFY2(words.contains(simulated), qPrintable(words));
  b.run().live.emplace();
  const Explanation real = explainAttempt(*b.index(), 0);
  const QString realWords = QString::fromStdString(real.answer.front().english());
  QVERIFY2(realWords.contains(live), qPrintable(realWords));
  QVERIFY(real.remedies.empty());
  QVERIFY(asText(real).find("Its environment is reset") != std::string::npos);
  QVERIFY(asText(real).find("X-Amz-Function-Error") != std::string::npos);
}

void TestExplainEndings::whatWasResetIsSaidOfTheNextRequest() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 250, 100'000, 50'000);
  b.warm(0, 2'000, 20'000);
  b.run().journal.attempts[0].ending = Ending::OutOfMemory;
  const std::string text = asText(explainAttempt(*b.index(), 1));
  QVERIFY2(text.find("init ran again inside this invocation") != std::string::npos, text.c_str());
}

QTEST_APPLESS_MAIN(TestExplainEndings)
#include "tst_explain_endings.moc"
