// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a live run: the platform's as ever, and between them what was really printed.
#include "core/observe/log_text.h"

namespace coldstart::observe {

using journal::AttemptIndex;
using journal::Ending;

namespace {

using Numbers = std::vector<std::uint32_t>;

/// What the simulated mode prints in the handler's and the runtime's name.
bool isMadeUp(LineKind kind) {
  return kind == LineKind::Handler || kind == LineKind::Failure || kind == LineKind::InitFailure;
}

bool opens(LineKind kind) {
  return kind == LineKind::InitStart || kind == LineKind::RestoreStart;
}

/// The platform's first word after the handler's last. Init that ran again and failed again
/// precedes START.
bool closes(LogSlot slot, Ending ending) {
  switch (slot.kind) {
    case LineKind::RuntimeDone:
    case LineKind::Exited:
    case LineKind::End:
    case LineKind::Report:
    case LineKind::TimedOut:
      return true;
    case LineKind::InitRuntimeDone:
    case LineKind::InitReport:
      return slot.number == 1;
    default:
      return slot.kind == LineKind::Start && ending == Ending::InitFailed;
  }
}

void append(std::vector<LogSlot>& lines, Numbers& printed) {
  for (const std::uint32_t number : printed) lines.push_back({LineKind::Printed, number});
  printed.clear();
}

std::vector<LogSlot> withPrinted(const std::vector<LogSlot>& platform, Ending ending, Numbers& init,
                                 Numbers& invocation) {
  std::vector<LogSlot> lines;
  for (const LogSlot slot : platform) {
    if (isMadeUp(slot.kind)) continue;
    if (!opens(slot.kind)) append(lines, init);
    if (closes(slot, ending)) append(lines, invocation);
    lines.push_back(slot);
  }
  append(lines, init);
  append(lines, invocation);
  return lines;
}

}  // namespace

void LogText::placePrinted() {
  const auto all = m_index.attempts();
  const auto& printed = m_index.run().live->printed;
  std::vector<Numbers> invocation(all.size());
  std::vector<Numbers> later(all.size());
  std::vector<Numbers> init(m_index.environments().size());
  for (std::uint32_t i = 0; i < printed.size(); ++i) {
    const journal::PrintedLine& line = printed[i];
    if (line.attempt < all.size()) {
      invocation[line.attempt].push_back(i);
    } else if (const auto before = m_index.lastAttemptOf(line.environment, line.at)) {
      later[*before].push_back(i);  // Between two invocations: it follows the first of them.
    } else {
      init[line.environment].push_back(i);
    }
  }
  std::vector<std::vector<LogSlot>> idle;
  for (std::size_t e = 0; e < init.size(); ++e) {
    Numbers own = init[e];
    Numbers none;
    const auto& platform = idleLinesOf(static_cast<journal::EnvironmentIndex>(e));
    idle.push_back(withPrinted(platform, Ending::Running, own, none));
  }
  std::vector<std::vector<LogSlot>> lines(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].ran()) continue;
    const auto& platform = linesOf(static_cast<AttemptIndex>(i));
    lines[i] = withPrinted(platform, all[i].ending, init[all[i].environment], invocation[i]);
    append(lines[i], later[i]);
  }
  m_liveIdle = std::move(idle);
  m_liveLines = std::move(lines);
}

}  // namespace coldstart::observe
