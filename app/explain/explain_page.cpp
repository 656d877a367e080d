// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explain/explain_page.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/explain/explanation_view.h"
#include "app/explain/what_if_table.h"
#include "app/theme/empty_state.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/on_worker.h"
#include "app/workbench/say.h"

namespace coldstart::explain {
namespace {

QScrollArea* scrollAround(QWidget* content) {
  auto* scroll = new QScrollArea;
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  content->setAutoFillBackground(false);
  scroll->viewport()->setAutoFillBackground(false);
  return scroll;
}

}  // namespace

ExplainPage::ExplainPage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_workbench(workbench),
      m_stack(new QStackedWidget(this)),
      m_trying(new QLabel),
      m_table(new WhatIfTable) {
  setObjectName(QStringLiteral("explainPage"));
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_stack);
  m_stack->addWidget(makeEmpty());
  auto* content = new QWidget;
  m_column = new QVBoxLayout(content);
  m_column->setContentsMargins(0, 0, 0, theme::px(12));
  m_column->setSpacing(theme::px(8));
  m_trying->setObjectName(QStringLiteral("explainTrying"));
  m_trying->setWordWrap(true);
  m_trying->setContentsMargins(theme::px(12), 0, theme::px(12), 0);
  m_trying->hide();
  connect(m_trying, &QLabel::linkActivated, &workbench.session, &Session::cancel);
  m_column->addWidget(m_trying);
  m_column->addWidget(m_table);
  m_column->addStretch(1);
  m_scroll = scrollAround(content);
  m_stack->addWidget(m_scroll);

  Session& session = workbench.session;
  connect(&session, &Session::runChanged, this, &ExplainPage::showRun);
  connect(&session, &Session::selectionChanged, this, &ExplainPage::follow);
  connect(&session, &Session::playheadChanged, this, &ExplainPage::follow);
  connect(&session, &Session::busyChanged, this, &ExplainPage::showBusy);
  connect(&session, &Session::whatIfReady, this, &ExplainPage::compare);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
    if (m_explained) display(m_explanation);
  });
  connect(&session, &Session::scenarioChanged, this, &ExplainPage::showScenario);
  connect(&workbench.document, &Document::projectChanged, this, &ExplainPage::showScenario);
  showScenario();
  showRun();
}

ExplainPage::~ExplainPage() = default;

QWidget* ExplainPage::makeEmpty() {
  auto* empty = new QWidget;
  auto* column = new QVBoxLayout(empty);
  column->setContentsMargins(theme::px(12), theme::px(10), theme::px(12), theme::px(12));
  m_scenario = new QLabel(empty);
  m_scenario->setObjectName(QStringLiteral("explainScenario"));
  m_scenario->setTextFormat(Qt::RichText);
  m_scenario->setWordWrap(true);
  column->addWidget(m_scenario);
  m_run = new QPushButton(tr("Run this scenario"), empty);
  m_run->setObjectName(QStringLiteral("explainRunScenario"));
  connect(m_run, &QPushButton::clicked, this,
          [this] { m_workbench.session.runScenario(m_workbench.session.scenario()); });
  column->addWidget(m_run, 0, Qt::AlignLeft);
  column->addWidget(new theme::EmptyState(
                        QStringLiteral("hint"),
                        tr("Send a request with Test, and this pane says why it went as it did."),
                        m_workbench.actions.find(QStringLiteral("run.test"))),
                    1);
  return scrollAround(empty);
}

/// Before anything has run: what the scenario is going to show, in its own words.
void ExplainPage::showScenario() {
  const auto* scenario =
      m_workbench.document.project().scenarioNamed(m_workbench.session.scenario().toStdString());
  m_scenario->setVisible(scenario != nullptr && !scenario->description.empty());
  m_run->setVisible(!m_scenario->isHidden());
  if (m_scenario->isHidden()) return;
  m_scenario->setText(
      QStringLiteral("<b>%1</b><p>%2</p>")
          .arg(tr("What the scenario %1 shows").arg(qs(scenario->name)).toHtmlEscaped(),
               qs(scenario->description).toHtmlEscaped()));
}

