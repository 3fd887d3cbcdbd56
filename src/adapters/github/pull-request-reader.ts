import { makeHunks } from '../../diff/make-hunks.ts';
import type { Blob, FileChange } from '../../model.ts';
import type { ChangeSet, PullRequestReader, PullRequestState, StatusBoard } from '../../ports.ts';
import { makeConversationReader } from './conversation.ts';
import { deriveBaseTree } from './derive-base-tree.ts';
import { countLinesBetween, listChanges } from './list-changes.ts';
import { listConfiguration } from './list-configuration.ts';
import type { QuerySource } from './query-blobs.ts';
import { type BlobReader, readBlobs } from './read-blobs.ts';
import { readState } from './read-state.ts';
import { readTree, type Tree } from './read-tree.ts';
import { shareQueries } from './share-queries.ts';
import { countLines, type ReadFile, toFileChange } from './to-file-change.ts';

/** The two commits that a reader compares, for good. */
interface Pinned {
  readonly set: ChangeSet;
  readonly head: string;
  readonly mergeBase: string;
}

/** What a reader of pull requests works with. */
export interface PullRequestSources extends QuerySource {
  readonly statusContext: string;
  readonly statuses: StatusBoard;
}

/** Texts longer than this are not compared here: the answer would be no help to anyone. */
const MOST_COMPARED_CHARACTERS = 5 * 1024 * 1024;

/**
 * One pull request at one head. The head is pinned by the first request; whatever is pushed later, contents and files
 * are those of the pinned commit, and base contents and configuration those of its merge base.
 * @param known the pull request as the event showed it; saves asking for it
 */
