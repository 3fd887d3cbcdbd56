import { gitObjects } from './git-objects.ts';
import { newReply, newThread } from './routes/review-routes.ts';
import type {
  Ability,
  Association,
  IssueComment,
  Pull,
  Repository,
  ReviewComment,
  Role,
  Side,
  State,
  Status,
  Token,
  User,
} from './state.ts';

/** The author id behind every GITHUB_TOKEN. */
export const ACTIONS_BOT = { login: 'github-actions[bot]', id: 41_898_282 } as const;

export interface NewUser {
  readonly login: string;
  readonly id?: number;
  /** Default: `Bot` when the login ends in `[bot]`. */
  readonly type?: User['type'];
  /** Repository full name → role. */
  readonly roles?: Readonly<Record<string, Role>>;
  /** What the user's comments show; members with private membership show `NONE`. Default: by role. */
  readonly association?: Association;
}

export interface NewRepository {
  /** `owner/name`. */
  readonly name: string;
  /** Local git repository that has the objects. */
  readonly directory: string;
  readonly private?: boolean;
  readonly fork?: boolean;
  readonly defaultBranch?: string;
}

export interface NewToken {
  readonly token: string;
  /** Who writes with it. Default `github-actions[bot]`. */
  readonly login?: string;
  /** Default `actions`. */
  readonly type?: 'actions' | 'app' | 'user';
  readonly readOnly?: boolean;
  /** Default true. */
  readonly reactionsAllowed?: boolean;
  /** Kinds of writes that are refused; the others work. */
  readonly denied?: readonly Ability[];
  /** Repositories the token was made for. Default all. */
  readonly repositories?: readonly string[];
  /** Requests an hour. Default 1,000 for `actions`, 5,000 otherwise. */
  readonly limit?: number;
}

export interface NewPull {
  readonly repository: string;
  /** Commit of the base branch. */
  readonly base: string;
  /** Commit of the head. */
  readonly head: string;
  readonly number?: number;
  readonly title?: string;
  readonly body?: string | null;
  /** Default `contributor`; made when unknown. */
  readonly author?: string;
  readonly draft?: boolean;
  readonly locked?: boolean;
  readonly baseRef?: string;
  readonly headRef?: string;
  readonly labels?: readonly string[];
  /** Full name of the repository the head is in; null for a fork that was deleted. Default: the same repository. */
  readonly headRepository?: string | null;
}

export interface NewComment {
  readonly pull: Pull;
  readonly login: string;
  readonly body: string;
}

export interface NewReply extends NewComment {
  /** The comment that opened the thread. */
  readonly to: ReviewComment;
}

export interface NewReviewComment extends NewComment {
  readonly path: string;
  /** May be outside every hunk, as comments made on the web page are; null when outdated. */
  readonly line: number | null;
  readonly side?: Side;
}

/** Ways to put things there that no request made. */
export interface Builders {
  addUser(user: NewUser): User;
  /** The user of that login, made without any role when unknown. */
  userNamed(login: string): User;
  addRepository(repository: NewRepository): Repository;
  addToken(token: NewToken): Token;
  openPullRequest(pull: NewPull): Pull;
  /** A push to the head branch: comments on files that changed become outdated. */
  moveHead(pull: Pull, head: string): void;
  /** The base branch moves to a commit, or the pull request is pointed at another branch. */
  moveBase(pull: Pull, base: { readonly sha: string; readonly ref?: string }): void;
  addComment(comment: NewComment): IssueComment;
  addReviewComment(comment: NewReviewComment): ReviewComment;
  /** An answer in the thread of a review comment. */
  addReply(reply: NewReply): ReviewComment;
  /** A reaction to a review comment; `-1` is the thumb down. */
  addReaction(reaction: {
    readonly to: ReviewComment;
    readonly login: string;
    readonly content: string;
  }): void;
  addStatus(status: {
    readonly pull: Pull;
    readonly login: string;
    readonly context: string;
    readonly state: Status['state'];
    readonly description?: string;
    readonly targetUrl?: string;
    readonly sha?: string;
  }): Status;
}

export function makeBuilders(state: State): Builders {
  const addUser = (user: NewUser): User => {
    const known = state.users.get(user.login);
    const made: User = {
      id: user.id ?? known?.id ?? state.nextId() % 1_000_000_000,
      login: user.login,
      type: user.type ?? (user.login.endsWith('[bot]') ? 'Bot' : 'User'),
      roles: new Map(Object.entries(user.roles ?? {})),
      association: user.association ?? null,
    };
    if (known !== undefined)
      throw new Error(`The user "${user.login}" is there already; add it before it is first named.`);
    state.users.set(user.login, made);
    return made;
  };
  const userOf = (login: string): User =>
    state.users.get(login) ??
    addUser(login === ACTIONS_BOT.login ? { login, id: ACTIONS_BOT.id } : { login });

  return {
    addUser,
    userNamed: userOf,
    addRepository: (repository) => addRepository(state, userOf, repository),
    addToken: (token) => addToken(state, userOf, token),
    openPullRequest: (pull) => openPullRequest(state, userOf, pull),
    moveHead: (pull, head) => moveHead(state, pull, head),
    moveBase(pull, { sha, ref = pull.baseRef }) {
      if (gitObjects(pull.repository.directory).tree(sha) === null)
        throw new Error(`${pull.repository.directory} has no commit "${sha}".`);
      pull.baseSha = sha;
      pull.baseRef = ref;
      pull.updatedAt = state.now();
    },
    addComment({ pull, login, body }) {
      const { repository, number } = pull;
      const times = { createdAt: state.now(), updatedAt: state.now() };
      const user = userOf(login);
      const made = {
        id: state.nextId(),
        repository,
        number,
        user,
        viaApp: false,
        body,
        ...times,
        editedAt: null,
        minimized: null,
      };
      state.comments.push(made);
      return made;
    },
    addReviewComment: (comment) => addReviewComment(state, userOf(comment.login), comment),
    addReply({ to, login, body }) {
      const made = newReply(state, to, { user: userOf(login), body });
      state.reviewComments.push(made);
      state.threads.find((one) => one.comments.includes(to))?.comments.push(made);
      return made;
    },
    addReaction({ to, login, content }) {
      state.reactions.push({
        id: state.nextId(),
        on: 'review-comment',
        commentId: to.id,
        user: userOf(login),
        content,
        createdAt: state.now(),
      });
    },
    addStatus({ pull, login, sha, description = null, targetUrl = null, ...rest }) {
      const made: Status = {
        id: state.nextId(),
        repository: pull.repository,
        sha: sha ?? pull.headSha,
        state: rest.state,
        context: rest.context,
        description,
        targetUrl,
        creator: userOf(login),
        createdAt: state.now(),
      };
      state.statuses.push(made);
      return made;
    },
  };
}

