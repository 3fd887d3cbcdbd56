import { messageOf, ReviewError } from '../../errors.ts';
import { shown } from './first-line.ts';

/**
 * What a look at the file system gives, or null when nothing stands there. Whatever else keeps us from looking is no
 * absence: a folder that we may not enter can hold anything.
 *
 * @param path what is looked at, for the error
 * @throws ReviewError `path-unreadable`
 */
export async function ifPresent<Value>(path: string, look: Promise<Value>): Promise<Value | null> {
  try {
    return await look;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw new ReviewError(
      'path-unreadable',
      `"${shown(path)}" cannot be looked at, so nobody knows what is there: ${shown(messageOf(error))}.`,
      'Let the account that runs the review read it and enter its folders, or give another folder with --repo.',
      { cause: error },
    );
  }
}

/** Nothing stands there: the name is free, or a part of the path is no folder (errno(3)). */
export function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
