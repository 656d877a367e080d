// SPDX-License-Identifier: GPL-3.0-or-later
// Aliases, versions and invoke configurations beside their function, and the limits that span
// several settings or functions. (configuration-concurrency, provisioned-concurrency)
#include <map>
#include <set>

#include "core/project/derivation.h"
#include "core/project/quota.h"
#include "core/project/target.h"
#include "core/project/validate.h"

namespace coldstart::project {
namespace {

constexpr const char* kRefused = "InvalidParameterValueException";
constexpr const char* kUnpublished =
    "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";

std::string settingOf(const Derivation& d, std::size_t function, std::string_view key) {
  return child(child(d.sources[function].where, "Properties"), key);
}

void readProvisioned(Derivation& d, Fields& fields, Function& function) {
  Fields config = fields.section("ProvisionedConcurrencyConfig");
  const auto amount = config.integer("ProvisionedConcurrentExecutions");
  if (!amount) return;
  if (auto error = checkQuota("ProvisionedConcurrentExecutions", *amount,
                              config.where("ProvisionedConcurrentExecutions"))) {
    d.findings.error(std::move(*error));
    return;
  }
  function.provisioned = function.provisioned.value_or(0) + static_cast<std::int32_t>(*amount);
}

void readPart(Derivation& d, const Resource& resource) {
  Fields top(d.reading, d.resolver.resource(resource.id), child("/Resources", resource.id));
  Fields fields = top.section("Properties");
  const std::string target = fields.text("FunctionName").value_or("");
  const auto found = functionMeantBy(d.out.project, target);
  if (!found) {
    d.findings.note(
        fields.where("FunctionName"),
        {"template",
         SAY("template", "%1 belongs to the function \"%2\", which this template does not have."),
         {resource.id, target}});
    return;
  }
  Function& function = d.out.project.functions[*found];
  if (resource.type == "AWS::Lambda::EventInvokeConfig") {
    readInvokeConfig(d, fields, function);
    return;
  }
  if (resource.type == "AWS::Lambda::Alias") {
    function.alias = fields.text("Name").value_or("");
    const bool latest = fields.text("FunctionVersion") == "$LATEST";
    if (latest && fields.has("ProvisionedConcurrencyConfig")) {
      d.findings.error(
          fields.where("ProvisionedConcurrencyConfig"),
          {"quota", SAY("quota", "%1 Point the alias to a published version."), {kUnpublished}},
          kRefused);
      return;
    }
  }
  readProvisioned(d, fields, function);
}

/// Names that two functions share; AWS has one function of a name in a region.
void checkNames(Derivation& d) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < d.sources.size(); ++i) {
    const std::string& name = d.out.project.functions[i].name;
    if (names.insert(name).second) continue;
    d.findings.error(settingOf(d, i, "FunctionName"),
                     {"quota",
                      SAY("quota", "%1. Give one of the two functions another name."),
                      {"Function already exist: " + name}},
                     "ResourceConflictException");
  }
}

void checkReserved(Derivation& d) {
  const std::int64_t limit = d.out.project.account.concurrentExecutions;
  std::int64_t reserved = 0;
  for (std::size_t i = 0; i < d.sources.size(); ++i) {
    const Function& function = d.out.project.functions[i];
    if (function.reserved.value_or(0) == 0) continue;
    const std::int64_t before = reserved;
    reserved += *function.reserved;
    if (reserved <= limit - kMinimumUnreserved) continue;
    d.findings.error(
        settingOf(d, i, "ReservedConcurrentExecutions"),
        {"quota",
         SAY("quota",
             "%1 The account has %2, other functions reserve %3: this one can reserve up to %4."),
         {"Specified ReservedConcurrentExecutions for function decreases account's "
          "UnreservedConcurrentExecution below its minimum value of [100].",
          std::to_string(limit), std::to_string(before),
          std::to_string(std::max<std::int64_t>(0, limit - kMinimumUnreserved - before))}},
        kRefused);
    return;  // the functions after it would only repeat the same
  }
}

