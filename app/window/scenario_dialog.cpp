// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/scenario_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include "app/theme/theme.h"
#include "app/window/load_row.h"
#include "app/window/template_edits.h"
#include "app/workbench/document.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"

namespace coldstart::window {

using nlohmann::ordered_json;
using theme::px;

namespace {

QString freeName(const project::Project& project, const QString& wanted) {
  QString name = wanted;
  for (int n = 2; project.scenarioNamed(name.toStdString()); ++n)
    name = QStringLiteral("%1-%2").arg(wanted).arg(n);
  return name;
}

ordered_json scenarioOf(const Document& document, const QString& name) {
  const ordered_json& tree = document.tree();
  const ordered_json::json_pointer all("/Metadata/Coldstart/Scenarios");
  const std::string key = name.toStdString();
  if (name.isEmpty() || !tree.contains(all) || !tree[all].contains(key))
    return ordered_json::object();
  return tree[all][key];
}

}  // namespace

ScenarioDialog::ScenarioDialog(Document& document, Session& session, const QString& name,
                               QWidget* parent)
    : QDialog(parent),
      m_document(document),
      m_session(session),
      m_before(name),
      m_name(new QLineEdit(this)),
      m_until(new QLineEdit(this)),
      m_rows(new QVBoxLayout),
      m_problem(new QLabel(this)) {
  setObjectName(QStringLiteral("scenarioDialog"));
  setWindowTitle(name.isEmpty() ? tr("New scenario") : tr("Scenario %1").arg(name));
  setMinimumWidth(px(640));
  auto* form = new QFormLayout(this);
  m_name->setObjectName(QStringLiteral("scenarioName"));
  m_until->setObjectName(QStringLiteral("scenarioUntil"));
  m_until->setToolTip(tr("A time with a unit: 30s, 10m, 2h, 1d"));
  form->addRow(tr("Name"), m_name);
  form->addRow(tr("Runs for"), m_until);
  auto* loads = new QLabel(tr("Requests"), this);
  loads->setFont(theme::Theme::instance().captionFont());
  form->addRow(loads);
  form->addRow(m_rows);
  auto* more = new QPushButton(tr("Add a load"), this);
  more->setObjectName(QStringLiteral("addLoad"));
  form->addRow(more);
  m_problem->setWordWrap(true);
  m_problem->setObjectName(QStringLiteral("scenarioProblem"));
  form->addRow(m_problem);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  m_keep = buttons->addButton(tr("Keep"), QDialogButtonBox::ActionRole);
  m_run = buttons->addButton(tr("Keep and run"), QDialogButtonBox::ActionRole);
  m_keep->setObjectName(QStringLiteral("keepScenario"));
  m_run->setObjectName(QStringLiteral("runScenario"));
  m_run->setProperty("primary", true);
  m_run->setDefault(true);
  form->addRow(buttons);

  const ordered_json before = scenarioOf(document, name);
  m_name->setText(name.isEmpty() ? freeName(document.project(), tr("my-scenario")) : name);
  m_until->setText(before.contains("Until") && before["Until"].is_string()
                       ? qs(before["Until"].get<std::string>())
                       : QStringLiteral("1m"));
  if (before.contains("Load") && before["Load"].is_array()) {
    for (const ordered_json& load : before["Load"]) {
      addLoad();
      m_loads.back()->take(load);
    }
  }
  if (m_loads.isEmpty()) addLoad();
  connect(more, &QPushButton::clicked, this, &ScenarioDialog::addLoad);
  connect(m_name, &QLineEdit::textChanged, this, &ScenarioDialog::check);
  connect(m_until, &QLineEdit::textChanged, this, &ScenarioDialog::check);
  connect(m_keep, &QPushButton::clicked, this, [this] { keep(false); });
  connect(m_run, &QPushButton::clicked, this, [this] { keep(true); });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  check();
}

void ScenarioDialog::addLoad() {
  auto* row = new LoadRow(m_document.project(), this);
  m_rows->addWidget(row);
  m_loads.append(row);
  connect(row, &LoadRow::changed, this, &ScenarioDialog::check);
  connect(row, &LoadRow::removeAsked, this, [this, row] {
    m_loads.removeOne(row);
    row->deleteLater();
    check();
  });
  check();
}

void ScenarioDialog::check() {
  QString problem;
  const QString name = m_name->text().trimmed();
  if (name.isEmpty())
    problem = tr("Give the scenario a name.");
  else if (name != m_before && m_document.project().scenarioNamed(name.toStdString()))
    problem = tr("There is already a scenario named %1.").arg(name);
  else if (const auto until = parseDuration(m_until->text().toStdString()); !until)
    problem = say(until.error());
  else if (m_loads.isEmpty())
    problem = tr("Add at least one load: a scenario without requests shows nothing.");
  for (const LoadRow* row : std::as_const(m_loads)) {
    if (problem.isEmpty()) problem = row->problem();
  }
  m_problem->setText(problem);
  m_keep->setEnabled(problem.isEmpty());
  m_run->setEnabled(problem.isEmpty());
}

void ScenarioDialog::keep(bool run) {
  const QString name = m_name->text().trimmed();
  ordered_json scenario = scenarioOf(m_document, m_before);
  scenario["Until"] = m_until->text().trimmed().toStdString();
  ordered_json loads = ordered_json::array();
  for (const LoadRow* row : std::as_const(m_loads)) loads.push_back(row->load());
  scenario["Load"] = loads;
  ordered_json tree = m_document.tree();
  if (!m_before.isEmpty() && m_before != name)
    tree = edits::renamedScenario(tree, m_before.toStdString(), name.toStdString());
  m_document.setTree(
      edits::withScenario(tree, name.toStdString(), scenario),
      m_before.isEmpty() ? tr("Add scenario %1").arg(name) : tr("Change scenario %1").arg(name));
  m_session.setScenario(name);
  accept();
  if (run) m_session.runScenario(name);
}

}  // namespace coldstart::window
