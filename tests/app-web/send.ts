import { createHmac } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** One request over a connection of its own. */
export function send(url: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export interface SignedOptions {
  readonly secret: string;
  readonly id?: string;
  readonly name?: string;
}

/** The request with which GitHub would deliver these bytes. */
export function signed(body: string | Uint8Array, { secret, id, name }: SignedOptions) {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-github-delivery': id ?? '0f2c7e10-0000-11ef-8000-000000000001',
      'x-github-event': name ?? 'pull_request',
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
  };
}
