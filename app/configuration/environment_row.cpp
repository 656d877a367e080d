// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/environment_row.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTableWidget>

#include <nlohmann/json.hpp>

#include "app/configuration/judge.h"
#include "app/configuration/pool_bar.h"
#include "app/theme/theme.h"
#include "app/workbench/document.h"
#include "app/workbench/say.h"
#include "core/project/quota.h"

namespace coldstart::configuration {
namespace {

using theme::px;

enum Column { kName, kValue };
/// What the template has there when it is not plain text: {"Ref": "Notes"}.
constexpr int kExpression = Qt::UserRole;

/// Hands over every letter, so that a refusal is seen while typing.
class TypingDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const override {
    QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
      auto* self = const_cast<TypingDelegate*>(this);  // NOLINT: emitting is not const in Qt
      QObject::connect(line, &QLineEdit::textEdited, line,
                       [self, line] { emit self->commitData(line); });
    }
    return editor;
  }
};

}  // namespace

EnvironmentRow::EnvironmentRow(Form& form, FieldSpec fieldSpec, QWidget* parent)
    : FieldRow(form, std::move(fieldSpec), parent),
      m_table(new QTableWidget(0, 2, this)),
      m_meter(new Meter(this)) {
  m_meter->setObjectName(QStringLiteral("environmentMeter"));
  m_table->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_table->verticalHeader()->hide();
  m_table->setItemDelegate(new TypingDelegate(m_table));
  m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
  m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_table->setToolTip(tr("Type in the last line to add a variable; Delete removes the selected."));
  addControl(m_table, 1);
  addBelow(m_meter);
  connect(m_table, &QTableWidget::itemChanged, this, &EnvironmentRow::edited);
  connect(m_table, &QTableWidget::currentCellChanged, this, [this] { finish(); });
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &EnvironmentRow::sizeTable);
}

void EnvironmentRow::append(const QString& name, const nlohmann::ordered_json& value) {
  const int row = m_table->rowCount();
  m_table->insertRow(row);
  auto* nameItem = new QTableWidgetItem(name);
  auto* valueItem = new QTableWidgetItem;
  if (value.is_string()) {
    valueItem->setText(qs(value.get<std::string>()));
  } else if (!value.is_null()) {
    const QString expression = qs(value.dump());
    valueItem->setText(expression);
    valueItem->setData(kExpression, expression);
    valueItem->setToolTip(tr("The template computes this value; typing replaces the expression."));
  }
  for (QTableWidgetItem* item : {nameItem, valueItem})
    item->setFont(theme::Theme::instance().codeFont());
  m_table->setItem(row, kName, nameItem);
  m_table->setItem(row, kValue, valueItem);
}

nlohmann::ordered_json EnvironmentRow::valueAt(int row) const {
  const QTableWidgetItem* item = m_table->item(row, kValue);
  if (!item) return std::string();
  const QString expression = item->data(kExpression).toString();
  if (!expression.isEmpty() && item->text() == expression)
    return nlohmann::ordered_json::parse(expression.toStdString(), nullptr, false);
  return item->text().toStdString();
}

void EnvironmentRow::load(const project::Project& /*project*/, const project::Function& function) {
  const QSignalBlocker quiet(m_table);
  m_table->setRowCount(0);
  const auto& tree = form().workbench.document.tree();
  const nlohmann::ordered_json::json_pointer place(pointerBelow(function.id, spec().path));
  if (tree.contains(place) && tree.at(place).is_object())
    for (const auto& [name, value] : tree.at(place).items()) append(qs(name), value);
  append(QString(), nullptr);
  sizeTable();
  nlohmann::ordered_json measured = function.environment;
  const auto used =
      static_cast<std::int64_t>(function.environment.empty() ? 0 : measured.dump().size());
  const std::int64_t limit = project::quota("EnvironmentBytes").maximum;
  m_meter->present(used, limit, tr("%1 of %2 bytes").arg(count(used), count(limit)));
}

void EnvironmentRow::sizeTable() {
  int height = m_table->horizontalHeader()->sizeHint().height() + px(2);
  for (int row = 0; row < m_table->rowCount(); ++row) {
    m_table->setRowHeight(row, px(24));
    height += px(24);
  }
  m_table->setFixedHeight(height);
}

void EnvironmentRow::edited() {
  nlohmann::ordered_json variables = nlohmann::ordered_json::object();
  QString twice;
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const QTableWidgetItem* item = m_table->item(row, kName);
    const std::string name = item ? item->text().toStdString() : std::string();
    if (name.empty()) continue;
    if (variables.contains(name)) twice = qs(name);
    variables[name] = valueAt(row);
  }
  const int last = m_table->rowCount() - 1;
  if (last < 0 || (m_table->item(last, kName) && !m_table->item(last, kName)->text().isEmpty())) {
    const QSignalBlocker quiet(m_table);
    append(QString(), nullptr);
    sizeTable();
  }
  const auto used = static_cast<std::int64_t>(variables.empty() ? 0 : variables.dump().size());
  const std::int64_t limit = project::quota("EnvironmentBytes").maximum;
  m_meter->present(used, limit, tr("%1 of %2 bytes").arg(count(used), count(limit)));
  if (!twice.isEmpty())
    return refuse(tr("The name %1 is there twice; a variable has one value.").arg(twice));
  offer(variables.empty() ? nlohmann::ordered_json() : variables);
}

void EnvironmentRow::removeSelected() {
  const int row = m_table->currentRow();
  if (row < 0 || row == m_table->rowCount() - 1) return;
  finish();
  {
    const QSignalBlocker quiet(m_table);
    m_table->removeRow(row);
    sizeTable();
  }
  edited();
  finish();
}

bool EnvironmentRow::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_table && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);  // NOLINT: the type says so
    if (key->key() == Qt::Key_Delete) {
      removeSelected();
      return true;
    }
  }
  // Every letter is one step until another cell is chosen.
  if (watched == m_table && event->type() == QEvent::FocusOut) return false;
  return FieldRow::eventFilter(watched, event);
}

}  // namespace coldstart::configuration
