import { findHiddenCharacters } from './hidden-characters.ts';
import { codePointName } from './hidden-kind.ts';
import { findHomoglyphs } from './homoglyphs.ts';

/**
 * Says what a reader cannot see in a path, in words for a person, or null when nothing is hidden.
 *
 * @param path as the change names it (hostile text)
 */
export function hiddenInPath(path: string): string | null {
  const hidden = findHiddenCharacters(path);
  if (hidden.length > 0) {
    const names = [...new Set(hidden.map((one) => codePointName(one.codePoint)))].slice(0, 6);
    return `invisible characters (${names.join(', ')})`;
  }
  const [homoglyph] = findHomoglyphs(path, () => new Set<string>(), true);
  if (homoglyph === undefined) return null;
  const letters = homoglyph.letters.map((letter) => codePointName(letter.codePointAt(0) ?? 0)).slice(0, 6);
  return `look-alike letters (${letters.join(', ')}): it reads like "${homoglyph.looksLike}"`;
}
