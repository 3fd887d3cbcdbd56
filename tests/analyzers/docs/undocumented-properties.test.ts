import { expect, it } from 'vitest';
import { undocumentedPropertiesAnalyzer } from '../../../src/analyzers/docs/undocumented-properties.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

const type = (...lines: readonly string[]) =>
  `export interface Order {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const KNOWN = [
  '/** Number of the order. */',
  'id: string;',
  'sum: number; // in cents',
  '/** When it was sent. */',
  'sent: Date;',
];

async function found(before: readonly string[], after: readonly string[]) {
  const file = await makeAnalyzedFile(makeChangedFile('src/order.ts', type(...before), type(...after)));
  return (await undocumentedPropertiesAnalyzer.run(file)).map((one) => `${one.startLine}: ${one.title}`);
}

it('names a new property without a comment in a type that documents its others', async () => {
  expect(await found(KNOWN, [...KNOWN, 'maybePaid: boolean;'])).toEqual([
    '7: maybePaid has no comment, unlike its neighbours',
  ]);
});

it('is quiet about documented ones, old ones, and types without the habit', async () => {
  expect(await found(KNOWN, [...KNOWN, '/** Paid in full. */', 'paid: boolean;'])).toEqual([]);
  expect(
    await found([...KNOWN, 'paid: boolean;'], [...KNOWN, 'paid: boolean;', '/** Any. */', 'any: string;']),
  ).toEqual([]);
  const bare = ['id: string;', 'sum: number;', 'sent: Date;'];
  expect(await found(bare, [...bare, 'paid: boolean;'])).toEqual([]);
});
