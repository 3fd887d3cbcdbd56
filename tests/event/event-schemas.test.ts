import { describe, expect, it } from 'vitest';
import {
  issueCommentEvent,
  mergeGroupEvent,
  pullRequestEvent,
  workflowDispatchEvent,
} from '../../src/event/event-schemas.ts';
import { HEAD, MAINTAINER, makeComment, makePullRequest, REPOSITORY } from './make-payloads.ts';

const reads = (payload: unknown) => pullRequestEvent.safeParse(payload).success;

describe('what a payload must be', () => {
  it('keeps the fields we use and no other', () => {
    const read = pullRequestEvent.safeParse({ ...makePullRequest('opened'), installation: { id: 1 } });
    expect(read).toEqual({
      success: true,
      data: { ...makePullRequest('opened'), changes: undefined },
    });
  });

  it('takes what may be missing, and nothing else that is', () => {
    expect(pullRequestEvent.safeParse(makePullRequest('opened', { draft: undefined }))).toMatchObject({
      success: true,
      data: { pull_request: { draft: false } },
    });
    for (const name of ['action', 'number', 'pull_request', 'repository', 'sender'])
      expect(reads({ ...makePullRequest('opened'), [name]: undefined })).toBe(false);
    expect(workflowDispatchEvent.safeParse({ repository: REPOSITORY, sender: MAINTAINER }).success).toBe(
      true,
    );
  });

  it.each([
    [{ draft: null }],
    [{ draft: 'false' }],
    [{ state: 'merged' }],
    [{ state: 'toString' }],
    [{ head: { sha: HEAD.toUpperCase(), repo: null } }],
    [{ head: { sha: `${HEAD}\n`, repo: null } }],
    [{ head: { sha: [HEAD], repo: null } }],
    [{ head: { sha: HEAD } }],
    [{ head: [] }],
    [{ base: { repo: null } }],
  ])('refuses a pull request with %j', (pull) => {
    expect(reads(makePullRequest('opened', pull))).toBe(false);
  });

  it.each([0, -5, 1.5, 2 ** 53, Number.NaN, '5', [5]])('refuses the number %j', (number) => {
    expect(reads(makePullRequest('opened', {}, { number }))).toBe(false);
  });

  it.each(['', 'a'.repeat(101), null, { toString: 'x' }])('refuses the login %j', (login) => {
    expect(reads(makePullRequest('opened', {}, { sender: { ...MAINTAINER, login } }))).toBe(false);
  });

  it('does not take a field from a prototype', () => {
    const inherited: unknown = Object.create(makePullRequest('opened'));
    expect(reads(inherited)).toBe(false);
    const polluted: unknown = JSON.parse(`{"__proto__": ${JSON.stringify(makePullRequest('opened'))}}`);
    expect(reads(polluted)).toBe(false);
  });

  it('refuses what is no object', () => {
    for (const schema of [pullRequestEvent, issueCommentEvent, workflowDispatchEvent, mergeGroupEvent])
      for (const payload of [undefined, null, 5, 'x', [], [makePullRequest('opened')]])
        expect(schema.safeParse(payload).success).toBe(false);
    expect(issueCommentEvent.safeParse(makeComment('/review', {}, { id: 0 })).success).toBe(false);
    expect(issueCommentEvent.safeParse(makeComment('/review', {}, { body: null })).success).toBe(false);
  });

  it('passes on a fault of its own', () => {
    const broken = Object.defineProperty({}, 'action', {
      enumerable: true,
      get: () => {
        throw new RangeError('not readable');
      },
    });
    expect(() => reads(broken)).toThrow(RangeError);
  });
});
