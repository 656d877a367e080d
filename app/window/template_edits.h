// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the project tree does to a template: pure changes of the JSON tree, each returned as a new
// tree for one undoable step. Nothing else the template holds is touched.

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace coldstart::window::edits {

using Tree = nlohmann::ordered_json;

/// A name that the template's resources do not use yet: "Resize", "Resize2" …
std::string freeResourceName(const Tree& tree, const std::string& wanted);
/// CloudFormation: a logical id is alphanumeric (template-anatomy, resources section).
bool isLogicalId(const std::string& name);
/// Renames a resource and everything in the template that refers to it.
Tree renamedResource(const Tree& tree, const std::string& from, const std::string& to);
/// Without the resource, and without the loads and changes of scenarios that target it.
Tree withoutResource(const Tree& tree, const std::string& name);
Tree withResource(const Tree& tree, const std::string& name, const Tree& resource);

Tree withScenario(const Tree& tree, const std::string& name, const Tree& scenario);
Tree withoutScenario(const Tree& tree, const std::string& name);
Tree renamedScenario(const Tree& tree, const std::string& from, const std::string& to);
/// Scenario loads that send an event file name another one, or none when `to` is empty.
Tree renamedEvent(const Tree& tree, const std::string& from, const std::string& to);

}  // namespace coldstart::window::edits
