import type { Blob } from '../model.ts';

/** Larger files are listed and not read. */
export const MAX_BLOB_BYTES = 5 * 1024 * 1024;

export const TOO_LARGE: Blob = { kind: 'unreadable', reason: 'larger than 5 MB' };

/** Where git looks for a NUL byte to tell binary from text (xdiff-interface.c, FIRST_FEW_BYTES). */
const BINARY_PROBE = 8_000;

/** The text of a file's bytes, or that they are binary. A byte order mark stays, as it stays in the diff. */
export function decodeBlob(bytes: Uint8Array): Blob {
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) return { kind: 'binary' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, undecodable: false };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, undecodable: true };
  }
}
