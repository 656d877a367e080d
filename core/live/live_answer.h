// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the caller of a live request gives, and what it gets. (API: Invoke) For LiveHost.

#include <cstddef>
#include <functional>
#include <string>

#include "core/journal/journal.h"

namespace coldstart::live {

struct LiveAnswer {
  int status = 200;
  std::string functionError;  ///< "Unhandled" or "".
  std::string payload;
  journal::AttemptIndex attempt = journal::kNone;
};

struct LiveRequest {
  std::size_t function = 0;
  project::InvocationType type = project::InvocationType::RequestResponse;
  std::string payload;
  std::string clientContext;  ///< JSON, or "".
  std::function<void(const LiveAnswer&)> answered;
  std::function<void(const std::string&)> streamed{};  ///< A piece of a response that streams.
  std::string trace{};   ///< X-Amzn-Trace-Id, when the caller's trace goes on; or "".
  std::string tenant{};  ///< X-Amz-Tenant-Id, or "".
};

}  // namespace coldstart::live
