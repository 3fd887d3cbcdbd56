import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileBuiltIns } from '../../../scripts/compile-built-ins.ts';
import { collectPatterns, compilePatterns } from '../../../src/analyzers/tree/collect-patterns.ts';
import { compileRules } from '../../../src/analyzers/tree/compile-rules.ts';
import { runTreeRules } from '../../../src/analyzers/tree/run-tree-rules.ts';
import { sampleFile } from '../../../src/analyzers/tree/sample-file.ts';
import { DEFAULT_SETTINGS } from '../../../src/config/default-settings.ts';
import { grammars, treeOf } from './run-rule.ts';

const root = new URL('../../../', import.meta.url);
const { rules } = compileBuiltIns(fileURLToPath(root));

/** What a careful project writes: [fixture, the path it is imagined at, its language]. */
const FILES = [
  ['main.tf', 'main.tf', 'hcl'],
  ['services.tf', 'services.tf', 'hcl'],
  ['kubernetes.yaml', 'deploy/app.yaml', 'yaml'],
  ['docker-compose.yml', 'docker-compose.yml', 'yaml'],
  ['workflow.yml', '.github/workflows/ci.yml', 'yaml'],
  ['Dockerfile', 'Dockerfile', 'dockerfile'],
] as const;

describe('rules about infrastructure', () => {
  it.each(FILES)('find nothing to show in a hardened %s', async (fixture, path, language) => {
    const text = readFileSync(new URL(`tests/fixtures/hardened/${fixture}`, root), 'utf8');
    const tree = await treeOf(language, text);
    const mine = rules.filter((rule) => rule.languages.includes(language));
    const table = await compilePatterns(collectPatterns(mine), grammars);
    const findings = runTreeRules(compileRules(mine, language, table, tree), sampleFile(path, text, tree));

    const { minConfidence } = DEFAULT_SETTINGS.thresholds;
    const shown = findings.filter((one) => one.confidence >= minConfidence);
    expect(shown.map(({ ruleId, startLine, quote }) => `${ruleId} ${startLine} ${quote}`)).toEqual([]);
  });
});
