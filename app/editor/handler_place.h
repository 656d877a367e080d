// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the configured handler stands in the code, told by the text alone and by the runtime's own
// rule for reading the handler string (facts §1.5: python-handler, nodejs-handler, java-handler,
// csharp-handler, ruby-handler).

#include <QString>
#include <QStringList>
#include <functional>

#include "app/editor/language.h"
#include "core/project/project.h"

namespace coldstart::editor {

struct HandlerPlace {
  enum class State {
    Found,
    Malformed,   ///< The string does not have the runtime's form.
    NoFile,      ///< The module's file is not there.
    NoFunction,  ///< The file is there and does not define the name.
    NotKnown,    ///< Compiled or custom: the text cannot tell.
  };
  State state = State::NotKnown;
  QString file;      ///< Of the project; for NoFile the one that was looked for.
  QString function;  ///< "lambda_handler"
  int line = 0;      ///< 0 is the first.
};

/// `files` are the function's code files relative to the project; `read` gives a file's text.
HandlerPlace findHandler(const project::Function& function, const QStringList& files,
                         const std::function<QString(const QString& file)>& read);

/// Functions in the text that could be a handler, in order: for "use this one instead".
QStringList possibleHandlers(Language language, const QString& text);

/// The handler string that names `function` in `file` of this runtime.
QString handlerString(const project::Function& function, const QString& file,
                      const QString& functionName);

/// Starter code of the runtime with a handler of this name; "" where there is none.
QString starterCode(const project::Function& function, const QString& functionName);

}  // namespace coldstart::editor
