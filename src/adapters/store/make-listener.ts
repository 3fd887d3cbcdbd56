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
  const connection = new ListeningConnection(connect, options.clock, options.log);
  return {
    listen: (channel, onMessage, onReconnect) => connection.add({ channel, onMessage, onReconnect }),
    close: () => connection.close(),
  };
}

class ListeningConnection {
  readonly #connect: () => pg.Client;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #subscriptions = new Set<Subscription>();
  /** The client that listens, or is about to; null while there is none. */
  #opening: Promise<pg.Client> | null = null;
  #client: pg.Client | null = null;
  #wasLost = false;
  #isClosed = false;
  #cancelPause: () => void = () => undefined;

  constructor(connect: () => pg.Client, clock: Clock, log: Log) {
    this.#connect = connect;
    this.#clock = clock;
    this.#log = log;
  }

  /** @returns what ends the subscription */
  async add(one: Subscription): Promise<() => Promise<void>> {
    if (!CHANNEL.test(one.channel)) throw new Error(`"${one.channel}" is no name of a channel.`);
    this.#subscriptions.add(one);
    try {
      this.#opening ??= this.#open();
      await (await this.#opening).query(`listen "${one.channel}"`);
    } catch (error) {
      this.#subscriptions.delete(one);
      if (this.#client === null) this.#opening = null;
      throw error;
    }
    return () => this.#remove(one);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelPause();
    this.#subscriptions.clear();
    await this.#opening?.then((client) => client.end()).catch(() => undefined);
  }

  async #remove(one: Subscription): Promise<void> {
    this.#subscriptions.delete(one);
    if (this.#client === null || this.#channels().has(one.channel)) return;
    await this.#client.query(`unlisten "${one.channel}"`).catch(() => undefined);
  }

  #channels(): ReadonlySet<string> {
    return new Set([...this.#subscriptions].map(({ channel }) => channel));
  }

  async #open(): Promise<pg.Client> {
    const client = this.#connect();
    // Both may come, for one lost connection.
    client.on('error', (error) => this.#lose(client, error.message));
    client.on('end', () => this.#lose(client, 'the connection ended'));
    client.on('notification', ({ channel, payload }) => {
      for (const one of this.#subscriptions) if (one.channel === channel) one.onMessage(payload ?? '');
    });
    await client.connect();
    for (const channel of this.#channels()) await client.query(`listen "${channel}"`);
    this.#client = client;
    if (this.#wasLost) for (const one of this.#subscriptions) one.onReconnect();
    this.#wasLost = false;
    return client;
  }

  #lose(lost: pg.Client, reason: string): void {
    if (this.#isClosed || this.#client !== lost) return;
    this.#client = null;
    this.#opening = null;
    this.#wasLost = true;
    lost.end().catch(() => undefined);
    this.#log.warn('The connection that listens to the database was lost; connecting again.', { reason });
    this.#tryAgain(0);
  }

  #tryAgain(tries: number): void {
    const pause = PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 0;
    this.#cancelPause = this.#clock.after(pause, () => {
      if (this.#isClosed || this.#opening !== null) return;
      this.#opening = this.#open();
      this.#opening.catch((error: unknown) => {
        this.#opening = null;
        this.#log.debug('The database cannot be listened to yet.', { reason: messageOf(error) });
        this.#tryAgain(tries + 1);
      });
    });
  }
}
