import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { mayTrigger } from '../../src/event/may-trigger.ts';
import { parseCommand } from '../../src/event/parse-command.ts';
import { readEvent } from '../../src/event/read-event.ts';
import type { Permission } from '../../src/ports.ts';
import { HEAD, MAINTAINER, makeComment, makePullRequest, REPOSITORY } from './make-payloads.ts';

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

describe('R11 /review authorisation', () => {
  const kindOf = (payload: unknown) => read('issue_comment', payload).kind;

  it.each([
    ['/review', { extent: 'changed', reviewers: null }],
    ['/review full', { extent: 'full', reviewers: null }],
    ['/review security performance', { extent: 'changed', reviewers: ['security', 'performance'] }],
    ['/review  \r\nThanks!', { extent: 'changed', reviewers: null }],
    ['> quoted\n\n/review', { extent: 'changed', reviewers: null }],
    ['```\ncode\n```\n/review', { extent: 'changed', reviewers: null }],
  ])('runs for %j', (body, command) => {
    expect(read('issue_comment', makeComment(body))).toMatchObject({
      kind: 'review',
      trigger: 'command',
      headSha: null,
      commentId: 900,
      actor: 'maintainer',
      command,
    });
  });

  it.each([
    '/review please',
    '/review full security',
    '/reviews',
    '/Review',
    '/REVIEW',
    ' /review',
    '    /review',
    'Please /review',
    'I said\n/review',
    '> /review',
    '> quoted\n/review',
    '```\n/review\n```',
    '~~~~\n/review\n~~~\n/review',
    '`/review`',
    '<!--\n/review\n-->',
    '/review\u200b',
    '/review@acme',
    `/review${' security'.repeat(100)}`,
    '',
  ])('stays silent for %j', (body) => {
    expect(kindOf(makeComment(body))).toBe('ignored');
  });

  it('names the unknown word, so that it can be answered', () => {
    expect(read('issue_comment', makeComment('/review speed'))).toMatchObject({ unknownCommand: 'speed' });
    expect(parseCommand('/review __proto__', ['security'])).toEqual({ kind: 'unknown', word: '__proto__' });
  });

  it('reads neither edited nor deleted comments, nor those on issues', () => {
    expect(kindOf(makeComment('/review', { action: 'edited' }))).toBe('ignored');
    expect(kindOf(makeComment('/review', { action: 'deleted' }))).toBe('ignored');
    expect(kindOf(makeComment('/review', { issue: { number: 5, state: 'open' } }))).toBe('ignored');
  });

  it('lets people with write access start it and nobody else', () => {
    const all: readonly Permission[] = ['admin', 'maintain', 'write', 'triage', 'read', 'none'];
    expect(all.filter(mayTrigger)).toEqual(['admin', 'maintain', 'write']);
  });

  it('reads a hostile comment in linear time', () => {
    const start = performance.now();
    for (const part of ['>', '`', '~~~\n', '/review ', ' ', '\n'])
      parseCommand(part.repeat(500_000), ['security']);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('R13 bots and ourselves', () => {
  it('ignores comments of bots and of accounts that are gone', () => {
    const bot = { login: 'dependabot[bot]', id: 8, type: 'Bot' };
    expect(read('issue_comment', makeComment('/review', { sender: bot }, { user: bot })).kind).toBe(
      'ignored',
    );
    expect(read('issue_comment', makeComment('/review', {}, { user: null })).kind).toBe('ignored');
  });

  it('ignores a comment whose author is not the sender', () => {
    const other = { login: 'other', id: 8, type: 'User' };
    expect(read('issue_comment', makeComment('/review', {}, { user: other })).kind).toBe('ignored');
    expect(read('issue_comment', makeComment('/review', { sender: other })).kind).toBe('ignored');
  });

  it('ignores our own comment, which explains the commands, also when a person posts it', () => {
    const own = '<!-- multi-agent-review v1 -->\n### Clean\n\n<sub>`/review` runs again</sub>\n\n/review\n';
    expect(read('issue_comment', makeComment(own)).kind).toBe('ignored');
  });
});
