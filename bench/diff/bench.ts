/**
 * Times our patch parser beside three from npm on the same generated patch. Each run is a fresh process; a row is the
 * median of all its runs, taken in turns so that a busy machine is unfair to nobody.
 *
 *   cd bench/diff && npm ci && cd ../..      (once: the three are not dependencies of the project)
 *   node_modules/.bin/node bench/diff/bench.ts [megabytes] [runs]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTESTANTS } from './contestants.ts';
import { generatePatch, type Truth } from './generate-patch.ts';

interface Run {
  readonly milliseconds: number;
  readonly rss: number;
  readonly found: Truth;
}

const megabytes = Number(process.argv[2] ?? 50);
const runs = Math.max(5, Number(process.argv[3] ?? 7));
const installed = existsSync(join(import.meta.dirname, 'node_modules', 'parse-diff'));
if (!installed)
  console.log('The other parsers are missing: run `npm ci` in bench/diff. Only ours is measured.\n');
const contestants = CONTESTANTS.filter(({ name }) => installed || name.startsWith('ours'));

const { bytes, truth } = generatePatch(megabytes * 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'diff-bench-'));
try {
  const file = join(folder, 'change.diff');
  writeFileSync(file, bytes);
  console.log(
    `${(bytes.length / 1e6).toFixed(1)} MB, ${truth.files} files, ${truth.added} added and ${truth.deleted} deleted lines; ` +
      `median of ${runs} fresh processes; Node ${process.versions.node}\n`,
  );
  const results = measureAll(file);
  const base = median(results.get('ours, from bytes') ?? [], ({ milliseconds }) => milliseconds);
  console.log('| parser | time | ÷ ours | range | peak RSS | files, added, deleted, line numbers |');
  console.log('|---|---|---|---|---|---|');
  for (const [name, all] of results) console.log(row(name, all, base));
} finally {
  rmSync(folder, { recursive: true });
}

function measureAll(file: string): Map<string, Run[]> {
  const results = new Map<string, Run[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < runs; round += 1) {
    for (const { name } of contestants) {
      const script = join(import.meta.dirname, 'measure.ts');
      const output = execFileSync(process.execPath, [script, name, file], { encoding: 'utf8' });
      results.get(name)?.push(JSON.parse(output.trim().split('\n').at(-1) ?? '') as Run);
    }
  }
  return results;
}

function row(name: string, all: readonly Run[], base: number): string {
  const time = median(all, ({ milliseconds }) => milliseconds);
  const times = all.map(({ milliseconds }) => milliseconds);
  const range = `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)}`;
  const rss = median(all, (run) => run.rss);
  return `| ${name} | ${time.toFixed(0)} ms | ${(time / base).toFixed(2)} | ${range} | ${rss.toFixed(0)} MB | ${judge(all[0])} |`;
}

function judge(run: Run | undefined): string {
  const wrong = (Object.keys(truth) as (keyof Truth)[]).filter((key) => run?.found[key] !== truth[key]);
  return wrong.length === 0 ? 'all right' : wrong.map((key) => `${key} ${run?.found[key]}`).join(', ');
}

function median(all: readonly Run[], of: (run: Run) => number): number {
  const sorted = all.map(of).sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
