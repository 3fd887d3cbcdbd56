import { type Call, findRepository, mayRead } from '../answers.ts';
import { gitObjects, type TreeEntry } from '../git-objects.ts';
import { isGranted } from '../needed-permissions.ts';
import { commitOf } from '../routes/content-routes.ts';
import { nodeId } from '../show-repository.ts';
import type { Pull, Repository, Token } from '../state.ts';
import { ACTORS, actor, actorTypes } from './actors.ts';
import { connection, cursor, PAGED, type Page } from './connection.ts';
import { conversationFields, conversationTypes, statusField } from './conversation-types.ts';
import { type ObjectType, QueryError, type Schema } from './execute-query.ts';
import { object, scalar } from './fields.ts';
import { mutationType, payloadTypes } from './mutations.ts';
import { reactionTypes, reviewCommentType, threadTypes } from './thread-types.ts';

export interface GitObject {
  readonly typename: 'Blob' | 'Tree' | 'Commit';
  readonly oid: string;
  readonly repository: Repository;
  /** Path of a tree inside the commit it was asked by, for the paths of its entries. */
  readonly entries: readonly TreeEntry[];
  readonly prefix: string;
}

/** The few types that the product asks for. A field that is not here is an error, as it would be a misspelt one. */
export function makeSchema(call: Call): Schema {
  return {
    types: {
      Query: queryType(call),
      Mutation: mutationType(call),
      Repository: repositoryType(call),
      ...objectTypes(call),
      PullRequest: pullType(call),
      ...threadTypes(call),
      ...reactionTypes(),
      ...connectionTypes(),
      ...actorTypes(),
      ...conversationTypes(),
      PullRequestReviewComment: reviewCommentType(call),
      ...payloadTypes(),
      RateLimit: {
        limit: scalar((token: Token) => token.limit),
        cost: scalar(() => 1),
        remaining: scalar((token: Token) => token.limit - token.used),
        used: scalar((token: Token) => token.used),
        resetAt: scalar((token: Token) => new Date(token.resetAt).toISOString()),
      },
    },
    abstract: {
      GitObject: ['Blob', 'Tree', 'Commit'],
      Actor: [...ACTORS],
      Minimizable: ['IssueComment', 'PullRequestReviewComment'],
    },
  };
}

function queryType(call: Call): ObjectType {
  return {
    repository: object(
      'Repository',
      (_, given) => {
        const name = `${String(given.owner)}/${String(given.name)}`;
        const found = findRepository(call.state, name);
        if (found !== null && mayRead(call.state, call.token, found)) return found;
        throw new QueryError(`Could not resolve to a Repository with the name '${name}'.`, {
          type: 'NOT_FOUND',
        });
      },
      { owner: true, name: true, followRenames: false },
    ),
    viewer: object('Actor', () => (call.token === null ? null : actor(call.token.user))),
    rateLimit: object('RateLimit', () => call.token),
  };
}

/** @throws QueryError when an installation token was not granted what the field takes */
export function needs(call: Call, needed: string): void {
  if (!isGranted(call.token, needed)) {
    throw new QueryError('Resource not accessible by integration', { type: 'FORBIDDEN' });
  }
}

function repositoryType(call: Call): ObjectType {
  return {
    id: scalar((one: Repository) => nodeId('R', one.id)),
    databaseId: scalar((one: Repository) => one.id),
    name: scalar((one: Repository) => one.name),
    nameWithOwner: scalar((one: Repository) => one.fullName),
    isPrivate: scalar((one: Repository) => one.private),
    object: object('GitObject', (one: Repository, given) => findObject(call, one, given), {
      expression: false,
      oid: false,
    }),
    pullRequest: object(
      'PullRequest',
      (one: Repository, given) => {
        needs(call, 'pull_requests=read');
        const found = call.state.pulls.find(
          (pull) => pull.repository === one && pull.number === given.number,
        );
        if (found !== undefined) return found;
        const message = `Could not resolve to a PullRequest with the number of ${String(given.number)}.`;
        throw new QueryError(message, { type: 'NOT_FOUND' });
      },
      { number: true },
    ),
  };
}

/** What stands behind `sha:path`, `branch:path`, a commit or an object name; null when there is nothing. */
function findObject(
  call: Call,
  repository: Repository,
  given: Readonly<Record<string, unknown>>,
): GitObject | null {
  needs(call, 'contents=read');
  const objects = gitObjects(repository.directory);
  if (typeof given.oid === 'string') return objectOf(repository, given.oid);
  const expression = String(given.expression ?? '');
  const colon = expression.indexOf(':');
  if (colon === -1) return objectOf(repository, commitOf(call.state, repository, expression) ?? expression);
  const commit = commitOf(call.state, repository, expression.slice(0, colon));
  const tree = commit === null ? null : objects.tree(commit);
  if (tree === null) return null;
  const path = expression.slice(colon + 1).replace(/\/$/, '');
  const entry = path === '' ? null : tree.get(path);
  if (entry === undefined || entry?.type === 'commit') return null;
  if (entry?.type === 'blob') return blob(repository, entry.sha);
  const prefix = path === '' ? '' : `${path}/`;
  const oid = entry?.sha ?? objects.treeSha(commit ?? '') ?? '';
  return { typename: 'Tree', oid, repository, prefix, entries: childrenOf(tree, prefix) };
}

