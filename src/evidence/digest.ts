import { createHash } from 'node:crypto';

/** SHA-256 of texts, in hex. The texts are told apart: moving a piece from one to the next changes the digest. */
export function digestOf(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}
