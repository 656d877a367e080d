// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractSlider>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTest>

#include <nlohmann/json.hpp>

#include "app/theme/theme.h"
#include "app/whatif/comparison_view.h"
#include "app/whatif/trial_maker.h"
#include "app/whatif/tuning_chart.h"
#include "app/whatif/what_if_page.h"
#include "core/simulate/compare.h"
#include "tests/support/opened_sample.h"

using namespace coldstart;
using namespace coldstart::whatif;
using tests::OpenedSample;

namespace {

/// A sample with the page on it, its first figures counted.
struct Shown {
  explicit Shown(const char* name) : sample(QString::fromLatin1(name)), page(sample.workbench()) {
    page.resize(366, 700);
    page.show();
    await();
  }
  void await() { QTRY_VERIFY_WITH_TIMEOUT(!page.busy(), 30'000); }
  void turn(Knob knob, std::int64_t value) {
    Settings settings = page.settings();
    at(settings, knob) = value;
    page.setSettings(settings);
  }
  [[nodiscard]] QAbstractSlider* slider(const char* name) const {
    return page.findChild<QAbstractSlider*>(QLatin1String(name));
  }
  [[nodiscard]] QPushButton* button(const char* name) const {
    return page.findChild<QPushButton*>(QLatin1String(name));
  }
  [[nodiscard]] ComparedFigure figure(const QString& label) const {
    for (const ComparedFigure& f : page.findChild<ComparisonView*>()->figures()) {
      if (f.label.trimmed() == label) return f;
    }
    return {};
  }
  [[nodiscard]] QString text(const char* name) const {
    const auto* label = page.findChild<QLabel*>(QLatin1String(name));
    return label ? label->text() : QString();
  }

  OpenedSample sample;
  WhatIfPage page;
};

}  // namespace

class TestWhatIfPage : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void init();
  void withoutAScenarioOffersOne();
  void showsTheScenarioAsItIs();
  void aReserveKeepsTheNeighbourQuiet();
  void theLatestPositionWins();
  void aPolledFunctionHasBatches();
  void everyKnobMovesItsFigure_data();
  void everyKnobMovesItsFigure();
  void othersHaveNone();
  void theKeyboardTurnsAKnob();
  void nothingChangesUntilItIsApplied();
  void appliesAsOneStep();
  void resetGoesBack();
  void anotherFunctionBeginsAnew();
  void tunesOverMemory();
  void tellsWhereEc2IsCheaper();
  void aHiddenPageWaitsForNothing();
  void aLongRunCanBeGivenUp();
  void standsSideBySideWhenWide();
};

void TestWhatIfPage::initTestCase() {
  theme::Theme::instance().apply();
}

void TestWhatIfPage::init() {
  // The offscreen platform says this of every window; it is no fault of ours.
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)")));
}

void TestWhatIfPage::withoutAScenarioOffersOne() {
  Shown shown("cold-vs-warm");
  shown.sample.document().setValue("/Metadata/Coldstart/Scenarios", nullptr, QStringLiteral("x"));
  QCOMPARE(shown.page.findChild<QStackedWidget*>()->currentIndex(), 0);
  QVERIFY(!shown.page.busy());
}

void TestWhatIfPage::showsTheScenarioAsItIs() {
  const Shown shown("noisy-neighbour");
  QCOMPARE(shown.figure(QStringLiteral("checkout")).before, QStringLiteral("504"));
  QVERIFY(shown.figure(QStringLiteral("checkout")).after.isEmpty());
  QVERIFY(!shown.button("whatIfApply")->isEnabled());
  QVERIFY(shown.text("whatIfStatus").contains(u"shared-account"));
}

