// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/large_traces.h"

#include "app/workbench/on_worker.h"
#include "app/workbench/say.h"

namespace coldstart {

project::Files LargeTraces::access(const FileTexts& texts) {
  project::Files files = texts.access();
  files.trace = [this, &texts, small = files.trace](const project::TraceSelection& selection) {
    const bool unsaved = texts.edited.contains(qs(selection.file));
    const bool large = !unsaved && TraceFiles::isLarge(texts.folder, selection);
    return large ? ask(texts, selection) : small(selection);
  };
  return files;
}

TraceFiles::Found LargeTraces::ask(const FileTexts& texts,
                                   const project::TraceSelection& selection) {
  if (auto kept = texts.traces->kept(texts.folder, selection)) return *std::move(kept);
  if (m_jobs.insert(selection).second) {
    onWorker(
        &m_here,
        [folder = texts.folder, selection, traces = texts.traces] {
          traces->keep(folder, selection, TraceFiles::read(folder, selection));
          return selection;
        },
        [this](const project::TraceSelection& done) {
          m_jobs.erase(done);
          arrived();
        });
  }
  return TraceFiles::stillBeingRead(texts.folder, selection);
}

}  // namespace coldstart
