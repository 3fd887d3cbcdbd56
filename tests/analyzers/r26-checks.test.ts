import { describe, expect, it } from 'vitest';
import type { AnalyzedFile } from '../../src/analyzers/analyzer.ts';
import { copiedNameAnalyzer } from '../../src/analyzers/copies/copied-name-analyzer.ts';
import { duplicatedBlocksAnalyzer } from '../../src/analyzers/copies/duplicated-blocks.ts';
import { anchorsOf } from '../../src/analyzers/docs/anchors.ts';
import { undocumentedPropertiesAnalyzer } from '../../src/analyzers/docs/undocumented-properties.ts';
import { namingHabitAnalyzer } from '../../src/analyzers/naming/naming-habit.ts';
import { unusedFunctionsAnalyzer } from '../../src/analyzers/unused/unused-functions.ts';
import { unusedImportsAnalyzer } from '../../src/analyzers/unused/unused-imports.ts';
import { makeChangedFile, makeContext } from '../make-changed-file.ts';
import { makeAnalyzedFile } from './make-analyzed-file.ts';

const SIZE = 1_000_000;
const of = (piece: string) => piece.repeat(SIZE / piece.length);
/** What took more than a second once took a minute: work for each piece that looks at all of the line again. */
const LIMIT_MS = 1_000;

const LINES: readonly (readonly [string, string])[] = [
  ['calls', of('a.b(c, d, e, f);')],
  ['branches', of('if(a.b.c.d){e.f.g(h)}')],
  ['a chain of members', `a${of('.b')};`],
  ['functions', of('function a(){};')],
  ['imports', of('import {a} from "b";')],
  ['one import of many names', `import {${of('a,')}} from "b";`],
  ['properties', `type A = {${of('a:1;/**/')}};`],
];
const CHECKS = [
  copiedNameAnalyzer,
  unusedFunctionsAnalyzer,
  unusedImportsAnalyzer,
  namingHabitAnalyzer,
  undocumentedPropertiesAnalyzer,
];

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe('R26 checks in code end on a line of a megabyte', () => {
  it.each(LINES)('of %s', async (_name, line) => {
    const file: AnalyzedFile = await makeAnalyzedFile(makeChangedFile('src/a.ts', null, `${line}\n`));
    for (const check of CHECKS) expect(await timed(() => check.run(file)), check.name).toBeLessThan(LIMIT_MS);
    const context = makeContext([file.file]);
    expect(await timed(() => duplicatedBlocksAnalyzer.run(context, [file]))).toBeLessThan(LIMIT_MS);
  });

  it.each([
    ['blanks', `# ${of('a ')}`],
    ['brackets', `# ${of('[')}`],
    ['emphasis', `# ${of('_')}`],
    ['ids', of('id="')],
  ])('of Markdown: %s', async (_name, text) => {
    expect(await timed(() => anchorsOf(text))).toBeLessThan(LIMIT_MS);
  });
});
