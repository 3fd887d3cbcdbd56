import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readAppSettings, secretsOf } from '../../src/entry/app/app-settings.ts';
import {
  credentialsPath,
  readCredentialsFile,
  writeCredentialsFile,
} from '../../src/entry/app/credentials-file.ts';
import { makeJsonLog } from '../../src/entry/app/json-log.ts';
import { runApp } from '../../src/entry/app/run-app.ts';
import { ReviewError } from '../../src/errors.ts';
import { makeSecretFilter } from '../../src/render/secret-filter.ts';
import { temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { makeKey, makeSecret } from './make-key.ts';

const KEY = makeKey();
const SECRET = makeSecret();

let folder: string;
let environment: Record<string, string>;

beforeEach(() => {
  folder = temporaryFolder();
  environment = { APP_ID: '7', PRIVATE_KEY: KEY, WEBHOOK_SECRET: SECRET, DATA_FOLDER: folder };
});

const read = (changes: Readonly<Record<string, string>> = {}, args: readonly string[] = []) =>
  readAppSettings(args, { ...environment, ...changes });

/** The sentence with which it refuses to start; it never holds what must stay secret. */
function refusal(changes: Readonly<Record<string, string>>, args: readonly string[] = []): string {
  try {
    read(changes, args);
  } catch (thrown) {
    if (!(thrown instanceof ReviewError)) throw thrown;
    const said = `${thrown.message} ${thrown.remedy}`;
    for (const line of KEY.split('\n').slice(1, -2)) expect(said).not.toContain(line);
    expect(said).not.toContain(SECRET);
    return said;
  }
  throw new Error('The settings were taken.');
}

describe('settings of the App', () => {
  it('have defaults for all that is not given', () => {
    expect(read()).toMatchObject({
      role: 'all',
      credentials: {
        appId: 7,
        privateKey: KEY.trim(),
        webhookSecret: SECRET,
        clientId: '',
        clientSecret: '',
      },
      database: { folder },
      host: '127.0.0.1',
      port: 3000,
      publicUrl: null,
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
      models: null,
      reviewConcurrency: 2,
      statusContext: 'multi-agent-review',
      retentionDays: 90,
      monthlyBudgetUsd: null,
      logLevel: 'info',
    });
  });

  it('are taken from the environment', () => {
    const server = 'postgres://user:pass@db:5432/reviews';
    const given = {
      DATABASE_URL: server,
      PORT: '0',
      PUBLIC_URL: 'https://reviews.example.com/',
      GITHUB_SERVER_URL: 'https://git.example.com',
      MONTHLY_BUDGET_USD: '20',
      ANTHROPIC_API_KEY: 'a-model-key-of-a-test',
    };
    expect(read(given, ['--role', 'worker'])).toMatchObject({
      role: 'worker',
      database: { url: server },
      port: 0,
      publicUrl: 'https://reviews.example.com',
      apiUrl: 'https://git.example.com/api/v3',
      monthlyBudgetUsd: 20,
      models: { apiKey: 'a-model-key-of-a-test' },
    });
    expect(read(given, ['--role=web']).role).toBe('web');
  });

  it('are none of credentials when nothing was ever given', () => {
    expect(readAppSettings([], { DATA_FOLDER: folder }).credentials).toBeNull();
  });

  it.each([
    ['line breaks written out', (key: string) => key.replaceAll('\n', '\\n')],
    ['quotes around it', (key: string) => `"${key.replaceAll('\n', '\\n')}"`],
    ['base64', (key: string) => Buffer.from(key).toString('base64')],
  ])('take the key with %s', (_, write) => {
    expect(read({ PRIVATE_KEY: write(KEY) }).credentials?.privateKey.trim()).toBe(KEY.trim());
  });

  it('take the key from a file', () => {
    const path = join(folder, 'app.pem');
    writeFileSync(path, KEY);
    expect(read({ PRIVATE_KEY: '', PRIVATE_KEY_PATH: path }).credentials?.privateKey).toBe(KEY.trim());
    expect(refusal({ PRIVATE_KEY: '', PRIVATE_KEY_PATH: join(folder, 'none.pem') })).toContain('none.pem');
  });
});

describe('the App refuses to start, and says why', () => {
  it.each([
    ['APP_ID', '', 'APP_ID is not set'],
    ['APP_ID', '12x', 'APP_ID does not take "12x"'],
    ['PRIVATE_KEY', '', 'PRIVATE_KEY is not set'],
    ['WEBHOOK_SECRET', '', 'WEBHOOK_SECRET is not set'],
    ['WEBHOOK_SECRET', 'development', 'everybody knows'],
    ['WEBHOOK_SECRET', 'secret', 'everybody knows'],
    ['WEBHOOK_SECRET', 'your-webhook-secret', 'everybody knows'],
    ['WEBHOOK_SECRET', 'Changeme-please-now', 'everybody knows'],
    ['WEBHOOK_SECRET', 'kq8z-short', 'has 10 characters'],
    ['WEBHOOK_SECRET', 'abababababababababab', 'repeats too few'],
    ['PORT', '70000', 'PORT does not take "70000". It takes a whole number from 0 to 65535.'],
    ['REVIEW_CONCURRENCY', '0', 'from 1 to 64'],
    ['DEADLINE_SECONDS', '3600', 'from 1 to 3300'],
    ['PUBLIC_URL', 'reviews.example.com', 'PUBLIC_URL does not take'],
    ['GITHUB_API_URL', 'ftp://x', 'GITHUB_API_URL does not take'],
    ['DATABASE_URL', 'mysql://user:hunter2hunter2@db/x', 'DATABASE_URL does not take "mysql://…@db/x"'],
    ['METRICS_TOKEN', 'hunter2', 'METRICS_TOKEN has 7 characters'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL does not take "loud"'],
    ['ALLOW_REMOTE_SETUP', 'yes', 'true, false'],
    ['ANTHROPIC_BASE_URL', 'http://models.example.com', 'unencrypted'],
  ])('%s=%s', (name, value, said) => {
    expect(refusal({ ANTHROPIC_API_KEY: 'a-model-key-of-a-test', [name]: value })).toContain(said);
  });

  it('when one process of several has no database server', () => {
    for (const role of ['web', 'worker'])
      expect(refusal({}, ['--role', role])).toContain(
        `--role ${role} needs a database that several processes can open`,
      );
  });

  it('when an argument means nothing', () => {
    expect(refusal({}, ['--role', 'wroker'])).toContain('worker');
    expect(refusal({}, ['--rule', 'web'])).toContain('does not know "--rule"');
    expect(refusal({}, ['--role'])).toContain('--role does not take ""');
  });

  it('when one of several processes is not registered', () => {
    const none = { APP_ID: '', PRIVATE_KEY: '', WEBHOOK_SECRET: '', DATABASE_URL: 'postgres://db/x' };
    expect(refusal(none, ['--role', 'worker'])).toContain('needs a registered App');
  });
});

describe('R40 the private key', () => {
  it.each([
    ['cut in half', KEY.slice(0, KEY.length / 2)],
    ['of another kind', KEY.replaceAll('RSA PRIVATE', 'PUBLIC')],
    ['with a letter changed', KEY.replace(/[A-M]/, 'z')],
    ['no key at all', 'hello'],
  ])('is refused when it is %s, and never repeated', (_, key) => {
    expect(refusal({ PRIVATE_KEY: key })).toContain('The private key of the App cannot be read');
  });

  it('is in nothing that is said of a fault nobody caught', async () => {
    const said: string[] = [];
    const faults: ((thrown: unknown) => void)[] = [];
    const root = new URL('../../', import.meta.url);
    const code = await runApp({
      args: [],
      environment: { ...environment, DATABASE_URL: 'postgres://user@127.0.0.1:9/x', PORT: '0' },
      root,
      reviewProcess: root,
      signal: AbortSignal.abort(),
      out: () => undefined,
      error: (text) => said.push(text),
      onFault: (report) => faults.push(report),
    });
    expect([code, faults.length]).toEqual([1, 1]);
    faults[0]?.(new Error(`cannot read ${KEY}`, { cause: KEY }));
    faults[0]?.(KEY);
    for (const line of KEY.split('\n').slice(1, -2)) expect(said.join()).not.toContain(line);
    expect(said.at(-1)).toContain('The App stopped on a fault of its own: ');
  });

  it('is in no line of the log, nor any other secret', () => {
    const settings = read({
      DATABASE_URL: 'postgres://user:a%2Fpass-word-of-a-test@db/x',
      GITHUB_CLIENT_SECRET: 'client-secret-of-a-test',
    });
    const lines: string[] = [];
    const hide = makeSecretFilter(secretsOf(settings));
    const log = makeJsonLog({ level: 'info', now: () => 0, hide, write: (line) => lines.push(line) });
    const secrets = [
      KEY,
      SECRET,
      'a/pass-word-of-a-test',
      'a%2Fpass-word-of-a-test',
      'client-secret-of-a-test',
    ];
    for (const secret of secrets) {
      log.warn(`failed with ${secret}`, { error: new Error(secret).stack, nested: { secret } });
      log.info(Buffer.from(secret).toString('base64'));
    }
    const all = lines.join('');
    for (const secret of [...KEY.split('\n').slice(1, -2), ...secrets.slice(1)])
      expect(all).not.toContain(secret);
    expect(all).toContain('[hidden]');
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ time: '1970-01-01T00:00:00.000Z' });
  });
});

