// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Two results of Test beside each other: what was sent, the figures, the answer and the log, with
// the lines marked that differ. Stays open while testing goes on; TestResult opens it.

#include <QDialog>
#include <QList>

#include "app/event/kept_result.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace coldstart::event {

class CompareDialog : public QDialog {
  Q_OBJECT
 public:
  explicit CompareDialog(QWidget* parent = nullptr);

  /// The results to choose from, oldest first; `left` and `right` are their places in the list.
  void setResults(const QList<KeptResult>& results, qsizetype left, qsizetype right);

 private:
  void compare();
  void restyle();
  QPlainTextEdit* makeSide(const QString& name);

  QList<KeptResult> m_results;
  QComboBox* m_choices[2];
  QPlainTextEdit* m_sides[2];
  QLabel* m_count;
  QList<int> m_different;  ///< Lines.
};

}  // namespace coldstart::event
