import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { signedDelivery } from '../../src/entry/send-webhook/sign-delivery.ts';
import { setStage } from '../action/run-action.ts';
import { temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { pullRequestEvent } from '../fakes/github/events.ts';
import { type PostgresServer, startPostgres } from '../store/start-postgres.ts';
import { runProcess } from './run-process.ts';
import { send } from './send.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

describe('R34 several processes on one database', () => {
  it('take 100 copies of one delivery, and two of another id, as one review', async () => {
    const { fake, pull } = await setStage({ after: { 'src/a.ts': 'export const a = 1;\n' } });
    const app = fake.addApp({ slug: 'reviewer' });
    const { id } = fake.installApp({ app, account: 'octo' });
    const secret = app.webhookSecret ?? '';
    const database = await server.createDatabase();
    const environment = {
      APP_ID: String(app.id),
      PRIVATE_KEY: app.privateKey,
      WEBHOOK_SECRET: secret,
      DATABASE_URL: database,
      DATA_FOLDER: temporaryFolder(),
      PORT: '0',
      GITHUB_API_URL: fake.url,
      GITHUB_GRAPHQL_URL: fake.graphqlUrl,
      GITHUB_SERVER_URL: fake.serverUrl,
      WRITE_SPACING_MS: '0',
    };
    const start = async (role: string) => {
      const process = runProcess('app.js', ['--role', role], environment);
      const [, url = ''] = await process.wrote(
        new RegExp(`"url":"([^"]+)","role":"${role}","database":"server"`),
      );
      return { ...process, url };
    };
    const webs = await Promise.all([start('web'), start('web')]);

    const opened = pullRequestEvent(fake, pull, 'opened');
    const payload = { installation: { id }, ...opened.payload };
    const copy = (deliveryId: string) => signedDelivery({ secret, event: opened.name, payload, deliveryId });
    const [one, ...others] = [randomUUID(), randomUUID(), randomUUID()];
    const copies = [...Array.from({ length: 100 }, () => copy(one)), ...others.map(copy)];
    const answers = await Promise.all(
      copies.map((sent, index) => send(`${webs[index % 2]?.url}/webhooks`, { method: 'POST', ...sent })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));

    const client = new pg.Client(database);
    await client.connect();
    onTestFinished(() => client.end());
    const count = async (query: string) => Number((await client.query(query)).rows[0].count);
    expect(await count('select count(*) from review')).toBe(1);
    expect(await count(`select count(*) from pgboss.job where data->>'reviewId' is not null`)).toBe(1);

    const worker = await start('worker');
    // It takes no webhooks.
    expect((await send(`${worker.url}/webhooks`, { method: 'POST', ...copy(one) })).status).toBe(404);
    await vi.waitFor(() => expect(fake.statuses.at(-1)?.state).toBe('success'), {
      timeout: 90_000,
      interval: 50,
    });
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    expect(fake.statuses.map(({ state }) => state)).toEqual(['pending', 'success']);
    expect(fake.comments.filter((comment) => comment.user.id === app.bot.id)).toHaveLength(1);
  });
});
