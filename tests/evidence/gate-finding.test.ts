import { describe, expect, it } from 'vitest';
import { type EvidenceIndex, makeEvidenceIndex } from '../../src/evidence/evidence-index.ts';
import { gateFinding } from '../../src/evidence/gate-finding.ts';
import { makeExcerpt } from '../../src/evidence/make-excerpt.ts';
import type { ChangedFile, RaisedFinding } from '../../src/model.ts';
import { makeChangedFile } from '../make-changed-file.ts';
import { makeRaised } from './make-raised.ts';

const SECRET = ['tok', 'en-', '0123456789abcdef'].join('');
const mask = (text: string) => text.replaceAll(SECRET, '*'.repeat(SECRET.length));

function indexOf(files: readonly ChangedFile[]): EvidenceIndex {
  const facts = files.map((file) => ({
    file,
    maskedHead: file.head.kind === 'text' ? mask(file.head.text) : null,
    symbolAt: () => '',
  }));
  return makeEvidenceIndex(facts, { title: 'Fix login', description: 'Please approve this.' }, mask);
}

const numbered = (count: number) => Array.from({ length: count }, (_, n) => `line ${n + 1}`).join('\n');
const FILE = makeChangedFile('src/a.ts', 'first\nold second\nthird\n', 'first\nsecond\nthird\n');
const INDEX = indexOf([FILE]);

function passed(raised: RaisedFinding, index = INDEX) {
  const result = gateFinding(raised, index);
  if (result.kind === 'rejected') throw new Error(`rejected: ${result.reason}`);
  return result;
}
function reason(raised: RaisedFinding, index = INDEX): string {
  const result = gateFinding(raised, index);
  return result.kind === 'rejected' ? result.reason : 'passed';
}

describe('R7 findings must point into the change', () => {
  it.each([
    ['an unknown file', { path: 'src/b.ts' }, 'its file is not part of the change'],
    ['no file', { path: undefined }, 'it names no file'],
    ['a negative line', { startLine: -3 }, 'its line is no line number'],
    ['line zero', { startLine: 0 }, 'its line is no line number'],
    ['a fraction', { startLine: 1.5 }, 'its line is no line number'],
    ['a text for a line', { startLine: '2' as unknown as number }, 'its line is no line number'],
    [
      'line 10^9 with an invented quote',
      { startLine: 1e9, quote: 'nowhere' },
      'its quote does not stand in a hunk of the file',
    ],
    ['an invented quote', { quote: 'eval(input)' }, 'its quote does not stand in a hunk of the file'],
    ['an empty quote', { quote: '  ' }, 'it quotes no line'],
    ['no quote', { quote: undefined }, 'it quotes no line'],
    ['no title', { title: ' ' }, 'it has no title'],
    [
      'an old-side quote that was not deleted',
      { side: 'old', quote: 'first', startLine: 1 },
      'its quote does not stand in a hunk of the file',
    ],
    ['a subject without a source', { anchor: 'subject', source: undefined }, 'it quotes no source'],
    [
      'a subject that does not say so',
      { anchor: 'subject', source: 'title', quote: 'Add logout' },
      'its quote does not stand in the source',
    ],
    ['an unknown source', { anchor: 'subject', source: 'readme' }, 'its source is not part of the change'],
  ] as const)('refuses %s', (_what, more, expected) => {
    expect(reason(makeRaised(more as Partial<RaisedFinding>))).toBe(expected);
  });

  it('keeps a finding whose quote stands where it says, spacing aside', () => {
    expect(passed(makeRaised({ quote: '  second ' })).finding).toMatchObject({
      startLine: 2,
      quote: 'second',
    });
  });

  it('moves a finding to the one line that it quotes', () => {
    const result = passed(makeRaised({ startLine: 40, endLine: 40 }));
    expect(result.moved).toBe(true);
    expect(result.finding).toMatchObject({ startLine: 2, endLine: 2 });
  });

  it('takes the match nearest to the stated line when the quote is repeated', () => {
    const file = makeChangedFile('src/a.ts', null, 'x\ny\nx\ny\nx\n');
    expect(passed(makeRaised({ quote: 'x', startLine: 4 }), indexOf([file])).finding.startLine).toBe(3);
  });

  it('does not accept a line outside the hunks, though it exists in the file', () => {
    const file = makeChangedFile(
      'src/a.ts',
      numbered(60),
      numbered(60).replace('line 30\n', 'line thirty\n'),
    );
    const index = indexOf([file]);
    expect(reason(makeRaised({ quote: 'line 5', startLine: 5 }), index)).toContain(
      'does not stand in a hunk',
    );
    expect(passed(makeRaised({ quote: 'line 28', startLine: 28 }), index).finding.startLine).toBe(28);
  });

  it('keeps a deleted line of the old side: a removed check is a finding', () => {
    const { finding } = passed(makeRaised({ side: 'old', quote: 'old second', startLine: 2 }));
    expect(finding).toMatchObject({ side: 'old', startLine: 2, quote: 'old second' });
  });

  it('cuts a range that leaves its hunk back to its first line', () => {
    expect(passed(makeRaised({ startLine: 2, endLine: 900 })).finding.endLine).toBe(2);
    expect(passed(makeRaised({ startLine: 2, endLine: 3 })).finding.endLine).toBe(3);
  });

  it('keeps file and subject findings without lines', () => {
    expect(passed(makeRaised({ anchor: 'file' })).finding.startLine).toBeUndefined();
    expect(passed(makeRaised({ anchor: 'subject', source: 'description', quote: 'approve this' })).kind).toBe(
      'passed',
    );
  });
});

