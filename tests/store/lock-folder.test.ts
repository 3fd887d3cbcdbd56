import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/adapters/store/lock-folder.ts';
import { ownOwner } from '../../src/adapters/store/lock-owner.ts';
import { silentLog, systemClock } from '../../src/entry/system-ports.ts';
import type { Clock } from '../../src/ports.ts';

const OPTIONS = { clock: systemClock, log: silentLog };

describe('the lock of a data folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const path = (number: number) => join(folder, `lock-${number}`);
  const leave = (number: number, owner: object | string, secondsAgo = 0) => {
    writeFileSync(path(number), typeof owner === 'string' ? owner : JSON.stringify(owner));
    const moment = new Date(Date.now() - secondsAgo * 1_000);
    utimesSync(path(number), moment, moment);
  };
  const elsewhere = { ...ownOwner(), host: 'other-host', place: 'other-host boot view' };

  it('refuses a second opener, and says who holds it and what to do', async () => {
    const lock = await lockFolder(folder, OPTIONS);

    await expect(lockFolder(folder, OPTIONS)).rejects.toMatchObject({
      code: 'folder-in-use',
      message: expect.stringContaining(`process ${process.pid} on`),
      remedy: expect.stringContaining('DATABASE_URL'),
    });
    lock.release();
    (await lockFolder(folder, OPTIONS)).release();
  });

  it('passes over an owner that is dead, or whose process id is another process by now', async () => {
    leave(3, { ...ownOwner(), pid: 4_194_303 });
    (await lockFolder(folder, OPTIONS)).release();
    leave(9, { ...ownOwner(), started: '1' });
    (await lockFolder(folder, OPTIONS)).release();

    expect(readdirSync(folder)).toEqual(['lock-10']);
  });

  it('lets one of many through that find the same dead owner', async () => {
    leave(1, { ...ownOwner(), pid: 4_194_303 });

    const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder, OPTIONS)));

    const locks = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(locks).toHaveLength(1);
    locks[0]?.check();
    locks[0]?.release();
  });

  it('believes in an owner on another host as long as it gives signs of life', async () => {
    leave(1, elsewhere);
    let looks = 0;
    const clock: Clock = {
      ...systemClock,
      after: (_, call) => {
        looks += 1;
        leave(1, elsewhere, -1);
        queueMicrotask(call);
        return () => undefined;
      },
    };

    await expect(lockFolder(folder, { ...OPTIONS, clock })).rejects.toMatchObject({
      code: 'folder-in-use',
      message: expect.stringContaining('on other-host'),
    });
    expect(looks).toBe(1);
  });

  it.each([elsewhere, '{"pid": 12', ''])('passes over one that gave none for long: %j', async (owner) => {
    leave(1, owner, 60);

    (await lockFolder(folder, OPTIONS)).release();
  });

  it('stops the owner whose folder was taken over', async () => {
    const later: (() => void)[] = [];
    const clock: Clock = {
      ...systemClock,
      after: (_, call) => {
        later.push(call);
        return () => undefined;
      },
    };
    const lock = await lockFolder(folder, { ...OPTIONS, clock });
    later.shift()?.();
    lock.check();

    leave(2, elsewhere);
    later.shift()?.();

    expect(() => lock.check()).toThrow('already open');
    lock.release();
    expect(readdirSync(folder).sort()).toEqual(['lock-1', 'lock-2']);
  });
});
