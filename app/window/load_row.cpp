// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/load_row.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <array>

#include <nlohmann/json.hpp>

#include "app/theme/icon.h"
#include "app/theme/theme.h"
#include "app/workbench/say.h"
#include "core/project/project.h"

namespace coldstart::window {

using nlohmann::ordered_json;

namespace {

/// Name: a text that may be left out.
enum class Value { None, Count, Rate, Span, Times, Text, Name };

struct Field {
  const char* key = "";
  Value value = Value::None;
  const char* usual = "";
  const char* label = "";
};
struct Kind {
  const char* key;
  const char* title;
  std::array<Field, 3> fields;
};

constexpr std::array kKinds{
    Kind{"Burst",
         QT_TRANSLATE_NOOP("LoadRow", "a burst"),
         {Field{"Requests", Value::Count, "100", QT_TRANSLATE_NOOP("LoadRow", "requests")},
          Field{"Over", Value::Span, "1s", QT_TRANSLATE_NOOP("LoadRow", "within")}, Field{}}},
    Kind{"Poisson",
         QT_TRANSLATE_NOOP("LoadRow", "at random"),
         {Field{"PerSecond", Value::Rate, "2", QT_TRANSLATE_NOOP("LoadRow", "per second")}, Field{},
          Field{}}},
    Kind{"Constant",
         QT_TRANSLATE_NOOP("LoadRow", "evenly"),
         {Field{"PerSecond", Value::Rate, "2", QT_TRANSLATE_NOOP("LoadRow", "per second")}, Field{},
          Field{}}},
    Kind{"Ramp",
         QT_TRANSLATE_NOOP("LoadRow", "a ramp"),
         {Field{"From", Value::Rate, "0", QT_TRANSLATE_NOOP("LoadRow", "from, per second")},
          Field{"To", Value::Rate, "20", QT_TRANSLATE_NOOP("LoadRow", "to")},
          Field{"Over", Value::Span, "30s", QT_TRANSLATE_NOOP("LoadRow", "within")}}},
    Kind{"At",
         QT_TRANSLATE_NOOP("LoadRow", "at these times"),
         {Field{"", Value::Times, "0s, 1s, 2s", QT_TRANSLATE_NOOP("LoadRow", "times")}, Field{},
          Field{}}},
    Kind{"Daily",
         QT_TRANSLATE_NOOP("LoadRow", "over a day"),
         {Field{"Low", Value::Rate, "1", QT_TRANSLATE_NOOP("LoadRow", "at night, per second")},
          Field{"High", Value::Rate, "20", QT_TRANSLATE_NOOP("LoadRow", "at noon")}, Field{}}},
    Kind{"Schedule",
         QT_TRANSLATE_NOOP("LoadRow", "on a schedule"),
         {Field{"Expression", Value::Text, "rate(5 minutes)",
                QT_TRANSLATE_NOOP("LoadRow", "expression")},
          Field{}, Field{}}},
    Kind{"Trace",
         QT_TRANSLATE_NOOP("LoadRow", "from a file"),
         {Field{"File", Value::Text, "trace.csv", QT_TRANSLATE_NOOP("LoadRow", "file")},
          Field{"Function", Value::Name, "", QT_TRANSLATE_NOOP("LoadRow", "only its function")},
          Field{}}},
};

QString words(const ordered_json& value) {
  if (value.is_string()) return qs(value.get<std::string>());
  if (value.is_array()) {
    QStringList parts;
    for (const ordered_json& item : value) parts << words(item);
    return parts.join(QStringLiteral(", "));
  }
  return value.is_null() ? QString() : qs(value.dump());
}

ordered_json json(Value value, const QString& text) {
  if (value == Value::Times) {
    ordered_json times = ordered_json::array();
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts))
      times.push_back(part.trimmed().toStdString());
    return times;
  }
  if (value == Value::Count) return text.toLongLong();
  if (value == Value::Rate) {
    // Written as the user wrote it: 0.9 stays 0.9.
    return ordered_json::parse(text.toStdString(), nullptr, false);
  }
  return text.toStdString();
}

