// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Goes through every line of a log view on a worker thread: to find what matches a filter pattern,
// or to write a file. One at a time; starting another or cancel() gives up the one that runs.

#include <QObject>
#include <QString>
#include <atomic>
#include <memory>
#include <vector>

#include "core/observe/logs.h"

namespace coldstart::cloudwatch {

class LogJob : public QObject {
  Q_OBJECT
 public:
  using View = std::shared_ptr<const observe::LogView>;
  using QObject::QObject;
  ~LogJob() override;

  void search(View view, observe::FilterPattern pattern);
  /// Writes "time, tab, line" rows of the lines that match (an empty pattern: all of them) to
  /// `path`, completely or not at all.
  void exportTo(View view, observe::FilterPattern pattern, const QString& path);
  void cancel();
  [[nodiscard]] bool running() const { return m_cancelled != nullptr; }

 signals:
  /// More lines have been looked at; `matches` are those of them that match.
  void found(const std::vector<std::uint32_t>& matches, quint64 looked);
  /// It is done. `problem` is empty when it went well.
  void ended(const QString& problem);

 private:
  using Flag = std::shared_ptr<std::atomic<bool>>;
  Flag begin();
  Flag m_cancelled;  ///< Of the job that runs; null when none does.
};

}  // namespace coldstart::cloudwatch
