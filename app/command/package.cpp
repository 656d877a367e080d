// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/package.h"

#include <QDir>
#include <QFileInfo>
#include <QTextStream>

#include "app/command/options.h"
#include "app/command/read_project.h"
#include "app/workbench/deployment_package.h"
#include "app/workbench/document.h"
#include "app/workbench/say.h"
#include "core/package/package.h"

namespace coldstart::command {
namespace {

const char* const kPackageHelp =
    "usage: coldstart package PROJECT FUNCTION --out FILE.zip [--network]\n\n"
    "Writes the function's code, everything below its CodeUri, as the .zip that Lambda takes, and "
    "prints its\nsize and its CodeSha256 as AWS computes it. The same code gives the same bytes, "
    "hence the same hash.\nCode that `sam build` would build, by a makefile or javac, is built "
    "first.\nLeft out are .git and __pycache__. Permissions become 0644, or 0755 for "
    "what can be executed.\n\n"
    "  --out FILE.zip  where to write it; a file that is there is replaced\n"
    "  --network       what builds the code has the machine's network; without it, none\n";

const char* const kUnpackHelp =
    "usage: coldstart unpack FILE.zip --into PROJECT FUNCTION [--replace]\n"
    "       coldstart unpack FILE.zip --new FOLDER [--runtime NAME] [--handler NAME]\n\n"
    "Takes a deployment package, such as one downloaded from Lambda, into the folder that the "
    "function's CodeUri\nnames, or makes a new project around it. Refused are paths and links that "
    "leave the folder, encrypted files\nand more than 250 MB unzipped; then nothing is written.\n\n"
    "  --into PROJECT   the project whose FUNCTION gets the code\n"
    "  --replace        the code that is there is deleted and replaced\n"
    "  --new FOLDER     a folder that does not exist yet or is empty\n"
    "  --runtime NAME   of the new function, such as python3.13; by default it follows from a\n"
    "                   lambda_function.py, lambda_function.rb, index.js, index.mjs or bootstrap\n"
    "  --handler NAME   likewise, such as app.handler\n";

int complain(const QString& sentence, QTextStream& err) {
  err << "coldstart: " << sentence << '\n';
  return kWrongInput;
}

int complain(const Error& error, QTextStream& err) {
  return complain(qs(error.english()), err);
}

/// The function and the document that holds it; what is wrong is said on `err`.
struct Chosen {
  std::unique_ptr<Document> document;
  std::size_t function = 0;

  [[nodiscard]] const project::Function& operator*() const {
    return document->project().functions[function];
  }
};
std::optional<Chosen> chosen(const QString& path, const QString& name, QTextStream& err) {
  auto document = Document::open(path);
  if (!document) {
    complain(document.error(), err);
    return std::nullopt;
  }
  const auto function = (*document)->project().functionNamed(name.toStdString());
  if (!function) {
    complain(QStringLiteral("the project has no function \"%1\".").arg(name), err);
    return std::nullopt;
  }
  return Chosen{std::move(*document), *function};
}

void tell(const Unpacked& unpacked, const QString& where, const QByteArray& zip, QTextStream& out) {
  for (const QString& file : unpacked.files) out << file << '\n';
  out << "Files: " << unpacked.files.size() << " in " << where << '\n'
      << "Unzipped size: " << unpacked.unzippedBytes << " bytes\n"
      << "CodeSha256: " << codeSha256(zip) << '\n';
}

int intoNew(const QByteArray& zip, const QString& name, const Options& options, QTextStream& out,
            QTextStream& err) {
  const QString folder = *options.value(QStringLiteral("new"));
  const auto unpacked =
      projectAround(zip, folder,
                    {.functionName = name,
                     .runtime = options.value(QStringLiteral("runtime")).value_or(QString()),
                     .handler = options.value(QStringLiteral("handler")).value_or(QString())});
  if (!unpacked) return complain(unpacked.error(), err);
  tell(*unpacked, QDir(folder).filePath(QStringLiteral("code")), zip, out);
  err << "The new project is in " << folder << ".\n";
  return kDone;
}

int intoFunction(const QByteArray& zip, const Options& options, Existing existing, QTextStream& out,
                 QTextStream& err) {
  const auto to = chosen(*options.value(QStringLiteral("into")), options.words[1], err);
  if (!to) return kWrongInput;
  const auto unpacked = unpack(zip, to->document->folder(), **to, existing);
  if (!unpacked) return complain(unpacked.error(), err);
  tell(*unpacked, qs((**to).codeUri), zip, out);
  return kDone;
}

}  // namespace

int packageCode(const QStringList& given, QTextStream& out, QTextStream& err) {
  QStringList arguments = given;
  const auto network = arguments.removeAll(QStringLiteral("--network")) > 0 ? live::Network::Allowed
                                                                            : live::Network::Cut;
  const auto options = readOptions(arguments);
  if (!options) return complain(options.error(), err);
  if (options->help) {
    out << kPackageHelp;
    return kDone;
  }
  if (!onlyKnown(*options, {QStringLiteral("out")}, err)) return kWrongInput;
  const auto path = options->value(QStringLiteral("out"));
  if (options->words.size() != 2 || !path)
    return complain(
        QStringLiteral("package needs a project, one of its functions and --out FILE.zip."), err);
  const auto from = chosen(options->words[0], options->words[1], err);
  if (!from) return kWrongInput;
  const auto made = writePackage(*path, from->document->folder(), **from, network);
  if (!made) return complain(made.error(), err);
  out << "Files: " << made->files << '\n'
      << "Size: " << made->zip.size() << " bytes\n"
      << "Unzipped size: " << made->unzippedBytes << " bytes\n"
      << "CodeSha256: " << codeSha256(made->zip) << '\n';
  if (made->zip.size() > package::mostUploaded())
    err << "Lambda takes a package of this size only from S3. Uploaded directly: \"Zipped size "
           "must be smaller than "
        << package::mostUploaded() << " bytes\".\n";
  return kDone;
}

int unpackCode(const QStringList& given, QTextStream& out, QTextStream& err) {
  QStringList arguments = given;
  const bool replaces = arguments.removeAll(QStringLiteral("--replace")) > 0;
  const auto options = readOptions(arguments);
  if (!options) return complain(options.error(), err);
  if (options->help) {
    out << kUnpackHelp;
    return kDone;
  }
  const QStringList known{QStringLiteral("into"), QStringLiteral("new"), QStringLiteral("runtime"),
                          QStringLiteral("handler")};
  if (!onlyKnown(*options, known, err)) return kWrongInput;
  const bool isNew = options->value(QStringLiteral("new")).has_value();
  const bool isInto = options->value(QStringLiteral("into")).has_value();
  if (isNew == isInto || options->words.size() != (isInto ? 2 : 1))
    return complain(QStringLiteral("unpack needs a .zip file, and either --into PROJECT FUNCTION "
                                   "or --new FOLDER."),
                    err);
  if (isInto ? options->values.size() > 1 : replaces)
    return complain(isInto ? QStringLiteral("--runtime and --handler go with --new; this function "
                                            "has its own in the template.")
                           : QStringLiteral("--replace goes with --into; a new project replaces "
                                            "nothing."),
                    err);
  const auto zip = readPackage(options->words[0]);
  if (!zip) return complain(zip.error(), err);
  if (isNew)
    return intoNew(*zip, QFileInfo(options->words[0]).completeBaseName(), *options, out, err);
  return intoFunction(*zip, *options, replaces ? Existing::Replace : Existing::Refuse, out, err);
}

}  // namespace coldstart::command
