import type { BuiltIns } from '../../src/config/built-ins.ts';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import type { Blob, ReviewerDefinition } from '../../src/model.ts';
import type { ChangeSet, ChangeSource } from '../../src/ports.ts';

/** What a fake source holds. Texts may be given in place of blobs. */
export interface FakeChange {
  readonly patch: string;
  readonly head?: Readonly<Record<string, string | Blob>>;
  readonly base?: Readonly<Record<string, string | Blob>>;
  readonly headPaths?: readonly string[] | null | Error;
  readonly configuration?: Readonly<Record<string, string>>;
  readonly unreadable?: ChangeSet['unreadable'];
}

/** A source from values, which keeps the paths it was asked to open. */
export function fakeSource(change: FakeChange): ChangeSource & { readonly opened: string[] } {
  const opened: string[] = [];
  const read = (files: FakeChange['head'], paths: readonly string[]) => {
    opened.push(...paths);
    return Promise.resolve(new Map(paths.map((path) => [path, blobOf(files?.[path])])));
  };
  return {
    opened,
    changes: () =>
      Promise.resolve({
        repository: 'shop',
        head: { sha: 'h'.repeat(40), label: 'feature' },
        base: { sha: 'b'.repeat(40), label: 'main' },
        subject: { title: 'A title', description: 'A description' },
        files: parsePatch(change.patch).files,
        unreadable: change.unreadable ?? [],
      }),
    readHead: (paths) => read(change.head, paths),
    readBase: (paths) => read(change.base, paths),
    listHead: () => {
      if (change.headPaths instanceof Error) return Promise.reject(change.headPaths);
      return Promise.resolve(
        change.headPaths === undefined ? Object.keys(change.head ?? {}) : change.headPaths,
      );
    },
    readConfiguration: () => Promise.resolve(new Map(Object.entries(change.configuration ?? {}))),
  };
}

function blobOf(value: string | Blob | undefined): Blob {
  if (value === undefined) return { kind: 'missing' };
  return typeof value === 'string' ? { kind: 'text', text: value, undecodable: false } : value;
}

/** A patch that adds a file of the given lines. */
export function addition(path: string, ...lines: string[]): string {
  const body = lines.map((line) => `+${line}\n`).join('');
  return `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1,${lines.length} @@\n${body}`;
}

/** A patch that changes line 3 of a file. */
export function edit(path: string): string {
  return `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -3 +3 @@\n-old\n+new\n`;
}

function reviewer(name: string): ReviewerDefinition {
  return {
    name,
    title: name,
    description: name,
    expertise: [],
    model: 'balanced',
    paths: [],
    categories: ['logic'],
    analyzers: [],
    minConfidence: 50,
    sees: ['diff'],
    required: true,
    instructions: 'Look closely.',
    source: `reviewers/${name}/reviewer.md`,
    builtIn: true,
  };
}

export const BUILT_INS: BuiltIns = {
  reviewers: [reviewer('security'), reviewer('style')],
  workflows: [
    {
      name: 'default',
      description: 'All at once.',
      phases: [{ name: 'review', reviewers: ['security', 'style'], needs: [] }],
      source: 'workflows/default.yml',
    },
    {
      name: 'short',
      description: 'Security only.',
      phases: [{ name: 'review', reviewers: ['security'], needs: [] }],
      source: 'workflows/short.yml',
    },
  ],
  rules: [],
};
