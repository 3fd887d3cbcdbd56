import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Report } from '../../src/model.ts';
import { makeSources, type SourceFile } from './make-sources.ts';

/**
 * Keyless reviews of whole repositories by the built command line, each in a cold process: time and memory, and the
 * start of the program as a ratio to an empty one. Figures of one run on one machine; ratios travel, seconds do not.
 */
const CLI = process.env.BENCH_CLI ?? join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const WORK = mkdtempSync(join(tmpdir(), 'bench-review-'));
const [NODE = process.execPath] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
/** Only the cost by changed files. */
const IS_GROWTH_ONLY = process.argv.includes('--growth');

interface Measured {
  readonly seconds: number;
  /** Of all threads: what other work on the machine does not blur. */
  readonly processorSeconds: number;
  readonly megabytes: number;
}

function run(words: readonly string[]): Measured & { readonly code: number | null } {
  const memory = join(WORK, 'memory');
  const began = performance.now();
  const ran = spawnSync(NODE, ['--import', join(import.meta.dirname, 'report-memory.mjs'), ...words], {
    env: { PATH: process.env.PATH, HOME: WORK, MEMORY_FILE: memory },
    encoding: 'utf8',
  });
  const seconds = (performance.now() - began) / 1000;
  const [kilobytes = 0, microseconds = 0] = readFileSync(memory, 'utf8').split(' ').map(Number);
  return { seconds, processorSeconds: microseconds / 1e6, megabytes: kilobytes / 1024, code: ran.status };
}

const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
const at = (numbers: readonly number[], share: number) =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN;

function makeRepository(
  name: string,
  files: readonly SourceFile[],
): { directory: string; diffBytes: number } {
  const directory = join(WORK, name);
  mkdirSync(directory);
  const git = (...command: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=bench', '-c', 'user.email=bench@example.test', '-C', directory, ...command],
      {
        maxBuffer: 1e9,
      },
    );
  git('init', '--quiet');
  for (const side of ['before', 'after'] as const) {
    for (const file of files) {
      mkdirSync(dirname(join(directory, file.path)), { recursive: true });
      writeFileSync(join(directory, file.path), file[side]);
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', side);
  }
  return { directory, diffBytes: git('diff', 'HEAD~1', 'HEAD').length };
}

console.log(`Node ${execFileSync(NODE, ['--version'], { encoding: 'utf8' }).trim()}\n`);

const EMPTY = Array.from({ length: 9 }, () => run(['-e', '0']));
const HELP = Array.from({ length: 9 }, () => run([CLI, '--help']));
const empty = at(
  EMPTY.map((one) => one.seconds),
  0.5,
);
const help = at(
  HELP.map((one) => one.seconds),
  0.5,
);
console.log('start-up                     median      ratio to node -e 0');
console.log(`node -e 0                    ${(empty * 1000).toFixed(0).padStart(5)} ms    1.00`);
console.log(
  `cli.js --help                ${(help * 1000).toFixed(0).padStart(5)} ms    ${(help / empty).toFixed(2)}\n`,
);

/** What a change of 250 KB over 100 files in five languages may take, cold, on two cores. */
const GOAL = { files: 100, p95: 2, megabytes: 250 };
const CASES = [
  { name: 'one file, 2 KB', files: 1, bytes: 2_000, runs: 9 },
  { name: '100 files, 250 KB', files: 100, bytes: 130_000, runs: 21 },
  { name: '320 files, 800 KB', files: 320, bytes: 410_000, runs: 5 },
  { name: '200 files, 5 MB', files: 200, bytes: 2_500_000, runs: 3 },
];
if (!IS_GROWTH_ONLY)
  console.log(
    'keyless review, cold         diff     median      p95     memory   reviewed   ratio to node -e 0',
  );
for (const one of IS_GROWTH_ONLY ? [] : CASES) {
  const { diffBytes, seconds, megabytes, reviewed } = measureReview(one.files, one.bytes, one.runs);
  const p95 = at(seconds, 0.95);
  const columns = [
    one.name.padEnd(24),
    `${(diffBytes / 1000).toFixed(0)} KB`.padStart(9),
    `${at(seconds, 0.5).toFixed(2)} s`.padStart(9),
    `${p95.toFixed(2)} s`.padStart(9),
    `${megabytes.toFixed(0)} MB`.padStart(9),
    `${reviewed}/${one.files}`.padStart(10),
    (at(seconds, 0.5) / empty).toFixed(1).padStart(8),
  ];
  console.log(columns.join(' '));
  if (one.files === GOAL.files) {
    const isReached = p95 < GOAL.p95 && megabytes < GOAL.megabytes;
    console.log(
      `  goal: p95 under ${GOAL.p95} s and ${GOAL.megabytes} MB on two cores; ${isReached ? 'reached' : 'missed'} here, on ${availableParallelism()}`,
    );
  }
}

/** Files of the same size each; the row that the others are compared with comes first. */
const GROWTH = [100, 10, 1_000, 3_000];
const BYTES_PER_FILE = 1_300;
const rows = GROWTH.map((files) => {
  const measured = measureReview(files, files * BYTES_PER_FILE, files >= 1_000 ? 3 : 9);
  const [ms, processor] = [measured.seconds, measured.processorSeconds].map((all) => at(all, 0.5) * 1_000);
  return { files, ms: ms ?? Number.NaN, processor: processor ?? Number.NaN, megabytes: measured.megabytes };
});
const [reference] = rows;
console.log(
  '\ncost by changed files        median    ms per file     memory   times 100 files   in files     processor    per file   times 100 files',
);
for (const { files, ms, processor, megabytes } of [...rows].sort((one, other) => one.files - other.files)) {
  const columns = [
    `${files} files`.padEnd(24),
    `${ms.toFixed(0)} ms`.padStart(11),
    (ms / files).toFixed(2).padStart(13),
    `${megabytes.toFixed(0)} MB`.padStart(11),
    (ms / (reference?.ms ?? Number.NaN)).toFixed(2).padStart(15),
    (files / (reference?.files ?? Number.NaN)).toFixed(1).padStart(12),
    `${processor.toFixed(0)} ms`.padStart(13),
    (processor / files).toFixed(2).padStart(11),
    (processor / (reference?.processor ?? Number.NaN)).toFixed(2).padStart(15),
  ];
  console.log(columns.join(' '));
}
rmSync(WORK, { recursive: true, force: true });

/** Reviews generated files, each time in a new process. */
function measureReview(files: number, bytes: number, times: number) {
  const name = `${files}-files-${bytes}-bytes`;
  const { directory, diffBytes } = makeRepository(name, makeSources(files, bytes));
  const output = join(WORK, 'report.json');
  const options = ['--repo', directory, '--base', 'HEAD~1', '--no-model', '--quiet', '--output', output];
  const runs = Array.from({ length: times }, () => run([CLI, 'review', ...options]));
  const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
  rmSync(directory, { recursive: true, force: true });
  return {
    diffBytes,
    seconds: runs.map((ran) => ran.seconds),
    processorSeconds: runs.map((ran) => ran.processorSeconds),
    megabytes: Math.max(...runs.map((ran) => ran.megabytes)),
    reviewed: report.coverage.reviewed.length,
  };
}
