// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/field_row.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <nlohmann/json.hpp>

#include "app/configuration/judge.h"
#include "app/configuration/section.h"
#include "app/theme/icon.h"
#include "app/theme/theme.h"
#include "app/workbench/document.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"
#include "core/project/quota.h"

namespace coldstart::configuration {

using theme::px;
using theme::Role;
using theme::Theme;

const project::Project& Form::project() const {
  return workbench.document.project();
}

const project::Function* Form::current() const {
  return function < project().functions.size() ? &project().functions[function] : nullptr;
}

FieldRow::FieldRow(Form& form, FieldSpec spec, QWidget* parent)
    : QWidget(parent),
      m_form(form),
      m_spec(std::move(spec)),
      m_outer(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_head(new QHBoxLayout),
      m_right(new QVBoxLayout),
      m_line(new QHBoxLayout),
      m_title(new QLabel(m_spec.title, this)),
      m_limits(new QLabel(this)),
      m_note(new QLabel(this)),
      m_restore(new QToolButton(this)),
      m_playhead(new QPushButton(tr("Apply at the playhead"), this)) {
  setObjectName(m_spec.id + QStringLiteral("Row"));
  m_note->setObjectName(m_spec.id + QStringLiteral("Note"));
  m_note->setWordWrap(true);
  m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_restore->setObjectName(m_spec.id + QStringLiteral("Restore"));
  m_restore->setAutoRaise(true);
  m_playhead->setObjectName(m_spec.id + QStringLiteral("Playhead"));
  m_playhead->hide();
  m_outer->setContentsMargins(0, px(4), 0, px(4));
  m_outer->addLayout(m_head);
  m_head->addWidget(m_title, 0, Qt::AlignTop);
  m_outer->addLayout(m_right, 1);
  m_right->setSpacing(px(2));
  m_line->setSpacing(px(6));
  m_line->addStretch(1);
  m_line->addWidget(m_limits);
  m_line->addWidget(m_restore);
  m_right->addLayout(m_line);
  m_right->addWidget(m_playhead, 0, Qt::AlignLeft);
  m_right->addWidget(m_note);
  connect(m_restore, &QToolButton::clicked, this, &FieldRow::restoreDefault);
  connect(m_playhead, &QPushButton::clicked, this, &FieldRow::applyAtPlayhead);
  connect(&Theme::instance(), &Theme::changed, this, &FieldRow::restyle);
  restyle();
}

FieldRow::~FieldRow() = default;

void FieldRow::restyle() {
  m_title->setContentsMargins(0, px(4), 0, 0);
  m_note->setFont(Theme::instance().smallFont());
  m_limits->setFont(Theme::instance().smallFont());
  m_restore->setIcon(theme::icon(QStringLiteral("undo"), Role::Muted));
  QSizePolicy keepsRoom = m_restore->sizePolicy();
  keepsRoom.setRetainSizeWhenHidden(true);
  m_restore->setSizePolicy(keepsRoom);
  setInk(*m_limits, Role::Muted);
  setInk(*m_note, m_invalid ? Role::Error : Role::Muted);
  setNarrow(m_narrow);
}

void FieldRow::setNarrow(bool narrow) {
  if (m_narrow != narrow) {  // In a narrow pane the limits stand beside the title.
    (narrow ? m_line : m_head)->removeWidget(m_limits);
    if (narrow)
      m_head->addWidget(m_limits, 0, Qt::AlignRight | Qt::AlignBottom);
    else
      m_line->insertWidget(m_line->indexOf(m_restore), m_limits);
  }
  m_narrow = narrow;
  m_outer->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  m_outer->setSpacing(px(narrow ? 2 : 12));
  m_title->setMinimumWidth(narrow ? 0 : px(160));
  m_title->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : px(160));
}

void FieldRow::addControl(QWidget* control, int stretch) {
  control->installEventFilter(this);
  if (control->focusPolicy() == Qt::WheelFocus) control->setFocusPolicy(Qt::StrongFocus);
  if (control->objectName().isEmpty()) control->setObjectName(m_spec.id);
  if (control->accessibleName().isEmpty()) control->setAccessibleName(m_spec.title);
  if (!m_title->buddy()) m_title->setBuddy(control);
  // Before the stretch, the limits and the way back; a control that stretches needs no other.
  const int behind = m_narrow ? 2 : 3;
  m_line->insertWidget(m_line->count() - behind, control, stretch);
  if (stretch > 0) m_line->setStretch(m_line->count() - behind, 0);
}

void FieldRow::addBelow(QWidget* widget) {
  m_right->insertWidget(1, widget);
}

// Scrolling the page must not change what happens to be under the pointer.
bool FieldRow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Wheel) {
    const auto* control = qobject_cast<QWidget*>(watched);
    if (control && !control->hasFocus()) {
      event->ignore();
      return true;
    }
  }
  if (event->type() == QEvent::FocusOut) finish();
  return QWidget::eventFilter(watched, event);
}

std::string FieldRow::pointer() const {
  const project::Function* function = m_form.current();
  return pointerBelow(function ? function->id : std::string(), m_spec.path);
}

std::string FieldRow::modelKey() const {
  const auto& tree = m_form.workbench.document.tree();
  const nlohmann::ordered_json::json_pointer place(pointer());
  return pointer() + (tree.contains(place) ? tree.at(place).dump() : std::string());
}

