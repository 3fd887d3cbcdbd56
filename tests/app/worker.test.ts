import { describe, expect, it } from 'vitest';
import type { ProcessOrder, ReviewProcesses, ReviewStore } from '../../src/ports.ts';
import { startWorker } from '../../src/service/worker/start-worker.ts';
import { INJECTION, KEY, LARGE } from '../action/model-scene.ts';
import { checkRunEvent, checkSuiteEvent } from '../fakes/github/app-events.ts';
import { issueCommentEvent, mergeGroupEvent, pullRequestEvent } from '../fakes/github/events.ts';
import { startMessagesServer } from '../fakes/messages/start-messages-server.ts';
import {
  opened,
  ownComments,
  PUBLIC_URL,
  type ServiceScene,
  setService,
  shareDatabase,
  until,
} from './service-scene.ts';

const CRITICAL = { 'src/users.js': `${INJECTION}${LARGE}` };
const TOKENS = 'POST /app/installations/{installation_id}/access_tokens';
const REVOKED = 'DELETE /installation/token';

const USAGE = {
  tokens: { input: 900, cacheWritten: 0, cacheRead: 0, output: 100 },
  costUsd: 0.125,
  ms: 1_000,
};

shareDatabase();

const states = ({ stage }: ServiceScene) => stage.statuses().map((status) => status.split(':')[0]);

/** What was asked for with each token. */
const tokenBodies = ({ stage }: ServiceScene) =>
  stage.fake.requests.filter(({ route }) => route === TOKENS).map(({ body }) => body);

/** Writes to the repository. */
const writes = ({ stage }: ServiceScene) =>
  stage.fake.requests.filter(
    ({ method, route }) => method !== 'GET' && route?.includes('/repos/{owner}/{repo}/'),
  );

/** Sends what waits for another try on its way now. */
async function hurry({ database }: ServiceScene): Promise<void> {
  await database.query("update pgboss.job set start_after = now() where state = 'retry'");
}

