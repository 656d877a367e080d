// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Large trace files for a document: the window must not wait for them, so a worker reads them, and
// until then the project has an error that says so. Only Document uses it.

#include <QObject>
#include <functional>
#include <set>

#include "app/workbench/file_texts.h"

namespace coldstart {

class LargeTraces {
 public:
  /// What the project's model may ask, as long as both live. `arrived` is called when a large trace
  /// has come.
  project::Files access(const FileTexts& texts);
  std::function<void()> arrived;

 private:
  TraceFiles::Found ask(const FileTexts& texts, const project::TraceSelection& selection);
  QObject m_here;  ///< Receives what workers read while this lives.
  std::set<project::TraceSelection> m_jobs;
};

}  // namespace coldstart
