import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';

/**
 * Reads a WebAssembly file from the first folder that has it: `<name>.wasm.br` (compressed, as shipped), else
 * `<name>.wasm` (as the packages bring it).
 * @param folders file URLs that end in a slash
 * @returns the bytes, or null when no folder has the file
 * @throws what reading or decompressing throws, unless the file is merely absent
 */
export async function readGrammar(folders: readonly string[], name: string): Promise<Uint8Array | null> {
  for (const folder of folders) {
    const compressed = await readIfThere(new URL(`${name}.wasm.br`, folder));
    if (compressed) return brotliDecompressSync(compressed);
    const plain = await readIfThere(new URL(`${name}.wasm`, folder));
    if (plain) return plain;
  }
  return null;
}

async function readIfThere(file: URL): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
