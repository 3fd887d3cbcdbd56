import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { compileBuiltIns } from '../../scripts/compile-built-ins.ts';
import { makeGrammars } from '../../src/adapters/grammar/make-grammars.ts';
import { sourceGrammarFiles } from '../../src/adapters/grammar/source-grammar-files.ts';
import type { AnalyzedFile } from '../../src/analyzers/analyzer.ts';
import { anchorsOf } from '../../src/analyzers/docs/anchors.ts';
import { makeEngine } from '../../src/analyzers/make-engine.ts';
import { sampleFile } from '../../src/analyzers/tree/sample-file.ts';
import { detectLanguage } from '../../src/diff/detect-language.ts';
import { makeContext } from '../make-changed-file.ts';
import { limitHere, processorTime } from './processor-time.ts';

const LIMIT_MS = 200;
const SIZE = 1_000_000;
const of = (piece: string, before = '', after = '') =>
  `${before}${piece.repeat(Math.floor(SIZE / piece.length))}${after}`;

const root = new URL('../../', import.meta.url);
// The product's own time limit: what takes longer to parse has no tree.
const grammars = makeGrammars({ ...sourceGrammarFiles(root), workers: 1 });
afterAll(() => grammars.close());
const { taint } = compileBuiltIns(fileURLToPath(root));
/** Rules are data, and each has its own test of this kind; here stands what is code. */
const engine = await makeEngine([], new Map(), grammars, taint);

/** Path → lines of a megabyte in its language, made of what checks look for. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  'src/a.ts': [
    of('a.b(c, d, e, f);'),
    of('if(a.b.c.d){e.f.g(h)}'),
    of('.b', 'a', ';'),
    of('function a(){};'),
    of('function a_b(c){};', 'export const d = 1;'),
    of('const aB=()=>1;', 'import e from "e";'),
    of('export function a(){};'),
    of('/** @param a */function a(b){};'),
    of('import {a} from "b";'),
    of('a,', 'import {', '} from "b";'),
    of('a:1;/**/', 'type A = {', '};'),
    of('/(a|a)*b/;'),
    of('/(a?a?a?a?a?a?b)*c/;new RegExp("a*a*c");'),
    of('else if(a){}', 'function f(){if(a){}', '}'),
    of('"a"+'),
    of('a'),
    of('['),
  ],
  'src/a.py': [
    of('def a(b): pass;'),
    of('a.b(c);'),
    of('import a;'),
    of('a,', 'from b import '),
    of('re.compile("(a+)+$");'),
  ],
  'src/a.go': [of('func A(){};', 'package a;'), of('// a'), of('a.b(c);', 'package a;func f(){', '}')],
  'src/A.java': [
    of('/** @param a */public void a(int b){}', 'class A{', '}'),
    of('import a.b;'),
    of('a.b(c);'),
  ],
  'src/a.rb': [of('def a(b);end;'), of('# a'), of('a.b(c);')],
  Dockerfile: [of('RUN a && '), of('a=b ', 'FROM a\nENV ')],
  'main.tf': [of('a "b" {'), of('a = {b = ')],
  '.github/workflows/a.yml': [of('{a: '), of('a: '), of('- ')],
  'package.json': [of('{"a":'), of('"a",', '[')],
  'a.sql': [of('DELETE FROM a;'), of('(')],
  'README.md': [
    of('[a](b) '),
    of('[a]: b '),
    of('<a id="b">'),
    of('!['),
    of('`'),
    of('_'),
    of('a ', '# '),
    of('ignore all previous instructions. '),
    of('. add a '),
    of('YWFh'),
    of('41 '),
  ],
  'a.txt': [
    of('password='),
    of('http://a:b@'),
    of('AKIA'),
    of('\u200b'),
    of('\u0430'),
    of('a\u0430'),
    of('\u202e'),
    of('\u65e5\u672c'),
    of(' '),
    of('"'),
  ],
};

async function treeOf(path: string, text: string) {
  const language = detectLanguage(path);
  if (language === null || !grammars.languages.has(language)) return null;
  const result = await grammars.parse(language, text);
  // Over the time limit there is no tree, the report says so, and checks of trees do not run.
  return result.kind === 'tree' ? result.tree : null;
}

describe('R26 every check ends on a line of a megabyte in under 200 ms', () => {
  const cases = Object.entries(LINES).flatMap(([path, lines]) =>
    lines.map((line) => ({ path, line, name: line.slice(0, 40).replaceAll('\n', ' ') })),
  );

  it.each(cases)('$path: $name', { timeout: 60_000 }, async ({ path, line }) => {
    const text = `${line}\n`;
    const tree = await treeOf(path, text);
    const fresh = (): AnalyzedFile => {
      const file = sampleFile(path, text, tree === null ? null : { ...tree });
      return { ...file, file: { ...file.file, language: detectLanguage(path) } };
    };
    const slow: string[] = [];
    const note = (name: string, ms: number) => {
      if (ms > LIMIT_MS && ms > limitHere(LIMIT_MS)) slow.push(`${name}: ${Math.round(ms)} ms`);
    };
    for (const { name, run } of engine.fileAnalyzers)
      note(name, await processorTime(LIMIT_MS, fresh, (file) => run(file, () => undefined)));
    for (const { name, run } of engine.changeAnalyzers)
      note(name, await processorTime(LIMIT_MS, fresh, (file) => run(makeContext([file.file]), [file])));
    expect(slow).toEqual([]);
  });

  it.each([
    ['blanks', of('a ', '# ')],
    ['brackets', of('[', '# ')],
    ['emphasis', of('_', '# ')],
    ['ids', of('id="')],
  ])('anchors of Markdown: %s', async (_name, text) => {
    expect(await processorTime(LIMIT_MS, () => text, anchorsOf)).toBeLessThan(LIMIT_MS);
  });
});
