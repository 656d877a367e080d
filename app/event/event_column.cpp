// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event/event_column.h"

#include <QLayout>
#include <QPainter>
#include <QScrollArea>

#include "app/theme/theme.h"

namespace coldstart::event {
namespace {

class Handle : public QSplitterHandle {
 public:
  using QSplitterHandle::QSplitterHandle;

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    const bool across = orientation() == Qt::Vertical;
    const QRect line =
        across ? QRect(0, height() / 2, width(), 1) : QRect(width() / 2, 0, 1, height());
    QPainter(this).fillRect(line, theme::color(theme::Role::Line));
  }
};

}  // namespace

int Column::heightForWidth(int width) const {
  return layout()->minimumHeightForWidth(width);
}

QSplitterHandle* LineSplitter::createHandle() {
  return new Handle(orientation(), this);
}

QScrollArea* scrollAround(QWidget* content) {
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(content);
  scroll->viewport()->setAutoFillBackground(false);  // The pane's own surface shows through.
  content->setAutoFillBackground(false);
  return scroll;
}

}  // namespace coldstart::event
