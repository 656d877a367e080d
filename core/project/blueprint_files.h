// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The files of the blueprints: code, events and the parts of the template. "@ID@" stands for the
// function's logical id, "@FOLDER@" for its code folder. For blueprints.cpp only.

#include <span>
#include <string_view>

namespace coldstart::project {

struct BlueprintFile {
  std::string_view path;
  std::string_view text;
};

struct BlueprintFiles {
  std::string_view id;
  std::string_view runtime;
  std::string_view handler;
  /// Further properties and metadata of the function, other resources and the scenario, as JSON:
  /// {"Properties": …, "Metadata": …, "Resources": …, "Coldstart": …}.
  std::string_view parts;
  std::span<const BlueprintFile> files;
};

const BlueprintFiles* blueprintFiles(std::string_view id);

}  // namespace coldstart::project
