import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** One folder (`size` null) or file of an archive. Contents follow each other in this order. */
interface Entry {
  readonly path: string;
  readonly size: number | null;
}

/** A folder with all it holds as one compressed piece: a length, a list as JSON, then the contents. */
export function packFolder(folder: string): Buffer {
  const entries: Entry[] = [];
  const contents: Buffer[] = [];
  const walk = (inside: string): void => {
    const found = readdirSync(join(folder, inside), { withFileTypes: true });
    for (const entry of found.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) {
        entries.push({ path, size: null });
        walk(path);
      } else {
        const content = readFileSync(join(folder, path));
        entries.push({ path, size: content.length });
        contents.push(content);
      }
    }
  };
  walk('');
  const list = Buffer.from(JSON.stringify(entries));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(list.length);
  // The three databases of a cluster hold the same pages: the window has to reach from one to the next.
  return brotliCompressSync(Buffer.concat([length, list, ...contents]), {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 11 },
  });
}

/**
 * Writes the contents of an archive of ours into a folder.
 * @returns the paths written
 */
export function unpackFolder(archive: Buffer, folder: string): readonly string[] {
  const bytes = brotliDecompressSync(archive);
  const end = 4 + bytes.readUInt32BE(0);
  const entries = JSON.parse(bytes.toString('utf8', 4, end)) as readonly Entry[];
  let at = end;
  return entries.map(({ path, size }) => {
    const target = join(folder, path);
    if (size === null) {
      mkdirSync(target, { recursive: true, mode: 0o700 });
    } else {
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
      writeFileSync(target, bytes.subarray(at, at + size), { mode: 0o600 });
      at += size;
    }
    return target;
  });
}
