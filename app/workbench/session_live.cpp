// SPDX-License-Identifier: GPL-3.0-or-later
// Live in a session: real invocations shown like simulated ones, as they happen.
#include <algorithm>
#include <utility>

#include "app/workbench/document.h"
#include "app/workbench/session_private.h"

namespace coldstart {

Session::Mode Session::mode() const {
  return d->mode;
}

LiveWorkbench& Session::live() {
  return d->live;
}

void Session::setMode(Mode mode) {
  if (mode == d->mode) return;
  pause();
  d->mode = mode;
  Private::View& other = d->other;
  std::swap(other.index, d->index);
  std::swap(other.workbench, d->workbench);
  std::swap(other.playhead, m_playhead);
  std::swap(other.selection, m_selection);
  std::swap(other.window, m_window);
  d->awaited.reset();
  d->stopAt.reset();
  d->following = true;
  if (mode == Mode::Live) {
    d->workbench = true;
    if (d->function) d->live.lookAround(*d->function);
  }
  emit modeChanged();
  emit runChanged();
  emit selectionChanged();
  emit windowChanged();
  emit playheadChanged();
}

void Session::burst(int count) {
  if (d->mode == Mode::Live && d->function) testLive(*d->function, d->event, d->type, count);
}

void Session::resend(std::size_t function, const QString& event, project::InvocationType type,
                     const std::string& payload) {
  if (d->mode != Mode::Live) return test(function, event, type);
  if (!d->live.send(function, payload, type, 1)) return;
  pause();
  d->following = true;
}

void Session::testLive(std::size_t function, const QString& event, project::InvocationType type,
                       int count) {
  if (!d->live.test(function, event, type, count)) return;
  pause();
  d->following = true;
}

void Session::letLiveTimePass(Duration span) {
  if (d->live.busy()) {
    emit failed(tr("Time cannot be moved on while a handler runs: it runs on the real clock."));
    return;
  }
  d->following = true;
  d->live.letTimePass(span);
}

void Session::showLive(const std::shared_ptr<const observe::RunIndex>& index, quint32 ended) {
  if (d->mode != Mode::Live) {
    d->other.index = index;
    d->other.playhead = index->run().end;
    return;
  }
  const bool another =
      !d->index || d->index->run().project.startsAt != index->run().project.startsAt;
  if (another) d->liveSeen = 0;
  d->index = index;
  emit runChanged();
  const auto all = index->attempts();
  if (d->following) {
    const Instant last = end();
    const std::size_t seen = std::exchange(d->liveSeen, all.size());
    if (all.size() > seen)
      select({Selection::Kind::Attempt, static_cast<std::uint32_t>(all.size() - 1)});
    if (last.us <= kLongestView.us)
      setWindow({Instant{}, std::max(last, Instant{} + kShortestView)});
    else if (all.size() > seen || m_window.to < last)
      setWindow({all.back().arrived - kLead, std::max(last, all.back().arrived + kShortestView)});
    movePlayhead(last);
  }
  if (ended >= all.size()) return;
  if (d->following) select({Selection::Kind::Attempt, ended});
  emit testEnded(ended);
}

}  // namespace coldstart
