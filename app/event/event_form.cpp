// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event/event_form.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/theme/icon.h"
#include "app/theme/theme.h"
#include "app/workbench/say.h"

namespace coldstart::event {

using events::EventType;
using events::Field;
using theme::px;

namespace {

constexpr int kMostLines = 5;
constexpr qsizetype kLongestHint = 56;

/// Several lines of text, as high as its text up to a few lines. Tab goes on to the next field.
class LinesEdit : public QPlainTextEdit {
 public:
  explicit LinesEdit(QWidget* parent) : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &LinesEdit::fit);
  }
  void fit() {
    const int lines = std::clamp(blockCount(), 1, kMostLines);
    const auto margin = static_cast<int>(document()->documentMargin());
    setFixedHeight(lines * fontMetrics().lineSpacing() + 2 * (margin + frameWidth()) + 1);
  }
};

/// Every plain text editor of the form is one.
LinesEdit* asLines(QWidget* editor) {
  return static_cast<LinesEdit*>(qobject_cast<QPlainTextEdit*>(editor));
}

void setRole(QLabel* label, theme::Role role) {
  QPalette palette = label->palette();
  palette.setColor(QPalette::WindowText, theme::color(role));
  label->setPalette(palette);
}

QLabel* wrappingLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->hide();
  return label;
}

}  // namespace

EventForm::EventForm(QWidget* parent)
    : QWidget(parent),
      m_more(new QToolButton(this)),
      m_note(wrappingLabel(this)),
      m_blocked(wrappingLabel(this)) {
  setObjectName(QStringLiteral("eventForm"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(6));
  m_blocked->setObjectName(QStringLiteral("eventFormBlocked"));
  m_note->setObjectName(QStringLiteral("eventFormNote"));
  m_more->setObjectName(QStringLiteral("eventFormMore"));
  m_more->setCheckable(true);
  m_more->setAutoRaise(true);
  m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  connect(m_more, &QToolButton::toggled, this, [this](bool visible) {
    showGeneral(visible);
    emit unfolded();
  });
  column->addWidget(m_blocked);
  column->addWidget(m_more, 0, Qt::AlignLeft);
  column->addWidget(m_note);
  column->addStretch();
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &EventForm::restyle);
  setType(nullptr);
}

void EventForm::setSuggestions(std::function<QStringList(std::string_view)> suggestions) {
  m_suggestions = std::move(suggestions);
}

void EventForm::setType(const EventType* type) {
  m_type = type;
  m_rows.clear();
  if (m_fields != nullptr) {  // Perhaps it is one of these fields that brought another type.
    m_fields->hide();
    m_fields->setParent(nullptr);
    m_fields->deleteLater();
  }
  m_fields = new QWidget(this);
  m_grid = new QGridLayout(m_fields);
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setHorizontalSpacing(px(10));
  m_grid->setVerticalSpacing(px(2));
  m_grid->setColumnStretch(1, 1);
  bool general = false;
  if (type != nullptr) {
    for (const Field& field : type->fields) {
      addRow(field);
      general = general || field.general;
    }
  }
  static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_fields);
  m_fields->setVisible(!m_rows.empty());
  m_more->setVisible(general);
  showGeneral(m_more->isChecked());
  restyle();
}

void EventForm::addRow(const Field& field) {
  Row row{&field,
          new QLabel(say(field.label), m_fields),
          makeEditor(field),
          wrappingLabel(m_fields),
          {}};
  const QString flag = qs(field.flag);
  row.editor->setObjectName(QStringLiteral("field-") + flag);
  row.editor->setAccessibleName(say(field.label));
  row.editor->setToolTip(QStringLiteral("--") + flag);
  row.hint->setObjectName(QStringLiteral("hint-") + flag);
  row.label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row.label->setBuddy(row.editor);
  row.label->setMinimumWidth(px(72));
  const int line = m_grid->rowCount();
  const bool tall = qobject_cast<QPlainTextEdit*>(row.editor) != nullptr;
  if (tall) row.label->setContentsMargins(0, px(4), 0, 0);
  m_grid->addWidget(row.label, line, 0, tall ? Qt::AlignTop : Qt::AlignVCenter);
  m_grid->addWidget(row.editor, line, 1);
  m_grid->addWidget(row.hint, line + 1, 1);
  m_rows.push_back(row);
}

QComboBox* EventForm::makeChoice(const Field& field) {
  auto* choice = new QComboBox(m_fields);
  for (const std::string& name : field.choices) choice->addItem(qs(name));
  choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  choice->setMinimumContentsLength(6);
  const QString flag = qs(field.flag);
  connect(choice, &QComboBox::textActivated, this,
          [this, flag](const QString& value) { emit edited(flag, value); });
  return choice;
}

