import type { Call } from '../answers.ts';
import { gitObjects } from '../git-objects.ts';
import { commentWebUrl } from '../show-comments.ts';
import { nodeId } from '../show-repository.ts';
import type { IssueComment, Pull, Status } from '../state.ts';
import { actor } from './actors.ts';
import { commentType } from './comment-type.ts';
import { connection, PAGED } from './connection.ts';
import type { FieldType, ObjectType } from './execute-query.ts';
import { object, scalar } from './fields.ts';
import { type GitObject, needs } from './make-schema.ts';

/** Comments and commits of a pull request. */
export function conversationFields(call: Call): ObjectType {
  return {
    comments: object(
      'IssueCommentConnection',
      (one: Pull, given) => {
        const mine = call.state.comments.filter(
          (comment) => comment.repository === one.repository && comment.number === one.number,
        );
        return connection('comments', mine, given);
      },
      PAGED,
    ),
    commits: object(
      'PullRequestCommitConnection',
      (one: Pull, given) => {
        const { repository } = one;
        const shas = gitObjects(repository.directory).between(one.baseSha, one.headSha);
        const nodes = shas.map((oid) => ({
          commit: { typename: 'Commit', oid, repository, prefix: '', entries: [] },
        }));
        return connection('commits', nodes, given);
      },
      PAGED,
    ),
  };
}

/** The newest status of each context of a commit; null for a commit without any. */
export function statusField(call: Call): FieldType {
  return object('Status', (one: GitObject) => {
    needs(call, 'statuses=read');
    const mine = call.state.statuses.filter(
      (status) => status.repository === one.repository && status.sha === one.oid,
    );
    return mine.length === 0 ? null : { statuses: mine };
  });
}

export function conversationTypes(): Readonly<Record<string, ObjectType>> {
  return {
    IssueComment: {
      ...commentType<IssueComment>('IC', (one) => commentWebUrl(one)),
      lastEditedAt: scalar((one: IssueComment) => one.editedAt),
    },
    PullRequestCommit: { commit: object('Commit', (one: { commit: GitObject }) => one.commit) },
    Status: {
      context: object(
        'StatusContext',
        // Unlike REST, the name is compared letter by letter: the strict side.
        ({ statuses }: { statuses: readonly Status[] }, given) =>
          statuses.findLast((one) => one.context === given.name) ?? null,
        { name: true },
      ),
    },
    // Without a number: GraphQL has none for a status.
    StatusContext: {
      id: scalar((one: Status) => nodeId('SC', one.id)),
      context: scalar((one: Status) => one.context),
      state: scalar((one: Status) => one.state.toUpperCase()),
      description: scalar((one: Status) => one.description),
      targetUrl: scalar((one: Status) => one.targetUrl),
      createdAt: scalar((one: Status) => one.createdAt),
      creator: object('Actor', (one: Status) => actor(one.creator)),
    },
  };
}
