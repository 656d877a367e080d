// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that makes a source invoke a function. (SAM specification: sam-property-function-
// eventsource and its pages; CloudFormation: the resources named below)
#include <algorithm>
#include <array>
#include <cctype>

#include "core/project/derivation.h"
#include "core/project/quota.h"

namespace coldstart::project {
namespace {

constexpr const char* kNotSimulated =
    SAY("template", "\"%1\" is kept in the template, but Coldstart does not simulate it.");

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

/// "GET /notes"; an API without a path takes every request.
std::string route(const std::string& method, const std::string& path) {
  if (path.empty()) return "$default";
  return upper(method.empty() ? "ANY" : method) + " " + path;
}

/// The first text of a pattern's list: {"source": ["aws.ec2"]} → "aws.ec2".
std::string firstOf(Fields& pattern, std::string_view key) {
  const Node* value = pattern.value(key);
  if (value != nullptr && value->is_array() && !value->empty()) value = &value->front();
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

/// "ObjectCreated:*" from "s3:ObjectCreated:*" or a list of such.
std::string s3Events(Fields& fields, std::string_view key) {
  const Node* value = fields.value(key);
  std::string text;
  const auto add = [&](const Node& item) {
    if (!item.is_string()) return;
    std::string event = item.get<std::string>();
    if (event.rfind("s3:", 0) == 0) event.erase(0, 3);
    text += (text.empty() ? "" : ", ") + event;
  };
  if (value != nullptr && value->is_array()) {
    for (const Node& item : *value) add(item);
  } else if (value != nullptr) {
    add(*value);
  }
  return text;
}

/// What a bucket's notification takes: the kinds of event, and the key's prefix and suffix.
void readS3Filter(Fields& fields, std::string_view key, Trigger& trigger) {
  trigger.detail = s3Events(fields, key);
  Node events = Node::array();
  if (const Node* value = fields.value(key); value != nullptr)
    events = value->is_array() ? *value : Node::array({*value});
  Node filter = {{"events", std::move(events)}};
  Fields s3Key = fields.section("Filter").section("S3Key");
  const Node* rules = s3Key.value("Rules");
  if (rules != nullptr && rules->is_array()) {
    for (const Node& rule : *rules) {
      const auto text = [&](const char* member) {
        return rule.is_object() && rule.contains(member) && rule[member].is_string()
                   ? rule[member].get<std::string>()
                   : std::string();
      };
      std::string name = text("Name");
      std::ranges::transform(name, name.begin(),
                             [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      if (name == "prefix" || name == "suffix") filter[name] = text("Value");
    }
  }
  trigger.filter = filter.dump();
}

void readFilterPolicy(Fields& fields, Trigger& trigger) {
  if (const Node* policy = fields.value("FilterPolicy"); policy != nullptr && policy->is_object())
    trigger.filter = policy->dump();
  trigger.filtersBody = fields.text("FilterPolicyScope") == "MessageBody";
}

/// A rule or schedule is switched off by State: DISABLED, an event of SAM also by Enabled: false.
bool isEnabled(Fields& fields) {
  const bool enabled = fields.flag("Enabled").value_or(true);
  return enabled && fields.text("State").value_or("ENABLED") != "DISABLED";
}

void readPattern(Fields& fields, std::string_view key, Trigger& trigger) {
  Fields pattern = fields.section(key);
  trigger.kind = TriggerKind::EventBridge;
  if (const Node* whole = fields.value(key); whole != nullptr && whole->is_object())
    trigger.filter = whole->dump();
  trigger.source = firstOf(pattern, "source");
  trigger.detail = firstOf(pattern, "detail-type");
  if (trigger.source.empty()) trigger.source = fields.text("EventBusName").value_or("default");
}

/// What an event of each type reads; the name is that of SAM.
void readEvent(Derivation& d, const std::string& type, Fields& fields, Trigger& trigger) {
  const auto name = [&](std::string_view key) {
    return nameInArn(fields.text(key).value_or(std::string()));
  };
  if (type == "S3") {
    trigger.kind = TriggerKind::S3;
    trigger.source = name("Bucket");
    readS3Filter(fields, "Events", trigger);
  } else if (type == "Api") {
    trigger.kind = TriggerKind::RestApi;
    trigger.source = route(fields.text("Method").value_or(""), fields.text("Path").value_or("/"));
    fields.ignore("RestApiId");
  } else if (type == "HttpApi") {
    trigger.kind = TriggerKind::HttpApi;
    trigger.source = route(fields.text("Method").value_or(""), fields.text("Path").value_or(""));
    fields.ignore("ApiId");
  } else if (type == "SNS") {
    trigger.kind = TriggerKind::Sns;
    trigger.source = name("Topic");
    readFilterPolicy(fields, trigger);
  } else if (type == "Schedule" || type == "ScheduleV2") {
    trigger.kind = TriggerKind::Schedule;
    trigger.source =
        fields.text(type == "Schedule" ? "Schedule" : "ScheduleExpression").value_or("");
    trigger.enabled = isEnabled(fields);
    for (const std::string_view key : {"Name", "Description", "Input"}) fields.ignore(key);
  } else if (type == "EventBridgeRule" || type == "CloudWatchEvent") {
    readPattern(fields, "Pattern", trigger);
    trigger.enabled = isEnabled(fields);
    fields.ignore("RuleName");
  } else {
    for (const std::string_view key : {"Stream", "LogGroupName", "UserPool", "Broker", "Cluster"}) {
      if (trigger.source.empty()) trigger.source = name(key);
    }
    if (trigger.source.empty()) trigger.source = type;
    trigger.detail = type;
    d.findings.note(fields.where(),
                    {"template",
                     SAY("template",
                         "Events of type %1 are listed, but their source is not simulated. A load "
                         "can still target this trigger."),
                     {type}});
    return;
  }
  fields.noteUnread(kNotSimulated);
}

/// The kind of an event that pollers read, Other for the rest; and where its source stands.
TriggerKind polledType(const std::string& type, std::string_view& key) {
  key = type == "SQS" ? "Queue" : "Stream";
  return type == "SQS"        ? TriggerKind::Sqs
         : type == "Kinesis"  ? TriggerKind::Kinesis
         : type == "DynamoDB" ? TriggerKind::DynamoDb
                              : TriggerKind::Other;
}

void readEvents(Derivation& d, std::size_t function) {
  const Derivation::FunctionSource& source = d.sources[function];
  Fields properties(d.reading, source.properties, child(source.where, "Properties"));
  Fields events = properties.section("Events");
  for (auto& [id, event] : events.sections()) {
    Trigger trigger;
    trigger.id = id;
    trigger.function = function;
    Fields fields = event.section("Properties");
    const std::string type = event.text("Type").value_or("");
    if (type.empty()) {
      d.findings.error(event.where(),
                       {"template",
                        SAY("template",
                            "The event \"%1\" has no Type. Say what it is, for example S3, Api "
                            "or Schedule."),
                        {id}});
      continue;
    }
    std::string_view key;
    trigger.kind = polledType(type, key);
    if (trigger.kind != TriggerKind::Other) {
      deriveMapping(d, fields, fields.text(key).value_or(""), std::move(trigger));
      fields.noteUnread(kNotSimulated);
      continue;
    }
    readEvent(d, type, fields, trigger);
    d.out.project.triggers.push_back(std::move(trigger));
  }
  if (!properties.section("FunctionUrlConfig").empty()) {
    d.out.project.triggers.push_back(
        {"FunctionUrl", function, TriggerKind::FunctionUrl, "$default", "", true});
  }
}

/// Adds a trigger that a resource beside the function describes, unless the function has it.
void add(Derivation& d, const std::string& id, const std::string& function, Trigger trigger) {
  const auto found = functionMeantBy(d.out.project, function);
  if (!found) return;
  trigger.id = id;
  trigger.function = *found;
  const auto same = [&](const Trigger& other) {
    return other.function == *found && other.kind == trigger.kind &&
           (other.source == trigger.source || trigger.source.empty()) &&
           (other.filter == trigger.filter || trigger.filter.empty());
  };
  const auto& known = d.out.project.triggers;
  if (std::none_of(known.begin(), known.end(), same)) {
    d.out.project.triggers.push_back(std::move(trigger));
  }
}

void readRule(Derivation& d, const std::string& id, Fields& fields) {
  Trigger trigger;
  if (const auto expression = fields.text("ScheduleExpression")) {
    trigger.kind = TriggerKind::Schedule;
    trigger.source = *expression;
  } else {
    readPattern(fields, "EventPattern", trigger);
  }
  trigger.enabled = isEnabled(fields);
  const Node* targets = fields.value("Targets");
  if (targets == nullptr || !targets->is_array()) return;
  for (const Node& target : *targets) {
    const auto arn = target.is_object() ? target.find("Arn") : target.end();
    if (target.is_object() && arn != target.end() && arn->is_string()) {
      add(d, id, arn->get<std::string>(), trigger);
    }
  }
}

/// The lists of a bucket's notifications and of a topic's subscriptions.
void readList(Derivation& d, const std::string& id, Fields list, std::string_view key,
              std::string_view functionKey, const Trigger& pattern) {
  const Node* items = list.value(key);
  if (items == nullptr || !items->is_array()) return;
  for (std::size_t i = 0; i < items->size(); ++i) {
    Fields item(d.reading, &(*items)[i], child(list.where(key), std::to_string(i)));
    Trigger trigger = pattern;
    if (trigger.kind == TriggerKind::S3) readS3Filter(item, "Event", trigger);
    if (trigger.kind == TriggerKind::Sns && item.text("Protocol") != "lambda") continue;
    add(d, id, item.text(functionKey).value_or(""), trigger);
  }
}

void readMapping(Derivation& d, const std::string& id, Fields& fields) {
  const std::string arn = fields.text("EventSourceArn").value_or("");
  Trigger trigger;
  trigger.kind = polledKind(arn);
  const std::string name = fields.text("FunctionName").value_or("");
  const auto function = functionMeantBy(d.out.project, name);
  if (trigger.kind == TriggerKind::Other || !function) {
    trigger.source = nameInArn(arn);
    trigger.detail = "polled";
    d.findings.note(fields.where(),
                    {"template",
                     SAY("template",
                         "What polls %1 is listed, but its source is not simulated. A load can "
                         "still target this trigger."),
                     {trigger.source}});
    add(d, id, name, trigger);
    return;
  }
  trigger.id = id;
  trigger.function = *function;
  deriveMapping(d, fields, arn, std::move(trigger));
  fields.noteUnread(kNotSimulated);
}

/// Who may invoke a function shows what does, where nothing else in the template says so.
void readPermission(Derivation& d, const std::string& id, Fields& fields) {
  static constexpr std::array<std::pair<std::string_view, TriggerKind>, 4> kPrincipals{
      {{"s3.amazonaws.com", TriggerKind::S3},
       {"sns.amazonaws.com", TriggerKind::Sns},
       {"events.amazonaws.com", TriggerKind::EventBridge},
       {"apigateway.amazonaws.com", TriggerKind::RestApi}}};
  const std::string principal = fields.text("Principal").value_or("");
  const std::string source = fields.text("SourceArn").value_or("");
  Trigger trigger;
  for (const auto& [name, kind] : kPrincipals) {
    if (name == principal) trigger.kind = kind;
  }
  if (trigger.kind == TriggerKind::Other) return;
  trigger.source = nameInArn(source);
  if (trigger.kind == TriggerKind::RestApi) {
    // arn:aws:execute-api:region:account:api/stage/METHOD/path
    std::size_t slash = source.find('/');
    if (slash != std::string::npos) slash = source.find('/', slash + 1);
    const std::size_t path = slash == std::string::npos ? slash : source.find('/', slash + 1);
    trigger.source = path == std::string::npos
                         ? std::string()
                         : route(source.substr(slash + 1, path - slash - 1), source.substr(path));
  }
  if (trigger.kind == TriggerKind::EventBridge) {
    // The rule itself is the better witness, and it may be a schedule.
    for (const Resource& resource : d.out.project.resources) {
      if (resource.type == "AWS::Events::Rule" && resource.name == trigger.source) return;
    }
  }
  add(d, id, fields.text("FunctionName").value_or(""), trigger);
}

void readResource(Derivation& d, const Resource& resource) {
  const Node* whole = d.resolver.resource(resource.id);
  Fields top(d.reading, whole, child("/Resources", resource.id));
  Fields fields = top.section("Properties");
  if (resource.type == "AWS::Events::Rule") {
    readRule(d, resource.id, fields);
  } else if (resource.type == "AWS::Scheduler::Schedule") {
    add(d, resource.id, fields.section("Target").text("Arn").value_or(""),
        {"", 0, TriggerKind::Schedule, fields.text("ScheduleExpression").value_or(""), "",
         isEnabled(fields)});
  } else if (resource.type == "AWS::S3::Bucket") {
    readList(d, resource.id, fields.section("NotificationConfiguration"), "LambdaConfigurations",
             "Function", {"", 0, TriggerKind::S3, resource.name, "", true});
  } else if (resource.type == "AWS::SNS::Topic") {
    readList(d, resource.id, fields, "Subscription", "Endpoint",
             {"", 0, TriggerKind::Sns, resource.name, "", true});
  } else if (resource.type == "AWS::SNS::Subscription") {
    if (fields.text("Protocol") != "lambda") return;
    Trigger trigger{"", 0,   TriggerKind::Sns, nameInArn(fields.text("TopicArn").value_or("")),
                    "", true};
    readFilterPolicy(fields, trigger);
    add(d, resource.id, fields.text("Endpoint").value_or(""), std::move(trigger));
  } else if (resource.type == "AWS::Lambda::EventSourceMapping") {
    readMapping(d, resource.id, fields);
  } else if (resource.type == "AWS::Lambda::Url") {
    add(d, resource.id, fields.text("TargetFunctionArn").value_or(""),
        {"", 0, TriggerKind::FunctionUrl, "$default", "", true});
  }
}

}  // namespace

void deriveTriggers(Derivation& d) {
  for (std::size_t i = 0; i < d.sources.size(); ++i) readEvents(d, i);
  for (const Resource& resource : d.out.project.resources) readResource(d, resource);
  for (const Resource& resource : d.out.project.resources) {
    if (resource.type != "AWS::Lambda::Permission") continue;
    Fields top(d.reading, d.resolver.resource(resource.id), child("/Resources", resource.id));
    Fields fields = top.section("Properties");
    readPermission(d, resource.id, fields);
  }
}

}  // namespace coldstart::project
