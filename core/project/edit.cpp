// SPDX-License-Identifier: GPL-3.0-or-later
// Changing one value of the tree, and writing it.
#include <algorithm>
#include <array>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/project/fields.h"
#include "core/project/resource_types.h"
#include "core/project/template.h"

namespace coldstart::project {
namespace {

enum class Written { AsNumber, AsText, AsList };

/// A setting of a function by the first part of its path, and where the template keeps it.
struct Setting {
  std::string_view name;
  std::string_view place;  ///< Below the resource; further parts of the path follow.
  Written written = Written::AsNumber;
};

constexpr std::array<Setting, 41> kSettings{{
    {"MemorySize", "Properties/MemorySize"},
    {"Timeout", "Properties/Timeout"},
    {"ReservedConcurrentExecutions", "Properties/ReservedConcurrentExecutions"},
    {"ProvisionedConcurrency",
     "Properties/ProvisionedConcurrencyConfig/ProvisionedConcurrentExecutions"},
    {"ProvisionedConcurrentExecutions",
     "Properties/ProvisionedConcurrencyConfig/ProvisionedConcurrentExecutions"},
    {"ProvisionedConcurrencyConfig", "Properties/ProvisionedConcurrencyConfig"},
    {"MaximumRetryAttempts", "Properties/EventInvokeConfig/MaximumRetryAttempts"},
    {"MaximumEventAgeInSeconds", "Properties/EventInvokeConfig/MaximumEventAgeInSeconds"},
    {"EventInvokeConfig", "Properties/EventInvokeConfig"},
    {"EphemeralStorage", "Properties/EphemeralStorage"},
    {"PerExecutionEnvironmentMaxConcurrency",
     "Properties/CapacityProviderConfig/LambdaManagedInstancesCapacityProviderConfig/"
     "PerExecutionEnvironmentMaxConcurrency"},
    {"Runtime", "Properties/Runtime", Written::AsText},
    {"Handler", "Properties/Handler", Written::AsText},
    {"CodeUri", "Properties/CodeUri", Written::AsText},
    {"FunctionName", "Properties/FunctionName", Written::AsText},
    {"Description", "Properties/Description", Written::AsText},
    {"AutoPublishAlias", "Properties/AutoPublishAlias", Written::AsText},
    {"Environment", "Properties/Environment", Written::AsText},
    {"LogFormat", "Properties/LoggingConfig/LogFormat", Written::AsText},
    {"ApplicationLogLevel", "Properties/LoggingConfig/ApplicationLogLevel", Written::AsText},
    {"SystemLogLevel", "Properties/LoggingConfig/SystemLogLevel", Written::AsText},
    {"LogGroup", "Properties/LoggingConfig/LogGroup", Written::AsText},
    {"LoggingConfig", "Properties/LoggingConfig", Written::AsText},
    {"Architectures", "Properties/Architectures", Written::AsList},
    {"DeadLetterQueue", "Properties/DeadLetterQueue", Written::AsText},
    {"DeadLetterConfig", "Properties/DeadLetterConfig", Written::AsText},
    {"Events", "Properties/Events"},
    {"Work", "Metadata/Coldstart/Work"},
    {"Init", "Metadata/Coldstart/Work/Init"},
    {"FirstDuration", "Metadata/Coldstart/Work/FirstDuration"},
    {"Duration", "Metadata/Coldstart/Work/Duration"},
    {"CpuShare", "Metadata/Coldstart/Work/CpuShare"},
    {"MaxMemoryUsed", "Metadata/Coldstart/Work/MaxMemoryUsed"},
    {"ErrorRate", "Metadata/Coldstart/Work/ErrorRate"},
    {"PerItem", "Metadata/Coldstart/Work/PerItem", Written::AsText},
    {"ItemErrorRate", "Metadata/Coldstart/Work/ItemErrorRate"},
    {"LogLines", "Metadata/Coldstart/Work/LogLines"},
    {"PackageSize", "Metadata/Coldstart/Work/PackageSize", Written::AsText},
    {"IdleTimeout", "Metadata/Coldstart/IdleTimeout"},
    {"MaximumAge", "Metadata/Coldstart/MaximumAge"},
    {"Response", "Metadata/Coldstart/Response"},
}};

/// Settings of the whole project, all below Metadata.Coldstart.
constexpr std::array<Setting, 8> kProjectSettings{
    {{"Account", "Account"},
     {"Seed", "Seed"},
     {"Scenarios", "Scenarios"},
     {"ClassicLogStyle", "ClassicLogStyle"},
     {"Region", "Region", Written::AsText},
     {"AccountId", "AccountId", Written::AsText},
     {"StartsAt", "StartsAt", Written::AsText},
     {"Description", "Description", Written::AsText}}};

template <std::size_t N>
const Setting* find(const std::array<Setting, N>& settings, std::string_view name) {
  const auto found = std::find_if(settings.begin(), settings.end(),
                                  [&](const Setting& row) { return row.name == name; });
  return found == settings.end() ? nullptr : &*found;
}

std::vector<std::string> parts(std::string_view text, char separator) {
  std::vector<std::string> result;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    result.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return result;
}

/// Where a setting stands below its resource: {"Properties", "MemorySize"}.
std::vector<std::string> placeOf(std::string_view property, const Setting* setting) {
  std::vector<std::string> rest = parts(property, '.');
  std::vector<std::string> place;
  if (setting == nullptr) {
    place = {"Properties"};
  } else {
    place = parts(setting->place, '/');
    rest.erase(rest.begin());
    if (setting->name == "EphemeralStorage" && rest.empty()) place.emplace_back("Size");
    // "Events.Job.BatchSize": what an event says stands below its Properties.
    if (setting->name == "Events" && rest.size() > 1 && rest[1] != "Properties") {
      rest.insert(rest.begin() + 1, "Properties");
    }
  }
  place.insert(place.end(), rest.begin(), rest.end());
  return place;
}

std::string pointer(const std::vector<std::string>& place) {
  std::string text;
  for (const std::string& part : place) text = child(text, part);
  return text;
}

Node valueOf(std::string_view text, Written written) {
  if (written == Written::AsText) return std::string(text);
  const auto value = parseJson(text, "value");
  if (value) return *value;
  if (written == Written::AsList) return Node::array({std::string(text)});
  return std::string(text);
}

/// The object or list element `key` below `at`; makes objects that are missing.
Node* step(Node& at, const std::string& key) {
  if (at.is_array()) {
    const bool digits =
        !key.empty() && key.size() < 7 && key.find_first_not_of("0123456789") == std::string::npos;
    const std::size_t index = digits ? std::stoul(key) : at.size();
    return index < at.size() ? &at[index] : nullptr;
  }
  if (at.is_null()) at = Node::object();
  return at.is_object() ? &at[key] : nullptr;
}

/// Removes the value and every object that is empty then.
void remove(Node& at, const std::vector<std::string>& place, std::size_t depth) {
  if (!at.is_object() || !at.contains(place[depth])) return;
  if (depth + 1 < place.size()) {
    Node& next = at[place[depth]];
    remove(next, place, depth + 1);
    if (!next.is_object() || !next.empty()) return;
  }
  at.erase(place[depth]);
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

enum class Case { Matters, DoesNotMatter };

/// The logical id of the function with this id or FunctionName; where case does not matter, of the
/// only one.
std::string functionId(const Node& tree, const std::string& name, Case letters) {
  const auto resources = tree.find("Resources");
  if (resources == tree.end() || !resources->is_object()) return {};
  const auto same = [&](const std::string& known) {
    return letters == Case::Matters ? known == name : lower(known) == lower(name);
  };
  std::vector<std::string> found;
  for (const auto& [id, resource] : resources->items()) {
    if (!resource.is_object()) continue;
    const std::string type = resource.value("Type", Node()).is_string() ? resource["Type"] : "";
    if (type != kServerlessFunction && type != kLambdaFunction) continue;
    const auto properties = resource.find("Properties");
    const bool named = properties != resource.end() && properties->is_object() &&
                       properties->contains("FunctionName") &&
                       (*properties)["FunctionName"].is_string() &&
                       same((*properties)["FunctionName"]);
    if (same(id) || named) found.push_back(id);
  }
  const bool clear = found.size() == 1 || (letters == Case::Matters && !found.empty());
  return clear ? found.front() : std::string();
}

bool isGlobal(const Node& tree, const std::vector<std::string>& place) {
  if (place.size() < 4 || place[2] != "Properties" || !tree.contains("Globals")) return false;
  const Node::json_pointer at(pointer({"Globals", "Function", place[3]}));
  return tree.contains(at);
}

/// "Events.Job.BatchSize" is a setting of an event that the function has.
bool hasEvent(const Node& tree, const std::string& function, std::string_view property) {
  const std::vector<std::string> path = parts(property, '.');
  if (path.size() < 3) return false;
  const Node::json_pointer at(pointer({"Resources", function, "Properties", "Events", path[1]}));
  return tree.contains(at);
}

/// "JobsToWorker.BatchSize" is a setting of an event source mapping that stands by itself.
bool isMapping(const Node& tree, const std::string& id) {
  const Node::json_pointer at(pointer({"Resources", id, "Type"}));
  return tree.contains(at) && tree.at(at) == "AWS::Lambda::EventSourceMapping";
}

Result<Node> unknownSetting(std::string_view path) {
  return Error{"",
               {"template",
                SAY("template",
                    "\"%1\" is not a setting. Write a function's name, a point and one of its "
                    "settings, such as Hello.MemorySize or Hello.Work.Duration, or "
                    "Account.ConcurrentExecutions, Seed or Scenarios.…."),
                {std::string(path)}},
               ""};
}

}  // namespace

std::string writeTemplate(const Node& tree) {
  return tree.dump(2, ' ', false, Node::error_handler_t::replace) + "\n";
}

std::string pointerTo(std::string_view functionId, std::string_view property) {
  const Setting* setting = find(kSettings, property.substr(0, property.find('.')));
  std::vector<std::string> place = placeOf(property, setting);
  place.insert(place.begin(), {"Resources", std::string(functionId)});
  return pointer(place);
}

Result<Node> withSetting(Node tree, std::string_view path, std::string_view value) {
  const std::string first(path.substr(0, path.find('.')));
  const Setting* setting = find(kProjectSettings, first);
  std::vector<std::string> place;
  std::string function = functionId(tree, first, Case::Matters);
  if (function.empty() && setting == nullptr)
    function = functionId(tree, first, Case::DoesNotMatter);
  if (function.empty() && setting != nullptr) {
    place = placeOf(path, setting);
    place.insert(place.begin(), {"Metadata", "Coldstart"});
  } else if (function.empty() && isMapping(tree, first) && path.size() > first.size() + 1) {
    place = placeOf(path.substr(first.size() + 1), nullptr);
    place.insert(place.begin(), {"Resources", first});
  } else {
    const std::string_view property = path.substr(std::min(path.size(), first.size() + 1));
    setting = find(kSettings, property.substr(0, property.find('.')));
    if (function.empty() || setting == nullptr) return unknownSetting(path);
    if (setting->name == "Events" && !hasEvent(tree, function, property)) {
      return unknownSetting(path);
    }
    place = placeOf(property, setting);
    place.insert(place.begin(), {"Resources", function});
  }
  if (value.empty() && !isGlobal(tree, place)) {
    remove(tree, place, 0);
    return tree;
  }
  Node* at = &tree;
  for (const std::string& part : place) {
    at = step(*at, part);
    if (at == nullptr) return unknownSetting(path);
  }
  // A setting of Globals is switched off by an explicit null in the function.
  *at = value.empty() ? Node() : valueOf(value, setting ? setting->written : Written::AsNumber);
  if (!value.empty() && place.back() == "ProvisionedConcurrentExecutions") {
    Node& properties = tree["Resources"][function]["Properties"];
    const bool serverless = tree["Resources"][function]["Type"] == kServerlessFunction;
    // Only a published version can have it; SAM publishes one for an alias.
    if (serverless && !properties.contains("AutoPublishAlias")) {
      properties["AutoPublishAlias"] = "live";
    }
  }
  return tree;
}

}  // namespace coldstart::project
