// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/deployment_package.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>
#include <filesystem>
#include <optional>

#include "app/workbench/say.h"
#include "core/live/artifacts.h"
#include "core/package/package.h"

namespace coldstart {
namespace {

constexpr QFileDevice::Permissions kPlain = QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                            QFileDevice::ReadGroup | QFileDevice::ReadOther;
constexpr QFileDevice::Permissions kExecutable =
    kPlain | QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther;

Error problem(const char* pattern, const QString& what, const QString& more = {}) {
  return {"", {"package", pattern, {what.toStdString(), more.toStdString()}}, ""};
}

/// Qt makes a link's target absolute; in a package it is what was written.
std::filesystem::path onDisk(const QString& path) {
  return QFile::encodeName(path).toStdString();
}

bool leftOut(const QString& name) {
  return name == QStringLiteral(".git") || name == QStringLiteral("__pycache__");
}

Result<package::File> readFile(const QFileInfo& entry, const QString& path, qint64 left) {
  package::File read{.path = path.toStdString(), .kind = package::Kind::Plain, .bytes = {}};
  if (entry.isSymLink()) {
    read.kind = package::Kind::Link;
    std::error_code ignored;  // A link that cannot be read points nowhere, and is refused as such.
    read.bytes = std::filesystem::read_symlink(onDisk(entry.filePath()), ignored).string();
    return read;
  }
  QFile file(entry.filePath());
  if (!entry.isFile() || !file.open(QIODevice::ReadOnly))
    return problem(SAY("package", "\"%1\" cannot be read: %2."), entry.filePath(),
                   entry.isFile() ? file.errorString() : QStringLiteral("it is not a file"));
  if (file.size() > left) return package::tooLarge();
  read.bytes = file.readAll().toStdString();
  if (entry.isExecutable()) read.kind = package::Kind::Executable;
  return read;
}

/// Adds everything below `folder`; `inside` is its path in the package, with a final slash.
std::optional<Error> collect(const QDir& folder, const QString& inside,
                             std::vector<package::File>& files, qint64& left) {
  const auto entries =
      folder.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
  for (const QFileInfo& entry : entries) {
    if (leftOut(entry.fileName())) continue;
    const QString path = inside + entry.fileName();
    if (entry.isDir() && !entry.isSymLink()) {
      if (auto error = collect(QDir(entry.filePath()), path + u'/', files, left)) return error;
      continue;
    }
    auto file = readFile(entry, path, left);
    if (!file) return file.error();
    left -= static_cast<qint64>(file->bytes.size());
    files.push_back(*std::move(file));
  }
  return std::nullopt;
}

Result<bool> writeFile(const package::File& file, const QDir& folder) {
  const QString path = folder.filePath(qs(file.path));
  QDir().mkpath(QFileInfo(path).absolutePath());
  const auto size = static_cast<qint64>(file.bytes.size());
  if (file.kind == package::Kind::Link) {
    std::error_code error;
    std::filesystem::create_symlink(onDisk(qs(file.bytes)), onDisk(path), error);
    if (!error) return true;
    return problem(SAY("package", "\"%1\" cannot be written: %2. Nothing was imported."), path,
                   QString::fromStdString(error.message()));
  }
  QFile out(path);
  if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
      out.write(file.bytes.data(), size) != size || !out.flush() ||
      !out.setPermissions(file.kind == package::Kind::Executable ? kExecutable : kPlain))
    return problem(SAY("package", "\"%1\" cannot be written: %2. Nothing was imported."), path,
                   out.errorString());
  return true;
}

/// Puts `fresh` in the place of `folder`; what was there comes back when that fails.
bool takePlace(const QString& fresh, const QString& folder, const QString& aside) {
  const bool isThere = QFileInfo::exists(folder);
  if (isThere && !QDir().rename(folder, aside)) return false;
  if (QDir().rename(fresh, folder)) return true;
  if (isThere) QDir().rename(aside, folder);
  return false;
}

bool isEmptyOrMissing(const QString& folder) {
  const QFileInfo info(folder);
  return !info.exists() ||
         (info.isDir() && QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System |
                                               QDir::NoDotAndDotDot));
}

Result<Unpacked> writeFiles(const std::vector<package::File>& files, const QString& folder) {
  const QString target = QDir::cleanPath(QDir().absoluteFilePath(folder));
  const QString parent = QFileInfo(target).absolutePath();
  if (!QDir().mkpath(parent))
    return problem(SAY("package", "The folder \"%1\" cannot be made here."), parent);
  // On the same file system, so that the finished folder takes its place at once or not at all.
  QTemporaryDir place(parent + QStringLiteral("/.coldstart-import-XXXXXX"));
  if (!place.isValid())
    return problem(SAY("package", "\"%1\" cannot be written: %2. Nothing was imported."), parent,
                   place.errorString());
  const QDir fresh(place.filePath(QStringLiteral("new")));
  QDir().mkpath(fresh.path());
  Unpacked unpacked;
  for (const package::File& file : files) {
    if (auto written = writeFile(file, fresh); !written) return written.error();
    unpacked.files << qs(file.path);
    unpacked.unzippedBytes += static_cast<std::int64_t>(file.bytes.size());
  }
  if (!takePlace(fresh.path(), target, place.filePath(QStringLiteral("old"))))
    return problem(SAY("package",
                       "The new code cannot take the place of \"%1\". The folder is as "
                       "it was; close what uses it and try again."),
                   target);
  return unpacked;
}

