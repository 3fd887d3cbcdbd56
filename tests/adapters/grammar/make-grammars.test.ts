import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { GRAMMARS } from '../../../src/adapters/grammar/languages.ts';
import { type GrammarsOptions, makeGrammars } from '../../../src/adapters/grammar/make-grammars.ts';
import { sourceGrammarFiles } from '../../../src/adapters/grammar/source-grammar-files.ts';
import { isMissing, kindOf, textOf } from '../../../src/analyzers/tree/syntax.ts';
import type { Grammars, ParseResult } from '../../../src/ports.ts';

const root = new URL('../../../', import.meta.url);
const source = sourceGrammarFiles(root);
const opened: Grammars[] = [];
const folders: string[] = [];

function open(options: Partial<GrammarsOptions> = {}): Grammars {
  const grammars = makeGrammars({ ...source, ...options });
  opened.push(grammars);
  return grammars;
}

/** A folder with some grammar files, as a URL. */
function folderWith(files: Readonly<Record<string, Uint8Array | string>>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'grammars-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return pathToFileURL(`${folder}/`);
}

function nodesOf(result: ParseResult, text: string): readonly (readonly [string, string])[] {
  if (result.kind !== 'tree') throw new Error(JSON.stringify(result));
  const { tree } = result;
  return Array.from(
    { length: tree.size },
    (_, node) => [kindOf(tree, node), textOf(tree, text, node)] as const,
  );
}

const BIG = 'f(a, [1, 2, 3]);\n'.repeat(40_000);

afterEach(async () => {
  await Promise.all(opened.splice(0).map((grammars) => grammars.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('parsing', () => {
  it('gives every language of the table a tree', async () => {
    const grammars = open();
    const results = await Promise.all([...GRAMMARS.keys()].map((language) => grammars.parse(language, 'a')));

    expect(results.map((result) => result.kind)).toEqual(results.map(() => 'tree'));
    expect(grammars.languages.has('python')).toBe(true);
  });

  it('counts offsets in UTF-16 units, with emoji and carriage returns before them', async () => {
    const text = '// 😀 𝒳\r\nf("é😀", x);\r\n';
    const nodes = nodesOf(await open().parse('javascript', text), text);

    expect(nodes).toContainEqual(['comment', '// 😀 𝒳']);
    expect(nodes).toContainEqual(['string_fragment', 'é😀']);
    expect(nodes).toContainEqual(['identifier', 'x']);
  });

  it('links parents and subtrees consistently', async () => {
    const result = await open().parse('typescript', 'class A { m(x: number) { return [x, { y: x }] } }');
    if (result.kind !== 'tree') throw new Error(result.kind);
    const { parent, next, start, end, size } = result.tree;

    for (let node = 1; node < size; node++) {
      const above = parent[node] ?? -1;
      expect(above).toBeLessThan(node);
      expect(next[node]).toBeGreaterThan(node);
      expect(next[node]).toBeLessThanOrEqual(next[above] ?? 0);
      expect(start[node]).toBeGreaterThanOrEqual(start[above] ?? 0);
      expect(end[node]).toBeLessThanOrEqual(end[above] ?? 0);
    }
    expect(next[0]).toBe(size);
  });

  it('counts what it could not make sense of and goes on', async () => {
    const text = 'f(1);\nfunction ( { ] \n';
    const result = await open().parse('javascript', text);

    expect(result.kind === 'tree' && result.tree.errors).toBeGreaterThan(0);
    expect(nodesOf(result, text)).toContainEqual(['call_expression', 'f(1)']);
  });

  it('marks what it had to put in', async () => {
    const result = await open().parse('javascript', 'f(1;');
    if (result.kind !== 'tree') throw new Error(result.kind);
    const { tree } = result;
    const missing = Array.from(tree.flags.keys()).filter((node) => isMissing(tree, node));

    expect(tree.errors).toBe(1);
    expect(missing.map((node) => [kindOf(tree, node), tree.start[node], tree.end[node]])).toEqual([
      [')', 3, 3],
    ]);
  });

  it('survives 100,000 nested brackets', async () => {
    const result = await open({ timeLimitMs: 20_000 }).parse(
      'javascript',
      '['.repeat(100_000) + ']'.repeat(100_000),
    );

    expect(result.kind === 'tree' && result.tree.size).toBe(300_002);
  });

  it('answers many texts at once, each with its own tree', async () => {
    const grammars = open({ workers: 2 });
    const texts = Array.from({ length: 50 }, (_, index) => `call${index}();\n`.repeat(2000));
    const results = await Promise.all(texts.map((text) => grammars.parse('javascript', text)));

    results.forEach((result, index) => {
      expect(nodesOf(result, texts[index] ?? '')[3]).toEqual(['identifier', `call${index}`]);
    });
  });
});

describe('what cannot be parsed', () => {
  it('a language without a grammar', async () => {
    expect(await open().parse('cobol', 'x')).toEqual({ kind: 'unsupported' });
  });

  it('a text over the size limit, with both numbers', async () => {
    const result = await open({ maxLength: 10 }).parse('javascript', 'a'.repeat(11));

    expect(result).toMatchObject({ kind: 'too-large', reason: expect.stringMatching(/11 .* 10;/) });
  });

  it('a text over the time limit; the next one is parsed by a fresh thread', async () => {
    // The clock rings as soon as parsing has begun, and never while a grammar is loaded.
    let ring = true;
    const clock = {
      after: (ms: number, call: () => void) => {
        if (ring && ms === 1234) queueMicrotask(call);
        return () => {};
      },
    };
    const grammars = open({ timeLimitMs: 1234, clock });
    const first = await grammars.parse('javascript', BIG);
    ring = false;
    const second = await grammars.parse('javascript', 'f()');

    expect(first).toEqual({ kind: 'timed-out', reason: 'parsing took longer than 1234 ms' });
    expect(second.kind).toBe('tree');
  });

  it('a grammar that is missing, with the language and what to do', async () => {
    const runtime = readFileSync(new URL('node_modules/web-tree-sitter/web-tree-sitter.wasm', root));
    const grammars = open({ assets: folderWith({ 'web-tree-sitter.wasm': runtime }) });
    const result = await grammars.parse('python', 'x');

    expect(result).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('no syntax tree for python'),
    });
    expect(result).toMatchObject({ reason: expect.stringContaining('tree-sitter-python.wasm is not among') });
    expect(result).toMatchObject({ reason: expect.stringContaining('reviewed by text rules only') });
  });

  it('anything, when the runtime itself is missing or damaged', async () => {
    const missing = await open({ assets: folderWith({}) }).parse('python', 'x');
    const damaged = await open({ assets: folderWith({ 'web-tree-sitter.wasm': 'no wasm' }) }).parse(
      'python',
      'x',
    );

    expect(missing).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('web-tree-sitter.wasm'),
    });
    expect(damaged.kind).toBe('failed');
  });

  it('a thread over the limit is really ended', async () => {
    const folder = folderWith({
      'busy.mjs': `import { appendFileSync } from 'node:fs';
        import { workerData } from 'node:worker_threads';
        for (;;) appendFileSync(new URL('alive', workerData.assets[0]), '.');`,
      alive: '',
    });
    const size = () => statSync(new URL('alive', folder)).size;
    const clock = {
      after: (_: number, call: () => void) => {
        const timer = setInterval(() => size() > 0 && call(), 1);
        return () => clearInterval(timer);
      },
    };
    const busy = open({ assets: folder, workerScript: new URL('busy.mjs', folder), clock });
    expect((await busy.parse('python', 'x')).kind).toBe('timed-out');
    await busy.close();

    const sizeAtEnd = size();
    await open().parse('javascript', BIG);
    expect(size()).toBe(sizeAtEnd);
  });

  it('anything, when no thread can be started', async () => {
    const result = await open({ workerScript: new URL('https://example.com/worker.js') }).parse(
      'python',
      'x',
    );

    expect(result).toMatchObject({ kind: 'failed', reason: expect.stringContaining('no thread') });
  });

  it('anything, when the worker crashes or is not there', async () => {
    const folder = folderWith({ 'crash.mjs': 'throw new Error("boom")', 'quit.mjs': 'process.exit(3)' });
    const results = await Promise.all(
      ['crash.mjs', 'quit.mjs', 'absent.mjs'].map((name) =>
        open({ workerScript: new URL(name, folder) }).parse('python', 'x'),
      ),
    );

    expect(results.map((result) => result.kind)).toEqual(['failed', 'failed', 'failed']);
    expect(results[0]).toMatchObject({ reason: expect.stringContaining('boom') });
  });

  it('what is asked after closing or waits while it is closed', async () => {
    const grammars = open({ workers: 1 });
    const waiting = [grammars.parse('javascript', BIG), grammars.parse('javascript', BIG)];
    await grammars.close();

    expect((await Promise.all(waiting)).map((result) => result.kind)).toEqual(['failed', 'failed']);
    expect((await grammars.parse('javascript', 'x')).kind).toBe('failed');
  });
});

