import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Contestant, Spot } from '../contestant.ts';
import { banditWeakness } from './bandit-weaknesses.ts';

interface BanditReport {
  readonly results: readonly {
    readonly filename: string;
    readonly line_number: number;
    readonly test_id: string;
    readonly issue_severity: string;
    readonly issue_cwe?: { readonly id?: number };
  }[];
}

/** Bandit as it comes, all tests; none when it is not installed. */
export function makeBanditContestants(): readonly Contestant[] {
  const version = spawnSync('bandit', ['--version'], { encoding: 'utf8' });
  if (version.error !== undefined) {
    console.log('Bandit: not installed: run pip install bandit, or on Debian apt-get install bandit');
    return [];
  }
  const name = version.stdout.split('\n', 1)[0]?.trim() || 'bandit';
  return [{ name, languages: ['python'], find: (files) => Promise.resolve(runBandit(files)) }];
}

function runBandit(files: ReadonlyMap<string, string>): readonly Spot[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bandit-'));
  try {
    for (const [path, text] of files) {
      if (!path.endsWith('.py')) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    // Comments must not switch it off, and it ends with 1 when it found something.
    const ran = spawnSync('bandit', ['-r', folder, '-f', 'json', '-q', '--ignore-nosec'], {
      encoding: 'utf8',
      maxBuffer: 200_000_000,
    });
    const report = JSON.parse(ran.stdout) as BanditReport;
    return report.results.map((one) => ({
      path: relative(folder, one.filename),
      line: one.line_number,
      rule: one.test_id,
      severity: one.issue_severity.toLowerCase(),
      cwe: banditWeakness(one.test_id, one.issue_cwe?.id ?? 0),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
