// SPDX-License-Identifier: GPL-3.0-or-later
// Limits, changes of configuration while the function is in use, and provisioned concurrency.
#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

#include "core/base/holds.h"
#include "core/engine/engine.h"
#include "core/project/quota.h"

namespace coldstart::engine {

using journal::StopReason;

namespace {

// Allocation of provisioned concurrency starts "after a minute or two" of preparation, then up to
// 6 000 environments a minute. (provisioned-concurrency) One and a half minutes is our assumption.
constexpr Duration kPreparation = Duration::seconds(90);
constexpr Duration kBetweenStarts = Duration::millis(10);

}  // namespace

/// Reserved concurrency is taken out of the account's, and so is provisioned concurrency of
/// functions without a reserve; the rest is shared. (lambda-concurrency, provisioned-concurrency)
void Engine::applyLimits() {
  std::int64_t claimed = 0;
  m_unreservedBusy = 0;
  for (FunctionRow& f : m_functions) {
    f.isReserved = f.reserved >= 0;
    f.limit = f.isReserved ? std::max(0, f.reserved - f.provisioned.requested)
                           : std::numeric_limits<std::int32_t>::max();
    const std::int32_t concurrency = f.isReserved ? f.reserved : m_accountLimit;
    f.rateLimit = std::int64_t{concurrency} * project::kRequestsPerConcurrency;
    claimed += f.isReserved ? f.reserved : f.provisioned.requested;
    if (!f.isReserved) m_unreservedBusy += f.busy;
  }
  m_unreservedLimit =
      static_cast<std::int32_t>(std::max<std::int64_t>(0, m_accountLimit - claimed));
}

std::optional<Setting> settingOf(const project::Project& project, std::string_view path) {
  using What = Setting::What;
  if (path == "Account.ConcurrentExecutions") return Setting{What::Account, 0, std::string(path)};
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto function = project.functionNamed(path.substr(0, dot));
  if (!function) return std::nullopt;
  Setting setting{What::Reserved, static_cast<std::uint16_t>(*function), std::string(path)};
  const std::string_view name = path.substr(dot + 1);
  if (name == "ReservedConcurrentExecutions") return setting;
  setting.what = name == "ProvisionedConcurrency" ? What::Provisioned
                 : name == "MemorySize"           ? What::Memory
                 : name == "Timeout"              ? What::Timeout
                 : name == "Deploy"               ? What::Deploy
                                                  : What::Account;
  if (setting.what == What::Account) return std::nullopt;
  return setting;
}

void Engine::change(Instant t, const Setting& setting, std::optional<std::int64_t> value) {
  FunctionRow* f =
      setting.what == Setting::What::Account ? nullptr : &m_functions[setting.function];
  const std::int64_t after = value.value_or(-1);
  if (holds(Rule::UnreservedMinimum) && isRefused(setting, after)) {
    m_journal->changes.push_back({t, setting.path, -1, after, true});
    return;
  }
  const auto number = static_cast<std::int32_t>(after);
  std::int64_t before = -1;
  switch (setting.what) {
    case Setting::What::Account:
      before = std::exchange(m_accountLimit, value ? number : 1'000);
      break;
    case Setting::What::Reserved:
      before = std::exchange(f->reserved, number);
      break;
    case Setting::What::Provisioned:
      before = f->provisioned.requested > 0 ? f->provisioned.requested : -1;
      f->provisioned.requested = std::max(0, number);
      break;
    case Setting::What::Memory:
      before = std::exchange(f->memory, Memory{number}).mb;
      break;
    case Setting::What::Timeout:
      before = std::exchange(f->timeout, Duration::seconds(after)).us / 1'000'000;
      break;
    case Setting::What::Deploy:
      before = f->version;
      deploy(*f, t);
      m_journal->changes.push_back({t, setting.path, before, f->version});
      return;
  }
  m_journal->changes.push_back({t, setting.path, before, after});
  applyLimits();
  // Concurrency settings leave environments alone; anything else makes new ones necessary, and the
  // old ones go after their current invocation. (lambda-runtime-environment)
  if (setting.what == Setting::What::Memory || setting.what == Setting::What::Timeout) {
    if (before != after && holds(Rule::ConfigurationRetires)) retireEnvironments(*f, t);
  } else if (setting.what == Setting::What::Provisioned) {
    settleProvisioned(*f, t, kPreparation);
  }
}

/// AWS keeps a hundred of the account's concurrency unreserved, and gives no function more
/// provisioned concurrency than its reserve. (configuration-concurrency, provisioned-concurrency)
bool Engine::isRefused(const Setting& setting, std::int64_t after) const {
  const bool reserves = setting.what == Setting::What::Reserved;
  if ((!reserves && setting.what != Setting::What::Provisioned) || after <= 0) return false;
  const FunctionRow& changed = m_functions[setting.function];
  if (reserves ? after < changed.provisioned.requested
               : changed.reserved >= 0 && after > changed.reserved) {
    return true;
  }
  if (!reserves && changed.reserved >= 0) return false;  // Comes out of the reserve.
  std::int64_t claimed = after;
  for (const FunctionRow& f : m_functions) {
    if (&f != &changed) claimed += f.reserved >= 0 ? f.reserved : f.provisioned.requested;
  }
  return claimed > std::int64_t{m_accountLimit} - project::kMinimumUnreserved;
}

/// Init failed: none of those asked for will come. (provisioned-concurrency)
void Engine::provisioningFailed(Slot slot, Instant t) {
  const LiveEnvironment& e = m_live[slot];
  FunctionRow& f = m_functions[e.function];
  const std::int32_t before = f.provisioned.requested;
  m_journal->changes.push_back(
      {t, f.id + ".ProvisionedConcurrencyFailed", before, f.provisioned.usable});
  retire(slot, t, StopReason::ProvisionedInitFailed);
  stop(slot, t, StopReason::ProvisionedInitFailed);
  f.provisioned.requested = f.provisioned.usable;
  applyLimits();
  settleProvisioned(f, t, Duration{});
}

/// New provisioned environments instead of the old ones.
void Engine::retireProvisioned(FunctionRow& f, Instant t) {
  for (Slot slot = 0; slot < m_live.size(); ++slot) {
    const LiveEnvironment& e = m_live[slot];
    if (e.phase != Phase::Free && e.function == f.index && e.provisioned) {
      retire(slot, t, StopReason::ConfigurationChanged);
    }
  }
  settleProvisioned(f, t, kPreparation);
}

void Engine::retireEnvironments(FunctionRow& f, Instant t) {
  for (Slot slot = 0; slot < m_live.size(); ++slot) {
    if (m_live[slot].phase != Phase::Free && m_live[slot].function == f.index) {
      retire(slot, t, StopReason::ConfigurationChanged);
    }
  }
  settleProvisioned(f, t, kPreparation);
}

void Engine::lose(Slot slot, Instant t) {
  FunctionRow& f = m_functions[m_live[slot].function];
  retire(slot, t, StopReason::ProcessGone);
  settleProvisioned(f, t, kPreparation);
}

/// Stops the environment, at once when it is free and after its invocation otherwise.
void Engine::retire(Slot slot, Instant t, StopReason reason) {
  LiveEnvironment& e = m_live[slot];
  if (e.leaving != StopReason::Alive) return;
  Provisioning& p = m_functions[e.function].provisioned;
  e.leaving = reason;
  if (e.provisioned) {
    --p.alive;
    if (e.phase == Phase::Init) --p.initialising;
    if (e.phase == Phase::Idle || e.phase == Phase::Busy) --p.usable;
    if (e.phase == Phase::Held) std::erase(p.held, slot);
  }
  if (e.phase == Phase::Idle) unlink(idleListOf(e), slot);
  if (e.phase == Phase::Init && !e.serves && m_seats.shared(slot)) {
    unlink(m_functions[e.function].opening, slot);
  }
  if (e.phase == Phase::Idle || e.phase == Phase::Held) stop(slot, t, reason);
}

void Engine::settleProvisioned(FunctionRow& f, Instant t, Duration preparation) {
  Provisioning& p = f.provisioned;
  if (p.alive > p.requested) removeProvisioned(f, t);
  if (p.alive < p.requested) {
    if (p.nextStart == kNever) {
      p.nextStart = t + (holds(Rule::ProvisionedPreparation) ? preparation : Duration{1});
      setTimer(p.nextStart, Timer::Provisioning, f.index, f.index);
    }
  } else {
    p.nextStart = kNever;
  }
  handOverWhenAllReady(f, t);
}

void Engine::removeProvisioned(FunctionRow& f, Instant t) {
  // Those that cost least to lose first: not yet handed over, then idle, then busy.
  for (const Phase phase : {Phase::Init, Phase::Held, Phase::Idle, Phase::Busy}) {
    for (Slot slot = 0; slot < m_live.size() && f.provisioned.alive > f.provisioned.requested;
         ++slot) {
      const LiveEnvironment& e = m_live[slot];
      if (e.provisioned && e.function == f.index && e.phase == phase) {
        retire(slot, t, StopReason::ProvisionedRemoved);
      }
    }
  }
}

void Engine::provisioningDue(FunctionRow& f, Instant t) {
  Provisioning& p = f.provisioned;
  if (p.nextStart != t) return;  // Called off, or put off, since.
  startEnvironment(t, f, StartFor::Provisioned);
  p.nextStart = p.alive < p.requested ? t + kBetweenStarts : kNever;
  if (p.nextStart != kNever) setTimer(p.nextStart, Timer::Provisioning, f.index, f.index);
}

/// None can be used until all that were asked for are ready. (provisioned-concurrency)
void Engine::handOverWhenAllReady(FunctionRow& f, Instant t) {
  Provisioning& p = f.provisioned;
  const bool waits = p.initialising > 0 || p.alive != p.requested;
  if (waits && holds(Rule::ProvisionedAllReady)) return;
  p.usable += static_cast<std::int32_t>(p.held.size());
  for (const Slot slot : std::exchange(p.held, {})) rest(slot, t);
  if (p.usable == p.announced) return;
  if (t > Instant{}) {
    m_journal->changes.push_back(
        {t, f.id + ".AllocatedProvisionedConcurrentExecutions", p.announced, p.usable});
  }
  p.announced = p.usable;
}

}  // namespace coldstart::engine
