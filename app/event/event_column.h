// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What holds the parts of the Test event tab: a column that is never lower than its parts need, a
// scroll area on the pane's own surface, and a splitter with thin lines. Used by TestEventPage.

#include <QSplitter>

class QScrollArea;

namespace coldstart::event {

/// As high as the pane, or as high as every part needs to be read, and then the pane scrolls.
class Column : public QWidget {
 public:
  using QWidget::QWidget;
  [[nodiscard]] int heightForWidth(int width) const override;
};

class LineSplitter : public QSplitter {
 public:
  using QSplitter::QSplitter;

 protected:
  QSplitterHandle* createHandle() override;
};

/// Takes `content`; scrolls up and down only.
QScrollArea* scrollAround(QWidget* content);

}  // namespace coldstart::event
