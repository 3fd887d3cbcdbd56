import type { IncomingMessage } from 'node:http';

/** Why a request is not taken in. */
export interface Refusal {
  readonly status: number;
  /** Our own words: nothing of the request stands in them. */
  readonly reason: string;
}

/** What the headers of a delivery say. */
export interface Announced {
  readonly id: string;
  readonly name: string;
  readonly signature: string;
}

export function isRefusal(value: object): value is Refusal {
  return 'status' in value;
}

/** Reads the headers of a delivery, before any of its body is read. A signature by SHA-1 counts as none. */
export function announce({ method, headers }: IncomingMessage): Announced | Refusal {
  if (method !== 'POST') return { status: 405, reason: 'Webhooks are sent by POST.' };
  if (!/^application\/json *(?:;|$)/i.test(headers['content-type'] ?? ''))
    return { status: 415, reason: 'The content type of a webhook is application/json.' };
  const id = headers['x-github-delivery'];
  if (typeof id !== 'string' || !/^[0-9A-Za-z-]{1,100}$/.test(id))
    return { status: 400, reason: 'The header X-GitHub-Delivery is missing or no identifier.' };
  const name = headers['x-github-event'];
  if (typeof name !== 'string' || !/^[a-z_]{1,60}$/.test(name))
    return { status: 400, reason: 'The header X-GitHub-Event is missing or no name of an event.' };
  const signature = headers['x-hub-signature-256'];
  if (typeof signature !== 'string' || !/^sha256=[0-9a-f]{64}$/.test(signature))
    return { status: 401, reason: 'The header X-Hub-Signature-256 is missing or no signature.' };
  return { id, name, signature };
}