void ExplainPage::showRun() {
  m_explained = false;
  const auto index = m_workbench.session.index();
  if (index != m_of) m_table->clear();
  m_of = index;
  m_stack->setCurrentIndex(index ? 1 : 0);
  follow();
}

void ExplainPage::follow() {
  const Session& session = m_workbench.session;
  if (!m_of || m_of != session.index()) return;
  Selection wanted = session.selection();
  if (wanted.kind == Selection::Kind::None && session.workbench()) {
    const std::size_t arrived = m_of->arrivedBy(session.playhead());
    if (arrived > 0) wanted = {Selection::Kind::Attempt, static_cast<std::uint32_t>(arrived - 1)};
  }
  if (m_explained && wanted == m_shown) return;
  m_shown = wanted;
  m_explained = true;
  switch (wanted.kind) {
    case Selection::Kind::Attempt:
      if (wanted.index < m_of->attempts().size())
        display(observe::explainAttempt(*m_of, wanted.index));
      break;
    case Selection::Kind::Environment:
      if (wanted.index < m_of->environments().size())
        display(observe::explainEnvironment(*m_of, wanted.index));
      break;
    case Selection::Kind::None:
      explainWholeRun();
      break;
  }
}

void ExplainPage::explainWholeRun() {
  onWorker(
      this, [index = m_of] { return std::pair(index, observe::explainRun(*index)); },
      [this](const auto& result) {
        if (result.first == m_of && m_shown.kind == Selection::Kind::None) display(result.second);
      });
}

void ExplainPage::display(observe::Explanation explanation) {
  m_explanation = std::move(explanation);
  delete m_view;
  m_view = new ExplanationView(m_explanation);
  m_column->insertWidget(0, m_view);
  setAccessibleName(say(m_explanation.question));
  m_scroll->ensureVisible(0, 0);
  connect(m_view, &ExplanationView::remedyChosen, this, &ExplainPage::tryRemedy);
  // Following a link makes another view: not while this one is still sending.
  connect(m_view, &ExplanationView::linkFollowed, this, &ExplainPage::followLink,
          Qt::QueuedConnection);
  showBusy();
}

void ExplainPage::tryRemedy(int number) {
  m_remedyAsked = true;
  m_workbench.session.tryRemedy(m_explanation.remedies[static_cast<std::size_t>(number)]);
}

void ExplainPage::followLink(int number) {
  if (static_cast<std::size_t>(number) >= m_explanation.links.size()) return;
  const observe::Link& link = m_explanation.links[static_cast<std::size_t>(number)];
  if (link.attempt) {
    m_workbench.session.select({Selection::Kind::Attempt, *link.attempt});
  } else if (link.environment) {
    m_workbench.session.select({Selection::Kind::Environment, *link.environment});
  }
}

void ExplainPage::compare(const WhatIf& result) {
  onWorker(
      this,
      [result] {
        return std::tuple(result, observe::headlineOf(*result.before),
                          observe::headlineOf(*result.after));
      },
      [this](const auto& counted) {
        const auto& [asked, before, after] = counted;
        if (asked.before != m_of) return;
        m_table->show({tr("as it is"), before}, {asked.label, after});
        m_scroll->ensureWidgetVisible(m_table);
      });
}

void ExplainPage::showBusy() {
  const bool busy = m_workbench.session.busy();
  if (!busy) m_remedyAsked = false;
  if (m_view != nullptr) m_view->setRemediesAvailable(!busy);
  m_trying->setText(tr("Making the run again with that change … %1")
                        .arg(QStringLiteral("<a href=\"#\">%1</a>").arg(tr("Cancel"))));
  m_trying->setVisible(busy && m_remedyAsked);
}

void ExplainPage::contextMenuEvent(QContextMenuEvent* event) {
  if (!m_explained) return;
  QMenu menu(this);
  menu.addAction(tr("Copy explanation"), this,
                 [this] { QGuiApplication::clipboard()->setText(plainText(m_explanation)); });
  menu.exec(event->globalPos());
}

}  // namespace coldstart::explain
