import type { RateLimit } from '../../ports.ts';

/**
 * What GitHub says of our limit with every answer.
 * @param headers names in lower case
 * @returns null when it says nothing, or nothing that can be read: an Enterprise Server may have no limits
 */
export function readRateLimit(
  headers: Readonly<Record<string, string | number | undefined>>,
): RateLimit | null {
  const resource = headers['x-ratelimit-resource'];
  const [remaining, limit, reset] = ['remaining', 'limit', 'reset'].map((name) => {
    const text = headers[`x-ratelimit-${name}`];
    return text !== undefined && /^\d{1,12}$/.test(`${text}`) ? Number(text) : undefined;
  });
  if (typeof resource !== 'string' || remaining === undefined || limit === undefined || reset === undefined)
    return null;
  return { resource, remaining, limit, resetsAt: reset * 1_000 };
}
