import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeChores } from '../../src/adapters/store/make-chores.ts';
import { silentLog } from '../../src/entry/system-ports.ts';
import { ForgeError } from '../../src/errors.ts';

import type { FailedDelivery, ReviewStore } from '../../src/ports.ts';
import { type RedeliveryNote, redeliverFailed } from '../../src/service/worker/redeliver-failed.ts';
import { sweep } from '../../src/service/worker/start-sweep.ts';
import { startWorker } from '../../src/service/worker/start-worker.ts';
import { INJECTION, LARGE } from '../action/model-scene.ts';
import { opened, PUBLIC_URL, type ServiceScene, setService, shareDatabase } from './service-scene.ts';

const CRITICAL = { 'src/users.js': `${INJECTION}${LARGE}` };
const SIGNAL = new AbortController().signal;

shareDatabase();

const sweepOf = ({ world, database }: ServiceScene, isFirst = false) =>
  sweep({ ...world, database, retentionDays: 90 }, { isFirst, signal: SIGNAL });

/** As if the worker that holds the job had not been heard of for a minute. */
const loseWorker = ({ database }: ServiceScene) =>
  database.query("update pgboss.job set heartbeat_on = now() - interval '1 minute' where state = 'active'");

/** A review whose worker died after it had claimed the commit: as long ago, and with its job in that state. */
async function abandoned(scene: ServiceScene, seconds: number, isDead: boolean): Promise<void> {
  const { stage, app, installation, database } = scene;
  await scene.accept(opened(scene));
  const [review] = await scene.reviews();
  if (review === undefined) throw new Error('no review');
  const [held] = await scene.queue.take(1);
  if (held === undefined) throw new Error('no job');
  const tenant = scene.store.of(review);
  await tenant.start(review.id, 1, 'dead:1');
  const token = await scene.world.host.mintToken(
    {
      installationId: installation.id,
      repositoryId: review.repositoryId,
      permissions: { statuses: 'write', checks: 'write' },
    },
    SIGNAL,
  );
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${stage.fake.url}/repos/octo/shop${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { readonly id: number };
  };
  const { headSha } = stage.pull;
  const context = 'multi-agent-review';
  const target = `${PUBLIC_URL}/reviews/${review.id}`;
  const status = await post(`/statuses/${headSha}`, {
    state: 'pending',
    context,
    description: 'reviewing',
    target_url: target,
  });
  await post('/check-runs', {
    name: `${context} report`,
    head_sha: headSha,
    status: 'in_progress',
    external_id: `pull-request:7:${review.id}`,
  });
  await tenant.mark(review.id, { statusId: status.id, statusAuthorId: app.bot.id, headSha });
  await database.query('update review set beat_at = now() - make_interval(secs => $1)', [seconds]);
  if (!isDead) return;
  await database.query('update pgboss.job set retry_count = retry_limit where id::text = $1', [held.id]);
  await scene.queue.fail({ ...held, attempt: 3, isLastAttempt: true }, 'The review process ended.');
}

