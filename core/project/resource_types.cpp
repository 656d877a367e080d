// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/resource_types.h"

#include <array>

namespace coldstart::project {
namespace {

constexpr std::array<ResourceType, 20> kTypes{{
    {kServerlessFunction, "FunctionName", "", "arn:aws:lambda:{r}:{a}:function:{n}", true},
    {kLambdaFunction, "FunctionName", "", "arn:aws:lambda:{r}:{a}:function:{n}", true},
    {"AWS::S3::Bucket", "BucketName", "", "arn:aws:s3:::{n}", true},
    {"AWS::SQS::Queue", "QueueName", "https://sqs.{r}.amazonaws.com/{a}/{n}",
     "arn:aws:sqs:{r}:{a}:{n}", true},
    {"AWS::SNS::Topic", "TopicName", "arn:aws:sns:{r}:{a}:{n}", "arn:aws:sns:{r}:{a}:{n}", true},
    {"AWS::DynamoDB::Table", "TableName", "", "arn:aws:dynamodb:{r}:{a}:table/{n}", false},
    {"AWS::Serverless::SimpleTable", "TableName", "", "arn:aws:dynamodb:{r}:{a}:table/{n}", false},
    {"AWS::Kinesis::Stream", "Name", "", "arn:aws:kinesis:{r}:{a}:stream/{n}", true},
    {"AWS::IAM::Role", "RoleName", "", "arn:aws:iam::{a}:role/{n}", false},
    {"AWS::Events::Rule", "Name", "", "arn:aws:events:{r}:{a}:rule/{n}", true},
    {"AWS::Events::EventBus", "Name", "", "arn:aws:events:{r}:{a}:event-bus/{n}", true},
    {"AWS::Scheduler::Schedule", "Name", "", "arn:aws:scheduler:{r}:{a}:schedule/default/{n}",
     true},
    {"AWS::Logs::LogGroup", "LogGroupName", "", "arn:aws:logs:{r}:{a}:log-group:{n}:*", true},
    {"AWS::Serverless::Api", "Name", "", "", true},
    {"AWS::Serverless::HttpApi", "Name", "", "", true},
    {"AWS::ApiGateway::RestApi", "Name", "", "", true},
    {"AWS::ApiGatewayV2::Api", "Name", "", "", true},
    {"AWS::Serverless::StateMachine", "Name", "arn:aws:states:{r}:{a}:stateMachine:{n}",
     "arn:aws:states:{r}:{a}:stateMachine:{n}", false},
    {"AWS::StepFunctions::StateMachine", "StateMachineName",
     "arn:aws:states:{r}:{a}:stateMachine:{n}", "arn:aws:states:{r}:{a}:stateMachine:{n}", false},
    {"AWS::CloudWatch::Alarm", "AlarmName", "", "arn:aws:cloudwatch:{r}:{a}:alarm:{n}", false},
}};

}  // namespace

const ResourceType* resourceType(std::string_view type) {
  for (const ResourceType& row : kTypes) {
    if (row.type == type) return &row;
  }
  return nullptr;
}

}  // namespace coldstart::project
