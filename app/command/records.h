// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What Lambda told destinations and dead-letter queues in a run, to the letter: for simulate.

#include <functional>
#include <string>

#include "core/observe/run_index.h"

class QTextStream;

namespace coldstart::command {

/// One JSON object a line: {"to": ARN, "arrived": true, "record": {…}} for a destination, with
/// "key" in a bucket; {"to", "arrived", "body", "messageAttributes"} for a dead-letter queue.
/// `eventText` reads a test event of the project.
void writeRecords(const observe::RunIndex& index,
                  const std::function<std::string(const std::string&)>& eventText,
                  QTextStream& out);

}  // namespace coldstart::command
