import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model.ts';
import { issueCommentEvent, pullRequestEvent } from '../fakes/github/events.ts';
import { beginStory, FIRST, type Story, type Told, tellStep } from './lifecycle-scene.ts';
import { expectNothingUnexpected } from './model-scene.ts';

const TRANSCRIPT = join(import.meta.dirname, '..', '..', 'docs', 'lifecycle.md');
const PRICE = 'src/price.js';
const USERS = 'src/users.js';
const PEOPLE = 'src/people.js';
const STOCK = 'src/stock.js';

const file = (path: string) => FIRST[path] ?? '';
const fixedPrice = file(PRICE).replace('amount - discount / 100', '(amount * (100 - discount)) * 0.01');
const movedUsers = file(USERS)
  .replace('export function listUsers(app, db) {', 'function answerUsers(app, db) {')
  .concat('\nexport function listUsers(app, db) {\n  answerUsers(app, db);\n}\n');
const reformattedStock = file(STOCK).replace(/^( {2})+/gm, (indent) => '\t'.repeat(indent.length / 2));
const SQL = 'Input reaches an SQL statement';
const DISCOUNT = 'The discount is not applied';
const SHELVES = 'Every shelf counts one too many';

/** A push of one more commit. */
async function push(story: Story, title: string, what: string, files: Readonly<Record<string, string>>) {
  const { repository } = story.scene.stage;
  return moveTo(story, title, what, () => repository.commit(title, files));
}

/** The branch points to another commit. */
async function moveTo(story: Story, title: string, what: string, makeHead: () => string): Promise<Told> {
  const { stage } = story.scene;
  const head = makeHead();
  return story.tell(title, what, () => {
    stage.fake.moveHead(stage.pull, head);
    return pullRequestEvent(stage.fake, stage.pull, 'synchronize');
  });
}

/** A maintainer writes a comment. */
async function command(story: Story, title: string, what: string, body: string): Promise<Told> {
  const { fake, pull } = story.scene.stage;
  return story.tell(title, what, () =>
    issueCommentEvent(fake, pull, fake.addComment({ pull, login: 'maintainer', body })),
  );
}

const find = ({ run }: Told, title: string): Finding | undefined =>
  run.report?.findings.find((finding) => finding.title === title);
const stateOf = (step: Told, title: string) => find(step, title)?.state;
const reasonsOf = ({ run }: Told) => run.report?.extent?.reasons.join('; ') ?? '';

