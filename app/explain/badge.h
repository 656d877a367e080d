// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pill that names what is explained: colour, mark and word, so that none stands alone.

#include <QWidget>

#include "core/observe/explain.h"

namespace coldstart::explain {

class Badge : public QWidget {
  Q_OBJECT
 public:
  explicit Badge(observe::Explanation::Badge kind, QWidget* parent = nullptr);
  [[nodiscard]] QString text() const { return m_text; }
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  observe::Explanation::Badge m_kind;
  QString m_text;
};

}  // namespace coldstart::explain
