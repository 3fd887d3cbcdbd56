import { readFile } from 'node:fs/promises';
import type { BuiltIns } from '../config/built-ins.ts';
import { messageOf, ReviewError } from '../errors.ts';

/**
 * The reviewers, rules and workflows that ship with the program, checked when it was built.
 * @param assets folder of the built assets
 * @throws ReviewError when the file is not there
 */
export async function loadBuiltIns(assets: URL): Promise<BuiltIns> {
  return readAsset(assets, 'built-ins.json');
}

/** A JSON file that ships with the program. @throws ReviewError when it is missing or damaged */
export async function readAsset<T>(assets: URL, name: string): Promise<T> {
  try {
    return JSON.parse(await readFile(new URL(name, assets), 'utf8')) as T;
  } catch (thrown) {
    throw new ReviewError(
      'asset-missing',
      `A part of the program is missing or damaged: ${name} (${messageOf(thrown)}).`,
      'Restore the whole dist/ folder, for example by a fresh clone.',
      { cause: thrown },
    );
  }
}
