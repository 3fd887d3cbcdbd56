import { describe, expect, it } from 'vitest';
import { makeStateSeal } from '../../src/adapters/state/make-state-seal.ts';
import { makeHunks } from '../../src/diff/make-hunks.ts';
import type { FileChange, Finding, Report } from '../../src/model.ts';
import { claim, shouldYield, stillOurs } from '../../src/publish/claim.ts';
import { type PublishOptions, publishReport } from '../../src/publish/publish-report.ts';
import { COMMENT_MARKER } from '../../src/render/render-markdown.ts';
import { makeFinding } from '../make-finding.ts';
import { makeFailingReport, makeReport } from '../render/make-report.ts';
import { FakeForge, OWN_ID, refused } from './fake-forge.ts';

const SIGNAL = new AbortController().signal;
const HEAD = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';
const NEWER = 'b'.repeat(40);
const RUN = 'https://github.example/acme/shop/actions/runs/1';
const LINES = Array.from({ length: 60 }, (_, index) => `line ${index + 1}`);

const FILE: FileChange = {
  path: 'src/db/search.ts',
  oldPath: null,
  status: 'added',
  similarity: null,
  oldMode: null,
  newMode: null,
  binary: false,
  hunks: makeHunks('', `${LINES.join('\n')}\n`),
  added: 60,
  deleted: 0,
  problem: null,
};

const STATE_KEY = { seal: makeStateSeal(null), about: '1/2' };

async function publish(forge: FakeForge, report: Report, changes: Partial<PublishOptions> = {}) {
  const own = await claim(forge.ports.statuses, HEAD, RUN, SIGNAL);
  const options: PublishOptions = {
    claim: own,
    files: [FILE],
    currentHead: HEAD,
    now: null,
    key: 'unset',
    isFork: false,
    blobUrl: (path, line) => `https://github.example/acme/shop/blob/${HEAD}/${path}#L${line}`,
    commands: true,
    memory: null,
    obeyed: null,
    stateKey: STATE_KEY,
    resolveThreads: false,
    ...changes,
  };
  return publishReport(report, forge.ports, options, SIGNAL);
}

const lastStatus = (forge: FakeForge) => forge.statuses.at(-1);

describe('publishing', () => {
  it('posts one comment, one review and the final status', async () => {
    const forge = new FakeForge();
    const published = await publish(forge, makeFailingReport());
    expect(published).toMatchObject({ outcome: 'published', inlineCount: 3, statusWritten: true });
    expect(forge.comments).toHaveLength(1);
    expect(forge.comments[0]?.body.startsWith(`${COMMENT_MARKER}\n`)).toBe(true);
    expect(forge.reviews).toHaveLength(1);
    expect(forge.reviews[0]).toMatchObject({ commitSha: HEAD });
    expect(forge.reviews[0]?.comments.map(({ line, side }) => [line, side])).toEqual([
      [42, 'new'],
      [40, 'new'],
      [41, 'new'],
    ]);
    expect(forge.reviews[0]?.comments[0]?.body).toContain('```suggestion\n  const rows = await');
    expect(lastStatus(forge)).toMatchObject({ state: 'failure', targetUrl: published.commentUrl });
  });

  it('writes nothing but the status when the same head is reviewed again with the same result', async () => {
    const forge = new FakeForge();
    await publish(forge, makeFailingReport());
    forge.writes.length = 0;
    const slower = makeFailingReport({ usage: { ...makeReport().usage, ms: 9_999 } });
    const again = await publish(forge, slower);
    expect(forge.writes).toEqual(['create status', 'create status']);
    expect(again).toMatchObject({ outcome: 'published', commentUrl: forge.comments[0]?.url });
    expect(forge.reviews).toHaveLength(1);
  });

  it('posts only new findings inline when the pull request is reviewed again', async () => {
    const forge = new FakeForge();
    await publish(forge, makeFailingReport());
    const more = makeFinding({
      startLine: 50,
      endLine: 50,
      fingerprint: 'f1:feedfacefeedface',
      id: 'feedface',
    });
    const first = makeFailingReport();
    await publish(forge, makeFailingReport({ findings: [...first.findings, more], shownCount: 6 }));
    expect(forge.reviews).toHaveLength(2);
    expect(forge.reviews[1]?.comments.map((comment) => comment.line)).toEqual([50]);
    expect(forge.comments).toHaveLength(1);
  });

  it('keeps findings on lines outside the diff, on old lines that are absent and in unknown files in the summary', async () => {
    const forge = new FakeForge();
    const at = (changes: Partial<Finding>, id: string) =>
      makeFinding({ ...changes, id, fingerprint: `f1:${id}00` });
    const findings = [
      at({ startLine: 61, endLine: 61 }, 'aaaaaaa1'),
      at({ startLine: 5, endLine: 5, side: 'old' }, 'aaaaaaa2'),
      at({ path: 'elsewhere.ts' }, 'aaaaaaa3'),
      at({ startLine: 59, endLine: 70 }, 'aaaaaaa4'),
      at({ anchor: 'file' }, 'aaaaaaa5'),
    ];
    await publish(forge, makeReport({ gate: 'fail', findings, shownCount: 5 }));
    expect(forge.reviews[0]?.comments.map(({ line, startLine }) => [line, startLine])).toEqual([
      [59, undefined],
    ]);
    for (const { id } of findings) expect(forge.comments[0]?.body).toContain(id);
  });

  it('posts at most 25 comments in one review', async () => {
    const forge = new FakeForge();
    const findings = LINES.slice(0, 40).map((_, index) =>
      makeFinding({
        startLine: index + 1,
        endLine: index + 1,
        id: `${10_000_000 + index}`,
        fingerprint: `f1:${10_000_000 + index}`,
      }),
    );
    await publish(forge, makeReport({ gate: 'fail', findings, shownCount: 40 }));
    expect(forge.reviews[0]?.comments).toHaveLength(25);
  });
});

