// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What Lambda tells others when it is done with an asynchronous event: the invocation record that a
// destination gets, and the message in a dead-letter queue; to the letter. Which of them are sent,
// and whether they arrive, is told here too, so that reports, metrics and Explain agree with what
// the simulation delivered. (invocation-async-retain-records, invocation-dlq; facts §4.3, §4.4)

#include <optional>
#include <string>
#include <vector>

#include "core/observe/run_index.h"
#include "core/project/target.h"

namespace coldstart::observe {

/// One thing that was sent when an event was done with.
struct Delivery {
  enum class Kind : std::uint8_t { OnSuccess, OnFailure, DeadLetter };
  Kind kind = Kind::OnFailure;
  project::Target target;
  bool arrived = false;
};
/// What was sent after this attempt: nothing unless it settled an asynchronous event.
std::vector<Delivery> deliveriesAfter(const RunIndex& index, journal::AttemptIndex attempt);

/// "Success", "RetriesExhausted", "EventAgeExceeded" or "ZeroReservedConcurrency". How a stopped
/// recursion is named has not been recorded: it is told as RetriesExhausted.
std::string_view conditionOf(const journal::Attempt& last);

/// The record of the attempt that settled an event. `event` and `response` are JSON texts: what was
/// sent, and what the handler answers when it succeeds.
std::string invocationRecord(const RunIndex& index, journal::AttemptIndex last,
                             const std::string& event, const std::string& response);
/// The event that a bus gets: the record is its detail.
std::string busEvent(const RunIndex& index, journal::AttemptIndex last, const std::string& busArn,
                     const std::string& event, const std::string& response);
/// "aws/lambda/async/Thumbnail/2026/01/05/2026-01-05T09.03.00-…": the key of a record in S3.
std::string recordKey(const RunIndex& index, journal::AttemptIndex last);

/// A message in a dead-letter queue: the event as it was, and three attributes.
struct DeadLetter {
  std::string body;
  std::string requestId;     ///< RequestID, a String.
  std::string errorCode;     ///< ErrorCode, a Number.
  std::string errorMessage;  ///< ErrorMessage, a String of at most 1 KB.
};
DeadLetter deadLetter(const RunIndex& index, journal::AttemptIndex last, const std::string& event);

}  // namespace coldstart::observe
