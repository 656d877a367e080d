// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/context_object.h"

#include <QCoreApplication>
#include <array>

namespace coldstart::editor {
namespace {

constexpr const char* kRemaining =
    QT_TRANSLATE_NOOP("editor", "Milliseconds left before the function times out; never negative.");
constexpr const char* kRequest =
    QT_TRANSLATE_NOOP("editor", "The request id: the same in every retry of one event.");
constexpr const char* kName = QT_TRANSLATE_NOOP("editor", "The function's name.");
constexpr const char* kVersion =
    QT_TRANSLATE_NOOP("editor", "The version that runs: $LATEST or a number.");
constexpr const char* kArn = QT_TRANSLATE_NOOP(
    "editor", "The ARN the caller used; ends in the alias or version if there was one.");
constexpr const char* kMemory =
    QT_TRANSLATE_NOOP("editor", "The configured memory in MB, as text.");
constexpr const char* kGroup = QT_TRANSLATE_NOOP("editor", "The log group of the function.");
constexpr const char* kStream =
    QT_TRANSLATE_NOOP("editor", "The log stream of this execution environment.");
constexpr const char* kIdentity =
    QT_TRANSLATE_NOOP("editor", "Who called, when a mobile app called through Cognito.");
constexpr const char* kClient =
    QT_TRANSLATE_NOOP("editor", "What the calling app said about itself (synchronous calls only).");
constexpr const char* kTenant =
    QT_TRANSLATE_NOOP("editor", "The tenant of the request, when tenant isolation is on.");
constexpr const char* kWaits = QT_TRANSLATE_NOOP(
    "editor", "false answers at once and freezes what is still in the event loop.");
constexpr const char* kApp = QT_TRANSLATE_NOOP("editor", "Sent by the AWS Mobile SDK.");

constexpr std::array kPython{
    ContextMember{"", "function_name", "str", kName},
    ContextMember{"", "function_version", "str", kVersion},
    ContextMember{"", "invoked_function_arn", "str", kArn},
    ContextMember{"", "memory_limit_in_mb", "str", kMemory},
    ContextMember{"", "aws_request_id", "str", kRequest},
    ContextMember{"", "log_group_name", "str", kGroup},
    ContextMember{"", "log_stream_name", "str", kStream},
    ContextMember{"", "get_remaining_time_in_millis", "method", kRemaining},
    ContextMember{"", "identity", "object", kIdentity},
    ContextMember{"identity", "cognito_identity_id", "str", kIdentity},
    ContextMember{"identity", "cognito_identity_pool_id", "str", kIdentity},
    ContextMember{"", "client_context", "object", kClient},
    ContextMember{"client_context", "client", "object", kClient},
    ContextMember{"client_context.client", "installation_id", "str", kApp},
    ContextMember{"client_context.client", "app_title", "str", kApp},
    ContextMember{"client_context.client", "app_version_name", "str", kApp},
    ContextMember{"client_context.client", "app_version_code", "str", kApp},
    ContextMember{"client_context.client", "app_package_name", "str", kApp},
    ContextMember{"client_context", "custom", "dict", kClient},
    ContextMember{"client_context", "env", "dict", kApp},
    ContextMember{"", "tenant_id", "str", kTenant},
};

constexpr std::array kNode{
    ContextMember{"", "functionName", "string", kName},
    ContextMember{"", "functionVersion", "string", kVersion},
    ContextMember{"", "invokedFunctionArn", "string", kArn},
    ContextMember{"", "memoryLimitInMB", "string", kMemory},
    ContextMember{"", "awsRequestId", "string", kRequest},
    ContextMember{"", "logGroupName", "string", kGroup},
    ContextMember{"", "logStreamName", "string", kStream},
    ContextMember{"", "getRemainingTimeInMillis", "method", kRemaining},
    ContextMember{"", "callbackWaitsForEmptyEventLoop", "boolean", kWaits},
    ContextMember{"", "identity", "object", kIdentity},
    ContextMember{"identity", "cognitoIdentityId", "string", kIdentity},
    ContextMember{"identity", "cognitoIdentityPoolId", "string", kIdentity},
    ContextMember{"", "clientContext", "object", kClient},
    ContextMember{"clientContext", "client", "object", kClient},
    ContextMember{"clientContext.client", "installation_id", "string", kApp},
    ContextMember{"clientContext.client", "app_title", "string", kApp},
    ContextMember{"clientContext.client", "app_version_name", "string", kApp},
    ContextMember{"clientContext.client", "app_version_code", "string", kApp},
    ContextMember{"clientContext.client", "app_package_name", "string", kApp},
    ContextMember{"clientContext", "Custom", "object", kClient},
    ContextMember{"clientContext", "env", "object", kApp},
    ContextMember{"", "tenantId", "string", kTenant},
};

}  // namespace

std::span<const ContextMember> contextMembers(Language language) {
  if (language == Language::Python) return kPython;
  if (isJavaScript(language)) return kNode;
  return {};
}

QString meaningOf(const ContextMember& member) {
  return QCoreApplication::translate("editor", member.meaning);
}

bool isMethod(const ContextMember& member) {
  return std::string_view(member.type) == "method";
}

}  // namespace coldstart::editor
