// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a Session keeps. Only session*.cpp include it.

#include <QElapsedTimer>
#include <QTimer>
#include <memory>
#include <optional>

#include "app/workbench/live_workbench.h"
#include "app/workbench/session.h"

namespace coldstart {

/// Empty time before the first Test, so that its bar does not stick to the edge.
constexpr Duration kLead = Duration::millis(250);
/// The narrowest window a workbench run is shown in.
constexpr Duration kShortestView = Duration::seconds(4);
/// Beyond this a workbench run is no longer shown whole: its bars would be too thin to see.
constexpr Duration kLongestView = Duration::seconds(30);

struct Session::Private {
  explicit Private(Document& owner) : document(owner), live(owner) {}

  Document& document;
  std::optional<std::size_t> function;
  QString event;
  project::InvocationType type = project::InvocationType::RequestResponse;
  QString scenario;
  std::shared_ptr<const observe::RunIndex> index;
  bool workbench = true;
  Session::Mode mode = Session::Mode::Simulated;
  /// What the other mode shows, while this one is in front.
  struct View {
    std::shared_ptr<const observe::RunIndex> index;
    bool workbench = true;
    Instant playhead;
    Selection selection;
    TimeWindow window{Instant{}, Instant{} + kShortestView};
  } other;

  project::Project workbenchProject;  ///< As it was at the first press.
  project::Project workbenchSeen;     ///< As it was at the latest.
  project::Scenario workbenchRun;
  Instant now;  ///< The workbench's clock: how far it has played.
  Instant lastArrival{-1};
  std::optional<std::uint32_t> awaited;  ///< The attempt whose end testEnded() will tell.
  std::optional<Instant> stopAt;         ///< Playing stops here.

  RunMaker maker;
  std::unique_ptr<RunOrder> asked;
  QTimer timer;
  QElapsedTimer clock;
  double carry = 0;  ///< Playback: the part of a microsecond that is left over.

  LiveWorkbench live;
  bool following = true;     ///< Live: the playhead stays at the latest.
  std::size_t liveSeen = 0;  ///< Attempts of the live run that were there before.

  /// The simulated workbench is in front, so its clock follows the playhead.
  [[nodiscard]] bool playsWorkbench() const {
    return workbench && mode == Session::Mode::Simulated;
  }
};

}  // namespace coldstart
