import type { SyntaxTree } from '../../model.ts';
import { kindOf } from '../tree/syntax.ts';
import type { Leaf } from './leaves.ts';

/** A name of the copy that stayed as it was in the original although everything like it was changed. */
export interface OddName {
  /** Index of the token, the same in both pieces. */
  readonly index: number;
  /** The name that stands there. */
  readonly name: string;
  /** The name that took its place everywhere else. */
  readonly expected: string;
  /** Index of a token where the replacement was made. */
  readonly replacedAt: number;
}

const NAME = /identifier$|^constant$/;
const TEXT = /string/;
const NUMBER = /number|integer|float|int_literal/;
/** Operators that a copy for the other direction turns round. */
const TURNED = /^([<>]=?|[+-]=?)$/;
/** Fewer tokens say nothing about what was copied. */
const LEAST_TOKENS = 10;
/** So many places must have been changed in the same manner. */
const LEAST_REPLACED = 2;
/** The replacement makes up at least this share of all differences. */
const LEAST_EXPLAINED = 0.6;
/** More differences than this share: not a copy. */
const MOST_DIFFERENT = 0.5;

/** As many tokens in both pieces, of the same kinds in the same order, and enough of them to say something. */
export function haveOneShape(
  tree: SyntaxTree,
  original: readonly number[],
  copy: readonly number[],
): boolean {
  return (
    original.length === copy.length &&
    copy.length >= LEAST_TOKENS &&
    copy.every((node, index) => {
      const old = original[index] ?? 0;
      if (tree.kind[old] === tree.kind[node]) return true;
      return areAlike(kindOf(tree, old), kindOf(tree, node));
    })
  );
}

const areAlike = (old: string, kind: string): boolean =>
  old === kind || (TURNED.test(old) && TURNED.test(kind));

/**
 * Compares two pieces of code of one shape (`haveOneShape`), the second perhaps a copy of the first.
 *
 * When a copy is adapted, one word is put in the place of another throughout: `source` → `target` in `sourceUrl`,
 * `source.id`, "source". A name that kept the old word while its partner with the new word stands elsewhere in the copy
 * was forgotten. (The observation is that of CP-Miner, Li et al., OSDI 2004.)
 */
export function findOddName(original: readonly Leaf[], copy: readonly Leaf[]): OddName | null {
  const replaced = new Map<string, number>();
  const replacedNames = new Map<string, { readonly name: string; readonly index: number }>();
  const words = new Map<string, string>();
  let different = 0;
  for (const [index, { kind, text }] of copy.entries()) {
    const old = original[index];
    if (old === undefined) return null;
    if (old.text === text || TURNED.test(kind) || NUMBER.test(kind)) continue;
    different += 1;
    if (!NAME.test(kind) && !TEXT.test(kind)) {
      return null;
    }
    const change = changedWord(old.text, text);
    if (change === null) {
      if (NAME.test(kind)) replacedNames.set(old.text, { name: '', index });
      continue;
    }
    const known = words.get(change.from);
    // The same word became two different ones: no plain replacement.
    if (known !== undefined && known !== change.to) return null;
    words.set(change.from, change.to);
    replaced.set(change.from, (replaced.get(change.from) ?? 0) + 1);
    if (!NAME.test(kind)) continue;
    const other = replacedNames.get(old.text);
    replacedNames.set(
      old.text,
      other !== undefined && other.name !== text ? { name: '', index } : { name: text, index },
    );
  }
  if (replacedNames.size === 0 || different > copy.length * MOST_DIFFERENT) return null;
  return keptName(original, copy, { replaced, replacedNames, different });
}

interface Replacements {
  /** Word → how often it was replaced. */
  readonly replaced: ReadonlyMap<string, number>;
  /** Name → what took its place; the empty name when more than one did. */
  readonly replacedNames: ReadonlyMap<string, { readonly name: string; readonly index: number }>;
  /** Names and texts that differ. */
  readonly different: number;
}

/** The one name that stayed although it was replaced elsewhere; null when there is none or more than one. */
function keptName(
  original: readonly Leaf[],
  copy: readonly Leaf[],
  { replaced, replacedNames, different }: Replacements,
): OddName | null {
  // What the original also says of the new word is no leftover: `a.x = b.x` beside `b.y = b.x`.
  const inOriginal = new Set(original.map((leaf) => leaf.text));
  let odd: OddName | null = null;
  let oddWord = '';
  for (const [index, { kind, text }] of copy.entries()) {
    if (!NAME.test(kind) || original[index]?.text !== text) continue;
    const to = replacedNames.get(text);
    if (to === undefined) continue;
    const change = to.name === '' ? null : changedWord(text, to.name);
    if (change === null || inOriginal.has(to.name) || odd !== null) return null;
    const count = replaced.get(change.from) ?? 0;
    if (count < LEAST_REPLACED || count < different * LEAST_EXPLAINED) return null;
    odd = { index, name: text, expected: to.name, replacedAt: to.index };
    oddWord = change.from;
  }
  if (odd === null) return null;
  // `scrollTop` beside `rect.top` stayed as well: the word has another part to play here.
  const kept = copy.filter(
    ({ kind, text }, index) =>
      NAME.test(kind) && original[index]?.text === text && wordsOf(text).includes(oddWord),
  );
  return kept.length === 1 ? odd : null;
}

/** The one word in which two names or texts differ, in lower case; null when they differ in more. */
export function changedWord(
  old: string,
  text: string,
): { readonly from: string; readonly to: string } | null {
  const before = wordsOf(old);
  const after = wordsOf(text);
  if (before.length !== after.length) return null;
  let change: { readonly from: string; readonly to: string } | null = null;
  for (const [index, from] of before.entries()) {
    const to = after[index] ?? '';
    if (from === to) continue;
    if (change !== null && (change.from !== from || change.to !== to)) return null;
    change = { from, to };
  }
  return change;
}

/** `sourceUrl`, `source_url`, `SOURCE_URL` → source, url. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
