// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/serve.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSocketNotifier>
#include <QTextStream>
#include <csignal>

#include <unistd.h>

#include "app/command/options.h"
#include "app/command/read_project.h"
#include "app/workbench/say.h"
#include "core/live/invoke_endpoint.h"

namespace coldstart::command {
namespace {

const char* const kHelp =
    "usage: coldstart serve PROJECT [--port N] [--set PATH=VALUE]... [--network] [--fast]\n\n"
    "Answers Lambda's Invoke API on 127.0.0.1 until it is interrupted, running the functions' own "
    "code:\n\n"
    "    aws lambda invoke --endpoint-url http://127.0.0.1:PORT --function-name Hello out.json\n\n"
    "  --port N  default: a free one, which is printed\n"
    "  --network  handlers in a sandbox have the machine's network; without it, none\n"
    "  --fast     interpreters are started ahead, so that cold starts are shorter than Lambda's\n";

int g_interrupts[2] = {-1, -1};

void interrupted(int /*signal*/) {
  const char byte = 0;
  [[maybe_unused]] const auto written = ::write(g_interrupts[1], &byte, 1);
}

/// Ends the event loop at Ctrl+C, so that every process of an environment is ended too.
void endWhenInterrupted(QObject* parent) {
  if (::pipe(g_interrupts) != 0) return;
  auto* notifier = new QSocketNotifier(g_interrupts[0], QSocketNotifier::Read, parent);
  QObject::connect(notifier, &QSocketNotifier::activated, parent, [] { QCoreApplication::quit(); });
  std::signal(SIGINT, interrupted);
  std::signal(SIGTERM, interrupted);
}

}  // namespace

int serve(const QStringList& given, QTextStream& out, QTextStream& err) {
  QStringList arguments = given;
  const bool network = arguments.removeAll(QStringLiteral("--network")) > 0;
  const bool fast = arguments.removeAll(QStringLiteral("--fast")) > 0;
  const auto options = readOptions(arguments);
  if (!options) {
    err << "coldstart: " << qs(options.error().english()) << '\n';
    return kWrongInput;
  }
  if (options->help) {
    out << kHelp;
    return kDone;
  }
  if (!onlyKnown(*options, {QStringLiteral("port"), QStringLiteral("set")}, err)) {
    return kWrongInput;
  }
  if (options->words.size() != 1) {
    err << "coldstart: serve needs one project, a folder or its template file.\n";
    return kWrongInput;
  }
  bool isPort = true;
  const ushort port =
      options->value(QStringLiteral("port")).value_or(QStringLiteral("0")).toUShort(&isPort);
  if (!isPort) {
    err << "coldstart: --port is a number from 0 to 65535.\n";
    return kWrongInput;
  }
  const auto project = readProject(options->words.first(), *options, err);
  if (!project) return kWrongInput;
  const QFileInfo place(options->words.first());
  live::LiveHost host(
      *project,
      {.folder = place.isDir() ? place.absoluteFilePath() : place.absolutePath(),
       .walls = live::availableWalls(network ? live::Network::Allowed : live::Network::Cut),
       .seed = project->seed,
       .fast = fast});
  for (std::size_t i = 0; i < project->functions.size(); ++i) host.startAhead(i);
  const live::InvokeEndpoint endpoint(*project, host, port);
  if (endpoint.address().isEmpty()) {
    err << "coldstart: port " << port << " cannot be had: " << endpoint.error() << ".\n";
    return kFailed;
  }
  endWhenInterrupted(&host);
  out << endpoint.address() << '\n';
  out.flush();
  QCoreApplication::exec();
  return kDone;
}

}  // namespace coldstart::command
