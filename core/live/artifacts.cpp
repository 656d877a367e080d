// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/artifacts.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QStandardPaths>
#include <utility>

namespace coldstart::live {
namespace {

QString usualPlace() {
  return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
         QStringLiteral("/coldstart/builds");
}

}  // namespace

Artifacts::Artifacts(Places places, QObject* parent)
    : QObject(parent), m_places(std::move(places)) {
  if (m_places.remembered.isEmpty()) m_places.remembered = usualPlace();
}

Artifacts::~Artifacts() = default;

QString Artifacts::codeOf(const project::Function& function) const {
  return QDir::cleanPath(
      QDir(m_places.project).absoluteFilePath(QString::fromStdString(function.codeUri)));
}

void Artifacts::forget(const std::string& functionId) {
  m_all.erase(functionId);
}

bool Artifacts::make(const project::Function& function) {
  const auto found = m_all.find(function.id);
  if (found != m_all.end()) return found->second.folder.has_value();
  const QString code = codeOf(function);
  Made& made = m_all[function.id];
  if (buildMethodOf(function, code) == BuildMethod::None) {
    made.folder = Result<QString>(code);
    made.asItIs = true;
    return true;
  }
  made.build = std::make_unique<Build>(
      BuildOrder{function, code, m_places.runtime, m_places.remembered, m_places.walls}, this);
  connect(made.build.get(), &Build::finished, this, [this, &made] {
    made.folder = made.build->folder();
    made.printed = made.build->printed();
    // Not here: it is on the stack.
    made.build.release()->deleteLater();
    emit settled();
  });
  made.build->start();
  return false;
}

bool Artifacts::makeAgain(const project::Function& function) {
  const auto found = m_all.find(function.id);
  if (found != m_all.end() && found->second.folder && !found->second.asItIs) {
    const auto& folder = *found->second.folder;
    if (!folder || !QFileInfo::exists(*folder)) m_all.erase(found);
  }
  return make(function);
}

bool Artifacts::isMade(const project::Function& function) const {
  const auto found = m_all.find(function.id);
  if (found != m_all.end()) return found->second.folder && *found->second.folder;
  return buildMethodOf(function, codeOf(function)) == BuildMethod::None;
}

Result<QString> Artifacts::folderOf(const project::Function& function) const {
  const auto found = m_all.find(function.id);
  if (found == m_all.end() || !found->second.folder) return codeOf(function);
  return *found->second.folder;
}

std::vector<std::string> Artifacts::takePrinted(const std::string& functionId) {
  const auto found = m_all.find(functionId);
  if (found == m_all.end() || !found->second.folder) return {};
  if (!*found->second.folder) return found->second.printed;
  return std::exchange(found->second.printed, {});
}

Result<QString> codeToDeploy(const project::Function& function, const QString& projectFolder,
                             Walls walls) {
  const QTemporaryDir runtime;
  if (auto error = unpackRuntime(runtime.path())) return *std::move(error);
  Artifacts artifacts(
      {.project = projectFolder, .runtime = runtime.path(), .remembered = {}, .walls = walls});
  QEventLoop loop;
  QObject::connect(&artifacts, &Artifacts::settled, &loop, &QEventLoop::quit);
  if (!artifacts.make(function)) loop.exec();
  return artifacts.folderOf(function);
}

}  // namespace coldstart::live
