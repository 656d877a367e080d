// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cloudwatch/log_list.h"

#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <limits>

#include "app/theme/theme.h"
#include "app/workbench/say.h"

namespace coldstart::cloudwatch {

using theme::Role;

namespace {

constexpr std::int64_t kDayUs = 86'400'000'000;

/// As it is painted: a tab is three spaces, a line break within an event one mark.
QString paintable(const std::string& text, bool wrap) {
  QString shown = qs(text);
  while (shown.endsWith(u'\t') || shown.endsWith(u'\n')) shown.chop(1);
  shown.replace(u'\t', QStringLiteral("   "));
  if (!wrap) shown.replace(u'\r', QStringLiteral(" ↵ ")).replace(u'\n', QStringLiteral(" ↵ "));
  return shown;
}

/// Whether a line that a runtime printed is one of its error lines: Python's, Node's, either's as
/// JSON.
bool tellsAnError(std::string_view line) {
  return line.starts_with("[ERROR]") || line.find("\tERROR\t") != std::string_view::npos ||
         line.find("\"ERROR\"") != std::string_view::npos;
}

}  // namespace

LogList::LogList(QWidget* parent) : QAbstractScrollArea(parent) {
  setObjectName(QStringLiteral("logList"));
  setAccessibleName(tr("Log lines"));
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
  viewport()->setMouseTracking(true);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &LogList::restyle);
  restyle();
}

void LogList::restyle() {
  const QFontMetrics metrics(theme::Theme::instance().codeFont());
  m_lineHeight = std::max(theme::px(20), metrics.height() + theme::px(3));
  m_charWidth = std::max(1, metrics.horizontalAdvance(u'0'));
  m_widest = 0;
  fitScrollBars();
  viewport()->update();
}

int LogList::gutter() const {
  const auto& view = m_rows.view();
  const bool days = view && view->index().run().end.us > kDayUs;
  return theme::px(12) + (days ? 18 : 12) * m_charWidth + theme::px(16);
}

QString LogList::timeText(Instant t) const {
  const journal::Run& run = m_rows.view()->index().run();
  const QString whole = qs(formatIso8601Millis(run.wall(t)));
  const QString clock = whole.mid(11, 12);
  return run.end.us > kDayUs ? whole.mid(5, 5) + u' ' + clock : clock;
}

int LogList::charactersAcross() const {
  return std::max(16, (viewport()->width() - gutter() - theme::px(12)) / m_charWidth);
}

LogList::Shown LogList::shown(std::size_t row) const {
  Shown shown{m_rows.view()->line(m_rows.lineAt(row)), {}};
  const QString text = paintable(shown.line.text, m_wrap);
  if (!m_wrap) {
    shown.texts << text;
    return shown;
  }
  const int across = charactersAcross();
  const auto pieces = QStringView(text).split(u'\r');
  for (QStringView piece : pieces) {
    do {
      shown.texts << piece.left(across).toString();
      piece = piece.mid(across);
    } while (!piece.isEmpty());
  }
  return shown;
}

std::size_t LogList::top() const {
  return static_cast<std::size_t>(std::max(0, verticalScrollBar()->value()));
}

/// The top row when the last row stands at the bottom.
std::size_t LogList::lastTop() const {
  const auto room = static_cast<std::size_t>(std::max(1, viewport()->height() / m_lineHeight));
  const std::size_t count = m_rows.size();
  if (!m_wrap) return count > room ? count - room : 0;
  std::size_t used = 0;
  std::size_t row = count;
  while (row > 0) {
    used += static_cast<std::size_t>(shown(row - 1).texts.size());
    if (used > room && row < count) break;
    --row;
  }
  return row;
}

void LogList::fitScrollBars() {
  if (!m_rows.view()) return;
  m_fitting = true;
  constexpr std::size_t kMost = std::numeric_limits<int>::max();
  const int last = static_cast<int>(std::min(lastTop(), kMost));
  verticalScrollBar()->setPageStep(std::max(1, viewport()->height() / m_lineHeight));
  verticalScrollBar()->setSingleStep(1);
  verticalScrollBar()->setRange(0, last);
  if (m_following && m_atEnd) verticalScrollBar()->setValue(last);
  const int beyond = m_wrap ? 0 : std::max(0, m_widest - viewport()->width());
  horizontalScrollBar()->setPageStep(viewport()->width());
  horizontalScrollBar()->setSingleStep(m_charWidth * 4);
  horizontalScrollBar()->setRange(0, beyond);
  m_fitting = false;
}

void LogList::rowsChanged() {
  if (m_current && *m_current >= m_rows.size()) m_current.reset();
  if (m_rows.size() == 0) m_widest = 0;
  fitScrollBars();
  viewport()->update();
}

void LogList::setSelection(Selection selection) {
  if (m_selection == selection) return;
  m_selection = selection;
  viewport()->update();
}

void LogList::setWrap(bool wrap) {
  m_wrap = wrap;
  fitScrollBars();
  viewport()->update();
}

void LogList::setTerms(const QStringList& terms) {
  m_terms = terms;
  viewport()->update();
}

void LogList::setEmptyText(const QString& text) {
  if (m_emptyText == text) return;
  m_emptyText = text;
  viewport()->update();
}

void LogList::setFollowing(bool following) {
  m_following = following;
  if (following) m_atEnd = true;
  fitScrollBars();
}

