import type { ObeyedCommand, Order, OrderPlace, RememberedFinding } from '../model.ts';

/** Newest are kept: nobody gives more in earnest. */
const MOST_ORDERS = 100;
/** As many as the daily cap can allow. */
const MOST_OBEYED = 1_000;

/** The orders that fit into a state, the newest. */
export function keepOrders(orders: readonly Order[]): readonly Order[] {
  return orders.slice(-MOST_ORDERS);
}

/** The obeyed commands that fit into a state, the newest. */
export function keepObeyed(commands: readonly ObeyedCommand[]): readonly ObeyedCommand[] {
  return commands.slice(-MOST_OBEYED);
}

/**
 * Orders as a state holds them. The text may have been written by others: every field is checked, and an order that does
 * not fit is none.
 */
export function readOrders(value: unknown): readonly Order[] {
  return listOf(value).flatMap((item) => orderOf(item) ?? []);
}

/** Commands that were obeyed, as a state holds them: pairs of comment and time. */
export function readObeyed(value: unknown): readonly ObeyedCommand[] {
  return listOf(value).flatMap((item) => {
    const [commentId, at] = Array.isArray(item) ? (item as readonly unknown[]) : [];
    return isCount(commentId) && isCount(at) ? [{ commentId, at }] : [];
  });
}

/** The shortest form that `readObeyed` takes. */
export function writeObeyed(commands: readonly ObeyedCommand[]): readonly (readonly [number, number])[] {
  return commands.map(({ commentId, at }) => [commentId, at]);
}

function orderOf(item: unknown): Order | null {
  if (typeof item !== 'object' || item === null) return null;
  const none = { kind: null, commentId: null, commentKind: null, line: null, head: null, fingerprint: null };
  const { kind, commentId, commentKind, line, head, fingerprint }: Record<string, unknown> = {
    ...none,
    ...item,
  };
  if (!isCount(commentId) || typeof line !== 'string' || !/^[0-9a-f]{8,64}$/.test(line)) return null;
  if (commentKind !== 'conversation' && commentKind !== 'review') return null;
  const place: OrderPlace = { commentId, commentKind, line };
  if (kind === 'pause') return { ...place, kind };
  if (kind === 'override' && typeof head === 'string' && /^[0-9a-f]{40,64}$/.test(head))
    return { ...place, kind, head };
  if (kind === 'dismiss' && typeof fingerprint === 'string' && /^f1:[0-9a-f]{8,32}$/.test(fingerprint))
    return { ...place, kind, fingerprint };
  return null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

interface Remembered {
  readonly findings: readonly Pick<RememberedFinding, 'fingerprint' | 'state'>[];
}

/**
 * The orders that stand after a review: an override ends with its commit, a dismissal with the code of its finding. What
 * the review could not look for keeps its dismissal.
 * @param before what was remembered when the review began
 * @param now what it remembers
 */
export function standingOrders(
  orders: readonly Order[],
  head: string,
  before: Remembered | null,
  now: Remembered | null,
): readonly Order[] {
  const was = standingIn(before);
  const is = standingIn(now);
  return orders.filter((order) => {
    if (order.kind === 'override') return order.head === head;
    if (order.kind !== 'dismiss' || now === null) return true;
    return is.has(order.fingerprint) || !was.has(order.fingerprint);
  });
}

/** Fingerprints of the findings whose code stands, whatever is thought of it. */
function standingIn(memory: Remembered | null): ReadonlySet<string> {
  const findings = memory?.findings ?? [];
  return new Set(findings.filter(({ state }) => state !== 'fixed').map(({ fingerprint }) => fingerprint));
}
