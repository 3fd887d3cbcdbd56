import { createHash } from 'node:crypto';
import type { RaisedFinding } from '../model.ts';

/** What identifies a finding across pushes; line numbers play no part. */
export interface FingerprintParts {
  readonly category: string;
  /** Path at base, or where the file was first seen. */
  readonly pathAtBase: string;
  /** The flagged line, or the quoted text, secrets replaced. */
  readonly code: string;
  /** Enclosing function or class, or the empty string. */
  readonly symbol: string;
  /** 0 for the first of several findings that are equal in all else, in file order. */
  readonly ordinal: number;
}

/** `f1:` and 24 hex characters (96 bits: enough for one repository, short enough to be kept in a comment). The prefix names the version of the recipe. */
export function fingerprintOf(parts: FingerprintParts): string {
  const text = [
    parts.category,
    parts.pathAtBase,
    normaliseCode(parts.code),
    parts.symbol,
    String(parts.ordinal),
  ];
  return `f1:${createHash('sha256').update(text.join('\0')).digest('hex').slice(0, 24)}`;
}

/** Spacing and trailing punctuation may change without making another finding of it. */
export function normaliseCode(code: string): string {
  return code
    .replace(/\s+/g, ' ')
    .replace(/ ?([^\w\s]) ?/g, '$1')
    .replace(/[;,]+$/, '')
    .trim();
}

/** The key that findings share when only their ordinal tells them apart. */
export function fingerprintKey(finding: RaisedFinding, pathAtBase: string, symbol: string): string {
  const code = finding.quote ?? finding.ruleId;
  return [finding.category, pathAtBase, normaliseCode(code), symbol].join('\0');
}

/**
 * Short ids people can type: the first 8 hex of each fingerprint, longer only as far as needed to be unique.
 * @param fingerprints of one pull request
 * @returns fingerprint → id
 */
export function shortIds(fingerprints: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const bodies = [...new Set(fingerprints)].map((fingerprint) => fingerprint.slice(3)).sort();
  bodies.forEach((body, position) => {
    let length = 8;
    for (const neighbour of [bodies[position - 1], bodies[position + 1]]) {
      while (neighbour !== undefined && length < body.length && neighbour.startsWith(body.slice(0, length)))
        length += 1;
    }
    ids.set(`f1:${body}`, body.slice(0, length));
  });
  return ids;
}
