import { beforeEach, describe, expect, it } from 'vitest';
import { storedRequest } from '../../src/event/app-event.ts';
import { checkRunReference } from '../../src/event/check-run-reference.ts';
import { makeAcceptDelivery } from '../../src/service/accept-delivery.ts';
import { recordedLog } from '../app-web/recorded.ts';
import { type Change, recordingStore } from '../app-web/recording-store.ts';
import { HEAD, MAINTAINER, makeComment, makePullRequest, makeReviewComment } from '../event/make-payloads.ts';

type Values = Readonly<Record<string, unknown>>;

const APP_ID = 77;
const BASE = '00112233445566778899aabbccddeeff00112233';
const OWNER = { id: 11, login: 'acme', type: 'Organization' };
const REPOSITORY = { id: 42, name: 'shop', owner: OWNER, private: true };
const FROM = { installation: { id: 5 }, repository: REPOSITORY };
const BOT = { login: 'helper[bot]', id: 8, type: 'Bot' };
const UPDATED = '2026-11-20T10:00:00Z';

let changes: Change[];
let deliver: (name: string, payload: Values, id?: string) => Promise<string>;
let lines: string[];

beforeEach(() => {
  const recorded = recordingStore();
  const { log, lines: kept } = recordedLog();
  changes = recorded.changes;
  lines = kept;
  const accept = makeAcceptDelivery(
    { store: recorded.store, log },
    { appId: APP_ID, reviewers: ['security'], serviceDigest: 'settings' },
  );
  deliver = (name, payload, id = 'first') => accept({ id, name, payload });
});

function pull(action: string, fields: Values = {}, around: Values = {}): Values {
  const base = { sha: BASE, repo: { id: 42 } };
  const known = { base, title: 'Add search', user: { login: 'ada' }, updated_at: UPDATED, ...fields };
  return makePullRequest(action, known, { ...FROM, ...around });
}

/** The reviews that were asked for. */
const reviews = () =>
  changes.flatMap((change) => (change.kind === 'accept' && change.review !== null ? [change.review] : []));
const review = () => {
  const [only, ...more] = reviews();
  if (only === undefined || more.length > 0)
    throw new Error(`${reviews().length} reviews were asked for, not one`);
  return only;
};

describe('a pull request', () => {
  it.each(['opened', 'synchronize', 'reopened', 'ready_for_review'])(
    'is reviewed when it is %s',
    async (action) => {
      expect(await deliver('pull_request', pull(action))).toBe('accepted');
      expect(review()).toMatchObject({
        installationId: 5,
        repositoryId: 42,
        pullNumber: 5,
        headSha: HEAD,
        baseSha: BASE,
        trigger: 'push',
        title: 'Add search',
        author: 'ada',
        askedBy: null,
        eventAt: UPDATED,
        request: { kind: 'review', cause: action, owner: 'acme', repo: 'shop' },
      });
      expect(storedRequest(JSON.parse(JSON.stringify(review().request)))).toMatchObject({
        kind: 'review',
        headSha: HEAD,
      });
    },
  );

  it('is reviewed when its base was changed, and not for another title', async () => {
    expect(await deliver('pull_request', pull('edited', {}, { changes: { title: { from: 'x' } } }))).toBe(
      'ignored',
    );
    expect(changes).toEqual([]);
    await deliver('pull_request', pull('edited', {}, { changes: { base: { ref: { from: 'main' } } } }));
    expect(review().request).toMatchObject({ cause: 'base-changed' });
  });

  it('is not reviewed while it is closed, and closing takes back what waits', async () => {
    expect(
      await deliver('pull_request', pull('edited', { state: 'closed' }, { changes: { base: {} } })),
    ).toBe('ignored');
    expect(changes).toEqual([]);
    expect(await deliver('pull_request', pull('closed', { state: 'closed' }), 'second')).toBe('accepted');
    expect(changes).toMatchObject([
      { kind: 'withdraw', installationId: 5, repositoryId: 42, pullNumber: 5, closedAt: UPDATED },
      { kind: 'accept', review: null },
    ]);
  });

  it('is one review in every delivery of one event, and another after it was a draft or moved back', async () => {
    const claim = async (payload: Values) => {
      await deliver('pull_request', payload, String(changes.length));
      const { headSha, configDigest, occasion } = reviews().at(-1) ?? review();
      return `${headSha} ${configDigest} ${occasion}`;
    };
    const opened = await claim(pull('opened'));
    expect(await claim(pull('opened'))).toBe(opened);
    const draft = await claim(pull('opened', { draft: true }));
    const ready = await claim(pull('ready_for_review'));
    const later = { updated_at: '2026-11-20T11:00:00Z' };
    const pushes = [await claim(pull('synchronize')), await claim(pull('synchronize', later))];
    const reopened = [await claim(pull('reopened')), await claim(pull('reopened', later))];
    expect(await claim(pull('synchronize', later))).toBe(pushes[1]);
    const rebased = await claim(pull('opened', { base: { sha: HEAD, repo: { id: 42 } } }));
    expect(ready).toBe(opened);
    expect(new Set([opened, draft, ...pushes, ...reopened, rebased]).size).toBe(7);
  });

  it('that goes back to an earlier base is reviewed once more: comment and status are of the other', async () => {
    const towards = (sha: string, updated_at: string) =>
      deliver(
        'pull_request',
        pull(
          'edited',
          { base: { sha, repo: { id: 42 } }, updated_at },
          { changes: { base: { ref: { from: 'x' } } } },
        ),
        updated_at,
      );
    await deliver('pull_request', pull('opened'));
    await towards(HEAD, '2026-11-20T11:00:00Z');
    await towards(BASE, '2026-11-20T12:00:00Z');
    await towards(BASE, '2026-11-20T12:00:00Z');
    const claims = reviews().map(({ configDigest, occasion }) => `${configDigest} ${occasion}`);
    expect(new Set(claims).size).toBe(3);
  });

  it('of a bot is reviewed', async () => {
    expect(await deliver('pull_request', pull('opened', { user: BOT }, { sender: BOT }))).toBe('accepted');
    expect(review().author).toBe(BOT.login);
  });

  it('has a title that fits into a line, and a moment only when it is one', async () => {
    await deliver('pull_request', pull('opened', { title: 'a'.repeat(5_000), updated_at: 'yesterday' }));
    expect(review()).toMatchObject({ title: 'a'.repeat(300), eventAt: null });
  });
});