describe('R20 sticky identity', () => {
  it('edits only our own comment with the marker in its first line, wherever it stands', async () => {
    const forge = new FakeForge();
    forge.addComment(`${COMMENT_MARKER}\nforged by a person`, 666);
    forge.addComment(`Another tool of the same account\n${COMMENT_MARKER}`, OWN_ID);
    forge.addComment(`${COMMENT_MARKER}\naccount is gone`, null);
    for (let index = 0; index < 250; index += 1) forge.addComment(`chat ${index}`, 5);
    const own = forge.addComment(`${COMMENT_MARKER}\nold text`, OWN_ID);
    const before = forge.comments.map((comment) => comment.body);
    await publish(forge, makeReport());
    const changed = forge.comments.filter((comment, index) => comment.body !== before[index]);
    expect(changed.map((comment) => comment.id)).toEqual([own.id]);
    expect(forge.comments).toHaveLength(before.length);
  });

  it('creates a comment when only forged ones are there', async () => {
    const forge = new FakeForge();
    forge.addComment(`${COMMENT_MARKER}\nforged`, 666);
    await publish(forge, makeReport());
    expect(forge.comments.map((comment) => comment.authorId)).toEqual([666, OWN_ID]);
    expect(forge.comments[0]?.body).toBe(`${COMMENT_MARKER}\nforged`);
  });

  it('keeps the oldest of several of ours and removes the others', async () => {
    const forge = new FakeForge();
    const oldest = forge.addComment(`${COMMENT_MARKER}\none`, OWN_ID);
    forge.addComment(`${COMMENT_MARKER}\ntwo`, OWN_ID);
    await publish(forge, makeReport());
    expect(forge.comments.map((comment) => comment.id)).toEqual([oldest.id]);
  });

  it('leaves one comment when another run created one at the same moment', async () => {
    const forge = new FakeForge();
    const { ports } = forge;
    const create = ports.comments.create;
    const racing = {
      ...ports,
      comments: {
        ...ports.comments,
        create: async (body: string, authorId: number, signal: AbortSignal) => {
          forge.addComment(`${COMMENT_MARKER}\nof the other run`, authorId, 10);
          return create(body, authorId, signal);
        },
      },
    };
    const own = await claim(ports.statuses, HEAD, RUN, SIGNAL);
    const options = { claim: own, files: [FILE], currentHead: HEAD, now: null, blobUrl: () => null } as const;
    const rest = {
      key: 'unset',
      isFork: false,
      commands: true,
      memory: null,
      obeyed: null,
      stateKey: STATE_KEY,
      resolveThreads: false,
    } as const;
    await publishReport(makeReport(), racing, { ...options, ...rest }, SIGNAL);
    expect(forge.comments.map((comment) => comment.id)).toEqual([10]);
    expect(forge.comments[0]?.body).not.toContain('of the other run');
  });

  it('neutralises markers in text of the change', async () => {
    const forge = new FakeForge();
    const title = '<!-- multi-agent-review v1 --> <!-- multi-agent-review state e30= -->';
    await publish(
      forge,
      makeFailingReport({ findings: [makeFinding({ title, explanation: title })], shownCount: 1 }),
    );
    const body = forge.comments[0]?.body ?? '';
    expect(body.match(/<!-- multi-agent-review/g)).toHaveLength(2);
    const inline = forge.reviews[0]?.comments[0]?.body ?? '';
    expect(inline.match(/<!-- multi-agent-review/g)).toHaveLength(1);
    expect(inline).toMatch(/^<!-- multi-agent-review finding f1:[0-9a-f]+ -->\n/);
  });
});

