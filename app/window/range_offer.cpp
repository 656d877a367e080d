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

void RangeOffer::tell() {
  m_told.clear();
  const auto index = m_session.index();
  if (index && index->run().truncated && !index->run().cancelled) {
    m_told = tr("The %1 requests from %2 to %3 are shown one by one; the report counts all %4. "
                "Zoom to any other time to see its requests.")
                 .arg(qs(formatCount(static_cast<qint64>(index->attempts().size()))),
                      qs(observe::clockText(index->run().recordedFrom)),
                      qs(observe::clockText(index->recordedTo())),
                      qs(formatCount(static_cast<qint64>(index->run().requests))));
    m_banner.say(Banner::Kind::Note, m_told);
  }
  look();
}

void RangeOffer::look() {
  const bool offered = missing();
  m_action.setEnabled(offered);
  if (!offered || m_session.busy()) return;
  const QString sentence = tr("Of the time in view not every request was kept.");
  if (m_banner.isVisible() && m_banner.sentence() != m_told) return;  // Of something else.
  m_told = sentence;
  m_banner.say(Banner::Kind::Note, sentence, {{m_action.text(), [this] { m_action.trigger(); }}});
}

}  // namespace coldstart::window
