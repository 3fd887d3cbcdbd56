import { pullMomentEvent } from './app-schemas.ts';

/** The base of a pull request and when it was last changed, as its event says; null for what the event does not say. */
export function momentOf(payload: unknown): {
  readonly baseSha: string | null;
  readonly updatedAt: string | null;
} {
  const parsed = pullMomentEvent.safeParse(payload);
  if (!parsed.success) return { baseSha: null, updatedAt: null };
  const { base, updated_at: updatedAt } = parsed.data.pull_request;
  return { baseSha: base?.sha ?? null, updatedAt: instantOf(updatedAt) };
}

/** The database takes dates only; whatever else stands there is no moment. */
function instantOf(text: string | undefined): string | null {
  return text !== undefined &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/.test(text) &&
    !Number.isNaN(Date.parse(text))
    ? text
    : null;
}
