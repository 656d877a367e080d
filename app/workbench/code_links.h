// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Links from a log line or an error to the project's own code: which parts of a text name a file of
// the project, and which of them is where it failed.

#include <QList>
#include <QString>
#include <optional>

#include "core/project/function.h"

namespace coldstart {

class Document;

struct CodeLink {
  qsizetype at = 0;  ///< In the text, with the length of what names the place.
  qsizetype length = 0;
  QString file;  ///< Relative to the project.
  int line = 0;  ///< From 1.
  bool innermostLast = false;
};

/// The file of the project that the function's runtime sees as `path`, or "".
QString projectFile(const Document& document, const project::Function& function,
                    const QString& path);
/// The places in `text` that a click can lead to.
QList<CodeLink> codeLinks(const Document& document, const project::Function& function,
                          const QString& text);
/// Where the code itself failed: the innermost frame that is the project's.
std::optional<CodeLink> placeOfFailure(const QList<CodeLink>& links);

}  // namespace coldstart
