// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What may be typed next: the keys of the current test event along the path being written, the
// context object's members, and the words of the file. Only text is looked at: names that were
// assigned from the event (`for record in event["Records"]`) are followed by their spelling.

#include <QString>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/editor/language.h"

namespace coldstart::editor {

struct Candidate {
  QString label;   ///< What is matched against the typed letters: "Records".
  QString detail;  ///< What stands there in the event: "array of 1", "\"photos\"".
  QString insert;  ///< What replaces the text from `Completion::from` to the cursor.
};

struct Completion {
  qsizetype typedFrom = 0;  ///< Where the letters start that the candidates begin with.
  qsizetype from = 0;       ///< Where the replacement starts: before a "." that must become "[".
  std::vector<Candidate> candidates;
};

enum class Asked {
  ByTyping,  ///< Only after "." or "[" or a quote, or three letters into a word.
  ByKey      ///< Ctrl+Space: everything that fits.
};

/// `text` up to `cursor` is what is being completed; `event` may be null JSON when there is none.
Completion complete(Language language, const QString& text, qsizetype cursor,
                    const nlohmann::ordered_json& event, Asked asked);

/// The tip for the method of the context object whose "(" stands before the cursor, or "".
QString callTip(Language language, const QString& text, qsizetype cursor);

/// The names of the handler's two parameters: the first `def … (event, context)` or its JavaScript
/// counterpart whose second parameter looks like a context; "event" and "context" otherwise.
struct HandlerParameters {
  QString event = QStringLiteral("event");
  QString context = QStringLiteral("context");
};
HandlerParameters handlerParameters(Language language, const QString& text);

}  // namespace coldstart::editor
