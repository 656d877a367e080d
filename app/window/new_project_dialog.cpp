// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/new_project_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "app/theme/theme.h"
#include "app/window/preferences.h"
#include "app/workbench/document.h"
#include "app/workbench/project_files.h"
#include "app/workbench/say.h"

namespace coldstart::window {
namespace {

/// "image resize" → "ImageResize": CloudFormation's logical ids are letters and digits.
QString functionNameFrom(const QString& name) {
  QString id;
  bool upper = true;
  for (const QChar c : name) {
    if (c.unicode() < 128 && c.isLetterOrNumber()) {
      id += upper ? c.toUpper() : c;
      upper = false;
    } else {
      upper = true;
    }
  }
  return id.isEmpty() ? QStringLiteral("Function") : id;
}

}  // namespace

NewProjectDialog::NewProjectDialog(QWidget* parent)
    : QDialog(parent),
      m_blueprint(new QComboBox(this)),
      m_summary(new QLabel(this)),
      m_name(new QLineEdit(QStringLiteral("hello"), this)),
      m_parent(new QLineEdit(this)),
      m_problem(new QLabel(this)) {
  setObjectName(QStringLiteral("newProjectDialog"));
  setWindowTitle(tr("New project"));
  auto* form = new QFormLayout(this);
  m_blueprint->setObjectName(QStringLiteral("blueprint"));
  for (const project::Blueprint& blueprint : project::blueprints())
    m_blueprint->addItem(say(blueprint.title), QString::fromUtf8(blueprint.id));
  m_summary->setWordWrap(true);
  m_summary->setMinimumWidth(theme::px(380));
  m_name->setObjectName(QStringLiteral("projectName"));
  m_parent->setObjectName(QStringLiteral("projectParent"));
  m_parent->setText(
      preferences::value(QStringLiteral("newProjectIn"), QDir::homePath()).toString());
  m_problem->setWordWrap(true);
  auto* place = new QWidget(this);
  auto* row = new QHBoxLayout(place);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_parent, 1);
  auto* browse = new QPushButton(tr("Choose…"), place);
  row->addWidget(browse);
  connect(browse, &QPushButton::clicked, this, [this] {
    const QString chosen =
        QFileDialog::getExistingDirectory(this, tr("Folder for new projects"), m_parent->text());
    if (!chosen.isEmpty()) m_parent->setText(chosen);
  });
  form->addRow(tr("Blueprint"), m_blueprint);
  form->addRow({}, m_summary);
  form->addRow(tr("Name"), m_name);
  form->addRow(tr("In the folder"), place);
  form->addRow({}, m_problem);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  m_create = buttons->addButton(tr("Create"), QDialogButtonBox::AcceptRole);
  m_create->setObjectName(QStringLiteral("createProject"));
  m_create->setProperty("primary", true);
  form->addRow(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &NewProjectDialog::create);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_blueprint, &QComboBox::currentIndexChanged, this, &NewProjectDialog::explain);
  connect(m_name, &QLineEdit::textChanged, this, &NewProjectDialog::explain);
  connect(m_parent, &QLineEdit::textChanged, this, &NewProjectDialog::explain);
  explain();
}

QString NewProjectDialog::folder() const {
  return QDir(m_parent->text()).absoluteFilePath(m_name->text().trimmed());
}

void NewProjectDialog::explain() {
  const int chosen = m_blueprint->currentIndex();
  if (chosen >= 0)
    m_summary->setText(say(project::blueprints()[static_cast<std::size_t>(chosen)].summary));
  const QString name = m_name->text().trimmed();
  const bool plain = files::staysInside(name) && !name.contains(u'/');
  const QDir target(folder());
  if (!plain)
    m_problem->setText(tr("Give the project a name that can be a folder's name."));
  else if (target.exists() && !target.isEmpty())
    m_problem->setText(tr("%1 exists and is not empty. Choose another name.").arg(folder()));
  else
    m_problem->setText(tr("Will be made: %1").arg(folder()));
  m_create->setEnabled(plain && (!target.exists() || target.isEmpty()));
}

void NewProjectDialog::create() {
  const std::string blueprint = m_blueprint->currentData().toString().toStdString();
  const auto files =
      project::instantiate(blueprint, functionNameFrom(m_name->text()).toStdString());
  const auto made = Document::create(folder(), files);
  if (!made) {
    m_problem->setText(say(made.error()));
    return;
  }
  preferences::setValue(QStringLiteral("newProjectIn"), m_parent->text());
  emit created(folder());
  accept();
}

}  // namespace coldstart::window