QString wrong(Value value, const QString& text) {
  bool ok = true;
  switch (value) {
    case Value::Count:
      return text.toLongLong(&ok) >= 1 && ok
                 ? QString()
                 : LoadRow::tr("\"%1\" is not a number of requests. Write a whole number from 1.")
                       .arg(text);
    case Value::Rate:
      return text.toDouble(&ok) >= 0 && ok && json(value, text).is_number()
                 ? QString()
                 : LoadRow::tr("\"%1\" is not a rate. Write requests per second, such as 0.9.")
                       .arg(text);
    case Value::Span:
    case Value::Times:
      for (const QString& part : text.split(u',')) {
        const auto time = parseDuration(part.trimmed().toStdString());
        if (!time) return say(time.error());
      }
      return {};
    case Value::Text:
      return text.trimmed().isEmpty() ? LoadRow::tr("Fill in how the requests arrive.") : QString();
    case Value::Name:
    case Value::None:
      break;
  }
  return {};
}

}  // namespace

LoadRow::LoadRow(const project::Project& project, QWidget* parent)
    : QWidget(parent),
      m_target(new QComboBox(this)),
      m_type(new QComboBox(this)),
      m_event(new QComboBox(this)),
      m_kind(new QComboBox(this)),
      m_firstName(new QLabel(this)),
      m_first(new QLineEdit(this)),
      m_secondName(new QLabel(this)),
      m_second(new QLineEdit(this)),
      m_thirdName(new QLabel(this)),
      m_third(new QLineEdit(this)),
      m_kept(std::make_unique<ordered_json>(ordered_json::object())) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, theme::px(6));
  for (const project::Function& function : project.functions)
    m_target->addItem(theme::icon(QStringLiteral("lambda"), theme::Role::Init), qs(function.id),
                      QStringLiteral("Function"));
  for (const project::Trigger& trigger : project.triggers)
    m_target->addItem(tr("%1 (trigger)").arg(qs(trigger.id)), QStringLiteral("Trigger"));
  m_type->addItem(tr("and waits for the answer"), QStringLiteral("RequestResponse"));
  m_type->addItem(tr("as an event"), QStringLiteral("Event"));
  m_event->addItem(tr("no event"), QString());
  for (const std::string& event : project.testEvents) m_event->addItem(qs(event), qs(event));
  m_event->setCurrentIndex(project.testEvents.empty() ? 0 : 1);
  for (const Kind& kind : kKinds) m_kind->addItem(tr(kind.title), QString::fromUtf8(kind.key));
  m_target->setObjectName(QStringLiteral("loadTarget"));
  m_kind->setObjectName(QStringLiteral("loadArrivals"));
  m_first->setObjectName(QStringLiteral("loadFirst"));
  m_second->setObjectName(QStringLiteral("loadSecond"));
  m_third->setObjectName(QStringLiteral("loadThird"));
  auto* remove = new QToolButton(this);
  remove->setIcon(theme::icon(QStringLiteral("cross"), theme::Role::Muted));
  remove->setAutoRaise(true);
  remove->setToolTip(tr("Remove this load"));
  remove->setAccessibleName(tr("Remove this load"));
  grid->addWidget(m_target, 0, 0, 1, 2);
  grid->addWidget(m_event, 0, 2, 1, 2);
  grid->addWidget(m_type, 0, 4, 1, 2);
  grid->addWidget(remove, 0, 6);
  auto* fields = new QHBoxLayout;
  fields->addWidget(m_kind);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_firstName, m_first, m_secondName,
                                                         m_second, m_thirdName, m_third})
    fields->addWidget(widget);
  grid->addLayout(fields, 1, 0, 1, 6);
  connect(remove, &QToolButton::clicked, this, &LoadRow::removeAsked);
  connect(m_kind, &QComboBox::currentIndexChanged, this, &LoadRow::showFields);
  for (QLineEdit* line : {m_first, m_second, m_third})
    connect(line, &QLineEdit::textChanged, this, &LoadRow::changed);
  showFields();
}

LoadRow::~LoadRow() = default;

