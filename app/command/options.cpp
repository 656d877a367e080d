// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/options.h"

namespace coldstart::command {

std::optional<QString> Options::value(const QString& name) const {
  for (qsizetype i = values.size(); i-- > 0;)
    if (values[i].first == name) return values[i].second;
  return std::nullopt;
}

QStringList Options::all(const QString& name) const {
  QStringList found;
  for (const auto& [key, value] : values)
    if (key == name) found << value;
  return found;
}

Result<Options> readOptions(const QStringList& arguments) {
  Options options;
  for (qsizetype i = 0; i < arguments.size(); ++i) {
    const QString& argument = arguments[i];
    if (argument == QStringLiteral("--help") || argument == QStringLiteral("-h")) {
      options.help = true;
    } else if (!argument.startsWith(QStringLiteral("--"))) {
      options.words << argument;
    } else if (const qsizetype equals = argument.indexOf(u'='); equals > 0) {
      options.values << qMakePair(argument.mid(2, equals - 2), argument.mid(equals + 1));
    } else if (i + 1 < arguments.size()) {
      options.values << qMakePair(argument.mid(2), arguments[++i]);
    } else {
      return Error{
          "",
          {"command", SAY("command", "%1 needs a value after it."), {argument.toStdString()}},
          ""};
    }
  }
  return options;
}

}  // namespace coldstart::command
