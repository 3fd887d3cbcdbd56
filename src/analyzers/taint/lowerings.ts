import { lowerJavaScript } from './lower-javascript.ts';
import { lowerPython } from './lower-python.ts';
import type { Lowering } from './lowering.ts';

/** Language → how its trees become forms. */
export const lowerings: ReadonlyMap<string, Lowering> = new Map([
  ['javascript', lowerJavaScript],
  ['typescript', lowerJavaScript],
  ['tsx', lowerJavaScript],
  ['python', lowerPython],
]);
