import { type Call, mayRead } from '../answers.ts';
import { writeFault } from '../permissions.ts';
import { nodeId } from '../show-repository.ts';
import type { Ability, IssueComment, Repository, ReviewComment, Thread, Token } from '../state.ts';
import { type ObjectType, QueryError } from './execute-query.ts';
import { object, scalar } from './fields.ts';

/** What can be hidden. */
type Minimizable =
  | { readonly typename: 'IssueComment'; readonly comment: IssueComment }
  | { readonly typename: 'PullRequestReviewComment'; readonly comment: ReviewComment };

/** What the mutations answer. */
export function payloadTypes(): Readonly<Record<string, ObjectType>> {
  return {
    ResolveReviewThreadPayload: threadPayload(),
    UnresolveReviewThreadPayload: threadPayload(),
    MinimizeCommentPayload: {
      minimizedComment: object('Minimizable', (one: { subject: Minimizable }) => one.subject),
      clientMutationId: scalar((one: { clientMutationId: unknown }) => one.clientMutationId ?? null),
    },
  };
}

function threadPayload(): ObjectType {
  return {
    thread: object('PullRequestReviewThread', (one: { thread: Thread }) => one.thread),
    clientMutationId: scalar((one: { clientMutationId: unknown }) => one.clientMutationId ?? null),
  };
}

const CLASSIFIERS = new Set(['ABUSE', 'DUPLICATE', 'OFF_TOPIC', 'OUTDATED', 'RESOLVED', 'SPAM']);

/** The three changes that REST has not: resolve, unresolve, hide. */
export function mutationType(call: Call): ObjectType {
  const resolve = (resolved: boolean) => (_: unknown, given: Readonly<Record<string, unknown>>) => {
    const { threadId, clientMutationId } = inputOf(given, ['threadId'], ['clientMutationId']);
    const thread = call.state.threads.find((one) => one.id === threadId);
    if (thread === undefined || !mayRead(call.state, call.token, thread.repository))
      throw unknownNode(threadId);
    const token = requireWrite(call, thread.repository, 'threads');
    thread.resolved = resolved;
    thread.resolvedBy = resolved ? token.user : null;
    return { thread, clientMutationId };
  };
  return {
    resolveReviewThread: object('ResolveReviewThreadPayload', resolve(true), { input: true }),
    unresolveReviewThread: object('UnresolveReviewThreadPayload', resolve(false), { input: true }),
    minimizeComment: object(
      'MinimizeCommentPayload',
      (_, given) => {
        const input = inputOf(given, ['subjectId', 'classifier'], ['clientMutationId']);
        if (!CLASSIFIERS.has(String(input.classifier))) {
          throw new QueryError(`Argument 'classifier' has an invalid value (${String(input.classifier)}).`);
        }
        const subject = findSubject(call, input.subjectId);
        if (subject === null || !mayRead(call.state, call.token, subject.comment.repository))
          throw unknownNode(input.subjectId);
        requireWrite(call, subject.comment.repository, 'reviews');
        subject.comment.minimized = { reason: String(input.classifier).toLowerCase().replace('_', '-') };
        return { subject, clientMutationId: input.clientMutationId };
      },
      { input: true },
    ),
  };
}

function inputOf(
  given: Readonly<Record<string, unknown>>,
  required: readonly string[],
  optional: readonly string[],
): Readonly<Record<string, unknown>> {
  const input = (given.input ?? {}) as Readonly<Record<string, unknown>>;
  const missing = required.filter((name) => (input[name] ?? null) === null);
  const unknown = Object.keys(input).filter((name) => !required.includes(name) && !optional.includes(name));
  if (missing.length + unknown.length === 0) return input;
  throw new QueryError(
    `Argument 'input' is wrong: missing ${missing.join(', ')}; unknown ${unknown.join(', ')}`,
  );
}

function findSubject(call: Call, id: unknown): Minimizable | null {
  const issue = call.state.comments.find((one) => nodeId('IC', one.id) === id);
  if (issue !== undefined) return { typename: 'IssueComment', comment: issue };
  const review = call.state.reviewComments.find((one) => nodeId('PRRC', one.id) === id);
  return review === undefined ? null : { typename: 'PullRequestReviewComment', comment: review };
}

function unknownNode(id: unknown): QueryError {
  return new QueryError(`Could not resolve to a node with the global id of '${String(id)}'`, {
    type: 'NOT_FOUND',
  });
}

function requireWrite(call: Call, repository: Repository, ability: Ability): Token {
  if (call.token !== null && writeFault(call.token, repository, ability) === null) return call.token;
  throw new QueryError('Resource not accessible by integration', { type: 'FORBIDDEN' });
}
