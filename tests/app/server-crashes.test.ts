import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { INJECTION, LARGE } from '../action/model-scene.ts';
import { setStage } from '../action/run-action.ts';
import { pullRequestEvent } from '../fakes/github/events.ts';
import { type PostgresServer, startPostgres } from '../store/start-postgres.ts';
import { expectOneVoice } from './one-voice.ts';
import { until } from './service-scene.ts';
import { installApp, startService } from './start-service.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

const CRITICAL = { 'src/users.js': `${INJECTION}${LARGE}` };
const CLAIM = 'POST /repos/{owner}/{repo}/statuses/{sha}';
let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

describe('R34 duplicate deliveries', () => {
  it('a hundred copies of one to two processes on one database: one review', async () => {
    const installed = installApp(await setStage({ after: CRITICAL }));
    const { fake, pull } = installed.stage;
    const database = { DATABASE_URL: await server.createDatabase() };
    const services = [await startService(installed, database), await startService(installed, database)];
    const event = pullRequestEvent(fake, pull, 'opened');
    const outcomes: string[] = [];
    await Promise.all(
      services.map(async (service) => {
        for (let copy = 0; copy < 50; copy += 1) outcomes.push(await service.deliver(event, 'the-same'));
      }),
    );
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(99);
    await until(async () => (await services[0]?.look())?.open === 0);
    expect(await services[1]?.look()).toMatchObject({ states: ['done'], dead: 0 });
    expectOneVoice(installed, pull);
    expect(fake.statuses.map(({ state }) => state)).toEqual(['pending', 'failure']);
  });
});

describe('R35 the database is killed in the middle of a review', () => {
  it('and comes back: one comment, one final status, one ended check run, no lost job', async () => {
    const installed = installApp(await setStage({ after: CRITICAL }));
    const { fake, pull } = installed.stage;
    const service = await startService(installed, { DATABASE_URL: await server.createDatabase() });
    let crashed: Promise<void> | null = null;
    const action = () => {
      crashed = server.crash();
    };
    fake.script({ route: CLAIM, effect: { kind: 'first', action } });
    await service.deliver(pullRequestEvent(fake, pull, 'opened'), 'delivery-1');
    await until(() => crashed !== null);
    await crashed;
    await until(async () => (await service.look()).open === 0);
    expect(await service.look()).toMatchObject({ states: ['done'], dead: 0 });
    expectOneVoice(installed, pull);
  });

  it('the worker too: another process takes the job up', async () => {
    const installed = installApp(await setStage({ after: CRITICAL }));
    const { fake, pull } = installed.stage;
    const database = { DATABASE_URL: await server.createDatabase() };
    const first = await startService(installed, database);
    let died: Promise<void> | null = null;
    const action = () => {
      died = first.kill();
    };
    fake.script({ route: 'POST /graphql', effect: { kind: 'first', action } });
    await first.deliver(pullRequestEvent(fake, pull, 'opened'), 'delivery-1');
    await until(() => died !== null);
    await died;
    await server.crash();
    const second = await startService(installed, database);
    await until(async () => (await second.look()).open === 0);
    expect(await second.look()).toMatchObject({ states: ['done'], dead: 0 });
    expectOneVoice(installed, pull);
  });
});
