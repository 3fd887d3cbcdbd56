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

/**
 * Both, as a delivery about a repository tells them. Whether the installation is suspended is left as it is: only the
 * installation's own events say so.
 */
export async function keepNames(
  runner: SqlRunner,
  installation: InstallationRecord,
  repository: RepositoryRecord,
): Promise<void> {
  const { rows } = await runner.query(
    `select exists (select 1 from installation where id = $1 and account_id = $2 and account_login = $3
         and account_type = $4) as installation,
       exists (select 1 from repository where installation_id = $1 and id = $5 and owner = $6 and name = $7
         and is_private = $8) as repository`,
    [
      installation.id,
      installation.accountId,
      installation.accountLogin,
      installation.accountType,
      repository.repositoryId,
      repository.owner,
      repository.name,
      repository.isPrivate,
    ],
  );
  if (rows[0]?.installation !== true) {
    const { id, accountId, accountLogin, accountType, suspended } = installation;
    await runner.query(
      `insert into installation (id, account_id, account_login, account_type, suspended) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set account_id = excluded.account_id, account_login = excluded.account_login,
         account_type = excluded.account_type`,
      [id, accountId, accountLogin, accountType, suspended],
    );
  }
  if (rows[0]?.repository !== true) await keepRepository(runner, repository);
}
