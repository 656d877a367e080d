// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where everything of the concurrency chart goes: environments in use over time against the limits
// in force, the least and the greatest value of each pixel, so that no peak is lost. Pure, like the
// timeline's layout.

#include <QRectF>
#include <QString>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "app/workbench/session.h"
#include "core/observe/concurrency_curve.h"

namespace coldstart::stage {

struct ConcurrencyMetrics {
  qreal unit = 1;
  qreal devicePixelRatio = 1;
  [[nodiscard]] qreal px(qreal design) const { return design * unit; }
};

struct ConcurrencyRequest {
  const observe::RunIndex* index = nullptr;
  TimeWindow window;
  QSizeF size;
  std::optional<std::size_t> function;
  std::span<const journal::AttemptIndex> throttled;  ///< Of that function, or all.
  enum class Ruler { No, Yes } ruler = Ruler::Yes;   ///< No: the lanes below bring theirs.
};

/// A limit over time, as points of a line of steps.
struct LimitLine {
  std::vector<QPointF> points;
  QString label;
  QPointF labelAt;     ///< Right end of the label's baseline.
  bool above = false;  ///< Higher than the chart reaches: drawn at its upper edge.
};

/// One function's greatest value per column, when all are shown together.
struct FunctionLine {
  std::size_t function = 0;
  QString name;
  std::vector<qreal> tops;  ///< y per column.
  QPointF labelAt;
};

struct ConcurrencyColumn {
  qreal most = 0;   ///< y of the greatest value.
  qreal least = 0;  ///< y of the least value.
};

struct ConcurrencyTick {
  qreal at = 0;
  QString label;
};

struct ConcurrencyDrawing {
  QSizeF size;
  QRectF plot;
  QRectF ruler;                    ///< Null without one.
  std::vector<QRectF> unrecorded;  ///< Where the run has kept no requests.
  std::int64_t top = 1;            ///< Value at the plot's upper edge.
  qreal columnWidth = 1;
  std::vector<ConcurrencyColumn> columns;
  std::vector<observe::InUse> values;
  std::vector<std::uint32_t> throttles;  ///< Per column.
  std::vector<FunctionLine> functions;
  std::vector<LimitLine> limits;
  std::vector<QPointF> provisioned;  ///< Upper edge of the band of ready ones; empty: none.
  QPointF provisionedLabelAt;
  QString provisionedLabel;
  std::vector<ConcurrencyTick> ticksX;
  std::vector<ConcurrencyTick> ticksY;
  TimeWindow window;

  [[nodiscard]] qreal xOf(Instant t) const;
  [[nodiscard]] Instant instantAt(qreal x) const;
  [[nodiscard]] qreal yOf(std::int64_t value) const;
};

ConcurrencyDrawing layOutConcurrency(const ConcurrencyRequest& request,
                                     const ConcurrencyMetrics& metrics);

/// The limit that holds for what is shown, at t: the function's reserve, what is unreserved, or the
/// account's.
struct LimitInForce {
  std::int32_t value = 0;
  QString name;
};
LimitInForce limitInForce(const observe::RunIndex& index, std::optional<std::size_t> function,
                          Instant t);

QString asText(const ConcurrencyDrawing& drawing);

}  // namespace coldstart::stage
