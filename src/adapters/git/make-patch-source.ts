import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isUnsafePath } from '../../diff/is-unsafe-path.ts';
import { parsePatch } from '../../diff/parse-patch.ts';
import { ReviewError } from '../../errors.ts';
import type { Blob, FileChange } from '../../model.ts';
import type { ChangeSet } from '../../ports.ts';
import { applyHunks, createdText, removedText } from './apply-hunks.ts';
import { shown } from './first-line.ts';
import type { Environment } from './git-environment.ts';
import type { GitSource } from './git-source.ts';
import { ifPresent } from './if-present.ts';
import { readTexts } from './read-texts.ts';
import { SUBMODULE_MODE, SYMLINK_MODE } from './read-tree.ts';
import { openRepository, type Repository } from './repository.ts';
import { tryRevision } from './resolve-revision.ts';
import { bytesOfText, SafeFiles } from './safe-files.ts';
import { makeSandbox } from './sandbox.ts';

export interface PatchRequest {
  readonly kind: 'patch';
  readonly patch: Uint8Array;
  /** What people call it: a file's name. */
  readonly patchName?: string | undefined;
}

const MISSING: Blob = { kind: 'missing' };

type Contents = Readonly<Record<'head' | 'base', Blob>>;

/**
 * A change read from a patch. A file's content is taken from `directory` when the patch's lines stand there, before or
 * after the change; otherwise it is `missing`. A new or removed file is complete in the patch itself. Works without a
 * repository and without git; with one, the configuration comes from HEAD.
 */
export function makePatchSource(
  directory: string,
  request: PatchRequest,
  environment: Environment,
): GitSource {
  const name = request.patchName ?? 'patch';
  const root = resolve(directory);
  const readOnce = once(() => readPatch(request.patch, name));
  const repositoryOnce = once((signal) => openIfThere(root, environment, signal));
  const read = async (side: 'head' | 'base', paths: readonly string[], signal: AbortSignal) => {
    const [files, repository] = await Promise.all([readOnce(signal), repositoryOnce(signal)]);
    const byPath = new Map<string, FileChange>();
    for (const file of files.files) byPath.set((side === 'base' ? file.oldPath : null) ?? file.path, file);
    const disk = new SafeFiles(repository?.workingTree ?? root);
    const found = new Map<string, Blob>();
    for (const path of paths) {
      signal.throwIfAborted();
      const change = byPath.get(path);
      if (change === undefined) found.set(path, await readUnchanged(disk, path));
      else found.set(path, (await contentsOf(disk, change))[side]);
    }
    return found;
  };
  return {
    changes: async (signal) => {
      const [files, repository] = await Promise.all([readOnce(signal), repositoryOnce(signal)]);
      return { ...files, repository: basename(repository?.workingTree ?? root) };
    },
    readHead: (paths, signal) => read('head', paths, signal),
    readBase: (paths, signal) => read('base', paths, signal),
    listHead: async (signal) => {
      const repository = await repositoryOnce(signal);
      if (repository === null) return null;
      const [answer, files] = await Promise.all([
        repository.ask(['ls-files', '-z', '--full-name'], signal),
        readOnce(signal),
      ]);
      if (answer.code !== 0) return null;
      const paths = new Set(answer.output.toString('utf8').split('\0'));
      paths.delete('');
      for (const { path, status } of files.files) {
        if (status === 'removed') paths.delete(path);
        else paths.add(path);
      }
      return [...paths];
    },
    readConfiguration: async (paths, signal) => {
      const repository = await repositoryOnce(signal);
      const head = repository === null ? null : await tryRevision(repository, 'HEAD', signal);
      if (repository === null || head === null) return new Map();
      const sandbox = await makeSandbox(repository);
      try {
        return await readTexts(sandbox, head, paths, signal);
      } finally {
        sandbox.close();
      }
    },
    close: () => Promise.resolve(),
  };
}

