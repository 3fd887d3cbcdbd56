import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { wireAnswer } from '../dispatch/model/material.ts';
import {
  answer,
  codeOfTokens,
  critical,
  expectNothingUnexpected,
  LARGE,
  last,
  nothing,
  PATH,
  roleOf,
  setScene,
  textOf,
  verdict,
} from './model-scene.ts';

const CONFIGURATION = '.github/multi-agent-review.yml';
const VALUABLE = ['security', 'correctness', 'performance'];
const LEAST_VALUABLE = ['style', 'documentation', 'test-coverage'];

const statusOf = (report: Report | null, name: string) =>
  report?.agents.find((agent) => agent.name === name)?.status;

describe('a budget that is too small for all', () => {
  it.each([
    ['dollars', 'budgets:\n  run-dollars: 0.075\n', /the budget is \$0\.075/],
    ['tokens', 'budgets:\n  run-tokens: 12000\n', /the budget is 12000/],
  ])(
    'of %s: the least valuable reviewers are dropped first and named, the status counts them',
    async (_unit, settings, said) => {
      const scene = await setScene(() => nothing, {
        before: { [CONFIGURATION]: settings },
        after: { [PATH]: LARGE },
      });
      const run = await scene.run();
      const dropped = run.report?.agents.filter((agent) => agent.status === 'over-budget') ?? [];
      const asked = scene.server.seen.map(({ request }) => roleOf(request));
      expect(dropped.length).toBeGreaterThan(0);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.length + dropped.length).toBe(6);
      // A dropped reviewer's place in the order is below that of every reviewer that was asked.
      const order = [...LEAST_VALUABLE, 'performance', 'correctness', 'security'];
      const names = dropped.map((agent) => agent.name).sort((a, b) => order.indexOf(a) - order.indexOf(b));
      expect(names).toEqual(order.slice(0, names.length));
      expect(statusOf(run.report, 'security')).toBe('done');
      for (const agent of dropped) {
        expect(agent.reason).toMatch(said);
        expect(scene.stage.ownComments()[0]).toContain(agent.name);
      }
      expect(last(scene.stage)).toMatch(/^error: incomplete: /);
      expect(last(scene.stage)).toMatch(/over budget/);
      expect(run.code).toBe(0);
      expectNothingUnexpected(scene);
    },
  );

  it('for any: no call is made, and no model is said to have reviewed', async () => {
    const scene = await setScene(() => nothing, {
      before: { [CONFIGURATION]: 'budgets:\n  run-dollars: 0\n' },
      after: { [PATH]: LARGE },
    });
    const run = await scene.run();
    expect(scene.server.seen).toEqual([]);
    expect(last(scene.stage)).toMatch(/^error: incomplete: no model reviewed/);
    expect(run.report?.verdict).toBe('incomplete');
    expect(run.outputs['cost-usd']).toBe('0.0000');
  });
});

describe('what models are shown', () => {
  it('R31 a file too large for a model is read by analyzers, named, and never a success', async () => {
    const scene = await setScene(() => nothing, {
      after: { [PATH]: LARGE, 'src/huge.js': codeOfTokens(120_000) },
    });
    const run = await scene.run();
    expect(scene.server.seen.length).toBeGreaterThan(0);
    for (const { body } of scene.server.seen) expect(body).not.toContain('row4000');
    expect(last(scene.stage)).toMatch(/^error: incomplete: /);
    expect(run.report?.incompleteReasons.join()).toContain('too large for a model');
    expect(scene.stage.ownComments()[0]).toContain('huge.js');
    const coverage = new Map(run.report?.coverage.reviewed.map(({ path, by }) => [path, by]));
    expect(coverage.get('src/huge.js')).not.toContain('model');
    expect(coverage.get(PATH)).toContain('model');
    expectNothingUnexpected(scene);
  });

  it('never-send: no byte of such a file in any question, the verifier’s included; analyzers read it', async () => {
    const canary = 'canary_of_the_vault';
    const scene = await setScene(
      (request, index) => {
        if (roleOf(request) !== '') return answer(wireAnswer([critical()]));
        // The first question of the verifier is answered by asking for such files.
        const sliceRequests = ['vault/codes.js', '.env.production'].map((path) => ({
          path,
          startLine: 1,
          endLine: 5,
        }));
        return answer(index === 6 ? wireAnswer([], { sliceRequests }) : verdict('confirmed'));
      },
      {
        before: { [CONFIGURATION]: 'never-send: ["vault/**"]\n', 'vault/old.js': `// ${canary}\n` },
        after: {
          [PATH]: LARGE,
          'vault/codes.js': `export const ${canary} = 1;\n`,
          'vault/old.js': `// ${canary} again\n`,
          '.env.production': `NAME=${canary}\n`,
        },
      },
    );
    const run = await scene.run();
    expect(scene.server.seen).toHaveLength(8);
    for (const { body } of scene.server.seen) expect(body).not.toContain(canary);
    expect(last(scene.stage)).toMatch(/^failure/);
    expect(run.report?.notes.join('\n')).toContain('vault/codes.js was not sent to any model');
    expect(run.report?.coverage.reviewed.map(({ path }) => path)).toContain('vault/codes.js');
    expectNothingUnexpected(scene);
  });

  it('more than one prompt holds: one cache write for each model and bundle, every file shown once to each', async () => {
    const files = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`src/${name}.js`, `// file ${name}\n${codeOfTokens(18_000)}`]),
    );
    const scene = await setScene(() => nothing, {
      before: { [CONFIGURATION]: 'budgets:\n  run-tokens: 5000000\n  run-dollars: 50\n' },
      after: files,
    });
    const run = await scene.run({ 'deadline-seconds': '60' });
    const writes = scene.server.seen.filter(({ billed }) => billed.cache_creation_input_tokens > 4_000);
    const bundles = new Set(
      scene.server.seen.map(({ request }) =>
        ['a', 'b', 'c'].filter((name) => textOf(request).includes(`// file ${name}`)).join(),
      ),
    );
    const models = new Set(scene.server.seen.map(({ request }) => request.model));
    expect(bundles.size).toBeGreaterThan(1);
    expect(models.size).toBe(2);
    expect(scene.server.seen).toHaveLength(bundles.size * 6);
    expect(writes).toHaveLength(bundles.size * models.size);
    expect([...bundles].join().split(',').sort()).toEqual(['a', 'b', 'c']);
    for (const name of VALUABLE) expect(statusOf(run.report, name)).toBe('done');
    expect(last(scene.stage)).toMatch(/^success/);
    expectNothingUnexpected(scene);
  });
});
