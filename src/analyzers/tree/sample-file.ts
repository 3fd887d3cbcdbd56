import { makeLineMap } from '../../diff/line-map.ts';
import type { FileChange, SyntaxTree } from '../../model.ts';
import type { AnalyzedFile } from '../analyzer.ts';

/** A file as if the change had added all of it: what samples of rules and benchmarks run on. */
export function sampleFile(path: string, text: string, tree: SyntaxTree | null): AnalyzedFile {
  const lines = text.split('\n');
  const change: FileChange = {
    path,
    oldPath: null,
    status: 'added',
    similarity: null,
    oldMode: null,
    newMode: '100644',
    binary: false,
    added: lines.length,
    deleted: 0,
    problem: null,
    hunks: [
      {
        oldStart: 0,
        oldCount: 0,
        newStart: 1,
        newCount: lines.length,
        section: '',
        lines: lines.map((line, index) => ({ kind: 'add', oldLine: 0, newLine: index + 1, text: line })),
        oldNoNewline: false,
        newNoNewline: !text.endsWith('\n'),
      },
    ],
  };
  return {
    file: {
      path,
      change,
      head: { kind: 'text', text, undecodable: false },
      base: { kind: 'missing' },
      partial: false,
      language: tree?.language ?? null,
    },
    text,
    lines,
    map: makeLineMap(change),
    tree,
    baseText: null,
    baseTree: () => Promise.resolve(null),
  };
}
