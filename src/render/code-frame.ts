import type { Finding } from '../model.ts';
import { cutLine } from './cut-text.ts';
import { showCodeLine } from './reveal-hidden-text.ts';

/** One line of a code frame. `text` is foreign but holds no hidden character and no tab. */
export interface FrameLine {
  readonly number: number;
  readonly text: string;
  /** Part of what the finding is about. */
  readonly marked: boolean;
}

/** Lines of a frame at most; what is marked is kept. */
const MOST_LINES = 16;
const MOST_SUGGESTED = 60;
const MOST_CHARACTERS = 1_000;
/** Indentation that may be taken off before a line is cut; cutting first keeps megabytes out of what follows. */
const MOST_INDENT = 400;

/**
 * The code frame of a finding: its excerpt, or its quoted line when there is no excerpt, without the indentation that
 * all lines share.
 * @param width most characters of a line
 * @returns an empty list when the finding has neither
 */
export function codeFrame(finding: Finding, width: number): readonly FrameLine[] {
  const { startLine = 0, endLine = startLine } = finding;
  const excerpt = finding.excerpt ?? quoteAsExcerpt(finding);
  if (excerpt === undefined) return [];
  const first = Math.max(0, Math.min(startLine - excerpt.startLine - 3, excerpt.lines.length - MOST_LINES));
  const lines = excerpt.lines
    .slice(first, first + MOST_LINES)
    .map((line) => showCodeLine(line.slice(0, width + MOST_INDENT)));
  const shared = sharedIndent(lines);
  return lines.map((line, index) => {
    const number = excerpt.startLine + first + index;
    const marked = number >= startLine && number <= endLine;
    return { number, text: cutLine(line.slice(shared), width).trimEnd(), marked };
  });
}

function sharedIndent(lines: readonly string[]): number {
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  return indents.length === 0 ? 0 : Math.min(...indents);
}

/** Lines to replace and their replacement, as a change: `- old`, `+ new`. Null without a suggestion. */
export function suggestionLines(finding: Finding): readonly string[] | null {
  const { suggestion, startLine, endLine = startLine, excerpt, quote } = finding;
  if (suggestion === undefined || startLine === undefined || endLine === undefined) return null;
  const removed: string[] = [];
  for (let line = startLine; line <= Math.min(endLine, startLine + MOST_LINES); line += 1) {
    const text = excerpt?.lines[line - excerpt.startLine] ?? (line === startLine ? quote : undefined);
    if (text !== undefined) removed.push(`- ${text}`);
  }
  const added = suggestion === '' ? [] : suggestion.replace(/\r?\n$/, '').split(/\r?\n/);
  return [...removed, ...added.slice(0, MOST_SUGGESTED).map((line) => `+ ${line}`)].map((line) =>
    line.slice(0, MOST_CHARACTERS),
  );
}

function quoteAsExcerpt(finding: Finding): Finding['excerpt'] {
  if (finding.quote === undefined || finding.quote === '') return undefined;
  return { startLine: finding.startLine ?? 0, lines: finding.quote.split('\n').slice(0, 4) };
}
