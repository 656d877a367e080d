// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/preferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include "app/theme/theme.h"
#include "app/workbench/settings.h"

namespace coldstart::window::preferences {
namespace {

constexpr int kMostRecent = 10;

}  // namespace

QVariant value(const QString& key, const QVariant& otherwise) {
  return settings().value(key, otherwise);
}

void setValue(const QString& key, const QVariant& value) {
  settings().setValue(key, value);
}

QStringList recent() {
  QStringList paths = value(QStringLiteral("recent")).toStringList();
  paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
  return paths;
}

void addRecent(const QString& templatePath) {
  QStringList paths = recent();
  paths.removeAll(templatePath);
  paths.prepend(templatePath);
  setValue(QStringLiteral("recent"), paths.mid(0, kMostRecent));
}

void applyLook() {
  theme::Theme& look = theme::Theme::instance();
  const QString scheme = value(QStringLiteral("theme"), QStringLiteral("system")).toString();
  look.setReducedMotion(value(QStringLiteral("reducedMotion"), false).toBool());
  look.setScheme(scheme == QStringLiteral("dark")    ? theme::Scheme::Dark
                 : scheme == QStringLiteral("light") ? theme::Scheme::Light
                                                     : theme::Scheme::System);
  look.setZoomPercent(value(QStringLiteral("zoom"), 100).toInt());
  look.apply();
}

void applyLanguage() {
  static QTranslator own;
  static QTranslator qt;
  QCoreApplication::removeTranslator(&own);
  QCoreApplication::removeTranslator(&qt);
  const QString chosen = value(QStringLiteral("language")).toString();
  const QLocale locale = chosen.isEmpty() ? QLocale() : QLocale(chosen);
  if (own.load(locale, QStringLiteral("coldstart"), QStringLiteral("_"), QStringLiteral(":/i18n")))
    QCoreApplication::installTranslator(&own);
  if (qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
              QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&qt);
}

QStringList languages() {
  QStringList codes{QStringLiteral("en")};
  const QStringList files =
      QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("coldstart_*.qm")});
  for (const QString& file : files) codes << QFileInfo(file).baseName().section(u'_', 1);
  return codes;
}

}  // namespace coldstart::window::preferences