describe('with the conversation at hand', () => {
  it('nothing is listed again, and our comment is edited', async () => {
    const forge = new FakeForge();
    await publish(forge, makeFailingReport());
    const own = await claim(forge.ports.statuses, HEAD, RUN, SIGNAL);
    const unread = () => Promise.reject(new Error('asked for what is known'));
    const { comments, statuses, reviews, threads } = forge.ports;
    const ports = {
      comments: { ...comments, list: unread },
      statuses: { ...statuses, newest: unread },
      reviews,
      threads,
    };
    const options = {
      claim: own,
      files: [FILE],
      currentHead: HEAD,
      now: forge.conversation(HEAD),
      key: 'unset',
      isFork: false,
      blobUrl: () => null,
      commands: true,
      memory: null,
      obeyed: null,
      stateKey: STATE_KEY,
      resolveThreads: false,
    } as const;
    const published = await publishReport(makeReport(), ports, options, SIGNAL);
    expect(published).toMatchObject({ outcome: 'published', commentUrl: forge.comments[0]?.url });
    expect(forge.comments).toHaveLength(1);
    expect(forge.comments[0]?.body).not.toContain('SQL built from request input');
  });

  it('a run that claimed the commit since then is seen all the same', async () => {
    const forge = new FakeForge();
    const own = await claim(forge.ports.statuses, HEAD, RUN, SIGNAL);
    await claim(forge.ports.statuses, HEAD, `${RUN}9`, SIGNAL);
    const published = await publish(forge, makeReport(), { claim: own, now: forge.conversation(HEAD) });
    expect(published).toMatchObject({ outcome: 'superseded', status: null });
    expect(forge.comments).toEqual([]);
  });

  it.each([
    ['none', null],
    ['one from before', { targetUrl: `${RUN}0` }],
    ['one of another account', { creatorId: 666 }],
    ['one that ended', { state: 'success' as const }],
  ])('a status that is not ours is no proof: %s', async (_what, changes) => {
    const { ports } = new FakeForge();
    const own = await claim(ports.statuses, HEAD, RUN, SIGNAL);
    const newest = await ports.statuses.newest(HEAD, SIGNAL);
    if (newest === null) throw new Error('no status');
    const seen = changes === null ? null : { ...newest, ...changes };
    expect(await stillOurs(ports.statuses, own, seen, SIGNAL)).toBe(true);
    await claim(ports.statuses, HEAD, `${RUN}9`, SIGNAL);
    expect(await stillOurs(ports.statuses, own, seen, SIGNAL)).toBe(false);
  });

  it('runs without an address are told apart by the number of their status', async () => {
    const { ports } = new FakeForge();
    const own = await claim(ports.statuses, HEAD, null, SIGNAL);
    const other = await claim(ports.statuses, HEAD, null, SIGNAL);
    const seen = await ports.statuses.newest(HEAD, SIGNAL);
    expect(await stillOurs(ports.statuses, own, seen, SIGNAL)).toBe(false);
    expect(await stillOurs(ports.statuses, other, seen, SIGNAL)).toBe(true);
  });
});

