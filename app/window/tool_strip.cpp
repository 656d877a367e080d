// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/tool_strip.h"

#include <QAbstractButton>
#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <array>

#include "app/theme/icon.h"
#include "app/theme/segmented.h"
#include "app/theme/theme.h"
#include "app/window/read_out.h"
#include "app/window/trust.h"
#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"
#include "core/observe/stage_state.h"

namespace coldstart::window {

using theme::color;
using theme::px;
using theme::Role;

namespace {

constexpr std::array kSpeeds{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 100.0, 1000.0, 0.0};

QFrame* divider(QWidget* parent) {
  auto* line = new QFrame(parent);
  line->setObjectName(QStringLiteral("divider"));
  line->setFrameShape(QFrame::NoFrame);
  line->setAutoFillBackground(true);
  line->setBackgroundRole(QPalette::Mid);
  line->setFixedWidth(1);
  return line;
}

}  // namespace

QString clockText(qint64 microseconds) {
  const qint64 millis = microseconds / 1000;
  const qint64 hours = millis / 3'600'000;
  const QString rest = QStringLiteral("%1:%2.%3")
                           .arg(millis / 60'000 % 60, 2, 10, QLatin1Char('0'))
                           .arg(millis / 1000 % 60, 2, 10, QLatin1Char('0'))
                           .arg(millis % 1000, 3, 10, QLatin1Char('0'));
  return hours > 0 ? QStringLiteral("%1:%2").arg(hours).arg(rest) : rest;
}

QString speedText(double speed) {
  return speed == 0 ? ToolStrip::tr("max") : QStringLiteral("×%1").arg(speed);
}

ToolStrip::ToolStrip(Actions& actions, QWidget* parent)
    : QWidget(parent),
      m_actions(actions),
      m_grid(new QGridLayout(this)),
      m_left(new QWidget(this)),
      m_right(new QWidget(this)) {
  setObjectName(QStringLiteral("toolStrip"));
  buildLeft();
  buildRight();
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
    apply(m_room);
    fit();
  });
  apply(Room::Wide);
  attach(nullptr, nullptr);
}

