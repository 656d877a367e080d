// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The run as it is, and under each change that was tried beside it: refused requests, response
// time, cold starts, cost. Painted; the figures are counted on a worker thread.

#include <QWidget>
#include <vector>

#include "core/observe/explain.h"

namespace coldstart::explain {

class WhatIfTable : public QWidget {
  Q_OBJECT
 public:
  explicit WhatIfTable(QWidget* parent = nullptr);

  struct Row {
    QString label;
    observe::Headline figures;
  };
  void clear();
  /// The first row is the run as it is. A label that is there already is replaced.
  void show(const Row& asItIs, const Row& changed);
  [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void describe();
  [[nodiscard]] int rowHeight() const;
  std::vector<Row> m_rows;
};

}  // namespace coldstart::explain
