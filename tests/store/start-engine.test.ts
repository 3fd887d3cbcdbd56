import { existsSync, fsyncSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packFolder, unpackFolder } from '../../src/adapters/store/folder-archive.ts';
import { openEmbedded } from '../../src/adapters/store/open-embedded.ts';
import { startEngine } from '../../src/adapters/store/start-engine.ts';
import { silentLog, systemClock } from '../../src/entry/system-ports.ts';
import type { Clock } from '../../src/ports.ts';

// That something reached the disk cannot be seen from here; that it was asked for can.
vi.mock('node:fs', { spy: true });

const SNAPSHOT = new URL('../../src/adapters/store/empty-database.br', import.meta.url);

describe('the embedded database', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'engine-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const path = () => join(folder, 'database');

  it('has every acknowledged write flushed to disk', async () => {
    const { postgres, settled } = await startEngine(path(), SNAPSHOT);
    await settled;
    await postgres.exec('create table kept (a integer)');
    for (let index = 0; index < 5; index += 1) {
      const before = vi.mocked(fsyncSync).mock.calls.length;
      await postgres.query('insert into kept values ($1)', [index]);
      expect(vi.mocked(fsyncSync).mock.calls.length).toBeGreaterThan(before);
    }
    const { rows } = await postgres.query(
      `select string_agg(name || '=' || setting, ' ' order by name) as settings from pg_settings
       where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method')`,
    );
    await postgres.close();

    expect(rows).toEqual([
      { settings: 'fsync=on full_page_writes=on synchronous_commit=on wal_sync_method=fsync' },
    ]);
  });

  it('is made by PostgreSQL itself where nothing is shipped, and begins again after a start that was cut short', {
    timeout: 60_000,
  }, async () => {
    mkdirSync(`${path()}.new/base`, { recursive: true });
    writeFileSync(join(`${path()}.new`, 'PG_VERSION'), '18');
    mkdirSync(path());

    const made = await startEngine(path(), null);
    await made.postgres.exec('create table kept (a integer)');
    await made.postgres.close();
    await made.settled;

    expect(existsSync(`${path()}.new`)).toBe(false);
    const again = await startEngine(path(), null);
    expect((await again.postgres.query('select * from kept')).rows).toEqual([]);
    await again.postgres.close();
    await again.settled;
  });

  it('refuses what would wait for itself', async () => {
    const database = await openEmbedded(folder, { clock: systemClock, log: silentLog });
    const asked = database.transaction(() => database.query('select 1'));

    await expect(asked).rejects.toThrow('only its runner');

    expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('is vacuumed now and then', async () => {
    const timers = new Map<number, () => void>();
    const clock: Clock = {
      ...systemClock,
      after: (ms, call) => {
        timers.set(ms, call);
        return () => undefined;
      },
    };
    const database = await openEmbedded(folder, { clock, log: { ...silentLog, warn: expect.unreachable } });
    await database.query('create table vacuumed (a integer)');

    timers.get(30 * 60_000)?.();

    const { rows } = await database.query(
      `select last_vacuum is not null as done from pg_stat_all_tables where relname = 'vacuumed'`,
    );
    expect(rows).toEqual([{ done: true }]);
    await database.close();
  });

  it('says which folder cannot be opened and what to do', async () => {
    mkdirSync(path());
    writeFileSync(join(path(), 'PG_VERSION'), '12');

    await expect(startEngine(path(), SNAPSHOT)).rejects.toMatchObject({
      code: 'database-unsuitable',
      message: expect.stringContaining(path()),
      remedy: expect.stringContaining('backup'),
    });
  });
});

describe('an archive of a folder', () => {
  it('gives back what was in it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'archive-'));
    const [source, target] = [join(folder, 'source'), join(folder, 'target')];
    mkdirSync(join(source, 'a', 'empty'), { recursive: true });
    mkdirSync(target);
    const binary = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    for (const name of ['b', 'a/x', 'a/nothing'])
      writeFileSync(join(source, name), name.endsWith('g') ? '' : binary);

    unpackFolder(packFolder(source), target);

    const list = (root: string) => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
    expect(list(target)).toEqual(list(source));
    expect(packFolder(target).equals(packFolder(source))).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
