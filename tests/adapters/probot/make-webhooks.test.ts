import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWebhooks, type WebhookDelivery } from '../../../src/adapters/probot/make-webhooks.ts';
import { type Served, serve } from '../../../src/entry/app/serve.ts';
import { systemClock } from '../../../src/entry/system-ports.ts';
import { makeKey, makeSecret } from '../../app-web/make-key.ts';
import { recordedLog, recordedMetrics } from '../../app-web/recorded.ts';
import { type Answer, send, signed } from '../../app-web/send.ts';

const SECRET = makeSecret();
const PATH = '/webhooks';
const BODY = JSON.stringify({ action: 'opened', installation: { id: 5 }, title: 'naïve – 😀' });
const TOO_MUCH = 26 * 1024 * 1024;

const { log, lines } = recordedLog();
const { metrics, events } = recordedMetrics();
const handled: WebhookDelivery[] = [];
let failWith: Error | null = null;
let served: Served;

beforeAll(async () => {
  const webhooks = await makeWebhooks({
    secret: SECRET,
    appId: 7,
    privateKey: makeKey(),
    path: PATH,
    clock: systemClock,
    log,
    metrics,
    handle: async (delivery) => {
      if (failWith !== null) throw failWith;
      handled.push(delivery);
      return 'accepted';
    },
  });
  served = await serve({
    host: '127.0.0.1',
    port: 0,
    handlers: [webhooks],
    isSecure: false,
    clock: systemClock,
    log,
  });
});
afterAll(() => served.stop(0));
beforeEach(() => {
  failWith = null;
  for (const list of [handled, lines, events]) list.length = 0;
});

const post = (sent: Parameters<typeof send>[1]) => send(served.url + PATH, sent);
const good = () => signed(BODY, { secret: SECRET });
const without = (name: string) => {
  const { [name as 'content-type']: _, ...headers } = good().headers;
  return { ...good(), headers };
};

/** Refused, and nothing else happened. */
async function expectRefused(answer: Answer, status: number): Promise<void> {
  expect(answer.status).toBe(status);
  expect(handled).toEqual([]);
  expect(events.map((event) => 'outcome' in event && event.outcome)).toEqual(['rejected']);
  expect(`${lines.join()} ${answer.text}`).not.toContain(SECRET);
  expect((await post(good())).status).toBe(202);
}