describe('a comment', () => {
  it.each([
    ['issue_comment', makeComment('/review full', FROM), 'conversation-comment:900'],
    ['pull_request_review_comment', makeReviewComment('/review full', FROM), 'review-comment:901'],
  ])('with a command is work (%s)', async (name, payload, occasion) => {
    expect(await deliver(name, payload)).toBe('accepted');
    expect(review()).toMatchObject({
      trigger: 'command',
      occasion,
      askedBy: MAINTAINER.login,
      headSha: null,
      pullNumber: 5,
      request: { kind: 'review', command: { kind: 'review', extent: 'full' } },
    });
  });

  it('with an order is work too', async () => {
    await deliver('issue_comment', makeComment('/review pause', FROM));
    expect(review()).toMatchObject({
      trigger: 'command',
      request: { kind: 'command', command: { kind: 'pause' } },
    });
  });

  it.each([
    ['that is no command', makeComment('Nice work, please /review', FROM)],
    ['that was edited', makeComment('/review', { ...FROM, action: 'edited' })],
    ['on an issue', makeComment('/review', { ...FROM, issue: { number: 5, state: 'open' } })],
  ])('%s leaves no trace', async (_, payload) => {
    expect(await deliver('issue_comment', payload)).toBe('ignored');
    expect(changes).toEqual([]);
  });
});

describe('R13 no bot starts a review by a comment or a button', () => {
  it.each([BOT, { ...BOT, type: 'User' }, { ...BOT, login: 'helper' }])('%o', async (sender) => {
    expect(
      await deliver('issue_comment', makeComment('/review', { ...FROM, sender }, { user: sender })),
    ).toBe('ignored');
    expect(await deliver('check_run', checkRun({}, { sender: BOT }))).toBe('ignored');
    expect(await deliver('check_suite', checkSuite({}, { sender: BOT }))).toBe('ignored');
    expect(changes).toEqual([]);
  });
});

function checkRun(run: Values = {}, around: Values = {}): Values {
  return {
    action: 'rerequested',
    check_run: {
      id: 70,
      head_sha: HEAD,
      external_id: checkRunReference(9, 'a-review'),
      app: { id: APP_ID },
      pull_requests: [],
      ...run,
    },
    ...FROM,
    sender: MAINTAINER,
    ...around,
  };
}

