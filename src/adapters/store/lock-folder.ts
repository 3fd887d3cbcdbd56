import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { messageOf, ReviewError } from '../../errors.ts';
import type { Clock, Log } from '../../ports.ts';
import { type LockOwner, lives, ownOwner, parseOwner } from './lock-owner.ts';

/** A folder that is ours alone. */
export interface FolderLock {
  /** @throws ReviewError when another process took the folder over, because this one was not heard of for long */
  check(): void;
  release(): void;
}

/** How often the owner gives a sign of life, for openers that cannot see its process. */
const SIGN_EVERY_MS = 5_000;
/** After how long without a sign such an owner is dead. Three signs missed, and some. */
const DEAD_AFTER_MS = 20_000;
const LOOK_EVERY_MS = 250;
/** What an owner leaves behind that let go. The file stays: numbers must never start over while somebody looks. */
const FREE = 'free';
const LOCK_FILE = /^lock-(\d{1,15})$/;

/**
 * Takes a folder for this process. The owner is the lock file with the highest number: nobody can make the same file
 * twice, so of two that find the same dead owner one gets the next number and the other sees a living owner. An owner on
 * this machine lives while its process does; one elsewhere (another container or host) while it gives signs of life.
 * @param folder made when it is not there
 * @throws ReviewError `folder-in-use` when the owner lives
 */
export async function lockFolder(
  folder: string,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<FolderLock> {
  makeFolder(folder);
  const self = ownOwner();
  for (;;) {
    const newest = numbersIn(folder)[0] ?? 0;
    if (newest > 0) await refuseIfAlive(folder, newest, self, clock);
    const own = newest + 1;
    if (!create(pathOf(folder, own), self)) continue;
    const [highest, ...others] = numbersIn(folder);
    if (highest !== own) {
      rmSync(pathOf(folder, own), { force: true });
      continue;
    }
    for (const other of others) rmSync(pathOf(folder, other), { force: true });
    return hold(folder, own, clock, log);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new ReviewError(
      'database-unreachable',
      `The data folder ${resolve(folder)} cannot be made: ${messageOf(error)}.`,
      'Choose another folder with DATA_FOLDER, or give this user the right to write there.',
      { cause: error },
    );
  }
}

/** Numbers of the lock files, highest first. */
function numbersIn(folder: string): readonly number[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const number = LOCK_FILE.exec(name)?.[1];
      return number === undefined ? [] : [Number(number)];
    })
    .sort((one, other) => other - one);
}

const pathOf = (folder: string, number: number) => join(folder, `lock-${number}`);

/** @returns false when the file is there already */
function create(path: string, owner: LockOwner): boolean {
  try {
    writeFileSync(path, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function refuseIfAlive(folder: string, number: number, self: LockOwner, clock: Clock): Promise<void> {
  const path = pathOf(folder, number);
  const first = signOf(path);
  let last = first;
  while (last !== null && last.text !== FREE) {
    const owner = parseOwner(last.text);
    const fate = owner === null ? 'unknown' : lives(owner, self);
    if (fate === 'dead') return;
    if (fate === 'alive' || last.at !== first?.at) throw inUse(folder, owner, path);
    // A lock file that is just being written is read again; one that was never finished dies like a silent owner.
    if (Date.now() - last.at > DEAD_AFTER_MS) return;
    await new Promise<void>((done) => clock.after(LOOK_EVERY_MS, done));
    last = signOf(path);
  }
}

/** What a lock file says and when its owner gave the last sign; null when it is gone. */
function signOf(path: string): { readonly text: string; readonly at: number } | null {
  try {
    return { at: statSync(path).mtimeMs, text: readFileSync(path, 'utf8') };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function inUse(folder: string, owner: LockOwner | null, path: string): ReviewError {
  const who = owner === null ? 'another process' : `process ${owner.pid} on ${owner.host}`;
  return new ReviewError(
    'folder-in-use',
    `The data folder ${resolve(folder)} is already open: ${who} holds it (${path}).`,
    'Stop that process first, give this one another folder with DATA_FOLDER, or use a PostgreSQL server with DATABASE_URL, which any number of processes may share.',
  );
}

function hold(folder: string, own: number, clock: Clock, log: Log): FolderLock {
  const path = pathOf(folder, own);
  let isLost = false;
  let cancel = clock.after(SIGN_EVERY_MS, sign);
  function sign(): void {
    try {
      const now = new Date();
      utimesSync(path, now, now);
      isLost = numbersIn(folder)[0] !== own;
    } catch (error) {
      isLost = true;
      log.warn('The lock of the data folder is gone.', { reason: messageOf(error) });
    }
    if (!isLost) cancel = clock.after(SIGN_EVERY_MS, sign);
  }
  return {
    check() {
      if (isLost) throw inUse(folder, null, path);
    },
    release() {
      cancel();
      if (!isLost) writeFileSync(path, FREE);
    },
  };
}
