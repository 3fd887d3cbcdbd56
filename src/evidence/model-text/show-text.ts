import { showHidden } from '../../analyzers/hidden-text/show-hidden.ts';
import { findByRules } from '../../analyzers/secrets/find-secrets.ts';
import { maskSecrets } from '../../analyzers/secrets/mask-secrets.ts';
import type { Side } from '../../model.ts';
import { type EvidenceIndex, type FileEvidence, lineText, maskedLineText } from '../evidence-index.ts';
import type { Fence } from './fence.ts';

/** Longest line shown to a model; minified code says nothing to it and costs much. */
const LONGEST_LINE = 500;

/** How text of the change looks in a prompt: secrets masked, hidden characters named, fences broken, lines bounded. */
export interface TextShower {
  /** One line of a changed file, or undefined when there is no such line. */
  line(evidence: FileEvidence, side: Side, line: number): string | undefined;
  /** Any other line of text. */
  anyLine(text: string): string;
  /** Text of several lines, such as a description. */
  text(text: string, limit: number): string;
}

/** Makes the shower of one run. */
export function makeTextShower(index: EvidenceIndex, fence: Fence): TextShower {
  const show = (masked: string): string => {
    const plain = showHidden(masked.replace(/\r$/, ''))
      .replaceAll('\r', '⟦U+000D⟧')
      .replaceAll('\n', '⟦U+000A⟧');
    const left = plain.length - LONGEST_LINE;
    const cut =
      left <= 0 ? plain : `${plain.slice(0, LONGEST_LINE).toWellFormed()}… (${left} more characters)`;
    return fence.neutralise(cut);
  };
  const hide = (text: string) => index.mask(maskSecrets(text, findByRules(text)));
  return {
    line: (evidence, side, line) => {
      const masked = maskedLineText(evidence, side, line, index.mask);
      return masked === undefined ? undefined : show(masked);
    },
    anyLine: (text) => show(hide(text)),
    text: (text, limit) => hide(text.slice(0, limit).toWellFormed()).split('\n').map(show).join('\n'),
  };
}

/**
 * A model quotes what it was shown. Where that differs from what stands in the file (a masked secret, a named hidden
 * character, a cut line), this gives the real line back, so that the gate compares real text with real text.
 * @returns the quote to gate, and the line it stands on when it had to be looked for
 */
export function restoreQuote(
  quote: string,
  place: { readonly evidence: FileEvidence; readonly side: Side; readonly line: number },
  shower: TextShower,
): { readonly quote: string; readonly line: number } {
  const { evidence, side, line } = place;
  const wanted = squeeze(quote);
  const matches = (number: number) => squeeze(shower.line(evidence, side, number) ?? '') === wanted;
  const real = (number: number) => ({ quote: lineText(evidence, side, number) ?? quote, line: number });
  if (wanted === '') return { quote, line };
  if (Number.isSafeInteger(line) && line > 0 && matches(line)) return real(line);
  // Only lines that look different need the search: the gate finds the others by itself.
  if (!/\*{6}|⟦|… \(/.test(quote)) return { quote, line };
  const numbers = evidence.file.change.hunks.flatMap((hunk) =>
    hunk.lines.map((one) => (side === 'new' ? one.newLine : one.oldLine)).filter((number) => number > 0),
  );
  const found = numbers.filter(matches).sort((a, b) => Math.abs(a - line) - Math.abs(b - line))[0];
  return found === undefined ? { quote, line } : real(found);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
