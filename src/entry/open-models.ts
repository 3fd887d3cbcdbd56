import { checkBaseUrl, DEFAULT_BASE_URL } from '../adapters/llm/check-base-url.ts';
import type { ModelSetup } from '../dispatch/model/run-models.ts';
import { ReviewError } from '../errors.ts';
import type { ModelTier } from '../model.ts';
import { chooseModels } from '../plan/model-plan/choose-models.ts';
import { type PriceTable, parsePrices } from '../plan/model-plan/prices.ts';
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

/**
 * Notices a mistake in the order before anything is asked or written. Loads nothing of the vendor's library.
 * @returns the same order
 * @throws ReviewError `bad-usage` when the address may not be used or a price cannot be read
 */
export function checkModelOrder(order: ModelOrder): ModelOrder {
  addressOf(order);
  pricesOf(order);
  return order;
}

/**
 * Opens the models. The vendor's library is loaded here and not before: runs without a key never do.
 * @throws ReviewError as {@link checkModelOrder} does
 */
export async function openModels(order: ModelOrder): Promise<ModelSetup> {
  const { apiKey, profile } = order;
  const baseUrl = addressOf(order);
  const prices = pricesOf(order);
  const { makeModelClient } = await import('../adapters/llm/make-model-client.ts');
  const client = makeModelClient({ apiKey, baseUrl, profile, clock: systemClock, random: systemRandom });
  return { client, profile, choices: chooseModels(order.models), prices, random: systemRandom };
}

function addressOf({ baseUrl }: ModelOrder): string {
  return checkBaseUrl(baseUrl.trim() === '' ? DEFAULT_BASE_URL : baseUrl.trim());
}

function pricesOf(order: ModelOrder): PriceTable {
  const { prices, problems } = parsePrices(order.prices);
  if (problems.length === 0) return prices;
  throw new ReviewError(
    'bad-usage',
    `The prices cannot be read: ${problems.join('; ')}.`,
    'Mend them, or leave them out to use the built-in table.',
  );
}
