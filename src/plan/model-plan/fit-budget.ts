import type { Tokens } from '../../model.ts';
import { type BudgetLimits, EXPECTED_OUTPUT, refusal, weightedTokens } from './budget.ts';
import { costOf, type PriceTable } from './prices.ts';

/** One reviewer's call about one bundle, before it is made. */
export interface WantedCall {
  readonly reviewer: string;
  readonly model: string;
  /** Calls with the same group share a cached prefix. */
  readonly group: string;
  readonly prefixTokens: number;
  readonly suffixTokens: number;
}

export interface BudgetFit {
  /** Reviewers that fit, in the order given. */
  readonly kept: readonly string[];
  readonly dropped: readonly { readonly reviewer: string; readonly reason: string }[];
  /** Expected dollars of the kept ones; models without a price count nothing. */
  readonly dollars: number;
  readonly tokens: number;
}

/** Least valuable first (facts/models.md C6); reviewers of a repository's own stand between the third and the fourth. */
const DROPPED_FIRST = [
  'style',
  'documentation',
  'test-coverage',
  null,
  'performance',
  'correctness',
  'security',
];

/** Position in the order of dropping: higher is kept longer, and asked first. */
export function reviewerRank(reviewer: string): number {
  const place = DROPPED_FIRST.indexOf(reviewer);
  return place < 0 ? DROPPED_FIRST.indexOf(null) : place;
}

/** What each call is expected to use when the first of a group writes the prefix and the others read it. */
export function expectedTokens(calls: readonly WantedCall[]): readonly Tokens[] {
  const written = new Set<string>();
  return calls.map((call) => {
    const first = !written.has(call.group);
    written.add(call.group);
    return {
      input: call.suffixTokens,
      cacheWritten: first ? call.prefixTokens : 0,
      cacheRead: first ? 0 : call.prefixTokens,
      output: EXPECTED_OUTPUT,
    };
  });
}

/** Drops the least valuable reviewers until the rest is expected to stay within the budget. */
export function fitBudget(calls: readonly WantedCall[], limits: BudgetLimits, prices: PriceTable): BudgetFit {
  const names = [...new Set(calls.map((call) => call.reviewer))];
  const byValue = [...names].sort((a, b) => reviewerRank(a) - reviewerRank(b) || (a < b ? 1 : -1));
  const dropped: { reviewer: string; reason: string }[] = [];
  for (let count = 0; ; count += 1) {
    const gone = new Set(byValue.slice(0, count));
    const rest = calls.filter((call) => !gone.has(call.reviewer));
    const { tokens, dollars } = totals(rest, prices);
    const reason = refusal(tokens, dollars, limits);
    if (reason === null || rest.length === 0) {
      return { kept: names.filter((name) => !gone.has(name)), dropped, tokens, dollars };
    }
    dropped.push({ reviewer: byValue[count] ?? '', reason });
  }
}

function totals(calls: readonly WantedCall[], prices: PriceTable): { tokens: number; dollars: number } {
  let [tokens, dollars] = [0, 0];
  expectedTokens(calls).forEach((expected, index) => {
    const model = calls[index]?.model ?? '';
    tokens += weightedTokens(prices, model, expected);
    dollars += costOf(prices, model, expected) ?? 0;
  });
  return { tokens, dollars };
}
