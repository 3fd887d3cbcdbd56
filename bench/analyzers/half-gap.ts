import { type Half, halfOf } from './corpus-files.ts';

/** A line that must be found, and whether it was. */
export interface Sought {
  readonly file: string;
  readonly isFound: boolean;
}

/** Resamples behind the interval. */
const RESAMPLES = 2_000;

/**
 * How much more is found in the half that rules were tuned on, in points of recall, with its 95 % interval: files are drawn
 * anew with replacement in each half (bootstrap over files, because lines of one file stand and fall together). The draws
 * are the same in every run.
 */
export function halfGap(lines: readonly Sought[]): { gap: number; low: number; high: number } {
  const tune = byFile(lines, 'tune');
  const heldOut = byFile(lines, 'held-out');
  const draw = seededDraw();
  const gaps = Array.from(
    { length: RESAMPLES },
    () => recallOf(resample(tune, draw)) - recallOf(resample(heldOut, draw)),
  ).sort((one, other) => one - other);
  return {
    gap: recallOf(tune) - recallOf(heldOut),
    low: gaps[Math.floor(RESAMPLES * 0.025)] ?? 0,
    high: gaps[Math.ceil(RESAMPLES * 0.975) - 1] ?? 0,
  };
}

type Tally = readonly [found: number, all: number];

function byFile(lines: readonly Sought[], half: Half): readonly Tally[] {
  const files = new Map<string, Tally>();
  for (const { file, isFound } of lines) {
    if (halfOf(file) !== half) continue;
    const [found, all] = files.get(file) ?? [0, 0];
    files.set(file, [found + (isFound ? 1 : 0), all + 1]);
  }
  return [...files.values()];
}

const resample = (files: readonly Tally[], draw: (below: number) => number): readonly Tally[] =>
  files.map((file) => files[draw(files.length)] ?? file);

function recallOf(files: readonly Tally[]): number {
  const found = files.reduce((sum, [one]) => sum + one, 0);
  const all = files.reduce((sum, [, one]) => sum + one, 0);
  return all === 0 ? 0 : (found / all) * 100;
}

/** A small linear congruential generator (constants of Numerical Recipes): whole numbers below a limit. */
function seededDraw(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
