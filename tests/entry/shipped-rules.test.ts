import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileBuiltIns } from '../../scripts/compile-built-ins.ts';
import { joinRules, type RuleGroup, type SplitRules, splitRules } from '../../src/entry/shipped-rules.ts';

const { rules } = compileBuiltIns(join(import.meta.dirname, '..', '..'));
const NEEDED = { javascript: { any: ['eval', null] }, ruby: null };
const split = splitRules(rules, () => NEEDED);

function loadAgain({ heads, groups }: SplitRules, read: string[] = []) {
  const files = new Map([...groups].map(([name, group]) => [name, JSON.stringify(group)]));
  return joinRules(JSON.parse(JSON.stringify(heads)), (name) => {
    read.push(name);
    return JSON.parse(files.get(name) ?? 'null') as RuleGroup;
  });
}

describe('rules in the files that ship', () => {
  it('are the same when they are loaded', () => {
    expect(loadAgain(split).map((rule) => ({ ...rule }))).toEqual(
      rules.map((rule) => ({ ...rule, required: NEEDED })),
    );
  });

  it('are read language by language, each once and not before', () => {
    const read: string[] = [];
    const loaded = loadAgain(split, read);
    expect(read).toEqual([]);
    const ruby = loaded.filter(({ languages }) => languages.join() === 'ruby');
    expect(ruby.length).toBeGreaterThan(10);
    for (const { rule, fix } of ruby) expect([rule, fix]).not.toContain(undefined);
    expect(read).toEqual(['ruby']);
  });

  it('hold every shared condition once', () => {
    for (const { utils } of split.groups.values()) {
      const texts = utils.map((node) => JSON.stringify(node));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('are refused when a condition or a body is missing', () => {
    const [rule] = rules.filter(({ utils }) => Object.keys(utils).length > 0);
    const damaged = (change: (group: RuleGroup) => RuleGroup) =>
      loadAgain({
        ...split,
        groups: new Map([...split.groups].map(([name, group]) => [name, change(group)])),
      }).find(({ id }) => id === rule?.id);
    expect(() => damaged((group) => ({ ...group, utils: [] }))?.rule).toThrow('no shared condition');
    expect(() => damaged((group) => ({ ...group, required: {} }))?.required).toThrow('no required text');
    expect(() => damaged((group) => ({ ...group, bodies: {} }))?.rule).toThrow(
      `no body of the rule ${rule?.id}`,
    );
  });
});
