// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the program remembers between two sessions: the look, the language, recent projects and how
// the panes were left. One small text file in the user's configuration folder.

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace coldstart::window::preferences {

QVariant value(const QString& key, const QVariant& otherwise = {});
void setValue(const QString& key, const QVariant& value);

/// Projects opened lately, the latest first; folders that are gone are left out.
QStringList recent();
void addRecent(const QString& templatePath);

/// Puts theme, zoom and motion in force, as remembered.
void applyLook();
/// Installs the catalogue of the chosen language, or of the system's; English needs none.
void applyLanguage();
/// Codes of the languages there are catalogues for, "en" first.
QStringList languages();

}  // namespace coldstart::window::preferences
