// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/identifiers.h"
#include "core/observe/bill.h"
#include "core/observe/logs.h"
#include "tests/support/run_builder.h"

using namespace coldstart;
using namespace coldstart::observe;
using journal::Decision;
using journal::Ending;
using tests::RunBuilder;

class TestBill : public QObject {
  Q_OBJECT
 private slots:
  void awsWorkedExample();
  void pricePerMillisecond_data();
  void pricePerMillisecond();
  void tiersCountThroughTheMonth();
  void billsWhatEndedByThePlayhead();
  void provisionedConcurrencyIsKeptInStepsOfFiveMinutes();
  void failedInitIsBilledWhereItRunsAgain();
  void initAheadIsPaidEvenUnused();
  void restoresAreChargedByRuntime();
  void truncatedRunsKeepTheirInitAndLogs();
  void paysForLargerEphemeralStorage();
  void logLinesAreCountedByTheByte();
  void anyPlayheadEqualsANaiveRecount();
  void everyPriceNamesItsPage();

 private:
  static const BillLine* find(const Bill& bill, const std::string& key) {
    for (const BillLine& line : bill.lines) {
      if (line.key == key) return &line;
    }
    return nullptr;
  }
};

void TestBill::awsWorkedExample() {
  // 512 MB, three million invocations of a second each, free tier taken off. AWS's page rounds the
  // price to 0.00001667 and so arrives at 18.34 + 0.40; the price it lists gives a cent less.
  const std::int64_t gbSeconds = 1'500'000 - 400'000;
  const Money compute =
      cost("compute-x86_64", {gbSeconds * kMbMillisPerGbSecond, kMbMillisPerGbSecond});
  const Money requests = cost("requests", {2'000'000, 1});
  QCOMPARE(compute.picoDollars, qint64{18'333'370'000'000});
  QCOMPARE(requests.picoDollars, qint64{400'000'000'000});
  QCOMPARE(formatMoney(compute + requests), std::string("$18.73"));
}

void TestBill::pricePerMillisecond_data() {
  QTest::addColumn<int>("memoryMb");
  QTest::addColumn<double>("listed");
  QTest::newRow("128") << 128 << 0.0000000021;
  QTest::newRow("512") << 512 << 0.0000000083;
  QTest::newRow("1024") << 1'024 << 0.0000000167;
  QTest::newRow("1769") << 1'769 << 0.0000000288;
  QTest::newRow("10240") << 10'240 << 0.0000001667;
}

void TestBill::pricePerMillisecond() {
  QFETCH(int, memoryMb);
  QFETCH(double, listed);
  const Money money = cost("compute-x86_64", {memoryMb, kMbMillisPerGbSecond});
  QVERIFY(std::abs(money.dollars() - listed) <= 0.5e-10);
}

void TestBill::tiersCountThroughTheMonth() {
  constexpr std::int64_t kUnit = kMbMillisPerGbSecond;
  constexpr std::int64_t kBillion = 1'000'000'000;
  const Money whole = cost("compute-x86_64", {7 * kBillion * kUnit, kUnit});
  QCOMPARE(whole.picoDollars, 6 * kBillion * 16'666'700 + kBillion * 15'000'000);
  const Money second = cost("compute-x86_64", {2 * kBillion * kUnit, kUnit}, 5 * kBillion * kUnit);
  QCOMPARE(second.picoDollars, kBillion * 16'666'700 + kBillion * 15'000'000);
  const Money last = cost("compute-x86_64", {kUnit, kUnit}, 16 * kBillion * kUnit);
  QCOMPARE(last.picoDollars, qint64{13'333'400});
}

void TestBill::billsWhatEndedByThePlayhead() {
  RunBuilder b;
  b.function("Thumbnail");
  b.sources();
  b.cold(0, 250, 210'100, 412'350);
  b.warm(0, 2'720, 86'900);
  b.throttled(0, 2'730, Decision::ThrottledAccount);
  const auto index = b.index();
  QCOMPARE(billedMillis(*index, 0), qint64{623});
  QCOMPARE(billedMillis(*index, 1), qint64{87});
  QCOMPARE(billedMillis(*index, 2), qint64{0});  // Throttled requests are free.
  QVERIFY(billAt(*index, Instant{872'449}).lines.empty());
  const Bill one = billAt(*index, Instant{872'450});
  QCOMPARE(find(one, "requests")->quantity, std::string("1"));
  QCOMPARE(find(one, "compute-x86_64")->amount,
           cost("compute-x86_64", {512 * 623, kMbMillisPerGbSecond}));
  QCOMPARE(one.ofItInit, cost("compute-x86_64", {512 * 210, kMbMillisPerGbSecond}));
  const Bill both = billAt(*index, index->run().end);
  QCOMPARE(find(both, "requests")->quantity, std::string("2"));
  Money sum;
  for (const BillLine& line : both.lines) sum += line.amount;
  QCOMPARE(both.total, sum);
  QCOMPARE(both.freeTier, both.total);  // So small a run stays within the free tier.
}

void TestBill::provisionedConcurrencyIsKeptInStepsOfFiveMinutes() {
  RunBuilder b;
  b.function("Rush", 1'024).provisioned = 10;
  b.sources();
  b.environment(0, 0, 100'000, journal::kNone);
  b.attempt(60'000, Decision::Provisioned).environment = 0;
  b.run().journal.attempts[0].durationUs = 1'000'000;
  b.run().end = Instant{Duration::minutes(12).us};
  b.run().journal.changes.push_back(
      {Instant{Duration::minutes(7).us}, "Rush.ProvisionedConcurrency", 10, 20});
  const auto index = b.index();
  const Bill bill = billAt(*index, index->run().end);
  // 7 minutes of 10 are paid as 10 minutes, the 5 minutes of 20 as they are: 12 000 GB-seconds.
  QCOMPARE(find(bill, "provisioned-x86_64")->quantity, std::string("12\u2009000"));
  QCOMPARE(find(bill, "provisioned-x86_64")->amount.picoDollars, qint64{12'000} * 4'166'700);
  // The first invocation carries the init of its environment, at the provisioned price.
  QCOMPARE(find(bill, "provisioned-compute-x86_64")->quantity, std::string("1.1"));
  QVERIFY(find(bill, "compute-x86_64") == nullptr);
  QCOMPARE(bill.freeTier, find(bill, "requests")->amount + find(bill, "logs-ingest")->amount);
}

void TestBill::failedInitIsBilledWhereItRunsAgain() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 10'000'000, 13'000'000);
  b.run().journal.environments[0].initStatus = journal::InitStatus::TimedOut;
  QCOMPARE(billedMillis(*b.index(), 0), qint64{13'000});
  for (const Ending ending : {Ending::Crashed, Ending::OutOfMemory, Ending::InitFailed}) {
    b.run().journal.attempts[0].ending = ending;
    QCOMPARE(billedMillis(*b.index(), 0), qint64{13'000});
  }
}

void TestBill::initAheadIsPaidEvenUnused() {
  RunBuilder b;
  b.function("Rush", 1'024).provisioned = 2;
  b.sources();
  b.environment(0, 0, 100'000, journal::kNone);
  b.environment(0, 0, 200'000, journal::kNone);
  b.attempt(60'000, Decision::Provisioned).environment = 0;
  b.run().journal.attempts[0].durationUs = 1'000'000;
  const auto index = b.index();
  const Bill bill = billAt(*index, index->run().end);
  Money compute;
  for (const BillLine& line : bill.lines)
    if (line.key == "provisioned-compute-x86_64") compute += line.amount;
  QCOMPARE(compute, cost("provisioned-compute-x86_64", {1'024 * 1'300, kMbMillisPerGbSecond}));
  QCOMPARE(bill.ofItInit, cost("provisioned-compute-x86_64", {1'024 * 300, kMbMillisPerGbSecond}));
}

void TestBill::restoresAreChargedByRuntime() {
  RunBuilder b;
  project::Function& f = b.function("Snap", 2'048);
  f.snapStart = true;
  f.alias = "live";
  b.sources();
  b.cold(0, 0, 300'000, 1'000'000);
  b.run().journal.environments[0].restored = true;
  b.run().journal.environments[0].version = 1;
  b.run().journal.changes.push_back({Instant{Duration::minutes(5).us}, "Snap.Deploy", 1, 2});
  auto index = b.index();
  QCOMPARE(billedMillis(*index, 0), qint64{1'100});
  const Bill python = billAt(*index, index->run().end);
  // Two versions, three hours each.
  QVERIFY(find(python, "snapstart-cache") != nullptr);
  QCOMPARE(find(python, "snapstart-cache")->amount.picoDollars,
           qint64{2} * 2 * 3 * 3'600 * 1'504'600);
  QCOMPARE(find(python, "snapstart-restore")->amount.picoDollars, qint64{2} * 139'799'800);
  b.run().project.functions[0].runtime = "java21";
  index = b.index();
  const Bill java = billAt(*index, index->run().end);
  QVERIFY(find(java, "snapstart-cache") == nullptr);
  QVERIFY(find(java, "snapstart-restore") == nullptr);
}

void TestBill::truncatedRunsKeepTheirInitAndLogs() {
  RunBuilder b;
  b.function("Hello", 1'024);
  b.sources();
  b.cold(0, 0, 500'000, 1'000'000);
  b.warm(0, 5'000, 1'000'000);
  const auto whole = b.index();
  const Bill full = billAt(*whole, whole->run().end);
  b.run().truncated = true;
  journal::FunctionTally& tally = b.run().tallies.emplace_back();
  tally.count(b.run().journal.attempts[0], b.run().journal.environments[0], true);
  tally.count(b.run().journal.attempts[1], b.run().journal.environments[0], false);
  Bill cut = billAt(*b.index(), whole->run().end);
  QCOMPARE(cut.total, full.total);
  QCOMPARE(cut.ofItInit, full.ofItInit);
  QVERIFY(!cut.note.empty());
  for (int i = 0; i < 2; ++i)
    tally.count(b.run().journal.attempts[1], b.run().journal.environments[0], false);
  cut = billAt(*b.index(), whole->run().end);
  const std::int64_t logs = find(full, "logs-ingest")->amount.picoDollars;
  QVERIFY(std::abs(find(cut, "logs-ingest")->amount.picoDollars - 2 * logs) <= 1);
}

void TestBill::paysForLargerEphemeralStorage() {
  RunBuilder b;
  b.function("Scan").ephemeralStorage = Memory{1'536};
  b.sources();
  b.cold(0, 0, 0, 2'000'000);
  const Bill bill = billAt(*b.index(), b.run().end);
  QCOMPARE(find(bill, "ephemeral-storage")->amount.picoDollars, qint64{2 * 30'900});
}

void TestBill::logLinesAreCountedByTheByte() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 210'100, 412'350);
  b.warm(0, 5'000, 86'900);
  const auto index = b.index();
  const LogView view(index, std::nullopt);
  std::int64_t bytes = 0;
  for (std::size_t i = 0; i < view.size(); ++i)
    bytes += static_cast<std::int64_t>(view.line(i).text.size()) + 1;
  QCOMPARE(find(billAt(*index, index->run().end), "logs-ingest")->amount,
           cost("logs-ingest", {bytes, 1'073'741'824}));
}

void TestBill::anyPlayheadEqualsANaiveRecount() {
  RunBuilder b(20'000);
  b.function("A");
  b.function("B", 256);
  b.sources();
  for (std::uint16_t e = 0; e < 6; ++e) b.cold(e % 2, e, 50'000, 20'000);
  std::int64_t at = 200;
  for (std::uint64_t i = 0; i < 9'000; ++i) {
    at += static_cast<std::int64_t>(mix(i, 1) % 30);
    // Round robin over six environments; the pauses keep one environment's attempts apart.
    b.warm(static_cast<std::uint32_t>(i % 6), at, static_cast<std::int64_t>(mix(i, 2) % 20'000));
  }
  b.run().end = Instant{at * 1'000 + 5'000'000};
  const auto index = b.index();
  for (int k = 0; k <= 40; ++k) {
    const Instant t{index->run().end.us / 40 * k + k};
    std::int64_t requests = 0;
    std::int64_t mbMillis = 0;
    for (std::uint32_t i = 0; i < index->attempts().size(); ++i) {
      if (index->attempts()[i].ended() > t) continue;
      ++requests;
      mbMillis += billedMillis(*index, i) *
                  index->run().journal.environments[index->attempts()[i].environment].memoryMb;
    }
    std::int64_t billedRequests = 0;
    std::int64_t millionths = 0;
    for (const BillLine& line : billAt(*index, t).lines) {
      if (line.key == "requests") billedRequests += line.millionths / 1'000'000;
      if (line.key == "compute-x86_64") millionths += line.millionths;
    }
    QCOMPARE(billedRequests, requests);
    QVERIFY(std::abs(static_cast<double>(millionths) / 1e6 -
                     static_cast<double>(mbMillis) / kMbMillisPerGbSecond) < 2e-6);
  }
}

void TestBill::everyPriceNamesItsPage() {
  for (const Price& price : prices()) {
    QVERIFY(price.amount.picoDollars > 0);
    QVERIFY(price.source.starts_with("https://"));
    QVERIFY(!price.unit.empty());
  }
}

QTEST_GUILESS_MAIN(TestBill)
#include "tst_bill.moc"
