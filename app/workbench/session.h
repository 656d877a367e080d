// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is being watched: one run, one playhead, one selection, one window of time, shared by every
// pane. A run is simulated on a worker thread and handed over finished, index included, so nothing
// here blocks and nothing is shared while it changes. Presses of Test are inputs with time stamps
// in a run of their own (the workbench's clock): each press adds one and the run is made again,
// byte for byte the same up to it. A change during a run is the same kind of input.

#include <QObject>
#include <QString>
#include <memory>
#include <optional>

#include "app/workbench/run_maker.h"
#include "core/observe/explain.h"
#include "core/observe/run_index.h"

namespace coldstart {

class Document;
class LiveWorkbench;

struct Selection {
  enum class Kind { None, Attempt, Environment };
  Kind kind = Kind::None;
  std::uint32_t index = 0;
  bool operator==(const Selection&) const = default;
};

struct TimeWindow {
  Instant from;
  Instant to;
  bool operator==(const TimeWindow&) const = default;
};

/// A run under a changed setting, beside the original.
struct WhatIf {
  QString label;
  std::shared_ptr<const observe::RunIndex> before;
  std::shared_ptr<const observe::RunIndex> after;
};

class Session : public QObject {
  Q_OBJECT
 public:
  explicit Session(Document& document, QObject* parent = nullptr);
  ~Session() override;

  /// Whether Test simulates or runs the handler. Each has a run of its own, which stays as it was
  /// while the other is in front. Scenarios are simulated always.
  enum class Mode { Simulated, Live };
  [[nodiscard]] Mode mode() const;
  void setMode(Mode mode);
  [[nodiscard]] LiveWorkbench& live();
  /// So many live requests at once, like Test.
  void burst(int count);

  /// The function and the test event in front: the project tree chooses, the panes follow. No
  /// function is a project without any.
  [[nodiscard]] std::optional<std::size_t> function() const;
  void setFunction(std::size_t function);
  [[nodiscard]] QString event() const;  ///< "events/put.json", or "" for an event not kept.
  void setEvent(const QString& event);
  [[nodiscard]] project::InvocationType invocationType() const;
  void setInvocationType(project::InvocationType type);
  /// Test with the function, event and type in front.
  void testCurrent();

  /// The run in view; null before the first.
  [[nodiscard]] std::shared_ptr<const observe::RunIndex> index() const;
  [[nodiscard]] bool workbench() const;    ///< The run is made of presses of Test.
  [[nodiscard]] QString scenario() const;  ///< Name of the scenario in view or chosen next.
  void setScenario(const QString& name);   ///< Chooses without running.

  /// Test: one request to this function now, on the workbench's clock. The clock then plays until
  /// the request has ended.
  void test(std::size_t function, const QString& event, project::InvocationType type);
  /// The same request again, with what was sent then; what only a live request has does not matter
  /// to a simulated one.
  void resend(std::size_t function, const QString& event, project::InvocationType type,
              const std::string& payload);
  /// Moves the workbench's clock on, so that environments grow idle and are taken away.
  void letTimePass(Duration span);
  void runScenario(const QString& name);
  /// Adds a change at the playhead to the run in view and makes it again.
  void applyChange(const QString& path, std::optional<std::int64_t> value);
  /// Makes the run in view again under the remedy, beside it; whatIfReady() hands over both.
  void tryRemedy(const observe::Remedy& remedy);
  /// A run that is too large to keep every request: makes it again and keeps those of this part.
  void showRequestsOf(TimeWindow part);
  void setCapacity(std::size_t requests) { m_capacity = requests; }  ///< Of runs made from now on.
  /// Stops the run that is being made and shows what there is of it.
  void cancel();
  void clear();  ///< Forgets the workbench's environments: the next Test starts cold.
  [[nodiscard]] bool busy() const;
  /// Starting a run that would make more than this many requests asks first (see longRunAsked()).
  static constexpr quint64 kLongRun = 50'000'000;
  void confirmLongRun(bool goOn);

  [[nodiscard]] Instant playhead() const { return m_playhead; }
  void setPlayhead(Instant t);
  [[nodiscard]] Instant end() const;  ///< End of the run in view.
  void play();
  void pause();
  [[nodiscard]] bool playing() const { return m_playing; }
  void setSpeed(double factor);  ///< 0.1 … 1 000; 0: as fast as possible.
  [[nodiscard]] double speed() const { return m_speed; }
  void stepForward();  ///< To the next thing that happens.
  void stepBack();

  [[nodiscard]] Selection selection() const { return m_selection; }
  void select(Selection selection);
  /// Brings a line of the project's code to the front; lines count from 1.
  void showCode(const QString& file, int line) { emit codeAsked(file, line); }
  [[nodiscard]] TimeWindow window() const { return m_window; }
  void setWindow(TimeWindow window);
  void showWholeRun();

 signals:
  void codeAsked(const QString& file, int line);
  void modeChanged();
  void functionChanged();
  void eventChanged();  ///< The event in front, or how it is sent.
  void scenarioChanged();
  void runChanged();
  void playheadChanged();
  void playingChanged();
  void speedChanged();
  void selectionChanged();
  void windowChanged();
  void busyChanged();
  void progress(double fraction, quint64 requests);
  void testEnded(quint32 attempt);  ///< The playhead passed the end of the latest Test.
  void whatIfReady(const coldstart::WhatIf& result);
  void longRunAsked(quint64 requests);
  void failed(const QString& sentence);

 private:
  struct Private;
  void start(RunOrder order);
  void startWorkbench(RunOrder::Show show);
  void finish(const RunOrder& order, const RunMaker::Made& index);
  void testLive(std::size_t function, const QString& event, project::InvocationType type,
                int count);
  void letLiveTimePass(Duration span);
  void showLive(const std::shared_ptr<const observe::RunIndex>& index, quint32 ended);
  void showScenario();
  void showTest(Instant arrival);
  void tick();
  void movePlayhead(Instant t);
  void followPlayhead();
  std::unique_ptr<Private> d;
  Instant m_playhead;
  bool m_playing = false;
  double m_speed = 1;
  Selection m_selection;
  TimeWindow m_window;
  std::size_t m_capacity;
};

}  // namespace coldstart
