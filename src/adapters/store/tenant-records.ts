import type { InstallationRecord, RepositoryRecord, SqlRunner, Tenant } from '../../ports.ts';

/** The names that were kept of a repository and its installation; null when either is not there (any more). */
export async function findTenantRecords(
  runner: SqlRunner,
  { installationId, repositoryId }: Tenant,
): Promise<{ readonly installation: InstallationRecord; readonly repository: RepositoryRecord } | null> {
  const { rows } = await runner.query(
    `select r.owner, r.name, r.is_private, i.account_id, i.account_login, i.account_type, i.suspended
     from repository r join installation i on i.id = r.installation_id
     where r.installation_id = $1 and r.id = $2`,
    [installationId, repositoryId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return {
    installation: {
      id: installationId,
      accountId: Number(row.account_id),
      accountLogin: String(row.account_login),
      accountType: row.account_type === 'User' ? 'User' : 'Organization',
      suspended: row.suspended === true,
    },
    repository: {
      installationId,
      repositoryId,
      owner: String(row.owner),
      name: String(row.name),
      isPrivate: row.is_private === true,
    },
  };
}
