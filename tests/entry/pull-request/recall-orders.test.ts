import { describe, expect, it } from 'vitest';
import { lineDigest, recallOrders } from '../../../src/entry/pull-request/recall-orders.ts';
import type { Order } from '../../../src/model.ts';
import type { ForgeComment, Permission } from '../../../src/ports.ts';

const HEAD = 'a'.repeat(40);
const FINGERPRINT = `f1:${'3fa9c21b'.repeat(3)}`;

function comment(id: number, body: string, author = 'maintainer'): ForgeComment {
  const url = `https://github.example/octo/shop/pull/7#issuecomment-${id}`;
  return { id, authorId: id, author, body, url, createdAt: '2026-11-01T00:00:00Z', edited: false };
}

function place(commentId: number, line: string, commentKind: Order['commentKind'] = 'conversation') {
  return { commentId, commentKind, line: lineDigest(line) };
}

async function recall(
  orders: readonly Order[],
  comments: readonly ForgeComment[],
  { permission = 'write' as Permission, inThread = [] as readonly ForgeComment[] } = {},
) {
  const asked: string[] = [];
  const permissions = {
    permissionOf: (login: string) => {
      asked.push(login);
      return Promise.resolve(permission);
    },
  };
  const thread = {
    id: 't',
    path: 'a.js',
    isResolved: false,
    resolvedBy: null,
    comments: inThread,
    commentCount: inThread.length,
    thumbsDown: [],
  };
  const witnesses = { conversation: { comments, threads: [thread] }, said: null, permissions, head: HEAD };
  return { ...(await recallOrders(orders, witnesses, new AbortController().signal)), asked };
}

const DISMISS = '/review dismiss 3fa9c21b known <b>risk</b>';
const dismiss: Order = { ...place(2, DISMISS), kind: 'dismiss', fingerprint: FINGERPRINT };
const override: Order = { ...place(3, '/review override rollback'), kind: 'override', head: HEAD };
const pause: Order = { ...place(1, '/review pause'), kind: 'pause' };
const SAID = [
  comment(1, '/review pause'),
  comment(2, `${DISMISS}\n\nmore`),
  comment(3, '/review override rollback'),
];

describe('R21 orders are looked up where they were given', () => {
  it('count with the words of their comments, each author asked once', async () => {
    const found = await recall([pause, dismiss, override], SAID);
    expect(found).toMatchObject({ pausedBy: 'maintainer', notes: [], asked: ['maintainer'] });
    expect(found.dismissals).toMatchObject([
      { fingerprint: FINGERPRINT, reason: 'known <b>risk</b>', by: 'maintainer', origin: 'comment' },
    ]);
    expect(found.override).toMatchObject({ by: 'maintainer', reason: 'rollback', head: HEAD });
  });

  it('beside a line: among the comments of the threads, never of the conversation', async () => {
    const beside: Order = { ...dismiss, commentKind: 'review' };
    expect((await recall([beside], SAID)).dismissals).toEqual([]);
    expect((await recall([beside], [], { inThread: SAID })).dismissals).toHaveLength(1);
  });

  it.each([
    ['its comment is gone', dismiss, [], /3fa9c21b no longer counts: its comment is gone/],
    ['its comment was edited', dismiss, [comment(2, '/review dismiss 3fa9c21b other')], /was edited/],
    ['its comment is now quoted', dismiss, [comment(2, `> ${DISMISS}`)], /was edited/],
    ['it names another finding', { ...dismiss, fingerprint: `f1:${'0'.repeat(24)}` }, SAID, /was edited/],
    ['it is of another kind', { ...pause, line: lineDigest(DISMISS), commentId: 2 }, SAID, /was edited/],
    ['it is for another commit', { ...override, head: 'b'.repeat(40) }, SAID, /for bbbbbbb and ended/],
  ] as const)('not when %s, and a note says so', async (_name, order, comments, note) => {
    const found = await recall([order], comments);
    expect(found).toMatchObject({ pausedBy: null, dismissals: [], override: null });
    expect(found.notes).toHaveLength(1);
    expect(found.notes[0]).toMatch(note);
  });

  it.each(['triage', 'read', 'none'] as const)(
    'not when the author has only %s by now',
    async (permission) => {
      const found = await recall([pause, dismiss, override], SAID, { permission });
      expect(found).toMatchObject({ pausedBy: null, dismissals: [], override: null });
      expect(found.notes).toHaveLength(3);
      expect(found.notes.join()).toContain('maintainer has no write permission');
    },
  );
});
