import { parseArgs } from 'node:util';
import { messageOf, ReviewError } from '../../errors.ts';
import type { Environment } from '../app/app-settings.ts';
import { type Credentials, readCredentials } from '../app/credentials.ts';
import { readCredentialsFile } from '../app/credentials-file.ts';
import { checkAddress } from '../app/given-addresses.ts';
import { WEBHOOKS_PATH } from '../app/paths.ts';
import { githubAddress } from '../pull-request/github-address.ts';

/** What is to be sent, and where. */
export interface WebhookOptions {
  readonly url: string;
  readonly secret: string;
  readonly event: string;
  readonly deliveryId: string | null;
  readonly what: FilePayload | PullPayload;
}

/** A payload that lies in a file. */
export interface FilePayload {
  readonly kind: 'file';
  readonly path: string;
}

/** A pull request that is looked up as the App. */
export interface PullPayload {
  readonly kind: 'pull';
  /** As the person wrote it. */
  readonly name: string;
  readonly action: string;
  readonly credentials: Credentials;
  readonly apiUrl: string;
}

export const USAGE = `Sends a signed webhook to the App, as GitHub does.

  npm run app:webhook -- --pull octo/shop#7            the pull request as it is now, looked up as the App
  npm run app:webhook -- --payload event.json          a payload from a file

  --url ADDRESS       default http://127.0.0.1:3000${WEBHOOKS_PATH} (PORT is obeyed)
  --secret TEXT       default WEBHOOK_SECRET, or what registering left in DATA_FOLDER
  --event NAME        default pull_request
  --action NAME       with --pull, default opened
  --delivery ID       default a new one; the same one again is what a redelivery looks like

--pull takes APP_ID, PRIVATE_KEY and GITHUB_API_URL as npm run app does.
`;

/** @throws ReviewError `bad-usage`; null when help is asked for */
export function readWebhookOptions(args: readonly string[], environment: Environment): WebhookOptions | null {
  const values = parse(args);
  if (values.help === true) return null;
  const { payload, pull, event = 'pull_request', action = 'opened' } = values;
  if ((payload === undefined) === (pull === undefined))
    throw usage('Give either --payload FILE or --pull OWNER/REPOSITORY#NUMBER.');
  const saved = readCredentialsFile(environment.DATA_FOLDER?.trim() || './data');
  const secret = values.secret ?? (environment.WEBHOOK_SECRET?.trim() || saved?.webhookSecret || '');
  if (secret === '') throw usage('There is no secret to sign with: give --secret, or set WEBHOOK_SECRET.');
  const url = checkAddress(
    '--url',
    values.url ?? `http://127.0.0.1:${environment.PORT?.trim() || 3000}${WEBHOOKS_PATH}`,
  );
  const common = { url, secret, event, deliveryId: values.delivery ?? null };
  if (payload !== undefined) return { ...common, what: { kind: 'file', path: payload } };
  const credentials = readCredentials({ ...environment, WEBHOOK_SECRET: secret }, saved);
  if (credentials === null)
    throw usage('--pull asks GitHub as the App: set APP_ID and PRIVATE_KEY as for npm run app.');
  const { apiUrl } = githubAddress(null, environment);
  return { ...common, what: { kind: 'pull', name: pull ?? '', action, credentials, apiUrl } };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    url: text,
    secret: text,
    event: text,
    action: text,
    delivery: text,
    payload: text,
    pull: text,
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (thrown) {
    throw usage(messageOf(thrown));
  }
}

function usage(what: string): ReviewError {
  return new ReviewError('bad-usage', what, 'npm run app:webhook -- --help shows all options.');
}
