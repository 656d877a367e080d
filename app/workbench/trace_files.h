// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What was read of a project's trace files: kept until the file changes or nothing asks for it any
// more. Files are read in pieces, never whole, because recordings of a gigabyte exist. Document
// reads large ones on a worker thread. Safe to use from several threads.

#include <QDateTime>
#include <QString>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "core/base/result.h"
#include "core/project/scenario.h"

namespace coldstart {

class TraceFiles {
 public:
  using Found = Result<std::shared_ptr<const project::Trace>>;

  /// Reads the file, however long that takes.
  static Found read(const QString& folder, const project::TraceSelection& selection);
  /// The same for a text that is not on the disk.
  static Found readText(const QString& text, const project::TraceSelection& selection);
  /// Whether reading it could be noticed, and the error that stands in for it meanwhile.
  static bool isLarge(const QString& folder, const project::TraceSelection& selection);
  static Found stillBeingRead(const QString& folder, const project::TraceSelection& selection);

  /// What is kept of the file as it is now.
  std::optional<Found> kept(const QString& folder, const project::TraceSelection& selection);
  void keep(const QString& folder, const project::TraceSelection& selection, const Found& found);
  /// Everything that was neither asked for nor kept since the last call is forgotten.
  void forgetOthers();

 private:
  struct Kept {
    QDateTime changed;
    qint64 size = 0;
    Found found;
    bool asked = true;
  };
  std::mutex m_mutex;
  std::map<project::TraceSelection, Kept> m_kept;
};

}  // namespace coldstart
