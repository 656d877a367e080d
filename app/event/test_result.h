// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the last press of Test brought: the answer that the caller got, the figures of the request
// and, live, the end of its log. In simulated mode the answer is declared, not computed, and the
// pane says so. Used by TestEventPage.

#include <QWidget>

#include "app/workbench/code_links.h"
#include "core/observe/run_index.h"

class QLabel;
class QToolButton;

namespace coldstart::event {

class LinkedText;

class TestResult : public QWidget {
  Q_OBJECT
 public:
  explicit TestResult(const Document& document, QWidget* parent = nullptr);
  void show(const observe::RunIndex& index, journal::AttemptIndex attempt,
            const std::string& declaredResponse);
  /// What to know of a live result: where it ran, and what did not run.
  void setLiveNote(const QString& sentences) { m_liveNote = sentences; }

 signals:
  void codeAsked(const QString& file, int line);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void restyle();
  void fitTexts();
  void link(const observe::RunIndex& index, journal::AttemptIndex attempt, const QString& payload,
            const QString& log);
  QLabel* m_status;
  QLabel* m_figures;
  QLabel* m_origin;
  QToolButton* m_place;  ///< Leads to the line that failed.
  LinkedText* m_payload;
  QLabel* m_logCaption;
  LinkedText* m_log;
  const Document& m_document;
  std::optional<CodeLink> m_failedAt;
  QString m_liveNote;
  bool m_failed = false;
};

}  // namespace coldstart::event