describe('R36 webhook authenticity', () => {
  it('takes a signed delivery in, exactly as it was sent', async () => {
    const answer = await post(good());
    expect(answer.status).toBe(202);
    expect(handled).toEqual([
      { id: good().headers['x-github-delivery'], name: 'pull_request', payload: JSON.parse(BODY) },
    ]);
    expect(events).toEqual([
      { kind: 'webhook', event: 'pull_request', outcome: 'accepted', seconds: expect.any(Number) },
    ]);
  });

  it('refuses a delivery without a signature, or with one by SHA-1 only', async () => {
    await expectRefused(await post(without('x-hub-signature-256')), 401);
    for (const list of [handled, lines, events]) list.length = 0;
    const sha1 = createHmac('sha1', SECRET).update(BODY).digest('hex');
    const old = without('x-hub-signature-256');
    await expectRefused(
      await post({ ...old, headers: { ...old.headers, 'x-hub-signature': `sha1=${sha1}` } }),
      401,
    );
  });

  it.each([
    ['of another secret', signed(BODY, { secret: `${SECRET}x` }).headers['x-hub-signature-256']],
    ['that is cut short', good().headers['x-hub-signature-256'].slice(0, -2)],
    [
      'by the secret that Probot falls back to',
      signed(BODY, { secret: 'development' }).headers['x-hub-signature-256'],
    ],
    ['that is empty', ''],
    ['in capitals', good().headers['x-hub-signature-256'].toUpperCase()],
  ])('refuses a signature %s', async (_, signature) => {
    const headers = { ...good().headers, 'x-hub-signature-256': signature };
    await expectRefused(await post({ ...good(), headers }), 401);
  });

  it('refuses a body of which one byte was altered, added or left out', async () => {
    const altered = Buffer.from(BODY);
    altered[3] = (altered[3] ?? 0) ^ 1;
    for (const body of [altered, `${BODY} `, BODY.slice(0, -1)]) {
      for (const list of [handled, lines, events]) list.length = 0;
      await expectRefused(await post({ ...good(), body }), 401);
    }
  });

  it('verifies bytes, not what a decoder makes of them', async () => {
    // The signature is of the replacement character; the bytes sent are repaired to it by a lenient decoder.
    const said = JSON.stringify({ title: '\ufffd' });
    const bytes = Buffer.from(said.replace('\ufffd', '\u0000'));
    bytes[bytes.indexOf(0)] = 0xff;
    await expectRefused(await post({ ...signed(said, { secret: SECRET }), body: bytes }), 400);
    for (const list of [handled, lines, events]) list.length = 0;
    await expectRefused(await post({ ...good(), body: `\ufeff${BODY}` }), 401);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 415],
    ['text', 'text/plain', 415],
    ['something that only begins like JSON', 'application/jsonp', 415],
  ])('refuses %s', async (_, type, status) => {
    await expectRefused(
      await post({ ...good(), headers: { ...good().headers, 'content-type': type } }),
      status,
    );
  });

  it('refuses a delivery without a name, an identifier or a body', async () => {
    for (const [sent, status] of [
      [without('x-github-event'), 400],
      [without('x-github-delivery'), 400],
      [{ ...good(), headers: { ...good().headers, 'x-github-event': '../x' } }, 400],
      [{ ...good(), body: '' }, 400],
      [{ ...good(), method: 'PUT' }, 405],
    ] as const) {
      for (const list of [handled, lines, events]) list.length = 0;
      await expectRefused(await post(sent), status);
    }
  });

  it('refuses signed JSON that is malformed or no object', async () => {
    for (const body of [BODY.slice(0, -1), '[]', '7', 'null', '"text"', '\ufeff{}']) {
      for (const list of [handled, lines, events]) list.length = 0;
      await expectRefused(await post(signed(body, { secret: SECRET })), 400);
    }
  });

  it('refuses 26 MB, announced or not, and says so', async () => {
    const body = Buffer.alloc(TOO_MUCH, 0x20);
    await expectRefused(await post(signed(body, { secret: SECRET })), 413);
    for (const list of [handled, lines, events]) list.length = 0;
    const { headers, method } = signed(body, { secret: SECRET });
    await expectRefused(
      await post({ method, headers: { ...headers, 'transfer-encoding': 'chunked' }, body }),
      413,
    );
  });

  it('survives a sender who leaves in the middle of a body', async () => {
    const { hostname, port } = new URL(served.url);
    const socket = connect(Number(port), hostname);
    const head = Object.entries({ ...good().headers, host: hostname, 'content-length': '1000' });
    socket.write(
      `POST ${PATH} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n{"a`,
    );
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.destroy();
    expect((await post(good())).status).toBe(202);
    expect(handled).toHaveLength(1);
  });

  it('asks to send again what could not be stored, and says neither payload nor secret in the log', async () => {
    failWith = new Error('the database is away');
    const answer = await post(good());
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('database');
    expect(lines.join()).toContain('the database is away');
    expect(lines.join()).not.toContain('naïve');
    expect(events).toMatchObject([{ outcome: 'failed' }]);
  });

  it.each(['__proto__', 'constructor', 'error', 'no_such_event'])(
    'survives an event named %s',
    async (name) => {
      expect((await post(signed(BODY, { secret: SECRET, name }))).status).toBe(202);
      expect(handled).toMatchObject([{ name }]);
    },
  );

  it('leaves other addresses alone', async () => {
    expect((await send(`${served.url}/other`, good())).status).toBe(404);
    expect(handled).toEqual([]);
    expect((await send(`${served.url}${PATH}/?x=1`, good())).status).toBe(202);
  });
});
