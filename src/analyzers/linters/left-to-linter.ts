import type { PullRequestContext } from '../../model.ts';
import type { AnalyzerFinding } from '../analyzer.ts';
import { findLinters, type Linter } from './find-linters.ts';

const FAMILY: ReadonlyMap<string, Linter['family']> = new Map([
  ['javascript', 'javascript'],
  ['typescript', 'javascript'],
  ['tsx', 'javascript'],
  ['python', 'python'],
]);

/** What every linter of the family has a rule for: to have one and not to use it is the team's own decision. */
const COMMON: Readonly<Record<Linter['family'], ReadonlySet<string>>> = {
  javascript: new Set([
    'js-anonymous-default-export',
    'js-boolean-from-condition',
    'js-console-output',
    'js-double-negation',
    'js-else-after-return',
    'js-empty-block',
    'js-literal-boolean-comparison',
    'js-nested-ternary',
    'js-parameter-of-type-any',
    'js-too-many-parameters',
    'js-useless-catch',
    'js-useless-constructor',
    'js-useless-fragment',
    'js-var-declaration',
    'js-wrapper-type',
    'name-against-habit',
    'unused-function',
    'unused-import',
  ]),
  python: new Set([
    'name-against-habit',
    'py-lambda-assignment',
    'py-needless-pass',
    'py-negated-membership',
    'py-nested-conditional',
    'py-print-output',
    'py-return-of-condition',
    'py-too-many-parameters',
    'py-true-comparison',
    'py-type-comparison',
    'py-useless-except',
    'py-wildcard-import',
    'unused-import',
  ]),
};

/** Measures that are off in linters by default: left to one whose configuration names them. */
const NAMED: ReadonlyMap<string, RegExp> = new Map([
  [
    'complexity-growth',
    /["'/]complexity["']|cognitive-complexity|noExcessiveCognitiveComplexity|\bC901\b|max-complexity|mccabe/,
  ],
  ['deep-nesting', /["']max-depth["']|max-nested-blocks|too-many-nested-blocks|\bPLR1702\b/],
  ['long-function', /max-lines-per-function|noExcessiveLinesPerFunction|max-statements|\bPLR0915\b/],
]);

/**
 * Which findings of style are left to the linter that the repository runs itself: nobody wants to read them twice, or
 * to read what the team has switched off.
 * @returns whether a finding in a file of the language is one of them
 */
export function leftToLinter(
  context: PullRequestContext,
): (finding: AnalyzerFinding, language: string | null) => boolean {
  const linters = findLinters(context);
  return ({ reviewer, ruleId, path = '' }, language) => {
    const family = FAMILY.get(language ?? '');
    if (reviewer !== 'style' || ruleId === null || family === undefined) return false;
    return linters.some(
      (linter) =>
        linter.family === family &&
        path.startsWith(linter.folder) &&
        (COMMON[family].has(ruleId) || NAMED.get(ruleId)?.test(linter.text) === true),
    );
  };
}
