import { describe, expect, it } from 'vitest';
import type { RememberedFinding, ReviewMemory } from '../../src/model.ts';
import type { ReviewThread } from '../../src/ports.ts';
import { markFixed, planMarks } from '../../src/publish/mark-fixed.ts';
import { ownThreads, postedFingerprints } from '../../src/publish/own-threads.ts';
import { resolveThreads } from '../../src/publish/resolve-threads.ts';
import { tidyThreads } from '../../src/publish/tidy-threads.ts';
import { readFindingMarker, writeFindingMarker } from '../../src/render/finding-marker.ts';
import { makeFinding } from '../make-finding.ts';
import { makeReport } from '../render/make-report.ts';
import { FakeForge, OWN_ID, refused } from './fake-forge.ts';

const SIGNAL = new AbortController().signal;
const SHA = 'c'.repeat(40);
const PLACE = 'ab12'.repeat(4);
const print = (n: number) => `f1:${String(n).padStart(24, '0')}`;
const marker = (n: number, placeKey: string | null = null) =>
  writeFindingMarker({ fingerprint: print(n), placeKey, state: 'open' });

/** A forge with a thread of ours for each body. */
function withThreads(...bodies: readonly string[]): FakeForge {
  const forge = new FakeForge();
  for (const body of bodies) forge.addThread(body, OWN_ID);
  return forge;
}

const own = (forge: FakeForge) => ownThreads(forge.threads, OWN_ID);

function remembered(n: number, changes: Partial<RememberedFinding> = {}): RememberedFinding {
  return {
    fingerprint: print(n),
    codeKey: 'code',
    placeKey: `place${n}`,
    state: 'fixed',
    fixedBy: SHA,
    reviewer: 'security',
    ruleId: 'rule',
    origin: 'analyzer',
    severity: 'high',
    title: 'Title',
    ...changes,
  };
}

const NONE: ReadonlySet<string> = new Set();
const fixedNow = (findings: readonly RememberedFinding[]) => ({
  findings: [],
  remembered: findings,
  head: SHA,
});

const MEMORY: ReviewMemory = {
  head: SHA,
  base: SHA,
  baseLabel: 'main',
  configDigest: 'd',
  modelsDigest: null,
  rounds: 1,
  finished: [],
  files: NONE,
  glanced: NONE,
  seenHead: SHA,
  signatures: NONE,
  lines: NONE,
  findings: [],
  carried: [],
};

describe('the marker of an inline comment', () => {
  it.each([
    { fingerprint: print(1), placeKey: null, state: 'open' },
    { fingerprint: print(2), placeKey: PLACE, state: 'fixed' },
    { fingerprint: print(3), placeKey: PLACE, state: 'resolved' },
    { fingerprint: print(4), placeKey: null, state: 'reopened' },
  ] as const)('reads back as written: $state', (written) => {
    expect(readFindingMarker(`${writeFindingMarker(written)}\r\ntext`)).toEqual(written);
  });

  it.each([
    '',
    'text',
    `text\n${marker(1)}`,
    ` ${marker(1)}`,
    `${marker(1)} and more`,
    marker(1).replace('f1:', 'f2:'),
    marker(1).replace(' -->', ' closed -->'),
    '<!-- multi-agent-review v1 -->',
  ])('R20 is none elsewhere or in another form: %j', (body) => {
    expect(readFindingMarker(body)).toBeNull();
  });
});

describe('R20 our threads', () => {
  it('are those that our account opened with the marker on the first line', () => {
    const forge = withThreads(`${marker(1)}\nours`, 'no marker', `quoted\n${marker(2)}`);
    forge.addThread(`${marker(3)}\nof somebody else`, 7);
    forge.addThread(`${marker(4)}\nof an account that is gone`, null);
    const answered = forge.addThread('a person opened it', 7);
    const [said] = forge.threads[0]?.comments ?? [];
    if (said === undefined) throw new Error('There is no comment.');
    forge.changeThread(forge.threads.indexOf(answered), { comments: [...answered.comments, said] });
    forge.threads.push({ ...answered, comments: [], commentCount: 0 });
    expect(own(forge).map(({ marker: { fingerprint } }) => fingerprint)).toEqual([print(1)]);
    expect(ownThreads(forge.threads, 0)).toEqual([]);
    expect(postedFingerprints([print(9), print(1)], own(forge))).toEqual([print(9), print(1)]);
  });
});