Result<std::vector<package::File>> filesOf(const QByteArray& zip) {
  return package::filesIn({zip.constData(), static_cast<std::size_t>(zip.size())});
}

QString codeFolderOf(const QString& projectFolder, const project::Function& function) {
  return QDir::cleanPath(QDir(projectFolder).absoluteFilePath(qs(function.codeUri)));
}

}  // namespace

Result<DeploymentPackage> packageOf(const QString& codeFolder) {
  if (!QFileInfo(codeFolder).isDir())
    return problem(SAY("package",
                       "The code folder \"%1\" is not there, so there is nothing to put into a "
                       "package. CodeUri in the template names it."),
                   codeFolder);
  std::vector<package::File> files;
  qint64 left = package::mostUnzipped();
  if (auto error = collect(QDir(codeFolder), {}, files, left)) return *std::move(error);
  DeploymentPackage made;
  made.files = static_cast<std::int64_t>(files.size());
  for (const package::File& file : files)
    made.unzippedBytes += static_cast<std::int64_t>(file.bytes.size());
  const auto zip = package::zipOf(std::move(files));
  if (!zip) return zip.error();
  made.zip = QByteArray::fromStdString(*zip);
  return made;
}

bool needsBuild(const QString& projectFolder, const project::Function& function) {
  return live::buildMethodOf(function, codeFolderOf(projectFolder, function)) !=
         live::BuildMethod::None;
}

Result<DeploymentPackage> packageOf(const QString& projectFolder, const project::Function& function,
                                    live::Network network) {
  QString folder = codeFolderOf(projectFolder, function);
  if (QFileInfo(folder).isDir() && needsBuild(projectFolder, function)) {
    const auto built = live::codeToDeploy(function, projectFolder, live::availableWalls(network));
    if (!built) return built.error();
    folder = *built;
  }
  const QFileInfo bootstrap(QDir(folder).filePath(QStringLiteral("bootstrap")));
  if (function.runtime.starts_with("provided") && QFileInfo(folder).isDir()) {
    if (!bootstrap.isFile())
      return problem(SAY("package",
                         "A custom runtime starts the file \"bootstrap\", and \"%1\" has none. "
                         "Build it there first."),
                     folder);
    if (!bootstrap.isExecutable())
      return problem(SAY("package",
                         "Lambda could not start \"%1\": it is not executable. Set its permission "
                         "with chmod +x."),
                     bootstrap.filePath());
  }
  return packageOf(folder);
}

Result<DeploymentPackage> writePackage(const QString& file, const QString& projectFolder,
                                       const project::Function& function, live::Network network) {
  if (QFileInfo(file).absoluteFilePath().startsWith(codeFolderOf(projectFolder, function) + u'/'))
    return problem(SAY("package",
                       "\"%1\" lies in the code folder, so the next package would hold this one. "
                       "Write it somewhere else."),
                   file);
  auto made = packageOf(projectFolder, function, network);
  if (!made) return made;
  QSaveFile out(file);
  if (!out.open(QIODevice::WriteOnly) || out.write(made->zip) != made->zip.size() || !out.commit())
    return problem(SAY("package", "The package \"%1\" cannot be written: %2."), file,
                   out.errorString());
  return made;
}

Result<QByteArray> readPackage(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return problem(SAY("package", "\"%1\" cannot be read: %2."), path, file.errorString());
  if (file.size() > package::mostUnzipped()) return package::tooLarge();
  return file.readAll();
}

QString codeSha256(const QByteArray& zip) {
  return QString::fromLatin1(QCryptographicHash::hash(zip, QCryptographicHash::Sha256).toBase64());
}

Result<Unpacked> unpack(const QByteArray& zip, const QString& folder, Existing existing) {
  if (existing == Existing::Refuse && !isEmptyOrMissing(folder))
    return problem(SAY("package",
                       "\"%1\" already has files, and they were left as they are. Allow that "
                       "they are replaced (--replace), or choose another folder."),
                   folder);
  const auto files = filesOf(zip);
  if (!files) return files.error();
  return writeFiles(*files, folder);
}

Result<Unpacked> unpack(const QByteArray& zip, const QString& projectFolder,
                        const project::Function& function, Existing existing) {
  const QString folder = codeFolderOf(projectFolder, function);
  const QString project = QDir::cleanPath(QDir(projectFolder).absolutePath());
  // The project's own folder holds the template, and what is outside belongs to someone else.
  if (!folder.startsWith(project + u'/'))
    return problem(SAY("package",
                       "The code of \"%1\" has no folder of its own inside the project. Name one "
                       "in CodeUri first."),
                   qs(function.id));
  return unpack(zip, folder, existing);
}

}  // namespace coldstart
