// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Makes the figures of a run on a worker thread, again and again, as a slider moves: the latest
// question wins. One at a time: a run that answers quickly is let finish and shown, so that the
// picture follows the hand; a slow one is given up for the newer question.

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <atomic>
#include <memory>
#include <optional>

#include "core/observe/figures.h"

namespace coldstart::whatif {

class TrialMaker : public QObject {
  Q_OBJECT
 public:
  struct Order {
    project::Project project;
    project::Scenario scenario;
  };
  using QObject::QObject;
  ~TrialMaker() override;

  void ask(Order order);
  void forget();  ///< What is asked or being made is no longer wanted.
  [[nodiscard]] bool busy() const { return m_cancel != nullptr; }

 signals:
  void busyChanged();
  void made(const coldstart::observe::RunFigures& figures);
  void failed(const QString& sentence);

 private:
  void start(Order order);

  std::shared_ptr<std::atomic<bool>> m_cancel;  ///< Of the run being made.
  std::optional<Order> m_next;
  QElapsedTimer m_since;
};

}  // namespace coldstart::whatif
