// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/rows.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <limits>

#include <nlohmann/json.hpp>

#include "app/configuration/memory_slider.h"
#include "app/theme/theme.h"
#include "app/workbench/say.h"
#include "core/project/quota.h"
#include "core/project/template.h"

namespace coldstart::configuration {

using theme::px;

// --- a number -------------------------------------------------------------------------------

NumberRow::NumberRow(Form& form, FieldSpec fieldSpec, Value value, QWidget* parent, Slider slider)
    : FieldRow(form, std::move(fieldSpec), parent),
      m_value(std::move(value)),
      m_spin(new QSpinBox(this)) {
  // No range here: a number out of range is to be seen with its sentence, not refused silently.
  constexpr int kAny = std::numeric_limits<int>::max();
  m_spin->setRange(-kAny, kAny);
  m_spin->setGroupSeparatorShown(false);
  m_spin->setMinimumWidth(px(96));
  m_spin->setAccelerated(true);
  if (!spec().quota.empty()) {
    const project::Quota& row = project::quota(spec().quota);
    if (!row.unit.empty()) m_spin->setSuffix(QStringLiteral(" ") + qs(row.unit));
    if (row.unit == "MB") m_spin->setSingleStep(64);
  }
  addControl(m_spin);
  connect(m_spin, &QSpinBox::valueChanged, this, &NumberRow::edited);
  connect(m_spin, &QSpinBox::editingFinished, this, [this] { finish(); });
  if (slider == Slider::None) return;
  m_slider = new MemorySlider(this);
  m_slider->setObjectName(spec().id + QStringLiteral("Slider"));
  m_slider->setAccessibleName(spec().title);
  m_slider->setFocusPolicy(Qt::StrongFocus);
  m_slider->installEventFilter(this);
  addBelow(m_slider);
  connect(m_slider, &MemorySlider::chosen, this, [this](int mb) { m_spin->setValue(mb); });
  connect(m_slider, &QSlider::sliderReleased, this, [this] { finish(); });
}

void NumberRow::setOptional(const QString& none, const QString& some, int proposal) {
  m_choice = new QComboBox(this);
  m_choice->setObjectName(spec().id + QStringLiteral("Choice"));
  m_choice->addItems({none, some});
  addControl(m_choice);
  connect(m_choice, &QComboBox::activated, this, [this, proposal](int index) {
    finish();
    const QSignalBlocker quiet(m_spin);
    if (index == 1 && !m_spin->isEnabled()) m_spin->setValue(proposal);
    m_spin->setVisible(index == 1);
    m_spin->setEnabled(index == 1);
    edited();
    finish();
  });
}

void NumberRow::edited() {
  if (m_slider) m_slider->setMegabytes(m_spin->value());
  const auto value = number();
  offer(value && value != m_absent ? nlohmann::ordered_json(*value) : nlohmann::ordered_json());
}

std::optional<std::int64_t> NumberRow::number() const {
  if (m_choice && m_choice->currentIndex() == 0) return std::nullopt;
  return m_spin->value();
}

void NumberRow::load(const project::Project& project, const project::Function& function) {
  const QSignalBlocker quiet(m_spin);
  const auto value = m_value(project, function);
  if (m_choice) {
    m_choice->setCurrentIndex(value ? 1 : 0);
    m_spin->setVisible(value.has_value());
    m_spin->setEnabled(value.has_value());
  }
  const auto shown = static_cast<int>(value.value_or(m_absent.value_or(0)));
  if (m_spin->value() != shown) m_spin->setValue(shown);
  if (m_slider) m_slider->setMegabytes(shown);
}

// --- a line of text -------------------------------------------------------------------------

TextRow::TextRow(Form& form, FieldSpec fieldSpec, Value value, QWidget* parent,
                 const QString& placeholder)
    : FieldRow(form, std::move(fieldSpec), parent),
      m_value(std::move(value)),
      m_edit(new QLineEdit(this)) {
  m_edit->setPlaceholderText(placeholder);
  m_edit->setMinimumWidth(px(140));
  addControl(m_edit, 1);
  connect(m_edit, &QLineEdit::textEdited, this, [this](const QString& text) {
    offer(text.isEmpty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text.toStdString()));
  });
  connect(m_edit, &QLineEdit::editingFinished, this, [this] { finish(); });
}

