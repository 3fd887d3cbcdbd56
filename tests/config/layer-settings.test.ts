import { describe, expect, it } from 'vitest';
import { builtInConfiguration } from '../../src/config/built-in-configuration.ts';
import type { BuiltIns } from '../../src/config/built-ins.ts';
import { DEFAULT_SETTINGS } from '../../src/config/default-settings.ts';
import { layerSettings } from '../../src/config/layer-settings.ts';
import { loadConfiguration } from '../../src/config/load-configuration.ts';

const ORGANISATION = 'octo/.github';
const OWN = '.github/multi-agent-review.yml';
const layered = (defaults: string | null, own: string | null) =>
  layerSettings(
    defaults === null ? null : { name: ORGANISATION, text: defaults },
    own === null ? null : { name: OWN, text: own },
  );

describe('layerSettings', () => {
  it('puts the repository over the organisation over the built-in settings, key by key', () => {
    const { value, problems } = layered(
      'fail-on: high\nlanguage: de\nbudgets:\n  run-dollars: 0.1\n  run-seconds: 60\n',
      'fail-on: medium\nbudgets:\n  run-seconds: 90\n',
    );
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ failOn: 'medium', language: 'de', drafts: DEFAULT_SETTINGS.drafts });
    expect(value.budgets).toMatchObject({
      runDollars: 0.1,
      runSeconds: 90,
      agentSeconds: DEFAULT_SETTINGS.budgets.agentSeconds,
    });
  });

  it('takes a list as a whole, but for the files that are never sent', () => {
    const { value } = layered(
      'paths: ["src/**"]\nnever-send: ["keys/**"]\n',
      'paths: ["lib/**"]\nnever-send: ["more/**"]\n',
    );
    expect(value.paths).toEqual(['lib/**']);
    expect(value.neverSend).toEqual(expect.arrayContaining(['keys/**', 'more/**']));
  });

  it.each([
    [null, null],
    ['', null],
    [null, '# nothing\n'],
    ['# nothing\n', ''],
  ])('says nothing where neither does: %j %j', (defaults, own) => {
    expect(layered(defaults, own)).toMatchObject({ value: DEFAULT_SETTINGS, problems: [] });
  });

  it('keeps what the organisation says where the repository says nothing that can be used', () => {
    const { value, problems } = layered('fail-on: high\n', 'fail-on: sometimes\n');
    expect(value.failOn).toBe('high');
    expect(problems).toMatchObject([{ file: OWN, line: 1, key: 'fail-on' }]);
  });

  it('names the organisation for its own mistakes, the wrong names too', () => {
    const { reviewers, workflows, rules } = builtInConfiguration(BUILT_INS);
    const builtIns = {
      ...BUILT_INS,
      defaults: { name: ORGANISATION, text: 'anthropic-url: x\nworkflow: none\n' },
    };
    const loaded = loadConfiguration(new Map([[OWN, 'fail-on: high\n']]), builtIns);
    expect(loaded.problems).toMatchObject([
      { file: ORGANISATION, line: 1 },
      { file: ORGANISATION, line: 2, key: 'workflow' },
    ]);
    expect(loaded).toMatchObject({ reviewers, workflows, rules });
    expect(loaded.settings.failOn).toBe('high');
  });

  it('changes the digest', () => {
    const digestOf = (text: string) =>
      loadConfiguration(new Map(), { ...BUILT_INS, defaults: { name: ORGANISATION, text } }).digest;
    expect(digestOf('fail-on: high\n')).not.toBe(digestOf('fail-on: low\n'));
  });
});

const BUILT_INS: BuiltIns = {
  reviewers: [],
  workflows: [
    {
      name: DEFAULT_SETTINGS.workflow,
      description: 'all',
      phases: [{ name: 'all', reviewers: [], needs: [] }],
      source: 'workflows/standard.yml',
    },
  ],
  rules: [],
};
