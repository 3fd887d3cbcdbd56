import { describe, expect, it } from 'vitest';
import { issueCommentEvent, pullRequestEvent } from '../fakes/github/events.ts';
import { answers, push, say, setCommandStage } from './command-scene.ts';
import { expectNothingUnexpected, LARGE, PATH, raise, type Scene, setScene } from './model-scene.ts';
import type { ActionRun } from './run-action.ts';

/** A run whose first question to a model is answered when something else has happened. */
async function runWhile(meanwhile: (scene: Scene) => Promise<unknown>) {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let begun: Promise<unknown> | null = null;
  const scene = await setScene(
    (request, index) => {
      begun ??= meanwhile(scene).then(open, open);
      const behaviour = raise('confirmed')(request, index);
      return behaviour.kind === 'answer' ? { ...behaviour, start: opened } : behaviour;
    },
    { after: { [PATH]: LARGE } },
  );
  const run: ActionRun = await scene.run({}, { environment: { GITHUB_RUN_ID: '1' } });
  await begun;
  return { scene, run };
}

describe('/review abort', () => {
  it('ends the running review: it publishes nothing, and the status says who', async () => {
    const { scene, run } = await runWhile(async ({ stage }) => {
      await say(stage, '/review abort', 'maintainer', { environment: { GITHUB_RUN_ID: '2' } });
    });
    const { stage } = scene;
    expect(run.code).toBe(0);
    expect(run.out).toContain('aborted by maintainer');
    expect(run.report).toBeNull();
    expect(stage.ownComments()).toEqual([]);
    expect(stage.fake.reviews).toEqual([]);
    expect(stage.statuses()).toEqual(['pending: reviewing', 'error: aborted by maintainer']);
    expectNothingUnexpected(scene);
  }, 60_000);

  it('with nothing running: an answer, no status', async () => {
    const stage = await setCommandStage();
    await stage.run();
    const before = stage.statuses();
    await say(stage, '/review abort');
    expect(stage.statuses()).toEqual(before);
    expect(answers(stage)).toEqual([expect.stringContaining('No review is running')]);
  }, 60_000);
});

describe('one at a time', () => {
  it('R24 a newer push supersedes a running review: its commit and its comment say so, nothing stands beside lines', async () => {
    let old = '';
    const { scene, run } = await runWhile(async ({ stage }) => {
      old = stage.pull.headSha;
      stage.fake.moveHead(
        stage.pull,
        stage.repository.commit('newer', { 'src/other.js': 'export const a = 1;\n' }),
      );
    });
    const { stage } = scene;
    expect(run.code).toBe(0);
    expect(stage.statuses(old).at(-1)).toBe(`error: superseded by ${stage.pull.headSha.slice(0, 7)}`);
    for (const comment of stage.ownComments()) expect(comment.split('\n')[1]).toContain('Superseded');
    expect(stage.fake.reviews).toEqual([]);
    await scene.run({}, { event: pullRequestEvent(stage.fake, stage.pull, 'synchronize') });
    expect(stage.ownComments()).toHaveLength(1);
    expectNothingUnexpected(scene);
  }, 60_000);

  it('a pause ends the running review too', async () => {
    const { scene, run } = await runWhile(({ stage }) => say(stage, '/review pause'));
    expect(run.out).toContain('paused by maintainer');
    expect(scene.stage.statuses().at(-1)).toBe('error: paused by maintainer');
    expect(scene.stage.fake.reviews).toEqual([]);
    expectNothingUnexpected(scene);
  }, 60_000);
});

