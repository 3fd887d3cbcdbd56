/** A command stands at the top of a comment; nobody reads further than this to find one. */
const MOST_CHARACTERS = 20_000;

/**
 * The first line of a comment that its author wrote for us to read: not empty, not quoted and not in a fence. Where
 * Markdown leaves a doubt, the line counts as quoted: a command that is not obeyed is written again, one that was only
 * quoted must start nothing (R11).
 *
 * @param body the comment, hostile
 * @returns null when there is no such line
 */
export function firstOwnLine(body: string): string | null {
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
