import { readFile, stat } from 'node:fs/promises';
import { messageOf, ReviewError } from '../../errors.ts';
import { shown } from './first-line.ts';
import { MAX_OUTPUT } from './run-git.ts';

/**
 * Reads a patch file that a person named on the command line.
 *
 * @throws ReviewError `patch-unreadable`
 */
export async function readPatchFile(path: string): Promise<Uint8Array> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) throw unreadable(path, 'it is a directory');
    if (status.size > MAX_OUTPUT) throw unreadable(path, 'it is larger than 300 MB');
    return await readFile(path);
  } catch (error) {
    throw error instanceof ReviewError ? error : unreadable(path, messageOf(error));
  }
}

function unreadable(path: string, why: string): ReviewError {
  return new ReviewError(
    'patch-unreadable',
    `The patch file "${shown(path)}" cannot be read: ${shown(why)}.`,
    'Give the path of a file made with `git diff` or `git format-patch`, or "-" for the standard input.',
  );
}
