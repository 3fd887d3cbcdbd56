import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { DIST } from '../cli/run-cli.ts';

/** A program of the built App that was started. */
export interface Started {
  /** Everything that it has said so far. */
  text(): string;
  /** As a platform does that stops it. */
  stop(): void;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

export interface StartOptions {
  /** The Node that runs it. */
  readonly node: string;
  /** Made by {@link installApp}. */
  readonly folder: string;
  readonly program?: 'app.js' | 'send-webhook.js';
  readonly args?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** A folder with `dist` and the packages, and nothing else of the repository. */
export function installApp(): string {
  const folder = temporaryFolder();
  cpSync(DIST, join(folder, 'dist'), { recursive: true });
  symlinkSync(join(DIST, '..', 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Starts a program of the App in its folder, with an environment of the test's own. The end of the test ends it. */
export function startBuilt({
  node,
  folder,
  program = 'app.js',
  args = [],
  environment,
}: StartOptions): Started {
  const child = spawn(node, [join('dist', 'app', program), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  onTestFinished(() => kill(child, ended));
  return { text: () => said, stop: () => void child.kill('SIGTERM'), ended };
}

async function kill(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

/** Every Node on the path that we support, and the one that runs the tests: one of each version. */
export function nodes(): readonly (readonly [version: string, path: string])[] {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path));
  const versions = new Map<string, string>();
  for (const path of [...found, process.execPath]) {
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim();
    const [, major = '0'] = /^v(\d+)\./.exec(version) ?? [];
    if (Number(major) >= 20 && !versions.has(version)) versions.set(version, path);
  }
  return [...versions];
}