QToolButton* ToolStrip::transportButton(const QString& action, const QString& iconName) {
  auto* button = new QToolButton(m_left);
  button->setDefaultAction(m_actions.find(action));
  button->defaultAction()->setIcon(theme::icon(iconName));
  button->setToolButtonStyle(Qt::ToolButtonIconOnly);
  button->setObjectName(action);
  button->setAccessibleName(button->defaultAction()->text().remove(u'&'));
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

void ToolStrip::buildLeft() {
  auto* row = new QHBoxLayout(m_left);
  row->setContentsMargins(0, 0, 0, 0);
  m_test = new QPushButton(theme::icon(QStringLiteral("play"), Role::OnAccent), tr("Test"), m_left);
  m_test->setObjectName(QStringLiteral("testButton"));
  m_test->setProperty("primary", true);
  connect(m_test, &QPushButton::clicked, m_actions.find(QStringLiteral("run.test")),
          &QAction::trigger);
  row->addWidget(m_test);
  m_scenario = new QPushButton(theme::icon(QStringLiteral("layers")), {}, m_left);
  m_scenario->setObjectName(QStringLiteral("scenarioButton"));
  m_scenarios = new QMenu(m_scenario);
  m_scenario->setMenu(m_scenarios);
  connect(m_scenarios, &QMenu::aboutToShow, this, &ToolStrip::fillScenarioMenu);
  row->addWidget(m_scenario);
  row->addWidget(divider(m_left));
  row->addWidget(transportButton(QStringLiteral("run.stepBack"), QStringLiteral("back")));
  m_play = transportButton(QStringLiteral("run.play"), QStringLiteral("play"));
  row->addWidget(m_play);
  row->addWidget(transportButton(QStringLiteral("run.step"), QStringLiteral("step")));
  m_speed = new QPushButton(m_left);
  m_speed->setObjectName(QStringLiteral("speedButton"));
  m_speed->setToolTip(tr("How fast the run plays"));
  m_speeds = new QMenu(m_speed);
  m_speed->setMenu(m_speeds);
  connect(m_speeds, &QMenu::aboutToShow, this, &ToolStrip::fillSpeedMenu);
  row->addWidget(m_speed);
  row->addWidget(divider(m_left));
  // A click leaves the keyboard where it was, so that Space goes on playing and pausing.
  for (QPushButton* button : {m_test, m_scenario, m_speed}) button->setFocusPolicy(Qt::TabFocus);
  m_mode = new theme::Segmented({tr("Simulated"), tr("Live")}, m_left);
  m_mode->setObjectName(QStringLiteral("modeSwitch"));
  m_mode->segment(0)->setToolTip(tr("Test and scenarios are simulated: no code runs."));
  connect(m_mode, &theme::Segmented::chosen, this, [this](int index) {
    if (m_session) m_session->setMode(static_cast<Session::Mode>(index));
  });
  row->addWidget(m_mode);
  m_walls = new ReadOut(tr("around the handler"), tr("walls"), tr("Sandbox"), m_left);
  m_walls->setObjectName(QStringLiteral("wallsReadOut"));
  row->addWidget(m_walls);
}

void ToolStrip::buildRight() {
  auto* row = new QHBoxLayout(m_right);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(divider(m_right));
  const auto add = [&](const QString& name, const QString& caption, const QString& shortCaption,
                       const QString& widest) {
    auto* readOut = new ReadOut(caption, shortCaption, widest, m_right);
    readOut->setObjectName(name);
    row->addWidget(readOut);
    return readOut;
  };
  m_playhead = add(QStringLiteral("playheadReadOut"), tr("playhead"), tr("playhead"), clockText(0));
  m_busy = add(QStringLiteral("busyReadOut"), tr("environments busy"), tr("busy"),
               QStringLiteral("000 / 1 000"));
  m_throttled = add(QStringLiteral("throttledReadOut"), tr("throttled (429)"), tr("429s"),
                    QStringLiteral("0 000"));
  m_bill = add(QStringLiteral("billReadOut"), tr("bill so far"), tr("bill"),
               QStringLiteral("$0.000 000"));
  row->addStretch(1);
  m_layouts = new theme::Segmented({tr("Write"), tr("Watch"), tr("Teach")}, m_right);
  m_layouts->setObjectName(QStringLiteral("layoutSwitch"));
  connect(m_layouts, &theme::Segmented::chosen, this, &ToolStrip::layoutChosen);
  row->addWidget(m_layouts);
}

void ToolStrip::attach(Document* document, Session* session) {
  if (m_session) disconnect(m_session, nullptr, this, nullptr);
  if (m_document) disconnect(m_document, nullptr, this, nullptr);
  m_document = document;
  m_session = session;
  if (session) {
    connect(session, &Session::playheadChanged, this, &ToolStrip::showState);
    connect(session, &Session::runChanged, this, &ToolStrip::showState);
    for (const auto change :
         {&Session::playingChanged, &Session::speedChanged, &Session::scenarioChanged,
          &Session::functionChanged, &Session::eventChanged, &Session::runChanged})
      connect(session, change, this, &ToolStrip::showTransport);
    connect(document, &Document::projectChanged, this, &ToolStrip::showTransport);
    connect(session, &Session::modeChanged, this, &ToolStrip::showMode);
    connect(&session->live(), &LiveWorkbench::surroundingsChanged, this, &ToolStrip::showMode);
  }
  m_scenario->setEnabled(session != nullptr);
  m_speed->setEnabled(session != nullptr);
  m_mode->setEnabled(session != nullptr);
  for (int i = 0; i < 3; ++i)
    m_layouts->setUnavailable(i, session ? QString() : tr("Open a project first."));
  showState();
  showMode();
}

/// Which mode, and in Live what keeps the handler apart and what runs it.
void ToolStrip::showMode() {
  const bool isLive = m_session && m_session->mode() == Session::Mode::Live;
  m_mode->setCurrent(isLive ? 1 : 0);
  const auto walls = m_session ? m_session->live().walls() : std::nullopt;
  m_walls->setVisible(isLive && walls);
  QString why = tr("Live runs your handler for real, in a process of its own.");
  if (isLive && walls) {
    const bool sandbox = live::isSandbox(*walls);
    const bool fast = m_session->live().fast();
    m_walls->setValue(sandbox ? fast ? tr("Sandbox, fast") : tr("Sandbox")
                      : fast ? tr("Limits only, fast")
                              : tr("Limits only"),
                      sandbox ? Role::Text : Role::Throttle);
    why += QStringLiteral("\n\n") + trust::wallsInWords(*walls);
    if (const QString other = m_session->live().interpreter(); !other.isEmpty())
      why += QStringLiteral("\n\n") + other;
    if (fast)
      why += QStringLiteral("\n\n") +
             tr("Fast starts are on, as Settings say: interpreters are started ahead, and cold "
                "starts are shorter than Lambda's.");
    m_walls->setToolTip(why);
  }
  m_mode->segment(1)->setToolTip(why);
  showTransport();
}

void ToolStrip::setLayoutChoice(int index) {
  m_layouts->setCurrent(index);
}

void ToolStrip::fillScenarioMenu() {
  m_scenarios->clear();
  if (!m_document) return;
  for (const project::Scenario& scenario : m_document->project().scenarios) {
    const QString name = qs(scenario.name);
    QAction* run = m_scenarios->addAction(theme::icon(QStringLiteral("layers")), name);
    run->setToolTip(qs(scenario.description));
    connect(run, &QAction::triggered, m_session, [this, name] { m_session->runScenario(name); });
  }
  m_scenarios->setToolTipsVisible(true);
  if (!m_scenarios->isEmpty()) m_scenarios->addSeparator();
  m_scenarios->addAction(m_actions.find(QStringLiteral("run.newScenario")));
}

void ToolStrip::fillSpeedMenu() {
  m_speeds->clear();
  if (!m_session) return;
  for (const double speed : kSpeeds) {
    QAction* choice =
        m_speeds->addAction(speed == 0 ? tr("max: as fast as possible") : speedText(speed));
    choice->setCheckable(true);
    choice->setChecked(speed == m_session->speed());
    connect(choice, &QAction::triggered, m_session, [this, speed] { m_session->setSpeed(speed); });
  }
}

void ToolStrip::showState() {
  const auto index = m_session ? m_session->index() : nullptr;
  m_playhead->setValue(clockText(m_session ? m_session->playhead().us : 0));
  observe::StageState state;
  if (index)
    state = observe::stageAt(*index, m_session->playhead());
  else if (m_document)
    state.accountLimit = m_document->project().account.concurrentExecutions;
  m_busy->setValue(
      tr("%1 / %2").arg(qs(formatCount(state.busy)), qs(formatCount(state.accountLimit))),
      state.accountLimit > 0 && state.busy >= state.accountLimit ? Role::Throttle : Role::Text);
  m_throttled->setValue(qs(formatCount(state.throttles)),
                        state.throttles > 0 ? Role::Throttle : Role::Text);
  m_bill->setValue(qs(formatMoney(state.billSoFar)));
}

void ToolStrip::showTransport() {
  const bool open = m_session != nullptr;
  const bool hasRun = open && m_session->index() != nullptr;
  const QString noRun = tr("There is no run yet. Press Test, or run a scenario.");
  for (const QString& id :
       {QStringLiteral("run.play"), QStringLiteral("run.step"), QStringLiteral("run.stepBack")}) {
    QAction* action = m_actions.find(id);
    action->setEnabled(hasRun);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(hasRun ? tr("%1 (%2)").arg(action->text().remove(u'&'), key) : noRun);
  }
  const bool playing = open && m_session->playing();
  QAction* play = m_actions.find(QStringLiteral("run.play"));
  play->setIcon(theme::icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
  m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
  m_speed->setText(speedText(open ? m_session->speed() : 1));

  const auto function = open ? m_session->function() : std::nullopt;
  QAction* test = m_actions.find(QStringLiteral("run.test"));
  test->setEnabled(function.has_value());
  m_test->setEnabled(function.has_value());
  if (function) {
    const QString name = qs(m_document->project().functions[*function].id);
    const QString event = m_session->event();
    if (m_session->mode() == Session::Mode::Live)
      m_test->setToolTip(tr("Run the handler of %1 on this machine (F5)").arg(name));
    else
      m_test->setToolTip(event.isEmpty() ? tr("Send one request to %1 (F5)").arg(name)
                                         : tr("Send %2 to %1 (F5)").arg(name, event));
  } else {
    m_test->setToolTip(open ? tr("This project has no function. Add one in the project tree.")
                            : tr("Open a project first."));
  }
  const QString scenario = open ? m_session->scenario() : QString();
  m_scenarioName = scenario.isEmpty() ? tr("Scenario") : scenario;
  m_scenario->setToolTip(tr("Run a scenario: many requests over time"));
  m_scenario->setAccessibleName(tr("Scenario: %1").arg(m_scenarioName));
  apply(m_room);
  fit();
}

QSize ToolStrip::minimumSizeHint() const {
  return {px(300), px(46)};
}

void ToolStrip::apply(Room room) {
  m_room = room;
  const bool wide = room == Room::Wide;
  for (ReadOut* readOut : {m_playhead, m_busy, m_throttled, m_bill, m_walls})
    readOut->setCompact(!wide);
  const int nameRoom = room == Room::Wide ? px(140) : room == Room::Tight ? 0 : px(74);
  m_scenario->setText(
      QFontMetrics(m_scenario->font()).elidedText(m_scenarioName, Qt::ElideRight, nameRoom));
  if (room == Room::Tight) m_scenario->setText({});
  m_left->layout()->setSpacing(px(wide ? 8 : 4));
  m_right->layout()->setSpacing(px(wide ? 12 : 8));
  m_grid->setContentsMargins(px(wide ? 12 : 8), 0, px(wide ? 12 : 8), 0);
  m_grid->setHorizontalSpacing(px(wide ? 12 : 6));
  m_grid->setVerticalSpacing(0);
  m_grid->removeWidget(m_left);
  m_grid->removeWidget(m_right);
  m_grid->addWidget(m_left, 0, 0, Qt::AlignLeft | Qt::AlignVCenter);
  if (room == Room::TwoRows)
    m_grid->addWidget(m_right, 1, 0);
  else
    m_grid->addWidget(m_right, 0, 1);
  m_grid->setColumnStretch(0, room == Room::TwoRows ? 1 : 0);
  m_grid->setColumnStretch(1, room == Room::TwoRows ? 0 : 1);
  const auto dividers = findChildren<QFrame*>(QStringLiteral("divider"));
  for (QFrame* line : dividers) line->setFixedHeight(px(22));
  dividers.last()->setVisible(room != Room::TwoRows);  // It stands between the two groups.
  const int side = px(28);
  for (QToolButton* button : m_left->findChildren<QToolButton*>()) button->setFixedSize(side, side);
  m_mode->setFixedHeight(side);
  m_layouts->setFixedHeight(side);
  setFixedHeight(px(room == Room::TwoRows ? 82 : 46));
}

void ToolStrip::fit() {
  for (const Room room : {Room::Wide, Room::Short, Room::Tight, Room::TwoRows}) {
    if (room != m_room) apply(room);
    if (room == Room::TwoRows || neededWidth() <= width()) break;
  }
  m_fitted = neededWidth();
}

int ToolStrip::neededWidth() const {
  const QMargins margins = m_grid->contentsMargins();
  return m_left->layout()->sizeHint().width() + m_right->layout()->sizeHint().width() +
         m_grid->horizontalSpacing() + margins.left() + margins.right();
}

bool ToolStrip::event(QEvent* event) {
  const bool handled = QWidget::event(event);
  // A longer name, another font or another language: does everything still fit?
  if (event->type() == QEvent::LayoutRequest && neededWidth() != m_fitted) fit();
  return handled;
}

void ToolStrip::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void ToolStrip::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Role::Panel));
  painter.fillRect(QRect(0, 0, width(), 1), color(Role::Line));
  painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Line));
}

}  // namespace coldstart::window
