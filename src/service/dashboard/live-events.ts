import type { ServerResponse } from 'node:http';
import { messageOf } from '../../errors.ts';
import type { Clock, Log, SqlDatabase } from '../../ports.ts';
import { beginEvents } from './answers.ts';
import type { Html } from './html.ts';

/** A part of a page as it is now. */
export interface LivePart {
  /** Id of the element that it replaces. */
  readonly id: string;
  readonly markup: Html;
}

/** What a page shows as it happens. */
export interface LiveView {
  /** Whether a change of this review concerns the page. */
  concerns(change: ReviewChange): boolean;
  /** `reload` when the page looks different from now on; null when the person may not see it any more. */
  render(): Promise<readonly LivePart[] | 'reload' | null>;
}

export interface ReviewChange {
  readonly reviewId: string;
  readonly installationId: number;
  readonly repositoryId: number;
}

export interface LiveEvents {
  /** Keeps a response open and sends the view each time something changes, at most twice a second. */
  open(response: ServerResponse, view: LiveView): Promise<void>;
  /** Ends all streams. */
  close(): Promise<void>;
}

export const PROGRESS_CHANNEL = 'review-progress';
const SPACING_MS = 500;
const KEEP_ALIVE_MS = 20_000;
const MOST_STREAMS = 500;

interface Stream {
  changed(): void;
  readonly view: LiveView;
  end(): void;
}

/** Live pages by server-sent events. One listener on the database serves all of a process. */
export function makeLiveEvents(database: SqlDatabase, clock: Clock, log: Log): LiveEvents {
  const streams = new Set<Stream>();
  let listening: Promise<() => Promise<void>> | null = null;
  const wakeAll = () => {
    for (const stream of streams) stream.changed();
  };
  const onMessage = (payload: string) => {
    const change = readChange(payload);
    if (change === null) return;
    for (const stream of streams) if (stream.view.concerns(change)) stream.changed();
  };
  return {
    async open(response, view) {
      if (streams.size >= MOST_STREAMS) {
        response.writeHead(503, { 'retry-after': '30' }).end();
        return;
      }
      listening ??= database.listen(PROGRESS_CHANNEL, onMessage, wakeAll);
      await listening.catch((error: unknown) => {
        listening = null;
        throw error;
      });
      // Who left meanwhile does not leave again: nothing would ever end the stream.
      if (response.destroyed) return;
      beginEvents(response);
      const stream = startStream(response, view, clock, log);
      streams.add(stream);
      response.on('close', () => {
        streams.delete(stream);
        stream.end();
      });
      stream.changed();
    },
    async close() {
      for (const stream of streams) stream.end();
      streams.clear();
      await (await listening)?.();
      listening = null;
    },
  };
}

function startStream(response: ServerResponse, view: LiveView, clock: Clock, log: Log): Stream {
  const gone = new AbortController();
  let isSending = false;
  let isStale = false;
  let cancelTimer: () => void = () => undefined;
  let cancelBeat: () => void = () => undefined;
  const send = async () => {
    isSending = true;
    isStale = false;
    try {
      const parts = await view.render();
      if (gone.signal.aborted) return;
      if (parts === null || parts === 'reload') return end(parts);
      const data = parts.map(({ id, markup }) => ({ id, markup: markup.text }));
      response.write(`event: parts\ndata: ${JSON.stringify(data)}\n\n`);
    } catch (error) {
      log.warn('a live page could not be sent', { reason: messageOf(error) });
      return end(null);
    }
    cancelTimer = clock.after(SPACING_MS, () => {
      // What nobody reads would gather in our memory.
      if (response.writableNeedDrain) response.once('drain', next);
      else next();
    });
  };
  const next = () => {
    isSending = false;
    if (isStale && !gone.signal.aborted) void send();
  };
  const beat = () => {
    // Nothing was read since the last part: the browser sleeps, and comes back by itself.
    if (response.writableNeedDrain) {
      end(null);
      response.destroy();
      return;
    }
    response.write(': alive\n\n');
    cancelBeat = clock.after(KEEP_ALIVE_MS, beat);
  };
  const end = (last: 'reload' | null) => {
    if (gone.signal.aborted) return;
    gone.abort();
    cancelTimer();
    cancelBeat();
    response.end(last === 'reload' ? 'event: reload\ndata: {}\n\n' : undefined);
  };
  cancelBeat = clock.after(KEEP_ALIVE_MS, beat);
  return {
    view,
    changed: () => {
      isStale = true;
      if (!isSending && !gone.signal.aborted) void send();
    },
    end: () => end(null),
  };
}

/** Sent by our own store; read with care all the same. */
function readChange(payload: string): ReviewChange | null {
  try {
    const value: unknown = JSON.parse(payload);
    if (typeof value !== 'object' || value === null) return null;
    const { reviewId, installationId, repositoryId } = value as Partial<Record<keyof ReviewChange, unknown>>;
    if (typeof reviewId !== 'string') return null;
    return { reviewId, installationId: Number(installationId), repositoryId: Number(repositoryId) };
  } catch {
    return null;
  }
}
