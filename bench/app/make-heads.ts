import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { makeSources } from '../review/make-sources.ts';

/** Commits of a repository: one base, and heads that change one small file of it each. */
export interface Heads {
  readonly base: string;
  readonly heads: readonly string[];
}

const WHEN = 'Bench <bench@example.test> 1767690000 +0000';

/** Writes a repository with as many heads as asked for, in one call of git. */
export function makeHeads(directory: string, count: number): Heads {
  mkdirSync(directory, { recursive: true });
  const git = (command: readonly string[], input = '') =>
    execFileSync('git', ['-C', directory, ...command], {
      input,
      encoding: 'utf8',
      maxBuffer: 1e9,
      stdio: ['pipe', 'pipe', 'pipe'],
    }).trim();
  git(['init', '--quiet', '--template=', '--initial-branch=main']);
  const files = makeSources(5, 4_000);
  const [changed] = files;
  if (changed === undefined) throw new Error('There is no file to change.');
  const stream = [
    commit('refs/heads/main', 1, null),
    ...files.map(({ path, before }) => file(path, before)),
    ...Array.from({ length: count }, (_, index) =>
      [
        commit(`refs/heads/change-${index}`, index + 2, 1),
        file(changed.path, `${changed.after}\nexport const change = ${index};\n`),
      ].join(''),
    ),
  ];
  git(['fast-import', '--quiet', '--force'], stream.join(''));
  const names = git(['for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads']);
  const shas = new Map(names.split('\n').map((line) => line.split(' ') as [string, string]));
  const shaOf = (branch: string) => {
    const sha = shas.get(branch);
    if (sha === undefined) throw new Error(`git made no ${branch}.`);
    return sha;
  };
  return {
    base: shaOf('main'),
    heads: Array.from({ length: count }, (_, index) => shaOf(`change-${index}`)),
  };
}

function commit(reference: string, mark: number, from: number | null): string {
  const parent = from === null ? '' : `from :${from}\n`;
  return `commit ${reference}\nmark :${mark}\nauthor ${WHEN}\ncommitter ${WHEN}\n${data(`Change ${mark}`)}${parent}`;
}

function file(path: string, text: string): string {
  return `M 100644 inline ${path}\n${data(text)}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
