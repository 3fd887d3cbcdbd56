import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 wait with optimizing a function until it was called some ten times as often as by default: a review of a common
 * size ends before that pays, and a fifth of its processor time went there (docs/decisions/0006-memory-of-the-action.md).
 * To be called after what is needed of Node at the start: V8 takes Node's compiled form of it only before flags change.
 */
export function optimizeLater(): void {
  const [major = 0] = process.versions.v8.split('.').map(Number);
  // The names changed with version 12, that of Node 22; a name that a version does not know it only complains of.
  if (major < 12) setFlagsFromString('--interrupt-budget=1000000');
  else {
    setFlagsFromString('--invocation-count-for-maglev=4000');
    setFlagsFromString('--invocation-count-for-turbofan=30000');
  }
}
