import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeModelClient } from '../../../src/adapters/llm/make-model-client.ts';
import { WIRE_SCHEMA } from '../../../src/evidence/model-text/wire-schema.ts';
import type { ModelRequest } from '../../../src/ports.ts';
import { makeFakeClock } from '../../dispatch/fake-ports.ts';
import { makeFakeRandom } from '../../dispatch/model/material.ts';
import {
  type Behaviour,
  type MessagesServer,
  startMessagesServer,
} from '../../fakes/messages/start-messages-server.ts';

const KEY = ['sk', 'ant', 'not-a-real-key'].join('-');
const EMPTY = { findings: [], verdicts: [], sliceRequests: [], facts: [], remaining: [] };

const REQUEST: ModelRequest = {
  model: 'claude-sonnet-5-5',
  system: [{ text: 'be careful', cacheMark: true }],
  messages: [
    {
      role: 'user',
      content: [
        { text: 'look', cacheMark: true },
        { text: 'now', cacheMark: false },
      ],
    },
  ],
  maxTokens: 1_000,
  effort: 'medium',
  schema: WIRE_SCHEMA,
};

let server: MessagesServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A clock whose waits end at once; how long they would have been is kept. */
function makeHastyClock() {
  const waits: number[] = [];
  const clock = {
    ...makeFakeClock(),
    after: (ms: number, call: () => void) => {
      waits.push(ms);
      queueMicrotask(call);
      return () => undefined;
    },
  };
  return { clock, waits };
}

async function start(...behaviours: readonly Behaviour[]) {
  const { clock, waits } = makeHastyClock();
  server = await startMessagesServer({
    behave: (_request, index) => behaviours[Math.min(index, behaviours.length - 1)] ?? { kind: 'never' },
  });
  const client = makeModelClient({
    apiKey: KEY,
    baseUrl: server.url,
    profile: 'anthropic',
    clock,
    random: makeFakeRandom(),
  });
  const call = (request = REQUEST, signal = new AbortController().signal, onFirstEvent?: () => void) =>
    client.call(request, signal, onFirstEvent);
  return { call, waits, server };
}

const ok: Behaviour = { kind: 'answer', content: EMPTY };
const error = (status: number, headers = {}): Behaviour => ({
  kind: 'error',
  status,
  headers,
  message: `no: ${KEY}`,
});

describe('the model client', () => {
  it('streams an answer, with its tokens and request id', async () => {
    const { call, server: fake } = await start(ok);
    let begun = 0;
    const answer = await call(REQUEST, undefined, () => {
      begun += 1;
    });

    expect(answer).toMatchObject({
      kind: 'answer',
      text: JSON.stringify(EMPTY),
      stopReason: 'end_turn',
      tries: 1,
      requestId: 'req_fake',
    });
    expect(answer.usage.output).toBeGreaterThan(1);
    expect(begun).toBe(1);
    expect(fake.problems).toEqual([]);
    expect(fake.seen[0]?.headers.authorization ?? fake.seen[0]?.headers['x-api-key']).toContain(KEY);
  });

  it('sends neither marks nor output_config to servers of the compat profile', async () => {
    const fake = await startMessagesServer({ profile: 'compat', behave: () => ok });
    server = fake;
    const client = makeModelClient({
      apiKey: KEY,
      baseUrl: fake.url,
      profile: 'compat',
      clock: makeFakeClock(),
      random: makeFakeRandom(),
    });

    expect(await client.call(REQUEST, new AbortController().signal)).toMatchObject({ kind: 'answer' });
    expect(fake.problems).toEqual([]);
  });

  it('prints nothing, whatever happens', async () => {
    const output = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { call } = await start({ kind: 'html' });
    await call();
    expect([...output.mock.calls, ...errors.mock.calls].flat().join('')).not.toMatch(/anthropic|log_|<html/i);
  });

  it('announces the beginning once, although it tries again', async () => {
    const { call } = await start({ kind: 'answer', content: EMPTY, breakOff: 'end' }, ok);
    let begun = 0;
    const answer = await call(REQUEST, undefined, () => {
      begun += 1;
    });
    expect({ begun, kind: answer.kind, tries: answer.tries }).toEqual({ begun: 1, kind: 'answer', tries: 2 });
  });
});

