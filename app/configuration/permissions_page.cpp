// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/permissions_page.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include "app/configuration/permission_summary.h"
#include "app/configuration/section.h"
#include "app/theme/theme.h"
#include "app/workbench/document.h"
#include "app/workbench/session.h"

namespace coldstart::configuration {
namespace {

using theme::px;
using theme::Role;
using theme::Theme;

void addLine(const PermissionLine& line, QVBoxLayout* column, QWidget* parent) {
  auto* title = new QLabel(line.title, parent);
  title->setFont(Theme::instance().codeFont());
  title->setWordWrap(true);
  title->setTextFormat(Qt::PlainText);
  title->setTextInteractionFlags(Qt::TextSelectableByMouse);
  title->setContentsMargins(0, px(4), 0, 0);
  column->addWidget(title);
  if (line.detail.isEmpty()) return;
  auto* detail = new QLabel(line.detail, parent);
  detail->setWordWrap(true);
  detail->setTextFormat(Qt::PlainText);
  detail->setContentsMargins(px(12), 0, 0, 0);
  setInk(*detail, Role::Muted);
  column->addWidget(detail);
}

}  // namespace

PermissionsPage::PermissionsPage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_workbench(workbench),
      m_function(workbench.session.function().value_or(0)),
      m_scroll(new QScrollArea(this)) {
  setObjectName(QStringLiteral("permissionsPage"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(m_scroll);
  connect(&workbench.document, &Document::projectChanged, this, &PermissionsPage::rebuild);
  connect(&Theme::instance(), &Theme::changed, this, &PermissionsPage::rebuild);
  connect(&workbench.session, &Session::functionChanged, this, [this] {
    if (const auto function = m_workbench.session.function()) showFunction(*function);
  });
}

void PermissionsPage::showFunction(std::size_t function) {
  m_function = function;
  rebuild();
}

void PermissionsPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  rebuild();
}

void PermissionsPage::rebuild() {
  if (!isVisible()) return;
  const PermissionSummary summary =
      summarise(m_workbench.document.tree(), m_workbench.document.project(), m_function);
  auto* surface = new QWidget;
  surface->setObjectName(QStringLiteral("permissionsForm"));
  surface->setAutoFillBackground(true);
  surface->setBackgroundRole(QPalette::Base);
  auto* column = new QVBoxLayout(surface);
  column->setContentsMargins(px(14), 0, px(14), px(20));
  column->setSpacing(px(2));
  column->addWidget(makeSection(
      tr("Read, not evaluated"),
      tr("This is what the template says. A simulation allows every call; checking the policies "
         "against what the code does is still to come."),
      surface));
  column->addWidget(makeSection(tr("Execution role"), summary.roleSentence, surface));
  for (const PermissionLine& line : summary.policies) addLine(line, column, surface);
  const QString none = tr("Nobody but the account itself: no trigger is wired to this function.");
  column->addWidget(
      makeSection(tr("Who may invoke"), summary.invokers.empty() ? none : QString(), surface));
  for (const PermissionLine& line : summary.invokers) addLine(line, column, surface);
  column->addStretch(1);
  m_scroll->setWidget(surface);
}

}  // namespace coldstart::configuration
