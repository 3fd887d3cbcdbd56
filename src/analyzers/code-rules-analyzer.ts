import type { Rule } from '../config/rule.ts';
import type { AnalyzerFinding, FileAnalyzer } from './analyzer.ts';
import { type HarmlessPlace, makeTaintAnalyzer, type TaintModels } from './taint/taint-analyzer.ts';
import type { PatternTable } from './tree/pattern.ts';
import { makeTreeRulesAnalyzer } from './tree/tree-rules-analyzer.ts';

/**
 * Weaknesses that are one to a reader: what a rule of syntax suspects under one number, data flow may prove or refute
 * under another (Common Weakness Enumeration, parents and children).
 */
const FAMILIES: readonly (readonly string[])[] = [
  ['CWE-89', 'CWE-564'],
  ['CWE-78', 'CWE-77', 'CWE-88'],
  ['CWE-95', 'CWE-94', 'CWE-96', 'CWE-1336', 'CWE-470'],
  ['CWE-79', 'CWE-80', 'CWE-83', 'CWE-116'],
  ['CWE-22', 'CWE-23', 'CWE-36', 'CWE-73'],
  ['CWE-643', 'CWE-91'],
  ['CWE-113', 'CWE-93', 'CWE-644'],
  ['CWE-915', 'CWE-1321'],
  ['CWE-611', 'CWE-827', 'CWE-776'],
  ['CWE-1333', 'CWE-400', 'CWE-730'],
];

/** One name for all weaknesses of a family. */
function familyOf(cwe: string): string {
  return FAMILIES.find((family) => family.includes(cwe))?.[0] ?? cwe;
}

/**
 * Rules of syntax and of data flow over a file, settled with one another: a way from input to harm takes the place of a
 * suspicion on the same line unless it is not shown itself, and where every value is known to be harmless the suspicion
 * is dropped.
 * @param table compiled patterns of the rules
 * @param models what is known of the data flow of each family of languages
 */
export function makeCodeRulesAnalyzer(
  rules: readonly Rule[],
  table: PatternTable,
  models: TaintModels,
): FileAnalyzer {
  const syntax = makeTreeRulesAnalyzer(rules, table);
  const flow = makeTaintAnalyzer(rules, models);
  return {
    name: 'code-rules',
    run: async (file, report, isShown = () => true) => {
      const suspected = await syntax.run(file, report);
      const { findings, harmless } = flow.judge(file, report);
      const proven = findings.filter(isShown);
      return [...findings, ...suspected.filter((one) => !isSettled(one, proven, harmless))];
    },
  };
}

function isSettled(
  suspected: AnalyzerFinding,
  proven: readonly AnalyzerFinding[],
  harmless: readonly HarmlessPlace[],
): boolean {
  const { cwe, startLine, endLine = startLine } = suspected;
  if (cwe === undefined || startLine === undefined || endLine === undefined) return false;
  const family = familyOf(cwe);
  const isProven = proven.some(
    (one) =>
      one.cwe !== undefined &&
      familyOf(one.cwe) === family &&
      one.startLine !== undefined &&
      one.startLine <= endLine &&
      (one.endLine ?? one.startLine) >= startLine,
  );
  const isFine = (one: HarmlessPlace) =>
    familyOf(one.cwe) === family && (one.line === null || (one.line >= startLine && one.line <= endLine));
  return isProven || harmless.some(isFine);
}
