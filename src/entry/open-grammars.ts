import { type GrammarsOptions, makeGrammars } from '../adapters/grammar/make-grammars.ts';
import type { Grammars } from '../ports.ts';
import { systemClock } from './system-ports.ts';

/**
 * The grammars that ship with the program.
 * @param assets folder of the built assets
 */
export function openGrammars(
  assets: URL,
  { startsAtOnce = false }: Pick<GrammarsOptions, 'startsAtOnce'> = {},
): Grammars {
  return makeGrammars({
    assets: [new URL('grammars/', assets)],
    workerScript: new URL('grammar-worker.js', assets),
    clock: systemClock,
    startsAtOnce,
  });
}
