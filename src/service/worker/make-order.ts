import type { ProcessOrder, StoredReview } from '../../ports.ts';
import type { Access } from './open-access.ts';
import type { OrganisationSettings } from './organisation-settings.ts';
import { reviewUrl, type WorkerWorld } from './worker-world.ts';

/** What an order is made of. */
export interface OrderParts {
  readonly review: StoredReview;
  readonly attempt: number;
  readonly access: Access;
  readonly organisation: OrganisationSettings;
}

/** The order of a review. */
export function makeOrder(
  { review, attempt, access, organisation }: OrderParts,
  { settings }: Pick<WorkerWorld, 'settings'>,
): ProcessOrder {
  const { apiUrl, serverUrl, graphqlUrl, statusContext, writeSpacingMs, deadlineSeconds, models } = settings;
  const page = reviewUrl(settings.publicUrl, review.id);
  return {
    request: review.request,
    owner: access.owner,
    repo: access.repo,
    token: access.token,
    apiUrl,
    serverUrl,
    graphqlUrl,
    statusContext,
    writeSpacingMs,
    // A claim is known by this address: another try is another claim.
    targetUrl: page === null || attempt === 1 ? page : `${page}?try=${attempt}`,
    models,
    hasKey: models !== null,
    stateSecret: settings.stateSecret,
    deadlineSeconds,
    organisation,
  };
}
