// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The layout for a projector: large type, the stage, one sentence that says what just happened and
// why, and a transport that can be hit from the back of the room.

#include <vector>

#include "app/workbench/page.h"
#include "core/base/time.h"

class QLabel;
class QPushButton;
class QSlider;

namespace coldstart::theme {
class Segmented;
}

namespace coldstart::window {

class TeachView : public QWidget {
  Q_OBJECT
 public:
  explicit TeachView(Workbench workbench, QWidget* parent = nullptr);

 signals:
  void layoutChosen(int index);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeHeader();
  QWidget* makeStage();
  QWidget* makeTransport();
  void showMode();
  void showTitle();
  void showCaption();
  void showTransport();
  void countSteps();
  void showStep();
  void restyle();

  Workbench m_workbench;
  QWidget* m_header = nullptr;
  QWidget* m_transport = nullptr;
  QLabel* m_mode = nullptr;  ///< Simulated or Live.
  QLabel* m_title = nullptr;
  QLabel* m_stepCount = nullptr;
  std::vector<Instant> m_steps;  ///< Where Step stops; empty while they are being found.
  theme::Segmented* m_layouts = nullptr;
  QWidget* m_stage = nullptr;
  QLabel* m_caption;
  QPushButton* m_back = nullptr;
  QPushButton* m_play = nullptr;
  QPushButton* m_step = nullptr;
  QPushButton* m_test = nullptr;
  QPushButton* m_speed = nullptr;
  QSlider* m_slider = nullptr;
  QLabel* m_clock = nullptr;
  quint32 m_told = 0xFFFF'FFFF;  ///< The attempt the caption is about.
};

}  // namespace coldstart::window
