import type { Call } from '../answers.ts';
import { associationOf, writeFault } from '../permissions.ts';
import { nodeId, webUrl } from '../show-repository.ts';
import type { Reaction, ReviewComment, Thread } from '../state.ts';
import { actor } from './actors.ts';
import { commentType } from './comment-type.ts';
import { connection, PAGED } from './connection.ts';
import { type ObjectType, QueryError } from './execute-query.ts';
import { object, scalar } from './fields.ts';

/** REST's word for a reaction → that of GraphQL. */
const CONTENTS = new Map([
  ['+1', 'THUMBS_UP'],
  ['-1', 'THUMBS_DOWN'],
  ['laugh', 'LAUGH'],
  ['hooray', 'HOORAY'],
  ['confused', 'CONFUSED'],
  ['heart', 'HEART'],
  ['rocket', 'ROCKET'],
  ['eyes', 'EYES'],
]);

export function threadTypes(call: Call): Readonly<Record<string, ObjectType>> {
  const first = (one: Thread) => one.comments[0];
  return {
    PullRequestReviewThread: {
      id: scalar((one: Thread) => one.id),
      isResolved: scalar((one: Thread) => one.resolved),
      isCollapsed: scalar((one: Thread) => one.resolved || first(one)?.line === null),
      isOutdated: scalar((one: Thread) => first(one)?.line === null),
      path: scalar((one: Thread) => first(one)?.path),
      line: scalar((one: Thread) => first(one)?.line),
      originalLine: scalar((one: Thread) => first(one)?.originalLine),
      startLine: scalar((one: Thread) => first(one)?.startLine),
      diffSide: scalar((one: Thread) => first(one)?.side),
      startDiffSide: scalar((one: Thread) => first(one)?.startSide),
      subjectType: scalar(() => 'LINE'),
      viewerCanResolve: scalar((one: Thread) => writeFault(call.token, one.repository, 'threads') === null),
      resolvedBy: object('User', (one: Thread) => (one.resolvedBy === null ? null : actor(one.resolvedBy))),
      comments: object(
        'PullRequestReviewCommentConnection',
        (one: Thread, given) => connection('comments', one.comments, given),
        PAGED,
      ),
    },
  };
}

export function reviewCommentType(call: Call): ObjectType {
  return {
    ...commentType<ReviewComment>(
      'PRRC',
      (one) => `${webUrl(one.repository)}/pull/${one.number}#discussion_r${one.id}`,
    ),
    lastEditedAt: scalar((one: ReviewComment) => one.editedAt),
    reactions: object(
      'ReactionConnection',
      (one: ReviewComment, { content, ...given }) => {
        const mine = call.state.reactions.filter(
          (reaction) => reaction.on === 'review-comment' && reaction.commentId === one.id,
        );
        return connection('reactions', ofContent(mine, content), given);
      },
      { ...PAGED, content: false },
    ),
    path: scalar((one: ReviewComment) => one.path),
    line: scalar((one: ReviewComment) => one.line),
    originalLine: scalar((one: ReviewComment) => one.originalLine),
    startLine: scalar((one: ReviewComment) => one.startLine),
    outdated: scalar((one: ReviewComment) => one.line === null),
    diffHunk: scalar((one: ReviewComment) => one.diffHunk),
    authorAssociation: scalar((one: ReviewComment) => {
      const pull = call.state.pulls.find((p) => p.repository === one.repository && p.number === one.number);
      return associationOf(one.user, one.repository, pull ?? null);
    }),
  };
}

export function reactionTypes(): Readonly<Record<string, ObjectType>> {
  return {
    Reaction: {
      id: scalar((one: Reaction) => nodeId('REA', one.id)),
      databaseId: scalar((one: Reaction) => one.id),
      content: scalar((one: Reaction) => CONTENTS.get(one.content)),
      createdAt: scalar((one: Reaction) => one.createdAt),
      user: object('User', (one: Reaction) => actor(one.user)),
    },
  };
}

function ofContent(reactions: readonly Reaction[], content: unknown): readonly Reaction[] {
  if (content === undefined || content === null) return reactions;
  if (![...CONTENTS.values()].includes(String(content)))
    throw new QueryError(`Argument 'content' has an invalid value (${String(content)}).`);
  return reactions.filter((one) => CONTENTS.get(one.content) === content);
}
