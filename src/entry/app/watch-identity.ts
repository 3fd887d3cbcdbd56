import { ForgeError, messageOf, ReviewError } from '../../errors.ts';
import type { Clock, Log } from '../../ports.ts';

/** Who we are on GitHub. */
export interface KnownIdentity {
  readonly id: number;
  readonly slug: string;
  readonly botLogin: string;
}

export interface IdentityWatch {
  /** Null until GitHub said so. */
  known(): KnownIdentity | null;
  /** Why it is not known yet, in words; null when it is. */
  problem(): string | null;
}

export interface IdentityOptions {
  readonly appId: number;
  ask(signal: AbortSignal): Promise<KnownIdentity>;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends the asking. */
  readonly signal: AbortSignal;
}

/** At start a person waits; later it is asked again with pauses that grow to a minute. */
const FIRST_MS = 5_000;
const PAUSES_MS = [1_000, 2_000, 5_000, 15_000, 30_000, 60_000];

/**
 * Asks GitHub who we are. A GitHub that is away stops nobody from starting: webhooks are kept, and it is asked again.
 * @throws ReviewError `bad-usage` when GitHub says that the key does not belong to the App
 */
export async function watchIdentity({
  appId,
  ask,
  clock,
  log,
  signal,
}: IdentityOptions): Promise<IdentityWatch> {
  let known: KnownIdentity | null = null;
  let problem: string | null = 'GitHub was not asked yet';
  let cancel = () => {};
  const attempt = async () => {
    try {
      known = checked(await ask(AbortSignal.any([signal, AbortSignal.timeout(FIRST_MS)])), appId);
      problem = null;
    } catch (thrown) {
      if (isOurFault(thrown)) throw keyRefused(appId, thrown);
      problem = messageOf(thrown);
    }
  };
  const later = (tries: number) => {
    if (signal.aborted) return;
    cancel = clock.after(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 0, () => {
      attempt().then(
        () => (known === null ? later(tries + 1) : log.info('GitHub knows this App.', { slug: known.slug })),
        (thrown: unknown) => {
          problem = messageOf(thrown);
          log.warn(problem);
        },
      );
    });
  };
  signal.addEventListener('abort', () => cancel(), { once: true });
  await attempt();
  if (problem !== null && !signal.aborted) {
    log.warn(`GitHub could not say who this App is, and is asked again: ${problem}`);
    later(0);
  }
  return { known: () => known, problem: () => problem };
}

function checked(identity: KnownIdentity, appId: number): KnownIdentity {
  if (identity.id === appId) return identity;
  throw new ReviewError(
    'bad-usage',
    `The private key belongs to the App ${identity.id} (${identity.slug}), and APP_ID is ${appId}.`,
    'Set APP_ID and the private key of the same App.',
  );
}

/** Status 401: the key is of another App. 404: there is no App of that number. Decided by the status, never by words. */
function isOurFault(thrown: unknown): boolean {
  if (thrown instanceof ForgeError) return thrown.status === 401 || thrown.status === 404;
  return thrown instanceof ReviewError;
}

function keyRefused(appId: number, cause: unknown): ReviewError {
  if (cause instanceof ReviewError && !(cause instanceof ForgeError)) return cause;
  return new ReviewError(
    'bad-usage',
    `GitHub does not accept the private key for the App ${appId}.`,
    'Set APP_ID and the private key of the same App; keys are made and deleted on its settings page. GITHUB_API_URL has to name the GitHub it lives on.',
    { cause },
  );
}
