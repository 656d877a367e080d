// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The runtimes of the service with their dates, and what a function of each does by default when
// nothing is said about its work. For the validator, the configuration form and new projects.

#include <span>
#include <string_view>

#include "core/project/project.h"

namespace coldstart::project {

/// Dates are ISO text, "" where AWS has not set one. (lambda-runtimes)
struct Runtime {
  std::string_view id;
  std::string_view deprecated;
  std::string_view blockCreate;
  std::string_view blockUpdate;
  bool listed = true;  ///< Still in the table of supported runtimes: offer it.
};

std::span<const Runtime> runtimes();
const Runtime* findRuntime(std::string_view id);

/// The work of a published "hello world" of this runtime: init, first and later invocations, and
/// the memory it uses. See measurements.cpp for the source.
WorkModel measuredWork(std::string_view runtime, Architecture architecture,
                       Package package = Package::Zip);

/// How long it takes to place an environment for so much unzipped code.
Distribution placementOf(std::int32_t packageMb);

/// How long an idle environment is kept, and how old one grows, when the template does not say.
Distribution standardIdleTimeout();
Distribution standardMaximumAge();

}  // namespace coldstart::project
