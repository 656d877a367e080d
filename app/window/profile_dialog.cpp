// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/profile_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <algorithm>

#include "app/theme/theme.h"
#include "app/window/trust.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/measured_work.h"
#include "app/workbench/say.h"
#include "core/observe/words.h"

namespace coldstart::window {

using project::Distribution;
using theme::px;

namespace {

constexpr int kUsualCold = 5;
constexpr int kUsualWarm = 20;

/// "412 ms, up to 498 ms" of what was measured.
QString summary(const Distribution& measured, bool isMemory) {
  const auto text = [isMemory](std::int64_t value) {
    return isMemory ? QStringLiteral("%1 MB").arg(value) : qs(observe::spanText(Duration{value}));
  };
  if (measured.kind == Distribution::Kind::Empirical && !measured.values.empty()) {
    return ProfileDialog::tr("%1 in the middle, from %2 to %3")
        .arg(text(measured.values[measured.values.size() / 2]), text(measured.values.front()),
             text(measured.values.back()));
  }
  if (measured.kind == Distribution::Kind::LogNormal)
    return ProfileDialog::tr("%1 in the middle, 99 of 100 below %2")
        .arg(text(measured.a), text(measured.b));
  return text(measured.a);
}

QString row(const QString& name, const QString& value) {
  return QStringLiteral("<tr><td style='padding-right:12px'>%1</td><td><b>%2</b></td></tr>")
      .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

}  // namespace

ProfileDialog::ProfileDialog(Document& document, std::size_t function, QWidget* parent)
    : QDialog(parent),
      m_document(document),
      m_function(function),
      m_id(qs(document.project().functions[function].id)),
      m_events(new QListWidget(this)),
      m_cold(new QSpinBox(this)),
      m_warm(new QSpinBox(this)),
      m_bar(new QProgressBar(this)),
      m_result(new QLabel(this)) {
  setObjectName(QStringLiteral("profileDialog"));
  setWindowTitle(tr("Measure %1, then simulate it").arg(m_id));
  auto* form = new QFormLayout(this);
  auto* what = new QLabel(
      tr("The handler runs on this machine, so many times cold and so many times warm with each "
         "chosen event. What is measured becomes the work that the simulator plays: its times, its "
         "memory, its errors, the lines that it prints and its answer."),
      this);
  what->setWordWrap(true);
  form->addRow(what);
  m_events->setObjectName(QStringLiteral("profileEvents"));
  m_events->setFixedHeight(px(72));
  fillEvents();
  form->addRow(tr("Test events"), m_events);
  m_cold->setObjectName(QStringLiteral("profileCold"));
  m_cold->setRange(1, 1'000);
  m_cold->setValue(kUsualCold);
  form->addRow(tr("Cold starts with each"), m_cold);
  m_warm->setObjectName(QStringLiteral("profileWarm"));
  m_warm->setRange(1, 10'000);
  m_warm->setValue(kUsualWarm);
  form->addRow(tr("Warm invocations with each"), m_warm);
  m_bar->setObjectName(QStringLiteral("profileProgress"));
  m_bar->setTextVisible(false);
  m_bar->hide();
  form->addRow(m_bar);
  m_result->setObjectName(QStringLiteral("profileResult"));
  m_result->setWordWrap(true);
  m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_result->hide();
  form->addRow(m_result);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  m_start = buttons->addButton(tr("Measure"), QDialogButtonBox::ActionRole);
  m_start->setObjectName(QStringLiteral("profileStart"));
  m_start->setDefault(true);
  m_write = buttons->addButton(tr("Write into the work model"), QDialogButtonBox::ActionRole);
  m_write->setObjectName(QStringLiteral("profileWrite"));
  m_write->setEnabled(false);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_start, &QPushButton::clicked, this, [this] { m_profiler ? stop() : start(); });
  connect(m_write, &QPushButton::clicked, this, &ProfileDialog::write);
  form->addRow(buttons);
  m_result->setMinimumWidth(px(520));
}

ProfileDialog::~ProfileDialog() {
  stop();
}

void ProfileDialog::fillEvents() {
  for (const std::string& event : m_document.project().testEvents) {
    auto* item = new QListWidgetItem(qs(event), m_events);
    item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setCheckState(Qt::Checked);
  }
  m_events->setAccessibleName(tr("Test events to measure with"));
}

live::ProfilePlan ProfileDialog::plan() const {
  live::ProfilePlan plan;
  plan.function = m_function;
  plan.cold = m_cold->value();
  plan.warm = m_warm->value();
  for (int i = 0; i < m_events->count(); ++i) {
    if (m_events->item(i)->checkState() != Qt::Checked) continue;
    if (const auto text = m_document.text(m_events->item(i)->text()))
      plan.payloads.push_back(text->toStdString());
  }
  if (plan.payloads.empty()) plan.payloads.emplace_back("{}");
  return plan;
}

void ProfileDialog::start() {
  if (m_function >= m_document.project().functions.size()) return;
  const live::ProfilePlan asked = plan();
  m_profiler = new live::Profiler(
      m_document.project(),
      {.folder = m_document.folder(), .walls = live::availableWalls(trust::network())}, asked);
  m_profiler->moveToThread(LiveWorkbench::hostThread());
  connect(m_profiler, &live::Profiler::progress, this, [this](int done, int total) {
    m_bar->setRange(0, total);
    m_bar->setValue(done);
  });
  connect(m_profiler, &live::Profiler::finished, this, &ProfileDialog::take);
  QMetaObject::invokeMethod(m_profiler, &live::Profiler::start);
  m_bar->setRange(0, 0);
  m_bar->show();
  m_start->setText(tr("Stop"));
  m_write->setEnabled(false);
}

/// The profiler goes in its own thread, which ends its processes.
void ProfileDialog::stop() {
  if (m_profiler) {
    m_profiler->disconnect(this);
    m_profiler->deleteLater();
    m_profiler = nullptr;
  }
  m_bar->hide();
  m_start->setText(tr("Measure"));
}

void ProfileDialog::take(const live::Profile& profile) {
  stop();
  const auto measured = measuredWork(profile);
  m_result->show();
  if (!measured) {
    m_result->setText(say(measured.error()));
    return;
  }
  m_measured = std::make_unique<MeasuredWork>(*measured);
  const traces::Fit& fit = m_measured->fit;
  QString text = QStringLiteral("<table>");
  if (fit.init) text += row(tr("Init"), summary(*fit.init, false));
  if (fit.firstDuration) text += row(tr("First invocation"), summary(*fit.firstDuration, false));
  if (fit.duration) text += row(tr("Later invocations"), summary(*fit.duration, false));
  if (fit.maxMemoryUsed) text += row(tr("Memory used"), summary(*fit.maxMemoryUsed, true));
  text += row(tr("Failed"), tr("%1 of %2").arg(profile.failed).arg(profile.invocations));
  text += row(tr("Lines per invocation"), QString::number(profile.logLines.size()));
  text += QStringLiteral("</table><p>");
  QStringList notes;
  for (const Sentence& note : m_measured->notes) notes << say(note).toHtmlEscaped();
  notes << tr("Measured on this machine, whose processor is not Lambda's.").toHtmlEscaped();
  m_result->setText(text + notes.join(QStringLiteral("<br>")) + QStringLiteral("</p>"));
  m_write->setEnabled(true);
  adjustSize();
}

void ProfileDialog::write() {
  auto tree = withWork(m_document.tree(), m_id.toStdString(), m_measured->settings);
  if (!tree) {
    m_result->setText(say(tree.error()));
    return;
  }
  m_document.setTree(*std::move(tree), tr("Work model of %1 as measured").arg(m_id));
  emit written(m_id);
  accept();
}

}  // namespace coldstart::window
