import type { FileChange } from '../model.ts';
import { matchEntries } from './match-entries.ts';
import { nameSections } from './name-sections.ts';
import type { RawEntry } from './parse-raw.ts';
import { readSections, type SectionSink } from './read-sections.ts';
import type { PatchProblem } from './section.ts';
import { MAX_CHUNK, splitPatch } from './split-patch.ts';

/** The files of a patch, and what is in it that could not become a file. */
export interface PatchResult {
  readonly files: readonly FileChange[];
  /**
   * Parts that are not among `files`, with their path where it is known. What is wrong with a file that is among them
   * stands in its own `problem`.
   */
  readonly problems: readonly PatchProblem[];
}

export interface ParsePatchOptions {
  /** Records of `git diff --raw -z` for the same comparison: names, modes and status are then taken from them. */
  readonly entries?: readonly RawEntry[];
}

/**
 * Parses the output of `git diff` in any of its forms, of `git show` or `git format-patch`, or a plain unified diff.
 * Takes bytes (or text) of any size and content; returns files and problems; never throws. Linear in the input. Lines
 * end at LF alone. Where a name is not certain the section is a problem: a wrong path is never returned.
 */
export function parsePatch(input: Uint8Array | string, options: ParsePatchOptions = {}): PatchResult {
  const sink: SectionSink = { sections: [], problems: [] };
  for (const { text, firstLine } of splitPatch(input)) {
    if (text !== null) readSections(text, sink);
    else {
      const reason = `a part of the patch is larger than ${MAX_CHUNK / 1024 / 1024} MiB and was not read: ${JSON.stringify(firstLine)}`;
      sink.problems.push({ path: null, reason });
    }
  }
  const { sections, problems } = sink;
  const nothingFound = sections.length === 0 && problems.length === 0;
  if (nothingFound && options.entries === undefined && !isBlank(input)) {
    problems.push({ path: null, reason: NOTHING_FOUND });
  }
  const files =
    options.entries === undefined
      ? nameSections(sections, problems)
      : matchEntries(sections, options.entries, problems);
  return { files, problems };
}

const NOTHING_FOUND =
  'the text holds no file header ("diff --git …", or --- and +++ before @@) at the start of a line; was it made with --color, --stat, --word-diff or --line-prefix?';

/** Nothing but white space: the patch of no change. */
function isBlank(input: Uint8Array | string): boolean {
  if (typeof input === 'string') return input.trim() === '';
  return input.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));
}
