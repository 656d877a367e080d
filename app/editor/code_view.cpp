// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/code_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QSet>
#include <QToolTip>
#include <algorithm>

#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexer.h>
#include <Qsci/qscistyle.h>
#include <nlohmann/json.hpp>

#include "app/editor/code_marks.h"
#include "app/editor/condition_line.h"
#include "app/editor/look.h"
#include "app/editor/tokens.h"
#include "app/theme/theme.h"

namespace coldstart::editor {
namespace {

using theme::px;
using theme::Role;
using theme::Theme;

enum Indicator { kProblem = 8, kMatch, kCurrentMatch, kCall };
constexpr int kLargestChecked = 1'000'000;  ///< Bytes; beyond, typing comes first.
constexpr int kMostMarked = 5'000;          ///< Search matches drawn; all are counted.

qsizetype utf8Length(QStringView text) {
  qsizetype bytes = 0;
  for (const QChar c : text)
    bytes += c.unicode() < 0x80 ? 1 : (c.unicode() < 0x800 || c.isSurrogate()) ? 2 : 3;
  return bytes;
}

bool usesTabs(const QString& text) {
  return text.startsWith(u'\t') || text.contains(QStringLiteral("\n\t"));
}

/// How far the first indented line stands in; what the language is usually written with otherwise.
int spacesPerIndent(const QString& text, Language language) {
  static const QRegularExpression first(QStringLiteral("\\n( +)\\S"));
  const auto match = first.match(text);
  const auto width = static_cast<int>(match.capturedLength(1));
  if (width == 2 || width == 4 || width == 8) return width;
  return language == Language::Python || language == Language::Java || language == Language::CSharp
             ? 4
             : 2;
}

}  // namespace

CodeView::CodeView(Language language, const QString& text, QWidget* parent)
    : QsciScintilla(parent), m_language(language), m_condition(new ConditionLine(viewport())) {
  setObjectName(QStringLiteral("codeView"));
  setUtf8(true);
  setText(text);
  if (text.contains(QStringLiteral("\r\n"))) setEolMode(EolWindows);
  setIndentationsUseTabs(usesTabs(text));
  setTabWidth(spacesPerIndent(text, language));
  SendScintilla(SCI_EMPTYUNDOBUFFER);
  arrange();
  freeKeys();
  applyTheme();
  m_check.setSingleShot(true);
  m_check.setInterval(250);
  m_annotate.setSingleShot(true);
  m_annotate.setInterval(900);
  connect(&m_check, &QTimer::timeout, this, &CodeView::checkNow);
  connect(&m_annotate, &QTimer::timeout, this, &CodeView::annotateProblems);
  connect(&Theme::instance(), &Theme::changed, this, &CodeView::applyTheme);
  connect(this, &QsciScintilla::textChanged, this, [this] {
    if (!m_problems.empty()) clearAnnotations();
    m_check.start();
  });
  connect(this, &QsciScintilla::linesChanged, this, &CodeView::sizeMargins);
  connect(this, &QsciScintillaBase::SCN_CHARADDED, this, &CodeView::charAdded);
  connect(this, qOverload<const char*, int>(&QsciScintillaBase::SCN_AUTOCSELECTION), this,
          [this](const char* item, int) { insertCandidate(QString::fromUtf8(item)); });
  checkNow();
  annotateProblems();
}

void CodeView::arrange() {
  setFrameShape(QFrame::NoFrame);
  setAutoIndent(true);
  setTabIndents(true);
  setBackspaceUnindents(true);
  setIndentationGuides(true);
  setBraceMatching(SloppyBraceMatch);
  setFolding(PlainFoldStyle, kFolds);
  markerDefine(RightTriangle, SC_MARKNUM_FOLDER);
  markerDefine(DownTriangle, SC_MARKNUM_FOLDEROPEN);
  setMarginType(kNumbers, NumberMargin);
  setMarginType(kMarks, SymbolMargin);
  markerDefine('!', kProblemMark);
  connectMarks();
  setAnnotationDisplay(AnnotationStandard);
  setAutoCompletionSource(AcsNone);
  SendScintilla(SCI_SETSCROLLWIDTH, 1UL);
  SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1UL);
  SendScintilla(SCI_SETENDATLASTLINE, 0UL);
  SendScintilla(SCI_SETMULTIPLESELECTION, 1UL);
  SendScintilla(SCI_SETADDITIONALSELECTIONTYPING, 1UL);
  SendScintilla(SCI_SETMULTIPASTE, static_cast<unsigned long>(SC_MULTIPASTE_EACH));
  SendScintilla(SCI_SETVIRTUALSPACEOPTIONS, static_cast<unsigned long>(SCVS_RECTANGULARSELECTION));
  SendScintilla(SCI_AUTOCSETSEPARATOR, static_cast<unsigned long>('\n'));
  SendScintilla(SCI_AUTOCSETTYPESEPARATOR, 0x1FUL);
  SendScintilla(SCI_AUTOCSETIGNORECASE, 1UL);
  SendScintilla(SCI_AUTOCSETORDER, static_cast<unsigned long>(SC_ORDER_CUSTOM));
  SendScintilla(SCI_AUTOCSETMAXHEIGHT, 10UL);
  SendScintilla(SCI_AUTOCSETAUTOHIDE, 1UL);
  SendScintilla(SCI_AUTOCSETCANCELATSTART, 0UL);
}

