import { DEFAULT_SETTINGS } from '../src/config/default-settings.ts';
import { detectLanguage } from '../src/diff/detect-language.ts';
import { makeHunks } from '../src/diff/make-hunks.ts';
import type { Blob, ChangedFile, FileChange, PullRequestContext } from '../src/model.ts';

const text = (content: string | null): Blob =>
  content === null ? { kind: 'missing' } : { kind: 'text', text: content, undecodable: false };

/** A changed text file from its two sides; null where the side does not exist. */
export function makeChangedFile(path: string, before: string | null, after: string | null): ChangedFile {
  const hunks = makeHunks(before ?? '', after ?? '');
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const change: FileChange = {
    path,
    oldPath: before === null ? null : path,
    status: before === null ? 'added' : after === null ? 'removed' : 'modified',
    similarity: null,
    oldMode: before === null ? null : '100644',
    newMode: after === null ? null : '100644',
    binary: false,
    hunks,
    added: lines.filter((line) => line.kind === 'add').length,
    deleted: lines.filter((line) => line.kind === 'delete').length,
    problem: null,
  };
  return {
    path,
    change,
    head: text(after),
    base: text(before),
    partial: false,
    language: detectLanguage(path),
  };
}

/** A context around changed files, with default settings and nothing else in the repository. */
export function makeContext(
  files: readonly ChangedFile[],
  more: Partial<PullRequestContext> = {},
): PullRequestContext {
  return {
    repository: 'shop',
    head: { sha: 'a'.repeat(40), label: 'topic' },
    base: { sha: 'b'.repeat(40), label: 'main' },
    subject: null,
    files,
    unreadable: [],
    headPaths: files.map((file) => file.path),
    related: new Map(),
    settings: DEFAULT_SETTINGS,
    configProblems: [],
    notes: [],
    ...more,
  };
}
