import type { Hunk } from '../../model.ts';

/** Longer lines are generated code. */
const LONGEST_LINE = 1_000;
const MOST_NAMES = 20;
/** What JavaScript and TypeScript export by name, and what Python defines at the left margin. */
const EXPORTS: readonly RegExp[] = [
  /^export[ \t]{1,9}(?:default[ \t]{1,9})?(?:async[ \t]{1,9})?(?:function|class)[ \t]{0,9}\*?[ \t]{0,9}([\w$]{2,120})/,
  /^export[ \t]{1,9}(?:const|let|var)[ \t]{1,9}([\w$]{2,120})/,
  /^(?:async[ \t]{1,9})?(?:def|class)[ \t]{1,9}([A-Za-z]\w{1,119})/,
];

/**
 * Names whose exporting line the change deletes and that no line of the file exports any more: whoever still calls them
 * fails. Read from the lines alone, as the tree at base is not at hand.
 * @param lines the file at head
 */
export function removedExports(hunks: readonly Hunk[], lines: readonly string[]): readonly string[] {
  const deleted = hunks.flatMap((hunk) => hunk.lines.filter((line) => line.kind === 'delete'));
  const names = new Set(deleted.flatMap((line) => exportedBy(line.text)));
  if (names.size === 0) return [];
  for (const line of lines) for (const name of exportedBy(line)) names.delete(name);
  if (names.size === 0) return [];
  // `export { a, b }` and `module.exports = { a }`: a name that stands in one is taken as still exported.
  for (const line of lines) {
    if (line.length > LONGEST_LINE || !/^[ \t]*(?:export[ \t]*\{|module\.exports)/.test(line)) continue;
    for (const [word] of line.matchAll(/[\w$]+/g)) names.delete(word);
  }
  return [...names].slice(0, MOST_NAMES);
}

function exportedBy(line: string): readonly string[] {
  if (line.length > LONGEST_LINE) return [];
  for (const pattern of EXPORTS) {
    const name = pattern.exec(line)?.[1];
    if (name !== undefined) return [name];
  }
  return [];
}
