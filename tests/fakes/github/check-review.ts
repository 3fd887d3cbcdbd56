import { type Call, unprocessable } from './answers.ts';
import { diffFiles } from './diff-files.ts';
import { gitObjects } from './git-objects.ts';
import { hunkText, type PatchHunk, patchHunks } from './hunk-lines.ts';
import { isTooLong } from './routes/comment-routes.ts';
import { BODY_LIMIT, type Pull, type Side } from './state.ts';

/** One comment of a review as it was sent. */
export interface SentComment {
  readonly path: string;
  readonly body: string;
  readonly position?: number;
  readonly line?: number;
  readonly side?: string;
  readonly start_line?: number;
  readonly start_side?: string;
}

/** The same with every default filled in and the hunk it stands in. */
export interface PlacedComment {
  readonly path: string;
  readonly body: string;
  readonly line: number;
  readonly side: Side;
  readonly startLine: number | null;
  readonly startSide: Side | null;
  readonly diffHunk: string;
}

/**
 * Places every comment of a review in the diff of the reviewed commit.
 * @throws Refusal 422 for the whole review when one of them cannot be placed; it does not say which (facts, 1.1)
 */
export function placeComments(
  call: Call,
  pull: Pull,
  commit: string,
  comments: readonly SentComment[],
): readonly PlacedComment[] {
  const { files } = diffFiles(gitObjects(pull.repository.directory), pull.baseSha, commit, call.state.limits);
  const hunksOf = new Map<string, readonly PatchHunk[]>();
  const errors = new Set<string>();
  const placed: PlacedComment[] = [];
  for (const comment of comments) {
    const file = files.find((one) => one.filename === comment.path);
    if (file === undefined) {
      errors.add('Path could not be resolved');
      continue;
    }
    const hunks = hunksOf.get(comment.path) ?? patchHunks(file.wholePatch ?? '');
    hunksOf.set(comment.path, hunks);
    const result = place(comment, hunks);
    if (typeof result === 'string') errors.add(result);
    else placed.push(result);
  }
  if (errors.size > 0) throw unprocessable(...errors);
  return placed;
}

function place(comment: SentComment, hunks: readonly PatchHunk[]): PlacedComment | string {
  const { line, start_line: startLine = null } = comment;
  if (comment.body.trim() === '') return "Pull request review thread body can't be blank";
  if (isTooLong(comment.body)) return `Body is too long (maximum is ${BODY_LIMIT} characters)`;
  if (comment.position !== undefined) return 'position is deprecated: this stand-in takes line and side';
  if (line === undefined) return "Pull request review thread line can't be blank";
  const side = sideOf(comment.side ?? 'RIGHT');
  const startSide = startLine === null ? null : sideOf(comment.start_side ?? comment.side ?? 'RIGHT');
  if (side === null || (startLine !== null && startSide === null)) {
    return 'Pull request review thread side is not included in the list';
  }
  if (startLine === null && comment.start_side !== undefined) {
    return "Pull request review thread start line can't be blank";
  }
  const hunk = hunks.find((one) => one.lines[side].has(line));
  if (hunk === undefined) return 'Pull request review thread line must be part of the diff';
  const fault =
    startLine === null || startSide === null ? null : rangeFault(hunk, startLine, startSide, line, side);
  if (fault !== null) return fault;
  const { path, body } = comment;
  return { path, body, line, side, startLine, startSide, diffHunk: hunkText(hunk, side, line) };
}

function rangeFault(
  hunk: PatchHunk,
  start: number,
  startSide: Side,
  line: number,
  side: Side,
): string | null {
  const first = hunk.at[startSide].get(start);
  const last = hunk.at[side].get(line);
  if (startSide === side && start >= line) {
    return 'Pull request review thread start line must precede the end line';
  }
  if (first === undefined)
    return 'Pull request review thread start line must be part of the same hunk as the line';
  return first < (last ?? 0) ? null : 'Pull request review thread start line must precede the end line';
}

function sideOf(side: string): Side | null {
  return side === 'LEFT' || side === 'RIGHT' ? side : null;
}
