// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What one press of Test brought, as it is kept for the history: what was sent, what the caller
// got, the figures and, live, the end of the log. Later runs do not change it. Used by TestResult
// and CompareDialog.

#include <QString>
#include <QStringList>
#include <string>

#include "core/observe/run_index.h"

namespace coldstart::event {

struct KeptResult {
  int number = 0;  ///< Counts the presses of this window.
  QString clock;   ///< "15:12:32"
  bool isLive = false;
  bool failed = false;
  bool cold = false;
  project::Function function;  ///< As it was then.
  QString event;               ///< "events/put.json", or "".
  project::InvocationType type = project::InvocationType::RequestResponse;
  std::string sent;  ///< The payload.
  QString requestId;
  QString functionError;
  QString status;    ///< "Status 200  Unhandled"
  QString duration;  ///< "76.74 ms", or "" when nothing ran.
  QStringList figures;
  QString origin;  ///< Where the answer is from.
  QString answer;
  QString log;

  /// "#3 · 15:12:32 · cold · 76.74 ms"
  [[nodiscard]] QString title() const;
};

/// `declaredResponse` is what a simulated handler answers. Number, payload and origin are the
/// caller's to add.
KeptResult readResult(const observe::RunIndex& index, journal::AttemptIndex attempt,
                      const std::string& declaredResponse);

}  // namespace coldstart::event
