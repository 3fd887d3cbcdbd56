/**
 * A piece longer than this is not read: V8 strings end near 512 MiB, and a file of this size is not for a reviewer. The
 * patch as a whole may be larger.
 */
export const MAX_CHUNK = 256 * 1024 * 1024;

/**
 * Files are decoded in groups of about this size. Each line of a hunk keeps the text of its group alive, so groups are
 * small; every group costs a call of the decoder, so they are not tiny. Between 64 KiB and 1 MiB time does not differ.
 */
const GROUP = 256 * 1024;

const BOUNDARY = new TextEncoder().encode('\ndiff --');

/** One piece of a patch; `text` is null when the piece is too large to be read. */
export interface Chunk {
  readonly text: string | null;
  /** The first line of a piece that is too large. */
  readonly firstLine: string;
}

/**
 * Cuts a patch into texts of whole files: before lines that start with `diff --`, which are never inside a hunk, where
 * every line has a mark before it. Bytes that are not UTF-8 become U+FFFD; a UTF-16 patch (PowerShell's `>`) and byte
 * order marks are understood. A string is one piece: it is in memory as a whole already.
 */
export function* splitPatch(input: Uint8Array | string, maxChunk = MAX_CHUNK): Generator<Chunk> {
  if (typeof input === 'string') {
    yield { text: input.startsWith('\uFEFF') ? input.slice(1) : input, firstLine: '' };
  } else if (input[0] === 0xff && input[1] === 0xfe) {
    const tooLarge = input.length > maxChunk;
    yield { text: tooLarge ? null : new TextDecoder('utf-16le').decode(input), firstLine: '' };
  } else yield* splitBytes(input, maxChunk);
}

function* splitBytes(bytes: Uint8Array, maxChunk: number): Generator<Chunk> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (start < buffer.length) {
    let end = nextBoundary(buffer, start + Math.min(GROUP, maxChunk));
    // One huge file must not take the small ones before it along.
    if (end - start > maxChunk) end = nextBoundary(buffer, start);
    if (end - start > maxChunk) {
      const line = decoder.decode(buffer.subarray(start, start + 300));
      yield { text: null, firstLine: line.split('\n', 1)[0] ?? '' };
    } else yield { text: decoder.decode(buffer.subarray(start, end)), firstLine: '' };
    start = end;
  }
}

/** Offset of the first line behind `from` that starts with `diff --`, or the end. */
function nextBoundary(buffer: Buffer, from: number): number {
  const boundary = from < buffer.length ? buffer.indexOf(BOUNDARY, from) : -1;
  return boundary === -1 ? buffer.length : boundary + 1;
}
