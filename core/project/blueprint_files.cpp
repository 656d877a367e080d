// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/blueprint_files.h"

#include <array>

namespace coldstart::project {
namespace {

constexpr std::array<BlueprintFile, 2> kHelloPython{{{"@FOLDER@/app.py", R"(import json

started = 0  # lives as long as the execution environment does


def handler(event, context):
    global started
    started += 1
    name = event.get("name", "world")
    print(f"Greeting {name}, invocation {started} of this environment")
    return {
        "statusCode": 200,
        "body": json.dumps({"message": f"Hello, {name}!"}),
    }
)"},
                                                     {"events/hello.json", R"({
  "name": "Ada"
}
)"}}};

constexpr std::array<BlueprintFile, 2> kHelloNode{
    {{"@FOLDER@/index.mjs", R"(let started = 0; // lives as long as the execution environment does

export const handler = async (event) => {
  started += 1;
  const name = event.name ?? "world";
  console.log(`Greeting ${name}, invocation ${started} of this environment`);
  return {
    statusCode: 200,
    body: JSON.stringify({ message: `Hello, ${name}!` }),
  };
};
)"},
     {"events/hello.json", R"({
  "name": "Ada"
}
)"}}};

constexpr std::array<BlueprintFile, 2> kUpload{
    {{"@FOLDER@/app.py", R"(from urllib.parse import unquote_plus


def handler(event, context):
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = unquote_plus(record["s3"]["object"]["key"])
        size = record["s3"]["object"].get("size", 0)
        print(f"New object {key} in {bucket}: {size} bytes")
    return len(event["Records"])
)"},
     {"events/put.json", R"({
  "Records": [
    {
      "eventVersion": "2.1",
      "eventSource": "aws:s3",
      "awsRegion": "us-east-1",
      "eventTime": "2026-01-05T09:00:00.123Z",
      "eventName": "ObjectCreated:Put",
      "s3": {
        "s3SchemaVersion": "1.0",
        "configurationId": "uploads",
        "bucket": {
          "name": "Uploads",
          "arn": "arn:aws:s3:::Uploads"
        },
        "object": {
          "key": "holiday/beach+at+noon.jpg",
          "size": 184320,
          "eTag": "0123456789abcdef0123456789abcdef",
          "sequencer": "0055AED6DCD90281E5"
        }
      }
    }
  ]
}
)"}}};

constexpr std::array<BlueprintFile, 3> kApi{{{"@FOLDER@/app.py", R"(import json

notes = {}  # only in this environment: another one has its own


def answer(status, body):
    return {
        "statusCode": status,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps(body),
    }


def handler(event, context):
    method = event["requestContext"]["http"]["method"]
    if method == "POST":
        note = json.loads(event.get("body") or "{}")
        notes[str(len(notes) + 1)] = note
        return answer(201, note)
    return answer(200, list(notes.values()))
)"},
                                             {"events/get-notes.json", R"({
  "version": "2.0",
  "routeKey": "GET /notes",
  "rawPath": "/notes",
  "rawQueryString": "",
  "headers": {
    "accept": "application/json"
  },
  "requestContext": {
    "http": {
      "method": "GET",
      "path": "/notes",
      "protocol": "HTTP/1.1",
      "sourceIp": "203.0.113.7",
      "userAgent": "browser"
    },
    "routeKey": "GET /notes",
    "stage": "$default"
  },
  "isBase64Encoded": false
}
)"},
                                             {"events/post-note.json", R"({
  "version": "2.0",
  "routeKey": "POST /notes",
  "rawPath": "/notes",
  "rawQueryString": "",
  "headers": {
    "content-type": "application/json"
  },
  "requestContext": {
    "http": {
      "method": "POST",
      "path": "/notes",
      "protocol": "HTTP/1.1",
      "sourceIp": "203.0.113.7",
      "userAgent": "browser"
    },
    "routeKey": "POST /notes",
    "stage": "$default"
  },
  "body": "{\"text\": \"Water the plants\"}",
  "isBase64Encoded": false
}
)"}}};

constexpr std::array<BlueprintFile, 2> kScheduled{
    {{"@FOLDER@/app.py", R"(from datetime import datetime, timezone


def handler(event, context):
    fired = event.get("time", "now")
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    print(f"Scheduled for {fired}, running at {now}")
    return "done"
)"},
     {"events/scheduled.json", R"({
  "version": "0",
  "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
  "detail-type": "Scheduled Event",
  "source": "aws.events",
  "account": "123456789012",
  "time": "2026-01-05T09:00:00Z",
  "region": "us-east-1",
  "resources": [
    "arn:aws:events:us-east-1:123456789012:rule/EveryQuarterHour"
  ],
  "detail": {}
}
)"}}};

constexpr std::array<BlueprintFile, 2> kWorker{{{"@FOLDER@/app.py", R"(import json


def handler(event, context):
    failed = []
    for record in event["Records"]:
        try:
            order = json.loads(record["body"])
            print(f"Order {order['id']}: {order['amount']}")
        except (KeyError, ValueError) as problem:
            print(f"Message {record['messageId']} failed: {problem}")
            failed.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failed}
)"},
                                                {"events/message.json", R"({
  "Records": [
    {
      "messageId": "19dd0b57-b21e-4ac1-bd88-01bbb068cb78",
      "receiptHandle": "MessageReceiptHandle",
      "body": "{\"id\": 17, \"amount\": \"12.50\"}",
      "attributes": {
        "ApproximateReceiveCount": "1",
        "SentTimestamp": "1767603600123",
        "SenderId": "123456789012",
        "ApproximateFirstReceiveTimestamp": "1767603600223"
      },
      "messageAttributes": {},
      "md5OfBody": "6d1cca4e56ce2a0ff0a66aa9c4b2ba43",
      "eventSource": "aws:sqs",
      "eventSourceARN": "arn:aws:sqs:us-east-1:123456789012:Orders",
      "awsRegion": "us-east-1"
    }
  ]
}
)"}}};

constexpr std::array<BlueprintFile, 2> kSubscriber{
    {{"@FOLDER@/app.py", R"(def handler(event, context):
    for record in event["Records"]:
        message = record["Sns"]
        print(f"{message.get('Subject') or 'No subject'}: {message['Message']}")
)"},
     {"events/notification.json", R"({
  "Records": [
    {
      "EventVersion": "1.0",
      "EventSubscriptionArn": "arn:aws:sns:us-east-1:123456789012:News:2bcfbf39-05c3-41de-beaa-fcfcc21c8f55",
      "EventSource": "aws:sns",
      "Sns": {
        "Type": "Notification",
        "MessageId": "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
        "TopicArn": "arn:aws:sns:us-east-1:123456789012:News",
        "Subject": "Hello",
        "Message": "The library closes at six today.",
        "Timestamp": "2026-01-05T09:00:00.123Z",
        "MessageAttributes": {}
      }
    }
  ]
}
)"}}};

constexpr std::array<BlueprintFile, 1> kEmpty{{{"@FOLDER@/app.py", R"(def handler(event, context):
    return event
)"}}};

constexpr std::string_view kHelloParts = R"({
  "Metadata": {"Work": {"Duration": {"LogNormal": {"Median": "40ms", "P99": "160ms"}}},
               "Response": {"statusCode": 200, "body": "{\"message\": \"Hello, Ada!\"}"}},
  "Coldstart": {"Scenarios": {"A quiet morning": {
    "Description": "Now and then somebody says hello. Look at the pauses that are long enough to lose the warm environment.",
    "Until": "1h",
    "Load": [{"Function": "@ID@", "Event": "events/hello.json",
              "Arrivals": {"Poisson": {"PerSecond": 0.005}}}]}}}
})";

constexpr std::array<BlueprintFiles, 8> kBlueprints{{
    {"hello-python", "python3.13", "app.handler", kHelloParts, kHelloPython},
    {"hello-node", "nodejs22.x", "index.handler", kHelloParts, kHelloNode},
    {"s3-upload", "python3.13", "app.handler", R"json({
  "Properties": {"MemorySize": 512, "Timeout": 30,
    "Events": {"Upload": {"Type": "S3", "Properties": {"Bucket": {"Ref": "Uploads"}, "Events": "s3:ObjectCreated:*"}}}},
  "Metadata": {"Work": {"Duration": {"LogNormal": {"Median": "700ms", "P99": "3s"}}}, "Response": 1},
  "Resources": {"Uploads": {"Type": "AWS::S3::Bucket"}},
  "Coldstart": {"Scenarios": {"Photos after a trip": {
    "Description": "Forty photos arrive within two seconds. S3 invokes asynchronously, so each finds or starts an environment of its own.",
    "Until": "2m",
    "Load": [{"Trigger": "@ID@/Upload", "Event": "events/put.json",
              "Arrivals": {"Burst": {"Requests": 40, "Over": "2s", "Start": "5s"}}}]}}}
})json",
     kUpload},
    {"api-backend", "python3.13", "app.handler", R"json({
  "Properties": {"MemorySize": 256, "Timeout": 10,
    "Events": {"List": {"Type": "HttpApi", "Properties": {"Path": "/notes", "Method": "get"}},
               "Add": {"Type": "HttpApi", "Properties": {"Path": "/notes", "Method": "post"}}}},
  "Metadata": {"Work": {"Duration": {"LogNormal": {"Median": "35ms", "P99": "250ms"}}},
               "Response": {"statusCode": 200, "body": "[]"}},
  "Coldstart": {"Scenarios": {"A working day": {
    "Description": "Requests climb for ten minutes. Look at the cold starts that every step up costs.",
    "Until": "10m",
    "Load": [{"Trigger": "GET /notes", "Event": "events/get-notes.json",
              "Arrivals": {"Ramp": {"From": 1, "To": 40, "Over": "10m"}}},
             {"Trigger": "POST /notes", "Event": "events/post-note.json",
              "Arrivals": {"Poisson": {"PerSecond": 2}}}]}}}
})json",
     kApi},
    {"scheduled-job", "python3.13", "app.handler", R"json({
  "Properties": {"Timeout": 60,
    "Events": {"EveryQuarterHour": {"Type": "Schedule", "Properties": {"Schedule": "rate(15 minutes)"
    }
  }
}
}
, "Metadata" : {
  "Work" : {"Duration" : {"LogNormal" : {"Median" : "2s", "P99" : "8s"}}},
  "Response" : "done"
},
               "Coldstart" : {
  "Scenarios" : {
    "One day" : {
      "Description": "The job runs every quarter of an hour. An environment rarely waits that long, so nearly every run is a cold start.",
    "Until": "1d",
    "Load": [{"Trigger": "@ID@/EveryQuarterHour", "Event": "events/scheduled.json"}]
    }
  }
}
})json",
     kScheduled},
    {"sqs-worker", "python3.13", "app.handler", R"json({
  "Properties": {"Timeout": 30,
    "Events": {"Work": {"Type": "SQS", "Properties": {"Queue": {"Fn::GetAtt": ["Orders", "Arn"]}, "BatchSize": 10,
               "FunctionResponseTypes": ["ReportBatchItemFailures"]}}}},
  "Metadata": {"Work": {"Duration": {"LogNormal": {"Median": "300ms", "P99": "1500ms"}}},
               "Response": {"batchItemFailures": []}},
  "Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": 180}}},
  "Coldstart": {"Scenarios": {"Orders": {
    "Description": "Messages arrive steadily, and pollers bring them in batches. Look at how few environments carry them.",
    "Until": "10m",
    "Load": [{"Trigger": "@ID@/Work", "Event": "events/message.json",
              "Arrivals": {"Poisson": {"PerSecond": 5}}}]}}}
})json",
     kWorker},
    {"sns-subscriber", "python3.13", "app.handler", R"json({
  "Properties": {
    "Events": {"News": {"Type": "SNS", "Properties": {"Topic": {"Ref": "News"}}}}},
  "Metadata": {"Work": {"Duration": {"LogNormal": {"Median": "60ms", "P99": "400ms"}}}},
  "Resources": {"News": {"Type": "AWS::SNS::Topic"}},
  "Coldstart": {"Scenarios": {"A few messages": {
    "Description": "A message is published every twenty seconds. After the first one the environment stays warm.",
    "Until": "5m",
    "Load": [{"Trigger": "@ID@/News", "Event": "events/notification.json",
              "Arrivals": {"Constant": {"PerSecond": 0.05}}}]}}}
})json",
     kSubscriber},
    {"empty", "python3.13", "app.handler", "{}", kEmpty},
}};

}  // namespace

const BlueprintFiles* blueprintFiles(std::string_view id) {
  for (const BlueprintFiles& row : kBlueprints) {
    if (row.id == id) return &row;
  }
  return nullptr;
}

}  // namespace coldstart::project
