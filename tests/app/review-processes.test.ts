import { constants, getPriority } from 'node:os';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  openReviewProcesses,
  type ReviewProcessesOptions,
} from '../../src/adapters/review-process/open-review-processes.ts';
import { systemClock } from '../../src/entry/system-ports.ts';
import { readEvent } from '../../src/event/read-event.ts';
import type {
  Allowance,
  Log,
  ProcessEvent,
  ProcessOrder,
  ReviewProcesses,
  SpendingWish,
} from '../../src/ports.ts';
import { INJECTION, KEY, LARGE } from '../action/model-scene.ts';
import { type Stage, setStage } from '../action/run-action.ts';
import { DIST } from '../cli/run-cli.ts';
import { issueCommentEvent, pullRequestEvent } from '../fakes/github/events.ts';
import { startMessagesServer } from '../fakes/messages/start-messages-server.ts';

// A review process is the least urgent one of the machine: beside other tests it may have to wait.
vi.setConfig({ testTimeout: 120_000 });

const CHILD = new URL('./review-process-from-source.ts', import.meta.url);
const CRITICAL = { 'src/users.js': `${INJECTION}${LARGE}` };
const CLAIM = 'POST /repos/{owner}/{repo}/statuses/{sha}';

interface Opened {
  readonly processes: ReviewProcesses;
  /** Everything that was logged. */
  readonly logged: string[];
}

function open(options: Partial<ReviewProcessesOptions> = {}): Opened {
  const logged: string[] = [];
  const keep = (message: string, fields: unknown = {}) =>
    void logged.push(`${message} ${JSON.stringify(fields)}`);
  const log: Log = { debug: keep, info: keep, warn: keep };
  const processes = openReviewProcesses({
    entry: CHILD,
    assets: pathToFileURL(`${DIST}/`),
    count: 1,
    clock: systemClock,
    log,
    ...options,
  });
  onTestFinished(() => processes.close());
  return { processes, logged };
}

function orderOf(stage: Stage, more: Partial<ProcessOrder> = {}): ProcessOrder {
  const { name, payload } = pullRequestEvent(stage.fake, stage.pull, 'opened');
  return {
    request: { ...readEvent(name, payload, { reviewers: [] }) },
    owner: 'octo',
    repo: 'shop',
    token: 'bot',
    apiUrl: stage.fake.url,
    graphqlUrl: stage.fake.graphqlUrl,
    serverUrl: 'https://github.example',
    statusContext: 'multi-agent-review',
    writeSpacingMs: 0,
    targetUrl: 'https://reviews.example/reviews/1',
    models: null,
    hasKey: false,
    stateSecret: null,
    deadlineSeconds: 60,
    organisation: null,
    ...more,
  };
}

const AS_WISHED = async ({ runDollars }: SpendingWish): Promise<Allowance> => ({
  kind: 'allowed',
  dollars: runDollars,
});

async function run(
  { processes }: Opened,
  order: ProcessOrder,
  signal = new AbortController().signal,
  allow = AS_WISHED,
) {
  const events: ProcessEvent[] = [];
  const end = await processes.run(order, (event) => events.push(event), signal, allow);
  return { end, events };
}

