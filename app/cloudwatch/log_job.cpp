// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cloudwatch/log_job.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

namespace coldstart::cloudwatch {

namespace {

constexpr std::size_t kChunk = 32'768;  // Lines between two reports: some milliseconds of work.

/// What an exported file gets of lines [from, to).
void appendRows(const observe::LogView& view, const observe::FilterPattern& pattern,
                std::size_t from, std::size_t to, Letters& rows) {
  if (pattern.empty()) return view.append(from, to, observe::LogRow::Timed, rows);
  view.visit(from, to, [&](std::size_t i, const observe::LogLine& line) {
    if (pattern.matches(line.text)) view.append(i, i + 1, observe::LogRow::Timed, rows);
    return true;
  });
}

/// Says something to the job on the window's thread, unless it has been given up by then.
struct Reporter {
  QPointer<LogJob> job;
  std::shared_ptr<std::atomic<bool>> cancelled;

  template <typename What>
  void operator()(What what) const {
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [job = job, cancelled = cancelled, what] {
          if (job && !*cancelled) what(*job);
        },
        Qt::QueuedConnection);
  }
};

}  // namespace

LogJob::~LogJob() {
  cancel();
}

void LogJob::cancel() {
  if (m_cancelled) *m_cancelled = true;
  m_cancelled.reset();
}

LogJob::Flag LogJob::begin() {
  cancel();
  m_cancelled = std::make_shared<std::atomic<bool>>(false);
  return m_cancelled;
}

void LogJob::search(View view, observe::FilterPattern pattern) {
  const Flag cancelled = begin();
  const Reporter report{this, cancelled};
  QThreadPool::globalInstance()->start([view, pattern, cancelled, report] {
    for (std::size_t from = 0; from < view->size() && !*cancelled; from += kChunk) {
      std::vector<std::uint32_t> matches;
      const std::size_t to = std::min(from + kChunk, view->size());
      view->visit(from, to, [&](std::size_t i, const observe::LogLine& line) {
        if (pattern.matches(line.text)) matches.push_back(static_cast<std::uint32_t>(i));
        return true;
      });
      report([matches, to](LogJob& job) { emit job.found(matches, to); });
    }
    report([](LogJob& job) {
      job.m_cancelled.reset();
      emit job.ended({});
    });
  });
}

void LogJob::exportTo(View view, observe::FilterPattern pattern, const QString& path) {
  const Flag cancelled = begin();
  const Reporter report{this, cancelled};
  QThreadPool::globalInstance()->start([view, pattern, path, cancelled, report] {
    QSaveFile file(path);
    bool good = file.open(QIODevice::WriteOnly);
    Letters rows;
    for (std::size_t from = 0; good && from < view->size() && !*cancelled; from += kChunk) {
      const std::size_t to = std::min(from + kChunk, view->size());
      rows.clear();
      appendRows(*view, pattern, from, to, rows);
      const auto size = static_cast<qint64>(rows.size());
      good = file.write(rows.text().data(), size) == size;
      report([to](LogJob& job) { emit job.found({}, to); });
    }
    if (*cancelled) return;  // QSaveFile throws away what it has.
    good = good && file.commit();
    const QString problem =
        good ? QString() : LogJob::tr("%1 could not be written: %2.").arg(path, file.errorString());
    report([problem](LogJob& job) {
      job.m_cancelled.reset();
      emit job.ended(problem);
    });
  });
}

}  // namespace coldstart::cloudwatch
