import { describe, expect, it } from 'vitest';
import { makeTaintAnalyzer } from '../../../src/analyzers/taint/taint-analyzer.ts';
import { builtInRules, builtInTaint, fileOf } from './find-in.ts';

const LIMIT_MS = 200;
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('\n');

/** Milliseconds of processor time, the first or (warmed up) the second time: the suite shares the machine. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3 && (times.at(-1) ?? Number.POSITIVE_INFINITY) > LIMIT_MS; round++) {
    const before = process.threadCpuUsage();
    await work();
    const { user, system } = process.threadCpuUsage(before);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}

describe('R26 data flow in hostile text', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      '10,000 nested calls',
      'javascript',
      `const x = req.query.a;\n${'f('.repeat(10_000)}x${')'.repeat(10_000)};`,
    ],
    ['10,000 nested calls', 'python', `x = request.args\n${'f('.repeat(10_000)}x${')'.repeat(10_000)}`],
    [
      '5,000 functions that call each other',
      'javascript',
      many(5_000, (i) => `function f${i}(a) { f${(i + 1) % 5_000}(a + req.query.x); db.query('x' + a); }`),
    ],
    [
      '5,000 functions that call each other',
      'python',
      many(
        5_000,
        (i) => `def f${i}(a):\n    os.system(a + request.args["x"])\n    return f${(i + 1) % 5_000}(a)`,
      ),
    ],
    ['a string of a megabyte', 'javascript', `db.query('${'a'.repeat(1_000_000)}' + req.query.a)`],
    ['a sum of 50,000 parts', 'javascript', `db.query(req.query.a + ${"'a' + ".repeat(50_000)} 'x')`],
    ['a chain of 20,000 calls', 'javascript', `db.query(req.query${'.trim()'.repeat(20_000)})`],
    [
      '60 nested loops',
      'javascript',
      `let a = req.query.a; ${'for (const b of a) { a = a + b;'.repeat(60)}${'}'.repeat(60)}`,
    ],
    [
      '8,000 branches',
      'python',
      `a = request.args["x"]\n${many(8_000, (i) => `if a == "${i}":\n    b${i} = a\n    a = a + b${i}`)}`,
    ],
    [
      'a chain of 10,000 else-ifs',
      'javascript',
      `let a = req.query.a; if (a) {}${' else if (a) { a += a; }'.repeat(10_000)}`,
    ],
    [
      'functions that call thrice',
      'javascript',
      many(60, (i) => `function f${i}(a) { return f${i + 1}(a) + f${i + 1}(a) + f${i + 1}(a); }`),
    ],
    [
      '1,500 functions in one another',
      'javascript',
      `${'(function (req) { const a = req.query.a; '.repeat(1_500)}${'})()'.repeat(1_500)}`,
    ],
  ];

  it.each(cases)('ends on %s in %s', { timeout: 60_000 }, async (_, language, text) => {
    const file = await fileOf(language, text);
    const analyzer = makeTaintAnalyzer(builtInRules, builtInTaint);

    expect(await timeOf(async () => analyzer.run(file))).toBeLessThan(LIMIT_MS);
  });

  it('says so when a file was not followed to its end', async () => {
    const problems: string[] = [];
    const text = `let a = req.query.a; ${'for (const b of a) { a = a + b;'.repeat(60)}${'}'.repeat(60)}`;

    await makeTaintAnalyzer(builtInRules, builtInTaint).run(await fileOf('javascript', text), (message) =>
      problems.push(message),
    );

    expect(problems).toEqual([
      'data flow in src/app.javascript was not followed to its end: it takes more steps than a file may',
    ]);
  });
});
