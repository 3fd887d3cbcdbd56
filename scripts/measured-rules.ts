import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * How often a rule fired, and how often rightly and wrongly where somebody had judged the place. Counts only: the
 * corpora are not part of this repository.
 */
export interface MeasuredRule {
  /** On annotated sources that rules may be tuned on: fired, true, false. */
  readonly tune: readonly [number, number, number];
  /** On the other half of them. */
  readonly heldOut: readonly [number, number, number];
  /** On merged pull requests: shown, near an accepted comment, near a rejected one. */
  readonly pullRequests: readonly [number, number, number];
}

/** Rule or check → what was measured; rules that never fired are absent. */
export type MeasuredRules = Readonly<Record<string, MeasuredRule>>;

/** `npm run bench:analyzers -- FOLDER --rules` writes it. */
export const MEASURED_RULES = join('bench', 'analyzers', 'measured-rules.yml');

/** So many judged places say something about a rule. */
export const LEAST_EVIDENCE = 8;
/** A rule that is right less often than this says no more than `info`. */
export const LOWEST_PRECISION = 0.5;

/**
 * The figures of the last measurement.
 * @param root folder of the repository
 * @throws when the file is not there
 */
export function readMeasuredRules(root: string): MeasuredRules {
  return parse(readFileSync(join(root, MEASURED_RULES), 'utf8')) as MeasuredRules;
}

/** Share of the judged places at which a rule was right, over both halves, and how many those are. */
export function precisionOf(measured: MeasuredRule | undefined): {
  readonly share: number;
  readonly right: number;
  readonly judged: number;
} {
  const [, right = 0, wrong = 0] = measured === undefined ? [] : sum(measured.tune, measured.heldOut);
  const judged = right + wrong;
  return { share: judged === 0 ? Number.NaN : right / judged, right, judged };
}

function sum(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((count, index) => count + (b[index] ?? 0));
}

/** The file as it is committed: a line for each rule, sorted. */
export function measuredRulesText(measured: MeasuredRules): string {
  const lines = Object.entries(measured)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, { tune, heldOut, pullRequests }]) => {
      const list = (counts: readonly number[]) => `[${counts.join(', ')}]`;
      return `${rule}: { tune: ${list(tune)}, heldOut: ${list(heldOut)}, pullRequests: ${list(pullRequests)} }\n`;
    });
  return `# Written by npm run bench:analyzers -- FOLDER --rules; docs/rules.md shows it.\n${lines.join('')}`;
}
