import type { Rule } from '../../config/rule.ts';
import { type TaintKind, type TaintModel, taintFamilyOf } from '../../config/taint-model.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer, ReportProblem } from '../analyzer.ts';
import { lineIndexOf } from '../tree/line-index.ts';
import { type CompiledModel, compileModel } from './compile-model.ts';
import { findFlows } from './find-flows.ts';
import { findingOfFlow } from './finding-of-flow.ts';
import type { Run } from './run.ts';

/** Family of languages → its model as JSON text: read only when a file needs it. */
export type TaintModels = Readonly<Record<string, string>>;

/** A place where every value that arrives is known to do no harm of a kind. */
export interface HarmlessPlace {
  /** Null stands for the whole file. */
  readonly line: number | null;
  readonly cwe: string;
}

export interface TaintVerdicts {
  readonly findings: readonly AnalyzerFinding[];
  readonly harmless: readonly HarmlessPlace[];
}

/** Follows input through files; also says where there is nothing to fear. */
export interface TaintAnalyzer extends FileAnalyzer {
  judge(file: AnalyzedFile, report?: ReportProblem): TaintVerdicts;
}

const NOTHING: TaintVerdicts = { findings: [], harmless: [] };

/**
 * Makes the analyzer of data flow. A language that no file has costs nothing.
 * @param rules those with `taint` say what a finding is called; a kind without a rule is not reported
 */
export function makeTaintAnalyzer(rules: readonly Rule[], models: TaintModels): TaintAnalyzer {
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
  const judge: TaintAnalyzer['judge'] = (file, report = () => undefined) => {
    const family = file.tree === null ? null : taintFamilyOf(file.tree.language);
    const model = family === null ? null : modelOf(family);
    if (model === null) return NOTHING;
    const own = rules.filter((rule) => rule.taint !== undefined && rule.id.endsWith(`-${family}`));
    return own.length === 0 ? NOTHING : judgeFile(file, model, own, report);
  };
  return { name: 'taint', judge, run: (file, report) => judge(file, report).findings };
}

function judgeFile(
  file: AnalyzedFile,
  model: CompiledModel,
  rules: readonly Rule[],
  report: ReportProblem,
): TaintVerdicts {
  const { tree, text } = file;
  if (tree === null || !model.words.some((word) => text.includes(word))) return NOTHING;
  const { flows, run, cut } = findFlows(model, tree, text);
  if (cut !== null)
    report(`data flow in ${file.file.path} was not followed to its end: ${cut}`, rules[0]?.reviewer);
  if (run === null) return NOTHING;
  const ruleOf = (kind: TaintKind) => rules.find((each) => each.taint === kind);
  const findings = flows.flatMap((flow) => {
    const rule = ruleOf(flow.kind);
    const finding = rule === undefined ? null : findingOfFlow(rule, file, run, flow);
    return finding === null ? [] : [finding];
  });
  // Cut off, the engine has not seen what else may arrive.
  if (cut !== null) return { findings, harmless: [] };
  const lines = lineIndexOf(file.lines);
  const harmless = [...run.arrivals].flatMap(([place, isHarmless]) => {
    const [kind, node] = place.split(':');
    const cwe = rules.find((each) => each.taint === kind)?.cwe;
    return isHarmless && cwe !== undefined
      ? [{ line: lines.lineOf(tree.start[Number(node)] ?? 0), cwe }]
      : [];
  });
  return { findings, harmless: [...harmless, ...harmlessSettings(run, rules)] };
}

/** How a parser is set up matters by what it parses: in a file where that is all harmless, nowhere. */
function harmlessSettings({ arrivals }: Run, rules: readonly Rule[]): readonly HarmlessPlace[] {
  const parsed = [...arrivals].filter(([place]) => place.startsWith('xxe:'));
  const cwe = rules.find((rule) => rule.taint === 'xxe')?.cwe;
  return cwe !== undefined && parsed.length > 0 && parsed.every(([, isHarmless]) => isHarmless)
    ? [{ line: null, cwe }]
    : [];
}
