import { ForgeError } from '../../errors.ts';
import { APP_EVENTS } from '../../event/read-app-event.ts';
import type { AppHost, FailedDelivery, Log } from '../../ports.ts';

/** What is remembered between two looks. */
export interface RedeliveryNote {
  /** Milliseconds since the epoch: everything before was looked at. */
  readonly since: number;
  /** GUID → how often it was asked for. */
  readonly tries: Readonly<Record<string, number>>;
}

/** GitHub keeps deliveries for three days (facts/github.md, section 3). */
const KEPT_MS = 3 * 24 * 60 * 60 * 1_000;
/** A delivery is listed some time after it was made, and an attempt that fails again is another chance to see it. */
const OVERLAP_MS = 10 * 60 * 1_000;
const MOST_TRIES = 3;
const MOST_AT_ONCE = 100;

/**
 * Asks GitHub for the deliveries that never reached us, each at most three times: it never tries again by itself. What
 * reached us nevertheless is known by its GUID and makes no second review.
 * @param note of the last look; null when there was none
 * @param now milliseconds since the epoch
 * @returns the note for the next look
 * @throws ForgeError when GitHub cannot list them
 */
export async function redeliverFailed(
  note: RedeliveryNote | null,
  now: number,
  { host, log }: { readonly host: Pick<AppHost, 'failedDeliveries' | 'redeliver'>; readonly log: Log },
  signal: AbortSignal,
): Promise<RedeliveryNote> {
  const since = Math.max(now - KEPT_MS, (note?.since ?? 0) - OVERLAP_MS);
  const failed = (await host.failedDeliveries(since, signal)).filter(isOurs);
  const tries: Record<string, number> = Object.create(null);
  let asked = 0;
  for (const delivery of failed) {
    const before = note?.tries[delivery.guid] ?? 0;
    tries[delivery.guid] = before;
    if (before >= MOST_TRIES) continue;
    // The rest waits for the next look, which begins here.
    if (asked >= MOST_AT_ONCE) return { since: delivery.deliveredAt, tries };
    asked += 1;
    // What GitHub cannot do now is no try of this delivery, and the next look begins here too.
    if (!(await ask(delivery, { host, log }, signal))) return { since: delivery.deliveredAt, tries };
    tries[delivery.guid] = before + 1;
  }
  return { since: now, tries };
}

/**
 * One delivery that GitHub refuses to send again must not keep it from the others.
 * @returns false when GitHub is not to be asked for more just now
 */
async function ask(
  { id, guid, event, statusCode }: FailedDelivery,
  { host, log }: { readonly host: Pick<AppHost, 'redeliver'>; readonly log: Log },
  signal: AbortSignal,
): Promise<boolean> {
  log.info('a delivery that did not reach us is asked for again', { delivery: guid, event, statusCode });
  try {
    await host.redeliver(id, signal);
    return true;
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    const isRefusal = error.code === 'forge-not-found' || error.code === 'forge-refused';
    log.warn(
      isRefusal
        ? 'GitHub does not send a delivery again that did not reach us'
        : 'GitHub cannot send deliveries again for now',
      { delivery: guid, event, reason: error.message },
    );
    return isRefusal;
  }
}

function isOurs({ event }: FailedDelivery): boolean {
  return APP_EVENTS.some((name) => name === event);
}

/** The note as text. */
export function writeNote(note: RedeliveryNote): string {
  return JSON.stringify(note);
}

/** The note of an earlier look; null when there is none that can be read. */
export function readNote(text: string | null): RedeliveryNote | null {
  if (text === null || text === '') return null;
  const { since, tries } = JSON.parse(text) as Partial<RedeliveryNote>;
  return typeof since === 'number' && typeof tries === 'object' ? { since, tries } : null;
}
