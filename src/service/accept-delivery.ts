import type { AppEvent, AppRequest } from '../event/app-event.ts';
import { readAppEvent } from '../event/read-app-event.ts';
import { rerunOf } from '../event/read-check-event.ts';
import { type EventTenant, readTenant } from '../event/read-tenant.ts';
import type { Accepted, Delivery, Log, ReviewStore, WebhookOutcome } from '../ports.ts';
import { newReviewOf } from './new-review.ts';

/** A webhook whose signature was verified. */
export interface VerifiedDelivery {
  /** `X-GitHub-Delivery`. */
  readonly id: string;
  /** `X-GitHub-Event`. */
  readonly name: string;
  /** Parsed JSON. */
  readonly payload: unknown;
}

export interface AcceptSettings {
  /** Number of our App. */
  readonly appId: number;
  /** Names that may follow `/review`: those of the built-in reviewers. */
  readonly reviewers: readonly string[];
  /** Digest of all settings of the service that decide what a review says. */
  readonly serviceDigest: string;
}

export interface AcceptPorts {
  readonly store: ReviewStore;
  readonly log: Log;
}

/**
 * Makes the function that takes deliveries in. It asks GitHub nothing; once it resolves, what the delivery asks for is
 * in the store. Deliveries that ask for nothing leave no trace.
 * @returns how the delivery came out, never `rejected`; it rejects when the store could not take it
 */
export function makeAcceptDelivery(
  { store, log }: AcceptPorts,
  settings: AcceptSettings,
): (delivery: VerifiedDelivery) => Promise<WebhookOutcome> {
  return async (delivery) => {
    const { id, name, payload } = delivery;
    const event = readAppEvent(name, payload, settings);
    const tenant = readTenant(payload);
    const outcome = await take(event, tenant, delivery, { store, settings });
    log.debug('webhook', {
      delivery: id,
      event: name,
      outcome: outcome.kind,
      ...(outcome.kind === 'ignored' ? { reason: outcome.reason } : {}),
    });
    return outcome.kind;
  };
}

type Outcome =
  | { readonly kind: 'accepted' | 'duplicate' }
  | { readonly kind: 'ignored'; readonly reason: string };

interface TakeWorld {
  readonly store: ReviewStore;
  readonly settings: AcceptSettings;
}

async function take(
  event: AppEvent,
  tenant: EventTenant | null,
  delivery: VerifiedDelivery,
  { store, settings }: TakeWorld,
): Promise<Outcome> {
  switch (event.kind) {
    case 'ignored':
      return event;
    case 'installed':
      if (!(await store.saveInstallation(event.installation, event.repositories))) return GONE;
      return note(store, noteOf(delivery, event.installation.id, null));
    case 'uninstalled':
      await store.forget(event.installationId);
      // Of what is forgotten not even the number stays.
      return note(store, noteOf(delivery, null, null));
    case 'repositories-removed':
      if (event.repositoryIds.length > 0) await store.forget(event.installationId, event.repositoryIds);
      return note(store, noteOf(delivery, event.installationId, null));
    case 'closed':
      if (tenant === null) return NO_TENANT;
      await store
        .of(tenant.repository)
        .withdraw(event.pullNumber, 'The pull request was closed.', event.closedAt);
      return note(store, noteOf(delivery, tenant.installation.id, tenant.repository.repositoryId));
    case 'work':
      return tenant === null ? NO_TENANT : accept(event.requests, tenant, delivery, { store, settings });
    case 'head': {
      if (tenant === null) return NO_TENANT;
      const pulls = await store.of(tenant.repository).pullsAt(event.asked.headSha);
      if (pulls.length === 0) return { kind: 'ignored', reason: 'no pull request was reviewed at this head' };
      const requests = pulls.map((pullNumber) => rerunOf(event.asked, pullNumber));
      return accept(requests, tenant, delivery, { store, settings });
    }
  }
}

const GONE: Outcome = { kind: 'ignored', reason: 'the installation was taken away' };

const NO_TENANT: Outcome = {
  kind: 'ignored',
  reason: 'the payload names no installation with a repository of the same account',
};

async function accept(
  requests: readonly AppRequest[],
  tenant: EventTenant,
  delivery: VerifiedDelivery,
  { store, settings }: TakeWorld,
): Promise<Outcome> {
  const { installation, repository } = tenant;
  let isNew = false;
  for (const [index, request] of requests.entries()) {
    if (request.kind === 'review' && request.trigger === 'pull_request' && request.closed === true)
      return { kind: 'ignored', reason: 'the pull request is closed' };
    const review = newReviewOf({
      request,
      tenant: repository,
      deliveryId: delivery.id,
      payload: delivery.payload,
      serviceDigest: settings.serviceDigest,
    });
    const noted = noteOf(delivery, installation.id, repository.repositoryId);
    // One row per piece of work: what a crash left out is made up for when the delivery comes again.
    const id = index === 0 ? noted.id : `${noted.id}:${index}`;
    const accepted = await store.accept({ ...noted, id }, { repository, installation, review });
    if (accepted.kind === 'gone') return GONE;
    isNew ||= isNewWork(accepted);
  }
  return { kind: isNew ? 'accepted' : 'duplicate' };
}

async function note(store: ReviewStore, delivery: Delivery): Promise<Outcome> {
  const { kind } = await store.accept(delivery, null);
  return kind === 'gone' ? GONE : { kind: kind === 'duplicate' ? 'duplicate' : 'accepted' };
}

function isNewWork({ kind }: Accepted): boolean {
  return kind === 'queued' || kind === 'noted';
}

function noteOf(
  { id, name, payload }: VerifiedDelivery,
  installationId: number | null,
  repositoryId: number | null,
): Delivery {
  const action =
    typeof payload === 'object' && payload !== null && 'action' in payload ? payload.action : null;
  return {
    id,
    event: name,
    action: typeof action === 'string' ? action.slice(0, 60) : null,
    installationId,
    repositoryId,
  };
}
