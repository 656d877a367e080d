// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/profiler.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/base/identifiers.h"
#include "core/observe/log_text.h"

namespace coldstart::live {

using journal::AttemptIndex;

namespace {

constexpr std::size_t kMostLines = 200;
constexpr std::size_t kLongestLine = 4'096;

/// The line with its request's id taken out.
std::string withoutId(std::string line, const std::string& id) {
  for (std::size_t at = 0; (at = line.find(id, at)) != std::string::npos;)
    line.replace(at, id.size(), "%requestId");
  if (line.size() > kLongestLine) line.resize(kLongestLine);
  return line;
}

using Lines = std::vector<std::string>;

/// What each attempt printed.
std::vector<Lines> printedBy(const journal::Run& run) {
  std::vector<Lines> lines(run.journal.attempts.size());
  for (const journal::PrintedLine& line : run.live->printed) {
    if (line.attempt >= lines.size() || lines[line.attempt].size() == kMostLines) continue;
    const std::uint32_t request = run.journal.attempts[line.attempt].request;
    lines[line.attempt].push_back(withoutId(line.text, requestUuid(run.seed, request)));
  }
  return lines;
}

}  // namespace

Profiler::Profiler(project::Project project, LiveHost::Settings settings, ProfilePlan plan)
    : m_project(std::move(project)), m_settings(std::move(settings)), m_plan(std::move(plan)) {
  m_total = static_cast<int>(m_plan.payloads.size()) * (m_plan.cold + m_plan.warm);
}

void Profiler::start() {
  m_host = std::make_unique<LiveHost>(m_project, m_settings);
  next();
}

void Profiler::stop() {
  m_host.reset();
}

void Profiler::next() {
  if (!m_host) return;
  if (m_done == m_total) {
    const Profile profile = measured();
    m_host.reset();
    emit finished(profile);
    return;
  }
  const int each = m_plan.cold + m_plan.warm;
  // New code makes every environment stale, so the next request is a cold start.
  if (m_done % each < m_plan.cold) m_host->deploy(m_plan.function);
  LiveHost::Request request;
  request.function = m_plan.function;
  request.payload = m_plan.payloads[static_cast<std::size_t>(m_done / each)];
  request.answered = [this](const LiveAnswer&) {
    emit progress(++m_done, m_total);
    // Not from inside the host, which is not done with this request.
    QMetaObject::invokeMethod(this, &Profiler::next, Qt::QueuedConnection);
  };
  m_host->invoke(std::move(request));
}

Profile Profiler::measured() {
  const auto run = m_host->snapshot();
  run->project.functions[m_plan.function].logFormat = project::LogFormat::Text;
  const observe::RunIndex index(run);
  const observe::LogText text(index);
  const std::vector<Lines> printed = printedBy(*run);
  Profile profile;
  std::map<Lines, int> counts;
  const auto all = index.attempts();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto number = static_cast<AttemptIndex>(i);
    if (!all[i].ran()) continue;
    ++profile.invocations;
    for (const observe::LogSlot slot : text.linesOf(number)) {
      if (slot.kind != observe::LineKind::Report) continue;
      text.render(number, slot, profile.reports);
      profile.reports += '\n';
    }
    if (journal::isError(all[i].ending)) {
      ++profile.failed;
      continue;
    }
    const Lines& own = printed[i];
    const int count = ++counts[own];
    if (count >= counts[profile.logLines]) profile.logLines = own;
    if (const journal::GivenAnswer* answer = run->live->answerTo(number))
      profile.response = *answer->payload;
  }
  profile.alwaysPrintsThat = counts[profile.logLines] == profile.invocations - profile.failed;
  return profile;
}

}  // namespace coldstart::live
