import type { Ecosystem } from './locked-package.ts';
import { KNOWN_NEIGHBOURS, POPULAR_NAMES } from './popular-names.ts';

/** In shorter names one letter is most of the word: too many honest ones are near. */
const SHORTEST = 5;

/**
 * The popular package that a name looks like, or null. Near are: one letter put in, left out, replaced or swapped with
 * its neighbour; other separators; a digit for a letter; a well-known name with `js`, `node` or `py` beside it in another
 * place. Scoped names of npm belong to their owner and are not compared.
 */
export function imitatedName(ecosystem: Ecosystem, name: string): string | null {
  const popular = POPULAR_NAMES.get(ecosystem);
  const given = plain(ecosystem, name);
  if (popular === undefined || name.startsWith('@') || given.length > 60) return null;
  if (popular.has(given) || KNOWN_NEIGHBOURS.has(given)) return null;
  for (const known of popular) {
    if (known.length < SHORTEST || Math.abs(known.length - given.length) > 1) continue;
    if (separators(known) === separators(given) && ecosystem !== 'PyPI') return known;
    if (isOneEditAway(known, given) && !differsInNumber(known, given)) return known;
  }
  return null;
}

/** Python's index takes `-`, `_` and `.` for the same and ignores case (PEP 503). */
function plain(ecosystem: Ecosystem, name: string): string {
  const lower = name.toLowerCase();
  return ecosystem === 'PyPI' ? lower.replace(/[-_.]+/g, '-') : lower;
}

function separators(name: string): string {
  return name.replace(/[-_.]/g, '');
}

/** `boto` and `boto3`, `mysql` and `mysql2`, `color` and `colors`: siblings, not impostors. */
function differsInNumber(one: string, other: string): boolean {
  return (
    one.replace(/[0-9]/g, '') === other.replace(/[0-9]/g, '') || (!one.endsWith('s') && `${one}s` === other)
  );
}

/** One letter put in, left out or replaced, or two neighbours swapped. */
function isOneEditAway(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [left, right] = [one.slice(start), other.slice(start)];
  if (left === '' && right === '') return false;
  if (left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)) return true;
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
}
