// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every command by name (Ctrl+Shift+P): type some of its letters, press Enter.

#include <QList>
#include <QPointer>
#include <QStringView>
#include <QWidget>

class QAction;
class QLineEdit;
class QListWidget;

namespace coldstart {
class Actions;
}

namespace coldstart::window {

/// How well `text` answers to `typed`: the letters in order, better when they begin words and stand
/// together. Below 0: not at all.
int fuzzyScore(QStringView text, QStringView typed);

class CommandPalette : public QWidget {
  Q_OBJECT
 public:
  CommandPalette(Actions& actions, QWidget* window);
  void open();

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill();
  void run();
  void place();

  Actions& m_actions;
  QLineEdit* m_typed;
  QListWidget* m_list;
  QPointer<QWidget> m_before;  ///< What had the keyboard.
};

}  // namespace coldstart::window
