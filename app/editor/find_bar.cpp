// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/find_bar.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

#include "app/editor/code_view.h"
#include "app/theme/icon.h"
#include "app/theme/theme.h"

namespace coldstart::editor {
namespace {

using theme::color;
using theme::px;
using theme::Role;

QToolButton* toolButton(QWidget* parent, const char* name, const QString& text,
                        const QString& meaning) {
  auto* button = new QToolButton(parent);
  button->setObjectName(QString::fromLatin1(name));
  button->setText(text);
  button->setToolTip(meaning);
  button->setAccessibleName(meaning);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

}  // namespace

FindBar::FindBar(QWidget* parent)
    : QWidget(parent),
      m_what(new QLineEdit(this)),
      m_with(new QLineEdit(this)),
      m_case(toolButton(this, "findCase", QStringLiteral("Aa"), tr("Match upper and lower case"))),
      m_word(
          toolButton(this, "findWord", QStringLiteral("\u201cab\u201d"), tr("Whole words only"))),
      m_expression(toolButton(this, "findExpression", QStringLiteral(".*"),
                              tr("The text is a regular expression"))),
      m_count(new QLabel(this)),
      m_replaceRow(new QWidget(this)) {
  setObjectName(QStringLiteral("findBar"));
  m_what->setObjectName(QStringLiteral("findText"));
  m_what->setPlaceholderText(tr("Find"));
  m_what->setAccessibleName(tr("Find"));
  m_with->setObjectName(QStringLiteral("replaceText"));
  m_with->setPlaceholderText(tr("Replace with"));
  m_with->setAccessibleName(tr("Replace with"));
  m_count->setObjectName(QStringLiteral("findCount"));

  auto* previousButton = toolButton(this, "findPrevious", QStringLiteral("\u2191"),
                                    tr("Previous match (Shift+Enter)"));
  auto* nextButton =
      toolButton(this, "findNext", QStringLiteral("\u2193"), tr("Next match (Enter)"));
  auto* closeButton = toolButton(this, "findClose", QString(), tr("Close (Esc)"));
  closeButton->setIcon(theme::icon(QStringLiteral("cross"), Role::Muted));
  auto* replaceButton = new QPushButton(tr("Replace"), m_replaceRow);
  replaceButton->setObjectName(QStringLiteral("replaceOne"));
  auto* replaceAllButton = new QPushButton(tr("Replace all"), m_replaceRow);
  replaceAllButton->setObjectName(QStringLiteral("replaceAll"));

  auto* findRow = new QHBoxLayout;
  findRow->setSpacing(px(2));
  findRow->addWidget(m_what, 1);
  for (QToolButton* toggle : {m_case, m_word, m_expression}) {
    toggle->setCheckable(true);
    findRow->addWidget(toggle);
    connect(toggle, &QToolButton::toggled, this, &FindBar::searchFromCaret);
  }
  findRow->addWidget(m_count);
  findRow->addWidget(previousButton);
  findRow->addWidget(nextButton);
  findRow->addWidget(closeButton);
  auto* replaceLine = new QHBoxLayout(m_replaceRow);
  replaceLine->setContentsMargins(0, 0, 0, 0);
  replaceLine->setSpacing(px(4));
  replaceLine->addWidget(m_with, 1);
  replaceLine->addWidget(replaceButton);
  replaceLine->addWidget(replaceAllButton);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(px(8), px(4), px(8), px(4));
  rows->setSpacing(px(4));
  rows->addLayout(findRow);
  rows->addWidget(m_replaceRow);

  connect(m_what, &QLineEdit::textEdited, this, &FindBar::searchFromCaret);
  connect(m_with, &QLineEdit::textChanged, this, [this] {
    if (m_view) m_found = findAll(m_view->text(), query());
  });
  m_again.setSingleShot(true);
  connect(&m_again, &QTimer::timeout, this, &FindBar::search);
  connect(nextButton, &QToolButton::clicked, this, &FindBar::next);
  connect(previousButton, &QToolButton::clicked, this, &FindBar::previous);
  connect(closeButton, &QToolButton::clicked, this, &FindBar::dismiss);
  connect(replaceButton, &QPushButton::clicked, this, &FindBar::replaceOne);
  connect(replaceAllButton, &QPushButton::clicked, this, &FindBar::replaceAll);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &FindBar::restyle);
  restyle();
  hide();
}

void FindBar::restyle() {
  QPalette quiet = palette();
  quiet.setColor(QPalette::WindowText, color(Role::Muted));
  m_count->setPalette(quiet);
  // Room for "1 234 of 1 234", so that the buttons do not move while one types.
  m_count->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("12 of 123")) + px(8));
  m_count->setAlignment(Qt::AlignCenter);
}

