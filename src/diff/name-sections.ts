import type { FileChange } from '../model.ts';
import { contentOf } from './match-entries.ts';
import type { PatchProblem, Section } from './section.ts';
import { type Names, plainStyle, provenPrefixes, settleGitNames, settlePlainNames } from './settle-names.ts';

const UNDECODABLE = 'the name of the file is not UTF-8: U+FFFD stands for the bytes that could not be read';
const REPEATED =
  'the path stands in the patch more than once (a series of commits?), so line numbers may not be those of the result';

/**
 * Turns sections into changed files with nothing but the patch itself to go by. A section whose names are not certain
 * becomes a problem; it is never given a guessed path.
 */
export function nameSections(sections: readonly Section[], problems: PatchProblem[]): FileChange[] {
  const proven = provenPrefixes(sections);
  const style = plainStyle(sections);
  const files: FileChange[] = [];
  let previous: Section | null = null;
  for (const section of sections) {
    const names =
      section.heading === null ? settlePlainNames(section, style) : settleGitNames(section, proven);
    if (typeof names === 'string') {
      problems.push({
        path: null,
        reason: section.problem === null ? names : `${names}; ${section.problem}`,
      });
      previous = null;
      continue;
    }
    const last = files.at(-1);
    if (previous !== null && last !== undefined && isTypeChange(last, previous, section, names)) {
      files[files.length - 1] = joinTypeChange(last, previous, section);
      previous = null;
      continue;
    }
    files.push(fromSection(section, names));
    previous = section;
  }
  return markRepeated(files);
}

function fromSection(section: Section, { oldName, newName }: Names): FileChange {
  const path = newName ?? oldName ?? '';
  const reasons = section.problem === null ? [] : [section.problem];
  if (path.includes('\uFFFD') || oldName?.includes('\uFFFD') === true) reasons.push(UNDECODABLE);
  const { event } = section;
  return {
    path,
    oldPath: oldName,
    status: event ?? (oldName === null ? 'added' : newName === null ? 'removed' : 'modified'),
    similarity: event === 'renamed' || event === 'copied' ? section.similarity : null,
    oldMode: section.oldMode,
    newMode: section.newMode,
    ...contentOf([section]),
    problem: reasons.length === 0 ? null : reasons.join('; '),
  };
}

/** Git prints a file that becomes a link (or a submodule) as a deletion right before a creation of the same name. */
function isTypeChange(last: FileChange, previous: Section, section: Section, names: Names): boolean {
  return (
    previous.event === 'removed' &&
    section.event === 'added' &&
    last.path === names.newName &&
    section.newMode !== null &&
    last.oldMode !== null &&
    section.newMode.slice(0, 3) !== last.oldMode.slice(0, 3)
  );
}

function joinTypeChange(removed: FileChange, before: Section, after: Section): FileChange {
  const reasons = [removed.problem, after.problem].flatMap((problem) => problem ?? []);
  return {
    ...removed,
    status: 'type-changed',
    newMode: after.newMode,
    ...contentOf([before, after]),
    problem: reasons.length === 0 ? null : reasons.join('; '),
  };
}

function markRepeated(files: FileChange[]): FileChange[] {
  const seen = new Map<string, number>();
  for (const { path } of files) seen.set(path, (seen.get(path) ?? 0) + 1);
  if (seen.size === files.length) return files;
  return files.map((file) =>
    seen.get(file.path) === 1
      ? file
      : { ...file, problem: file.problem === null ? REPEATED : `${file.problem}; ${REPEATED}` },
  );
}
