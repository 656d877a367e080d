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
  markerDefine(Background, kHeldLineMark);
  setMarkerForegroundColor(theme::color(Role::Error), kBreakpointMark);
  setMarkerBackgroundColor(theme::color(Role::Error), kBreakpointMark);
  setMarkerForegroundColor(theme::color(Role::Accent), kHeldMark);
  setMarkerBackgroundColor(theme::color(Role::Accent), kHeldMark);
  setMarkerBackgroundColor(theme::color(Role::Accent), kHeldLineMark);
  SendScintilla(SCI_MARKERSETALPHA, static_cast<unsigned long>(kHeldLineMark), 48L);
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
  markerDeleteAll(kHeldLineMark);
  if (line < 1) return;
  markerAdd(line - 1, kHeldMark);
  markerAdd(line - 1, kHeldLineMark);
}

}  // namespace coldstart::editor
