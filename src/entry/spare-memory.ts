import { setFlagsFromString } from 'node:v8';
import { optimizeLater } from './optimize-later.ts';

/**
 * Settings of V8 for a process that reviews one change and ends. To be called before anything large is loaded; the runner
 * starts the Action without options of Node. None changes what a program does, and all are names of V8 alone: one that
 * another version does not know does nothing but say so on standard error.
 * Figures: docs/decisions/0006-memory-of-the-action.md
 */
export async function spareMemory(): Promise<void> {
  // V8 takes what Node brings compiled only while its flags are those that Node was built with. What the start needs is
  // therefore loaded before they change: compiled anew it would delay the first request by a fifth.
  await Promise.all([import('node:crypto'), import('node:worker_threads'), import('node:zlib')]);
  // Node loads everything behind `fetch` when one of its names is first looked at.
  Reflect.get(globalThis, 'Response');
  keepYoungGenerationSmall();
  // The lexer of a grammar is one function of some hundred kilobytes, and V8 counts what a loop jumps over: by default
  // it is optimized after some forty characters, which takes more memory than the tree. Now after some thousands.
  setFlagsFromString('--wasm-tiering-budget=2000000000');
  optimizeLater();
}

/**
 * The youngest generation of the heap stays about as small as it starts, in place of doubling up to 32 MB: with Node 24 a
 * review of 100 files takes 173 MB in place of 240, and no longer.
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
