import type { ChangeStatus, FileChange } from '../model.ts';
import type { RawEntry } from './parse-raw.ts';
import type { PatchProblem, Section } from './section.ts';
import { readName, unquotePath } from './unquote-path.ts';

const STATUS: Readonly<Record<string, ChangeStatus>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'type-changed',
};

const NO_PATCH = 'git lists the file as changed and printed no diff of it';
const UNDECODABLE = 'the name of the file is not UTF-8: U+FFFD stands for the bytes that could not be read';

/**
 * Joins the sections of a patch with git's own list of what changed, both in git's order. Names, modes, status and
 * similarity come from the list; from the section only its hunks. A section is taken for an entry when its heading ends
 * with the entry's names. Entries without section and sections without entry are told, never guessed.
 */
export function matchEntries(
  sections: readonly Section[],
  entries: readonly RawEntry[],
  problems: PatchProblem[],
): FileChange[] {
  const files: FileChange[] = [];
  const told = new Set(problems.map(({ path }) => path));
  let next = 0;
  for (const entry of entries) {
    const status = STATUS[entry.status];
    if (status === undefined) {
      const reason =
        entry.status === 'U'
          ? 'the path has a merge conflict that is not resolved'
          : `git gives it the unknown status ${entry.status}`;
      if (!told.has(entry.path)) problems.push({ path: entry.path, reason });
      told.add(entry.path);
      continue;
    }
    const parts: Section[] = [];
    const first = sections[next];
    if (first !== undefined && isOf(first, entry)) {
      parts.push(first);
      const second = sections[next + 1];
      // A change of type is printed as a deletion and a creation.
      if (
        first.event === 'removed' &&
        second?.event === 'added' &&
        status !== 'removed' &&
        isOf(second, entry)
      ) {
        parts.push(second);
      }
      next += parts.length;
    } else if (told.has(entry.path)) continue;
    files.push(fromEntry(entry, status, parts));
  }
  for (const section of sections.slice(next)) {
    problems.push({
      path: null,
      reason: `the patch holds a file that git's list of changes does not have at this place: ${JSON.stringify((section.heading ?? section.after ?? '').slice(0, 200))}`,
    });
  }
  return files;
}

/** The heading ends with the entry's new name, and the entry's old name stands before it. */
function isOf(section: Section, entry: RawEntry): boolean {
  const { heading } = section;
  if (heading === null) return false;
  const oldName = entry.oldPath;
  if (!heading.includes('"')) {
    return (
      heading.endsWith(entry.path) &&
      heading.slice(0, heading.length - entry.path.length).includes(`${oldName} `)
    );
  }
  const left = heading.startsWith('"') ? unquotePath(heading, 0) : null;
  const cut = left === null ? heading.indexOf(' "') : left.end;
  const first = left === null ? heading.slice(0, Math.max(cut, 0)) : left.value;
  const second = readName(heading.slice(cut + 1));
  return second?.endsWith(entry.path) === true && first.endsWith(oldName);
}

function fromEntry(entry: RawEntry, status: ChangeStatus, parts: readonly Section[]): FileChange {
  const reasons = parts.flatMap(({ problem }) => problem ?? []);
  if (entry.undecodable) reasons.push(UNDECODABLE);
  if (parts.length === 0) reasons.push(NO_PATCH);
  return {
    path: entry.path,
    oldPath: status === 'added' ? null : entry.oldPath,
    status,
    similarity: status === 'renamed' || status === 'copied' ? entry.score : null,
    oldMode: modeOf(entry.oldMode),
    newMode: modeOf(entry.newMode),
    ...contentOf(parts),
    problem: reasons.length === 0 ? null : reasons.join('; '),
  };
}

function modeOf(mode: string): string | null {
  return mode === '000000' ? null : mode;
}

/** Hunks, counts and the binary mark of one section, or of the two sections of a change of type. */
export function contentOf(
  parts: readonly Section[],
): Pick<FileChange, 'binary' | 'hunks' | 'added' | 'deleted'> {
  const [only] = parts;
  return {
    binary: parts.some(({ binary }) => binary),
    hunks: parts.length === 1 && only !== undefined ? only.hunks : parts.flatMap(({ hunks }) => hunks),
    added: parts.reduce((sum, part) => sum + part.added, 0),
    deleted: parts.reduce((sum, part) => sum + part.deleted, 0),
  };
}
