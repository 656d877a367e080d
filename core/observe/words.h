// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How explanations write times, spans and counts. Only core/observe's explanations call this.

#include <initializer_list>
#include <string>

#include "core/base/sentence.h"
#include "core/base/time.h"
#include "core/journal/attempt.h"

namespace coldstart::observe {

/// "210 ms", "1.42 s", "6 min 12 s", "2 h 5 min": three figures or two units.
std::string spanText(Duration d);
/// "210.10 ms": as REPORT writes it, with groups of three.
std::string millisText(std::int64_t us);
/// "4.212 s", "02:05.300", "1:02:05.300": a moment on the run's clock.
std::string clockText(Instant t);
/// "#1 644": requests are counted from one for people.
std::string requestText(std::uint32_t request);
std::string environmentText(journal::EnvironmentIndex environment);

/// A sentence of the explanations.
Sentence tell(const char* pattern, std::initializer_list<std::string> arguments = {});
/// Text that is the same in every language.
Sentence plain(std::string text);

}  // namespace coldstart::observe
