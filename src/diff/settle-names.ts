import type { Section } from './section.ts';
import { readName, unquotePath } from './unquote-path.ts';

/** What git writes before the old and the new name. */
export type Prefixes = readonly [before: string, after: string];

/** Both names without prefix; null on the side where the file does not exist. */
export interface Names {
  readonly oldName: string | null;
  readonly newName: string | null;
}

/**
 * The default prefixes and those of diff.mnemonicPrefix (index, work tree, commit, object, the two sides of
 * `--no-index`), which `-R` swaps; and none at all. Any other pair cannot be told from folders.
 */
const KNOWN: readonly Prefixes[] = ['ab', 'iw', 'ci', 'cw', 'ow', '12'].flatMap(
  ([first, second]): Prefixes[] => [
    [`${first}/`, `${second}/`],
    [`${second}/`, `${first}/`],
  ],
);

/** The two names of a header with their prefixes; null where it cannot be known. */
interface Sides {
  readonly left: string | null;
  readonly right: string | null;
}

const DEV_NULL = '/dev/null';

/**
 * The prefixes of a patch as far as its renames and copies prove them: those name both paths a second time, without
 * prefix. Null when there are none or when they disagree.
 */
export function provenPrefixes(sections: readonly Section[]): Prefixes | null {
  let proven: Prefixes | null = null;
  for (const { before, after, from, to } of sections) {
    if (before === null || after === null || from === null || to === null) continue;
    if (!before.endsWith(from) || !after.endsWith(to)) continue;
    const pair: Prefixes = [
      before.slice(0, -from.length || undefined),
      after.slice(0, -to.length || undefined),
    ];
    if (proven !== null && (proven[0] !== pair[0] || proven[1] !== pair[1])) return null;
    proven = pair;
  }
  return proven;
}

/**
 * Names of a section with a `diff --git` line, from every line of its header that names them; all must agree.
 * Takes the section and what the whole patch proves about prefixes.
 * Returns the names, or in words why they are not certain.
 */
export function settleGitNames(section: Section, proven: Prefixes | null): Names | string {
  const heading = section.heading ?? '';
  const sides = readSides(section, heading);
  if (typeof sides === 'string') return sides;
  if (section.event === 'renamed' || section.event === 'copied') return settleMove(section, sides, heading);
  if (section.from !== null || section.to !== null)
    return 'the header names a source without saying rename or copy';
  const name = commonName(sides, heading, proven);
  if (name === null || name === '') {
    return `the names in ${quote(heading)} cannot be told from their prefixes (only a/ b/, git's mnemonic prefixes and no prefix are understood)`;
  }
  return {
    oldName: section.event === 'added' ? null : name,
    newName: section.event === 'removed' ? null : name,
  };
}

/** Left and right name as the header gives them, prefixes included. */
function readSides(section: Section, heading: string): Sides | string {
  let left = section.before;
  let right = section.after;
  if ((left === null) !== (right === null))
    return `only one of the lines --- and +++ stands below ${quote(heading)}`;
  if (left === DEV_NULL || right === DEV_NULL) {
    if (left === DEV_NULL && section.event !== 'added')
      return `${quote(heading)} has no old side and is not said to be new`;
    if (right === DEV_NULL && section.event !== 'removed') {
      return `${quote(heading)} has no new side and is not said to be deleted`;
    }
    if (left === DEV_NULL) left = null;
    if (right === DEV_NULL) right = null;
  }
  const tokens = readTokens(heading);
  if (tokens === 'broken') return `the names in ${quote(heading)} are quoted wrongly`;
  if (tokens !== null) {
    if ((left !== null && left !== tokens.left) || (right !== null && right !== tokens.right)) {
      return `the lines below ${quote(heading)} name other files`;
    }
    return tokens;
  }
  if (left !== null && right !== null) {
    return heading === `${left} ${right}`
      ? { left, right }
      : `the lines below ${quote(heading)} name other files`;
  }
  if (right !== null) {
    if (!heading.endsWith(` ${right}`)) return `the lines below ${quote(heading)} name other files`;
    return { left: heading.slice(0, heading.length - right.length - 1), right };
  }
  if (left !== null) {
    if (!heading.startsWith(`${left} `)) return `the lines below ${quote(heading)} name other files`;
    return { left, right: heading.slice(left.length + 1) };
  }
  return { left: null, right: null };
}

/**
 * The two names of a `diff --git` line where at least one is quoted: then they can be told apart, because git quotes
 * every name that holds a quote. Null when neither is.
 */
