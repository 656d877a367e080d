// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The steps of derive(), in the order in which they run, and what they share. For core/project
// only.

#include <deque>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/project/fields.h"
#include "core/project/resolver.h"
#include "core/project/template.h"

namespace coldstart::project {

struct Derivation {
  Derivation(const Node& wholeTree, const Files& folder, Derived& result)
      : tree(wholeTree), files(folder), out(result), findings(result), resolver(tree, findings) {}
  Derivation(const Derivation&) = delete;
  Derivation& operator=(const Derivation&) = delete;

  /// Where a function of out.project.functions (same index) stands in the template.
  struct FunctionSource {
    const Node* properties = nullptr;  ///< With Globals merged in.
    std::string where;                 ///< "/Resources/Hello"
    bool isServerless = true;
  };

  const Node& tree;
  const Files& files;
  Derived& out;
  Findings findings;
  Resolver resolver;
  std::deque<Node> owned;
  Reading reading{findings, resolver, owned};
  std::vector<FunctionSource> sources;
};

/// Region, account, seed …: Metadata.Coldstart of the template itself.
void deriveSettings(Derivation& d, const std::string& projectName);
/// Every reference between resources that leads back to where it started.
void findCycles(Derivation& d);
/// Metadata.Coldstart.Downstreams of the template; before the functions that call them.
void deriveDownstreams(Derivation& d);
/// One function, appended to the project.
void deriveFunction(Derivation& d, const std::string& id, const Node& resource);
/// Metadata.Coldstart of one function: its work, idle timeout, age and response.
void deriveWork(Derivation& d, Fields& coldstart, Function& function);
/// The template's own queues and streams; after that, what polls them is a matter of
/// deriveMapping().
void deriveQueuesAndStreams(Derivation& d);
/// SQS, Kinesis or DynamoDB; Other for what Coldstart does not poll.
TriggerKind polledKind(const std::string& arn);
/// One event source mapping and its trigger, which says kind, id and function; `arn` is what is
/// polled.
void deriveMapping(Derivation& d, Fields& fields, const std::string& arn, Trigger trigger);
/// Events: sections, function URLs, and the resources that wire a source to a function.
void deriveTriggers(Derivation& d);
/// Aliases, versions and invoke configurations that stand beside their function.
void deriveFunctionParts(Derivation& d);
/// Says that the resource changes nothing in a simulation.
void noteUnsimulated(Derivation& d, const Resource& resource);
inline constexpr std::string_view kScalableTarget = "AWS::ApplicationAutoScaling::ScalableTarget";
inline constexpr std::string_view kScalingPolicy = "AWS::ApplicationAutoScaling::ScalingPolicy";
/// Application Auto Scaling of provisioned concurrency.
void deriveProvisionedScaling(Derivation& d);
void deriveScenarios(Derivation& d);
/// The loads that stand for a load's target: one, or one for each trigger of a source.
std::vector<Load> loadTargets(Derivation& d, Fields& fields);
/// Groups, Poison, and what a message holds, kept for filters.
void readMessage(Derivation& d, Fields& fields, Load& load);
/// Limits that span several settings or functions.
void checkProject(Derivation& d);

/// The items of a list under `key`, each as fields.
std::vector<Fields> items(Derivation& d, Fields& fields, std::string_view key);
/// The Client of a load.
std::optional<Client> readClient(Derivation& d, Fields& load);
/// One item of a scenario's Outages.
void readOutage(Derivation& d, Fields fields, Scenario& scenario);
/// Calls in a function's Work.
void readCalls(Derivation& d, Fields& work, WorkModel& model);
/// Sends in a function's Work.
void readSends(Derivation& d, Fields& work, WorkModel& model);
/// The downstream that the key Downstream names; the error is reported.
std::optional<std::size_t> readDownstreamName(Derivation& d, Fields& fields);

/// The distribution under `key`: of durations, or of memory.
enum class Measure { Time, Memory };
std::optional<Distribution> readDistribution(Derivation& d, Fields& parent, std::string_view key,
                                             Measure measure);

/// The function that a name, an ARN or a logical id means.
std::optional<std::size_t> functionMeantBy(const Project& project, const std::string& text);
/// The last part of an ARN or a queue's URL: the name of what it points to.
std::string nameInArn(const std::string& text);

}  // namespace coldstart::project