describe('R35 what a worker that died left behind', () => {
  it('is ended when its job was given up: error status, ended check run, failed review', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    await abandoned(scene, 90, true);
    await sweepOf(scene);
    expect(scene.stage.statuses()).toEqual([
      'pending: reviewing',
      'error: crashed: the review did not finish; run it again',
    ]);
    expect(scene.stage.fake.checkRuns).toMatchObject([
      { status: 'completed', conclusion: 'action_required' },
    ]);
    expect(await scene.reviews()).toMatchObject([{ state: 'failed' }]);
    expect(await scene.store.orphans(0)).toEqual([]);
    await sweepOf(scene);
    expect(scene.stage.statuses()).toHaveLength(2);
  });

  it('is left to its job while that comes back, for ten minutes', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    await abandoned(scene, 300, false);
    await sweepOf(scene);
    expect(scene.stage.statuses()).toEqual(['pending: reviewing']);
    await scene.database.query("update review set beat_at = now() - interval '11 minutes'");
    await loseWorker(scene);
    await sweepOf(scene);
    expect(scene.stage.statuses()).toHaveLength(2);
    expect(await scene.reviews()).toMatchObject([{ state: 'failed' }]);
    // It comes back, but not before the word about it was written.
    expect(await scene.queue.take(1)).toEqual([]);
    expect(await scene.queue.depth()).toMatchObject({ waiting: 1, dead: 0 });
  });

  it('is left to the try that has just begun', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    await abandoned(scene, 660, false);
    await sweepOf(scene);
    expect(scene.stage.statuses()).toEqual(['pending: reviewing']);
    expect(await scene.reviews()).toMatchObject([{ state: 'running' }]);
  });

  it('is left to its job when the service was away as a whole', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    await abandoned(scene, 6_000, false);
    await loseWorker(scene);
    await sweepOf(scene, true);
    expect(scene.stage.statuses()).toEqual(['pending: reviewing']);
    const [again] = await scene.queue.take(1);
    expect(again?.attempt).toBe(2);
  });

  it('is left to its next try after one that failed, also while that waits', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    await abandoned(scene, 0, false);
    const [review] = await scene.reviews();
    if (review === undefined) throw new Error('no review');
    const failed = { state: 'failed', reason: 'Try 1 failed.', report: null, commentUrl: null } as const;
    await scene.store.of(review).end(review.id, failed);
    await scene.database.query(
      "update review set finished_at = now() - interval '2 minutes'; update pgboss.job set state = 'retry'",
    );
    await sweepOf(scene);
    expect(scene.stage.statuses()).toEqual(['pending: reviewing']);
  });

  it('is ended at the next round when GitHub does not take our signature for a moment', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    await abandoned(scene, 90, true);
    const route = 'GET /repos/{owner}/{repo}/installation';
    scene.stage.fake.script({ route, times: 1, effect: { kind: 'fail', status: 401 } });
    await sweepOf(scene);
    expect(scene.stage.statuses()).toEqual(['pending: reviewing']);
    await scene.database.query("update review set finished_at = now() - interval '2 minutes'");
    await sweepOf(scene);
    expect(scene.stage.statuses()).toHaveLength(2);
  });

  it('is ended at the next round when its check run could not be ended', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    await abandoned(scene, 90, true);
    const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
    scene.stage.fake.script({ route, times: 3, effect: { kind: 'fail', status: 500 } });
    await sweepOf(scene);
    await scene.database.query("update review set finished_at = now() - interval '2 minutes'");
    await sweepOf(scene);
    expect(scene.stage.fake.checkRuns).toMatchObject([
      { status: 'completed', conclusion: 'action_required' },
    ]);
    expect(scene.stage.statuses()).toHaveLength(2);
  });

  it('is a check run that GitHub did not take the end of: it gets the result of the review', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
    scene.stage.fake.script({ route, times: 3, effect: { kind: 'fail', status: 502 } });
    await scene.accept(opened(scene));
    await scene.work();
    expect(scene.stage.fake.checkRuns).toMatchObject([{ status: 'in_progress' }]);
    await scene.database.query("update review set finished_at = now() - interval '2 minutes'");
    await sweepOf(scene);
    expect(scene.stage.fake.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
    expect(scene.stage.statuses()).toHaveLength(2);
    expect(await scene.reviews()).toMatchObject([{ state: 'done' }]);
    expect(await scene.store.orphans(0)).toEqual([]);
  });

  it('is said also where it never got as far as a status', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    await scene.accept(opened(scene));
    const [review] = await scene.reviews();
    const [held] = await scene.queue.take(1);
    if (review === undefined || held === undefined) throw new Error('no review');
    await scene.store.of(review).start(review.id, 3, 'test:1');
    const failed = { state: 'failed', reason: 'GitHub was away.', report: null, commentUrl: null } as const;
    await scene.store.of(review).end(review.id, failed);
    await scene.queue.complete(held);
    await scene.database.query("update review set finished_at = now() - interval '2 minutes'");
    await sweepOf(scene);
    expect(scene.stage.statuses()).toEqual(['error: crashed: the review did not finish; run it again']);
    expect(await scene.store.orphans(0)).toEqual([]);
  });

  it('is nothing when it died right after the end: the check run keeps its result', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    const { store } = scene.world;
    let isDead = false;
    const dying: ReviewStore = {
      ...store,
      of: (tenant) => {
        const whole = store.of(tenant);
        return {
          ...whole,
          end: async (id, end) => {
            isDead = true;
            return whole.end(id, end);
          },
          mark: async (id, marks) => (isDead ? undefined : whole.mark(id, marks)),
        };
      },
    };
    await scene.accept(opened(scene));
    const worker = startWorker({ ...scene.world, store: dying });
    await scene.idle();
    await worker.stop(10_000);
    await scene.database.query("update review set finished_at = now() - interval '2 minutes'");
    await sweepOf(scene);
    expect(scene.stage.fake.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
  });

  it('stays as it is where somebody said something later', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    await abandoned(scene, 90, true);
    const { fake, pull } = scene.stage;
    fake.addToken({ token: 'other' });
    await fetch(`${fake.url}/repos/octo/shop/statuses/${pull.headSha}`, {
      method: 'POST',
      headers: { authorization: 'Bearer other', 'content-type': 'application/json' },
      body: JSON.stringify({ state: 'success', context: 'multi-agent-review', description: 'overridden' }),
    });
    await sweepOf(scene);
    expect(scene.stage.statuses().at(-1)).toBe('success: overridden');
  });
});