void LoadRow::showFields() {
  const Kind& kind = kKinds[static_cast<std::size_t>(m_kind->currentIndex())];
  const std::array names{m_firstName, m_secondName, m_thirdName};
  const std::array lines{m_first, m_second, m_third};
  for (std::size_t i = 0; i < 3; ++i) {
    const Field& field = kind.fields[i];
    names[i]->setVisible(field.value != Value::None);
    lines[i]->setVisible(field.value != Value::None);
    names[i]->setText(tr(field.label));
    lines[i]->setAccessibleName(tr(field.label));
    lines[i]->setText(QString::fromUtf8(field.usual));
  }
  emit changed();
}

void LoadRow::take(const ordered_json& load) {
  *m_kept = load;
  for (const char* key : {"Function", "Trigger"}) {
    if (!load.contains(key)) continue;
    for (int i = 0; i < m_target->count(); ++i) {
      const QString name = m_target->itemText(i).section(u' ', 0, 0);
      if (m_target->itemData(i).toString() == QLatin1String(key) && name == words(load[key]))
        m_target->setCurrentIndex(i);
    }
  }
  m_type->setCurrentIndex(
      qMax(0, m_type->findData(words(load.value("InvocationType", ordered_json())))));
  m_event->setCurrentIndex(qMax(0, m_event->findData(words(load.value("Event", ordered_json())))));
  if (!load.contains("Arrivals") || !load["Arrivals"].is_object() || load["Arrivals"].empty())
    return;
  const auto arrivals = load["Arrivals"].begin();
  const int kind = m_kind->findData(qs(arrivals.key()));
  if (kind < 0) return;
  m_kind->setCurrentIndex(kind);
  showFields();
  const std::array lines{m_first, m_second, m_third};
  for (std::size_t i = 0; i < 3; ++i) {
    const Field& field = kKinds[static_cast<std::size_t>(kind)].fields[i];
    if (field.value == Value::Times)
      lines[i]->setText(words(arrivals.value()));
    else if (arrivals.value().is_object() && arrivals.value().contains(field.key))
      lines[i]->setText(words(arrivals.value()[field.key]));
  }
}

ordered_json LoadRow::load() const {
  ordered_json load = *m_kept;
  const std::string target = m_target->currentData().toString().toStdString();
  const std::string name = m_target->currentText().section(u' ', 0, 0).toStdString();
  // A load of the template may name its trigger by source; that name is kept while it holds.
  const bool untouched = load.contains(target) && target == "Trigger";
  if (!untouched) {
    load.erase("Function");
    load.erase("Trigger");
    load[target] = name;
  }
  load["InvocationType"] = m_type->currentData().toString().toStdString();
  const std::string event = m_event->currentData().toString().toStdString();
  if (event.empty())
    load.erase("Event");
  else
    load["Event"] = event;
  const Kind& kind = kKinds[static_cast<std::size_t>(m_kind->currentIndex())];
  ordered_json numbers = ordered_json::object();
  const std::array lines{m_first, m_second, m_third};
  for (std::size_t i = 0; i < 3; ++i) {
    const Field& field = kind.fields[i];
    if (field.value == Value::Times)
      numbers = json(field.value, lines[i]->text());
    else if (field.value != Value::None &&
             (field.value != Value::Name || !lines[i]->text().isEmpty()))
      numbers[field.key] = json(field.value, lines[i]->text().trimmed());
  }
  ordered_json arrivals = ordered_json::object();
  const bool sameKind = m_kept->contains("Arrivals") && (*m_kept)["Arrivals"].contains(kind.key);
  if (sameKind && numbers.is_object() && (*m_kept)["Arrivals"][kind.key].is_object()) {
    arrivals = (*m_kept)["Arrivals"];
    for (const Field& field : kind.fields)
      if (field.value == Value::Name) arrivals[kind.key].erase(field.key);
    arrivals[kind.key].update(numbers);
  } else {
    arrivals[kind.key] = numbers;
  }
  load["Arrivals"] = arrivals;
  return load;
}

QString LoadRow::problem() const {
  const Kind& kind = kKinds[static_cast<std::size_t>(m_kind->currentIndex())];
  const std::array lines{m_first, m_second, m_third};
  for (std::size_t i = 0; i < 3; ++i) {
    const QString sentence = wrong(kind.fields[i].value, lines[i]->text().trimmed());
    if (!sentence.isEmpty()) return sentence;
  }
  return {};
}

}  // namespace coldstart::window
