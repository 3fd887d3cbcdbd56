import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import type { FileChange, Finding } from '../../src/model.ts';
import { HALVES, halfOf, percent, printTable, readTexts } from './corpus-files.ts';
import { matchOneToOne } from './match-places.ts';
import { shownFindings } from './our-contestant.ts';
import type { Reviewer } from './review-files.ts';

/** A weakness that the author of a challenge put in. */
interface Issue {
  readonly file: string;
  readonly line_start: number;
  readonly line_end: number;
  readonly severity: string;
  readonly category: string;
  readonly title: string;
}

/** Small changes with known weaknesses: how many are met, and what the way back raises. */
export async function scoreChallenges(
  folder: string,
  reviewer: Reviewer,
  showMisses: boolean,
): Promise<void> {
  if (!existsSync(folder)) return;
  const counts = HALVES.map(() => ({ issues: 0, near: 0, exact: 0, shown: 0, back: 0 }));
  const rows: string[][] = [['challenge', 'issues', 'met', 'met ±1', 'shown', 'critical on the way back']];
  for (const name of readdirSync(folder).sort()) {
    const root = join(folder, name);
    if (!existsSync(join(root, 'challenge.yaml'))) continue;
    const { issues }: { issues: readonly Issue[] } = parse(
      readFileSync(join(root, 'challenge.yaml'), 'utf8'),
    );
    const before = readTexts(join(root, 'before'));
    const after = readTexts(join(root, 'after'));
    const places = issues.map((one) => ({ path: one.file, from: one.line_start, to: one.line_end }));
    const shown = await findIn(reviewer, root, ['before', 'after'], before, after);
    const back = await findIn(reviewer, root, ['after', 'before'], after, before);
    const near = matchOneToOne(shown, places, 3);
    const exact = matchOneToOne(shown, places, 1);
    const critical = back.filter((one) => one.severity === 'critical').length;
    const half = halfOf(name);
    rows.push([name, issues.length, near.size, exact.size, shown.length, critical].map(String));
    const count = counts[HALVES.indexOf(half)];
    if (count !== undefined) {
      count.issues += issues.length;
      count.near += near.size;
      count.exact += exact.size;
      count.shown += shown.length;
      count.back += critical;
    }
    if (showMisses && half === 'tune')
      for (const [index, one] of issues.entries())
        if (!near.has(index)) console.log(`missed  ${name}  ${one.file}:${one.line_start}  ${one.title}`);
  }
  console.log('\nChallenges');
  for (const [index, { issues, near, exact, shown, back }] of counts.entries())
    rows.push([HALVES[index] ?? '', ...[issues, near, exact, shown, back].map(String)]);
  printTable(rows);
  const all = counts.reduce((sum, one) => ({ near: sum.near + one.near, issues: sum.issues + one.issues }), {
    near: 0,
    issues: 0,
  });
  console.log(`recall ${percent(all.near, all.issues)}`);
}

async function findIn(
  reviewer: Reviewer,
  root: string,
  [from, to]: readonly [string, string],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<readonly Finding[]> {
  const changes = compareFolders(root, from, to);
  const report = await reviewer.review({ after, before, changes });
  return shownFindings(report.findings);
}

/** The difference of two folders as git tells it, with paths below the folders. */
function compareFolders(root: string, from: string, to: string): readonly FileChange[] {
  const options = ['diff', '--no-index', '--no-color', '--no-ext-diff', '--src-prefix=a/', '--dst-prefix=b/'];
  let patch: Buffer;
  try {
    patch = execFileSync('git', [...options, from, to], { cwd: root });
  } catch (thrown) {
    // Git answers 1 when there are differences.
    const { status, stdout } = thrown as { status?: number; stdout?: Buffer };
    if (status !== 1 || stdout === undefined) throw thrown;
    patch = stdout;
  }
  const text = patch
    .toString('utf8')
    .replaceAll(/^(diff --git a\/|--- a\/|diff --git b\/|\+\+\+ b\/)(?:before|after)\//gm, '$1')
    .replaceAll(/^(diff --git a\/.*? b\/)(?:before|after)\//gm, '$1');
  return parsePatch(Buffer.from(text)).files;
}
