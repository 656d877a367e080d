// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/explain.h"

#include <QTextStream>

#include "app/command/options.h"
#include "app/command/read_project.h"
#include "app/workbench/say.h"
#include "core/observe/explain.h"

namespace coldstart::command {
namespace {

const char* const kHelp =
    "usage: coldstart explain PROJECT [--request N [--try N] | --environment N]\n"
    "                 [--scenario NAME] [--seed N] [--until DURATION]\n"
    "                 [--window FROM..TO] [--set PATH=VALUE]...\n\n"
    "Runs a scenario (default: the project's first) and says why request N or environment N went "
    "as it\ndid; without a number, what there is to see in the run. Numbers begin at 1, as in the "
    "window.\nA request that was tried several times is explained by its first try, or by --try.\n";

/// The number of a thing that the run has, from 0; nothing when it has none such.
std::optional<std::uint32_t> numberIn(const QString& text, std::size_t count, const char* what,
                                      QTextStream& err) {
  bool ok = false;
  const qulonglong number = text.toULongLong(&ok);
  if (ok && number >= 1 && number <= count) return static_cast<std::uint32_t>(number - 1);
  err << "coldstart: there is no " << what << " \"" << text << "\": there are " << count
      << ", numbered from 1.\n";
  return std::nullopt;
}

std::optional<observe::Explanation> explanation(const observe::RunIndex& index,
                                                const Options& options, QTextStream& err) {
  if (const auto text = options.value(QStringLiteral("request"))) {
    const auto request =
        numberIn(*text, static_cast<std::size_t>(index.run().requests), "request", err);
    if (!request) return std::nullopt;
    const auto attempts = index.attemptsOfRequest(*request);
    const auto wanted = options.value(QStringLiteral("try"));
    const auto number = attempts.empty() || !wanted
                            ? std::optional<std::uint32_t>(0)
                            : numberIn(*wanted, attempts.size(), "try", err);
    if (!number) return std::nullopt;
    if (!attempts.empty()) return observe::explainAttempt(index, attempts[*number]);
    err << "coldstart: there is no record of request " << *text << ". Use --window FROM..TO with a "
        << "part of the run's time that it is in.\n";
    return std::nullopt;
  }
  if (const auto text = options.value(QStringLiteral("environment"))) {
    const auto number =
        numberIn(*text, index.run().journal.environments.size(), "environment", err);
    if (!number) return std::nullopt;
    return observe::explainEnvironment(index, *number);
  }
  return observe::explainRun(index);
}

}  // namespace

int explain(const QStringList& arguments, QTextStream& out, QTextStream& err) {
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
                 {QStringLiteral("request"), QStringLiteral("try"), QStringLiteral("environment"),
                  QStringLiteral("scenario"), QStringLiteral("seed"), QStringLiteral("until"),
                  QStringLiteral("set"), QStringLiteral("window")},
                 err))
    return kWrongInput;
  if (options->words.size() != 1) {
    err << "coldstart: explain needs one project, a folder or its template file.\n";
    return kWrongInput;
  }
  const auto project = readProject(options->words.first(), *options, err);
  if (!project) return kWrongInput;
  const auto index = simulated(*project, *options, err);
  if (!index) return kWrongInput;
  const auto why = explanation(*index, *options, err);
  if (!why) return kWrongInput;
  out << qs(observe::asText(*why)) << '\n';
  return kDone;
}

}  // namespace coldstart::command
