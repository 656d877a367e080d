// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/catalogue_entries.h"

namespace coldstart::events {
namespace {

using project::InvocationType;
using project::TriggerKind;

// The fields that most services share.
Field accountId() {
  return {.flag = "account-id",
          .label = {"events", SAY("events", "Account"), {}},
          .standard = "123456789012",
          .general = true};
}
Field partition() {
  return {.flag = "partition",
          .label = {"events", SAY("events", "Partition"), {}},
          .standard = "aws",
          .help = {"events", SAY("events", "The first part of every ARN; aws-cn in China."), {}},
          .general = true};
}
Field region() {
  return {.flag = "region",
          .label = {"events", SAY("events", "Region"), {}},
          .standard = "us-east-1",
          .general = true};
}

Field bucket() {
  return {.flag = "bucket",
          .label = {"events", SAY("events", "Bucket"), {}},
          .standard = "example-bucket",
          .resourceType = "AWS::S3::Bucket"};
}
Field objectKey() {
  return {.flag = "key",
          .label = {"events", SAY("events", "Key"), {}},
          .standard = "test/key",
          .help = {"events", SAY("events", "S3 sends it URL-encoded."), {}}};
}

const Sentence kS3Version{
    "events",
    SAY("events", "Real S3 events say eventVersion 2.1; SAM's templates still say 2.0."),
    {}};

EventType s3Put() {
  return {
      .service = "s3",
      .event = "put",
      .title = {"events", SAY("events", "S3 · object created (put)"), {}},
      .trigger = TriggerKind::S3,
      .invocation = InvocationType::Event,
      .fields = {bucket(),
                 objectKey(),
                 {.flag = "size",
                  .label = {"events", SAY("events", "Size in bytes"), {}},
                  .kind = Field::Kind::Integer,
                  .standard = "1024",
                  .ours = true},
                 {.flag = "event-name",
                  .label = {"events", SAY("events", "Created by"), {}},
                  .kind = Field::Kind::Choice,
                  .standard = "ObjectCreated:Put",
                  .choices = {"ObjectCreated:Put", "ObjectCreated:Post", "ObjectCreated:Copy",
                              "ObjectCreated:CompleteMultipartUpload"},
                  .ours = true},
                 region(),
                 partition()},
      .response = "null",
      .note = kS3Version,
      .marks = {{"/Records/0/eventSource", "aws:s3"}, {"/Records/0/eventName", "ObjectCreated:*"}}};
}

EventType s3Delete() {
  return {
      .service = "s3",
      .event = "delete",
      .title = {"events", SAY("events", "S3 · object removed (delete)"), {}},
      .trigger = TriggerKind::S3,
      .invocation = InvocationType::Event,
      .fields = {bucket(),
                 objectKey(),
                 {.flag = "event-name",
                  .label = {"events", SAY("events", "Removed by"), {}},
                  .kind = Field::Kind::Choice,
                  .standard = "ObjectRemoved:Delete",
                  .choices = {"ObjectRemoved:Delete", "ObjectRemoved:DeleteMarkerCreated"},
                  .ours = true},
                 region(),
                 partition()},
      .response = "null",
      .note = kS3Version,
      .marks = {{"/Records/0/eventSource", "aws:s3"}, {"/Records/0/eventName", "ObjectRemoved:*"}}};
}

// API Gateway's two proxies share most fields.
Field method() {
  return {.flag = "method",
          .label = {"events", SAY("events", "Method"), {}},
          .kind = Field::Kind::Choice,
          .standard = "POST",
          .choices = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}};
}
Field path() {
  return {.flag = "path",
          .label = {"events", SAY("events", "Path"), {}},
          .standard = "path/to/resource",
          .help = {"events", SAY("events", "Without the slash it begins with."), {}}};
}
Field requestBody() {
  return {
      .flag = "body",
      .label = {"events", SAY("events", "Body"), {}},
      .kind = Field::Kind::Lines,
      .standard = R"({"test":"body"})",
      .help = {"events", SAY("events", "Base64 in the event while isBase64Encoded is true."), {}}};
}
Field stage(std::string standard) {
  return {.flag = "stage",
          .label = {"events", SAY("events", "Stage"), {}},
          .standard = std::move(standard)};
}
Field dnsSuffix() {
  return {.flag = "dns-suffix",
          .label = {"events", SAY("events", "DNS suffix"), {}},
          .standard = "us-east-1.amazonaws.com",
          .general = true};
}
constexpr const char* kHttpResponse =
    R"({"statusCode":200,"headers":{"Content-Type":"application/json"},"body":"{\"message\":\"ok\"}"})";

