// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Messages of application/vnd.amazon.eventstream, as InvokeWithResponseStream
// answers with: a prelude with lengths and its checksum, headers, payload,
// checksum. (API: InvokeWithResponseStream, event stream encoding) For
// InvokeEndpoint.

#include <string>
#include <string_view>

namespace coldstart::live {

/// One event: "PayloadChunk" or "InvokeComplete".
std::string eventMessage(std::string_view type, std::string_view contentType,
                         std::string_view payload);

/// The piece as a chunk of HTTP's chunked transfer.
std::string httpChunk(std::string_view bytes);

}  // namespace coldstart::live
