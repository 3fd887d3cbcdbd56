import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Billed, makePromptCache, tokensOf } from './cache.ts';
import { checkRequest, type WireRequest } from './check-request.ts';

/** How the stand-in treats one request. Promises are what a test opens when it wants; no timers of its own. */
export type Behaviour =
  | {
      readonly kind: 'answer';
      /** A text, or a value that is sent as JSON. */
      readonly content: unknown;
      readonly stopReason?: string;
      /** Before the first event, and before the rest. */
      readonly start?: Promise<unknown>;
      readonly rest?: Promise<unknown>;
      /** The connection ends without `message_stop` (`end`), or is reset, after half of the text. */
      readonly breakOff?: 'end' | 'reset';
      /** An error event after half of the text, such as `overloaded_error`. */
      readonly errorEvent?: string;
    }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly message?: string;
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'html' }
  | { readonly kind: 'never' };

/** One request that arrived, with what became of it. */
export interface SeenRequest {
  readonly request: WireRequest;
  /** Bytes of the body as they came. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  billed: Billed & { readonly output_tokens: number };
  aborted: boolean;
  /** By `performance.now()`: when it arrived whole, and when its answer ended or broke off; null before that. */
  readonly arrivedAt: number;
  endedAt: number | null;
}

export interface MessagesServer {
  readonly url: string;
  /** In order of arrival. */
  readonly seen: readonly SeenRequest[];
  /** Problems of all requests; a test expects none. */
  readonly problems: readonly string[];
  /** Resolves when that many requests have arrived. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

export interface MessagesServerOptions {
  readonly profile?: 'anthropic' | 'compat';
  /** @param index position in order of arrival, from 0 */
  readonly behave: (request: WireRequest, index: number) => Behaviour;
}

const NOTHING = {
  input_tokens: 0,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  output_tokens: 0,
};

/** Starts a stand-in of the Messages API on this machine. */
export async function startMessagesServer(options: MessagesServerOptions): Promise<MessagesServer> {
  const cache = makePromptCache();
  const seen: SeenRequest[] = [];
  const problems: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];

  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(incoming);
    if (incoming.method !== 'POST' || incoming.url?.split('?')[0] !== '/v1/messages') {
      problems.push(`unexpected ${incoming.method} ${incoming.url}`);
      return sendError(response, 404, {}, 'no such route');
    }
    const parsed: unknown = JSON.parse(body);
    const wrong = checkRequest(parsed, options.profile ?? 'anthropic');
    problems.push(...wrong);
    if (wrong.length > 0) return sendError(response, 400, {}, wrong.join('; '));
    const request = parsed as WireRequest;
    const record: SeenRequest = {
      request,
      body,
      headers: incoming.headers,
      billed: NOTHING,
      aborted: false,
      arrivedAt: performance.now(),
      endedAt: null,
    };
    response.on('close', () => {
      record.aborted = !response.writableFinished;
      record.endedAt = performance.now();
    });
    const index = seen.push(record) - 1;
    for (const one of waiting) if (seen.length >= one.count) one.resolve();
    await act(options.behave(request, index), record, cache, response);
  };
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((thrown: unknown) => {
      problems.push(String(thrown));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    problems,
    arrived: (count) =>
      seen.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => void waiting.push({ count, resolve })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function act(
  behaviour: Behaviour,
  record: SeenRequest,
  cache: ReturnType<typeof makePromptCache>,
  response: ServerResponse,
): Promise<void> {
  if (behaviour.kind === 'never') return;
  if (behaviour.kind === 'reset') return void response.socket?.resetAndDestroy();
  if (behaviour.kind === 'html') {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<html><body>Please log in to the network</body></html>');
    return;
  }
  if (behaviour.kind === 'error') {
    return sendError(response, behaviour.status, behaviour.headers ?? {}, behaviour.message ?? 'as ordered');
  }
  // What can be read is decided when the request arrives, not when the answer begins.
  const input = cache.bill(record.request);
  const text = typeof behaviour.content === 'string' ? behaviour.content : JSON.stringify(behaviour.content);
  const output = Math.max(1, tokensOf(text));
  await behaviour.start;
  record.billed = { ...input, output_tokens: output };
  response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': 'req_fake' });
  send(response, 'message_start', {
    message: {
      id: 'msg_fake',
      type: 'message',
      role: 'assistant',
      model: record.request.model,
      content: [],
      stop_reason: null,
      usage: { ...input, output_tokens: 1 },
    },
  });
  cache.began(record.request);
  await behaviour.rest;
  send(response, 'content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
  const half = Math.ceil(text.length / 2);
  const delta = (piece: string) =>
    send(response, 'content_block_delta', { index: 0, delta: { type: 'text_delta', text: piece } });
  delta(text.slice(0, half));
  if (behaviour.breakOff === 'reset') {
    // A reset overtakes what is still under way: what was sent needs a moment to be read.
    await new Promise((resolve) => setTimeout(resolve, 30));
    return void response.socket?.resetAndDestroy();
  }
  if (behaviour.breakOff === 'end') return void response.end();
  if (behaviour.errorEvent !== undefined) {
    send(response, 'error', { error: { type: behaviour.errorEvent, message: 'as ordered' } });
    return void response.end();
  }
  delta(text.slice(half));
  send(response, 'content_block_stop', { index: 0 });
  send(response, 'message_delta', {
    delta: { stop_reason: behaviour.stopReason ?? 'end_turn', stop_sequence: null },
    usage: { output_tokens: output },
  });
  send(response, 'message_stop', {});
  response.end();
}

function send(response: ServerResponse, type: string, fields: Readonly<Record<string, unknown>>): void {
  response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`);
}

function sendError(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  message: string,
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_fake', ...headers });
  response.end(JSON.stringify({ type: 'error', error: { type: 'as_ordered', message } }));
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
