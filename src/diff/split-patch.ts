/**
 * A section longer than this is not read: V8 strings end near 512 MiB, and the pieces of a change of this size are not
 * for a reviewer. The patch as a whole may be larger.
 */
export const MAX_CHUNK = 256 * 1024 * 1024;

const BOUNDARY = '\ndiff --';
const BOUNDARY_BYTES = new TextEncoder().encode(BOUNDARY);

/** One piece of a patch; `text` is null when the piece is too large to be read. */
export interface Chunk {
  readonly text: string | null;
  /** The first line of a piece that is too large. */
  readonly firstLine: string;
}

/**
 * Cuts a patch before every line that starts with `diff --`: such a line is never inside a hunk, where every line has a
 * mark before it. Each piece is decoded by itself, so that its lines keep only its own text alive. Bytes that are not
 * UTF-8 become U+FFFD; a UTF-16 patch (PowerShell's `>`) and byte order marks are understood.
 */
export function* splitPatch(input: Uint8Array | string): Generator<Chunk> {
  if (typeof input === 'string') yield* splitText(input.startsWith('\uFEFF') ? input.slice(1) : input);
  else if (input[0] === 0xff && input[1] === 0xfe) {
    if (input.length > MAX_CHUNK) yield { text: null, firstLine: '' };
    else yield* splitText(new TextDecoder('utf-16le').decode(input));
  } else yield* splitBytes(input);
}

function* splitText(text: string): Generator<Chunk> {
  let start = 0;
  while (start < text.length) {
    const boundary = text.indexOf(BOUNDARY, start);
    const end = boundary === -1 ? text.length : boundary + 1;
    const tooLarge = end - start > MAX_CHUNK;
    yield {
      text: tooLarge ? null : text.slice(start, end),
      firstLine: tooLarge ? (text.slice(start, start + 300).split('\n', 1)[0] ?? '') : '',
    };
    start = end;
  }
}

function* splitBytes(bytes: Uint8Array): Generator<Chunk> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (start < buffer.length) {
    const boundary = buffer.indexOf(BOUNDARY_BYTES, start);
    const end = boundary === -1 ? buffer.length : boundary + 1;
    const tooLarge = end - start > MAX_CHUNK;
    yield {
      text: tooLarge ? null : decoder.decode(buffer.subarray(start, end)),
      firstLine: tooLarge
        ? (decoder.decode(buffer.subarray(start, start + 300)).split('\n', 1)[0] ?? '')
        : '',
    };
    start = end;
  }
}
