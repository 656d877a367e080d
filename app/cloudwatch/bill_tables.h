// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The two tables of the Bill page: the lines of a bill, and the prices.

#include <QAbstractTableModel>

#include "core/observe/bill.h"
#include "core/project/project.h"

namespace coldstart::cloudwatch {

class BillTable : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Item, Function, Quantity, Amount, NUM_COLUMNS };
  using QAbstractTableModel::QAbstractTableModel;

  void setBill(observe::Bill bill, const project::Project& project);
  [[nodiscard]] const observe::Bill& bill() const { return m_bill; }
  [[nodiscard]] QString text(int row, int column) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  observe::Bill m_bill;
  QStringList m_functions;
};

class PriceTable : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Item, Source, Since, UpTo, Price, NUM_COLUMNS };
  using QAbstractTableModel::QAbstractTableModel;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
};

}  // namespace coldstart::cloudwatch
