import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { readEvent } from '../../src/event/read-event.ts';
import { HEAD, MAINTAINER, makePullRequest, REPOSITORY } from './make-payloads.ts';

const OPTIONS = { reviewers: ['security', 'performance'] };
const read = (name: string, payload: unknown) => readEvent(name, payload, OPTIONS);

interface Examples {
  readonly name: string;
  readonly examples: readonly Record<string, unknown>[];
}

const EXAMPLES: readonly Examples[] = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json'),
    'utf8',
  ),
);
const examplesOf = (name: string) => EXAMPLES.find((one) => one.name === name)?.examples ?? [];

describe('pull request events', () => {
  it.each(['opened', 'synchronize', 'reopened', 'ready_for_review'])('reviews %s', (action) => {
    expect(read('pull_request', makePullRequest(action))).toEqual({
      kind: 'review',
      owner: 'acme',
      repo: 'shop',
      repositoryId: 42,
      pullNumber: 5,
      headSha: HEAD,
      trigger: 'pull_request',
      cause: action,
      before: null,
      isFork: false,
      draft: false,
      closed: false,
      actor: 'maintainer',
    });
  });

  it('reviews an edit only when the base changed', () => {
    const edit = (changes: unknown) => read('pull_request', makePullRequest('edited', {}, { changes })).kind;
    expect(edit({ base: { ref: { from: 'main' } } })).toBe('review');
    expect(edit({ title: { from: 'Old' } })).toBe('ignored');
  });

  it('tells a changed base, a reopened pull request and a push apart', () => {
    const before = 'b'.repeat(40);
    const pushed = (changes: Readonly<Record<string, unknown>>) =>
      read('pull_request', makePullRequest('synchronize', {}, changes));
    expect(pushed({ before })).toMatchObject({ cause: 'synchronize', before });
    for (const wrong of [undefined, null, 5, 'main', '', `${before} `, `${before}\n`, 'B'.repeat(40)])
      expect(pushed({ before: wrong })).toMatchObject({ kind: 'review', cause: 'synchronize', before: null });
    expect(read('pull_request', makePullRequest('reopened', {}, { before }))).toMatchObject({
      cause: 'reopened',
      before: null,
    });
    const changes = { base: { ref: { from: 'main' } } };
    expect(read('pull_request', makePullRequest('edited', {}, { changes, before }))).toMatchObject({
      cause: 'base-changed',
      before: null,
    });
  });

  it('knows the head before the push of a real payload', () => {
    const push = examplesOf('pull_request').find((one) => one.action === 'synchronize');
    expect(push?.before).toMatch(/^[0-9a-f]{40}$/);
    expect(read('pull_request', push)).toMatchObject({ before: push?.before });
  });

  it('ignores what changes nothing that is reviewed', () => {
    for (const action of ['closed', 'labeled', 'assigned', 'locked'])
      expect(read('pull_request', makePullRequest(action)).kind).toBe('ignored');
  });

  it('knows forks, deleted forks and drafts', () => {
    const fork = makePullRequest('opened', { head: { sha: HEAD, repo: { id: 99 } } });
    const deleted = makePullRequest('opened', { head: { sha: HEAD, repo: null } });
    expect(read('pull_request_target', fork)).toMatchObject({ isFork: true });
    expect(read('pull_request', deleted)).toMatchObject({ isFork: true });
    expect(read('pull_request', makePullRequest('opened', { draft: true }))).toMatchObject({ draft: true });
  });

  it('reads every real payload of GitHub without an exception', () => {
    expect(examplesOf('pull_request').length).toBeGreaterThan(20);
    for (const { name, examples } of EXAMPLES) {
      for (const payload of examples) {
        const event = read(name, payload);
        if (event.kind === 'ignored') expect(event.reason).not.toMatch(/^the payload of/);
      }
    }
    const reviewed = examplesOf('pull_request').filter((one) => read('pull_request', one).kind === 'review');
    expect(new Set(reviewed.map((one) => one.action))).toEqual(
      new Set(['opened', 'synchronize', 'reopened', 'ready_for_review']),
    );
  });
});

describe('other events', () => {
  it('takes a number by hand', () => {
    const dispatch = (inputs: unknown) =>
      read('workflow_dispatch', { inputs, repository: REPOSITORY, sender: MAINTAINER });
    expect(dispatch({ 'pr-number': '12' })).toMatchObject({
      trigger: 'dispatch',
      cause: 'dispatch',
      before: null,
      pullNumber: 12,
      headSha: null,
    });
    for (const inputs of [null, {}, { 'pr-number': '' }, { 'pr-number': '12; ls' }, { 'pr-number': '-1' }])
      expect(dispatch(inputs)).toMatchObject({
        kind: 'ignored',
        reason: expect.stringContaining('pr-number'),
      });
  });

  it('answers a merge queue', () => {
    const payload = { action: 'checks_requested', merge_group: { head_sha: HEAD }, repository: REPOSITORY };
    expect(read('merge_group', payload)).toEqual({
      kind: 'merge-group',
      owner: 'acme',
      repo: 'shop',
      repositoryId: 42,
      headSha: HEAD,
    });
    expect(read('merge_group', { ...payload, action: 'destroyed' }).kind).toBe('ignored');
  });

  it('ends with a reason for anything else, and for payloads that make no sense', () => {
    for (const name of ['push', 'schedule', 'constructor', '__proto__'])
      expect(read(name, {})).toMatchObject({ kind: 'ignored', reason: expect.stringContaining(name) });
    for (const payload of [null, 5, [], {}, { action: 'opened', number: 'x' }])
      expect(read('pull_request', payload).kind).toBe('ignored');
    const bad = makePullRequest('opened', { head: { sha: 'main; rm -rf', repo: null } });
    expect(read('pull_request', bad).kind).toBe('ignored');
  });
});
