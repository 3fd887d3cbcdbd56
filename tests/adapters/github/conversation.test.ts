import { describe, expect, it } from 'vitest';
import {
  answerChange,
  answerTree,
  graphql,
  HEAD,
  hub,
  MERGE_BASE,
  makeFile,
  makeForge,
  makePull,
  type Query,
  SIGNAL,
  useNock,
} from './fake-hub.ts';

useNock();
const reader = () => makeForge().pullRequest(5, HEAD);
const COMMENTS = '/repos/acme/shop/issues/5/comments';
const TIME = '2026-11-21T10:00:00Z';
const BODY = '<!-- a -->\r\n\ttext \u00e4\u{1f600}\n\n';

interface Json {
  readonly [name: string]: unknown;
}

function node(id: number, changes: Json = {}): Json {
  const author = { __typename: 'User', login: 'jane', databaseId: 7 };
  return {
    fullDatabaseId: String(id),
    body: 'x',
    url: `https://ghe.example/c/${id}`,
    createdAt: TIME,
    lastEditedAt: null,
    author,
    ...changes,
  };
}

/** The same comment as REST shows it. */
function asRest(id: number): Json {
  const user = { id: 7, login: 'jane' };
  const url = `https://ghe.example/c/${id}`;
  return { id, body: 'x', user, html_url: url, created_at: TIME, updated_at: TIME };
}

const nodes = (from: number, count: number) => Array.from({ length: count }, (_, n) => node(from + n));
const rest = (from: number, count: number) => Array.from({ length: count }, (_, n) => asRest(from + n));

function conversation(comments: readonly unknown[], totalCount = comments.length, pull: Json = {}): Json {
  return {
    pull: {
      headRefOid: HEAD,
      state: 'OPEN',
      isDraft: false,
      commits: { nodes: [{ commit: { oid: MERGE_BASE } }, { commit: { oid: HEAD } }] },
      comments: { totalCount, nodes: comments },
      reviewThreads: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
      ...pull,
    },
    pinned: {
      status: {
        context: {
          state: 'PENDING',
          description: 'reviewing',
          targetUrl: 'https://ghe.example/run/1',
          createdAt: TIME,
          creator: { __typename: 'Bot', login: 'github-actions', databaseId: 41 },
        },
      },
    },
  };
}

function answer(repository: unknown, asked: Query[] = []): void {
  graphql()
    .post('/graphql')
    .reply(200, (_uri, body) => {
      asked.push(body as unknown as Query);
      return { data: { repository } };
    });
}

/** Answers the three calls of REST that say the same. */
function answerByRest(comments: readonly unknown[] = rest(1, 2)): void {
  hub().get('/repos/acme/shop/pulls/5').reply(200, makePull());
  hub().get(`/repos/acme/shop/commits/${HEAD}/statuses`).query(true).reply(200, []);
  hub().get(COMMENTS).query({ per_page: 100, page: 1 }).reply(200, comments);
}

describe('the conversation', () => {
  it('is told by one query, with names as REST has them and bodies byte for byte', async () => {
    const asked: Query[] = [];
    const bot = { __typename: 'Bot', login: 'github-actions', databaseId: 41 };
    const comments = [
      node(4_200_000_001, { body: BODY, author: bot, lastEditedAt: TIME }),
      node(4_200_000_002, { author: null }),
      node(4_200_000_003, { author: { __typename: 'EnterpriseUserAccount', login: 'sam' } }),
    ];
    answer(conversation(comments), asked);
    expect(await reader().conversation(SIGNAL)).toEqual({
      headSha: HEAD,
      isOpen: true,
      draft: false,
      newestStatus: {
        state: 'pending',
        description: 'reviewing',
        targetUrl: 'https://ghe.example/run/1',
        creatorId: 41,
        creator: 'github-actions[bot]',
        createdAt: TIME,
      },
      comments: [
        {
          id: 4_200_000_001,
          authorId: 41,
          author: 'github-actions[bot]',
          body: BODY,
          url: 'https://ghe.example/c/4200000001',
          createdAt: TIME,
          edited: true,
        },
        expect.objectContaining({ author: 'ghost', authorId: null, edited: false }),
        expect.objectContaining({ author: 'sam', authorId: null }),
      ],
      threads: [],
      commits: [MERGE_BASE, HEAD],
    });
    expect(asked[0]?.variables).toMatchObject({ number: 5, sha: HEAD, context: 'multi-agent-review' });
    expect(asked[0]?.query).not.toContain(HEAD);
  });

  it('is read once; the present one each time', async () => {
    answer(conversation([]));
    const pull = reader();
    expect(await pull.conversation(SIGNAL)).toBe(await pull.conversation(SIGNAL));
    answer(conversation([], 0, { headRefOid: MERGE_BASE }));
    answer(conversation([], 0, { state: 'MERGED', isDraft: true }));
    expect(await pull.now(SIGNAL)).toMatchObject({ headSha: MERGE_BASE, isOpen: true });
    expect(await pull.now(SIGNAL)).toMatchObject({ headSha: HEAD, isOpen: false, draft: true });
  });

  it.each([
    ['a commit without statuses', { status: null }],
    ['another context', { status: { context: null } }],
    ['a commit that is not there', null],
  ])('has no status of ours: %s', async (_what, pinned) => {
    answer({ ...conversation([]), pinned });
    expect((await reader().now(SIGNAL)).newestStatus).toBeNull();
  });
});

