import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { DIST } from '../cli/run-cli.ts';

/** A built program of the App as a process of its own. */
export interface RunningProcess {
  readonly child: ChildProcess;
  /** What it wrote so far, both streams. */
  output(): string;
  /** Waits until it wrote something like this. @throws Error when it ended before */
  wrote(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

export interface RunProcessOptions {
  /** The Node that runs it. Default: that of the tests. */
  readonly node?: string;
  /** Where it lies, and is started. Default: this repository. */
  readonly folder?: string;
}

/**
 * @param program in dist/app
 * @param environment all that it gets besides PATH
 */
export function runProcess(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  { node = process.execPath, folder = join(DIST, '..') }: RunProcessOptions = {},
): RunningProcess {
  const child = spawn(node, [join('dist', 'app', program), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      tell();
    });
  }
  let hasEnded = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      hasEnded = true;
      resolve(code);
      tell();
    });
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const wrote = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match === null && !hasEnded) return;
        listeners.delete(look);
        if (match === null) reject(new Error(`It ended without ${pattern}:\n${output}`));
        else resolve(match);
      };
      listeners.add(look);
      look();
    });
  return { child, output: () => output, wrote, ended };
}
