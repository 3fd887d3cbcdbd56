import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { makeBodyReader } from '../../../src/adapters/probot/read-body.ts';

/** A request whose body is written by the test. */
function sender(headers: Readonly<Record<string, string>> = {}) {
  const stream = new PassThrough();
  return { stream, request: Object.assign(stream, { headers }) as unknown as IncomingMessage };
}

describe('bodies that are read at the same time', () => {
  it('hold no more than a limit together, and give back what they held', async () => {
    const read = makeBodyReader({ mostBytes: 8, mostBytesAtOnce: 10 });
    const [first, second, third, fourth] = [sender(), sender(), sender(), sender()];
    const texts = [read(first.request), read(second.request)];
    first.stream.write('123456');
    await new Promise((resolve) => setImmediate(resolve));
    second.stream.write('123456');
    expect(await texts[1]).toEqual({ kind: 'busy' });
    first.stream.end('78');
    expect(await texts[0]).toEqual({ kind: 'text', text: '12345678' });
    const large = read(third.request);
    third.stream.write('123456789');
    expect(await large).toEqual({ kind: 'too-large' });
    const broken = read(fourth.request);
    fourth.stream.write('12345678');
    fourth.stream.destroy();
    expect(await broken).toEqual({ kind: 'broken-off' });
    // Nothing of all that is held any more.
    const last = sender();
    const text = read(last.request);
    last.stream.end('12345678');
    expect(await text).toEqual({ kind: 'text', text: '12345678' });
  });

  it('are refused by what they announce', async () => {
    const read = makeBodyReader({ mostBytes: 8, mostBytesAtOnce: 10 });
    expect(await read(sender({ 'content-length': '9' }).request)).toEqual({ kind: 'too-large' });
  });
});
