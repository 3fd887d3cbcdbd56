import type { Side } from './state.ts';

export interface PatchHunk {
  /** Lines that can be commented on, by side. */
  readonly lines: Readonly<Record<Side, ReadonlySet<number>>>;
  /** Header and lines up to each line, as `diff_hunk` shows them. */
  readonly text: readonly string[];
  /** Place in `text` of each line, by side. */
  readonly at: Readonly<Record<Side, ReadonlyMap<number, number>>>;
}

/**
 * The hunks of one file's patch. Added and context lines count on the right, removed and context lines on the left; the
 * note about a missing newline counts nowhere.
 */
export function patchHunks(patch: string): readonly PatchHunk[] {
  const hunks: PatchHunk[] = [];
  let open: { left: Map<number, number>; right: Map<number, number>; text: string[] } | null = null;
  let left = 0;
  let right = 0;
  const close = () => {
    if (open === null) return;
    hunks.push({
      lines: { LEFT: new Set(open.left.keys()), RIGHT: new Set(open.right.keys()) },
      at: { LEFT: open.left, RIGHT: open.right },
      text: open.text,
    });
  };
  for (const line of patch.split('\n')) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (header !== null) {
      close();
      left = Number(header[1]);
      right = Number(header[2]);
      open = { left: new Map(), right: new Map(), text: [line] };
      continue;
    }
    if (open === null) continue;
    open.text.push(line);
    const place = open.text.length - 1;
    if (line.startsWith('+') || line.startsWith(' ')) open.right.set(right++, place);
    if (line.startsWith('-') || line.startsWith(' ')) open.left.set(left++, place);
  }
  close();
  return hunks;
}

/** The hunk up to and with the commented line. */
export function hunkText(hunk: PatchHunk, side: Side, line: number): string {
  return hunk.text.slice(0, (hunk.at[side].get(line) ?? hunk.text.length - 1) + 1).join('\n');
}
