// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The kinds of rows of the configuration form: a number, a line of text, a choice, a percentage,
// several lines, JSON. Each only turns its control's value into JSON and back.

#include <functional>
#include <vector>

#include "app/configuration/field_row.h"

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace coldstart::configuration {

class MemorySlider;

class NumberRow : public FieldRow {
  Q_OBJECT
 public:
  using Value =
      std::function<std::optional<std::int64_t>(const project::Project&, const project::Function&)>;
  enum class Slider { None, Memory };
  NumberRow(Form& form, FieldSpec spec, Value value, QWidget* parent, Slider slider = Slider::None);
  /// Offers the choice between no number and one: "Unreserved", "Reserved".
  void setOptional(const QString& none, const QString& some, int proposal);
  /// This number means that there is no setting: 0 provisioned environments.
  void setAbsent(std::int64_t number) { m_absent = number; }

 protected:
  void load(const project::Project& project, const project::Function& function) override;
  [[nodiscard]] std::optional<std::int64_t> number() const override;

 private:
  void edited();
  Value m_value;
  QSpinBox* m_spin;
  QComboBox* m_choice = nullptr;
  MemorySlider* m_slider = nullptr;
  std::optional<std::int64_t> m_absent;
};

class TextRow : public FieldRow {
  Q_OBJECT
 public:
  using Value = std::function<std::string(const project::Function&)>;
  TextRow(Form& form, FieldSpec spec, Value value, QWidget* parent,
          const QString& placeholder = {});

 protected:
  void load(const project::Project& project, const project::Function& function) override;

 private:
  Value m_value;
  QLineEdit* m_edit;
};

class ChoiceRow : public FieldRow {
  Q_OBJECT
 public:
  struct Option {
    QString text;
    std::string value;
  };
  /// Whether the template has the value itself or a list of one (Architectures).
  enum class Written { Plain, List };
  ChoiceRow(Form& form, FieldSpec spec, std::vector<Option> options, TextRow::Value value,
            QWidget* parent, Written written = Written::Plain);

 protected:
  void load(const project::Project& project, const project::Function& function) override;

 private:
  std::vector<Option> m_options;
  TextRow::Value m_value;
  QComboBox* m_box;
};

/// A part of the whole, shown in percent and written as a fraction.
class PercentRow : public FieldRow {
  Q_OBJECT
 public:
  using Value = std::function<std::int32_t(const project::Function&)>;  ///< Millionths.
  PercentRow(Form& form, FieldSpec spec, Value value, QWidget* parent);

 protected:
  void load(const project::Project& project, const project::Function& function) override;

 private:
  Value m_value;
  QDoubleSpinBox* m_spin;
};

/// Several lines of text: a list of texts, or one JSON value.
class LinesRow : public FieldRow {
  Q_OBJECT
 public:
  enum class Kind { List, Json };
  LinesRow(Form& form, FieldSpec spec, Kind kind, TextRow::Value value, QWidget* parent,
           const QString& placeholder);

 protected:
  void load(const project::Project& project, const project::Function& function) override;

 private:
  void edited();
  Kind m_kind;
  TextRow::Value m_value;
  QPlainTextEdit* m_edit;
};

}  // namespace coldstart::configuration
