import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant, Spot } from './contestant.ts';
import { type Half, halfOf, percent, printTable, readJson, readTexts } from './corpus-files.ts';
import { halfGap } from './half-gap.ts';
import { isJudge, type RuleTally } from './tally-rules.ts';

/** One annotated line of the corpus. */
interface Expectation {
  readonly file: string;
  readonly line: number;
  readonly expect: 'flag' | 'clean';
  readonly cwe: readonly string[];
  readonly class: string;
}

/** What to print beside the figures; details are of the tune half only. */
export interface Details {
  /** Whose figures are printed. */
  readonly halves: readonly Half[];
  readonly misses: boolean;
  readonly alarms: boolean;
  readonly weaknesses: boolean;
}

interface Count {
  found: number;
  flags: number;
  alarms: number;
  cleans: number;
}

/** Scores every language folder of `annotated/`, or those named. */
export async function scoreAnnotated(
  folder: string,
  contestants: readonly Contestant[],
  only: readonly string[],
  details: Details,
  tally: RuleTally,
): Promise<void> {
  if (!existsSync(folder)) return;
  const languages = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'expectations.json')));
  const rows: string[][] = [
    ['language', 'half', 'tool', 'flags', 'recall', '±2', 'cleans', 'false pos.', 'precision'],
  ];
  const gaps = [['language', 'tuned half above the other', '95 % interval, by file']];
  for (const language of languages.filter((name) => only.length === 0 || only.includes(name))) {
    const root = join(folder, language);
    const expectations = readJson<readonly Expectation[]>(join(root, 'expectations.json'));
    const files = new Map([...readTexts(root)].filter(([path]) => path !== 'expectations.json'));
    for (const [path, text] of files) files.set(path, withoutVerdicts(text));
    for (const contestant of contestants) {
      if (contestant.languages !== null && !contestant.languages.includes(language)) continue;
      const spots = await contestant.find(files);
      if (contestant === contestants[0]) {
        tallySpots(tally, expectations, spots);
        gaps.push([language, ...gapCells(expectations, spots)]);
      }
      for (const half of details.halves) {
        const mine = expectations.filter((one) => halfOf(one.file) === half);
        rows.push([language, half, contestant.name, ...figures(mine, spots)]);
        const isOurs = contestant === contestants[0];
        if (isOurs) {
          const security = mine.filter((one) => one.class === 'security');
          rows.push([language, half, `${contestant.name}, security lines`, ...figures(security, spots)]);
        }
        if (isOurs && half === 'tune') printDetails(mine, spots, files, details);
        if (isOurs && details.weaknesses) printWeaknesses(`${language}, ${half}`, mine, spots);
      }
    }
  }
  console.log('\nAnnotated lines');
  printTable(rows);
  if (details.halves.length < 2) return;
  console.log('\nRecall of ours, points between the halves');
  printTable(gaps);
}

/** Each rule once on each line. */
function tallySpots(tally: RuleTally, expectations: readonly Expectation[], spots: readonly Spot[]): void {
  const byLine = new Map(expectations.map((one) => [keyOf(one.file, one.line), one]));
  const distinct = new Map(spots.map((spot) => [`${spot.rule} ${keyOf(spot.path, spot.line)}`, spot]));
  for (const spot of distinct.values()) {
    const one = byLine.get(keyOf(spot.path, spot.line));
    const isJudged = one !== undefined && isJudge(one.class, spot);
    tally.annotated(
      halfOf(spot.path),
      spot.rule,
      isJudged ? (one.expect === 'flag' ? 'true' : 'false') : null,
    );
  }
}

/** The annotations are comments: a rule that reads comments must not be told the answer. Columns stay. */
function withoutVerdicts(text: string): string {
  return text.replace(
    /\b(ruleid|ok|todoruleid|todook|proruleid|deepruleid)(\s*:)([^\n]*)/g,
    (_, word: string, colon: string, rest: string) =>
      `${'x'.repeat(word.length)}${colon}${rest.replace(/[A-Za-z]/g, 'x')}`,
  );
}

const keyOf = (path: string, line: number) => `${path}:${line}`;

function figures(expectations: readonly Expectation[], spots: readonly Spot[]): string[] {
  const hits = new Set(spots.map((spot) => keyOf(spot.path, spot.line)));
  const isHit = ({ file, line }: Expectation) => hits.has(keyOf(file, line));
  const isNear = ({ file, line }: Expectation) =>
    [-2, -1, 0, 1, 2].some((away) => hits.has(keyOf(file, line + away)));
  const flags = expectations.filter((one) => one.expect === 'flag');
  const cleans = expectations.filter((one) => one.expect === 'clean');
  const found = flags.filter(isHit).length;
  const alarms = cleans.filter(isHit).length;
  return [
    String(flags.length),
    percent(found, flags.length),
    percent(flags.filter(isNear).length, flags.length),
    String(cleans.length),
    percent(alarms, cleans.length),
    percent(found, found + alarms),
  ];
}

function gapCells(expectations: readonly Expectation[], spots: readonly Spot[]): string[] {
  const hits = new Set(spots.map((spot) => keyOf(spot.path, spot.line)));
  const { gap, low, high } = halfGap(
    expectations
      .filter((one) => one.expect === 'flag')
      .map(({ file, line }) => ({ file, isFound: hits.has(keyOf(file, line)) })),
  );
  return [gap.toFixed(1), `${low.toFixed(1)} to ${high.toFixed(1)}`];
}

function printWeaknesses(title: string, expectations: readonly Expectation[], spots: readonly Spot[]): void {
  const hits = new Set(spots.map((spot) => keyOf(spot.path, spot.line)));
  const counts = new Map<string, Count>();
  for (const one of expectations) {
    const name = `${one.class} ${one.cwe[0] ?? '–'}`;
    const count = counts.get(name) ?? { found: 0, flags: 0, alarms: 0, cleans: 0 };
    const hit = hits.has(keyOf(one.file, one.line)) ? 1 : 0;
    if (one.expect === 'flag') {
      count.flags++;
      count.found += hit;
    } else {
      count.cleans++;
      count.alarms += hit;
    }
    counts.set(name, count);
  }
  const rows = [...counts]
    .sort(([, a], [, b]) => b.flags - b.found - (a.flags - a.found))
    .map(([name, { found, flags, alarms, cleans }]) => [name, `${found}/${flags}`, `${alarms}/${cleans}`]);
  console.log(`\n${title}`);
  printTable([['weakness', 'found', 'false'], ...rows]);
}

/** Only of the half that rules are tuned on: the other one must stay unseen. */
function printDetails(
  expectations: readonly Expectation[],
  spots: readonly Spot[],
  files: ReadonlyMap<string, string>,
  details: Details,
): void {
  const bySpot = new Map<string, string[]>();
  for (const spot of spots) {
    const key = keyOf(spot.path, spot.line);
    bySpot.set(key, [...(bySpot.get(key) ?? []), spot.rule]);
  }
  for (const { file, line, expect, cwe } of expectations) {
    const rules = bySpot.get(keyOf(file, line));
    const code = (files.get(file)?.split('\n')[line - 1] ?? '').trim().slice(0, 140);
    if (details.misses && expect === 'flag' && rules === undefined)
      console.log(`missed  ${cwe[0] ?? '–'}  ${file}:${line}  ${code}`);
    if (details.alarms && expect === 'clean' && rules !== undefined)
      console.log(`false   ${cwe[0] ?? '–'}  ${file}:${line}  [${rules.join(' ')}]  ${code}`);
  }
}
