import type { LineIndex } from '../tree/line-index.ts';

/** Documentation as it stands in the file, and its first line. */
export interface Documentation {
  readonly text: string;
  readonly startLine: number;
}

/** A doc comment is looked for within this many characters. */
const LONGEST_COMMENT = 20_000;

/**
 * The run of line comments that ends on the line above a definition, as Go and Ruby document.
 * @param line the first line of the definition
 * @param mark what the comments begin with, such as `//`
 */
export function lineCommentsAbove(
  text: string,
  line: number,
  lines: LineIndex,
  mark: string,
): Documentation | null {
  const found: string[] = [];
  let startLine = line;
  while (startLine > 1) {
    const content = text.slice(lines.startOf(startLine - 1), lines.startOf(startLine)).trim();
    if (!content.startsWith(mark)) break;
    found.push(content);
    startLine -= 1;
  }
  return found.length === 0 ? null : { text: found.reverse().join('\n'), startLine };
}

/** The doc comment (one that opens with two stars) that ends right above an offset, as Java documents. */
export function docCommentAbove(text: string, offset: number, lines: LineIndex): Documentation | null {
  const above = text.slice(Math.max(0, offset - LONGEST_COMMENT), offset).trimEnd();
  if (!above.endsWith('*/')) return null;
  const start = above.lastIndexOf('/*');
  if (start < 0 || !above.startsWith('/**', start)) return null;
  const content = above.slice(start);
  const from = Math.max(0, offset - LONGEST_COMMENT) + start;
  return { text: content, startLine: lines.lineOf(from) };
}
