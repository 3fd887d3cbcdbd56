import { beforeEach, describe, expect, it } from 'vitest';
import { COMMENTS, O, REVIEWS, review, type Setting, setUp } from './github/set-up.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await setUp();
});

describe('a whole review through @octokit/rest', () => {
  it('reads the change, writes comment, review and status, and answers as GitHub describes', async () => {
    const { fake, pull, client } = setting;
    const { rest, paginate } = client();
    const found = (await rest.pulls.get({ ...O, pull_number: 7 })).data;
    expect([found.head.sha, found.changed_files, found.user.login]).toEqual([pull.headSha, 5, 'ada']);
    const files = await paginate(rest.pulls.listFiles, { ...O, pull_number: 7, per_page: 2 });
    expect(files.map((one) => `${one.status} ${one.previous_filename ?? ''} ${one.filename}`)).toEqual([
      'modified  logo.bin',
      'modified  src/a.ts',
      'added  src/added.ts',
      'removed  src/gone.ts',
      'renamed src/old-name.ts src/new name.ts',
    ]);
    expect(files.map((one) => one.patch?.split('\n')[0])).toEqual([
      undefined,
      '@@ -2,7 +2,7 @@ line 1',
      '@@ -0,0 +1 @@',
      '@@ -1 +0,0 @@',
      undefined,
    ]);
    expect(files[2]?.patch).toBe('@@ -0,0 +1 @@\n+export const added = 1;\n\\ No newline at end of file');

    const state = { ...O, sha: pull.headSha, context: 'review' };
    const pending = await rest.repos.createCommitStatus({ ...state, state: 'pending' });
    expect(pending.data.creator).toMatchObject({ login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' });
    const comment = await rest.issues.createComment({ ...O, issue_number: 7, body: 'first' });
    await rest.issues.updateComment({ ...O, comment_id: comment.data.id, body: 'second' });
    expect((await rest.issues.getComment({ ...O, comment_id: comment.data.id })).data.body).toBe('second');
    const made = await rest.pulls.createReview({
      ...O,
      pull_number: 7,
      event: 'COMMENT',
      body: 'Summary',
      comments: [
        { path: 'src/a.ts', line: 5, side: 'RIGHT', body: 'new line' },
        { path: 'src/a.ts', line: 5, side: 'LEFT', body: 'old line' },
        { path: 'src/a.ts', start_line: 27, line: 30, body: 'range' },
      ],
    });
    await rest.pulls.updateReview({ ...O, pull_number: 7, review_id: made.data.id, body: 'Edited' });
    expect((await rest.pulls.listReviews({ ...O, pull_number: 7 })).data.map((one) => one.body)).toEqual([
      'Edited',
    ]);
    const inline = (await rest.pulls.listReviewComments({ ...O, pull_number: 7 })).data;
    expect(
      inline.map((one) => [one.line, one.side, one.start_line, one.diff_hunk.split('\n').at(-1)]),
    ).toEqual([
      [5, 'RIGHT', null, '+changed 5'],
      [5, 'LEFT', null, '-line 5'],
      [30, 'RIGHT', 27, '+changed 30'],
    ]);
    const top = inline[0]?.id ?? 0;
    await rest.pulls.createReplyForReviewComment({ ...O, pull_number: 7, comment_id: top, body: 'reply' });
    await rest.pulls.updateReviewComment({ ...O, comment_id: top, body: 'edited' });
    expect(fake.threads.map((one) => one.comments.map((each) => each.body))).toEqual([
      ['edited', 'reply'],
      ['old line'],
      ['range'],
    ]);
    await rest.repos.createCommitStatus({ ...state, state: 'success', description: 'done' });
    const statuses = (await rest.repos.listCommitStatusesForRef({ ...O, ref: pull.headSha })).data;
    expect(statuses.map((one) => one.state)).toEqual(['success', 'pending']);
    await rest.issues.deleteComment({ ...O, comment_id: comment.data.id });
    expect(fake.comments).toEqual([]);
    expect(fake.requests.every((one) => one.login === 'github-actions[bot]')).toBe(true);
    expect(fake.unexpected).toEqual([]);
  });

  it('serves contents, trees, blobs and comparisons', async () => {
    const { fake, pull, client, ask } = setting;
    const { rest } = client();
    const at = `?ref=${pull.headSha}`;
    const text = await ask('GET', `/repos/octo/shop/contents/src%2Fadded.ts${at}`, undefined, {
      accept: 'application/vnd.github.raw+json',
    });
    expect(text.text).toBe('export const added = 1;');
    const json = (await ask('GET', `/repos/octo/shop/contents/README.md`)).body;
    expect(Buffer.from(json.content ?? '', 'base64').toString()).toBe('# Shop\n');
    const listing = await rest.repos.getContent({ ...O, path: 'src', ref: pull.baseSha });
    expect((listing.data as { name: string }[]).map((one) => one.name)).toEqual([
      'a.ts',
      'gone.ts',
      'old-name.ts',
    ]);
    const tree = (await rest.git.getTree({ ...O, tree_sha: pull.headSha, recursive: '1' })).data;
    expect(tree.tree.map((one) => one.path)).toContain('src/added.ts');
    const blob = tree.tree.find((one) => one.path === 'src/added.ts')?.sha ?? '';
    expect((await rest.git.getBlob({ ...O, file_sha: blob })).data.size).toBe(23);
    const basehead = `${pull.baseSha}...${pull.headSha}`;
    const compared = (await rest.repos.compareCommitsWithBasehead({ ...O, basehead })).data;
    expect([compared.status, compared.ahead_by, compared.files?.length]).toEqual(['ahead', 1, 5]);
    expect((await rest.repos.get(O)).data.full_name).toBe('octo/shop');
    expect((await rest.rateLimit.get()).data.rate.limit).toBe(1000);
    expect((await ask('GET', `/repos/octo/shop/contents/none${at}`)).status).toBe(404);
    expect(fake.unexpected).toEqual([]);
  });
});

describe('reviews are refused whole', () => {
  it.each([
    ['a line outside the hunks', { line: 20 }, 'Pull request review thread line must be part of the diff'],
    [
      'a new line on the left',
      { path: 'src/added.ts', line: 1, side: 'LEFT' },
      'Pull request review thread line must be part of the diff',
    ],
    [
      'a line of a binary file',
      { path: 'logo.bin', line: 1 },
      'Pull request review thread line must be part of the diff',
    ],
    ['a path outside the diff', { path: 'README.md', line: 1 }, 'Path could not be resolved'],
    ['no line', {}, "Pull request review thread line can't be blank"],
    [
      'an unknown side',
      { line: 5, side: 'right' },
      'Pull request review thread side is not included in the list',
    ],
    [
      'a start in another hunk',
      { start_line: 5, line: 30 },
      'Pull request review thread start line must be part of the same hunk as the line',
    ],
    [
      'a start that is the line',
      { start_line: 5, line: 5 },
      'Pull request review thread start line must precede the end line',
    ],
    [
      'a start side without a start',
      { line: 5, start_side: 'RIGHT' },
      "Pull request review thread start line can't be blank",
    ],
    [
      'a text that is too long',
      { line: 5, body: 'x'.repeat(65_537) },
      'Body is too long (maximum is 65536 characters)',
    ],
  ])('%s', async (_, comment, message) => {
    const more = {
      comments: [
        { path: 'src/a.ts', line: 5, body: 'fine' },
        { path: 'src/a.ts', body: 'Look', ...comment },
      ],
    };
    const answer = await review(setting, {}, more);
    expect([answer.status, answer.body.message, answer.body.errors]).toEqual([
      422,
      'Unprocessable Entity',
      [message],
    ]);
    expect([setting.fake.reviews, setting.fake.threads]).toEqual([[], []]);
    expect(setting.fake.unexpected).toEqual([]);
  });

  it.each([
    ['no text', { body: undefined }, "Pull request review body can't be blank"],
    ['a foreign commit', { commit_id: '1'.repeat(40) }, 'The commit_id is not part of the pull request'],
    [
      'an approval by the Action',
      { event: 'APPROVE' },
      'GitHub Actions is not permitted to approve pull requests.',
    ],
  ])('%s', async (_, more, message) => {
    expect((await review(setting, { line: 5 }, more)).body.errors).toEqual([message]);
  });

  it('refuses subject_type and misspelt fields, and remembers them', async () => {
    expect((await review(setting, { line: 5, subject_type: 'file' })).status).toBe(422);
    expect((await review(setting, { line: 5 }, { commitId: 'x' })).status).toBe(422);
    expect(setting.fake.unexpected.map((one) => one.split(' ').at(-1))).toEqual([
      '(subject_type)',
      '(commitId)',
    ]);
  });

  it('keeps one pending review a user, hidden from others', async () => {
    setting.fake.addToken({ token: 'other', login: 'eve', type: 'user' });
    expect((await review(setting, { line: 5 }, { event: undefined })).body).toMatchObject({
      state: 'PENDING',
    });
    expect((await review(setting, { line: 5 }, { event: undefined })).status).toBe(422);
    const seen = await setting.client('other').rest.pulls.listReviews({ ...O, pull_number: 7 });
    expect(seen.data).toEqual([]);
  });

  it('refuses a verdict about the own pull request', async () => {
    setting.fake.addToken({ token: 'ada', login: 'ada', type: 'user' });
    const answer = await setting.ask(
      'POST',
      REVIEWS,
      { event: 'REQUEST_CHANGES', body: 'no' },
      { authorization: 'token ada' },
    );
    expect(answer.body.errors).toEqual(['Can not request changes on your own pull request']);
  });
});

describe('texts and statuses', () => {
  it('takes 65,536 characters and no more', async () => {
    expect((await setting.ask('POST', COMMENTS, { body: 'é'.repeat(65_536) })).status).toBe(201);
    const answer = await setting.ask('POST', COMMENTS, { body: 'x'.repeat(65_537) });
    expect(JSON.stringify(answer.body.errors)).toContain('Body is too long (maximum is 65536 characters)');
    expect(answer.status).toBe(422);
    expect((await setting.ask('POST', COMMENTS, { body: ' ' })).status).toBe(422);
    expect(setting.fake.comments).toHaveLength(1);
  });

  it('takes 140 characters in a status, known commits and so many statuses of a context', async () => {
    const post = (sha: string, more: object) =>
      setting.ask('POST', `/repos/octo/shop/statuses/${sha}`, { state: 'success', ...more });
    const { headSha } = setting.pull;
    expect((await post(headSha, { description: 'x'.repeat(140) })).status).toBe(201);
    const answer = await post(headSha, { description: 'x'.repeat(141) });
    expect(JSON.stringify(answer.body.errors)).toContain(
      'description is too long (maximum is 140 characters)',
    );
    expect((await post('1'.repeat(40), {})).status).toBe(422);
    expect((await post(headSha, { target_url: 'javascript:1' })).status).toBe(422);
    expect((await post(headSha, { state: 'neutral' })).status).toBe(422);
    setting = await setUp({ limits: { statuses: 2 } });
    const contexts = ['review', 'Review', 'review', 'other'];
    const answers = [];
    for (const context of contexts) answers.push((await post(setting.pull.headSha, { context })).status);
    expect(answers).toEqual([201, 201, 422, 201]);
  });

  it('pages thirty by default and a hundred at most', async () => {
    const { fake, pull, ask, client } = setting;
    for (let index = 0; index < 250; index += 1) fake.addComment({ pull, login: 'eve', body: `${index}` });
    const pages = [await ask('GET', COMMENTS), await ask('GET', `${COMMENTS}?per_page=500&page=2`)];
    expect(pages.map((one) => JSON.parse(one.text).length)).toEqual([30, 100]);
    expect(pages[0]?.headers.get('link')).toContain('page=9>; rel="last"');
    const { rest, paginate } = client();
    const all = await paginate(rest.issues.listComments, { ...O, issue_number: 7, per_page: 100 });
    expect(all.map((one) => one.body)).toEqual(Array.from({ length: 250 }, (_, index) => String(index)));
  });

  it('gives 201 for a new reaction and 200 for one that is there', async () => {
    const { fake, pull, ask } = setting;
    const comment = fake.addComment({ pull, login: 'eve', body: '/review' });
    const inline = fake.addReviewComment({ pull, login: 'eve', body: 'hm', path: 'src/a.ts', line: 20 });
    const react = (path: string, content: string) =>
      ask('POST', `/repos/octo/shop/${path}/reactions`, { content });
    const answers = [
      await react(`issues/comments/${comment.id}`, 'eyes'),
      await react(`issues/comments/${comment.id}`, 'eyes'),
      await react(`pulls/comments/${inline.id}`, 'rocket'),
      await react(`issues/comments/${comment.id}`, 'wow'),
    ];
    expect(answers.map((one) => one.status)).toEqual([201, 200, 201, 422]);
    expect(fake.reactions.map((one) => one.content)).toEqual(['eyes', 'rocket']);
  });
});
