// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/whatif/month_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "app/theme/theme.h"
#include "app/workbench/say.h"
#include "core/observe/break_even.h"

namespace coldstart::whatif {

using observe::Month;
using theme::px;
using theme::Role;

namespace {

QString money(Money amount) {
  return qs(formatMoney(amount));
}

void setBold(QLabel* label, bool bold) {
  QFont font = theme::Theme::instance().interfaceFont();
  font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
  label->setFont(font);
}

}  // namespace

MonthView::MonthView(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  addHeading(tr("A month of this load"));
  auto* month = new QGridLayout;
  for (const char* id : {"monthHead", "monthRequests", "monthCost", "monthFree"})
    m_month.push_back(addLine(*month, QLatin1String(id)));
  m_month[1].name->setText(tr("Requests that run"));
  m_month[2].name->setText(tr("Cost"));
  m_month[3].name->setText(tr("Free tier takes off"));
  column->addLayout(month);
  addHeading(tr("EC2 or Lambda?"));
  m_sentence = addSentence(QStringLiteral("breakEvenSentence"));
  auto* machines = new QGridLayout;
  m_machines.push_back(addLine(*machines, QStringLiteral("machineHead")));
  for (const observe::Machine& machine : observe::machines())
    m_machines.push_back(addLine(*machines, qs(machine.type)));
  m_machines[0].name->setText(tr("Machine"));
  m_machines[0].first->setText(tr("a month"));
  m_machines[0].second->setText(tr("cheaper above"));
  column->addLayout(machines);
  m_note = addSentence(QStringLiteral("breakEvenNote"));
  m_note->setText(tr("US dollars, prices of %1, without logs and before the free tier. Machines "
                     "on demand, Linux, without disk and address.")
                      .arg(qs(observe::machinePricesAsOf())));
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &MonthView::restyle);
  restyle();
}

MonthView::Line MonthView::addLine(QGridLayout& grid, const QString& id) {
  const int row = grid.rowCount();
  const Line line{new QLabel(this), new QLabel(this), new QLabel(this)};
  line.first->setObjectName(id + QStringLiteral("First"));
  line.second->setObjectName(id + QStringLiteral("Second"));
  grid.addWidget(line.name, row, 0);
  grid.addWidget(line.first, row, 1);
  grid.addWidget(line.second, row, 2);
  grid.setColumnStretch(0, 1);
  for (QLabel* label : {line.name, line.first, line.second})
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  for (QLabel* values : {line.first, line.second})
    values->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  line.name->setWordWrap(true);
  line.name->setMinimumWidth(1);  // Numbers do not break, names may.
  return line;
}

void MonthView::addHeading(const QString& text) {
  auto* label = new QLabel(text, this);
  layout()->addWidget(label);
  m_headings.push_back(label);
}

QLabel* MonthView::addSentence(const QString& id) {
  auto* label = new QLabel(this);
  label->setObjectName(id);
  label->setWordWrap(true);
  label->setMinimumWidth(1);
  layout()->addWidget(label);
  return label;
}

void MonthView::show(const observe::RunFigures& before, const observe::RunFigures* after) {
  const auto fill = [after](const Line& line, const QString& first, const QString& second) {
    line.first->setText(first);
    line.second->setText(second);
    line.second->setVisible(after != nullptr);
  };
  const Month& was = before.month;
  const Month is = after ? after->month : was;
  const auto count = [](std::int64_t n) { return qs(formatCount(n)); };
  fill(m_month[0], after ? tr("as it is") : QString(), tr("as set here"));
  fill(m_month[1], count(was.requests), count(is.requests));
  fill(m_month[2], money(was.total()), money(is.total()));
  fill(m_month[3], money(was.freeTier), money(is.freeTier));
  const observe::Figures& total = after ? after->total : before.total;
  bool anyCheaper = false;
  for (std::size_t m = 0; m < observe::machines().size(); ++m) {
    const observe::Machine& machine = observe::machines()[m];
    const auto requests = breakEvenRequests(machine, is);
    const Line& line = m_machines[m + 1];
    const bool cheaper = machine.perMonth() < is.total();
    line.name->setText(qs(machine.type));
    line.name->setToolTip(
        tr("%1 vCPUs, %2").arg(machine.vcpus).arg(qs(formatMemory(machine.memory))));
    line.first->setText(money(machine.perMonth()));
    line.second->setText(requests ? count(*requests) : QStringLiteral("–"));
    for (QLabel* label : {line.name, line.first, line.second}) setBold(label, cheaper);
    anyCheaper = anyCheaper || cheaper;
  }
  const QString busy = count(total.concurrentMax);
  m_sentence->setText(
      anyCheaper
          ? tr("The machines in bold cost less than this load on Lambda: if one of them can carry "
               "it, with up to %1 requests at once.")
                .arg(busy)
          : tr("For this load Lambda costs less than any of these machines."));
}

void MonthView::restyle() {
  const theme::Theme& look = theme::Theme::instance();
  for (QLabel* heading : m_headings) {
    heading->setFont(look.headingFont());
    heading->setContentsMargins(0, px(8), 0, 0);
  }
  const auto quiet = [&look](QLabel* label) {
    label->setFont(look.smallFont());
    QPalette ink = label->palette();
    ink.setColor(QPalette::WindowText, look.color(Role::Muted));
    label->setPalette(ink);
  };
  for (const Line& head : {m_month[0], m_machines[0]}) {
    for (QLabel* label : {head.name, head.first, head.second}) quiet(label);
  }
  quiet(m_note);
  layout()->setSpacing(px(6));
  for (QGridLayout* grid : findChildren<QGridLayout*>()) {
    grid->setHorizontalSpacing(px(14));
    grid->setVerticalSpacing(px(3));
  }
}

}  // namespace coldstart::whatif
