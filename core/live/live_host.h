// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in core/live: the driver that carries the engine's orders out with real
// processes. Each execution environment is a process that speaks the Lambda Runtime API; the engine
// alone decides cold, warm, throttled and retried, on the wall clock, into the same journal as a
// simulated run. Lives in one thread with an event loop, which must live as long as the program.

#include <QElapsedTimer>
#include <QObject>
#include <QTemporaryDir>
#include <QTimer>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/debug/debugger.h"
#include "core/engine/engine.h"
#include "core/journal/journal.h"
#include "core/live/attach_point.h"
#include "core/live/environment_process.h"
#include "core/live/live_answer.h"
#include "core/live/live_settings.h"

namespace coldstart::live {

class LiveHost : public QObject {
  Q_OBJECT
 public:
  using Settings = LiveSettings;
  LiveHost(const project::Project& project, Settings settings, QObject* parent = nullptr);
  ~LiveHost() override;

  using Request = LiveRequest;
  void invoke(Request request);
  void setFast(bool fast);
  /// In fast mode: processes of this function are held ready from now on. Requests do it too.
  void startAhead(std::size_t function);
  [[nodiscard]] std::size_t ready(std::size_t function) const;

  /// The journal so far; its attempts may still be running.
  [[nodiscard]] std::shared_ptr<const journal::Run> run();
  /// A copy of it that changes no more, as it stands now: inits and invocations that go on reach up
  /// to its end.
  [[nodiscard]] std::shared_ptr<journal::Run> snapshot();
  [[nodiscard]] const std::vector<journal::PrintedLine>& printed() const {
    return m_run->live->printed;
  }

  /// New code: environments of this function go after what they are doing, the next request starts
  /// a fresh one. (lambda-runtime-environment)
  void deploy(std::size_t function);
  /// Takes over settings that were changed; false when the functions are no longer the same ones,
  /// so that a new host is needed.
  bool configure(const project::Project& project);
  /// Moves the clock on, so that environments grow idle and are taken away; false while something
  /// runs, because that runs on the real clock.
  bool letTimePass(Duration span);
  void setAtOnce(std::size_t requests);
  [[nodiscard]] std::size_t running() const;
  /// Requests that wait for a place on this machine.
  [[nodiscard]] std::size_t held() const { return m_held.size(); }
  /// Requests that wait until code is built.
  [[nodiscard]] std::size_t building() const;
  /// How handlers are stepped through: where they stop; files relative to the project. Python and
  /// Node.js; processes of other runtimes run as without it.
  struct Debugging {
    std::vector<debug::Breakpoint> breakpoints;
  };
  /// Starts processes for the debugger from now on, or without it. While it holds one, the clock
  /// stands still, and whatever else runs is frozen.
  void setDebugging(std::optional<Debugging> debugging);
  /// Whom to tell what to do; null while no environment is held.
  [[nodiscard]] debug::Debugger* heldDebugger();
  void setAttaching(std::optional<Attaching> attaching);  ///< Nothing closes the port: null then.
  [[nodiscard]] const AttachPoint* attachPoint() const { return m_attachPoint.get(); }
  [[nodiscard]] std::size_t environments() const { return m_environments.size(); }
  /// The process of an environment, for tests and for a debugger; 0 when there is none.
  [[nodiscard]] qint64 processOf(journal::EnvironmentIndex environment) const;

 signals:
  void printedLine(const coldstart::journal::PrintedLine& line);
  void attemptEnded(coldstart::journal::AttemptIndex attempt);
  void stoppedAt(coldstart::journal::EnvironmentIndex environment,
                 const coldstart::debug::Stop& stop);
  void heldOutside(coldstart::journal::EnvironmentIndex environment);  ///< By another debugger.
  void released();
  /// A handler of this runtime runs without it: it has no debugger here.
  void debuggerFailed(const QString& runtime);
  void changed();  ///< Something that a snapshot would show.

 private:
  struct Environment;
  struct Ahead;
  struct Unbuilt;

