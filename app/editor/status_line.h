// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The line under the editor: the handler (a click goes there), problems, place, encoding and
// whether the file is saved.

#include <QWidget>

class QLabel;
class QToolButton;

namespace coldstart::editor {

class StatusLine : public QWidget {
  Q_OBJECT
 public:
  explicit StatusLine(QWidget* parent = nullptr);

  void setHandler(const QString& handler, const QString& meaning);
  void setProblems(const QString& text, const QString& meaning, bool any);
  void setPlace(int line, int column);  ///< Counted from 0.
  void setFile(const QString& language, const QString& encoding, bool edited);
  void clearFile();

 signals:
  void handlerClicked();
  void problemsClicked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void restyle();
  void fit();
  QToolButton* m_handler;
  QToolButton* m_problems;
  QLabel* m_place;
  QLabel* m_language;
  QLabel* m_encoding;
  QLabel* m_saved;
  QString m_handlerText;
  QString m_problemsText;
  bool m_anyFile = false;
  bool m_anyProblem = false;
};

}  // namespace coldstart::editor
