import { resolve } from 'node:path';
import { ReviewError } from '../../errors.ts';
import { oneOf, wholeNumber } from '../given-values.ts';
import { checkModelOrder, type ModelOrder } from '../open-models.ts';
import { githubAddress } from '../pull-request/github-address.ts';
import { type Credentials, readCredentials } from './credentials.ts';
import { readCredentialsFile } from './credentials-file.ts';
import { checkAddress, databaseUrl } from './given-addresses.ts';

export const ROLES = ['all', 'web', 'worker'] as const;
export type Role = (typeof ROLES)[number];

export const LOG_LEVELS = ['debug', 'info', 'warn', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * A review's token ends after an hour (facts: installation tokens), and what it found is published with it: five minutes are
 * left for that.
 */
const MOST_DEADLINE_SECONDS = 3_300;

/** Everything that the App is told from outside, read once. */
export interface AppSettings {
  /** `web` takes webhooks and shows pages, `worker` reviews, `all` does both in one process and its children. */
  readonly role: Role;
  /** Null when there are none at all: the App is registered first. */
  readonly credentials: Credentials | null;
  /** A server, or the folder of the embedded database. */
  readonly database: { readonly url: string } | { readonly folder: string };
  readonly dataFolder: string;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Address at which GitHub and people reach us, without a slash at its end; null when nobody said. */
  readonly publicUrl: string | null;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly graphqlUrl: string;
  /** Registering is possible from other machines than this one. */
  readonly remoteSetUp: boolean;
  /** Null without a key. */
  readonly models: ModelOrder | null;
  /** Reviews at the same time in one worker process. */
  readonly reviewConcurrency: number;
  readonly writeSpacingMs: number;
  readonly statusContext: string;
  readonly deadlineSeconds: number;
  /** Days for which reviews are kept. */
  readonly retentionDays: number;
  /** Dollars that one installation may spend in a month; null for no limit. */
  readonly monthlyBudgetUsd: number | null;
  /** What Prometheus shows to read the metrics; null when anybody who reaches the port may. */
  readonly metricsToken: string | null;
  readonly logLevel: LogLevel;
  /** Seconds that running reviews get to end when the process is asked to stop. */
  readonly stopSeconds: number;
}

/** Variables as the process got them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads arguments and environment.
 * @param args after the name of the program
 * @throws ReviewError `bad-usage` that names the variable, what is wrong with it and what is allowed; it never holds a key
 */
export function readAppSettings(args: readonly string[], environment: Environment): AppSettings {
  const set = (name: string) => environment[name]?.trim() ?? '';
  const number = (name: string, least: number, most: number, otherwise: number) =>
    set(name) === '' ? otherwise : wholeNumber(name, set(name), least, most);
  const role = roleOf(args);
  const dataFolder = resolve(set('DATA_FOLDER') || './data');
  const url = databaseUrl(set('DATABASE_URL'));
  if (url === null && role !== 'all') {
    throw new ReviewError(
      'bad-usage',
      `--role ${role} needs a database that several processes can open, and DATABASE_URL is not set.`,
      'Set DATABASE_URL to a PostgreSQL server, or leave --role out to run everything in one process.',
    );
  }
  const saved = readCredentialsFile(dataFolder);
  const publicUrl = set('PUBLIC_URL') || (saved?.publicUrl ?? '');
  const credentials = readCredentials(environment, saved);
  if (credentials === null && role !== 'all') {
    throw new ReviewError(
      'bad-usage',
      `--role ${role} needs a registered App, and neither APP_ID, PRIVATE_KEY nor WEBHOOK_SECRET is set.`,
      'Set them, or run npm run app once without --role to register the App.',
    );
  }
  const { apiUrl, serverUrl, graphqlUrl } = githubAddress(null, environment);
  return {
    role,
    credentials,
    database: url === null ? { folder: dataFolder } : { url },
    dataFolder,
    host: set('HOST') || '127.0.0.1',
    port: number('PORT', 0, 65_535, 3_000),
    publicUrl: publicUrl === '' ? null : checkAddress('PUBLIC_URL', publicUrl),
    apiUrl: checkAddress('GITHUB_API_URL', apiUrl),
    serverUrl: checkAddress('GITHUB_SERVER_URL', serverUrl),
    graphqlUrl: checkAddress('GITHUB_GRAPHQL_URL', graphqlUrl),
    remoteSetUp:
      oneOf('ALLOW_REMOTE_SETUP', set('ALLOW_REMOTE_SETUP') || 'false', ['true', 'false']) === 'true',
    models: modelsOf(set),
    reviewConcurrency: number('REVIEW_CONCURRENCY', 1, 64, 2),
    writeSpacingMs: number('WRITE_SPACING_MS', 0, 60_000, 1_000),
    statusContext: set('STATUS_CONTEXT') || 'multi-agent-review',
    deadlineSeconds: number('DEADLINE_SECONDS', 1, MOST_DEADLINE_SECONDS, 300),
    retentionDays: number('RETENTION_DAYS', 1, 3_650, 90),
    monthlyBudgetUsd: set('MONTHLY_BUDGET_USD') === '' ? null : number('MONTHLY_BUDGET_USD', 0, 1_000_000, 0),
    metricsToken: metricsTokenOf(set('METRICS_TOKEN')),
    logLevel: oneOf('LOG_LEVEL', set('LOG_LEVEL') || 'info', LOG_LEVELS),
    stopSeconds: number('STOP_SECONDS', 0, 3_600, 25),
  };
}

/** Everything in the settings that no line of the log may hold. */
export function secretsOf({ credentials, models, database, metricsToken }: AppSettings): readonly string[] {
  return [
    credentials?.privateKey ?? '',
    credentials?.webhookSecret ?? '',
    credentials?.clientSecret ?? '',
    models?.apiKey ?? '',
    metricsToken ?? '',
    ...('url' in database ? passwordsOf(database.url) : []),
  ].filter((secret) => secret !== '');
}

/** Shorter ones can be guessed. */
const SHORTEST_TOKEN = 16;

function metricsTokenOf(token: string): string | null {
  if (token === '') return null;
  if (token.length >= SHORTEST_TOKEN) return token;
  throw new ReviewError(
    'bad-usage',
    `METRICS_TOKEN has ${token.length} characters, and at least ${SHORTEST_TOKEN} are needed to make it hard to guess.`,
    'Set it to a random text, such as the output of: openssl rand -hex 32',
  );
}

/** The password of an address, as it stands there and as it is meant. */
function passwordsOf(url: string): readonly string[] {
  const { password } = new URL(url);
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    // A stray percent sign: it is meant as it stands there.
    return [password];
  }
}

function roleOf(args: readonly string[]): Role {
  const [flag, value, ...rest] = args.flatMap((arg) => {
    const [, joined] = /^--role=(.*)$/.exec(arg) ?? [];
    return joined === undefined ? [arg] : ['--role', joined];
  });
  if (flag === undefined) return 'all';
  if (flag !== '--role' || rest.length > 0) {
    throw new ReviewError(
      'bad-usage',
      `The App does not know "${flag === '--role' ? rest.join(' ') : flag}".`,
      `It takes --role ${ROLES.join('|')}; everything else stands in the environment (docs/app.md).`,
    );
  }
  return oneOf('--role', value ?? '', ROLES);
}

function modelsOf(set: (name: string) => string): ModelOrder | null {
  const apiKey = set('ANTHROPIC_API_KEY');
  if (apiKey === '') return null;
  return checkModelOrder({
    apiKey,
    baseUrl: set('ANTHROPIC_BASE_URL'),
    profile: oneOf('MODEL_PROFILE', set('MODEL_PROFILE') || 'anthropic', ['anthropic', 'compat'] as const),
    models: { fast: set('MODEL_FAST'), balanced: set('MODEL_BALANCED'), strong: set('MODEL_STRONG') },
    prices: set('PRICES'),
  });
}
