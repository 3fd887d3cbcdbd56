import { type LineMap, makeLineMap } from '../../diff/line-map.ts';
import type { ChangedFile, Severity } from '../../model.ts';
import type { AnalyzerFinding } from '../analyzer.ts';

/** What a finding about a package says. */
export interface DependencyClaim {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly confidence: number;
  readonly cwe?: string;
  readonly title: string;
  readonly explanation: string;
  readonly failureScenario: string;
  readonly fix: string;
  /** Text of the line that the claim is about, when that is not the one with the name. */
  readonly about?: string;
}

/** Lines below a package's name that still speak of it. */
const NEAR = 12;
const LONGEST_TITLE = 80;

/**
 * Places a claim at a line of a lock file or manifest: at the line itself or the next changed one that speaks of the same
 * package; at the file as a whole when the diff does not show it (large lock files come without one).
 */
export function dependencyFinding(file: ChangedFile, line: number, claim: DependencyClaim): AnalyzerFinding {
  const map = makeLineMap(file.change);
  const changed =
    lineAbout(map, line, claim.about ?? '') ||
    (map.isChanged('new', line) ? line : map.firstChangedIn('new', line, line + NEAR));
  const at = changed === 0 ? line : changed;
  const quote = map.at('new', at)?.text;
  const title =
    claim.title.length <= LONGEST_TITLE ? claim.title : `${claim.title.slice(0, LONGEST_TITLE - 1)}…`;
  const { about: _, ...said } = claim;
  const shared = {
    ...said,
    title,
    reviewer: 'security',
    category: 'supply-chain' as const,
    path: file.path,
    proof: [],
  };
  if (quote === undefined || quote.trim() === '') return { ...shared, anchor: 'file' };
  return { ...shared, anchor: 'line', startLine: at, endLine: at, side: 'new', quote };
}

/** The changed line near a package's name that holds a text, or 0. */
function lineAbout(map: LineMap, line: number, about: string): number {
  if (about === '') return 0;
  for (let at = line; at <= line + NEAR; at += 1) {
    if (map.isChanged('new', at) && map.at('new', at)?.text.includes(about) === true) return at;
  }
  return 0;
}
