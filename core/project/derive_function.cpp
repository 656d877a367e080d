// SPDX-License-Identifier: GPL-3.0-or-later
// AWS::Serverless::Function with its Globals, and AWS::Lambda::Function. (SAM specification:
// sam-resource-function, sam-specification-template-anatomy-globals; Lambda API: CreateFunction)
#include <algorithm>
#include <array>
#include <map>

#include "core/project/derivation.h"
#include "core/project/quota.h"
#include "core/project/resource_types.h"
#include "core/project/validate.h"

namespace coldstart::project {
namespace {

/// Globals in SAM: maps merge key by key, lists are put one after the other, everything else is
/// overridden by the function.
Node mergedWith(const Node& global, const Node& own) {
  if (global.is_object() && own.is_object() && !isIntrinsic(global) && !isIntrinsic(own)) {
    std::map<std::string_view, const Node*> others;
    for (const auto& [key, value] : own.items()) others.emplace(key, &value);
    Node result = Node::object();
    auto& list = static_cast<Node::object_t::Container&>(result.get_ref<Node::object_t&>());
    for (const auto& [key, value] : global.items()) {
      const auto found = others.find(key);
      list.emplace_back(key, found == others.end() ? value : mergedWith(value, *found->second));
      if (found != others.end()) others.erase(found);
    }
    for (const auto& [key, value] : own.items()) {
      if (others.count(key) != 0) list.emplace_back(key, value);
    }
    return result;
  }
  if (global.is_array() && own.is_array()) {
    Node result = global;
    result.insert(result.end(), own.begin(), own.end());
    return result;
  }
  return own;
}

const Node* withGlobals(Derivation& d, const Node* own) {
  const auto globals = d.tree.find("Globals");
  if (globals == d.tree.end() || !globals->is_object()) return own;
  const auto function = globals->find("Function");
  if (function == globals->end() || !function->is_object()) return own;
  d.owned.push_back(own != nullptr && own->is_object() ? mergedWith(*function, *own) : *function);
  return &d.owned.back();
}

/// A whole number of `property`, checked against its quota; the error is reported.
std::optional<std::int32_t> limited(Derivation& d, Fields& fields, std::string_view key,
                                    std::string_view property) {
  const auto value = fields.integer(key);
  if (!value) return std::nullopt;
  if (auto error = checkQuota(property, *value, fields.where(key))) {
    d.findings.error(std::move(*error));
    return std::nullopt;
  }
  return static_cast<std::int32_t>(*value);
}

void readCode(Derivation& d, Fields& fields, Function& function) {
  const Node* code = fields.raw(fields.has("CodeUri") ? "CodeUri" : "Code");
  if (code != nullptr && code->is_string()) {
    function.codeUri = code->get<std::string>();
  } else if (code != nullptr && code->is_object() && !isIntrinsic(*code)) {
    if (code->contains("ZipFile")) return;  // the code stands in the template itself
    d.findings.note(fields.where(),
                    {"template",
                     SAY("template",
                         "The code of %1 lies in S3 or in an image, not in this project's folder, "
                         "so there is nothing to edit."),
                     {function.id}});
  }
  fields.ignore("InlineCode");
  if (function.codeUri.empty() || !d.files.exists || d.files.exists(function.codeUri)) return;
  d.findings.note(fields.where(fields.has("CodeUri") ? "CodeUri" : "Code"),
                  {"template",
                   SAY("template",
                       "The code folder \"%1\" of %2 does not exist. Create it, or correct the "
                       "path; a simulation works without it."),
                   {function.codeUri, function.id}});
}

/// Where a resource of the template says that its content lies in the project; "" when it does not.
std::string contentOf(const Node& tree, const std::string& id) {
  const Node* at = &tree;
  for (const std::string& key :
       {std::string("Resources"), id, std::string("Properties"), std::string("ContentUri")}) {
    if (!at->is_object()) return {};
    const auto found = at->find(key);
    if (found == at->end()) return {};
    at = &*found;
  }
  return at->is_string() ? at->get<std::string>() : std::string();
}

/// Layers that this template makes: their content lies in the project. (SAM:
/// sam-resource-layerversion)
void readLayers(Derivation& d, Fields& fields, Function& function) {
  const Node* list = fields.raw("Layers");
  if (list == nullptr || !list->is_array()) return;
  for (const Node& item : *list) {
    const bool isRef = item.is_object() && item.contains("Ref") && item["Ref"].is_string();
    const std::string content =
        isRef ? contentOf(d.tree, item["Ref"].get<std::string>()) : std::string();
    if (!content.empty()) {
      function.layers.push_back(content);
      continue;
    }
    d.findings.note(
        fields.where("Layers"),
        {"template",
         SAY("template",
             "A layer of %1 is not an AWS::Serverless::LayerVersion of this template, so its "
             "content is not here: live handlers do without it."),
         {function.id}});
  }
}

void readEnvironment(Derivation& d, Fields& fields, Function& function) {
  Fields variables = fields.section("Environment").section("Variables");
  for (auto& [name, text] : variables.texts()) function.environment[name] = std::move(text);
  checkEnvironment(d.findings, function, variables.where());
}

void readLogging(Derivation& d, Fields& fields, Function& function) {
  static constexpr std::array<std::pair<std::string_view, Level>, 6> kLevels{
      {{"TRACE", Level::Trace},
       {"DEBUG", Level::Debug},
       {"INFO", Level::Info},
       {"WARN", Level::Warn},
       {"ERROR", Level::Error},
       {"FATAL", Level::Fatal}}};
  Fields logging = fields.section("LoggingConfig");
  if (const auto format = logging.text("LogFormat")) {
    function.logFormat = *format == "JSON" ? LogFormat::Json : LogFormat::Text;
    checkEnum(d.findings, "loggingConfig.logFormat", *format, {"JSON", "Text"},
              logging.where("LogFormat"));
  }
  const auto level = [&](std::string_view key, const char* member,
                         const std::vector<std::string>& allowed, Level& into) {
    const auto text = logging.text(key);
    if (!text) return;
    checkEnum(d.findings, member, *text, allowed, logging.where(key));
    for (const auto& [name, value] : kLevels) {
      if (name == *text) into = value;
    }
  };
  level("ApplicationLogLevel", "loggingConfig.applicationLogLevel",
        {"TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"}, function.applicationLogLevel);
  level("SystemLogLevel", "loggingConfig.systemLogLevel", {"DEBUG", "INFO", "WARN"},
        function.systemLogLevel);
  function.logGroup = logging.text("LogGroup").value_or("");
}

/// CodeDeploy's names, such as Canary10Percent5Minutes and Linear10PercentEvery1Minute. (SAM:
/// deploying serverless applications gradually)
std::optional<TrafficShift> trafficShiftNamed(std::string_view name) {
  if (name == "AllAtOnce") return TrafficShift{};
  TrafficShift shift;
  const auto take = [&name](std::string_view word) {
    if (!name.starts_with(word)) return false;
    name.remove_prefix(word.size());
    return true;
  };
  const auto number = [&name] {
    std::int32_t value = 0;
    while (!name.empty() && name[0] >= '0' && name[0] <= '9' && value < 1'000) {
      value = value * 10 + (name[0] - '0');
      name.remove_prefix(1);
    }
    return value;
  };
  shift.kind = TrafficShift::Kind::Canary;
  if (!take("Canary")) {
    if (!take("Linear")) return std::nullopt;
    shift.kind = TrafficShift::Kind::Linear;
  }
  const std::int32_t percent = number();
  if (percent < 1 || percent > 99 || !take("Percent")) return std::nullopt;
  if (shift.kind == TrafficShift::Kind::Linear && !take("Every")) return std::nullopt;
  const std::int32_t minutes = number();
  if (minutes < 1 || (name != "Minute" && name != "Minutes")) return std::nullopt;
  shift.stepPpm = percent * (kMillion / 100);
  shift.interval = Duration::minutes(minutes);
  return shift;
}

void readConcurrency(Derivation& d, Fields& fields, Function& function) {
  function.reserved =
      limited(d, fields, "ReservedConcurrentExecutions", "ReservedConcurrentExecutions");
  function.alias = fields.text("AutoPublishAlias").value_or("");
  function.snapStart = fields.section("SnapStart").text("ApplyOn") == "PublishedVersions";
  if (function.snapStart && function.alias.empty()) {
    d.findings.note(fields.where("SnapStart"),
                    {"template",
                     SAY("template",
                         "SnapStart works for published versions only. Add AutoPublishAlias to %1, "
                         "or its environments run init as before."),
                     {function.id}});
  }
  Fields deployment = fields.section("DeploymentPreference");
  if (const auto type = deployment.text("Type")) {
    if (const auto shift = trafficShiftNamed(*type)) {
      function.trafficShift = *shift;
    } else {
      d.findings.error(deployment.where("Type"),
                       {"template",
                        SAY("template",
                            "\"%1\" is no DeploymentPreference. Write AllAtOnce, "
                            "Canary10Percent5Minutes, Linear10PercentEvery1Minute or one like "
                            "them."),
                        {*type}});
    }
  }
  for (const std::string_view key : {"Alarms", "Hooks", "Enabled", "Role"}) deployment.ignore(key);
  Fields provisioned = fields.section("ProvisionedConcurrencyConfig");
  function.provisioned =
      limited(d, provisioned, "ProvisionedConcurrentExecutions", "ProvisionedConcurrentExecutions");
}

/// EventInvokeConfig of SAM; DeadLetterQueue or DeadLetterConfig; RecursiveLoop.
void readAsync(Derivation& d, Fields& fields, Function& function) {
  Fields letters = fields.section("DeadLetterQueue");
  if (letters.empty()) letters = fields.section("DeadLetterConfig");
  letters.ignore("Type");
  function.deadLetterTarget = letters.text("TargetArn").value_or("");
  Fields invoke = fields.section("EventInvokeConfig");
  readInvokeConfig(d, invoke, function);
  if (const auto loop = fields.text("RecursiveLoop")) {
    function.terminatesRecursion = *loop != "Allow";
    checkEnum(d.findings, "recursiveLoop", *loop, {"Allow", "Terminate"},
              fields.where("RecursiveLoop"));
  }
}

/// Properties that are kept but change nothing in a simulation, each with the reason.
void noteOthers(Derivation& d, Fields& fields) {
  for (const std::string_view key : {"Role", "Policies", "PermissionsBoundary"}) {
    if (fields.raw(key) == nullptr) continue;
    d.findings.note(fields.where(key),
                    {"template",
                     SAY("template",
                         "\"%1\" is kept. Permissions are not simulated yet: every call that the "
                         "function makes is taken to be allowed."),
                     {std::string(key)}});
  }

  for (const std::string_view silent : {"Events", "FunctionUrlConfig", "Tags", "PropagateTags",
                                        "PackageType", "AutoPublishCodeSha256"}) {
    fields.ignore(silent);
  }
  fields.noteUnread(
      SAY("template", "\"%1\" is kept in the template, but Coldstart does not simulate it."));
}

}  // namespace

void readInvokeConfig(Derivation& d, Fields& fields, Function& function) {
  if (const auto n = limited(d, fields, "MaximumRetryAttempts", "MaximumRetryAttempts")) {
    function.maximumRetryAttempts = *n;
  }
  if (const auto n = limited(d, fields, "MaximumEventAgeInSeconds", "MaximumEventAgeInSeconds")) {
    function.maximumEventAge = Duration::seconds(*n);
  }
  Fields destinations = fields.section("DestinationConfig");
  const auto read = [&](std::string_view key, std::string& into) {
    Fields section = destinations.section(key);
    section.ignore("Type");
    const auto target = section.text("Destination");
    if (!target) return;
    into = *target;
    const std::string name = nameInArn(*target);
    if (name != function.name && name != function.id && name != "function:" + function.name) return;
    d.findings.error(
        section.where("Destination"),
        {"template", "%1", {"You can't specify the function as a destination for itself."}},
        "InvalidParameterValueException");
  };
  read("OnFailure", function.onFailure);
  read("OnSuccess", function.onSuccess);
  destinations.noteUnread(
      SAY("template", "\"%1\" is kept in the template, but Coldstart does not simulate it."));
}

/// Lambda Managed Instances. (API CapacityProviderConfig)
void readManagedInstances(Derivation& d, Fields& fields, Function& function) {
  Fields provider = fields.section("CapacityProviderConfig");
  Fields instances = provider.section("LambdaManagedInstancesCapacityProviderConfig");
  instances.ignore("CapacityProviderArn");
  instances.ignore("ExecutionEnvironmentMemoryGiBPerVCpu");
  const auto number = limited(d, instances, "PerExecutionEnvironmentMaxConcurrency",
                              "PerExecutionEnvironmentMaxConcurrency");
  function.requestsPerEnvironment = number.value_or(1);
  if (!number || *number == 1 || !function.provisioned) return;
  d.findings.note(instances.where("PerExecutionEnvironmentMaxConcurrency"),
                  {"template",
                   SAY("template",
                       "%1 has provisioned concurrency, whose environments take one request each: "
                       "PerExecutionEnvironmentMaxConcurrency has no effect."),
                   {function.id}});
}

void deriveFunction(Derivation& d, const std::string& id, const Node& resource) {
  const std::string where = child("/Resources", id);
  Fields whole(d.reading, &resource, where);
  whole.section("Properties");  // reports what is not an object
  const Node* properties = whole.raw("Properties");
  const bool isServerless = whole.text("Type") == kServerlessFunction;
  if (isServerless) properties = withGlobals(d, properties);
  if (properties != nullptr && !properties->is_object()) properties = nullptr;
  Fields fields(d.reading, properties, child(where, "Properties"));

  Function function;
  function.id = id;
  function.name = d.resolver.nameOf(id);
  function.runtime.clear();
  fields.ignore("FunctionName");
  function.description = fields.text("Description").value_or("");
  function.handler = fields.text("Handler").value_or("");
  function.runtime = fields.text("Runtime").value_or("");
  if (const Node* list = fields.value("Architectures"); list != nullptr) {
    function.architecture = readArchitecture(d.findings, *list, fields.where("Architectures"));
  }
  if (const auto mb = limited(d, fields, "MemorySize", "MemorySize")) function.memory = {*mb};
  if (const auto s = limited(d, fields, "Timeout", "Timeout")) {
    function.timeout = Duration::seconds(*s);
  }
  Fields storage = fields.section("EphemeralStorage");
  if (const auto mb = limited(d, storage, "Size", "EphemeralStorage")) {
    function.ephemeralStorage = {*mb};
  }
  readCode(d, fields, function);
  readLayers(d, fields, function);
  readEnvironment(d, fields, function);
  readConcurrency(d, fields, function);
  readManagedInstances(d, fields, function);
  readAsync(d, fields, function);
  readLogging(d, fields, function);
  const bool isImage = fields.text("PackageType") == "Image";
  if (isImage) function.package = Package::Image;
  checkFunction(d.findings, d.out.project.startsAt, function, isImage, fields.where());
  noteOthers(d, fields);

  Fields metadata = whole.section("Metadata");
  function.buildMethod = metadata.text("BuildMethod").value_or("");
  Fields coldstart = metadata.section("Coldstart");
  deriveWork(d, coldstart, function);
  d.out.project.functions.push_back(std::move(function));
  d.sources.push_back({properties, where, isServerless});
}

}  // namespace coldstart::project
