import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model.ts';
import { mergeNeighbours } from '../../src/render/merge-neighbours.ts';
import { renderMarkdown } from '../../src/render/render-markdown.ts';
import { makeFinding } from '../make-finding.ts';
import { makeReport } from './make-report.ts';

let next = 0;
function at(startLine: number, more: Partial<Finding> = {}): Finding {
  next += 1;
  const id = next.toString(16).padStart(8, '0');
  return makeFinding({ startLine, endLine: startLine, id, fingerprint: `f1:${id.padEnd(24, '0')}`, ...more });
}

const lines = (findings: readonly Finding[]) =>
  mergeNeighbours(findings).map((entry) => entry.map(({ startLine }) => startLine));

describe('neighbours of one rule', () => {
  it('are one entry as long as each starts within three lines of the one before', () => {
    expect(lines([at(14), at(10), at(12), at(18), at(21)])).toEqual([
      [10, 12, 14],
      [18, 21],
    ]);
  });

  it.each([
    ['rule', { ruleId: 'other' }],
    ['file', { path: 'src/b.ts' }],
    ['side', { side: 'old' }],
    ['severity', { severity: 'high' }],
    ['origin', { origin: 'model' }],
    ['reviewer', { reviewer: 'correctness' }],
    ['anchor', { anchor: 'file' }],
  ] as const)('of another %s stand apart', (_name, more) => {
    expect(lines([at(10), at(11, more)])).toEqual([[10], [11]]);
  });

  it('of a model need the same title: it names its rules freely', () => {
    const model = { origin: 'model', ruleId: 'model/logic' } as const;
    expect(lines([at(10, model), at(11, { ...model, title: 'Something else' })])).toEqual([[10], [11]]);
    expect(lines([at(10, model), at(11, model)])).toEqual([[10, 11]]);
  });

  it('are all there, once, and so is every id in the comment', () => {
    const finding = fc.record({
      startLine: fc.integer({ min: 1, max: 60 }),
      ruleId: fc.constantFrom('a', 'b'),
      severity: fc.constantFrom('critical', 'high', 'medium', 'low', 'info'),
      title: fc.constantFrom('One', 'Two'),
      explanation: fc.constantFrom('Because.', 'For another reason.'),
      origin: fc.constantFrom('analyzer', 'model'),
      anchor: fc.constantFrom('line', 'line', 'file'),
    } as const);
    const shown = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 30 }), shown, (facts, shownCount) => {
        const findings = facts.map(({ startLine, ...more }) => at(startLine, more));
        const merged = mergeNeighbours(findings).flat();
        expect(new Set(merged)).toEqual(new Set(findings));
        expect(merged).toHaveLength(findings.length);
        const comment = renderMarkdown(makeReport({ findings, shownCount }));
        for (const { id } of findings) expect(comment).toContain(`\`${id}\``);
      }),
    );
  });
});

describe('merged neighbours in the comment', () => {
  const findings = [
    at(40, { proof: [{ text: 'first proof' }] }),
    at(42, { proof: [{ text: 'second proof' }], state: 'open', agreedBy: ['correctness'] }),
    at(43, { title: 'Another title', explanation: 'Another explanation', proof: [{ text: 'third proof' }] }),
  ];
  const comment = renderMarkdown(makeReport({ findings, gate: 'fail' }), {
    blobUrl: (path, line) => `https://github.example/blob/${path}#L${line}`,
  });

  it('name all lines and ids, and keep each proof', () => {
    expect(comment.match(/^#### /gm)).toHaveLength(1);
    expect(comment).toContain('#### 1 · critical · SQL built from request input, 3 times');
    expect(comment).toContain('#L42>) and [`43`](<');
    for (const word of ['first', 'second', 'third']) expect(comment).toContain(`${word} proof`);
    expect(comment).toContain('- Line 43: Another title. Another explanation');
    expect(comment).toContain('new and open');
    expect(comment.match(/^▶/gm)).toHaveLength(3);
  });

  it('are counted one by one', () => {
    expect(comment).toContain('3 critical findings block this change');
  });

  it('are one line when they are small', () => {
    const small = [10, 12, 14].map((line) => at(line, { severity: 'low' }));
    const folded = renderMarkdown(makeReport({ findings: small }));
    expect(folded).toContain('3 low findings, folded');
    expect(folded.match(/^- \*\*low\*\*/gm)).toHaveLength(1);
    expect(folded).toContain('`src/db/search.ts:10`, `12` and `14`');
  });
});
