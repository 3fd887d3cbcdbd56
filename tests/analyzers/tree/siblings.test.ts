import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileBuiltIns } from '../../../scripts/compile-built-ins.ts';
import { collectPatterns, compilePatterns } from '../../../src/analyzers/tree/collect-patterns.ts';
import { compileRules } from '../../../src/analyzers/tree/compile-rules.ts';
import { runTreeRules } from '../../../src/analyzers/tree/run-tree-rules.ts';
import { sampleFile } from '../../../src/analyzers/tree/sample-file.ts';
import type { RuleNode } from '../../../src/config/rule.ts';
import { grammars, linesOf, treeOf } from './run-rule.ts';

const call = (name: string): RuleNode => ({ kind: 'expression_statement', regex: `^${name}\\(` });
const rows = (count: number, text = 'b()') => new Array<string>(count).fill(text);

/** Lines 1 to 301: 300 of `b()`, one `a()` at the given line. */
const withMarker = (line: number) => [...rows(line - 1), 'a()', ...rows(301 - line)];
const from = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

describe('siblings far away', () => {
  it.each([1, 2, 16, 17, 18, 150, 300, 301])('before or behind line %i', async (line) => {
    const lines = withMarker(line);
    const marker = { stopBy: 'end', ...call('a') } as const;
    // A rule reports 200 lines of a file at most.
    const first = (all: readonly number[]) => all.slice(0, 200);

    expect(await linesOf('javascript', lines, { ...call('b'), follows: marker })).toEqual(
      first(from(line + 1, 301)),
    );
    expect(await linesOf('javascript', lines, { ...call('b'), precedes: marker })).toEqual(
      first(from(1, line - 1)),
    );
    expect(await linesOf('javascript', lines, { ...call('b'), not: { follows: marker } })).toEqual(
      first(from(1, line - 1)),
    );
  });

  it('are asked for by the text that a meta-variable stands for', async () => {
    const lines = [...rows(60, 'x()'), 'use(a)', 'use(b)', ...rows(60, 'x()'), 'free(b)', ...rows(60, 'x()')];
    const condition: RuleNode = {
      all: [
        { kind: 'expression_statement', has: { pattern: 'use($NAME)' } },
        {
          not: { precedes: { stopBy: 'end', kind: 'expression_statement', has: { pattern: 'free($NAME)' } } },
        },
      ],
    };

    expect(await linesOf('javascript', lines, condition)).toEqual([61]);
  });
});

describe('a Dockerfile of 3,000 instructions', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const rules = compileBuiltIns(root).rules.filter((rule) => rule.languages.includes('dockerfile'));

  it.each([
    'RUN pip install -r requirements.txt',
    'RUN wget -qO- https://example.com/a | tar x',
    'RUN apt-get update && apt-get install -y jq',
    'CMD ["a"]',
    'WORKDIR app',
    'ADD a.tar b/',
    'COPY --from=builder /a /b',
    'FROM alpine AS build',
  ])('is read to its end by every rule: %s', async (line) => {
    const text = `FROM alpine:3.20 AS first\n${rows(3_000, line).join('\n')}\n`;
    const tree = await treeOf('dockerfile', text);
    const table = await compilePatterns(collectPatterns(rules), grammars);
    const stopped: string[] = [];
    runTreeRules(
      compileRules(rules, 'dockerfile', table, tree),
      sampleFile('Dockerfile', text, tree),
      (rule, reason) => {
        if (reason.startsWith('took too long')) stopped.push(rule);
      },
    );

    expect(stopped).toEqual([]);
  });
});