// The same as `coldstart compare`, by hand.
void TestWhatIfPage::aReserveKeepsTheNeighbourQuiet() {
  Shown shown("noisy-neighbour");
  shown.sample.session().setFunction(1);
  shown.await();
  shown.turn(Knob::Reserved, 50);
  QVERIFY(shown.page.busy());
  shown.await();
  const ComparedFigure checkout = shown.figure(QStringLiteral("checkout"));
  QCOMPARE(checkout.before, QStringLiteral("504"));
  QCOMPARE(checkout.after, QStringLiteral("0"));
  QCOMPARE(checkout.change, QStringLiteral("\u2212100 %"));
  QCOMPARE(shown.text("reservedValue"), QStringLiteral("50"));
  auto* whose = shown.page.findChild<QComboBox*>(QStringLiteral("whatIfWhose"));
  whose->setCurrentIndex(1);  // checkout alone
  QCOMPARE(shown.figure(QStringLiteral("Throttled (429)")).after, QStringLiteral("0"));
}

void TestWhatIfPage::theLatestPositionWins() {
  Shown shown("image-resize");
  auto* slider = shown.slider("memorySlider");
  for (int position = slider->minimum(); position <= slider->maximum(); ++position)
    slider->setValue(position);
  slider->setValue(slider->minimum() + 1);
  QCOMPARE(shown.text("memoryValue"), QStringLiteral("192 MB"));
  shown.await();
  project::Project expected = shown.sample.document().project();
  expected.functions[0].memory = Memory{192};
  const auto figures = simulate::tryOut(expected, expected.scenarios[0]);
  const auto rows = comparedFigures(figures->total, nullptr);
  QCOMPARE(shown.figure(rows[0].label).after, rows[0].before);
}

// Without batches each of 3 000 jobs is an invocation of its own, and one in twenty needs another.
void TestWhatIfPage::aPolledFunctionHasBatches() {
  Shown shown("sqs-worker");
  QVERIFY(shown.slider("batchSizeSlider")->isVisible());
  QVERIFY(shown.slider("maximumConcurrencySlider")->isVisible());
  QCOMPARE(shown.text("batchSizeValue"), QStringLiteral("10"));
  QCOMPARE(shown.text("maximumConcurrencyValue"), QStringLiteral("not limited"));
  shown.turn(Knob::BatchSize, 1);
  shown.await();
  QCOMPARE(shown.figure(QStringLiteral("Invocations")).after, QString::fromUtf8("3\u2009158"));
  shown.turn(Knob::BatchSize, 100);
  QCOMPARE(shown.text("batchWindowValue"), QStringLiteral("1 s"));  // It needs one.
  shown.await();
  shown.button("whatIfApply")->click();
  const auto& mapping = shown.sample.document().project().mappings.at(0);
  QVERIFY(shown.sample.document().errors().empty());
  QCOMPARE(mapping.batchSize, 100);
  QCOMPARE(mapping.window.us, Duration::seconds(1).us);
  shown.await();
}

