import { randomUUID } from 'node:crypto';
import { signedDelivery } from '../../../src/entry/send-webhook/sign-delivery.ts';
import { type App, type DeliveryAttempt, type Installation, installedRepositories } from './app-state.ts';
import { readPayloadContract } from './contract.ts';
import type { Delivery } from './events.ts';
import { nodeId } from './show-repository.ts';
import type { State } from './state.ts';

type JsonObject = Readonly<Record<string, unknown>>;

export interface DeliverOptions {
  /** Default: the one that reaches the payload's repository. */
  readonly installation?: Installation;
  /** `X-GitHub-Delivery`. Default: a new one. */
  readonly guid?: string;
  /** Default: the App's hook URL. */
  readonly url?: string;
}

/** Sent to every App, without its asking for them. */
const ALWAYS: ReadonlySet<string> = new Set(['installation', 'installation_repositories', 'ping']);
/** Sent to Apps that may write checks. */
const WITH_CHECKS: ReadonlySet<string> = new Set(['check_run', 'check_suite']);
const SHOWN_CHARACTERS = 10_000;

let faultsOf: ReturnType<typeof readPayloadContract> | null = null;

/**
 * Sends an event as GitHub sends it to an App, once: what fails is not sent again unless it is asked for by the
 * deliveries interface. The payload gets its `installation` and is checked against GitHub's description.
 * @throws Error when GitHub would not send it: no installation, a suspended one, an event the App does not subscribe to
 */
export async function deliver(
  state: State,
  { name, payload }: Delivery,
  options: DeliverOptions = {},
): Promise<DeliveryAttempt> {
  const installation = options.installation ?? installationFor(state, payload);
  const { app } = installation;
  const isAbout = name === 'installation';
  if (!isAbout && (installation.deleted || installation.suspendedAt !== null)) {
    throw new Error(`GitHub sends no ${name} to an installation that is suspended or gone.`);
  }
  const wanted =
    ALWAYS.has(name) ||
    app.events.includes(name) ||
    (WITH_CHECKS.has(name) && app.permissions.checks === 'write');
  if (!wanted) throw new Error(`The App ${app.slug} does not subscribe to ${name}.`);
  const whole = { installation: showSimple(installation), ...payload };
  checkPayload(name, whole);
  return attempt(state, {
    app,
    guid: options.guid ?? randomUUID(),
    event: name,
    payload: whole,
    installationId: installation.id,
    redelivery: false,
    url: options.url ?? app.hookUrl,
  });
}

/** Sends a delivery again, with its old GUID, as `POST /app/hook/deliveries/{delivery_id}/attempts` does. */
export function redeliver(state: State, old: DeliveryAttempt): Promise<DeliveryAttempt> {
  const { app, guid, event, payload, installationId, url } = old;
  return attempt(state, {
    app,
    guid,
    event,
    payload,
    installationId,
    redelivery: true,
    url: app.hookUrl ?? url,
  });
}

/** Sends in the background; `idle` of the stand-in waits for it and throws what went wrong in the stand-in. */
export function inBackground(state: State, sending: Promise<unknown>): void {
  state.sending.add(sending);
  sending.then(
    () => state.sending.delete(sending),
    () => undefined, // it stays, for `idle` to throw
  );
}

interface Outgoing {
  readonly app: App;
  readonly guid: string;
  readonly event: string;
  readonly payload: JsonObject;
  readonly installationId: number | null;
  readonly redelivery: boolean;
  readonly url: string | null;
}

async function attempt(state: State, outgoing: Outgoing): Promise<DeliveryAttempt> {
  const { app, guid, event, payload, installationId, redelivery, url } = outgoing;
  if (url === null) throw new Error(`The App ${app.slug} has no hook URL.`);
  const { headers, body } = signedDelivery({
    secret: app.webhookSecret ?? '',
    event,
    payload,
    deliveryId: guid,
    hookId: app.id,
    appId: app.id,
  });
  const sent = app.webhookSecret === null ? withoutSignature(headers) : headers;
  const deliveredAt = new Date(state.milliseconds()).toISOString();
  const start = performance.now();
  const answer = await post(url, sent, body, state.hookTimeoutMs);
  const { repository } = payload as { readonly repository?: { readonly id: number } };
  const made: DeliveryAttempt = {
    id: state.nextId(),
    app,
    guid,
    event,
    action: typeof payload.action === 'string' ? payload.action : null,
    installationId,
    repositoryId: repository?.id ?? null,
    redelivery,
    deliveredAt,
    url,
    requestHeaders: sent,
    payload,
    duration: Math.round((performance.now() - start) / 10) / 100,
    ...answer,
  };
  state.deliveries.push(made);
  return made;
}

type Outcome = Pick<DeliveryAttempt, 'status' | 'statusCode' | 'responseHeaders' | 'responseText'>;

/** Follows no redirect, as GitHub does not. */
async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  timeoutMs: number,
): Promise<Outcome> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    const text = await answer.text();
    return {
      status: answer.ok ? 'OK' : `Invalid HTTP Response: ${answer.status}`,
      statusCode: answer.status,
      responseHeaders: Object.fromEntries(answer.headers),
      responseText: text.slice(0, SHOWN_CHARACTERS),
    };
  } catch {
    // whatever went wrong, GitHub shows that no answer came and sends nothing more
    const status = signal.aborted ? 'timed out' : 'failed to connect to host';
    return { status, statusCode: 0, responseHeaders: {}, responseText: '' };
  }
}

function withoutSignature(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('x-hub-signature')));
}

function installationFor(state: State, payload: JsonObject): Installation {
  const { repository } = payload as { readonly repository?: { readonly id: number } };
  const found = state.installations.find(
    (one) =>
      !one.deleted &&
      installedRepositories(one, state.repositories).some((each) => each.id === repository?.id),
  );
  if (found === undefined) throw new Error('No App is installed in the repository of this event.');
  return found;
}

function showSimple(installation: Installation): JsonObject {
  return { id: installation.id, node_id: nodeId('IN', installation.id) };
}

/** @throws Error when the stand-in made a payload that GitHub would not */
function checkPayload(name: string, payload: JsonObject): void {
  faultsOf ??= readPayloadContract();
  const action = typeof payload.action === 'string' ? `-${payload.action}` : '';
  const found = faultsOf(`${name}${action}`.replaceAll('_', '-'), payload);
  // where the description is behind: GitHub sends null for a deleted fork, and knows the event merge_group
  const behind =
    /\/head\/repo must be object$|\/app\/events\/\d+ must be equal to one of the allowed values$/;
  const faults = found.filter((fault) => !behind.test(fault));
  if (faults.length > 0) throw new Error(`The stand-in made a wrong ${name}: ${faults.join('; ')}`);
}
