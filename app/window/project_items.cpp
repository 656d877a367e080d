// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/project_items.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QWidget>

#include "app/theme/icon.h"
#include "app/theme/theme.h"
#include "app/workbench/document.h"
#include "app/workbench/say.h"

namespace coldstart::window {
namespace {

using theme::color;
using theme::px;
using theme::Role;

QString tr(const char* text) {
  return QCoreApplication::translate("coldstart::window", text);
}

QString iconOf(project::TriggerKind kind) {
  switch (kind) {
    case project::TriggerKind::S3:
      return QStringLiteral("bucket");
    case project::TriggerKind::Sqs:
      return QStringLiteral("queue");
    case project::TriggerKind::Sns:
      return QStringLiteral("topic");
    case project::TriggerKind::Schedule:
      return QStringLiteral("clock");
    case project::TriggerKind::EventBridge:
      return QStringLiteral("bus");
    case project::TriggerKind::RestApi:
    case project::TriggerKind::HttpApi:
    case project::TriggerKind::FunctionUrl:
      return QStringLiteral("gateway");
    default:
      return QStringLiteral("stream");
  }
}

QString iconOf(const std::string& resourceType) {
  struct Row {
    const char* part;
    const char* icon;
  };
  static constexpr Row kRows[]{{"S3", "bucket"},      {"SQS", "queue"},   {"SNS", "topic"},
                               {"DynamoDB", "table"}, {"Table", "table"}, {"Api", "gateway"},
                               {"IAM", "shield"},     {"Events", "bus"},  {"Kinesis", "stream"},
                               {"Alarm", "alarm"}};
  for (const Row& row : kRows) {
    if (resourceType.find(row.part) != std::string::npos) return QString::fromLatin1(row.icon);
  }
  return QStringLiteral("resource");
}

QStandardItem* addGroup(QStandardItemModel& model, const QString& caption) {
  auto* group = new QStandardItem(caption);
  group->setData(static_cast<int>(ItemKind::Group), KindRole);
  group->setData(caption, NameRole);
  group->setFlags(Qt::ItemIsEnabled);
  model.appendRow(group);
  return group;
}

QStandardItem* addRow(QStandardItem* group, ItemKind kind, const QString& name,
                      const QString& iconName, const QString& detail = {}) {
  auto* row = new QStandardItem(name);
  row->setData(static_cast<int>(kind), KindRole);
  row->setData(name, NameRole);
  row->setData(group->rowCount(), IndexRole);
  row->setData(detail, DetailRole);
  const Role ink = kind == ItemKind::Function  ? Role::Init
                   : kind == ItemKind::Problem ? Role::Throttle
                                               : Role::Muted;
  if (!iconName.isEmpty()) row->setIcon(theme::icon(iconName, ink));
  const bool renamed =
      kind == ItemKind::Function || kind == ItemKind::TestEvent || kind == ItemKind::Scenario;
  row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable |
                (renamed ? Qt::ItemIsEditable : Qt::NoItemFlags));
  row->setToolTip(detail.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, detail));
  group->appendRow(row);
  return row;
}

void addProblems(QStandardItemModel& model, const Document& document) {
  if (!document.errors().empty()) {
    QStandardItem* group = addGroup(model, tr("Problems"));
    for (const Error& error : document.errors()) {
      QStandardItem* row = addRow(group, ItemKind::Problem, say(error), QStringLiteral("alert"));
      row->setToolTip(say(error));
      row->setData(qs(error.where), WhereRole);
    }
  }
  if (!document.project().notes.empty()) {
    QStandardItem* group = addGroup(model, tr("Notes"));
    for (const project::Note& note : document.project().notes) {
      QStandardItem* row = addRow(group, ItemKind::Note, say(note.text), QStringLiteral("hint"));
      row->setToolTip(qs(note.where));
      row->setData(qs(note.where), WhereRole);
    }
  }
}

ItemKind kindOf(const QModelIndex& index) {
  return static_cast<ItemKind>(index.data(KindRole).toInt());
}
bool wraps(const QModelIndex& index) {
  return kindOf(index) == ItemKind::Problem || kindOf(index) == ItemKind::Note;
}
QRect textRect(const QRect& row) {
  return row.adjusted(px(38), 0, -px(10), 0);
}

}  // namespace