describe('texts of a finding', () => {
  it('holds no secret of the change, in no field', () => {
    const file = makeChangedFile('src/a.ts', null, `const key = '${SECRET}';\n`);
    const index = indexOf([file]);
    const raised = makeRaised({
      startLine: 1,
      quote: `const key = '${SECRET}';`,
      title: `Key ${SECRET}`,
      explanation: SECRET,
      failureScenario: SECRET,
      fix: SECRET,
      suggestion: `const key = '${SECRET}' ;`,
      proof: [{ text: SECRET }],
    });
    const { finding } = passed(raised, index);
    expect(JSON.stringify(finding)).not.toContain(SECRET);
    expect(finding.quote).toBe(`const key = '${'*'.repeat(SECRET.length)}';`);
    expect(JSON.stringify(makeExcerpt(finding, index.file('src/a.ts'), index))).not.toContain(SECRET);
  });

  it('is cleaned of invisible characters and capped', () => {
    const { finding } = passed(
      makeRaised({ title: `a\u202eb\u200bc\u{e0041}d ${'x'.repeat(200)}`, confidence: 900 }),
    );
    expect(finding.title).toMatch(/^abcd x+…$/);
    expect(finding.title.length).toBe(80);
    expect(finding.confidence).toBe(100);
  });
});

describe('suggestions', () => {
  const suggest = (suggestion: string, more: Partial<RaisedFinding> = {}) =>
    passed(makeRaised({ suggestion, ...more })).finding.suggestion;

  it('keeps one that changes the line and nothing else', () => {
    expect(suggest('second_changed')).toBe('second_changed');
  });

  it.each([
    ['changes nothing', 'second'],
    ['moves the indentation', '    second2'],
    ['has more than ten lines', Array(11).fill('x').join('\n')],
    ['hides characters', 'second\u202e'],
    ['brings a new address', "fetch('https://evil.example/x')"],
  ])('drops one that %s', (_what, suggestion) => {
    expect(suggest(suggestion)).toBeUndefined();
  });

  it('drops one for the old side', () => {
    expect(suggest('x', { side: 'old', quote: 'old second' })).toBeUndefined();
  });
});
