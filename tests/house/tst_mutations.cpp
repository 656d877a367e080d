// SPDX-License-Identifier: GPL-3.0-or-later
// Breaks each rule of the service in turn (COLDSTART_BREAK, see core/base/holds.h) and runs the
// test function that the rule's row names: it must fail then, and pass when nothing is broken. So
// no rule stands in the table whose test does not look at it.
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <map>

#include "core/base/rule.h"
#include "tests/support/paths.h"

using namespace coldstart;

namespace {

constexpr int kPatienceMs = 30'000;

struct Outcome {
  bool ended = false;  ///< By itself, and with a status.
  int status = 0;
  QString said;
};

/// "tst_engine:concurrencyLimits" → the program and its function.
struct Named {
  QString program;
  QString function;
};

Named namedBy(const RuleRow& row) {
  const QString test = QString::fromUtf8(row.test.data(), static_cast<qsizetype>(row.test.size()));
  return {test.section(u':', 0, 0), test.section(u':', 1)};
}

/// The test programs stand in folders beside this one's.
QString pathOf(const QString& program) {
  QDirIterator it(QCoreApplication::applicationDirPath() + QStringLiteral("/.."), {program},
                  QDir::Files | QDir::Executable, QDirIterator::Subdirectories);
  return it.hasNext() ? it.next() : QString();
}

Outcome runTest(const Named& test, const QString& broken) {
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  if (broken.isEmpty()) {
    environment.remove(QStringLiteral("COLDSTART_BREAK"));
  } else {
    environment.insert(QStringLiteral("COLDSTART_BREAK"), broken);
  }
  process.setProcessEnvironment(environment);
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start(pathOf(test.program), {test.function});
  if (!process.waitForFinished(kPatienceMs)) return {};
  return {process.exitStatus() == QProcess::NormalExit, process.exitCode(),
          QString::fromUtf8(process.readAll())};
}

bool failed(const Outcome& outcome, const QString& function) {
  const QRegularExpression line(
      QStringLiteral(R"(^FAIL!  : \w+::%1\()").arg(QRegularExpression::escape(function)),
      QRegularExpression::MultilineOption);
  return outcome.said.contains(line);
}

/// The sources that ask whether rules hold, as one text.
QString coreSources() {
  QString text;
  QDirIterator it(tests::sourceDir() + QStringLiteral("/core"),
                  {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                  QDirIterator::Subdirectories);
  while (it.hasNext()) {
    QFile file(it.next());
    if (file.fileName().contains(u"/core/base/") || !file.open(QIODevice::ReadOnly)) continue;
    const QString source = QString::fromUtf8(file.readAll());
    if (source.contains(u"core/base/holds.h")) text += source;
  }
  return text;
}

QString nameOf(const RuleRow& row) {
  return QString::fromUtf8(row.name.data(), static_cast<qsizetype>(row.name.size()));
}

}  // namespace

class TestMutations : public QObject {
  Q_OBJECT
 private slots:
  void rowsAreWhole();
  void everyRuleIsAskedFor();
  void aBrokenRuleIsNoticed_data();
  void aBrokenRuleIsNoticed();

 private:
  std::map<QString, Outcome> m_whole;  ///< By test: how it goes when nothing is broken.
};

/// The fidelity page shows them all.
void TestMutations::rowsAreWhole() {
  QStringList names;
  for (const RuleRow& row : rules()) {
    const QString name = nameOf(row);
    QVERIFY2(!names.contains(name), qPrintable(name));
    names += name;
    QVERIFY2(QString::fromUtf8(row.text).endsWith(u'.'), qPrintable(name));
    QVERIFY2(!row.source.empty(), qPrintable(name + QStringLiteral(" names no source")));
    QVERIFY2(!row.source.starts_with("facts"), "name the source that the facts name");
    const Named test = namedBy(row);
    QVERIFY2(test.program.startsWith(u"tst_") && !test.function.isEmpty(),
             qPrintable(name + QStringLiteral(" names no test")));
  }
}

void TestMutations::everyRuleIsAskedFor() {
  const QString sources = coreSources();
  QVERIFY(!sources.isEmpty());
  for (const RuleRow& row : rules()) {
    const QRegularExpression use(QStringLiteral(R"(\bRule::%1\b)").arg(nameOf(row)));
    QVERIFY2(sources.contains(use),
             qPrintable(nameOf(row) + QStringLiteral(": nothing in core asks holds() for it")));
  }
}

void TestMutations::aBrokenRuleIsNoticed_data() {
  QTest::addColumn<qsizetype>("rule");
  for (const RuleRow& row : rules()) {
    QTest::newRow(row.name.data()) << static_cast<qsizetype>(&row - rules().data());
  }
}

void TestMutations::aBrokenRuleIsNoticed() {
#ifndef COLDSTART_BREAKABLE
  QSKIP("Rules can be broken in debug builds only.");
#endif
  QFETCH(qsizetype, rule);
  const RuleRow& row = rules()[static_cast<std::size_t>(rule)];
  const Named test = namedBy(row);
  QVERIFY2(!pathOf(test.program).isEmpty(),
           qPrintable(QStringLiteral("there is no program %1; build it").arg(test.program)));
  const QString key = test.program + u':' + test.function;
  if (!m_whole.contains(key)) m_whole[key] = runTest(test, {});
  QVERIFY2(m_whole[key].ended && m_whole[key].status == 0,
           qPrintable(QStringLiteral("%1 fails by itself:\n%2").arg(key, m_whole[key].said)));
  const Outcome outcome = runTest(test, nameOf(row));
  QVERIFY2(outcome.ended, qPrintable(QStringLiteral("%1 did not end:\n%2").arg(key, outcome.said)));
  QVERIFY2(outcome.status != 0 && failed(outcome, test.function),
           qPrintable(QStringLiteral("%1 does not notice that %2 is broken; it needs an assertion")
                          .arg(key, nameOf(row))));
}

QTEST_GUILESS_MAIN(TestMutations)
#include "tst_mutations.moc"
