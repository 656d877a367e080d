// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event/json_view.h"

#include <QKeyEvent>
#include <algorithm>

#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscistyle.h>

#include "app/theme/theme.h"

namespace coldstart::event {

using theme::px;
using theme::Role;

namespace {

constexpr int kProblem = 8;  ///< Indicator; the first seven are the lexer's.
constexpr int kNumbers = 0;
constexpr int kFolds = 1;

unsigned long position(qsizetype bytes) {
  return static_cast<unsigned long>(bytes);
}

}  // namespace

JsonView::JsonView(const QString& text, QWidget* parent)
    : QsciScintilla(parent), m_lexer(new QsciLexerJSON(this)) {
  setUtf8(true);
  setText(text);
  if (text.contains(QStringLiteral("\r\n"))) setEolMode(EolWindows);
  SendScintilla(SCI_EMPTYUNDOBUFFER);
  arrange();
  restyle();
  connect(this, &QsciScintilla::linesChanged, this, &JsonView::sizeMargins);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &JsonView::restyle);
}

void JsonView::arrange() {
  setFrameShape(QFrame::NoFrame);
  setLexer(m_lexer);
  setAutoIndent(true);
  setIndentationsUseTabs(false);
  setTabWidth(2);
  setBraceMatching(SloppyBraceMatch);
  setMarginType(kNumbers, NumberMargin);
  setFolding(PlainFoldStyle, kFolds);
  markerDefine(RightTriangle, SC_MARKNUM_FOLDER);
  markerDefine(DownTriangle, SC_MARKNUM_FOLDEROPEN);
  setAnnotationDisplay(AnnotationStandard);
  SendScintilla(SCI_SETSCROLLWIDTH, 1UL);
  SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1UL);
  // These are commands of the window; QScintilla would take them first.
  for (const QKeyCombination keys :
       {Qt::CTRL | Qt::Key_D, Qt::CTRL | Qt::Key_L, Qt::CTRL | Qt::Key_T, Qt::CTRL | Qt::Key_U,
        Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Minus}) {
    const int key = keys.toCombined();
    QsciCommand* command = standardCommands()->boundTo(key);
    if (command == nullptr) continue;
    if (command->key() == key) command->setKey(0);
    if (command->alternateKey() == key) command->setAlternateKey(0);
  }
}

void JsonView::restyle() {
  const QFont font = theme::Theme::instance().codeFont();
  m_lexer->setDefaultFont(font);
  m_lexer->setFont(font);
  m_lexer->setDefaultPaper(theme::color(Role::Panel));
  m_lexer->setPaper(theme::color(Role::Panel));
  m_lexer->setColor(theme::color(Role::Text));
  for (const auto& [style, role] : {std::pair{QsciLexerJSON::Number, Role::CodeNumber},
                                    std::pair{QsciLexerJSON::String, Role::CodeString},
                                    std::pair{QsciLexerJSON::UnclosedString, Role::CodeString},
                                    std::pair{QsciLexerJSON::EscapeSequence, Role::CodeString},
                                    std::pair{QsciLexerJSON::Property, Role::CodeFunction},
                                    std::pair{QsciLexerJSON::Keyword, Role::CodeKeyword},
                                    std::pair{QsciLexerJSON::Error, Role::Error}}) {
    m_lexer->setColor(theme::color(role), style);
    m_lexer->setEolFill(false, style);
  }
  setMarginsFont(font);
  setMarginsBackgroundColor(theme::color(Role::PanelHeader));
  setMarginsForegroundColor(theme::color(Role::Muted));
  setFoldMarginColors(theme::color(Role::PanelHeader), theme::color(Role::PanelHeader));
  constexpr int kLastFold = SC_MARKNUM_FOLDEROPEN;
  for (int marker = SC_MARKNUM_FOLDEREND; marker <= kLastFold; ++marker) {
    setMarkerForegroundColor(theme::color(Role::PanelHeader), marker);
    setMarkerBackgroundColor(theme::color(Role::Dim), marker);
  }
  setCaretForegroundColor(theme::color(Role::Text));
  setSelectionBackgroundColor(theme::color(Role::Selection));
  resetSelectionForegroundColor();
  setMatchedBraceBackgroundColor(theme::color(Role::AccentBackground));
  setMatchedBraceForegroundColor(theme::color(Role::Accent));
  setUnmatchedBraceBackgroundColor(theme::color(Role::Panel));
  setUnmatchedBraceForegroundColor(theme::color(Role::Throttle));
  indicatorDefine(SquiggleIndicator, kProblem);
  setIndicatorForegroundColor(theme::color(Role::Error), kProblem);
  SendScintilla(SCI_SETEXTRAASCENT, position(px(2)));
  SendScintilla(SCI_SETEXTRADESCENT, position(px(2)));
  SendScintilla(SCI_SETMARGINLEFT, 0UL, static_cast<long>(px(8)));
  sizeMargins();
}

