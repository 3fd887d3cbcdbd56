import { readFile } from 'node:fs/promises';
import type { CompiledPattern, PatternTable } from '../analyzers/tree/pattern.ts';
import type { BuiltIns } from '../config/built-ins.ts';
import { messageOf, ReviewError } from '../errors.ts';
import { type PackedRules, unpackRules } from './shared-conditions.ts';

/** What ships with the program: reviewers, rules and workflows, and the rules' patterns, compiled. */
export interface ShippedData {
  readonly builtIns: BuiltIns;
  readonly patterns: PatternTable;
}

/** What `scripts/build.ts` writes. */
export interface ShippedFile extends Omit<BuiltIns, 'rules'>, PackedRules {
  readonly patterns: readonly (readonly [string, CompiledPattern])[];
}

/**
 * Loads what was checked and compiled when the program was built.
 * @param assets folder of the built assets
 * @throws ReviewError when the file is not there
 */
export async function loadBuiltIns(assets: URL): Promise<ShippedData> {
  const { patterns, rules, utils, ...others } = await readAsset<ShippedFile>(assets, 'built-ins.json');
  return { builtIns: { ...others, rules: unpackRules({ rules, utils }) }, patterns: new Map(patterns) };
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
