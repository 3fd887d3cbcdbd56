import { type AppEvent, ignored, unreadable } from './app-event.ts';
import { closedPullEvent, tenantEvent } from './app-schemas.ts';
import { momentOf } from './moment-of.ts';
import { readCheckRun, readCheckSuite } from './read-check-event.ts';
import { type EventOptions, readEvent } from './read-event.ts';
import { readInstallation, readInstallationRepositories } from './read-installation-event.ts';

export interface AppEventOptions extends EventOptions {
  /** Number of our App, by which we know our own check runs. */
  readonly appId: number;
}

/** The events that the App subscribes to (app.yml), and those that GitHub sends to every App. */
export const APP_EVENTS = [
  'check_run',
  'check_suite',
  'installation',
  'installation_repositories',
  'issue_comment',
  'merge_group',
  'pull_request',
  'pull_request_review_comment',
] as const;
export type AppEventName = (typeof APP_EVENTS)[number];

/**
 * Decides what a webhook means. Pure, and asks nobody: who may command is looked up by the worker.
 *
 * @param name the event's name as GitHub sends it
 * @param payload its parsed JSON, signed but not trusted beyond that
 */
export function readAppEvent(name: string, payload: unknown, options: AppEventOptions): AppEvent {
  const known = APP_EVENTS.find((one) => one === name);
  switch (known) {
    case undefined:
      return ignored(`the event "${name.slice(0, 60)}" is not one that the App acts on`);
    case 'check_run':
      return readCheckRun(payload, options.appId);
    case 'check_suite':
      return readCheckSuite(payload, options.appId);
    case 'installation':
      return readInstallation(payload);
    case 'installation_repositories':
      return readInstallationRepositories(payload);
    default:
      return readClosed(known, payload) ?? readShared(known, payload, options);
  }
}

/** An event that the Action knows too. */
function readShared(name: AppEventName, payload: unknown, options: EventOptions): AppEvent {
  const request = readEvent(name, payload, options);
  return request.kind === 'ignored' ? request : { kind: 'work', requests: [request] };
}

function readClosed(name: AppEventName, payload: unknown): AppEvent | null {
  if (name !== 'pull_request') return null;
  const parsed = closedPullEvent.safeParse(payload);
  if (!parsed.success) return null;
  const tenant = tenantEvent.safeParse(payload);
  if (!tenant.success) return unreadable(name);
  return {
    kind: 'closed',
    repositoryId: tenant.data.repository.id,
    pullNumber: parsed.data.number,
    closedAt: momentOf(payload).updatedAt,
  };
}
