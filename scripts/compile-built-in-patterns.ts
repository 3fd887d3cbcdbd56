import { pathToFileURL } from 'node:url';
import { makeGrammars } from '../src/adapters/grammar/make-grammars.ts';
import { sourceGrammarFiles } from '../src/adapters/grammar/source-grammar-files.ts';
import { collectPatterns, compilePatterns } from '../src/analyzers/tree/collect-patterns.ts';
import type { CompiledPattern } from '../src/analyzers/tree/pattern.ts';
import type { Rule } from '../src/config/rule.ts';
import { systemClock } from '../src/entry/system-ports.ts';

/**
 * Compiles the patterns of built-in rules, so that a run need not parse them again.
 * @param root folder of the repository
 * @returns entries of a `PatternTable`, sorted
 * @throws Error that names every pattern that cannot be used
 */
export async function compileBuiltInPatterns(
  root: string,
  rules: readonly Rule[],
): Promise<readonly (readonly [string, CompiledPattern])[]> {
  const grammars = makeGrammars({ ...sourceGrammarFiles(pathToFileURL(`${root}/`)), clock: systemClock });
  try {
    const entries = [...(await compilePatterns(collectPatterns(rules), grammars))];
    const broken = entries.filter(([, pattern]) => 'problem' in pattern);
    if (broken.length > 0)
      throw new Error(`These patterns cannot be used:\n${JSON.stringify(broken, null, 2)}`);
    return entries.sort(([a], [b]) => (a < b ? -1 : 1));
  } finally {
    await grammars.close();
  }
}
