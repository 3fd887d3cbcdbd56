import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import type { Finding } from '../../src/model.ts';
import { printTable, readJson, readTexts } from './corpus-files.ts';
import { shownFindings } from './our-contestant.ts';
import type { Reviewer } from './review-files.ts';

/** A comment that annotators judged. */
interface Comment {
  readonly path: string;
  readonly from_line: number | null;
  readonly to_line: number | null;
}

/** Lines that a finding may be away from a comment it meets. */
const NEAR = 3;

/** Real merged pull requests: how much a review shows, and how much of it reviewers had rejected. */
export async function scorePullRequests(
  folder: string,
  reviewer: Reviewer,
  showFindings: boolean,
): Promise<void> {
  if (!existsSync(folder)) return;
  const rows: string[][] = [
    ['pull request', 'lines', 'shown', 'not info', 'critical', 'accepted', 'known noise'],
  ];
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
    const good = shown.filter((finding) => meetsAny(finding, accepted));
    const noise = shown.filter((finding) => meetsAny(finding, rejected) && !good.includes(finding));
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
}

function meetsAny(finding: Finding, comments: readonly Comment[]): boolean {
  const start = finding.startLine ?? 0;
  const end = finding.endLine ?? start;
  return comments.some(({ path, from_line, to_line }) => {
    const from = from_line ?? to_line ?? 0;
    return path === finding.path && start <= (to_line ?? from) + NEAR && end >= from - NEAR;
  });
}
