import { messageOf } from '../../errors.ts';
import type { Log } from '../../ports.ts';

/** Says that there is something to do. */
export interface Announcer {
  announce(): void;
  /** When nothing that was asked for is left to say. */
  settled(): Promise<void>;
}

/**
 * One word is on its way at a time; all who ask meanwhile share the next. It is said outside of transactions: PostgreSQL
 * lets those that notify commit one after the other, each waiting for the disk, and a burst of webhooks would stand in line.
 * (src/backend/commands/async.c, PreCommit_Notify: a lock on the queue of notifications is held until the commit is done.)
 */
export function makeAnnouncer(tell: () => Promise<void>, log: Log): Announcer {
  let isAsked = false;
  let telling: Promise<void> | null = null;
  const tellAll = async () => {
    while (isAsked) {
      isAsked = false;
      await tell().catch((error: unknown) =>
        log.debug('New jobs were not announced; they will be found.', { reason: messageOf(error) }),
      );
    }
    telling = null;
  };
  return {
    announce() {
      isAsked = true;
      telling ??= tellAll();
    },
    settled: () => telling ?? Promise.resolve(),
  };
}
