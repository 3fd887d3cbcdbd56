import { readRepositoryFile } from '../../adapters/github/read-repository-file.ts';
import type { StoredReview } from '../../ports.ts';
import type { Access } from './open-access.ts';
import type { WorkerWorld } from './worker-world.ts';

/** Settings that hold for all repositories of an account; null when it has none. */
export type OrganisationSettings = { readonly name: string; readonly text: string } | null;

/** Reads them for the account of a review. @throws ForgeError when GitHub cannot be asked */
export type ReadOrganisation = (
  access: Pick<Access, 'owner'>,
  review: Pick<StoredReview, 'installationId'>,
) => Promise<OrganisationSettings>;

/** Where settings of an organisation are looked for, in this order, in its repository of this name. */
const REPOSITORY = '.github';
const PATHS = [
  '.github/multi-agent-review.yml',
  '.github/multi-agent-review.yaml',
  'multi-agent-review.yml',
  'multi-agent-review.yaml',
] as const;
/** A change is in force after a minute, and a storm of pushes asks once. */
const FRESH_MS = 60_000;
const READ_MS = 60_000;
const END_MS = 15_000;

/**
 * Makes the function that reads the settings of organisations, from the default branch of `<org>/.github`, with a token
 * that may read contents of that one repository. Only what the same installation reaches is read, so that no account has
 * a say in the reviews of another.
 */
export function makeReadOrganisation(world: WorkerWorld): ReadOrganisation {
  const { clock } = world;
  const known = new Map<number, { readonly at: number; readonly settings: Promise<OrganisationSettings> }>();
  return ({ owner }, { installationId }) => {
    const found = known.get(installationId);
    if (found !== undefined && clock.steady() - found.at < FRESH_MS) return found.settings;
    for (const [id, { at }] of known) if (clock.steady() - at >= FRESH_MS) known.delete(id);
    // Shared by several jobs: none of them may end it for the others.
    const settings = read(owner, installationId, world, AbortSignal.timeout(READ_MS));
    known.set(installationId, { at: clock.steady(), settings });
    settings.catch(() => known.delete(installationId));
    return settings;
  };
}

async function read(
  owner: string,
  installationId: number,
  { host, settings, clock, log }: WorkerWorld,
  signal: AbortSignal,
): Promise<OrganisationSettings> {
  const permissions = { contents: 'read' } as const;
  const given = await host.mintNamedToken(
    { installationId, repositoryName: REPOSITORY, permissions },
    signal,
  );
  if (given === null) return null;
  const { token } = given;
  try {
    const where = { owner, repo: REPOSITORY, token, apiUrl: settings.apiUrl, clock, log };
    for (const path of PATHS) {
      const text = await readRepositoryFile(where, path, signal);
      if (text !== null) return { name: `${owner}/${REPOSITORY}/${path}`, text };
    }
    return null;
  } finally {
    await host
      .revokeToken(token, AbortSignal.timeout(END_MS))
      .catch(() => log.warn('a token could not be ended; it ends by itself within the hour', { owner }));
  }
}
