import type {
  Accepted,
  Delivery,
  InstallationRecord,
  NewReview,
  RepositoryRecord,
  ReviewStore,
} from '../../src/ports.ts';

/** What a delivery did to the store. */
export type Change =
  | { readonly kind: 'accept'; readonly delivery: Delivery; readonly review: NewReview | null }
  | { readonly kind: 'installation'; readonly installation: InstallationRecord }
  | { readonly kind: 'repositories'; readonly repositories: readonly RepositoryRecord[] }
  | {
      readonly kind: 'forget';
      readonly installationId: number;
      readonly repositoryIds: readonly number[] | null;
    }
  | {
      readonly kind: 'withdraw';
      readonly installationId: number;
      readonly repositoryId: number;
      readonly pullNumber: number;
      readonly closedAt: string | null;
    };

/** A store that keeps what it is told and knows the deliveries it saw; whatever else is asked of it throws. */
export function recordingStore(pullsAt: ReadonlyMap<string, readonly number[]> = new Map()): {
  readonly store: ReviewStore;
  readonly changes: Change[];
} {
  const changes: Change[] = [];
  const seen = new Set<string>();
  const never = (name: string) => () => {
    throw new Error(`Nobody expected ${name} of the store.`);
  };
  const store: ReviewStore = {
    of: (tenant) => ({
      tenant: { installationId: tenant.installationId, repositoryId: tenant.repositoryId },
      review: never('review'),
      report: never('report'),
      isMissing: never('isMissing'),
      pullsAt: async (headSha) => pullsAt.get(headSha) ?? [],
      start: never('start'),
      beat: never('beat'),
      mark: never('mark'),
      reserve: never('reserve'),
      agent: never('agent'),
      end: never('end'),
      withdraw: async (pullNumber, _reason, closedAt) => {
        const { installationId, repositoryId } = tenant;
        changes.push({ kind: 'withdraw', installationId, repositoryId, pullNumber, closedAt });
        return [];
      },
    }),
    accept: async (delivery, work): Promise<Accepted> => {
      if (seen.has(delivery.id)) return { kind: 'duplicate' };
      seen.add(delivery.id);
      changes.push({ kind: 'accept', delivery, review: work?.review ?? null });
      return work === null ? { kind: 'noted' } : { kind: 'queued', reviewId: delivery.id, superseded: [] };
    },
    saveInstallation: async (installation, repositories) => {
      changes.push({ kind: 'installation', installation });
      if (repositories.length > 0) changes.push({ kind: 'repositories', repositories });
      return true;
    },
    forget: async (installationId, repositoryIds) =>
      void changes.push({ kind: 'forget', installationId, repositoryIds: repositoryIds ?? null }),
    installations: never('installations'),
    orphans: never('orphans'),
    retire: never('retire'),
  };
  return { store, changes };
}
