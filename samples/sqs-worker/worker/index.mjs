// Fetches the page of each job. Only the failed jobs of a batch go back to the queue.
export const handler = async (event) => {
  const results = await Promise.allSettled(event.Records.map(work));
  const batchItemFailures = event.Records
    .filter((_, i) => results[i].status === "rejected")
    .map(({ messageId }) => ({ itemIdentifier: messageId }));
  console.log(`${event.Records.length} jobs, ${batchItemFailures.length} to be tried again`);
  return { batchItemFailures };
};

const work = async ({ body }) => {
  const { job, url } = JSON.parse(body);
  const page = await fetch(url);
  if (!page.ok) throw new Error(`job ${job}: ${url} answered ${page.status}`);
  return (await page.text()).length;
};
