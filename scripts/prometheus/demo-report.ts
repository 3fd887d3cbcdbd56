import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/model.ts';
import { reportSchema } from '../../src/render/report-schema.ts';

const ENTRY = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/** The report of a review of the demo repository by the built command line. @throws Error when there is none */
export function demoReport(): Report {
  const folder = mkdtempSync(join(tmpdir(), 'multi-agent-review-demo-'));
  try {
    const output = join(folder, 'report.json');
    const run = spawnSync(
      process.execPath,
      [ENTRY, 'demo', '--format', 'json', '--output', output, '--quiet'],
      {
        encoding: 'utf8',
      },
    );
    // The demo has findings that fail the gate.
    if (run.status !== 1) throw new Error(`The demo ended with ${run.status} in place of 1: ${run.stderr}`);
    return reportSchema.parse(JSON.parse(readFileSync(output, 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