void LogList::showLine(std::size_t line) {
  if (m_rows.size() == 0) return;
  const std::size_t row = std::min(m_rows.rowOf(line), m_rows.size() - 1);
  const auto page = static_cast<std::size_t>(verticalScrollBar()->pageStep());
  if (row >= top() && row < top() + page) return;
  verticalScrollBar()->setValue(static_cast<int>(row > page / 3 ? row - page / 3 : 0));
}

void LogList::scrollContentsBy(int /*dx*/, int /*dy*/) {
  if (!m_fitting) m_atEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
  viewport()->update();
}

void LogList::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  fitScrollBars();
}

void LogList::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(viewport());
  painter.fillRect(viewport()->rect(), theme::color(Role::Panel));
  if (!m_rows.view() || m_rows.size() == 0) {
    painter.setPen(theme::color(Role::Muted));
    painter.setFont(theme::Theme::instance().interfaceFont());
    const int inset = theme::px(24);
    painter.drawText(viewport()->rect().adjusted(inset, 0, -inset, 0),
                     Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    return;
  }
  painter.setFont(theme::Theme::instance().codeFont());
  const int widest = m_widest;
  int y = 0;
  for (std::size_t row = top(); row < m_rows.size() && y < viewport()->height(); ++row) {
    const Shown what = shown(row);
    const int height = static_cast<int>(what.texts.size()) * m_lineHeight;
    paintRow(painter, what, row, y, height);
    y += height;
  }
  if (m_widest > widest)
    QMetaObject::invokeMethod(this, &LogList::fitScrollBars, Qt::QueuedConnection);
}

void LogList::paintRow(QPainter& painter, const Shown& what, std::size_t row, int y, int height) {
  const int width = viewport()->width();
  const int scrolled = horizontalScrollBar()->value();
  const bool mine =
      m_selection.kind == Selection::Kind::Attempt && what.line.attempt == m_selection.index;
  const bool chosen = m_current && row >= std::min(*m_current, m_anchor) &&
                      row <= std::max(*m_current, m_anchor) && *m_current != m_anchor;
  if (mine || chosen)
    painter.fillRect(0, y, width, height,
                     theme::color(chosen ? Role::AccentBackground : Role::Selection));
  const QFontMetrics metrics = painter.fontMetrics();
  const int baseline = (m_lineHeight - metrics.height()) / 2 + metrics.ascent();
  painter.setPen(theme::color(Role::Dim));
  painter.drawText(theme::px(12) - scrolled, y + baseline, timeText(what.line.at));
  const QString& last = what.texts.last();
  const bool failure =
      what.line.kind == observe::LineKind::Failure ||
      what.line.kind == observe::LineKind::InitFailure ||
      what.line.kind == observe::LineKind::Exited ||
      what.line.kind == observe::LineKind::TimedOut ||
      last.endsWith(QStringLiteral("Status: timeout")) ||
      last.contains(QStringLiteral("   Status: error   ")) ||  // Tabs are three blanks by now.
      (what.line.kind == observe::LineKind::Printed && tellsAnError(what.line.text));
  painter.setPen(theme::color(failure ? Role::Error : Role::Text));
  const int x = gutter() - scrolled;
  if (failure) painter.drawText(x - m_charWidth * 3 / 2, y + baseline, QStringLiteral("!"));
  int lineY = y;
  for (const QString& text : what.texts) {
    if (!m_terms.isEmpty()) paintTerms(painter, text, x, lineY);
    paintText(painter, what.line, text, x, lineY);
    m_widest = std::max(m_widest, gutter() + static_cast<int>(text.size() + 2) * m_charWidth);
    lineY += m_lineHeight;
  }
  if (m_current == row && hasFocus()) {
    painter.setPen(QPen(theme::color(Role::Accent), theme::px(1)));
    painter.drawRect(QRect(0, y, width - 1, height - 1));
  }
}

/// A surface behind each occurrence; the characters are of one width.
void LogList::paintTerms(QPainter& painter, const QString& text, int x, int y) {
  for (const QString& term : m_terms) {
    for (qsizetype at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.size())) {
      painter.fillRect(
          QRect(x + static_cast<int>(at) * m_charWidth, y + theme::px(2),
                static_cast<int>(term.size()) * m_charWidth, m_lineHeight - theme::px(4)),
          theme::color(Role::AccentBackground));
    }
  }
}

std::optional<std::size_t> LogList::rowAt(int y) const {
  int bottom = 0;
  for (std::size_t row = top(); row < m_rows.size() && bottom < viewport()->height(); ++row) {
    bottom += m_lineHeight * (m_wrap ? static_cast<int>(shown(row).texts.size()) : 1);
    if (y < bottom) return row;
  }
  return std::nullopt;
}

QRect LogList::rowRect(std::size_t row) const {
  int y = 0;
  for (std::size_t r = top(); r < m_rows.size() && y < viewport()->height(); ++r) {
    const int height = m_lineHeight * (m_wrap ? static_cast<int>(shown(r).texts.size()) : 1);
    if (r == row) return {0, y, viewport()->width(), height};
    y += height;
  }
  return {};
}

QString LogList::rowText(std::size_t row) const {
  return qs(m_rows.view()->line(m_rows.lineAt(row)).text);
}

}  // namespace coldstart::cloudwatch
