// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/range_offer.h"

#include <QAction>
#include <algorithm>

#include "app/theme/banner.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"
#include "core/base/units.h"
#include "core/observe/words.h"

namespace coldstart::window {

using theme::Banner;

RangeOffer::RangeOffer(Session& session, Banner& banner, QAction& action)
    : QObject(&session), m_session(session), m_banner(banner), m_action(action) {
  connect(&session, &Session::runChanged, this, &RangeOffer::tell);
  connect(&session, &Session::windowChanged, this, &RangeOffer::look);
  look();
}

RangeOffer::~RangeOffer() {
  m_action.setEnabled(false);
}

/// Some of the time in view, but not all there is, has no requests to show.
bool RangeOffer::missing() const {
  const auto index = m_session.index();
  if (!index || !index->run().truncated || index->run().cancelled) return false;
  const TimeWindow view = m_session.window();
  const Instant from = std::max(view.from, Instant{});
  const Instant to = std::min(view.to, index->run().end);
  const bool whole = from <= Instant{} && to >= index->run().end;
  return !whole && from < to && (from < index->run().recordedFrom || to > index->recordedTo());
}

/// What of the run can be looked at; "" when that is all of it.
QString RangeOffer::note() const {
  const auto index = m_session.index();
  if (!index || !index->run().truncated || index->run().cancelled) return {};
  return tr("The %1 requests from %2 to %3 are shown one by one; the report counts all %4. Zoom to "
            "any other time to see its requests.")
      .arg(qs(formatCount(static_cast<qint64>(index->attempts().size()))),
           qs(observe::clockText(index->run().recordedFrom)),
           qs(observe::clockText(index->recordedTo())),
           qs(formatCount(static_cast<qint64>(index->run().requests))));
}

void RangeOffer::tell() {
  const QString said = note();
  if (!said.isEmpty()) m_banner.say(Banner::Kind::Note, said);
  look();
}

/// The offer takes the note's place and gives it back; it never hides anything else.
void RangeOffer::look() {
  const QString offer = tr("Of the time in view not every request was kept.");
  const bool offered = missing();
  m_action.setEnabled(offered);
  const bool shown = m_banner.isVisible();
  if (!offered) {
    if (shown && m_banner.sentence() == offer) m_banner.say(Banner::Kind::Note, note());
    return;
  }
  if (m_session.busy() || (shown && m_banner.sentence() != note())) return;
  m_banner.say(Banner::Kind::Note, offer, {{m_action.text(), [this] { m_action.trigger(); }}});
}

}  // namespace coldstart::window
