import type { IncomingMessage } from 'node:http';
import { ReviewError } from '../../errors.ts';

/** Our forms hold a token and nothing else. */
const MOST_BYTES = 8_192;

/** Reads a form. @throws ReviewError when it is larger than any of ours */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > MOST_BYTES)
      throw new ReviewError(
        'bad-usage',
        `A form of more than ${MOST_BYTES} bytes is none of ours.`,
        'Load the page again.',
      );
    pieces.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(pieces).toString('utf8'));
}

/** Browsers say where a form comes from; what comes from elsewhere is not obeyed. */
export function isOwnForm({ headers }: IncomingMessage, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin === undefined ? site === 'same-origin' : headers.origin === new URL(publicUrl).origin;
}
