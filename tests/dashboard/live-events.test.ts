import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../../src/entry/system-ports.ts';
import type { SqlDatabase } from '../../src/ports.ts';
import { ready } from '../../src/service/dashboard/html.ts';
import { type LiveView, makeLiveEvents } from '../../src/service/dashboard/live-events.ts';
import { until } from '../store/until.ts';

const CHANGE = JSON.stringify({ reviewId: 'r', installationId: 1, repositoryId: 2 });

/** Live events over a clock that stands until it is told to go on. */
function setEvents() {
  const waiting = new Map<() => void, number>();
  const clock = {
    now: () => 0,
    steady: () => 0,
    after: (ms: number, call: () => void) => {
      waiting.set(call, ms);
      return () => void waiting.delete(call);
    },
  };
  let tell: (payload: string) => void = () => undefined;
  const listen: SqlDatabase['listen'] = async (_channel, onMessage) => {
    tell = onMessage;
    return async () => undefined;
  };
  const never = () => Promise.reject(new Error('Nobody expected that of the database.'));
  const database = { kind: 'server', query: never, transaction: never, notify: never, listen, close: never };
  const live = makeLiveEvents(database as SqlDatabase, clock, silentLog);
  return {
    live,
    /** Something changed, and so much time passed. */
    pass(ms: number) {
      tell(CHANGE);
      for (const [call, after] of [...waiting]) {
        if (after > ms) continue;
        waiting.delete(call);
        call();
      }
    },
  };
}

/** Serves `handle` to one connection, which reads nothing by itself. */
async function serveOne(handle: (response: ServerResponse) => void): Promise<Socket> {
  const server = createServer((_request, response) => handle(response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  socket.on('error', () => undefined);
  onTestFinished(() => {
    socket.destroy();
    server.closeAllConnections();
    server.close();
  });
  socket.write('GET /events HTTP/1.1\r\nhost: a\r\n\r\n');
  return socket;
}

function viewOf(size: number): { readonly view: LiveView; readonly renders: () => number } {
  let renders = 0;
  const markup = ready('x'.repeat(size));
  const view: LiveView = {
    concerns: () => true,
    render: async () => {
      renders += 1;
      return [{ id: 'board', markup }];
    },
  };
  return { view, renders: () => renders };
}

describe('a live page', () => {
  it('of a browser that left before it began leaves no stream behind', async () => {
    const { live, pass } = setEvents();
    const { view, renders } = viewOf(10);
    let isOpened = false;
    const socket = await serveOne((response) => {
      response.once('close', async () => {
        await live.open(response, view);
        isOpened = true;
      });
    });
    await until(() => socket.bytesWritten > 0 && !socket.pending);
    socket.destroy();
    await until(() => isOpened);
    pass(500);
    await new Promise((resolve) => setImmediate(resolve));
    expect(renders()).toBe(0);
  });

  it('that nobody reads is sent nothing more, and ended', async () => {
    const { live, pass } = setEvents();
    const { view, renders } = viewOf(16 * 1024 * 1024);
    const held: ServerResponse[] = [];
    await serveOne((response) => {
      held.push(response);
      void live.open(response, view);
    });
    await until(() => renders() === 1);
    const [response] = held;
    for (let round = 0; round < 20; round += 1) {
      pass(500);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(renders()).toBe(1);
    pass(20_000);
    expect(response?.destroyed).toBe(true);
  });
});
