import { ForgeError } from '../../errors.ts';
import type { Clock, PersonHost, Tenant } from '../../ports.ts';

/** What the dashboard asks GitHub in the name of a person. */
export type People = Pick<PersonHost, 'authorizeUrl' | 'exchange' | 'user' | 'repositories'>;

/** What one person may see at this moment. */
export interface Access {
  readonly allowed: readonly Tenant[];
  mayWrite(tenant: Tenant): boolean;
}

/** Looks up what people may see. */
export interface Accesses {
  /**
   * @param sessionKey what the answer is kept under
   * @returns null when GitHub no longer takes the token: sign in again
   * @throws ForgeError when GitHub cannot be asked; then nothing is shown
   */
  of(sessionKey: string, accessToken: string): Promise<Access | null>;
  /** Forgets what is known of a session. */
  forget(sessionKey: string): void;
}

/** GitHub's word holds this long: somebody who lost access sees nothing after it. */
const FRESH_MS = 60_000;
const MOST_KEPT = 2_000;
const ANSWER_MS = 20_000;

interface Kept {
  readonly at: number;
  readonly access: Promise<Access | null>;
}

/** Asks GitHub, and keeps its answer for a minute; people who ask at once share one answer. */
export function makeAccesses(people: Pick<People, 'repositories'>, clock: Clock): Accesses {
  const kept = new Map<string, Kept>();
  return {
    of(sessionKey, accessToken) {
      const known = kept.get(sessionKey);
      if (known !== undefined && clock.steady() - known.at < FRESH_MS) return known.access;
      // Not the signal of a request: others wait for the same answer.
      const signal = AbortSignal.timeout(ANSWER_MS);
      const access = people.repositories(accessToken, signal).then(accessTo, (error: unknown) => {
        kept.delete(sessionKey);
        if (error instanceof ForgeError && error.status === 401) return null;
        throw error;
      });
      kept.delete(sessionKey);
      kept.set(sessionKey, { at: clock.steady(), access });
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return access;
    },
    forget: (sessionKey) => {
      kept.delete(sessionKey);
    },
  };
}

function accessTo(repositories: Awaited<ReturnType<People['repositories']>>): Access {
  const key = ({ installationId, repositoryId }: Tenant) => `${installationId}/${repositoryId}`;
  const writable = new Set(repositories.filter(({ mayWrite }) => mayWrite).map(key));
  return {
    allowed: repositories.map(({ installationId, repositoryId }) => ({ installationId, repositoryId })),
    mayWrite: (tenant) => writable.has(key(tenant)),
  };
}
