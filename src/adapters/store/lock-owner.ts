import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a folder. */
export interface LockOwner {
  readonly pid: number;
  /** When the process started, as the kernel counts; null where that cannot be asked. Process ids are used again. */
  readonly started: string | null;
  readonly host: string;
  /** One start of one machine, and one view of its processes: only there does the pid mean something. */
  readonly place: string;
}

/** This process as an owner. */
export function ownOwner(): LockOwner {
  const host = hostname();
  const boot = textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const view = textOf(() => readlinkSync('/proc/self/ns/pid'));
  return {
    pid: process.pid,
    started: startOf(process.pid),
    host,
    place: [host, boot ?? '', view ?? ''].join(' '),
  };
}

/**
 * Whether an owner's process runs.
 * @returns `unknown` when it is out of sight: in another container or on another host
 */
export function lives(owner: LockOwner, self: LockOwner): 'alive' | 'dead' | 'unknown' {
  if (owner.place !== self.place) return 'unknown';
  const started = startOf(owner.pid);
  if (started !== null && owner.started !== null) return started === owner.started ? 'alive' : 'dead';
  try {
    process.kill(owner.pid, 0);
    return 'alive';
  } catch (error) {
    // EPERM: there is such a process, and it is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? 'alive' : 'dead';
  }
}

/** What a lock file says; null when it does not say it in full. */
export function parseOwner(text: string): LockOwner | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { pid, started, host, place } = value as Record<string, unknown>;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return null;
    if (typeof host !== 'string' || typeof place !== 'string') return null;
    return { pid, started: typeof started === 'string' ? started : null, host, place };
  } catch {
    return null;
  }
}

/**
 * Field 22 of /proc/<pid>/stat, counted after the name, which may hold anything. One that ended and was not waited for
 * (state Z) has none.
 */
function startOf(pid: number): string | null {
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? null);
}

function textOf(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
