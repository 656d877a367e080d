// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the last press of Test brought: the answer that the caller got, the figures of the request
// and, live, the end of its log. In simulated mode the answer is declared, not computed, and the
// pane says so. Used by TestEventPage.

#include <QWidget>

#include "core/observe/run_index.h"

class QLabel;
class QPlainTextEdit;

namespace coldstart::event {

class TestResult : public QWidget {
  Q_OBJECT
 public:
  explicit TestResult(QWidget* parent = nullptr);
  void show(const observe::RunIndex& index, journal::AttemptIndex attempt,
            const std::string& declaredResponse);
  /// What to know of a live result: where it ran, and what did not run.
  void setLiveNote(const QString& sentences) { m_liveNote = sentences; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void restyle();
  void fitTexts();
  QLabel* m_status;
  QLabel* m_figures;
  QLabel* m_origin;
  QPlainTextEdit* m_payload;
  QLabel* m_logCaption;
  QPlainTextEdit* m_log;
  QString m_liveNote;
  bool m_failed = false;
};

}  // namespace coldstart::event
