import type { Tokens } from '../../model.ts';
import { costOf, type PriceTable, priceOf } from './prices.ts';

/** What a call is expected to use. */
export interface CallEstimate {
  readonly model: string;
  readonly tokens: Tokens;
}

/** Watches tokens and dollars of a run. Asked before each call; told after it. */
export interface BudgetMeter {
  /** Sets the estimate aside, or says why the call may not be made. */
  reserve(estimate: CallEstimate): { readonly kind: 'granted'; readonly id: number } | BudgetRefusal;
  /** Replaces a reservation by what was used. */
  settle(id: number, model: string, used: Tokens): void;
  spent(): { readonly tokens: number; readonly dollars: number };
}

export interface BudgetRefusal {
  readonly kind: 'refused';
  readonly reason: string;
}

export interface BudgetLimits {
  readonly runTokens: number;
  readonly runDollars: number;
}

/** Answer of a reviewer, thinking included (facts/models.md D; calibrate on reported usage). */
export const EXPECTED_OUTPUT = 2_000;

/**
 * Tokens counted as if nothing were cached: a written token is 1.25, a read one what it costs relative to a plain one
 * (0.1 where the price is unknown).
 */
export function weightedTokens(prices: PriceTable, model: string, tokens: Tokens): number {
  const price = priceOf(prices, model);
  const read = price === undefined || price.input === 0 ? 0.1 : price.cacheRead / price.input;
  return Math.ceil(tokens.input + 1.25 * tokens.cacheWritten + read * tokens.cacheRead + tokens.output);
}

/** Starts a meter. Models without a known price count in tokens only. */
export function makeBudgetMeter(limits: BudgetLimits, prices: PriceTable): BudgetMeter {
  const reserved = new Map<number, { tokens: number; dollars: number }>();
  let [tokens, dollars, next] = [0, 0, 1];
  const weigh = (model: string, used: Tokens) => ({
    tokens: weightedTokens(prices, model, used),
    dollars: costOf(prices, model, used) ?? 0,
  });
  const committed = () => {
    const open = [...reserved.values()];
    return {
      tokens: open.reduce((sum, one) => sum + one.tokens, tokens),
      dollars: open.reduce((sum, one) => sum + one.dollars, dollars),
    };
  };
  return {
    reserve: (estimate) => {
      const wanted = weigh(estimate.model, estimate.tokens);
      const now = committed();
      const reason = refusal(now.tokens + wanted.tokens, now.dollars + wanted.dollars, limits);
      if (reason !== null) return { kind: 'refused', reason };
      const id = next;
      next += 1;
      reserved.set(id, wanted);
      return { kind: 'granted', id };
    },
    settle: (id, model, used) => {
      reserved.delete(id);
      const actual = weigh(model, used);
      tokens += actual.tokens;
      dollars += actual.dollars;
    },
    spent: () => ({ tokens, dollars }),
  };
}

/** Why totals go beyond the limits, or null. */
export function refusal(tokens: number, dollars: number, limits: BudgetLimits): string | null {
  if (tokens > limits.runTokens) {
    return `its call would bring the run to about ${tokens} tokens; the budget is ${limits.runTokens}`;
  }
  if (dollars > limits.runDollars) {
    return `its call would bring the run to about ${showDollars(Number(dollars.toPrecision(3)))}; the budget is ${showDollars(limits.runDollars)}`;
  }
  return null;
}

/** At least cents, and as many digits as the amount has: a limit is shown as it was set. */
function showDollars(amount: number): string {
  const [whole = '0', cents = ''] = String(Number(amount.toFixed(6))).split('.');
  return `$${whole}.${cents.padEnd(2, '0')}`;
}
