import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { compileBuiltIns } from '../../../scripts/compile-built-ins.ts';
import { makeGrammars } from '../../../src/adapters/grammar/make-grammars.ts';
import { sourceGrammarFiles } from '../../../src/adapters/grammar/source-grammar-files.ts';
import type { AnalyzerFinding } from '../../../src/analyzers/analyzer.ts';
import { makeTaintAnalyzer } from '../../../src/analyzers/taint/taint-analyzer.ts';
import { sampleFile } from '../../../src/analyzers/tree/sample-file.ts';

const ROOT = new URL('../../../', import.meta.url);
const { rules, taint = {} } = compileBuiltIns(fileURLToPath(ROOT));
export const builtInRules = rules;
export const builtInTaint = taint;
export const grammars = makeGrammars({ ...sourceGrammarFiles(ROOT), timeLimitMs: 20_000, workers: 1 });
afterAll(() => grammars.close());

/** A text as a file that the change added, with its tree. */
export async function fileOf(language: string, text: string) {
  const result = await grammars.parse(language, text);
  if (result.kind !== 'tree') throw new Error(`${language}: ${result.kind}`);
  return sampleFile(`src/app.${language}`, text, result.tree);
}

/** What data flow finds in a text, without the rules about constants. */
export async function findIn(language: string, text: string): Promise<readonly AnalyzerFinding[]> {
  return makeTaintAnalyzer(rules, taint).run(await fileOf(language, text));
}

/** `kind:line` of each finding. */
export async function placesIn(language: string, text: string): Promise<readonly string[]> {
  const found = await findIn(language, text);
  return found.map(
    ({ ruleId, startLine }) => `${ruleId.replace(/^taint-|-(javascript|python)$/g, '')}:${startLine}`,
  );
}
