// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cloudwatch/logs_page.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/cloudwatch/log_list.h"
#include "app/theme/empty_state.h"
#include "app/theme/icon.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/on_worker.h"
#include "app/workbench/say.h"

namespace coldstart::cloudwatch {

using theme::Role;

namespace {

/// Up to this many attempts a view is opened at once; beyond, on a worker thread.
constexpr std::size_t kOpenedAtOnce = 200'000;
/// Streams that the chooser lists; any other is reached by selecting its environment.
constexpr std::size_t kListedStreams = 500;
constexpr int kAll = -1;

}  // namespace

LogsPage::LogsPage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_workbench(workbench),
      m_controls(new QWidget(this)),
      m_pattern(new QLineEdit(m_controls)),
      m_follow(new QToolButton(m_controls)),
      m_wrap(new QToolButton(m_controls)),
      m_stack(new QStackedWidget(this)),
      m_groups(new QComboBox),
      m_streams(new QComboBox),
      m_status(new QLabel),
      m_cancel(new QToolButton),
      m_problemLine(new QLabel),
      m_list(new LogList) {
  setObjectName(QStringLiteral("logsPage"));
  makeControls();
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_stack);
  m_stack->addWidget(new theme::EmptyState(
      QStringLiteral("stream"),
      tr("Nothing has been logged yet. Send a request with Test and its lines appear here."),
      workbench.actions.find(QStringLiteral("run.test"))));
  auto* filled = new QWidget;
  auto* column = new QVBoxLayout(filled);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* breadcrumb = new QWidget;
  makeBreadcrumb(breadcrumb);
  column->addWidget(breadcrumb);
  m_problemLine->setObjectName(QStringLiteral("logProblem"));
  m_problemLine->setWordWrap(true);
  m_problemLine->setContentsMargins(theme::px(12), 0, theme::px(12), theme::px(4));
  column->addWidget(m_problemLine);
  column->addWidget(m_list, 1);
  m_stack->addWidget(filled);

  Session& session = workbench.session;
  connect(&session, &Session::runChanged, this, &LogsPage::showRun);
  connect(&session, &Session::playheadChanged, this, &LogsPage::followPlayhead);
  connect(&session, &Session::selectionChanged, this, &LogsPage::followSelection);
  connect(m_list, &LogList::selectionAsked, &session, &Session::select);
  connect(m_list, &LogList::menuAsked, this, &LogsPage::showMenu);
  connect(m_list, &LogList::codeAsked, &session, &Session::showCode);
  m_list->setLinks([this](const observe::LogLine& line, const QString& text) {
    // What a simulated handler prints names no line of anybody's code.
    if (line.kind != observe::LineKind::Printed) return QList<CodeLink>();
    const journal::Run& run = m_index->run();
    const std::uint16_t function = run.journal.environments[line.environment].function;
    return codeLinks(m_workbench.document, run.project.functions[function], text);
  });
  connect(&m_search, &LogJob::found, this, [this](const auto& matches, quint64 looked) {
    m_looked = looked;
    m_list->rows().addMatches(matches);
    m_list->rowsChanged();
    showStatus();
  });
  connect(&m_search, &LogJob::ended, this, &LogsPage::showStatus);
  connect(&m_export, &LogJob::found, this, [this](const auto&, quint64 looked) {
    m_looked = looked;
    showStatus();
  });
  connect(&m_export, &LogJob::ended, this, [this](const QString& problem) {
    m_problem = problem;
    showStatus();
  });
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &LogsPage::restyle);
  restyle();
  showRun();
}

