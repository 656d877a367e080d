// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/observe/break_even.h"
#include "core/observe/figures.h"
#include "tests/support/run_builder.h"

using namespace coldstart;
using namespace coldstart::observe;
using coldstart::tests::RunBuilder;

namespace {

const Machine& machine(std::string_view type) {
  for (const Machine& known : machines()) {
    if (known.type == type) return known;
  }
  qFatal("no such machine");
}

double dollars(Money money) {
  return money.dollars();
}

}  // namespace

class TestBreakEven : public QObject {
  Q_OBJECT
 private slots:
  void pricesAreThoseOfTheFacts_data();
  void pricesAreThoseOfTheFacts();
  void theFactsOwnExample();
  void aMonthIsTheRunManyTimes();
  void whatIsKeptIsNotRoundedToFiveMinutes();
  void whatIsKeptMovesTheBreakEven();
  void nothingRanNothingBreaksEven();
};

void TestBreakEven::pricesAreThoseOfTheFacts_data() {
  QTest::addColumn<QString>("type");
  QTest::addColumn<double>("month");
  for (const auto& [type, month] :
       std::initializer_list<std::pair<const char*, double>>{{"t3.nano", 3.80},
                                                             {"t3.micro", 7.59},
                                                             {"t3.small", 15.18},
                                                             {"t3.medium", 30.37},
                                                             {"t3.large", 60.74},
                                                             {"t4g.micro", 6.13},
                                                             {"t4g.small", 12.26},
                                                             {"m7g.large", 59.57}}) {
    QTest::newRow(type) << QString::fromLatin1(type) << month;
  }
}

void TestBreakEven::pricesAreThoseOfTheFacts() {
  QFETCH(QString, type);
  QFETCH(double, month);
  QVERIFY(std::abs(dollars(machine(type.toStdString()).perMonth()) - month) < 0.006);
}

// 128 MB for 100 ms against a t3.micro: 18.6 million calls a month.
void TestBreakEven::theFactsOwnExample() {
  RunBuilder b;
  b.function("Hello", 128);
  b.sources();
  b.cold(0, 0, 0, 100'000);
  for (int i = 1; i < 1'000; ++i) b.warm(0, i * 600, 100'000);
  const Month month = figuresOf(*b.index()).month;
  const auto requests = breakEvenRequests(machine("t3.micro"), month);
  QVERIFY(requests);
  QVERIFY2(*requests > 18'550'000 && *requests < 18'650'000,
           qPrintable(QString::number(*requests)));
}

void TestBreakEven::aMonthIsTheRunManyTimes() {
  RunBuilder b;
  b.function("Hello", 1'024);
  b.sources();
  b.cold(0, 0, 0, 1'000'000);
  for (int i = 1; i < 1'000; ++i) b.warm(0, i * 600, 500'000);
  const Month month = figuresOf(*b.index()).month;  // Ten minutes: 4 380 of them in 730 hours.
  QCOMPARE(month.requests, qint64{4'380'000});
  const double gbSeconds = 500.5 * 4'380;
  QCOMPARE(dollars(month.perUse), 4.38 * 0.20 + gbSeconds * 0.0000166667);
  QCOMPARE(dollars(month.freeTier), 0.20 + 400'000 * 0.0000166667);
  QCOMPARE(month.kept.picoDollars, qint64{0});
}

void TestBreakEven::whatIsKeptIsNotRoundedToFiveMinutes() {
  RunBuilder b;
  b.function("Hello", 1'024).provisioned = 2;
  b.sources();
  b.run().end = Instant{Duration::seconds(70).us};
  const Month month = figuresOf(*b.index()).month;
  QCOMPARE(dollars(month.kept), 2.0 * 730 * 3'600 * 0.0000041667);
}

void TestBreakEven::whatIsKeptMovesTheBreakEven() {
  Month perUse;
  perUse.requests = 1'000'000;
  perUse.perUse = Money{1'000'000'000'000};
  const Machine& micro = machine("t3.micro");  // $7.592
  QCOMPARE(*breakEvenRequests(micro, perUse), qint64{7'592'000});
  Month kept = perUse;
  kept.kept = Money{7'000'000'000'000};
  QCOMPARE(*breakEvenRequests(micro, kept), qint64{592'000});
  kept.kept = Money{8'000'000'000'000};
  QVERIFY(!breakEvenRequests(micro, kept));
}

void TestBreakEven::nothingRanNothingBreaksEven() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  const Month month = figuresOf(*b.index()).month;
  QCOMPARE(month.requests, qint64{0});
  QCOMPARE(month.total().picoDollars, qint64{0});
  QVERIFY(!breakEvenRequests(machine("t3.nano"), month));
}

QTEST_GUILESS_MAIN(TestBreakEven)
#include "tst_break_even.moc"
