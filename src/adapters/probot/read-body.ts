import type { IncomingMessage } from 'node:http';

/** How reading a body ended. */
export type Body =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large' | 'busy' | 'not-text' | 'broken-off' };

/** How much may be held. */
export interface BodyLimits {
  /** Bytes of one body. */
  readonly mostBytes: number;
  /** Bytes of all bodies that are being read at the same time: nobody has proved anything yet. */
  readonly mostBytesAtOnce: number;
}

/**
 * Makes the reader of bodies. Text comes back only when it stands for exactly the bytes that were sent, so that the
 * signature of the text is the signature of the bytes: invalid UTF-8 is refused and a byte order mark is kept. What is
 * too large is thrown away as it comes, so that the sender hears why.
 */
export function makeBodyReader(limits: BodyLimits): (request: IncomingMessage) => Promise<Body> {
  let heldByAll = 0;
  return (request) => {
    if (Number(request.headers['content-length'] ?? 0) > limits.mostBytes) {
      request.resume();
      return Promise.resolve({ kind: 'too-large' });
    }
    return new Promise((resolve) => {
      let chunks: Uint8Array[] = [];
      let held = 0;
      const settle = (body: Body) => {
        heldByAll -= held;
        held = 0;
        chunks = [];
        request.off('data', take);
        request.resume();
        resolve(body);
      };
      const take = (chunk: Uint8Array) => {
        chunks.push(chunk);
        held += chunk.length;
        heldByAll += chunk.length;
        if (held > limits.mostBytes) settle({ kind: 'too-large' });
        else if (heldByAll > limits.mostBytesAtOnce) settle({ kind: 'busy' });
      };
      request.on('data', take);
      request.once('end', () => settle(decode(Buffer.concat(chunks))));
      // Whoever sends has gone; after the end this changes nothing.
      request.once('error', () => settle({ kind: 'broken-off' }));
      request.once('close', () => settle({ kind: 'broken-off' }));
    });
  };
}

function decode(bytes: Uint8Array): Body {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: 'not-text' };
  }
}
