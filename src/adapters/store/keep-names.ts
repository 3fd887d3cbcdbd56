import type { InstallationRecord, RepositoryRecord, SqlRunner } from '../../ports.ts';

/**
 * Keeps what an installation is called now. Nothing is written when it is known: deliveries of a busy installation must
 * not wait for each other.
 */
export async function keepInstallation(runner: SqlRunner, installation: InstallationRecord): Promise<void> {
  const { id, accountId, accountLogin, accountType, suspended } = installation;
  await runner.query(
    `insert into installation (id, account_id, account_login, account_type, suspended)
     select $1::bigint, $2::bigint, $3::text, $4::text, $5::boolean
     where not exists (select 1 from installation where id = $1::bigint and account_id = $2::bigint
       and account_login = $3::text and account_type = $4::text and suspended = $5::boolean)
     on conflict (id) do update set account_id = excluded.account_id, account_login = excluded.account_login,
       account_type = excluded.account_type, suspended = excluded.suspended`,
    [id, accountId, accountLogin, accountType, suspended],
  );
}

/** Keeps what a repository is called now; nothing is written when it is known. */
export async function keepRepository(runner: SqlRunner, repository: RepositoryRecord): Promise<void> {
  const { installationId, repositoryId, owner, name, isPrivate } = repository;
  await runner.query(
    `insert into repository (installation_id, id, owner, name, is_private)
     select $1::bigint, $2::bigint, $3::text, $4::text, $5::boolean
     where not exists (select 1 from repository where installation_id = $1::bigint and id = $2::bigint
       and owner = $3::text and name = $4::text and is_private = $5::boolean)
     on conflict (installation_id, id) do update set owner = excluded.owner, name = excluded.name,
       is_private = excluded.is_private`,
    [installationId, repositoryId, owner, name, isPrivate],
  );
}

/** Which names the store has as a delivery tells them. */
export interface KnownNames {
  readonly installation: boolean;
  readonly repository: boolean;
}

/**
 * Keeps both where they are not known, as a delivery about a repository tells them. Whether the installation is suspended
 * is left as it is: only the installation's own events say so.
 */
export async function keepNames(
  runner: SqlRunner,
  {
    installation,
    repository,
  }: { readonly installation: InstallationRecord; readonly repository: RepositoryRecord },
  known: KnownNames,
): Promise<void> {
  if (!known.installation) {
    const { id, accountId, accountLogin, accountType, suspended } = installation;
    await runner.query(
      `insert into installation (id, account_id, account_login, account_type, suspended) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set account_id = excluded.account_id, account_login = excluded.account_login,
         account_type = excluded.account_type`,
      [id, accountId, accountLogin, accountType, suspended],
    );
  }
  if (!known.repository) await keepRepository(runner, repository);
}
