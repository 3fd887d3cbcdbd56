import { describe, expect, it } from 'vitest';
import { issueCommentEvent, pullRequestEvent } from '../fakes/github/events.ts';
import {
  answers,
  findingId,
  push,
  repliesOf,
  say,
  sayBeside,
  setCommandStage,
  USERS_PATH,
} from './command-scene.ts';
import { INJECTION } from './model-scene.ts';

const HARMLESS = 'export const total = 3;\n';

describe('/review dismiss', () => {
  it('dismisses the finding by whom and why, and prints the lines that make it last', async () => {
    const stage = await setCommandStage();
    await stage.run();
    const id = findingId(stage);
    expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical/);
    const { run, comment } = await say(stage, `/review dismiss ${id} only @admins #1 reach this`);
    expect(run.code).toBe(0);
    expect(run.report?.findings.find((one) => one.id === id)).toMatchObject({ state: 'dismissed' });
    expect(stage.statuses().at(-1)).toMatch(/^success/);
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.ownComments()[0]).toMatch(/Dismissed: 1 finding/);
    expect(stage.ownComments()[0]).toContain('`@admins`');
    const [answer = ''] = answers(stage);
    expect(answers(stage)).toHaveLength(1);
    expect(answer).toContain(`- fingerprint: f1:${id}`);
    expect(answer).toContain('  by: maintainer');
    expect(answer).toContain('until its code changes');
    expect(stage.fake.reactions).toMatchObject([{ commentId: comment.id, content: 'eyes' }]);
    expect(stage.fake.unexpected).toEqual([]);
  }, 60_000);

  it('survives a push elsewhere and a rebase, and ends when its code changes', async () => {
    const stage = await setCommandStage();
    await stage.run();
    const id = findingId(stage);
    await sayBeside(stage, `/review dismiss ${id} known`);
    expect(repliesOf(stage)[0]).toContain('dismissals.yml');
    await push(stage, { 'src/other.js': HARMLESS });
    expect(stage.statuses().at(-1)).toMatch(/^success/);
    // A rebase: other commits with the same change, moved down by a line.
    stage.repository.git('checkout', '--quiet', '--detach', stage.pull.baseSha);
    await push(stage, { [USERS_PATH]: `// moved\n\n${INJECTION}` });
    expect(stage.statuses().at(-1)).toMatch(/^success/);
    expect(stage.ownComments()[0]).toMatch(/Dismissed: 1 finding/);
    const changed = await push(stage, { [USERS_PATH]: INJECTION.replace('WHERE name', 'WHERE nick') });
    expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical/);
    expect(changed.report?.since?.endedDismissals).toHaveLength(1);
    expect(stage.ownComments()[0]).toContain('Dismissed until its code changed, and it did');
    // The old code comes back: what ended does not.
    await push(stage, { [USERS_PATH]: INJECTION });
    expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical/);
    expect(stage.fake.unexpected).toEqual([]);
  }, 90_000);

  it('no longer counts when its comment was edited or its author lost the permission', async () => {
    const stage = await setCommandStage();
    await stage.run();
    const { comment } = await say(stage, `/review dismiss ${findingId(stage)} known`, 'has-write');
    comment.body = '/review dismiss 00000000 something else';
    const edited = await push(stage, { 'src/other.js': HARMLESS });
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
    expect(edited.report?.notes.join()).toMatch(
      /dismissal of \w+ by has-write no longer counts: its comment was edited/,
    );
    comment.body = `/review dismiss ${findingId(stage)} known`;
    await push(stage, { 'src/another.js': HARMLESS });
    expect(stage.statuses().at(-1)).toMatch(/^success/);
    stage.fake.userNamed('has-write').roles.set('octo/shop', 'read');
    const demoted = await push(stage, { 'src/third.js': HARMLESS });
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
    expect(demoted.report?.notes.join()).toContain('has-write has no write permission');
  }, 90_000);

  it('undismiss takes it back; ids that are none are answered with the nearest', async () => {
    const stage = await setCommandStage();
    await stage.run();
    const id = findingId(stage);
    await say(stage, `/review dismiss ${id} known`);
    await say(stage, `/review undismiss ${id}`);
    expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical/);
    const wrong = `${id.slice(0, 5)}${id.slice(5) === '000' ? '111' : '000'}`;
    await say(stage, `/review dismiss ${wrong} known`);
    await say(stage, `/review undismiss ${id}`);
    await say(stage, `/review explain ${wrong}`);
    await say(stage, `/review explain ${id}`);
    const said = answers(stage);
    expect(said).toHaveLength(5);
    expect(said[1]).toContain(`There is no single finding \`${wrong}\``);
    expect(said[1]).toMatch(new RegExp(`nearest are:\n\n- \`${id}\` critical`));
    expect(said[2]).toContain('is not dismissed');
    expect(said[3]).toContain(`\`${id}\``);
    expect(said[4]).toContain('**What to do:**');
    expect(said[4]).toMatch(/critical · reviewer `security` · found by rule `[a-z-]+` · open/);
    expect(stage.fake.unexpected).toEqual([]);
  }, 90_000);
});

