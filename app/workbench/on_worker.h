// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Counting that would hold up the window: done on a worker thread, its result handed to the
// window's.

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>
#include <utility>

namespace coldstart {

/// Runs `work` on a worker thread and `done` with its result on the window's, if the receiver still
/// lives by then. `work` must own all that it reads.
template <typename Work, typename Done>
void onWorker(QObject* receiver, Work work, Done done) {
  const QPointer<QObject> alive(receiver);
  QThreadPool::globalInstance()->start([alive, work, done] {
    auto result = work();
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [alive, done, result = std::move(result)] {
          if (alive) done(result);
        },
        Qt::QueuedConnection);
  });
}

}  // namespace coldstart
