import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/config/default-settings.ts';
import type { ChangedFile, PullRequestContext, ReviewerDefinition, Settings } from '../../src/model.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { makeChangedFile, makeContext } from '../make-changed-file.ts';

const REVIEWER: ReviewerDefinition = {
  name: 'security',
  title: 'Security',
  description: '',
  expertise: [],
  model: 'fast',
  paths: [],
  categories: [],
  analyzers: ['security'],
  minConfidence: 0,
  sees: ['diff'],
  required: true,
  instructions: '',
  source: '',
  builtIn: true,
};
const WORKFLOW = {
  name: 'default',
  description: '',
  source: '',
  phases: [{ name: 'review', reviewers: ['security'], needs: [] }],
};

function plan(
  files: readonly ChangedFile[],
  settings: Partial<Settings> = {},
  more: Partial<PullRequestContext> = {},
) {
  const context = makeContext(files, { settings: { ...DEFAULT_SETTINGS, ...settings }, ...more });
  return makePlan(context, WORKFLOW, [REVIEWER, { ...REVIEWER, name: 'docs' }]);
}

const file = makeChangedFile('src/a.ts', null, 'one\n');
const with_ = (base: ChangedFile, more: Partial<ChangedFile>): ChangedFile => ({ ...base, ...more });

describe('R31 every file stands in exactly one list', () => {
  it.each([
    ['a lock file', makeChangedFile('package-lock.json', null, '{}\n'), 'lock file'],
    [
      'a binary file',
      with_(makeChangedFile('logo.png', null, 'x\n'), { head: { kind: 'binary' } }),
      'binary',
    ],
    ['a submodule', with_(file, { head: { kind: 'submodule', commit: 'c' } }), 'submodule'],
    ['a symbolic link', with_(file, { head: { kind: 'symlink', target: '/etc' } }), 'symbolic link'],
  ])('excludes %s by policy', (_what, one, reason) => {
    expect(plan([one])).toMatchObject({
      excluded: [{ path: one.path, reason }],
      reviewable: [],
      notReviewed: [],
    });
  });

  it.each([
    [
      'a file that is too large',
      with_(file, { head: { kind: 'unreadable', reason: 'larger than 5 MB' } }),
      'larger than 5 MB',
    ],
    [
      'a file that is not there',
      with_(file, { head: { kind: 'missing' } }),
      'its content at head is missing',
    ],
    [
      'a file without a patch',
      with_(file, { change: { ...file.change, problem: 'no patch was given' } }),
      'no patch was given',
    ],
  ])('lists %s as not reviewed', (_what, one, reason) => {
    expect(plan([one])).toMatchObject({
      notReviewed: [{ path: 'src/a.ts', reason }],
      reviewable: [],
      excluded: [],
    });
  });

  it('reviews removed files', () => {
    expect(plan([makeChangedFile('src/a.ts', 'one\n', null)]).reviewable).toHaveLength(1);
  });

  it('keeps what could not be read in the first place', () => {
    expect(
      plan([], {}, { unreadable: [{ path: '../x', reason: 'leaves the tree' }] }).notReviewed,
    ).toHaveLength(1);
  });
});

describe('who reviews what', () => {
  it('follows the path filters of the configuration', () => {
    const files = [
      file,
      makeChangedFile('legacy/b.ts', null, 'x\n'),
      makeChangedFile('docs/c.md', null, 'x\n'),
    ];
    const settings = {
      paths: ['src/**', 'legacy/**'],
      skip: { ...DEFAULT_SETTINGS.skip, paths: ['legacy/**'] },
    };
    expect(plan(files, settings)).toMatchObject({
      reviewable: [{ path: 'src/a.ts' }],
      excluded: [
        { path: 'legacy/b.ts', reason: 'path filter' },
        { path: 'docs/c.md', reason: 'path filter' },
      ],
    });
  });

  it('runs only the reviewers that were asked for', () => {
    expect(plan([file], { reviewers: ['docs'] }).phases[0]?.agents).toEqual([]);
    expect(
      plan([file], { reviewers: ['security'] }).phases[0]?.agents.map((agent) => agent.reviewer.name),
    ).toEqual(['security']);
  });

  it('has nothing to do for anybody when there is no file', () => {
    expect(plan([]).phases[0]?.agents[0]).toMatchObject({ paths: [], notNeeded: 'no file to review' });
  });
});
