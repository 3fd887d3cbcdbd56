import { expect, it } from 'vitest';
import { compileBuiltIns } from '../../../scripts/compile-built-ins.ts';
import type { AnalyzerFinding } from '../../../src/analyzers/analyzer.ts';
import { CHECK_IDS } from '../../../src/analyzers/check-ids.ts';
import { leftToLinter } from '../../../src/analyzers/linters/left-to-linter.ts';
import { makeChangedFile, makeContext } from '../../make-changed-file.ts';

const finding = (ruleId: string, path: string, reviewer = 'style'): AnalyzerFinding => ({
  reviewer,
  ruleId,
  category: 'maintainability',
  severity: 'low',
  confidence: 80,
  anchor: 'line',
  path,
  startLine: 1,
  endLine: 1,
  side: 'new',
  quote: '',
  title: 'a title',
  explanation: '',
  failureScenario: '',
  fix: '',
  proof: [],
});
const change = makeChangedFile('web/app.ts', null, 'var a = 1;\n');

function isLeft(
  ruleId: string,
  headPaths: readonly string[],
  related: readonly (readonly [string, string])[] = [],
) {
  const context = makeContext([change], { headPaths, related: new Map(related) });
  return leftToLinter(context)(finding(ruleId, 'web/app.ts'), 'typescript');
}

it('leaves what linters look for to the linter of the repository', () => {
  expect(isLeft('js-var-declaration', ['web/app.ts'])).toBe(false);
  for (const path of ['biome.json', '.eslintrc', '.eslintrc.cjs', 'eslint.config.mjs', 'web/.eslintrc.json'])
    expect(isLeft('js-var-declaration', ['web/app.ts', path]), path).toBe(true);
  expect(isLeft('js-var-declaration', ['package.json'], [['package.json', '{"eslintConfig": {}}']])).toBe(
    true,
  );
  expect(isLeft('js-var-declaration', ['package.json'], [['package.json', '{"name": "a"}']])).toBe(false);
});

it('keeps to the folder and the language of the linter', () => {
  expect(isLeft('js-var-declaration', ['api/.eslintrc.json'])).toBe(false);
  expect(isLeft('js-var-declaration', ['ruff.toml'])).toBe(false);
  const python = makeContext([change], {
    headPaths: ['pyproject.toml'],
    related: new Map([['pyproject.toml', '[project]\n\n[tool.ruff.lint]\n']]),
  });
  expect(leftToLinter(python)(finding('unused-import', 'a.py'), 'python')).toBe(true);
  expect(leftToLinter(python)(finding('unused-import', 'A.java'), 'java')).toBe(false);
});

it('shows what linters do not look for, and measures that the configuration does not name', () => {
  expect(isLeft('js-debug-print', ['biome.json'])).toBe(false);
  expect(isLeft('complexity-growth', ['biome.json'], [['biome.json', '{}']])).toBe(false);
  const named = '{"linter": {"rules": {"complexity": {"noExcessiveCognitiveComplexity": "error"}}}}';
  expect(isLeft('complexity-growth', ['biome.json'], [['biome.json', named]])).toBe(true);
  const context = makeContext([change], { headPaths: ['biome.json'] });
  expect(
    leftToLinter(context)(finding('js-var-declaration', 'web/app.ts', 'correctness'), 'typescript'),
  ).toBe(false);
});

it('does not let the change bring its own configuration', () => {
  const added = makeChangedFile('biome.json', null, '{}');
  const context = makeContext([change, added], { headPaths: ['biome.json', 'web/app.ts'] });
  expect(leftToLinter(context)(finding('js-var-declaration', 'web/app.ts'), 'typescript')).toBe(false);
});

it('names only rules and checks that exist', () => {
  const root = new URL('../../../', import.meta.url).pathname;
  const ids = new Set([...CHECK_IDS, ...compileBuiltIns(root).rules.map((rule) => rule.id)]);
  const asked: string[] = [];
  const every = { ...makeContext([change]), headPaths: ['biome.json', 'ruff.toml'] };
  const left = leftToLinter(every);
  for (const id of ids)
    for (const language of ['typescript', 'python']) if (left(finding(id, 'a'), language)) asked.push(id);
  expect(new Set(asked).size).toBe(29);
});