describe('a dead letter', () => {
  it('calls for nobody any more when its pull request was reviewed since, or is gone', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    await abandoned(scene, 90, true);
    await sweepOf(scene);
    expect((await scene.queue.depth()).dead).toBe(1);
    await scene.database.query(
      `insert into review (installation_id, repository_id, pull_number, config_digest, trigger, occasion, title, author,
         request, state) select installation_id, repository_id, pull_number + 1, 'x', 'rerun', 'x', '', '', '{}', 'done'
       from review`,
    );
    await sweepOf(scene);
    expect((await scene.queue.depth()).dead).toBe(1);
    await scene.database.query("update review set pull_number = pull_number - 1 where state = 'done'");
    await sweepOf(scene);
    expect((await scene.queue.depth()).dead).toBe(0);
  });
});

describe('deliveries that failed', () => {
  it('are asked for again, once, and make their review', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    const { fake } = scene.stage;
    let isUp = false;
    const arrived: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', async () => {
        const id = String(request.headers['x-github-delivery']);
        if (isUp) {
          arrived.push(id);
          await scene.accept(
            { name: 'pull_request', payload: JSON.parse(body) as Record<string, unknown> },
            id,
          );
        }
        response.writeHead(isUp ? 202 : 503).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await fake.deliver(opened(scene), { url, guid: 'missed-1' });
    scene.app.hookUrl = url;
    isUp = true;
    await sweepOf(scene);
    await fake.idle();
    await sweepOf(scene);
    await fake.idle();
    expect(arrived).toEqual(['missed-1']);
    expect(await scene.reviews()).toMatchObject([{ state: 'queued' }]);
  });

  it('are asked for three times at most, and none of other events', async () => {
    const asked: string[] = [];
    const failed: FailedDelivery = {
      id: '1',
      guid: 'a',
      event: 'pull_request',
      action: 'opened',
      deliveredAt: 1_000_000_000_000,
      statusCode: 500,
      installationId: 1,
      repositoryId: 2,
    };
    const sinces: number[] = [];
    const host = {
      failedDeliveries: async (since: number) => {
        sinces.push(since);
        return [failed, { ...failed, id: '2', guid: 'b', event: 'ping' }];
      },
      redeliver: async (id: string) => void asked.push(id),
    };
    let note: RedeliveryNote | null = null;
    for (let round = 0; round < 5; round += 1)
      note = await redeliverFailed(
        note,
        1_000_000_000_000 + round * 60_000,
        { host, log: silentLog },
        SIGNAL,
      );
    expect(asked).toEqual(['1', '1', '1']);
    expect(sinces[0]).toBe(1_000_000_000_000 - 3 * 86_400_000);
    expect(sinces[2]).toBe(1_000_000_000_000 + 60_000 - 600_000);
  });
});

describe('a delivery that GitHub does not send again', () => {
  const failed = ['a', 'b', 'c'].map((guid, index) => ({
    id: String(index),
    guid,
    event: 'pull_request',
    action: 'opened',
    deliveredAt: 1_000_000_000_000 + index,
    statusCode: 500,
    installationId: 1,
    repositoryId: 2,
  }));
  const look = async (note: RedeliveryNote | null, answer: (id: string) => number) => {
    const asked: string[] = [];
    const host = {
      failedDeliveries: async () => failed,
      redeliver: async (id: string) => {
        asked.push(id);
        const status = answer(id);
        const code = status === 422 ? 'forge-refused' : 'forge-unavailable';
        if (status !== 202) throw new ForgeError(code, 'no', 'wait', { status, maybeDone: false });
      },
    };
    const next = await redeliverFailed(note, 1_000_000_001_000, { host, log: silentLog }, SIGNAL);
    return { asked, next };
  };

  it('does not keep it from the others', async () => {
    const { asked } = await look(null, (id) => (id === '0' ? 422 : 202));
    expect(asked).toEqual(['0', '1', '2']);
  });

  it('because it is away is asked for at the next look, without a try lost and those before asked again for nothing', async () => {
    let note: RedeliveryNote | null = null;
    for (let round = 0; round < 5; round += 1)
      note = (await look(note, (id) => (id === '1' ? 502 : 202))).next;
    expect(note).toMatchObject({ since: failed[1]?.deliveredAt, tries: { a: 3, b: 0 } });
    expect((await look(note, () => 202)).asked).toEqual(['1', '2']);
  });
});

