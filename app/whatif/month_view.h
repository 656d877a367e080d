// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The load of the run a month long, before and after, and from how many requests on an EC2 machine
// would be cheaper. Plain labels, so that they can be read out and copied.

#include <QWidget>
#include <vector>

#include "core/observe/figures.h"

class QGridLayout;
class QLabel;

namespace coldstart::whatif {

class MonthView : public QWidget {
  Q_OBJECT
 public:
  explicit MonthView(QWidget* parent = nullptr);

  /// `after` may be missing.
  void show(const observe::RunFigures& before, const observe::RunFigures* after);

 private:
  /// A line of a table: its name, and up to two values.
  struct Line {
    QLabel* name = nullptr;
    QLabel* first = nullptr;
    QLabel* second = nullptr;
  };
  Line addLine(QGridLayout& grid, const QString& id);
  void addHeading(const QString& text);
  QLabel* addSentence(const QString& id);
  void restyle();

  std::vector<Line> m_month;
  std::vector<Line> m_machines;
  QLabel* m_sentence;
  QLabel* m_note;
  std::vector<QLabel*> m_headings;
};

}  // namespace coldstart::whatif
