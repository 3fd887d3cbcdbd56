import { describe, expect, it } from 'vitest';
import { setStage } from './run-action.ts';

/** Looks like a key, and is none. */
const KEY = `sk-ant-${'api03'}-${'Zq7Xw2Lm9Rt4Vb8Nc3Kd6Pf1Hj5Gs0Ty'}-AA`;

describe('a mistake in what models need is noticed before anything is asked of GitHub', () => {
  it.each([
    [
      'an address in the open',
      {},
      { ANTHROPIC_BASE_URL: 'http://models.example' },
      '"http://models.example"',
    ],
    ['an address that is none', {}, { ANTHROPIC_BASE_URL: 'models' }, '"models"'],
    ['prices that cannot be read', { prices: 'claude-sonnet-5-5: 3' }, {}, '"claude-sonnet-5-5: 3"'],
  ])('%s: code 3', async (_what, inputs, environment, value) => {
    const stage = await setStage({ after: { 'notes.txt': 'a\n' } });
    const run = await stage.run({ inputs: { 'anthropic-api-key': KEY, ...inputs }, environment });
    expect(run.code).toBe(3);
    expect(run.out).toContain('::error');
    expect(run.out).toContain(value);
    expect(run.out).not.toContain(KEY);
    expect(stage.fake.requests).toEqual([]);
    expect(stage.statuses()).toEqual([]);
  });

  it('without a key neither is looked at', async () => {
    const stage = await setStage({ after: { 'notes.txt': 'a\n' } });
    const environment = { ANTHROPIC_BASE_URL: 'models' };
    const run = await stage.run({ inputs: { prices: 'no price' }, environment });
    expect(run.code).toBe(0);
    expect(stage.statuses().at(-1)).toMatch(/^success/);
  });
});
