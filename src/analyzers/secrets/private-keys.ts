import type { SecretCandidate } from './secret-span.ts';

/** Every armour that holds a private key: RFC 7468, OpenSSH, PGP, SSH2 (RFC 4716 style, also with four dashes). */
const BEGIN = /-{4,5} ?BEGIN ([A-Z0-9 ]{0,40})PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
const END = /-{4,5} ?END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
const PUTTY = /PuTTY-User-Key-File-[23]:/g;
/** A 16384-bit RSA key is 12,700 characters of base64; twice that leaves room for escapes and quotes. */
const LONGEST_BODY = 26_000;

/**
 * Finds the bodies of private keys: between the BEGIN and END lines, on one line with `\n` written out, in several
 * concatenated literals, and also when one of the two marks is missing (a change may show half a key).
 */
export function findPrivateKeys(text: string): SecretCandidate[] {
  if (!text.includes('PRIVATE KEY') && !text.includes('PuTTY-User-Key')) return [];
  const found: SecretCandidate[] = [];
  const ends = [...text.matchAll(END)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let next = 0;
  let covered = 0;
  for (const match of text.matchAll(BEGIN)) {
    const start = match.index + match[0].length;
    if (start < covered) continue;
    while (next < ends.length && ends[next]!.start < start) {
      pushBackwards(text, ends[next]!.start, covered, found);
      next += 1;
    }
    const close = ends[next];
    const isClosed = close !== undefined && close.start - start <= LONGEST_BODY;
    const end = isClosed ? close.start : forwardsFrom(text, start);
    if (isClosed) next += 1;
    covered = isClosed ? close.end : end;
    push(text, start, end, `${(match[1] ?? '').trim()} private key`.trim(), found);
  }
  for (; next < ends.length; next += 1) {
    pushBackwards(text, ends[next]!.start, covered, found);
    covered = ends[next]!.end;
  }
  for (const match of text.matchAll(PUTTY)) {
    const body = text
      .slice(match.index, match.index + LONGEST_BODY)
      .search(/Private-Lines:[ \t]{0,3}[0-9]{1,3}/);
    if (body < 0) continue;
    const start =
      match.index +
      body +
      (/Private-Lines:[ \t]{0,3}[0-9]{1,3}/.exec(text.slice(match.index + body))?.[0].length ?? 0);
    push(text, start, forwardsFrom(text, start), 'PuTTY private key', found);
  }
  return found;
}

/** Where the lines of base64 after `start` end. */
function forwardsFrom(text: string, start: number): number {
  let end = start;
  const limit = Math.min(text.length, start + LONGEST_BODY);
  while (end < limit) {
    const lineEnd = text.indexOf('\n', end);
    const stop = lineEnd < 0 || lineEnd > limit ? limit : lineEnd;
    const line = text.slice(end, stop);
    if (
      end !== start &&
      line.trim() !== '' &&
      !/[A-Za-z0-9+/]{20}/.test(line) &&
      !/^[ \t]*[A-Za-z-]{4,20}: /.test(line)
    )
      break;
    end = stop + 1;
  }
  return Math.min(end, limit);
}

/** Takes the lines of base64 that stand before an END mark without a BEGIN. */
function pushBackwards(text: string, end: number, floor: number, found: SecretCandidate[]): void {
  const limit = Math.max(floor, end - LONGEST_BODY);
  let start = end;
  while (start > limit) {
    const lineStart = text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(lineStart, start);
    if (line.trim() !== '' && start !== end && !/[A-Za-z0-9+/]{20}/.test(line)) break;
    if (lineStart < limit) break;
    start = lineStart;
    if (lineStart === 0) break;
  }
  push(text, start, end, 'private key (end of one)', found);
}

/** A body counts when it holds at least 40 characters of base64 that are no dots, crosses or stars. */
function push(text: string, start: number, end: number, kind: string, found: SecretCandidate[]): void {
  const body = text.slice(start, end);
  const runs = body.match(/[A-Za-z0-9+/=]{16,}/g) ?? [];
  const characters = runs.join('');
  if (characters.length < 40 || new Set(characters).size < 12) return;
  found.push({ start, end, kind, ruleId: 'private-key', severity: 'critical', confidence: 97 });
}
