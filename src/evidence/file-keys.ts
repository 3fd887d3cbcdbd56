import type { AnalyzedFile } from '../analyzers/analyzer.ts';
import { listFunctions, listsFunctionsOf } from '../analyzers/symbols/list-functions.ts';
import { lineIndexOf } from '../analyzers/tree/line-index.ts';
import type { Blob, ChangedFile } from '../model.ts';
import { digestOf } from './digest.ts';

/**
 * Hex characters of a file's key: 128 bits, so that no two contents can be made to share one (the author of a change
 * chooses both).
 */
const KEY_LENGTH = 32;
/** Longer texts are generated; their functions are not listed. */
const LONGEST_TEXT = 500_000;

/**
 * The key of a changed file as it was reviewed: equal only for the same path, content at head and patch, whatever
 * commits they stand in. Commits and line numbers of other files play no part, so it outlives a rebase.
 */
export function fileKeyOf({ path, change, head }: ChangedFile): string {
  const hunks = change.hunks.flatMap((hunk) => [
    `@@ ${hunk.oldStart},${hunk.oldCount} ${hunk.newStart},${hunk.newCount}`,
    ...hunk.lines.map((line) => `${line.kind} ${line.text}`),
  ]);
  const facts = [path, change.oldPath ?? '', change.status, change.newMode ?? '', contentOf(head)];
  return digestOf(...facts, ...hunks).slice(0, KEY_LENGTH);
}

/**
 * The key of what a file offers to others: names and signatures of its exported functions.
 * @returns null when its functions cannot be listed: then any change of the file counts as a change of what it offers
 */
export function signatureKeyOf({ file, tree, text, lines }: AnalyzedFile): string | null {
  if (tree === null || text.length > LONGEST_TEXT || !listsFunctionsOf.includes(tree.language)) return null;
  const signatures = listFunctions(tree, text, lineIndexOf(lines))
    .filter((one) => one.exported)
    .map((one) => `${one.name} ${one.signature}`)
    .sort();
  return digestOf(file.path, ...signatures).slice(0, KEY_LENGTH);
}

function contentOf(head: Blob): string {
  switch (head.kind) {
    case 'text':
      return `text ${head.text}`;
    case 'symlink':
      return `symlink ${head.target}`;
    case 'submodule':
      return `submodule ${head.commit}`;
    default:
      return head.kind;
  }
}