describe('R32 model failure matrix, one call', () => {
  it.each([
    ['429', error(429), 'rate-limited', 3],
    ['500', error(500), 'overloaded', 3],
    ['529', error(529), 'overloaded', 3],
    ['a reset', { kind: 'reset' }, 'unreachable', 3],
    ['401', error(401), 'unauthorised', 1],
    ['403', error(403), 'unauthorised', 1],
    ['400', error(400), 'bad-request', 1],
    ['a page of a captive network', { kind: 'html' }, 'protocol', 1],
    ['a stream that breaks off', { kind: 'answer', content: EMPTY, breakOff: 'end' }, 'protocol', 2],
    ['a stream that is reset', { kind: 'answer', content: EMPTY, breakOff: 'reset' }, 'protocol', 2],
    [
      'an error inside the stream',
      { kind: 'answer', content: EMPTY, errorEvent: 'overloaded_error' },
      'overloaded',
      2,
    ],
    ['a refusal', { kind: 'answer', content: '', stopReason: 'refusal' }, 'refused', 1],
    ['max_tokens', { kind: 'answer', content: '{"findings":[', stopReason: 'max_tokens' }, 'truncated', 1],
  ] as const)('%s for good', async (_name, behaviour, kind, tries) => {
    const { call, server: fake } = await start(behaviour);
    const answer = await call();

    expect(answer).toMatchObject({ kind, tries });
    expect(fake.seen).toHaveLength(tries);
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  it.each([
    ['429', error(429)],
    ['529', error(529)],
    ['a reset', { kind: 'reset' }],
  ] as const)('%s once is overcome', async (_name, behaviour) => {
    const { call } = await start(behaviour, ok);
    expect(await call()).toMatchObject({ kind: 'answer', tries: 2 });
  });

  it('keeps the text of a cut answer for salvage', async () => {
    const { call } = await start({ kind: 'answer', content: '{"findings":[{"a', stopReason: 'max_tokens' });
    expect(await call()).toMatchObject({ kind: 'truncated', text: '{"findings":[{"a' });
  });

  it('adds up the tokens of broken tries', async () => {
    const plain = await start(ok);
    const once = (await plain.call()).usage.input;
    await plain.server.close();
    const broken = await start({ kind: 'answer', content: EMPTY, breakOff: 'end' }, ok);
    expect((await broken.call()).usage.input).toBe(2 * once);
  });

  it('waits as long as the server asks', async () => {
    const { call, waits } = await start(error(429, { 'retry-after': '7' }), ok);
    await call();
    expect(waits).toEqual([7_000]);
  });

  it('does not wait longer than there is time', async () => {
    const { call, waits } = await start(error(429, { 'retry-after': '86400' }));
    const answer = await call();
    expect(waits).toEqual([]);
    expect(answer).toMatchObject({ kind: 'rate-limited', tries: 1 });
    await server?.close();
    const late = await start(error(429, { 'retry-after': '7' }));
    expect(await late.call({ ...REQUEST, notAfter: 5_000 })).toMatchObject({
      kind: 'rate-limited',
      tries: 1,
    });
  });

  it('stops at once when aborted, and hangs up', async () => {
    const { call, server: fake } = await start({ kind: 'never' });
    const controller = new AbortController();
    const answer = call(REQUEST, controller.signal);
    await fake.arrived(1);
    controller.abort();

    expect(await answer).toMatchObject({ kind: 'aborted' });
    await vi.waitFor(() => expect(fake.seen[0]?.aborted).toBe(true));
  });
});

describe('R16 endpoint', () => {
  const make = (baseUrl: string) => () =>
    makeModelClient({
      apiKey: KEY,
      baseUrl,
      profile: 'anthropic',
      clock: makeFakeClock(),
      random: makeFakeRandom(),
    });

  it.each([
    'http://models.example.com',
    'http://169.254.169.254/latest',
    'http://127.0.0.1.example.com',
    'file:///etc/passwd',
    'https://user:word@models.example.com',
    'models.example.com',
  ])('refuses %s', (address) => {
    expect(make(address)).toThrow(/cannot be used/);
    expect(make(address)).not.toThrow(/word/);
  });

  it.each([
    'https://api.anthropic.com',
    'http://localhost:8080/',
    'http://127.0.0.1:1234',
    'http://[::1]:80',
  ])('takes %s', (address) => expect(make(address)).not.toThrow());

  it('follows no redirect', async () => {
    const target = await startMessagesServer({ behave: () => ok });
    const { call } = await start({
      kind: 'error',
      status: 307,
      headers: { location: `${target.url}/v1/messages` },
    });
    expect(await call()).toMatchObject({ kind: 'protocol', tries: 1 });
    expect(target.seen).toEqual([]);
    await target.close();
  });
});