void fillProjectItems(QStandardItemModel& model, const Document& document) {
  model.clear();
  const project::Project& project = document.project();
  if (!document.errors().empty()) addProblems(model, document);
  QStandardItem* functions = addGroup(model, tr("Functions"));
  for (const project::Function& function : project.functions) {
    addRow(functions, ItemKind::Function, qs(function.id), QStringLiteral("lambda"),
           qs(formatMemory(function.memory)));
  }
  QStandardItem* triggers = addGroup(model, tr("Triggers"));
  for (const project::Trigger& trigger : project.triggers) {
    addRow(triggers, ItemKind::Trigger, qs(trigger.source.empty() ? trigger.id : trigger.source),
           iconOf(trigger.kind), qs(trigger.detail));
  }
  QStandardItem* events = addGroup(model, tr("Test events"));
  for (const std::string& path : project.testEvents) {
    const QString name = qs(path);
    QStandardItem* row = addRow(events, ItemKind::TestEvent, name, QStringLiteral("file"));
    row->setText(name.section(u'/', -1));
  }
  QStandardItem* scenarios = addGroup(model, tr("Scenarios"));
  for (const project::Scenario& scenario : project.scenarios) {
    QStandardItem* row = addRow(scenarios, ItemKind::Scenario, qs(scenario.name),
                                QStringLiteral("layers"), qs(formatDuration(scenario.until)));
    if (!scenario.description.empty()) row->setToolTip(qs(scenario.description));
  }
  QStandardItem* resources = addGroup(model, tr("Resources"));
  for (const project::Resource& resource : project.resources) {
    QString type = qs(resource.type);
    type = type.section(QStringLiteral("::"), 1).replace(QStringLiteral("::"), QStringLiteral(" "));
    addRow(resources, ItemKind::Resource, qs(resource.name.empty() ? resource.id : resource.name),
           iconOf(resource.type), type);
  }
  if (document.errors().empty()) addProblems(model, document);
}

void ProjectDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const theme::Theme& look = theme::Theme::instance();
  painter->save();
  if (kindOf(index) == ItemKind::Group) {
    painter->setFont(look.captionFont());
    painter->setPen(color(Role::Muted));
    painter->drawText(option.rect.adjusted(px(10), px(6), 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      index.data().toString());
    painter->restore();
    return;
  }
  option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                        option.widget);
  const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
  const QRect lane(option.rect.left() + px(16), option.rect.top(), px(16), px(24));
  icon.paint(painter, lane.left(), lane.center().y() - px(8), px(16), px(16));
  QRect text = textRect(option.rect);
  if (wraps(index)) {
    painter->setFont(look.smallFont());
    painter->setPen(color(Role::Text));
    painter->drawText(text.adjusted(0, px(4), 0, 0), Qt::TextWordWrap | Qt::AlignTop,
                      index.data().toString());
    painter->restore();
    return;
  }
  const QString detail = index.data(DetailRole).toString();
  const QFontMetrics names(look.interfaceFont());
  if (!detail.isEmpty()) {
    painter->setFont(look.smallFont());
    painter->setPen(color(Role::Muted));
    const QFontMetrics details(look.smallFont());
    const int room = qMax(text.width() / 3,
                          text.width() - names.horizontalAdvance(index.data().toString()) - px(8));
    const QString shown = details.elidedText(detail, Qt::ElideMiddle, room);
    painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, shown);
    text.setRight(text.right() - details.horizontalAdvance(shown) - px(8));
  }
  painter->setFont(look.interfaceFont());
  painter->setPen(color(Role::Text));
  painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                    names.elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
  painter->restore();
}

QSize ProjectDelegate::sizeHint(const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
  if (kindOf(index) == ItemKind::Group) return {px(80), px(28)};
  if (!wraps(index)) return {px(80), px(24)};
  const int width = option.widget ? option.widget->width() - px(60) : px(160);
  const QRect text =
      QFontMetrics(theme::Theme::instance().smallFont())
          .boundingRect(QRect(0, 0, width, px(400)), Qt::TextWordWrap, index.data().toString());
  return {px(80), text.height() + px(8)};
}

void ProjectDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex& /*index*/) const {
  editor->setGeometry(option.rect.adjusted(px(34), 0, -px(6), 0));
}

void ProjectDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
  QStyledItemDelegate::setEditorData(editor, index);
  if (auto* line = qobject_cast<QLineEdit*>(editor)) line->setObjectName(QStringLiteral("rename"));
}

}  // namespace coldstart::window
