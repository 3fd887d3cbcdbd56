import type { Tokens } from '../../model.ts';

/** Dollars per million tokens. */
export interface Rates {
  readonly input: number;
  readonly output: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
}

export interface ModelPrice extends Rates {
  /** Rates of prompts that are longer, cached tokens counted too. */
  readonly above?: { readonly promptTokens: number; readonly rates: Rates };
}

export type PriceTable = ReadonlyMap<string, ModelPrice>;

/** The day on which the built-in table was read from the vendor's pricing page. */
export const PRICES_AS_OF = '2026-11-21';

const rates = (input: number, output: number, cacheWrite: number, cacheRead: number): Rates => ({
  input,
  output,
  cacheWrite,
  cacheRead,
});

/** Prices as of {@link PRICES_AS_OF}: cache writes for five minutes. An input can replace any row. */
export const BUILT_IN_PRICES: PriceTable = new Map<string, ModelPrice>([
  [
    'claude-haiku-5-5',
    {
      ...rates(0.1, 0.5, 0.125, 0.01),
      above: { promptTokens: 100_000, rates: rates(0.5, 2.5, 0.625, 0.05) },
    },
  ],
  ['claude-sonnet-5-5', rates(2, 10, 2.5, 0.1)],
  ['claude-opus-5-5', rates(4, 20, 5, 0.2)],
  ['claude-fable-5-2', rates(8, 40, 10, 0.8)],
  ['claude-fable-5-1', rates(10, 50, 12.5, 0.25)],
  ['claude-sonnet-5', rates(2, 10, 2.5, 0.2)],
  ['claude-opus-5', rates(5, 25, 6.25, 0.5)],
  ['claude-haiku-4-5', rates(1, 5, 1.25, 0.1)],
]);

/** The row of a model; a trailing date in the id (`-20251001`) does not matter. Undefined when it is not listed. */
export function priceOf(prices: PriceTable, model: string): ModelPrice | undefined {
  return prices.get(model) ?? prices.get(model.replace(/-\d{8}$/, ''));
}

/** Dollars of one call (not of several added up: the step in price is per prompt); null when the price is unknown. */
export function costOf(prices: PriceTable, model: string, tokens: Tokens): number | null {
  const price = priceOf(prices, model);
  if (price === undefined) return null;
  const prompt = tokens.input + tokens.cacheWritten + tokens.cacheRead;
  const step = price.above;
  const rate = step !== undefined && prompt > step.promptTokens ? step.rates : price;
  const millions =
    tokens.input * rate.input +
    tokens.cacheWritten * rate.cacheWrite +
    tokens.cacheRead * rate.cacheRead +
    tokens.output * rate.output;
  return millions / 1_000_000;
}

/** Prices that a person gave, and what could not be read of them. */
export interface ParsedPrices {
  readonly prices: PriceTable;
  readonly problems: readonly string[];
}

const ROW =
  /^([A-Za-z0-9][A-Za-z0-9._:/@-]{0,99})\s*=\s*([0-9.]{1,12})\/([0-9.]{1,12})(?:\/([0-9.]{1,12})\/([0-9.]{1,12}))?$/;

/**
 * Lays a person's prices over a table. One row per line or comma: `model=input/output` or
 * `model=input/output/cache-write/cache-read`, in dollars per million tokens. Without the last two a write costs 1.25
 * and a read 0.1 of the input price.
 * @returns rows that cannot be read are left out and named in `problems`
 */
export function parsePrices(text: string, table: PriceTable = BUILT_IN_PRICES): ParsedPrices {
  const prices = new Map(table);
  const problems: string[] = [];
  for (const row of text.slice(0, 10_000).split(/[\n,]/)) {
    const trimmed = row.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const match = ROW.exec(trimmed);
    const [input, output] = [Number(match?.[2]), Number(match?.[3])];
    const write = match?.[4] === undefined ? input * 1.25 : Number(match[4]);
    const read = match?.[5] === undefined ? input * 0.1 : Number(match[5]);
    if (match?.[1] === undefined || ![input, output, write, read].every(Number.isFinite)) {
      problems.push(
        `"${trimmed.slice(0, 80)}" is no price: write model=input/output or model=input/output/cache-write/cache-read, in dollars per million tokens`,
      );
    } else prices.set(match[1], rates(input, output, write, read));
  }
  return { prices, problems };
}