EventType restProxy() {
  return {
      .service = "apigateway",
      .event = "aws-proxy",
      .title = {"events", SAY("events", "API Gateway · REST API (aws-proxy)"), {}},
      .trigger = TriggerKind::RestApi,
      .invocation = InvocationType::RequestResponse,
      .fields = {method(),
                 path(),
                 requestBody(),
                 {.flag = "querystringparameters",
                  .label = {"events", SAY("events", "Query string"), {}},
                  .kind = Field::Kind::Json,
                  .standard = R"({"foo": "bar"})",
                  .help = {"events", SAY("events", "A JSON object, or null for none."), {}}},
                 {.flag = "resource",
                  .label = {"events", SAY("events", "Resource"), {}},
                  .standard = "/{proxy+}"},
                 stage("prod"),
                 dnsSuffix(),
                 accountId()},
      .response = kHttpResponse,
      .marks = {{"/resource", "*"}, {"/httpMethod", "*"}, {"/requestContext/resourcePath", "*"}}};
}

EventType httpApiProxy() {
  return {.service = "apigateway",
          .event = "http-api-proxy",
          .title = {"events", SAY("events", "API Gateway · HTTP API (http-api-proxy)"), {}},
          .trigger = TriggerKind::HttpApi,
          .invocation = InvocationType::RequestResponse,
          .fields = {method(), path(), requestBody(), stage("$default"), dnsSuffix(), accountId()},
          .response = kHttpResponse,
          .marks = {{"/version", "2.0"}, {"/rawPath", "*"}, {"/requestContext/http/method", "*"}}};
}

EventType snsNotification() {
  return {.service = "sns",
          .event = "notification",
          .title = {"events", SAY("events", "SNS · notification"), {}},
          .trigger = TriggerKind::Sns,
          .invocation = InvocationType::Event,
          .fields = {{.flag = "topic",
                      .label = {"events", SAY("events", "Topic"), {}},
                      .standard = "ExampleTopic",
                      .resourceType = "AWS::SNS::Topic"},
                     {.flag = "subject",
                      .label = {"events", SAY("events", "Subject"), {}},
                      .standard = "example subject"},
                     {.flag = "message",
                      .label = {"events", SAY("events", "Message"), {}},
                      .kind = Field::Kind::Lines,
                      .standard = "example message",
                      .help = {"events",
                               SAY("events", "Always text; a JSON message arrives as a string."),
                               {}}},
                     region(),
                     accountId(),
                     partition()},
          .response = "null",
          .marks = {{"/Records/0/EventSource", "aws:sns"}, {"/Records/0/Sns", "*"}}};
}

EventType sqsMessage() {
  return {.service = "sqs",
          .event = "receive-message",
          .title = {"events", SAY("events", "SQS · message (receive-message)"), {}},
          .trigger = TriggerKind::Sqs,
          .invocation = InvocationType::RequestResponse,
          .fields = {{.flag = "queue-name",
                      .label = {"events", SAY("events", "Queue"), {}},
                      .standard = "MyQueue",
                      .resourceType = "AWS::SQS::Queue"},
                     {.flag = "body",
                      .label = {"events", SAY("events", "Body"), {}},
                      .kind = Field::Kind::Lines,
                      .standard = "Hello from SQS!",
                      .help = {"events",
                               SAY("events", "Always text; md5OfBody is computed from it."),
                               {}}},
                     region(),
                     accountId(),
                     partition()},
          .response = R"({"batchItemFailures":[]})",
          .marks = {{"/Records/0/eventSource", "aws:sqs"}, {"/Records/0/body", "*"}}};
}

EventType scheduledEvent() {
  return {.service = "cloudwatch",
          .event = "scheduled-event",
          .title = {"events", SAY("events", "EventBridge · schedule (scheduled-event)"), {}},
          .trigger = TriggerKind::Schedule,
          .invocation = InvocationType::Event,
          .fields = {{.flag = "rule",
                      .label = {"events", SAY("events", "Rule"), {}},
                      .standard = "ExampleRule",
                      .resourceType = "AWS::Events::Rule"},
                     region(),
                     accountId(),
                     partition()},
          .response = "null",
          .marks = {{"/source", "aws.events"}, {"/detail-type", "Scheduled Event"}}};
}