/** Claims the commit of its order and then does as it is told. */
function scripted(
  scene: () => ServiceScene,
  act: ReviewProcesses['run'],
  description = 'reviewing',
): ReviewProcesses {
  return {
    run: async (order, onEvent, signal, allow) => {
      const { fake, pull } = scene().stage;
      const answer = await fetch(`${fake.url}/repos/octo/shop/statuses/${pull.headSha}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${order.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          state: 'pending',
          context: order.statusContext,
          description,
          target_url: order.targetUrl,
        }),
      });
      const { id, creator } = (await answer.json()) as { id: number; creator: { id: number } };
      const { headSha, baseSha } = pull;
      const claim = { canWrite: true, headSha, baseSha, title: 'A title', author: 'ada' };
      onEvent({ kind: 'claimed', ...claim, statusId: id, authorId: creator.id });
      return act(order, onEvent, signal, allow);
    },
    close: async () => undefined,
  };
}

describe('a webhook', () => {
  it('leads to one comment, one status and one check run, and to a review in the store', async () => {
    const scene = await setService({ after: CRITICAL });
    expect(await scene.accept(opened(scene))).toBe('accepted');
    await scene.idle();
    const { fake, pull } = scene.stage;
    const [review] = await scene.reviews();
    expect(review).toMatchObject({
      state: 'done',
      attempt: 1,
      reason: null,
      headSha: pull.headSha,
      author: 'ada',
      checkRunId: fake.checkRuns[0]?.id,
      statusId: fake.statuses[0]?.id,
    });
    expect(ownComments(scene)).toHaveLength(1);
    expect(states(scene)).toEqual(['pending', 'failure']);
    expect(fake.statuses[0]?.targetUrl).toBe(`${PUBLIC_URL}/reviews/${review?.id}`);
    expect(fake.checkRuns).toHaveLength(1);
    expect(fake.checkRuns[0]).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(scene.metrics.filter(({ kind }) => kind === 'review-ended')).toMatchObject([
      { gate: 'fail', trigger: 'push' },
    ]);
    expect(fake.unexpected).toEqual([]);
  });

  it('R37 costs a token of one repository with least permissions, which is ended afterwards', async () => {
    const scene = await setService({ after: CRITICAL });
    await scene.accept(opened(scene));
    await scene.idle();
    const repositoryId = scene.stage.pull.repository.id;
    expect(tokenBodies(scene)).toEqual([
      {
        repository_ids: [repositoryId],
        permissions: { contents: 'read', pull_requests: 'write', statuses: 'write', checks: 'write' },
      },
      { repositories: ['.github'], permissions: { contents: 'read' } },
    ]);
    const { requests } = scene.stage.fake;
    expect(requests.filter(({ route }) => route === REVOKED)).toHaveLength(1);
    const { rows } = await scene.database.query('select row_to_json(review)::text as row from review');
    expect(JSON.stringify([rows, scene.logged])).not.toMatch(/ghs_/);
  });

  it('R34 a hundred copies at once, and another delivery of the same push: one review', async () => {
    const scene = await setService({ after: CRITICAL });
    const event = opened(scene);
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => scene.accept(event, 'the-same')));
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    await scene.accept(event, 'another');
    await scene.idle();
    expect(await scene.reviews()).toHaveLength(1);
    expect(states(scene)).toEqual(['pending', 'failure']);
    expect(ownComments(scene)).toHaveLength(1);
  });
});

describe('an installation that is not there for it', () => {
  it('suspended: ends quietly', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    await scene.accept(opened(scene));
    scene.stage.fake.suspend(scene.installation);
    await scene.work();
    expect(writes(scene)).toEqual([]);
    expect(await scene.reviews()).toMatchObject([
      { state: 'superseded', reason: 'The App is suspended for octo.' },
    ]);
  });

  it('R38 another one than the payload says: ends quietly, no token is asked for', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    const { fake } = scene.stage;
    fake.addRepository({ name: 'acme/tools', directory: scene.stage.repository.directory });
    const other = fake.installApp({ app: scene.app, account: 'acme' });
    const { name, payload } = opened(scene);
    await scene.accept({ name, payload: { ...payload, installation: { id: other.id } } });
    await scene.work();
    expect(tokenBodies(scene)).toEqual([]);
    expect(await scene.reviews()).toMatchObject([{ state: 'superseded' }]);
  });

  it('its owner has not approved check runs: reviewed without', async () => {
    const permissions = {
      metadata: 'read',
      contents: 'read',
      pull_requests: 'write',
      statuses: 'write',
    } as const;
    const scene = await setService({ after: CRITICAL, permissions });
    await scene.accept(opened(scene));
    await scene.idle();
    expect(states(scene)).toEqual(['pending', 'failure']);
    expect(scene.stage.fake.checkRuns).toEqual([]);
  });
});

describe('a try that fails', () => {
  const failing = (isRetryable: boolean, times = Number.POSITIVE_INFINITY) => {
    let tries = 0;
    return async (scene: ServiceScene, order: ProcessOrder, rest: Parameters<ReviewProcesses['run']>) => {
      tries += 1;
      if (tries > times) return scene.realProcesses.run(order, rest[1], rest[2], rest[3]);
      return { kind: 'failed', reason: 'GitHub did not answer (502).', isRetryable } as const;
    };
  };
  const sceneOf = async (act: ReturnType<typeof failing>) => {
    const holder: { scene?: ServiceScene } = {};
    const processes = scripted(
      () => holder.scene as ServiceScene,
      (...rest) => act(holder.scene as ServiceScene, rest[0], rest),
    );
    holder.scene = await setService({ after: CRITICAL, processes });
    return holder.scene;
  };

  it('is followed by another: one comment and a final status in the end', async () => {
    const scene = await sceneOf(failing(true, 1));
    await scene.accept(opened(scene));
    await until(async () => (await scene.reviews())[0]?.state === 'failed');
    expect((await scene.reviews())[0]?.reason).toMatch(
      /^Try 1 failed and there will be another: GitHub did not answer/,
    );
    await hurry(scene);
    await scene.idle();
    expect(await scene.reviews()).toMatchObject([{ state: 'done', attempt: 2, reason: null }]);
    expect(states(scene).at(-1)).toBe('failure');
    expect(ownComments(scene)).toHaveLength(1);
    expect(scene.stage.fake.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
    expect(scene.metrics.filter(({ kind }) => kind === 'review-ended')).toHaveLength(1);
  });

  it('because GitHub failed when the comment was posted: the next one posts it', async () => {
    const scene = await setService({ after: CRITICAL });
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    scene.stage.fake.script({ route, times: 3, effect: { kind: 'fail', status: 502 } });
    await scene.accept(opened(scene));
    await until(async () => {
      await hurry(scene);
      return (await scene.reviews())[0]?.state === 'done';
    });
    expect(await scene.reviews()).toMatchObject([{ attempt: 2, reason: null }]);
    expect(ownComments(scene)).toHaveLength(1);
    expect(scene.stage.fake.reviews).toHaveLength(1);
    expect(states(scene).at(-1)).toBe('failure');
  });

  it('for the last time: an error status, an ended check run, a dead letter', async () => {
    const scene = await sceneOf(failing(true));
    await scene.accept(opened(scene));
    await until(async () => {
      await hurry(scene);
      return (await scene.queue.depth()).dead === 1;
    });
    await until(async () => (await scene.reviews())[0]?.state === 'failed');
    expect(await scene.reviews()).toMatchObject([
      { state: 'failed', attempt: 3, reason: 'GitHub did not answer (502).' },
    ]);
    expect(scene.stage.statuses().at(-1)).toBe('error: crashed: the review did not finish; run it again');
    expect(scene.stage.fake.checkRuns).toMatchObject([
      { status: 'completed', conclusion: 'action_required' },
    ]);
    expect(await scene.queue.deadLetters(10)).toMatchObject([{ reason: 'GitHub did not answer (502).' }]);
    expect(scene.metrics.filter(({ kind }) => kind === 'review-ended')).toMatchObject([{ gate: 'failed' }]);
    expect(await scene.store.orphans(0)).toEqual([]);
  });

  it('where another cannot help: the reason in the status, no dead letter', async () => {
    const scene = await sceneOf(failing(false));
    await scene.accept(opened(scene));
    await scene.idle();
    expect(scene.stage.statuses().at(-1)).toBe('error: incomplete: GitHub did not answer (502).');
    expect((await scene.queue.depth()).dead).toBe(0);
    expect(await scene.reviews()).toMatchObject([{ state: 'failed', attempt: 1 }]);
  });
});

describe('a try that claimed the commit and died, where the next one finds nothing to review', () => {
  /** The first try claims and fails; `between` happens; the next is a real one. */
  const secondTry = async (between: (scene: ServiceScene) => void | Promise<void>) => {
    const holder: { scene?: ServiceScene } = {};
    const first = scripted(
      () => holder.scene as ServiceScene,
      async () => ({ kind: 'failed', reason: 'The review process ended.', isRetryable: true }),
    );
    let tries = 0;
    const run: ReviewProcesses['run'] = (...rest) => {
      tries += 1;
      return (tries === 1 ? first : (holder.scene as ServiceScene).realProcesses).run(...rest);
    };
    const scene = await setService({ after: CRITICAL, processes: { run, close: async () => undefined } });
    holder.scene = scene;
    await scene.accept(opened(scene));
    await until(async () => (await scene.reviews())[0]?.state === 'failed');
    await between(scene);
    await hurry(scene);
    await scene.idle();
    return scene;
  };

  it('a closed pull request: no pending and no open check run stay', async () => {
    const scene = await secondTry(({ stage }) => {
      stage.pull.state = 'closed';
    });
    expect(scene.stage.statuses()).toEqual([
      'pending: reviewing',
      'error: incomplete: The pull request is closed.',
    ]);
    expect(scene.stage.fake.checkRuns).toMatchObject([{ status: 'completed' }]);
    expect(await scene.reviews()).toMatchObject([{ state: 'answered' }]);
    expect(await scene.store.orphans(0)).toEqual([]);
  });

  it('a draft: its pending stays, no open check run does', async () => {
    const scene = await secondTry(({ stage }) => {
      stage.pull.draft = true;
    });
    expect(scene.stage.statuses().at(-1)).toMatch(/^pending: draft/);
    expect(scene.stage.fake.checkRuns).toMatchObject([{ status: 'completed' }]);
  });
});

describe('a worker that is asked to stop', () => {
  it('while it takes a job hands that back', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    await scene.accept(opened(scene));
    const { queue } = scene.world;
    const arrive: (() => void)[] = [];
    const isTaking = new Promise<void>((resolve) => arrive.push(resolve));
    const go: (() => void)[] = [];
    const mayGo = new Promise<void>((resolve) => go.push(resolve));
    const slow = {
      ...queue,
      take: async (count: number) => {
        const jobs = await queue.take(count);
        for (const one of arrive) one();
        await mayGo;
        return jobs;
      },
    };
    const worker = startWorker({ ...scene.world, queue: slow });
    await isTaking;
    const stopped = worker.stop(10_000);
    for (const one of go) one();
    await stopped;
    expect(await queue.depth()).toMatchObject({ waiting: 1, running: 0 });
    expect(await scene.reviews()).toMatchObject([{ state: 'queued' }]);
  });

  it('leaves no second check run behind when what it handed back is done by another', async () => {
    let isWaiting = false;
    const holder: { scene?: ServiceScene } = {};
    const processes = scripted(
      () => holder.scene as ServiceScene,
      (_order, _onEvent, signal) =>
        new Promise((resolve) => {
          isWaiting = true;
          const end = { kind: 'failed', reason: 'The review was stopped.', isRetryable: true } as const;
          signal.addEventListener('abort', () => resolve(end));
        }),
    );
    const scene = await setService({ after: CRITICAL, processes, isIdle: true });
    holder.scene = scene;
    const { store, stage, queue } = { ...scene.world, ...scene };
    // The process ends before it could note its check run.
    const forgetful: ReviewStore = {
      ...store,
      of: (tenant) => {
        const whole = store.of(tenant);
        return {
          ...whole,
          mark: async (id, { checkRunId, ...marks }) =>
            checkRunId === undefined ? whole.mark(id, marks) : undefined,
        };
      },
    };
    await scene.accept(opened(scene));
    const first = startWorker({ ...scene.world, store: forgetful });
    await until(() => isWaiting && stage.fake.checkRuns.length === 1);
    await first.stop(0);
    const another = startWorker({ ...scene.world, processes: scene.realProcesses });
    await scene.idle();
    await another.stop(10_000);
    expect(stage.fake.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
    expect((await queue.depth()).dead).toBe(0);
  });

  it('hands back what does not end in time, and another one does it', async () => {
    let isWaiting = false;
    const scene = await setService({
      after: CRITICAL,
      processes: {
        run: (_order, _onEvent, signal) =>
          new Promise((resolve) => {
            isWaiting = true;
            const end = { kind: 'failed', reason: 'The review was stopped.', isRetryable: true } as const;
            signal.addEventListener('abort', () => resolve(end));
          }),
        close: async () => undefined,
      },
    });
    await scene.accept(opened(scene));
    await until(() => isWaiting);
    await scene.worker.stop(0);
    expect(await scene.queue.depth()).toMatchObject({ waiting: 1, running: 0 });
    const another = startWorker({ ...scene.world, processes: scene.realProcesses });
    await scene.idle();
    await another.stop(10_000);
    expect(await scene.reviews()).toMatchObject([{ state: 'done', attempt: 1 }]);
    expect(ownComments(scene)).toHaveLength(1);
  });
});

describe('what people ask for', () => {
  const comment = (scene: ServiceScene, body: string, login = 'maintainer') => {
    const { fake, pull } = scene.stage;
    return scene.accept(issueCommentEvent(fake, pull, fake.addComment({ pull, login, body })));
  };

  it('commands: an answer, a review; silence for strangers', async () => {
    const scene = await setService({ after: CRITICAL });
    await comment(scene, '/review help');
    await comment(scene, '/review', 'stranger');
    await scene.idle();
    expect(states(scene)).toEqual([]);
    expect(scene.stage.fake.comments.filter((one) => one.user.id === scene.app.bot.id)).toHaveLength(1);
    await comment(scene, '/review');
    await scene.idle();
    expect(scene.stage.statuses()[0]).toBe('pending: reviewing, asked by maintainer');
    expect(states(scene)).toEqual(['pending', 'failure']);
    expect((await scene.reviews()).map(({ state }) => state)).toEqual(['answered', 'answered', 'done']);
    expect((await scene.reviews())[2]?.headSha).toBe(scene.stage.pull.headSha);
  });

  it('a review by a command whose first try died is no command too soon after itself', async () => {
    const holder: { scene?: ServiceScene } = {};
    const first = scripted(
      () => holder.scene as ServiceScene,
      async () => ({ kind: 'failed', reason: 'The review process ended.', isRetryable: true }),
      'reviewing, asked by maintainer',
    );
    let tries = 0;
    const run: ReviewProcesses['run'] = (...rest) => {
      tries += 1;
      return (tries === 1 ? first : (holder.scene as ServiceScene).realProcesses).run(...rest);
    };
    const scene = await setService({ after: CRITICAL, processes: { run, close: async () => undefined } });
    holder.scene = scene;
    await comment(scene, '/review');
    await until(async () => (await scene.reviews())[0]?.state === 'failed');
    await hurry(scene);
    await scene.idle();
    expect(await scene.reviews()).toMatchObject([{ state: 'done' }]);
    expect(states(scene).at(-1)).toBe('failure');
  });

  it('the buttons of a check run: Explain answers once, Re-run reviews again', async () => {
    const scene = await setService({ after: CRITICAL });
    const { fake } = scene.stage;
    await scene.accept(opened(scene));
    await scene.idle();
    const [run] = fake.checkRuns;
    if (run === undefined) throw new Error('no check run');
    const press = (identifier: string) =>
      scene.accept(checkRunEvent(fake, run, 'requested_action', 'maintainer', identifier));
    await press('explain');
    await press('explain');
    await scene.idle();
    const explained = fake.comments.filter((one) => one.body.includes('multi-agent-review explanation'));
    expect(explained.map((one) => one.body)).toEqual([
      expect.stringMatching(/failure: 1 critical[\s\S]*What to do/),
    ]);
    await press('re-run');
    await scene.idle();
    expect(states(scene)).toEqual(['pending', 'failure', 'pending', 'failure']);
    expect(ownComments(scene)).toHaveLength(1);
    expect(fake.checkRuns).toMatchObject([{ status: 'completed' }, { status: 'completed' }]);
  });

  it('"Re-run all checks" on a commit of a fork reviews it again', async () => {
    const scene = await setService({ after: CRITICAL, fork: true });
    const { fake } = scene.stage;
    await scene.accept(opened(scene));
    await scene.idle();
    const [run] = fake.checkRuns;
    if (run === undefined) throw new Error('no check run');
    const event = checkSuiteEvent(fake, run.suite, 'maintainer');
    expect(event.payload).toMatchObject({ check_suite: { pull_requests: [] } });
    expect(await scene.accept(event)).toBe('accepted');
    await scene.idle();
    expect(states(scene)).toEqual(['pending', 'failure', 'pending', 'failure']);
    expect(await scene.reviews()).toMatchObject([{ trigger: 'push' }, { trigger: 'rerun', state: 'done' }]);
  });

  it('a merge queue: success, because it was reviewed in the pull request', async () => {
    const scene = await setService({ after: CRITICAL });
    const { fake, pull } = scene.stage;
    await scene.accept(mergeGroupEvent(fake, pull, pull.headSha));
    await scene.idle();
    expect(scene.stage.statuses()).toEqual(['success: reviewed in the pull request']);
    expect(tokenBodies(scene)[0]).toMatchObject({ permissions: { statuses: 'write' } });
    expect(await scene.reviews()).toMatchObject([{ state: 'answered' }]);
  });
});

describe('a newer push', () => {
  it('takes the place of a review that waits', async () => {
    const scene = await setService({ after: CRITICAL, isIdle: true });
    const { fake, pull, repository } = scene.stage;
    await scene.accept(opened(scene));
    fake.moveHead(pull, repository.commit('next', { 'src/users.js': `${INJECTION}${LARGE}// more\n` }));
    await scene.accept(pullRequestEvent(fake, pull, 'synchronize'));
    await scene.work();
    expect((await scene.reviews()).map(({ state }) => state)).toEqual(['superseded', 'done']);
    expect(fake.statuses.every(({ sha }) => sha === pull.headSha)).toBe(true);
    expect(ownComments(scene)).toHaveLength(1);
  });

  it('keeps its comment and status when an older one arrives late', async () => {
    const scene = await setService({ after: CRITICAL });
    const { fake, pull, repository } = scene.stage;
    const older = opened(scene);
    fake.moveHead(pull, repository.commit('next', { 'src/users.js': `${INJECTION}${LARGE}// more\n` }));
    const at = (event: ReturnType<typeof opened>, updated_at: string) => {
      const { pull_request } = event.payload as { pull_request: object };
      return { ...event, payload: { ...event.payload, pull_request: { ...pull_request, updated_at } } };
    };
    await scene.accept(at(pullRequestEvent(fake, pull, 'synchronize'), '2026-11-20T11:00:00Z'));
    await scene.idle();
    const comment = ownComments(scene);
    await scene.accept(at(older, '2026-11-20T10:00:00Z'));
    await scene.idle();
    expect(ownComments(scene)).toEqual(comment);
    expect(fake.statuses.every(({ sha }) => sha === pull.headSha)).toBe(true);
  });

  it('that takes over from a running review ends it quietly: a cancelled check run', async () => {
    const holder: { scene?: ServiceScene } = {};
    const processes = scripted(
      () => holder.scene as ServiceScene,
      async () => ({ kind: 'halted', why: 'superseded by 1234567', usage: USAGE }),
    );
    const scene = await setService({ after: CRITICAL, processes });
    holder.scene = scene;
    await scene.accept(opened(scene));
    await scene.idle();
    expect(scene.stage.fake.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }]);
    expect(await scene.reviews()).toMatchObject([{ state: 'superseded', reason: 'superseded by 1234567' }]);
    expect((await scene.queue.depth()).dead).toBe(0);
    // Nobody sees what came of it, but it was paid for.
    const { rows } = await scene.database.query('select cost_usd, tokens from spending');
    expect(rows).toEqual([{ cost_usd: 0.125, tokens: 1_000 }]);
    expect(scene.metrics.filter(({ kind }) => kind === 'review-ended')).toMatchObject([
      { gate: 'superseded' },
    ]);
  });
});

