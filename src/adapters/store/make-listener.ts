import type pg from 'pg';
import { messageOf } from '../../errors.ts';
import type { Clock, Log, SqlDatabase } from '../../ports.ts';

/** One connection of its own that listens on every channel somebody asked for. */
export interface Listener {
  readonly listen: SqlDatabase['listen'];
  close(): Promise<void>;
}

interface Subscription {
  readonly channel: string;
  readonly onMessage: (payload: string) => void;
  readonly onReconnect: () => void;
}

/** Pauses between tries to connect again; the last one repeats. */
const PAUSES_MS = [100, 500, 1_000, 2_000, 5_000];

/** Channels are our own constants; anything else would have to be quoted. */
const CHANNEL = /^[a-z][a-z0-9_-]{0,62}$/;

/**
 * Listens on a server. A pooled connection would be in the way of queries, and a lost one would lose its channels; this
 * one connects again and asks for the same channels.
 * @param connect makes a client that is not connected yet
 */
export function makeListener(
  connect: () => pg.Client,
  options: { readonly clock: Clock; readonly log: Log },
): Listener {
  const subscriptions = new Set<Subscription>();
  let client: Promise<pg.Client> | null = null;
  /** The client that listens; null while there is none. */
  let current: pg.Client | null = null;
  let wasLost = false;
  let isClosed = false;
  let cancelPause: () => void = () => undefined;

  async function open(): Promise<pg.Client> {
    const opened = connect();
    // Both may come, for one lost connection.
    opened.on('error', (error) => lose(opened, error.message));
    opened.on('end', () => lose(opened, 'the connection ended'));
    opened.on('notification', ({ channel, payload }) => {
      for (const one of subscriptions) if (one.channel === channel) one.onMessage(payload ?? '');
    });
    await opened.connect();
    for (const channel of new Set([...subscriptions].map((one) => one.channel))) {
      await opened.query(`listen "${channel}"`);
    }
    current = opened;
    if (wasLost) for (const one of subscriptions) one.onReconnect();
    wasLost = false;
    return opened;
  }

  function lose(lost: pg.Client, reason: string): void {
    if (isClosed || current !== lost) return;
    current = null;
    client = null;
    wasLost = true;
    lost.end().catch(() => undefined);
    options.log.warn('The connection that listens to the database was lost; connecting again.', { reason });
    again(0);
  }

  function again(tries: number): void {
    const pause = PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 0;
    cancelPause = options.clock.after(pause, () => {
      if (isClosed || client !== null) return;
      client = open();
      client.catch((error: unknown) => {
        client = null;
        options.log.debug('The database cannot be listened to yet.', { reason: messageOf(error) });
        again(tries + 1);
      });
    });
  }

  async function listen(
    channel: string,
    onMessage: (payload: string) => void,
    onReconnect: () => void,
  ): Promise<() => Promise<void>> {
    if (!CHANNEL.test(channel)) throw new Error(`"${channel}" is no name of a channel.`);
    const one: Subscription = { channel, onMessage, onReconnect };
    subscriptions.add(one);
    try {
      client ??= open();
      await (await client).query(`listen "${channel}"`);
    } catch (error) {
      subscriptions.delete(one);
      if (current === null) client = null;
      throw error;
    }
    return async () => {
      subscriptions.delete(one);
      if (current === null || [...subscriptions].some((other) => other.channel === channel)) return;
      await current.query(`unlisten "${channel}"`).catch(() => undefined);
    };
  }

  return {
    listen,
    async close() {
      isClosed = true;
      cancelPause();
      subscriptions.clear();
      await client?.then((opened) => opened.end()).catch(() => undefined);
    },
  };
}
