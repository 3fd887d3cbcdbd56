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

  it.each([
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
