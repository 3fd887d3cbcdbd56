import type { AnalyzedFile } from '../../../src/analyzers/analyzer.ts';
import { makeLineMap } from '../../../src/diff/line-map.ts';
import type { ChangedFile, DiffLine, SyntaxTree } from '../../../src/model.ts';

/** A file as analyzers see it: `text` at head, of which only the 1-based `added` lines are new (all when absent). */
export function addedFile(
  path: string,
  text: string,
  options: { added?: readonly number[]; tree?: SyntaxTree; language?: string | null } = {},
): AnalyzedFile {
  const lines = text.split('\n');
  const added = options.added;
  let oldLine = 0;
  const diffLines: DiffLine[] = lines.map((line, index) => {
    const isAdded = added === undefined || added.includes(index + 1);
    if (!isAdded) oldLine += 1;
    return {
      kind: isAdded ? 'add' : 'context',
      oldLine: isAdded ? 0 : oldLine,
      newLine: index + 1,
      text: line,
    };
  });
  const hunks = [
    {
      oldStart: oldLine === 0 ? 0 : 1,
      oldCount: oldLine,
      newStart: 1,
      newCount: lines.length,
      section: '',
      lines: diffLines,
      oldNoNewline: false,
      newNoNewline: false,
    },
  ];
  const file: ChangedFile = {
    path,
    change: {
      path,
      oldPath: added === undefined ? null : path,
      status: added === undefined ? 'added' : 'modified',
      similarity: null,
      oldMode: added === undefined ? null : '100644',
      newMode: '100644',
      binary: false,
      hunks,
      added: diffLines.filter((line) => line.kind === 'add').length,
      deleted: 0,
      problem: null,
    },
    head: { kind: 'text', text, undecodable: false },
    base: { kind: 'missing' },
    partial: false,
    language: options.language ?? null,
  };
  return {
    file,
    text,
    lines,
    map: makeLineMap({ hunks }),
    tree: options.tree ?? null,
    baseText: null,
    baseTree: async () => null,
  };
}
