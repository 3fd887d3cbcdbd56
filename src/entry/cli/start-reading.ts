import type { GitSource } from '../../adapters/git/git-source.ts';
import type { Grammars } from '../../ports.ts';
import { openGrammars } from '../open-grammars.ts';
import { optimizeLater } from '../optimize-later.ts';
import { keepYoungGenerationSmall } from '../spare-memory.ts';

/** A change that is being read, and what goes with it until the review ends. */
export interface Reading {
  readonly source: GitSource;
  readonly grammars: Grammars;
  /** Aborted when the person interrupts the program. */
  readonly signal: AbortSignal;
  close(): Promise<void>;
}

/**
 * Lets git read the change and the parser start, so that both work while the rest of the program is loaded: a quarter of
 * a second of a review that takes two. What goes wrong is said where the change is asked for.
 * @param assets folder of the built assets
 */
export function startReading(source: GitSource, assets: URL): Reading {
  optimizeLater();
  keepYoungGenerationSmall();
  const interrupt = new AbortController();
  const stop = () => interrupt.abort(new Error('interrupted'));
  process.once('SIGINT', stop);
  const grammars = openGrammars(assets, { startsAtOnce: true });
  source.changes(interrupt.signal).catch(() => undefined);
  return {
    source,
    grammars,
    signal: interrupt.signal,
    close: async () => {
      process.removeListener('SIGINT', stop);
      await Promise.all([grammars.close(), source.close()]);
    },
  };
}
