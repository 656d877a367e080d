// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/measured_work.h"

#include "core/project/template.h"

namespace coldstart {

Result<MeasuredWork> measuredWork(const live::Profile& profile) {
  traces::Fitter fitter("measured", "Report", "");
  fitter.feed(profile.reports);
  auto fit = fitter.finish();
  if (!fit) return fit.error();
  MeasuredWork work;
  work.fit = *fit;
  work.notes = fit->notes;
  const std::int64_t failed = profile.failed;
  work.fit.errorRatePpm =
      static_cast<std::int32_t>(failed * project::kMillion / profile.invocations);
  work.settings = traces::workOf(work.fit);
  if (profile.failed == profile.invocations) {
    work.notes.push_back({"fit",
                          SAY("fit",
                              "Every invocation failed, so nothing is known of what the handler "
                              "prints and answers."),
                          {}});
    return work;
  }
  work.settings["LogLines"] = profile.logLines;
  if (!profile.alwaysPrintsThat) {
    work.notes.push_back({"fit",
                          SAY("fit",
                              "LogLines: the handler does not print the same every time; what it "
                              "printed most often is taken."),
                          {}});
  }
  const auto response = nlohmann::ordered_json::parse(profile.response, nullptr, false);
  if (!response.is_discarded()) work.settings["Response"] = response;
  return work;
}

Result<nlohmann::ordered_json> withWork(nlohmann::ordered_json tree, const std::string& function,
                                        const nlohmann::ordered_json& settings) {
  for (const auto& [key, value] : settings.items()) {
    auto changed = project::withSetting(std::move(tree), function + "." + key, value.dump());
    if (!changed) return changed.error();
    tree = *std::move(changed);
  }
  return tree;
}

}  // namespace coldstart
