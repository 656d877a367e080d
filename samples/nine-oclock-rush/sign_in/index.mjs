import { createHmac, scryptSync, timingSafeEqual } from "node:crypto";

// Expensive on purpose, and done once per environment: this is what init time looks like.
const salt = "example-only";
const users = new Map([["ada", scryptSync("correct horse", salt, 32)]]);
const answer = (statusCode, content) => ({ statusCode, body: JSON.stringify(content) });

export const handler = async (event) => {
  const { name, password } = JSON.parse(event.body ?? "{}");
  const known = users.get(name);
  const right = known && timingSafeEqual(known, scryptSync(String(password), salt, 32));
  if (!right) return answer(401, { message: "Name or password is wrong." });
  return answer(200, { token: createHmac("sha256", salt).update(name).digest("hex") });
};
