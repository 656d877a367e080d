// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The resource types whose names and ARNs can be told without deploying. For core/project only.

#include <string_view>

namespace coldstart::project {

/// Patterns hold {n} name, {r} region, {a} account; an empty one means "{n}" for ref and
/// "nobody knows" for arn. (CloudFormation resource reference, "Return values" of each type)
struct ResourceType {
  std::string_view type;
  std::string_view nameProperty;
  std::string_view ref;
  std::string_view arn;
  bool isSource = false;  ///< Takes part in a run as a source of requests; others are noted.
};

/// The row of a type; null for all others.
const ResourceType* resourceType(std::string_view type);

inline constexpr std::string_view kServerlessFunction = "AWS::Serverless::Function";
inline constexpr std::string_view kLambdaFunction = "AWS::Lambda::Function";

}  // namespace coldstart::project
