import type { InstallationRecord, RepositoryRecord } from '../ports.ts';
import { type AppEvent, ignored, unreadable } from './app-event.ts';
import { installationEvent, installationRepositoriesEvent } from './app-schemas.ts';

interface EventInstallation {
  readonly id: number;
  readonly account: {
    readonly id: number;
    readonly login: string;
    readonly type: InstallationRecord['accountType'];
  };
  readonly suspended_at?: string | null | undefined;
}

interface ListedRepository {
  readonly id: number;
  readonly name: string;
  readonly private: boolean;
}

const KEPT_ACTIONS = ['created', 'suspend', 'unsuspend', 'new_permissions_accepted'] as const;

/**
 * Somebody installed the App, took it away, or stopped it for a while.
 * @param payload parsed JSON of `installation`, not trusted
 */
export function readInstallation(payload: unknown): AppEvent {
  const parsed = installationEvent.safeParse(payload);
  if (!parsed.success) return unreadable('installation');
  const { action, installation, repositories } = parsed.data;
  if (action === 'deleted') return { kind: 'uninstalled', installationId: installation.id };
  if (!KEPT_ACTIONS.some((one) => one === action))
    return ignored(`the action "${action.slice(0, 60)}" of installation changes nothing here`);
  const record = recordOf(installation);
  return {
    kind: 'installed',
    // What the action says outweighs the date, which an older event may lack.
    installation: {
      ...record,
      suspended: action === 'suspend' || (action !== 'unsuspend' && record.suspended),
    },
    repositories: repositoriesOf(installation, repositories ?? []),
  };
}

/**
 * Repositories were added to an installation or taken out of it.
 * @param payload parsed JSON of `installation_repositories`, not trusted
 */
export function readInstallationRepositories(payload: unknown): AppEvent {
  const parsed = installationRepositoriesEvent.safeParse(payload);
  if (!parsed.success) return unreadable('installation_repositories');
  const { action, installation, repositories_added: added, repositories_removed: removed } = parsed.data;
  switch (action) {
    case 'added':
      return {
        kind: 'installed',
        installation: recordOf(installation),
        repositories: repositoriesOf(installation, added),
      };
    case 'removed':
      return {
        kind: 'repositories-removed',
        installationId: installation.id,
        repositoryIds: removed.map(({ id }) => id),
      };
    default:
      return ignored(`the action "${action.slice(0, 60)}" of installation_repositories changes nothing here`);
  }
}

function recordOf({ id, account, suspended_at }: EventInstallation): InstallationRecord {
  return {
    id,
    accountId: account.id,
    accountLogin: account.login,
    accountType: account.type,
    suspended: suspended_at !== null && suspended_at !== undefined,
  };
}

function repositoriesOf(
  { id: installationId, account }: EventInstallation,
  listed: readonly ListedRepository[],
): readonly RepositoryRecord[] {
  return listed.map(({ id, name, private: isPrivate }) => ({
    installationId,
    repositoryId: id,
    owner: account.login,
    name,
    isPrivate,
  }));
}
