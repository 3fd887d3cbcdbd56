import { describe, expect, it } from 'vitest';
import { answers, findingId, repliesOf, say, sayBeside, setCommandStage, written } from './command-scene.ts';
import type { Stage } from './run-action.ts';

/** Everything that the grammar knows; ids and reasons as they come. */
const commandsOf = (stage: Stage) => {
  const id = findingId(stage);
  return [
    '/review',
    '/review full',
    '/review security',
    '/review status',
    '/review abort',
    '/review pause',
    '/review resume',
    `/review explain ${id}`,
    `/review dismiss ${id} known`,
    `/review undismiss ${id}`,
    '/review override rollback',
    '/review help',
    '/review --agents security',
    '/review rewiew',
  ];
};

describe('R11 who may command', () => {
  it('R11 without write permission: silence for every command, wherever it stands', async () => {
    const stage = await setCommandStage();
    await stage.run();
    const before = written(stage);
    const users = ['has-triage', 'has-read', 'has-none', 'stranger', 'ada'];
    for (const [index, body] of commandsOf(stage).entries()) {
      const login = users[index % users.length] ?? 'stranger';
      const { run } = await (index % 2 === 0 ? say : sayBeside)(stage, body, login);
      expect(run.code).toBe(0);
      expect(run.out).toContain('it takes write permission');
      expect(written(stage), `${login}: ${body}`).toEqual(before);
    }
    expect(stage.fake.unexpected).toEqual([]);
  }, 60_000);
});

describe('R11 who cannot be asked about', () => {
  it.each([404, 500])(
    'R11 a permission that answers %i is none',
    async (status) => {
      const stage = await setCommandStage();
      stage.fake.script({
        route: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
        times: Number.POSITIVE_INFINITY,
        effect: { kind: 'fail', status },
      });
      await say(stage, '/review pause');
      expect(written(stage)).toEqual([]);
    },
    60_000,
  );

  it('R13 a bot with write permission gets silence', async () => {
    const stage = await setCommandStage();
    stage.fake.addUser({ login: 'helper[bot]', roles: { 'octo/shop': 'write' } });
    const { run } = await say(stage, '/review pause', 'helper[bot]');
    expect(run.out).toContain('commands of bots are not read');
    expect(written(stage)).toEqual([]);
  }, 60_000);

  it('a token that may only read, as for a comment beside a line of a fork: a word in the log', async () => {
    const stage = await setCommandStage();
    await stage.run();
    stage.fake.addToken({ token: 'weak', readOnly: true });
    const before = written(stage);
    for (const body of ['/review help', '/review pause', `/review dismiss ${findingId(stage)} known`]) {
      const { run } = await sayBeside(stage, body, 'maintainer', { inputs: { 'github-token': 'weak' } });
      expect(run.code).toBe(0);
      expect(run.out).toContain('may not write');
    }
    expect(written(stage)).toEqual(before);
  }, 60_000);
});

describe('commands that ask', () => {
  it('help, unknown words, options and status are answered where they stand, with a reaction and no claim', async () => {
    const stage = await setCommandStage();
    await stage.run();
    const statuses = stage.statuses();
    await say(stage, '/review help');
    await say(stage, '/review stauts', 'has-write');
    await say(stage, '/review --workflow fast', 'has-maintain');
    const asked = await sayBeside(stage, '/review status', 'has-admin');
    expect(answers(stage)).toHaveLength(3);
    expect(answers(stage)[0]).toContain('`/review dismiss <id> <reason>`');
    expect(answers(stage)[1]).toContain('the nearest command is `/review status`');
    expect(answers(stage)[2]).toContain('not available yet');
    expect(repliesOf(stage)).toHaveLength(1);
    expect(repliesOf(stage)[0]).toMatch(/\*\*failure\*\*.*1 critical/);
    expect(stage.fake.reviewComments.at(-1)?.inReplyTo).toBe(asked.first.id);
    expect(stage.fake.reactions.map(({ on, commentId, content }) => [on, commentId, content])).toContainEqual(
      ['review-comment', asked.comment.id, 'eyes'],
    );
    expect(stage.statuses()).toEqual(statuses);
    expect(stage.fake.unexpected).toEqual([]);
  }, 60_000);
});
