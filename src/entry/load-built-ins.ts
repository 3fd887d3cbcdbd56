import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { CompiledPattern, PatternTable } from '../analyzers/tree/pattern.ts';
import type { BuiltIns } from '../config/built-ins.ts';
import { messageOf, ReviewError } from '../errors.ts';
import { joinRules, type RuleGroup, type RuleHead } from './shipped-rules.ts';

/** What ships with the program: reviewers, rules and workflows, and the rules' patterns, compiled. */
export interface ShippedData {
  readonly builtIns: BuiltIns;
  readonly patterns: PatternTable;
}

/** What `scripts/build.ts` writes. The bodies of the rules lie in files of their own, by language. */
export interface ShippedFile extends Omit<BuiltIns, 'rules'> {
  readonly rules: readonly RuleHead[];
  readonly patterns: readonly (readonly [string, CompiledPattern])[];
}

/** Where the group of rules of that name lies below the folder of the built assets. */
export function ruleGroupFile(name: string): string {
  return `rules/${name}.json`;
}

/**
 * Loads what was checked and compiled when the program was built. The body of a rule is read when it is first asked for.
 * @param assets folder of the built assets
 * @throws ReviewError when a file is not there
 */
export async function loadBuiltIns(assets: URL): Promise<ShippedData> {
  const { patterns, rules, ...others } = await readAsset<ShippedFile>(assets, 'built-ins.json');
  const readGroup = (name: string) => {
    const file = ruleGroupFile(name);
    return orMissing(file, () => JSON.parse(readFileSync(new URL(file, assets), 'utf8')) as RuleGroup);
  };
  return { builtIns: { ...others, rules: joinRules(rules, readGroup) }, patterns: new Map(patterns) };
}

/** A JSON file that ships with the program. @throws ReviewError when it is missing or damaged */
export async function readAsset<T>(assets: URL, name: string): Promise<T> {
  try {
    return JSON.parse(await readFile(new URL(name, assets), 'utf8')) as T;
  } catch (thrown) {
    throw missing(name, thrown);
  }
}

function orMissing<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw missing(name, thrown);
  }
}

function missing(name: string, cause: unknown): ReviewError {
  return new ReviewError(
    'asset-missing',
    `A part of the program is missing or damaged: ${name} (${messageOf(cause)}).`,
    'Restore the whole dist/ folder, for example by a fresh clone.',
    { cause },
  );
}
