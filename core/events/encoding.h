// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How AWS services encode values inside their events. Used by the event templates of this room.

#include <optional>
#include <string>
#include <string_view>

namespace coldstart::events {

std::string base64(std::string_view bytes);
/// Nothing when the text is not base64, or its bytes are not UTF-8 text.
std::optional<std::string> fromBase64(std::string_view text);

/// As S3 writes object keys into its notifications: UTF-8, space as '+', '/' kept.
/// (S3 user guide, notification-content-structure)
std::string urlEncoded(std::string_view text);
/// Nothing when a '%' is not followed by two hexadecimal digits, or the result is not UTF-8.
std::optional<std::string> fromUrlEncoded(std::string_view text);

/// 32 lower-case hexadecimal digits; SQS's md5OfBody.
std::string md5(std::string_view bytes);

bool isUtf8(std::string_view bytes);

}  // namespace coldstart::events