describe('R21 state in comments is a hint', () => {
  const forged = (state: unknown) => `<!-- multi-agent-review state ${btoa(JSON.stringify(state))} -->`;

  it.each([
    ['a forged reviewed SHA', forged({ v: 1, head: HEAD, report: 'x', text: 'y', posted: [] })],
    ['no JSON', '<!-- multi-agent-review state !!! -->'],
    ['wrong types', forged({ head: 5, report: [], text: null, posted: 'all' })],
    ['pollution', `<!-- multi-agent-review state ${btoa('{"__proto__":{"head":"x"},"posted":[]}')} -->`],
    ['an open end', '<!-- multi-agent-review state e30='],
  ])('publishes in full over %s', async (_, state) => {
    const forge = new FakeForge();
    forge.addComment(`${COMMENT_MARKER}\n### Clean\n\n${state}\n`, OWN_ID);
    await publish(forge, makeFailingReport());
    expect(forge.comments).toHaveLength(1);
    expect(forge.comments[0]?.body).toContain('SQL built from request input');
    expect(forge.reviews).toHaveLength(1);
    expect(lastStatus(forge)?.state).toBe('failure');
  });

  it('writes a comment anew that somebody edited', async () => {
    const forge = new FakeForge();
    await publish(forge, makeFailingReport());
    const [comment] = forge.comments;
    if (comment === undefined) throw new Error('no comment');
    forge.comments[0] = { ...comment, body: comment.body.replace('1 critical', '0 critical') };
    await publish(forge, makeFailingReport());
    expect(forge.comments[0]?.body).toBe(comment.body);
  });
});

describe('R22 body limits', () => {
  it('keeps comment and inline bodies below what GitHub accepts', async () => {
    const forge = new FakeForge();
    const long = 'A long text that says little. '.repeat(10_000);
    const findings = Array.from({ length: 2_000 }, (_, index) =>
      makeFinding({
        startLine: (index % 60) + 1,
        endLine: (index % 60) + 1,
        explanation: long,
        failureScenario: long,
        fix: long,
        suggestion: long,
        id: `${10_000_000 + index}`,
        fingerprint: `f1:${10_000_000 + index}aabbccdd`,
        severity: index < 5 ? 'critical' : 'low',
      }),
    );
    await publish(forge, makeReport({ gate: 'fail', findings, shownCount: 30 }));
    expect(forge.comments[0]?.body.length).toBeLessThanOrEqual(65_000);
    for (const { id } of findings.slice(0, 5)) expect(forge.comments[0]?.body).toContain(id);
    for (const comment of forge.reviews[0]?.comments ?? []) expect(comment.body.length).toBeLessThan(20_000);
  });
});

