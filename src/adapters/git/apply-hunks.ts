import type { Hunk } from '../../model.ts';

/** A file before and after a patch. */
export interface Sides {
  readonly base: string;
  readonly head: string;
}

/**
 * The file on both sides of its hunks, from its text on one side; null when the text does not agree with the hunks on
 * either side. A text that already has the change is taken as the head, otherwise as the base.
 */
export function applyHunks(text: string, hunks: readonly Hunk[]): Sides | null {
  const base = rebuild(text, hunks, 'head');
  if (base !== null) return { base, head: text };
  const head = rebuild(text, hunks, 'base');
  return head === null ? null : { base: text, head };
}

/** The whole new text of a file that a patch creates, or null when its hunks are not complete. */
export function createdText(hunks: readonly Hunk[]): string | null {
  return rebuild('', hunks, 'base');
}

/** The whole old text of a file that a patch removes, or null when its hunks are not complete. */
export function removedText(hunks: readonly Hunk[]): string | null {
  return rebuild('', hunks, 'head');
}

/** The text on the other side, or null when some hunk's lines do not stand where the hunk says. */
function rebuild(text: string, hunks: readonly Hunk[], standsFor: 'head' | 'base'): string | null {
  const isHead = standsFor === 'head';
  const lines = text.split('\n');
  const endsOpen = lines.at(-1) !== '';
  if (!endsOpen) lines.pop();
  const result: string[] = [];
  let position = 0;
  let resultEndsOpen = endsOpen;
  for (const hunk of hunks) {
    const count = isHead ? hunk.newCount : hunk.oldCount;
    const start = (isHead ? hunk.newStart : hunk.oldStart) - (count === 0 ? 0 : 1);
    if (start < position || start > lines.length) return null;
    for (; position < start; position++) result.push(lines[position] ?? '');
    for (const line of hunk.lines) {
      const onThisSide = line.kind === 'context' || line.kind === (isHead ? 'add' : 'delete');
      if (onThisSide && (position >= lines.length || lines[position++] !== line.text)) return null;
      if (line.kind === 'context' || !onThisSide) result.push(line.text);
    }
    const open = isHead ? hunk.newNoNewline : hunk.oldNoNewline;
    const atEnd = position === lines.length;
    if (count > 0 && open !== (atEnd && endsOpen)) return null;
    if (atEnd) resultEndsOpen = isHead ? hunk.oldNoNewline : hunk.newNoNewline;
  }
  for (; position < lines.length; position++) result.push(lines[position] ?? '');
  if (result.length === 0) return '';
  return resultEndsOpen ? result.join('\n') : `${result.join('\n')}\n`;
}
