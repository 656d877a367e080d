// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTest>

#include "app/cloudwatch/metrics_page.h"
#include "app/theme/segmented.h"
#include "app/workbench/settings.h"
#include "tests/support/opened_sample.h"

using namespace coldstart;
using namespace coldstart::cloudwatch;
using observe::Datapoint;
using observe::Metric;
using tests::OpenedSample;

class TestMetricsPage : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void init();
  void columnsKeepEveryPeak();
  void columnsAgreeWithALookAtEveryPoint();
  void appendedPointsAreSeen();
  void emptyPaneSaysWhatFillsIt();
  void countsTheBurst();
  void valuesFollowThePlayhead();
  void clickMovesThePlayhead();
  void anotherPeriodCountsAgain();

 private:
  static MetricChart* chart(const MetricsPage& page, Metric metric) {
    for (MetricChart* one : page.charts()) {
      if (one->metric() == metric) return one;
    }
    return nullptr;
  }
  static void run(OpenedSample& sample, MetricsPage& page, const QString& scenario) {
    QSignalSpy counted(&page, &MetricsPage::counted);
    sample.session().runScenario(scenario);
    QVERIFY(counted.wait(30'000));
    sample.session().pause();
  }
};

void TestMetricsPage::initTestCase() {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(QStringLiteral("coldstart-test-metrics"));
  settings().clear();
  theme::Theme::instance().apply();
}

void TestMetricsPage::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)")));
}

void TestMetricsPage::columnsKeepEveryPeak() {
  std::vector<Datapoint> points;
  for (int i = 0; i < 100'000; ++i) points.push_back({Instant{i * 1'000'000LL}, 1.0});
  points[67'891].value = 250;  // One second in a hundred thousand.
  const ChartSeries series(std::move(points), Duration::seconds(1));
  const auto columns = series.columns(Instant{0}, Instant{100'000'000'000LL}, 300);
  const auto peak =
      std::max_element(columns.begin(), columns.end(),
                       [](const Column& a, const Column& b) { return a.most < b.most; });
  QCOMPARE(peak->most, 250.0);
  QCOMPARE(peak->least, 1.0);
  QCOMPARE(peak - columns.begin(), std::ptrdiff_t{67'891 * 300LL / 100'000});
}

void TestMetricsPage::columnsAgreeWithALookAtEveryPoint() {
  std::vector<Datapoint> points;
  std::uint64_t dice = 7;
  for (std::int64_t i = 0; i < 5'000; ++i) {
    dice = dice * 6364136223846793005ULL + 1442695040888963407ULL;
    if (dice >> 62 == 0) continue;  // A quarter of the periods has no datapoint.
    points.push_back({Instant{i * 1'000'000}, static_cast<double>(dice >> 40)});
  }
  const auto copy = points;
  const ChartSeries series(std::move(points), Duration::seconds(1));
  for (const std::size_t count : {1U, 7U, 333U, 9'000U}) {
    const Instant from{1'234'567};
    const Instant to{4'321'000'111};
    const auto columns = series.columns(from, to, count);
    const std::int64_t span = (to - from).us;
    for (std::size_t c = 0; c < count; ++c) {
      const auto i = static_cast<std::int64_t>(c);
      const auto n = static_cast<std::int64_t>(count);
      const Instant begins = from + Duration{span * i / n};
      const Instant ends = from + Duration{span * (i + 1) / n};
      Column expected;
      for (const Datapoint& point : copy) {
        if (point.at >= ends || point.at + Duration::seconds(1) <= begins) continue;
        expected.most = expected.any ? std::max(expected.most, point.value) : point.value;
        expected.any = true;
      }
      QCOMPARE(columns[c].any, expected.any);
      if (expected.any) QCOMPARE(columns[c].most, expected.most);
    }
  }
}

void TestMetricsPage::appendedPointsAreSeen() {
  ChartSeries series({}, Duration::seconds(1));
  for (std::int64_t i = 0; i < 200; ++i)
    series.append({Instant{i * 1'000'000}, static_cast<double>(i)});
  QCOMPARE(series.greatest(), 199.0);
  QCOMPARE(series.at(Instant{150'500'000})->value, 150.0);
  QVERIFY(!series.at(Instant{200'000'000}));
}

void TestMetricsPage::emptyPaneSaysWhatFillsIt() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  const MetricsPage page(sample.workbench());
  QCOMPARE(page.findChild<QStackedWidget*>()->currentIndex(), 0);
}

void TestMetricsPage::countsTheBurst() {
  OpenedSample sample(QStringLiteral("burst-of-3000"));
  MetricsPage page(sample.workbench());
  page.resize(1200, 200);
  page.show();
  run(sample, page, QStringLiteral("all-at-once"));
  const auto sum = [&](Metric metric, Instant upTo) {
    double total = 0;
    for (std::int64_t s = 0; s <= upTo.us; s += 1'000'000) {
      const auto point = chart(page, metric)->lines().front().series.at(Instant{s});
      if (point) total += point->value;
    }
    return total;
  };
  const Instant end = sample.session().end();
  // Every request is an invocation or a throttle, never both.
  QCOMPARE(sum(Metric::Invocations, end) + sum(Metric::Throttles, end), 3000.0);
  QVERIFY(sum(Metric::Throttles, end) > 1000);
}

void TestMetricsPage::valuesFollowThePlayhead() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  MetricsPage page(sample.workbench());
  page.resize(1200, 200);
  page.show();
  run(sample, page, QStringLiteral("cold-then-warm"));
  const MetricChart* invocations = chart(page, Metric::Invocations);
  sample.session().setPlayhead(Instant{7'100'000});  // Two requests arrive together at 7 s.
  QCOMPARE(invocations->valueText(sample.session().playhead()), QStringLiteral("2"));
  sample.session().setPlayhead(Instant{4'500'000});
  QCOMPARE(invocations->valueText(sample.session().playhead()), QStringLiteral("–"));
  QVERIFY(invocations->accessibleDescription().contains(u'–'));
}

void TestMetricsPage::clickMovesThePlayhead() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  MetricsPage page(sample.workbench());
  page.resize(1200, 200);
  page.show();
  run(sample, page, QStringLiteral("cold-then-warm"));
  MetricChart* invocations = chart(page, Metric::Invocations);
  QTest::mouseClick(invocations, Qt::LeftButton, {}, invocations->rect().center());
  const double part = static_cast<double>(sample.session().playhead().us) /
                      static_cast<double>(sample.session().window().to.us);
  QVERIFY2(part > 0.45 && part < 0.55, qPrintable(QString::number(part)));
}

void TestMetricsPage::anotherPeriodCountsAgain() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  MetricsPage page(sample.workbench());
  page.resize(1200, 200);
  page.show();
  run(sample, page, QStringLiteral("cold-then-warm"));
  QSignalSpy counted(&page, &MetricsPage::counted);
  QTest::mouseClick(page.controls()->findChild<theme::Segmented*>()->segment(1), Qt::LeftButton);
  QVERIFY(counted.wait(10'000));
  QCOMPARE(chart(page, Metric::Invocations)->valueText(Instant{1'000'000}), QStringLiteral("7"));
}

QTEST_MAIN(TestMetricsPage)
#include "tst_metrics_page.moc"