/** Contents of a changed file on both sides. */
async function contentsOf(disk: SafeFiles, change: FileChange): Promise<Contents> {
  const { hunks } = change;
  const isText = (mode: string | null) => mode !== SYMLINK_MODE && mode !== SUBMODULE_MODE;
  if (change.binary) return both({ kind: 'binary' }, change);
  if (!isText(change.newMode ?? change.oldMode) || !isText(change.oldMode ?? change.newMode)) {
    return {
      head: linkOf(change.newMode, createdText(hunks), change.status === 'removed'),
      base: linkOf(change.oldMode, removedText(hunks), change.oldPath === null),
    };
  }
  if (change.problem !== null) return both(MISSING, change);
  if (change.oldPath === null) return { head: textBlob(createdText(hunks)), base: MISSING };
  if (change.status === 'removed') return { head: MISSING, base: textBlob(removedText(hunks)) };
  for (const path of new Set([change.path, change.oldPath])) {
    const blob = await readUnchanged(disk, path);
    if (blob.kind === 'unreadable') return both(blob, change);
    const sides = blob.kind === 'text' ? applyHunks(blob.text, hunks) : null;
    if (sides === null || blob.kind !== 'text') continue;
    return { head: { ...blob, text: sides.head }, base: { ...blob, text: sides.base } };
  }
  return both(MISSING, change);
}

async function readUnchanged(disk: SafeFiles, path: string): Promise<Blob> {
  if (isUnsafePath(path)) return { kind: 'unreadable', reason: 'the path is unsafe; it was not opened' };
  return disk.read(bytesOfText(path));
}

function both(blob: Blob, change: FileChange): Contents {
  return {
    head: change.status === 'removed' ? MISSING : blob,
    base: change.oldPath === null ? MISSING : blob,
  };
}

function textBlob(text: string | null): Blob {
  return text === null ? MISSING : { kind: 'text', text, undecodable: false };
}

/** A patch holds a link's target, or `Subproject commit <sha>`, as the only line of the file. */
function linkOf(mode: string | null, text: string | null, absent: boolean): Blob {
  if (absent || text === null) return MISSING;
  if (mode === SYMLINK_MODE) return { kind: 'symlink', target: text.replace(/\n$/, '') };
  if (mode !== SUBMODULE_MODE) return textBlob(text);
  return { kind: 'submodule', commit: text.trim().replace(/^Subproject commit /, '') };
}

/** @throws ReviewError `patch-unreadable` when there is text and no diff in it */
async function readPatch(patch: Uint8Array, name: string): Promise<Omit<ChangeSet, 'repository'>> {
  const parsed = parsePatch(patch);
  if (parsed.files.length === 0 && parsed.problems.some((problem) => problem.path === null)) {
    throw new ReviewError(
      'patch-unreadable',
      `No diff was found in "${shown(name)}" (${patch.length} bytes): ${shown(parsed.problems[0]?.reason ?? '')}`,
      'Give the output of `git diff` or `git format-patch`, not compressed and not in another format.',
    );
  }
  return {
    head: { sha: null, label: name },
    base: { sha: null, label: `before ${name}` },
    subject: null,
    files: parsed.files,
    unreadable: parsed.problems.map(({ path, reason }) => ({ path: path ?? name, reason })),
  };
}

/** The repository that holds the directory; null when there is none, or no git. A patch can be reviewed without. */
async function openIfThere(
  directory: string,
  environment: Environment,
  signal: AbortSignal,
): Promise<Repository | null> {
  const found = await ifPresent(directory, stat(directory));
  if (found === null) return null;
  try {
    return await openRepository(directory, environment, signal);
  } catch (error) {
    const isAbsent =
      error instanceof ReviewError && (error.code === 'not-a-repository' || error.code === 'git-missing');
    if (isAbsent) return null;
    throw error;
  }
}

/** Runs `make` at the first call and answers every call with its result. */
function once<Value>(make: (signal: AbortSignal) => Promise<Value>): (signal: AbortSignal) => Promise<Value> {
  let made: Promise<Value> | null = null;
  return (signal) => {
    made ??= make(signal);
    return made;
  };
}
