import { decodeBlob, MAX_BLOB_BYTES, TOO_LARGE } from '../../diff/decode-blob.ts';
import type { Blob } from '../../model.ts';
import type { Sandbox } from './sandbox.ts';

/** Contents are asked for in portions of about this many bytes. */
const PORTION_BYTES = 64 * 1024 * 1024;

/** A change of up to so many bytes is read in one go. */
const SMALL_BYTES = 8 * 1024 * 1024;

/**
 * Reads objects by name through `git cat-file`: all at once when they are few bytes, as most changes are; otherwise first
 * their sizes, then the contents of those that are not too large.
 * Every asked name has an entry in the answer; null stands for an object that is not there.
 *
 * @param maxBytes larger objects are not read; default 5 MB
 */
export async function readObjects(
  sandbox: Sandbox,
  names: readonly string[],
  signal: AbortSignal,
  maxBytes = MAX_BLOB_BYTES,
): Promise<ReadonlyMap<string, Buffer | 'too-large' | null>> {
  const found = new Map<string, Buffer | 'too-large' | null>();
  const unique = [...new Set(names)];
  if (unique.length === 0) return found;
  const small = await readSmall(sandbox, unique, signal);
  if (small !== null) {
    addContents(small, unique, found);
    for (const [name, content] of found) if ((content?.length ?? 0) > maxBytes) found.set(name, 'too-large');
    return found;
  }
  const checked = await sandbox.output(['cat-file', '--batch-check'], { signal, input: inputOf(unique) });
  const lines = checked.toString('latin1').split('\n');
  let portion: string[] = [];
  let portionBytes = 0;
  const flush = async () => {
    if (portion.length > 0) await readPortion(sandbox, portion, found, signal);
    portion = [];
    portionBytes = 0;
  };
  for (const [index, name] of unique.entries()) {
    const size = sizeOf(lines[index] ?? '');
    if (size === null) found.set(name, null);
    else if (size > maxBytes) found.set(name, 'too-large');
    else {
      portion.push(name);
      portionBytes += size;
      if (portionBytes >= PORTION_BYTES) await flush();
    }
  }
  await flush();
  return found;
}

/** A blob as the model of the review knows it, from the answer of `readObjects`. */
export function blobOf(content: Buffer | 'too-large' | null | undefined): Blob {
  if (content === 'too-large') return TOO_LARGE;
  if (content === null || content === undefined) {
    return { kind: 'unreadable', reason: 'its content is not in this clone (partial or damaged clone)' };
  }
  return decodeBlob(content);
}

/** All objects as git prints them; null when they are too many bytes or git fails: the long way tells which. */
async function readSmall(
  sandbox: Sandbox,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Buffer | null> {
  const options = { signal, input: inputOf(names), maxBytes: SMALL_BYTES };
  const answer = await sandbox.run(['cat-file', '--batch'], options).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return null;
  });
  return answer?.code === 0 ? answer.output : null;
}

async function readPortion(
  sandbox: Sandbox,
  names: readonly string[],
  found: Map<string, Buffer | 'too-large' | null>,
  signal: AbortSignal,
): Promise<void> {
  addContents(await sandbox.output(['cat-file', '--batch'], { signal, input: inputOf(names) }), names, found);
}

function addContents(
  output: Buffer,
  names: readonly string[],
  found: Map<string, Buffer | 'too-large' | null>,
): void {
  let position = 0;
  for (const name of names) {
    const lineEnd = output.indexOf(0x0a, position);
    const size = lineEnd < 0 ? null : sizeOf(output.toString('latin1', position, lineEnd));
    if (size === null) {
      found.set(name, null);
      position = lineEnd < 0 ? output.length : lineEnd + 1;
      continue;
    }
    // A copy, so that one small file does not keep the whole portion in memory.
    found.set(name, Buffer.from(output.subarray(lineEnd + 1, lineEnd + 1 + size)));
    position = lineEnd + 1 + size + 1;
  }
}

/** Size from `<sha> <type> <size>`; null for `<sha> missing`. */
function sizeOf(line: string): number | null {
  const size = /^[0-9a-f]+ [a-z]+ ([0-9]+)$/.exec(line)?.[1];
  return size === undefined ? null : Number(size);
}

function inputOf(names: readonly string[]): Buffer {
  return Buffer.from(`${names.join('\n')}\n`, 'latin1');
}
