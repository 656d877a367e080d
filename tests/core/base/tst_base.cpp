// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QTest>

#include "core/base/identifiers.h"
#include "core/base/letters.h"
#include "core/base/time.h"
#include "core/base/units.h"

using namespace coldstart;

class TestBase : public QObject {
  Q_OBJECT
 private slots:
  void readsDurations_data();
  void readsDurations();
  void writesMoneyToThreeFigures_data();
  void writesMoneyToThreeFigures();
  void refusesMemoryWithoutUnit();
  void requestIdsAreVersion4AndRepeatable();
  void tracesAreXRays();
  void writesIso8601();
  void writesNumbersInPlace();
  void lettersGrow();
};

void TestBase::readsDurations_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<qint64>("us");  // -1: refused
  QTest::addColumn<QByteArray>("shortest");
  QTest::newRow("ms") << QByteArray("210ms") << qint64{210'000} << QByteArray("210ms");
  QTest::newRow("fraction") << QByteArray("1.5s") << qint64{1'500'000} << QByteArray("1.5s");
  QTest::newRow("minutes") << QByteArray("600s") << qint64{600'000'000} << QByteArray("10m");
  QTest::newRow("space") << QByteArray("2 h") << qint64{7'200'000'000} << QByteArray("2h");
  QTest::newRow("no unit") << QByteArray("210") << qint64{-1} << QByteArray();
  QTest::newRow("below a microsecond") << QByteArray("0.5us") << qint64{-1} << QByteArray();
  QTest::newRow("word") << QByteArray("soon") << qint64{-1} << QByteArray();
  QTest::newRow("huge") << QByteArray("99999999999999999999s") << qint64{-1} << QByteArray();
}

void TestBase::readsDurations() {
  QFETCH(QByteArray, text);
  QFETCH(qint64, us);
  QFETCH(QByteArray, shortest);
  const auto read = parseDuration(text.toStdString());
  QCOMPARE(static_cast<bool>(read), us >= 0);
  if (!read) {
    QVERIFY(read.error().text.english().find(text.toStdString()) != std::string::npos);
    return;
  }
  QCOMPARE(read->us, us);
  QCOMPARE(formatDuration(*read), shortest.toStdString());
}

void TestBase::writesMoneyToThreeFigures_data() {
  QTest::addColumn<qint64>("pico");
  QTest::addColumn<QString>("text");
  QTest::newRow("nothing") << qint64{0} << QStringLiteral("$0");
  QTest::newRow("tiny") << qint64{213'000'000} << QStringLiteral("$0.000\u2009213");
  QTest::newRow("small") << qint64{21'700'000'000} << QStringLiteral("$0.021\u20097");
  QTest::newRow("dollars") << qint64{15'290'000'000'000} << QStringLiteral("$15.29");
  QTest::newRow("thousands") << qint64{1'234'500'000'000'000} << QStringLiteral("$1\u2009234.50");
  QTest::newRow("rounds up into the next figure")
      << qint64{999'960'000'000} << QStringLiteral("$1.00");
}

void TestBase::writesMoneyToThreeFigures() {
  QFETCH(qint64, pico);
  QFETCH(QString, text);
  QCOMPARE(QString::fromStdString(formatMoney(Money{pico})), text);
}

void TestBase::refusesMemoryWithoutUnit() {
  QCOMPARE(parseMemory("2GB")->mb, 2048);
  QVERIFY(!parseMemory("512"));
  QVERIFY(!parseMemory("512 kB"));
}

void TestBase::requestIdsAreVersion4AndRepeatable() {
  const std::string id = requestUuid(7, 1);
  QCOMPARE(id.size(), std::size_t{36});
  QCOMPARE(id[14], '4');
  QVERIFY(id[19] == '8' || id[19] == '9' || id[19] == 'a' || id[19] == 'b');
  QCOMPARE(requestUuid(7, 1), id);
  QVERIFY(requestUuid(7, 2) != id);
  QVERIFY(requestUuid(8, 1) != id);
}

void TestBase::tracesAreXRays() {
  const QString trace = QString::fromStdString(traceHeader(7, 1, 0x5759e988));
  const QRegularExpression form("^Root=1-5759e988-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$");
  QVERIFY2(form.match(trace).hasMatch(), qPrintable(trace));
  QCOMPARE(QString::fromStdString(traceHeader(7, 1, 0x5759e988)), trace);
  QVERIFY(QString::fromStdString(traceHeader(7, 2, 0x5759e988)) != trace);
}

void TestBase::writesIso8601() {
  QCOMPARE(formatIso8601Millis(WallTime{1'767'603'600'123'456}),
           std::string("2026-01-05T09:00:00.123Z"));
  QCOMPARE(formatIso8601Millis(WallTime{253'402'300'799'999'999}),
           std::string("9999-12-31T23:59:59.999Z"));
}

void TestBase::writesNumbersInPlace() {
  for (const std::int64_t n :
       {std::int64_t{0}, std::int64_t{7}, std::int64_t{10}, std::int64_t{99}, std::int64_t{100},
        std::int64_t{12'345}, std::numeric_limits<std::int64_t>::max(),
        std::numeric_limits<std::int64_t>::min()}) {
    Letters text;
    text += 'n';
    text.number(n);
    QCOMPARE(std::string(text.text()), 'n' + std::to_string(n));
  }
  Letters hex;
  writeHex(hex.extend(4), 0xabc0f, 4);
  QCOMPARE(std::string(hex.text()), std::string("bc0f"));
}

/// Whatever was written stays, however often there must be more room.
void TestBase::lettersGrow() {
  Letters text;
  std::string expected;
  for (int i = 0; i < 3'000; ++i) {
    text += std::to_string(i);
    expected += std::to_string(i);
  }
  QVERIFY(text.text() == expected);
  text.clear();
  QCOMPARE(text.size(), std::size_t{0});
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
