// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a template says about permissions, as lines to read: the execution role with its policies,
// and who may invoke. It reports and does not evaluate.

#include <QString>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/project/project.h"

namespace coldstart::configuration {

struct PermissionLine {
  QString title;   ///< "S3CrudPolicy", "s3.amazonaws.com"
  QString detail;  ///< "BucketName: photos", "when an object is created in photos"
};

struct PermissionSummary {
  QString roleSentence;
  std::vector<PermissionLine> policies;
  std::vector<PermissionLine> invokers;
};

PermissionSummary summarise(const nlohmann::ordered_json& tree, const project::Project& project,
                            std::size_t function);

}  // namespace coldstart::configuration
