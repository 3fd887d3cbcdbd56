import { execFileSync } from 'node:child_process';

export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  readonly size: number | null;
}

export interface CommitRecord {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: { readonly name: string; readonly email: string; readonly date: string };
  readonly committer: { readonly name: string; readonly email: string; readonly date: string };
  readonly message: string;
}

/** Objects of one local git repository. Objects never change, so every answer is kept. */
export interface GitObjects {
  /** The commit behind a SHA, branch or tag; null when there is none. */
  commitOf(reference: string): string | null;
  /** Every entry below a commit or tree, folders included. Null when there is no such object. */
  tree(object: string): ReadonlyMap<string, TreeEntry> | null;
  treeSha(object: string): string | null;
  blobs(shas: readonly string[]): ReadonlyMap<string, Buffer>;
  commit(sha: string): CommitRecord;
  mergeBase(base: string, head: string): string | null;
  /** Commits of `head` that `base` lacks, oldest first. */
  between(base: string, head: string): readonly string[];
  /** Runs git with fixed settings. */
  run(command: readonly string[], input?: string): Buffer;
}

const SETTINGS = ['-c', 'core.quotePath=false', '-c', 'diff.algorithm=default', '-c', 'diff.noprefix=false'];

/** An environment without the configuration of the person who runs it. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
};

const known = new Map<string, GitObjects>();

export function gitObjects(directory: string): GitObjects {
  const found = known.get(directory) ?? openObjects(directory);
  known.set(directory, found);
  return found;
}

function openObjects(directory: string): GitObjects {
  const trees = new Map<string, ReadonlyMap<string, TreeEntry>>();
  const blobs = new Map<string, Buffer>();
  const commits = new Map<string, CommitRecord>();
  const bases = new Map<string, string>();
  const run = (command: readonly string[], input = '') =>
    execFileSync('git', ['-C', directory, ...SETTINGS, ...command], {
      env: ENVIRONMENT,
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1_000_000_000,
    });
  const ask = (command: readonly string[]): string | null => {
    try {
      return run(command).toString('utf8').trim();
    } catch {
      return null; // git ends with an error where there is no such object; the caller answers 404
    }
  };
  const names = new Map<string, string | null>();
  const resolve = (reference: string, kind: string) => {
    if (reference.startsWith('-')) return null;
    const name = `${reference}^{${kind}}`;
    const kept = names.get(name);
    if (kept !== undefined) return kept;
    const sha = ask(['rev-parse', '--verify', '--quiet', name]);
    // what a full name stands for never changes; a branch moves, and what is missing may be made later
    if (sha !== null && /^[0-9a-f]{40}$/.test(reference)) names.set(name, sha);
    return sha;
  };

  return {
    run,
    commitOf: (reference) => resolve(reference, 'commit'),
    treeSha: (object) => resolve(object, 'tree'),
    tree(object) {
      const sha = resolve(object, 'tree');
      if (sha === null) return null;
      const tree =
        trees.get(sha) ?? parseTree(run(['ls-tree', '-r', '-t', '-z', '-l', sha]).toString('utf8'));
      trees.set(sha, tree);
      return tree;
    },
    blobs(shas) {
      const missing = [...new Set(shas)].filter((sha) => !blobs.has(sha));
      if (missing.length > 0) {
        const output = run(['cat-file', '--batch'], `${missing.join('\n')}\n`);
        for (const [sha, content] of parseBatch(output)) blobs.set(sha, content);
      }
      return blobs;
    },
    commit(sha) {
      const commit = commits.get(sha) ?? parseCommit(run(['show', '-s', `--format=${COMMIT_FORMAT}`, sha]));
      commits.set(sha, commit);
      return commit;
    },
    mergeBase(base, head) {
      const key = `${base} ${head}`;
      const found = bases.get(key) ?? ask(['merge-base', base, head]);
      if (found !== null && /^[0-9a-f]{40} [0-9a-f]{40}$/.test(key)) bases.set(key, found);
      return found;
    },
    between: (base, head) => lines(run(['rev-list', '--reverse', `${base}..${head}`]).toString('utf8')),
  };
}

const COMMIT_FORMAT = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x00');

function parseCommit(output: Buffer): CommitRecord {
  const fields = output.toString('utf8').split('\0');
  const field = (index: number) => fields[index] ?? '';
  const date = (index: number) => new Date(field(index)).toISOString().replace('.000Z', 'Z');
  return {
    sha: field(0),
    tree: field(1),
    parents: field(2).split(' ').filter(Boolean),
    author: { name: field(3), email: field(4), date: date(5) },
    committer: { name: field(6), email: field(7), date: date(8) },
    message: field(9).trimEnd(),
  };
}

function parseTree(output: string): ReadonlyMap<string, TreeEntry> {
  const entries = output.split('\0').filter(Boolean);
  return new Map(
    entries.map((line): [string, TreeEntry] => {
      const tab = line.indexOf('\t');
      const [mode = '', type = '', sha = '', size = '-'] = line.slice(0, tab).split(/ +/);
      const path = line.slice(tab + 1);
      const kind = type === 'tree' || type === 'commit' ? type : 'blob';
      return [path, { path, mode, type: kind, sha, size: size === '-' ? null : Number(size) }];
    }),
  );
}

function* parseBatch(output: Buffer): Generator<[string, Buffer]> {
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(10, at);
    const [sha = '', type = '', size = '0'] = output.subarray(at, end).toString('latin1').split(' ');
    at = end + 1;
    if (type === 'missing') continue;
    const length = Number(size);
    if (type === 'blob') yield [sha, output.subarray(at, at + length)];
    at += length + 1;
  }
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter(Boolean);
}
