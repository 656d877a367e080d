// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The flow picture's widget: lays out the moment under the playhead and paints it. It says what
// the user asked for and changes nothing itself.

#include <QWidget>
#include <memory>

#include "app/stage/flow_layout.h"

namespace coldstart::stage {

class FlowView : public QWidget {
  Q_OBJECT
 public:
  explicit FlowView(QWidget* parent = nullptr);

  void setIndex(std::shared_ptr<const observe::RunIndex> index);
  void setPlayhead(Instant t);
  void setWindow(TimeWindow window);
  void setSelection(Selection selection);
  void setFunction(std::optional<std::size_t> function);
  void setScroll(int pixels);
  [[nodiscard]] const FlowDrawing& drawing();
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] QString cardAt(QPointF point);

 signals:
  void selectionAsked(coldstart::Selection selection);
  void menuAsked(QPoint globalPosition);
  void scrollAsked(int pixels);
  void heightChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void invalidate();
  void describe();
  void selectAt(QPointF point);
  void selectNeighbour(int by);

  std::shared_ptr<const observe::RunIndex> m_index;
  Instant m_playhead;
  TimeWindow m_window;
  Selection m_selection;
  std::optional<std::size_t> m_function;
  int m_scroll = 0;
  bool m_laidOut = false;
  bool m_keyboardFocus = false;
  FlowDrawing m_drawing;
};

}  // namespace coldstart::stage
