// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A function's code folder into the .zip that Lambda takes, and a .zip into a code folder. Reads
// and writes the disk, and may take seconds: call it on a worker thread.

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <cstdint>

#include "core/base/result.h"
#include "core/live/launch.h"
#include "core/project/function.h"
#include "core/project/template.h"

namespace coldstart {

struct DeploymentPackage {
  QByteArray zip;
  std::int64_t files = 0;
  std::int64_t unzippedBytes = 0;
};

/// Every file below the folder except what version control and Python's cache put there. Links are
/// kept when they stay inside. The same code gives the same bytes.
Result<DeploymentPackage> packageOf(const QString& codeFolder);
/// Whether its code is built before it is packaged, which runs what the project says.
bool needsBuild(const QString& projectFolder, const project::Function& function);
/// The package of a function, built where it must be (with this network), without what Lambda would
/// refuse: a custom runtime needs an executable "bootstrap".
Result<DeploymentPackage> packageOf(const QString& projectFolder, const project::Function& function,
                                    live::Network network = live::Network::Cut);
/// The same, written to a file outside of the code folder; one that is there is replaced.
Result<DeploymentPackage> writePackage(const QString& file, const QString& projectFolder,
                                       const project::Function& function,
                                       live::Network network = live::Network::Cut);
/// The bytes of a .zip on disk.
Result<QByteArray> readPackage(const QString& file);
/// What AWS shows as CodeSha256 of a package with these bytes. (API_FunctionConfiguration)
QString codeSha256(const QByteArray& zip);

enum class Existing : std::uint8_t { Refuse, Replace };
struct Unpacked {
  QStringList files;  ///< Relative to the folder, sorted.
  std::int64_t unzippedBytes = 0;
};
/// The files of a package as the folder, which comes into being. Files that are there already are
/// kept and the package is refused unless `existing` says otherwise; then they are all replaced.
/// When it fails everything is as it was.
Result<Unpacked> unpack(const QByteArray& zip, const QString& folder, Existing existing);
/// The same into the folder that the function's CodeUri names.
Result<Unpacked> unpack(const QByteArray& zip, const QString& projectFolder,
                        const project::Function& function, Existing existing);

struct NewAround {
  QString functionName;
  QString runtime;  ///< Empty: guessed from the package's files.
  QString handler;  ///< Likewise.
};
/// A new project around a package, in a folder that does not exist yet or is empty.
Result<Unpacked> projectAround(const QByteArray& zip, const QString& folder,
                               const NewAround& around);

}  // namespace coldstart
