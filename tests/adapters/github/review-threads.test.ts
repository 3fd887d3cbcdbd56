import { describe, expect, it } from 'vitest';
import { graphql, HEAD, makeForge, type Query, SIGNAL, useNock } from './fake-hub.ts';

useNock();
const TIME = '2026-11-21T10:00:00Z';

interface Json {
  readonly [name: string]: unknown;
}

function comment(id: number, changes: Json = {}): Json {
  return {
    fullDatabaseId: String(id),
    body: 'x',
    url: `https://ghe.example/c/${id}`,
    createdAt: TIME,
    lastEditedAt: null,
    author: { __typename: 'User', login: 'jane', databaseId: 7 },
    ...changes,
  };
}

function thread(id: string, changes: Json = {}): Json {
  return {
    id,
    isResolved: false,
    path: 'a.ts',
    resolvedBy: null,
    opening: { nodes: [{ reactions: { nodes: [] } }] },
    comments: { totalCount: 1, nodes: [comment(1)] },
    ...changes,
  };
}

const page = (nodes: readonly unknown[], endCursor: string | null = null): Json => ({
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
  nodes,
});

/** Answers the query of a conversation without comments. */
function answer(reviewThreads: unknown, errors?: readonly unknown[]): void {
  const pull = {
    headRefOid: HEAD,
    state: 'OPEN',
    isDraft: false,
    commits: { nodes: [] },
    comments: { totalCount: 0, nodes: [] },
    reviewThreads,
  };
  graphql()
    .post('/graphql')
    .reply(200, { data: { repository: { pull, pinned: { status: null } } }, ...(errors ? { errors } : {}) });
}

/** Answers the query of one further page. */
function answerMore(reviewThreads: unknown, asked: Query[] = []): void {
  graphql()
    .post('/graphql')
    .reply(200, (_uri, body) => {
      asked.push(body as unknown as Query);
      return { data: { repository: { pullRequest: { reviewThreads } } } };
    });
}

const now = () => makeForge().pullRequest(5, HEAD).now(SIGNAL);

describe('review threads', () => {
  it('come with the conversation: comments, who resolved, who answered 👎', async () => {
    const author = { __typename: 'Bot', login: 'github-actions', databaseId: 41 };
    const reactions = { nodes: [{ user: { login: 'jane' } }, { user: null }, { user: { login: 'sam' } }] };
    answer(
      page([
        thread('T1', {
          isResolved: true,
          resolvedBy: { login: 'jane', databaseId: 7 },
          opening: { nodes: [{ reactions }] },
          comments: { totalCount: 60, nodes: [comment(4_200_000_001, { author }), comment(2)] },
        }),
        thread('T2', { isResolved: true, opening: { nodes: [] }, comments: { totalCount: 0, nodes: [] } }),
      ]),
    );
    const { threads } = await now();
    expect(threads).toEqual([
      {
        id: 'T1',
        path: 'a.ts',
        isResolved: true,
        resolvedBy: { login: 'jane', id: 7 },
        comments: [
          expect.objectContaining({ id: 4_200_000_001, authorId: 41, author: 'github-actions[bot]' }),
          expect.objectContaining({ id: 2, authorId: 7, author: 'jane', edited: false }),
        ],
        commentCount: 60,
        thumbsDown: ['jane', 'sam'],
      },
      {
        id: 'T2',
        path: 'a.ts',
        isResolved: true,
        resolvedBy: null,
        comments: [],
        commentCount: 0,
        thumbsDown: [],
      },
    ]);
  });

  it('are read over all pages', async () => {
    answer(page([thread('T1')], 'c1'));
    const asked: Query[] = [];
    answerMore(page([thread('T2')], 'c2'), asked);
    answerMore(page([thread('T3')]), asked);
    expect((await now()).threads?.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3']);
    expect(asked.map(({ variables }) => variables.after)).toEqual(['c1', 'c2']);
  });

  it.each([
    ['no connection', null],
    ['no list', page([]).pageInfo],
    ['no word of further pages', { nodes: [], pageInfo: {} }],
    ['a further page without its place', { nodes: [], pageInfo: { hasNextPage: true, endCursor: null } }],
    ['a thread left out', page([thread('T1'), null])],
    ['a thread that does not say whether it is resolved', page([thread('T1', { isResolved: null })])],
    ['a thread without comments', page([thread('T1', { comments: null })])],
    ['a comment left out', page([thread('T1', { comments: { totalCount: 2, nodes: [comment(1), null] } })])],
    ['reactions left out', page([thread('T1', { opening: { nodes: [{ reactions: null }] } })])],
  ])('are unknown, never none, after an answer with %s', async (_what, reviewThreads) => {
    answer(reviewThreads, [{ path: ['repository', 'pull', 'reviewThreads'], message: 'no' }]);
    const { threads, comments } = await now();
    expect(threads).toBeNull();
    expect(comments).toEqual([]);
  });

  it('are unknown when a further page cannot be read', async () => {
    answer(page([thread('T1')], 'c1'));
    graphql().post('/graphql').reply(403, {});
    expect((await now()).threads).toBeNull();
    answer(page([thread('T1')], 'c1'));
    answerMore(null);
    expect((await now()).threads).toBeNull();
  });

  it('are unknown when there is no end to them', async () => {
    answer(page([thread('T0')], 'c'));
    for (let pages = 1; pages < 10; pages += 1) answerMore(page([thread(`T${pages}`)], 'c'));
    expect((await now()).threads).toBeNull();
  });
});
