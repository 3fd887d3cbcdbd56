import type { Excerpt, RaisedFinding } from '../model.ts';
import type { EvidenceIndex, FileEvidence } from './evidence-index.ts';

/** Lines shown before and after a finding. */
const MARGIN = 3;
/** Longest line shown; longer ones are cut around nothing, from the left. */
const MOST_CHARACTERS = 400;
const MOST_LINES = 24;

/**
 * The lines around a `line` finding, secrets replaced, for code frames.
 * @returns undefined for findings without a line or when the side's text is not known
 */
export function makeExcerpt(
  finding: RaisedFinding,
  evidence: FileEvidence | undefined,
  index: EvidenceIndex,
): Excerpt | undefined {
  const { startLine, endLine } = finding;
  if (evidence === undefined || startLine === undefined || endLine === undefined) return undefined;
  const first = Math.max(1, startLine - MARGIN);
  const last = Math.min(endLine + MARGIN, first + MOST_LINES - 1);
  const lines: string[] = [];
  for (let line = first; line <= last; line += 1) {
    const text = finding.side === 'old' ? evidence.maskedOldLine(line) : headLine(evidence, line, index);
    if (text === undefined) {
      if (line > endLine) break;
      lines.push('');
    } else {
      lines.push(text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS).toWellFormed()}…`);
    }
  }
  return lines.length === 0 ? undefined : { startLine: first, lines };
}

function headLine(evidence: FileEvidence, line: number, index: EvidenceIndex): string | undefined {
  const masked = evidence.maskedHeadLines?.[line - 1];
  if (masked !== undefined) return masked;
  const text = evidence.map.at('new', line)?.text;
  return text === undefined ? undefined : index.mask(text);
}