describe('the budget of a month', () => {
  it('when it is spent no model is asked, the analyzers run, and the report says so', async () => {
    const server = await startMessagesServer({ behave: () => ({ kind: 'never' }) });
    const models = {
      apiKey: KEY,
      baseUrl: server.url,
      profile: 'anthropic',
      models: {},
      prices: '',
    } as const;
    const scene = await setService({
      after: CRITICAL,
      isIdle: true,
      settings: { models, monthlyBudgetUsd: 10 },
    });
    await scene.accept(opened(scene));
    await scene.database.query(
      "insert into spending (installation_id, month, cost_usd) values ($1, date_trunc('month', now() at time zone 'UTC')::date, 10.5)",
      [scene.installation.id],
    );
    await scene.work();
    expect(scene.stage.statuses().at(-1)).toMatch(
      /^failure: 1 critical finding blocks · incomplete: over budget/,
    );
    expect(ownComments(scene)[0]).toContain('spent 10.50 of 10.00 dollars this month, so no model was asked');
    expect(server.seen).toEqual([]);
    await server.close();
  });
});

describe('the budget of a month that a repository sets itself', () => {
  const MONTH = 'budgets:\n  month-dollars: 3\n';
  const spendAndReview = async (settings: Partial<Parameters<typeof setService>[0]>, spent: number) => {
    const server = await startMessagesServer({ behave: () => ({ kind: 'error', status: 400 }) });
    const models = {
      apiKey: KEY,
      baseUrl: server.url,
      profile: 'anthropic',
      models: {},
      prices: '',
    } as const;
    const scene = await setService({
      after: CRITICAL,
      isIdle: true,
      settings: { models, monthlyBudgetUsd: 10 },
      ...settings,
    });
    const { repository, fake } = scene.stage;
    const head = repository.commit('settings', { '.github/multi-agent-review.yml': MONTH });
    fake.addRepository({ name: 'octo/.github', directory: repository.directory, defaultBranch: head });
    await scene.accept(opened(scene));
    await scene.database.query(
      `insert into repository_spending (installation_id, repository_id, month, cost_usd)
       select installation_id, id, date_trunc('month', now() at time zone 'UTC')::date, $1 from repository`,
      [spent],
    );
    await scene.work();
    await server.close();
    return { scene, asked: server.seen.length };
  };

  it('below that of the service: when it is spent no model is asked, and the report says whose it is', async () => {
    const { scene, asked } = await spendAndReview(
      { before: { '.github/multi-agent-review.yml': MONTH } },
      3.25,
    );
    expect(asked).toBe(0);
    expect(scene.stage.statuses().at(-1)).toMatch(/incomplete: over budget/);
    expect(ownComments(scene)[0]).toMatch(
      /this repository .{0,60}month-dollars.{0,10} has spent 3\.25 of 3\.00 dollars this month, so no model was asked/,
    );
  });

  it('by the defaults of its organisation', async () => {
    const { scene, asked } = await spendAndReview({}, 3);
    expect(asked).toBe(0);
    expect(ownComments(scene)[0]).toMatch(/has spent 3\.00 of 3\.00 dollars this month/);
  });

  it('while something is left, models are asked, and what is set aside comes back', async () => {
    const { scene, asked } = await spendAndReview({}, 2.5);
    expect(asked).toBeGreaterThan(0);
    const { rows } = await scene.database.query('select state, reserved_usd from review');
    expect(rows).toEqual([{ state: 'done', reserved_usd: 0 }]);
  });
});

