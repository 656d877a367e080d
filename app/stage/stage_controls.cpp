// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/stage_controls.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include "app/stage/attempt_card.h"
#include "app/stage/quantity.h"
#include "app/stage/time_axis.h"
#include "app/theme/icon.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/say.h"
#include "core/base/identifiers.h"

namespace coldstart::stage {

StageControls::StageControls(Session& session, Zoom zoomable, QWidget* parent)
    : QWidget(parent), m_session(session), m_functions(new QComboBox(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(theme::px(4));
  m_functions->setObjectName(QStringLiteral("stageFunction"));
  m_functions->setAccessibleName(tr("Function shown on the stage"));
  row->addWidget(m_functions);
  connect(m_functions, &QComboBox::activated, this, &StageControls::functionChosen);
  if (zoomable == Zoom::Yes) {
    m_span = new QLabel(this);
    m_span->setObjectName(QStringLiteral("stageSpan"));
    row->addWidget(m_span);
    const auto button = [&](const QString& name, const QString& says) {
      auto* made = new QToolButton(this);
      made->setObjectName(name);
      made->setToolTip(says);
      made->setAccessibleName(says);
      row->addWidget(made);
      return made;
    };
    m_out = button(QStringLiteral("stageZoomOut"), tr("Show more time (−)"));
    m_in = button(QStringLiteral("stageZoomIn"), tr("Show less time (+)"));
    m_whole = button(QStringLiteral("stageWholeRun"), tr("Show the whole run (0)"));
    m_whole->setText(tr("All"));
    connect(m_out, &QToolButton::clicked, this, [this] { zoom(3, 2); });
    connect(m_in, &QToolButton::clicked, this, [this] { zoom(2, 3); });
    connect(m_whole, &QToolButton::clicked, &m_session, &Session::showWholeRun);
    connect(&m_session, &Session::windowChanged, this, &StageControls::showSpan);
  }
  connect(&m_session, &Session::runChanged, this, [this] {
    fillFunctions();
    showSpan();
  });
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &StageControls::restyle);
  fillFunctions();
  showSpan();
  restyle();
}

std::optional<std::size_t> StageControls::function() const {
  const int chosen = m_functions->currentIndex();
  if (chosen <= 0) return std::nullopt;
  return static_cast<std::size_t>(chosen - 1);
}

void StageControls::fillFunctions() {
  const auto index = m_session.index();
  const QSignalBlocker quiet(m_functions);
  const QString before = m_functions->currentText();
  m_functions->clear();
  m_functions->addItem(tr("All functions"));
  if (index) {
    for (const project::Function& function : index->run().project.functions)
      m_functions->addItem(qs(function.id));
  }
  m_functions->setVisible(m_functions->count() > 2);
  const int again = m_functions->findText(before);
  m_functions->setCurrentIndex(m_functions->count() > 2 ? qMax(again, 0) : 0);
}

void StageControls::showSpan() {
  if (!m_span) return;
  const TimeWindow window = m_session.window();
  m_span->setText(durationText(window.to - window.from));
  m_span->setToolTip(tr("Span of time in view"));
}

void StageControls::zoom(int numerator, int denominator) {
  const TimeWindow window = validWindow(m_session.window(), m_session.end());
  const Instant playhead = m_session.playhead();
  const bool inside = playhead >= window.from && playhead <= window.to;
  const Instant middle = window.from + Duration{(window.to - window.from).us / 2};
  m_session.setWindow(
      zoomed(window, numerator, denominator, inside ? playhead : middle, m_session.end()));
}

void StageControls::restyle() {
  if (!m_span) return;
  QPalette muted = m_span->palette();
  muted.setColor(QPalette::WindowText, theme::color(theme::Role::Muted));
  m_span->setPalette(muted);
  m_out->setIcon(theme::icon(QStringLiteral("minus"), theme::Role::Muted));
  m_in->setIcon(theme::icon(QStringLiteral("plus"), theme::Role::Muted));
}

void showSelectionMenu(QWidget* parent, const Workbench& workbench, QPoint globalPosition) {
  const auto index = workbench.session.index();
  const Selection selection = workbench.session.selection();
  if (!index) return;
  auto* menu = new QMenu(parent);
  menu->setObjectName(QStringLiteral("stageMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto copy = [](const QString& text) { QGuiApplication::clipboard()->setText(text); };
  if (selection.kind == Selection::Kind::Attempt && selection.index < index->attempts().size()) {
    const journal::Attempt& attempt = index->attempts()[selection.index];
    menu->addAction(StageControls::tr("Copy request ID"), parent,
                    [=] { copy(qs(requestUuid(index->run().seed, attempt.request))); });
    menu->addAction(StageControls::tr("Copy summary"), parent,
                    [=] { copy(attemptCard(*index, selection.index)); });
    if (attempt.ran()) {
      menu->addAction(StageControls::tr("Select environment %1").arg(attempt.environment + 1),
                      parent, [workbench, e = attempt.environment] {
                        workbench.session.select({Selection::Kind::Environment, e});
                      });
    }
    menu->addAction(StageControls::tr("Move the playhead here"), parent,
                    [workbench, at = attempt.arrived] { workbench.session.setPlayhead(at); });
  } else if (selection.kind == Selection::Kind::Environment) {
    const Instant playhead = workbench.session.playhead();
    menu->addAction(StageControls::tr("Copy summary"), parent,
                    [=] { copy(environmentCard(*index, selection.index, playhead)); });
  }
  menu->addSeparator();
  for (const QString& id : {QStringLiteral("show.logs"), QStringLiteral("show.explain")})
    if (QAction* action = workbench.actions.find(id)) menu->addAction(action);
  menu->addAction(StageControls::tr("Show the whole run"), &workbench.session,
                  &Session::showWholeRun);
  menu->popup(globalPosition);
}

}  // namespace coldstart::stage
