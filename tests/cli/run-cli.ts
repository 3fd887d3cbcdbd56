import { spawn, spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/model.ts';
import { ENVIRONMENT, temporaryFolder } from '../adapters/git/temporary-repository.ts';

export const DIST = join(import.meta.dirname, '..', '..', 'dist');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly dist?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the built command line as a person would, with an environment of the test's own. */
export function runCli(words: readonly string[], options: RunOptions = {}): Ran {
  const { cwd = DIST, input, dist = DIST, environment = {} } = options;
  const run = spawnSync(process.execPath, [join(dist, 'cli.js'), ...words], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 400_000_000,
    env: { ...ENVIRONMENT, ...environment },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** A command line that goes on beside this process. */
export interface StartedCli {
  /** As Ctrl-C does. */
  interrupt(): void;
  readonly ended: Promise<Ran>;
}

/** The same while this process goes on: for servers that the test itself is. */
export function startCli(
  words: readonly string[],
  { cwd = DIST, environment = {} }: Pick<RunOptions, 'cwd' | 'environment'> = {},
): StartedCli {
  const child = spawn(process.execPath, [join(DIST, 'cli.js'), ...words], {
    cwd,
    env: { ...ENVIRONMENT, ...environment },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return {
    interrupt: () => void child.kill('SIGINT'),
    ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err }))),
  };
}

/** Starts the command line and waits for its end. */
export function runCliBeside(...given: Parameters<typeof startCli>): Promise<Ran> {
  return startCli(...given).ended;
}

/** Runs `review` and reads its JSON report. */
export function reviewJson(
  words: readonly string[],
  options: RunOptions = {},
): Ran & { readonly report: Report } {
  const ran = runCli(['review', ...words, '--format', 'json', '--quiet'], options);
  if (!ran.out.startsWith('{')) throw new Error(`no report, exit code ${ran.code}:\n${ran.err}`);
  return { ...ran, report: JSON.parse(ran.out) as Report };
}

/** A copy of `dist/` that a test may damage. */
export function copyOfDist(): string {
  const folder = temporaryFolder();
  cpSync(DIST, folder, { recursive: true });
  return folder;
}
