import { endOfLine } from './hunk-reader.ts';
import type { Section } from './section.ts';
import { readName } from './unquote-path.ts';

/** The header of one file in git's format, up to its hunks. */
export interface GitHeader extends Omit<Section, 'hunks' | 'added' | 'deleted'> {
  /** Offset of the first line that is not of the header. */
  readonly end: number;
  /** The `index` line names two different objects, neither side is empty: there must be hunks. */
  readonly contentChanged: boolean;
}

type Draft = { -readonly [Key in keyof GitHeader]: GitHeader[Key] };

/** Names of the empty blob in SHA-1 and SHA-256 repositories; `index` lines may hold any prefix of them. */
const EMPTY_BLOBS = [
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
];

const GIT_LINE = 'diff --git ';

/**
 * Reads a header in git's format. The line at `start` must begin with `diff --git `; the lines that may follow are
 * those of git's documentation ("Generating patch text with -p"). Stops at the first line that is none of them.
 */
export function readGitHeader(text: string, start: number): GitHeader {
  const headingEnd = endOfLine(text, start);
  // A patch file whose line ends were converted has CR in its headers, where git never writes one.
  const converted = text.charCodeAt(headingEnd - 1) === 13;
  const draft: Draft = {
    heading: text.slice(start + GIT_LINE.length, converted ? headingEnd - 1 : headingEnd),
    before: null,
    after: null,
    event: null,
    from: null,
    to: null,
    oldMode: null,
    newMode: null,
    similarity: null,
    binary: false,
    problem: converted
      ? 'the line ends of the patch were converted to CRLF: lines may seem to end in a carriage return'
      : null,
    end: headingEnd + 1,
    contentChanged: false,
  };
  while (draft.end < text.length) {
    const end = endOfLine(text, draft.end);
    const line = text.slice(draft.end, converted && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    if (!readLine(draft, line)) break;
    draft.end = end + 1;
    if (draft.binary) break;
  }
  return draft;
}

/** Reads one header line into the draft. Returns false when it is not a header line. */
function readLine(draft: Draft, line: string): boolean {
  for (const [prefix, read] of READERS) {
    if (line.startsWith(prefix)) return read(draft, line.slice(prefix.length), line);
  }
  return false;
}

type Reader = (draft: Draft, value: string, line: string) => boolean;

const READERS: readonly (readonly [string, Reader])[] = [
  ['index ', readIndex],
  ['--- ', (draft, value) => readSide(draft, 'before', value)],
  ['+++ ', (draft, value) => readSide(draft, 'after', value)],
  ['old mode ', (draft, value) => readMode(draft, value, 'oldMode')],
  ['new mode ', (draft, value) => readMode(draft, value, 'newMode')],
  ['new file mode ', (draft, value) => readEvent(draft, 'added') && readMode(draft, value, 'newMode')],
  ['deleted file mode ', (draft, value) => readEvent(draft, 'removed') && readMode(draft, value, 'oldMode')],
  ['rename from ', (draft, value) => readEvent(draft, 'renamed') && readPath(draft, value, 'from')],
  ['rename to ', (draft, value) => readEvent(draft, 'renamed') && readPath(draft, value, 'to')],
  ['copy from ', (draft, value) => readEvent(draft, 'copied') && readPath(draft, value, 'from')],
  ['copy to ', (draft, value) => readEvent(draft, 'copied') && readPath(draft, value, 'to')],
  ['similarity index ', readSimilarity],
  ['dissimilarity index ', () => true],
  ['Binary files ', readBinary],
  ['GIT binary patch', readBinary],
];

function readMode(draft: Draft, value: string, side: 'oldMode' | 'newMode'): boolean {
  if (!/^[0-7]{6}$/.test(value))
    draft.problem ??= `a file mode that is none: ${JSON.stringify(value.slice(0, 40))}`;
  else draft[side] = value;
  return true;
}

function readEvent(draft: Draft, event: NonNullable<Section['event']>): boolean {
  if (draft.event !== null && draft.event !== event) {
    draft.problem ??= `the header says both ${draft.event} and ${event}`;
  }
  draft.event ??= event;
  return true;
}

function readPath(draft: Draft, value: string, key: 'from' | 'to'): boolean {
  const name = readName(value);
  if (name === null) draft.problem ??= `a quoted name that is broken: ${value.slice(0, 80)}`;
  else draft[key] = name;
  return true;
}

function readSide(draft: Draft, key: 'before' | 'after', value: string): boolean {
  if (draft[key] !== null || (key === 'after' && draft.before === null)) return false;
  // Git ends names that hold a space with a tab, so that they cannot be taken for a name and a date.
  const name = readName(value.endsWith('\t') ? value.slice(0, -1) : value);
  if (name === null) draft.problem ??= `a quoted name that is broken: ${value.slice(0, 80)}`;
  else draft[key] = name;
  return true;
}

function readSimilarity(draft: Draft, value: string): boolean {
  const match = /^([0-9]{1,3})%$/.exec(value);
  if (match !== null) draft.similarity = Math.min(100, Number(match[1]));
  return true;
}

function readBinary(draft: Draft, _value: string, line: string): boolean {
  if (line.startsWith('Binary files ') && !line.endsWith(' differ')) return false;
  draft.binary = true;
  return true;
}

function readIndex(draft: Draft, value: string): boolean {
  const match = /^([0-9a-f]{4,64})\.\.([0-9a-f]{4,64})(?: ([0-7]{6}))?$/.exec(value);
  if (match === null) return false;
  const [, before = '', after = '', mode] = match;
  if (mode !== undefined) {
    draft.oldMode ??= mode;
    draft.newMode ??= mode;
  }
  draft.contentChanged = before !== after && !(isEmpty(before) && isEmpty(after));
  return true;
}

/** The object name is that of nothing (zeros) or of the empty blob. */
function isEmpty(sha: string): boolean {
  return /^0+$/.test(sha) || EMPTY_BLOBS.some((empty) => empty.startsWith(sha));
}
