// SPDX-License-Identifier: GPL-3.0-or-later
// The work model of a function: Metadata.Coldstart of its resource. The keys are documented in
// template.h.
#include <algorithm>
#include <array>

#include "core/project/derivation.h"
#include "core/project/runtimes.h"

namespace coldstart::project {
namespace {

constexpr std::size_t kMostValues = 100'000;
constexpr Duration kLongest = Duration::hours(24 * 366);

constexpr std::array<std::string_view, 5> kKinds{"Constant", "Uniform", "Exponential", "LogNormal",
                                                 "Empirical"};

/// Reads the amounts of one distribution.
class Amounts {
 public:
  Amounts(Derivation& d, Measure measure) : m_d(d), m_measure(measure) {}

  std::optional<std::int64_t> parse(const std::string& text, const std::string& where) {
    if (m_measure == Measure::Memory) {
      const auto memory = parseMemory(text);
      if (memory) return memory->mb;
      m_d.findings.error(where, memory.error().text);
      return std::nullopt;
    }
    const auto duration = parseDuration(text);
    if (!duration) {
      m_d.findings.error(where, duration.error().text);
    } else if (*duration > kLongest) {
      m_d.findings.error(
          where,
          {"template", SAY("template", "%1 is longer than a year. Write at most 366d."), {text}});
    } else {
      return duration->us;
    }
    return std::nullopt;
  }

  std::optional<std::int64_t> read(Fields& fields, std::string_view key) {
    if (!fields.has(key)) {
      m_d.findings.error(fields.where(), {"template",
                                          SAY("template",
                                              "This distribution needs \"%1\", an amount with its "
                                              "unit such as \"%2\"."),
                                          {std::string(key), example()}});
      return std::nullopt;
    }
    const auto text = fields.text(key);
    return text ? parse(*text, fields.where(key)) : std::nullopt;
  }

  [[nodiscard]] const char* example() const {
    return m_measure == Measure::Memory ? "74MB" : "210ms";
  }

