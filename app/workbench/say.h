// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Between core's text and Qt's: sentences are translated here, and only here.

#include <QString>

#include "core/base/result.h"
#include "core/base/sentence.h"

namespace coldstart {

/// The sentence in the user's language.
QString say(const Sentence& sentence);
/// "template.yaml:12:5: …" in the user's language; AWS's error name stays as it is.
QString say(const Error& error);
inline QString qs(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace coldstart