describe('twelve pushes to one pull request', () => {
  it('never says anything twice, knows what became of each finding, and names why it looks again', async () => {
    const story = await beginStory();
    const { stage } = story.scene;
    const { repository, fake, pull } = stage;
    const first = await story.tell(
      'opened',
      'Three files, one finding in each: two by a model, one by a rule.',
      () => pullRequestEvent(fake, pull, 'opened'),
    );
    const ids = new Map([SQL, DISCOUNT, SHELVES].map((title) => [title, find(first, title)?.id]));
    expect([...ids.values()].every((id) => id !== undefined)).toBe(true);

    const fix = await push(story, 'Fix one finding', 'The discount is calculated as it was meant.', {
      [PRICE]: fixedPrice,
    });
    expect(fix.asked).toEqual([PRICE]);
    expect(fix.run.report?.since?.fixed).toMatchObject([{ title: DISCOUNT, fixedBy: pull.headSha }]);
    expect([stateOf(fix, SQL), stateOf(fix, SHELVES)]).toEqual(['open', 'open']);

    const moved = await push(story, 'Move code', 'The query moves into a function of its own.', {
      [USERS]: movedUsers,
    });
    expect(stateOf(moved, SQL)).toBe('moved');

    const renamed = await moveTo(story, 'Rename a file', '`src/users.js` becomes `src/people.js`.', () => {
      repository.git('mv', USERS, PEOPLE);
      return repository.commit('Rename a file');
    });
    expect(find(renamed, SQL)).toMatchObject({ state: 'moved', path: PEOPLE });

    const reformatted = await push(story, 'Reformat', 'Tabs take the place of spaces.', {
      [STOCK]: reformattedStock,
    });
    expect(stateOf(reformatted, SHELVES)).toBe('open');

    const before = pull.headSha;
    const oldBase = pull.baseSha;
    const rebased = await moveTo(
      story,
      'Rebase',
      'The base branch moved, and the branch was rebased onto it.',
      () => {
        repository.git('checkout', '--quiet', '--detach', oldBase);
        const base = repository.commit('elsewhere', { 'src/elsewhere.js': 'export const elsewhere = 1;\n' });
        fake.moveBase(pull, { sha: base });
        repository.git('checkout', '--quiet', '--detach', before);
        repository.git('rebase', '--quiet', base);
        return repository.git('rev-parse', 'HEAD');
      },
    );
    expect(reasonsOf(rebased)).toMatch(/history was rewritten.*the base moved/);

    const back = await moveTo(story, 'Force-push back', 'The rebase is taken back.', () => {
      repository.git('checkout', '--quiet', '--detach', before);
      return before;
    });
    expect(reasonsOf(back)).toMatch(/history was rewritten/);

    const amended = await moveTo(
      story,
      'Amend',
      'The last commit gets another message and one more line.',
      () => {
        repository.write(STOCK, reformattedStock.concat('export const shelf6 = 42;\n'));
        repository.git('add', '--all');
        repository.git('commit', '--quiet', '--amend', '--message', 'Reformat, and one more shelf');
        return repository.git('rev-parse', 'HEAD');
      },
    );
    expect(reasonsOf(amended)).toMatch(/history was rewritten/);

    const branch = { ref: pull.baseRef, sha: pull.baseSha };
    const rebasedOnto = await story.tell(
      'Change the base',
      'The pull request is pointed at the branch `release`.',
      () => {
        fake.moveBase(pull, { sha: oldBase, ref: 'release' });
        return pullRequestEvent(fake, pull, 'edited', { baseBefore: branch });
      },
    );
    expect(reasonsOf(rebasedOnto)).toMatch(/base branch/);

    const docs = await push(story, 'Touch only documents', 'A guide is added.', {
      'docs/guide.md': '# Guide\n\nCall `price` with an amount and a discount.\n',
    });
    expect(docs.run.report?.extent).toMatchObject({ kind: 'changed', reasons: [] });
    for (const path of [PRICE, PEOPLE, STOCK]) expect(docs.asked).not.toContain(path);

    const reverted = await push(story, 'Revert the fix', 'The wrong discount is back.', {
      [PRICE]: file(PRICE),
    });
    expect(find(reverted, DISCOUNT)).toMatchObject({ state: 'reopened', id: ids.get(DISCOUNT) });

    const dismissed = await command(
      story,
      'Dismiss',
      `A maintainer writes \`/review dismiss ${ids.get(SHELVES)} one spare item belongs to each shelf\`.`,
      `/review dismiss ${ids.get(SHELVES)} one spare item belongs to each shelf`,
    );
    expect(find(dismissed, SHELVES)).toMatchObject({ state: 'dismissed', id: ids.get(SHELVES) });
    expect(dismissed.calls).toBe(0);

    const overridden = await command(
      story,
      'Override',
      'A maintainer writes `/review override released under ticket 12`.',
      '/review override released under ticket 12',
    );
    expect(overridden.status).toMatch(/^success: overridden by .*maintainer/);
    expect(overridden.comment).toContain('The override ends with this commit');
    expect(overridden.calls).toBe(0);

    const last = pull.headSha;
    const onward = await moveTo(
      story,
      'Rebase again',
      'The branch is rebased: the override ends, the dismissal stands.',
      () => {
        repository.git('checkout', '--quiet', '--detach', oldBase);
        const base = repository.commit('elsewhere', { 'src/elsewhere.js': 'export const elsewhere = 2;\n' });
        fake.moveBase(pull, { sha: base });
        repository.git('checkout', '--quiet', '--detach', last);
        repository.git('rebase', '--quiet', base);
        return repository.git('rev-parse', 'HEAD');
      },
    );
    expect(onward.status).toMatch(/^failure/);
    expect(onward.comment).toMatch(/The override by .*maintainer.* ended with that commit/);
    expect(stateOf(onward, SHELVES)).toBe('dismissed');

    const changed = await push(
      story,
      'Change the dismissed code',
      'Two more items a shelf: the dismissal ends.',
      {
        [STOCK]: reformattedStock.replace('items + 1', 'items + 1 + 1'),
      },
    );
    expect(stateOf(changed, SHELVES)).toBe('reopened');
    expect(changed.comment).toContain('Dismissed until its code changed, and it did');

    for (const step of story.told) {
      expect(step.comments).toBe(1);
      // Edited code is new code: it has an id of its own.
      if (step === changed) continue;
      for (const [title, id] of ids)
        if (stateOf(step, title) !== undefined) expect(find(step, title)?.id).toBe(id);
    }
    expectNothingUnexpected(story.scene);
    await expect(transcript(story)).toMatchFileSnapshot(TRANSCRIPT);
  }, 120_000);
});

function transcript({ told }: Story): string {
  const intro = `# The life of a pull request

What a pull request goes through when it is pushed to twelve times and talked to, and what the review says each time.
Made by \`tests/action/lifecycle.test.ts\` from whole runs of the built Action; the model is a stand-in.
`;
  return [intro, ...told.map(tellStep)].join('\n');
}
