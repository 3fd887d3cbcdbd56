import type { BranchRuns, FileRuns } from '../../../model.ts';

/** A coverage profile as read, or why it is none. */
export type ProfileFile =
  | { readonly kind: 'read'; readonly files: readonly FileRuns[] }
  | { readonly kind: 'broken'; readonly reason: string };

/** Lines of all files together; a profile that claims more is not believed. */
const MOST_LINES = 2_000_000;
const LAST_LINE = 1_000_000;

/** A profile that cannot be read: the message says why. */
export class BadProfile extends Error {}

/** Collects what a profile says; the same line may be named more than once, as by several test runs. */
export interface RunCounts {
  line(location: string, line: number, hits: number): void;
  /** A branch of a line, by its name: several runs may name the same. */
  branch(location: string, line: number, name: string, taken: boolean): void;
  /** All branches of a line at once. */
  branches(location: string, line: number, runs: BranchRuns): void;
  files(): readonly FileRuns[];
}

interface Counted {
  readonly lines: Map<number, number>;
  readonly branches: Map<number, BranchRuns>;
  /** Line and name of a branch → whether it was taken. */
  readonly named: Map<string, boolean>;
}

/** Starts to count. @throws BadProfile from its methods when a line number is none or there are too many */
export function makeRunCounts(): RunCounts {
  const files = new Map<string, Counted>();
  let total = 0;
  const of = (location: string) => {
    const known = files.get(location) ?? { lines: new Map(), branches: new Map(), named: new Map() };
    files.set(location, known);
    return known;
  };
  const check = (line: number) => {
    if (!Number.isSafeInteger(line) || line < 1 || line > LAST_LINE)
      throw new BadProfile(`it names a line "${String(line).slice(0, 20)}"`);
  };
  return {
    line: (location, line, hits) => {
      check(line);
      total += 1;
      if (total > MOST_LINES) throw new BadProfile(`it speaks of more than ${MOST_LINES} lines`);
      const { lines } = of(location);
      lines.set(line, Math.max(lines.get(line) ?? 0, Number.isFinite(hits) ? hits : 0));
    },
    branch: (location, line, name, taken) => {
      check(line);
      const { branches, named } = of(location);
      const key = `${line} ${name}`;
      const before = named.get(key);
      if (before === true || before === taken) return;
      named.set(key, taken);
      const known = branches.get(line) ?? { taken: 0, total: 0 };
      const total = known.total + (before === undefined ? 1 : 0);
      branches.set(line, { taken: known.taken + (taken ? 1 : 0), total });
    },
    branches: (location, line, runs) => {
      check(line);
      const { branches } = of(location);
      const known = branches.get(line);
      if (known === undefined || known.taken < runs.taken) branches.set(line, runs);
    },
    files: () => [...files].map(([location, { lines, branches }]) => ({ location, lines, branches })),
  };
}

/** The lines of a text, one by one, without a copy of all of them. */
export function* linesOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const stop = end === -1 ? text.length : end;
    yield text.slice(start, text[stop - 1] === '\r' ? stop - 1 : stop);
    start = stop + 1;
  }
}
