// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/command_line.h"

#include <QCoreApplication>
#include <QTextStream>
#include <array>

#include "app/command/compare.h"
#include "app/command/explain.h"
#include "app/command/fidelity.h"
#include "app/command/fit.h"
#include "app/command/generate_event.h"
#include "app/command/invoke.h"
#include "app/command/logs.h"
#include "app/command/match_event.h"
#include "app/command/options.h"
#include "app/command/package.h"
#include "app/command/profile.h"
#include "app/command/schedule.h"
#include "app/command/screenshot.h"
#include "app/command/serve.h"
#include "app/command/simulate.h"
#include "app/command/sweep.h"

namespace coldstart::command {
namespace {

struct Command {
  const char* name;
  int (*run)(const QStringList&, QTextStream&, QTextStream&);  ///< Null: not in this version.
  const char* summary;
};

constexpr std::array kCommands{
    Command{"simulate", simulate, "run a scenario and report what happened"},
    Command{"explain", explain, "say why a request or an environment went as it did"},
    Command{"logs", logs, "the log lines of a run"},
    Command{"compare", compare, "run a scenario under several settings, side by side"},
    Command{"sweep", sweep,
            "run a scenario under every combination of settings, as a table or CSV"},
    Command{"invoke", invoke, "run a function's own code, or simulate one invocation"},
    Command{"profile", profile, "measure a function's own code and let the simulator play it"},
    Command{"serve", serve, "answer Lambda's Invoke API on this machine"},
    Command{"package", packageCode, "a function's code as the .zip that Lambda takes"},
    Command{"unpack", unpackCode, "take a deployment package into a project, or make one of it"},
    Command{"generate-event", generateEvent, "write a test event"},
    Command{"schedule", schedule, "the next times of a schedule expression"},
    Command{"match-event", matchEvent, "say whether an event pattern lets an event through"},
    Command{"fidelity", fidelity, "every rule of the service, with its source, mark and test"},
    Command{"fit", fit, "make a work model of measured requests"},
    Command{"screenshot", screenshot, "write a picture of the window in a given state"},
    Command{"policy", nullptr, ""},
    Command{"check", nullptr, ""},
};

const Command* find(const QString& name) {
  for (const Command& command : kCommands) {
    if (name == QLatin1String(command.name)) return &command;
  }
  return nullptr;
}

bool asks(const QString& argument, const char* longForm, const char* shortForm) {
  return argument == QLatin1String(longForm) || argument == QLatin1String(shortForm);
}

void printHelp(QTextStream& out) {
  out << "usage: coldstart [PROJECT]\n"
         "       coldstart COMMAND [ARGUMENTS]\n\n"
         "Opens the window, on PROJECT when one is given (a folder or its template file), or runs "
         "one of\nthese commands without a window:\n\n";
  for (const Command& command : kCommands) {
    if (command.run)
      out << "  " << QString::fromLatin1(command.name).leftJustified(16) << command.summary << '\n';
  }
  out << "\n  --help     this text; \"coldstart COMMAND --help\" says more of one command\n"
         "  --version  the version of the program\n\n"
         "Exit status: 0 done, 1 the answer is no, 2 the input is wrong, 3 the program failed.\n";
}

}  // namespace

bool isCommand(const QStringList& arguments) {
  if (arguments.isEmpty()) return false;
  const QString& first = arguments.first();
  return first.startsWith(u'-') || find(first) != nullptr;
}

int runCommand(const QStringList& arguments, QTextStream& out, QTextStream& err) {
  const QString first = arguments.value(0);
  if (asks(first, "--help", "-h")) {
    printHelp(out);
    return kDone;
  }
  if (asks(first, "--version", "-v")) {
    out << "coldstart " << QCoreApplication::applicationVersion() << '\n';
    return kDone;
  }
  const Command* command = find(first);
  if (!command) {
    err << "coldstart: there is no option or command \"" << first
        << "\". \"coldstart --help\" lists them.\n";
    return kWrongInput;
  }
  if (!command->run) {
    err << "coldstart: \"" << first << "\" comes with a later version.\n";
    return kWrongInput;
  }
  return command->run(arguments.mid(1), out, err);
}

}  // namespace coldstart::command
