import { beforeEach, describe, expect, it } from 'vitest';
import { readPayloadContract } from './github/contract.ts';
import {
  issueCommentEvent,
  mergeGroupEvent,
  pullRequestEvent,
  reviewCommentEvent,
  workflowDispatchEvent,
} from './github/events.ts';
import { type Setting, setUp } from './github/set-up.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await setUp();
});

describe('webhook payloads', () => {
  const check = readPayloadContract();

  it('are what GitHub describes, for pull requests of the own repository, drafts, forks and deleted forks', () => {
    const { fake, pull, repository } = setting;
    fake.addRepository({ name: 'eve/shop', directory: repository.directory, fork: true });
    const open = (headRepository: string | null | undefined, draft = false) =>
      fake.openPullRequest({
        repository: 'octo/shop',
        base: pull.baseSha,
        head: pull.headSha,
        headRepository,
        draft,
        author: 'eve',
        labels: ['bug'],
      });
    const pulls = [pull, open(undefined, true), open('eve/shop'), open(null)];
    const actions = ['opened', 'synchronize', 'reopened', 'ready_for_review', 'closed'] as const;
    for (const one of pulls) {
      for (const action of actions) {
        one.state = action === 'closed' ? 'closed' : 'open';
        const { payload } = pullRequestEvent(fake, one, action);
        // GitHub sends null for a deleted fork; its own description of the payload does not know that
        const faults = one.headRepository === null ? ['/pull_request/head/repo must be object'] : [];
        expect(check(`pull-request-${action.replaceAll('_', '-')}`, payload)).toEqual(faults);
      }
    }
    const heads = pulls.map(
      (one) =>
        pullRequestEvent(fake, one, 'opened').payload.pull_request as {
          head: { repo: { full_name: string } | null };
        },
    );
    expect(heads.map((one) => one.head.repo?.full_name)).toEqual([
      'octo/shop',
      'octo/shop',
      'eve/shop',
      undefined,
    ]);
  });

  it('agree with the answer about a deleted fork', async () => {
    setting.pull.headRepository = null;
    const answer = await setting.ask('GET', '/repos/octo/shop/pulls/7');
    expect((JSON.parse(answer.text) as { head: { repo: null } }).head.repo).toBeNull();
    expect(setting.fake.unexpected).toEqual([]);
  });

  it('are what GitHub describes, for comments, runs by hand and the merge queue', () => {
    const { fake, pull } = setting;
    for (const login of ['ada', 'stranger', 'renovate[bot]']) {
      const comment = fake.addComment({ pull, login, body: '/review' });
      const { payload } = issueCommentEvent(fake, pull, comment);
      expect(check('issue-comment-created', payload)).toEqual([]);
      expect((payload.issue as { pull_request?: unknown }).pull_request).toBeDefined();
      const edited = issueCommentEvent(fake, pull, comment, { action: 'edited', from: 'hello' });
      expect(check('issue-comment-edited', edited.payload)).toEqual([]);
    }
    const inline = fake.addReviewComment({ pull, login: 'ada', body: '/review', path: 'src/a.ts', line: 5 });
    expect(
      check('pull-request-review-comment-created', reviewCommentEvent(fake, pull, inline).payload),
    ).toEqual([]);
    const run = workflowDispatchEvent(fake, pull.repository, { 'pull-request': '7' }, 'ada');
    expect(check('workflow-dispatch', run.payload)).toEqual([]);
    expect(check('merge-group-checks-requested', mergeGroupEvent(fake, pull, pull.headSha).payload)).toEqual(
      [],
    );
    expect(check('pull-request-opened', { action: 'opened' })).not.toEqual([]);
  });
});
