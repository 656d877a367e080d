// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "core/project/template.h"

namespace coldstart::project {

std::string writeTemplate(const nlohmann::ordered_json& tree) {
  return tree.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace coldstart::project
