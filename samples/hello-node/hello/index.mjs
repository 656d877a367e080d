// Module scope: runs once per execution environment, before its first request.
const startedAt = new Date().toISOString();
let requests = 0;

export const handler = async (event) => {
  requests += 1;
  console.log(`request ${requests} of the environment that started at ${startedAt}`);
  return {
    statusCode: 200,
    body: JSON.stringify({ message: `Hello, ${event.name ?? "world"}!`, requests }),
  };
};
