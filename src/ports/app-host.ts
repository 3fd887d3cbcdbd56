/**
 * What the App needs of its code host as itself: who it is, where it is installed, tokens for one repository, what it
 * missed, its check runs, and the sign-in of people. Failures are `ForgeError`s with a status code.
 */
import type { Tenant } from './review-store.ts';

/** Permission → level, in the host's words: `pull_requests` → `write`. */
export type AppPermissions = Readonly<Record<string, 'read' | 'write'>>;

/**
 * The least a review needs (facts/github.md, section 3): to read contents and configuration; to write the comment, the
 * review and reactions, for which `pull_requests` is enough on pull requests; its status; its check run. `metadata: read`
 * is always given beside them.
 */
export const REVIEW_PERMISSIONS = {
  contents: 'read',
  pull_requests: 'write',
  statuses: 'write',
  checks: 'write',
} as const satisfies AppPermissions;

export interface AppIdentity {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** Numeric id of the user or organisation that owns the App. */
  readonly ownerId: number;
  /** Author of what it writes: `slug[bot]`. */
  readonly botLogin: string;
}

export interface Installation {
  readonly id: number;
  readonly accountId: number;
  readonly accountLogin: string;
  readonly accountType: 'User' | 'Organization';
  readonly isSuspended: boolean;
  /** What its owner has approved; it may be less than the App asks for. */
  readonly permissions: Readonly<Record<string, string>>;
}

export interface TokenRequest {
  readonly installationId: number;
  /** The one repository that the token is for. */
  readonly repositoryId: number;
  readonly permissions: AppPermissions;
}

/** The same for a repository of which only the name is known. */
export interface NamedTokenRequest extends Pick<TokenRequest, 'installationId' | 'permissions'> {
  /** Without its owner: an installation is for one account. */
  readonly repositoryName: string;
}

