import { mayTrigger } from '../../event/may-trigger.ts';
import type { Dismissal } from '../../model.ts';
import type { Permissions, ReviewThread } from '../../ports.ts';
import { type OwnThread, ownThreads } from '../../publish/own-threads.ts';

/** Bounds the requests that strangers can cause by their thumbs; who resolved a thread is asked about first. */
const MOST_LOGINS = 20;

/** Somebody who lets a finding be known that it need not be acted on, if their word counts. */
interface Voice {
  readonly login: string;
  readonly reason: string;
  readonly own: OwnThread;
}

/**
 * Dismissals that people give without a command: they answered our inline comment with a 👎, or resolved its thread. They
 * count for this pull request, when the person has write permission, as long as it stands so, and until the code of the
 * finding changes. Each person is asked about once, and nobody when there is no such thing.
 * @param authorId our own account
 */
export async function recallThreadDismissals(
  threads: readonly ReviewThread[],
  authorId: number,
  permissions: Permissions,
  signal: AbortSignal,
): Promise<readonly Dismissal[]> {
  const voices = voicesIn(ownThreads(threads, authorId), authorId);
  const logins = [...new Set(voices.map(({ login }) => login))].slice(0, MOST_LOGINS);
  const mayDismiss = new Set<string>();
  for (const login of logins)
    if (mayTrigger(await permissions.permissionOf(login, signal))) mayDismiss.add(login);
  return dismissalsOf(voices, mayDismiss);
}

/** What people said by thumb or by resolving, the latter first. */
export function voicesIn(own: readonly OwnThread[], authorId: number): readonly Voice[] {
  // A thread whose comment says or once said "fixed" was resolved because of that.
  const resolved = own.flatMap((one): readonly Voice[] => {
    const { isResolved, resolvedBy } = one.thread;
    if (!isResolved || resolvedBy === null || resolvedBy.id === authorId) return [];
    return one.marker.state === 'open' ? [{ login: resolvedBy.login, reason: RESOLVED, own: one }] : [];
  });
  const thumbs = own.flatMap((one) =>
    one.thread.thumbsDown.map((login): Voice => ({ login, reason: '👎', own: one })),
  );
  return [...resolved, ...thumbs];
}

const RESOLVED = 'resolved the thread';

/** One dismissal for each finding, by the first whose word counts. */
export function dismissalsOf(
  voices: readonly Voice[],
  mayDismiss: ReadonlySet<string>,
): readonly Dismissal[] {
  const byFingerprint = new Map<string, Dismissal>();
  for (const { login, reason, own } of voices) {
    const { fingerprint } = own.marker;
    if (!mayDismiss.has(login) || byFingerprint.has(fingerprint)) continue;
    byFingerprint.set(fingerprint, {
      fingerprint,
      scope: 'finding',
      reason,
      by: login,
      until: null,
      origin: 'reaction',
      source: own.comment.url,
    });
  }
  return [...byFingerprint.values()];
}
