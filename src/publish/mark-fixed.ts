import { ForgeError, messageOf } from '../errors.ts';
import type { Finding, RememberedFinding } from '../model.ts';
import type { ReviewPoster } from '../ports.ts';
import { codeSpan } from '../render/escape-markdown.ts';
import { type MarkedState, writeFindingMarker } from '../render/finding-marker.ts';
import { folded } from '../render/markdown-finding.ts';
import { renderInlineComment } from '../render/render-inline-comment.ts';
import type { OwnThread } from './own-threads.ts';

/** Every edit costs a second under GitHub's spacing of writes; what is left over is done by the next run. */
const MOST_EDITS = 10;
/** GitHub refuses longer bodies; what a comment said is left out of one that would be longer. */
const MOST_CHARACTERS = 60_000;

/** A comment that no longer says how things are. */
export interface Mark {
  readonly own: OwnThread;
  readonly body: string;
}

/** What is known of the findings after this run. */
export interface KnownFindings {
  readonly findings: readonly Finding[];
  readonly remembered: readonly RememberedFinding[];
  /** The reviewed head. */
  readonly head: string;
}

/**
 * Which of our inline comments have to be edited: once when their finding is fixed, once when it is back.
 * @param resolved ids of threads that were resolved by this run
 * @returns oldest first, also those above the limit of one run
 */
export function planMarks(
  own: readonly OwnThread[],
  known: KnownFindings,
  resolved: ReadonlySet<string>,
): readonly Mark[] {
  const present = new Map(known.findings.map((finding) => [finding.fingerprint, finding]));
  return own.flatMap((one): readonly Mark[] => {
    const finding = present.get(one.marker.fingerprint);
    const isMarked = one.marker.state === 'fixed' || one.marker.state === 'resolved';
    if (finding !== undefined)
      return isMarked ? [{ own: one, body: reopened(one, finding, known.head) }] : [];
    const state = resolved.has(one.thread.id) ? 'resolved' : 'fixed';
    if (isMarked) return state === 'resolved' ? [{ own: one, body: remarked(one, state) }] : [];
    const sha = fixedBy(one, known);
    return sha === null ? [] : [{ own: one, body: fixed(one, sha, state) }];
  });
}

/** The commit that fixed what a comment says; null while it is open, or when nobody knows. */
export function fixedBy({ marker }: OwnThread, { findings, remembered }: KnownFindings): string | null {
  if (findings.some(({ fingerprint }) => fingerprint === marker.fingerprint)) return null;
  const exact = remembered.find(({ fingerprint }) => fingerprint === marker.fingerprint);
  // An edited line has another fingerprint, and is the same finding as long as one stands in its place.
  const same =
    exact === undefined ? remembered.filter(({ placeKey }) => placeKey === marker.placeKey) : [exact];
  return same.every(({ state }) => state === 'fixed') ? (same.at(-1)?.fixedBy ?? null) : null;
}

/**
 * Edits the comments, as many as one run may.
 * @returns what could not be done, in words
 */
export async function markFixed(
  poster: Pick<ReviewPoster, 'updateComment'>,
  marks: readonly Mark[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { own, body } of marks.slice(0, MOST_EDITS)) {
    try {
      await poster.updateComment(own.comment.id, body, signal);
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      problems.push(`The comment ${own.comment.url} could not be brought up to date: ${messageOf(error)}`);
    }
  }
  return problems;
}

function fixed(own: OwnThread, sha: string, state: MarkedState): string {
  // What is fixed must not be offered at the press of a button.
  const text = visibleText(own).replaceAll(/^(`{3,})suggestion$/gm, '$1text');
  const head = `${writeFindingMarker({ ...own.marker, state })}\n✅ **Fixed by ${codeSpan(sha.slice(0, 7))}.**\n`;
  const whole = `${head}\n${folded('What it said', text)}\n`;
  return whole.length > MOST_CHARACTERS ? head : whole;
}

function remarked(own: OwnThread, state: MarkedState): string {
  return `${writeFindingMarker({ ...own.marker, state })}\n${visibleText(own)}\n`;
}

function visibleText({ comment }: OwnThread): string {
  const [, ...said] = comment.body.replaceAll('\r\n', '\n').trimEnd().split('\n');
  return said.join('\n');
}

function reopened({ marker }: OwnThread, finding: Finding, head: string): string {
  const words = `↩️ **Back in ${codeSpan(head.slice(0, 7))}**, after it had been fixed.`;
  return `${writeFindingMarker({ ...marker, state: 'reopened' })}\n${words}\n\n${renderInlineComment(finding, false)}`;
}
