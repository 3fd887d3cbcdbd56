import type { Allowance, SpendingWish, StoredReview, TenantStore } from '../../ports.ts';
import { persist } from './persist.ts';
import type { WorkerWorld } from './worker-world.ts';

/**
 * Says what a running review may spend on models, and sets it aside: no more than its settings say, and no more than the
 * month leaves of the budget of its repository and of the service. Whichever leaves less counts.
 * @throws what the database threw, after some patience
 */
export async function allowSpending(
  { review, tenant }: { readonly review: Pick<StoredReview, 'id'>; readonly tenant: TenantStore },
  { runDollars, monthDollars }: SpendingWish,
  world: Pick<WorkerWorld, 'settings' | 'clock' | 'log'>,
): Promise<Allowance> {
  const { monthlyBudgetUsd } = world.settings;
  if (monthlyBudgetUsd === null && monthDollars === null) return { kind: 'allowed', dollars: runDollars };
  const limits = { run: runDollars, repository: monthDollars, installation: monthlyBudgetUsd };
  const act = () => tenant.reserve(review.id, limits);
  const { dollars, usedUp } = await persist('the budget of a month', act, world);
  if (usedUp === null) return { kind: 'allowed', dollars };
  const limit = limits[usedUp.of] ?? 0;
  const whose = usedUp.of === 'repository' ? 'repository (`budgets.month-dollars`)' : usedUp.of;
  const rest = usedUp.spent < limit ? ', and running reviews may need the rest' : '';
  return {
    kind: 'refused',
    reason: `over budget: this ${whose} has spent ${usedUp.spent.toFixed(2)} of ${limit.toFixed(2)} dollars this month${rest}, so no model was asked`,
  };
}
