// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One setting of the form: title, control, what it does or what is wrong with it, and the way back
// to the default. What is typed is judged at once; a value that passes goes to the document (typing
// and dragging are one undo step), a value that does not stays visible with AWS's sentence.

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "app/configuration/effects.h"
#include "app/workbench/page.h"

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace coldstart::configuration {

/// What the rows of one form share; the page owns it.
struct Form {
  Workbench workbench;
  std::size_t function = 0;

  [[nodiscard]] const project::Project& project() const;
  [[nodiscard]] const project::Function* current() const;
};

struct FieldSpec {
  QString id;                   ///< Object name of the control.
  QString title;                ///< AWS console's word.
  std::string path;             ///< Below the resource, or whole with a leading "/".
  std::string_view quota = {};  ///< The row with its limits.
  QString change = {};  ///< What a Change of a run calls it; "" when a run cannot change it.
  Effect effect = nullptr;
};

class FieldRow : public QWidget {
  Q_OBJECT
 public:
  FieldRow(Form& form, FieldSpec spec, QWidget* parent);
  ~FieldRow() override;

  /// The document or the function in front changed.
  void refresh();
  /// The sentence under the control: what the setting does, or what is wrong.
  [[nodiscard]] QString note() const;
  [[nodiscard]] bool isInvalid() const { return m_invalid; }
  [[nodiscard]] const FieldSpec& spec() const { return m_spec; }
  void restoreDefault();
  /// Greys the control out; `why` is said in its place. "" gives it back.
  void setUnavailable(const QString& why);
  void setNarrow(bool narrow);     ///< The title stands above the control, not beside it.
  void addBelow(QWidget* widget);  ///< Between the control and the note.
  /// A value may bring more with it than its own place: an alias, the type of a queue.
  using Also = std::function<nlohmann::ordered_json(nlohmann::ordered_json tree,
                                                    const project::Function& function,
                                                    const nlohmann::ordered_json& value)>;
  void setAlso(Also also) { m_also = std::move(also); }

 protected:
  virtual void load(const project::Project& project, const project::Function& function) = 0;
  /// What applying at the playhead would set.
  [[nodiscard]] virtual std::optional<std::int64_t> number() const { return std::nullopt; }
  void addControl(QWidget* control, int stretch = 0);
  void offer(const nlohmann::ordered_json& value);
  void refuse(const QString& sentence);
  void finish();  ///< What follows is another undo step.
  [[nodiscard]] Form& form() const { return m_form; }

  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void restyle();
  void apply(nlohmann::ordered_json tree);
  void tellOrigin();
  void tellNote();
  void applyAtPlayhead();
  [[nodiscard]] nlohmann::ordered_json changed(const nlohmann::ordered_json& value) const;
  [[nodiscard]] QString limits() const;
  [[nodiscard]] std::string pointer() const;
  [[nodiscard]] std::string modelKey() const;

  Form& m_form;
  FieldSpec m_spec;
  QBoxLayout* m_outer;
  QBoxLayout* m_head;
  QVBoxLayout* m_right;
  QHBoxLayout* m_line;
  QLabel* m_title;
  QLabel* m_limits;
  QLabel* m_note;
  QToolButton* m_restore;
  QPushButton* m_playhead;
  Also m_also;
  QString m_problem;
  QString m_why;
  std::unique_ptr<nlohmann::ordered_json> m_stepBegan;  ///< The template before this step.
  std::string m_typedOver;  ///< What the template said when the invalid value was typed.
  bool m_invalid = false;
  bool m_narrow = false;
  bool m_applying = false;
  int m_step = 0;
};

}  // namespace coldstart::configuration
