import { type Finding, LONGEST_PATH, LONGEST_REASON, LONGEST_RULE_ID } from '../model.ts';
import { cutLine } from './cut-text.ts';

/** Words and punctuation that YAML takes for nothing but text inside a block map. */
const PLAIN = /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/;
/** A fingerprint or a date. */
const KNOWN = /^(?:f1:[0-9a-f]{24}|\d{4}-\d{2}-\d{2})$/;
/** Plain words that some YAML reader takes for something else. */
const WORDS = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);
/** What is not seen in an editor, what a viewer may rearrange, and what opens a comment of Markdown. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}|<(?=!--)/gu;

/**
 * The lines to add to `.github/multi-agent-review/dismissals.yml`, ending in a line feed. Whatever path, rule and reason
 * hold, a YAML reader gets exactly them back, in one entry.
 * @param finding the dismissed one
 * @param reason cut after 200 characters
 * @param by login of the person
 * @param until ISO date of the last day; without it the dismissal holds until the code changes
 */
export function dismissalLines(
  finding: Pick<Finding, 'fingerprint' | 'ruleId' | 'path'>,
  reason: string,
  by: string,
  until?: string,
): string {
  const { fingerprint, ruleId, path } = finding;
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['fingerprint', fingerprint],
    ['scope', 'finding'],
    // For the reader; the fingerprint is what counts.
    ['rule', ruleId.length > LONGEST_RULE_ID ? undefined : ruleId],
    ['path', (path ?? '').length > LONGEST_PATH ? undefined : path],
    ['reason', cutLine(reason, LONGEST_REASON)],
    ['by', by],
    ['until', until],
  ];
  const lines = entries.flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${scalar(value)}\n`],
  );
  return lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`).join('');
}

/** Text as one YAML scalar on one line: plain where that is safe beyond doubt, else in double quotes. */
function scalar(text: string): string {
  if (KNOWN.test(text) || (PLAIN.test(text) && !WORDS.has(text.toLowerCase()))) return text;
  return JSON.stringify(text).replace(UNSEEN, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
