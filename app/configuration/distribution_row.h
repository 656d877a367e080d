// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A distribution of the work model: its kind, its numbers with their unit, and its shape.

#include "app/configuration/field_row.h"
#include "app/theme/theme.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace coldstart::configuration {

class DensitySketch;

class DistributionRow : public FieldRow {
  Q_OBJECT
 public:
  enum class Measure { Time, Memory };
  using Value = std::function<const project::Distribution&(const project::Function&)>;
  DistributionRow(Form& form, FieldSpec spec, Value value, Measure measure, theme::Role role,
                  QWidget* parent);

 protected:
  void load(const project::Project& project, const project::Function& function) override;

 private:
  void edited();
  void choose(int kind);
  void arrange(project::Distribution::Kind kind);
  [[nodiscard]] QString amount(std::int64_t value) const;
  Value m_value;
  Measure m_measure;
  QComboBox* m_kind;
  QLabel* m_firstName;
  QLineEdit* m_first;
  QLabel* m_secondName;
  QLineEdit* m_second;
  DensitySketch* m_sketch;
};

}  // namespace coldstart::configuration
