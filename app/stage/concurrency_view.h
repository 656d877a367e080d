// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The concurrency chart's widget. Like the timeline it keeps its picture until run, window, size or
// theme change, paints playhead and hover over it, and only says what the user asked for.

#include <QWidget>
#include <memory>

#include "app/stage/concurrency_layout.h"
#include "app/theme/picture.h"

namespace coldstart::stage {

class ConcurrencyView : public QWidget {
  Q_OBJECT
 public:
  explicit ConcurrencyView(QWidget* parent = nullptr);

  void setIndex(std::shared_ptr<const observe::RunIndex> index);
  void setWindow(TimeWindow window);
  void setPlayhead(Instant t);
  void setFunction(std::optional<std::size_t> function);
  void setRuler(ConcurrencyRequest::Ruler ruler);
  [[nodiscard]] const ConcurrencyDrawing& drawing();
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] QString cardAt(QPointF point);

 signals:
  void windowAsked(coldstart::TimeWindow window);
  void playheadAsked(coldstart::Instant t);
  void selectionAsked(coldstart::Selection selection);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  enum class Drag { None, Pressed, Pan, Playhead };
  void invalidate();
  void describe();
  [[nodiscard]] std::optional<std::size_t> columnAt(qreal x);
  [[nodiscard]] std::optional<journal::AttemptIndex> throttleAt(QPointF point);
  [[nodiscard]] TimeWindow shown() const;

  std::shared_ptr<const observe::RunIndex> m_index;
  TimeWindow m_window;
  Instant m_playhead;
  std::optional<std::size_t> m_function;
  std::vector<journal::AttemptIndex> m_throttled;
  ConcurrencyRequest::Ruler m_ruler = ConcurrencyRequest::Ruler::Yes;
  bool m_laidOut = false;
  bool m_keyboardFocus = false;
  ConcurrencyDrawing m_drawing;
  theme::Picture m_picture;
  Drag m_drag = Drag::None;
  QPointF m_pressed;
  TimeWindow m_pressedWindow;
};

}  // namespace coldstart::stage
