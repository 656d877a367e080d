// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The timeline's widget: one opaque, viewport-sized surface. It keeps the drawing and its picture
// until run, window, size, scroll or theme change; playhead, selection and hover are painted over
// that picture, so that they cost a blit. It changes nothing itself: it says what the user asked
// for.

#include <QWidget>
#include <memory>

#include "app/stage/timeline_layout.h"
#include "app/theme/picture.h"

namespace coldstart::stage {

class TimelineView : public QWidget {
  Q_OBJECT
 public:
  explicit TimelineView(QWidget* parent = nullptr);

  void setIndex(std::shared_ptr<const observe::RunIndex> index);
  void setWindow(TimeWindow window);
  void setPlayhead(Instant t);
  void setSelection(Selection selection);
  void setFunction(std::optional<std::size_t> function);
  void setScroll(int pixels);
  /// Scrolls to a selection that was made since the last call, now that there is room to.
  void followSelection();
  [[nodiscard]] const TimelineDrawing& drawing();
  [[nodiscard]] TimeWindow window() const { return m_window; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  /// The card for a point: at most five lines; empty where there is nothing.
  [[nodiscard]] QString cardAt(QPointF point);
  /// Where an environment's row or an attempt's bar is, in view coordinates; null when not visible.
  [[nodiscard]] QRectF rectOf(Selection selection);

 signals:
  void windowAsked(coldstart::TimeWindow window);
  void playheadAsked(coldstart::Instant t);
  void selectionAsked(coldstart::Selection selection);
  void scrollAsked(int pixels);
  void menuAsked(QPoint globalPosition);
  void rowsChanged();  ///< Height of all rows or the scroll position changed.

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  enum class Drag { None, Pressed, Pan, Playhead };
  void invalidate();
  void keepRowInView(journal::EnvironmentIndex e);
  [[nodiscard]] journal::EnvironmentIndex selectedEnvironment() const;
  [[nodiscard]] qreal rowsBottom() const;
  void paintOverlay(QPainter& painter);
  void paintSelection(QPainter& painter);
  void paintRetries(QPainter& painter);
  [[nodiscard]] QRectF compactLabel(qreal centre) const;
  void paintPlayhead(QPainter& painter);
  void selectAt(QPointF point);
  void selectNeighbour(int by);
  void selectRow(int by);
  void zoomTo(Selection selection);
  void describe();
  [[nodiscard]] bool onPlayhead(QPointF point);

  std::shared_ptr<const observe::RunIndex> m_index;
  TimeWindow m_window;
  Instant m_playhead;
  Selection m_selection;
  std::optional<std::size_t> m_function;
  std::vector<journal::AttemptIndex> m_throttled;  ///< Of m_function.
  int m_scroll = 0;
  bool m_follow = false;
  bool m_laidOut = false;
  TimelineDrawing m_drawing;
  theme::Picture m_picture;
  Drag m_drag = Drag::None;
  QPointF m_pressed;
  TimeWindow m_pressedWindow;
  int m_pressedScroll = 0;
  bool m_keyboardFocus = false;
};

}  // namespace coldstart::stage
