import type { ModelSetup } from '../dispatch/model/run-models.ts';
import { ReviewError } from '../errors.ts';
import type { ModelTier } from '../model.ts';
import { chooseModels } from '../plan/model-plan/choose-models.ts';
import { parsePrices } from '../plan/model-plan/prices.ts';
import { systemClock, systemRandom } from './system-ports.ts';

/** What a person or a workflow says of the models. */
export interface ModelOrder {
  readonly apiKey: string;
  /** Empty for the vendor's own. */
  readonly baseUrl: string;
  readonly profile: ModelSetup['profile'];
  /** Ids; empty ones stand for the built-in choice. */
  readonly models: Partial<Readonly<Record<ModelTier, string>>>;
  /** Rows that stand above the built-in prices. */
  readonly prices: string;
}

const VENDOR = 'https://api.anthropic.com';

/**
 * Opens the models. The vendor's library is loaded here and not before: runs without a key never do.
 * @throws ReviewError `bad-usage` when the address may not be used or a price cannot be read
 */
export async function openModels(order: ModelOrder): Promise<ModelSetup> {
  const { prices, problems } = parsePrices(order.prices);
  if (problems.length > 0) {
    throw new ReviewError('bad-usage', `The prices cannot be read: ${problems.join('; ')}.`, 'Mend them.');
  }
  const { makeModelClient } = await import('../adapters/llm/make-model-client.ts');
  const { apiKey, profile } = order;
  const baseUrl = order.baseUrl.trim() === '' ? VENDOR : order.baseUrl.trim();
  const client = makeModelClient({ apiKey, baseUrl, profile, clock: systemClock, random: systemRandom });
  return { client, profile, choices: chooseModels(order.models), prices, random: systemRandom };
}
