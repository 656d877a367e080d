// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "core/project/derivation.h"
#include "core/project/quota.h"
#include "core/project/resource_types.h"

namespace coldstart::project {
namespace {

constexpr std::size_t kMostResources = 500;  ///< CloudFormation quotas: resources in a template

std::string typeOf(const Node& resource) {
  const auto type = resource.find("Type");
  return type != resource.end() && type->is_string() ? type->get<std::string>() : std::string();
}

bool isFunction(const std::string& type) {
  return type == kServerlessFunction || type == kLambdaFunction;
}

/// Resources that only say something about a function; deriveTriggers() and deriveFunctionParts()
/// read them.
bool belongsToFunction(std::string_view type) {
  constexpr std::array<std::string_view, 9> kTypes{
      "AWS::Lambda::Permission",        "AWS::Lambda::Alias", "AWS::Lambda::Version",
      "AWS::Lambda::EventInvokeConfig", "AWS::Lambda::Url",   "AWS::Lambda::EventSourceMapping",
      "AWS::SNS::Subscription",         kScalableTarget,      kScalingPolicy};
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

void deriveResource(Derivation& d, const std::string& id, const Node& resource) {
  const std::string where = child("/Resources", id);
  if (!resource.is_object() || typeOf(resource).empty()) {
    d.findings.error(where, {"template",
                             SAY("template",
                                 "The resource \"%1\" has no Type. Say what it is, for example "
                                 "AWS::Serverless::Function."),
                             {id}});
    return;
  }
  const std::string type = typeOf(resource);
  if (!d.resolver.isCreated(id)) {
    d.findings.note(where, {"template",
                            SAY("template",
                                "%1 is left out, because its condition does not hold with the "
                                "parameters' defaults."),
                            {id}});
    return;
  }
  if (isFunction(type)) {
    deriveFunction(d, id, resource);
    return;
  }
  d.out.project.resources.push_back({id, type, d.resolver.nameOf(id)});
  const ResourceType* known = resourceType(type);
  const auto properties = resource.find("Properties");
  const bool hasStream = type == "AWS::DynamoDB::Table" && properties != resource.end() &&
                         properties->contains("StreamSpecification");
  if ((known != nullptr && known->isSource) || hasStream || belongsToFunction(type)) return;
  noteUnsimulated(d, {id, type, {}});
}

void noteSections(Derivation& d) {
  static constexpr std::array<std::string_view, 11> kKnown{"AWSTemplateFormatVersion",
                                                           "Transform",
                                                           "Description",
                                                           "Metadata",
                                                           "Parameters",
                                                           "Mappings",
                                                           "Conditions",
                                                           "Resources",
                                                           "Outputs",
                                                           "Globals",
                                                           "Rules"};
  for (const auto& [key, value] : d.tree.items()) {
    if (std::find(kKnown.begin(), kKnown.end(), key) != kKnown.end()) continue;
    d.findings.note(child("", key), {"template",
                                     SAY("template",
                                         "\"%1\" is not a section of a template. It is kept, but "
                                         "a deployment would be refused."),
                                     {key}});
  }
}

void deriveResources(Derivation& d) {
  const auto found = d.tree.find("Resources");
  if (found == d.tree.end() || !found->is_object() || found->empty()) {
    d.findings.error("/Resources", {"template",
                                    SAY("template",
                                        "The template has no resources. Add a function under "
                                        "Resources."),
                                    {}});
    return;
  }
  if (found->size() > kMostResources) {
    d.findings.error("/Resources",
                     {"template",
                      SAY("template",
                          "The template has %1 resources; CloudFormation accepts at most %2. Split "
                          "it; only the first %2 are read here."),
                      {std::to_string(found->size()), std::to_string(kMostResources)}});
  }
  std::size_t read = 0;
  for (const auto& [id, resource] : found->items()) {
    if (read++ < kMostResources) deriveResource(d, id, resource);
  }
}

}  // namespace

void noteUnsimulated(Derivation& d, const Resource& resource) {
  d.findings.note(child("/Resources", resource.id),
                  {"template",
                   SAY("template",
                       "%1 (%2) is kept in the template, but Coldstart does not simulate "
                       "this type of resource."),
                   {resource.id, resource.type}});
}

void deriveSettings(Derivation& d, const std::string& projectName) {
  Project& project = d.out.project;
  project.name = projectName;
  Fields root(d.reading, &d.tree, "");
  // A template's own text comes first, then what only the workbench knows.
  if (const Node* text = root.raw("Description"); text != nullptr && text->is_string()) {
    project.description = text->get<std::string>();
  }
  Fields coldstart = root.section("Metadata").section("Coldstart");
  d.resolver.setPlace(project.region, project.accountId, projectName);
  if (const auto text = coldstart.text("Description")) project.description = *text;
  if (const auto region = coldstart.text("Region")) project.region = *region;
  if (const auto account = coldstart.text("AccountId")) {
    const bool digits = account->find_first_not_of("0123456789") == std::string::npos;
    if (digits && account->size() == 12) {
      project.accountId = *account;
    } else {
      d.findings.error(coldstart.where("AccountId"),
                       {"template",
                        SAY("template",
                            "An account id has twelve digits, but the file has \"%1\". Write it "
                            "in quotes, for example \"123456789012\"."),
                        {*account}});
    }
  }
  if (const auto seed = coldstart.integer("Seed")) {
    project.seed = static_cast<std::uint64_t>(*seed);
  }
  if (const auto flag = coldstart.flag("ClassicLogStyle")) project.classicLogStyle = *flag;
  if (const auto text = coldstart.text("StartsAt")) {
    if (const auto start = parseWallTime(*text)) {
      project.startsAt = *start;
    } else {
      d.findings.error(coldstart.where("StartsAt"), start.error().text);
    }
  }
  Fields account = coldstart.section("Account");
  if (const auto limit = account.integer("ConcurrentExecutions")) {
    if (auto error =
            checkQuota("ConcurrentExecutions", *limit, account.where("ConcurrentExecutions"))) {
      d.findings.error(std::move(*error));
    } else {
      project.account.concurrentExecutions = static_cast<std::int32_t>(*limit);
    }
  }
  const auto gateway = [&](std::string_view key, std::int32_t& into) {
    const auto value = account.integer(key);
    if (!value) return;
    if (*value >= 1 && *value <= 10'000'000) {
      into = static_cast<std::int32_t>(*value);
      return;
    }
    d.findings.error(account.where(key),
                     {"template",
                      SAY("template", "\"%1\" is a number of requests: 1 to 10 000 000."),
                      {std::string(key)}});
  };
  gateway("ApiGatewayRate", project.account.gatewayRate);
  gateway("ApiGatewayBurst", project.account.gatewayBurst);
  account.noteUnread(SAY("template", "Coldstart knows no setting \"%1\" here and ignores it."));
  coldstart.ignore("Scenarios");
  coldstart.ignore("Downstreams");
  coldstart.ignore("Title");  // For lists of projects, which read no more than it.
  coldstart.noteUnread(SAY("template", "Coldstart knows no setting \"%1\" here and ignores it."));
  d.resolver.setPlace(project.region, project.accountId, projectName);
}

std::optional<std::size_t> functionMeantBy(const Project& project, const std::string& text) {
  std::string name = text;
  if (const auto at = text.find(":function:"); at != std::string::npos) name = text.substr(at + 10);
  if (const auto found = project.functionNamed(name)) return found;
  return project.functionNamed(name.substr(0, name.find(':')));  // without alias or version
}

std::string nameInArn(const std::string& text) {
  const bool url = text.rfind("https://", 0) == 0;
  if (text.rfind("arn:", 0) != 0 && !url) return text;
  std::size_t colon = 0;
  if (!url) {
    for (int i = 0; i < 5 && colon != std::string::npos; ++i) colon = text.find(':', colon + 1);
    if (colon == std::string::npos) return text;
  }
  const std::string resource = url ? text.substr(text.rfind('/') + 1) : text.substr(colon + 1);
  if (url) return resource;
  const auto slash = resource.find('/');  // table/NAME/stream/…, rule/NAME, stream/NAME
  if (slash == std::string::npos) return resource;
  return resource.substr(slash + 1, resource.find('/', slash + 1) - slash - 1);
}

Derived derive(const Node& tree, const std::string& projectName, const Files& files) {
  Derived result;
  Derivation d(tree, files, result);
  if (!tree.is_object()) {
    d.findings.error("", {"template",
                          SAY("template",
                              "A template is an object with sections such as Resources, but this "
                              "file holds something else. Check that it is the template."),
                          {}});
    return result;
  }
  deriveSettings(d, projectName);
  noteSections(d);
  findCycles(d);
  deriveDownstreams(d);
  deriveResources(d);
  deriveFunctionParts(d);
  deriveProvisionedScaling(d);
  deriveQueuesAndStreams(d);
  deriveTriggers(d);
  result.project.testEvents = files.testEvents;
  std::sort(result.project.testEvents.begin(), result.project.testEvents.end());
  deriveScenarios(d);
  checkProject(d);
  d.findings.close();
  return result;
}

}  // namespace coldstart::project
