// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/generate_event.h"

#include <QTextStream>
#include <algorithm>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/command/options.h"
#include "core/events/catalogue.h"

namespace coldstart::command {
namespace {

using events::EventType;
using events::Field;

QString text(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::vector<std::string> services() {
  std::vector<std::string> names;
  for (const EventType& type : events::catalogue())
    if (std::find(names.begin(), names.end(), type.service) == names.end())
      names.push_back(type.service);
  return names;
}

std::vector<std::string> eventsOf(const std::string& service) {
  std::vector<std::string> names;
  for (const EventType& type : events::catalogue())
    if (type.service == service) names.push_back(type.event);
  return names;
}

QString joined(const std::vector<std::string>& names) {
  QStringList list;
  for (const std::string& name : names) list << text(name);
  return list.join(QStringLiteral(", "));
}

/// One line an event: name, then title.
void listEvents(const std::string& service, QTextStream& out) {
  for (const EventType& type : events::catalogue()) {
    if (!service.empty() && type.service != service) continue;
    const QString name = text(type.service + " " + type.event);
    out << name.leftJustified(38) << "  " << text(type.title.english()) << '\n';
  }
}

void describe(const EventType& type, QTextStream& out) {
  out << "coldstart generate-event " << text(type.service) << ' ' << text(type.event)
      << " [--FIELD VALUE]...\n"
      << text(type.title.english()) << ". Writes the event as JSON.\n";
  if (!type.note.empty()) out << text(type.note.english()) << '\n';
  if (!type.fields.empty()) out << "\nFields:\n";
  for (const Field& field : type.fields) {
    out << "  --" << text(field.flag).leftJustified(22) << ' ' << text(field.standard);
    if (!field.choices.empty()) out << "  (" << joined(field.choices) << ')';
    if (!field.help.empty()) out << "  " << text(field.help.english());
    if (field.ours) out << "  [not in SAM]";
    out << '\n';
  }
}

void usage(QTextStream& out) {
  out << "coldstart generate-event [SERVICE [EVENT [--FIELD VALUE]...]]\n"
         "Writes a test event as JSON. Services, events and fields are those of\n"
         "`sam local generate-event`. Without an event: the catalogue. The fields of an event:\n"
         "coldstart generate-event SERVICE EVENT --help\n\n";
  listEvents({}, out);
}

int unknownService(const std::string& service, QTextStream& err) {
  err << "There is no service \"" << text(service) << "\" in the catalogue";
  if (const auto near = events::nearest(service, services()))
    err << "; did you mean " << text(*near) << "? It";
  else
    err << ". It";
  err << " has " << joined(services()) << ".\n";
  return kWrongInput;
}

int unknownEvent(const std::string& service, const std::string& event, QTextStream& err) {
  err << text(service) << " has no event \"" << text(event) << '"';
  if (const auto near = events::nearest(event, eventsOf(service)))
    err << "; did you mean " << text(*near) << "? It";
  else
    err << ". It";
  err << " has " << joined(eventsOf(service)) << ".\n";
  return kWrongInput;
}

}  // namespace

int generateEvent(const QStringList& arguments, QTextStream& out, QTextStream& err) {
  const auto options = readOptions(arguments);
  if (!options) {
    err << text(options.error().english()) << '\n';
    return kWrongInput;
  }
  std::vector<std::string> words;
  for (const QString& word : options->words) words.push_back(word.toStdString());
  if (words.empty()) {
    if (!options->values.isEmpty()) {
      err << "--" << options->values.front().first
          << " belongs to an event: write the service and the event before it.\n";
      return kWrongInput;
    }
    if (options->help)
      usage(out);
    else
      listEvents({}, out);
    return kDone;
  }
  if (eventsOf(words[0]).empty()) return unknownService(words[0], err);
  if (words.size() == 1) {
    listEvents(words[0], out);
    return kDone;
  }
  const EventType* type = events::find(words[0], words[1]);
  if (type == nullptr) return unknownEvent(words[0], words[1], err);
  if (words.size() > 2) {
    err << "\"" << text(words[2]) << "\" is one word too many; fields are written --FIELD VALUE.\n";
    return kWrongInput;
  }
  if (options->help) {
    describe(*type, out);
    return kDone;
  }
  events::Values values;
  for (const auto& [flag, value] : options->values)
    values[flag.toStdString()] = value.toStdString();
  const auto event = events::generate(*type, values);
  if (!event) {
    err << text(event.error().english()) << '\n';
    return kWrongInput;
  }
  out << text(event->dump(2)) << '\n';
  return kDone;
}

}  // namespace coldstart::command