describe('R12 the cost of commands is bounded', () => {
  it('R12 50 pushes and 20 commands within a minute: one runs, the cool-down is said once', async () => {
    const stage = await setCommandStage();
    for (let number = 0; number < 50; number += 1)
      stage.fake.moveHead(
        stage.pull,
        stage.repository.commit(`push ${number}`, { 'src/a.js': `export const a = ${number};\n` }),
      );
    await stage.run({ event: pullRequestEvent(stage.fake, stage.pull, 'synchronize') });
    const said = Array.from({ length: 20 }, () =>
      stage.fake.addComment({ pull: stage.pull, login: 'maintainer', body: '/review' }),
    );
    for (const comment of said.slice(0, 5))
      await stage.run({ event: issueCommentEvent(stage.fake, stage.pull, comment) });
    const pending = () => stage.statuses().filter((status) => status.startsWith('pending'));
    expect(pending()).toEqual(['pending: reviewing', 'pending: reviewing, asked by maintainer']);
    expect(answers(stage)).toHaveLength(1);
    expect(answers(stage)[0]).toMatch(/less than 60 seconds ago/);
    // The rest at once: whoever comes first, none of them runs.
    await Promise.all(
      said
        .slice(5)
        .map((comment) => stage.run({ event: issueCommentEvent(stage.fake, stage.pull, comment) })),
    );
    expect(pending()).toHaveLength(2);
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical/);
    expect(stage.fake.unexpected).toEqual([]);
  }, 120_000);

  it('R12 the daily cap is reported once, and orders count for it', async () => {
    const settings = 'commands:\n  cooldown-seconds: 0\n  per-day: 2\n';
    const stage = await setCommandStage({ before: { '.github/multi-agent-review.yml': settings } });
    await stage.run();
    await say(stage, '/review');
    await say(stage, '/review override known');
    const statuses = stage.statuses();
    await say(stage, '/review');
    await say(stage, '/review full');
    expect(stage.statuses()).toEqual(statuses);
    const caps = answers(stage).filter((text) => text.includes('per-day'));
    expect(caps).toHaveLength(1);
    expect(caps[0]).toContain('2 commands were obeyed on this pull request within a day');
    await say(stage, '/review pause');
    expect(stage.statuses().at(-1)).toBe('error: paused by maintainer');
  }, 90_000);

  it('R12 without our comment the times come from our own statuses', async () => {
    const stage = await setCommandStage();
    await say(stage, '/review');
    stage.fake.state.comments.splice(0);
    // Each comment starts a run of its own.
    await say(stage, '/review', 'maintainer', { environment: { GITHUB_RUN_ID: '43' } });
    expect(stage.statuses().filter((status) => status.startsWith('pending'))).toHaveLength(1);
    expect(answers(stage)[0]).toMatch(/less than 60 seconds ago/);
  }, 60_000);
});

describe('where commands are not obeyed', () => {
  it('commands.enabled: false is silence, with a word in the log', async () => {
    const stage = await setCommandStage({
      before: { '.github/multi-agent-review.yml': 'commands:\n  enabled: false\n' },
    });
    const { run } = await say(stage, '/review');
    expect(run.out).toContain('commands.enabled is false');
    expect([stage.fake.reactions.length, stage.fake.statuses.length, answers(stage).length]).toEqual([
      0, 0, 0,
    ]);
  }, 60_000);

  it('a closed pull request answers questions, and says that it takes no more', async () => {
    const stage = await setCommandStage();
    await stage.run();
    stage.pull.state = 'closed';
    const before = stage.statuses();
    for (const body of ['/review', '/review pause', '/review override x', '/review status', '/review help'])
      await say(stage, body);
    const said = answers(stage);
    expect(said.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('is closed')));
    expect(said[3]).toContain('**failure**');
    expect(said[4]).toContain('`/review help`');
    expect(stage.statuses()).toEqual(before);
  }, 60_000);

  it('a token that may not write: a word in the log, no failure', async () => {
    const stage = await setCommandStage({ readOnly: true });
    const { run } = await say(stage, '/review dismiss 3fa9c21b known');
    expect(run.code).toBe(0);
    expect(run.out).toContain('may not write');
  }, 60_000);

  it('an event that comes again says nothing twice', async () => {
    const stage = await setCommandStage();
    await stage.run();
    const { event } = await say(stage, '/review help');
    await stage.run({ event });
    await Promise.all([stage.run({ event }), stage.run({ event })]);
    expect(answers(stage)).toHaveLength(1);
    expect(stage.fake.reactions).toHaveLength(1);
    await push(stage, { 'src/b.js': 'export const b = 1;\n' });
    expect(stage.ownComments()).toHaveLength(1);
  }, 60_000);

  it('a repository’s own reviewer can be named', async () => {
    const reviewer =
      '---\nname: billing\ntitle: Billing\ndescription: Money\nmodel: fast\n---\n\nLook at money.\n';
    const stage = await setCommandStage({ before: { '.github/reviewers/billing.md': reviewer } });
    const { run } = await say(stage, '/review billing');
    expect(answers(stage)).toEqual([]);
    expect(run.report?.agents.map(({ name }) => name)).toContain('security');
  }, 60_000);
});
