/** What the stand-in keeps: the values behind its answers, with GitHub's own words for them. */
import {
  type App,
  type AppState,
  emptyAppState,
  type Grants,
  HOOK_TIMEOUT_MS,
  type Installation,
} from './app-state.ts';

/** Exact roles, lowest first. `permission` in GitHub's answer knows only four of them. */
export type Role = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';

export type Association =
  | 'COLLABORATOR'
  | 'CONTRIBUTOR'
  | 'FIRST_TIMER'
  | 'FIRST_TIME_CONTRIBUTOR'
  | 'MANNEQUIN'
  | 'MEMBER'
  | 'NONE'
  | 'OWNER';

export interface User {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
  /** Repository full name → role. */
  readonly roles: Map<string, Role>;
  /** What comments of this user show; null derives it from the role. Not a sign of rights, on GitHub neither. */
  readonly association: Association | null;
}

/** `threads`: to resolve them takes `contents: write` beside `pull-requests: write`. */
export type Ability = 'comments' | 'reviews' | 'statuses' | 'reactions' | 'threads';

export interface Token {
  readonly token: string;
  readonly user: User;
  /**
   * `actions`: a GITHUB_TOKEN; `app`: an installation token; `user`: a token with the user's own roles; `jwt`: an App as
   * itself.
   */
  readonly type: 'actions' | 'app' | 'user' | 'jwt';
  /** The App behind an installation token, a JSON web token, or a user's sign-in; null for others. */
  readonly app: App | null;
  readonly installation: Installation | null;
  /** What an installation token may do; null for tokens that are not narrowed. */
  readonly permissions: Grants | null;
  /** Milliseconds since the epoch; null for never. */
  readonly expiresAt: number | null;
  readonly denied: ReadonlySet<Ability>;
  /** Repositories the token was made for; null means all. Public repositories can be read beside them. */
  readonly repositories: ReadonlySet<string> | null;
  limit: number;
  used: number;
  /** End of the current hour of the limit, in milliseconds. */
  resetAt: number;
  /** Times of writes that make content, for the secondary limit. */
  readonly writes: number[];
}

/** Sizes at which GitHub stops or leaves something out; smaller in tests that want to see it. */
export interface Limits {
  /** Files the listing of a pull request ends at (facts/github.md, 1.5). */
  readonly files: number;
  readonly compareFiles: number;
  readonly diffFiles: number;
  readonly diffLines: number;
  /** A file's patch is left out above these. */
  readonly patchLines: number;
  readonly patchBytes: number;
  readonly statuses: number;
  readonly treeEntries: number;
  readonly directoryEntries: number;
  /** Bytes after which `Blob.text` of GraphQL is cut. */
  readonly blobText: number;
  /** Bytes after which contents have to be asked for raw. */
  readonly contentBytes: number;
  readonly writesPerMinute: number;
  readonly writesPerHour: number;
}

export const GITHUB_LIMITS: Limits = {
  files: 3000,
  compareFiles: 300,
  diffFiles: 300,
  diffLines: 20_000,
  patchLines: 20_000,
  patchBytes: 500_000,
  statuses: 1000,
  treeEntries: 100_000,
  directoryEntries: 1000,
  blobText: 512_000,
  contentBytes: 1_000_000,
  writesPerMinute: 80,
  writesPerHour: 500,
};

export const BODY_LIMIT = 65_536;

export interface Repository {
  readonly id: number;
  readonly owner: User;
  readonly name: string;
  readonly fullName: string;
  readonly private: boolean;
  readonly fork: boolean;
  readonly defaultBranch: string;
  /** Local git repository whose objects are served. */
  readonly directory: string;
  readonly createdAt: string;
}

export interface Pull {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  readonly author: User;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  draft: boolean;
  merged: boolean;
  locked: boolean;
  baseRef: string;
  baseSha: string;
  headRef: string;
  headSha: string;
  /** Every commit that was once the head, oldest first. */
  readonly heads: string[];
  /** Null when the fork was deleted. */
  headRepository: Repository | null;
  readonly headOwner: User;
  readonly labels: readonly string[];
  readonly createdAt: string;
  updatedAt: string;
}

export interface Minimized {
  readonly reason: string;
}

export interface IssueComment {
  readonly id: number;
  readonly repository: Repository;
  readonly number: number;
  readonly user: User;
  readonly viaApp: boolean;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  /** When its text was last changed; null for never. */
  editedAt: string | null;
  minimized: Minimized | null;
}

export type Side = 'LEFT' | 'RIGHT';

export interface ReviewComment {
  readonly id: number;
  readonly repository: Repository;
  readonly number: number;
  readonly reviewId: number | null;
  readonly user: User;
  body: string;
  readonly path: string;
  /** Null once the line is no longer in the diff. */
  line: number | null;
  readonly originalLine: number;
  readonly side: Side;
  readonly startLine: number | null;
  readonly startSide: Side | null;
  readonly commitId: string;
  readonly diffHunk: string;
  readonly inReplyTo: number | null;
  readonly createdAt: string;
  updatedAt: string;
  /** When its text was last changed; null for never. */
  editedAt: string | null;
  minimized: Minimized | null;
}

export interface Review {
  readonly id: number;
  readonly repository: Repository;
  readonly number: number;
  readonly user: User;
  body: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'PENDING';
  readonly commitId: string;
  readonly submittedAt: string | null;
}

/** Comments of one place, as GraphQL shows them. */
export interface Thread {
  /** Node id, for `resolveReviewThread`. */
  readonly id: string;
  readonly repository: Repository;
  readonly number: number;
  readonly comments: ReviewComment[];
  resolved: boolean;
  resolvedBy: User | null;
}

export interface Status {
  readonly id: number;
  readonly repository: Repository;
  readonly sha: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: User;
  readonly createdAt: string;
}

export interface Reaction {
  readonly id: number;
  readonly on: 'issue-comment' | 'review-comment';
  readonly commentId: number;
  readonly user: User;
  readonly content: string;
  readonly createdAt: string;
}

/** Everything that is observable, and the counters behind it. Lists are in order of their ids. */
export interface State extends AppState {
  readonly users: Map<string, User>;
  readonly tokens: Map<string, Token>;
  readonly repositories: Map<string, Repository>;
  readonly pulls: Pull[];
  readonly comments: IssueComment[];
  readonly reviews: Review[];
  readonly reviewComments: ReviewComment[];
  readonly threads: Thread[];
  readonly statuses: Status[];
  readonly reactions: Reaction[];
  readonly limits: Limits;
  /** Next id: ascending over all kinds, as good as on GitHub. */
  nextId(): number;
  /** Now, as GitHub writes times: whole seconds. */
  now(): string;
  readonly milliseconds: () => number;
}

export function emptyState(
  limits: Limits,
  milliseconds: () => number,
  hookTimeoutMs: number = HOOK_TIMEOUT_MS,
): State {
  let last = 4_200_000_000;
  return {
    ...emptyAppState(hookTimeoutMs),
    users: new Map(),
    tokens: new Map(),
    repositories: new Map(),
    pulls: [],
    comments: [],
    reviews: [],
    reviewComments: [],
    threads: [],
    statuses: [],
    reactions: [],
    limits,
    nextId: () => {
      last += 1;
      return last;
    },
    now: () => new Date(milliseconds()).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    milliseconds,
  };
}
