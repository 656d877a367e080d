// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/run_maker.h"

#include <QElapsedTimer>
#include <QThread>
#include <algorithm>
#include <atomic>

#include "app/workbench/say.h"
#include "core/simulate/simulate.h"

namespace coldstart {
namespace {

/// How long the workbench's clock goes on after a Test has ended: enough to see the environment
/// freeze.
constexpr Duration kTail = Duration::seconds(1);
/// Progress is told this often.
constexpr qint64 kTellEveryMs = 50;

/// Long enough for every request of the workbench to end: init, time-outs, and for events two
/// retries one and two minutes later (facts, asynchronous invocation).
Duration horizon(const project::Project& project, const project::Scenario& scenario) {
  Instant last;
  Duration longest;
  for (const project::Load& load : scenario.loads) {
    for (const Instant t : load.arrivals.times) last = std::max(last, t);
    Duration one = project.functions[load.function].timeout + Duration::minutes(1);
    if (load.type == project::InvocationType::Event) one = one * 3 + Duration::minutes(10);
    longest = std::max(longest, one);
  }
  return Duration{last.us} + longest;
}

Instant lastEnd(const observe::RunIndex& index) {
  Instant last;
  for (const journal::Attempt& attempt : index.attempts()) {
    last = std::max(last, attempt.ran() ? attempt.ended() : attempt.arrived);
  }
  return last;
}

}  // namespace

struct RunMaker::Job {
  RunOrder order;
  std::atomic<bool> cancelled = false;
};

RunMaker::~RunMaker() {
  cancel();
  for (QThread* thread : m_threads) {
    thread->wait();
    delete thread;
  }
}

void RunMaker::make(RunOrder order) {
  cancel();
  const bool wasBusy = busy();
  auto job = std::make_shared<Job>();
  job->order = std::move(order);
  m_job = job;
  QThread* thread = QThread::create([this, job] {
    Result<Made> result = job->order.purpose == RunOrder::Purpose::Workbench
                              ? simulatedWorkbench(*job)
                              : simulated(*job);
    QMetaObject::invokeMethod(this, [this, job, result] { deliver(job, result); });
  });
  m_threads.push_back(thread);
  connect(thread, &QThread::finished, this, [this, thread] {
    std::erase(m_threads, thread);
    thread->deleteLater();
  });
  thread->start(QThread::LowPriority);
  if (!wasBusy) emit busyChanged();
}

void RunMaker::cancel() {
  if (m_job) m_job->cancelled = true;
}

void RunMaker::deliver(const std::shared_ptr<Job>& job, const Result<Made>& result) {
  if (m_job != job) return;  // Another run was asked for meanwhile.
  m_job.reset();
  emit busyChanged();
  if (result)
    emit made(job->order, *result);
  else
    emit failed(say(result.error()));
}

Result<RunMaker::Made> RunMaker::simulated(Job& job) {
  simulate::Options options;
  options.window = job.order.window;
  options.attemptCapacity = job.order.capacity;
  QElapsedTimer told;
  told.start();
  const double until = static_cast<double>(std::max<std::int64_t>(job.order.scenario.until.us, 1));
  options.progress = [&](Instant now, std::uint64_t requests) {
    if (told.elapsed() >= kTellEveryMs) {
      told.restart();
      const double fraction = static_cast<double>(now.us) / until;
      QMetaObject::invokeMethod(this, [this, &job, fraction, requests] {
        if (m_job.get() == &job) emit progress(fraction, requests);
      });
    }
    return !job.cancelled.load();
  };
  auto run = simulate::simulate(job.order.project, job.order.scenario, options);
  if (!run) return run.error();
  return std::make_shared<const observe::RunIndex>(std::move(*run));
}

/// Where the workbench's run ends is known only when its requests have: look first, then make it
/// exactly that long. Both take microseconds.
Result<RunMaker::Made> RunMaker::simulatedWorkbench(Job& job) {
  job.order.scenario.until = horizon(job.order.project, job.order.scenario);
  auto first = simulated(job);
  if (!first) return first;
  const Instant end = std::max(job.order.clock, lastEnd(**first) + kTail);
  job.order.scenario.until = Duration{end.us};
  return simulated(job);
}

}  // namespace coldstart
