import { expect, it } from 'vitest';
import { makePathFinder } from '../../../src/analyzers/imports/find-path.ts';
import { raiseResults } from '../../../src/analyzers/sarif/raise-results.ts';
import type { ImportedResult } from '../../../src/model.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

const RESULT: ImportedResult = {
  tool: 'eslint',
  rule: 'no-eval',
  category: 'code-execution',
  severity: 'high',
  location: 'a.txt',
  startLine: 2,
  endLine: 2,
  message: 'eval can be harmful. Do not use it.',
  description: '',
  help: '',
};

async function raise(results: readonly ImportedResult[], after = 'one\neval(x)\nthree\n') {
  const file = await makeAnalyzedFile(makeChangedFile('a.txt', 'one\nthree\n', after));
  const findPath = makePathFinder({
    headPaths: ['a.txt'],
    changedPaths: ['a.txt'],
    roots: [],
    locations: [],
  });
  return raiseResults(results, [file], findPath);
}

it('stands on the changed line with the real text, the tool and its rule', async () => {
  const { findings } = await raise([RESULT]);
  expect(findings).toEqual([
    expect.objectContaining({
      reviewer: 'sarif/eslint',
      ruleId: 'eslint: no-eval',
      origin: 'sarif',
      path: 'a.txt',
      startLine: 2,
      quote: 'eval(x)',
      title: 'eval can be harmful',
    }),
  ]);
});

it('leaves out other lines, other files, and results about another version', async () => {
  const raised = await raise([
    { ...RESULT, startLine: 1, endLine: 1 },
    { ...RESULT, location: 'b.txt' },
    { ...RESULT, startLine: 900, endLine: 900 },
    { ...RESULT, snippet: 'unsafe(y)' },
    { ...RESULT, startLine: 1, endLine: 3, snippet: 'one' },
    { ...RESULT, snippet: ' eval( x )' },
  ]);
  expect(raised).toMatchObject({ elsewhere: 3, stale: 1, beyond: 0 });
  expect(raised.findings).toHaveLength(1);
});

it('takes the worst when there are more than a person will read', async () => {
  const many = Array.from({ length: 600 }, (_, at) => ({
    ...RESULT,
    rule: `r${at}`,
    severity: 'low' as const,
  }));
  const raised = await raise([...many, { ...RESULT, severity: 'critical' }]);
  expect(raised.beyond).toBe(101);
  expect(raised.findings[0]?.severity).toBe('critical');
});