// Each one does what it is for.
void TestWhatIfPage::everyKnobMovesItsFigure_data() {
  QTest::addColumn<QString>("sample");
  QTest::addColumn<int>("knob");
  QTest::addColumn<qint64>("value");
  QTest::addColumn<QString>("figure");
  QTest::addColumn<bool>("rises");
  const auto row = [](const char* name, const char* sample, Knob knob, qint64 value,
                      const char* figure, bool rises) {
    QTest::newRow(name) << QString::fromLatin1(sample) << static_cast<int>(knob) << value
                        << QString::fromLatin1(figure) << rises;
  };
  row("memory", "image-resize", Knob::Memory, 1'769, "Duration, p50", false);
  row("memory costs", "image-resize", Knob::Memory, 10'240, "Cost of the run", true);
  row("reserved", "image-resize", Knob::Reserved, 1, "Throttled (429)", true);
  row("provisioned", "image-resize", Knob::Provisioned, 20, "Cold starts", false);
  row("time-out", "image-resize", Knob::Timeout, 1, "Errors", true);
  row("idle time", "image-resize", Knob::IdleTime, 0, "Cold starts", true);
  row("batch size", "sqs-worker", Knob::BatchSize, 1, "Invocations", true);
  row("window", "sqs-worker", Knob::BatchWindow, 20, "Invocations", false);
  row("maximum concurrency", "sqs-worker", Knob::MaximumConcurrency, 2, "Messages wait, average",
      true);
}

void TestWhatIfPage::everyKnobMovesItsFigure() {
  QFETCH(QString, sample);
  QFETCH(int, knob);
  QFETCH(qint64, value);
  QFETCH(QString, figure);
  QFETCH(bool, rises);
  Shown shown(sample.toLatin1().constData());
  shown.turn(static_cast<Knob>(knob), value);
  shown.await();
  const ComparedFigure found = shown.figure(figure);
  QVERIFY(!found.after.isEmpty());
  QVERIFY2(rises ? found.afterPart > found.beforePart : found.afterPart < found.beforePart,
           qPrintable(found.before + QStringLiteral(" → ") + found.after));
}

void TestWhatIfPage::othersHaveNone() {
  Shown shown("image-resize");
  for (const char* name : {"batchSizeSlider", "batchWindowSlider", "maximumConcurrencySlider"})
    QVERIFY(!shown.slider(name)->isVisible());
}

void TestWhatIfPage::theKeyboardTurnsAKnob() {
  Shown shown("image-resize");
  auto* slider = shown.slider("timeoutSlider");
  QTest::keyClick(slider, Qt::Key_Right);
  QCOMPARE(at(shown.page.settings(), Knob::Timeout), std::int64_t{45});
  QVERIFY(slider->accessibleDescription().contains(u"30 s"));  // What the project has.
}

void TestWhatIfPage::nothingChangesUntilItIsApplied() {
  Shown shown("image-resize");
  const auto before = shown.sample.document().tree();
  shown.turn(Knob::Memory, 3'008);
  shown.await();
  QVERIFY(shown.sample.document().tree() == before);
  QVERIFY(!shown.sample.document().modified());
}

void TestWhatIfPage::appliesAsOneStep() {
  Shown shown("image-resize");
  Settings settings = shown.page.settings();
  at(settings, Knob::Memory) = 1'769;
  at(settings, Knob::Provisioned) = 2;
  at(settings, Knob::IdleTime) = 60'000;
  shown.page.setSettings(settings);
  shown.button("whatIfApply")->click();
  Document& document = shown.sample.document();
  const auto function = [&] { return document.project().functions[0]; };
  QVERIFY(document.errors().empty());
  QCOMPARE(function().memory.mb, 1'769);
  QVERIFY(function().provisioned == 2);
  QCOMPARE(function().idleTimeout.a, Duration::minutes(1).us);
  QVERIFY(shown.page.settings() == settings);
  QVERIFY(!shown.button("whatIfApply")->isEnabled());  // It is the project now.
  document.undoStack().undo();
  QCOMPARE(function().memory.mb, 512);
  QVERIFY(!function().provisioned);
  QCOMPARE(at(shown.page.settings(), Knob::Memory), std::int64_t{512});
  shown.await();
}

void TestWhatIfPage::resetGoesBack() {
  Shown shown("image-resize");
  const Settings own = shown.page.settings();
  shown.turn(Knob::Timeout, 1);
  shown.await();
  QVERIFY(shown.figure(QStringLiteral("Errors")).after != QString());
  shown.button("whatIfReset")->click();
  QVERIFY(shown.page.settings() == own);
  QVERIFY(shown.figure(QStringLiteral("p99")).after.isEmpty());
}

void TestWhatIfPage::anotherFunctionBeginsAnew() {
  Shown shown("noisy-neighbour");
  shown.turn(Knob::Timeout, 900);
  shown.sample.session().setFunction(1);
  QVERIFY(shown.text("whatIfHeading").contains(u"report"));
  QCOMPARE(at(shown.page.settings(), Knob::Timeout), std::int64_t{120});
  QVERIFY(!shown.button("whatIfReset")->isEnabled());
  shown.await();
}

void TestWhatIfPage::tunesOverMemory() {
  Shown shown("image-resize");
  auto* chart = shown.page.findChild<TuningChart*>();
  QVERIFY(!chart->isVisible());
  shown.button("tune")->click();
  shown.await();
  QVERIFY(chart->isVisible());
  QCOMPARE(chart->sizes().size(), std::size_t{12});
  QCOMPARE(chart->verdict(),
           tr("Cheapest and fastest: %1.").arg(QString::fromUtf8("1\u2009769 MB")));
  QVERIFY(chart->sizes()[1].point.millis > 4'000);  // 256 MB: 0.14 of a vCPU.
  QVERIFY(chart->sizes()[0].point.failed > 0);      // 128 MB: less than it needs.
  QTest::mouseClick(chart, Qt::LeftButton, {}, QPoint(chart->width() - 2, 60));
  QCOMPARE(at(shown.page.settings(), Knob::Memory), std::int64_t{10'240});
  QTest::keyClick(chart, Qt::Key_Left);
  QCOMPARE(at(shown.page.settings(), Knob::Memory), std::int64_t{6'144});
  QVERIFY(chart->isVisible());  // Memory is its axis: it stays true.
  shown.turn(Knob::Timeout, 5);
  QVERIFY(!chart->isVisible());  // Another setting: it does not.
  shown.await();
}

void TestWhatIfPage::tellsWhereEc2IsCheaper() {
  Shown shown("image-resize");
  QCOMPARE(shown.text("t3.microFirst"), QStringLiteral("$7.59"));
  const qint64 requests = shown.text("t3.microSecond").remove(QChar(0x2009)).toLongLong();
  QVERIFY(requests > 400'000 && requests < 450'000);
  QVERIFY(shown.text("breakEvenSentence").contains(u"in bold"));
  QVERIFY(shown.text("monthRequestsFirst").remove(QChar(0x2009)).toLongLong() > 2'000'000);
}

void TestWhatIfPage::aHiddenPageWaitsForNothing() {
  Shown shown("noisy-neighbour");
  shown.turn(Knob::Timeout, 900);
  shown.page.hide();
  QTRY_VERIFY_WITH_TIMEOUT(!shown.page.busy(), 30'000);
  shown.page.show();
  shown.await();
  QCOMPARE(shown.figure(QStringLiteral("checkout")).before, QStringLiteral("504"));
}

void TestWhatIfPage::aLongRunCanBeGivenUp() {
  TrialMaker maker;
  int made = 0;
  QObject::connect(&maker, &TrialMaker::made, &maker, [&] { ++made; });
  OpenedSample opened(QStringLiteral("contract-example"));
  TrialMaker::Order endless{opened.document().project(), opened.document().project().scenarios[0]};
  endless.scenario.until = Duration::hours(1'000'000);
  maker.ask(endless);
  TrialMaker::Order quick = endless;
  quick.scenario.until = Duration::seconds(60);
  maker.ask(quick);
  QVERIFY(maker.busy());
  maker.forget();
  QTRY_VERIFY_WITH_TIMEOUT(!maker.busy(), 30'000);
  QCOMPARE(made, 0);
  maker.ask(quick);
  QTRY_COMPARE_WITH_TIMEOUT(made, 1, 30'000);
}

void TestWhatIfPage::standsSideBySideWhenWide() {
  Shown shown("image-resize");
  auto* comparison = shown.page.findChild<ComparisonView*>();
  auto* slider = shown.slider("idleTimeSlider");
  const auto x = [&](QWidget* widget) { return widget->mapTo(&shown.page, QPoint()).x(); };
  QVERIFY(x(comparison) < x(slider) + slider->width());
  shown.page.resize(900, 500);
  QTRY_VERIFY(x(comparison) > x(slider) + slider->width());
  QVERIFY(comparison->width() > slider->width());
}

QTEST_MAIN(TestWhatIfPage)
#include "tst_what_if_page.moc"
