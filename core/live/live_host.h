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
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/engine/engine.h"
#include "core/journal/journal.h"
#include "core/live/launch.h"
#include "core/live/runtime_endpoint.h"

namespace coldstart::live {

/// A line that a handler or its runtime printed, without the newline.
struct PrintedLine {
  Instant at;
  journal::EnvironmentIndex environment = journal::kNone;
  journal::AttemptIndex attempt = journal::kNone;  ///< kNone: between invocations, or in init.
  std::string text;
};

/// What the caller of a request gets. (API: Invoke)
struct LiveAnswer {
  int status = 200;
  std::string functionError;  ///< "Unhandled" or "".
  std::string payload;
  journal::AttemptIndex attempt = journal::kNone;
};

class LiveHost : public QObject {
  Q_OBJECT
 public:
  struct Settings {
    QString folder;  ///< The project's.
    Walls walls = Walls::Limits;
    std::uint64_t seed = 1;
    std::size_t attemptCapacity = 1'000'000;
  };
  LiveHost(const project::Project& project, Settings settings, QObject* parent = nullptr);
  ~LiveHost() override;

  struct Request {
    std::size_t function = 0;
    project::InvocationType type = project::InvocationType::RequestResponse;
    std::string payload;
    std::string clientContext;  ///< JSON, or "".
    std::function<void(const LiveAnswer&)> answered;
  };
  void invoke(Request request);

  /// The journal so far; its attempts may still be running.
  [[nodiscard]] std::shared_ptr<const journal::Run> run();
  [[nodiscard]] const std::vector<PrintedLine>& printed() const { return m_printed; }
  [[nodiscard]] std::size_t environments() const { return m_environments.size(); }
  /// The process of an environment, for tests and for a debugger; 0 when there is none.
  [[nodiscard]] qint64 processOf(journal::EnvironmentIndex environment) const;

 signals:
  void printedLine(const coldstart::live::PrintedLine& line);
  void attemptEnded(coldstart::journal::AttemptIndex attempt);

 private:
  struct Environment;
  struct Waiting {
    std::string payload;
    std::string clientContext;
    std::function<void(const LiveAnswer&)> answered;
  };

  Instant now();
  void carryOut();
  void follow(const engine::Order& order);
  void start(const engine::Order& order);
  void run(const engine::Order& order);
  bool launch(Environment& environment);
  void hand(Environment& environment);
  void ready(Environment& environment);
  void initEnded(Environment& environment, journal::InitStatus status);
  void processEnded(Environment& environment, int status, int signal);
  void deadline(Environment& environment);
  void finish(Environment& environment, journal::Ending ending, LiveAnswer answer);
  void rest(Environment& environment);
  void stop(engine::Slot slot);
  void sampleMemory();
  void setTimer();
  void settle(journal::AttemptIndex attempt, LiveAnswer answer);
  [[nodiscard]] std::string requestId(journal::AttemptIndex attempt) const;

  Settings m_settings;
  QTemporaryDir m_place;
  std::shared_ptr<journal::Run> m_run;
  std::unique_ptr<engine::Engine> m_engine;
  QElapsedTimer m_clock;
  Instant m_last;
  QTimer m_timer;
  QTimer m_sampler;
  std::map<engine::Slot, std::unique_ptr<Environment>> m_environments;
  std::map<std::uint32_t, Waiting> m_waiting;  ///< By request.
  std::vector<PrintedLine> m_printed;
};

}  // namespace coldstart::live
