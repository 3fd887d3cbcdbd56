import { ForgeError } from '../../../errors.ts';
import type { InstallationToken, NamedTokenRequest, TokenRequest } from '../../../ports.ts';
import { lookBeforeResend } from '../look-before-resend.ts';
import type { Client } from '../make-client.ts';

/**
 * A token for one repository with no more than the given permissions (R37). What GitHub gave is checked: a token that
 * reaches further is ended and not handed out.
 * @param end ends a token
 * @throws ForgeError
 */
export async function mintToken(
  client: Client,
  { installationId, repositoryId, permissions }: TokenRequest,
  end: (token: string) => Promise<void>,
  signal: AbortSignal,
): Promise<InstallationToken> {
  try {
    const asked = { repository_ids: [repositoryId], permissions };
    const given = await askForToken(client, installationId, asked, signal);
    const repositories = (given.repositories ?? []).map(({ id }) => Number(id));
    const isNarrow = repositories.length === 1 && repositories[0] === repositoryId;
    if (isNarrow && isWithin(given.permissions ?? {}, permissions))
      return { token: given.token, expiresAt: Date.parse(given.expires_at) };
    await end(given.token);
  } catch (error) {
    throw explained(error, installationId, repositoryId);
  }
  throw new ForgeError(
    'forge-refused',
    `GitHub gave a token that reaches further than repository ${repositoryId} of installation ${installationId}; it was ended.`,
    'Report this with the log.',
    { status: null, maybeDone: false },
  );
}

/**
 * The same for the one repository of that name in the account that the installation is for.
 * @returns null when the installation reaches none of that name, or lacks a permission
 * @throws ForgeError
 */
export async function mintNamedToken(
  client: Client,
  { installationId, repositoryName, permissions }: NamedTokenRequest,
  end: (token: string) => Promise<void>,
  signal: AbortSignal,
): Promise<InstallationToken | null> {
  try {
    const asked = { repositories: [repositoryName], permissions };
    const given = await askForToken(client, installationId, asked, signal);
    const [only, ...others] = given.repositories ?? [];
    const isIt = others.length === 0 && only?.name.toLowerCase() === repositoryName.toLowerCase();
    if (isIt && isWithin(given.permissions ?? {}, permissions))
      return { token: given.token, expiresAt: Date.parse(given.expires_at) };
    await end(given.token);
  } catch (error) {
    if (error instanceof ForgeError && error.status === 422) return null;
    throw error;
  }
  throw new ForgeError(
    'forge-refused',
    `GitHub gave a token that reaches further than "${repositoryName}" of installation ${installationId}; it was ended.`,
    'Report this with the log.',
    { status: null, maybeDone: false },
  );
}

/** A token whose answer was lost is in nobody's hands and ends within the hour: another may be made. */
function askForToken(
  client: Client,
  installationId: number,
  narrowed: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) {
  const send = async () => {
    const { data } = await client.request('POST /app/installations/{installation_id}/access_tokens', {
      installation_id: installationId,
      ...narrowed,
      request: { signal },
    });
    return data;
  };
  return lookBeforeResend(send, async () => null);
}

/** `metadata: read` comes with every token. */
function isWithin(given: Readonly<Record<string, unknown>>, asked: TokenRequest['permissions']): boolean {
  return Object.entries(given).every(([name, level]) => {
    if (name === 'metadata' && level === 'read') return true;
    const wanted = Object.hasOwn(asked, name) ? asked[name] : undefined;
    return level === wanted || (wanted === 'write' && level === 'read');
  });
}

/** GitHub answers 422 for a repository or a permission that the installation has not, 403 while it is suspended. */
function explained(error: unknown, installationId: number, repositoryId: number): unknown {
  if (!(error instanceof ForgeError)) return error;
  const { status, maybeDone } = error;
  const fail = (code: 'forge-forbidden' | 'forge-not-found', what: string, remedy: string) =>
    new ForgeError(code, what, remedy, { status, maybeDone }, { cause: error });
  if (status === 422)
    return fail(
      'forge-forbidden',
      `Installation ${installationId} does not reach repository ${repositoryId}, or not with the permissions a review takes.`,
      'Add the repository to the installation, and let its owner approve the permissions the App asks for.',
    );
  if (status === 403 && error.code === 'forge-forbidden')
    return fail(
      'forge-forbidden',
      `Installation ${installationId} is suspended.`,
      'Its owner can unsuspend it in the settings of the App.',
    );
  if (error.code === 'forge-not-found')
    return fail(
      'forge-not-found',
      `There is no installation ${installationId} of this App.`,
      'It was taken away; nothing is left to do.',
    );
  return error;
}