QWidget* EventForm::makeEditor(const Field& field) {
  const QString flag = qs(field.flag);
  if (field.kind == Field::Kind::Choice) return makeChoice(field);
  if (field.kind == Field::Kind::Lines || field.kind == Field::Kind::Json) {
    auto* lines = new LinesEdit(m_fields);
    if (field.kind == Field::Kind::Json) lines->setFont(theme::Theme::instance().codeFont());
    connect(lines, &QPlainTextEdit::textChanged, this, [this, flag, lines] {
      if (!m_filling) emit edited(flag, lines->toPlainText());
    });
    return lines;
  }
  const QStringList names = m_suggestions && !field.resourceType.empty()
                                ? m_suggestions(field.resourceType)
                                : QStringList();
  if (!names.isEmpty()) {
    QComboBox* combo = makeChoice(field);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->addItems(names);
    connect(combo->lineEdit(), &QLineEdit::textEdited, this,
            [this, flag](const QString& value) { emit edited(flag, value); });
    return combo;
  }
  auto* line = new QLineEdit(m_fields);
  if (field.kind == Field::Kind::Integer) line->setInputMethodHints(Qt::ImhDigitsOnly);
  connect(line, &QLineEdit::textEdited, this,
          [this, flag](const QString& value) { emit edited(flag, value); });
  return line;
}

QString EventForm::valueOf(const QWidget* editor) {
  if (const auto* combo = qobject_cast<const QComboBox*>(editor)) return combo->currentText();
  if (const auto* lines = qobject_cast<const QPlainTextEdit*>(editor)) return lines->toPlainText();
  return static_cast<const QLineEdit*>(editor)->text();
}

void EventForm::setValue(QWidget* editor, const QString& value, bool present) {
  const QString placeholder = present ? QString() : tr("not in the event");
  if (auto* combo = qobject_cast<QComboBox*>(editor)) {
    const int index = combo->findText(value, Qt::MatchFixedString | Qt::MatchCaseSensitive);
    combo->setCurrentIndex(present ? index : -1);
    combo->setPlaceholderText(present ? value : placeholder);
    if (combo->isEditable()) {
      combo->lineEdit()->setPlaceholderText(placeholder);
      if (combo->currentText() != value) combo->setEditText(value);
    }
  } else if (auto* lines = asLines(editor)) {
    lines->setPlaceholderText(placeholder);
    if (lines->toPlainText() != value) lines->setPlainText(value);
    lines->fit();
  } else {
    auto* line = static_cast<QLineEdit*>(editor);
    line->setPlaceholderText(placeholder);
    if (line->text() != value) line->setText(value);
  }
}

void EventForm::setValues(const events::Values& values, std::string_view except) {
  m_filling = true;
  for (Row& row : m_rows) {
    const auto value = values.find(row.field->flag);
    if (row.field->flag != except) {
      setValue(row.editor, value == values.end() ? QString() : qs(value->second),
               value != values.end());
      row.problem.clear();
    }
    showHint(row);
  }
  m_filling = false;
}

void EventForm::setProblem(std::string_view flag, const QString& sentence) {
  for (Row& row : m_rows) {
    if (row.field->flag != flag) continue;
    row.problem = sentence;
    showHint(row);
  }
}

void EventForm::showHint(Row& row) {
  QString hint = say(row.field->help);
  const std::string value = valueOf(row.editor).toStdString();
  if (const auto sent = events::encoded(*m_type, row.field->flag, value)) {
    QString shown = qs(*sent);
    if (shown.size() > kLongestHint) shown = shown.left(kLongestHint - 1) + QChar(0x2026);
    hint += QLatin1Char('\n') + tr("In the event: %1").arg(shown);
  }
  if (!row.problem.isEmpty()) hint = QStringLiteral("! ") + row.problem;
  row.hint->setText(hint.trimmed());
  row.hint->setVisible(!row.hint->text().isEmpty() && row.editor->isVisibleTo(m_fields));
  setRole(row.hint, row.problem.isEmpty() ? theme::Role::Muted : theme::Role::Error);
}

void EventForm::showGeneral(bool visible) {
  m_more->setText(visible ? tr("Fewer fields") : tr("Account, region and more"));
  m_more->setIcon(
      theme::icon(visible ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                  theme::Role::Muted));
  for (Row& row : m_rows) {
    const bool shown = visible || !row.field->general;
    row.label->setVisible(shown);
    row.editor->setVisible(shown);
    const int line = 2 * static_cast<int>(&row - m_rows.data()) + 1;
    m_grid->setRowMinimumHeight(line + 1, shown ? px(3) : 0);
    showHint(row);
  }
}

void EventForm::setNote(const QString& sentence) {
  m_note->setText(sentence);
  m_note->setVisible(!sentence.isEmpty());
}

void EventForm::setBlocked(const QString& why) {
  m_blocked->setText(why.isEmpty() ? why : QStringLiteral("! ") + why);
  m_blocked->setVisible(!why.isEmpty());
  if (m_fields == nullptr) return;
  m_fields->setEnabled(why.isEmpty());
  m_fields->setToolTip(why);
}

void EventForm::restyle() {
  const QFont small = theme::Theme::instance().smallFont();
  m_note->setFont(small);
  setRole(m_note, theme::Role::Muted);
  setRole(m_blocked, theme::Role::Error);
  m_more->setFont(small);
  for (Row& row : m_rows) {
    setRole(row.label, theme::Role::Muted);
    row.hint->setFont(small);
    showHint(row);
    if (row.field->kind == Field::Kind::Json)
      row.editor->setFont(theme::Theme::instance().codeFont());
    if (auto* lines = asLines(row.editor)) lines->fit();
  }
  showGeneral(m_more->isChecked());
}

}  // namespace coldstart::event
