// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Fractions of the template ("ErrorRate": 0.05, "PerSecond": 0.9) as whole numbers of a fixed power
// of ten. What the user wrote as text is read digit by digit, so nothing that decides a run ever
// passes through floating-point arithmetic. For core/project only.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace coldstart::project {

/// Reads "0.9", "12" or "1e-3" as a whole number of 10^-places; further digits are rounded half
/// away from zero. Nothing when the text is not a number or the result does not fit.
std::optional<std::int64_t> scaledDecimal(std::string_view text, int places);

/// The shortest decimal text of a JSON number, which for a fraction with up to 15 digits is what
/// the file said; a JSON string is returned as it is, anything else gives "".
std::string decimalText(const nlohmann::ordered_json& number);

}  // namespace coldstart::project
