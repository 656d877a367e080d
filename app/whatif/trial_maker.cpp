// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/whatif/trial_maker.h"

#include <utility>

#include "app/workbench/on_worker.h"
#include "app/workbench/say.h"
#include "core/simulate/compare.h"

namespace coldstart::whatif {

namespace {

/// A run that takes longer is given up when something else is asked.
constexpr qint64 kQuickMs = 150;

}  // namespace

TrialMaker::~TrialMaker() {
  forget();
}

void TrialMaker::ask(Order order) {
  if (!m_cancel) return start(std::move(order));
  m_next = std::move(order);
  if (m_since.elapsed() > kQuickMs) *m_cancel = true;
}

void TrialMaker::forget() {
  m_next.reset();
  if (m_cancel) *m_cancel = true;
}

void TrialMaker::start(Order order) {
  const auto cancel = std::make_shared<std::atomic<bool>>(false);
  const bool wasBusy = busy();
  m_cancel = cancel;
  m_since.start();
  const auto shared = std::make_shared<const Order>(std::move(order));
  const auto work = [shared, cancel] {
    simulate::Trial trial;
    trial.goOn = [cancel] { return !cancel->load(); };
    return simulate::tryOut(shared->project, shared->scenario, trial);
  };
  onWorker(this, work, [this, cancel](const Result<observe::RunFigures>& result) {
    m_cancel.reset();
    if (!*cancel) {
      if (result)
        emit made(*result);
      else
        emit failed(say(result.error()));
    }
    if (m_cancel) return;  // Who was told has asked again.
    if (auto next = std::exchange(m_next, std::nullopt)) return start(*std::move(next));
    emit busyChanged();
  });
  if (!wasBusy) emit busyChanged();
}

}  // namespace coldstart::whatif
