import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ReviewError } from '../../errors.ts';
import type { Environment } from './app-settings.ts';

/** What GitHub gave the App when it was registered. */
export interface Credentials {
  readonly appId: number;
  /** PEM; appears in no message. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** For the sign-in of people; empty when they are not given. */
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Texts that are in documents and examples: whoever knows one could send us anything. */
const WELL_KNOWN =
  /^(?:development|secret|(?:your|my|the)?[-_ ]?(?:github[-_ ]?)?webhook[-_ ]?secret|change[-_ ]?me.*|password.*)$/i;
const SHORTEST_SECRET = 16;
const FEWEST_CHARACTERS = 5;

/** How each credential is named where it is given. */
const NAMES = ['APP_ID', 'PRIVATE_KEY', 'PRIVATE_KEY_PATH', 'WEBHOOK_SECRET'] as const;

/**
 * The credentials of the environment, and those that registering saved where the environment names none.
 * @returns null when there are none at all: the App was never registered
 * @throws ReviewError `bad-usage` when they are incomplete or cannot be right
 */
export function readCredentials(
  environment: Environment,
  saved: GivenCredentials | null,
): Credentials | null {
  const set = (name: string) => environment[name]?.trim() ?? '';
  if (saved === null && NAMES.every((name) => set(name) === '')) return null;
  const appId = set('APP_ID') || (saved?.appId ?? '');
  return checkCredentials({
    appId,
    privateKey: keyText(set('PRIVATE_KEY'), set('PRIVATE_KEY_PATH')) || (saved?.privateKey ?? ''),
    webhookSecret: set('WEBHOOK_SECRET') || (saved?.webhookSecret ?? ''),
    clientId: set('GITHUB_CLIENT_ID') || (saved?.clientId ?? ''),
    clientSecret: set('GITHUB_CLIENT_SECRET') || (saved?.clientSecret ?? ''),
  });
}

/** Credentials as texts, not checked yet. */
export type GivenCredentials = { readonly [Name in keyof Credentials]: string };

/** @throws ReviewError `bad-usage` that names what is missing or wrong, and never repeats a key or a secret */
export function checkCredentials(given: GivenCredentials): Credentials {
  return {
    appId: checkAppId(given.appId),
    privateKey: checkPrivateKey(given.privateKey),
    webhookSecret: checkWebhookSecret(given.webhookSecret),
    clientId: given.clientId,
    clientSecret: given.clientSecret,
  };
}

function checkAppId(text: string): number {
  if (text === '') throw missing('APP_ID', 'the number under "App ID" on the settings page of the App');
  const appId = Number(text);
  if (/^[1-9]\d{0,14}$/.test(text)) return appId;
  throw new ReviewError(
    'bad-usage',
    `APP_ID does not take "${text.slice(0, 60)}".`,
    'It takes the number under "App ID" on the settings page of the App.',
  );
}

function checkWebhookSecret(secret: string): string {
  const remedy =
    'Set WEBHOOK_SECRET, and the webhook secret on the settings page of the App, to the same random text, for example of: openssl rand -hex 32';
  if (secret === '') throw new ReviewError('bad-usage', 'WEBHOOK_SECRET is not set.', remedy);
  const refuse = (why: string) => new ReviewError('bad-usage', `WEBHOOK_SECRET ${why}.`, remedy);
  if (WELL_KNOWN.test(secret)) throw refuse('is a text that everybody knows, so anybody could sign webhooks');
  if (secret.length < SHORTEST_SECRET)
    throw refuse(
      `has ${secret.length} characters, and at least ${SHORTEST_SECRET} are needed to make it hard to guess`,
    );
  if (new Set(secret).size < FEWEST_CHARACTERS)
    throw refuse('repeats too few characters to be hard to guess');
  return secret;
}

/** @returns the key with line breaks as PEM has them */
function checkPrivateKey(text: string): string {
  if (text === '')
    throw missing(
      'PRIVATE_KEY',
      'the text of the .pem file that GitHub gave out, or set PRIVATE_KEY_PATH to its path',
    );
  const pem = pemOf(text);
  try {
    if (createPrivateKey(pem).asymmetricKeyType === 'rsa') return pem;
  } catch {
    // What the library says may quote the key: our own sentence stands for it.
  }
  throw new ReviewError(
    'bad-usage',
    'The private key of the App cannot be read: it is no RSA key in PEM.',
    'Set PRIVATE_KEY to the whole text of the .pem file (line breaks may be written as \\n, or the whole in base64), or PRIVATE_KEY_PATH to its path; a new key is made on the settings page of the App.',
  );
}

/** Environments that hold no line breaks give them as `\n`, or the whole in base64. */
function pemOf(text: string): string {
  const unquoted = text.replace(/^"([\s\S]*)"$/, '$1').replaceAll('\\n', '\n');
  return unquoted.startsWith('-----BEGIN') ? unquoted : Buffer.from(unquoted, 'base64').toString('utf8');
}

function keyText(text: string, path: string): string {
  if (text !== '' || path === '') return text;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new ReviewError(
      'bad-usage',
      `PRIVATE_KEY_PATH names "${path.slice(0, 300)}", which cannot be read.`,
      'Set it to the .pem file that GitHub gave out, readable by this process.',
      { cause },
    );
  }
}

function missing(name: string, what: string): ReviewError {
  return new ReviewError('bad-usage', `${name} is not set.`, `Set it to ${what}.`);
}
