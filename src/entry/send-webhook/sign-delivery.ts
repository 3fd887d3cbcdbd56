import { createHmac } from 'node:crypto';

export interface SignedDeliveryOptions {
  /** The webhook secret of the App. */
  readonly secret: string;
  /** As in `X-GitHub-Event`: `pull_request`. */
  readonly event: string;
  /** The payload, or its text byte for byte. */
  readonly payload: unknown;
  /** A GUID. The same one again is what GitHub's own redelivery looks like. */
  readonly deliveryId: string;
  readonly hookId?: number;
  readonly appId?: number;
}

export interface SignedDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * A webhook as GitHub sends it, ready to be posted: the HMAC of the body's bytes by SHA-256, and by SHA-1 for those who
 * have not moved on. (GitHub's documentation: validating webhook deliveries.)
 */
export function signedDelivery(options: SignedDeliveryOptions): SignedDelivery {
  const { secret, event, payload, deliveryId, hookId = 1, appId = 1 } = options;
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const digest = (hash: string) => `${hash}=${createHmac(hash, secret).update(body, 'utf8').digest('hex')}`;
  return {
    body,
    headers: {
      accept: '*/*',
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/fa4e0de',
      'x-github-delivery': deliveryId,
      'x-github-event': event,
      'x-github-hook-id': String(hookId),
      'x-github-hook-installation-target-id': String(appId),
      'x-github-hook-installation-target-type': 'integration',
      'x-hub-signature': digest('sha1'),
      'x-hub-signature-256': digest('sha256'),
    },
  };
}
