// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a source hands over to a function: a bucket what has the prefix, the suffix and the kind of
// event of its notification, a topic what the subscription's filter policy matches, a bus what the
// rule's pattern matches. Messages and records of pollers have filter_criteria.h.
// (S3 user guide: notification-how-to-filtering; SNS: sns-subscription-filter-policies;
// EventBridge: eb-event-patterns)

#include <string_view>

#include "core/base/result.h"
#include "core/events/event_pattern.h"
#include "core/project/neighbours.h"

namespace coldstart::events {

/// `event` is the event as the function would get it. One whose shape is not the source's is let
/// through: there is nothing to compare. Errors: a filter that the service refuses.
Result<Match> letsThrough(const project::Trigger& trigger, std::string_view event);

}  // namespace coldstart::events
