import { describe, expect, it } from 'vitest';
import { readYamlTree } from '../../src/analyzers/readers/read-yaml-tree.ts';
import { sampleFile } from '../../src/analyzers/tree/sample-file.ts';
import type { FileAnalysis } from '../../src/dispatch/analyze-files.ts';
import { unparsedNote } from '../../src/dispatch/unparsed-note.ts';

function analysisOf(path: string, text: string): FileAnalysis {
  const analyzed = sampleFile(path, text, readYamlTree(text));
  const { file } = analyzed;
  return {
    file,
    analyzed,
    findings: [],
    by: [],
    problems: [],
    maskedHead: null,
    secrets: [],
    symbolAt: () => '',
  };
}

const BROKEN = 'a: 1\n  b: 2\n';

describe('the note about files that could not be parsed in places', () => {
  it('is absent when all were read, or when a bound is the reason', () => {
    expect(unparsedNote([analysisOf('a.yml', 'a: 1\n'), analysisOf('b.yml', '['.repeat(200))])).toEqual([]);
  });

  it('counts them all and names five, in order', () => {
    const files = [7, 6, 5, 4, 3, 2, 1].map((number) => analysisOf(`${number}.yml`, BROKEN));
    expect(unparsedNote(files)).toEqual([
      '7 files have places that could not be parsed; rules about syntax saw the rest of them: 1.yml, 2.yml, 3.yml, 4.yml, 5.yml and 2 more.',
    ]);
  });
});
