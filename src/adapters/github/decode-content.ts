import { decodeBlob } from '../../diff/decode-blob.ts';
import type { Blob } from '../../model.ts';

export { MAX_BLOB_BYTES, TOO_LARGE } from '../../diff/decode-blob.ts';

/** The content of GitHub's blob answer: base64 with line breaks. */
export function decodeContent(base64: string): Blob {
  return decodeBlob(Buffer.from(base64, 'base64'));
}
