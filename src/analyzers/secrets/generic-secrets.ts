import { entropy } from './entropy.ts';
import { isCommonWord, isPlaceholder, isSequence, looksRandom } from './placeholder.ts';
import type { SecretCandidate } from './secret-span.ts';

/** Names under which secrets are kept. What stands after the word decides too: `tokenUrl` holds none. */
const WORD =
  'passw(?:or)?d|passphrase|pwd|secret|token|credentials?|api[_-]?key|apikey|access[_-]?key|auth[_-]?key|private[_-]?key|encryption[_-]?key|signing[_-]?key|master[_-]?key|client[_-]?key|license[_-]?key|salt';
/** Group 1 word, 2 rest of the name, 3 operator, 4 quote, 5 value. */
const QUOTED = new RegExp(
  `(${WORD})([\\w.-]{0,40})["'\`\\]]{0,3}[ \\t]{0,8}(?::[ \\t]{0,3}(?:string|str|String)[ \\t]{0,3})?(:=|=>|={1,3}|:|,|\\|\\||\\?\\?)[ \\t]{0,8}[bru]?(["'\`])([^"'\`\\n]{6,300})["'\`]`,
  'gi',
);
/** A line of a shell script, an env file, YAML or properties. */
const BARE = new RegExp(
  `^[ \\t-]{0,40}(?:export[ \\t]{1,4}|set[ \\t]{1,4}|ENV[ \\t]{1,4}|ARG[ \\t]{1,4})?[\\w.-]{0,60}?(${WORD})([\\w.-]{0,40})[ \\t]{0,8}([=:])[ \\t]{0,8}([^\\s"'\`#(){}\\[\\],;<>$&|]{8,300})[ \\t]{0,40}\\r?$`,
  'gim',
);
/** `Authorization: Bearer …`, and the headers of vendors' own. */
const HEADER =
  /\b(?:authorization|(?:[a-z]{1,20}-){0,3}(?:api-?key|auth-token|access-token|api-token|vault-token|private-token|job-token|app-key|auth-key|secret-key|art-api))["'`]?[ \t]{0,3}[:=,][ \t]{0,3}["'`]?(?:(?:bearer|token|apikey|api-key|key|bot)[ \t]{1,3}(?:token=["']?)?)?([A-Za-z0-9+/=_.~-]{16,300})/gi;
