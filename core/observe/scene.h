// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What Lambda saw when an attempt arrived: who was busy, who was idle, how full each limit was.
// Recounted from the journal for one attempt; explanations quote it.

#include <cstdint>

#include "core/observe/run_index.h"

namespace coldstart::observe {

struct Scene {
  Scene(const RunIndex& index, journal::AttemptIndex number);

  const RunIndex& index;
  journal::AttemptIndex number;
  const journal::Attempt& attempt;
  const journal::Source& source;
  const project::Function& function;

  // Environments of the function just before the attempt, provisioned ones apart.
  std::int32_t busy = 0;  ///< In the handler, or in init for a request.
  std::int32_t idle = 0;
  std::int32_t provisionedBusy = 0;
  std::int32_t provisionedIdle = 0;  ///< Ready and handed over.
  Instant firstFree = kNever;        ///< When the first of the busy ones was free again.

  // Limits in force; -1: none.
  std::int32_t reserved = -1;
  std::int32_t provisioned = -1;
  std::int32_t accountLimit = 0;
  std::int32_t unreservedLimit = 0;
  std::int32_t unreservedBusy = 0;  ///< Of every function without a reserve.

  /// New environments that the function's scaling rate still allowed.
  [[nodiscard]] std::int32_t scalingLeft() const;
  /// Synchronous requests to the function in this whole second of the run's clock, this one
  /// included.
  [[nodiscard]] std::int64_t requestsThisSecond() const;
  [[nodiscard]] bool isEvent() const { return source.type == project::InvocationType::Event; }
  /// A poller asked.
  [[nodiscard]] bool isBatch() const { return source.mapping.has_value(); }
  /// Environments of the function that had existed and were gone; the one that went last.
  [[nodiscard]] journal::EnvironmentIndex lastGone() const;
  /// Which try of its request this is, from 1.
  [[nodiscard]] std::int32_t tryNumber() const;

 private:
  void look(journal::EnvironmentIndex e);
};

}  // namespace coldstart::observe
