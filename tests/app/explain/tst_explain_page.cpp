// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

#include "app/explain/explain_page.h"
#include "app/explain/explanation_view.h"
#include "app/explain/what_if_table.h"
#include "app/theme/theme.h"
#include "tests/support/opened_sample.h"

using namespace coldstart;
using namespace coldstart::explain;
using tests::OpenedSample;

class TestExplainPage : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void init();
  void emptyPaneOffersTest();
  void explainsTheLatestTest();
  void explainsWhatIsSelected();
  void linksSelect();
  void wholeRunWhenNothingIsSelected();
  void remedyShowsBothRuns();
  void argumentsAreBoldAndEscaped();

 private:
  static QString text(const QWidget& page, const char* name) {
    const auto* label = page.findChild<QLabel*>(QLatin1String(name));
    return label == nullptr ? QString() : label->text();
  }
  static void run(OpenedSample& sample, const QString& scenario) {
    QSignalSpy changed(&sample.session(), &Session::runChanged);
    sample.session().runScenario(scenario);
    QVERIFY(changed.wait(20'000));
    sample.session().pause();
  }
};

void TestExplainPage::initTestCase() {
  theme::Theme::instance().apply();
}

void TestExplainPage::init() {
  // The offscreen platform says this of every window; it is no fault of ours.
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)")));
}

void TestExplainPage::emptyPaneOffersTest() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  ExplainPage page(sample.workbench());
  const auto* stack = page.findChild<QStackedWidget*>();
  QCOMPARE(stack->currentIndex(), 0);
  QVERIFY(stack->currentWidget()->findChild<QPushButton*>() != nullptr);
  // Before anything has run, the scenario says what to look at.
  QVERIFY(text(page, "explainScenario").contains(u"two of them are cold starts"));
  sample.session().setScenario(QStringLiteral("after-a-pause"));
  QVERIFY(text(page, "explainScenario").contains(u"fifteen minutes later"));
  page.findChild<QPushButton*>(QStringLiteral("explainRunScenario"))->click();
  QTRY_COMPARE_WITH_TIMEOUT(stack->currentIndex(), 1, 10'000);
}

void TestExplainPage::explainsTheLatestTest() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  ExplainPage page(sample.workbench());
  sample.session().testCurrent();
  QTRY_VERIFY_WITH_TIMEOUT(text(page, "explainQuestion").startsWith(u"Why did #1 wait"), 10'000);
  QVERIFY(text(page, "explainAnswer").contains(u"No environment of <b>Greeter</b> existed yet"));
  QTRY_VERIFY_WITH_TIMEOUT(!sample.session().playing(), 20'000);
  sample.session().testCurrent();
  QTRY_COMPARE_WITH_TIMEOUT(text(page, "explainQuestion"), QStringLiteral("Why did #2 not wait?"),
                            10'000);
}

void TestExplainPage::explainsWhatIsSelected() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  ExplainPage page(sample.workbench());
  run(sample, QStringLiteral("after-a-pause"));
  sample.session().select({Selection::Kind::Attempt, 3});
  QVERIFY(text(page, "explainAnswer").contains(u"after <b>10\u00A0min</b> without a request"));
  sample.session().select({Selection::Kind::Environment, 0});
  QCOMPARE(text(page, "explainQuestion"), QStringLiteral("Why did environment 1 come and go?"));
  QCOMPARE(page.accessibleName(), text(page, "explainQuestion"));
}

void TestExplainPage::linksSelect() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  ExplainPage page(sample.workbench());
  run(sample, QStringLiteral("after-a-pause"));
  sample.session().select({Selection::Kind::Attempt, 3});
  auto* links = page.findChild<QLabel*>(QStringLiteral("explainLinks"));
  QVERIFY(links != nullptr);
  emit links->linkActivated(QStringLiteral("0"));
  QTRY_COMPARE(sample.session().selection(), (Selection{Selection::Kind::Environment, 0}));
  QTRY_VERIFY(text(page, "explainQuestion").contains(u"environment 1"));
}

void TestExplainPage::wholeRunWhenNothingIsSelected() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  ExplainPage page(sample.workbench());
  run(sample, QStringLiteral("cold-then-warm"));
  sample.session().select({});
  QTRY_COMPARE(text(page, "explainQuestion"), QStringLiteral("What happened in this run?"));
  QVERIFY(text(page, "explainAnswer").startsWith(u"Seven requests"));
  QCOMPARE(text(page, "explainFigure0"), QStringLiteral("<b>7</b>"));
}

void TestExplainPage::remedyShowsBothRuns() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  ExplainPage page(sample.workbench());
  page.resize(320, 700);
  page.show();
  run(sample, QStringLiteral("after-a-pause"));
  sample.session().select({Selection::Kind::Attempt, 3});
  auto* button = page.findChild<QPushButton*>(QStringLiteral("remedy0"));
  QVERIFY(button != nullptr);
  QTest::mouseClick(button, Qt::LeftButton);
  auto* table = page.findChild<WhatIfTable*>();
  QTRY_VERIFY_WITH_TIMEOUT(table->isVisible(), 20'000);
  QCOMPARE(table->rows().size(), std::size_t{2});
  QCOMPARE(table->rows()[0].figures.coldStarts, qint64{2});
  QCOMPARE(table->rows()[1].figures.coldStarts, qint64{0});
  QVERIFY(table->rows()[1].figures.cost > table->rows()[0].figures.cost);
  QTRY_VERIFY(button->isEnabled());
}

void TestExplainPage::argumentsAreBoldAndEscaped() {
  const Sentence sentence{"explain", "The handler of %1 ran %2 < x.", {"A & B", "<5 ms"}};
  QCOMPARE(
      richText(sentence),
      QStringLiteral("The handler of <b>A\u00A0&amp;\u00A0B</b> ran <b>&lt;5\u00A0ms</b> &lt; x."));
}

QTEST_MAIN(TestExplainPage)
#include "tst_explain_page.moc"
