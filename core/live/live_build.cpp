// SPDX-License-Identifier: GPL-3.0-or-later
// Code that is built before it is deployed: whoever needs it waits here, before Lambda's rules
// begin, because on Lambda it would have been built long before.
#include <algorithm>
#include <utility>

#include "core/live/hosted_environment.h"
#include "core/live/live_host.h"

namespace coldstart::live {

namespace {

constexpr int kAheadMs = 25;  // After the cold start that waited.

}  // namespace

void LiveHost::watchBuilds() {
  m_unbuilt = std::make_unique<Unbuilt>(
      Artifacts::Places{.project = m_settings.folder,
                        .runtime = m_place.filePath(QStringLiteral("runtime")),
                        .remembered = m_settings.artifacts,
                        .walls = m_settings.walls});
  connect(&m_unbuilt->artifacts, &Artifacts::settled, this, &LiveHost::goOnBuilt);
}

std::size_t LiveHost::building() const {
  return m_unbuilt->requests.size();
}

/// Whether nothing is to be built for this request: neither the function, nor those whose
/// provisioned environments start with it.
bool LiveHost::isBuilt(std::size_t function) {
  bool built = m_unbuilt->artifacts.makeAgain(m_run->project.functions[function]);
  for (const project::Function& each : m_run->project.functions)
    if (each.provisioned) built = m_unbuilt->artifacts.make(each) && built;
  return built;
}

/// A build has ended, well or not: what waited for it goes on, or waits for another.
void LiveHost::goOnBuilt() {
  for (const std::size_t function : std::exchange(m_unbuilt->deployments, {}))
    deployBuilt(function);
  for (const auto& [slot, record] : std::exchange(m_unbuilt->environments, {})) {
    const auto found = m_environments.find(slot);
    if (found == m_environments.end() || found->second->record != record) continue;
    Environment& e = *found->second;
    const bool isInit = e.state == Environment::State::Init;
    const Duration limit =
        isInit ? m_settings.initLimit : m_engine->timeout(static_cast<std::uint16_t>(e.function));
    e.limit.start(static_cast<int>(limit.us / 1'000));
    launch(e);
  }
  for (Request& request : std::exchange(m_unbuilt->requests, {})) {
    const bool built =
        std::ranges::all_of(m_run->project.functions, [&, this](const project::Function& each) {
          const bool asked = &each == &m_run->project.functions[request.function];
          return !(asked || each.provisioned) || m_unbuilt->artifacts.make(each);
        });
    if (built)
      takeIn(std::move(request));
    else
      m_unbuilt->requests.push_back(std::move(request));
  }
  // Nobody was started ahead of a function that was not built.
  if (!m_ahead->filler.isActive()) m_ahead->filler.start(kAheadMs);
  emit changed();
}

void LiveHost::deploy(std::size_t function) {
  m_unbuilt->artifacts.forget(m_run->project.functions[function].id);
  deployBuilt(function);
  goOnBuilt();  // What waited for the old code waits for the new.
}

/// New environments would start at once only where they are provisioned; other functions are built
/// when they are asked for.
void LiveHost::deployBuilt(std::size_t function) {
  const project::Function& deployed = m_run->project.functions[function];
  if (deployed.provisioned && !m_unbuilt->artifacts.make(deployed)) {
    m_unbuilt->deployments.push_back(function);
    return;
  }
  m_engine->advance(now());
  carryOut();
  forgetAhead(function);
  change(deployed.id + ".Deploy", {});
  carryOut();
  emit changed();
}

}  // namespace coldstart::live
