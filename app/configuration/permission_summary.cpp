// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/permission_summary.h"

#include <QCoreApplication>
#include <QStringList>

#include <nlohmann/json.hpp>

#include "app/configuration/judge.h"
#include "app/workbench/say.h"

namespace coldstart::configuration {
namespace {

using Tree = nlohmann::ordered_json;
using project::TriggerKind;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(configuration)
};

/// A value in a reader's words: text as it is, {"Ref": "Photos"} as Photos, lists with commas.
QString plain(const Tree& value) {
  if (value.is_string()) return qs(value.get_ref<const std::string&>());
  if (value.is_array()) {
    QStringList parts;
    for (const Tree& one : value) parts += plain(one);
    return parts.join(QStringLiteral(", "));
  }
  if (value.is_object() && value.size() == 1) {
    const std::string& key = value.begin().key();
    const Tree& inner = *value.begin();
    if (key == "Ref" || key == "Fn::Sub") return plain(inner.is_array() ? inner.at(0) : inner);
    if (key == "Fn::GetAtt" && inner.is_array() && inner.size() == 2)
      return plain(inner.at(0)) + u'.' + plain(inner.at(1));
  }
  return qs(value.dump());
}

const Tree& member(const Tree& object, const char* key) {
  static const Tree none;
  if (!object.is_object()) return none;
  const auto found = object.find(key);
  return found == object.end() ? none : *found;
}

void addStatements(const Tree& document, std::vector<PermissionLine>& lines) {
  const Tree& statements = member(document, "Statement");
  const auto add = [&](const Tree& statement) {
    const Tree& actions = member(statement, "Action");
    const Tree& resources = member(statement, "Resource");
    const QString effect = plain(member(statement, "Effect"));
    lines.push_back({effect + u' ' + (actions.is_null() ? QString() : plain(actions)),
                     resources.is_null() ? QString() : Words::tr("on %1").arg(plain(resources))});
  };
  if (statements.is_array())
    for (const Tree& statement : statements) add(statement);
  else if (statements.is_object())
    add(statements);
}

void addPolicy(const Tree& policy, std::vector<PermissionLine>& lines) {
  if (policy.is_string()) {
    const bool arn = policy.get_ref<const std::string&>().starts_with("arn:");
    lines.push_back({plain(policy), arn ? Words::tr("a policy of its own ARN")
                                        : Words::tr("a managed policy of AWS")});
    return;
  }
  if (policy.is_object() && policy.contains("Statement")) return addStatements(policy, lines);
  if (!policy.is_object() || policy.size() != 1 || !policy.begin()->is_object()) {
    lines.push_back({plain(policy), Words::tr("computed by the template")});
    return;
  }
  // One of SAM's policy templates with its parameters.
  QStringList parameters;
  for (const auto& [name, value] : policy.begin()->items())
    parameters += qs(name) + QStringLiteral(": ") + plain(value);
  lines.push_back({qs(policy.begin().key()), parameters.join(QStringLiteral(", "))});
}

/// Who needs a statement in the function's resource policy. (SAM makes it from the Events section;
/// facts §6.21. Pollers such as SQS's use the execution role instead.)
PermissionLine invoker(const project::Trigger& trigger) {
  const QString source = qs(trigger.source);
  switch (trigger.kind) {
    case TriggerKind::S3:
      return {QStringLiteral("s3.amazonaws.com"), Words::tr("for the bucket %1").arg(source)};
    case TriggerKind::RestApi:
    case TriggerKind::HttpApi:
      return {QStringLiteral("apigateway.amazonaws.com"), Words::tr("for %1").arg(source)};
    case TriggerKind::Sns:
      return {QStringLiteral("sns.amazonaws.com"), Words::tr("for the topic %1").arg(source)};
    case TriggerKind::Schedule:
    case TriggerKind::EventBridge:
      return {QStringLiteral("events.amazonaws.com"), Words::tr("for %1").arg(source)};
    case TriggerKind::Sqs:
      return {qs(trigger.id),
              Words::tr("Lambda polls the queue %1 with the execution role: it needs "
                        "sqs:ReceiveMessage, sqs:DeleteMessage and sqs:GetQueueAttributes.")
                  .arg(source)};
    case TriggerKind::Kinesis:
    case TriggerKind::DynamoDb:
      return {qs(trigger.id),
              Words::tr("Lambda reads the stream %1 with the execution role: it needs the "
                        "stream's GetRecords, GetShardIterator and DescribeStream.")
                  .arg(source)};
    case TriggerKind::FunctionUrl:
      return {Words::tr("Function URL"), Words::tr("by lambda:InvokeFunctionUrl")};
    case TriggerKind::Direct:
    case TriggerKind::Other:
      break;
  }
  return {qs(trigger.id), source};
}

bool names(const Tree& value, const project::Function& function) {
  const QString text = plain(value);
  return text == qs(function.id) || text == qs(function.name) ||
         text.startsWith(qs(function.id) + u'.');
}

}  // namespace

PermissionSummary summarise(const Tree& tree, const project::Project& project,
                            std::size_t function) {
  PermissionSummary summary;
  if (function >= project.functions.size()) return summary;
  const project::Function& owner = project.functions[function];
  const Tree& resources = member(tree, "Resources");
  const Tree& properties = member(member(resources, owner.id.c_str()), "Properties");
  const Tree& role = member(properties, "Role");
  if (!role.is_null())
    summary.roleSentence =
        Words::tr("It runs with the role %1, whatever that one allows.").arg(plain(role));
  else if (isServerless(tree, owner.id))
    summary.roleSentence = Words::tr(
        "SAM makes a role for this function: it may write its logs, and what is listed here.");
  else
    summary.roleSentence =
        Words::tr("The template names no role; AWS refuses to create the function without one.");
  const Tree& policies = member(properties, "Policies");
  if (policies.is_array())
    for (const Tree& policy : policies) addPolicy(policy, summary.policies);
  else if (!policies.is_null())
    addPolicy(policies, summary.policies);

  for (const project::Trigger& trigger : project.triggers)
    if (trigger.function == function) summary.invokers.push_back(invoker(trigger));
  if (!resources.is_object()) return summary;
  for (const auto& [id, resource] : resources.items()) {
    if (member(resource, "Type") != "AWS::Lambda::Permission") continue;
    const Tree& permission = member(resource, "Properties");
    if (!names(member(permission, "FunctionName"), owner)) continue;
    summary.invokers.push_back(
        {plain(member(permission, "Principal")),
         Words::tr("by the resource %1: %2").arg(qs(id), plain(member(permission, "Action")))});
  }
  return summary;
}

}  // namespace coldstart::configuration
