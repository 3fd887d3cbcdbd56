import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDist, compareFolders } from '../scripts/check-dist.ts';
import { temporaryFolder } from './adapters/git/temporary-repository.ts';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = [
  'src',
  'scripts',
  'reviewers',
  'workflows',
  'examples',
  'bench/analyzers/measured-rules.yml',
  'package.json',
  'tsconfig.json',
];

/** Compressing the grammars takes half a minute where it was never done before. */
const PATIENCE = 240_000;

describe('R41 dist/ can be made again', { timeout: PATIENCE }, () => {
  it('is what the source builds to: run "npm run build" and commit dist/ when this fails', async () => {
    expect(await checkDist()).toEqual([]);
  });

  it('is the same from another folder, in another time zone and language', () => {
    const folder = temporaryFolder();
    for (const source of SOURCES) cpSync(join(ROOT, source), join(folder, source), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    execFileSync(process.execPath, ['scripts/build.ts'], {
      cwd: folder,
      env: { PATH: process.env.PATH, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    });
    expect(compareFolders(join(folder, 'dist'), join(ROOT, 'dist'))).toEqual([]);
  });

  it('is told apart by a single byte, a missing and an extra file', () => {
    const copy = temporaryFolder();
    cpSync(join(ROOT, 'dist'), copy, { recursive: true });
    expect(compareFolders(join(ROOT, 'dist'), copy)).toEqual([]);
    const entry = join(copy, 'cli.js');
    writeFileSync(entry, readFileSync(entry, 'utf8').replace('2', '0'));
    writeFileSync(join(copy, 'extra.js'), '');
    expect(compareFolders(join(ROOT, 'dist'), copy)).toEqual([
      'cli.js differs',
      'extra.js is not made by the build',
    ]);
    expect(compareFolders(copy, join(ROOT, 'dist'))).toContain('extra.js is missing');
  });
});

describe('what ships with dist/', () => {
  it('starts no process but git', () => {
    const files = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' });
    const starters = files.flatMap((file) => {
      const text = file.endsWith('.js') ? readFileSync(join(ROOT, 'dist', file), 'utf8') : '';
      return [
        ...text.matchAll(/\bchild_process\d*\.\w+\(|(?<![.\w])(?:cp\d*\.)?(?:spawn|execFile)(?:Sync)?\(/g),
      ].map(() => text.includes('// src/adapters/git/run-git.ts'));
    });
    expect(starters.length).toBeGreaterThan(0);
    expect(starters.every((isGit) => isGit)).toBe(true);
  });

  it('names the licence of every package inside, with its text', () => {
    const text = readFileSync(join(ROOT, 'dist/LICENCES.txt'), 'utf8');
    for (const name of ['zod', 'yaml', 're2js', 'p-limit', 'web-tree-sitter', '@vscode/tree-sitter-wasm']) {
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    }
  });

  it('holds no path of the machine it was built on', () => {
    for (const file of ['cli.js', 'grammar-worker.js', 'built-ins.json', 'demo.json']) {
      expect(readFileSync(join(ROOT, 'dist', file), 'utf8')).not.toContain(ROOT);
    }
  });
});
