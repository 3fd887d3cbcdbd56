import { severityRank } from '../../model.ts';
import { makeWordSearch } from '../tree/word-search.ts';
import { BUSINESS_RULES } from './business-rules.ts';
import { CLOUD_RULES } from './cloud-rules.ts';
import { findCommandPasswords } from './command-passwords.ts';
import { findCredentialUrls } from './credential-urls.ts';
import { DEVELOPER_RULES } from './developer-rules.ts';
import { entropy } from './entropy.ts';
import { findGenericSecrets } from './generic-secrets.ts';
import { findManifestSecrets } from './manifest-secrets.ts';
import { findMarkupSecrets } from './markup-secrets.ts';
import { isPlaceholder, looksRandom } from './placeholder.ts';
import { findPrivateKeys } from './private-keys.ts';
import type { SecretRule } from './secret-rule.ts';
import type { SecretCandidate, SecretSpan } from './secret-span.ts';
import { runSecretlint } from './secretlint.ts';
import { SERVICE_RULES } from './service-rules.ts';

/** All rules for tokens of known vendors. */
export const SECRET_RULES: readonly SecretRule[] = [
  ...CLOUD_RULES,
  ...BUSINESS_RULES,
  ...DEVELOPER_RULES,
  ...SERVICE_RULES,
];

/**
 * Finds everything in a text that looks like a live secret: our rules, private keys, passwords in URLs, literals with
 * telling names, and what secretlint knows beyond that. Looks at the whole text, so that all of it can be masked.
 *
 * @returns spans in order of place, not overlapping; where rules overlap the span covers all of them and carries the
 *   worst rule's words
 * @throws what secretlint throws
 */
export async function findSecrets(text: string): Promise<readonly SecretSpan[]> {
  const candidates = [...findByRules(text), ...(await runSecretlint(text))];
  return withLines(text, mergeOverlaps(candidates));
}

/** Shorter texts are searched as they are: a table of what is in them would take longer. */
const SHORT_TEXT = 500;

/** Our own rules alone, without the library: synchronous, for short texts such as titles. */
export function findByRules(text: string): SecretCandidate[] {
  const lower = text.toLowerCase();
  const has = lower.length < SHORT_TEXT ? (word: string) => lower.includes(word) : makeWordSearch(lower);
  const found: SecretCandidate[] = [];
  for (const rule of SECRET_RULES) if (rule.keywords.some(has)) matchRule(rule, text, found);
  return [
    ...found,
    ...findPrivateKeys(text),
    ...findCredentialUrls(text),
    ...findGenericSecrets(text),
    ...findCommandPasswords(text),
    ...findMarkupSecrets(text),
    ...findManifestSecrets(text),
  ];
}

function matchRule(rule: SecretRule, text: string, found: SecretCandidate[]): void {
  for (const match of text.matchAll(rule.pattern)) {
    const value = match[1] ?? match[0];
    if (entropy(value) < rule.minEntropy || isPlaceholder(value, rule.ruleId === 'stripe-key')) continue;
    if (rule.isRandom && !looksRandom(value)) continue;
    const start = match.index + match[0].lastIndexOf(value);
    found.push({
      start,
      end: endOfToken(text, start + value.length),
      kind: rule.kind,
      ruleId: rule.ruleId,
      severity: rule.severity,
      confidence: rule.confidence,
    });
  }
}

/** Patterns are bounded; a longer token is masked to its end all the same. */
function endOfToken(text: string, from: number): number {
  let end = from;
  while (end < text.length && /[A-Za-z0-9_+/=-]/.test(text[end] ?? '')) end += 1;
  return end;
}

function mergeOverlaps(candidates: readonly SecretCandidate[]): SecretCandidate[] {
  const sorted = [...candidates].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: SecretCandidate[] = [];
  for (const candidate of sorted) {
    const last = merged.at(-1);
    if (last === undefined || candidate.start >= last.end) {
      merged.push(candidate);
      continue;
    }
    const best = isWorse(candidate, last) ? candidate : last;
    merged[merged.length - 1] = { ...best, start: last.start, end: Math.max(last.end, candidate.end) };
  }
  return merged;
}

function isWorse(a: SecretCandidate, b: SecretCandidate): boolean {
  const difference = severityRank(a.severity) - severityRank(b.severity);
  return difference < 0 || (difference === 0 && a.confidence > b.confidence);
}

function withLines(text: string, candidates: readonly SecretCandidate[]): SecretSpan[] {
  let line = 1;
  let position = 0;
  return candidates.map((candidate) => {
    // A private key's body starts behind the BEGIN line's end: count it to that line.
    for (let feed = text.indexOf('\n', position); feed >= 0 && feed < candidate.start; ) {
      line += 1;
      position = feed + 1;
      feed = text.indexOf('\n', position);
    }
    return { ...candidate, line };
  });
}
