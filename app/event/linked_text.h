// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text to read in which some parts lead to a line of the project's code: underlined, clicked, or
// followed with Enter where the caret stands.

#include <QPlainTextEdit>

#include "app/workbench/code_links.h"

namespace coldstart::event {

class LinkedText : public QPlainTextEdit {
  Q_OBJECT
 public:
  explicit LinkedText(QWidget* parent = nullptr);

  void display(const QString& text, const QList<CodeLink>& links);
  [[nodiscard]] const QList<CodeLink>& links() const { return m_links; }
  [[nodiscard]] QRect linkRect(int number) const;

 signals:
  void followed(const QString& file, int line);

 protected:
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void underline();
  [[nodiscard]] const CodeLink* linkAt(QPoint position) const;

  QList<CodeLink> m_links;
  QPoint m_pressed;
};

}  // namespace coldstart::event
