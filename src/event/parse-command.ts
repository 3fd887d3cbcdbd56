/** What a comment asks for. */
export type Command =
  | {
      readonly kind: 'review';
      /** `changed`: what changed or did not finish; when nothing did, everything. */
      readonly extent: 'changed' | 'full';
      /** Only these reviewers; null means all. */
      readonly reviewers: readonly string[] | null;
    }
  /** Starts with `/review` and goes on with a word that is not known. */
  | { readonly kind: 'unknown'; readonly word: string };

/** A command stands at the top of a comment; nobody reads further than this to find one. */
const MOST_CHARACTERS = 20_000;
const MOST_LINE = 500;

/**
 * Reads the command of a comment: the first line that is not empty, quoted or in a fence, in lower case, `/review`
 * alone or followed by words of a closed list. Everything else is no command, so that a comment which talks about
 * commands starts nothing (R11, R13).
 *
 * @param body the comment, hostile
 * @param reviewers names that may follow
 * @returns null when the comment holds no command
 */
export function parseCommand(body: string, reviewers: readonly string[]): Command | null {
  const line = firstOwnLine(body);
  if (line === null || line.length > MOST_LINE) return null;
  const [name, ...words] = line.trimEnd().split(/[ \t]+/);
  if (name !== '/review') return null;
  if (words.length === 0) return { kind: 'review', extent: 'changed', reviewers: null };
  if (words.length === 1 && words[0] === 'full') return { kind: 'review', extent: 'full', reviewers: null };
  const unknown = words.find((word) => !reviewers.includes(word));
  if (unknown !== undefined) return { kind: 'unknown', word: unknown };
  return { kind: 'review', extent: 'changed', reviewers: [...new Set(words)] };
}

function firstOwnLine(body: string): string | null {
  let fence: string | null = null;
  let isQuoted = false;
  for (const line of body.slice(0, MOST_CHARACTERS).split(/\r\n|\r|\n/)) {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence !== null) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      continue;
    }
    if (line.trim() === '') {
      isQuoted = false;
      continue;
    }
    // A quoted paragraph goes on until an empty line, also without its mark.
    if (/^ {0,3}>/.test(line)) isQuoted = true;
    if (!isQuoted) return line;
  }
  return null;
}