export interface InstallationToken {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** An event that reached us in no attempt so far. */
export interface FailedDelivery {
  /** Of its newest attempt; larger than a number can hold, so a text. */
  readonly id: string;
  /** `X-GitHub-Delivery`, the same in every attempt. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  /** Milliseconds since the epoch. */
  readonly deliveredAt: number;
  /** 0 when no answer came in time. */
  readonly statusCode: number;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
}

/** The App as itself. It holds the private key; nothing else does. */
export interface AppHost {
  identity(signal: AbortSignal): Promise<AppIdentity>;
  /**
   * A token for one repository with no more than the given permissions (R37). Made anew each time and kept nowhere; drop
   * it with `revokeToken`.
   * @throws ForgeError `forge-forbidden` when the installation does not reach the repository, lacks a permission or is
   * suspended; `forge-not-found` when it is gone
   */
  mintToken(request: TokenRequest, signal: AbortSignal): Promise<InstallationToken>;
  /** The same by name. Null when the installation reaches no repository of that name. @throws ForgeError */
  mintNamedToken(request: NamedTokenRequest, signal: AbortSignal): Promise<InstallationToken | null>;
  /** Ends a token. One that has ended already is no failure. @throws ForgeError */
  revokeToken(token: string, signal: AbortSignal): Promise<void>;
  /** Null when the App is not installed under that number. */
  installationOf(installationId: number, signal: AbortSignal): Promise<Installation | null>;
  /** The installation that reaches a repository, asked of the host: a payload is not to be believed. Null: none. */
  installationOfRepository(owner: string, repo: string, signal: AbortSignal): Promise<Installation | null>;
  listInstallations(signal: AbortSignal): AsyncIterable<Installation>;
  /** Events since a time (milliseconds since the epoch) that no attempt brought to us, oldest first. */
  failedDeliveries(since: number, signal: AbortSignal): Promise<readonly FailedDelivery[]>;
  /** Asks for one more attempt, which comes with the same GUID. @throws ForgeError `forge-not-found` for a forgotten one */
  redeliver(deliveryId: string, signal: AbortSignal): Promise<void>;
}

/** What a check run ends with. `neutral` satisfies a required check, so an incomplete review is never that. */
export type CheckConclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'timed_out'
  | 'action_required';

/** A remark beside lines of the checked commit. */
export interface CheckAnnotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** A button of a check run. At most 20 characters of label and identifier, 40 of description. */
export interface CheckButton {
  readonly label: string;
  readonly description: string;
  /** Comes back as `requested_action.identifier`. */
  readonly identifier: string;
}

export const RERUN_BUTTON: CheckButton = {
  label: 'Re-run',
  description: 'Review this commit again',
  identifier: 're-run',
};

export const EXPLAIN_BUTTON: CheckButton = {
  label: 'Explain',
  description: 'Say how the verdict came about',
  identifier: 'explain',
};

export interface CheckStart {
  readonly headSha: string;
  /** Ours alone: by it a check run whose answer was lost is recognised. */
  readonly externalId: string;
  /** Page for people; null for none. */
  readonly detailsUrl: string | null;
  /** A process that died may have made it already: it is looked for first. */
  readonly mayExist?: boolean;
}

export interface CheckReport {
  readonly conclusion: CheckConclusion;
  readonly title: string;
  /** Markdown; cut at 65,535 bytes. */
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
  /** At most 3. */
  readonly buttons: readonly CheckButton[];
}

/** Check runs of one repository, written with a token of its installation. */
export interface CheckRuns {
  /**
   * Makes a check run that is in progress. When the answer is lost, looks for one with the same external id before it
   * sends again.
   * @returns its id
   * @throws ForgeError
   */
  start(start: CheckStart, signal: AbortSignal): Promise<number>;
  /** Completes it. Annotations go in fifties and each once, however many answers are lost. @throws ForgeError */
  complete(id: number, report: CheckReport, signal: AbortSignal): Promise<void>;
}

/** What a person gave the App by signing in. */
export interface PersonTokens {
  readonly accessToken: string;
  /** Null when it does not end. */
  readonly expiresAt: Date | null;
  readonly refreshToken: string | null;
}

/** A repository as one person sees it. */
export interface VisibleRepository {
  readonly id: number;
  readonly fullName: string;
  readonly isPrivate: boolean;
  readonly mayWrite: boolean;
}

/**
 * Sign-in of people with the App's own OAuth, and what is asked with their tokens: every answer is about what that person
 * may see. Holds the client secret. A token that has ended is a `ForgeError` with status 401.
 */
export interface PersonHost {
  /** Where to send the browser. `codeChallenge` is the S256 of the verifier, base64url. */
  authorizeUrl(request: {
    readonly state: string;
    readonly codeChallenge: string;
    readonly redirectUri: string;
  }): string;
  /** Exchanges a code, which works once. @throws ForgeError `forge-forbidden` when the host does not take it */
  exchange(
    answer: { readonly code: string; readonly codeVerifier: string; readonly redirectUri: string },
    signal: AbortSignal,
  ): Promise<PersonTokens>;
  /** New tokens; the old ones end with it. @throws ForgeError `forge-forbidden` when the person has to sign in again */
  refresh(refreshToken: string, signal: AbortSignal): Promise<PersonTokens>;
  user(accessToken: string, signal: AbortSignal): Promise<{ readonly id: number; readonly login: string }>;
  /** Installations of the App in which the person was given something. */
  installations(accessToken: string, signal: AbortSignal): Promise<readonly Installation[]>;
  /** The repositories of an installation that the person was given a role in; none when it is hidden or suspended. */
  repositoriesOf(
    accessToken: string,
    installationId: number,
    signal: AbortSignal,
  ): Promise<readonly VisibleRepository[]>;
  /** Every repository of every installation that the person may see, now. */
  repositories(
    accessToken: string,
    signal: AbortSignal,
  ): Promise<readonly (Tenant & { readonly mayWrite: boolean })[]>;
  /** The repository, or null when the host does not show it to the person (any more). */
  canSee(accessToken: string, repositoryId: number, signal: AbortSignal): Promise<VisibleRepository | null>;
}