describe('/review override', () => {
  it('lets this head pass, says who, why and until when, and ends with it', async () => {
    const stage = await setCommandStage();
    await stage.run();
    const head = stage.pull.headSha;
    const { run } = await say(stage, '/review override hotfix for @ops', 'has-maintain');
    expect(run.report).toMatchObject({ gate: 'pass', overriddenBy: 'has-maintain', override: { head } });
    expect(stage.statuses(head).at(-1)).toBe('success: overridden by @has-maintain');
    expect(stage.ownComments()[0]).toMatch(/Overridden by .*has-maintain.* for `\w{7}`: hotfix for `@ops`/);
    expect(stage.ownComments()[0]).toContain('The override ends with this commit');
    expect(answers(stage)[0]).toContain('the next push is judged anew');
    const next = await push(stage, { 'src/other.js': HARMLESS });
    expect(next.report?.overriddenBy).toBeUndefined();
    expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical/);
    expect(stage.ownComments()[0]).toContain(`was for \`${head.slice(0, 7)}\` and ended with that commit`);
    expect(stage.fake.unexpected).toEqual([]);
  }, 60_000);

  it('is not taken for a head that was pushed after the comment', async () => {
    const stage = await setCommandStage();
    await stage.run();
    const comment = stage.fake.addComment({
      pull: stage.pull,
      login: 'maintainer',
      body: '/review override fine',
    });
    stage.fake.moveHead(stage.pull, stage.repository.commit('sneaky', { 'src/other.js': HARMLESS }));
    await stage.run({ event: issueCommentEvent(stage.fake, stage.pull, comment) });
    expect(stage.statuses()).toEqual([]);
    expect(answers(stage)[0]).toContain('was not overridden');
  }, 60_000);
});

describe('/review pause and resume', () => {
  it('pause: pushes end with that status and no new comment, commands still work, resume reviews', async () => {
    const stage = await setCommandStage();
    await stage.run();
    const [before] = stage.ownComments();
    await say(stage, '/review pause');
    expect(stage.statuses().at(-1)).toBe('error: paused by maintainer');
    const comments = stage.fake.comments.length;
    const paused = await push(stage, { 'src/other.js': HARMLESS });
    expect(paused.code).toBe(0);
    expect(paused.report).toBeNull();
    expect(stage.statuses().at(-1)).toBe('error: paused by maintainer');
    expect(stage.fake.comments).toHaveLength(comments);
    expect(stage.ownComments()[0]?.split('\n\n<!--')[0]).toBe(before?.split('\n\n<!--')[0]);
    await say(stage, '/review status');
    expect(answers(stage).at(-1)).toContain('paused by maintainer');
    await say(stage, '/review');
    expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical/);
    await push(stage, { 'src/other.js': `${HARMLESS}export const more = 4;\n` });
    expect(stage.statuses().at(-1)).toBe('error: paused by maintainer');
    await say(stage, '/review resume', 'has-write');
    expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical/);
    await push(stage, { 'src/other.js': `${HARMLESS}export const more = 5;\n` });
    expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical/);
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.fake.unexpected).toEqual([]);
  }, 90_000);

  it('while paused an order is still said by a review', async () => {
    const stage = await setCommandStage();
    await stage.run();
    await say(stage, '/review pause');
    await say(stage, `/review dismiss ${findingId(stage)} known`);
    expect(stage.statuses().at(-1)).toMatch(/^success/);
    await push(stage, { 'src/other.js': HARMLESS });
    expect(stage.statuses().at(-1)).toBe('error: paused by maintainer');
  }, 60_000);

  it('before the first review: what is paused is remembered in a comment', async () => {
    const stage = await setCommandStage();
    await say(stage, '/review pause');
    expect(stage.ownComments()).toHaveLength(1);
    await stage.run({ event: pullRequestEvent(stage.fake, stage.pull, 'synchronize') });
    expect(stage.statuses().at(-1)).toBe('error: paused by maintainer');
    await say(stage, '/review resume');
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical/);
  }, 60_000);
});
