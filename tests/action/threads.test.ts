import { describe, expect, it } from 'vitest';
import { pullRequestEvent } from '../fakes/github/events.ts';
import { INJECTION } from './model-scene.ts';
import { type ActionRun, type RunOptions, type Stage, setStage } from './run-action.ts';

const PATH = 'src/users.js';
const FIXED = 'export const users = 1;\n';
const BOT = 'github-actions[bot]';
const MARKER = /^<!-- multi-agent-review finding f1:[0-9a-f]+ place:[0-9a-f]+ -->\n/;

async function push(stage: Stage, text: string, options: RunOptions = {}): Promise<ActionRun> {
  stage.fake.moveHead(stage.pull, stage.repository.commit('next', { [PATH]: text }));
  return again(stage, options);
}

function again(stage: Stage, options: RunOptions = {}): Promise<ActionRun> {
  return stage.run({ event: pullRequestEvent(stage.fake, stage.pull, 'synchronize'), ...options });
}

/** The first thread of ours, and the comment that opened it. */
function firstThread({ fake }: Stage) {
  const thread = fake.threads.find(({ comments }) => comments[0]?.user.login === BOT);
  const [comment] = thread?.comments ?? [];
  if (thread === undefined || comment === undefined) throw new Error('There is no thread of ours.');
  return { thread, comment };
}

const shortHead = ({ pull }: Stage) => pull.headSha.slice(0, 7);
const edits = ({ fake }: Stage) =>
  fake.requests.filter(({ route }) => route === 'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}')
    .length;

/** A pull request with one finding that was said inline. */
async function setReviewed(): Promise<Stage> {
  const stage = await setStage({ after: { [PATH]: INJECTION } });
  await stage.run();
  expect(firstThread(stage).comment.body).toMatch(MARKER);
  return stage;
}

