// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One explanation as widgets: badge, question, answer, figures, rule, what came next, remedies,
// links. Made anew for each explanation and after each change of the theme.

#include <QWidget>

#include "core/observe/explain.h"

class QLabel;
class QVBoxLayout;

namespace coldstart::explain {

class ExplanationView : public QWidget {
  Q_OBJECT
 public:
  explicit ExplanationView(const observe::Explanation& explanation, QWidget* parent = nullptr);

  /// Remedies cannot be tried while a run is being made: greyed out, with the reason.
  void setRemediesAvailable(bool available);

 signals:
  void remedyChosen(int number);
  void linkFollowed(int number);

 private:
  void addHead();
  void addFigures();
  void addMore();
  void addRemedies();
  void addLinks();
  QLabel* addText(const QString& html, const QFont& font, const QColor& ink);
  void addRule();
  observe::Explanation m_explanation;
  QVBoxLayout* m_column;
};

/// The sentence as HTML with its arguments, the numbers that decided, in bold.
QString richText(const Sentence& sentence);
/// The whole explanation as plain text in the user's language, for the clipboard.
QString plainText(const observe::Explanation& explanation);

}  // namespace coldstart::explain
