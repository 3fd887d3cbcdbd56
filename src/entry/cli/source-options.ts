import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { GitSourceOptions } from '../../adapters/git/make-git-source.ts';
import { messageOf, ReviewError } from '../../errors.ts';
import type { Options } from './commands.ts';
import { stringOption } from './option-values.ts';

/**
 * Which change the options of `review` mean.
 * @throws ReviewError when options contradict each other or the patch cannot be read
 */
export async function sourceOptions(options: Options): Promise<GitSourceOptions> {
  const directory = resolve(stringOption(options, 'repo') ?? '.');
  const base = stringOption(options, 'base');
  const head = stringOption(options, 'head');
  const diff = stringOption(options, 'diff');
  const chosen = [
    ...(options.staged === true ? ['--staged'] : []),
    ...(diff === undefined ? [] : ['--diff']),
    ...(base === undefined && head === undefined ? [] : ['--base/--head']),
  ];
  if (chosen.length > 1) {
    throw new ReviewError(
      'bad-usage',
      `${chosen.join(' and ')} name different changes.`,
      'Give one of them: --staged, --diff FILE, or --base and --head.',
    );
  }
  if (options.staged === true) return { directory, kind: 'staged' };
  if (diff !== undefined) return { directory, kind: 'patch', ...(await readPatch(diff)) };
  if (base === undefined && head === undefined) return { directory, kind: 'branch' };
  return { directory, kind: 'range', base, head };
}

async function readPatch(name: string): Promise<{ patch: Uint8Array; patchName: string }> {
  if (name === '-') return { patch: await readStandardInput(), patchName: 'standard input' };
  try {
    return { patch: await readFile(name), patchName: name };
  } catch (thrown) {
    throw new ReviewError(
      'patch-unreadable',
      `The patch "${name}" cannot be read: ${messageOf(thrown)}`,
      'Give a file made by "git diff", or - to read it from standard input.',
      { cause: thrown },
    );
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
