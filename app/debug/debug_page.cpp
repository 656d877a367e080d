// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/debug/debug_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/theme/empty_state.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/debug_session.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"

namespace coldstart::debug {

using theme::px;

namespace {

constexpr int kInside = Qt::UserRole;  ///< Of a variable: what to ask for its parts with.

}  // namespace

DebugPage::DebugPage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_workbench(workbench),
      m_debug(workbench.session.live().debugging()),
      m_stack(new QStackedWidget(this)),
      m_place(new QLabel),
      m_frames(new QListWidget),
      m_variables(new QTreeWidget),
      m_question(new QLineEdit),
      m_answers(new QPlainTextEdit) {
  setObjectName(QStringLiteral("debugPage"));
  registerActions();
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_stack);
  m_stack->addWidget(new theme::EmptyState(
      QStringLiteral("hint"),
      tr("Click beside a line number in the code to set a breakpoint; a right click there gives it "
         "a condition. Then test with the debugger: the handler is held there, and its deadline "
         "waits."),
      workbench.actions.find(QStringLiteral("run.debug"))));
  auto* scroll = new QScrollArea;  // In a low pane.
  scroll->setWidget(makeHeld());
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->widget()->setAutoFillBackground(false);
  scroll->viewport()->setAutoFillBackground(false);
  m_stack->addWidget(scroll);
  connect(&m_debug, &DebugSession::changed, this, &DebugPage::follow);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &DebugPage::restyle);
  restyle();
  follow();
}

void DebugPage::registerActions() {
  const auto add = [this](const char* id, const QString& text, const QKeySequence& key, auto run) {
    m_workbench.actions.add(QString::fromLatin1(id), text, key, [this, run] {
      if (m_debug.stop()) run();
    });
  };
  add("debug.continue", tr("Debugger: go on"), QKeySequence(Qt::Key_F7),
      [this] { m_debug.resume(); });
  add("debug.over", tr("Debugger: step over"), QKeySequence(Qt::Key_F10),
      [this] { m_debug.step(Step::Over); });
  add("debug.in", tr("Debugger: step into"), QKeySequence(Qt::Key_F11),
      [this] { m_debug.step(Step::In); });
  add("debug.out", tr("Debugger: step out"), QKeySequence(Qt::SHIFT | Qt::Key_F11),
      [this] { m_debug.step(Step::Out); });
}

QWidget* DebugPage::makeHeld() {
  auto* held = new QWidget;
  auto* column = new QVBoxLayout(held);
  column->setContentsMargins(px(12), px(8), px(12), px(8));
  column->setSpacing(px(6));
  m_place->setObjectName(QStringLiteral("debugPlace"));
  m_place->setWordWrap(true);
  column->addWidget(m_place);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(4));
  const std::pair<const char*, QString> moves[] = {{"debug.continue", tr("Go on")},
                                                   {"debug.over", tr("Over")},
                                                   {"debug.in", tr("Into")},
                                                   {"debug.out", tr("Out")}};
  for (const auto& [id, text] : moves) {
    QAction* action = m_workbench.actions.find(QString::fromLatin1(id));
    auto* button = new QToolButton(held);
    button->setObjectName(QString::fromLatin1(id).replace(u'.', u'-'));
    button->setText(text);
    button->setToolTip(action->text() + QStringLiteral(" (") +
                       action->shortcut().toString(QKeySequence::NativeText) + u')');
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    m_buttons << button;
    row->addWidget(button);
  }
  row->addStretch(1);
  column->addLayout(row);
  m_frames->setObjectName(QStringLiteral("debugFrames"));
  m_frames->setAccessibleName(tr("Stack"));
  connect(m_frames, &QListWidget::currentRowChanged, this, [this](int frame) {
    if (frame >= 0) m_debug.chooseFrame(static_cast<std::size_t>(frame));
  });
  column->addWidget(m_frames, 1);
  m_variables->setObjectName(QStringLiteral("debugVariables"));
  m_variables->setAccessibleName(tr("Variables"));
  m_variables->setHeaderLabels({tr("Variable"), tr("Value")});
  m_variables->header()->setStretchLastSection(true);
  m_variables->setUniformRowHeights(true);
  connect(m_variables, &QTreeWidget::itemExpanded, this, &DebugPage::unfold);
  column->addWidget(m_variables, 3);
  m_question->setObjectName(QStringLiteral("debugQuestion"));
  m_question->setPlaceholderText(tr("An expression, e.g. event[\"key1\"]"));
  m_question->setAccessibleName(tr("Expression to evaluate"));
  connect(m_question, &QLineEdit::returnPressed, this, &DebugPage::evaluate);
  column->addWidget(m_question);
  m_answers->setObjectName(QStringLiteral("debugAnswers"));
  m_answers->setAccessibleName(tr("Values of the expressions"));
  m_answers->setReadOnly(true);
  m_answers->setTabChangesFocus(true);
  column->addWidget(m_answers, 1);
  // They share the height that there is; what they would like to have would hide the last of them.
  const std::pair<QWidget*, int> views[] = {{m_frames, 56}, {m_variables, 88}, {m_answers, 40}};
  for (const auto& [view, height] : views) {
    view->setMinimumHeight(px(height));
    view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
  }
  return held;
}

