// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The project on disk: a SAM template (JSON or YAML) as a tree that keeps everything the file
// holds, and the Project derived from it. Editing means changing one value of the tree and deriving
// again, so that whatever Coldstart does not simulate survives a save untouched. No file is read
// here: the caller hands in text and, through `Files`, whatever else the template points to.

//
// Keys of Metadata.Coldstart; amounts carry a unit ("210ms", "74MB"), all keys may be left out.
//   of the template:  Title, Description, Region, AccountId, StartsAt ("2026-01-05T09:00:00Z"),
//                     Seed, ClassicLogStyle (true: the failure lines used until 2024),
//                     Account {ConcurrentExecutions, ApiGatewayRate, ApiGatewayBurst},
//                     Scenarios {name: scenario}, Downstreams {name: downstream}
//   of a function:    Work {Init, FirstDuration, Duration, MaxMemoryUsed: distributions;
//                     CpuShare, ErrorRate, InitErrorRate, CrashRate: 0.0 to 1.0;
//                     Restore: a distribution (SnapStart); LogLines: [text]; PackageSize: "50MB"
//                     of unzipped code; Runtime: of the measured defaults, where an image has
//                     none; Placement: a distribution (before init, seen by the caller alone);
//                     Calls: [{Downstream, Times}]; Sends: [{To: a function, queue, topic or
//                     bucket, Times, Share, Event}]; of batches PerItem: what each message adds,
//                     and ItemErrorRate: 0.0 to 1.0},
//                     IdleTimeout, MaximumAge: distributions; Response: any JSON;
//                     DuplicateRate: 0.0 to 1.0 (events delivered twice);
//                     ProactiveInit: true; PreviousVersionWeight: 0.0 to 1.0 (behind an alias)
//   distribution:     "210ms" or one of Constant {Value}, Uniform {Min, Max}, Exponential {Mean},
//                     LogNormal {Median, P99}, Empirical {Values: [...]} or {File}
//   downstream:       Connections, HeldBy (Environment or Call), Latency: a distribution,
//                     Capacity, Curve [{Load, Factor}]
//   scenario:         Description, Until, Load [load], Changes [{At, Set, To}], Expect (not read),
//                     Outages [{Function or Downstream or Service: true, From, To, ErrorRate,
//                     Slowdown}]
//   of a table:       Shards: how many its stream has
//   load:             Function, or Trigger ("Thumbnail/Uploads", an event's id, a bucket, queue,
//                     stream, topic or route), InvocationType, Event, Label, Start, End, Arrivals,
//                     Client {Retries (none, legacy, standard, adaptive), MaxAttempts, Timeout,
//                     Jitter}; to a queue or stream (Trigger, or Queue or Stream: its id) it sends
//                     messages: Groups: how many message groups or partition keys; Poison: true
//                     (the handler fails for every batch that has one of them)
//   arrivals:         one object or a list; each key adds its requests and may have Start and End:
//                     At [...], Constant, Poisson {PerSecond}, Ramp {From, To, Over},
//                     Burst {Requests, Over}, Daily {Low, High}, Schedule {Expression},
//                     Trace {File; Format, Function, From, To, Scale, PlayDurations}: a CSV of
//                     moments, an Azure Functions trace, an access log or REPORT lines; of the
//                     Function that it names (or 1 for the busiest), between From and To, Scale
//                     times as fast; PlayDurations true takes the handler's durations from it
// Defaults: work as measured for the runtime, architecture and package type (runtimes.h); without
// PackageSize, placing an environment takes no time; with Duration given, FirstDuration is
// the same and CpuShare 0; with IdleTimeout given, environments have no MaximumAge; a load on a
// Schedule trigger without Arrivals follows the schedule.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/project/project.h"

namespace coldstart::project {

/// What derive() may ask about the project's folder. Empty functions mean "no folder": nothing is
/// missing then.
struct Files {
  std::function<bool(const std::string& relativePath)> exists;
  std::function<std::optional<std::string>(const std::string& relativePath)>
      read;  ///< For files of measured values.
  /// For traces: reads the file with core/traces. Errors say where in it and what to do.
  std::function<Result<std::shared_ptr<const Trace>>(const TraceSelection&)> trace;
  std::vector<std::string> testEvents;  ///< "events/put.json" …
};

/// Parses JSON or YAML text (told apart by its first character). YAML's short-form intrinsics
/// (!Ref, !Sub, !GetAtt …) become their long forms. Errors carry "fileName:line:column". Refuses
/// text over 16 MB, an embedded NUL, duplicate keys and trees of more than a million nodes, each
/// with a sentence.
Result<nlohmann::ordered_json> parseTemplate(std::string_view text, const std::string& fileName);

/// The same for any JSON text of a project, such as a test event: any value may stand at the top.
Result<nlohmann::ordered_json> parseJson(std::string_view text, const std::string& fileName);

/// The template as text that the SAM command line reads: two-space JSON with a final newline.
std::string writeTemplate(const nlohmann::ordered_json& tree);

/// Derives the project. Values out of range are errors with AWS's message and the allowed range;
/// what is not simulated becomes a Note. All errors are returned, not only the first.
struct Derived {
  Project project;            ///< Usable as far as it goes even when there are errors.
  std::vector<Error> errors;  ///< Empty: everything is fine.
};
Derived derive(const nlohmann::ordered_json& tree, const std::string& projectName,
               const Files& files);

/// Applies the contract's "--set PATH=VALUE" ("Thumbnail.MemorySize=512",
/// "Account.ConcurrentExecutions=100", "Seed=7"; empty value removes the setting) to the tree.
Result<nlohmann::ordered_json> withSetting(nlohmann::ordered_json tree, std::string_view path,
                                           std::string_view value);

/// The JSON pointer of a function's property in the tree, creating nothing: for `property`
/// "MemorySize" of function "Thumbnail" this is "/Resources/Thumbnail/Properties/MemorySize".
std::string pointerTo(std::string_view functionId, std::string_view property);

/// A new project's template: one function of the given runtime, and starter code.
struct Blueprint {
  const char* id;
  Sentence title;
  Sentence summary;
};
const std::vector<Blueprint>& blueprints();
struct NewFile {
  std::string path;  ///< Relative to the project's folder.
  std::string text;
};
/// The files of a new project made from a blueprint; the first is template.json.
std::vector<NewFile> instantiate(std::string_view blueprintId, const std::string& functionName);

}  // namespace coldstart::project
