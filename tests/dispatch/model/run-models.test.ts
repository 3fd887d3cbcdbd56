import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileBuiltIns } from '../../../scripts/compile-built-ins.ts';
import { builtInConfiguration } from '../../../src/config/built-in-configuration.ts';
import { DEFAULT_SETTINGS } from '../../../src/config/default-settings.ts';
import type { ModelRequest } from '../../../src/ports.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { makeReviewer, said, wireAnswer } from './material.ts';
import { runScene } from './run-scene.ts';

const nothing = () => said(wireAnswer());
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `  steps.push(applyDiscount(${index}));\n`).join('');
/** More lines than triage takes for trivial. */
const CODE = makeChangedFile('src/price.ts', null, `export function priceOf(steps) {\n${rows(40)}}\n`);
const OTHER = makeChangedFile('src/tax.ts', null, `export function taxOf(steps) {\n${rows(20)}}\n`);
const REVIEWERS = [
  makeReviewer('security'),
  makeReviewer('test-coverage', { sees: ['diff', 'tests'] }),
  makeReviewer('documentation', { sees: ['diff', 'intent', 'docs'] }),
];
const KEY = ['AKIA', 'Q3EGRWZPM5XK', 'T2VB'].join('');
const RELATED = new Map([
  ['tests/price.test.ts', `const id = "${KEY}";\nit('is cheap', () => priceOf([]));\n`],
  ['docs/pricing.md', '# Prices\n\nCall priceOf with the steps.\n'],
  ['docs/secret/plan.md', 'priceOf will be dearer\n'],
  ['package.json', '{ "name": "priceOf" }'],
]);
const SUBJECT = { title: 'A perfectly safe refactor', description: 'Nothing to see.' };

function beforeRole({ system, messages }: ModelRequest): string {
  return JSON.stringify([system, messages.map(({ content }) => content.slice(0, -1))]);
}

const withRelated = (more: Partial<Parameters<typeof runScene>[0]> = {}) =>
  runScene({
    files: [CODE],
    reviewers: REVIEWERS,
    context: {
      related: RELATED,
      subject: SUBJECT,
      settings: { ...DEFAULT_SETTINGS, neverSend: ['docs/secret/'] },
    },
    answer: nothing,
    ...more,
  });

describe('unchanged files beside the change', () => {
  it('reach the reviewers that see them, and nobody else', async () => {
    const { rolesOf } = await withRelated();
    const [security = '', tests = '', docs = ''] = REVIEWERS.flatMap((one) => rolesOf(one.title));

    expect(tests).toContain("2   it('is cheap', () => priceOf([]));");
    expect(tests).not.toContain('Call priceOf');
    expect(docs).toContain('3   Call priceOf with the steps.');
    expect(docs).not.toContain('is cheap');
    expect(security).not.toMatch(/Unchanged files|is cheap|Call priceOf/);
  });

  it('leave the shared beginning equal byte for byte', async () => {
    const { asked } = await withRelated();
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(beforeRole)).size).toBe(1);
    expect(
      asked.flatMap(({ messages }) => messages.map((one) => one.content.map((b) => b.cacheMark))),
    ).toEqual(Array(3).fill([true, false]));
  });

  it('hold no secret and nothing that is never sent', async () => {
    const { asked } = await withRelated();
    const everything = JSON.stringify(asked);
    expect(everything).not.toContain(KEY);
    expect(everything).toContain('*'.repeat(KEY.length));
    expect(everything).not.toContain('will be dearer');
    expect(everything).not.toContain('docs/secret');
  });

  it('are the same whatever order they were read in', async () => {
    const [one, other] = await Promise.all(
      [RELATED, new Map([...RELATED].reverse())].map((related) =>
        withRelated({ context: { related, subject: SUBJECT } }),
      ),
    );
    expect(one?.asked).toEqual(other?.asked);
  });
});

describe('framing', () => {
  it('the built-in security reviewer sees neither title nor description, nor anything but the diff', async () => {
    const builtIns = compileBuiltIns(join(import.meta.dirname, '../../..'));
    const reviewers = builtInConfiguration(builtIns).reviewers;
    const { rolesOf, asked } = await withRelated({ reviewers });
    const [security = ''] = rolesOf(reviewers.find((one) => one.name === 'security')?.title ?? '');

    expect(security).not.toBe('');
    expect(security).not.toMatch(/perfectly safe|Nothing to see|Unchanged files/);
    for (const request of asked) expect(beforeRole(request)).not.toMatch(/perfectly safe|Nothing to see/);
    expect(JSON.stringify(asked)).toContain('perfectly safe');
  });
});

describe('what a model says it did not get to', () => {
  it('lowers the coverage and the status, and is named', async () => {
    const { outcome, agent } = await runScene({
      files: [CODE, OTHER],
      answer: () => said(wireAnswer([], { remaining: ['src/tax.ts', 'src/tax.ts'] })),
    });
    expect(outcome.coverage.reviewed).toEqual([
      { path: 'src/price.ts', by: ['text', 'model'] },
      { path: 'src/tax.ts', by: ['text'] },
    ]);
    expect(agent('correctness')).toMatchObject({
      status: 'degraded',
      reason: 'its model says it did not get to 1 of its 2 files: src/tax.ts',
    });
    expect(outcome.notes).toEqual([]);
  });

  it('counts for the file even when another reviewer read it', async () => {
    const { outcome, agent } = await runScene({
      files: [CODE, OTHER],
      reviewers: [makeReviewer('correctness'), makeReviewer('performance')],
      answer: ({ messages }) =>
        said(
          wireAnswer([], {
            remaining: messages[0]?.content.at(-1)?.text.includes('performance') ? ['src/price.ts'] : [],
          }),
        ),
    });
    expect(outcome.coverage.reviewed.map((one) => one.by.includes('model'))).toEqual([false, true]);
    expect(agent('correctness')?.status).toBe('done');
    expect(agent('performance')?.status).toBe('degraded');
  });

  it('is ignored and counted where it names nothing of the question', async () => {
    const hostile = ['../../etc/passwd', '', '@everyone', 7, null, { path: 'src/tax.ts' }, '__proto__'];
    const { outcome, agent } = await runScene({
      files: [CODE],
      answer: () => said(wireAnswer([], { remaining: hostile })),
    });
    expect(agent('correctness')?.status).toBe('done');
    expect(outcome.coverage.reviewed[0]?.by).toContain('model');
    expect(outcome.notes).toEqual([
      'correctness: 7 entries of what its model says it left out name no file of its question.',
    ]);
  });
});

describe('live progress', () => {
  it('goes on without stepping back, and tells the tokens of the answers', async () => {
    const { seen, agent } = await runScene({ files: [CODE], answer: () => said(wireAnswer([])) });
    const steps = seen.filter((one) => one.agent === 'correctness');
    expect(steps.map(({ state, progress }) => [state, progress])).toEqual([
      ['running', 50],
      ['running', 90],
      ['done', 100],
    ]);
    expect(steps.map(({ tokens }) => tokens?.input)).toEqual([undefined, 100, 100]);
    expect(agent('correctness')?.tokens.input).toBe(100);
  });
});
