/** Encoded text inside a text. */
export interface DecodedBlob {
  /** UTF-16 offset of the blob. */
  readonly start: number;
  readonly text: string;
}

const BASE64 = /[A-Za-z0-9+/]{40,4000}={0,2}/g;
const HEX = /(?:[0-9a-fA-F]{2}[ :]?){24,1000}/g;
/** Enough to find an order; a file full of data stays cheap. */
const MOST_BLOBS = 50;

/** Decodes base64 and hexadecimal runs that turn out to be readable sentences. */
export function decodeBlobs(text: string): DecodedBlob[] {
  const found: DecodedBlob[] = [];
  for (const [pattern, decode] of [
    [BASE64, fromBase64],
    [HEX, fromHex],
  ] as const) {
    let tried = 0;
    for (const match of text.matchAll(pattern)) {
      tried += 1;
      if (tried > MOST_BLOBS) break;
      const decoded = decode(match[0]);
      if (isSentence(decoded)) found.push({ start: match.index, text: decoded });
    }
  }
  return found;
}

function fromBase64(run: string): string {
  const whole = run.replace(/=/g, '');
  try {
    return atob(whole.slice(0, whole.length - (whole.length % 4 === 1 ? 1 : 0)));
  } catch {
    return ''; // not base64 after all: nothing to read
  }
}

function fromHex(run: string): string {
  const digits = run.replace(/[ :]/g, '');
  let text = '';
  for (let index = 0; index + 1 < digits.length; index += 2) {
    text += String.fromCharCode(Number.parseInt(digits.slice(index, index + 2), 16));
  }
  return text;
}

/** Printable ASCII with spaces between words. */
function isSentence(text: string): boolean {
  return text.length >= 20 && /^[\t\n\r\x20-\x7e]*$/.test(text) && text.trim().split(/\s{1,20}/).length >= 3;
}
