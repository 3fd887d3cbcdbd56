import { describe, expect, it } from 'vitest';
import { ownPackageProblems, packageProblems } from '../scripts/check-packages.ts';

describe('R43 packages', () => {
  it('are pinned, with integrity, without addresses and without install scripts at run time', () => {
    expect(ownPackageProblems()).toEqual([]);
  });

  it('are refused otherwise', () => {
    const packages = {
      'node_modules/a': { integrity: 'x', resolved: 'https://example.test/a.tgz' },
      'node_modules/b': {},
      'node_modules/c': { integrity: 'x', hasInstallScript: true },
      'node_modules/d': { integrity: 'x', hasInstallScript: true, dev: true },
    };
    expect(packageProblems(packages, { dependencies: { a: '^1.0.0', b: '1.0.0' } })).toEqual([
      'node_modules/a names where it was fetched from',
      'node_modules/b has no integrity',
      'node_modules/c has an install script',
      'a is not pinned: ^1.0.0',
    ]);
  });
});
