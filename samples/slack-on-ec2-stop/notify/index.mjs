// Posts one line to a Slack channel for each instance that has stopped.
const webhook = process.env.SLACK_WEBHOOK_URL;

export const handler = async (event) => {
  const { "instance-id": instance, state } = event.detail;
  const text = `${instance} in ${event.region} is ${state} since ${event.time}`;
  const answer = await fetch(webhook, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text }),
  });
  // An error here makes Lambda try again: twice, after one and after two minutes.
  if (!answer.ok) throw new Error(`Slack answered ${answer.status}`);
  console.log(`posted: ${instance} is ${state}`);
};
