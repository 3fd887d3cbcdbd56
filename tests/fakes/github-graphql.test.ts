import { beforeEach, describe, expect, it } from 'vitest';
import { COMMENTS, O, review, type Setting, setUp } from './github/set-up.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await setUp();
});

describe('GraphQL', () => {
  const graphql = async (query: string, variables: Record<string, unknown> = {}, token = 'bot') => {
    const answer = await setting.ask(
      'POST',
      '/graphql',
      { query, variables },
      { authorization: `bearer ${token}` },
    );
    return answer.body as unknown as {
      data?: Record<string, never>;
      errors?: { message: string; type?: string }[];
    };
  };

  it('reads contents in batches', async () => {
    const { headSha } = setting.pull;
    const blob = '... on Blob { text isBinary isTruncated byteSize oid }';
    const query = `query($o: String!, $n: String!) { repository(owner: $o, name: $n) {
      a: object(expression: "${headSha}:src/added.ts") { __typename ${blob} }
      b: object(expression: "${headSha}:logo.bin") { ${blob} }
      c: object(expression: "${headSha}:none") { ${blob} }
      d: object(expression: "${headSha}:src") { ... on Tree { entries { name type } } }
    } }`;
    const { data } = await graphql(query, { o: 'octo', n: 'shop' });
    expect(data?.repository).toMatchObject({
      a: {
        __typename: 'Blob',
        text: 'export const added = 1;',
        isBinary: false,
        isTruncated: false,
        byteSize: 23,
      },
      b: { text: null, isBinary: true, byteSize: 3 },
      c: null,
      d: { entries: [{ name: 'a.ts', type: 'blob' }, { name: 'added.ts' }, { name: 'new name.ts' }] },
    });
    const inOctokit = await setting.client().graphql<{ viewer: { login: string } }>('{ viewer { login } }');
    expect(inOctokit.viewer.login).toBe('github-actions');
    expect(setting.fake.unexpected).toEqual([]);
  });

  it('resolves threads and hides comments', async () => {
    const { fake, pull } = setting;
    await review(setting, { line: 5 });
    const comment = fake.addComment({ pull, login: 'github-actions[bot]', body: 'old' });
    const list = `{ repository(owner: "octo", name: "shop") { pullRequest(number: 7) { reviewThreads(first: 50) {
      nodes { id isResolved isOutdated comments(first: 1) { nodes { id databaseId author { login } } } }
      pageInfo { hasNextPage endCursor } } } } }`;
    const threads = JSON.parse(JSON.stringify((await graphql(list)).data)).repository.pullRequest
      .reviewThreads;
    expect(threads.nodes[0]).toMatchObject({ isResolved: false, isOutdated: false });
    const id: string = threads.nodes[0].id;
    const resolve =
      'mutation($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved } } }';
    expect((await graphql(resolve, { id })).data).toEqual({
      resolveReviewThread: { thread: { isResolved: true } },
    });
    const node = JSON.parse((await setting.ask('GET', COMMENTS)).text)[0].node_id;
    const hide = `mutation($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) {
      minimizedComment { isMinimized minimizedReason } } }`;
    await graphql(hide, { id: node });
    expect([fake.threads[0]?.resolved, comment.minimized]).toEqual([true, { reason: 'outdated' }]);
    fake.addToken({ token: 'fork', readOnly: true });
    expect((await graphql(hide, { id: node }, 'fork')).errors?.[0]).toMatchObject({ type: 'FORBIDDEN' });
    expect((await graphql(resolve, { id: 'none' })).errors?.[0]).toMatchObject({ type: 'NOT_FOUND' });
  });

  it('tells of threads: replies, edits, reactions and who resolved; to resolve takes a permission of its own', async () => {
    const { fake, pull } = setting;
    await review(setting, { line: 5 });
    const [opening] = fake.reviewComments;
    if (opening === undefined) throw new Error('There is no comment.');
    fake.addReply({ pull, to: opening, login: 'ada', body: 'no' });
    for (const content of ['-1', '+1']) fake.addReaction({ to: opening, login: 'ada', content });
    await setting.ask('PATCH', `/repos/octo/shop/pulls/comments/${opening.id}`, { body: 'Look again' });
    const list = `{ repository(owner: "octo", name: "shop") { pullRequest(number: 7) { reviewThreads(first: 50) {
      nodes { id isResolved resolvedBy { login databaseId } comments(first: 9) { totalCount nodes { body lastEditedAt
        reactions(content: THUMBS_DOWN, first: 5) { nodes { content user { login } } } } } } } } } }`;
    const threads = async () =>
      JSON.parse(JSON.stringify((await graphql(list)).data)).repository.pullRequest.reviewThreads.nodes;
    const down = { content: 'THUMBS_DOWN', user: { login: 'ada' } };
    expect(await threads()).toMatchObject([
      {
        isResolved: false,
        resolvedBy: null,
        comments: {
          totalCount: 2,
          nodes: [
            { body: 'Look again', lastEditedAt: expect.any(String), reactions: { nodes: [down] } },
            { body: 'no', lastEditedAt: null, reactions: { nodes: [] } },
          ],
        },
      },
    ]);
    fake.addToken({ token: 'usual', denied: ['threads'] });
    const resolve =
      'mutation($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved } } }';
    const id = fake.threads[0]?.id;
    expect((await graphql(resolve, { id }, 'usual')).errors?.[0]).toMatchObject({ type: 'FORBIDDEN' });
    await graphql(resolve, { id });
    expect(await threads()).toMatchObject([{ isResolved: true, resolvedBy: { databaseId: 41_898_282 } }]);
    const wrong = list.replace('THUMBS_DOWN', 'DOWN');
    expect((await graphql(wrong)).errors?.[0]).toMatchObject({ message: expect.stringContaining('DOWN') });
  });

  it('tells a conversation, with the newest status of a context, to a token that may only read', async () => {
    const { fake, pull } = setting;
    const { headSha } = pull;
    fake.addToken({ token: 'fork', readOnly: true });
    for (const state of ['pending', 'success'] as const)
      fake.addStatus({ pull, login: 'github-actions[bot]', context: 'review', state });
    fake.addStatus({ pull, login: 'ada', context: 'other', state: 'failure' });
    fake.addComment({ pull, login: 'ada', body: 'one\r\n' });
    for (let n = 0; n < 100; n += 1) fake.addComment({ pull, login: 'github-actions[bot]', body: 'more' });
    const second = fake.comments[1]?.id;
    await setting.ask('PATCH', `/repos/octo/shop/issues/comments/${second}`, { body: 'edited' });
    const actor = '__typename login ... on User { databaseId } ... on Mannequin { databaseId }';
    const query = `query($sha: GitObjectID!, $context: String!) { repository(owner: "octo", name: "shop") {
      pullRequest(number: 7) { headRefOid state isDraft commits(last: 100) { nodes { commit { oid } } }
        comments(first: 100) { totalCount nodes { fullDatabaseId body url lastEditedAt author { ${actor} } } } }
      object(oid: $sha) { ... on Commit { status { context(name: $context) {
        state description targetUrl createdAt creator { ${actor} } } } } } } }`;
    const { data } = await graphql(query, { sha: headSha, context: 'review' }, 'fork');
    const answer = JSON.parse(JSON.stringify(data)).repository;
    expect(answer.pullRequest).toMatchObject({
      headRefOid: headSha,
      state: 'OPEN',
      isDraft: false,
      commits: { nodes: [{ commit: { oid: headSha } }] },
    });
    const { totalCount, nodes } = answer.pullRequest.comments;
    expect([totalCount, nodes.length]).toEqual([101, 100]);
    expect(nodes.slice(0, 2)).toMatchObject([
      { body: 'one\r\n', lastEditedAt: null, author: { __typename: 'User', login: 'ada' } },
      { fullDatabaseId: String(second), lastEditedAt: expect.any(String), author: { __typename: 'Bot' } },
    ]);
    expect(answer.object.status.context).toMatchObject({
      state: 'SUCCESS',
      creator: { login: 'github-actions' },
    });
    const none = await graphql(query, { sha: pull.baseSha, context: 'review' });
    expect(none.data?.repository).toMatchObject({ object: { status: null } });
    expect(setting.fake.unexpected).toEqual([]);
  });

  it('has no number of 32 bits for what has outgrown it', async () => {
    setting.fake.addComment({ pull: setting.pull, login: 'ada', body: 'one' });
    const query =
      '{ repository(owner: "octo", name: "shop") { pullRequest(number: 7) { comments(first: 1) { nodes { databaseId } } } } }';
    const answer = await graphql(query);
    expect(JSON.stringify(answer.data)).toContain('"databaseId":null');
    expect(answer.errors?.[0]?.message).toContain('fullDatabaseId');
  });

  it.each([
    [
      '{ viewer { ... on EnterpriseUserAccount { databaseId } } }',
      "Field 'databaseId' doesn't exist on type 'EnterpriseUserAccount'",
    ],
    ['{ viewer { databaseId } }', "Field 'databaseId' doesn't exist on type 'Actor'"],
    [
      '{ repository(owner: "octo", name: "shop") { nope } }',
      "Field 'nope' doesn't exist on type 'Repository'",
    ],
    [
      '{ repository(owner: "octo") { id } }',
      "Field 'repository' on 'Query' is missing required arguments: name",
    ],
    [
      '{ repository(owner: "octo", name: "shop", x: 1) { id } }',
      "Field 'repository' doesn't accept argument 'x'",
    ],
    [
      '{ repository(owner: "octo", name: "shop") }',
      "Field must have selections (field 'repository' returns Repository but has no selections)",
    ],
    [
      '{ viewer { login { x } } }',
      "Selections can't be made on scalars (field 'login' returns a scalar but has selections)",
    ],
    ['query($x: Int!) { viewer { login } }', 'Variable $x of type Int! was provided invalid value'],
    [
      '{ repository(owner: $o, name: "shop") { id } }',
      'Variable $o is used by anonymous query but not declared',
    ],
    ['{ viewer { login }', 'Unexpected end of document'],
  ])('refuses %s', async (query, message) => {
    const answer = await graphql(query);
    expect([answer.data, answer.errors?.[0]?.message]).toEqual([undefined, message]);
    expect(setting.fake.unexpected).toHaveLength(1);
  });

  it('wants pages, and knows no hidden repository', async () => {
    const pages =
      '{ repository(owner: "octo", name: "shop") { pullRequest(number: 7) { reviewThreads { totalCount } } } }';
    expect((await graphql(pages)).errors?.[0]).toMatchObject({ type: 'MISSING_PAGINATION_BOUNDARIES' });
    const hidden = '{ repository(owner: "octo", name: "none") { id } }';
    expect(await graphql(hidden)).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND' }],
    });
  });

  it('has the addresses of an Enterprise Server', async () => {
    setting = await setUp({ enterprise: true });
    expect(setting.fake.url).toMatch(/\/api\/v3$/);
    expect((await setting.client().rest.pulls.get({ ...O, pull_number: 7 })).status).toBe(200);
    const answer = await setting.client().graphql<{ viewer: { login: string } }>('{ viewer { login } }');
    expect(answer.viewer.login).toBe('github-actions');
  });
});
