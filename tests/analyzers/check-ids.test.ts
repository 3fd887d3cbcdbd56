import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileBuiltIns } from '../../scripts/compile-built-ins.ts';
import { CHECK_IDS } from '../../src/analyzers/check-ids.ts';

const ROOT = join(import.meta.dirname, '../..');

it('lists every id that the source gives to a finding', () => {
  const folder = join(ROOT, 'src/analyzers');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const ids = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return [...text.matchAll(/ruleId: (?:\w+ \? '([a-z-]+)' : )?'([a-z-]+)'/g)].flatMap((match) =>
      match.slice(1),
    );
  });
  const known = new Set(CHECK_IDS);
  expect(ids.filter((id) => id !== undefined && !known.has(id))).toEqual([]);
  expect(ids.length).toBeGreaterThan(30);
});

it('shares no id with a rule', () => {
  const ids = new Set(compileBuiltIns(ROOT).rules.map((rule) => rule.id));
  expect(CHECK_IDS.filter((id) => ids.has(id))).toEqual([]);
});
