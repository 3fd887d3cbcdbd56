import { ForgeError } from '../../errors.ts';
import type { AppPermissions, Installation, StoredReview } from '../../ports.ts';
import { REVIEW_PERMISSIONS } from '../../ports.ts';
import type { WorkerWorld } from './worker-world.ts';

/** The right to work on one repository, for one job. */
export interface Access {
  readonly owner: string;
  readonly repo: string;
  readonly token: string;
  /** The installation lets us write check runs. */
  readonly hasChecks: boolean;
  /** Ends the token. Never rejects. */
  close(): Promise<void>;
}

/** Why there is none, as a sentence: the App was taken away there, or stopped. */
export interface NoAccess {
  readonly refused: string;
}

const END_MS = 15_000;

/**
 * Asks GitHub whether the installation of a job reaches its repository (what a webhook said is not believed, R38), and for
 * a token of this one repository with no more than a review needs (R37).
 * @throws ForgeError when GitHub cannot be asked, or lacks a permission that a review cannot do without
 */
export async function openAccess(
  review: Pick<StoredReview, 'installationId' | 'repositoryId' | 'request' | 'trigger'>,
  { host, log }: Pick<WorkerWorld, 'host' | 'log'>,
  signal: AbortSignal,
): Promise<Access | NoAccess> {
  const { installationId, repositoryId } = review;
  const [owner, repo] = [nameOf(review.request.owner), nameOf(review.request.repo)];
  const installation = await host.installationOfRepository(owner, repo, signal);
  if (installation === null || installation.id !== installationId)
    return { refused: `The App is not installed on ${owner}/${repo} under this installation any more.` };
  if (installation.isSuspended) return { refused: `The App is suspended for ${installation.accountLogin}.` };
  const permissions = neededFor(review.trigger, installation);
  try {
    const { token } = await host.mintToken({ installationId, repositoryId, permissions }, signal);
    return {
      owner,
      repo,
      token,
      hasChecks: 'checks' in permissions,
      close: () =>
        host.revokeToken(token, AbortSignal.timeout(END_MS)).catch((error: unknown) => {
          log.warn('a token could not be ended; it ends by itself within the hour', {
            reason: error instanceof Error ? error.message : String(error),
          });
        }),
    };
  } catch (error) {
    if (error instanceof ForgeError && error.code === 'forge-not-found')
      return { refused: `The App is not installed on ${owner}/${repo} any more.` };
    throw error;
  }
}

/**
 * A merge queue gets a status and nothing else. Check runs are beside the point: an owner who has not approved them yet
 * gets reviews without.
 */
function neededFor(trigger: StoredReview['trigger'], { permissions }: Installation): AppPermissions {
  const { checks, ...needed } = REVIEW_PERMISSIONS;
  if (trigger === 'merge-group') return { statuses: needed.statuses };
  return permissions.checks === 'write' ? { ...needed, checks } : needed;
}

function nameOf(value: unknown): string {
  if (typeof value === 'string' && /^[\w.-]{1,100}$/.test(value)) return value;
  throw new Error('The stored request names no repository.');
}
