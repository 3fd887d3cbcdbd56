import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { compileBuiltIns } from '../../../scripts/compile-built-ins.ts';
import { makeGrammars } from '../../../src/adapters/grammar/make-grammars.ts';
import { sourceGrammarFiles } from '../../../src/adapters/grammar/source-grammar-files.ts';
import { compileTextRules, runTextRules } from '../../../src/analyzers/text-rules/run-text-rules.ts';
import { collectPatterns, compilePatterns } from '../../../src/analyzers/tree/collect-patterns.ts';
import { compileRules } from '../../../src/analyzers/tree/compile-rules.ts';
import { runTreeRules } from '../../../src/analyzers/tree/run-tree-rules.ts';
import { sampleFile } from '../../../src/analyzers/tree/sample-file.ts';
import { HASH_COMMENTS, hostileLines, opening, wordsOf } from './hostile-texts.ts';

const LIMIT_MS = 200;
const root = new URL('../../../', import.meta.url);
const { rules } = compileBuiltIns(fileURLToPath(root));
// The product's own time limit: what takes longer to parse has no tree.
const grammars = makeGrammars({ ...sourceGrammarFiles(root), workers: 1 });
afterAll(() => grammars.close());
const table = await compilePatterns(collectPatterns(rules), grammars);

/** Milliseconds of processor time: the suite shares the machine. A slow call is measured again, warmed up. */
function timeOf(call: () => void): number {
  const measure = () => {
    const { user, system } = process.threadCpuUsage();
    call();
    const after = process.threadCpuUsage();
    return (after.user - user + after.system - system) / 1000;
  };
  const first = measure();
  return first > LIMIT_MS ? Math.min(first, measure()) : first;
}

describe('R26 analyzer regex safety', () => {
  const cases = ['tsx', 'python', 'go', 'java', 'ruby'].flatMap((language) =>
    [...hostileLines(language)].map(([name, line]) => ({ language, name, line })),
  );

  it.each(cases)(
    'each rule ends on a long line of $name in $language',
    { timeout: 120_000 },
    async ({ language, line }) => {
      const first = await grammars.parse(language, '');
      if (first.kind !== 'tree') throw new Error('no grammar');
      const { rules: all } = compileRules(rules, language, table, first.tree);
      // The words that rules need stand in the text too, as an attacker would arrange it.
      const words = [...new Set(all.flatMap((rule) => wordsOf(rule.required)))].join(' ');
      const text = `${opening(language)}${line}\n${HASH_COMMENTS.has(language) ? '#' : '//'} ${words}\n`;
      const result = await grammars.parse(language, text);
      // Over the time limit there is no tree, the report says so, and no rule runs.
      if (result.kind !== 'tree') return;
      const file = sampleFile('src/app.test', text, result.tree);
      const slow: string[] = [];
      for (const rule of all) {
        const one = { language, rules: [{ ...rule, appliesTo: () => true }], problems: [] };
        const took = timeOf(() => runTreeRules(one, file));
        if (took > LIMIT_MS) slow.push(`${rule.rule.id}: ${Math.round(took)} ms`);
      }
      expect(slow).toEqual([]);
    },
  );

  it.each([...hostileLines('text')])('each text rule ends on a long line of %s', (_, line) => {
    const { rules: all } = compileTextRules(rules);
    const file = sampleFile('src/app.txt', line, null);
    const slow = all.filter((rule) => {
      const one = { rules: [{ ...rule, appliesTo: () => true, required: null }], problems: [] };
      return timeOf(() => runTextRules(one, file)) > LIMIT_MS;
    });

    expect(slow.map((rule) => rule.rule.id)).toEqual([]);
  });
});
