import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { mayTrigger } from '../../src/event/may-trigger.ts';
import { readEvent } from '../../src/event/read-event.ts';
import type { Permission } from '../../src/ports.ts';
import { readPayloadContract } from '../fakes/github/contract.ts';
import { MAINTAINER, makeComment, makeReviewComment } from './make-payloads.ts';

const OPTIONS = { reviewers: ['security', 'performance'] };

/** The two events that hold comments; everything that follows is true of both. */
const EVENTS = [
  { name: 'issue_comment', make: makeComment, place: { commentId: 900, commentKind: 'conversation' } },
  {
    name: 'pull_request_review_comment',
    make: makeReviewComment,
    place: { commentId: 901, commentKind: 'review' },
  },
] as const;

const COMMANDS = [
  ['/review', 'review'],
  ['/review full', 'review'],
  ['/review security performance', 'review'],
  ['/review status', 'status'],
  ['/review abort', 'abort'],
  ['/review pause', 'pause'],
  ['/review resume', 'resume'],
  ['/review explain c0ffee12', 'explain'],
  ['/review dismiss c0ffee12 A test key', 'dismiss'],
  ['/review undismiss c0ffee12', 'undismiss'],
  ['/review override Hotfix', 'override'],
  ['/review help', 'help'],
  ['/review --workflow deep', 'not-yet'],
  ['/review speed', 'unknown'],
] as const;

const BOT = { login: 'dependabot[bot]', id: 8, type: 'Bot' };
const OTHER = { login: 'other', id: 8, type: 'User' };

describe.each(EVENTS)('R11 commands in $name', ({ name, make, place }) => {
  const read = (payload: unknown) => readEvent(name, payload, OPTIONS);
  const kindOf = (body: string, changes = {}, comment = {}) => read(make(body, changes, comment)).kind;

  it.each(COMMANDS)('reads %j', (line, kind) => {
    for (const body of [
      line,
      `${line} \r\nThanks!`,
      `> quoted\n\n${line}`,
      `\`\`\`\ncode\n\`\`\`\n${line}`,
    ]) {
      const request = read(make(body));
      expect(request).toMatchObject({
        kind: kind === 'review' ? 'review' : 'command',
        owner: 'acme',
        repo: 'shop',
        repositoryId: 42,
        pullNumber: 5,
        closed: false,
        actor: 'maintainer',
        command: { kind },
        inReplyTo: null,
        ...place,
      });
      if (request.kind === 'review')
        expect(request).toMatchObject({ trigger: 'command', cause: 'command', headSha: null, before: null });
    }
  });

  it.each(COMMANDS)('is silent where %j is quoted, fenced, in upper case or not on top', (line) => {
    const silent = [
      `> ${line}`,
      `> quoted\n${line}`,
      `   > quoted\nand on\n${line}`,
      `\`\`\`\n${line}\n\`\`\``,
      `~~~~\n${line}\n~~~\n${line}`,
      `\`${line}\``,
      `<!--\n${line}\n-->`,
      ` ${line}`,
      `    ${line}`,
      `\t${line}`,
      `- ${line}`,
      `Please ${line}`,
      `I said\n${line}`,
      line.toUpperCase(),
      line.replace('/review', '/Review'),
      line.replace('/review', '/reviews'),
      line.replace('/review', '/review\u200b'),
      line.replace('/review', '/review\u00a0'),
      line.replace('/review', '/review@acme'),
      line.replace('/review', '\\/review'),
      line.replace('/review', '\uff0freview'),
    ];
    expect(silent.filter((body) => kindOf(body) !== 'ignored')).toEqual([]);
  });

  it.each(COMMANDS)('obeys %j neither in edited and deleted comments nor from bots and strangers', (line) => {
    expect(kindOf(line, { action: 'edited' })).toBe('ignored');
    expect(kindOf(line, { action: 'deleted' })).toBe('ignored');
    // R13 bots, ourselves among them, and accounts that are gone
    expect(kindOf(line, { sender: BOT }, { user: BOT })).toBe('ignored');
    const disguised = { ...BOT, type: 'User' };
    expect(kindOf(line, { sender: disguised }, { user: disguised })).toBe('ignored');
    const mannequin = { ...OTHER, type: 'Mannequin' };
    expect(kindOf(line, { sender: mannequin }, { user: mannequin })).toBe('ignored');
    expect(kindOf(line, {}, { user: null })).toBe('ignored');
    // the sender is not the author
    expect(kindOf(line, {}, { user: OTHER })).toBe('ignored');
    expect(kindOf(line, { sender: OTHER })).toBe('ignored');
    expect(kindOf(line, {}, { user: { ...MAINTAINER, id: 8 } })).toBe('ignored');
    expect(kindOf(line, {}, { user: { ...MAINTAINER, login: 'other' } })).toBe('ignored');
  });

  it('reads a word that is not known as a request, so that only people with permission are answered', () => {
    expect(read(make('/review speed'))).toMatchObject({
      kind: 'command',
      command: { kind: 'unknown', word: 'speed' },
    });
  });

  it('R13 ignores our own comment, which explains the commands, also when a person posts it', () => {
    const own = '<!-- multi-agent-review v1 -->\n### Clean\n\n<sub>`/review` runs again</sub>\n\n/review\n';
    expect(kindOf(own)).toBe('ignored');
  });

  it('ends with a reason for payloads that make no sense', () => {
    for (const payload of [null, 5, [], {}, 'x', { comment: [], pull_request: 7, issue: null }])
      expect(read(payload)).toMatchObject({ kind: 'ignored', reason: expect.stringContaining(name) });
    for (const changes of [{ sender: null }, { repository: {} }, { comment: null }, { action: 1 }])
      expect(read(make('/review', changes)).kind).toBe('ignored');
    for (const comment of [{ id: '900' }, { id: -1 }, { body: null }])
      expect(kindOf('/review', {}, comment)).toBe('ignored');
  });
});