void LogsPage::makeControls() {
  auto* row = new QHBoxLayout(m_controls);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(theme::px(4));
  m_pattern->setObjectName(QStringLiteral("logFilter"));
  m_pattern->setPlaceholderText(tr("Filter pattern, e.g. \"ERROR\""));
  m_pattern->setAccessibleName(tr("Filter pattern"));
  m_pattern->setToolTip(
      tr("Words that a line must hold. -word leaves lines out, ?one ?two is "
         "either, \"two words\" is a phrase. JSON patterns are not read yet."));
  m_pattern->setClearButtonEnabled(true);
  row->addWidget(m_pattern);
  connect(m_pattern, &QLineEdit::textChanged, this, &LogsPage::filter);
  const auto toggle = [&](QToolButton* button, const QString& name, const QString& says) {
    button->setObjectName(name);
    button->setCheckable(true);
    button->setToolTip(says);
    button->setAccessibleName(says);
    row->addWidget(button);
  };
  toggle(m_follow, QStringLiteral("logFollow"),
         tr("Follow the playhead: show what has been written by then"));
  m_follow->setText(tr("Follow"));
  m_follow->setChecked(true);
  connect(m_follow, &QToolButton::toggled, this, [this](bool on) {
    m_list->setFollowing(on);
    followPlayhead();
  });
  toggle(m_wrap, QStringLiteral("logWrap"), tr("Wrap long lines"));
  connect(m_wrap, &QToolButton::toggled, m_list, &LogList::setWrap);
  auto* find = new QShortcut(QKeySequence::Find, this);
  find->setContext(Qt::WidgetWithChildrenShortcut);
  connect(find, &QShortcut::activated, m_pattern, qOverload<>(&QWidget::setFocus));
  auto* clear = new QShortcut(QKeySequence(Qt::Key_Escape), m_pattern);
  clear->setContext(Qt::WidgetShortcut);
  connect(clear, &QShortcut::activated, m_pattern, &QLineEdit::clear);
  m_workbench.actions.add(QStringLiteral("logs.follow"), tr("Logs: follow the playhead"), {},
                          [this] { m_follow->toggle(); });
  m_workbench.actions.add(QStringLiteral("logs.wrap"), tr("Logs: wrap long lines"), {},
                          [this] { m_wrap->toggle(); });
  m_workbench.actions.add(QStringLiteral("logs.export"), tr("Logs: export lines to a file…"), {},
                          [this] { exportLines(); });
}

void LogsPage::makeBreadcrumb(QWidget* row) {
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(theme::px(12), theme::px(2), theme::px(8), theme::px(2));
  line->setSpacing(theme::px(6));
  m_groups->setObjectName(QStringLiteral("logGroup"));
  m_groups->setAccessibleName(tr("Log group"));
  m_streams->setObjectName(QStringLiteral("logStream"));
  m_streams->setAccessibleName(tr("Log stream"));
  for (QComboBox* box : {m_groups, m_streams}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    line->addWidget(box, box == m_groups ? 2 : 3);
  }
  line->insertWidget(1, new QLabel(QStringLiteral("›")));
  m_status->setObjectName(QStringLiteral("logStatus"));
  m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_status->setMinimumWidth(1);
  line->addWidget(m_status, 3);
  m_cancel->setObjectName(QStringLiteral("logCancel"));
  m_cancel->setText(tr("Cancel"));
  line->addWidget(m_cancel);
  connect(m_groups, &QComboBox::activated, this, [this] {
    fillStreams();
    openView();
  });
  connect(m_streams, &QComboBox::activated, this, &LogsPage::openView);
  connect(m_cancel, &QToolButton::clicked, this, [this] {
    m_search.cancel();
    m_export.cancel();
    showStatus();
  });
}

void LogsPage::restyle() {
  const theme::Theme& look = theme::Theme::instance();
  m_pattern->setFixedWidth(theme::px(200));
  m_wrap->setIcon(theme::icon(QStringLiteral("wrap"), Role::Text));
  for (QComboBox* box : {m_groups, m_streams}) box->setFont(look.smallFont());
  m_status->setFont(look.smallFont());
  m_problemLine->setFont(look.interfaceFont());
  const auto ink = [&look](QLabel* label, Role role) {
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, look.color(role));
    label->setPalette(colours);
  };
  ink(m_status, Role::Muted);
  ink(m_problemLine, Role::Throttle);
}