describe('marks', () => {
  it('are set for what is fixed, and for nothing else', () => {
    const forge = withThreads(...[1, 2, 3, 4].map((n) => `${marker(n)}\nsaid`));
    const findings = [remembered(1), remembered(2, { state: 'open' }), remembered(3, { state: 'dismissed' })];
    const marks = planMarks(own(forge), fixedNow(findings), NONE);
    expect(marks.map(({ own: { marker: at } }) => at.fingerprint)).toEqual([print(1)]);
    expect(marks[0]?.body).toBe(
      `${marker(1).replace(' -->', ' fixed -->')}\n✅ **Fixed by \`ccccccc\`.**\n\n<details><summary>What it said</summary>\n\nsaid\n\n</details>\n`,
    );
  });

  it('find the finding of an edited line by its place, while none stands there', () => {
    const forge = withThreads(`${marker(1, PLACE)}\nsaid`);
    const there = { placeKey: PLACE };
    const planned = (...findings: readonly RememberedFinding[]) =>
      planMarks(own(forge), fixedNow(findings), NONE).length;
    expect(planned(remembered(2, there))).toBe(1);
    expect(planned(remembered(2, there), remembered(3, { ...there, state: 'open' }))).toBe(0);
    expect(planned(remembered(2))).toBe(0);
  });

  it('leave no suggestion to apply, and fit into what GitHub takes', () => {
    const forge = withThreads(
      `${marker(1)}\nsaid\n\n\`\`\`suggestion\nx\n\`\`\`\n`,
      `${marker(2)}\n${'long '.repeat(13_000)}`,
    );
    const bodies = planMarks(own(forge), fixedNow([remembered(1), remembered(2)]), NONE).map(
      ({ body }) => body,
    );
    expect(bodies[0]).toContain('```text\nx\n```');
    expect(bodies[1]?.length).toBeLessThan(300);
  });

  it('are made once, taken back once, and made again', () => {
    const forge = withThreads(`${marker(1)}\nsaid`);
    const steps: readonly (readonly [Parameters<typeof planMarks>[1], RegExp | null])[] = [
      [fixedNow([remembered(1)]), /Fixed by/],
      [fixedNow([remembered(1)]), null],
      [fixedNow([]), null],
      [{ ...fixedNow([]), findings: [makeFinding({ fingerprint: print(1) })] }, /Back in/],
      [{ ...fixedNow([]), findings: [makeFinding({ fingerprint: print(1) })] }, null],
      [fixedNow([remembered(1)]), /Fixed by/],
    ];
    for (const [known, expected] of steps) {
      const [mark] = planMarks(own(forge), known, NONE);
      if (expected === null) expect(mark).toBeUndefined();
      else expect(mark?.body).toMatch(expected);
      const [comment] = forge.threads[0]?.comments ?? [];
      if (mark !== undefined && comment !== undefined)
        forge.changeThread(0, { comments: [{ ...comment, body: mark.body }] });
    }
  });

  it('are at most ten in a run; one that fails does not stop the others', async () => {
    const forge = withThreads(...Array.from({ length: 12 }, (_, n) => `${marker(n)}\nsaid`));
    const all = Array.from({ length: 12 }, (_, n) => remembered(n));
    const marks = planMarks(own(forge), fixedNow(all), NONE);
    const { reviews } = forge.ports;
    const poster = {
      updateComment: (id: number, body: string, signal: AbortSignal) =>
        id === marks[0]?.own.comment.id
          ? Promise.reject(refused(404))
          : reviews.updateComment(id, body, signal),
    };
    const problems = await markFixed(poster, marks, SIGNAL);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(marks[0]?.own.comment.url);
    const said = forge.threads.filter(({ comments }) => comments[0]?.body.includes('Fixed by'));
    expect(said).toHaveLength(9);
  });
});

