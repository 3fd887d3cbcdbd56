import { constants } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { checkGlob, compileGlobs } from '../config/compile-glob.ts';
import type { GivenFile, GivenFiles } from '../context/read-imports.ts';
import { messageOf } from '../errors.ts';

/** Which files of other programs a person named. */
export interface GivenNames {
  /** Paths or globs. */
  readonly sarif: readonly string[];
  readonly coverage: readonly string[];
  /** Path of an earlier report. */
  readonly baseline: string | null;
}

/** Where names are looked up. */
export interface GivenPlace {
  /** Folder that relative names and globs start from. */
  readonly folder: string;
  /** Root of the repository, for the absolute paths in the files. */
  readonly repository: string;
  /** A person at the keyboard may name any file; a workflow only those of its workspace. */
  readonly outsideAllowed: boolean;
}

/** Bytes of one file, and of all together: more is no report about a change, and would crowd the review out. */
const MOST_BYTES = 25_000_000;
const MOST_BYTES_TOGETHER = 60_000_000;
const MOST_FILES = 50;
/** Entries looked at for one glob. */
const MOST_ENTRIES = 100_000;
/** Nobody's reports lie there, and there are many. */
const NOT_SEARCHED = new Set(['.git', 'node_modules']);

/**
 * Reads the named files. A link that leads out of the folder is not followed. Never throws: what cannot be read is a
 * problem, because somebody counts on it.
 * @returns null when nothing was named
 */
export async function readGivenFiles(names: GivenNames, place: GivenPlace): Promise<GivenFiles | null> {
  const { sarif, coverage, baseline } = names;
  if (sarif.length === 0 && coverage.length === 0 && baseline === null) return null;
  const budget = { bytes: MOST_BYTES_TOGETHER };
  const problems: string[] = [];
  const readAll = async (what: string, patterns: readonly string[]): Promise<readonly GivenFile[]> => {
    const files = new Map<string, GivenFile>();
    for (const pattern of patterns) {
      try {
        for (const name of await namesOf(pattern, place.folder)) {
          if (files.size >= MOST_FILES) throw new Error(`more than ${MOST_FILES} files are named`);
          const file = await readOne(name, place, budget);
          files.set(file.real, { name, text: file.text });
        }
      } catch (thrown) {
        problems.push(`${what}: ${pattern} cannot be used: ${reasonOf(thrown)}`);
      }
    }
    return [...files.values()];
  };
  const read = {
    sarif: await readAll('sarif', sarif),
    coverage: await readAll('coverage', coverage),
    baseline: (await readAll('baseline', baseline === null ? [] : [baseline]))[0] ?? null,
  };
  const real = await realpath(place.repository).catch(() => place.repository);
  return { ...read, roots: [...new Set([resolve(place.repository), real])], problems };
}

/** The files that a name means: itself, or what a glob matches, in order. */
async function namesOf(pattern: string, folder: string): Promise<readonly string[]> {
  if (!/[*?[]/.test(pattern)) return [pattern];
  const bad = checkGlob(pattern);
  if (bad !== null) throw new Error(bad);
  if (isAbsolute(pattern))
    throw new Error('a pattern starts from the folder; give an absolute path without * ? [');
  const matches = compileGlobs([pattern]);
  const found: string[] = [];
  const waiting = [''];
  let seen = 0;
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      seen += 1;
      if (seen > MOST_ENTRIES)
        throw new Error(`more than ${MOST_ENTRIES} files lie in the folder; name the file`);
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!NOT_SEARCHED.has(entry.name)) waiting.push(path);
      } else if (matches(path)) found.push(path);
    }
  }
  if (found.length === 0) throw new Error('no file matches');
  return found.sort();
}

async function readOne(
  name: string,
  { folder, outsideAllowed }: GivenPlace,
  budget: { bytes: number },
): Promise<{ readonly real: string; readonly text: string }> {
  const path = resolve(folder, name);
  const isInside = isBelow(path, resolve(folder));
  if (!isInside && !outsideAllowed) throw new Error('it lies outside of the workspace');
  const real = await realpath(path);
  if (isInside && !isBelow(real, await realpath(folder)))
    throw new Error('it is a link that leads out of the folder');
  // Without NONBLOCK a named pipe would be waited for.
  const file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw new Error(facts.isDirectory() ? 'it is a folder' : 'it is no regular file');
    if (facts.size > MOST_BYTES)
      throw new Error(`it has ${facts.size} bytes; at most ${MOST_BYTES} are read`);
    if (facts.size > budget.bytes)
      throw new Error(`with it all files together have more than ${MOST_BYTES_TOGETHER} bytes`);
    budget.bytes -= facts.size;
    const bytes = Buffer.alloc(facts.size);
    const { bytesRead } = await file.read(bytes, 0, facts.size, 0);
    return { real, text: bytes.subarray(0, bytesRead).toString('utf8') };
  } finally {
    await file.close();
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const WORDS: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EACCES', 'it may not be read'],
  ['ELOOP', 'its links go in a circle'],
]);

function reasonOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return WORDS.get(code) ?? messageOf(thrown);
}
