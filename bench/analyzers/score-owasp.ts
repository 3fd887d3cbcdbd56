import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant, Spot } from './contestant.ts';
import { type Half, halfOf, printTable, readTexts } from './corpus-files.ts';
import type { Details } from './score-annotated.ts';
import type { RuleTally } from './tally-rules.ts';

/** Weaknesses that answer a category: its own, and the usual parents and children. */
const ANSWERS: Readonly<Record<string, readonly number[]>> = {
  cmdi: [78, 77, 88],
  codeinj: [94, 95],
  deserialization: [502],
  hash: [328, 327, 326, 916],
  ldapi: [90],
  pathtraver: [22, 23, 36, 73],
  redirect: [601],
  securecookie: [614, 1004],
  sqli: [89],
  trustbound: [501],
  weakrand: [330, 338],
  xpathi: [643, 91],
  xss: [79, 80, 83, 116],
  xxe: [611, 827],
};

interface Case {
  readonly name: string;
  readonly category: string;
  readonly vulnerable: boolean;
}

/** Scores the cases of the OWASP Benchmark for Python: mean over categories of true minus false positive rate. */
export async function scoreOwasp(
  folder: string,
  contestants: readonly Contestant[],
  details: Details,
  tally: RuleTally,
): Promise<void> {
  if (!existsSync(folder)) return;
  const cases = readCases(join(folder, 'expected.csv'));
  const files = readTexts(join(folder, 'testcode'));
  const rows: string[][] = [];
  for (const contestant of contestants) {
    if (contestant.languages !== null && !contestant.languages.includes('python')) continue;
    const spots = await contestant.find(files);
    const all = details.halves.length > 1 ? [null] : [];
    for (const half of [...all, ...details.halves])
      rows.push(...scoreHalf(contestant.name, cases, spots, half));
    if (contestant !== contestants[0]) continue;
    printDetails(cases, spots, details);
    tallyCases(tally, cases, spots);
  }
  console.log('\nOWASP Benchmark for Python');
  printTable([['category', 'half', 'tool', 'true pos.', 'false pos.', 'score'], ...rows]);
}

/** Each rule once in each case; a case says something about its own weakness only. */
function tallyCases(tally: RuleTally, cases: readonly Case[], spots: readonly Spot[]): void {
  const byPath = new Map(cases.map((one) => [`${one.name}.py`, one]));
  for (const spot of new Map(spots.map((one) => [`${one.rule} ${one.path}`, one])).values()) {
    const one = byPath.get(spot.path);
    const isJudged = one !== undefined && (ANSWERS[one.category] ?? []).includes(spot.cwe);
    const judgement = isJudged ? (one.vulnerable ? 'true' : 'false') : null;
    tally.annotated(halfOf(`testcode/${spot.path}`), spot.rule, judgement);
  }
}

function readCases(path: string): readonly Case[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [name = '', category = '', vulnerable = ''] = line.trim().split(',');
    return { name, category, vulnerable: vulnerable === 'true' };
  });
}

function flaggedBy(spots: readonly Spot[]): (one: Case) => boolean {
  return ({ name, category }) =>
    spots.some((spot) => spot.path === `${name}.py` && (ANSWERS[category] ?? []).includes(spot.cwe));
}

function scoreHalf(
  tool: string,
  all: readonly Case[],
  spots: readonly Spot[],
  half: Half | null,
): string[][] {
  const cases = all.filter((one) => half === null || halfOf(`testcode/${one.name}.py`) === half);
  const isFlagged = flaggedBy(spots);
  const scores: number[] = [];
  const rows = Object.keys(ANSWERS).map((category) => {
    const mine = cases.filter((one) => one.category === category);
    const bad = mine.filter((one) => one.vulnerable);
    const good = mine.filter((one) => !one.vulnerable);
    const [hits, alarms] = [bad.filter(isFlagged).length, good.filter(isFlagged).length];
    const score = (hits / Math.max(1, bad.length) - alarms / Math.max(1, good.length)) * 100;
    scores.push(score);
    return [
      category,
      half ?? 'all',
      tool,
      `${hits}/${bad.length}`,
      `${alarms}/${good.length}`,
      score.toFixed(1),
    ];
  });
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const total = ['mean', half ?? 'all', tool, '', '', mean.toFixed(1)];
  return half === null ? [...rows, total] : [total];
}

function printDetails(cases: readonly Case[], spots: readonly Spot[], details: Details): void {
  const isFlagged = flaggedBy(spots);
  for (const one of cases) {
    if (halfOf(`testcode/${one.name}.py`) !== 'tune') continue;
    if (details.misses && one.vulnerable && !isFlagged(one))
      console.log(`missed  ${one.category}  ${one.name}`);
    if (details.alarms && !one.vulnerable && isFlagged(one)) {
      const answers = spots.filter(
        (spot) => spot.path === `${one.name}.py` && (ANSWERS[one.category] ?? []).includes(spot.cwe),
      );
      console.log(
        `false   ${one.category}  ${one.name}  ${answers.map((spot) => `${spot.rule}:${spot.line}`).join(' ')}`,
      );
    }
  }
}
