import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { TemporaryRepository, temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { runCli } from './run-cli.ts';

/** Where the bundler says that a packaged file begins. */
const PACKAGE = /^\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm;

interface Coverage {
  readonly result: readonly { readonly url: string }[];
}

/** Packages in the modules of `dist/` that a review loads, as V8 itself lists them. */
function packagesLoadedBy(options: readonly string[]): ReadonlySet<string> {
  const repository = new TemporaryRepository();
  repository.commit('first', { 'a.md': 'a\n' });
  repository.commit('second', { 'a.md': 'a\nb\n' });
  const folder = temporaryFolder();
  const words = ['review', '--base', 'HEAD~1', ...options];
  const ran = runCli(words, { cwd: repository.directory, environment: { NODE_V8_COVERAGE: folder } });
  expect(ran).toMatchObject({ code: 0 });
  const urls = readdirSync(folder).flatMap((name) => {
    const coverage: Coverage = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    return coverage.result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
  });
  return new Set(
    urls.flatMap((url) =>
      [...readFileSync(fileURLToPath(url), 'utf8').matchAll(PACKAGE)].map((match) => match[1] ?? ''),
    ),
  );
}

describe('a review loads what it needs', () => {
  it('the library that checks shapes only with a baseline or a configuration, and no SDK without a key', () => {
    const loaded = packagesLoadedBy([]);

    expect(loaded).toContain('re2js');
    expect(loaded).not.toContain('zod');
    expect(loaded).not.toContain('yaml');
    expect(loaded).not.toContain('@anthropic-ai/sdk');
    expect(loaded).not.toContain('@octokit/core');
  });

  it('and does so then', () => {
    const baseline = join(temporaryFolder(), 'baseline.json');
    writeFileSync(baseline, '{"schemaVersion":1,"findings":[]}');

    expect(packagesLoadedBy(['--baseline', baseline])).toContain('zod');
  });
});