bool LogsPage::following() const {
  return m_follow->isChecked();
}

void LogsPage::showRun() {
  m_index = m_workbench.session.index();
  m_stack->setCurrentIndex(m_index ? 1 : 0);
  if (!m_index) {
    m_search.cancel();
    m_list->rows().setView(nullptr);
    m_list->rowsChanged();
    return;
  }
  fillGroups();
  openView();
}

void LogsPage::fillGroups() {
  const QSignalBlocker quiet(m_groups);
  const QVariant before = m_groups->currentData();
  m_groups->clear();
  const journal::Run& run = m_index->run();
  const std::size_t functions = run.project.functions.size();
  if (functions != 1) m_groups->addItem(tr("All log groups"), kAll);
  for (std::size_t f = 0; f < functions; ++f)
    m_groups->addItem(qs(observe::logGroupName(run, f)), static_cast<int>(f));
  m_groups->setCurrentIndex(std::max(0, m_groups->findData(before)));
  fillStreams();
}

void LogsPage::fillStreams() {
  const QSignalBlocker quiet(m_streams);
  const QVariant before = m_streams->currentData();
  const int group = m_groups->currentData().toInt();
  const auto environments = m_index->environments();
  const Selection selection = m_workbench.session.selection();
  m_streams->clear();
  m_streams->addItem(tr("All streams"), kAll);
  std::size_t left = 0;
  for (std::size_t e = 0; e < environments.size(); ++e) {
    if (group != kAll && environments[e].function != group) continue;
    const bool wanted =
        selection == Selection{Selection::Kind::Environment, static_cast<std::uint32_t>(e)} ||
        before == static_cast<int>(e);
    if (static_cast<std::size_t>(m_streams->count()) > kListedStreams && !wanted) {
      ++left;
      continue;
    }
    const auto number = static_cast<journal::EnvironmentIndex>(e);
    m_streams->addItem(tr("Environment %1 · %2")
                           .arg(e + 1)
                           .arg(qs(observe::logStreamName(m_index->run(), number))),
                       static_cast<int>(e));
  }
  m_streams->setToolTip(
      left == 0
          ? tr("One stream for each execution environment")
          : tr("%1 more streams: select an environment on the stage to list its stream").arg(left));
  m_streams->setCurrentIndex(std::max(0, m_streams->findData(before)));
}

void LogsPage::openView() {
  const int group = m_groups->currentData().toInt();
  const int stream = m_streams->currentData().toInt();
  const auto index = m_index;
  const auto make = [index, group, stream] {
    using observe::LogView;
    if (stream != kAll)
      return std::make_shared<const LogView>(
          LogView::stream(index, static_cast<journal::EnvironmentIndex>(stream)));
    std::optional<std::size_t> function;
    if (group != kAll) function = static_cast<std::size_t>(group);
    return std::make_shared<const LogView>(index, function);
  };
  if (index->attempts().size() <= kOpenedAtOnce || stream != kAll) return takeView(make());
  onWorker(this, make, [this, index, group, stream](const auto& view) {
    const bool wanted = index == m_index && group == m_groups->currentData().toInt() &&
                        stream == m_streams->currentData().toInt();
    if (wanted) takeView(view);
  });
}

void LogsPage::takeView(const std::shared_ptr<const observe::LogView>& view) {
  m_list->rows().setView(view);
  filter();
  followPlayhead();
  followSelection();
}

void LogsPage::followPlayhead() {
  if (!m_list->rows().view()) return;
  std::optional<Instant> until;
  if (following()) until = m_workbench.session.playhead();
  m_list->rows().setUntil(until);
  m_list->setEmptyText(emptyText());
  m_list->rowsChanged();
  showStatus();
}

void LogsPage::followSelection() {
  const Selection selection = m_workbench.session.selection();
  m_list->setSelection(selection);
  const auto& view = m_list->rows().view();
  if (!view || selection.kind != Selection::Kind::Attempt) return;
  if (selection.index >= view->index().attempts().size()) return;
  if (const auto line = view->firstLineOf(selection.index)) m_list->showLine(*line);
}

