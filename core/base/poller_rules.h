// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of rules.cpp about event source mappings; only it includes this.

#include <array>

#include "core/base/rule.h"

namespace coldstart {

inline constexpr std::array kPollerRules = [] {
  using enum RuleMark;
  return std::array{
      RuleRow{
          Rule::SqsReceiveTime, "SqsReceiveTime",
          SAY("rule",
              "A call to a queue is taken to last 20 ms and to give all that fits into the batch."),
          "with-sqs", Simplified, "tst_queue_pollers:pollsTakeTime"},
      RuleRow{Rule::SqsLongPolling, "SqsLongPolling",
              SAY("rule",
                  "Under low traffic a batch may wait 20 s, the length of a long poll, even if its "
                  "window is shorter."),
              "with-sqs", Verified, "tst_queue_pollers:longPollOutlastsTheWindow"},
      RuleRow{Rule::BatchWindow, "BatchWindow",
              SAY("rule",
                  "A batch closes when it has BatchSize messages or its batching window is over."),
              "invocation-eventsourcemapping", Verified,
              "tst_queue_pollers:batchClosesBySizeOrWindow"},
      RuleRow{Rule::SqsStart, "SqsStart",
              SAY("rule", "A queue is read by up to five batches at a time at first."),
              "services-sqs-scaling", Verified, "tst_queue_pollers:concurrencyGrows"},
      RuleRow{
          Rule::SqsGrowth, "SqsGrowth",
          SAY("rule",
              "While messages wait, up to 300 more concurrent invocations a minute are added, up "
              "to 1 250; that this goes on evenly is our assumption."),
          "services-sqs-scaling", Verified, "tst_queue_pollers:concurrencyGrows"},
      RuleRow{
          Rule::SqsMaximumConcurrency, "SqsMaximumConcurrency",
          SAY("rule", "MaximumConcurrency, 2 to 1 000, caps what one mapping invokes at a time."),
          "services-sqs-scaling", Verified, "tst_queue_pollers:maximumConcurrency"},
      RuleRow{
          Rule::SqsProvisionedPollers, "SqsProvisionedPollers",
          SAY("rule",
              "In provisioned mode each poller serves ten invocations at a time, and 1 000 more "
              "a minute are added."),
          "services-sqs-scaling", Verified, "tst_queue_pollers:provisionedMode"},
      RuleRow{Rule::SqsIdle, "SqsIdle",
              SAY("rule", "An idle queue falls to two pollers, we take it after a minute."),
              "services-sqs-scaling", Simplified, "tst_queue_pollers:idleFallsToTwo"},
      RuleRow{Rule::SqsBackOff, "SqsBackOff",
              SAY("rule",
                  "A batch that fails or is throttled lowers the concurrency; we take one away for "
                  "each."),
              "services-sqs-errorhandling", Simplified, "tst_queue_pollers:errorsLowerConcurrency"},
      RuleRow{Rule::SqsThrottle, "SqsThrottle",
              SAY("rule",
                  "A throttled batch is tried again until its visibility timeout is over; then its "
                  "messages are back in the queue."),
              "services-sqs-errorhandling", Verified,
              "tst_queue_pollers:throttledBatchIsTriedAgain"},
      RuleRow{Rule::SqsDeletes, "SqsDeletes",
              SAY("rule", "After a success the poller deletes the messages of the batch."),
              "with-sqs", Verified, "tst_queue_pollers:successDeletes"},
      RuleRow{
          Rule::SqsVisibilityTimeout, "SqsVisibilityTimeout",
          SAY("rule",
              "A received message is hidden for the visibility timeout; one that was not deleted "
              "then is visible again."),
          "services-sqs-errorhandling", Verified, "tst_queue_pollers:failedMessagesReappear"},
      RuleRow{Rule::SqsRedrive, "SqsRedrive",
              SAY("rule",
                  "A message that was received maxReceiveCount times goes to the dead-letter queue "
                  "instead of being received again."),
              "services-sqs-errorhandling", Verified, "tst_queue_pollers:redrive"},
      RuleRow{
          Rule::SqsDelay, "SqsDelay",
          SAY("rule", "A message of a queue with DelaySeconds is hidden for that long at first."),
          "with-sqs", Verified, "tst_queue_pollers:delayHides"},
      RuleRow{Rule::SqsRetention, "SqsRetention",
              SAY("rule", "A message that was not deleted within the queue's retention is gone."),
              "with-sqs", Verified, "tst_queue_pollers:retentionEnds"},
      RuleRow{
          Rule::FifoGroups, "FifoGroups",
          SAY("rule",
              "Of each message group of a FIFO queue one batch is in flight at a time; a failed "
              "group holds up itself only."),
          "services-sqs-scaling", Verified, "tst_queue_pollers:groupsKeepTheirOrder"},
      RuleRow{
          Rule::FifoStopsAtFailure, "FifoStopsAtFailure",
          SAY("rule",
              "A function of a FIFO queue stops at its first failure and reports it and all that "
              "follows."),
          "services-sqs-errorhandling", Verified, "tst_queue_pollers:fifoStopsAtTheFirstFailure"},
      RuleRow{Rule::PartialBatch, "PartialBatch",
              SAY("rule",
                  "With ReportBatchItemFailures only the items that the function names are tried "
                  "again."),
              "services-sqs-errorhandling", Verified, "tst_queue_pollers:partialBatch"},
      RuleRow{Rule::FilterCriteria, "FilterCriteria",
              SAY("rule",
                  "What no filter of a mapping lets through never reaches the function: it is "
                  "deleted, or the stream moves on."),
              "invocation-eventfiltering", Verified,
              "tst_queue_pollers:filteredMessagesAreDeleted"},
      RuleRow{Rule::StreamPollRate, "StreamPollRate",
              SAY("rule", "A shard is polled once a second, of a DynamoDB stream four times."),
              "with-kinesis", Verified, "tst_stream_pollers:shardsArePolled"},
      RuleRow{Rule::StreamParallelization, "StreamParallelization",
              SAY("rule", "ParallelizationFactor, 1 to 10, batches of one shard run at a time."),
              "with-kinesis", Verified, "tst_stream_pollers:parallelizationKeepsKeysInOrder"},
      RuleRow{Rule::StreamKeyOrder, "StreamKeyOrder",
              SAY("rule", "Records with the same partition key are always processed in order."),
              "with-kinesis", Verified, "tst_stream_pollers:parallelizationKeepsKeysInOrder"},
      RuleRow{Rule::StreamBlocks, "StreamBlocks",
              SAY("rule", "A failed batch of a shard is tried again before anything after it."),
              "services-kinesis-errors", Verified, "tst_stream_pollers:failedBatchBlocksItsShard"},
      RuleRow{Rule::StreamBackOff, "StreamBackOff",
              SAY("rule",
                  "Between two tries of a batch the poller waits 1 s, doubling up to a minute; how "
                  "long, AWS does not say."),
              "services-kinesis-errors", Simplified,
              "tst_stream_pollers:failedBatchBlocksItsShard"},
      RuleRow{Rule::StreamRetryAttempts, "StreamRetryAttempts",
              SAY("rule",
                  "MaximumRetryAttempts limits the retries after function errors; then the batch "
                  "goes to the failure destination."),
              "services-kinesis-errors", Verified, "tst_stream_pollers:retriesAreLimited"},
      RuleRow{
          Rule::StreamBisect, "StreamBisect",
          SAY("rule",
              "With BisectBatchOnFunctionError a failed batch is split in two, which uses up no "
              "retries."),
          "services-kinesis-errors", Verified, "tst_stream_pollers:bisectFindsThePoison"},
      RuleRow{
          Rule::StreamRecordAge, "StreamRecordAge",
          SAY("rule",
              "Records older than MaximumRecordAgeInSeconds are not sent to the function but to "
              "the failure destination."),
          "services-kinesis-errors", Verified, "tst_stream_pollers:oldRecordsAreDiscarded"},
      RuleRow{Rule::StreamCheckpoint, "StreamCheckpoint",
              SAY("rule",
                  "Of a stream's batch all before the first reported failure is done, and the rest "
                  "is tried again."),
              "services-kinesis-errors", Verified, "tst_stream_pollers:checkpoint"},
      RuleRow{
          Rule::TumblingWindow, "TumblingWindow",
          SAY("rule",
              "The records of different tumbling windows are never in one batch, and each window "
              "ends with an invocation of its own."),
          "services-kinesis-windows", Verified, "tst_stream_pollers:tumblingWindow"},
      RuleRow{Rule::StreamRetention, "StreamRetention",
              SAY("rule", "A record that was not read within the stream's retention is gone."),
              "with-kinesis", Verified, "tst_stream_pollers:retention"},
  };
}();

}  // namespace coldstart
