// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "app/cloudwatch/bill_page.h"
#include "app/cloudwatch/bill_tables.h"
#include "app/theme/segmented.h"
#include "app/theme/theme.h"
#include "tests/support/opened_sample.h"

using namespace coldstart;
using namespace coldstart::cloudwatch;
using tests::OpenedSample;

class TestBillPage : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void growsWithThePlayhead();
  void copiesExactAmounts();
  void showsEveryPriceWithItsPage();

 private:
  static void run(OpenedSample& sample, const QString& scenario) {
    QSignalSpy changed(&sample.session(), &Session::runChanged);
    sample.session().runScenario(scenario);
    QVERIFY(changed.wait(20'000));
    sample.session().pause();
  }
};

void TestBillPage::init() {
  theme::Theme::instance().apply();
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)")));
}

void TestBillPage::growsWithThePlayhead() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  BillPage page(sample.workbench());
  page.resize(900, 220);
  page.show();
  run(sample, QStringLiteral("cold-then-warm"));
  auto* table = page.findChild<QTableView*>(QStringLiteral("billTable"));
  const QAbstractItemModelTester tester(table->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
  const auto* total = page.findChild<QLabel*>(QStringLiteral("billTotal"));
  sample.session().setPlayhead(Instant{0});
  QTRY_COMPARE(total->text(), QStringLiteral("$0"));
  sample.session().setPlayhead(sample.session().end());
  // Seven requests at $0.20 a million.
  QTRY_COMPARE(table->model()->index(0, BillTable::Quantity).data().toString(),
               QStringLiteral("7 requests"));
  QVERIFY(table->model()->index(0, BillTable::Amount).data().toString().startsWith(u'$'));
  QVERIFY(page.findChild<QLabel*>(QStringLiteral("billDetails"))
              ->text()
              .contains(QStringLiteral("30 days")));
}

void TestBillPage::copiesExactAmounts() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  BillPage page(sample.workbench());
  page.resize(900, 220);
  page.show();
  run(sample, QStringLiteral("cold-then-warm"));
  sample.session().setPlayhead(sample.session().end());
  QTRY_VERIFY(page.asCsv().contains(QStringLiteral("\"request\",0.000001400000")));
  QTest::mouseClick(page.controls()->findChild<QToolButton*>(QStringLiteral("billCopy")),
                    Qt::LeftButton);
  QVERIFY(QGuiApplication::clipboard()->text().startsWith(
      QStringLiteral("item,function,quantity,unit,usd\n")));
}

void TestBillPage::showsEveryPriceWithItsPage() {
  OpenedSample sample(QStringLiteral("cold-vs-warm"));
  BillPage page(sample.workbench());
  page.resize(900, 220);
  page.show();
  QTest::mouseClick(page.controls()->findChild<theme::Segmented*>()->segment(1), Qt::LeftButton);
  const auto* table = page.findChild<QTableView*>(QStringLiteral("priceTable"));
  QVERIFY(table->isVisible());
  QCOMPARE(table->model()->rowCount(), static_cast<int>(observe::prices().size()));
  for (int row = 0; row < table->model()->rowCount(); ++row) {
    QVERIFY(!table->model()->index(row, PriceTable::Source).data().toString().isEmpty());
  }
}

QTEST_MAIN(TestBillPage)
#include "tst_bill_page.moc"
