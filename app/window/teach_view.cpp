// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/teach_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QSplitter>
#include <algorithm>

#include "app/stage/flow_page.h"
#include "app/stage/timeline_page.h"
#include "app/theme/icon.h"
#include "app/theme/segmented.h"
#include "app/theme/theme.h"
#include "app/window/tool_strip.h"
#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/on_worker.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"
#include "core/observe/explain.h"
#include "core/observe/happenings.h"

namespace coldstart::window {

using theme::color;
using theme::px;
using theme::Role;

namespace {

constexpr int kSliderSteps = 10'000;

/// A surface of one colour with a line above or below.
class Strip : public QWidget {
 public:
  Strip(Qt::Edge edge, QWidget* parent) : QWidget(parent), m_edge(edge) {}

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Panel));
    const int y = m_edge == Qt::TopEdge ? 0 : height() - 1;
    painter.fillRect(QRect(0, y, width(), 1), color(Role::Line));
  }

 private:
  Qt::Edge m_edge;
};

/// The stage's surface, with the outline of a pane.
class Sheet : public QWidget {
 public:
  using QWidget::QWidget;

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(Role::Line));
    painter.setBrush(color(Role::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
  }
};

QPushButton* buttonOf(QAction* action, const QString& iconName, const QString& name,
                      QWidget* parent) {
  auto* button = new QPushButton(theme::icon(iconName), {}, parent);
  button->setObjectName(name);
  button->setAccessibleName(action->text().remove(u'&'));
  button->setToolTip(action->text().remove(u'&'));
  QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
  QObject::connect(action, &QAction::changed, button,
                   [button, action] { button->setEnabled(action->isEnabled()); });
  button->setEnabled(action->isEnabled());
  return button;
}

}  // namespace

TeachView::TeachView(Workbench workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_caption(new QLabel(this)) {
  setObjectName(QStringLiteral("teachView"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_header = makeHeader());
  m_stage = new QWidget(this);
  column->addWidget(m_stage, 1);
  m_caption->setObjectName(QStringLiteral("teachCaption"));
  m_caption->setWordWrap(true);
  m_caption->setAutoFillBackground(true);
  m_caption->setTextFormat(Qt::PlainText);
  m_caption->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  column->addWidget(m_caption);
  column->addWidget(m_transport = makeTransport());
  Session& session = workbench.session;
  connect(&session, &Session::playheadChanged, this, [this] {
    showCaption();
    showStep();
    showTransport();
  });
  for (const auto change : {&Session::runChanged, &Session::selectionChanged}) {
    connect(&session, change, this, [this] {
      m_told = journal::kNone;
      showTitle();
      showCaption();
      showTransport();
    });
  }
  connect(&session, &Session::runChanged, this, &TeachView::countSteps);
  connect(&session, &Session::modeChanged, this, &TeachView::showMode);
  for (const auto change : {&Session::playingChanged, &Session::speedChanged})
    connect(&session, change, this, &TeachView::showTransport);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &TeachView::restyle);
  restyle();
  showTitle();
  showCaption();
  showTransport();
  countSteps();
}

QWidget* TeachView::makeHeader() {
  auto* header = new Strip(Qt::BottomEdge, this);
  header->setObjectName(QStringLiteral("teachHeader"));
  auto* row = new QHBoxLayout(header);
  m_title = new QLabel(header);
  m_title->setObjectName(QStringLiteral("teachTitle"));
  m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  row->addWidget(m_title, 1);
  m_mode = new QLabel(header);
  m_mode->setObjectName(QStringLiteral("teachMode"));
  row->addWidget(m_mode);
  m_stepCount = new QLabel(header);
  m_stepCount->setObjectName(QStringLiteral("teachStepCount"));
  row->addWidget(m_stepCount);
  m_layouts = new theme::Segmented(
      {ToolStrip::tr("Write"), ToolStrip::tr("Watch"), ToolStrip::tr("Teach")}, header);
  m_layouts->setObjectName(QStringLiteral("teachLayoutSwitch"));
  m_layouts->setCurrent(2);
  connect(m_layouts, &theme::Segmented::chosen, this, [this](int index) {
    m_layouts->setCurrent(2);
    emit layoutChosen(index);
  });
  row->addWidget(m_layouts);
  return header;
}

QWidget* TeachView::makeTransport() {
  auto* strip = new Strip(Qt::TopEdge, this);
  strip->setObjectName(QStringLiteral("teachTransport"));
  auto* row = new QHBoxLayout(strip);
  const auto action = [this](const char* id) {
    return m_workbench.actions.find(QString::fromLatin1(id));
  };
  m_test = buttonOf(action("run.test"), QStringLiteral("play"), QStringLiteral("teachTest"), strip);
  m_back =
      buttonOf(action("run.stepBack"), QStringLiteral("back"), QStringLiteral("teachBack"), strip);
  m_play = buttonOf(action("run.play"), QStringLiteral("play"), QStringLiteral("teachPlay"), strip);
  m_step = buttonOf(action("run.step"), QStringLiteral("step"), QStringLiteral("teachStep"), strip);
  m_test->setIcon(theme::icon(QStringLiteral("lambda"), Role::Init));
  m_play->setProperty("primary", true);
  m_speed = new QPushButton(strip);
  m_speed->setObjectName(QStringLiteral("teachSpeed"));
  auto* speeds = new QMenu(m_speed);
  for (const double speed : {0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 100.0, 1000.0}) {
    connect(speeds->addAction(speedText(speed)), &QAction::triggered, this,
            [this, speed] { m_workbench.session.setSpeed(speed); });
  }
  m_speed->setMenu(speeds);
  m_slider = new QSlider(Qt::Horizontal, strip);
  m_slider->setObjectName(QStringLiteral("teachSlider"));
  m_slider->setRange(0, kSliderSteps);
  m_slider->setAccessibleName(tr("Playhead"));
  connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
    Session& session = m_workbench.session;
    session.setPlayhead(Instant{session.end().us / kSliderSteps * value +
                                session.end().us % kSliderSteps * value / kSliderSteps});
  });
  m_clock = new QLabel(strip);
  m_clock->setObjectName(QStringLiteral("teachClock"));
  for (QWidget* widget : std::initializer_list<QWidget*>{m_test, m_back, m_play, m_step, m_speed})
    row->addWidget(widget);
  row->addWidget(m_slider, 1);
  row->addWidget(m_clock);
  return strip;
}

