// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Makes runs on a thread of its own and hands them over finished, index included. One at a time:
// asking for another gives up the one being made. Only Session uses it.

#include <QObject>
#include <QString>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/observe/run_index.h"
#include "core/simulate/simulate.h"

class QThread;

namespace coldstart {

/// What is asked for.
struct RunOrder {
  enum class Purpose { Workbench, Scenario, WhatIf };
  /// What the window shows when the run is there.
  enum class Show { FromTheStart, LatestTest, TheClock, SamePlace };
  Purpose purpose = Purpose::Workbench;
  Show show = Show::FromTheStart;
  project::Project project;
  project::Scenario scenario;
  Instant clock;    ///< Workbench: the run lasts at least this long.
  Instant arrival;  ///< Workbench: when the latest press of Test arrives.
  QString label;    ///< WhatIf: what was changed.
  /// Records are kept of this part alone (default: from the start), and of so many requests.
  std::optional<simulate::Window> window{};
  std::size_t capacity = simulate::Options{}.attemptCapacity;
};

class RunMaker : public QObject {
  Q_OBJECT
 public:
  using Made = std::shared_ptr<const observe::RunIndex>;
  using QObject::QObject;
  ~RunMaker() override;

  void make(RunOrder order);
  /// Ends the run being made where it is; made() then tells what there is.
  void cancel();
  [[nodiscard]] bool busy() const { return m_job != nullptr; }

 signals:
  void busyChanged();
  void progress(double fraction, quint64 requests);
  void made(const coldstart::RunOrder& order, const coldstart::RunMaker::Made& index);
  void failed(const QString& sentence);

 private:
  struct Job;
  void deliver(const std::shared_ptr<Job>& job, const Result<Made>& result);
  Result<Made> simulated(Job& job);
  Result<Made> simulatedWorkbench(Job& job);
  std::shared_ptr<Job> m_job;
  std::vector<QThread*> m_threads;
};

}  // namespace coldstart