  Instant now();
  void watchBuilds();
  bool isBuilt(std::size_t function);
  void goOnBuilt();
  void deployBuilt(std::size_t function);
  void takeIn(Request request);
  void letIn(Request request);
  void letInHeld();
  void change(const std::string& path, std::optional<std::int64_t> value);
  void carryOut();
  void follow(const engine::Order& order);
  void start(const engine::Order& order);
  std::unique_ptr<Environment> newEnvironment(std::size_t function);
  [[nodiscard]] bool goesAhead(std::size_t function) const;
  void fillAhead();
  void compileBootstraps();
  std::unique_ptr<Environment> takeAhead(std::size_t function);
  void forgetAhead(std::size_t function);
  void begin(Environment& environment);
  [[nodiscard]] ExtensionsApi extensionsOf(const Environment& environment,
                                           std::vector<std::string> externals) const;
  void run(const engine::Order& order);
  void wire(Environment& environment);
  void launch(Environment& environment);
  bool tryLaunch(Environment& environment);
  void startRuntime(Environment& environment);
  std::unique_ptr<EnvironmentProcess> newProcess(Environment& environment,
                                                 journal::PrintedLine::Source source);
  [[nodiscard]] LaunchPlace placeOf(const Environment& environment) const;
  [[nodiscard]] project::Function functionOf(const Environment& environment) const;
  void launchFailed(Environment& environment);
  void extensionEnded(Environment& environment, int status, int signal);
  void extensionFailed(Environment& environment, const std::string& name,
                       const std::string& errorType);
  void noteExtensions(Environment& environment);
  void noteSubscription(Environment& environment, const Extension& extension, bool again);
  void notePlatform(Environment& environment, const std::string& text, const char* type,
                    const std::string& record);
  void note(journal::EnvironmentIndex environment, journal::AttemptIndex attempt,
            const std::string& text, journal::PrintedLine::Source source);
  void leave(Environment& environment, const char* reason, const QString& folder);
  void hand(Environment& environment);
  void progressed(Environment& environment);
  void initEnded(Environment& environment, journal::InitStatus status);
  void processEnded(Environment& environment, int status, int signal);
  void deadline(Environment& environment);
  void finish(Environment& environment, journal::Ending ending, LiveAnswer answer);
  void rest(Environment& environment);
  void stop(engine::Slot slot);
  void sampleMemory();
  [[nodiscard]] std::vector<debug::Breakpoint> breakpointsIn(const Environment& environment) const;
  void prepareDebugger(Environment& environment, ProcessPlan& plan);
  void followDebugger(Environment& environment);
  bool holdsBack(Environment& environment);
  void stopClock(Environment& environment);
  void waitForHolders(Environment& environment);
  void startClock(Environment& environment);
  [[nodiscard]] const Environment* heldEnvironment() const;
  bool attach(Environment& environment);
  void attachedReady(std::size_t function);
  void attachedEnded(engine::Slot slot);
  void againAttached(Environment& environment);
  void serveLacking(std::size_t function);
  bool watchAttached(Environment& environment);
  void startDeadline(Environment& environment);
  void beginShare(Environment& environment);
  void shareProcessor();
  void setTimer();
  void settle(journal::AttemptIndex attempt, const LiveAnswer& answer);
  [[nodiscard]] std::string requestId(journal::AttemptIndex attempt) const;

  Settings m_settings;
  QTemporaryDir m_place;
  std::optional<Error> m_unpackError;  ///< The bootstraps could not be written.
  std::shared_ptr<journal::Run> m_run;
  project::Project m_configured;  ///< As configure() left it; the run tells how it began.
  std::unique_ptr<engine::Engine> m_engine;
  QElapsedTimer m_clock;
  Instant m_last;
  QTimer m_timer;
  QTimer m_sampler;
  unsigned m_samples = 0;
  QTimer m_sharer;
  std::map<engine::Slot, std::unique_ptr<Environment>> m_environments;
  std::map<std::uint32_t, Request> m_waiting;  ///< By request.
  std::deque<Request> m_held;
  std::unique_ptr<Ahead> m_ahead;
  std::uint64_t m_folders = 0;
  std::unique_ptr<Unbuilt> m_unbuilt;
  std::optional<Debugging> m_debugging;
  std::vector<engine::Slot> m_holders;  ///< For whom the clock stands still.
  qint64 m_stoppedAt = -1;              ///< On m_clock, in nanoseconds; -1 while it goes.
  Duration m_passed;                    ///< Of the clock: what it was moved on.
  Attaching m_attaching;
  std::unique_ptr<AttachPoint> m_attachPoint;
  std::vector<std::pair<engine::Slot, std::size_t>> m_lacking;  ///< Wait for one; its function.
};

}  // namespace coldstart::live
