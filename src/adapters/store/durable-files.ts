import { fsyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What PGlite's file system holds for an open file of a folder on disk. */
interface OpenFile {
  readonly nfd: number;
}

interface FileOperations {
  fsync?: (file: OpenFile) => number;
}

/**
 * Files of the embedded database in a folder, flushed to disk when PostgreSQL asks for it. PGlite leaves that out, so
 * that a power cut could take acknowledged rows or the whole database.
 */
export function durableFiles(path: string): NodeFS {
  return new DurableFiles(path);
}

class DurableFiles extends NodeFS {
  override async init(...[engine, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(engine, options);
    const preRun = [...(emscriptenOpts.preRun ?? []), addFlush];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

/** Adds what this file system lacks; PGlite's runtime calls it when it is there. */
function addFlush(module: object): void {
  const operations = (module as { NODEFS?: { stream_ops?: FileOperations } }).NODEFS?.stream_ops;
  if (operations === undefined) throw new Error('The embedded database cannot flush its files to disk.');
  operations.fsync = ({ nfd }) => {
    fsyncSync(nfd);
    return 0;
  };
}
