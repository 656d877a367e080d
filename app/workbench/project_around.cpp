// SPDX-License-Identifier: GPL-3.0-or-later
// A new project around a deployment package from elsewhere: its code, and a template whose runtime
// and handler are given or follow from the files' names.
#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "app/workbench/deployment_package.h"
#include "app/workbench/document.h"
#include "app/workbench/say.h"
#include "core/package/package.h"

namespace coldstart {
namespace {

struct Guess {
  const char* file;
  const char* runtime;
  const char* handler;
};

// The names that Lambda's own console gives (foundation-progmodel); bootstrap is what a custom
// runtime must have (runtimes-custom).
constexpr std::array kGuesses{
    Guess{"bootstrap", "provided.al2023", "bootstrap"},
    Guess{"lambda_function.py", "python3.13", "lambda_function.lambda_handler"},
    Guess{"lambda_function.rb", "ruby3.4", "lambda_function.lambda_handler"},
    Guess{"index.mjs", "nodejs22.x", "index.handler"},
    Guess{"index.js", "nodejs22.x", "index.handler"},
    Guess{"index.cjs", "nodejs22.x", "index.handler"},
};

const Guess* guess(const std::vector<package::File>& files) {
  for (const Guess& one : kGuesses) {
    if (std::ranges::any_of(files,
                            [&](const package::File& file) { return file.path == one.file; }))
      return &one;
  }
  return nullptr;
}

QString logicalId(const QString& name) {
  QString id;
  bool wordStarts = true;
  for (const QChar c : name) {
    const bool isWord = c.unicode() < 128 && c.isLetterOrNumber();
    if (isWord) id += wordStarts ? c.toUpper() : c;
    wordStarts = !isWord;
  }
  return id.isEmpty() || !id[0].isLetter() ? QStringLiteral("Function") + id : id;
}

std::string templateOf(const QString& id, const QString& runtime, const QString& handler) {
  using Node = nlohmann::ordered_json;
  const Node properties{{"CodeUri", "code/"},
                        {"Handler", handler.toStdString()},
                        {"Runtime", runtime.toStdString()},
                        {"MemorySize", 128},
                        {"Timeout", 3}};
  const Node function{{"Type", "AWS::Serverless::Function"}, {"Properties", properties}};
  return project::writeTemplate(Node{{"AWSTemplateFormatVersion", "2010-09-09"},
                                     {"Transform", "AWS::Serverless-2016-10-31"},
                                     {"Resources", {{id.toStdString(), function}}}});
}

}  // namespace

Result<Unpacked> projectAround(const QByteArray& zip, const QString& folder,
                               const NewAround& around) {
  const auto files = package::filesIn({zip.constData(), static_cast<std::size_t>(zip.size())});
  if (!files) return files.error();
  const Guess* guessed = guess(*files);
  const bool needsGuess = around.runtime.isEmpty() || around.handler.isEmpty();
  if (!guessed && needsGuess)
    return Error{"",
                 {"package",
                  SAY("package",
                      "What starts this package does not follow from its files: it has no "
                      "lambda_function.py, index.js, index.mjs or bootstrap. Name its runtime "
                      "and its handler."),
                  {}},
                 ""};
  const QString runtime =
      around.runtime.isEmpty() ? QLatin1String(guessed->runtime) : around.runtime;
  const QString handler =
      around.handler.isEmpty() ? QLatin1String(guessed->handler) : around.handler;
  const bool wasThere = QFileInfo::exists(folder);
  const auto made = Document::create(
      folder, {{"template.json", templateOf(logicalId(around.functionName), runtime, handler)}});
  if (!made) return made.error();
  auto unpacked = unpack(zip, QDir(folder).filePath(QStringLiteral("code")), Existing::Refuse);
  if (!unpacked) {
    QFile::remove(QDir(folder).filePath(QStringLiteral("template.json")));
    if (!wasThere) QDir().rmdir(folder);
  }
  return unpacked;
}

}  // namespace coldstart
