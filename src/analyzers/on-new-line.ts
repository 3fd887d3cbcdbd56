import type { AnalyzedFile } from './analyzer.ts';

/** Where a finding stands: lines of the file at head, quoted by the first of them. */
export function onNewLine({ file, lines }: AnalyzedFile, startLine: number, endLine = startLine) {
  return {
    anchor: 'line',
    path: file.path,
    startLine,
    endLine,
    side: 'new',
    quote: lines[startLine - 1] ?? '',
  } as const;
}
