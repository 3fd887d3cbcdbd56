import { setFlagsFromString } from 'node:v8';

/**
 * Settings of V8 for a process that reviews one change and ends. To be called before anything large is loaded; the runner
 * starts the Action without options of Node. Neither changes what a program does, and both are names of V8 alone: one
 * that another version does not know does nothing but say so on standard error. Figures: docs/decisions/0006-memory-of-the-action.md
 */
export function spareMemory(): void {
  // The youngest generation of the heap stays at the megabyte it starts with, in place of doubling up to 32 MB.
  setFlagsFromString('--semi-space-growth-factor=1');
  // The lexer of a grammar is one function of some hundred kilobytes, and V8 counts what a loop jumps over: by default
  // it is optimized after some forty characters, which takes more memory than the tree. Now after some thousands.
  setFlagsFromString('--wasm-tiering-budget=2000000000');
}
