import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBudgetMeter } from '../../../src/plan/model-plan/budget.ts';
import { bundleFiles } from '../../../src/plan/model-plan/bundle-files.ts';
import { chooseModels } from '../../../src/plan/model-plan/choose-models.ts';
import { fitBudget } from '../../../src/plan/model-plan/fit-budget.ts';
import { BUILT_IN_PRICES, costOf, parsePrices } from '../../../src/plan/model-plan/prices.ts';

const tokens = (input: number, output = 0, cacheWritten = 0, cacheRead = 0) => ({
  input,
  output,
  cacheWritten,
  cacheRead,
});

describe('models by tier', () => {
  it('has current ids, and takes overrides', () => {
    expect(chooseModels()).toMatchObject({
      fast: { model: 'claude-haiku-5-5', effort: 'low', promptLimit: 95_000 },
      balanced: { model: 'claude-sonnet-5-5', effort: 'medium' },
      strong: { model: 'claude-opus-5-5' },
    });
    expect(chooseModels({ strong: ' mine ', fast: '' })).toMatchObject({
      strong: { model: 'mine' },
      fast: { model: 'claude-haiku-5-5' },
    });
  });

  it('gives tiers that share a model one effort, so that they share its cache', () => {
    const { fast, balanced } = chooseModels({ fast: 'claude-sonnet-5-5' });
    expect(fast).toEqual(balanced);
  });
});

describe('prices', () => {
  it('prices plain, written, read and answered tokens', () => {
    expect(costOf(BUILT_IN_PRICES, 'claude-sonnet-5-5', tokens(1e6))).toBe(2);
    expect(costOf(BUILT_IN_PRICES, 'claude-sonnet-5-5', tokens(0, 1e6))).toBe(10);
    expect(costOf(BUILT_IN_PRICES, 'claude-sonnet-5-5', tokens(0, 0, 1e6))).toBe(2.5);
    expect(costOf(BUILT_IN_PRICES, 'claude-sonnet-5-5', tokens(0, 0, 0, 1e6))).toBeCloseTo(0.1);
    expect(costOf(BUILT_IN_PRICES, 'claude-haiku-4-5-20251001', tokens(1e6))).toBe(1);
  });

  it('takes the step of Haiku above 100,000 prompt tokens, cached ones counted', () => {
    expect(costOf(BUILT_IN_PRICES, 'claude-haiku-5-5', tokens(100_000))).toBeCloseTo(0.01);
    expect(costOf(BUILT_IN_PRICES, 'claude-haiku-5-5', tokens(1, 0, 0, 100_000))).toBeCloseTo(0.005, 5);
  });

  it('knows what it does not know', () => expect(costOf(BUILT_IN_PRICES, 'local', tokens(1e6))).toBeNull());

  it('lays a person’s prices over the table and names what it cannot read', () => {
    const { prices, problems } = parsePrices(
      'local=1/2\n# mine\nclaude-opus-5-5 = 3/15/4/0.3, nonsense, x=1/1.2.3',
    );
    expect(costOf(prices, 'local', tokens(1e6, 1e6, 1e6, 1e6))).toBeCloseTo(1 + 2 + 1.25 + 0.1);
    expect(costOf(prices, 'claude-opus-5-5', tokens(0, 0, 1e6))).toBe(4);
    expect(costOf(prices, 'claude-sonnet-5-5', tokens(1e6))).toBe(2);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('"nonsense"');
  });
});

describe('budget', () => {
  const NAMES = ['security', 'style', 'correctness', 'own', 'documentation', 'performance', 'test-coverage'];
  const calls = NAMES.map((reviewer) => ({
    reviewer,
    model: 'claude-sonnet-5-5',
    group: 'sonnet',
    prefixTokens: 14_000,
    suffixTokens: 700,
  }));

  it('keeps all when they fit', () => {
    const fit = fitBudget(calls, { runTokens: 175_000, runDollars: 0.3 }, BUILT_IN_PRICES);
    expect(fit.kept).toEqual(NAMES);
    expect(fit.dropped).toEqual([]);
    expect(fit.dollars).toBeLessThan(0.3);
  });

  it('drops the least valuable first, each with the reason, security last', () => {
    const fit = fitBudget(calls, { runTokens: 175_000, runDollars: 0.09 }, BUILT_IN_PRICES);
    expect(fit.dropped.map((one) => one.reviewer)).toEqual([
      'style',
      'documentation',
      'test-coverage',
      'own',
      'performance',
    ]);
    expect(fit.dropped[0]?.reason).toMatch(/about \$0\.\d{3,}; the budget is \$0\.09\d*$/);
    const none = fitBudget(calls, { runTokens: 10, runDollars: 1 }, BUILT_IN_PRICES);
    expect(none.kept).toEqual([]);
    expect(none.dropped.map((one) => one.reviewer).slice(-2)).toEqual(['correctness', 'security']);
  });

  it('grants calls until reservations and bills reach the limit', () => {
    const meter = makeBudgetMeter({ runTokens: 10_000, runDollars: 1 }, BUILT_IN_PRICES);
    const estimate = { model: 'claude-sonnet-5-5', tokens: tokens(6_000) };
    const first = meter.reserve(estimate);
    expect(first.kind).toBe('granted');
    expect(meter.reserve(estimate)).toMatchObject({ kind: 'refused' });
    if (first.kind === 'granted') meter.settle(first.id, estimate.model, tokens(1_000));
    expect(meter.spent().tokens).toBe(1_000);
    expect(meter.reserve(estimate).kind).toBe('granted');
  });

  it('counts models without a price in tokens only', () => {
    const meter = makeBudgetMeter({ runTokens: 10_000, runDollars: 0 }, BUILT_IN_PRICES);
    expect(meter.reserve({ model: 'local', tokens: tokens(9_000) }).kind).toBe('granted');
    expect(meter.reserve({ model: 'local', tokens: tokens(9_000) }).kind).toBe('refused');
  });
});

describe('bundles', () => {
  it('loses no file, keeps the limit, and does not depend on order', () => {
    const file = fc.record({ path: fc.string({ minLength: 1 }), tokens: fc.integer({ min: 0, max: 120 }) });
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: (one) => one.path }), (files) => {
        const { bundles, tooLarge } = bundleFiles(files, 50, 100);
        const sizes = new Map(files.map((one) => [one.path, one.tokens]));
        const total = (paths: readonly string[]) =>
          paths.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
        expect([...bundles.flat(), ...tooLarge].sort()).toEqual(files.map((one) => one.path).sort());
        for (const bundle of bundles) expect(bundle.length === 1 || total(bundle) <= 50).toBe(true);
        for (const path of tooLarge) expect(sizes.get(path)).toBeGreaterThan(100);
        expect(bundleFiles([...files].reverse(), 50, 100)).toEqual({
          bundles,
          tooLarge: expect.arrayContaining([...tooLarge]),
        });
      }),
    );
  });
});
