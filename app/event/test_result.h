// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the last press of Test brought: the answer that the caller got, the figures of the request
// and, live, the end of its log. In simulated mode the answer is declared, not computed, and the
// pane says so. Earlier results are kept: to look at, to send again, to compare. Used by
// TestEventPage.

#include <QPointer>
#include <QWidget>

#include "app/event/kept_result.h"
#include "app/workbench/code_links.h"

class QComboBox;
class QLabel;
class QLayout;
class QToolButton;

namespace coldstart::event {

class CompareDialog;
class LinkedText;

class TestResult : public QWidget {
  Q_OBJECT
 public:
  explicit TestResult(const Document& document, QWidget* parent = nullptr);
  void show(const observe::RunIndex& index, journal::AttemptIndex attempt,
            const std::string& declaredResponse, const std::string& sent);
  /// What to know of a live result: where it ran, and what did not run.
  void setLiveNote(const QString& sentences) { m_liveNote = sentences; }

 signals:
  void codeAsked(const QString& file, int line);
  void resendAsked(const coldstart::event::KeptResult& kept);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void restyle();
  void fitTexts();
  QLayout* makeHistory();
  [[nodiscard]] QString originOf(const KeptResult& kept) const;
  void showKept(qsizetype place);
  void link(const KeptResult& kept);
  void openComparison();

  QLabel* m_status;
  QLabel* m_figures;
  QLabel* m_origin;
  QComboBox* m_history;
  QToolButton* m_again;
  QToolButton* m_compare;
  QToolButton* m_place;  ///< Leads to the line that failed.
  LinkedText* m_payload;
  QLabel* m_logCaption;
  LinkedText* m_log;
  const Document& m_document;
  std::optional<CodeLink> m_failedAt;
  QString m_liveNote;
  bool m_failed = false;
  QList<KeptResult> m_kept;  ///< Oldest first.
  qsizetype m_shown = 0;
  int m_presses = 0;
  QPointer<CompareDialog> m_comparison;
};

}  // namespace coldstart::event