// These keys are commands of the window or of this class; QScintilla would take them first.
void CodeView::freeKeys() {
  for (const QKeyCombination combination :
       {Qt::CTRL | Qt::Key_Slash, Qt::CTRL | Qt::Key_D, Qt::CTRL | Qt::Key_L, Qt::CTRL | Qt::Key_T,
        Qt::CTRL | Qt::Key_U, Qt::CTRL | Qt::SHIFT | Qt::Key_L, Qt::CTRL | Qt::SHIFT | Qt::Key_T,
        Qt::CTRL | Qt::SHIFT | Qt::Key_U, Qt::CTRL | Qt::Key_BracketLeft,
        Qt::CTRL | Qt::Key_BracketRight, Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Minus,
        Qt::CTRL | Qt::Key_Backslash}) {
    const int key = combination.toCombined();
    if (QsciCommand* command = standardCommands()->boundTo(key)) {
      if (command->key() == key) command->setKey(0);
      if (command->alternateKey() == key) command->setAlternateKey(0);
    }
  }
}

void CodeView::applyTheme() {
  dress(*this, m_language);
  setMarkerForegroundColor(theme::color(Role::Error), kProblemMark);
  setMarkerBackgroundColor(theme::color(Role::PanelHeader), kProblemMark);
  defineMarks();
  indicatorDefine(SquiggleIndicator, kProblem);
  setIndicatorForegroundColor(theme::color(Role::Error), kProblem);
  indicatorDefine(StraightBoxIndicator, kMatch);
  indicatorDefine(StraightBoxIndicator, kCurrentMatch);
  setIndicatorForegroundColor(theme::color(Role::Init), kMatch);
  setIndicatorForegroundColor(theme::color(Role::Accent), kCurrentMatch);
  indicatorDefine(TextColorIndicator, kCall);
  setIndicatorForegroundColor(theme::color(Role::CodeFunction), kCall);
  setIndicatorDrawUnder(true, kMatch);
  setIndicatorDrawUnder(true, kCurrentMatch);
  constexpr unsigned long kFill = 60;
  constexpr unsigned long kStrong = 110;
  SendScintilla(SCI_INDICSETALPHA, kMatch, kFill);
  SendScintilla(SCI_INDICSETOUTLINEALPHA, kMatch, 160UL);
  SendScintilla(SCI_INDICSETALPHA, kCurrentMatch, kStrong);
  SendScintilla(SCI_INDICSETOUTLINEALPHA, kCurrentMatch, 255UL);
  SendScintilla(SCI_SETMARGINLEFT, 0UL, static_cast<long>(px(8)));
  sizeMargins();
  if (!m_problems.empty()) annotateProblems();
}

void CodeView::sizeMargins() {
  const auto digits = QString::number(std::max(99, lines())).size();
  const QFontMetrics metrics(Theme::instance().codeFont());
  setMarginWidth(kNumbers, metrics.horizontalAdvance(QString(digits, u'0')) + px(12));
  setMarginWidth(kMarks, px(12));
  setMarginWidth(kFolds, px(12));
}

// --- places ---------------------------------------------------------------------------------

int CodeView::byteOf(qsizetype offset) const {
  return static_cast<int>(utf8Length(QStringView(text()).left(offset)));
}

