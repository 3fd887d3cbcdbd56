import { readFileSync } from 'node:fs';
import type { Clock, Log, Random } from '../../../ports.ts';
import type { AppSettings } from '../app-settings.ts';
import { type Credentials, checkCredentials } from '../credentials.ts';
import { credentialsPath, writeCredentialsFile } from '../credentials-file.ts';
import { SIGN_IN_PATH, WEBHOOKS_PATH } from '../paths.ts';
import { serve } from '../serve.ts';
import { exchangeCode } from './exchange-code.ts';
import { makeManifest } from './make-manifest.ts';
import { setUpRoutes } from './set-up-routes.ts';

export interface SetUpWorld {
  readonly settings: AppSettings;
  /** Where `app.yml` lies. */
  readonly manifest: URL;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Shows a line to the person who started the service. */
  readonly tell: (line: string) => void;
  /** Stops waiting. */
  readonly signal: AbortSignal;
}

const STOP_MS = 2_000;

/**
 * Registers the App with the help of a person at a browser: prints one address and waits until the credentials are in
 * the data folder.
 * @returns null when it was stopped before
 * @throws ReviewError when host and port cannot be had
 */
export async function runSetUp(world: SetUpWorld): Promise<Credentials | null> {
  const { settings, clock, random, log, signal } = world;
  const token = random.hex(24);
  const text = readFileSync(world.manifest, 'utf8');
  let found: Credentials | null = null;
  let settle = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const routes = setUpRoutes({
    token,
    serverUrl: settings.serverUrl,
    publicUrl: settings.publicUrl ?? '',
    remote: settings.remoteSetUp,
    random,
    manifestFor: (publicUrl, redirectUrl) =>
      makeManifest({ text, publicUrl, redirectUrl, webhooksPath: WEBHOOKS_PATH, signInPath: SIGN_IN_PATH }),
    finish: async (code, publicUrl) => {
      const { credentials, pageUrl } = await exchangeCode(code, { apiUrl: settings.apiUrl, clock, log });
      const checked = checkCredentials(credentials);
      writeCredentialsFile(settings.dataFolder, { ...credentials, publicUrl });
      found = checked;
      return { pageUrl, file: credentialsPath(settings.dataFolder) };
    },
    onDone: () => settle(),
  });
  const { host, port } = settings;
  const served = await serve({ host, port, handlers: [routes], isSecure: false, clock, log });
  world.tell(
    'The App has no credentials yet. Open this address in a browser on this machine to register it:',
  );
  world.tell(`  ${served.url}/setup/${token}`);
  signal.addEventListener('abort', () => settle(), { once: true });
  if (!signal.aborted) await settled;
  await served.stop(STOP_MS);
  return found;
}
