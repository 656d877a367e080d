// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Help > What is simulated, and what is not: in short, and every rule with its source, its mark and
// its test, made from the table in core/base/rule.h.

#include <QAbstractTableModel>
#include <QDialog>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace coldstart::window {

/// The rules of the service, in the user's language.
class RuleTable : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Chapter, Text, Mark, Source, Test, Columns };

  using QAbstractTableModel::QAbstractTableModel;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
};

class FidelityDialog : public QDialog {
  Q_OBJECT
 public:
  explicit FidelityDialog(QWidget* parent);

 private:
  QWidget* makeRules();
  void seek(const QString& words);

  RuleTable* m_rules;
  QSortFilterProxyModel* m_found;
  QTableView* m_table = nullptr;
  QLabel* m_counts = nullptr;
};

void showWhatIsSimulated(QWidget* window);

}  // namespace coldstart::window
