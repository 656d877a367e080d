// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/match_event.h"

#include <QTextStream>

#include <nlohmann/json.hpp>

#include "app/command/options.h"
#include "app/command/read_project.h"
#include "app/workbench/project_files.h"
#include "app/workbench/say.h"
#include "core/events/event_pattern.h"
#include "core/project/template.h"

namespace coldstart::command {
namespace {

void usage(QTextStream& out) {
  out << "coldstart match-event --pattern FILE --event FILE\n"
         "Prints true when the pattern of an EventBridge rule lets the event through; otherwise "
         "false and\nwhy not, one reason a line. Exit status 0 for true, 1 for false.\n\n"
         "  --pattern FILE    the event pattern, such as {\"source\": [\"aws.ec2\"]}\n"
         "  --event FILE      the event, a JSON object\n";
}

std::optional<std::string> fileNamedBy(const Options& options, const QString& option,
                                       QTextStream& err) {
  const auto path = options.value(option);
  if (!path) {
    err << "coldstart: match-event needs --" << option << " FILE.\n";
    return std::nullopt;
  }
  const auto text = files::readText(*path);
  if (!text) {
    err << "coldstart: " << qs(text.error().english()) << '\n';
    return std::nullopt;
  }
  return text->toStdString();
}

}  // namespace

int matchEvent(const QStringList& arguments, QTextStream& out, QTextStream& err) {
  const auto options = readOptions(arguments);
  if (!options) {
    err << "coldstart: " << qs(options.error().english()) << '\n';
    return kWrongInput;
  }
  if (options->help) {
    usage(out);
    return kDone;
  }
  const QString patternOption = QStringLiteral("pattern");
  const QString eventOption = QStringLiteral("event");
  if (!onlyKnown(*options, {patternOption, eventOption}, err)) return kWrongInput;
  const auto patternText = fileNamedBy(*options, patternOption, err);
  const auto eventText = patternText ? fileNamedBy(*options, eventOption, err) : std::nullopt;
  if (!eventText) return kWrongInput;
  const auto pattern = events::EventPattern::parse(*patternText);
  if (!pattern) {
    err << "coldstart: " << *options->value(patternOption) << ": " << qs(pattern.error().english())
        << '\n';
    return kWrongInput;
  }
  const auto event = project::parseJson(*eventText, options->value(eventOption)->toStdString());
  if (!event || !event->is_object()) {
    err << "coldstart: "
        << (event ? *options->value(eventOption) +
                        QStringLiteral(": Parameter Event is not valid. An event is a JSON object.")
                  : qs(event.error().english()))
        << '\n';
    return kWrongInput;
  }
  const events::Match match = pattern->match(*event);
  out << (match.matches ? "true\n" : "false\n");
  for (const Sentence& why : match.whyNot) out << qs(why.english()) << '\n';
  return match.matches ? kDone : kNo;
}

}  // namespace coldstart::command
