import { checkTaintRule } from '../../analyzers/taint/check-taint-rule.ts';
import { checkRule } from '../../analyzers/tree/check-rule.ts';
import type { Rule } from '../../config/rule.ts';
import { loadBuiltIns } from '../load-built-ins.ts';
import { openGrammars } from '../open-grammars.ts';

/** Runs the samples of rules. @returns one sentence per sample that does not hold, rule and file named */
export async function checkRules(rules: readonly Rule[], assets: URL): Promise<readonly string[]> {
  if (rules.length === 0) return [];
  const grammars = openGrammars(assets);
  try {
    const failures: string[] = [];
    const { taint = {} } = (await loadBuiltIns(assets)).builtIns;
    for (const rule of rules) {
      const check =
        rule.taint === undefined ? checkRule(rule, grammars) : checkTaintRule(rule, taint, grammars);
      for (const failure of await check) failures.push(`${rule.source} ${rule.id}: ${failure}`);
    }
    return failures;
  } finally {
    await grammars.close();
  }
}