qsizetype CodeView::cursorOffset() const {
  const auto position = SendScintilla(SCI_GETCURRENTPOS);
  return QString::fromUtf8(text().toUtf8().left(static_cast<qsizetype>(position))).size();
}

void CodeView::goTo(int line, int column) {
  line = std::clamp(line, 0, std::max(0, lines() - 1));
  SendScintilla(SCI_ENSUREVISIBLEENFORCEPOLICY, static_cast<unsigned long>(line));
  setCursorPosition(line, std::max(0, column));
  SendScintilla(SCI_SETFIRSTVISIBLELINE,
                static_cast<unsigned long>(std::max(
                    0L, SendScintilla(SCI_VISIBLEFROMDOCLINE, static_cast<unsigned long>(line)) -
                            SendScintilla(SCI_LINESONSCREEN) / 3)));
}

void CodeView::select(qsizetype at, qsizetype length) {
  const int from = byteOf(at);
  const int to = byteOf(at + length);
  const long line = SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(from));
  SendScintilla(SCI_ENSUREVISIBLE, static_cast<unsigned long>(line));
  SendScintilla(SCI_SETSEL, static_cast<unsigned long>(from), static_cast<long>(to));
  SendScintilla(SCI_SCROLLRANGE, static_cast<unsigned long>(to), static_cast<long>(from));
}

void CodeView::replace(const std::vector<Match>& matches) {
  struct Span {
    unsigned long from;
    long to;
  };
  const QString all = text();
  std::vector<Span> spans;
  qsizetype seen = 0;
  qsizetype bytes = 0;
  for (const Match& match : matches) {
    bytes += utf8Length(QStringView(all).mid(seen, match.at - seen));
    seen = match.at;
    const auto span = utf8Length(QStringView(all).mid(match.at, match.length));
    spans.push_back({static_cast<unsigned long>(bytes), static_cast<long>(bytes + span)});
  }
  beginUndoAction();
  // Backwards, so that the places before stay where they are.
  for (std::size_t i = matches.size(); i-- > 0;) {
    const QByteArray text = matches[i].replacement.toUtf8();
    SendScintilla(SCI_SETTARGETRANGE, spans[i].from, spans[i].to);
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(text.size()), text.constData());
  }
  endUndoAction();
}

void CodeView::replaceAll(const QString& replacement) {
  int line = 0;
  int column = 0;
  getCursorPosition(&line, &column);
  const int top = firstVisibleLine();
  const QByteArray bytes = replacement.toUtf8();
  beginUndoAction();
  SendScintilla(SCI_TARGETWHOLEDOCUMENT);
  SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()), bytes.constData());
  endUndoAction();
  setCursorPosition(std::min(line, lines() - 1), column);
  setFirstVisibleLine(top);
}

void CodeView::fill(int indicator, qsizetype at, qsizetype length) {
  const int from = byteOf(at);
  SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
  SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from),
                static_cast<long>(byteOf(at + length) - from));
}

void CodeView::clear(int indicator) {
  SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
  SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, static_cast<long>(length()));
}

void CodeView::markMatches(const std::vector<Match>& matches, int current) {
  clear(kMatch);
  clear(kCurrentMatch);
  const QString all = text();
  qsizetype seen = 0;
  qsizetype bytes = 0;
  for (int i = 0; i < std::min(static_cast<int>(matches.size()), kMostMarked); ++i) {
    const Match& match = matches[static_cast<std::size_t>(i)];
    bytes += utf8Length(QStringView(all).mid(seen, match.at - seen));
    seen = match.at;
    const auto span = utf8Length(QStringView(all).mid(match.at, match.length));
    SendScintilla(SCI_SETINDICATORCURRENT,
                  static_cast<unsigned long>(i == current ? kCurrentMatch : kMatch));
    SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(bytes),
                  static_cast<long>(span));
  }
}

// --- problems -------------------------------------------------------------------------------

bool CodeView::isTooLargeToCheck() const {
  return length() > kLargestChecked;
}

void CodeView::checkNow() {
  m_check.stop();
  m_problems = isTooLargeToCheck() ? std::vector<Problem>{} : lightCheck(m_language, text());
  showProblems();
  colourCalls();
  m_annotate.start();
  emit problemsChanged();
}