function readTokens(heading: string): { left: string; right: string } | 'broken' | null {
  const quoteAt = heading.indexOf('"');
  if (quoteAt === -1) return null;
  if (quoteAt > 0) {
    const right = readName(heading.slice(quoteAt));
    if (right === null || heading[quoteAt - 1] !== ' ') return 'broken';
    return { left: heading.slice(0, quoteAt - 1), right };
  }
  const left = unquotePath(heading, 0);
  if (left === null || heading[left.end] !== ' ') return 'broken';
  const right = readName(heading.slice(left.end + 1));
  return right === null ? 'broken' : { left: left.value, right };
}

/** Names of a rename or a copy: said outright, and checked against the other lines. */
function settleMove(section: Section, sides: Sides, heading: string): Names | string {
  const { from, to } = section;
  if (from === null || to === null || from === '' || to === '') {
    return `${quote(heading)} is ${section.event} and does not say from where to where`;
  }
  const fits =
    sides.left !== null && sides.right !== null
      ? sides.left.endsWith(from) && sides.right.endsWith(to)
      : heading.endsWith(to) && heading.slice(0, heading.length - to.length).includes(`${from} `);
  return fits ? { oldName: from, newName: to } : `the lines below ${quote(heading)} name other files`;
}

/** The one name that both sides hold behind their prefixes; null when there is no or no certain answer. */
function commonName(sides: Sides, heading: string, proven: Prefixes | null): string | null {
  for (const prefixes of proven === null ? KNOWN : [proven, ...KNOWN]) {
    const { left, right } = sides.left === null ? split(heading, prefixes) : sides;
    const name = stripBoth(left, right, prefixes);
    if (name !== null) return name;
  }
  const { left, right } = sides.left === null ? split(heading, ['', '']) : sides;
  return left !== null && left === right ? left : null;
}

/** With given prefixes and equal names, only one split of the line is possible: the lengths decide it. */
function split(heading: string, [before, after]: Prefixes): Sides {
  const nameLength = (heading.length - 1 - before.length - after.length) / 2;
  const middle = before.length + nameLength;
  if (!Number.isInteger(nameLength) || nameLength < 1 || heading[middle] !== ' ')
    return { left: null, right: null };
  return { left: heading.slice(0, middle), right: heading.slice(middle + 1) };
}

function stripBoth(left: string | null, right: string | null, [before, after]: Prefixes): string | null {
  if (left === null || right === null || !left.startsWith(before) || !right.startsWith(after)) return null;
  const name = left.slice(before.length);
  return name === right.slice(after.length) ? name : null;
}

/**
 * Names of a section without `diff --git` line. Where both sides exist they must be equal, or equal behind known
 * prefixes; where one is /dev/null, `style` says what the other sections of the patch do.
 */
export function settlePlainNames(section: Section, style: 'prefixed' | 'bare' | null): Names | string {
  const { before, after } = section;
  if (before === null || after === null) return 'the names on its --- and +++ lines are quoted wrongly';
  if (before !== DEV_NULL && after !== DEV_NULL) {
    const name = KNOWN.map((prefixes) => stripBoth(before, after, prefixes)).find((found) => found !== null);
    if (name !== undefined && name !== '') return { oldName: name, newName: name };
    if (before === after && before !== '') return { oldName: before, newName: before };
    return `a diff without "diff --git" line names ${quote(before)} and ${quote(after)}: which path is meant is not certain`;
  }
  const isNew = before === DEV_NULL;
  const given = isNew ? after : before;
  const emptySide = section.hunks.every((hunk) => (isNew ? hunk.oldCount : hunk.newCount) === 0);
  if (given === DEV_NULL || given === '' || !emptySide)
    return `a diff against /dev/null that is not of a whole file: ${quote(given)}`;
  if (style === null)
    return `whether ${quote(given)} starts with a prefix is not certain without a "diff --git" line`;
  if (style === 'prefixed' && given[1] !== '/')
    return `${quote(given)} has no prefix and other files of the patch have one`;
  const name = style === 'bare' ? given : given.slice(2);
  return { oldName: isNew ? null : name, newName: isNew ? name : null };
}

/** What the sections of a plain patch that have both sides say about prefixes; null when they say nothing or disagree. */
export function plainStyle(sections: readonly Section[]): 'prefixed' | 'bare' | null {
  let style: 'prefixed' | 'bare' | null = null;
  for (const { heading, before, after } of sections) {
    if (heading !== null || before === null || after === null || before === DEV_NULL || after === DEV_NULL)
      continue;
    const found = before === after ? 'bare' : 'prefixed';
    if (style !== null && style !== found) return null;
    style = found;
  }
  return style;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