void FindBar::setView(CodeView* view) {
  if (m_view) {
    m_view->markMatches({}, -1);
    m_view->disconnect(this);
  }
  m_view = view;
  if (!m_view) return;
  connect(m_view, &QsciScintilla::textChanged, this, [this] {
    if (isVisible()) m_again.start(0);
  });
  if (isVisible()) search();
}

void FindBar::open(Mode mode) {
  m_replaceRow->setVisible(mode == Mode::Replace);
  QWidget::show();
  if (m_view && m_view->hasSelectedText() && !m_view->selectedText().contains(u'\n'))
    m_what->setText(m_view->selectedText());
  searchFromCaret();
  m_what->setFocus(Qt::ShortcutFocusReason);
  m_what->selectAll();
}

void FindBar::dismiss() {
  hide();
  if (!m_view) return;
  m_view->markMatches({}, -1);
  m_view->setFocus(Qt::OtherFocusReason);
}

Query FindBar::query() const {
  return {m_what->text(), m_with->text(), m_case->isChecked(), m_word->isChecked(),
          m_expression->isChecked()};
}

void FindBar::search() {
  if (!m_view) return;
  m_found = findAll(m_view->text(), query());
  m_current = -1;
  tell();
}

void FindBar::searchFromCaret() {
  search();
  move(From::Caret);
}

void FindBar::move(From from) {
  if (!m_view || m_found.matches.empty()) return tell();
  const qsizetype caret = m_view->cursorOffset();
  const auto& matches = m_found.matches;
  const auto size = static_cast<int>(matches.size());
  // The caret stands behind the match in view, whose start is what counts.
  const auto firstFrom = [&](qsizetype at) {
    return static_cast<int>(
        std::find_if(matches.begin(), matches.end(), [&](const Match& m) { return m.at >= at; }) -
        matches.begin());
  };
  int index = 0;
  if (from == From::Caret)
    index = firstFrom(m_view->hasSelectedText() ? caret - m_view->selectedText().size() : caret);
  if (from == From::BehindCaret) index = m_current >= 0 ? m_current + 1 : firstFrom(caret);
  if (from == From::BeforeCaret) index = (m_current >= 0 ? m_current : firstFrom(caret)) - 1;
  reveal((index + size) % size);
}

void FindBar::reveal(int index) {
  m_current = index;
  const Match& match = m_found.matches[static_cast<std::size_t>(index)];
  m_view->select(match.at, match.length);
  tell();
}

void FindBar::tell() {
  if (m_view) m_view->markMatches(m_found.matches, m_current);
  QString text;
  if (!m_found.problem.isEmpty())
    text = tr("incomplete");
  else if (m_what->text().isEmpty())
    text.clear();
  else if (count() == 0)
    text = tr("no match");
  else if (m_current >= 0)
    text = tr("%1 of %2").arg(m_current + 1).arg(count());
  else
    text = count() == 1 ? tr("1 match") : tr("%1 matches").arg(count());
  m_count->setText(text);
  m_count->setToolTip(m_found.problem);
}

void FindBar::next() {
  if (!isVisible() && m_view) m_found = findAll(m_view->text(), query());
  move(From::BehindCaret);
}

void FindBar::previous() {
  if (!isVisible() && m_view) m_found = findAll(m_view->text(), query());
  move(From::BeforeCaret);
}

void FindBar::replaceOne() {
  if (!m_view || m_found.matches.empty()) return;
  if (m_current < 0) return move(From::BehindCaret);
  const Match match = m_found.matches[static_cast<std::size_t>(m_current)];
  m_view->replace({match});
  m_again.stop();
  search();
  // On to the first match behind what was put in.
  const qsizetype behind = match.at + match.replacement.size();
  const auto& matches = m_found.matches;
  if (matches.empty()) return;
  const auto following =
      std::find_if(matches.begin(), matches.end(), [&](const Match& m) { return m.at >= behind; });
  reveal(following == matches.end() ? 0 : static_cast<int>(following - matches.begin()));
}

void FindBar::replaceAll() {
  if (!m_view || m_found.matches.empty()) return;
  const int replaced = count();
  m_view->replace(m_found.matches);
  m_again.stop();
  search();
  m_count->setText(tr("%1 replaced").arg(replaced));
}

void FindBar::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape) return dismiss();
  if (!enter) return QWidget::keyPressEvent(event);
  if (m_with->hasFocus())
    replaceOne();
  else if (event->modifiers().testFlag(Qt::ShiftModifier))
    previous();
  else
    next();
}

void FindBar::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Role::PanelHeader));
  painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Line));
}

}  // namespace coldstart::editor
