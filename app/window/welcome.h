// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands in the window while no project is open: what this is, the samples, and the ways to a
// project of one's own.

#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace coldstart {
class Actions;
}

namespace coldstart::window {

class Welcome : public QWidget {
  Q_OBJECT
 public:
  Welcome(Actions& actions, QWidget* parent);

 signals:
  void openAsked(const QString& path);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeStart();
  void fillRecent();
  void fillSamples();
  void placeCards();
  void restyle();

  Actions& m_actions;
  QLabel* m_title = nullptr;
  QLabel* m_what = nullptr;
  QList<QLabel*> m_captions;
  QWidget* m_start = nullptr;
  QVBoxLayout* m_recent = nullptr;
  QWidget* m_cards = nullptr;
  QGridLayout* m_grid = nullptr;
  bool m_filled = false;
};

}  // namespace coldstart::window
