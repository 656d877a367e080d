// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/target.h"

#include <array>
#include <utility>

#include "core/project/derivation.h"

namespace coldstart::project {
namespace {

using Kind = Target::Kind;

Kind kindOfType(std::string_view type) {
  constexpr std::array<std::pair<std::string_view, Kind>, 4> kKinds{
      {{"AWS::SQS::Queue", Kind::Queue},
       {"AWS::SNS::Topic", Kind::Topic},
       {"AWS::S3::Bucket", Kind::Bucket},
       {"AWS::Events::EventBus", Kind::EventBus}}};
  for (const auto& [name, kind] : kKinds) {
    if (name == type) return kind;
  }
  return Kind::Missing;
}

std::string arnOf(const Project& project, const Target& target) {
  const std::string place = project.region + ":" + project.accountId + ":";
  switch (target.kind) {
    case Kind::Function:
      return "arn:aws:lambda:" + place + "function:" + target.name;
    case Kind::Queue:
    case Kind::FifoQueue:
      return "arn:aws:sqs:" + place + target.name;
    case Kind::Topic:
      return "arn:aws:sns:" + place + target.name;
    case Kind::Bucket:
      return "arn:aws:s3:::" + target.name;
    case Kind::EventBus:
      return "arn:aws:events:" + place + "event-bus/" + target.name;
    default:
      return target.name;
  }
}

/// Those that the topic or bucket invokes.
void addTriggered(const Project& project, const std::string& id, Target& target) {
  for (std::size_t i = 0; i < project.triggers.size(); ++i) {
    const Trigger& trigger = project.triggers[i];
    const bool mine = trigger.source == id || trigger.source == target.name;
    if (!mine || !trigger.enabled) continue;
    if (trigger.kind != TriggerKind::Sns && trigger.kind != TriggerKind::S3) continue;
    target.functions.push_back({trigger.function, trigger.kind, i});
  }
}

}  // namespace

Target targetOf(const Project& project, std::string_view text) {
  Target target;
  if (text.empty()) return target;
  const std::string whole(text);
  const bool isArn = text.starts_with("arn:");
  target.name = nameInArn(whole);
  if (!isArn || whole.find(":function:") != std::string::npos) {
    if (const auto function = functionMeantBy(project, whole)) {
      target.kind = Kind::Function;
      target.name = project.functions[*function].name;
      target.functions = {{.function = *function}};
      target.arn = arnOf(project, target);
      return target;
    }
  }
  target.kind = isArn ? Kind::Outside : Kind::Missing;
  target.arn = whole;
  for (const Resource& resource : project.resources) {
    if (resource.id != target.name && resource.name != target.name) continue;
    const Kind kind = kindOfType(resource.type);
    if (kind == Kind::Missing) continue;
    target.kind = kind;
    target.name = resource.name;
    for (std::size_t i = 0; i < project.queues.size(); ++i) {
      if (kind == Kind::Queue && project.queues[i].id == resource.id) target.queue = i;
    }
    const bool fifo =
        target.queue ? project.queues[*target.queue].fifo : resource.name.ends_with(".fifo");
    if (kind == Kind::Queue && fifo) target.kind = Kind::FifoQueue;
    target.arn = arnOf(project, target);
    addTriggered(project, resource.id, target);
    break;
  }
  return target;
}

bool isReachable(const Target& target) {
  return target.kind != Target::Kind::None && target.kind != Target::Kind::Missing &&
         target.kind != Target::Kind::FifoQueue;
}

}  // namespace coldstart::project
