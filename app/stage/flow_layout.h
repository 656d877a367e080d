// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where everything of the flow picture goes at one moment: source, queue, gate, environments and
// the 429 tray, one group a function. A pure function of (run, playhead, size, metrics): played,
// stepped or jumped to, the same moment gives the same picture.

#include <QPointF>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

#include "app/workbench/session.h"
#include "core/observe/stage_state.h"

namespace coldstart::stage {

struct FlowMetrics {
  qreal unit = 1;  ///< One pixel of the design.
  [[nodiscard]] qreal px(qreal design) const { return design * unit; }
};

struct FlowRequest {
  const observe::RunIndex* index = nullptr;
  Instant at;
  QSizeF size;
  std::optional<std::size_t> function;  ///< Only this one; else every function that took part.
  Duration travel;  ///< How long before its arrival a request is seen on its way; 0: no motion.
  Selection selection;
};

struct FlowTile {
  QRectF rect;
  journal::EnvironmentIndex environment = journal::kNone;  ///< kNone: room for one more.
  observe::EnvironmentState::Phase phase = observe::EnvironmentState::Phase::Frozen;
  bool provisioned = false;
  int permille = -1;  ///< Progress of the phase; -1: unknown or none.
  QString title;
  QString detail;
};

/// One square of the heat grid; `count` environments, the most active of them named.
struct FlowSquare {
  QRectF rect;
  journal::EnvironmentIndex environment = 0;
  observe::EnvironmentState::Phase phase = observe::EnvironmentState::Phase::Frozen;
  bool provisioned = false;
  QString text;  ///< The environment's number where it fits.
};

struct FlowDot {
  enum class Way { ToGate, Cold, Warm, Throttled };
  QPointF centre;
  qreal radius = 0;
  Way way = Way::ToGate;
  QString text;  ///< The request's number where it fits.
  journal::AttemptIndex attempt = journal::kNone;
};

struct FlowGate {
  QRectF rect;
  qreal fill = 0;  ///< 0 … 1 of the tank.
  bool full = false;
  QString inUse;  ///< "1 000", or "4 / 5" in one line where it fits.
  QString of;     ///< "of 1 000"
  QString pool;   ///< "account", "reserved", "unreserved"
  QString sentence;
};

struct FlowTrayRow {
  QString reason;
  QString count;
};

struct FlowGroup {
  std::size_t function = 0;
  QRectF rect;
  QRectF source;
  QString iconName;
  QString name;
  QString detail;
  QRectF queue;  ///< Null when nobody invokes the function asynchronously.
  QString queued;
  FlowGate gate;
  QRectF tray;
  QString trayTitle;
  bool trayEmpty = true;
  std::vector<FlowTrayRow> trayRows;
  QPointF pathStart;  ///< Requests travel from here …
  QPointF pathGate;   ///< … to here, through the queue when there is one.
  QPointF pathOut;    ///< From the gate to the environments.
  QPointF pathEnd;
  QRectF environments;
  QPointF captionAt;
  QString caption;
  QString emptyText;
};

struct FlowDrawing {
  QSizeF size;
  qreal contentHeight = 0;
  bool compact = false;
  std::vector<FlowGroup> groups;
  std::vector<FlowTile> tiles;
  std::vector<FlowSquare> squares;
  std::vector<FlowDot> dots;
  QRectF selectedRect;
  QString selectedTitle;
  QString selectedText;
  observe::StageState state;
};

FlowDrawing layOutFlow(const FlowRequest& request, const FlowMetrics& metrics);

struct FlowHit {
  enum class Kind { Nothing, Environment, Room, Dot, Gate, Tray, Source };
  Kind kind = Kind::Nothing;
  std::size_t item = 0;  ///< Into groups (gate, tray, source) or tiles (room).
  journal::EnvironmentIndex environment = journal::kNone;
  journal::AttemptIndex attempt = journal::kNone;
};
FlowHit hitFlow(const FlowDrawing& drawing, QPointF point);

QString asText(const FlowDrawing& drawing);

}  // namespace coldstart::stage
