import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import { halfOf, percent, printTable, readJson, readTexts } from './corpus-files.ts';
import { matchOneToOne, meets, type Place } from './match-places.ts';
import { shownFindings } from './our-contestant.ts';
import type { Reviewer } from './review-files.ts';
import type { RuleTally } from './tally-rules.ts';

/** A comment that annotators judged. */
interface Comment {
  readonly path: string;
  readonly from_line: number | null;
  readonly to_line: number | null;
  readonly category: string;
}

/** Lines that a finding may be away from a comment it meets. */
const NEAR = 3;

function placeOf({ path, from_line, to_line }: Comment): Place {
  const from = from_line ?? to_line ?? 0;
  return { path, from, to: to_line ?? from };
}

/** Real merged pull requests: how much a review shows, and how much of it reviewers had rejected. */
export async function scorePullRequests(
  folder: string,
  reviewer: Reviewer,
  showFindings: boolean,
  tally: RuleTally,
): Promise<void> {
  if (!existsSync(folder)) return;
  const rows: string[][] = [
    ['pull request', 'lines', 'shown', 'not info', 'critical', 'accepted', 'known noise'],
  ];
  const recall = new Map<string, readonly number[]>();
  const total = [0, 0, 0, 0, 0, 0];
  for (const name of readdirSync(folder).sort()) {
    const root = join(folder, name);
    if (!existsSync(join(root, 'change.diff'))) continue;
    const { files: changes } = parsePatch(readFileSync(join(root, 'change.diff')));
    const after = readTexts(join(root, 'files', 'after'));
    const present = changes.filter((change) => after.has(change.path) || change.status === 'removed');
    const report = await reviewer.review({
      after,
      before: readTexts(join(root, 'files', 'before')),
      changes: present,
    });
    const shown = shownFindings(report.findings);
    const accepted = readJson<readonly Comment[]>(join(root, 'accepted.json'));
    const rejected = readJson<readonly Comment[]>(join(root, 'rejected.json'));
    const good = shown.filter((finding) => accepted.some((one) => meets(finding, placeOf(one), NEAR)));
    const noise = shown.filter(
      (finding) => rejected.some((one) => meets(finding, placeOf(one), NEAR)) && !good.includes(finding),
    );
    for (const finding of shown) {
      const met = good.includes(finding) ? 'accepted' : noise.includes(finding) ? 'rejected' : null;
      tally.pullRequest(finding.ruleId, met);
    }
    const met = matchOneToOne(shown, accepted.map(placeOf), NEAR);
    const half = halfOf(name);
    for (const [index, { category }] of accepted.entries()) {
      for (const key of [`${half} half`, category]) {
        const [all = 0, found = 0] = recall.get(key) ?? [];
        recall.set(key, [all + 1, found + (met.has(index) ? 1 : 0)]);
      }
    }
    const figures = [
      changes.reduce((sum, change) => sum + change.added + change.deleted, 0),
      shown.length,
      shown.filter((finding) => finding.severity !== 'info').length,
      shown.filter((finding) => finding.severity === 'critical').length,
      good.length,
      noise.length,
    ];
    for (const [index, figure] of figures.entries()) total[index] = (total[index] ?? 0) + figure;
    rows.push([name, ...figures.map(String)]);
    if (showFindings)
      for (const { ruleId, severity, path, startLine, quote } of shown)
        console.log(
          `${name}  ${severity}  ${ruleId}  ${path}:${startLine}  ${(quote ?? '').trim().slice(0, 100)}`,
        );
  }
  console.log('\nReal pull requests');
  printTable([...rows, ['all', ...total.map(String)]]);
  const [lines = 0, shown = 0, loud = 0] = total;
  const rate = (count: number) => ((count / Math.max(1, lines)) * 100).toFixed(2);
  console.log(`per 100 changed lines: ${rate(shown)} shown, ${rate(loud)} without info`);
  printTable([
    ['accepted comments met (one to one, 3 lines)', 'met', 'of', 'recall'],
    ...[...recall]
      .sort()
      .map(([key, [all = 0, found = 0]]) => [key, `${found}`, `${all}`, percent(found, all)]),
  ]);
}
