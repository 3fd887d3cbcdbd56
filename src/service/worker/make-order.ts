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

/**
 * The order of a review. When the installation has spent its month, no model is asked and the report says so: the review
 * is incomplete, and the analyzers still run.
 */
export async function makeOrder(
  { review, attempt, access, organisation }: OrderParts,
  { store, settings, clock }: Pick<WorkerWorld, 'store' | 'settings' | 'clock'>,
): Promise<ProcessOrder> {
  const { apiUrl, serverUrl, graphqlUrl, statusContext, writeSpacingMs, deadlineSeconds, models } = settings;
  const limit = settings.monthlyBudgetUsd;
  const spent =
    limit === null || models === null
      ? 0
      : await store.spentUsd(review.installationId, new Date(clock.now()));
  const isSpent = limit !== null && models !== null && spent >= limit;
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
    models: isSpent ? null : models,
    hasKey: models !== null,
    modelMissing: isSpent
      ? `over budget: this installation has spent ${spent.toFixed(2)} of ${limit.toFixed(2)} dollars this month, so no model was asked`
      : null,
    mostDollars: limit === null || isSpent ? null : limit - spent,
    stateSecret: settings.stateSecret,
    deadlineSeconds,
    organisation,
  };
}
