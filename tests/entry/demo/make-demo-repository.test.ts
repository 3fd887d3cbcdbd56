import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readDemoFiles } from '../../../scripts/read-demo-files.ts';
import { makeGitSource } from '../../../src/adapters/git/make-git-source.ts';
import { fillPlaceholders } from '../../../src/entry/demo/demo-files.ts';
import { makeDemoRepository } from '../../../src/entry/demo/make-demo-repository.ts';

const FILES = readDemoFiles(join(import.meta.dirname, '..', '..', '..'));
const SIGNAL = new AbortController().signal;

function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'demo-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

describe('demo', () => {
  it('is a small shop with one change, the same in every folder', async () => {
    const directory = folder();
    const first = await makeDemoRepository(directory, FILES);
    const second = await makeDemoRepository(folder(), FILES);
    const source = makeGitSource({ directory, kind: 'range', ...first }, process.env);
    onTestFinished(() => source.close());

    const change = await source.changes(SIGNAL);

    expect(second).toEqual(first);
    expect(change.base.sha).toBe(first.base);
    expect(change.subject?.title).toBe('Search by category, vouchers, invoices and sales reports');
    expect(change.unreadable).toEqual([]);
    expect(change.files.map((file) => file.path)).toEqual([
      'docs/api.md',
      'jobs/nightly_report.py',
      'src/admin/invoices.ts',
      'src/config.ts',
      'src/orders/order-service.ts',
      'src/orders/pricing.ts',
      'src/products/search.ts',
      'src/server.ts',
      'src/web/product-page.tsx',
      'tests/pricing.test.ts',
    ]);
  });

  it('keeps its key and its hidden characters out of this repository', () => {
    const shipped = JSON.stringify(FILES);
    const written = JSON.stringify([fillPlaceholders(FILES.before), fillPlaceholders(FILES.after)]);
    const key = /sk_live_[0-9a-zA-Z]{24}/;
    const hidden = /[\u202a-\u202e\u2066-\u2069]/;

    expect(shipped).not.toMatch(key);
    expect(shipped).not.toMatch(hidden);
    expect(written).toMatch(key);
    expect(written).toMatch(hidden);
    expect(written).not.toMatch(/@@[A-Z_]+@@/);
  });

  it('has nothing to hide before the change', () => {
    expect(fillPlaceholders(FILES.before)).toEqual(FILES.before);
  });
});
