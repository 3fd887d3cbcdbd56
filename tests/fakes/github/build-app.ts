import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { App, Grants, Installation } from './app-state.ts';
import { makeAppToken } from './app-tokens.ts';
import type { Repository, State, User } from './state.ts';

export interface NewApp {
  readonly slug: string;
  readonly id?: number;
  /** Default: the slug. */
  readonly name?: string;
  /** Login; made when unknown. Default `acme-apps`. */
  readonly owner?: string;
  /** PEM. Default: one pair that all Apps of the process share. */
  readonly privateKey?: string;
  readonly webhookSecret?: string | null;
  readonly clientSecret?: string;
  /** Where deliveries go. Default nowhere; `app.hookUrl` can be set later. */
  readonly hookUrl?: string | null;
  readonly callbackUrls?: readonly string[];
  /** Default: what the product's manifest asks for. */
  readonly permissions?: Grants;
  readonly events?: readonly string[];
}

export interface NewInstallation {
  readonly app: App;
  /** Login of the user or organisation. */
  readonly account: string;
  /** Full names of the chosen repositories. Default: all of the account, those made later too. */
  readonly repositories?: readonly string[];
  /** Default: all that the App asks for. Fewer where an owner has not approved an increase. */
  readonly permissions?: Grants;
}

/** Ways to put Apps there, and to do what owners do with them. None of them sends an event; see `deliver`. */
export interface AppBuilders {
  addApp(app: NewApp): App;
  installApp(installation: NewInstallation): Installation;
  /** Its tokens are worth nothing from now on. */
  uninstall(installation: Installation): void;
  suspend(installation: Installation, by?: string): void;
  unsuspend(installation: Installation): void;
  /** @throws Error when the installation has all repositories */
  addToInstallation(installation: Installation, repositories: readonly string[]): void;
  removeFromInstallation(installation: Installation, repositories: readonly string[]): void;
  /** Whoever opens a page of the stand-in is this person from now on; null for nobody. */
  signInAs(login: string | null): void;
}

export const APP_PERMISSIONS: Grants = {
  metadata: 'read',
  contents: 'read',
  pull_requests: 'write',
  statuses: 'write',
  checks: 'write',
  issues: 'read',
  merge_queues: 'read',
};

export const APP_EVENTS: readonly string[] = [
  'check_run',
  'check_suite',
  'issue_comment',
  'merge_group',
  'pull_request',
  'pull_request_review_comment',
];

let shared: string | null = null;

/** A key pair takes a tenth of a second, so tests that do not care share one. @returns PEM (PKCS #1), as GitHub gives it */
export function sharedPrivateKey(): string {
  shared ??= newPrivateKey();
  return shared;
}

export function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
}

export function makeAppBuilders(state: State, userNamed: (login: string) => User): AppBuilders {
  const named = (name: string): Repository => {
    const found = state.repositories.get(name);
    if (found === undefined) throw new Error(`No repository "${name}". Call addRepository first.`);
    return found;
  };
  const chosen = (installation: Installation): Set<Repository> => {
    if (installation.selection === 'selected') return installation.chosen;
    throw new Error('An installation with all repositories has none to add or take away.');
  };
  return {
    addApp: (app) => addApp(state, userNamed, app),
    installApp({ app, account, repositories, permissions = app.permissions }) {
      const made: Installation = {
        id: state.nextId() % 100_000_000,
        app,
        account: userNamed(account),
        selection: repositories === undefined ? 'all' : 'selected',
        chosen: new Set((repositories ?? []).map(named)),
        permissions,
        events: app.events,
        createdAt: state.now(),
        suspendedAt: null,
        suspendedBy: null,
        deleted: false,
        rate: { used: 0, resetAt: state.milliseconds() + 3_600_000, writes: [] },
      };
      state.installations.push(made);
      return made;
    },
    uninstall(installation) {
      installation.deleted = true;
    },
    suspend(installation, by = installation.account.login) {
      installation.suspendedAt = state.now();
      installation.suspendedBy = userNamed(by);
    },
    unsuspend(installation) {
      installation.suspendedAt = null;
      installation.suspendedBy = null;
    },
    addToInstallation(installation, repositories) {
      for (const name of repositories) chosen(installation).add(named(name));
    },
    removeFromInstallation(installation, repositories) {
      for (const name of repositories) chosen(installation).delete(named(name));
    },
    signInAs(login) {
      state.browser.user = login === null ? null : userNamed(login);
    },
  };
}

export function addApp(state: State, userNamed: (login: string) => User, options: NewApp): App {
  const { slug, events = APP_EVENTS } = options;
  const privateKey = options.privateKey ?? sharedPrivateKey();
  const bot = userNamed(`${slug}[bot]`);
  const made: App = {
    id: options.id ?? state.nextId() % 10_000_000,
    clientId: `Iv23li${randomBytes(7).toString('hex')}`,
    slug,
    name: options.name ?? slug,
    owner: userNamed(options.owner ?? 'acme-apps'),
    bot,
    publicKey: createPublicKey(privateKey),
    privateKey,
    clientSecret: options.clientSecret ?? randomBytes(20).toString('hex'),
    webhookSecret:
      options.webhookSecret === undefined ? randomBytes(20).toString('hex') : options.webhookSecret,
    hookUrl: options.hookUrl ?? null,
    callbackUrls: options.callbackUrls ?? [],
    permissions: { metadata: 'read', ...(options.permissions ?? APP_PERMISSIONS) },
    events,
    createdAt: state.now(),
    token: makeAppToken(() => made, bot, state.milliseconds()),
  };
  if (state.apps.some((one) => one.id === made.id || one.slug === slug)) {
    throw new Error(`There is an App "${slug}" or one with the id ${made.id} already.`);
  }
  state.apps.push(made);
  return made;
}
