// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/profile.h"

#include <QEventLoop>
#include <QFile>
#include <QTextStream>

#include <nlohmann/json.hpp>

#include "app/command/options.h"
#include "app/command/read_project.h"
#include "app/workbench/document.h"
#include "app/workbench/measured_work.h"
#include "app/workbench/say.h"

namespace coldstart::command {
namespace {

const char* const kHelp =
    "usage: coldstart profile PROJECT FUNCTION [--event FILE]... [--cold N] [--warm N] "
    "[--print]\n\n"
    "Runs the function's own code on this machine, N times cold and N times warm with each event, "
    "and writes\nwhat was measured into its work model: init, first and later durations, memory, "
    "errors, the lines it\nprints and its answer. The simulator then plays the function as it was "
    "measured. The code runs with your\nrights, inside a sandbox where bubblewrap is installed.\n\n"
    "  --event FILE  an event, JSON; may be given several times (default {})\n"
    "  --cold N      cold starts with each event (default 5)\n"
    "  --warm N      warm invocations with each event (default 20)\n"
    "  --print       print the work model; write nothing\n\n"
    "Exit status 1 when every invocation failed.\n";

constexpr int kMostInvocations = 100'000;

int complain(const QString& sentence, QTextStream& err) {
  err << "coldstart: " << sentence << '\n';
  return kWrongInput;
}

std::optional<int> count(const Options& options, const char* name, int usual) {
  const auto text = options.value(QLatin1String(name));
  if (!text) return usual;
  bool isNumber = false;
  const int value = text->toInt(&isNumber);
  if (!isNumber || value < 0 || value > kMostInvocations) return std::nullopt;
  return value;
}

std::optional<std::vector<std::string>> readEvents(const QStringList& paths, QTextStream& err) {
  std::vector<std::string> events;
  for (const QString& path : paths) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
      complain(QStringLiteral("the event \"%1\" cannot be read: %2.").arg(path, file.errorString()),
               err);
      return std::nullopt;
    }
    events.push_back(file.readAll().toStdString());
    if (nlohmann::json::accept(events.back())) continue;
    complain(QStringLiteral("the event \"%1\" is not JSON.").arg(path), err);
    return std::nullopt;
  }
  if (events.empty()) events.emplace_back("{}");
  return events;
}

live::Profile measure(const Document& document, const live::ProfilePlan& plan, QTextStream& err) {
  QEventLoop loop;
  live::Profile measured;
  live::Profiler profiler(document.project(),
                          {.folder = document.folder(), .walls = live::availableWalls()}, plan);
  QObject::connect(&profiler, &live::Profiler::progress, &loop, [&err](int done, int total) {
    if (done % std::max(1, total / 10) != 0) return;
    err << done << " of " << total << " invocations\n";
    err.flush();
  });
  QObject::connect(&profiler, &live::Profiler::finished, &loop, [&](const live::Profile& profile) {
    measured = profile;
    loop.quit();
  });
  QMetaObject::invokeMethod(&profiler, &live::Profiler::start, Qt::QueuedConnection);
  loop.exec();
  return measured;
}

int write(Document& document, const QString& function, const MeasuredWork& work, QTextStream& err) {
  auto tree = withWork(document.tree(), function.toStdString(), work.settings);
  if (!tree) return complain(qs(tree.error().english()), err);
  document.setTree(*std::move(tree), QStringLiteral("profile"));
  if (const auto saved = document.save(); !saved) {
    complain(qs(saved.error().english()), err);
    return kFailed;
  }
  err << "The work of " << function << " is written into " << document.templatePath() << ".\n";
  return kDone;
}

}  // namespace

int profile(const QStringList& given, QTextStream& out, QTextStream& err) {
  QStringList arguments = given;
  const bool onlyPrints = arguments.removeAll(QStringLiteral("--print")) > 0;
  const auto options = readOptions(arguments);
  if (!options) return complain(qs(options.error().english()), err);
  if (options->help) {
    out << kHelp;
    return kDone;
  }
  const QStringList known{QStringLiteral("event"), QStringLiteral("cold"), QStringLiteral("warm")};
  if (!onlyKnown(*options, known, err)) return kWrongInput;
  if (options->words.size() != 2)
    return complain(QStringLiteral("profile needs a project and one of its functions."), err);
  const auto cold = count(*options, "cold", 5);
  const auto warm = count(*options, "warm", 20);
  if (!cold || !warm || *cold + *warm == 0)
    return complain(QStringLiteral("--cold and --warm are whole numbers, not both 0."), err);
  const auto events = readEvents(options->all(known.first()), err);
  if (!events) return kWrongInput;
  const auto document = Document::open(options->words[0]);
  if (!document) return complain(qs(document.error().english()), err);
  const auto function = (*document)->project().functionNamed(options->words[1].toStdString());
  if (!function)
    return complain(QStringLiteral("the project has no function \"%1\".").arg(options->words[1]),
                    err);
  const live::Profile measured = measure(**document, {*function, *events, *cold, *warm}, err);
  const auto work = measuredWork(measured);
  if (!work) return complain(qs(work.error().english()), err);
  for (const Sentence& note : work->notes) err << qs(note.english()) << '\n';
  err << measured.failed << " of " << measured.invocations << " invocations failed.\n";
  const QString id = qs((*document)->project().functions[*function].id);
  if (onlyPrints)
    out << qs(work->settings.dump(2)) << '\n';
  else if (const int status = write(**document, id, *work, err); status != kDone)
    return status;
  return measured.failed == measured.invocations ? kNo : kDone;
}

}  // namespace coldstart::command
