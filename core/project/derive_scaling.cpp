// SPDX-License-Identifier: GPL-3.0-or-later
// AWS::ApplicationAutoScaling::ScalableTarget and ::ScalingPolicy, where they look after an alias's
// provisioned concurrency. (CloudFormation: AWS::ApplicationAutoScaling)
#include <algorithm>

#include "core/project/derivation.h"

namespace coldstart::project {
namespace {

constexpr std::string_view kDimension = "lambda:function:ProvisionedConcurrency";

/// "function:sign-in:live" → the function.
std::optional<std::size_t> functionScaled(const Derivation& d, const std::string& resourceId) {
  const std::size_t begin = resourceId.find(':');
  if (begin == std::string::npos) return std::nullopt;
  const std::size_t end = resourceId.find(':', begin + 1);
  return functionMeantBy(d.out.project, resourceId.substr(begin + 1, end - begin - 1));
}

std::int32_t count(Fields& fields, std::string_view key, std::int32_t otherwise) {
  const auto value = fields.integer(key);
  return value ? static_cast<std::int32_t>(std::clamp<std::int64_t>(*value, 0, kMillion))
               : otherwise;
}

void readActions(Derivation& d, Fields& fields, ProvisionedScaling& scaling) {
  const Node* list = fields.value("ScheduledActions");
  if (list == nullptr || !list->is_array()) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    Fields item(d.reading, &(*list)[i], child(fields.where("ScheduledActions"), std::to_string(i)));
    Fields bounds = item.section("ScalableTargetAction");
    ProvisionedScaling::Action action;
    action.schedule = item.text("Schedule").value_or("");
    action.minimum = count(bounds, "MinCapacity", scaling.minimum);
    action.maximum = count(bounds, "MaxCapacity", std::max(scaling.maximum, action.minimum));
    item.ignore("ScheduledActionName");
    item.noteUnread(
        SAY("template", "\"%1\" is kept in the template, but Coldstart does not simulate it."));
    scaling.actions.push_back(std::move(action));
  }
}

/// The function that a policy's target means: by reference, or by the same words as the target.
std::optional<std::size_t> functionOfPolicy(Derivation& d, Fields& fields) {
  if (const auto id = fields.text("ResourceId")) return functionScaled(d, *id);
  const Node* target = fields.raw("ScalingTargetId");
  if (target == nullptr || !target->is_object() || !target->contains("Ref")) return std::nullopt;
  const Node& name = (*target)["Ref"];
  const Node* whole = name.is_string() ? d.resolver.resource(name.get<std::string>()) : nullptr;
  if (whole == nullptr) return std::nullopt;
  Fields top(d.reading, whole, child("/Resources", name.get<std::string>()));
  return functionScaled(d, top.section("Properties").text("ResourceId").value_or(""));
}

}  // namespace

void deriveProvisionedScaling(Derivation& d) {
  const auto eachOf = [&](std::string_view type, auto read) {
    for (const Resource& resource : d.out.project.resources) {
      if (resource.type != type) continue;
      Fields top(d.reading, d.resolver.resource(resource.id), child("/Resources", resource.id));
      Fields fields = top.section("Properties");
      if (!read(fields)) noteUnsimulated(d, resource);
    }
  };
  eachOf(kScalableTarget, [&](Fields& fields) {
    if (fields.text("ScalableDimension") != kDimension) return false;
    const auto found = functionScaled(d, fields.text("ResourceId").value_or(""));
    if (!found) return false;
    Function& function = d.out.project.functions[*found];
    ProvisionedScaling scaling;
    scaling.minimum = count(fields, "MinCapacity", 0);
    scaling.maximum = std::max(scaling.minimum, count(fields, "MaxCapacity", scaling.minimum));
    readActions(d, fields, scaling);
    function.provisionedScaling = std::move(scaling);
    return true;
  });
  eachOf(kScalingPolicy, [&](Fields& fields) {
    const auto found = functionOfPolicy(d, fields);
    if (!found || !d.out.project.functions[*found].provisionedScaling) return false;
    Fields tracking = fields.section("TargetTrackingScalingPolicyConfiguration");
    const auto target = tracking.millionths("TargetValue");
    if (!target || *target <= 0 || *target > kMillion) return false;
    d.out.project.functions[*found].provisionedScaling->targetPpm =
        static_cast<std::int32_t>(*target);
    return true;
  });
}

}  // namespace coldstart::project
