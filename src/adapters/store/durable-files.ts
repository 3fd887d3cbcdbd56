import { fsyncSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What PGlite's file system holds for an open file of a folder on disk. */
interface OpenFile {
  readonly nfd: number;
  readonly path?: string;
}

interface FileOperations {
  fsync?: (file: OpenFile) => number;
}

/**
 * Files of the embedded database in a folder, flushed to disk when PostgreSQL asks for it. PGlite leaves that out, so
 * that a power cut could take acknowledged rows or the whole database.
 *
 * After a crash PostgreSQL flushes every file before it opens, a thousand of them, one after the other: seconds in which
 * nothing answers. Those are written down and flushed beside the first work instead. They were on their way to the disk
 * since before the crash; until they have arrived, only a power cut right after the crash could do harm.
 */
export class DurableFiles extends NodeFS {
  #waiting: Set<string> | null = new Set();

  override async init(...[engine, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(engine, options);
    const preRun = [...(emscriptenOpts.preRun ?? []), (module: object) => this.#addFlush(module)];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }

  /** From now on files are flushed at once. What waited is flushed now. @returns when all of it is on disk */
  async flushWaiting(): Promise<void> {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    await flushFiles([...waiting]);
  }

  /** Adds what PGlite's file system lacks; its runtime calls it when it is there. */
  #addFlush(module: object): void {
    const operations = (module as { NODEFS?: { stream_ops?: FileOperations } }).NODEFS?.stream_ops;
    if (operations === undefined) throw new Error('The embedded database cannot flush its files to disk.');
    operations.fsync = ({ nfd, path }) => {
      if (this.#waiting !== null && path?.startsWith(PGlite.paths.PGDATA)) {
        this.#waiting.add(join(this.rootDir, path.slice(PGlite.paths.PGDATA.length)));
      } else {
        fsyncSync(nfd);
      }
      return 0;
    };
  }
}

/** Several at a time share what a disk does to flush one. */
const AT_ONCE = 16;

/** Flushes files and folders to disk. */
export async function flushFiles(paths: readonly string[]): Promise<void> {
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    await Promise.all(paths.slice(start, start + AT_ONCE).map(flushFile));
  }
}

/** One that is gone by now needs none. */
async function flushFile(path: string): Promise<void> {
  try {
    const file = await open(path, 'r');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
