// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/code_links.h"

#include <QDir>
#include <QFileInfo>

#include "app/workbench/document.h"
#include "app/workbench/say.h"
#include "core/observe/code_place.h"

namespace coldstart {
namespace {

const QString kTask = QStringLiteral("/var/task/");  // (configuration-envvars: LAMBDA_TASK_ROOT)
constexpr qsizetype kLongestText = 64 * 1024;
constexpr qsizetype kMostLinks = 200;

}  // namespace

QString projectFile(const Document& document, const project::Function& function,
                    const QString& path) {
  const QDir folder(document.folder());
  QString file = path;
  if (path.startsWith(kTask))
    file = folder.filePath(qs(function.codeUri) + u'/' + path.mid(kTask.size()));
  file = folder.relativeFilePath(QDir::cleanPath(file));
  if (file.startsWith(QStringLiteral("../")) || QDir::isAbsolutePath(file)) return {};
  return QFileInfo::exists(folder.filePath(file)) ? file : QString();
}

QList<CodeLink> codeLinks(const Document& document, const project::Function& function,
                          const QString& text) {
  QList<CodeLink> links;
  const QByteArray bytes = QStringView(text).left(kLongestText).toUtf8();
  const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
  const auto units = [&](std::size_t from, std::size_t count) {
    return QString::fromUtf8(view.substr(from, count).data(), static_cast<qsizetype>(count)).size();
  };
  for (const observe::CodePlace& place : observe::codePlaces(view)) {
    if (links.size() == kMostLinks) break;
    const QString file = projectFile(document, function, qs(place.file));
    if (file.isEmpty()) continue;
    links.append(
        {units(0, place.at), units(place.at, place.length), file, place.line, place.innermostLast});
  }
  return links;
}

std::optional<CodeLink> placeOfFailure(const QList<CodeLink>& links) {
  if (links.isEmpty()) return std::nullopt;
  return links.last().innermostLast ? links.last() : links.first();
}

}  // namespace coldstart
