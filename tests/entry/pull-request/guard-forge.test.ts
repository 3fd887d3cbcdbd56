import { expect, it } from 'vitest';
import { guardForge } from '../../../src/entry/pull-request/guard-forge.ts';
import type { Forge } from '../../../src/ports.ts';
import { makeSecretFilter } from '../../../src/render/secret-filter.ts';

const SECRET = ['gh', 's', '_', 'Zx81Cv72Bn63Mq54Wk45Er36'].join('');
const signal = new AbortController().signal;

/** Keeps what is written; all else throws. */
function recordingForge(written: unknown[]): Forge {
  const refuse = () => {
    throw new Error('not expected');
  };
  const keep = (...values: readonly unknown[]) => {
    written.push(values);
    return Promise.reject(new Error('kept'));
  };
  return {
    pullRequest: refuse,
    comments: () => ({ list: refuse, create: keep, update: keep, remove: refuse }),
    replies: () => ({ list: refuse, create: keep }),
    reviews: () => ({ create: keep, updateComment: keep }),
    statuses: { create: keep, newest: refuse, recent: refuse },
    threads: { setResolved: refuse },
    permissions: { permissionOf: refuse },
    reactions: { react: refuse },
    blobUrl: () => `https://example.com/${SECRET}`,
    pullRequestUrl: refuse,
  };
}

it('R14 no text that is written to the code host holds our own secrets', async () => {
  const written: unknown[] = [];
  const forge = guardForge(recordingForge(written), makeSecretFilter([SECRET]));
  const said = `see ${SECRET}`;
  const comment = { path: `src/${SECRET}.ts`, side: 'new', line: 3, body: said } as const;
  const draft = { commitSha: 'a1b2c3d4', body: said, comments: [comment] };
  const status = {
    state: 'failure',
    description: said,
    targetUrl: `https://example.com/?of=${SECRET}`,
  } as const;

  const answers = await Promise.allSettled([
    forge.comments(1).create(said, 5, signal),
    forge.comments(1).update(9, said, signal),
    forge.replies(1, 2).create(said, 5, signal),
    forge.reviews(1).create(draft, 5, signal),
    forge.reviews(1).updateComment(7, said, signal),
    forge.statuses.create('a1b2c3d4', status, signal),
  ]);

  expect(answers.every((answer) => answer.status === 'rejected')).toBe(true);
  expect(written).toEqual([
    ['see [hidden]', 5, signal],
    [9, 'see [hidden]', signal],
    ['see [hidden]', 5, signal],
    [
      {
        commitSha: 'a1b2c3d4',
        body: 'see [hidden]',
        comments: [{ path: 'src/[hidden].ts', side: 'new', line: 3, body: 'see [hidden]' }],
      },
      5,
      signal,
    ],
    [7, 'see [hidden]', signal],
    [
      'a1b2c3d4',
      { state: 'failure', description: 'see [hidden]', targetUrl: 'https://example.com/?of=[hidden]' },
      signal,
    ],
  ]);
});