describe('inline comments', () => {
  it('are posted once over three pushes that move the code', async () => {
    const stage = await setReviewed();
    const before = stage.fake.reviewComments.map(({ id, body }) => ({ id, body }));
    await push(stage, `// one\n${INJECTION}`);
    await push(stage, `// one\n// two\n\n${INJECTION}`);
    expect(stage.fake.reviewComments.map(({ id, body }) => ({ id, body }))).toEqual(before);
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('say which commit fixed the finding, once, and take it back when it returns', {
    timeout: 60_000,
  }, async () => {
    const stage = await setReviewed();
    const { thread, comment } = firstThread(stage);
    const said = comment.body;
    await push(stage, FIXED);
    expect(comment.body).toContain(`✅ **Fixed by \`${shortHead(stage)}\`.**`);
    expect(comment.body).toContain('What it said');
    expect(comment.body).not.toContain('```suggestion');
    expect(thread.resolved).toBe(false);
    const done = edits(stage);
    await again(stage);
    await push(stage, `${FIXED}export const more = 2;\n`);
    expect(edits(stage)).toBe(done);
    const inline = stage.fake.reviewComments.length;
    await push(stage, INJECTION);
    expect(comment.body).not.toContain('Fixed by');
    expect(comment.body).toContain(`Back in \`${shortHead(stage)}\``);
    expect(comment.body).toContain(said.split('\n')[1]);
    expect(stage.fake.reviewComments).toHaveLength(inline);
    await push(stage, FIXED);
    expect(comment.body).toContain(`Fixed by \`${shortHead(stage)}\``);
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('of a line that was edited and still wrong are marked when that is fixed', async () => {
    const stage = await setReviewed();
    const { comment } = firstThread(stage);
    const inline = stage.fake.reviewComments.length;
    await push(stage, INJECTION.replace('SELECT *', 'SELECT id'));
    expect(stage.fake.reviewComments).toHaveLength(inline);
    expect(comment.body).toMatch(MARKER);
    await push(stage, FIXED);
    expect(comment.body).toContain(`Fixed by \`${shortHead(stage)}\``);
  });

  it('are not said again after a run that was killed between the review and the comment', async () => {
    const stage = await setStage({ after: { [PATH]: INJECTION } });
    const killAt = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    stage.fake.script({ route: killAt, effect: { kind: 'drop' } });
    const run = await stage.run({ killAt });
    expect(run.code).toBeNull();
    expect(stage.ownComments()).toEqual([]);
    const inline = stage.fake.reviewComments.length;
    expect(inline).toBeGreaterThan(0);
    await again(stage);
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.fake.reviewComments).toHaveLength(inline);
    expect(stage.fake.reviews).toHaveLength(1);
    await push(stage, FIXED);
    expect(firstThread(stage).comment.body).toContain('Fixed by');
  });

  it('of others are never edited, whatever marker they hold, and say nothing for us', async () => {
    const stage = await setReviewed();
    const { comment, thread } = firstThread(stage);
    const { fake, pull } = stage;
    const line = { pull, path: PATH, line: 1 };
    const forged = fake.addReviewComment({ ...line, login: 'stranger', body: comment.body });
    const mentioned = fake.addReviewComment({ ...line, login: BOT, body: `see\n${comment.body}` });
    const bodies = [forged.body, mentioned.body];
    // The real one is gone: the forged one must not keep the finding from being marked, nor be marked.
    fake.state.threads.splice(fake.state.threads.indexOf(thread), 1);
    await push(stage, FIXED);
    expect([forged.body, mentioned.body]).toEqual(bodies);
    expect(edits(stage)).toBe(0);
  });

  it('a marker that somebody else typed does not keep a finding from being said', async () => {
    const first = await setReviewed();
    const { body } = firstThread(first).comment;
    const stage = await setStage({ after: { [PATH]: INJECTION } });
    stage.fake.addReviewComment({ pull: stage.pull, login: 'stranger', body, path: PATH, line: 1 });
    await stage.run();
    expect(firstThread(stage).comment.body).toBe(body);
  });
});

describe('resolve-threads', () => {
  const ON = { inputs: { 'resolve-threads': 'true' } };

  it('resolves the thread of what is fixed, and opens it when it is back', async () => {
    const stage = await setReviewed();
    const { thread, comment } = firstThread(stage);
    await push(stage, FIXED, ON);
    expect([thread.resolved, thread.resolvedBy?.login]).toEqual([true, BOT]);
    expect(comment.body).toContain('Fixed by');
    await push(stage, INJECTION, ON);
    expect(thread.resolved).toBe(false);
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('does it once: who opens the thread again is not contradicted', async () => {
    const stage = await setReviewed();
    const { thread } = firstThread(stage);
    await push(stage, FIXED, ON);
    thread.resolved = false;
    thread.resolvedBy = null;
    await push(stage, `${FIXED}export const more = 2;\n`, ON);
    expect(thread.resolved).toBe(false);
  });

  it('leaves a thread alone in which a person answered', async () => {
    const stage = await setReviewed();
    const { thread, comment } = firstThread(stage);
    stage.fake.addReply({ pull: stage.pull, to: comment, login: 'stranger', body: 'Are you sure?' });
    await push(stage, FIXED, ON);
    expect(thread.resolved).toBe(false);
    expect(comment.body).toContain('Fixed by');
  });

  it('a token that may not: said once, and the run is well; done as soon as it may', async () => {
    const stage = await setReviewed();
    const { thread } = firstThread(stage);
    stage.fake.addToken({ token: 'usual', denied: ['threads'] });
    const run = await push(stage, FIXED, { inputs: { ...ON.inputs, 'github-token': 'usual' } });
    expect(run.code).toBe(0);
    expect(stage.statuses().at(-1)).toMatch(/^success/);
    expect(run.out.match(/contents: write/g)).toHaveLength(1);
    expect(run.report?.notes.join()).toContain('contents: write');
    expect(thread.resolved).toBe(false);
    await again(stage, ON);
    expect(thread.resolved).toBe(true);
  });

  it('is refused as an input that is neither true nor false', async () => {
    const stage = await setStage({ after: { [PATH]: FIXED } });
    const run = await stage.run({ inputs: { 'resolve-threads': 'yes' } });
    expect(run.code).toBe(3);
    expect(run.out).toMatch(/resolve-threads.*yes/);
  });
});

describe('a 👎 and a resolved thread', () => {
  const permissionsAsked = ({ fake }: Stage) =>
    fake.requests.filter(({ route }) => route?.endsWith('/collaborators/{username}/permission')).length;
  const dismissed = (run: ActionRun) =>
    run.report?.findings.filter(({ state }) => state === 'dismissed') ?? [];
  const resolve = (stage: Stage, login: string) => {
    const { thread } = firstThread(stage);
    thread.resolved = true;
    thread.resolvedBy = stage.fake.userNamed(login);
  };

  it('by a writer dismiss the finding, for as long as they stand', async () => {
    const stage = await setReviewed();
    const { comment } = firstThread(stage);
    expect(permissionsAsked(stage)).toBe(0);
    stage.fake.addReaction({ to: comment, login: 'maintainer', content: '-1' });
    const run = await again(stage);
    expect(dismissed(run)[0]?.suppressedBy).toMatch(
      /^dismissal: 👎 \(@maintainer, https:.*discussion_r\d+\)$/,
    );
    expect(stage.statuses().at(-1)).toMatch(/^success/);
    expect(permissionsAsked(stage)).toBe(1);
    stage.fake.state.reactions.length = 0;
    await again(stage);
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
    expect(stage.ownComments()[0]).not.toContain('until its code changed');
    expect(stage.fake.reviews).toHaveLength(1);
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('hold when the code moves, and end when it changes', async () => {
    const stage = await setReviewed();
    resolve(stage, 'maintainer');
    const run = await push(stage, `// above\n${INJECTION}`);
    expect(dismissed(run)[0]?.suppressedBy).toMatch(/^dismissal: resolved the thread \(@maintainer/);
    expect(stage.statuses().at(-1)).toMatch(/^success/);
    await push(stage, `// above\n${INJECTION.replace('SELECT *', 'SELECT id')}`);
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
    expect(stage.ownComments()[0]).toContain('until its code changed, and it did');
  });

  it.each(['stranger', 'ada'])('R21 by %s, who may not write, dismiss nothing', async (login) => {
    const stage = await setReviewed();
    const { comment } = firstThread(stage);
    stage.fake.addReaction({ to: comment, login, content: '-1' });
    resolve(stage, login);
    const run = await again(stage);
    expect(dismissed(run)).toEqual([]);
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
    expect(permissionsAsked(stage)).toBe(1);
  });

  it.each(['+1', 'confused'])('a %s dismisses nothing, and nobody is asked about', async (content) => {
    const stage = await setReviewed();
    stage.fake.addReaction({ to: firstThread(stage).comment, login: 'maintainer', content });
    await again(stage);
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
    expect(permissionsAsked(stage)).toBe(0);
  });

  it('R21 a 👎 below a comment of somebody else with our marker dismisses nothing', async () => {
    const stage = await setReviewed();
    const { body } = firstThread(stage).comment;
    const { fake, pull } = stage;
    const forged = fake.addReviewComment({ pull, login: 'stranger', body, path: PATH, line: 1 });
    fake.addReaction({ to: forged, login: 'maintainer', content: '-1' });
    await again(stage);
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
    expect(permissionsAsked(stage)).toBe(0);
  });

  it('a thread that was resolved because the finding was fixed dismisses nothing when it is back', async () => {
    const stage = await setReviewed();
    await push(stage, FIXED);
    resolve(stage, 'maintainer');
    for (let times = 0; times < 2; times += 1) {
      await push(stage, `${'//\n'.repeat(times)}${INJECTION}`);
      expect(stage.statuses().at(-1)).toMatch(/^failure/);
    }
  });
});
