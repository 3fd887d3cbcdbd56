import type { InstallationRecord, RepositoryRecord } from '../ports.ts';
import { tenantEvent } from './app-schemas.ts';

/** Whose event it is. */
export interface EventTenant {
  readonly installation: InstallationRecord;
  readonly repository: RepositoryRecord;
}

/**
 * The installation and the repository that sent an event.
 * @param payload parsed JSON, not trusted
 * @returns null when either is missing, or when they belong to two accounts: an installation reaches repositories of its
 * own account only, so such a payload did not come about by itself (R38)
 */
export function readTenant(payload: unknown): EventTenant | null {
  const parsed = tenantEvent.safeParse(payload);
  if (!parsed.success) return null;
  const { installation, repository } = parsed.data;
  const { owner } = repository;
  const account = installation.account ?? null;
  if (account !== null && account.id !== owner.id) return null;
  return {
    installation: {
      id: installation.id,
      accountId: owner.id,
      accountLogin: owner.login,
      accountType: owner.type,
      suspended: false,
    },
    repository: {
      installationId: installation.id,
      repositoryId: repository.id,
      owner: owner.login,
      name: repository.name,
      isPrivate: repository.private,
    },
  };
}