function checkSuite(suite: Values = {}, around: Values = {}): Values {
  const own = { number: 3, base: { repo: { id: 42 } } };
  const foreign = { number: 4, base: { repo: { id: 43 } } };
  return {
    action: 'rerequested',
    check_suite: {
      id: 71,
      head_sha: HEAD,
      app: { id: APP_ID },
      pull_requests: [own, foreign, own],
      ...suite,
    },
    ...FROM,
    sender: MAINTAINER,
    ...around,
  };
}

describe('a check run', () => {
  it('is run again, by the button too', async () => {
    await deliver('check_run', checkRun());
    const pressed = { action: 'requested_action', requested_action: { identifier: 're-run' } };
    await deliver('check_run', checkRun({}, pressed), 'second');
    for (const one of reviews())
      expect(one).toMatchObject({
        trigger: 'rerun',
        pullNumber: 9,
        headSha: HEAD,
        askedBy: MAINTAINER.login,
        request: { kind: 'review', trigger: 'dispatch', cause: 'rerun' },
      });
    expect(new Set(reviews().map((one) => one.occasion)).size).toBe(2);
  });

  it('is explained', async () => {
    await deliver(
      'check_run',
      checkRun({}, { action: 'requested_action', requested_action: { identifier: 'explain' } }),
    );
    expect(review()).toMatchObject({
      trigger: 'explain',
      request: { kind: 'explain', checkRunId: 70, pullNumber: 9 },
    });
  });

  it('finds its pull request also without our reference', async () => {
    const named = { external_id: 'x', pull_requests: [{ number: 6, base: { repo: { id: 42 } } }] };
    await deliver('check_run', checkRun(named));
    expect(review().pullNumber).toBe(6);
  });

  it.each([
    ['of another App', checkRun({ app: { id: 1 } })],
    ['of nobody', checkRun({ app: null })],
    ['that was only created', checkRun({}, { action: 'created' })],
    [
      'with another button',
      checkRun({}, { action: 'requested_action', requested_action: { identifier: '__proto__' } }),
    ],
    ['without a pull request', checkRun({ external_id: null })],
    [
      'of a pull request elsewhere',
      checkRun({ external_id: '', pull_requests: [{ number: 6, base: { repo: { id: 1 } } }] }),
    ],
    ['without its fields', { ...checkRun(), check_run: null }],
  ])('%s asks for nothing', async (_, payload) => {
    expect(await deliver('check_run', payload)).toBe('ignored');
    expect(changes).toEqual([]);
  });

  it('suite of ours is run again for each of our pull requests, once', async () => {
    await deliver('check_suite', checkSuite());
    expect(reviews().map((one) => one.pullNumber)).toEqual([3]);
    expect(await deliver('check_suite', checkSuite())).toBe('duplicate');
    expect(await deliver('check_suite', checkSuite({ app: { id: 1 } }), 'second')).toBe('ignored');
    expect(await deliver('check_suite', checkSuite({ pull_requests: [] }), 'third')).toBe('ignored');
    const two = [3, 8].map((number) => ({ number, base: { repo: { id: 42 } } }));
    await deliver('check_suite', checkSuite({ pull_requests: two }), 'fourth');
    expect(reviews().map((one) => one.pullNumber)).toEqual([3, 3, 8]);
  });
});

describe('a head in a fork, of which GitHub names no pull request', () => {
  const FORK = 'f'.repeat(40);
  const known = new Map([[FORK, [12, 9]]]);
  const take = (name: string, payload: Values, id: string) => {
    const recorded = recordingStore(known);
    changes = recorded.changes;
    const settings = { appId: APP_ID, reviewers: [], serviceDigest: 'settings' };
    return makeAcceptDelivery(
      { store: recorded.store, log: recordedLog().log },
      settings,
    )({ id, name, payload });
  };

  it('is run again for those that we reviewed at that head', async () => {
    const suite = checkSuite({ pull_requests: [], head_sha: FORK });
    expect(await take('check_suite', suite, 'a')).toBe('accepted');
    expect(reviews()).toMatchObject([
      { pullNumber: 12, headSha: FORK, trigger: 'rerun', askedBy: MAINTAINER.login },
      { pullNumber: 9, headSha: FORK, trigger: 'rerun' },
    ]);
    expect(await take('check_run', checkRun({ external_id: '', head_sha: FORK }), 'b')).toBe('accepted');
    expect(reviews().map(({ pullNumber }) => pullNumber)).toEqual([12, 9]);
  });

  it('that we do not know asks for nothing, and neither does another tool or a bot', async () => {
    const at = (fields: Values) => checkSuite({ pull_requests: [], ...fields });
    expect(await take('check_suite', at({ head_sha: HEAD }), 'a')).toBe('ignored');
    expect(await take('check_suite', at({ head_sha: FORK, app: { id: 1 } }), 'b')).toBe('ignored');
    const bots = { ...at({ head_sha: FORK }), sender: BOT };
    expect(await take('check_suite', bots, 'c')).toBe('ignored');
    expect(changes).toEqual([]);
  });
});