void checkProvisioned(Derivation& d) {
  std::int64_t unreserved = unreservedLeft(d.out.project);
  for (std::size_t i = 0; i < d.sources.size(); ++i) {
    const Function& function = d.out.project.functions[i];
    if (!function.provisioned) continue;
    const std::string where = settingOf(d, i, "ProvisionedConcurrencyConfig");
    if (function.alias.empty()) {
      d.findings.error(where,
                       {"quota",
                        SAY("quota", "%1 Set AutoPublishAlias, for example to \"live\"."),
                        {kUnpublished}},
                       kRefused);
    }
    if (function.reserved) {
      if (*function.provisioned <= *function.reserved) continue;
      d.findings.error(where,
                       {"quota",
                        SAY("quota", "%1. %2 reserves %3 and asks for %4."),
                        {"Requested Provisioned Concurrency should not be greater than the "
                         "reservedConcurrentExecution for function",
                         function.id, std::to_string(*function.reserved),
                         std::to_string(*function.provisioned)}},
                       kRefused);
      continue;
    }
    const std::int64_t left = unreserved - *function.provisioned;
    if (left < kMinimumUnreserved) {
      const std::string text =
          left < 0 ? "Specified ConcurrentExecutions for function is greater than account's "
                     "unreserved concurrency [" +
                         std::to_string(unreserved) + "]."
                   : "Specified ConcurrentExecutions for function decreases account's "
                     "UnreservedConcurrentExecution below its minimum value of [100].";
      d.findings.error(
          where,
          {"quota",
           SAY("quota", "%1 Ask for up to %2, or raise the account's limit."),
           {text, std::to_string(std::max<std::int64_t>(0, unreserved - kMinimumUnreserved))}},
          kRefused);
    }
    unreserved = left;
  }
}

/// What is sent to a name that stands for nothing does not arrive.
void checkTargets(Derivation& d) {
  const Project& project = d.out.project;
  for (std::size_t f = 0; f < project.functions.size(); ++f) {
    const Function& function = project.functions[f];
    std::vector<std::string> targets{function.deadLetterTarget, function.onFailure,
                                     function.onSuccess};
    for (const WorkModel::Send& send : function.work.sends) targets.push_back(send.target);
    for (const std::string& target : targets) {
      if (targetOf(project, target).kind != Target::Kind::Missing) continue;
      d.findings.note(d.sources[f].where,
                      {"template",
                       SAY("template",
                           "%1 sends to \"%2\", which does not exist in this template: nothing "
                           "arrives."),
                       {function.id, target}});
    }
  }
}

/// Changes during a run meet the same refusals as settings before it.
void checkChanges(Derivation& d, std::size_t index) {
  const Project& project = d.out.project;
  const Scenario& scenario = project.scenarios[index];
  std::int64_t account = project.account.concurrentExecutions;
  std::map<std::string, std::int64_t> reserved;
  for (const Function& function : project.functions) {
    reserved[function.id] = function.reserved.value_or(0);
  }
  const std::string where = "/Metadata/Coldstart/Scenarios";
  for (const Change& change : scenario.changes) {
    const std::string target = change.path.substr(0, change.path.find('.'));
    if (target == "Account") account = change.value.value_or(1'000);
    if (!change.path.ends_with(".ReservedConcurrentExecutions")) continue;
    reserved[target] = change.value.value_or(0);
    std::int64_t sum = 0;
    for (const auto& [id, amount] : reserved) sum += amount;
    if (reserved[target] == 0 || sum <= account - kMinimumUnreserved) continue;
    d.findings.error(
        child(child(where, scenario.name), "Changes"),
        {"quota",
         SAY("quota", "%1 At %2 the functions would reserve %3 of the account's %4."),
         {"Specified ReservedConcurrentExecutions for function decreases account's "
          "UnreservedConcurrentExecution below its minimum value of [100].",
          formatDuration(change.at - Instant{}), std::to_string(sum), std::to_string(account)}},
        kRefused);
    return;
  }
}

}  // namespace

void deriveFunctionParts(Derivation& d) {
  for (const Resource& resource : d.out.project.resources) {
    if (resource.type == "AWS::Lambda::Alias" || resource.type == "AWS::Lambda::Version" ||
        resource.type == "AWS::Lambda::EventInvokeConfig") {
      readPart(d, resource);
    }
  }
}

void checkProject(Derivation& d) {
  checkNames(d);
  checkReserved(d);
  checkProvisioned(d);
  checkTargets(d);
  for (std::size_t i = 0; i < d.out.project.scenarios.size(); ++i) checkChanges(d, i);
}

}  // namespace coldstart::project
