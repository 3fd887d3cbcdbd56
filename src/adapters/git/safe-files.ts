import { constants } from 'node:fs';
import { access, lstat, open, readlink } from 'node:fs/promises';
import { decodeBlob, MAX_BLOB_BYTES, TOO_LARGE } from '../../diff/decode-blob.ts';
import { messageOf } from '../../errors.ts';
import type { Blob } from '../../model.ts';
import { isAbsent } from './if-present.ts';

/** What stands at a path of the working tree, looked at without following any link. */
export type Standing =
  | { readonly kind: 'file'; readonly size: number }
  | { readonly kind: 'symlink' }
  | { readonly kind: 'directory' }
  | { readonly kind: 'missing' }
  /** A folder of the path is a symbolic link, so the path itself is not part of the tree. */
  | { readonly kind: 'beyond-link' }
  | { readonly kind: 'refused'; readonly reason: string };

/** What a folder of a path is; a file where a folder should be is `missing`. */
type FolderStanding = Exclude<Standing, { readonly kind: 'file' | 'symlink' }>;

/**
 * Looks at paths of one working tree. A path is walked folder by folder: a folder that has become a symbolic link leads
 * out of the tree, and is not entered (R29). Folders that were seen are remembered.
 *
 * Paths are byte strings (one character per byte), because a path in git need not be UTF-8.
 */
export class SafeFiles {
  readonly #root: string;
  readonly #folders = new Map<string, Promise<FolderStanding>>();

  /** @param root absolute path of the working tree */
  constructor(root: string) {
    this.#root = root;
  }

  /** What stands at `path`. Never rejects. */
  async examine(path: string): Promise<Standing> {
    const folder = await this.#folder(folderOf(path));
    if (folder.kind !== 'directory') return folder;
    try {
      const status = await lstat(this.#place(path));
      if (status.isFile()) return { kind: 'file', size: status.size };
      if (status.isSymbolicLink()) return { kind: 'symlink' };
      if (status.isDirectory()) return { kind: 'directory' };
      return {
        kind: 'refused',
        reason: 'not a regular file (a pipe, socket or device); it was not opened',
      };
    } catch (error) {
      return absentOrRefused(error);
    }
  }

  /** Whether the file at an examined `path` may be opened for reading. */
  async isReadable(path: string): Promise<boolean> {
    return access(this.#place(path), constants.R_OK).then(
      () => true,
      () => false,
    );
  }

  /** Reads what stands at `path`. Never rejects. */
  async read(path: string): Promise<Blob> {
    const standing = await this.examine(path);
    if (standing.kind === 'missing' || standing.kind === 'directory') return { kind: 'missing' };
    if (standing.kind === 'beyond-link') {
      return {
        kind: 'unreadable',
        reason: 'a folder of the path is a symbolic link, which is never followed',
      };
    }
    if (standing.kind === 'refused') return { kind: 'unreadable', reason: standing.reason };
    try {
      if (standing.kind === 'symlink')
        return { kind: 'symlink', target: await readlink(this.#place(path), 'utf8') };
      if (standing.size > MAX_BLOB_BYTES) return TOO_LARGE;
      return await this.#readFile(path);
    } catch (error) {
      return { kind: 'unreadable', reason: messageOf(error) };
    }
  }

  /** `O_NOFOLLOW` and `O_NONBLOCK` hold even if the file was replaced by a link or a pipe after it was examined. */
  async #readFile(path: string): Promise<Blob> {
    const file = await open(
      this.#place(path),
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    try {
      const status = await file.stat();
      if (!status.isFile()) return { kind: 'unreadable', reason: 'not a regular file' };
      if (status.size > MAX_BLOB_BYTES) return TOO_LARGE;
      return decodeBlob(await file.readFile());
    } finally {
      await file.close();
    }
  }

  #folder(folder: string): Promise<FolderStanding> {
    if (folder === '') return Promise.resolve({ kind: 'directory' });
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const looked = this.#lookAtFolder(folder);
    this.#folders.set(folder, looked);
    return looked;
  }

  async #lookAtFolder(folder: string): Promise<FolderStanding> {
    const above = await this.#folder(folderOf(folder));
    if (above.kind !== 'directory') return above;
    try {
      const status = await lstat(this.#place(folder));
      if (status.isSymbolicLink()) return { kind: 'beyond-link' };
      return { kind: status.isDirectory() ? 'directory' : 'missing' };
    } catch (error) {
      return absentOrRefused(error);
    }
  }

  #place(path: string): string | Buffer {
    // Windows has no byte paths; everywhere else the bytes of git are the bytes of the file system.
    if (process.platform === 'win32') return `${this.#root}/${textOfBytes(path)}`;
    return Buffer.concat([Buffer.from(`${this.#root}/`), Buffer.from(path, 'latin1')]);
  }
}

/** A path as text, from its byte string. */
export function textOfBytes(path: string): string {
  return Buffer.from(path, 'latin1').toString('utf8');
}

/** The byte string of a path. */
export function bytesOfText(path: string): string {
  return Buffer.from(path, 'utf8').toString('latin1');
}

function absentOrRefused(error: unknown): { kind: 'missing' } | { kind: 'refused'; reason: string } {
  return isAbsent(error) ? { kind: 'missing' } : { kind: 'refused', reason: messageOf(error) };
}

function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '' : path.slice(0, end);
}
