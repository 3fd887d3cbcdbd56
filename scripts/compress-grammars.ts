import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { GRAMMARS } from '../src/adapters/grammar/languages.ts';

const ROOT = join(import.meta.dirname, '..');
const RUNTIME = join(ROOT, 'node_modules', 'web-tree-sitter', 'web-tree-sitter.wasm');
const SOURCE = join(ROOT, 'node_modules', '@vscode', 'tree-sitter-wasm', 'wasm');
/** Compressing costs seconds and its input changes with a dependency only. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'grammars');

/** Writes `<name>.wasm.br` for the parser runtime and every language that has rules. */
export async function compressGrammars(out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  mkdirSync(CACHE, { recursive: true });
  const files = [...new Set(GRAMMARS.values())].map((name) => join(SOURCE, `tree-sitter-${name}.wasm`));
  for (const file of [RUNTIME, ...files]) {
    writeFileSync(join(out, `${basename(file)}.br`), compressed(readFileSync(file)));
  }
}

function compressed(bytes: Buffer): Buffer {
  const key = createHash('sha256')
    .update(bytes)
    .update(process.versions.brotli ?? '')
    .digest('hex');
  const cached = join(CACHE, key);
  if (existsSync(cached)) return readFileSync(cached);
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  writeFileSync(cached, packed);
  return packed;
}
