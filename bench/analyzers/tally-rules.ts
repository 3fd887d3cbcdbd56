import type { MeasuredRule, MeasuredRules } from '../../scripts/measured-rules.ts';
import type { Spot } from './contestant.ts';
import { type Half, percent, printTable } from './corpus-files.ts';

/** What became of a finding that somebody had judged the place of; null where nobody had. */
export type Judgement = 'true' | 'false' | null;

/** Counts for each rule how often it fired, and how often rightly. */
export interface RuleTally {
  /** One finding on sources whose lines are annotated. */
  annotated(half: Half, rule: string, judgement: Judgement): void;
  /** One finding on a merged pull request: near a comment that was accepted, near one that was rejected, or neither. */
  pullRequest(rule: string, met: 'accepted' | 'rejected' | null): void;
  measured(): MeasuredRules;
}

type Counting = { -readonly [Key in keyof MeasuredRule]: number[] };

/** Makes an empty tally. */
export function makeRuleTally(): RuleTally {
  const counts = new Map<string, Counting>();
  const of = (rule: string): Counting => {
    const known = counts.get(rule) ?? { tune: [0, 0, 0], heldOut: [0, 0, 0], pullRequests: [0, 0, 0] };
    counts.set(rule, known);
    return known;
  };
  const count = (into: number[], index: number): void => {
    into[0] = (into[0] ?? 0) + 1;
    if (index > 0) into[index] = (into[index] ?? 0) + 1;
  };
  return {
    annotated: (half, rule, judgement) =>
      count(
        half === 'tune' ? of(rule).tune : of(rule).heldOut,
        judgement === null ? 0 : judgement === 'true' ? 1 : 2,
      ),
    pullRequest: (rule, met) => count(of(rule).pullRequests, met === null ? 0 : met === 'accepted' ? 1 : 2),
    measured: () =>
      Object.fromEntries(
        [...counts]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([rule, { tune, heldOut, pullRequests }]) => [
            rule,
            { tune: triple(tune), heldOut: triple(heldOut), pullRequests: triple(pullRequests) },
          ]),
      ),
  };
}

function triple([fired = 0, good = 0, bad = 0]: readonly number[]): readonly [number, number, number] {
  return [fired, good, bad];
}

/** Classes of annotations that a reviewer's rules are judged by; `best-practice` is everybody's. */
const CLASSES: Readonly<Record<string, string>> = {
  security: 'security',
  correctness: 'correctness',
  performance: 'performance',
  style: 'maintainability',
};

/** Whether an annotation of a class says anything about a rule of a reviewer. */
export function isJudge(annotated: string, { reviewer = '' }: Spot): boolean {
  const own = CLASSES[reviewer];
  return own !== undefined && (annotated === own || annotated === 'best-practice');
}

/** Prints a row for each rule that fired, the least precise first. */
export function printRuleTally(measured: MeasuredRules): void {
  const rows = Object.entries(measured).map(([rule, { tune, heldOut, pullRequests }]) => {
    const [, good, bad] = [0, tune[1] + heldOut[1], tune[2] + heldOut[2]];
    const cells = [tune, heldOut, pullRequests].flatMap((counts) => counts.map(String));
    return {
      share: good + bad === 0 ? 2 : good / (good + bad),
      row: [rule, ...cells, percent(good, good + bad)],
    };
  });
  rows.sort((a, b) => a.share - b.share);
  console.log('\nRules: tune half, held-out half, merged pull requests');
  const half = ['fired', 'true', 'false'];
  printTable([
    ['rule', ...half, ...half, 'shown', 'accepted', 'rejected', 'precision'],
    ...rows.map(({ row }) => row),
  ]);
  const all = Object.values(measured).map(({ pullRequests }) => pullRequests);
  const shown = all.reduce((sum, [fired]) => sum + fired, 0);
  const noise = all.reduce((sum, [, , rejected]) => sum + rejected, 0);
  console.log(
    `known-noise hit rate on merged pull requests: ${noise} of ${shown} shown (${percent(noise, shown)})`,
  );
}
