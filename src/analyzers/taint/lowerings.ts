import { lowerGo } from './lower-go.ts';
import { lowerJava } from './lower-java.ts';
import { lowerJavaScript } from './lower-javascript.ts';
import { lowerPython } from './lower-python.ts';
import { lowerRuby } from './lower-ruby.ts';
import type { Lowering } from './lowering.ts';

/** Language → how its trees become forms. */
export const lowerings: ReadonlyMap<string, Lowering> = new Map([
  ['javascript', lowerJavaScript],
  ['typescript', lowerJavaScript],
  ['tsx', lowerJavaScript],
  ['python', lowerPython],
  ['go', lowerGo],
  ['java', lowerJava],
  ['ruby', lowerRuby],
]);