describe('a merge queue', () => {
  it('asks for a group', async () => {
    await deliver('merge_group', {
      action: 'checks_requested',
      merge_group: { head_sha: HEAD },
      ...FROM,
      sender: BOT,
    });
    expect(review()).toMatchObject({
      trigger: 'merge-group',
      pullNumber: 0,
      headSha: HEAD,
      occasion: 'merge-group',
    });
  });
});

describe('an installation', () => {
  const installation = { id: 5, account: OWNER, suspended_at: null };
  const listed = [{ id: 42, name: 'shop', full_name: 'acme/shop', private: true }];
  const record = {
    id: 5,
    accountId: 11,
    accountLogin: 'acme',
    accountType: 'Organization',
    suspended: false,
  };
  const repository = { installationId: 5, repositoryId: 42, owner: 'acme', name: 'shop', isPrivate: true };

  it('is kept with its repositories', async () => {
    await deliver('installation', {
      action: 'created',
      installation,
      repositories: listed,
      sender: MAINTAINER,
    });
    expect(changes).toMatchObject([
      { kind: 'installation', installation: record },
      { kind: 'repositories', repositories: [repository] },
      {
        kind: 'accept',
        delivery: { event: 'installation', action: 'created', installationId: 5 },
        review: null,
      },
    ]);
  });

  it.each([
    ['suspend', true],
    ['unsuspend', false],
    ['new_permissions_accepted', false],
  ])('that is told to %s is kept so', async (action, suspended) => {
    await deliver('installation', { action, installation });
    expect(changes[0]).toEqual({ kind: 'installation', installation: { ...record, suspended } });
  });

  it('that was taken away is forgotten, without a number that stays', async () => {
    await deliver('installation', { action: 'deleted', installation, repositories: listed });
    expect(changes).toMatchObject([
      { kind: 'forget', installationId: 5, repositoryIds: null },
      { kind: 'accept', delivery: { installationId: null, repositoryId: null } },
    ]);
  });

  it('gets and loses repositories', async () => {
    const around = { installation, repositories_added: [], repositories_removed: [] };
    await deliver('installation_repositories', { ...around, action: 'added', repositories_added: listed });
    await deliver(
      'installation_repositories',
      { ...around, action: 'removed', repositories_removed: [{ id: 42 }, { id: 43 }] },
      'second',
    );
    expect(changes).toMatchObject([
      { kind: 'installation', installation: record },
      { kind: 'repositories', repositories: [repository] },
      { kind: 'accept' },
      { kind: 'forget', installationId: 5, repositoryIds: [42, 43] },
      { kind: 'accept' },
    ]);
  });
});

describe('R38 a payload of two accounts', () => {
  it.each([
    ['without an installation', { installation: undefined }],
    ['with an installation of another account', { installation: { id: 5, account: { id: 12 } } }],
    ['with an installation that is no number', { installation: { id: '5' } }],
    [
      'with a repository that says nothing of its owner',
      { repository: { id: 42, name: 'shop', owner: { login: 'acme' } } },
    ],
  ])('%s is dropped', async (_, around) => {
    expect(await deliver('pull_request', pull('opened', {}, around))).toBe('ignored');
    expect(await deliver('pull_request', pull('closed', {}, around))).toBe('ignored');
    expect(changes).toEqual([]);
  });
});

describe('other events', () => {
  it.each(['ping', 'push', 'star', '__proto__', 'constructor', 'pull_request_target', 'workflow_dispatch'])(
    '%s is ignored',
    async (name) => {
      expect(await deliver(name, pull('opened'))).toBe('ignored');
      expect(changes).toEqual([]);
      expect(lines.join()).toContain('not one that the App acts on');
    },
  );

  it.each([null, [], 'text', { action: 7 }, { action: 'opened', __proto__: null }])(
    '%o is ignored',
    async (payload) => {
      for (const name of [
        'pull_request',
        'check_run',
        'check_suite',
        'installation',
        'installation_repositories',
      ])
        expect(await deliver(name, payload as Values)).toBe('ignored');
      expect(changes).toEqual([]);
    },
  );
});
