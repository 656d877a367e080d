// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/effects.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/workbench/say.h"
#include "core/base/units.h"
#include "core/observe/bill.h"
#include "core/project/quota.h"
#include "core/project/runtimes.h"

namespace coldstart::configuration {
namespace {

using project::Function;
using project::Project;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(configuration)
};

const Function& at(const Project& project, std::size_t function) {
  return project.functions[function];
}

QString decimal(std::int64_t thousandths, int digits) {
  return QString::number(static_cast<double>(thousandths) / 1'000, 'f', digits);
}

/// Work of `us` at one vCPU, of which `sharePpm` waits for the processor, at this memory.
/// (configuration-memory: 1 769 MB give one vCPU; one thread gains nothing beyond.)
std::int64_t stretched(std::int64_t us, std::int64_t sharePpm, std::int64_t memoryMb) {
  if (memoryMb >= project::kOneVcpuMemoryMb || memoryMb <= 0) return us;
  const std::int64_t bound = us * sharePpm / project::kMillion;
  return us - bound + bound * project::kOneVcpuMemoryMb / memoryMb;
}

QString computeItem(const Function& function) {
  return function.architecture == project::Architecture::Arm64 ? QStringLiteral("compute-arm64")
                                                               : QStringLiteral("compute-x86_64");
}

Money priceOf(const QString& item, std::int64_t amount, std::int64_t perUnit) {
  return observe::cost(item.toStdString(), {amount, perUnit});
}

QString money(Money amount) {
  return qs(formatMoney(amount));
}

constexpr std::int64_t kMillionRequests = 1'000'000;

}  // namespace

QString count(std::int64_t number) {
  return qs(formatCount(number));
}

QString spoken(Duration duration) {
  const std::int64_t us = duration.us;
  if (us < 1'000) return Words::tr("%1 \u00b5s").arg(us);
  if (us < 10'000) return Words::tr("%1 ms").arg(decimal(us, 1));
  if (us < 1'000'000) return Words::tr("%1 ms").arg(us / 1'000);
  if (us < 120'000'000 && us % 1'000'000 == 0) return Words::tr("%1 s").arg(us / 1'000'000);
  if (us < 100'000'000) return Words::tr("%1 s").arg(decimal(us / 1'000, us < 10'000'000 ? 2 : 1));
  if (us < 7'200'000'000) return Words::tr("%1 min").arg(us / 60'000'000);
  return Words::tr("%1 h").arg(us / 3'600'000'000);
}

std::int64_t middle(const project::Distribution& distribution) {
  using Kind = project::Distribution::Kind;
  if (distribution.kind == Kind::Uniform) return (distribution.a + distribution.b) / 2;
  if (distribution.kind != Kind::Empirical) return distribution.a;
  if (distribution.values.empty()) return 0;
  std::vector<std::int64_t> sorted = distribution.values;
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2),
                   sorted.end());
  return sorted[sorted.size() / 2];
}

Duration typicalDuration(const Function& function) {
  return Duration::micros(
      stretched(middle(function.work.duration), function.work.cpuSharePpm, function.memory.mb));
}

QString distributionEffect(const project::Distribution& distribution) {
  using Kind = project::Distribution::Kind;
  const QString a = spoken(Duration::micros(distribution.a));
  const QString b = spoken(Duration::micros(distribution.b));
  switch (distribution.kind) {
    case Kind::Constant:
      return Words::tr("Always %1.").arg(a);
    case Kind::Uniform:
      return Words::tr("Anything from %1 to %2 is equally likely.").arg(a, b);
    case Kind::Exponential:
      return Words::tr("%1 on average: many are much shorter, 1 in 100 takes %2 or more.")
          .arg(a, spoken(Duration::micros(distribution.a * 4'605 / 1'000)));
    case Kind::LogNormal:
      return Words::tr("Half take less than %1, 1 in 100 more than %2.").arg(a, b);
    case Kind::Empirical:
      break;
  }
  return Words::tr("%1 measured values, each equally likely; the middle one is %2.")
      .arg(count(static_cast<std::int64_t>(distribution.values.size())),
           spoken(Duration::micros(middle(distribution))));
}

QString memoryEffect(const Project& project, std::size_t function) {
  const Function& f = at(project, function);
  const Duration busy = Duration::micros(stretched(1'000'000, project::kMillion, f.memory.mb));
  const QString cpu = Words::tr("%1 vCPU: a job that keeps one vCPU busy for 1 s takes %2.")
                          .arg(decimal(project::milliVcpus(f.memory.mb), 2), spoken(busy));
  const Duration typical = typicalDuration(f);
  const Money compute =
      priceOf(computeItem(f), typical.ceilMillis() * f.memory.mb * kMillionRequests,
              observe::kMbMillisPerGbSecond);
  const Money requests = priceOf(QStringLiteral("requests"), kMillionRequests, 1);
  return cpu + u' ' +
         Words::tr(
             "A typical invocation here takes %1; one million of them cost %2 for compute "
             "and %3 for requests.")
             .arg(spoken(typical), money(compute), money(requests));
}

QString storageEffect(const Project& project, std::size_t function) {
  const Function& f = at(project, function);
  const auto free = static_cast<std::int32_t>(project::quota("EphemeralStorage").standard);
  if (f.ephemeralStorage.mb <= free)
    return Words::tr("/tmp of every environment, wiped with it. The first %1 MB are free.")
        .arg(count(free));
  const Money extra =
      priceOf(QStringLiteral("ephemeral-storage"),
              typicalDuration(f).ceilMillis() * (f.ephemeralStorage.mb - free) * kMillionRequests,
              observe::kMbMillisPerGbSecond);
  return Words::tr(
             "/tmp of every environment, wiped with it. The %1 MB over %2 cost %3 for one "
             "million typical invocations.")
      .arg(count(f.ephemeralStorage.mb - free), count(free), money(extra));
}

QString timeoutEffect(const Project& project, std::size_t function) {
  const Function& f = at(project, function);
  const Duration typical = typicalDuration(f);
  if (typical > f.timeout)
    return Words::tr(
               "Lambda stops an invocation after %1. A typical one here takes %2, so most end "
               "as Task timed out.")
        .arg(spoken(f.timeout), spoken(typical));
  return Words::tr("Lambda stops an invocation after %1. A typical one here takes %2.")
      .arg(spoken(f.timeout), spoken(typical));
}

QString runtimeEffect(const Project& project, std::size_t function) {
  const project::Runtime* runtime = project::findRuntime(at(project, function).runtime);
  if (!runtime || runtime->deprecated.empty()) return {};
  return Words::tr("AWS supports it until %1; functions that use it can be changed until %2.")
      .arg(qs(runtime->deprecated), qs(runtime->blockUpdate));
}

QString handlerEffect(const Project& project, std::size_t function) {
  const Function& f = at(project, function);
  const QString handler = qs(f.handler);
  const qsizetype dot = handler.lastIndexOf(u'.');
  if (dot <= 0) return Words::tr("What Lambda calls for every request.");
  return Words::tr("For every request Lambda calls %1 in the file %2.")
      .arg(handler.mid(dot + 1), handler.left(dot));
}

QString architectureEffect(const Project& project, std::size_t function) {
  const Function& f = at(project, function);
  const auto oneGbHour = [](const QString& item) { return money(priceOf(item, 3'600, 1)); };
  return Words::tr("A GB of memory in use for an hour costs %1 on %2 and %3 on %4.")
      .arg(oneGbHour(computeItem(f)),
           f.architecture == project::Architecture::Arm64 ? QStringLiteral("arm64")
                                                          : QStringLiteral("x86_64"),
           oneGbHour(f.architecture == project::Architecture::Arm64
                         ? QStringLiteral("compute-x86_64")
                         : QStringLiteral("compute-arm64")),
           f.architecture == project::Architecture::Arm64 ? QStringLiteral("x86_64")
                                                          : QStringLiteral("arm64"));
}

QString reservedEffect(const Project& project, std::size_t function) {
  const Function& f = at(project, function);
  const std::int64_t left = project::unreservedLeft(project);
  const std::int64_t account = project.account.concurrentExecutions;
  if (!f.reserved)
    return Words::tr(
               "Shares the %1 of %2 that no function has reserved, with every other function "
               "that reserves none.")
        .arg(count(left), count(account));
  if (*f.reserved == 0)
    return Words::tr("0 switches the function off: every request is throttled (429).");
  return Words::tr(
             "%1 of %2 taken from the account, %3 left; at least %4 must stay unreserved. Up "
             "to %5 requests a second (%6 for each).")
      .arg(count(*f.reserved), count(account), count(left), count(project::kMinimumUnreserved),
           count(std::int64_t{*f.reserved} * project::kRequestsPerConcurrency),
           count(project::kRequestsPerConcurrency));
}

QString provisionedEffect(const Project& project, std::size_t function) {
  const Function& f = at(project, function);
  if (!f.provisioned || *f.provisioned == 0)
    return Words::tr(
        "None: an environment is started when a request needs one, and that request "
        "waits for its init.");
  const bool arm = f.architecture == project::Architecture::Arm64;
  constexpr std::int64_t kHourMillis = 3'600'000;
  const Money hour = priceOf(
      arm ? QStringLiteral("provisioned-arm64") : QStringLiteral("provisioned-x86_64"),
      std::int64_t{*f.provisioned} * f.memory.mb * kHourMillis, observe::kMbMillisPerGbSecond);
  return Words::tr(
             "%1 environments are kept initialised for %2 requests a second, at %3 an hour "
             "whether they are used or not. What exceeds them starts cold.")
      .arg(count(*f.provisioned),
           count(std::int64_t{*f.provisioned} * project::kRequestsPerConcurrency), money(hour));
}

QString aliasEffect(const Project& project, std::size_t function) {
  const Function& f = at(project, function);
  if (f.alias.empty())
    return Words::tr(
        "No version is published; requests go to $LATEST, which cannot be "
        "provisioned.");
  return Words::tr("Every deployment publishes a version, and %1 points to it.").arg(qs(f.alias));
}

QString retriesEffect(const Project& project, std::size_t function) {
  switch (at(project, function).maximumRetryAttempts) {
    case 0:
      return Words::tr("A failing event is tried once.");
    case 1:
      return Words::tr("A failing event is tried twice: at once and after 1 minute.");
    default:
      return Words::tr(
          "A failing event is tried three times: at once, after 1 minute and after 2 "
          "more.");
  }
}

QString eventAgeEffect(const Project& project, std::size_t function) {
  return Words::tr(
             "A throttled event goes back to the queue and is tried again for up to %1, then "
             "dropped.")
      .arg(spoken(at(project, function).maximumEventAge));
}

QString deadLetterEffect(const Project& project, std::size_t function) {
  const Function& f = at(project, function);
  if (!f.deadLetterTarget.empty())
    return Words::tr("An event that fails for good goes to %1, as it was.")
        .arg(qs(f.deadLetterTarget));
  if (!f.onFailure.empty()) return Words::tr("None: only the destination below is told.");
  return Words::tr("None: an event that fails for good is lost without a trace.");
}

QString onFailureEffect(const Project& project, std::size_t function) {
  const std::string& target = at(project, function).onFailure;
  return target.empty()
             ? Words::tr("None: nobody is told which event failed for good, and why.")
             : Words::tr(
                   "A record of each event that fails for good goes to %1: the event, the "
                   "answer, and how often it was tried.")
                   .arg(qs(target));
}

QString onSuccessEffect(const Project& project, std::size_t function) {
  const std::string& target = at(project, function).onSuccess;
  return target.empty()
             ? Words::tr("None: what the handler answers to an event is heard by nobody.")
             : Words::tr(
                   "A record of each event that succeeds goes to %1, with the handler's "
                   "answer.")
                   .arg(qs(target));
}

QString logFormatEffect(const Project& project, std::size_t function) {
  return at(project, function).logFormat == project::LogFormat::Json
             ? Words::tr(
                   "Every line is a JSON object, and the two levels below decide which are "
                   "written.")
             : Words::tr("Plain lines: START, END and REPORT, and what the handler prints.");
}

QString logLevelEffect(const Project& project, std::size_t function) {
  return at(project, function).logFormat == project::LogFormat::Json
             ? QString()
             : Words::tr("Levels need the JSON format.");
}

QString logGroupEffect(const Project& project, std::size_t function) {
  const Function& f = at(project, function);
  return f.logGroup.empty() ? Words::tr("Lambda writes to /aws/lambda/%1.").arg(qs(f.name))
                            : Words::tr("A group of its own may be shared by several functions.");
}

QString cpuShareEffect(const Project& project, std::size_t function) {
  const Function& f = at(project, function);
  return Words::tr(
             "The part of the work that waits for the processor and takes longer below 1 769 "
             "MB: a typical %1 becomes %2 at %3 MB.")
      .arg(spoken(Duration::micros(middle(f.work.duration))), spoken(typicalDuration(f)),
           count(f.memory.mb));
}

QString errorRateEffect(const Project& project, std::size_t function) {
  const std::int64_t ppm = at(project, function).work.errorRatePpm;
  if (ppm == 0) return Words::tr("No invocation ends in a handler error.");
  return Words::tr("About %1 of 10 000 invocations end in a handler error.")
      .arg(decimal(ppm * 10, ppm % 100 == 0 ? 0 : 2));
}

QString memoryUsedEffect(const Project& project, std::size_t function) {
  const Function& f = at(project, function);
  return Words::tr("What REPORT shows as Max Memory Used; %1 of %2 MB here.")
      .arg(count(middle(f.work.maxMemoryUsed)), count(f.memory.mb));
}

QString idleEffect(const Project& project, std::size_t function) {
  return distributionEffect(at(project, function).idleTimeout) + u' ' +
         Words::tr("AWS does not say how long it keeps an idle environment.");
}

QString maximumAgeEffect(const Project& project, std::size_t function) {
  const project::Distribution& age = at(project, function).maximumAge;
  if (age.kind == project::Distribution::Kind::Constant && age.a == 0)
    return Words::tr("Environments are not replaced for their age.");
  return distributionEffect(age) + u' ' +
         Words::tr("AWS replaces environments now and then; it does not say when.");
}

QString accountEffect(const Project& project, std::size_t /*function*/) {
  const std::int64_t all = project.account.concurrentExecutions;
  return Words::tr(
             "At most %1 environments of all functions are busy at once, and %2 of them are "
             "not reserved. A synchronous caller gets up to %3 requests a second.")
      .arg(count(all), count(project::unreservedLeft(project)),
           count(all * project::kRequestsPerConcurrency));
}

}  // namespace coldstart::configuration
