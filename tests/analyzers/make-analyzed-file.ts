import { afterAll } from 'vitest';
import { makeGrammars } from '../../src/adapters/grammar/make-grammars.ts';
import { sourceGrammarFiles } from '../../src/adapters/grammar/source-grammar-files.ts';
import { type AnalyzedFile, textOf } from '../../src/analyzers/analyzer.ts';
import { makeLineMap } from '../../src/diff/line-map.ts';
import { systemClock } from '../../src/entry/system-ports.ts';
import type { ChangedFile } from '../../src/model.ts';

const grammars = makeGrammars({
  ...sourceGrammarFiles(new URL('../../', import.meta.url)),
  clock: systemClock,
  timeLimitMs: 20_000,
  workers: 1,
});
afterAll(() => grammars.close());

/** A changed file as analyzers see it, with real trees. */
export async function makeAnalyzedFile(file: ChangedFile): Promise<AnalyzedFile> {
  const text = textOf(file.head) ?? '';
  const baseText = textOf(file.base);
  const treeOf = async (content: string) => {
    if (file.language === null || !grammars.languages.has(file.language)) return null;
    const result = await grammars.parse(file.language, content);
    if (result.kind !== 'tree') throw new Error(`no tree for ${file.path}: ${JSON.stringify(result)}`);
    return result.tree;
  };
  return {
    file,
    text,
    lines: text.split('\n'),
    map: makeLineMap(file.change),
    tree: await treeOf(text),
    baseText,
    baseTree: async () => (baseText === null ? null : treeOf(baseText)),
  };
}