type UserOf = (login: string) => User;

function addRepository(state: State, userOf: UserOf, options: NewRepository): Repository {
  const [owner = '', name = ''] = options.name.split('/');
  const made: Repository = {
    id: state.nextId() % 1_000_000_000,
    owner: userOf(owner),
    name,
    fullName: options.name,
    private: options.private ?? false,
    fork: options.fork ?? false,
    defaultBranch: options.defaultBranch ?? 'main',
    directory: options.directory,
    createdAt: state.now(),
  };
  state.repositories.set(options.name, made);
  return made;
}

function addToken(state: State, userOf: UserOf, options: NewToken): Token {
  const type = options.type ?? 'actions';
  const all: readonly Ability[] = ['comments', 'reviews', 'statuses', 'reactions', 'threads'];
  const denied = new Set<Ability>([
    ...(options.readOnly === true ? all : []),
    ...(options.reactionsAllowed === false ? (['reactions'] as const) : []),
    ...(options.denied ?? []),
  ]);
  const made: Token = {
    token: options.token,
    user: userOf(options.login ?? ACTIONS_BOT.login),
    type,
    denied,
    app: null,
    installation: null,
    permissions: null,
    expiresAt: null,
    repositories: options.repositories === undefined ? null : new Set(options.repositories),
    limit: options.limit ?? (type === 'actions' ? 1000 : 5000),
    used: 0,
    resetAt: state.milliseconds() + 3_600_000,
    writes: [],
  };
  state.tokens.set(options.token, made);
  return made;
}

function openPullRequest(state: State, userOf: UserOf, options: NewPull): Pull {
  const repository = repositoryNamed(state, options.repository);
  const objects = gitObjects(repository.directory);
  const commit = (name: string) => {
    const found = objects.commitOf(name);
    if (found === null) throw new Error(`${repository.directory} has no commit "${name}".`);
    return found;
  };
  const head = commit(options.head);
  const author = userOf(options.author ?? 'contributor');
  const from = options.headRepository === undefined ? options.repository : options.headRepository;
  const headRepository = from === null ? null : repositoryNamed(state, from);
  const numbers = state.pulls.filter((one) => one.repository === repository).map((one) => one.number);
  const made: Pull = {
    id: state.nextId(),
    number: options.number ?? Math.max(0, ...numbers) + 1,
    repository,
    author,
    title: options.title ?? 'A change',
    body: options.body ?? null,
    state: 'open',
    draft: options.draft ?? false,
    merged: false,
    locked: options.locked ?? false,
    baseRef: options.baseRef ?? repository.defaultBranch,
    baseSha: commit(options.base),
    headRef: options.headRef ?? 'feature',
    headSha: head,
    heads: [head],
    headRepository,
    headOwner: headRepository?.owner ?? author,
    labels: options.labels ?? [],
    createdAt: state.now(),
    updatedAt: state.now(),
  };
  state.pulls.push(made);
  return made;
}

function repositoryNamed(state: State, name: string): Repository {
  const found = state.repositories.get(name);
  if (found === undefined) throw new Error(`No repository "${name}". Call addRepository first.`);
  return found;
}

function moveHead(state: State, pull: Pull, head: string): void {
  const objects = gitObjects(pull.repository.directory);
  const before = objects.tree(pull.headSha);
  const after = objects.tree(head);
  if (after === null) throw new Error(`${pull.repository.directory} has no commit "${head}".`);
  for (const comment of state.reviewComments) {
    const mine = comment.repository === pull.repository && comment.number === pull.number;
    if (mine && before?.get(comment.path)?.sha !== after.get(comment.path)?.sha) comment.line = null;
  }
  pull.headSha = head;
  pull.heads.push(head);
  pull.updatedAt = state.now();
}

function addReviewComment(state: State, user: User, options: NewReviewComment): ReviewComment {
  const { pull, body, path, line, side = 'RIGHT' } = options;
  const { repository, number } = pull;
  const now = state.now();
  const review = {
    id: state.nextId(),
    repository,
    number,
    user,
    body: '',
    state: 'COMMENTED' as const,
    commitId: pull.headSha,
    submittedAt: now,
  };
  const made: ReviewComment = {
    id: state.nextId(),
    repository,
    number,
    reviewId: review.id,
    user,
    body,
    path,
    line,
    originalLine: line ?? 1,
    side,
    startLine: null,
    startSide: null,
    commitId: pull.headSha,
    diffHunk: '',
    inReplyTo: null,
    createdAt: now,
    updatedAt: now,
    editedAt: null,
    minimized: null,
  };
  state.reviews.push(review);
  state.reviewComments.push(made);
  state.threads.push(newThread(state, made));
  return made;
}