/** Name and password of HTTP's basic authentication, in Base64. */
const BASIC =
  /\bauthorization["'`]?[ \t]{0,3}[:=,][ \t]{0,3}["'`]?basic[ \t]{1,3}([A-Za-z0-9+/]{8,300}={0,2})/gi;
/** A key in the query of an address. */
const QUERY =
  /[?&](?:api_?key|apikey|access_?token|auth_?token|token|secret|client_?secret|private_?token)=([A-Za-z0-9_.~%-]{20,300})/gi;
/** `setPassword("…")`. */
const SETTER =
  /\b(?:set|with)_?(?:password|passphrase|secret|api_?key|auth_?token|access_?token|client_?secret|secret_?key)\([ \t]{0,4}["']([^"'\n]{8,300})["'][ \t]{0,4}\)/gi;

/** What follows the word when the value is about the secret and not the secret. */
const ABOUT =
  /^(?:s?[_.-]?(?:name|label|field|path|file|dir|url|uri|endpoint|type|kind|placeholder|hint|regex|pattern|length|len|min|max|size|count|limit|expir|ttl|age|header|title|message|msg|error|class|format|prefix|suffix|policy|rule|id$|ids$|input|param|arg|env|var|ref|column|attr|selector|text|desc|help|scope|issuer|audience|algorithm|provider|manager|service|store|source|reset|forgot|confirm|valid|strength|version|usage|budget|event|action|route|page|view|form|mode|status|state|role|owner|user|location|alias|template|example))/i;

/**
 * Finds literals that are assigned to a name which says "secret" and look drawn at random, and passwords written out
 * in plain words. The name, the operator and the literal must stand on one line.
 */
export function findGenericSecrets(text: string): SecretCandidate[] {
  const lower = text.toLowerCase();
  if (!/pass|pwd|secret|token|credential|key|salt|authorization/.test(lower)) return [];
  const found: SecretCandidate[] = [];
  for (const match of text.matchAll(QUOTED)) {
    const value = match[5] ?? '';
    const start = match.index + match[0].length - 1 - value.length;
    if (!ABOUT.test(match[2] ?? '')) push(start, value, match[1] ?? '', true, found);
    // A quoted value may itself start the next pair ("password", "secret"): nothing to do, it was consumed whole.
  }
  for (const match of text.matchAll(BARE)) {
    const value = match[4] ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    if (!ABOUT.test(match[2] ?? '')) push(start, value, match[1] ?? '', false, found);
  }
  for (const match of text.matchAll(HEADER)) pushHeader(match, looksRandom, found);
  for (const match of text.matchAll(BASIC)) pushHeader(match, holdsPassword, found);
  for (const match of text.matchAll(QUERY)) {
    const value = match[1] ?? '';
    push(match.index + match[0].length - value.length, value, 'token', true, found);
  }
  for (const match of text.matchAll(SETTER)) {
    const value = match[1] ?? '';
    push(match.index + match[0].lastIndexOf(value), value, 'password', true, found);
  }
  // What is sealed for a cluster is made to be committed; it begins with the version of its format.
  const isSealed = /^[ \t]{0,20}["']?kind["']?[ \t]{0,4}:[ \t]{0,4}["']?SealedSecret\b/m.test(text);
  return isSealed ? found.filter(({ start }) => !text.startsWith('Ag', start)) : found;
}

function pushHeader(
  match: RegExpExecArray,
  isCredential: (value: string) => boolean,
  found: SecretCandidate[],
): void {
  const value = match[1] ?? '';
  if (!isCredential(value) || isPlaceholder(value) || isSequence(value)) return;
  const start = match.index + match[0].length - value.length;
  found.push({
    start,
    end: start + value.length,
    kind: 'authorization header',
    ruleId: 'authorization-header',
    severity: 'high',
    confidence: 75,
  });
}

/** Whether Base64 hides `name:password`, and not one of the names that everybody writes. */
function holdsPassword(value: string): boolean {
  if (value.replace(/=+$/, '').length % 4 === 1) return false;
  let plain: string;
  try {
    plain = atob(value);
  } catch {
    return false; // not Base64 after all: nothing is hidden in it
  }
  const [, password = ''] = /^[\x21-\x39\x3b-\x7e]{0,100}:([\x21-\x7e]{4,200})$/.exec(plain) ?? [];
  return password !== '' && !isPlaceholder(password) && !isCommonWord(password);
}

function push(start: number, value: string, word: string, isQuoted: boolean, found: SecretCandidate[]): void {
  if (isPlaceholder(value) || isCommonWord(value) || value.startsWith('$') || value.startsWith('@')) return;
  if (/^(?:https?|file|arn|urn|data):|^[./~\\]|^(?:sha(?:1|256|384|512)|md5)[-:]/i.test(value)) return;
  const span = { start, end: start + value.length };
  if (looksRandom(value) && !isSequence(value)) {
    found.push({
      ...span,
      kind: `${nameOf(word)} in plain text`,
      ruleId: 'generic-secret',
      severity: 'high',
      confidence: isQuoted ? 80 : 65,
    });
  } else if (
    /^(?:pass|pwd|secret)/i.test(word) &&
    looksLikePassword(value) &&
    (isQuoted || hasThreeClasses(value))
  ) {
    found.push({
      ...span,
      kind: `${nameOf(word)} in plain text`,
      ruleId: 'hard-coded-password',
      severity: 'medium',
      confidence: 60,
    });
  }
}

/** Words and digits or signs without spaces, as people choose passwords. */
function looksLikePassword(value: string): boolean {
  if (value.length < 8 || value.length > 64 || /[\s%{}()=\\/]/.test(value)) return false;
  return (
    /[A-Za-z]/.test(value) &&
    /[0-9]/.test(value) &&
    entropy(value) >= 2.5 &&
    !/^[a-z]+[-_.:][a-z0-9-_.:]+$/.test(value)
  );
}

/** Small letters, capitals and digits or signs: what a form asks of a password, and a name in a file seldom has. */
function hasThreeClasses(value: string): boolean {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9_.-]/].filter((one) => one.test(value)).length >= 3;
}

function nameOf(word: string): string {
  const lower = word.toLowerCase();
  if (lower.startsWith('pass') || lower === 'pwd') return 'password';
  return lower.includes('key') ? 'key' : lower.replace(/s$/, '');
}
