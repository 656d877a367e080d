// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/distribution_row.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <array>

#include <nlohmann/json.hpp>

#include "app/configuration/density_sketch.h"
#include "app/workbench/say.h"
#include "core/base/units.h"

namespace coldstart::configuration {
namespace {

using project::Distribution;
using Kind = Distribution::Kind;
using theme::px;

/// The contract's names, in the order of Distribution::Kind.
struct Shape {
  const char* kind;
  const char* first;
  const char* second;  ///< "" when one number says it all.
};
constexpr std::array kShapes{
    Shape{"Constant", "Value", ""},   Shape{"Uniform", "Min", "Max"},
    Shape{"Exponential", "Mean", ""}, Shape{"LogNormal", "Median", "P99"},
    Shape{"Empirical", "Values", ""},
};

const Shape& shapeOf(Kind kind) {
  return kShapes[static_cast<std::size_t>(kind)];
}

}  // namespace

DistributionRow::DistributionRow(configuration::Form& form, FieldSpec fieldSpec, Value value,
                                 Measure measure, theme::Role role, QWidget* parent)
    : FieldRow(form, std::move(fieldSpec), parent),
      m_value(std::move(value)),
      m_measure(measure),
      m_kind(new QComboBox(this)),
      m_firstName(new QLabel(this)),
      m_first(new QLineEdit(this)),
      m_secondName(new QLabel(this)),
      m_second(new QLineEdit(this)),
      m_sketch(new DensitySketch(role, this)) {
  for (const auto& [kind, first, second] : kShapes) m_kind->addItem(QString::fromLatin1(kind));
  m_first->setObjectName(spec().id + QStringLiteral("First"));
  m_second->setObjectName(spec().id + QStringLiteral("Second"));
  addControl(m_kind);
  auto* numbers = new QWidget(this);
  auto* line = new QHBoxLayout(numbers);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(px(6));
  line->addWidget(m_firstName);
  line->addWidget(m_first, 1);
  line->addWidget(m_secondName);
  line->addWidget(m_second, 1);
  line->addWidget(m_sketch);
  addBelow(numbers);
  for (QLineEdit* edit : {m_first, m_second}) {
    edit->setMinimumWidth(px(56));
    connect(edit, &QLineEdit::textEdited, this, &DistributionRow::edited);
    connect(edit, &QLineEdit::editingFinished, this, [this] { finish(); });
  }
  connect(m_kind, &QComboBox::activated, this, &DistributionRow::choose);
}

QString DistributionRow::amount(std::int64_t value) const {
  if (m_measure == Measure::Memory) return QStringLiteral("%1MB").arg(value);
  return qs(formatDuration(Duration::micros(value)));
}

void DistributionRow::arrange(Kind kind) {
  const Shape& shape = shapeOf(kind);
  const bool two = *shape.second != '\0';
  m_kind->setCurrentIndex(static_cast<int>(kind));
  m_firstName->setText(QString::fromLatin1(shape.first));
  m_secondName->setText(QString::fromLatin1(shape.second));
  m_first->setAccessibleName(spec().title + u' ' + m_firstName->text());
  m_second->setAccessibleName(spec().title + u' ' + m_secondName->text());
  m_secondName->setVisible(two);
  m_second->setVisible(two);
}

void DistributionRow::load(const project::Project& /*project*/, const project::Function& function) {
  const Distribution& value = m_value(function);
  arrange(value.kind);
  QString first = amount(value.a);
  if (value.kind == Kind::Empirical) {
    QStringList all;
    for (const std::int64_t one : value.values) all += amount(one);
    first = all.join(QStringLiteral(", "));
  }
  if (m_first->text() != first) m_first->setText(first);
  if (const QString second = amount(value.b); m_second->text() != second) m_second->setText(second);
  m_sketch->present(value);
}

/// Another kind keeps the middle of what was there.
void DistributionRow::choose(int kind) {
  const project::Function* function = form().current();
  if (!function) return;
  finish();
  const std::int64_t centre = std::max<std::int64_t>(1, middle(m_value(*function)));
  arrange(static_cast<Kind>(kind));
  m_first->setText(amount(static_cast<Kind>(kind) == Kind::Uniform ? centre / 2 : centre));
  m_second->setText(
      amount(static_cast<Kind>(kind) == Kind::Uniform ? centre + centre / 2 : centre * 2));
  edited();
  finish();
}

void DistributionRow::edited() {
  const auto kind = static_cast<Kind>(m_kind->currentIndex());
  const Shape& shape = shapeOf(kind);
  nlohmann::ordered_json numbers;
  if (kind == Kind::Empirical) {
    auto list = nlohmann::ordered_json::array();
    for (const QString& one : m_first->text().split(u',', Qt::SkipEmptyParts))
      list.push_back(one.trimmed().toStdString());
    numbers[shape.first] = std::move(list);
  } else {
    numbers[shape.first] = m_first->text().trimmed().toStdString();
    if (*shape.second != '\0') numbers[shape.second] = m_second->text().trimmed().toStdString();
  }
  nlohmann::ordered_json value;
  value[shape.kind] = std::move(numbers);
  offer(value);
  if (const project::Function* function = this->form().current(); function && !isInvalid())
    m_sketch->present(m_value(*function));
}

}  // namespace coldstart::configuration
