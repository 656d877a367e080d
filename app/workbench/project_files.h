// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The project's folder on disk: finding its template, reading and writing its text files. Only
// Document uses it. Every failure is a sentence with the file's name.

#include <QHash>
#include <QString>
#include <QStringList>

#include "core/base/result.h"

namespace coldstart::files {

/// The template of a folder, or the file itself when `path` is one.
Result<QString> findTemplate(const QString& path);
/// UTF-8 text of at most 16 MB.
Result<QString> readText(const QString& absolutePath);
/// Whether the relative path is a plain name inside the folder: no "..", not absolute.
bool staysInside(const QString& relativePath);
/// "events/*.json", in alphabetical order.
QStringList testEvents(const QString& folder);
/// The text files below `codeUri`, relative to `folder`; what tools put there is left out.
QStringList codeFiles(const QString& folder, const QString& codeUri);
/// Writes all or none: every file is written beside its place first, then each takes its place.
Result<bool> writeAll(const QString& folder, const QHash<QString, QString>& texts);
/// Copies a folder with everything in it except version control.
Result<bool> copyFolder(const QString& from, const QString& to);

}  // namespace coldstart::files
