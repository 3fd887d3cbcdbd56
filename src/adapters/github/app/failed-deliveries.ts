import { ForgeError } from '../../../errors.ts';
import type { FailedDelivery } from '../../../ports.ts';
import type { Client } from '../make-client.ts';

const PAGE = 100;

interface Attempt extends FailedDelivery {
  readonly isFine: boolean;
}

/**
 * Events since a time that no attempt brought to us, oldest first. An event with several attempts is one event: it is
 * fine as soon as one of them was.
 * @throws ForgeError
 */
export async function failedDeliveries(
  client: Client,
  since: number,
  signal: AbortSignal,
): Promise<readonly FailedDelivery[]> {
  const failed = new Map<string, FailedDelivery>();
  const fine = new Set<string>();
  for await (const { isFine, ...attempt } of attempts(client, since, signal)) {
    const { guid } = attempt;
    if (isFine) fine.add(guid);
    // newest first: the first one seen of a GUID is the newest
    else if (!failed.has(guid)) failed.set(guid, attempt);
  }
  return [...failed.values()].filter(({ guid }) => !fine.has(guid)).reverse();
}

/** Newest first, as GitHub lists them. */
async function* attempts(client: Client, since: number, signal: AbortSignal): AsyncGenerator<Attempt> {
  let cursor: string | null = null;
  for (;;) {
    const { data, headers } = await client.request('GET /app/hook/deliveries', {
      per_page: PAGE,
      ...(cursor === null ? {} : { cursor }),
      request: { signal },
    });
    for (const one of data) {
      const deliveredAt = Date.parse(one.delivered_at);
      if (deliveredAt < since) return;
      const statusCode = Number(one.status_code);
      yield {
        id: String(one.id),
        guid: one.guid,
        event: one.event,
        action: one.action,
        deliveredAt,
        statusCode,
        installationId: numberOrNull(one.installation_id),
        repositoryId: numberOrNull(one.repository_id),
        isFine: statusCode >= 200 && statusCode < 300,
      };
    }
    const next = nextCursor(headers.link);
    // the same cursor again would never end
    if (next === null || next === cursor) return;
    cursor = next;
  }
}

function nextCursor(link: string | undefined): string | null {
  const [, url] = /<([^<>]{1,2000})>; rel="next"/.exec(link ?? '') ?? [];
  return url === undefined || !URL.canParse(url) ? null : new URL(url).searchParams.get('cursor');
}

function numberOrNull(value: number | bigint | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/**
 * Asks for one more attempt.
 * @throws ForgeError `forge-not-found` for a delivery that GitHub has forgotten
 */
export async function redeliver(client: Client, deliveryId: string, signal: AbortSignal): Promise<void> {
  if (!/^\d{1,24}$/.test(deliveryId))
    throw new ForgeError(
      'forge-not-found',
      `"${deliveryId}" is no number of a delivery.`,
      'Take it from the list of failed deliveries.',
      { status: null, maybeDone: false },
    );
  // put into the path by hand: the number may be larger than a number of JavaScript
  await client.request(`POST /app/hook/deliveries/${deliveryId}/attempts`, { request: { signal } });
}