describe('contents and conversation', () => {
  const blob = { oid: 'e'.repeat(40), byteSize: 1, isBinary: false, isTruncated: false, text: 'a' };
  const withFiles = () => {
    answerChange([makeFile('a.ts'), makeFile('b.ts')]);
    answerTree(HEAD, { 'a.ts': '100644', 'b.ts': '100644' });
    return reader();
  };

  it('share the first query of contents', async () => {
    const pull = withFiles();
    answer({ f0: blob, ...conversation(nodes(1, 2)) });
    expect((await pull.readHead(['a.ts'], SIGNAL)).get('a.ts')).toMatchObject({ text: 'a' });
    expect((await pull.conversation(SIGNAL)).comments).toHaveLength(2);
    const asked: Query[] = [];
    answer({ f0: blob }, asked);
    await pull.readHead(['b.ts'], SIGNAL);
    expect(asked[0]?.query).not.toContain('pullRequest');
  });

  it('are apart when the conversation was asked for first', async () => {
    const pull = withFiles();
    answer(conversation([]));
    await pull.conversation(SIGNAL);
    answer({ f0: blob });
    expect((await pull.readHead(['a.ts'], SIGNAL)).get('a.ts')).toMatchObject({ text: 'a' });
  });

  it('an old server: contents come by a query of their own, the conversation by REST', async () => {
    const pull = withFiles();
    const unknown = { message: "Field 'fullDatabaseId' doesn't exist on type 'IssueComment'" };
    graphql()
      .post('/graphql')
      .reply(200, { errors: [unknown] });
    answer({ f0: blob });
    expect((await pull.readHead(['a.ts'], SIGNAL)).get('a.ts')).toMatchObject({ text: 'a' });
    let queries = 0;
    graphql()
      .post('/graphql')
      .optionally()
      .reply(200, () => {
        queries += 1;
        return { errors: [unknown] };
      });
    for (let times = 0; times < 2; times += 1) answerByRest();
    expect(await pull.conversation(SIGNAL)).toMatchObject({
      comments: [{ id: 1 }, { id: 2 }],
      threads: null,
      commits: null,
    });
    expect((await pull.now(SIGNAL)).comments).toHaveLength(2);
    expect(queries).toBe(0);
  });

  it('a server that fails: contents come without the conversation, which is asked for later', async () => {
    const pull = withFiles();
    graphql().post('/graphql').times(4).reply(502, '');
    answer({ f0: blob });
    expect((await pull.readHead(['a.ts'], SIGNAL)).get('a.ts')).toMatchObject({ text: 'a' });
    answer(conversation(nodes(1, 3)));
    expect((await pull.conversation(SIGNAL)).comments).toHaveLength(3);
  });

  it('a conversation that is refused spoils no contents', async () => {
    const pull = withFiles();
    graphql()
      .post('/graphql')
      .reply(200, {
        data: { repository: { f0: blob, pull: null, pinned: null } },
        errors: [{ type: 'FORBIDDEN', path: ['repository', 'pull'], message: 'no' }],
      });
    expect((await pull.readHead(['a.ts'], SIGNAL)).get('a.ts')).toMatchObject({ text: 'a' });
    answerByRest();
    expect((await pull.conversation(SIGNAL)).comments).toHaveLength(2);
  });
});

describe('R20 every comment', () => {
  it('is read: the first hundred by the query, the others by REST from the second page on', async () => {
    answer(conversation(nodes(1, 100), 250));
    hub().get(COMMENTS).query({ per_page: 100, page: 2 }).reply(200, rest(101, 100));
    hub().get(COMMENTS).query({ per_page: 100, page: 3 }).reply(200, rest(201, 50));
    const { comments } = await reader().now(SIGNAL);
    expect(comments.map((comment) => comment.id)).toEqual(Array.from({ length: 250 }, (_, n) => n + 1));
  });

  it('is read although the two ways do not add up', async () => {
    answer(conversation(nodes(1, 100), 150));
    hub().get(COMMENTS).query({ per_page: 100, page: 2 }).reply(200, rest(102, 49));
    hub().get(COMMENTS).query({ per_page: 100, page: 1 }).reply(200, rest(1, 100));
    hub().get(COMMENTS).query({ per_page: 100, page: 2 }).reply(200, rest(101, 50));
    expect((await reader().now(SIGNAL)).comments).toHaveLength(150);
  });

  it.each([
    ['no pull request', { pull: null }],
    ['no comments', conversation([], 0, { comments: null })],
    ['no list of comments', conversation([], 0, { comments: { totalCount: 0, nodes: null } })],
    ['no count', conversation([], 0, { comments: { nodes: [] } })],
    ['a comment left out', conversation([node(1), null])],
    ['a comment without its number', conversation([node(1, { fullDatabaseId: null })])],
    ['a number that is none', conversation([node(1, { fullDatabaseId: '1e400' })])],
    ['a comment without its text', conversation([node(1, { body: null })])],
    ['no head', conversation([], 0, { headRefOid: null })],
    ['nothing', null],
  ])('is read by REST after an answer with %s', async (_what, repository) => {
    answer(repository);
    answerByRest(rest(8, 1));
    expect((await reader().now(SIGNAL)).comments.map((comment) => comment.id)).toEqual([8]);
  });

  it('or an error says that it could not be', async () => {
    graphql().post('/graphql').reply(403, {});
    hub().get('/repos/acme/shop/pulls/5').reply(200, makePull());
    hub().get(`/repos/acme/shop/commits/${HEAD}/statuses`).query(true).reply(200, []);
    hub().get(COMMENTS).query(true).reply(403, {});
    await expect(reader().now(SIGNAL)).rejects.toMatchObject({ status: 403 });
  });
});