function objectOf(repository: Repository, name: string): GitObject | null {
  const objects = gitObjects(repository.directory);
  if (objects.commitOf(name) !== null) {
    return { typename: 'Commit', oid: objects.commitOf(name) ?? name, repository, prefix: '', entries: [] };
  }
  if (!/^[0-9a-f]{40}$/.test(name)) return null;
  if (objects.blobs([name]).has(name)) return blob(repository, name);
  const tree = objects.tree(name);
  return tree === null
    ? null
    : { typename: 'Tree', oid: name, repository, prefix: '', entries: childrenOf(tree, '') };
}

function blob(repository: Repository, oid: string): GitObject {
  return { typename: 'Blob', oid, repository, prefix: '', entries: [] };
}

function childrenOf(tree: ReadonlyMap<string, TreeEntry>, prefix: string): readonly TreeEntry[] {
  return [...tree.values()].filter(
    (one) => one.path.startsWith(prefix) && !one.path.slice(prefix.length).includes('/'),
  );
}

function objectTypes(call: Call): Readonly<Record<string, ObjectType>> {
  const content = (one: GitObject) =>
    gitObjects(one.repository.directory).blobs([one.oid]).get(one.oid) ?? Buffer.alloc(0);
  const isBinary = (one: GitObject) => content(one).subarray(0, 8000).includes(0);
  const common: ObjectType = {
    id: scalar((one: GitObject) => nodeId(one.typename, Number.parseInt(one.oid.slice(0, 12), 16))),
    oid: scalar((one: GitObject) => one.oid),
    abbreviatedOid: scalar((one: GitObject) => one.oid.slice(0, 7)),
  };
  return {
    Blob: {
      ...common,
      byteSize: scalar((one: GitObject) => content(one).length),
      isBinary: scalar(isBinary),
      isTruncated: scalar((one: GitObject) => content(one).length > call.state.limits.blobText),
      text: scalar((one: GitObject) =>
        isBinary(one) ? null : content(one).subarray(0, call.state.limits.blobText).toString('utf8'),
      ),
    },
    Tree: {
      ...common,
      entries: object('TreeEntry', (one: GitObject) => one.entries.map((entry) => ({ entry, tree: one }))),
    },
    TreeEntry: {
      name: scalar((one: { entry: TreeEntry }) => one.entry.path.slice(one.entry.path.lastIndexOf('/') + 1)),
      path: scalar((one: { entry: TreeEntry }) => one.entry.path),
      mode: scalar((one: { entry: TreeEntry }) => Number.parseInt(one.entry.mode, 8)),
      type: scalar((one: { entry: TreeEntry }) => one.entry.type),
      oid: scalar((one: { entry: TreeEntry }) => one.entry.sha),
      size: scalar((one: { entry: TreeEntry }) => one.entry.size ?? 0),
      object: object('GitObject', (one: { entry: TreeEntry; tree: GitObject }) => {
        const { repository } = one.tree;
        if (one.entry.type === 'commit') return null;
        return one.entry.type === 'blob'
          ? blob(repository, one.entry.sha)
          : objectOf(repository, one.entry.sha);
      }),
    },
    Commit: {
      ...common,
      status: statusField(call),
      message: scalar((one: GitObject) => gitObjects(one.repository.directory).commit(one.oid).message),
      committedDate: scalar(
        (one: GitObject) => gitObjects(one.repository.directory).commit(one.oid).committer.date,
      ),
    },
  };
}

function pullType(call: Call): ObjectType {
  return {
    id: scalar((one: Pull) => nodeId('PR', one.id)),
    number: scalar((one: Pull) => one.number),
    title: scalar((one: Pull) => one.title),
    body: scalar((one: Pull) => one.body ?? ''),
    isDraft: scalar((one: Pull) => one.draft),
    locked: scalar((one: Pull) => one.locked),
    state: scalar((one: Pull) => (one.merged ? 'MERGED' : one.state.toUpperCase())),
    headRefOid: scalar((one: Pull) => one.headSha),
    baseRefOid: scalar((one: Pull) => one.baseSha),
    headRefName: scalar((one: Pull) => one.headRef),
    baseRefName: scalar((one: Pull) => one.baseRef),
    author: object('Actor', (one: Pull) => actor(one.author)),
    ...conversationFields(call),
    reviewThreads: object(
      'PullRequestReviewThreadConnection',
      (one: Pull, given) => {
        const mine = call.state.threads.filter(
          (t) => t.repository === one.repository && t.number === one.number,
        );
        return connection('reviewThreads', mine, given);
      },
      PAGED,
    ),
  };
}

function connectionTypes(): Readonly<Record<string, ObjectType>> {
  const of = (node: string): ObjectType => ({
    nodes: object(node, (one: Page) => one.nodes),
    totalCount: scalar((one: Page) => one.total),
    pageInfo: object('PageInfo', (one: Page) => one),
  });
  return {
    PullRequestReviewThreadConnection: of('PullRequestReviewThread'),
    PullRequestReviewCommentConnection: of('PullRequestReviewComment'),
    ReactionConnection: of('Reaction'),
    IssueCommentConnection: of('IssueComment'),
    PullRequestCommitConnection: of('PullRequestCommit'),
    PageInfo: {
      hasNextPage: scalar((one: Page) => one.end < one.total),
      hasPreviousPage: scalar((one: Page) => one.start > 0),
      startCursor: scalar((one: Page) => (one.nodes.length === 0 ? null : cursor(one.start + 1))),
      endCursor: scalar((one: Page) => (one.nodes.length === 0 ? null : cursor(one.end))),
    },
  };
}
