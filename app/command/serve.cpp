// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/serve.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSocketNotifier>
#include <QTextStream>
#include <csignal>
#include <optional>

#include <unistd.h>

#include "app/command/options.h"
#include "app/command/read_project.h"
#include "app/workbench/say.h"
#include "core/live/invoke_endpoint.h"

namespace coldstart::command {
namespace {

const char* const kHelp =
    "usage: coldstart serve PROJECT [--port N] [--set PATH=VALUE]... [--network] [--fast]\n"
    "                       [--attach [FUNCTION]] [--attach-port N] [--deadline]\n\n"
    "Answers Lambda's Invoke API on 127.0.0.1 until it is interrupted, running the functions' own "
    "code:\n\n"
    "    aws lambda invoke --endpoint-url http://127.0.0.1:PORT --function-name Hello out.json\n\n"
    "  --port N  default: a free one, which is printed\n"
    "  --network  handlers in a sandbox have the machine's network; without it, none\n"
    "  --fast     interpreters are started ahead, so that cold starts are shorter than Lambda's\n"
    "  --attach  requests for this function, or for all, wait for a process that you start "
    "yourself,\n"
    "            in a debugger for example; what to start it with is printed on standard error\n"
    "  --attach-port N  where it attaches; default: a free one\n"
    "  --deadline  a time-out ends what an attached process works on; without it, none does\n";

std::optional<ushort> portOf(const Options& options, const char* name, QTextStream& err) {
  bool isPort = true;
  const ushort port =
      options.value(QLatin1String(name)).value_or(QStringLiteral("0")).toUShort(&isPort);
  if (isPort) return port;
  err << "coldstart: --" << name << " is a number from 0 to 65535.\n";
  return std::nullopt;
}

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

/// What --attach asks for.
struct Attach {
  bool wanted = false;
  QString function;  ///< "" is all of them.
};

/// Takes "--attach", "--attach=Hello" or "--attach Hello" out of the words; the project is one too.
Attach takeAttach(QStringList& arguments) {
  for (qsizetype i = 0; i < arguments.size(); ++i) {
    const QString word = arguments[i];
    const bool named = word.startsWith(QStringLiteral("--attach="));
    if (!named && word != QStringLiteral("--attach")) continue;
    arguments.removeAt(i);
    if (named) return {true, word.mid(9)};
    const QStringList others = arguments.mid(0, i) + arguments.mid(i + 1);
    const auto words = readOptions(others);
    const bool isName =
        i < arguments.size() && !arguments[i].startsWith(u'-') && words && words->words.size() == 1;
    return {true, isName ? arguments.takeAt(i) : QString()};
  }
  return {};
}

/// Opens the port for the developer's processes, and says how to start them. False: it cannot.
bool openForAttaching(live::LiveHost& host, const project::Project& project, const Attach& attach,
                      const live::Attaching& how, QTextStream& err) {
  live::Attaching attaching = how;
  for (const project::Function& function : project.functions) {
    const bool waits = attach.function.isEmpty() || qs(function.name) == attach.function ||
                       qs(function.id) == attach.function;
    attaching.waits.push_back(waits);
  }
  host.setAttaching(attaching);
  const live::AttachPoint& point = *host.attachPoint();
  if (point.port() == 0) {
    err << "coldstart: port " << how.port << " cannot be had: " << point.error() << ".\n";
    return false;
  }
  for (std::size_t i = 0; i < project.functions.size(); ++i) {
    err << qs(project.functions[i].name) << ": AWS_LAMBDA_RUNTIME_API=" << point.address(i)
        << (attaching.waits[i] ? ", and its requests wait for that process\n" : "\n");
  }
  err.flush();
  QObject::connect(&point, &live::AttachPoint::ready, &host, [&](std::size_t function) {
    err << "A process is attached to " << qs(project.functions[function].name) << ".\n";
    err.flush();
  });
  return true;
}

}  // namespace

int serve(const QStringList& given, QTextStream& out, QTextStream& err) {
  QStringList arguments = given;
  const bool network = arguments.removeAll(QStringLiteral("--network")) > 0;
  const bool fast = arguments.removeAll(QStringLiteral("--fast")) > 0;
  const bool deadline = arguments.removeAll(QStringLiteral("--deadline")) > 0;
  const Attach attach = takeAttach(arguments);
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
                 {QStringLiteral("port"), QStringLiteral("set"), QStringLiteral("attach-port")},
                 err)) {
    return kWrongInput;
  }
  if (options->words.size() != 1) {
    err << "coldstart: serve needs one project, a folder or its template file.\n";
    return kWrongInput;
  }
  const auto port = portOf(*options, "port", err);
  const auto attachPort = portOf(*options, "attach-port", err);
  if (!port || !attachPort) return kWrongInput;
  const auto project = readProject(options->words.first(), *options, err);
  if (!project) return kWrongInput;
  if (!attach.function.isEmpty() && !project->functionNamed(attach.function.toStdString())) {
    err << "coldstart: the project has no function " << attach.function << ".\n";
    return kWrongInput;
  }
  const QFileInfo place(options->words.first());
  live::LiveHost host(
      *project,
      {.folder = place.isDir() ? place.absoluteFilePath() : place.absolutePath(),
       .walls = live::availableWalls(network ? live::Network::Allowed : live::Network::Cut),
       .seed = project->seed,
       .fast = fast});
  const live::Attaching how{.port = *attachPort, .waits = {}, .deadlineWaits = !deadline};
  if (attach.wanted && !openForAttaching(host, *project, attach, how, err)) return kFailed;
  if (!attach.wanted) {
    for (std::size_t i = 0; i < project->functions.size(); ++i) host.startAhead(i);
  }
  const live::InvokeEndpoint endpoint(*project, host, *port);
  if (endpoint.address().isEmpty()) {
    err << "coldstart: port " << *port << " cannot be had: " << endpoint.error() << ".\n";
    return kFailed;
  }
  endWhenInterrupted(&host);
  out << endpoint.address() << '\n';
  out.flush();
  QCoreApplication::exec();
  return kDone;
}

}  // namespace coldstart::command
