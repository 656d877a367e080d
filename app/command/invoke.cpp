// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/invoke.h"

#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>

#include <nlohmann/json.hpp>

#include "app/command/options.h"
#include "app/command/read_project.h"
#include "app/workbench/say.h"
#include "core/live/live_host.h"
#include "core/observe/log_text.h"
#include "core/simulate/simulate.h"

namespace coldstart::command {
namespace {

const char* const kHelp =
    "usage: coldstart invoke PROJECT FUNCTION [--event FILE|-] [--repeat N]\n"
    "                 [--invocation-type RequestResponse|Event|DryRun] [--log-type None|Tail]\n"
    "                 [--set PATH=VALUE]... [--network] [--simulated]\n\n"
    "Runs the function's own code in a process on this machine and prints its result; the first "
    "time is a\ncold start. The code runs with your rights, inside a sandbox where bubblewrap is "
    "installed.\n\n"
    "  --event FILE       the event, JSON (default {}); - reads standard input\n"
    "  --repeat N         invoke N times, one after the other\n"
    "  --invocation-type  Event answers at once and shows what became of it; DryRun only checks\n"
    "  --log-type Tail    the log, on standard error\n"
    "  --network          the sandbox has the machine's network; without it, none\n"
    "  --simulated        run no code: the work model decides, the response is the declared one\n\n"
    "Exit status 1 when an invocation ended in an error.\n";

struct Plan {
  std::size_t function = 0;
  project::InvocationType type = project::InvocationType::RequestResponse;
  bool dryRun = false;
  bool tail = false;
  live::Network network = live::Network::Cut;
  bool simulated = false;
  int repeat = 1;
  std::string payload = "{}";
};

std::optional<std::string> readEvent(const QString& path, QTextStream& err) {
  QFile file(path);
  const bool opened = path == QStringLiteral("-") ? file.open(stdin, QIODevice::ReadOnly)
                                                  : file.open(QIODevice::ReadOnly);
  if (!opened) {
    err << "coldstart: the event \"" << path << "\" cannot be read: " << file.errorString()
        << ".\n";
    return std::nullopt;
  }
  const std::string text = file.readAll().toStdString();
  if (nlohmann::json::accept(text)) return text;
  err << "coldstart: the event \"" << path << "\" is not JSON. Correct it, or make one with "
      << "\"coldstart generate-event\".\n";
  return std::nullopt;
}

std::optional<Plan> readPlan(const project::Project& project, const Options& options,
                             QTextStream& err) {
  Plan plan;
  const QString name = options.words[1];
  const auto function = project.functionNamed(name.toStdString());
  if (!function) {
    err << "coldstart: the project has no function \"" << name << "\". It has:";
    for (const project::Function& f : project.functions) err << ' ' << qs(f.id);
    err << ".\n";
    return std::nullopt;
  }
  plan.function = *function;
  const QString type =
      options.value(QStringLiteral("invocation-type")).value_or(QStringLiteral("RequestResponse"));
  if (type == QStringLiteral("Event")) plan.type = project::InvocationType::Event;
  plan.dryRun = type == QStringLiteral("DryRun");
  const QString log = options.value(QStringLiteral("log-type")).value_or(QStringLiteral("None"));
  plan.tail = log == QStringLiteral("Tail");
  bool isNumber = true;
  if (const auto text = options.value(QStringLiteral("repeat")))
    plan.repeat = text->toInt(&isNumber);
  if (!isNumber || plan.repeat < 1 || plan.repeat > 1'000'000) {
    err << "coldstart: --repeat is a whole number from 1 to 1000000.\n";
    return std::nullopt;
  }
  if (!plan.dryRun && type != QStringLiteral("RequestResponse") &&
      type != QStringLiteral("Event")) {
    err << "coldstart: --invocation-type is RequestResponse, Event or DryRun, not \"" << type
        << "\".\n";
    return std::nullopt;
  }
  if (!plan.tail && log != QStringLiteral("None")) {
    err << "coldstart: --log-type is None or Tail, not \"" << log << "\".\n";
    return std::nullopt;
  }
  if (const auto path = options.value(QStringLiteral("event"))) {
    const auto text = readEvent(*path, err);
    if (!text) return std::nullopt;
    plan.payload = *text;
  }
  return plan;
}

/// The attempt's log lines, as CloudWatch would hold them.
void writeLog(const observe::RunIndex& index, journal::AttemptIndex attempt, QTextStream& err) {
  const observe::LogText text(index);
  for (const observe::LogSlot& slot : text.linesOf(attempt)) {
    Letters line;
    text.render(attempt, slot, line);
    err << qs(line.text()) << '\n';
  }
}

/// One after the other in real processes; the exit status.
int invokeLive(const project::Project& project, const QString& folder, const Plan& plan,
               QTextStream& out, QTextStream& err) {
  live::LiveHost host(
      project,
      {.folder = folder, .walls = live::availableWalls(plan.network), .seed = project.seed});
  if (plan.tail && live::availableWalls() == live::Walls::Limits) {
    err << "coldstart: bubblewrap is not there or does not work, so the handler runs with resource "
           "limits only, not in a sandbox.\n";
  }
  if (const auto other = live::otherInterpreter(project.functions[plan.function]);
      other && plan.tail)
    err << "coldstart: " << qs(other->english()) << '\n';
  bool failed = false;
  for (int i = 0; i < plan.repeat; ++i) {
    QEventLoop loop;
    live::LiveAnswer answer;
    // An event ends when nobody will try it again.
    QObject::connect(&host, &live::LiveHost::attemptEnded, &loop,
                     [&](journal::AttemptIndex attempt) {
                       answer.attempt = attempt;
                       if (plan.tail) {
                         const observe::RunIndex index(host.snapshot());
                         writeLog(index, attempt, err);
                         err.flush();
                       }
                       const bool retried = host.run()->journal.attempts[attempt].retried;
                       if (plan.type == project::InvocationType::Event && !retried) loop.quit();
                     });
    live::LiveHost::Request request;
    request.function = plan.function;
    request.type = plan.type;
    request.payload = plan.payload;
    bool settled = false;
    request.answered = [&](const live::LiveAnswer& given) {
      answer = given;
      settled = true;
      if (plan.type == project::InvocationType::RequestResponse) loop.quit();
    };
    host.invoke(std::move(request));
    const bool isEvent = plan.type == project::InvocationType::Event;
    if (!settled || (isEvent && host.environments() > 0)) loop.exec();
    const journal::Attempt* attempt =
        answer.attempt == journal::kNone ? nullptr : &host.run()->journal.attempts[answer.attempt];
    failed = failed || answer.status >= 400 ||
             (attempt != nullptr && attempt->ending != journal::Ending::Succeeded);
    if (!isEvent) out << QString::fromStdString(answer.payload) << '\n';
    out.flush();
  }
  return failed ? kNo : kDone;
}

/// The same, each invocation a moment after the one before has ended.
int invokeSimulated(const project::Project& project, const Plan& plan, QTextStream& out,
                    QTextStream& err) {
  project::Scenario scenario;
  scenario.until = Duration::hours(24 * 365);
  project::Load load;
  load.function = plan.function;
  load.type = plan.type;
  Instant next;
  bool failed = false;
  for (int i = 0; i < plan.repeat; ++i) {
    load.arrivals.times.push_back(next);
    scenario.loads = {load};
    const auto run = simulate::simulate(project, scenario);
    if (!run) {
      err << "coldstart: " << qs(run.error().english()) << '\n';
      return kWrongInput;
    }
    const observe::RunIndex index(*run);
    for (journal::AttemptIndex a = 0; a < index.attempts().size(); ++a) {
      const journal::Attempt& attempt = index.attempts()[a];
      if (attempt.request != static_cast<std::uint32_t>(i)) continue;
      next = std::max(next, attempt.ended()) + Duration::millis(1);
      failed = failed || attempt.ending != journal::Ending::Succeeded;
      if (plan.tail) writeLog(index, a, err);
      if (plan.type == project::InvocationType::Event) continue;
      out << QString::fromStdString(
                 observe::callerResult(index, a, project.functions[plan.function].defaultResponse)
                     .payload)
          << '\n';
    }
  }
  return failed ? kNo : kDone;
}

}  // namespace

int invoke(const QStringList& given, QTextStream& out, QTextStream& err) {
  QStringList arguments = given;
  const bool simulated = arguments.removeAll(QStringLiteral("--simulated")) > 0;
  const bool network = arguments.removeAll(QStringLiteral("--network")) > 0;
  const auto options = readOptions(arguments);
  if (!options) {
    err << "coldstart: " << qs(options.error().english()) << '\n';
    return kWrongInput;
  }
  if (options->help) {
    out << kHelp;
    return kDone;
  }
  if (!onlyKnown(*options,
                 {QStringLiteral("event"), QStringLiteral("repeat"), QStringLiteral("log-type"),
                  QStringLiteral("invocation-type"), QStringLiteral("set")},
                 err))
    return kWrongInput;
  if (options->words.size() != 2) {
    err << "coldstart: invoke needs a project and one of its functions.\n";
    return kWrongInput;
  }
  const auto project = readProject(options->words.first(), *options, err);
  if (!project) return kWrongInput;
  auto plan = readPlan(*project, *options, err);
  if (!plan) return kWrongInput;
  if (network) plan->network = live::Network::Allowed;
  if (plan->dryRun) return kDone;
  if (simulated) return invokeSimulated(*project, *plan, out, err);
  const QFileInfo place(options->words.first());
  const QString folder = place.isDir() ? place.absoluteFilePath() : place.absolutePath();
  return invokeLive(*project, folder, *plan, out, err);
}

}  // namespace coldstart::command
