import type { Side } from '../model.ts';
import type { EvidenceIndex, FileEvidence } from './evidence-index.ts';

/** Longest suggestion offered for one-click committing (security requirement T17). */
const MOST_LINES = 10;

interface Place {
  readonly side: Side;
  readonly startLine: number;
  readonly endLine: number;
  readonly evidence: FileEvidence;
  readonly index: EvidenceIndex;
}

/**
 * A suggestion is kept when one click may apply it: new side, at most ten lines, visible characters only, changes
 * something, keeps the first line's indentation, brings no new address and holds no secret of the change.
 * @returns the suggestion, or undefined when it may not be offered
 */
export function checkSuggestion(suggestion: string | undefined, place: Place): string | undefined {
  if (suggestion === undefined || place.side === 'old') return undefined;
  const current = place.evidence.headLines?.slice(place.startLine - 1, place.endLine);
  if (current === undefined || current.length === 0) return undefined;
  const proposed = suggestion.replace(/\n$/, '');
  const before = current.join('\n');
  if (proposed === before || proposed.split('\n').length > MOST_LINES) return undefined;
  if (/[^\t\n\r\x20-\x7e\u00a1-\u024f\u0370-\u1fff\u3040-\ufdff]/.test(proposed)) return undefined;
  if (place.index.mask(proposed) !== proposed) return undefined;
  if (indentation(proposed) !== indentation(before)) return undefined;
  const addresses = proposed.match(/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s'"`)]+/gi) ?? [];
  return addresses.every((address) => before.includes(address)) ? proposed : undefined;
}

function indentation(text: string): string {
  return /^[\t ]*/.exec(text)?.[0] ?? '';
}
