import { ReviewError } from '../errors.ts';

/** One record of `git diff --raw -z`. */
export interface RawEntry {
  /** Six octal digits; 000000 where the side does not exist. */
  readonly oldMode: string;
  readonly newMode: string;
  /** Object names as printed (`--no-abbrev` gives them whole); zeros for what is not in the object store. */
  readonly oldSha: string;
  readonly newSha: string;
  /** A, C, D, M, R, T, U (unmerged) or X (git's own "unknown"). */
  readonly status: string;
  /** Similarity of C and R, dissimilarity of M, in percent; null when not given. */
  readonly score: number | null;
  /** Path at head (at base for D). U+FFFD stands for bytes that are not UTF-8. */
  readonly path: string;
  /** Path at base; differs from `path` for R and C only. */
  readonly oldPath: string;
  /** A name holds bytes that are not UTF-8. */
  readonly undecodable: boolean;
}

const RECORD = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]+)(?:\.\.\.)? ([0-9a-f]+)(?:\.\.\.)? ([A-Z])([0-9]{0,3})$/;

/**
 * Parses the output of `git diff --raw -z`.
 * Takes the bytes git printed; returns the records in git's order.
 * @throws ReviewError (`git-failed`) when the bytes are not such output, as for merges (`::`)
 */
export function parseRawEntries(bytes: Uint8Array): RawEntry[] {
  const entries: RawEntry[] = [];
  const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  let position = 0;
  let undecodable = false;
  const field = (): string => {
    const end = bytes.indexOf(0, position);
    if (end === -1) throw malformed(lenient.decode(bytes.subarray(position, position + 80)));
    const part = bytes.subarray(position, end);
    position = end + 1;
    try {
      return strict.decode(part);
    } catch {
      undecodable = true;
      return lenient.decode(part);
    }
  };
  while (position < bytes.length) {
    undecodable = false;
    const record = field();
    const match = RECORD.exec(record);
    if (match === null) throw malformed(record);
    const [, oldMode = '', newMode = '', oldSha = '', newSha = '', status = '', score = ''] = match;
    const oldPath = field();
    const path = status === 'R' || status === 'C' ? field() : oldPath;
    entries.push({
      oldMode,
      newMode,
      oldSha,
      newSha,
      status,
      score: score === '' ? null : Number(score),
      path,
      oldPath,
      undecodable,
    });
  }
  return entries;
}

function malformed(found: string): ReviewError {
  return new ReviewError(
    'git-failed',
    `The list of changed files that git printed cannot be read: ${JSON.stringify(found.slice(0, 80))} is not a record of "git diff --raw -z".`,
    'Compare two commits that are not a merge in progress, or update git; if it stays, report it as a bug.',
  );
}
