import type { FileEvidence } from '../../evidence/evidence-index.ts';
import type { FileSymbols } from './changed-symbols.ts';

/** Words of a change by which an unchanged file can be known to be about it. Compared with, never shown. */
export interface ChangedWords {
  /** Names of touched functions and of the changed files. */
  readonly names: ReadonlySet<string>;
  /** Identifiers, flags and keys on changed lines. */
  readonly words: ReadonlySet<string>;
}

/** Every repetition is bounded and has one way to match. */
export const WORD = /[A-Za-z_$][\w$-]{2,60}/g;
const LONGEST_LINE = 1_000;
const MOST_WORDS = 1_000;
/** Files that stand for their folder. */
const FOLDER_FILES: ReadonlySet<string> = new Set(['index', '__init__', 'mod', 'main', 'lib', 'readme']);

/** The words of some changed files. */
export function changedWords(files: readonly FileEvidence[], symbols: readonly FileSymbols[]): ChangedWords {
  const names = new Set([
    ...files.map(({ file }) => stemOf(file.path)),
    ...symbols.flatMap((one) => one.removedExports),
    ...symbols.flatMap((one) => one.changedExports.map((changed) => changed.shortName)),
  ]);
  const words = new Set<string>();
  for (const { file } of files) {
    for (const { kind, text } of file.change.hunks.flatMap((hunk) => hunk.lines)) {
      if (kind === 'context' || text.length > LONGEST_LINE) continue;
      for (const [word] of text.matchAll(WORD))
        if (isTelling(word) && words.size < MOST_WORDS) words.add(word);
    }
  }
  return { names: new Set([...names].filter((name) => name.length > 2)), words };
}

/** `src/price-rules.ts` → `price-rules`; a file that stands for its folder has the folder's name. */
function stemOf(path: string): string {
  const parts = path.split('/');
  const stem = (parts.pop() ?? '').replace(/\.[A-Za-z0-9]{1,10}$/, '');
  return FOLDER_FILES.has(stem.toLowerCase()) ? (parts.at(-1) ?? '') : stem;
}

/** More than a plain word of a language: camel case, digits, underscores, hyphens or capitals. */
function isTelling(word: string): boolean {
  return /[a-z][A-Z]|[_$\d-]/.test(word) || /^[A-Z]{4,}$/.test(word);
}
