import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeReadiness } from '../../src/entry/app/readiness.ts';
import { type Handler, type Served, type ServeOptions, say, serve } from '../../src/entry/app/serve.ts';
import { systemClock } from '../../src/entry/system-ports.ts';
import { recordedLog } from './recorded.ts';
import { send } from './send.ts';

let served: Served | null = null;
const { log, lines } = recordedLog();

async function start(handler: Handler, options: Partial<ServeOptions> = {}): Promise<string> {
  served = await serve({
    host: '127.0.0.1',
    port: 0,
    handlers: [handler],
    isSecure: false,
    clock: systemClock,
    log,
    ...options,
  });
  return served.url;
}

afterEach(async () => {
  await served?.stop(0);
  served = null;
  lines.length = 0;
});

const hello: Handler = async (_, response) => {
  say(response, 200, 'Hello.');
  return true;
};

/** Sends these bytes and nothing more, and waits until the server closes the connection. */
function raw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (more: string) => {
      text += more;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

describe('the server', () => {
  it('cuts those off who send slowly, headers or body', async () => {
    const handler: Handler = async (request, response) => {
      for await (const _ of request);
      return hello(request, response);
    };
    const slow = await start(handler, { limits: { headersMs: 100, requestMs: 60_000, checkMs: 20 } });
    expect(await raw(slow, 'POST / HTTP/1.1\r\nhost: x\r\n')).toContain('408');
    await served?.stop(0);
    const url = await start(handler, { limits: { headersMs: 100, requestMs: 200, checkMs: 20 } });
    expect(await raw(url, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc')).toContain('408');
    expect((await send(url)).status).toBe(200);
  });

  it('refuses headers that are too large and addresses of other hosts', async () => {
    const url = await start(hello);
    expect((await send(url, { headers: { 'x-long': 'a'.repeat(20_000) } })).status).toBe(431);
    for (const target of ['//evil.example/', 'http://evil.example/', '*'])
      expect(await raw(url, `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).toContain(
        '400',
      );
    expect((await send(url)).status).toBe(200);
  });

  it('survives a handler that fails, and keeps its words to the log', async () => {
    const url = await start(async () => {
      throw new Error('a fault within');
    });
    const answer = await send(url);
    expect([answer.status, answer.text]).toEqual([500, 'The service failed. Its log says why.\n']);
    expect(lines.join()).toContain('a fault within');
  });

  it('sets its headers on every answer; https is remembered where there is https', async () => {
    const plain = await send(await start(async () => false));
    expect(plain.status).toBe(404);
    expect(plain.headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(plain.headers['strict-transport-security']).toBeUndefined();
    await served?.stop(0);
    const secure = await send(await start(hello, { isSecure: true }));
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('says when an address is taken', async () => {
    const port = Number(new URL(await start(hello)).port);
    await expect(
      serve({ host: '127.0.0.1', port, handlers: [], isSecure: false, clock: systemClock, log }),
    ).rejects.toThrow(`The App cannot listen on 127.0.0.1, port ${port}`);
  });

  it('lets a running request end, and cuts what stays open', async () => {
    let begin: (finish: () => void) => void = () => undefined;
    const begun = new Promise<() => void>((resolve) => {
      begin = resolve;
    });
    const url = await start(async (_, response) => {
      response.writeHead(200);
      response.write('begun ');
      begin(() => response.end('ended'));
      return true;
    });
    const answer = send(url);
    const finish = await begun;
    const stopped = served?.stop(60_000);
    finish();
    expect((await answer).text).toBe('begun ended');
    await stopped;
    const open = send(
      await start(async (_, response) => {
        response.writeHead(200);
        response.write('begun ');
        return true;
      }),
    );
    const cut = expect(open).rejects.toThrow();
    await new Promise((resolve) => setImmediate(resolve));
    await served?.stop(50);
    await cut;
  });
});

describe('readiness', () => {
  it('names what is missing, and asks once for everybody', async () => {
    let asked = 0;
    let steady = 0;
    const timers: (() => void)[] = [];
    const clock = {
      now: () => 0,
      steady: () => steady,
      after: (_: number, call: () => void) => {
        timers.push(call);
        return () => void timers.splice(timers.indexOf(call), 1);
      },
    };
    const look = async () => {
      asked += 1;
      return null;
    };
    const readiness = makeReadiness(
      [
        { name: 'database', look },
        { name: 'queue', look: () => Promise.reject(new Error('away')) },
        { name: 'github', look: () => new Promise<null>(() => undefined) },
      ],
      clock,
    );
    const [first, second] = [readiness(), readiness()];
    // The two that answer at once have done so by then.
    await new Promise((resolve) => setImmediate(resolve));
    for (const call of timers) call();
    expect(await first).toEqual({
      ready: false,
      needs: { database: 'ok', queue: 'away', github: 'no answer within 2 s' },
    });
    expect(await second).toBe(await first);
    expect(asked).toBe(1);
    steady = 5_000;
    void readiness();
    expect(asked).toBe(2);
  });
});
