// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/configuration_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include "app/configuration/judge.h"
#include "app/configuration/pool_bar.h"
#include "app/configuration/section.h"
#include "app/theme/theme.h"
#include "app/workbench/document.h"
#include "app/workbench/session.h"

namespace coldstart::configuration {

using theme::px;
using theme::Theme;

ConfigurationPage::ConfigurationPage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_form{workbench, workbench.session.function().value_or(0)},
      m_scroll(new QScrollArea(this)),
      m_sections(new QComboBox(this)) {
  setObjectName(QStringLiteral("configurationPage"));
  m_scroll->setObjectName(QStringLiteral("configurationScroll"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setBackgroundRole(QPalette::Base);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_sections->setObjectName(QStringLiteral("configurationSections"));
  m_sections->setAccessibleName(tr("Section of the configuration"));
  m_sections->hide();
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(m_scroll);
  connect(&workbench.document, &Document::projectChanged, this, &ConfigurationPage::refresh);
  connect(&workbench.session, &Session::runChanged, this, &ConfigurationPage::refresh);
  connect(&workbench.session, &Session::functionChanged, this, [this] {
    if (const auto function = m_form.workbench.session.function()) showFunction(*function);
  });
  connect(m_sections, &QComboBox::activated, this, [this](int index) {
    if (const QWidget* caption = m_captions.value(index))
      m_scroll->verticalScrollBar()->setValue(caption->y());
  });
}

QWidget* ConfigurationPage::controls() {
  return m_sections;
}

// The form is made when it is first looked at, not with the window.
void ConfigurationPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (!m_content) build();
  refresh();
}

void ConfigurationPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  fold();
}

void ConfigurationPage::fold() {
  for (FieldRow* each : std::as_const(m_rows)) each->setNarrow(width() < px(500));
  // A line of text or a slider across a wide screen is hard to read; in a narrow pane nothing may
  // stand behind the scroll bar.
  const int room = width() - m_scroll->verticalScrollBar()->sizeHint().width();
  if (m_content) m_content->setMaximumWidth(qBound(px(160), room, px(720)));
}

void ConfigurationPage::build() {
  auto* surface = new QWidget;
  surface->setAutoFillBackground(true);
  surface->setBackgroundRole(QPalette::Base);
  m_content = new QWidget(surface);
  m_content->setObjectName(QStringLiteral("configurationForm"));
  auto* across = new QHBoxLayout(surface);
  across->setContentsMargins(0, 0, 0, 0);
  across->addWidget(m_content, 1);
  m_column = new QVBoxLayout(m_content);
  m_column->setContentsMargins(px(14), 0, px(14), px(20));
  m_column->setSpacing(px(2));
  addGeneral();
  addEnvironment();
  addConcurrency();
  addAsynchronous();
  addLogging();
  addWork();
  addAccount();
  m_column->addStretch(1);
  m_scroll->setWidget(surface);
  fold();
  connect(&Theme::instance(), &Theme::changed, m_content, [this] { fold(); });
  across->addStretch(0);
  refresh();
}

void ConfigurationPage::addSection(const QString& title, const QString& sentence) {
  QWidget* section = makeSection(title, sentence, m_content);
  m_column->addWidget(section);
  m_captions += section;
  m_sections->addItem(title);
}

void ConfigurationPage::showFunction(std::size_t function) {
  m_form.function = function;
  refresh();
}

FieldRow* ConfigurationPage::row(const QString& id) const {
  for (FieldRow* candidate : m_rows)
    if (candidate->spec().id == id) return candidate;
  return nullptr;
}

void ConfigurationPage::showField(const QString& id) {
  if (!m_content) build();
  FieldRow* wanted = row(id);
  if (!wanted) return;
  m_scroll->ensureWidgetVisible(wanted, 0, px(40));
  if (auto* control = wanted->findChild<QWidget*>(id)) control->setFocus(Qt::OtherFocusReason);
}

void ConfigurationPage::refresh() {
  if (!m_content) return;
  for (FieldRow* each : std::as_const(m_rows)) each->refresh();
  if (m_form.current()) m_pool->present(m_form.project(), m_form.function);
  explainUnavailable();
}

// What a plain AWS::Lambda::Function cannot say in its own properties, and what depends on another
// setting, is visible and says why.
void ConfigurationPage::explainUnavailable() {
  const project::Function* function = m_form.current();
  if (!function) return;
  const bool serverless = isServerless(m_form.workbench.document.tree(), function->id);
  const QString elsewhere =
      serverless ? QString()
                 : tr("This is an AWS::Lambda::Function: CloudFormation keeps this setting in a "
                      "resource of its own, which is edited in the template.");
  for (const char* id :
       {"alias", "provisioned", "retries", "eventAge", "deadLetter", "onFailure", "onSuccess"})
    row(QString::fromLatin1(id))->setUnavailable(elsewhere);
  const bool json = function->logFormat == project::LogFormat::Json;
  const QString needsJson = json ? QString() : tr("Levels need the JSON format.");
  for (const char* id : {"applicationLevel", "systemLevel"})
    row(QString::fromLatin1(id))->setUnavailable(needsJson);
}

}  // namespace coldstart::configuration