export function makePullRequestReader(
  sources: PullRequestSources,
  number: number,
  headSha: string | null,
  known: PullRequestState | null = null,
): PullRequestReader {
  const { client, repository, statusContext: context, statuses } = sources;
  const refresh = (signal: AbortSignal) => readState(client, repository, number, signal);
  const pinnedHead = async (signal: AbortSignal) => headSha ?? (await state(signal)).headSha;
  const conversation = makeConversationReader({
    source: sources,
    number,
    context,
    statuses,
    pinnedHead,
    refresh,
  });
  const reader: BlobReader = { ...sources, takeRider: conversation.takeRider };
  const readShared = shareQueries(reader);
  const state = once((signal) => (known === null ? refresh(signal) : Promise.resolve(known)));
  const pin = once((signal) => pinChange(reader, state, pinnedHead, refresh, signal));
  const headTree = once(async (signal) => readTree(client, repository, await pinnedHead(signal), signal));
  const baseTree = once(async (signal) => {
    const [{ set, mergeBase }, atHead] = await Promise.all([
      pin(signal),
      treeOrNull(headTree, reader, signal),
    ]);
    return deriveBaseTree(atHead, set) ?? readTree(client, repository, mergeBase, signal);
  });
  const read = async (side: 'head' | 'mergeBase', paths: readonly string[], signal: AbortSignal) => {
    if (paths.length === 0) return new Map<string, Blob>();
    const pinned = await pin(signal);
    // Both trees, whichever side is asked for: so both sides ask for contents at the same moment, in one query.
    const [atHead, atBase] = await Promise.all([
      treeOrNull(headTree, reader, signal),
      treeOrNull(baseTree, reader, signal),
    ]);
    const tree = side === 'head' ? atHead : atBase;
    const requests = paths.map((path) => ({ sha: pinned[side], path, tree }));
    const blobs = await readShared(requests, signal);
    return new Map(paths.map((path, index): [string, Blob] => [path, blobs[index] ?? { kind: 'missing' }]));
  };
  const configurationAt = async (
    paths: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string>> => {
    const tree = await baseTree(signal);
    const files =
      tree === null
        ? await listConfiguration(reader, (await pin(signal)).mergeBase, paths, signal)
        : filesBelow(tree, paths);
    const texts = new Map<string, string>();
    for (const [path, blob] of await read('mergeBase', files, signal))
      if (blob.kind === 'text') texts.set(path, blob.text);
    return texts;
  };
  // The settings are needed before the claim and again by the review.
  const configurations = new Map<string, (signal: AbortSignal) => Promise<ReadonlyMap<string, string>>>();
  return {
    state,
    refresh,
    pinnedHead,
    conversation: conversation.first,
    now: conversation.now,
    linesSince: async (sha, signal) =>
      countLinesBetween(client, repository, sha, await pinnedHead(signal), signal),
    changes: async (signal) => (await pin(signal)).set,
    readHead: (paths, signal) => read('head', paths, signal),
    readBase: (paths, signal) => read('mergeBase', paths, signal),
    listHead: async (signal) => {
      const tree = await headTree(signal);
      return tree === null ? null : [...tree.keys()];
    },
    readConfiguration: (paths, signal) => {
      const key = paths.join('\n');
      const kept = configurations.get(key) ?? once((inner) => configurationAt(paths, inner));
      configurations.set(key, kept);
      return kept(signal);
    },
  };
}

async function pinChange(
  reader: BlobReader,
  state: (signal: AbortSignal) => Promise<PullRequestState>,
  pinnedHead: (signal: AbortSignal) => Promise<string>,
  refresh: (signal: AbortSignal) => Promise<PullRequestState>,
  signal: AbortSignal,
): Promise<Pinned> {
  const { client, repository } = reader;
  const pull = await state(signal);
  const head = await pinnedHead(signal);
  const listed = await listChanges(client, repository, pull, head, () => refresh(signal), signal);
  const files = listed.files.map(toFileChange);
  const completed = await completeFiles(reader, files, head, listed.mergeBase, signal);
  return {
    head,
    mergeBase: listed.mergeBase,
    set: {
      repository: `${repository.owner}/${repository.repo}`,
      head: { sha: head, label: pull.headLabel },
      base: { sha: listed.mergeBase, label: pull.baseLabel },
      subject: { title: pull.title, description: pull.description },
      files: completed,
      unreadable: listed.unreadable,
    },
  };
}

/** Makes the hunks that GitHub did not give from the contents of both sides. */
async function completeFiles(
  reader: BlobReader,
  files: readonly ReadFile[],
  head: string,
  mergeBase: string,
  signal: AbortSignal,
): Promise<readonly FileChange[]> {
  const open = files.filter((file) => file.needsContents).map((file) => file.change);
  const requests = open.flatMap((change) => [
    { sha: mergeBase, path: change.oldPath ?? change.path, tree: null },
    { sha: head, path: change.path, tree: null },
  ]);
  const blobs = await readBlobs(reader, requests, signal);
  const made = new Map(
    open.map((change, index) => [
      change,
      withHunks(change, blobs[index * 2] ?? { kind: 'missing' }, blobs[index * 2 + 1] ?? { kind: 'missing' }),
    ]),
  );
  return files.map(({ change }) => made.get(change) ?? change);
}

function withHunks(change: FileChange, before: Blob, after: Blob): FileChange {
  const base: Blob = change.oldPath === null ? { kind: 'missing' } : before;
  const head: Blob = change.status === 'removed' ? { kind: 'missing' } : after;
  if (base.kind === 'binary' || head.kind === 'binary') return { ...change, binary: true, problem: null };
  const old = textOf(base, change.oldPath === null);
  const current = textOf(head, change.status === 'removed');
  if (old === null || current === null) {
    // A submodule is no file: it has neither a patch nor contents, and there is nothing to review in it.
    if (change.added + change.deleted === 0 && base.kind !== 'unreadable' && head.kind !== 'unreadable')
      return change;
    const blob = old === null ? base : head;
    const why = blob.kind === 'unreadable' ? blob.reason : `its content is ${blob.kind}`;
    return { ...change, problem: `GitHub gives no patch for it and it could not be compared: ${why}` };
  }
  if (old.length + current.length > MOST_COMPARED_CHARACTERS)
    return { ...change, problem: 'GitHub gives no patch for it and it is too large to compare' };
  const hunks = makeHunks(old, current);
  return { ...change, hunks, ...countLines(hunks), problem: null };
}

function textOf(blob: Blob, isAbsent: boolean): string | null {
  if (isAbsent) return '';
  if (blob.kind === 'symlink') return blob.target;
  return blob.kind === 'text' ? blob.text : null;
}

/** Links and submodules are no configuration; the reader of problems asks for them by `readBase`. */
function filesBelow(
  tree: ReadonlyMap<string, { readonly mode: string }>,
  paths: readonly string[],
): string[] {
  return [...tree]
    .filter(([path, { mode }]) => mode.startsWith('100') && isBelow(path, paths))
    .map(([path]) => path)
    .slice(0, 500);
}

function isBelow(path: string, roots: readonly string[]): boolean {
  return roots.some((root) => path === root || path.startsWith(`${root}/`));
}

async function treeOrNull(
  tree: (signal: AbortSignal) => Promise<Tree>,
  { log }: BlobReader,
  signal: AbortSignal,
): Promise<Tree> {
  try {
    return await tree(signal);
  } catch (error) {
    signal.throwIfAborted();
    log.debug('the tree could not be read', { reason: error instanceof Error ? error.message : '' });
    return null;
  }
}

/** Shares one answer among all who ask; a failure is forgotten, so that the next one asks again. */
function once<Value>(ask: (signal: AbortSignal) => Promise<Value>): (signal: AbortSignal) => Promise<Value> {
  let answer: Promise<Value> | null = null;
  return (signal) => {
    answer ??= ask(signal).catch((error: unknown) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}
