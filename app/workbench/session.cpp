// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/session.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/theme/theme.h"
#include "app/workbench/document.h"
#include "app/workbench/presses.h"
#include "app/workbench/run_maker.h"
#include "app/workbench/say.h"
#include "app/workbench/session_private.h"
#include "core/simulate/simulate.h"

namespace coldstart {
namespace {

constexpr std::array kSpeeds{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 100.0, 1000.0};

/// The presses of Test as the scenario that they are.
project::Scenario workbenchScenario(const QString& name) {
  project::Scenario scenario;
  scenario.name = name.toStdString();
  return scenario;
}

std::optional<std::uint32_t> attemptAt(const observe::RunIndex& index, Instant arrival) {
  const auto all = index.attempts();
  for (std::size_t i = index.arrivedBy(arrival); i > 0; --i) {
    if (all[i - 1].arrived < arrival) break;
    if (all[i - 1].cause == journal::kNone) return static_cast<std::uint32_t>(i - 1);
  }
  return std::nullopt;
}

}  // namespace

Session::Session(Document& document, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(document)) {
  d->timer.setInterval(16);
  d->timer.setTimerType(Qt::PreciseTimer);
  connect(&d->timer, &QTimer::timeout, this, &Session::tick);
  connect(&d->maker, &RunMaker::busyChanged, this, &Session::busyChanged);
  connect(&d->live, &LiveWorkbench::busyChanged, this, &Session::busyChanged);
  connect(&d->live, &LiveWorkbench::failed, this, &Session::failed);
  connect(&d->live, &LiveWorkbench::shown, this, &Session::showLive);
  connect(&d->maker, &RunMaker::progress, this, &Session::progress);
  connect(&d->maker, &RunMaker::failed, this, &Session::failed);
  connect(&d->maker, &RunMaker::made, this, &Session::finish);
  m_window = {Instant{}, Instant{} + kShortestView};
  m_capacity = RunOrder{}.capacity;
  const project::Project& project = document.project();
  if (!project.functions.empty()) d->function = 0;
  if (!project.testEvents.empty()) d->event = qs(project.testEvents.front());
  if (!project.scenarios.empty()) d->scenario = qs(project.scenarios.front().name);
  connect(&document, &Document::projectChanged, this, [this] {
    const project::Project& now = d->document.project();
    if (now.functions.empty()) {
      d->function.reset();
      emit functionChanged();
    } else if (!d->function || *d->function >= now.functions.size()) {
      setFunction(0);
    }
    if (!now.scenarioNamed(d->scenario.toStdString()))
      setScenario(now.scenarios.empty() ? QString() : qs(now.scenarios.front().name));
    const auto& events = now.testEvents;
    if (std::find(events.begin(), events.end(), d->event.toStdString()) == events.end())
      setEvent(events.empty() ? QString() : qs(events.front()));
  });
}

Session::~Session() = default;

std::optional<std::size_t> Session::function() const {
  return d->function;
}
void Session::setFunction(std::size_t function) {
  if (d->function == function || function >= d->document.project().functions.size()) return;
  d->function = function;
  emit functionChanged();
}
QString Session::event() const {
  return d->event;
}
void Session::setEvent(const QString& event) {
  if (d->event == event) return;
  d->event = event;
  emit eventChanged();
}
project::InvocationType Session::invocationType() const {
  return d->type;
}
void Session::setInvocationType(project::InvocationType type) {
  if (d->type == type) return;
  d->type = type;
  emit eventChanged();
}
std::shared_ptr<const observe::RunIndex> Session::index() const {
  return d->index;
}
bool Session::workbench() const {
  return d->workbench;
}
QString Session::scenario() const {
  return d->scenario;
}
void Session::setScenario(const QString& name) {
  if (d->scenario == name) return;
  d->scenario = name;
  emit scenarioChanged();
}
bool Session::busy() const {
  return d->maker.busy() || d->live.busy();
}
Instant Session::end() const {
  return d->index ? d->index->run().end : Instant{};
}

// --- asking for a run ----------------------------------------------------------------------------

void Session::testCurrent() {
  if (d->function) test(*d->function, d->event, d->type);
}

void Session::test(std::size_t function, const QString& event, project::InvocationType type) {
  const project::Project& project = d->document.project();
  if (function >= project.functions.size()) return;
  if (d->mode == Mode::Live) return testLive(function, event, type, 1);
  if (const auto sent = checkEvent(d->document, event); !sent) {
    emit failed(say(sent.error()));
    return;
  }
  if (d->playsWorkbench() && d->index) d->now = std::max(d->now, m_playhead);
  const bool first = d->workbenchRun.loads.empty();
  const auto changes = first ? std::nullopt : changesBetween(d->workbenchSeen, project, d->now);
  if (!changes) {
    // Something changed that a run cannot take on its way: it begins anew.
    clear();
    d->workbenchProject = project;
    d->workbenchRun = workbenchScenario(tr("Test"));
  } else {
    auto& made = d->workbenchRun.changes;
    made.insert(made.end(), changes->begin(), changes->end());
  }
  d->workbenchSeen = project;
  Instant arrival = d->now;
  if (d->lastArrival.us < 0) arrival = std::max(arrival, Instant{} + kLead);
  if (arrival <= d->lastArrival) arrival = d->lastArrival + Duration{1};
  d->lastArrival = d->now = arrival;

  auto& loads = d->workbenchRun.loads;
  const auto same = std::find_if(loads.begin(), loads.end(), [&](const project::Load& load) {
    return load.function == function && load.type == type && qs(load.event) == event;
  });
  if (same != loads.end()) {
    same->arrivals.times.push_back(arrival);
  } else {
    project::Load load;
    load.label = tr("Test").toStdString();
    load.function = function;
    load.type = type;
    load.event = event.toStdString();
    load.arrivals.times = {arrival};
    loads.push_back(std::move(load));
  }
  startWorkbench(RunOrder::Show::LatestTest);
}

void Session::letTimePass(Duration span) {
  if (d->mode == Mode::Live) return letLiveTimePass(span);
  if (d->workbenchRun.loads.empty()) return;
  if (d->workbench) d->now = std::max(d->now, m_playhead);
  d->now = d->now + span;
  startWorkbench(RunOrder::Show::TheClock);
}

void Session::startWorkbench(RunOrder::Show show) {
  RunOrder order;
  order.purpose = RunOrder::Purpose::Workbench;
  order.show = show;
  order.project = d->workbenchProject;
  order.scenario = d->workbenchRun;
  order.clock = d->now;
  order.arrival = d->lastArrival;
  start(std::move(order));
}

void Session::runScenario(const QString& name) {
  const project::Project& project = d->document.project();
  const project::Scenario* scenario = project.scenarioNamed(name.toStdString());
  if (!scenario) {
    emit failed(tr("There is no scenario named \"%1\" in this project.").arg(name));
    return;
  }
  setScenario(name);
  setMode(Mode::Simulated);
  RunOrder order;
  order.purpose = RunOrder::Purpose::Scenario;
  order.project = project;
  order.scenario = *scenario;
  start(std::move(order));
}

void Session::applyChange(const QString& path, std::optional<std::int64_t> value) {
  if (!d->index) return;
  project::Change change{m_playhead, path.toStdString(), value};
  if (d->workbench) {
    d->workbenchRun.changes.push_back(std::move(change));
    startWorkbench(RunOrder::Show::SamePlace);
    return;
  }
  RunOrder order;
  order.purpose = RunOrder::Purpose::Scenario;
  order.show = RunOrder::Show::SamePlace;
  order.project = d->index->run().project;
  order.scenario = d->index->run().scenario;
  order.scenario.changes.push_back(std::move(change));
  std::stable_sort(order.scenario.changes.begin(), order.scenario.changes.end(),
                   [](const auto& a, const auto& b) { return a.at < b.at; });
  start(std::move(order));
}

void Session::tryRemedy(const observe::Remedy& remedy) {
  if (!d->index) return;
  if (d->index->run().live) {
    emit failed(
        tr("A what-if is simulated, and these requests ran live. Switch to Simulated and "
           "press Test or run a scenario there."));
    return;
  }
  RunOrder order;
  order.purpose = RunOrder::Purpose::WhatIf;
  order.project = observe::withRemedy(d->index->run().project, remedy);
  order.scenario = d->index->run().scenario;
  order.scenario.until = Duration{d->index->run().end.us};
  order.label = say(remedy.label);
  start(std::move(order));
}

void Session::showRequestsOf(TimeWindow part) {
  if (!d->index || d->index->run().live) return;
  RunOrder order;
  order.purpose = d->workbench ? RunOrder::Purpose::Workbench : RunOrder::Purpose::Scenario;
  order.show = RunOrder::Show::SamePlace;
  order.project = d->index->run().project;
  order.scenario = d->index->run().scenario;
  order.window = simulate::Window{std::max(part.from, Instant{}), part.to};
  order.capacity = m_capacity;
  d->maker.make(std::move(order));  // That it is long was agreed to before.
}

void Session::clear() {
  if (d->mode == Mode::Live) {
    d->live.forget();
    d->liveSeen = 0;
  } else {
    d->workbenchRun = {};
    d->now = Instant{};
    d->lastArrival = Instant{-1};
    d->awaited.reset();
  }
  if (!d->workbench || !d->index) return;
  pause();
  d->index.reset();
  m_playhead = {};
  m_selection = {};
  m_window = {Instant{}, Instant{} + kShortestView};
  emit runChanged();
  emit selectionChanged();
  emit windowChanged();
  emit playheadChanged();
}

void Session::start(RunOrder order) {
  if (const auto& errors = d->document.errors(); !errors.empty()) {
    emit failed(tr("The project has a problem that has to be solved before it can run. %1")
                    .arg(say(errors.front())));
    return;
  }
  const bool workbench = order.purpose == RunOrder::Purpose::Workbench;
  const quint64 requests =
      workbench ? 0 : simulate::estimateRequests(order.project, order.scenario);
  order.capacity = m_capacity;
  if (requests <= kLongRun) return d->maker.make(std::move(order));
  d->asked = std::make_unique<RunOrder>(std::move(order));
  emit longRunAsked(requests);
}

void Session::confirmLongRun(bool goOn) {
  const std::unique_ptr<RunOrder> order = std::move(d->asked);
  if (order && goOn) d->maker.make(std::move(*order));
}

void Session::cancel() {
  d->asked.reset();
  d->maker.cancel();
  if (d->live.busy()) d->live.stop();
}

// --- showing what was made -----------------------------------------------------------------------

void Session::finish(const RunOrder& order, const RunMaker::Made& index) {
  if (order.purpose == RunOrder::Purpose::WhatIf) {
    emit whatIfReady(WhatIf{order.label, d->index, index});
    return;
  }
  if (d->mode == Mode::Live) {  // It was asked for before.
    d->other = {};
    d->other.index = index;
    d->other.workbench = order.purpose == RunOrder::Purpose::Workbench;
    d->other.playhead = index->run().end;
    return;
  }
  const bool fromScenario = !d->workbench;
  d->index = index;
  d->workbench = order.purpose == RunOrder::Purpose::Workbench;
  d->stopAt.reset();
  switch (order.show) {
    case RunOrder::Show::FromTheStart:
      return showScenario();
    case RunOrder::Show::LatestTest:
      if (fromScenario) m_playhead = order.arrival;
      emit runChanged();
      return showTest(order.arrival);
    case RunOrder::Show::TheClock:
      emit runChanged();
      showWholeRun();
      return setPlayhead(end());
    case RunOrder::Show::SamePlace:
      if (order.window) {  // Its records have other numbers.
        m_selection = {};
        const Instant last = index->recordedTo();
        if (m_playhead < order.window->from || m_playhead > last) m_playhead = last;
      }
      emit runChanged();
      if (order.window) emit selectionChanged();
      m_playhead = std::min(m_playhead, end());
      emit playheadChanged();
  }
}

void Session::showScenario() {
  pause();
  m_playhead = {};
  m_selection = {};
  d->awaited.reset();
  emit runChanged();
  emit selectionChanged();
  emit playheadChanged();
  showWholeRun();
  if (theme::Theme::instance().reducedMotion()) return setPlayhead(end());
  // A run is watched in about a minute, unless the user has chosen to go faster.
  const double seconds = static_cast<double>(end().us) / 1e6;
  if (m_speed > 0 && seconds / m_speed > 60) {
    const auto fits = std::find_if(kSpeeds.begin(), kSpeeds.end(),
                                   [&](double speed) { return seconds / speed <= 60; });
    setSpeed(fits == kSpeeds.end() ? kSpeeds.back() : *fits);
  }
  play();
}

void Session::showTest(Instant arrival) {
  const Instant last = end();
  if (last.us <= kLongestView.us)
    setWindow({Instant{}, std::max(last, Instant{} + kShortestView)});
  else
    setWindow({arrival - kLead, std::max(last, arrival + kShortestView)});
  d->awaited = attemptAt(*d->index, arrival);
  if (d->awaited) select({Selection::Kind::Attempt, *d->awaited});
  movePlayhead(std::max(m_playhead, arrival));
  d->stopAt = last;
  if (theme::Theme::instance().reducedMotion())
    movePlayhead(last);
  else
    play();
}

}  // namespace coldstart
