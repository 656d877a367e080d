// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The strip under the menu: Test, the scenario, the transport, the mode, what the playhead reads,
// and the layouts. When there is little room it first shortens its words, then takes a second row.

#include <QList>
#include <QWidget>

class QGridLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace coldstart {
class Actions;
class Document;
class Session;
namespace theme {
class Segmented;
}
}  // namespace coldstart

namespace coldstart::window {

class ReadOut;

class ToolStrip : public QWidget {
  Q_OBJECT
 public:
  ToolStrip(Actions& actions, QWidget* parent);
  /// Follows this document and session; null when no project is open.
  void attach(Document* document, Session* session);
  void setLayoutChoice(int index);
  [[nodiscard]] QSize minimumSizeHint() const override;

 signals:
  void layoutChosen(int index);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum class Room { Wide, Short, Tight, TwoRows };
  void buildLeft();
  void buildRight();
  void fillScenarioMenu();
  void fillSpeedMenu();
  void showState();
  void showMode();
  void showTransport();
  void fit();
  [[nodiscard]] int neededWidth() const;
  void apply(Room room);
  QToolButton* transportButton(const QString& action, const QString& iconName);

  Actions& m_actions;
  Document* m_document = nullptr;
  Session* m_session = nullptr;
  QString m_scenarioName;
  Room m_room = Room::Wide;
  int m_fitted = 0;  ///< The width that was needed when it was last fitted.
  QGridLayout* m_grid;
  QWidget* m_left;
  QWidget* m_right;
  QPushButton* m_test;
  QPushButton* m_scenario;
  QMenu* m_scenarios;
  QToolButton* m_play;
  QPushButton* m_speed;
  QMenu* m_speeds;
  theme::Segmented* m_mode;
  ReadOut* m_walls;
  theme::Segmented* m_layouts;
  ReadOut* m_playhead;
  ReadOut* m_busy;
  ReadOut* m_throttled;
  ReadOut* m_bill;
};

/// "00:03.400", "1:02:03.400": a moment of the run as the transport shows it.
QString clockText(qint64 microseconds);
/// "×0.5", "×100", "max".
QString speedText(double speed);

}  // namespace coldstart::window
