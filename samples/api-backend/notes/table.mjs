import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

// One client an environment: its connections stay open while the environment is frozen and thawed.
export const table = process.env.TABLE;
export const database = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const answer = (statusCode, content) => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(content),
});