 private:
  Derivation& m_d;
  Measure m_measure;
};

/// Measured values, one to a line; lines that start with # are comments.
void readLines(Amounts& amounts, const std::string& text, const std::string& where,
               std::vector<std::int64_t>& values) {
  for (std::size_t start = 0; start < text.size() && values.size() < kMostValues;) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string line = text.substr(start, end - start);
    start = end + 1;
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (line.empty() || line[0] == '#') continue;
    const auto value = amounts.parse(line, where);
    if (!value) return;  // one sentence is enough for a file
    values.push_back(*value);
  }
}

std::vector<std::int64_t> readValues(Derivation& d, Amounts& amounts, Fields& fields) {
  std::vector<std::int64_t> values;
  if (const auto file = fields.text("File")) {
    const auto text = d.files.read ? d.files.read(*file) : std::nullopt;
    if (text) {
      readLines(amounts, *text, fields.where("File"), values);
    } else {
      d.findings.error(fields.where("File"),
                       {"template",
                        SAY("template",
                            "The file \"%1\" cannot be read. Give a path inside the project's "
                            "folder."),
                        {*file}});
      return {0};
    }
  } else if (const Node* list = fields.value("Values"); list != nullptr && list->is_array()) {
    for (std::size_t i = 0; i < std::min(list->size(), kMostValues); ++i) {
      const std::string where = child(fields.where("Values"), std::to_string(i));
      const auto value = (*list)[i].is_string() ? amounts.parse((*list)[i], where) : std::nullopt;
      if (value) values.push_back(*value);
    }
  }
  if (values.empty()) {
    d.findings.error(fields.where(), {"template",
                                      SAY("template",
                                          "An empirical distribution needs \"Values\", a list of "
                                          "amounts such as [\"%1\"], or \"File\" with one a line."),
                                      {amounts.example()}});
  }
  return values;
}

void checkOrder(Derivation& d, const Fields& fields, const Distribution& read, const char* low,
                const char* high) {
  if (read.a <= read.b) return;
  d.findings.error(
      fields.where(),
      {"template", SAY("template", "\"%1\" must not be larger than \"%2\"."), {low, high}});
}

/// What was measured of such functions; whatever the template says of its work comes over it.
WorkModel publishedWork(Derivation& d, Fields& fields, const Function& function) {
  // An image does not say what is inside it.
  const std::string runtime = fields.text("Runtime").value_or(function.runtime);
  if (findRuntime(runtime) == nullptr && fields.has("Runtime"))
    d.findings.error(fields.where("Runtime"),
                     {"template",
                      SAY("template",
                          "\"%1\" is no runtime whose cold starts are known. Write one such as "
                          "nodejs22.x."),
                      {runtime}});
  if (runtime.empty() && function.package == Package::Image && !fields.has("Init"))
    d.findings.note(fields.where(),
                    {"template",
                     SAY("template",
                         "The image of %1 does not say its runtime, so its cold starts are those "
                         "of a Go program. Write the runtime, such as python3.13, as Runtime of "
                         "Work, or what was measured as Init."),
                     {function.id}});
  return measuredWork(runtime, function.architecture, function.package);
}

/// A zip package's unzipped size is limited (gettingstarted-limits); an image is not fetched whole
/// before it starts, so its size says nothing.
void readPackageSize(Derivation& d, Fields& fields, Function& function) {
  constexpr std::int64_t kLargestMb = 250;
  const auto text = fields.text("PackageSize");
  if (!text) return;
  const auto size = parseMemory(*text);
  if (!size) {
    d.findings.error(fields.where("PackageSize"), size.error().text);
  } else if (function.package == Package::Image) {
    d.findings.note(fields.where("PackageSize"),
                    {"template",
                     SAY("template",
                         "An image is not fetched whole before it starts, so its PackageSize "
                         "changes nothing."),
                     {}});
  } else if (size->mb < 0 || size->mb > kLargestMb) {
    d.findings.error(fields.where("PackageSize"),
                     {"template", "%1", {"Unzipped size must be smaller than 262144000 bytes"}},
                     "InvalidParameterValueException");
  } else {
    function.work.placement = placementOf(static_cast<std::int32_t>(size->mb));
  }
}

void readLogLines(Derivation& d, Fields& fields, WorkModel& work) {
  if (const Node* lines = fields.value("LogLines"); lines != nullptr && lines->is_array()) {
    for (const Node& line : *lines) {
      if (!line.is_structured()) work.logLines.push_back(plainText(line));
    }
  } else if (lines != nullptr) {
    d.findings.error(fields.where("LogLines"),
                     {"template",
                      SAY("template", "\"LogLines\" must be a list of texts, one for each line."),
                      {}});
  }
}

}  // namespace

std::optional<Distribution> readDistribution(Derivation& d, Fields& parent, std::string_view key,
                                             Measure measure) {
  Amounts amounts(d, measure);
  const Node* found = parent.value(key);
  if (found == nullptr) return std::nullopt;
  Distribution result;
  if (found->is_string()) {  // "210ms" is short for a constant
    const auto value = amounts.parse(found->get<std::string>(), parent.where(key));
    if (!value) return std::nullopt;
    result.a = *value;
    return result;
  }
  Fields kinds = parent.section(key);
  if (kinds.object() == nullptr || kinds.object()->size() != 1 ||
      std::find(kKinds.begin(), kKinds.end(), kinds.object()->begin().key()) == kKinds.end()) {
    d.findings.error(parent.where(key),
                     {"template",
                      SAY("template",
                          "\"%1\" must be a distribution: Constant{Value}, Uniform{Min,Max}, "
                          "Exponential{Mean}, LogNormal{Median,P99} or Empirical{Values}."),
                      {std::string(key)}});
    return std::nullopt;
  }
  const std::size_t errors = d.out.errors.size();
  const std::string kind = kinds.object()->begin().key();
  Fields fields = kinds.section(kind);
  if (kind == "Constant") {
    result.a = amounts.read(fields, "Value").value_or(0);
  } else if (kind == "Uniform") {
    result.kind = Distribution::Kind::Uniform;
    result.a = amounts.read(fields, "Min").value_or(0);
    result.b = amounts.read(fields, "Max").value_or(result.a);
    checkOrder(d, fields, result, "Min", "Max");
  } else if (kind == "Exponential") {
    result.kind = Distribution::Kind::Exponential;
    result.a = amounts.read(fields, "Mean").value_or(0);
  } else if (kind == "LogNormal") {
    result.kind = Distribution::Kind::LogNormal;
    result.a = amounts.read(fields, "Median").value_or(0);
    result.b = amounts.read(fields, "P99").value_or(result.a);
    checkOrder(d, fields, result, "Median", "P99");
  } else {
    result.kind = Distribution::Kind::Empirical;
    result.values = readValues(d, amounts, fields);
  }
  fields.noteUnread(SAY("template", "Coldstart knows no setting \"%1\" here and ignores it."));
  return d.out.errors.size() == errors ? std::optional(result) : std::nullopt;
}

