import { makeLineMap } from '../diff/line-map.ts';
import type { FileChange, Finding, Report } from '../model.ts';
import type { InlineComment } from '../ports.ts';
import { writeFindingMarker } from '../render/finding-marker.ts';
import { groupFindings } from '../render/group-findings.ts';
import { renderInlineComment } from '../render/render-inline-comment.ts';

/** Our own cap: GitHub documents none, and larger reviews were seen to fail (facts: creating a review). */
const MOST_COMMENTS = 25;
/** GitHub was seen to accept ranges of any length; longer than this they hide the code they speak of. */
const LONGEST_RANGE = 40;

/** A finding and the comment that says it. */
export interface ChosenComment {
  readonly finding: Finding;
  readonly comment: InlineComment;
}

/**
 * The findings that get a comment of their own: what blocks and what is medium or above, on a line that GitHub accepts,
 * not said before. What is left stands in the summary.
 *
 * @param files the change, by which positions are checked before they are sent
 * @param posted fingerprints that were said inline by an earlier review
 * @param places fingerprint → key of the finding's place, for the marker that the comment hides
 */
export function chooseInline(
  report: Report,
  files: readonly FileChange[],
  posted: ReadonlySet<string>,
  places: ReadonlyMap<string, string>,
): readonly ChosenComment[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const { blocking, notable } = groupFindings(report);
  const chosen: ChosenComment[] = [];
  const said = new Set(posted);
  for (const finding of [...blocking, ...notable]) {
    if (chosen.length >= MOST_COMMENTS) break;
    if (said.has(finding.fingerprint) || !isFresh(finding)) continue;
    const comment = commentOn(finding, byPath, places.get(finding.fingerprint) ?? null);
    if (comment === null) continue;
    said.add(finding.fingerprint);
    chosen.push({ finding, comment });
  }
  return chosen;
}

/** What was open before has been said, also when its line was edited or moved since. */
function isFresh({ state }: Finding): boolean {
  return state === 'new' || state === 'reopened';
}

function commentOn(
  finding: Finding,
  files: ReadonlyMap<string, FileChange>,
  placeKey: string | null,
): InlineComment | null {
  const { anchor, path, startLine, side = 'new' } = finding;
  if (anchor !== 'line' || path === undefined || startLine === undefined) return null;
  const file = files.get(path) ?? [...files.values()].find((one) => side === 'old' && one.oldPath === path);
  if (file === undefined) return null;
  const map = makeLineMap(file);
  const endLine = Math.max(startLine, finding.endLine ?? startLine);
  const fits = endLine - startLine < LONGEST_RANGE && map.canCommentRange(side, startLine, endLine);
  if (!fits && !map.canComment(side, startLine)) return null;
  const end = fits ? endLine : startLine;
  const marker = writeFindingMarker({ fingerprint: finding.fingerprint, placeKey, state: 'open' });
  return {
    path: file.path,
    side,
    ...(end > startLine ? { startLine } : {}),
    line: end,
    body: `${marker}\n${renderInlineComment(finding, fits && side === 'new')}`,
  };
}
