import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AgentStatus } from '../../src/model.ts';
import { makeAgent, makeFinding } from '../make-finding.ts';
import { makeReport } from '../render/make-report.ts';
import {
  accept,
  empty,
  makeDelivery,
  makePlace,
  makeReview,
  makeWork,
  type Opened,
  openAll,
  type Place,
} from './fixtures.ts';
import { until } from './until.ts';

describe.each(['embedded', 'server'] as const)('the store, %s', (kind) => {
  let place: Place;
  let opened: Opened;

  beforeAll(async () => {
    place = await makePlace(kind);
    opened = await openAll(place.location);
  });

  afterAll(async () => {
    await opened.close();
    await place.remove();
  });

  beforeEach(() => empty(opened));

  const tenant = () => opened.store.of(makeReview());
  const rowsOf = async (text: string) => (await opened.database.query(text)).rows;
  /** Dollars of this month. */
  const spent = () =>
    rowsOf(`select installation_id, repository_id, spending.cost_usd as of_all, repository_spending.cost_usd as of_it
      from spending join repository_spending using (installation_id, month)
      where month = date_trunc('month', now() at time zone 'UTC')::date`);
  const DONE = {
    state: 'done',
    reason: null,
    report: makeReport(),
    commentUrl: 'https://github.example/1',
  } as const;
  const usage = { tokens: { input: 100, cacheWritten: 20, cacheRead: 3, output: 7 }, costUsd: 0.25, ms: 9 };

  it('follows a review from the queue to its end', async () => {
    const id = await accept(opened);
    const store = tenant();

    expect(await store.start(id, 1, 'worker-1')).toBe(true);
    expect(await store.beat(id)).toBe(true);
    await store.mark(id, {
      statusId: 9_007_199_254_740_991,
      statusAuthorId: 5,
      title: 'New title',
      headSha: 'd'.repeat(40),
    });
    await store.mark(id, { checkRunId: 77 });
    expect(await store.review(id)).toMatchObject({
      state: 'running',
      attempt: 1,
      statusId: 9_007_199_254_740_991,
      statusAuthorId: 5,
      checkRunId: 77,
      title: 'New title',
      headSha: 'd'.repeat(40),
      author: 'octo',
    });

    expect(await store.end(id, { ...DONE, report: makeReport({ usage }) })).toBe(true);

    const ended = await store.review(id);
    expect(ended).toMatchObject({ state: 'done', reason: null });
    expect(ended?.finishedAt).toBeInstanceOf(Date);
    expect(await store.start(id, 2, 'worker-2')).toBe(false);
    expect(await store.beat(id)).toBe(false);
  });

  it('writes a report with its agents and findings once, and counts what it cost into the month', async () => {
    const id = await accept(opened);
    await tenant().start(id, 1, 'worker-1');
    const findings = [
      makeFinding({ fingerprint: 'f1:one', agreedBy: ['correctness'] }),
      makeFinding({
        fingerprint: 'f1:two',
        severity: 'low',
        state: 'dismissed',
        suppressedBy: 'dismissal-1',
      }),
      makeFinding({ fingerprint: 'f1:three', severity: 'high', title: 'a \u0000 b' }),
    ];
    const report = makeReport({ findings, usage, agents: [makeAgent({ name: 'security', ms: 12.6 })] });

    expect(await tenant().end(id, { ...DONE, report })).toBe(true);
    expect(await tenant().end(id, { ...DONE, state: 'failed', reason: 'late', report: null })).toBe(false);

    expect(
      await rowsOf(
        'select state, verdict, gate, critical_count, high_count, low_count, tokens_input, cost_usd from review',
      ),
    ).toEqual([
      {
        state: 'done',
        verdict: 'findings',
        gate: 'pass',
        critical_count: 1,
        high_count: 1,
        low_count: 0,
        tokens_input: 100,
        cost_usd: 0.25,
      },
    ]);
    expect(await rowsOf('select name, state, ms, progress from agent')).toEqual([
      { name: 'security', state: 'done', ms: 13, progress: 100 },
    ]);
    expect(
      await rowsOf('select fingerprint, title, settled, agreed_by from finding order by ordinal'),
    ).toMatchObject([
      { fingerprint: 'f1:one', settled: null, agreed_by: ['correctness'] },
      { fingerprint: 'f1:two', settled: 'dismissed' },
      { fingerprint: 'f1:three', title: 'a \ufffd b' },
    ]);
    expect(await spent()).toEqual([{ installation_id: 11, repository_id: 22, of_all: 0.25, of_it: 0.25 }]);
  });

  it('finds the pull requests of a head, in its own repository only', async () => {
    const headSha = 'e'.repeat(40);
    for (const changes of [
      { pullNumber: 3, headSha },
      { pullNumber: 3, headSha, occasion: 'again' },
      { pullNumber: 4, headSha },
      { pullNumber: 0, headSha, trigger: 'merge-group', occasion: 'merge-group' },
      { pullNumber: 5 },
      { pullNumber: 6, headSha, repositoryId: 23 },
      { pullNumber: 7, headSha, installationId: 12 },
    ] as const)
      await accept(opened, changes);

    expect(await tenant().pullsAt(headSha)).toEqual([4, 3]);
    expect(await tenant().pullsAt('9'.repeat(40))).toEqual([]);
  });

  it('lets only the try that runs end a review', async () => {
    const id = await accept(opened);
    await tenant().start(id, 1, 'worker-1');
    await tenant().start(id, 2, 'worker-2');

    expect(await tenant().end(id, { ...DONE, attempt: 1 })).toBe(false);
    expect(await tenant().end(id, { ...DONE, attempt: 2 })).toBe(true);
  });

  it('starts a review again that failed, without what its agents were at', async () => {
    const id = await accept(opened);
    await tenant().start(id, 1, 'worker-1');
    await tenant().agent(id, status({ state: 'running' }));
    await tenant().end(id, {
      state: 'failed',
      reason: 'The model was not reachable.',
      report: null,
      commentUrl: null,
    });
    expect(await tenant().review(id)).toMatchObject({
      state: 'failed',
      reason: 'The model was not reachable.',
    });

    expect(await tenant().start(id, 2, 'worker-1')).toBe(true);

    expect(await tenant().review(id)).toMatchObject({
      state: 'running',
      attempt: 2,
      reason: null,
      finishedAt: null,
    });
    expect(await rowsOf('select 1 from agent')).toEqual([]);
  });

  it('tells listeners what an agent is at', async () => {
    const told: unknown[] = [];
    const stop = await opened.database.listen(
      'review-progress',
      (payload) => told.push(JSON.parse(payload)),
      () => undefined,
    );
    const id = await accept(opened);
    await tenant().start(id, 1, 'worker-1');
    await tenant().agent(id, status({ state: 'waiting', progress: 0 }));
    await tenant().agent(
      id,
      status({
        state: 'running',
        eta: 1_500.4,
        tokens: { input: 10, cacheWritten: 20, cacheRead: 30, output: 40 },
        support: { from: 'a person', reason: 'unsure', urgency: 'low' },
      }),
    );
    await tenant().agent(id, status({ state: 'done', progress: 100, findings: 3 }));

    expect(
      await rowsOf(
        `select name, state, task, progress, blockers, shown, started_at <= ended_at as timed,
           tokens_input + tokens_cache_written + tokens_cache_read + tokens_output as tokens from agent`,
      ),
    ).toEqual([
      {
        name: 'security',
        state: 'done',
        task: 'reads files',
        progress: 100,
        blockers: ['slow'],
        shown: 3,
        timed: true,
        tokens: 100,
      },
    ]);
    await until(() => told.length === 4);
    expect(told[0]).toEqual({ reviewId: id, installationId: 11, repositoryId: 22 });
    await stop();
  });

  it('finds reviews that nobody works on any more', async () => {
    const [alive, silent, unsettled, settled, fresh, unclaimed, atOnce] = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map((pullNumber) => accept(opened, { pullNumber })),
    );
    const store = tenant();
    for (const id of [alive, silent, unsettled, settled, fresh, unclaimed, atOnce])
      await store.start(id ?? '', 1, 'worker-1');
    const failed = { ...DONE, state: 'failed', reason: 'gone', report: null } as const;
    for (const id of [unsettled, settled, fresh, unclaimed, atOnce]) {
      if (id !== unclaimed) await store.mark(id ?? '', { statusId: 4 });
      await store.end(id ?? '', { ...failed, statusSettled: id === atOnce });
    }
    await store.mark(settled ?? '', { statusSettled: true });
    await opened.database.query(
      `update review set beat_at = now() - interval '2 minutes', finished_at = finished_at - interval '2 minutes'
       where id = any($1::uuid[])`,
      [[silent, unsettled, settled, unclaimed, atOnce]],
    );

    const orphans = await opened.store.orphans(60);

    expect(orphans.map(({ id }) => id).sort()).toEqual([silent, unsettled, unclaimed].sort());
    await store.beat(silent ?? '');
    for (const id of [unsettled, unclaimed]) await store.mark(id ?? '', { statusSettled: true });
    expect(await opened.store.orphans(60)).toEqual([]);
  });

  describe('dollars of a month', () => {
    const start = async (changes: Parameters<typeof accept>[1]) => {
      const id = await accept(opened, changes);
      const store = opened.store.of(makeReview(changes));
      await store.start(id, 1, 'worker-1');
      return { id, store };
    };
    const limits = { run: 0.3, repository: null, installation: 1 };

    it('are set aside for running reviews, which together never go beyond a limit', async () => {
      const started = await Promise.all([1, 2, 3, 4, 5].map((pullNumber) => start({ pullNumber })));

      const reserved = await Promise.all(started.map(({ id, store }) => store.reserve(id, limits)));

      const dollars = reserved.map((one) => Math.round(one.dollars * 100)).sort((a, b) => a - b);
      expect(dollars).toEqual([0, 10, 30, 30, 30]);
      expect(reserved.filter(({ usedUp }) => usedUp !== null)).toEqual([
        { dollars: 0, usedUp: { of: 'installation', spent: 0 } },
      ]);
    });

    it('come back at the end of a try and with the start of the next', async () => {
      const [one, other] = [await start({ pullNumber: 1 }), await start({ pullNumber: 2 })];
      const all = { ...limits, run: 1 };
      expect(await one.store.reserve(one.id, all)).toEqual({ dollars: 1, usedUp: null });
      expect((await other.store.reserve(other.id, all)).dollars).toBe(0);
      // Asked again, what the review itself has set aside does not count.
      expect((await one.store.reserve(one.id, all)).dollars).toBe(1);

      await one.store.start(one.id, 2, 'worker-1');
      expect((await other.store.reserve(other.id, { ...limits, run: 0.6 })).dollars).toBe(0.6);
      await other.store.end(other.id, { ...DONE, report: makeReport({ usage }) });

      expect((await one.store.reserve(one.id, all)).dollars).toBe(0.75);
    });

    it('of a repository are its own, and of an installation those of all', async () => {
      const mine = await start({ pullNumber: 1 });
      const beside = await start({ repositoryId: 23 });
      const elsewhere = await start({ installationId: 12, repositoryId: 22 });
      await beside.store.end(beside.id, { ...DONE, report: makeReport({ usage }) });
      await elsewhere.store.end(elsewhere.id, { ...DONE, report: makeReport({ usage }) });

      const of = async (repository: number | null, installation: number | null) =>
        mine.store.reserve(mine.id, { run: 0.3, repository, installation });

      expect(await of(0.2, null)).toEqual({ dollars: 0.2, usedUp: null });
      expect(await of(0.2, 0.35)).toMatchObject({ dollars: expect.closeTo(0.1), usedUp: null });
      expect(await of(5, 0.25)).toEqual({ dollars: 0, usedUp: { of: 'installation', spent: 0.25 } });
      expect(await of(0, 5)).toEqual({ dollars: 0, usedUp: { of: 'repository', spent: 0 } });
    });

    it('of a try without a report count too, and those of an earlier month do not', async () => {
      const { id, store } = await start({});
      const failed = { state: 'failed', reason: 'no', report: null, commentUrl: null } as const;
      await store.end(id, { ...failed, usage });
      expect(await spent()).toMatchObject([{ of_all: 0.25, of_it: 0.25 }]);
      await opened.database.query(
        `update spending set month = '2020-01-01'; update repository_spending set month = '2020-01-01'`,
      );
      await store.start(id, 2, 'worker-1');
      expect((await store.reserve(id, limits)).dollars).toBe(0.3);
    });
  });

  it('retires what is old, and keeps what it cost', async () => {
    const [old, young, running] = await Promise.all(
      [1, 2, 3].map((pullNumber) => accept(opened, { pullNumber })),
    );
    for (const id of [old, young, running]) await tenant().start(id ?? '', 1, 'worker-1');
    for (const id of [old, young])
      await tenant().end(id ?? '', { ...DONE, report: makeReport({ usage, findings: [makeFinding()] }) });
    await opened.database.query(
      `update review set queued_at = now() - interval '40 days' where id = any($1::uuid[])`,
      [[old, running]],
    );
    await opened.database.query(`update delivery set received_at = now() - interval '8 days'
      where id = (select min(id) from delivery)`);

    expect(await opened.store.retire({ deliveries: 7, reviews: 30 }, new Date())).toBe(1);

    expect(await tenant().review(old ?? '')).toBeNull();
    expect((await tenant().review(young ?? ''))?.state).toBe('done');
    expect((await tenant().review(running ?? ''))?.state).toBe('running');
    expect(await rowsOf('select count(*) from delivery')).toEqual([{ count: 2 }]);
    expect(await rowsOf('select count(*) from finding')).toEqual([{ count: 1 }]);
    expect(await spent()).toMatchObject([{ of_all: 0.5, of_it: 0.5 }]);
  });

  it('retires very much in parts, until nothing old is left', async () => {
    await accept(opened);
    await opened.database.query(
      `insert into review (installation_id, repository_id, pull_number, config_digest, trigger, occasion, title, author,
         request, state, queued_at)
       select 11, 22, n, 'x', 'push', 'push', 't', 'a', '{}', 'done', now() - interval '40 days' from generate_series(1, 700) n`,
    );
    const gone: number[] = [];
    for (let round = 0; round < 3; round += 1)
      gone.push(await opened.store.retire({ deliveries: 7, reviews: 30 }, new Date()));
    expect(gone).toEqual([500, 200, 0]);
    expect(await rowsOf('select count(*) from review')).toEqual([{ count: 1 }]);
  });

  describe('forgetting', () => {
    it('takes as long as it takes', async () => {
      await accept(opened);
      await opened.database.query(`
        create or replace function refuse_a_limit() returns trigger language plpgsql as $$
          begin
            if current_setting('statement_timeout') <> '0' then raise 'the deletion may be cut off'; end if;
            return old;
          end $$;
        create trigger refuse_a_limit before delete on installation for each row execute function refuse_a_limit()`);
      try {
        await opened.store.forget(11);
      } finally {
        await opened.database.query('drop function refuse_a_limit cascade');
      }
      expect(await rowsOf('select 1 from installation')).toEqual([]);
    });

    const fill = async () => {
      const ids = [
        await accept(opened, { repositoryId: 22 }),
        await accept(opened, { repositoryId: 23 }),
        await accept(opened, { installationId: 12, repositoryId: 22 }),
      ];
      for (const [index, [installationId, repositoryId]] of [
        [11, 22],
        [11, 23],
        [12, 22],
      ].entries()) {
        const store = opened.store.of({
          installationId: installationId ?? 0,
          repositoryId: repositoryId ?? 0,
        });
        await store.start(ids[index] ?? '', 1, 'worker-1');
        await store.agent(ids[index] ?? '', status({}));
        if (index > 0)
          await store.end(ids[index] ?? '', {
            ...DONE,
            report: makeReport({ usage, findings: [makeFinding()] }),
          });
      }
      return ids;
    };
    const tables = async () =>
      (
        await rowsOf(`select (select count(*) from review) as reviews, (select count(*) from agent) as agents,
          (select count(*) from finding) as findings, (select count(*) from delivery) as deliveries,
          (select count(*) from repository) as repositories, (select count(*) from spending) as spending,
          (select count(*) from pgboss.job) as jobs`)
      )[0];

    it('deletes everything of an installation and nothing of another', async () => {
      const [running] = await fill();

      await opened.store.forget(11);

      expect(await tables()).toEqual({
        reviews: 1,
        agents: 6,
        findings: 1,
        deliveries: 1,
        repositories: 1,
        spending: 1,
        jobs: 1,
      });
      // Work that runs meanwhile finds nothing to write to.
      const store = tenant();
      expect(await store.end(running ?? '', DONE)).toBe(false);
      await store.agent(running ?? '', status({}));
      expect(await store.beat(running ?? '')).toBe(false);
      expect((await tables())?.agents).toBe(6);
    });

    it('lets nothing come back that arrives late, until nothing can', async () => {
      await fill();
      await opened.store.forget(11);
      const before = await tables();
      const review = makeReview({ repositoryId: 24 });
      const work = makeWork(review);

      expect(await opened.store.accept(makeDelivery('late-1', review), work)).toEqual({ kind: 'gone' });
      expect(await opened.store.accept(makeDelivery('late-2', review), null)).toEqual({ kind: 'gone' });
      expect(await opened.store.saveInstallation(work.installation, [work.repository])).toBe(false);

      expect(await tables()).toEqual(before);
      expect(await rowsOf('select id from installation')).toEqual([{ id: 12 }]);
      const later = new Date(Date.now() + 8 * 86_400_000);
      await opened.store.retire({ deliveries: 7, reviews: 30 }, later);
      expect(await rowsOf('select id from gone_installation')).toEqual([]);
    });

    it('and a first delivery at the same moment leave nothing behind', async () => {
      for (let installationId = 100; installationId < 120; installationId += 1) {
        const review = makeReview({ installationId });
        const [, accepted] = await Promise.all([
          opened.store.forget(installationId),
          opened.store.accept(makeDelivery(`same-${installationId}`, review), makeWork(review)),
        ]);
        expect(['gone', 'queued']).toContain(accepted.kind);
      }
      expect(await rowsOf('select id from installation where id >= 100')).toEqual([]);
    });

    it('deletes everything of some repositories', async () => {
      await fill();

      await opened.store.forget(11, [23]);

      expect(await tables()).toMatchObject({
        reviews: 2,
        deliveries: 2,
        repositories: 2,
        spending: 2,
        jobs: 2,
      });
      expect(await rowsOf('select id from installation order by id')).toEqual([{ id: 11 }, { id: 12 }]);
    });
  });

  it('keeps what installations and repositories are called now', async () => {
    const { installation, repository } = makeWork(makeReview());
    await opened.store.saveInstallation({ ...installation, suspended: true }, [
      repository,
      { ...repository, repositoryId: 23, name: 'other' },
    ]);
    await accept(opened);
    // A delivery about a repository does not know whether the installation is suspended.
    expect(await rowsOf('select account_login, suspended from installation')).toEqual([
      { account_login: 'org-11', suspended: true },
    ]);

    await opened.store.saveInstallation({ ...installation, accountLogin: 'renamed' }, [
      { ...repository, owner: 'renamed', isPrivate: false },
    ]);

    expect(await rowsOf('select account_login, suspended from installation')).toEqual([
      { account_login: 'renamed', suspended: false },
    ]);
    expect(await rowsOf('select id, owner, name, is_private from repository order by id')).toEqual([
      { id: 22, owner: 'renamed', name: 'repo-22', is_private: false },
      { id: 23, owner: 'org-11', name: 'other', is_private: true },
    ]);
  });
});

function status(changes: Partial<AgentStatus>): AgentStatus {
  return {
    agent: 'security',
    state: 'running',
    task: 'reads files',
    progress: 12.4,
    blockers: ['slow'],
    findings: 0,
    ...changes,
  };
}
