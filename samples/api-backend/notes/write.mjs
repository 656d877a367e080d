import { randomUUID } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { answer, database, table } from "./table.mjs";

export const handler = async (event) => {
  const { text } = JSON.parse(event.body);
  if (!text) return answer(400, { message: "A note needs a text." });
  const note = { id: randomUUID(), text };
  await database.send(new PutCommand({ TableName: table, Item: note }));
  return answer(201, note);
};
