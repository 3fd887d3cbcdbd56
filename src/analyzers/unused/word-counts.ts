const WORD = /[A-Za-z_$][\w$]*/g;

/**
 * How often each of some words stands in a text, in comments and strings as well: what is only named there may still be
 * used.
 */
export function countWords(text: string, wanted: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(WORD)) {
    if (wanted.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
