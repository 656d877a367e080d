// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where everything of the timeline goes: (run, window of time, size, metrics) → plain structs. The
// painter replays them and decides nothing; hovering and clicking look them up. Pure: the same
// input gives the same drawing, and tests compare it as text.

#include <QRectF>
#include <QSize>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "app/workbench/session.h"
#include "core/observe/lanes.h"

namespace coldstart::stage {

/// Sizes in logical pixels; the view takes them from the theme, tests give round numbers.
struct TimelineMetrics {
  qreal unit = 1;  ///< One pixel of the design (96 dpi, 100 %).
  qreal devicePixelRatio = 1;
  std::function<qreal(const QString&)> textWidth;  ///< In the interface's small font.

  [[nodiscard]] qreal px(qreal design) const { return design * unit; }
};

struct TimelineRow {
  journal::EnvironmentIndex environment = 0;
  qreal top = 0;        ///< Of the row, flags included, in the view.
  QRectF bar;           ///< Where the environment lives: from its start to its stop, clipped.
  bool begins = false;  ///< Its start is in the window …
  bool ends = false;    ///< … and its stop.
  bool provisioned = false;
  QString label;                ///< "Environment 1", "env 418", or "" where rows are too low.
  QString detail;               ///< "512 MB · 0.29 vCPU"
  std::size_t firstColumn = 0;  ///< Into TimelineDrawing::columns; one per device pixel.
};

struct TimelineBar {
  QRectF rect;
  observe::LaneKind kind = observe::LaneKind::Busy;
  journal::EnvironmentIndex environment = 0;
  journal::AttemptIndex attempt = journal::kNone;
  QString label;
};

/// "#1 cold": where a request arrived.
struct TimelineFlag {
  QPointF foot;  ///< Top of the bar it belongs to.
  qreal top = 0;
  QString text;  ///< Empty where there is no room: only the pin is drawn.
  bool cold = false;
  journal::AttemptIndex attempt = journal::kNone;
};

/// Throttled attempts that fall close together, in the 429 track.
struct TimelineThrottle {
  qreal left = 0;
  qreal right = 0;  ///< At least one device pixel.
  std::int64_t count = 0;
  std::size_t first = 0;  ///< Position in RunIndex::throttled(), or in the filtered list.
  QString text;           ///< "✕", "✕ 788", or "".
};

/// A retry: from where an attempt ended to where the next one arrived.
struct TimelineLink {
  QPointF from;
  QPointF to;
  journal::AttemptIndex attempt = journal::kNone;
};

struct TimelineTick {
  qreal x = 0;
  QString label;
};

struct TimelineDrawing {
  QSizeF size;
  QRectF plot;   ///< Rows are drawn here.
  QRectF ruler;  ///< Above it, the playhead's handle too.
  QRectF throttleTrack;
  QString trackTitle;
  QRectF rareTrack;  ///< Only when rows are scrolled away.
  QRectF legend;
  qreal rowPitch = 0;
  qreal contentHeight = 0;  ///< Of all rows; more than plot.height() means scrolling.
  std::size_t rowCount = 0;
  std::size_t firstRow = 0;  ///< Of those in `rows`.
  bool compact = false;      ///< Rows are painted into an image, without labels on bars.
  std::vector<TimelineTick> ticks;
  std::vector<TimelineRow> rows;
  std::vector<observe::LaneColumn> columns;
  std::vector<std::uint8_t> rare;  ///< Per column, kColumnInit and kColumnError of any environment.
  std::vector<TimelineBar> bars;
  std::vector<TimelineFlag> flags;
  std::vector<TimelineThrottle> throttles;
  std::vector<TimelineLink> links;
  std::int64_t throttledInWindow = 0;
  QString sentence;
  QRectF sentenceRect;
  observe::LaneWindow window;
  std::vector<QRectF> unrecorded;  ///< Where the run has kept no requests.

  [[nodiscard]] qreal xOf(Instant t) const;
  [[nodiscard]] Instant instantAt(qreal x) const;
};

struct TimelineRequest {
  const observe::RunIndex* index = nullptr;
  TimeWindow window;
  QSizeF size;
  qreal scroll = 0;
  std::optional<std::size_t> function;               ///< Only this function's environments.
  std::span<const journal::AttemptIndex> throttled;  ///< Of that function, or all.
};

TimelineDrawing layOutTimeline(const TimelineRequest& request, const TimelineMetrics& metrics);

/// What is under a point.
struct TimelineHit {
  enum class Kind { Nothing, Bar, Fold, Row, Throttle, Flag };
  Kind kind = Kind::Nothing;
  journal::EnvironmentIndex environment = journal::kNone;
  journal::AttemptIndex attempt = journal::kNone;
  std::size_t item = 0;  ///< Into bars, throttles, flags.
  Instant from;          ///< Fold: the stretch of time of that pixel.
  Instant to;
};
TimelineHit hitTimeline(const TimelineDrawing& drawing, const observe::RunIndex& index,
                        QPointF point);

/// The drawing as text, for golden comparison.
QString asText(const TimelineDrawing& drawing);

}  // namespace coldstart::stage
