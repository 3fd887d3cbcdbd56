import { ForgeError } from '../errors.ts';
import type { SeenStatus, StatusBoard, StatusDraft } from '../ports.ts';
import { statusOf } from '../render/render-status.ts';

/** The right to publish for one commit, or the reason why this token has none. */
export type Claim =
  | {
      readonly canWrite: true;
      readonly sha: string;
      /** Our own account: the creator of our pending status. */
      readonly authorId: number;
      readonly statusId: number;
      readonly runUrl: string | null;
    }
  | { readonly canWrite: false; readonly sha: string; readonly reason: string };

/**
 * Claims a commit by a pending status that points to this run. The first write of a run: a token that may only read is
 * noticed here, before any model is paid.
 * @param askedBy login of who asked by a command: by it such claims are counted when no comment remembers them
 * @throws ForgeError when GitHub cannot be reached
 */
export async function claim(
  statuses: StatusBoard,
  sha: string,
  runUrl: string | null,
  signal: AbortSignal,
  askedBy: string | null = null,
): Promise<Claim> {
  const pending: StatusDraft = statusOf(null, { kind: 'running', targetUrl: runUrl, askedBy }) ?? {
    state: 'pending',
    description: 'reviewing',
    targetUrl: runUrl,
  };
  try {
    const status = await statuses.create(sha, pending, signal);
    // Without a creator there is nobody to recognise our comment by; id 0 is nobody's.
    return { canWrite: true, sha, authorId: status.creatorId ?? 0, statusId: status.id, runUrl };
  } catch (error) {
    // GitHub answers 404 where it hides from the token that there is something to write. A limit has the same status and
    // says nothing about the token: going on would end without a status and look like a run that was allowed none.
    const isForbidden = error instanceof ForgeError && (error.status === 403 || error.status === 404);
    if (isForbidden && error.code !== 'forge-limited') return { canWrite: false, sha, reason: error.message };
    throw error;
  }
}

/**
 * Whether the newest status of the commit is still the one this run made. When nobody can tell, it is.
 * @param seen the newest status as seen a moment ago: when it is ours, nothing is asked
 */
export async function stillOurs(
  statuses: StatusBoard,
  own: Claim,
  seen: SeenStatus | null,
  signal: AbortSignal,
): Promise<boolean> {
  if (!own.canWrite) return true;
  if (seen !== null && isClaimOf(own, seen)) return true;
  try {
    const newest = await statuses.newest(own.sha, signal);
    return newest === null || newest.id === own.statusId;
  } catch (error) {
    if (error instanceof ForgeError) return true;
    throw error;
  }
}

/** The address of a run is that of no other run or attempt; what is seen may lag behind, so only a yes counts. */
function isClaimOf(
  { authorId, runUrl }: Extract<Claim, { readonly canWrite: true }>,
  seen: SeenStatus,
): boolean {
  return (
    runUrl !== null && seen.state === 'pending' && seen.targetUrl === runUrl && seen.creatorId === authorId
  );
}

/** Whether another tool's account made the newest status, so that this run has to leave the commit to it. */
export async function shouldYield(
  statuses: StatusBoard,
  sha: string,
  login: string | null,
  signal: AbortSignal,
): Promise<boolean> {
  if (login === null || login === '') return false;
  const newest = await statuses.newest(sha, signal);
  return newest !== null && newest.creator.toLowerCase() === login.toLowerCase();
}