describe('files of a build', () => {
  it('are read compressed', async () => {
    const wasm = (path: string) => brotliCompressSync(readFileSync(new URL(`node_modules/${path}`, root)));
    const assets = folderWith({
      'web-tree-sitter.wasm.br': wasm('web-tree-sitter/web-tree-sitter.wasm'),
      'tree-sitter-css.wasm.br': wasm('@vscode/tree-sitter-wasm/wasm/tree-sitter-css.wasm'),
    });

    expect((await open({ assets }).parse('css', 'a { b: c }')).kind).toBe('tree');
  });
});

describe('an idle pool', () => {
  it.each([
    ['after a text', "(await grammars.parse('javascript', 'f()')).kind", false],
    ['before the first', "'none'", true],
  ])('does not keep the process alive %s', (_, result, startsAtOnce) => {
    const script = `
      import { makeGrammars } from ${JSON.stringify(new URL('src/adapters/grammar/make-grammars.ts', root).href)};
      import { sourceGrammarFiles } from ${JSON.stringify(new URL('src/adapters/grammar/source-grammar-files.ts', root).href)};
      const files = sourceGrammarFiles(new URL(${JSON.stringify(root.href)}));
      const grammars = makeGrammars({ ...files, startsAtOnce: ${startsAtOnce} });
      process.stdout.write(${result});
    `;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      timeout: 15_000,
    });

    expect(output.toString()).toBe(startsAtOnce ? 'none' : 'tree');
  });
});

describe('a thread that starts ahead of the work', () => {
  it('is the one that parses', async () => {
    const grammars = open({ workers: 1, startsAtOnce: true });

    expect((await grammars.parse('javascript', 'f()')).kind).toBe('tree');
  });

  it('costs nothing but its text when it cannot work', async () => {
    const folder = folderWith({ 'crash.mjs': 'throw new Error("boom")' });
    const grammars = open({ workerScript: new URL('crash.mjs', folder), startsAtOnce: true });

    expect(await grammars.parse('javascript', 'f()')).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('boom'),
    });
  });

  it('is ended with the others when there was no work', async () => {
    const grammars = open({ startsAtOnce: true });
    await grammars.close();

    expect((await grammars.parse('javascript', 'x')).kind).toBe('failed');
  });
});