describe('R24 one head', () => {
  it('says superseded and writes only to the reviewed commit when the head moved', async () => {
    const forge = new FakeForge();
    const published = await publish(forge, makeFailingReport(), { currentHead: NEWER });
    expect(published.outcome).toBe('superseded');
    expect(forge.comments[0]?.body).toContain('Superseded');
    expect(forge.comments[0]?.body.startsWith(`${COMMENT_MARKER}\n`)).toBe(true);
    expect(forge.reviews).toEqual([]);
    expect(new Set(forge.statuses.map((status) => status.sha))).toEqual(new Set([HEAD]));
    expect(lastStatus(forge)).toMatchObject({ state: 'error', description: 'superseded by bbbbbbb' });
  });

  it('leaves the comment of a newer run alone', async () => {
    const forge = new FakeForge();
    const { ports } = forge;
    const newer = await claim(ports.statuses, NEWER, RUN, SIGNAL);
    const options = { claim: newer, currentHead: NEWER, isFork: false };
    await publish(forge, makeReport(), options);
    const [before] = forge.comments;
    await publish(forge, makeFailingReport(), { currentHead: NEWER });
    expect(forge.comments).toEqual([before]);
  });

  it('stops when a newer run has claimed the commit', async () => {
    const forge = new FakeForge();
    const own = await claim(forge.ports.statuses, HEAD, RUN, SIGNAL);
    expect(await stillOurs(forge.ports.statuses, own, null, SIGNAL)).toBe(true);
    await claim(forge.ports.statuses, HEAD, `${RUN}9`, SIGNAL);
    forge.writes.length = 0;
    expect(await publish(forge, makeReport(), { claim: own })).toMatchObject({
      outcome: 'superseded',
      status: null,
    });
    expect(forge.writes).toEqual(['create status']); // the claim that publish() of this test makes
    expect(forge.comments).toEqual([]);
  });

  it('yields to the account it is told to yield to', async () => {
    const { ports } = new FakeForge();
    await claim(ports.statuses, HEAD, RUN, SIGNAL);
    expect(await shouldYield(ports.statuses, HEAD, 'GitHub-Actions[bot]', SIGNAL)).toBe(true);
    expect(await shouldYield(ports.statuses, HEAD, 'review-app[bot]', SIGNAL)).toBe(false);
    expect(await shouldYield(ports.statuses, HEAD, null, SIGNAL)).toBe(false);
  });
});

describe('R33 GitHub failure matrix', () => {
  it('writes nothing with a token that may only read, and still says what the status would be', async () => {
    for (const status of [403, 404]) {
      const forge = new FakeForge();
      forge.failures.set('create status', refused(status));
      const published = await publish(forge, makeFailingReport(), { isFork: true });
      expect(published).toMatchObject({
        outcome: 'read-only',
        status: { state: 'failure' },
        statusWritten: false,
        problems: [expect.any(String)],
      });
      expect(forge.writes).toEqual([]);
    }
  });

  it('does not take another failure of the first write for a read-only token', async () => {
    const forge = new FakeForge();
    forge.failures.set('create status', refused(500));
    await expect(publish(forge, makeReport())).rejects.toMatchObject({ status: 500 });
  });

  it('loses nothing when GitHub refuses one position', async () => {
    const forge = new FakeForge();
    const file = { ...FILE, hunks: makeHunks('', 'x\n'.repeat(700)) };
    const bad = makeFinding({ startLine: 666, endLine: 666, id: 'badbad00', fingerprint: 'f1:badbad0000' });
    const report = makeReport({ gate: 'fail', findings: [bad, makeFinding()], shownCount: 2 });
    const published = await publish(forge, report, { files: [file] });
    expect(published).toMatchObject({ outcome: 'published', inlineCount: 0 });
    expect(forge.reviews).toHaveLength(1);
    expect(forge.reviews[0]?.comments).toEqual([]);
    for (const id of ['badbad00', '3fa9c21b']) {
      expect(forge.reviews[0]?.body).toContain(id);
      expect(forge.comments[0]?.body).toContain(id);
    }
  });

  it.each([
    ['create review', 403],
    ['create review', 500],
    ['create review', null],
    ['create comment', 403],
    ['create comment', 422],
  ])('goes on with the rest when "%s" fails with %s', async (what, status) => {
    const forge = new FakeForge();
    forge.failures.set(what, refused(status));
    const published = await publish(forge, makeFailingReport());
    expect(published).toMatchObject({ outcome: 'partly', statusWritten: true });
    expect(published.problems).toHaveLength(1);
    expect(lastStatus(forge)?.state).toBe('failure');
    expect(forge.comments).toHaveLength(what === 'create comment' ? 0 : 1);
    expect(forge.reviews).toHaveLength(what === 'create review' ? 0 : 1);
  });

  it('posts inline comments the next time when the review failed', async () => {
    const forge = new FakeForge();
    forge.failures.set('create review', refused(500));
    await publish(forge, makeFailingReport());
    forge.failures.clear();
    await publish(forge, makeFailingReport());
    expect(forge.reviews).toHaveLength(1);
    expect(forge.comments).toHaveLength(1);
  });
});
