import type { Rule } from '../../config/rule.ts';
import type { Grammars } from '../../ports.ts';
import { sampleFile } from '../tree/sample-file.ts';
import { makeTaintAnalyzer, type TaintModels } from './taint-analyzer.ts';

/** Where a sample is imagined when it does not say. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  javascript: 'js',
  typescript: 'ts',
  python: 'py',
  ruby: 'rb',
};

/**
 * Checks a rule of data flow against its samples: input must reach its kind of harm in those under `match`, and must not
 * in those under `noMatch`.
 * @returns what is wrong, in words; empty when all is well. Never rejects.
 */
export async function checkTaintRule(
  rule: Rule,
  models: TaintModels,
  grammars: Grammars,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const analyzer = makeTaintAnalyzer([rule], models);
  const samples = [
    ...rule.tests.match.map((sample) => ({ sample, wanted: true })),
    ...rule.tests.noMatch.map((sample) => ({ sample, wanted: false })),
  ];
  if (rule.tests.match.length === 0 || rule.tests.noMatch.length === 0) {
    problems.push(
      `needs a sample that must match and one that must not, under tests.${rule.taint} of a file in ${rule.source}`,
    );
  }
  for (const { sample, wanted } of samples) {
    const language = sample.language ?? rule.languages[0] ?? '';
    const line = sample.code.replace(/\s+/g, ' ').trim().slice(0, 120);
    const result = await grammars.parse(language, sample.code);
    if (result.kind !== 'tree' || result.tree.errors > 0) {
      problems.push(`sample does not parse as ${language}: ${line}`);
      continue;
    }
    const path = sample.path ?? `src/sample.${EXTENSIONS[language] ?? language}`;
    const found = await analyzer.run(sampleFile(path, sample.code, result.tree), (problem) =>
      problems.push(problem),
    );
    if (found.length > 0 !== wanted)
      problems.push(
        `${wanted ? 'must match and does not' : 'must not match and does'} (${language}): ${line}`,
      );
  }
  return problems;
}
