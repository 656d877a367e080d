// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The shape of a distribution, thumb-nail size: where values are likely, from 0 to its 99th
// percentile. It shows the form of what was typed and is read by nobody else.

#include <QWidget>

#include "app/theme/theme.h"
#include "core/project/project.h"

namespace coldstart::configuration {

class DensitySketch : public QWidget {
  Q_OBJECT
 public:
  explicit DensitySketch(theme::Role role, QWidget* parent = nullptr);

  void present(const project::Distribution& distribution);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QPolygonF outline(const QRectF& area) const;
  theme::Role m_role;
  project::Distribution m_distribution;
};

}  // namespace coldstart::configuration
