import { expect, it } from 'vitest';
import { changelogDriftAnalyzer } from '../../../src/analyzers/docs/changelog-drift.ts';
import type { ChangedFile } from '../../../src/model.ts';
import { makeChangedFile, makeContext } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

const TWO = 'export function open() {\n  return 1;\n}\nexport function close() {\n  return 2;\n}\n';
const ONE = 'export function open() {\n  return 1;\n}\n';
const LOG = '# Changes\n\n## [Unreleased]\n\n- nothing\n\n## 1.0.0\n';

async function found(files: readonly ChangedFile[], log = LOG) {
  const context = makeContext(files, { related: new Map([['CHANGELOG.md', log]]) });
  const findings = await changelogDriftAnalyzer.run(context, await Promise.all(files.map(makeAnalyzedFile)));
  return findings.map((one) => `${one.side} ${one.startLine}: ${one.title}`);
}

it('names an exported function that is gone without a word in the open section', async () => {
  expect(await found([makeChangedFile('src/door.ts', TWO, ONE)])).toEqual([
    'old 4: close is gone, and CHANGELOG.md does not say so',
  ]);
});

it('is quiet when the log changed, has no open section, or the function moved or was not exported', async () => {
  const door = makeChangedFile('src/door.ts', TWO, ONE);
  expect(await found([door, makeChangedFile('CHANGELOG.md', LOG, `${LOG}\n- close is gone\n`)])).toEqual([]);
  expect(await found([door], '# 1.0.0\n')).toEqual([]);
  expect(await found([door, makeChangedFile('src/gate.ts', null, TWO.replace('open', 'swing'))])).toEqual([]);
  expect(await found([makeChangedFile('src/door.ts', TWO.replaceAll('export ', ''), ONE)])).toEqual([]);
  expect(await found([makeChangedFile('scripts/door.ts', TWO, ONE)])).toEqual([]);
});