void JsonView::sizeMargins() {
  const auto digits = QString::number(std::max(99, lines())).size();
  const QFontMetrics metrics(theme::Theme::instance().codeFont());
  setMarginWidth(kNumbers, metrics.horizontalAdvance(QString(digits, u'0')) + px(12));
  setMarginWidth(kFolds, px(12));
}

void JsonView::change(const QString& text) {
  const QByteArray before = this->text().toUtf8();
  const QByteArray after = text.toUtf8();
  const auto [from, fromNew] =
      std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  auto end = before.end();
  auto endNew = after.end();
  while (end != from && endNew != fromNew && *(end - 1) == *(endNew - 1)) {
    --end;
    --endNew;
  }
  // A character of several bytes is changed whole.
  const auto inside = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; };
  auto at = from - before.begin();
  while (at > 0 && at < before.size() && inside(before[at])) --at;
  auto rest = before.end() - end;
  while (rest > 0 && inside(before[before.size() - rest])) --rest;
  const QByteArray middle = after.mid(at, after.size() - rest - at);
  if (middle.isEmpty() && before.size() - rest == at) return;
  beginUndoAction();
  SendScintilla(SCI_SETTARGETRANGE, position(at), static_cast<long>(before.size() - rest));
  SendScintilla(SCI_REPLACETARGET, position(middle.size()), middle.constData());
  endUndoAction();
}

void JsonView::markProblem(std::size_t byte, const QString& sentence) {
  SendScintilla(SCI_SETINDICATORCURRENT, position(kProblem));
  SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, static_cast<long>(length()));
  clearAnnotations();
  if (sentence.isEmpty()) return;
  // At the end of the text there is nothing to underline but the character before.
  const long at = std::clamp(static_cast<long>(byte), 0L, std::max(0L, length() - 1L));
  const long row = SendScintilla(SCI_LINEFROMPOSITION, position(at));
  SendScintilla(SCI_INDICATORFILLRANGE, position(at), 1L);
  static const QsciStyle style(-1, QStringLiteral("problem"), QColor(), QColor(), QFont());
  QsciStyle now = style;
  now.setColor(theme::color(Role::Error));
  now.setPaper(theme::color(Role::PanelHeader));
  now.setFont(theme::Theme::instance().smallFont());
  now.apply(this);
  annotate(static_cast<int>(row), QStringLiteral("! ") + sentence, now);
}

void JsonView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Tab && m_tabLeaves) {
    m_tabLeaves = false;
    focusNextPrevChild(true);
    return;
  }
  m_tabLeaves = event->key() == Qt::Key_Escape;
  QsciScintilla::keyPressEvent(event);
}

void JsonView::wheelEvent(QWheelEvent* event) {
  // Ctrl and the wheel scale the whole window, not this editor alone.
  if (event->modifiers().testFlag(Qt::ControlModifier))
    event->ignore();
  else
    QsciScintilla::wheelEvent(event);
}

}  // namespace coldstart::event
