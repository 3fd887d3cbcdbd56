import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, ReviewError } from '../../errors.ts';
import { object, safely, text } from '../../event/shape.ts';
import type { GivenCredentials } from './credentials.ts';

const FILE = 'credentials.json';

/** What registering leaves behind. */
export interface SavedApp extends GivenCredentials {
  /** The address that webhooks were directed to. */
  readonly publicUrl: string;
}

const fileShape = safely(
  object<SavedApp>({
    appId: text,
    privateKey: text,
    webhookSecret: text,
    clientId: text,
    clientSecret: text,
    publicUrl: text,
  }),
);

/** Where registering leaves the credentials. */
export function credentialsPath(dataFolder: string): string {
  return join(dataFolder, FILE);
}

/**
 * Reads what registering wrote.
 * @returns null when there is no such file
 * @throws ReviewError `bad-usage` when it cannot be read; nothing of its content is repeated
 */
export function readCredentialsFile(dataFolder: string): SavedApp | null {
  const path = credentialsPath(dataFolder);
  const content = contentOf(path);
  if (content === null) return null;
  const parsed = fileShape.safeParse(parse(content));
  if (parsed.success) return parsed.data;
  throw new ReviewError(
    'bad-usage',
    `The file "${path}" does not hold the credentials of the App.`,
    'Delete it to register the App again, or set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET.',
  );
}

/**
 * Writes the credentials where only this account can read them: whole or not at all.
 * @throws ReviewError `output-unwritable`
 */
export function writeCredentialsFile(dataFolder: string, saved: SavedApp): void {
  const path = credentialsPath(dataFolder);
  const draft = `${path}.new`;
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    rmSync(draft, { force: true });
    writeFileSync(draft, `${JSON.stringify(saved, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    chmodSync(draft, 0o600);
    renameSync(draft, path);
  } catch (cause) {
    throw new ReviewError(
      'output-unwritable',
      `The credentials cannot be written to "${path}": ${messageOf(cause)}.`,
      'Set DATA_FOLDER to a folder that this account may write to.',
      { cause },
    );
  }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new ReviewError(
      'bad-usage',
      `The file "${path}" cannot be read: ${messageOf(cause)}.`,
      'Let this account read it, or set DATA_FOLDER to another folder.',
      { cause },
    );
  }
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
