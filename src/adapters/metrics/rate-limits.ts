import type { MetricEvent } from '../../ports.ts';

type RateLimit = Extract<MetricEvent, { readonly kind: 'rate-limit' }>;

/** The limit of one resource that is nearest to its end. */
export interface Tightest {
  readonly resource: string;
  readonly remaining: number;
  readonly limit: number;
}

/** Limits that are remembered; the one heard of longest ago goes first. */
const MOST = 2_000;

/** What is left of GitHub's limits, over all installations. */
export interface RateLimits {
  note(limit: RateLimit): void;
  /** @param now milliseconds since the epoch; a limit that was reset until then counts as full */
  tightest(now: number): readonly Tightest[];
}

/**
 * Every installation has limits of its own. One number per resource is shown, that of the installation with the
 * smallest share left: the last one heard of would hide an installation that is out of requests behind one that is not.
 */
export function makeRateLimits(): RateLimits {
  const limits = new Map<string, RateLimit>();
  return {
    note(limit) {
      const key = JSON.stringify([limit.owner, limit.resource]);
      limits.delete(key);
      limits.set(key, limit);
      if (limits.size > MOST) {
        const [oldest] = limits.keys();
        if (oldest !== undefined) limits.delete(oldest);
      }
    },
    tightest(now) {
      const found = new Map<string, Tightest>();
      for (const { resource, remaining, limit, resetsAt } of limits.values()) {
        const left = { resource, remaining: resetsAt <= now ? limit : remaining, limit };
        const before = found.get(resource);
        if (before === undefined || shareOf(left) < shareOf(before)) found.set(resource, left);
      }
      return [...found.values()];
    },
  };
}

function shareOf({ remaining, limit }: Tightest): number {
  return limit === 0 ? 0 : remaining / limit;
}
