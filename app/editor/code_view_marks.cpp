// SPDX-License-Identifier: GPL-3.0-or-later
// Breakpoints in the margin, and the line in which the debugger holds the handler.

#include "app/editor/code_marks.h"
#include "app/editor/code_view.h"
#include "app/theme/theme.h"

namespace coldstart::editor {

using theme::Role;

void CodeView::defineMarks() {
  markerDefine(Circle, kBreakpointMark);
  markerDefine(RightArrow, kHeldMark);
  setMarkerForegroundColor(theme::color(Role::Error), kBreakpointMark);
  setMarkerBackgroundColor(theme::color(Role::Error), kBreakpointMark);
  setMarkerForegroundColor(theme::color(Role::Accent), kHeldMark);
  setMarkerBackgroundColor(theme::color(Role::Accent), kHeldMark);
  // Over the line of the caret, which is where the handler is held at first.
  indicatorDefine(StraightBoxIndicator, kHeldIndicator);
  setIndicatorForegroundColor(theme::color(Role::Accent), kHeldIndicator);
  setIndicatorDrawUnder(true, kHeldIndicator);
  SendScintilla(SCI_INDICSETALPHA, kHeldIndicator, 70L);
  setMarginMarkerMask(kMarks, 1 << kProblemMark | 1 << kBreakpointMark | 1 << kHeldMark);
  setMarginSensitivity(kNumbers, true);
  setMarginSensitivity(kMarks, true);
}

void CodeView::setBreakpoints(const QList<int>& lines) {
  markerDeleteAll(kBreakpointMark);
  for (const int line : lines) markerAdd(line - 1, kBreakpointMark);
}

QList<int> CodeView::breakpoints() const {
  QList<int> lines;
  const unsigned mask = 1U << kBreakpointMark;
  for (int line = markerFindNext(0, mask); line >= 0; line = markerFindNext(line + 1, mask))
    lines << line + 1;
  return lines;
}

void CodeView::setHeldLine(int line) {
  markerDeleteAll(kHeldMark);
  const auto all = SendScintilla(SCI_GETLENGTH);
  SendScintilla(SCI_SETINDICATORCURRENT, kHeldIndicator);
  SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, all);
  if (line < 1) return;
  markerAdd(line - 1, kHeldMark);
  const auto from = SendScintilla(SCI_POSITIONFROMLINE, static_cast<unsigned long>(line - 1));
  const auto to = SendScintilla(SCI_GETLINEENDPOSITION, static_cast<unsigned long>(line - 1));
  SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from), to - from);
}

}  // namespace coldstart::editor
