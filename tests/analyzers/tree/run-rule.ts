import { afterAll } from 'vitest';
import { makeGrammars } from '../../../src/adapters/grammar/make-grammars.ts';
import { sourceGrammarFiles } from '../../../src/adapters/grammar/source-grammar-files.ts';
import type { AnalyzerFinding } from '../../../src/analyzers/analyzer.ts';
import { collectPatterns, compilePatterns } from '../../../src/analyzers/tree/collect-patterns.ts';
import { compileRules } from '../../../src/analyzers/tree/compile-rules.ts';
import { runTreeRules } from '../../../src/analyzers/tree/run-tree-rules.ts';
import { sampleFile } from '../../../src/analyzers/tree/sample-file.ts';
import type { Rule, RuleNode } from '../../../src/config/rule.ts';
import type { SyntaxTree } from '../../../src/model.ts';

export const grammars = makeGrammars({
  ...sourceGrammarFiles(new URL('../../../', import.meta.url)),
  timeLimitMs: 20_000,
  workers: 1,
});
afterAll(() => grammars.close());

/** A rule for tests; only what matters is stated. */
export function makeRule(rule: RuleNode, more: Partial<Rule> = {}): Rule {
  return {
    id: 'test-rule',
    reviewer: 'correctness',
    title: 'Title',
    severity: 'medium',
    confidence: 80,
    category: 'logic',
    languages: ['javascript'],
    paths: [],
    rule,
    constraints: {},
    utils: {},
    message: 'Message.',
    why: 'Why.',
    failureScenario: 'Scenario.',
    fix: 'Fix.',
    references: [],
    tests: { match: [], noMatch: [] },
    source: 'rules/test.yml',
    builtIn: false,
    ...more,
  };
}

/** The tree of a text; fails the test when there is none. */
export async function treeOf(language: string, text: string): Promise<SyntaxTree> {
  const result = await grammars.parse(language, text);
  if (result.kind !== 'tree') throw new Error(`no tree: ${JSON.stringify(result)}`);
  return result.tree;
}

export interface Outcome {
  readonly findings: readonly AnalyzerFinding[];
  readonly lines: readonly number[];
  readonly problems: readonly string[];
  readonly gaveUp: readonly string[];
}

/** Runs one rule over a text of which every line was added. */
export async function runRule(
  language: string,
  text: string,
  condition: RuleNode,
  more: Partial<Rule> = {},
): Promise<Outcome> {
  const rule = makeRule(condition, { languages: [language], ...more });
  const tree = await treeOf(language, text);
  const table = await compilePatterns(collectPatterns([rule]), grammars);
  const compiled = compileRules([rule], language, table, tree);
  const gaveUp: string[] = [];
  const findings = runTreeRules(compiled, sampleFile('src/sample', text, tree), (_, reason) => {
    gaveUp.push(reason);
  });
  const problems = compiled.problems.map((problem) => problem.message);
  return { findings, lines: findings.map((finding) => finding.startLine ?? 0), problems, gaveUp };
}

/** Numbers of the lines where a condition matches. */
export async function linesOf(
  language: string,
  lines: readonly string[],
  condition: RuleNode,
  more: Partial<Rule> = {},
): Promise<readonly number[]> {
  const { lines: found, problems } = await runRule(language, lines.join('\n'), condition, more);
  if (problems.length > 0) throw new Error(problems.join('; '));
  return [...found].sort((one, other) => one - other);
}
