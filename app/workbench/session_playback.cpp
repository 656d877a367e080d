// SPDX-License-Identifier: GPL-3.0-or-later
// The playhead of a session: playing, stepping, and what is in view.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/theme/theme.h"
#include "app/workbench/session_private.h"
#include "core/observe/happenings.h"

namespace coldstart {

void Session::setPlayhead(Instant t) {
  d->carry = 0;
  d->following = t >= end();
  movePlayhead(std::clamp(t, Instant{}, end()));
}

void Session::movePlayhead(Instant t) {
  if (t != m_playhead) {
    m_playhead = t;
    emit playheadChanged();
  }
  if (!d->awaited || !d->workbench || !d->index) return;
  const journal::Attempt& attempt = d->index->attempts()[*d->awaited];
  if (m_playhead < (attempt.ran() ? attempt.ended() : attempt.arrived)) return;
  emit testEnded(*std::exchange(d->awaited, std::nullopt));
}

void Session::play() {
  if (!d->index || m_playing) return;
  if (m_playhead >= end()) movePlayhead({});
  if (m_speed == 0) {
    movePlayhead(end());
    if (d->playsWorkbench()) d->now = std::max(d->now, m_playhead);
    return;
  }
  m_playing = true;
  d->carry = 0;
  d->clock.start();
  d->timer.start();
  emit playingChanged();
}

void Session::pause() {
  if (!m_playing) return;
  m_playing = false;
  d->timer.stop();
  emit playingChanged();
}

void Session::tick() {
  const double passed = static_cast<double>(d->clock.nsecsElapsed()) / 1'000.0 * m_speed + d->carry;
  d->clock.restart();
  const double whole = std::floor(passed);
  d->carry = passed - whole;
  const Instant last = d->stopAt ? std::min(*d->stopAt, end()) : end();
  const Instant next = std::min(m_playhead + Duration{static_cast<std::int64_t>(whole)}, last);
  if (d->playsWorkbench()) d->now = std::max(d->now, next);
  movePlayhead(next);
  followPlayhead();
  if (m_playhead >= last) pause();
}

void Session::followPlayhead() {
  if (m_playhead < m_window.to || m_window.to >= end()) return;
  const Duration span = m_window.to - m_window.from;
  const Instant from = m_playhead - Duration{span.us / 10};
  setWindow({from, from + span});
}

void Session::setSpeed(double factor) {
  const double speed = factor <= 0 ? 0 : std::clamp(factor, 0.1, 1000.0);
  if (speed == m_speed) return;
  m_speed = speed;
  if (m_playing && speed == 0) {
    pause();
    play();
  }
  emit speedChanged();
}

void Session::stepForward() {
  if (!d->index) return;
  pause();
  setPlayhead(observe::nextHappening(*d->index, m_playhead).value_or(end()));
  if (d->playsWorkbench()) d->now = std::max(d->now, m_playhead);
  followPlayhead();
}

void Session::stepBack() {
  if (!d->index) return;
  pause();
  setPlayhead(observe::previousHappening(*d->index, m_playhead).value_or(Instant{}));
}

// --- selection and window ------------------------------------------------------------------------

void Session::select(Selection selection) {
  if (selection == m_selection) return;
  m_selection = selection;
  emit selectionChanged();
}

void Session::setWindow(TimeWindow window) {
  if (window.to <= window.from) return;
  if (window == m_window) return;
  m_window = window;
  emit windowChanged();
}

void Session::showWholeRun() {
  setWindow({Instant{}, std::max(end(), Instant{1'000})});
}

}  // namespace coldstart
