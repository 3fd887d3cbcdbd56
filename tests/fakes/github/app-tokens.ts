import { randomBytes } from 'node:crypto';
import { type App, type Grants, type Installation, installedRepositories } from './app-state.ts';
import type { State, Token, User } from './state.ts';

const HOUR = 3_600_000;
const USER_TOKEN_MS = 8 * HOUR;

/** 5,000 an hour, and 50 more for each repository above twenty, at most 12,500 (facts/github.md, 1.7). */
function hourlyLimit(installation: Installation, state: State): number {
  const count = installedRepositories(installation, state.repositories).length;
  return Math.min(5000 + Math.max(0, count - 20) * 50, 12_500);
}

interface Narrowed {
  /** Ids of repositories; null for all that the installation has. */
  readonly ids: ReadonlySet<number> | null;
  readonly permissions: Grants;
}

/**
 * A token of an installation: it lives an hour, loses what the installation loses, and shares the installation's hourly
 * budget. Its text has the stateless shape of 2026, `ghs_APPID_JWT`: longer than 40 characters and with dots in it.
 */
export function makeInstallationToken(state: State, installation: Installation, narrowed: Narrowed): Token {
  const { app, rate } = installation;
  const part = (bytes: number) => randomBytes(bytes).toString('base64url');
  const made: Token = {
    token: `ghs_${app.id}_${part(27)}.${part(120)}.${part(256)}`,
    user: app.bot,
    type: 'app',
    denied: new Set(),
    app,
    installation,
    permissions: narrowed.permissions,
    expiresAt: state.milliseconds() + HOUR,
    get repositories() {
      const { ids } = narrowed;
      const reachable = installedRepositories(installation, state.repositories);
      return new Set(reachable.filter((one) => ids?.has(one.id) ?? true).map((one) => one.fullName));
    },
    get limit() {
      return hourlyLimit(installation, state);
    },
    get used() {
      return rate.used;
    },
    set used(value) {
      rate.used = value;
    },
    get resetAt() {
      return rate.resetAt;
    },
    set resetAt(value) {
      rate.resetAt = value;
    },
    writes: rate.writes,
  };
  state.tokens.set(made.token, made);
  return made;
}

/** A token of a person for one App: it sees what both the person and the App may see. */
export function makeUserToken(state: State, app: App, user: User): Token {
  const made: Token = {
    token: `ghu_${randomBytes(18).toString('hex')}`,
    user,
    type: 'user',
    denied: new Set(),
    app,
    installation: null,
    permissions: null,
    expiresAt: state.milliseconds() + USER_TOKEN_MS,
    repositories: null,
    limit: 5000,
    used: 0,
    resetAt: state.milliseconds() + HOUR,
    writes: [],
  };
  state.tokens.set(made.token, made);
  return made;
}

/** What requests with an App's own JSON web tokens count as. */
export function makeAppToken(app: () => App, bot: User, now: number): Token {
  return {
    token: '',
    user: bot,
    type: 'jwt',
    denied: new Set(),
    get app() {
      return app();
    },
    installation: null,
    permissions: {},
    expiresAt: null,
    repositories: new Set(),
    limit: 5000,
    used: 0,
    resetAt: now + HOUR,
    writes: [],
  };
}
