import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/config/default-settings.ts';
import type { ChangedFile, ReviewerDefinition } from '../../../src/model.ts';
import { makePlan } from '../../../src/plan/make-plan.ts';
import { TRIVIAL_LINES, triageReviewers } from '../../../src/plan/model-plan/needed-reviewers.ts';
import { makeChangedFile, makeContext } from '../../make-changed-file.ts';

const ALL = ['security', 'performance', 'style', 'test-coverage', 'documentation', 'correctness'];
const SENSITIVE = DEFAULT_SETTINGS.escalation.paths;

function reviewer(name: string, more: Partial<ReviewerDefinition> = {}): ReviewerDefinition {
  return {
    name,
    title: name,
    description: '',
    expertise: [],
    model: 'fast',
    paths: [],
    categories: [],
    analyzers: [],
    minConfidence: 0,
    sees: ['diff'],
    required: true,
    instructions: '',
    source: '',
    builtIn: true,
    ...more,
  };
}

/** The names of those whose model is asked about the files. */
function needed(
  files: readonly ChangedFile[],
  reviewers: readonly ReviewerDefinition[] = ALL.map((name) => reviewer(name)),
  sensitive: readonly string[] = SENSITIVE,
): readonly string[] {
  return triage(files, reviewers, sensitive).agents.map((agent) => agent.reviewer.name);
}

function triage(
  files: readonly ChangedFile[],
  reviewers: readonly ReviewerDefinition[] = ALL.map((name) => reviewer(name)),
  sensitive: readonly string[] = SENSITIVE,
) {
  const phase = { name: 'review', reviewers: reviewers.map(({ name }) => name), needs: [] };
  const workflow = { name: 'default', description: '', source: '', phases: [phase] };
  const plan = makePlan(makeContext(files), workflow, reviewers);
  return triageReviewers(plan, sensitive);
}

const rows = (count: number) => Array.from({ length: count }, (_, index) => `row ${index}\n`).join('');
const added = (path: string, count = 40) => makeChangedFile(path, null, rows(count));

describe('a trivial change', () => {
  it('has one reviewer, up to the limit', () => {
    expect(needed([added('src/a.ts', TRIVIAL_LINES)])).toEqual(['correctness']);
    expect(needed([added('src/a.ts', TRIVIAL_LINES + 1)])).toEqual(ALL);
  });

  it('counts removed lines and all files', () => {
    const removed = makeChangedFile('src/a.ts', rows(6), null);
    expect(needed([removed, added('src/b.ts', 4)])).toEqual(['correctness']);
    expect(needed([removed, added('src/b.ts', 5)])).toEqual(ALL);
  });

  it('of documents has the reviewer of documents', () => {
    expect(needed([added('README.md', 3)])).toEqual(['documentation']);
  });

  it('has all reviewers of a run without that one', () => {
    const others = ['security', 'style'].map((name) => reviewer(name));
    expect(needed([added('src/a.ts', 2)], others)).toEqual(['security', 'style']);
  });
});

describe('a change on a sensitive path has all reviewers', () => {
  it.each([
    ['a workflow', [added('.github/workflows/ci.yml', 1)]],
    ['sign-in', [added('src/auth/token.ts', 2)]],
    ['a query', [added('db/users.sql', 1)]],
    ['a document about signing in', [added('docs/authentication.md')]],
    ['a test of it', [added('tests/login.test.ts')]],
    ['among others', [added('src/a.ts', 1), added('migrations/1.py', 1)]],
  ])('%s', (_what, files) => {
    expect(needed(files)).toEqual(ALL);
  });

  it('also where the path is the old one', () => {
    const moved = makeChangedFile('src/a.ts', rows(20), rows(21));
    const file = { ...moved, change: { ...moved.change, oldPath: 'src/auth/a.ts' } };
    expect(needed([moved])).toEqual(['correctness']);
    expect(needed([file])).toEqual(ALL);
  });

  it('and none is sensitive when the configuration names none', () => {
    expect(needed([added('src/auth/token.ts', 2)], undefined, [])).toEqual(['correctness']);
  });
});

describe('a change of one kind', () => {
  it.each([
    ['documents', ['README.md', 'docs/guide.rst'], ['style', 'documentation']],
    ['tests', ['tests/a.ts', 'src/b.test.ts'], ['style', 'test-coverage', 'correctness']],
    ['documents and tests', ['README.md', 'tests/a.ts'], ALL],
    ['documents and code', ['README.md', 'src/a.ts'], ALL],
    ['code', ['src/a.ts'], ALL],
    ['orders to an assistant', ['AGENTS.md'], ALL],
    ['orders in a hidden folder', ['.github/copilot-instructions.md'], ALL],
    ['a prompt', ['src/prompts/review.md'], ALL],
    ['a page that runs code', ['docs/page.mdx'], ALL],
    ['packages in a text file', ['requirements.txt'], ALL],
  ])('%s', (_kind, paths, wanted) => {
    expect(needed(paths.map((path) => added(path)))).toEqual(wanted);
  });

  it('a document that was code before is not only a document', () => {
    const moved = makeChangedFile('docs/a.md', rows(20), rows(60));
    expect(needed([moved])).toEqual(['style', 'documentation']);
    expect(needed([{ ...moved, change: { ...moved.change, oldPath: 'src/a.ts' } }])).toEqual(ALL);
  });

  it('keeps the reviewers of the repository itself', () => {
    const own = reviewer('wording', { builtIn: false });
    const elsewhere = reviewer('kernel', { builtIn: false, paths: ['kernel/**'] });
    const all = [...ALL.map((name) => reviewer(name)), own, elsewhere];
    expect(needed([added('README.md')], all)).toEqual(['style', 'documentation', 'wording']);
  });
});

it('who has no file to review is not asked', () => {
  const reviewers = [reviewer('correctness', { paths: ['lib/**'] }), reviewer('style')];
  expect(needed([added('src/a.ts')], reviewers)).toEqual(['style']);
  expect(needed([])).toEqual([]);
});

describe('why not all are asked', () => {
  it.each([
    [
      'documents',
      [added('README.md')],
      'Models were asked for style, documentation only: the change is of documents alone.',
    ],
    [
      'few lines of tests',
      [added('tests/a.ts', 2)],
      'Models were asked for correctness only: the change has at most 10 lines and is of tests alone.',
    ],
    ['nothing to read', [], 'No model was asked: there is no file that a reviewer of this run has to read.'],
    ['code', [added('src/a.ts')], null],
    ['a sensitive path', [added('src/auth/a.ts', 1)], null],
  ] as const)('%s', (_what, files, why) => {
    expect(triage(files).why).toBe(why);
  });
});
