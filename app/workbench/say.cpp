// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/say.h"

#include <QCoreApplication>

namespace coldstart {

QString say(const Sentence& sentence) {
  if (sentence.empty()) return {};
  const QString pattern = QCoreApplication::translate(sentence.context, sentence.pattern);
  return qs(fill(pattern.toStdString(), sentence.arguments));
}

QString say(const Error& error) {
  const QString text = say(error.text);
  return error.where.empty() ? text : QStringLiteral("%1: %2").arg(qs(error.where), text);
}

}  // namespace coldstart