void TeachView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_play->setFocus();
  if (m_stage->layout()) return;
  // The stage's pages are made when the layout is first looked at.
  auto* margin = new QVBoxLayout(m_stage);
  margin->setContentsMargins(px(6), px(6), px(6), px(6));
  auto* sheet = new Sheet(m_stage);
  auto* inside = new QVBoxLayout(sheet);
  inside->setContentsMargins(px(2), px(2), px(2), px(2));
  auto* splitter = new QSplitter(Qt::Vertical, sheet);
  splitter->setChildrenCollapsible(false);
  splitter->addWidget(new stage::FlowPage(m_workbench));
  splitter->addWidget(new stage::TimelinePage(m_workbench));
  splitter->widget(0)->setMinimumHeight(px(60));
  splitter->widget(1)->setMinimumHeight(px(60));
  splitter->setSizes({620, 380});
  inside->addWidget(splitter);
  margin->addWidget(sheet);
}

void TeachView::showMode() {
  const bool isLive = m_workbench.session.mode() == Session::Mode::Live;
  m_mode->setText(isLive ? ToolStrip::tr("Live") : ToolStrip::tr("Simulated"));
  m_mode->setToolTip(
      isLive ? ToolStrip::tr("Live runs your handler for real, in a process of its own.")
             : ToolStrip::tr("Test and scenarios are simulated: no code runs."));
  QPalette colours = palette();
  colours.setColor(QPalette::WindowText, color(isLive ? Role::Accent : Role::Muted));
  m_mode->setPalette(colours);
}

void TeachView::showTitle() {
  const Session& session = m_workbench.session;
  const auto function = session.function();
  if (session.index() && !session.workbench())
    m_title->setText(session.scenario());
  else if (function)
    m_title->setText(qs(m_workbench.document.project().functions[*function].id));
}

