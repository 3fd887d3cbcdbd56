import { describe, expect, it } from 'vitest';
import { stateOfEvent } from '../../src/event/state-of-event.ts';

const PULL = {
  number: 5,
  title: 'Add search',
  body: null,
  state: 'open',
  draft: false,
  locked: false,
  head: { sha: 'a'.repeat(40), ref: 'search', repo: null },
  base: { sha: 'b'.repeat(40), ref: 'main', repo: { id: 42 } },
  user: { login: 'jane' },
  labels: [{ name: 'feature' }],
  changed_files: 3,
  html_url: 'https://github.example/acme/shop/pull/5',
};

describe('the state in an event', () => {
  it('is taken whole; a deleted head repository is a fork', () => {
    expect(stateOfEvent('pull_request', { pull_request: PULL })).toMatchObject({
      number: 5,
      description: '',
      headSha: 'a'.repeat(40),
      isFork: true,
      headDeleted: true,
      labels: ['feature'],
      changedFiles: 3,
      repositoryId: expect.any(Number),
    });
  });

  it.each(Object.keys(PULL))('is not taken without %s', (name) => {
    const { [name as 'number']: _left, ...pull } = PULL;
    expect(stateOfEvent('pull_request', { pull_request: pull })).toBeNull();
  });

  it('is not taken from other events', () => {
    expect(stateOfEvent('issue_comment', { pull_request: PULL })).toBeNull();
  });
});