describe('resolving', () => {
  const resolve = (forge: FakeForge, is: 'fixed' | 'present' | 'unknown' = 'fixed') =>
    resolveThreads(
      forge.ports.threads,
      own(forge),
      { authorId: OWN_ID, isFixed: () => is === 'fixed', isPresent: () => is === 'present' },
      SIGNAL,
    );
  const comment = (authorId: number): ReviewThread['comments'][number] => ({
    id: 5,
    authorId,
    author: 'x',
    body: 'y',
    url: 'https://github.example/d/5',
    createdAt: '2026-11-21T10:00:00Z',
    edited: false,
  });

  it.each([
    ['a person answered', { comments: [comment(7)], commentCount: 2 }],
    ['an account that is gone answered', { comments: [{ ...comment(7), authorId: null }], commentCount: 2 }],
    ['there is more than was read', { comments: [], commentCount: 51 }],
  ])('leaves a thread alone in which %s', async (_what, { comments, commentCount }) => {
    const forge = withThreads(`${marker(1)}\nsaid`);
    const [first] = forge.threads[0]?.comments ?? [];
    if (first === undefined) throw new Error('There is no comment.');
    forge.changeThread(0, { comments: [first, ...comments], commentCount });
    expect(await resolve(forge)).toEqual({ resolved: new Set(), problems: [] });
    expect(forge.writes).toEqual([]);
  });

  it('opens again only what we resolved ourselves', async () => {
    const forge = withThreads(`${marker(1)}\nsaid`, `${marker(2)}\nsaid`);
    forge.changeThread(0, { isResolved: true, resolvedBy: { login: 'github-actions', id: OWN_ID } });
    forge.changeThread(1, { isResolved: true, resolvedBy: { login: 'jane', id: 7 } });
    await resolve(forge, 'unknown');
    expect(forge.threads.map(({ isResolved }) => isResolved)).toEqual([true, true]);
    await resolve(forge, 'present');
    expect(forge.threads.map(({ isResolved }) => isResolved)).toEqual([false, true]);
  });

  it('ends with the first refusal, does at most ten, and says what GitHub did not do', async () => {
    const many = Array.from({ length: 12 }, (_, n) => `${marker(n)}\nsaid`);
    const refusing = withThreads(...many);
    refusing.mayResolve = false;
    expect((await resolve(refusing)).problems).toEqual([expect.stringContaining('contents: write')]);
    expect(refusing.writes).toHaveLength(1);
    const willing = withThreads(...many);
    expect((await resolve(willing)).resolved.size).toBe(10);
    const forge = withThreads(...many);
    const threads = own(forge);
    forge.threads.length = 0;
    const wanted = { authorId: OWN_ID, isFixed: () => true, isPresent: () => false };
    const { problems, resolved } = await resolveThreads(forge.ports.threads, threads, wanted, SIGNAL);
    expect([problems.length, resolved.size]).toEqual([10, 0]);
  });
});

describe('bringing our threads up to date', () => {
  const tidy = (forge: FakeForge, resolve: boolean, signal = SIGNAL) => {
    const memory = { ...MEMORY, findings: [remembered(1)] };
    const tidying = { own: own(forge), authorId: OWN_ID, memory, head: SHA, resolve };
    return tidyThreads(makeReport(), forge.ports, tidying, signal);
  };

  it('resolves first, so that one edit says both', async () => {
    const forge = withThreads(`${marker(1)}\nsaid`);
    expect(await tidy(forge, true)).toEqual([]);
    expect(forge.writes).toEqual(['resolve thread', 'update inline comment']);
    expect(own(forge)[0]?.marker.state).toBe('resolved');
  });

  it('catches up with what was marked before it was wanted, or allowed', async () => {
    const forge = withThreads(`${marker(1)}\nsaid`);
    await tidy(forge, false);
    const [before] = forge.threads[0]?.comments ?? [];
    forge.mayResolve = false;
    expect(await tidy(forge, true)).toHaveLength(1);
    expect(forge.threads[0]?.comments[0]?.body).toBe(before?.body);
    forge.mayResolve = true;
    await tidy(forge, true);
    expect(forge.threads[0]?.isResolved).toBe(true);
    expect(forge.threads[0]?.comments[0]?.body).toBe(before?.body.replace(' fixed -->', ' resolved -->'));
  });

  it('the end of the time of a run is a note: its status stands already', async () => {
    const forge = withThreads(`${marker(1)}\nsaid`);
    const over = new AbortController();
    over.abort(new Error('the time is over'));
    const { ports } = forge;
    const reviews = { ...ports.reviews, updateComment: () => Promise.reject(over.signal.reason) };
    const memory = { ...MEMORY, findings: [remembered(1)] };
    const tidying = { own: own(forge), authorId: OWN_ID, memory, head: SHA, resolve: false };
    const notes = tidyThreads(makeReport(), { ...ports, reviews }, tidying, over.signal);
    expect(await notes).toEqual([expect.stringContaining('time of this run was over')]);
    const broken = tidyThreads(makeReport(), { ...ports, reviews }, tidying, SIGNAL);
    await expect(broken).rejects.toThrow('the time is over');
  });
});