describe('settings of an organisation', () => {
  const withSettings = async (text: string, own: Readonly<Record<string, string>> = {}) => {
    const scene = await setService({ after: CRITICAL, before: own, isIdle: true });
    const { repository, fake } = scene.stage;
    const head = repository.commit('settings', { '.github/multi-agent-review.yml': text });
    fake.addRepository({
      name: 'octo/.github',
      directory: repository.directory,
      defaultBranch: head,
      private: true,
    });
    await scene.accept(opened(scene));
    await scene.work();
    return scene;
  };

  it('hold where the repository says nothing, read with a token for that repository alone', async () => {
    const scene = await withSettings('fail-on: never\n');
    expect(states(scene)).toEqual(['pending', 'success']);
    expect(tokenBodies(scene)[1]).toEqual({ repositories: ['.github'], permissions: { contents: 'read' } });
    const revoked = scene.stage.fake.requests.filter(({ route }) => route === REVOKED);
    expect(revoked).toHaveLength(2);
  });

  it('stand under those of the repository', async () => {
    const scene = await withSettings('fail-on: never\n', {
      '.github/multi-agent-review.yml': 'fail-on: critical\n',
    });
    expect(states(scene)).toEqual(['pending', 'failure']);
  });

  it('that are wrong are named with their repository, and the review is incomplete', async () => {
    const scene = await withSettings('fail-on: sometimes\n');
    expect(ownComments(scene)[0]).toContain('octo/.github/.github/multi-agent-review.yml');
    expect(scene.stage.statuses().at(-1)).toMatch(/incomplete/);
  });
});