void DebugPage::follow() {
  m_stack->setCurrentIndex(m_debug.stop() ? 1 : 0);
  if (!m_debug.stop()) {
    m_variables->clear();
    return;
  }
  m_place->setText(m_debug.inWords());
  showFrames();
  showLocals();
}

void DebugPage::showFrames() {
  const QSignalBlocker quiet(m_frames);
  m_frames->clear();
  for (const Frame& frame : m_debug.stop()->frames) {
    const QString file = m_debug.fileOf(frame);
    m_frames->addItem(tr("%1  %2:%3")
                          .arg(qs(frame.function), file.isEmpty() ? qs(frame.file) : file)
                          .arg(frame.line));
  }
  m_frames->setCurrentRow(static_cast<int>(m_debug.frame()));
}

void DebugPage::showLocals() {
  m_debug.askLocals([this](const std::vector<Variable>& variables) {
    m_variables->clear();
    fill(m_variables->invisibleRootItem(), variables);
    m_variables->resizeColumnToContents(0);
  });
}

void DebugPage::fill(QTreeWidgetItem* parent, const std::vector<Variable>& variables) {
  for (const Variable& variable : variables) {
    auto* item = new QTreeWidgetItem(parent, {qs(variable.name), qs(variable.value)});
    item->setToolTip(1, qs(variable.type));
    item->setData(0, kInside, qs(variable.inside));
    if (!variable.inside.empty()) item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
  }
}

void DebugPage::unfold(QTreeWidgetItem* item) {
  const QString inside = item->data(0, kInside).toString();
  if (inside.isEmpty() || item->childCount() > 0) return;
  m_debug.askInside(inside.toStdString(), [this, inside](const std::vector<Variable>& variables) {
    // The tree may have been filled anew meanwhile: the item is looked for again.
    for (QTreeWidgetItemIterator each(m_variables); *each != nullptr; ++each) {
      if ((*each)->data(0, kInside).toString() != inside || (*each)->childCount() > 0) continue;
      return fill(*each, variables);
    }
  });
}

void DebugPage::evaluate() {
  const QString expression = m_question->text().trimmed();
  if (expression.isEmpty()) return;
  m_debug.evaluate(expression, [this, expression](const Debugger::Evaluated& result) {
    QString value = qs(result.value.value).trimmed();
    // Of a traceback of Python's, the last line says what it was.
    if (result.isError) value = QStringLiteral("! ") + value.section(u'\n', -1);
    m_answers->appendPlainText(expression + QStringLiteral(" → ") + value);
    showLocals();  // It may have changed them.
  });
  m_question->clear();
}

void DebugPage::restyle() {
  const theme::Theme& look = theme::Theme::instance();
  QFont bold = look.interfaceFont();
  bold.setWeight(QFont::DemiBold);
  m_place->setFont(bold);
  for (QWidget* text :
       std::initializer_list<QWidget*>{m_frames, m_variables, m_question, m_answers})
    text->setFont(look.codeFont());
  m_frames->setMinimumHeight(px(56));
  m_variables->setMinimumHeight(px(110));
  m_answers->setMinimumHeight(px(48));
}

}  // namespace coldstart::debug
