// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A scenario as a form: how long it runs and its loads, each a target, a kind of arrivals and its
// numbers. What the form does not show (changes, several starts) stays as the template has it.

#include <QDialog>
#include <QList>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace coldstart {
class Document;
class Session;
}  // namespace coldstart

namespace coldstart::window {

class LoadRow;

class ScenarioDialog : public QDialog {
  Q_OBJECT
 public:
  /// `name` empty: a new scenario.
  ScenarioDialog(Document& document, Session& session, const QString& name, QWidget* parent);

 private:
  void addLoad();
  void check();
  void keep(bool run);
  Document& m_document;
  Session& m_session;
  QString m_before;
  QLineEdit* m_name;
  QLineEdit* m_until;
  QVBoxLayout* m_rows;
  QList<LoadRow*> m_loads;
  QLabel* m_problem;
  QPushButton* m_run;
  QPushButton* m_keep;
};

}  // namespace coldstart::window
