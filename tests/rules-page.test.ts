import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { currentRulesPage } from '../scripts/current-rules-page.ts';
import { rulesPage } from '../scripts/rules-page.ts';
import { CHECKS } from '../src/analyzers/checks.ts';

const ROOT = join(import.meta.dirname, '..');

it('docs/rules.md lists the rules as they are; `npm run rules:docs` writes it', () => {
  expect(readFileSync(join(ROOT, 'docs/rules.md'), 'utf8') === currentRulesPage(ROOT)).toBe(true);
});

it('names every check once, with a title that fits a finding', () => {
  const ids = CHECKS.map((check) => check.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(CHECKS.filter((check) => check.title === '' || check.title.length > 80)).toEqual([]);
});

it('escapes what would break a table', () => {
  const [check] = CHECKS;
  if (check === undefined) throw new Error('there are no checks');
  const page = rulesPage([{ ...check, title: 'a | b <c>' }], [check.reviewer]);
  expect(page).toContain('a \\| b \\<c\\>');
});