void TeachView::showCaption() {
  const Session& session = m_workbench.session;
  const auto index = session.index();
  if (!index) {
    m_caption->setText(tr("Press Test to send the first request, or run a scenario."));
    return;
  }
  quint32 about = journal::kNone;
  if (session.selection().kind == Selection::Kind::Attempt && !session.playing())
    about = session.selection().index;
  else if (const std::size_t arrived = index->arrivedBy(session.playhead()); arrived > 0)
    about = static_cast<quint32>(arrived - 1);
  if (about == m_told && about != journal::kNone) return;
  m_told = about;
  if (about == journal::kNone || about >= index->attempts().size()) {
    m_caption->setText(say(observe::explainRun(*index).question));
    return;
  }
  const observe::Explanation why = observe::explainAttempt(*index, about);
  QString text = say(why.answer.empty() ? why.question : why.answer.front());
  m_caption->setText(text);
  m_caption->setAccessibleName(text);
}

void TeachView::showTransport() {
  const Session& session = m_workbench.session;
  const bool playing = session.playing();
  m_play->setText(playing ? tr("Pause") : tr("Play"));
  m_play->setIcon(theme::icon(playing ? QStringLiteral("pause") : QStringLiteral("play"),
                              m_play->isEnabled() ? Role::OnAccent : Role::Dim));
  m_speed->setText(speedText(session.speed()));
  m_clock->setText(clockText(session.playhead().us));
  const QSignalBlocker quiet(m_slider);
  const double end = static_cast<double>(qMax<qint64>(1, session.end().us));
  m_slider->setEnabled(session.index() != nullptr);
  m_slider->setValue(
      static_cast<int>(static_cast<double>(session.playhead().us) / end * kSliderSteps));
}

/// Finding where Step stops takes longer than a frame in a long run, and nobody steps through a
/// million requests: there the count is left out.
void TeachView::countSteps() {
  constexpr std::size_t kMostRequests = 300'000;
  m_steps.clear();
  showStep();
  const auto index = m_workbench.session.index();
  if (!index || index->attempts().size() > kMostRequests) return;
  onWorker(
      this, [index] { return std::pair(index, observe::happenings(*index)); },
      [this](const auto& found) {
        if (found.first != m_workbench.session.index()) return;
        m_steps = found.second;
        showStep();
      });
}

void TeachView::showStep() {
  m_stepCount->setVisible(!m_steps.empty());
  const auto reached = std::ranges::upper_bound(m_steps, m_workbench.session.playhead());
  m_stepCount->setText(
      tr("step %1 of %2")
          .arg(qs(formatCount(reached - m_steps.begin())), qs(formatCount(std::ssize(m_steps)))));
}

void TeachView::restyle() {
  const QFont title = theme::Theme::instance().headingFont();
  m_title->setFont(title);
  m_clock->setFont(title);
  QPalette muted = palette();
  muted.setColor(QPalette::WindowText, color(Role::Muted));
  m_stepCount->setPalette(muted);
  showMode();
  m_caption->setFont(theme::Theme::instance().headingFont());
  QFont caption = m_caption->font();
  caption.setWeight(QFont::Medium);
  m_caption->setFont(caption);
  QPalette dark = m_caption->palette();
  dark.setColor(QPalette::Window, theme::Theme::color(Role::Background, true));
  dark.setColor(QPalette::WindowText, theme::Theme::color(Role::Text, true));
  m_caption->setPalette(dark);
  m_caption->setContentsMargins(px(16), px(8), px(16), px(8));
  m_caption->setMinimumHeight(2 * QFontMetrics(caption).lineSpacing() + px(16));
  for (QWidget* strip : {m_header, m_transport}) {
    strip->layout()->setContentsMargins(px(10), px(5), px(10), px(5));
    strip->layout()->setSpacing(px(6));
  }
  showTransport();
}

/// Where there is little room the buttons show only their signs.
void TeachView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const bool roomy = width() >= px(640);
  m_test->setText(roomy ? tr("Test") : QString());
  m_back->setText(roomy ? tr("Back") : QString());
  m_step->setText(roomy ? tr("Step") : QString());
}

void TeachView::paintEvent(QPaintEvent* /*event*/) {
  QPainter(this).fillRect(rect(), color(Role::Background));
}

}  // namespace coldstart::window
