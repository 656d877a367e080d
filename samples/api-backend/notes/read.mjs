import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { answer, database, table } from "./table.mjs";

export const handler = async (event) => {
  const { id } = event.pathParameters;
  const { Item: note } = await database.send(new GetCommand({ TableName: table, Key: { id } }));
  return note ? answer(200, note) : answer(404, { message: `There is no note ${id}.` });
};
