// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/fit.h"

#include <QFile>
#include <QTextStream>
#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/command/options.h"
#include "app/command/read_project.h"
#include "app/workbench/document.h"
#include "app/workbench/measured_work.h"
#include "app/workbench/say.h"
#include "core/traces/fit.h"

namespace coldstart::command {
namespace {

void usage(QTextStream& out) {
  out << "coldstart fit FILE [--function NAME] [--format NAME]\n"
         "coldstart fit FILE [...] --into PROJECT FUNCTION\n"
         "Makes a work model of measured requests: init, first and later durations, memory, "
         "errors. "
         "Prints\nit as the Work section of a template; how it was made goes to standard error.\n\n"
         "  FILE              REPORT lines (aws logs tail or filter-log-events), the durations or\n"
         "                    memory percentiles of the Azure Functions trace of 2019, its trace "
         "of\n"
         "                    2021, a load balancer's or API's access log, or a CSV with a column\n"
         "                    of durations; - for standard input\n"
         "  --function NAME   only requests of this one, where the file tells them apart: a hash "
         "or\n"
         "                    its beginning, or \"GET /notes\"\n"
         "  --format NAME     Times, Azure2019Durations, Azure2019Memory, Azure2021, Alb,\n"
         "                    ApiGateway or Report; found out when left out\n"
         "  --into PROJECT    writes the model into this project's template, for FUNCTION\n";
}

int complain(const Error& error, QTextStream& err) {
  err << "coldstart: " << qs(error.english()) << '\n';
  return kWrongInput;
}

Result<traces::Fit> fitOf(const QString& path, const Options& options) {
  QFile file(path);
  const bool standard = path == QStringLiteral("-");
  if (standard ? !file.open(stdin, QIODevice::ReadOnly) : !file.open(QIODevice::ReadOnly))
    return Error{"",
                 {"files",
                  SAY("files", "\"%1\" cannot be read: %2."),
                  {path.toStdString(), file.errorString().toStdString()}},
                 ""};
  traces::Fitter fitter(
      path.toStdString(), options.value(QStringLiteral("format")).value_or(QString()).toStdString(),
      options.value(QStringLiteral("function")).value_or(QString()).toStdString());
  QByteArray piece(1024 * 1024, Qt::Uninitialized);
  for (;;) {
    const qint64 count = file.read(piece.data(), piece.size());
    if (count <= 0 || !fitter.feed({piece.constData(), static_cast<std::size_t>(count)})) break;
  }
  return fitter.finish();
}

/// As an edit of the document, which keeps everything else of the template.
int writeInto(const QString& path, const QString& function, const nlohmann::ordered_json& work,
              QTextStream& err) {
  const auto document = Document::open(path);
  if (!document) return complain(document.error(), err);
  auto tree = withWork((*document)->tree(), function.toStdString(), work);
  if (!tree) return complain(tree.error(), err);
  (*document)->setTree(*std::move(tree), QStringLiteral("fit"));
  if (const auto saved = (*document)->save(); !saved) {
    complain(saved.error(), err);
    return kFailed;
  }
  err << "The work of " << function << " is written into " << path << ".\n";
  return kDone;
}

}  // namespace

int fit(const QStringList& arguments, QTextStream& out, QTextStream& err) {
  const auto options = readOptions(arguments);
  if (!options) return complain(options.error(), err);
  if (options->help) {
    usage(out);
    return kDone;
  }
  const QString into = QStringLiteral("into");
  if (!onlyKnown(*options, {QStringLiteral("function"), QStringLiteral("format"), into}, err))
    return kWrongInput;
  const auto project = options->value(into);
  if (options->words.size() != (project ? 2 : 1)) {
    err << (project ? "coldstart: fit --into PROJECT needs a file and a function's name.\n"
                    : "coldstart: fit needs one file.\n");
    return kWrongInput;
  }
  const auto result = fitOf(options->words[0], *options);
  if (!result) return complain(result.error(), err);
  for (const Sentence& note : result->notes) err << qs(note.english()) << '\n';
  const nlohmann::ordered_json work = traces::workOf(*result);
  if (project) return writeInto(*project, options->words[1], work, err);
  out << qs(work.dump(2)) << '\n';
  return kDone;
}

}  // namespace coldstart::command