describe('R11 who may', () => {
  it('lets people with write access use commands and nobody else', () => {
    const all: readonly Permission[] = ['admin', 'maintain', 'write', 'triage', 'read', 'none'];
    expect(all.filter(mayTrigger)).toEqual(['admin', 'maintain', 'write']);
  });

  it('is silent on an issue', () => {
    for (const pull of [{}, { pull_request: null }]) {
      const issue = { number: 5, state: 'open', ...pull };
      for (const [line] of COMMANDS)
        expect(readEvent('issue_comment', makeComment(line, { issue }), OPTIONS).kind).toBe('ignored');
    }
  });
});

describe('a comment beside a line of the change', () => {
  const read = (comment: Readonly<Record<string, unknown>>, body = '/review status') =>
    readEvent('pull_request_review_comment', makeReviewComment(body, {}, comment), OPTIONS);

  it('says which thread it replies to', () => {
    expect(read({ in_reply_to_id: 77 })).toMatchObject({ commentId: 901, inReplyTo: 77 });
    for (const wrong of [null, 0, -1, 1.5, '77', {}])
      expect(read({ in_reply_to_id: wrong })).toMatchObject({ inReplyTo: null });
  });

  it('needs the id of a finding in a reply too', () => {
    expect(read({ in_reply_to_id: 77 }, '/review dismiss It is a test')).toMatchObject({
      command: { kind: 'unknown', nearest: 'dismiss' },
    });
  });

  it('says when the pull request is closed or a draft', () => {
    const pull = { number: 5, state: 'closed', draft: true };
    const payload = makeReviewComment('/review', { pull_request: pull });
    expect(readEvent('pull_request_review_comment', payload, OPTIONS)).toMatchObject({
      closed: true,
      draft: true,
      isFork: null,
    });
  });
});

describe('payloads as GitHub sends them', () => {
  const check = readPayloadContract();
  const newOnes = (name: string) =>
    EXAMPLES.flatMap((one) => (one.name === name ? one.examples : [])).filter(
      ({ action }) => action === 'created',
    );

  /** Some examples are older than the description; what was changed here adds no fault to theirs. */
  function expectNoNewFault(name: string, derived: Example, example: Example): void {
    expect(check(name, derived)).toEqual(check(name, example));
  }

  it('hold a command in a reply beside a line', () => {
    const examples = newOnes('pull_request_review_comment');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const comment = { ...example.comment, body: '/review help', in_reply_to_id: 3 };
      const payload = { ...example, comment };
      expectNoNewFault('pull-request-review-comment-created', payload, example);
      expect(readEvent('pull_request_review_comment', payload, OPTIONS)).toMatchObject({
        kind: 'command',
        command: { kind: 'help' },
        commentKind: 'review',
        inReplyTo: 3,
        pullNumber: 2,
        actor: 'Codertocat',
      });
    }
  });

  it('hold a command in the conversation of a pull request', () => {
    const examples = newOnes('issue_comment');
    expect(examples.length).toBeGreaterThan(0);
    const url = 'https://api.github.com/repos/Codertocat/Hello-World/pulls/1';
    const pull = { url, html_url: url, diff_url: url, patch_url: url };
    for (const example of examples) {
      const issue = { ...example.issue, pull_request: pull };
      const payload = { ...example, issue, comment: { ...example.comment, body: '/review abort' } };
      expectNoNewFault('issue-comment-created', payload, example);
      expect(readEvent('issue_comment', payload, OPTIONS)).toMatchObject({
        kind: 'command',
        command: { kind: 'abort' },
        commentKind: 'conversation',
        inReplyTo: null,
        pullNumber: 1,
      });
    }
  });

  it('hold no command in any comment of the examples', () => {
    const names = ['issue_comment', 'pull_request_review_comment', 'pull_request_review', 'commit_comment'];
    const kinds = EXAMPLES.filter((one) => names.includes(one.name)).flatMap(({ name, examples }) =>
      examples.map((payload) => readEvent(name, payload, OPTIONS).kind),
    );
    expect(kinds.length).toBeGreaterThan(15);
    expect(new Set(kinds)).toEqual(new Set(['ignored']));
  });
});

interface Example {
  readonly action?: string;
  readonly issue?: object;
  readonly comment?: object;
}

const EXAMPLES: readonly { readonly name: string; readonly examples: readonly Example[] }[] = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json'),
    'utf8',
  ),
);