void deriveWork(Derivation& d, Fields& coldstart, Function& function) {
  WorkModel& work = function.work;
  Fields fields = coldstart.section("Work");
  work = publishedWork(d, fields, function);
  const auto read = [&](std::string_view key, Measure measure, Distribution& into) {
    const auto distribution = readDistribution(d, fields, key, measure);
    if (distribution) into = *distribution;
    return distribution.has_value();
  };
  read("Init", Measure::Time, work.init);
  if (read("Duration", Measure::Time, work.duration)) {
    // Who states the duration means it as it is: nothing of the measured handler is left.
    work.firstDuration = work.duration;
    work.cpuSharePpm = 0;
  }
  read("FirstDuration", Measure::Time, work.firstDuration);
  read("MaxMemoryUsed", Measure::Memory, work.maxMemoryUsed);
  const auto share = [&](std::string_view key, std::int32_t& into) {
    const auto ppm = fields.millionths(key);
    if (!ppm) return;
    if (*ppm >= 0 && *ppm <= kMillion) {
      into = static_cast<std::int32_t>(*ppm);
      return;
    }
    d.findings.error(fields.where(key),
                     {"template",
                      SAY("template", "\"%1\" is a part of the whole: 0.0 to 1.0."),
                      {std::string(key)}});
  };
  share("CpuShare", work.cpuSharePpm);
  share("ErrorRate", work.errorRatePpm);
  share("InitErrorRate", work.initErrorRatePpm);
  share("CrashRate", work.crashRatePpm);
  share("ItemErrorRate", work.itemErrorRatePpm);
  if (const auto item = fields.duration("PerItem")) work.perItem = *item;
  read("Restore", Measure::Time, work.restore);
  readPackageSize(d, fields, function);
  read("Placement", Measure::Time, work.placement);
  readCalls(d, fields, work);
  readLogLines(d, fields, work);
  readSends(d, fields, work);
  fields.noteUnread(SAY("template", "Coldstart knows no setting \"%1\" here and ignores it."));

  function.idleTimeout = standardIdleTimeout();
  function.maximumAge = standardMaximumAge();
  if (const auto idle = readDistribution(d, coldstart, "IdleTimeout", Measure::Time)) {
    // Who states how environments end states it whole: no second, hidden rule.
    function.idleTimeout = *idle;
    function.maximumAge = {};
  }
  if (const auto age = readDistribution(d, coldstart, "MaximumAge", Measure::Time)) {
    function.maximumAge = *age;
  }
  if (const auto rate = coldstart.millionths("DuplicateRate")) {
    function.duplicateRatePpm =
        static_cast<std::int32_t>(std::clamp<std::int64_t>(*rate, 0, kMillion));
  }
  function.proactiveInit = coldstart.flag("ProactiveInit").value_or(false);
  if (const auto previous = coldstart.millionths("PreviousVersionWeight")) {
    function.previousVersionPpm =
        static_cast<std::int32_t>(std::clamp<std::int64_t>(*previous, 0, kMillion));
  }
  if (const Node* response = coldstart.value("Response")) {
    function.defaultResponse = response->dump(-1, ' ', false, Node::error_handler_t::replace);
  }
  coldstart.noteUnread(SAY("template", "Coldstart knows no setting \"%1\" here and ignores it."));
}

}  // namespace coldstart::project
