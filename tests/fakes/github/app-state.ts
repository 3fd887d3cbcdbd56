/** What the stand-in keeps of Apps: who they are, where they are installed, what they made and what was sent to them. */
import type { KeyObject } from 'node:crypto';
import type { Repository, Token, User } from './state.ts';

export type Level = 'read' | 'write' | 'admin';

/** Permission → level, in GitHub's words: `pull_requests`, `statuses`. */
export type Grants = Readonly<Record<string, Level>>;

/** One hour's budget, shared by all tokens of an installation. */
export interface Rate {
  used: number;
  resetAt: number;
  readonly writes: number[];
}

export interface App {
  readonly id: number;
  readonly clientId: string;
  readonly slug: string;
  readonly name: string;
  readonly owner: User;
  /** Who its comments are by: `slug[bot]`. */
  readonly bot: User;
  readonly publicKey: KeyObject;
  /** PEM, for the test; GitHub itself keeps the public half only. */
  readonly privateKey: string;
  readonly clientSecret: string;
  readonly webhookSecret: string | null;
  /** Where deliveries go; null for nowhere. */
  hookUrl: string | null;
  /** Where the sign-in may lead back to; its owner may change it. */
  callbackUrls: readonly string[];
  readonly permissions: Grants;
  readonly events: readonly string[];
  readonly createdAt: string;
  /** What a request with one of its JSON web tokens counts as. */
  readonly token: Token;
}

export interface Installation {
  readonly id: number;
  readonly app: App;
  readonly account: User;
  readonly selection: 'all' | 'selected';
  /** Those that were chosen; unused for `all`. */
  readonly chosen: Set<Repository>;
  readonly permissions: Grants;
  readonly events: readonly string[];
  readonly createdAt: string;
  suspendedAt: string | null;
  suspendedBy: User | null;
  deleted: boolean;
  readonly rate: Rate;
}

export interface CheckSuite {
  readonly id: number;
  readonly app: App;
  readonly repository: Repository;
  readonly headSha: string;
  readonly createdAt: string;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number | null;
  readonly end_column: number | null;
  readonly annotation_level: string;
  readonly title: string | null;
  readonly message: string;
  readonly raw_details: string | null;
}

export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

export interface CheckRun {
  readonly id: number;
  readonly suite: CheckSuite;
  readonly repository: Repository;
  readonly headSha: string;
  readonly startedAt: string;
  name: string;
  externalId: string;
  detailsUrl: string | null;
  status: string;
  conclusion: string | null;
  completedAt: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  /** Every update adds to them; none is ever taken away. */
  readonly annotations: Annotation[];
  actions: readonly CheckAction[];
}

/** One attempt to bring an event to an App. */
export interface DeliveryAttempt {
  readonly id: number;
  readonly app: App;
  /** `X-GitHub-Delivery`; the same for every attempt. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly redelivery: boolean;
  readonly deliveredAt: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Seconds. */
  readonly duration: number;
  /** `OK`, or what went wrong. */
  readonly status: string;
  /** 0 when no answer came. */
  readonly statusCode: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseText: string;
}

/** What a person who signed in gave an App, until it is exchanged. */
export interface SignInCode {
  readonly app: App;
  readonly user: User;
  readonly redirectUri: string;
  /** S256 of the verifier; null when the App sent none. */
  readonly challenge: string | null;
  readonly expiresAt: number;
}

export interface RefreshToken {
  readonly app: App;
  readonly user: User;
  readonly accessToken: string;
  readonly expiresAt: number;
}

/** A manifest that somebody confirmed; the App exists once its code is exchanged. */
export interface ManifestCode {
  readonly owner: User;
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly expiresAt: number;
}

export interface AppState {
  readonly apps: App[];
  readonly installations: Installation[];
  readonly checkSuites: CheckSuite[];
  readonly checkRuns: CheckRun[];
  /** Oldest first. */
  readonly deliveries: DeliveryAttempt[];
  /** Deliveries on their way. */
  readonly sending: Set<Promise<unknown>>;
  /** Milliseconds after which a delivery is given up. */
  readonly hookTimeoutMs: number;
  readonly signInCodes: Map<string, SignInCode>;
  readonly refreshTokens: Map<string, RefreshToken>;
  readonly manifestCodes: Map<string, ManifestCode>;
  /** Who is signed in at the stand-in's pages; null shows a page with everybody's name on a button. */
  readonly browser: { user: User | null };
}

/** GitHub gives up after ten seconds (facts/github.md, fact 23). */
export const HOOK_TIMEOUT_MS = 10_000;

export function emptyAppState(hookTimeoutMs: number): AppState {
  return {
    apps: [],
    installations: [],
    checkSuites: [],
    checkRuns: [],
    deliveries: [],
    sending: new Set(),
    hookTimeoutMs,
    signInCodes: new Map(),
    refreshTokens: new Map(),
    manifestCodes: new Map(),
    browser: { user: null },
  };
}

/** The repositories an installation reaches, in the order they were made. */
export function installedRepositories(
  installation: Installation,
  all: ReadonlyMap<string, Repository>,
): readonly Repository[] {
  return [...all.values()].filter((one) =>
    installation.selection === 'all' ? one.owner === installation.account : installation.chosen.has(one),
  );
}
