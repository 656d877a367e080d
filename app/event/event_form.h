// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The typed form of a test event: one row a field of its type. It shows values and tells what the
// user types; it knows neither the JSON nor the project. Used by TestEventPage.

#include <QStringList>
#include <QWidget>
#include <functional>
#include <vector>

#include "core/events/catalogue.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QToolButton;

namespace coldstart::event {

class EventForm : public QWidget {
  Q_OBJECT
 public:
  explicit EventForm(QWidget* parent = nullptr);

  /// Names of the project's resources of a type ("AWS::S3::Bucket"), offered in the fields.
  void setSuggestions(std::function<QStringList(std::string_view resourceType)> suggestions);

  /// Shows this type's fields; null: an event of the user's own, without a form.
  void setType(const events::EventType* type);
  [[nodiscard]] const events::EventType* type() const { return m_type; }
  /// Fills the fields, except the one named, which the user is typing in.
  void setValues(const events::Values& values, std::string_view except = {});
  /// A sentence under one field; empty takes it away.
  void setProblem(std::string_view flag, const QString& sentence);
  /// A sentence under the form: where the event differs, how the source sends it.
  void setNote(const QString& sentence);
  /// The fields cannot be used now, and this is why; empty: they can.
  void setBlocked(const QString& why);

 signals:
  void edited(const QString& flag, const QString& value);
  void unfolded();  ///< Rows came or went.

 private:
  struct Row {
    const events::Field* field;
    QLabel* label;
    QWidget* editor;
    QLabel* hint;
    QString problem;
  };
  QWidget* makeEditor(const events::Field& field);
  QComboBox* makeChoice(const events::Field& field);
  void addRow(const events::Field& field);
  void showGeneral(bool visible);
  void showHint(Row& row);
  void restyle();
  [[nodiscard]] static QString valueOf(const QWidget* editor);
  static void setValue(QWidget* editor, const QString& value, bool present);

  std::function<QStringList(std::string_view)> m_suggestions;
  const events::EventType* m_type = nullptr;
  std::vector<Row> m_rows;
  QWidget* m_fields = nullptr;
  QGridLayout* m_grid = nullptr;
  QToolButton* m_more;
  QLabel* m_note;
  QLabel* m_blocked;
  bool m_filling = false;
};

}  // namespace coldstart::event
