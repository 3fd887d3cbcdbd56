import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { compileBuiltIns } from '../scripts/compile-built-ins.ts';
import { makeGrammars } from '../src/adapters/grammar/make-grammars.ts';
import { sourceGrammarFiles } from '../src/adapters/grammar/source-grammar-files.ts';
import { checkTaintRule } from '../src/analyzers/taint/check-taint-rule.ts';
import { checkRule } from '../src/analyzers/tree/check-rule.ts';

const root = new URL('../', import.meta.url);
const { rules, taint = {} } = compileBuiltIns(fileURLToPath(root));
const grammars = makeGrammars({ ...sourceGrammarFiles(root), timeLimitMs: 20_000 });
afterAll(() => grammars.close());

describe('built-in rules', () => {
  it('exist for every reviewer', () => {
    expect(new Set(rules.map((rule) => rule.reviewer)).size).toBeGreaterThanOrEqual(5);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s holds on its own samples', async (_, rule) => {
    const problems =
      rule.taint === undefined ? checkRule(rule, grammars) : checkTaintRule(rule, taint, grammars);

    expect(await problems).toEqual([]);
  });
});
