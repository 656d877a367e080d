// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a plain scalar and a tag of a YAML template mean. For the YAML reader and its tests only.

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace coldstart::project {

/// A plain (unquoted) scalar as CloudFormation and the SAM command line understand it: YAML 1.1's
/// booleans (true, yes, on …), whole and decimal numbers, null. Where those would surprise, the
/// text stays: dates (2010-09-09), numbers with a leading zero (an account id) or with colons,
/// octal, underscores, infinities, and whole numbers of more than 64 bits.
nlohmann::ordered_json plainScalar(const std::string& text);

/// The long form of a short-form intrinsic's tag: "!Ref" → "Ref", "!Sub" → "Fn::Sub". Nothing when
/// CloudFormation knows no such function. (CloudFormation: intrinsic-function-reference)
std::optional<std::string> longForm(std::string_view tag);

}  // namespace coldstart::project
