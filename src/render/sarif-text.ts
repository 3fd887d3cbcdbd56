import { cutLine, cutText } from './cut-text.ts';
import { revealHiddenText } from './reveal-hidden-text.ts';

const MOST_MESSAGE = 2_000;

/** The schemes and characters of a path that may stand unencoded in a relative reference (RFC 3986, pchar). */
const UNENCODED = /[^A-Za-z0-9\-._~!$&'()*+,;=@/]/gu;

/**
 * Foreign text as a plain SARIF message. `[text](target)` would become a link and `{0}` a placeholder (SARIF 2.1.0,
 * 3.11.5 and 3.11.6), so a space breaks both.
 */
export function sarifText(text: string, most = MOST_MESSAGE): string {
  const shown = revealHiddenText(cutText(text, most).replace(/\r\n?/g, '\n'));
  return shown
    .replaceAll('](', '] (')
    .replace(/\{(?=\d)/g, '{ ')
    .trim();
}

/** The same on one line, never empty: names and titles have to be something. */
export function sarifLine(text: string, most: number): string {
  return sarifText(cutLine(text.replace(/\s+/g, ' '), most), most) || 'unnamed';
}

/** A repository path as a relative URI reference: no scheme, no host, no way up. */
export function pathToUri(path: string): string {
  const uri = path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => (/^\.+$/.test(segment) ? segment.replaceAll('.', '%2E') : encodeSegment(segment)))
    .join('/');
  return uri === '' ? 'unnamed' : uri;
}

function encodeSegment(segment: string): string {
  return segment.replace(UNENCODED, (character) =>
    // A lone surrogate has no encoding; it stands for bytes that were no text in the first place.
    encodeURIComponent(/^[\ud800-\udfff]$/.test(character) ? '\ufffd' : character),
  );
}
