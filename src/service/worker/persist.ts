import { messageOf } from '../../errors.ts';
import type { Clock, Log } from '../../ports.ts';

/** Somewhat longer than a database server takes to start again. */
const PAUSES_MS = [100, 300, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000, 8_000] as const;

/**
 * Does what has to be done to the database, again and again while that is away.
 * @param what for the log
 * @throws what the last try threw
 */
export async function persist<T>(
  what: string,
  act: () => Promise<T>,
  { clock, log }: { readonly clock: Pick<Clock, 'after'>; readonly log: Log },
): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await act();
    } catch (error) {
      log.warn('the database did not take it; it is asked again', { what, reason: messageOf(error) });
      await new Promise<void>((resolve) => {
        clock.after(pause, resolve);
      });
    }
  }
  return act();
}