void LogsPage::filter() {
  m_search.cancel();
  m_problem.clear();
  m_looked = 0;
  LogRows& rows = m_list->rows();
  const auto pattern = observe::FilterPattern::parse(m_pattern->text().toStdString());
  QStringList terms;
  if (!pattern) {
    m_problem = say(pattern.error());
    rows.showAllLines();
  } else if (pattern->empty()) {
    rows.showAllLines();
  } else if (rows.view()) {
    for (const std::string& term : pattern->terms()) terms << qs(term);
    rows.startMatches();
    m_search.search(rows.view(), *pattern);
  }
  m_list->setTerms(terms);
  m_list->setEmptyText(emptyText());
  m_list->rowsChanged();
  showStatus();
}

QString LogsPage::emptyText() const {
  const LogRows& rows = m_list->rows();
  if (!rows.view()) return {};
  if (rows.filtered())
    return m_search.running() ? tr("Searching …")
                              : tr("No line matches this pattern. Clear it with Esc.");
  if (rows.view()->size() == 0)
    return tr("No request has run, so nothing was logged: throttled requests leave no lines.");
  return tr(
      "Nothing has been logged yet at this moment. Play on, or switch Follow off to see the "
      "whole run.");
}

void LogsPage::showStatus() {
  const LogRows& rows = m_list->rows();
  const bool busy = m_search.running() || m_export.running();
  m_cancel->setVisible(busy);
  m_problemLine->setText(m_problem);
  m_problemLine->setVisible(!m_problem.isEmpty());
  if (!rows.view()) return m_status->clear();
  const auto count = [](std::size_t n) { return qs(formatCount(static_cast<std::int64_t>(n))); };
  const QString all = count(rows.view()->size());
  QString text;
  if (m_export.running()) {
    text = tr("Writing: %1 of %2 lines").arg(count(m_looked), all);
  } else if (m_search.running()) {
    text = tr("%1 found in %2 of %3 lines").arg(count(rows.matchCount()), count(m_looked), all);
  } else if (rows.filtered()) {
    text = tr("%1 of %2 lines match").arg(count(rows.matchCount()), all);
  } else if (rows.size() < rows.view()->size()) {
    text = tr("%1 of %2 lines by now").arg(count(rows.size()), all);
  } else {
    text = tr("%1 lines").arg(all);
  }
  m_status->setText(text);
  m_status->setToolTip(text);
  m_list->setEmptyText(emptyText());
}

void LogsPage::exportLines() {
  const auto& view = m_list->rows().view();
  const auto pattern = observe::FilterPattern::parse(m_pattern->text().toStdString());
  if (!view || !pattern) return;
  const QString path = QFileDialog::getSaveFileName(
      this, tr("Export log lines"),
      m_workbench.document.folder() + QStringLiteral("/log-events.txt"), tr("Text (*.txt)"));
  if (path.isEmpty()) return;
  m_looked = 0;
  m_problem.clear();
  m_export.exportTo(view, *pattern, path);
  showStatus();
}

void LogsPage::showMenu(QPoint at) {
  QMenu menu(this);
  QAction* copy = menu.addAction(tr("Copy lines"), m_list, &LogList::copy);
  copy->setEnabled(m_list->currentRow().has_value());
  copy->setShortcut(QKeySequence::Copy);
  if (const auto link = m_list->currentLink()) {
    menu.addAction(tr("Go to %1, line %2").arg(link->file).arg(link->line), this,
                   [this, link] { m_workbench.session.showCode(link->file, link->line); });
  }
  menu.addAction(tr("Export lines to a file…"), this, &LogsPage::exportLines);
  menu.addSeparator();
  menu.addAction(m_workbench.actions.find(QStringLiteral("logs.follow")));
  menu.addAction(m_workbench.actions.find(QStringLiteral("logs.wrap")));
  menu.exec(at);
}

}  // namespace coldstart::cloudwatch
