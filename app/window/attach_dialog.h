// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How to start one's own process so that it becomes an execution environment: the address of each
// function, what to paste into a shell, and which processes are there. MainWindow opens it; Test
// goes on beside it.

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace coldstart {
class Document;
class Session;
}  // namespace coldstart

namespace coldstart::window {

class AttachDialog : public QDialog {
  Q_OBJECT
 public:
  AttachDialog(Document& document, Session& session, QWidget* parent = nullptr);

 private:
  QLineEdit* addCopied(const char* name, const QString& label);
  void refresh();
  [[nodiscard]] QString function() const;

  Document& m_document;
  Session& m_session;
  QComboBox* m_functions;
  QLineEdit* m_address;
  QLineEdit* m_line;
  QCheckBox* m_waits;
  QCheckBox* m_deadline;
  QLabel* m_processes;
};

}  // namespace coldstart::window
