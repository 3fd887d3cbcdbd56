import { messageOf, ReviewError } from '../../errors.ts';
import type { Log } from '../../ports.ts';
import { makeSecretFilter } from '../../render/secret-filter.ts';
import { systemClock, systemRandom } from '../system-ports.ts';
import { type AppSettings, type Environment, readAppSettings, secretsOf } from './app-settings.ts';
import { APP_EXIT } from './exit.ts';
import { makeJsonLog } from './json-log.ts';
import { runSetUp } from './set-up/run-set-up.ts';
import { type RegisteredSettings, startApp } from './start-app.ts';

/** What the process gives the App. */
export interface AppProcess {
  /** After the name of the program. */
  readonly args: readonly string[];
  readonly environment: Environment;
  /** Folder that holds `app.yml` and `dist/`. */
  readonly root: URL;
  /** The program of a review process. */
  readonly reviewProcess: URL;
  /** Aborted when the process is asked to stop. */
  readonly signal: AbortSignal;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Takes what is told of a fault that nobody caught, after which the process ends. */
  readonly onFault: (report: (thrown: unknown) => void) => void;
}

/**
 * Runs the App until it is asked to stop.
 * @returns the exit code
 */
export async function runApp(world: AppProcess): Promise<number> {
  let hide = (text: string) => text;
  // No stack and no cause: either may hold what the message does not (R40).
  const report = (thrown: unknown) =>
    world.error(`${hide(`The App stopped on a fault of its own: ${messageOf(thrown)}`)}\n`);
  world.onFault(report);
  try {
    const settings = readAppSettings(world.args, world.environment);
    hide = makeSecretFilter(secretsOf(settings));
    const registered = await withCredentials(settings, logOf(settings, hide, world), world);
    if (registered === null) return APP_EXIT.stopped;
    // A filter takes a tenth of a second: a key is long.
    if (registered !== settings) hide = makeSecretFilter(secretsOf(registered));
    const log = logOf(registered, hide, world);
    const { root, reviewProcess } = world;
    const ports = { clock: systemClock, random: systemRandom, log };
    const app = await startApp({ settings: registered, root, reviewProcess, ...ports });
    await asked(world.signal);
    log.info('The App was asked to stop.');
    await app.stop();
    log.info('The App has stopped.');
    return APP_EXIT.stopped;
  } catch (thrown) {
    if (thrown instanceof ReviewError) {
      world.error(`${hide(`${thrown.message} ${thrown.remedy}`)}\n`);
      return thrown.code === 'bad-usage' ? APP_EXIT.badInput : APP_EXIT.failed;
    }
    report(thrown);
    return APP_EXIT.failed;
  }
}

async function withCredentials(
  settings: AppSettings,
  log: Log,
  world: AppProcess,
): Promise<RegisteredSettings | null> {
  if (isRegistered(settings)) return settings;
  await runSetUp({
    settings,
    manifest: new URL('app.yml', world.root),
    clock: systemClock,
    random: systemRandom,
    log,
    tell: (line) => world.out(`${line}\n`),
    signal: world.signal,
  });
  // Read like at the next start, so that both are the same.
  const registered = readAppSettings(world.args, world.environment);
  return !world.signal.aborted && isRegistered(registered) ? registered : null;
}

function isRegistered(settings: AppSettings): settings is RegisteredSettings {
  return settings.credentials !== null;
}

function logOf({ logLevel }: AppSettings, hide: (text: string) => string, { out }: AppProcess): Log {
  return makeJsonLog({ level: logLevel, now: systemClock.now, hide, write: out });
}

function asked(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
