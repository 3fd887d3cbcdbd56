import { accept, openAll } from './fixtures.ts';

/**
 * A process that works on a database until it is killed. Says each thing it did, after it was done.
 * Arguments: the location as JSON; `hold` to take one job and wait, `accept` to take deliveries in without end.
 */
const [location = '{}', task] = process.argv.slice(2);
const opened = await openAll(JSON.parse(location));
process.stdout.write('open\n');
if (task === 'hold') {
  const [held] = await opened.queue.take(1);
  if (held !== undefined) {
    await opened.store.of(held.job).start(held.job.reviewId, held.attempt, 'child');
    process.stdout.write(`${held.job.reviewId}\n`);
  }
} else {
  for (let pullNumber = 1; ; pullNumber += 1)
    process.stdout.write(`${await accept(opened, { pullNumber })}\n`);
}