void CodeView::showProblems() {
  clear(kProblem);
  markerDeleteAll(kProblemMark);
  clearAnnotations();
  for (const Problem& problem : m_problems) {
    fill(kProblem, problem.at, problem.length);
    markerAdd(static_cast<int>(text().left(problem.at).count(u'\n')), kProblemMark);
  }
  sizeMargins();
}

void CodeView::annotateProblems() {
  clearAnnotations();
  const QsciStyle style(-1, QStringLiteral("problem"), theme::color(Role::Error),
                        theme::color(Role::PanelHeader), Theme::instance().smallFont(), true);
  for (const Problem& problem : m_problems) {
    const QString before = text().left(problem.at);
    const auto column = problem.at - (before.lastIndexOf(u'\n') + 1);
    annotate(static_cast<int>(before.count(u'\n')),
             QString(std::min<qsizetype>(column, 24), u' ') + QStringLiteral("! ") + problem.text,
             style);
  }
}

void CodeView::goToNextProblem() {
  if (m_problems.empty()) return emit hint(tr("The light check finds no problem in this file."));
  const qsizetype here = cursorOffset();
  auto next = std::find_if(m_problems.begin(), m_problems.end(),
                           [&](const Problem& problem) { return problem.at > here; });
  if (next == m_problems.end()) next = m_problems.begin();
  annotateProblems();
  const QString before = text().left(next->at);
  const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
  goTo(static_cast<int>(before.count(u'\n')), static_cast<int>(next->at - lineStart));
}

// The lexers colour where a function is defined; a call deserves the same colour.
void CodeView::colourCalls() {
  clear(kCall);
  if (isTooLargeToCheck() || !lexer()) return;
  const QString all = text();
  const std::vector<Token> tokens = tokensOf(m_language, all);
  QSet<QString> keywords;
  for (const QString& word : QString::fromLatin1(lexer()->keywords(1)).split(u' '))
    keywords.insert(word);
  qsizetype seen = 0;
  qsizetype bytes = 0;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i].kind != Token::Kind::Name || tokens[i + 1].kind != Token::Kind::Open) continue;
    if (wordOf(all, tokens[i + 1]) != u"(") continue;
    const QStringView word = wordOf(all, tokens[i]);
    if (keywords.contains(word.toString())) continue;
    bytes += utf8Length(QStringView(all).mid(seen, tokens[i].at - seen));
    seen = tokens[i].at;
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(kCall));
    SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(bytes),
                  static_cast<long>(utf8Length(word)));
  }
}

// --- keys and pointer -----------------------------------------------------------------------

void CodeView::keyPressEvent(QKeyEvent* event) {
  const bool popup = SendScintilla(SCI_AUTOCACTIVE) != 0 || SendScintilla(SCI_CALLTIPACTIVE) != 0;
  if (event->key() == Qt::Key_Tab && m_tabLeaves) {
    m_tabLeaves = false;
    QWidget::focusNextPrevChild(true);
    return;
  }
  m_tabLeaves = event->key() == Qt::Key_Escape && !popup;
  if (m_tabLeaves && SendScintilla(SCI_GETSELECTIONS) > 1) {
    const long caret = SendScintilla(SCI_GETCURRENTPOS);
    SendScintilla(SCI_SETEMPTYSELECTION, static_cast<unsigned long>(caret));
  }
  QsciScintilla::keyPressEvent(event);
}

void CodeView::wheelEvent(QWheelEvent* event) {
  // Ctrl and the wheel scale the whole window, not this editor alone.
  if (event->modifiers().testFlag(Qt::ControlModifier))
    event->ignore();
  else
    QsciScintilla::wheelEvent(event);
}

bool CodeView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QsciScintilla::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);  // NOLINT: the type says so
  if (const QString condition = breakpoints().value(marginLineAt(help->pos()) + 1);
      !condition.isEmpty()) {
    QToolTip::showText(help->globalPos(), tr("Stops only if: %1").arg(condition), this);
    return true;
  }
  const long position =
      SendScintilla(SCI_POSITIONFROMPOINTCLOSE, static_cast<unsigned long>(help->x()),
                    static_cast<long>(help->y()));
  for (const Problem& problem : m_problems) {
    const int from = byteOf(problem.at);
    if (position < from || position > byteOf(problem.at + problem.length)) continue;
    QToolTip::showText(help->globalPos(), problem.text, this);
    return true;
  }
  QToolTip::hideText();
  return true;
}

}  // namespace coldstart::editor