void TextRow::load(const project::Project& /*project*/, const project::Function& function) {
  const QString text = qs(m_value(function));
  if (m_edit->text() == text) return;
  m_edit->setText(text);
  m_edit->setCursorPosition(0);  // A long text is read from its beginning.
}

// --- a choice -------------------------------------------------------------------------------

ChoiceRow::ChoiceRow(Form& form, FieldSpec fieldSpec, std::vector<Option> options,
                     TextRow::Value value, QWidget* parent, Written written)
    : FieldRow(form, std::move(fieldSpec), parent),
      m_options(std::move(options)),
      m_value(std::move(value)),
      m_box(new QComboBox(this)) {
  for (const Option& option : m_options) m_box->addItem(option.text);
  addControl(m_box);
  connect(m_box, &QComboBox::activated, this, [this, written](int index) {
    const auto chosen = static_cast<std::size_t>(index);
    if (chosen >= m_options.size()) return;  // The value of the template that is not in the list.
    finish();
    const std::string& text = m_options[chosen].value;
    offer(written == Written::List ? nlohmann::ordered_json::array({text})
                                   : nlohmann::ordered_json(text));
    finish();
  });
}

void ChoiceRow::load(const project::Project& /*project*/, const project::Function& function) {
  const std::string value = m_value(function);
  while (m_box->count() > static_cast<int>(m_options.size())) m_box->removeItem(m_box->count() - 1);
  for (std::size_t i = 0; i < m_options.size(); ++i) {
    if (m_options[i].value != value) continue;
    m_box->setCurrentIndex(static_cast<int>(i));
    return;
  }
  m_box->addItem(qs(value));
  m_box->setCurrentIndex(m_box->count() - 1);
}

// --- a percentage ---------------------------------------------------------------------------

PercentRow::PercentRow(Form& form, FieldSpec fieldSpec, Value value, QWidget* parent)
    : FieldRow(form, std::move(fieldSpec), parent),
      m_value(std::move(value)),
      m_spin(new QDoubleSpinBox(this)) {
  m_spin->setRange(-1'000, 1'000);
  m_spin->setDecimals(2);
  m_spin->setSuffix(QStringLiteral(" %"));
  m_spin->setMinimumWidth(px(96));
  addControl(m_spin);
  connect(m_spin, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
    // Through whole millionths, so that 12.5 % is written as 0.125 and not as its neighbour.
    const auto millionths = qRound64(percent * 10'000);
    offer(static_cast<double>(millionths) / project::kMillion);
  });
  connect(m_spin, &QDoubleSpinBox::editingFinished, this, [this] { finish(); });
}

void PercentRow::load(const project::Project& /*project*/, const project::Function& function) {
  const QSignalBlocker quiet(m_spin);
  m_spin->setValue(m_value(function) / 10'000.0);
}

// --- several lines --------------------------------------------------------------------------

LinesRow::LinesRow(Form& form, FieldSpec fieldSpec, Kind kind, TextRow::Value value,
                   QWidget* parent, const QString& placeholder)
    : FieldRow(form, std::move(fieldSpec), parent),
      m_kind(kind),
      m_value(std::move(value)),
      m_edit(new QPlainTextEdit(this)) {
  m_edit->setPlaceholderText(placeholder);
  m_edit->setTabChangesFocus(true);
  m_edit->setFont(theme::Theme::instance().codeFont());
  m_edit->setFixedHeight(px(64));
  addControl(m_edit, 1);
  connect(m_edit, &QPlainTextEdit::textChanged, this, &LinesRow::edited);
  connect(&theme::Theme::instance(), &theme::Theme::changed, m_edit, [this] {
    m_edit->setFont(theme::Theme::instance().codeFont());
    m_edit->setFixedHeight(px(64));
  });
}

void LinesRow::edited() {
  const QString text = m_edit->toPlainText();
  if (text.trimmed().isEmpty()) return offer(nullptr);
  if (m_kind == Kind::List) {
    auto list = nlohmann::ordered_json::array();
    for (const QString& line : text.split(u'\n')) list.push_back(line.toStdString());
    return offer(list);
  }
  const auto value = project::parseJson(text.toStdString(), spec().title.toStdString());
  if (!value) return refuse(say(value.error()));
  offer(*value);
}

void LinesRow::load(const project::Project& /*project*/, const project::Function& function) {
  const QString text = qs(m_value(function));
  if (m_edit->toPlainText() == text) return;
  const QSignalBlocker quiet(m_edit);
  m_edit->setPlainText(text);
}

}  // namespace coldstart::configuration