void FieldRow::refresh() {
  const project::Function* function = m_form.current();
  setEnabled(function != nullptr);
  if (!function) return;
  // An invalid value stays in view until the template says something else.
  if (m_invalid && m_typedOver == modelKey()) return tellOrigin();
  m_invalid = false;
  m_problem.clear();
  if (!m_applying) {
    finish();
    load(m_form.project(), *function);
  }
  tellOrigin();
  tellNote();
}

void FieldRow::tellNote() {
  QString text = m_problem;
  if (!m_invalid) {
    text = m_spec.effect && m_form.current() ? m_spec.effect(m_form.project(), m_form.function)
                                             : QString();
  }
  if (!m_why.isEmpty()) text = m_why;
  if (m_invalid) text.prepend(QStringLiteral("! "));
  m_note->setText(text);
  m_note->setVisible(!text.isEmpty());
  setInk(*m_note, m_invalid ? Role::Error : Role::Muted);
}

QString FieldRow::limits() const {
  if (m_spec.quota.empty()) return {};
  const project::Quota& row = project::quota(m_spec.quota);
  if (row.property == "ReservedConcurrentExecutions" && m_form.current())
    return tr("%1 to %2")
        .arg(count(row.minimum), count(project::reservable(m_form.project(), m_form.function)));
  constexpr std::int64_t kNoEnd = 1'000'000'000;
  if (row.unit == "characters") return tr("up to %1 characters").arg(count(row.maximum));
  if (row.maximum > kNoEnd) return tr("%1 or more").arg(count(row.minimum));
  const QString range = tr("%1 to %2").arg(count(row.minimum), count(row.maximum));
  return row.unit.empty() ? range : range + QChar(0x00A0) + qs(row.unit);
}

void FieldRow::tellOrigin() {
  const Origin origin = originOf(m_form.workbench.document.tree(),
                                 m_form.current() ? m_form.current()->id : "", m_spec.path);
  m_limits->setText(limits());
  m_limits->setVisible(!m_limits->text().isEmpty());
  if (!m_spec.quota.empty()) {
    const project::Quota& row = project::quota(m_spec.quota);
    m_limits->setToolTip(tr("AWS documentation: %1").arg(qs(row.source)));
  }
  m_restore->setVisible(m_invalid || origin == Origin::Own || origin == Origin::Computed);
  const QString meaning = m_invalid ? tr("Forget what was typed") : tr("Restore default");
  m_restore->setToolTip(meaning);
  m_restore->setAccessibleName(tr("Restore default of %1").arg(m_spec.title));
  QString who = m_spec.title;
  if (origin == Origin::Globals) who = tr("Set for all functions in Globals.");
  if (origin == Origin::Computed)
    who = tr("The template computes this value; typing replaces the expression.");
  m_title->setToolTip(who);
  const Session& session = m_form.workbench.session;
  m_playhead->setVisible(!m_spec.change.isEmpty() && session.index() && !session.workbench() &&
                         !m_invalid);
}

nlohmann::ordered_json FieldRow::changed(const nlohmann::ordered_json& value) const {
  nlohmann::ordered_json tree = withValue(m_form.workbench.document.tree(), pointer(), value);
  const project::Function* function = m_form.current();
  return m_also && function ? m_also(std::move(tree), *function, value) : tree;
}

void FieldRow::offer(const nlohmann::ordered_json& value) {
  Document& document = m_form.workbench.document;
  nlohmann::ordered_json after = changed(value);
  if (after != document.tree()) {
    if (const auto error = judge(document.tree(), after)) return refuse(say(error->text));
  }
  m_invalid = false;
  m_problem.clear();
  if (!m_stepBegan) m_stepBegan = std::make_unique<nlohmann::ordered_json>(document.tree());
  apply(std::move(after));
  tellOrigin();
  tellNote();
}

void FieldRow::apply(nlohmann::ordered_json tree) {
  m_applying = true;
  m_form.workbench.document.setTree(
      std::move(tree), tr("Change %1").arg(m_spec.title),
      QStringLiteral("%1 %2 %3").arg(m_spec.id).arg(m_form.function).arg(m_step));
  m_applying = false;
}

void FieldRow::refuse(const QString& sentence) {
  // On the way to 1200 stood 120, and on the way to "100ms" a hundred minutes: neither was meant.
  if (m_stepBegan) apply(*m_stepBegan);
  m_invalid = true;
  m_problem = sentence;
  m_typedOver = modelKey();
  tellOrigin();
  tellNote();
}

void FieldRow::finish() {
  ++m_step;
  m_stepBegan.reset();
}

void FieldRow::restoreDefault() {
  finish();
  const bool forget = m_invalid;
  m_invalid = false;
  if (!forget) offer(nullptr);
  finish();
  refresh();
}

QString FieldRow::note() const {
  return m_note->text();
}

void FieldRow::setUnavailable(const QString& why) {
  m_why = why;
  for (int i = 0; i < m_line->count(); ++i)
    if (QWidget* part = m_line->itemAt(i)->widget(); part && part != m_limits)
      part->setEnabled(why.isEmpty());
  tellNote();
}

void FieldRow::applyAtPlayhead() {
  const project::Function* function = m_form.current();
  if (!function) return;
  const QString owner = m_spec.path.starts_with('/') ? QStringLiteral("Account") : qs(function->id);
  m_form.workbench.session.applyChange(owner + u'.' + m_spec.change, number());
}

}  // namespace coldstart::configuration