describe('an installation whose end we missed', () => {
  const DAY_MS = 86_400_000;
  /** Two installations with a review each, one of which GitHub does not know any more; the first look is done. */
  const missed = async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    const { fake, repository } = scene.stage;
    await scene.accept(opened(scene));
    fake.addRepository({ name: 'acme/tools', directory: repository.directory });
    const gone = fake.installApp({ app: scene.app, account: 'acme' });
    const account = { id: 900, login: 'acme', type: 'Organization' } as const;
    await scene.accept({
      name: 'installation',
      payload: { action: 'created', installation: { id: gone.id, account }, repositories: [] },
    });
    const look = (afterDays: number, more: Partial<ServiceScene['world']> = {}) => {
      const clock = { ...scene.world.clock, now: () => Date.now() + afterDays * DAY_MS };
      const world = { ...scene.world, ...more, clock };
      return sweep(
        { ...world, database: scene.database, retentionDays: 90 },
        { isFirst: false, signal: SIGNAL },
      );
    };
    await look(0);
    fake.uninstall(gone);
    const known = () => scene.store.installations();
    const both = [scene.installation.id, gone.id].sort((a, b) => a - b);
    return { scene, look, known, both };
  };

  it('is deleted at the next look of a day, and nothing of the others', async () => {
    const { scene, look, known, both } = await missed();
    await look(0.9);
    expect(await known()).toEqual(both);
    await look(1.1);
    expect(await known()).toEqual([scene.installation.id]);
    expect(await scene.reviews()).toHaveLength(1);
  });

  it('is kept while GitHub does not list to the end, or cannot say for certain', async () => {
    const { scene, look, known, both } = await missed();
    const { fake } = scene.stage;
    fake.script({ route: 'GET /app/installations', times: 9, effect: { kind: 'fail', status: 502 } });
    await look(1.1);
    expect(await known()).toEqual(both);
    fake.script({
      route: 'GET /app/installations/{installation_id}',
      times: 9,
      effect: { kind: 'fail', status: 500 },
    });
    const patient = { ...scene.world.host, listInstallations: () => nothing() };
    await look(1.1, { host: patient });
    expect(await known()).toEqual(both);
  });

  it('is kept when a list forgot it: GitHub knows it when asked about it alone', async () => {
    const { scene, look, known, both } = await missed();
    for (const one of scene.stage.fake.installations) one.deleted = false;
    await look(1.1, { host: { ...scene.world.host, listInstallations: () => nothing() } });
    expect(await known()).toEqual(both);
  });

  it('is kept when we are another App by now: to that one all of them are gone', async () => {
    const { scene, look, known, both } = await missed();
    const identity = await scene.world.host.identity(SIGNAL);
    const host = {
      ...scene.world.host,
      identity: async () => ({ ...identity, id: identity.id + 1 }),
      listInstallations: () => nothing(),
      installationOf: async () => null,
    };
    await look(1.1, { host });
    expect(await known()).toEqual(both);
    expect(scene.logged.join()).toContain('the database holds installations of another App');
  });
});

async function* nothing(): AsyncGenerator<never> {}

describe('chores', () => {
  it('are done by one process at a time, and come back from one that died', async () => {
    const { database } = await setService({ isIdle: true });
    const chores = makeChores(database);
    const taken = await Promise.all(['a', 'b', 'c'].map((holder) => chores.take('sweep', holder, 60)));
    expect(taken.filter((note) => note !== false)).toEqual([null]);
    expect(await chores.take('sweep', 'd', 60)).toBe(false);
    await database.query("update chore set held_until = now() - interval '1 second'");
    expect(await chores.take('sweep', 'd', 60)).toBe(null);
    await chores.finish('sweep', 'd', 'a note');
    expect(await chores.take('sweep', 'e', 60)).toBe('a note');
  });
});