describe('a review process', () => {
  it('reviews like the Action: one comment, one final status, and tells how it goes', async () => {
    const stage = await setStage({ after: CRITICAL });
    const { end, events } = await run(open(), orderOf(stage));
    expect(end).toMatchObject({
      kind: 'reviewed',
      report: { gate: 'fail', mode: 'deterministic' },
      published: { outcome: 'published', statusWritten: true, problems: [] },
    });
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.statuses().map((status) => status.split(':')[0])).toEqual(['pending', 'failure']);
    expect(stage.fake.statuses[0]?.targetUrl).toBe('https://reviews.example/reviews/1');
    expect(events.find((event) => event.kind === 'claimed')).toMatchObject({
      headSha: stage.pull.headSha,
      canWrite: true,
      author: 'ada',
      statusId: stage.fake.statuses[0]?.id,
    });
    expect(events.filter((event) => event.kind === 'agent').length).toBeGreaterThan(5);
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('is used again, and makes room for a new one after its share', async () => {
    const stage = await setStage({ after: CRITICAL });
    const { processes, logged } = open({ mostOrders: 2 });
    for (let index = 0; index < 3; index += 1) {
      const { end } = await run({ processes, logged }, orderOf(stage));
      expect(end.kind).toBe('reviewed');
    }
    expect(logged.filter((line) => line.startsWith('a review process made room'))).toHaveLength(1);
    expect(stage.ownComments()).toHaveLength(1);
  });

  it('answers a command and a merge group', async () => {
    const stage = await setStage({ after: CRITICAL });
    const opened = open();
    const asked = stage.fake.addComment({ pull: stage.pull, login: 'maintainer', body: '/review help' });
    const { name, payload } = issueCommentEvent(stage.fake, stage.pull, asked);
    const help = await run(
      opened,
      orderOf(stage, { request: { ...readEvent(name, payload, { reviewers: [] }) } }),
    );
    expect(help.end).toEqual({ kind: 'answered', text: null });
    expect(stage.fake.comments.at(-1)?.body).toContain('/review');
    const group = {
      kind: 'merge-group',
      owner: 'octo',
      repo: 'shop',
      repositoryId: 1,
      headSha: stage.pull.headSha,
    };
    expect((await run(opened, orderOf(stage, { request: group }))).end.kind).toBe('answered');
    expect(stage.statuses()).toEqual(['success: reviewed in the pull request']);
  });

  it('explains the gate and what blocks, from the comment', async () => {
    const stage = await setStage({ after: CRITICAL });
    const opened = open();
    await run(opened, orderOf(stage));
    const explain = {
      kind: 'explain',
      owner: 'octo',
      repo: 'shop',
      repositoryId: 1,
      pullNumber: 7,
      headSha: stage.pull.headSha,
      checkRunId: 1,
      actor: 'maintainer',
    };
    const { end } = await run(opened, orderOf(stage, { request: explain }));
    expect(end).toMatchObject({ kind: 'answered' });
    expect(end.kind === 'answered' ? end.text : '').toMatch(/\*\*failure: 1 critical[\s\S]*What to do:/);
    await run(opened, orderOf(stage, { request: explain }));
    const explanations = stage.fake.comments.filter((one) => one.body.includes('explanation'));
    expect(explanations.map((one) => one.body)).toEqual([expect.stringContaining('What to do:')]);
    const stranger = await run(opened, orderOf(stage, { request: { ...explain, actor: 'stranger' } }));
    expect(stranger.end).toEqual({ kind: 'refused', reason: 'stranger has no write permission.' });
  });

  it('has nothing of the environment of the service', async () => {
    process.env.WEBHOOK_SECRET_OF_TEST = 'not for children';
    onTestFinished(() => {
      delete process.env.WEBHOOK_SECRET_OF_TEST;
    });
    const { processes, logged } = open({ entry: new URL('./print-environment.ts', import.meta.url) });
    const stage = await setStage({ after: {} });
    const { end } = await run({ processes, logged }, orderOf(stage));
    expect(end).toMatchObject({ kind: 'failed', isRetryable: true });
    const names = logged
      .map((line) => /environment: (.*?);/.exec(line)?.[1])
      .find((found) => found !== undefined);
    expect(names).toBe('');
  });

  it('makes way for webhooks: it is less urgent than the service', async () => {
    const { processes, logged } = open({ entry: new URL('./print-environment.ts', import.meta.url) });
    await run({ processes, logged }, orderOf(await setStage({ after: {} })));
    const found = /priority: (-?\d+)/.exec(logged.join('\n'))?.[1];
    const most = constants.priority.PRIORITY_LOW;
    expect(Number(found)).toBeGreaterThan(Math.min(getPriority(), most - 1));
  });
});

describe('R35 a review process that dies', () => {
  it('is a failure that may be tried again; the next order gets a new one', async () => {
    const stage = await setStage({ after: CRITICAL });
    const stop = new AbortController();
    stage.fake.script({ route: CLAIM, effect: { kind: 'first', action: () => stop.abort() } });
    const opened = open();
    const { end } = await run(opened, orderOf(stage), stop.signal);
    expect(end).toEqual({ kind: 'failed', reason: 'The review was stopped.', isRetryable: true });
    expect((await run(opened, orderOf(stage))).end.kind).toBe('reviewed');
    expect(stage.ownComments()).toHaveLength(1);
  });

  it('is ended when it takes longer than it may', async () => {
    const server = await startMessagesServer({ behave: () => ({ kind: 'never' }) });
    onTestFinished(() => server.close());
    const stage = await setStage({ after: CRITICAL });
    const models = {
      apiKey: KEY,
      baseUrl: server.url,
      profile: 'anthropic',
      models: {},
      prices: '',
    } as const;
    const order = orderOf(stage, { models, hasKey: true, deadlineSeconds: 2 });
    const { end } = await run(open({ graceMs: -1_000 }), order);
    expect(end).toMatchObject({ kind: 'failed', reason: 'The review was ended: it took longer than 1 s.' });
  });
});

describe('R14 texts of a review process', () => {
  it('what it writes by itself is logged without the secrets of its order', async () => {
    const stage = await setStage({ after: {} });
    const { processes, logged } = open({ entry: new URL('./print-order.ts', import.meta.url) });
    const token = `ghs_${'Kd6Pf1Hj5Gs0TyZq7Xw2Lm9Rt4Vb8Nc3'}`;
    const { end } = await run({ processes, logged }, orderOf(stage, { token, stateSecret: KEY }));
    expect(end.kind).toBe('failed');
    expect(logged.join('\n')).toContain('the order is');
    expect(`${logged.join('\n')}${JSON.stringify(end)}`).not.toContain(token.slice(0, 20));
    expect(`${logged.join('\n')}${JSON.stringify(end)}`).not.toContain(KEY.slice(0, 20));
  });
});
