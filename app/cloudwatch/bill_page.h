// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CloudWatch, Bill: what the run would have cost up to the playhead, line by line, and the prices
// it was reckoned with.

#include "app/workbench/page.h"
#include "core/observe/bill.h"

class QBoxLayout;
class QLabel;
class QStackedWidget;
class QTableView;
class QTimer;

namespace coldstart::theme {
class Segmented;
}

namespace coldstart::cloudwatch {

class BillTable;
class PriceTable;

class BillPage : public Page {
  Q_OBJECT
 public:
  explicit BillPage(Workbench workbench, QWidget* parent = nullptr);
  [[nodiscard]] QWidget* controls() override { return m_controls; }
  /// The lines as comma-separated values, amounts in dollars with all their digits.
  [[nodiscard]] QString asCsv() const;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeControls();
  QWidget* makeBill();
  void restyle();
  void fit();
  void reckon();
  Workbench m_workbench;
  QWidget* m_controls;
  theme::Segmented* m_switch = nullptr;
  QStackedWidget* m_stack;
  QBoxLayout* m_row = nullptr;
  QTableView* m_billView = nullptr;
  QTableView* m_priceView = nullptr;
  BillTable* m_bill;
  PriceTable* m_prices;
  QLabel* m_total = nullptr;
  QLabel* m_details = nullptr;
  QTimer* m_soon;
};

}  // namespace coldstart::cloudwatch