EventType instanceStateChange() {
  return {.service = "eventbridge",
          .event = "ec2-state-change",
          .title = {"events", SAY("events", "EventBridge · EC2 instance state change"), {}},
          .trigger = TriggerKind::EventBridge,
          .invocation = InvocationType::Event,
          .fields = {{.flag = "instance-id",
                      .label = {"events", SAY("events", "Instance"), {}},
                      .standard = "i-0a1b2c3d4e5f60718",
                      .ours = true},
                     {.flag = "state",
                      .label = {"events", SAY("events", "State"), {}},
                      .kind = Field::Kind::Choice,
                      .standard = "stopped",
                      .choices = {"pending", "running", "stopping", "stopped", "shutting-down",
                                  "terminated"},
                      .ours = true},
                     region(),
                     accountId(),
                     partition()},
          .response = "null",
          .marks = {{"/source", "aws.ec2"},
                    {"/detail-type", "EC2 Instance State-change Notification"}}};
}

EventType runInstancesCall() {
  return {.service = "eventbridge",
          .event = "cloudtrail-run-instances",
          .title = {"events",
                    SAY("events", "EventBridge · API call via CloudTrail (RunInstances)"),
                    {}},
          .trigger = TriggerKind::EventBridge,
          .invocation = InvocationType::Event,
          .fields = {{.flag = "user-name",
                      .label = {"events", SAY("events", "User"), {}},
                      .standard = "ada",
                      .help = {"events", SAY("events", "The IAM user who made the call."), {}},
                      .ours = true},
                     {.flag = "instance-id",
                      .label = {"events", SAY("events", "Instance"), {}},
                      .standard = "i-0a1b2c3d4e5f60718",
                      .ours = true},
                     {.flag = "instance-type",
                      .label = {"events", SAY("events", "Instance type"), {}},
                      .standard = "t3.micro",
                      .ours = true},
                     region(),
                     accountId(),
                     partition()},
          .response = "null",
          .marks = {{"/detail-type", "AWS API Call via CloudTrail"},
                    {"/detail/eventName", "RunInstances"}}};
}

EventType busEvent() {
  return {.service = "eventbridge",
          .event = "custom-event",
          .title = {"events", SAY("events", "EventBridge · own event"), {}},
          .trigger = TriggerKind::EventBridge,
          .invocation = InvocationType::Event,
          .fields =
              {{.flag = "source",
                .label = {"events", SAY("events", "Source"), {}},
                .standard = "com.example.orders",
                .help = {"events", SAY("events", "Names that begin with aws. are AWS's own."), {}},
                .ours = true},
               {.flag = "detail-type",
                .label = {"events", SAY("events", "Detail type"), {}},
                .standard = "Order placed",
                .ours = true},
               {.flag = "detail",
                .label = {"events", SAY("events", "Detail"), {}},
                .kind = Field::Kind::Json,
                .standard = R"({"orderId": "1001"})",
                .help = {"events", SAY("events", "A JSON object."), {}},
                .ours = true},
               region(),
               accountId()},
          .response = "null",
          .marks = {{"/source", "*"}, {"/detail-type", "*"}, {"/detail", "*"}}};
}

Field keyField(std::string flag, std::string standard) {
  return {.flag = flag,
          .label = {"events", "%1", {flag}},
          .standard = std::move(standard),
          .ours = true};
}

EventType helloWorld() {
  return {.service = "custom",
          .event = "hello-world",
          .title = {"events", SAY("events", "Custom · hello world"), {}},
          .trigger = TriggerKind::Direct,
          .invocation = InvocationType::RequestResponse,
          .fields = {keyField("key1", "value1"), keyField("key2", "value2"),
                     keyField("key3", "value3")},
          .response = R"("value1")",
          .marks = {{"/key1", "*"}, {"/key2", "*"}, {"/key3", "*"}}};
}

EventType emptyEvent() {
  return {.service = "custom",
          .event = "empty",
          .title = {"events", SAY("events", "Custom · empty event"), {}},
          .trigger = TriggerKind::Direct,
          .invocation = InvocationType::RequestResponse,
          .response = "null"};
}

}  // namespace

std::vector<EventType> catalogueEntries() {
  return {
      helloWorld(),       emptyEvent(),      s3Put(),      s3Delete(),       restProxy(),
      httpApiProxy(),     snsNotification(), sqsMessage(), scheduledEvent(), instanceStateChange(),
      runInstancesCall(), busEvent()};
}

}  // namespace coldstart::events
