import type { Rule } from '../../config/rule.ts';
import { taintFamilyOf, type TaintModel } from '../../config/taint-model.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer, ReportProblem } from '../analyzer.ts';
import { type CompiledModel, compileModel } from './compile-model.ts';
import { findFlows } from './find-flows.ts';
import { findingOfFlow } from './finding-of-flow.ts';

/** Family of languages → its model as JSON text: read only when a file needs it. */
export type TaintModels = Readonly<Record<string, string>>;

/**
 * Follows input through files. A language that no file has costs nothing.
 * @param rules those with `taint` say what a finding is called; a kind without a rule is not reported
 */
export function makeTaintAnalyzer(rules: readonly Rule[], models: TaintModels): FileAnalyzer {
  const compiled = new Map<string, CompiledModel | null>();
  const modelOf = (family: string): CompiledModel | null => {
    let model = compiled.get(family);
    if (model === undefined) {
      const text = models[family];
      model = text === undefined ? null : compileModel(JSON.parse(text) as TaintModel);
      compiled.set(family, model);
    }
    return model;
  };
  return {
    name: 'taint',
    run: (file, report = () => undefined) => {
      const family = file.tree === null ? null : taintFamilyOf(file.tree.language);
      const model = family === null ? null : modelOf(family);
      return model === null ? [] : analyzeFile(file, model, rules.filter((rule) => rule.id.endsWith(`-${family}`)), report);
    },
  };
}

function analyzeFile(file: AnalyzedFile, model: CompiledModel, rules: readonly Rule[], report: ReportProblem): readonly AnalyzerFinding[] {
  const { tree, text } = file;
  if (tree === null || !model.words.some((word) => text.includes(word))) return [];
  const { flows, run, cut } = findFlows(model, tree, text);
  if (cut !== null) report(`data flow in ${file.file.path} was not followed to its end: ${cut}`, rules[0]?.reviewer);
  if (run === null) return [];
  return flows.flatMap((flow) => {
    const rule = rules.find((each) => each.taint === flow.kind);
    const finding = rule === undefined ? null : findingOfFlow(rule, file, run, flow);
    return finding === null ? [] : [finding];
  });
}
