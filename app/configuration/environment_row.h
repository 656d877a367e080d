// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The environment variables: a table of names and values with the 4 KB meter. Reserved names,
// wrong names and too much text are refused in AWS's words and stay in view.

#include "app/configuration/field_row.h"

class QTableWidget;
class QTableWidgetItem;

namespace coldstart::configuration {

class Meter;

class EnvironmentRow : public FieldRow {
  Q_OBJECT
 public:
  EnvironmentRow(Form& form, FieldSpec spec, QWidget* parent);

 protected:
  void load(const project::Project& project, const project::Function& function) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void edited();
  void removeSelected();
  void append(const QString& name, const nlohmann::ordered_json& value);
  void sizeTable();
  [[nodiscard]] nlohmann::ordered_json valueAt(int row) const;
  QTableWidget* m_table;
  Meter* m_meter;
};

}  // namespace coldstart::configuration
