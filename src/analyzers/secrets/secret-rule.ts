import type { Severity } from '../../model.ts';

/** One shape of a secret, written from the vendor's public description of its format. */
export interface SecretRule {
  readonly ruleId: string;
  /** For people: `Stripe live key`. */
  readonly kind: string;
  /** Lower-case literals; the pattern is tried only when the lower-cased text holds one of them. */
  readonly keywords: readonly string[];
  /** RE2 syntax, bounded repetition only. Group 1 is the secret; without groups the whole match is. */
  readonly pattern: RegExp;
  /** Bits per character (Shannon) below which the value is taken for a placeholder. */
  readonly minEntropy: number;
  /** The value must look drawn at random too: names and code may stand where it would. */
  readonly isRandom: boolean;
  readonly severity: Severity;
  readonly confidence: number;
}

type Options = Partial<Pick<SecretRule, 'minEntropy' | 'isRandom' | 'severity' | 'confidence'>>;

/**
 * A rule for a token that is recognisable by itself.
 *
 * @param keywords literals separated by spaces
 * @param source pattern, case-sensitive
 */
export function token(
  ruleId: string,
  kind: string,
  keywords: string,
  source: string,
  options: Options = {},
): SecretRule {
  return {
    ruleId,
    kind,
    keywords: keywords.toLowerCase().split(' '),
    pattern: new RegExp(source, 'g'),
    minEntropy: options.minEntropy ?? 3,
    isRandom: options.isRandom ?? false,
    severity: options.severity ?? 'critical',
    confidence: options.confidence ?? 95,
  };
}

/**
 * A rule for a value that is only a secret beside the vendor's name: `HEROKU_KEY = "…"`.
 *
 * @param keywords literals separated by spaces; at least one must stand in the text
 * @param name pattern of the name, `value` of the value; both without case
 */
export function keyed(
  ruleId: string,
  kind: string,
  keywords: string,
  name: string,
  value: string,
  options: Options = {},
): SecretRule {
  const source =
    `(?:${name})[\\w .-]{0,40}["'\`\\]]{0,2}[ \\t]{0,8}(?:=>|:{1,3}=|[?+]=|=|:|,|\\|\\|)[ \\t]{0,8}` +
    `["'\`]{0,2}(${value})(?:["'\`\\s;,)}\\]&\\\\]|$)`;
  return {
    ruleId,
    kind,
    keywords: keywords.toLowerCase().split(' '),
    pattern: new RegExp(source, 'gi'),
    minEntropy: options.minEntropy ?? 2.5,
    isRandom: options.isRandom ?? false,
    severity: options.severity ?? 'critical',
    confidence: options.confidence ?? 85,
  };
}
