// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an empty pane shows: an icon, one line that says what would fill it, and the one button
// that does. Pages put it in a QStackedWidget or over themselves.

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace coldstart::theme {

class EmptyState : public QWidget {
  Q_OBJECT
 public:
  /// `action` may be null: then there is no button.
  EmptyState(const QString& iconName, const QString& sentence, QAction* action,
             QWidget* parent = nullptr);
  void setSentence(const QString& sentence);

 private:
  void restyle();
  QString m_iconName;
  QLabel* m_icon;
  QLabel* m_sentence;
  QPushButton* m_button = nullptr;
};

}  // namespace coldstart::theme
