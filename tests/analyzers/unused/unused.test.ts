import { describe, expect, it } from 'vitest';
import { unusedFunctionsAnalyzer } from '../../../src/analyzers/unused/unused-functions.ts';
import { unusedImportsAnalyzer } from '../../../src/analyzers/unused/unused-imports.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

async function imports(path: string, text: string, before: string | null = null) {
  const file = await makeAnalyzedFile(makeChangedFile(path, before, text));
  return (await unusedImportsAnalyzer.run(file)).map((one) => `${one.startLine}: ${one.title}`);
}
async function functions(path: string, text: string, before: string | null = null) {
  const file = await makeAnalyzedFile(makeChangedFile(path, before, text));
  return (await unusedFunctionsAnalyzer.run(file)).map((one) => `${one.side} ${one.startLine}: ${one.title}`);
}

describe('imports without use', () => {
  it('are found in JavaScript, Python and Java', async () => {
    expect(await imports('a.ts', "import { read, write as put } from './io.ts';\nread();\n")).toEqual([
      '1: put is imported and not used',
    ]);
    expect(
      await imports('a.js', "import all, { one } from './io.js';\nimport * as tools from './tools.js';\n"),
    ).toEqual(['1: Not used: all, one, tools']);
    expect(await imports('a.py', 'import os\nfrom json import loads, dumps as write\nloads("1")\n')).toEqual([
      '1: Not used: os, write',
    ]);
    expect(
      await imports(
        'A.java',
        'import java.util.List;\nimport java.util.Map;\nclass A { Map<String, String> all; }\n',
      ),
    ).toEqual(['1: List is imported and not used']);
  });

  it('are not seen where the import works without its name', async () => {
    expect(await imports('a.ts', "import './setup.ts';\nimport React from 'react';\n")).toEqual([]);
    expect(
      await imports(
        'a.py',
        'import a.b\nfrom c import d as d\nfrom __future__ import annotations\nimport e  # noqa: F401\n',
      ),
    ).toEqual([]);
    expect(await imports('pack/__init__.py', 'from .io import read\n')).toEqual([]);
    expect(
      await imports(
        'A.java',
        'import java.util.*;\nimport static java.lang.Math.max;\nclass A { int a = max(1, 2); }\n',
      ),
    ).toEqual([]);
    expect(
      await imports(
        'a.ts',
        "import type { Row } from './row.ts';\n/** Reads a {@link Row}. */\nexport const a = 1;\n",
      ),
    ).toEqual([]);
  });

  it('are left alone where the change did not touch them', async () => {
    const before = "import { read } from './io.ts';\n";
    expect(await imports('a.ts', `${before}export const a = 1;\n`, before)).toEqual([]);
  });
});

describe('functions nothing calls', () => {
  it('are found when they are added', async () => {
    expect(await functions('a.ts', 'function spare() { return 1; }\nexport const a = 1;\n')).toEqual([
      'new 1: Nothing calls spare',
    ]);
    expect(
      await functions('a.ts', 'export class A {\n  private spare() { return 1; }\n  open() {}\n}\n'),
    ).toEqual(['new 2: Nothing calls spare']);
    expect(
      await functions(
        'a.ts',
        'export class A {\n  #spare() { return 1; }\n  #used() {}\n  open() { this.#used(); }\n}\n',
      ),
    ).toEqual(['new 2: Nothing calls #spare']);
    expect(await functions('a.py', 'def _spare():\n    return 1\n\n\ndef use():\n    return 2\n')).toEqual([
      'new 1: Nothing calls _spare',
    ]);
  });

  it('are found when the change takes the last call away', async () => {
    const before =
      'function tax(sum) { return sum * 2; }\nexport function total(sum) { return sum + tax(sum); }\n';
    expect(await functions('a.js', before.replace(' + tax(sum)', ''), before)).toEqual([
      'old 2: With this call gone nothing calls tax any more',
    ]);
  });

  it('are not seen where somebody else may call them', async () => {
    expect(
      await functions('a.ts', 'export function open() {}\nfunction named() {}\nexport { named };\n'),
    ).toEqual([]);
    expect(await functions('page.js', 'function onClick() {}\n')).toEqual([]);
    expect(await functions('a.ts', 'export class A {\n  open() {}\n}\n')).toEqual([]);
    expect(
      await functions('a.py', 'def open_door():\n    pass\n\n\n@register\ndef _hook():\n    pass\n'),
    ).toEqual([]);
    expect(await functions('a.ts', "function spare() {}\nexport const names = ['spare'];\n")).toEqual([]);
    expect(await functions('a.test.ts', 'export {};\nfunction spare() {}\n')).toEqual([]);
  });
});
