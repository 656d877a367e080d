// SPDX-License-Identifier: GPL-3.0-or-later
// Breakpoints in the margin, and the line in which the debugger holds the handler.
#include <QContextMenuEvent>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <memory>

#include "app/editor/code_marks.h"
#include "app/editor/code_view.h"
#include "app/editor/condition_line.h"
#include "app/theme/theme.h"

namespace coldstart::editor {

using theme::px;
using theme::Role;

namespace {

constexpr int kAllMarks =
    1 << kProblemMark | 1 << kBreakpointMark | 1 << kConditionMark | 1 << kHeldMark;

/// A breakpoint's disc with an equals sign in it.
QImage conditionMark(int size, qreal ratio) {
  QImage image(QSize(size, size) * ratio, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(ratio);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme::color(Role::Error));
  painter.drawEllipse(QRectF(0, 0, size, size));
  painter.setRenderHint(QPainter::Antialiasing, false);
  const int bar = std::max(1, size / 6);
  for (const int y : {size / 2 - bar - bar / 2 - 1, size / 2 + bar / 2 + 1})
    painter.fillRect(size / 4, y, size - 2 * (size / 4), bar, theme::color(Role::Panel));
  return image;
}

}  // namespace

void CodeView::defineMarks() {
  markerDefine(Circle, kBreakpointMark);
  SendScintilla(SCI_RGBAIMAGESETSCALE, static_cast<unsigned long>(100 * devicePixelRatio()));
  markerDefine(conditionMark(px(10), devicePixelRatio()), kConditionMark);
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
  setMarginMarkerMask(kMarks, kAllMarks);
  setMarginSensitivity(kNumbers, true);
  setMarginSensitivity(kMarks, true);
}

void CodeView::connectMarks() {
  connect(this, &QsciScintilla::marginClicked, this,
          [this](int, int line, Qt::KeyboardModifiers) { emit breakpointAsked(line + 1); });
  connect(m_condition, &ConditionLine::given, this,
          [this](const QString& condition) { emit conditionGiven(m_conditionAsked, condition); });
  connect(m_condition, &ConditionLine::closed, this, [this] { setFocus(Qt::OtherFocusReason); });
  connect(verticalScrollBar(), &QScrollBar::valueChanged, m_condition, &QWidget::hide);
}

void CodeView::setBreakpoints(const QMap<int, QString>& lines) {
  markerDeleteAll(kBreakpointMark);
  markerDeleteAll(kConditionMark);
  m_conditions.clear();
  for (auto line = lines.cbegin(); line != lines.cend(); ++line) {
    const bool isAlways = line->isEmpty();
    const int mark = markerAdd(line.key() - 1, isAlways ? kBreakpointMark : kConditionMark);
    if (!isAlways) m_conditions[mark] = *line;
  }
}

QMap<int, QString> CodeView::breakpoints() const {
  QMap<int, QString> lines;
  for (auto each = m_conditions.cbegin(); each != m_conditions.cend(); ++each) {
    if (const int line = markerLine(each.key()); line >= 0) lines[line + 1] = each.value();
  }
  const unsigned mask = 1U << kBreakpointMark;
  for (int line = markerFindNext(0, mask); line >= 0; line = markerFindNext(line + 1, mask))
    lines[line + 1] = QString();
  return lines;
}

void CodeView::askCondition(int line, const QString& condition) {
  m_conditionAsked = line;
  SendScintilla(SCI_ENSUREVISIBLEENFORCEPOLICY, static_cast<unsigned long>(line - 1));
  const auto at = SendScintilla(SCI_POSITIONFROMLINE, static_cast<unsigned long>(line - 1));
  const auto top = static_cast<int>(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, at));
  const auto left = static_cast<int>(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, at));
  const auto height = static_cast<int>(SendScintilla(SCI_TEXTHEIGHT, 0UL));
  m_condition->open(condition, left, top, top + height);
}

/// From 0; -1 where no margin is.
int CodeView::marginLineAt(const QPoint& point) const {
  int width = 0;
  for (const int margin : {kNumbers, kMarks}) width += marginWidth(margin);
  if (point.x() >= width) return -1;
  const auto at = SendScintilla(SCI_POSITIONFROMPOINT, static_cast<unsigned long>(width + 1),
                                static_cast<long>(point.y()));
  return static_cast<int>(SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(at)));
}

/// In the margin what can be done with the line; in the text also what every text has. The caret
/// goes where the pointer is, so that both mean the same line.
void CodeView::contextMenuEvent(QContextMenuEvent* event) {
  const int line = event->reason() == QContextMenuEvent::Mouse ? marginLineAt(event->pos()) : -1;
  std::unique_ptr<QMenu> menu(line < 0 ? createStandardContextMenu() : new QMenu(this));
  if (line >= 0) {
    setCursorPosition(line, 0);
  } else if (event->reason() == QContextMenuEvent::Mouse && !hasSelectedText()) {
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(SendScintilla(
                                   SCI_POSITIONFROMPOINT, static_cast<unsigned long>(event->x()),
                                   static_cast<long>(event->y()))));
  }
  if (!menu->isEmpty()) menu->addSeparator();
  for (QAction* action : actions()) {
    static const QStringList kOfLines{QStringLiteral("editor.breakpoint"),
                                      QStringLiteral("editor.condition"),
                                      QStringLiteral("editor.runTo")};
    if (kOfLines.contains(action->objectName())) menu->addAction(action);
  }
  if (!menu->isEmpty()) menu->exec(event->globalPos());
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
