// SPDX-License-Identifier: GPL-3.0-or-later
// Callers that ask again, that are turned away before Lambda is asked, and that meet an outage.
#include "core/base/holds.h"
#include "core/engine/engine.h"

namespace coldstart::engine {

using journal::Decision;
using journal::Ending;

namespace {

EventProgress progressOf(Instant t, const Asking& asking) {
  return {.received = t,
          .last = asking.last,
          .source = asking.source,
          .request = asking.request,
          .again = asking.again};
}

}  // namespace

Order Engine::arrive(Instant t, const Asking& asking) {
  if (!asking.again) return arrive(t, asking.source);
  return attempt(t, progressOf(t, asking), Asker::Caller);
}

void Engine::refuse(Instant t, const Asking& asking, Decision decision) {
  EventProgress asked = progressOf(t, asking);
  if (!asking.again) asked.request = static_cast<std::uint32_t>(m_requests++);
  record(t, asked, {.decision = decision, .ending = Ending::Refused});
}

void Engine::noteRetried(journal::AttemptIndex attempt) {
  if (attempt != journal::kNone) m_journal->attempts[attempt].retried = true;
}

bool Engine::serviceFails() {
  return holds(Rule::ServiceOutage) &&
         m_outages.below(project::kMillion) < static_cast<std::uint64_t>(m_serviceErrorPpm);
}

}  // namespace coldstart::engine
