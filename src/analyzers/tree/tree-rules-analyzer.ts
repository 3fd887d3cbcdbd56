import type { Rule } from '../../config/rule.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { type CompiledRules, compileRules } from './compile-rules.ts';
import type { PatternTable } from './pattern.ts';
import { runTreeRules } from './run-tree-rules.ts';

/**
 * All rules about syntax as one analyzer. The rules of a language are compiled with its first file.
 * @param table compiled patterns of these rules
 */
export function makeTreeRulesAnalyzer(rules: readonly Rule[], table: PatternTable): FileAnalyzer {
  const byLanguage = new Map<string, CompiledRules>();
  const reviewerOf = new Map(rules.map((rule) => [rule.id, rule.reviewer]));
  return {
    name: 'tree-rules',
    run: (file, report = () => undefined) => {
      const { tree } = file;
      if (tree === null) return [];
      let compiled = byLanguage.get(tree.language);
      if (compiled === undefined) {
        compiled = compileRules(rules, tree.language, table, tree);
        byLanguage.set(tree.language, compiled);
        for (const { ruleId, source, message } of compiled.problems) {
          report(`rule ${ruleId} (${source}) cannot be used: ${message}`, reviewerOf.get(ruleId));
        }
      }
      return runTreeRules(compiled, file, (ruleId, reason) =>
        report(`rule ${ruleId} did not finish ${file.file.path}: ${reason}`, reviewerOf.get(ruleId)),
      );
    },
  };
}
