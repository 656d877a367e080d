// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>

#include "app/theme/segmented.h"
#include "app/theme/theme.h"
#include "app/window/fidelity_dialog.h"
#include "core/base/rule.h"

using namespace coldstart;
using window::FidelityDialog;
using window::RuleTable;

class TestFidelityDialog : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { theme::Theme::instance().apply(); }
  void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin)"))); }
  void showsEveryRuleWhole();
  void searchNarrowsTheList();
};

namespace {

QTableView* openRules(FidelityDialog& dialog) {
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  dialog.show();
  dialog.findChild<theme::Segmented*>(QStringLiteral("simulatedSwitch"))->segment(1)->click();
  return dialog.findChild<QTableView*>(QStringLiteral("ruleTable"));
}

}  // namespace

void TestFidelityDialog::showsEveryRuleWhole() {
  FidelityDialog dialog(nullptr);
  const QTableView* table = openRules(dialog);
  QVERIFY(table->isVisible());
  QCOMPARE(table->model()->rowCount(), static_cast<int>(rules().size()));
  const int line = table->fontMetrics().lineSpacing();
  for (int row = 0; row < table->model()->rowCount(); ++row) {
    QTRY_VERIFY(table->rowHeight(row) < 6 * line);
    for (int column = 0; column < RuleTable::Columns; ++column) {
      const QModelIndex cell = table->model()->index(row, column);
      const QString text = cell.data().toString();
      QVERIFY(column == RuleTable::Chapter || !text.isEmpty());
      const int space = table->columnWidth(column) - theme::px(4);
      const QRect needed =
          table->fontMetrics().boundingRect(QRect(0, 0, space, 10'000), Qt::TextWordWrap, text);
      QVERIFY2(needed.height() <= table->rowHeight(row) && needed.width() <= space,
               qPrintable(text));
    }
  }
}

void TestFidelityDialog::searchNarrowsTheList() {
  FidelityDialog dialog(nullptr);
  const QTableView* table = openRules(dialog);
  const auto* counts = dialog.findChild<QLabel*>(QStringLiteral("ruleCounts"));
  const QString all = counts->text();
  QVERIFY(all.contains(QString::number(countOf(RuleMark::Simplified))));
  QTest::keyClicks(dialog.findChild<QLineEdit*>(QStringLiteral("ruleSearch")),
                   QStringLiteral("SNAPSTART"));
  QVERIFY(table->model()->rowCount() >= 1);
  QVERIFY(table->model()->rowCount() < static_cast<int>(rules().size()));
  QVERIFY(counts->text() != all);
}

QTEST_MAIN(TestFidelityDialog)
#include "tst_fidelity_dialog.moc"
