import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tenantQuery } from '../../src/adapters/store/tenant-query.ts';
import type { Tenant } from '../../src/ports.ts';
import { makeFinding } from '../make-finding.ts';
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

const MINE: Tenant = { installationId: 11, repositoryId: 22 };
const SAME_INSTALLATION: Tenant = { installationId: 11, repositoryId: 23 };
/** The same repository under another installation: it was transferred. */
const SAME_REPOSITORY: Tenant = { installationId: 12, repositoryId: 22 };

describe.each(['embedded', 'server'] as const)('R38 rows of one repository, %s', (kind) => {
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

  const END = { state: 'done', reason: null, report: makeReport(), commentUrl: null } as const;
  const STATUS = {
    agent: 'security',
    state: 'running',
    task: 'reads',
    progress: 1,
    blockers: [],
    findings: 0,
  } as const;

  it.each([SAME_INSTALLATION, SAME_REPOSITORY])(
    'gives and changes nothing of another: %o',
    async (foreign) => {
      const id = await accept(opened, MINE);
      const store = opened.store.of(foreign);

      expect(await store.review(id)).toBeNull();
      expect(await store.start(id, 1, 'a-process')).toBe(false);
      expect(await store.end(id, END)).toBe(false);
      expect(await store.beat(id)).toBe(false);
      expect(await store.withdraw(7, 'closed', null)).toEqual([]);
      await store.mark(id, { title: 'taken over' });
      await store.agent(id, STATUS);

      expect(await opened.store.of(MINE).review(id)).toMatchObject({
        state: 'queued',
        title: 'Add a search',
      });
      expect((await opened.database.query('select 1 from agent')).rows).toEqual([]);
    },
  );

  it('drops a delivery whose numbers contradict each other, without a trace', async () => {
    const work = makeWork(makeReview(MINE));
    const delivery = makeDelivery('mixed', MINE);

    for (const mixed of [
      { ...work, review: { ...work.review, installationId: 12 } },
      { ...work, review: { ...work.review, repositoryId: 23 } },
      { ...work, repository: { ...work.repository, installationId: 12 } },
      { ...work, installation: { ...work.installation, id: 12 } },
    ]) {
      await expect(async () => opened.store.accept(delivery, mixed)).rejects.toThrow('contradict');
    }

    expect(
      (await opened.database.query('select 1 from delivery union all select 1 from installation')).rows,
    ).toEqual([]);
  });

  it('answers a request with an id that is none as with one that it does not have', async () => {
    expect(await opened.store.of(MINE).review("' or 1=1 --")).toBeNull();
  });

  it('writes reports of one repository beside those of another', async () => {
    const ids = await Promise.all([accept(opened, MINE), accept(opened, SAME_INSTALLATION)]);
    const report = makeReport({ findings: [makeFinding({ fingerprint: 'f1:same' })] });
    for (const [index, tenant] of [MINE, SAME_INSTALLATION].entries()) {
      const store = opened.store.of(tenant);
      await store.start(ids[index] ?? '', 1, 'a-process');
      expect(await store.end(ids[index] ?? '', { ...END, report })).toBe(true);
    }

    const again = await accept(opened, { ...MINE, headSha: 'c'.repeat(40) });
    const fixed = {
      id: '1',
      fingerprint: 'f1:same',
      reviewer: 'security',
      severity: 'low',
      title: 't',
      fixedBy: 'c',
      isNew: true,
    } as const;
    const since = { head: 'a', fixed: [fixed], notChecked: 0, dismissed: [], endedDismissals: [] };
    await opened.store.of(MINE).start(again, 1, 'a-process');
    await opened.store.of(MINE).end(again, { ...END, report: makeReport({ since }) });

    const { rows } = await opened.database.query(
      'select repository_id, settled from finding order by repository_id',
    );
    expect(rows).toEqual([
      { repository_id: 22, settled: 'addressed' },
      { repository_id: 23, settled: null },
    ]);
  });
});

describe('R38 a statement that is not held to its repository', () => {
  const runner = { query: () => Promise.reject(new Error('It ran.')) };

  it.each([
    'select * from review where id = $3',
    'select * from review where installation_id = $1 and repository_id = $2 or true',
    'update review set title = $3 where installation_id = $1',
    'delete from finding where repository_id = $2',
    'insert into agent (review_id, installation_id, repository_id) values ($3, $1, $2)',
    'insert into agent (installation_id, repository_id, review_id) values ($3, $4, $5)',
    'select 1',
  ])('is refused: %s', async (text) => {
    await expect(tenantQuery(runner, MINE)(text, [])).rejects.toThrow('not held to its repository');
  });

  it('is written nowhere: rows of repositories are only asked for with both numbers', () => {
    const folder = join(import.meta.dirname, '..', '..', 'src', 'adapters', 'store');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.startsWith('migrations'),
    );
    const offenders = files.flatMap((name) =>
      statementsOf(readFileSync(join(folder, name), 'utf8'))
        .filter((text) => /\b(?:from|join|update|into)\s+(?:review|agent|finding)\b/.test(text))
        .filter((text) => !/installation_id|mayReach|\$\{FROM\}|\$\{SETTLED\}/.test(text))
        .map((text) => `${name}: ${text.replace(/\s+/g, ' ').slice(0, 90)}`),
    );

    // The two that look after all repositories at once, and show nothing to anybody.
    expect(offenders.sort()).toEqual([
      expect.stringMatching(/^find-orphans\.ts: select/),
      expect.stringMatching(/^retire-old\.ts: delete from review where id in/),
    ]);
  });
});

/** Texts in quotes that begin like a statement. */
function statementsOf(source: string): readonly string[] {
  return [
    ...source.matchAll(/(['`])\s*((?:select|insert|update|delete|with)\b[^'`]*(?:'[^'`]*'[^'`]*)*)\1/g),
  ].map((match) => match[2] ?? '');
}
