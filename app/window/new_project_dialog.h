// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A new project: which blueprint, what it is called and where it lies. Writes the files and tells
// where.

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace coldstart::window {

class NewProjectDialog : public QDialog {
  Q_OBJECT
 public:
  explicit NewProjectDialog(QWidget* parent);
  [[nodiscard]] QString folder() const;

 signals:
  void created(const QString& folder);

 private:
  void explain();
  void create();
  QComboBox* m_blueprint;
  QLabel* m_summary;
  QLineEdit* m_name;
  QLineEdit* m_parent;
  QLabel* m_problem;
  QPushButton* m_create;
};

}  // namespace coldstart::window
