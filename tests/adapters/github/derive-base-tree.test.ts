import { describe, expect, it } from 'vitest';
import { deriveBaseTree } from '../../../src/adapters/github/derive-base-tree.ts';
import type { TreeEntry } from '../../../src/adapters/github/read-tree.ts';
import type { ChangeStatus, FileChange } from '../../../src/model.ts';
import type { ChangeSet } from '../../../src/ports.ts';

const FILE: TreeEntry = { mode: '100644', sha: 'a1' };
const HEAD = new Map<string, TreeEntry>([
  ['a.ts', FILE],
  ['new.ts', FILE],
  ['sub', { mode: '160000', sha: 'a2' }],
  ['.github/multi-agent-review.yml', FILE],
]);

function change(path: string, status: ChangeStatus): FileChange {
  const counts = { added: 1, deleted: 1, similarity: null, oldMode: null, newMode: null };
  return { path, oldPath: path, status, binary: false, hunks: [], problem: null, ...counts };
}

function set(files: readonly FileChange[], unreadable: ChangeSet['unreadable'] = []): ChangeSet {
  const revision = { sha: 'c'.repeat(40), label: 'main' };
  return { repository: 'octo/shop', head: revision, base: revision, subject: null, files, unreadable };
}

describe('the tree of the merge base', () => {
  it('is that of the head without what was added; objects of changed files are not known', () => {
    const tree = deriveBaseTree(HEAD, set([change('a.ts', 'modified'), change('new.ts', 'added')]));
    expect(tree?.get('a.ts')).toEqual({ mode: '100644', sha: '' });
    expect(tree?.has('new.ts')).toBe(false);
    expect(tree?.get('sub')).toEqual({ mode: '160000', sha: 'a2' });
  });

  it.each([
    ['something was removed', set([change('gone.ts', 'removed')])],
    ['something was renamed', set([change('a.ts', 'renamed')])],
    ['a kind changed', set([change('a.ts', 'type-changed')])],
    ['a submodule moved', set([change('sub', 'modified')])],
    ['configuration is touched', set([change('.github/multi-agent-review.yml', 'modified')])],
    ['the list is not whole', set([change('a.ts', 'modified')], [{ path: '(further files)', reason: 'x' }])],
    ['the list may be cut', set(Array.from({ length: 300 }, () => change('a.ts', 'modified')))],
  ])('is asked for when %s', (_when, changes) => {
    expect(deriveBaseTree(HEAD, changes)).toBeNull();
  });

  it('is asked for when the head is not known', () => {
    expect(deriveBaseTree(null, set([]))).toBeNull();
  });
});