describe('the log', () => {
  it('stays one JSON object per line, whatever it is told (R23)', () => {
    const lines: string[] = [];
    const log = makeJsonLog({
      level: 'warn',
      now: () => 0,
      hide: (text) => text,
      write: (line) => lines.push(line),
    });
    log.info('left out');
    log.warn('a\r\n{"level":"info"}\u2028', { path: 'x\n'.repeat(100), body: 'y'.repeat(100_000) });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/);
    expect(lines[0]?.length).toBeLessThan(10_000);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn' });
  });
});

describe('credentials that registering left behind', () => {
  const saved = {
    appId: '9',
    privateKey: KEY,
    webhookSecret: SECRET,
    clientId: 'Iv1.x',
    clientSecret: 'client-secret-of-a-test',
    publicUrl: 'https://reviews.example.com',
  };

  it('can be read by this account only, and come back whole', () => {
    writeCredentialsFile(folder, saved);
    expect(statSync(credentialsPath(folder)).mode & 0o777).toBe(0o600);
    expect(readCredentialsFile(folder)).toEqual(saved);
    writeCredentialsFile(folder, { ...saved, appId: '10' });
    expect(readCredentialsFile(folder)?.appId).toBe('10');
  });

  it('are used where the environment names none', () => {
    writeCredentialsFile(folder, saved);
    expect(readAppSettings([], { DATA_FOLDER: folder })).toMatchObject({
      credentials: { appId: 9, clientId: 'Iv1.x' },
      publicUrl: 'https://reviews.example.com',
    });
    const other = readAppSettings([], {
      DATA_FOLDER: folder,
      APP_ID: '12',
      PUBLIC_URL: 'https://other.example.com',
    });
    expect(other).toMatchObject({ credentials: { appId: 12 }, publicUrl: 'https://other.example.com' });
  });

  it('are refused when they are damaged, without a word of them', () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(credentialsPath(folder), JSON.stringify({ ...saved, appId: 9 }));
    expect(refusal({})).toContain('does not hold the credentials of the App');
    writeFileSync(credentialsPath(folder), `{"privateKey": "${KEY}`);
    expect(refusal({})).toContain('Delete it');
    expect(readFileSync(credentialsPath(folder), 'utf8')).toContain('RSA');
  });

  it('say where they cannot be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o600);
    expect(() => writeCredentialsFile(file, saved)).toThrow(/cannot be written to/);
  });
});
