import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../src/adapters/store/migrate.ts';
import { MIGRATIONS } from '../../src/adapters/store/migrations.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import { ReviewError } from '../../src/errors.ts';
import type { SqlDatabase } from '../../src/ports.ts';
import { makePlace, OPTIONS, type Place } from './fixtures.ts';
import { until } from './until.ts';

describe.each(['embedded', 'server'] as const)('the database, %s', (kind) => {
  let place: Place;
  let database: SqlDatabase;

  beforeAll(async () => {
    place = await makePlace(kind);
    database = await openDatabase(place.location, OPTIONS);
  });

  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  it('gives the same values for the same columns', async () => {
    const { rows } = await database.query(
      `select $1::bigint as big, $2::jsonb as json, $3::timestamptz as moment, count(*) as count, null as nothing,
         1.5::float8 as float, true as flag, 'text' as text, $4::int[] as list`,
      [9_007_199_254_740_991, '{"a":[1,null]}', new Date('2026-11-21T10:00:00.123Z'), [1, 2]],
    );

    expect(rows).toEqual([
      {
        big: 9_007_199_254_740_991,
        json: { a: [1, null] },
        moment: new Date('2026-11-21T10:00:00.123Z'),
        count: 1,
        nothing: null,
        float: 1.5,
        flag: true,
        text: 'text',
        list: [1, 2],
      },
    ]);
  });

  it('counts the rows that a statement wrote, also of several statements', async () => {
    const answer = await database.query(
      'create table counted (a integer); insert into counted values (1), (2), (3); select 1 as one; delete from counted where a = 1',
    );
    const update = await database.query('update counted set a = $1', [9]);
    const select = await database.query('select * from counted where a = $1', [9]);

    expect([answer.affected, update.affected, select.affected]).toEqual([4, 2, 0]);
    expect(answer.rows).toEqual([{ one: 1 }]);
    await database.query('drop table counted');
  });

  it('undoes all of a transaction, also of one inside of several statements, and goes on working', async () => {
    await database.query('create table undone (a integer)');
    await expect(
      database.transaction(async (runner) => {
        await runner.query('insert into undone values (1)');
        await runner.query('select 1 / 0');
      }),
    ).rejects.toThrow('division by zero');
    await expect(
      database.query('begin; insert into undone values (2); select 1 / 0; commit'),
    ).rejects.toThrow('division');
    await expect(
      database.transaction(async (runner) => {
        await runner.query('insert into undone values (3)');
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');

    expect((await database.query('select * from undone')).rows).toEqual([]);
    await database.query('drop table undone');
  });

  it('tells listeners after the transaction, and not when it is undone', async () => {
    const heard: string[] = [];
    const stop = await database.listen(
      'a-channel',
      (payload) => heard.push(payload),
      () => undefined,
    );
    await database
      .transaction(async (runner) => {
        await database.notify('a-channel', 'undone', runner);
        throw new Error('no');
      })
      .catch(() => undefined);
    await database.transaction(async (runner) => {
      await database.notify('a-channel', 'inside', runner);
      expect(heard).toEqual([]);
    });
    await database.notify('a-channel', "it's outside");

    await until(() => heard.length === 2);
    expect(heard).toEqual(['inside', "it's outside"]);
    await stop();
    await database.notify('a-channel', 'nobody listens');
    await database.query('select 1');
    expect(heard).toHaveLength(2);
  });

  describe('migrations', () => {
    const record = async () =>
      (await database.query('select number, name from schema_migration order by number')).rows;
    const known = MIGRATIONS.map(({ number, name }) => ({ number, name }));
    const next = MIGRATIONS.length + 1;

    it('are numbered without gaps', () => {
      expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    });

    it('run once, however many processes start', async () => {
      await Promise.all([migrate(database), migrate(database), migrate(database)]);

      expect(await record()).toEqual(known);
    });

    it('run from where the last start ended, each in full or not at all', async () => {
      const good = { number: next, name: 'good', text: 'create table added (a integer)' };
      const bad = { number: next + 1, name: 'bad', text: 'create table half (a integer); select 1 / 0' };

      await expect(migrate(database, [...MIGRATIONS, good, bad])).rejects.toThrow('division by zero');

      expect(await record()).toEqual([...known, { number: next, name: 'good' }]);
      expect(
        (
          await database.query(
            `select to_regclass('added') is null as added, to_regclass('half') is null as half`,
          )
        ).rows,
      ).toEqual([{ added: false, half: true }]);
    });

    it('refuse a database that is newer than the program', async () => {
      await expect(migrate(database)).rejects.toMatchObject({
        code: 'database-unsuitable',
        message: expect.stringContaining(`at number ${next}, this program knows ${MIGRATIONS.length}`),
      });
      await database.query('delete from schema_migration where number = $1', [next]);
      await database.query('drop table added');
      await migrate(database);
    });

    it('refuse to go on from another text than the one that ran', async () => {
      const changed = MIGRATIONS.map((one) => ({ ...one, text: `${one.text} -- later` }));

      await expect(migrate(database, changed)).rejects.toMatchObject({ code: 'database-unsuitable' });
    });
  });
});

describe('a server', () => {
  let place: Place;

  beforeAll(async () => {
    place = await makePlace('server');
  });

  afterAll(() => place.remove());

  const url = () => new URL('url' in place.location ? place.location.url : '');
  const refusal = async (address: string): Promise<ReviewError> => {
    try {
      await (await openDatabase({ url: address }, OPTIONS)).close();
    } catch (error) {
      if (error instanceof ReviewError) return error;
      throw error;
    }
    throw new Error('It opened.');
  };

  it('whose tables another process changes meanwhile is asked again: no connection keeps an outdated plan', async () => {
    const database = await openDatabase(place.location, OPTIONS);
    onTestFinished(() => database.close());
    await database.query('create table changing (a integer)');
    const ask = () => database.query('select * from changing where a > $1', [0]);
    await ask();
    await database.query('alter table changing add column b integer; insert into changing values (1, 2)');
    await expect(ask()).rejects.toThrow('cached plan');

    const { rows } = await ask();

    expect(rows).toEqual([{ a: 1, b: 2 }]);
    await database.query('drop table changing');
  });

  it('that refuses says why, without the password', async () => {
    const wrongPassword = url();
    wrongPassword.password = 'not-the-one';
    const noDatabase = url();
    noDatabase.pathname = '/nowhere';

    for (const [address, word] of [
      [wrongPassword, 'password authentication failed'],
      [noDatabase, 'does not exist'],
    ] as const) {
      const error = await refusal(address.href);
      expect(error).toMatchObject({ code: 'database-refused', message: expect.stringContaining(word) });
      expect(error.remedy).toContain('DATABASE_URL');
      expect(error.message + error.remedy).not.toContain(address.password);
    }
  });

  it('that is not there says where it was looked for, without the password', async () => {
    const nobody = url();
    const { port, password } = nobody;
    nobody.port = '1';

    for (const address of [nobody.href, `postgres://app:${password}@no-such-host.invalid:${port}/x`]) {
      const error = await refusal(address);
      expect(error.code).toBe('database-unreachable');
      expect(error.message).toContain(new URL(address).host);
      expect(error.message).not.toContain(password);
    }
    expect((await refusal('a database')).message).toContain('which is no URL');
  });

  it('that crashes is worked with again once it is back: nothing acknowledged is lost, listeners are told', async () => {
    const database = await openDatabase(place.location, OPTIONS);
    let reconnects = 0;
    const heard: string[] = [];
    const stop = await database.listen(
      'a-channel',
      (payload) => heard.push(payload),
      () => {
        reconnects += 1;
      },
    );
    await database.query(`insert into delivery (id, event) values ($1, 'ping')`, ['kept']);

    await expect(
      database.transaction(async (runner) => {
        await runner.query(`insert into delivery (id, event) values ('unfinished', 'ping')`);
        await place.server?.crash();
        await runner.query('select 1');
      }),
    ).rejects.toThrow();

    await until(() =>
      database.query('select 1').then(
        () => true,
        () => false,
      ),
    );
    expect((await database.query('select id from delivery')).rows).toEqual([{ id: 'kept' }]);
    await until(() => reconnects === 1);
    await database.notify('a-channel', 'again');
    await until(() => heard.includes('again'));
    await stop();
    await database.close();
  });
});
