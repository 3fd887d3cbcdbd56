import type { Fence } from '../../evidence/model-text/fence.ts';
import type { TextShower } from '../../evidence/model-text/show-text.ts';
import type { Scope } from '../../model.ts';
import { type ChangedWords, WORD } from './changed-words.ts';
import type { UnchangedFile } from './unchanged-files.ts';

/** What one reviewer is shown beside the change. */
export interface UnchangedOrder {
  readonly files: readonly UnchangedFile[];
  /** What the reviewer sees: only `tests` and `docs` matter here. */
  readonly sees: readonly Scope[];
  readonly words: ChangedWords;
  /** Characters of the diff that it goes with. */
  readonly diffCharacters: number;
}

/**
 * Most characters of unchanged files in one question, about 4,000 tokens; never more than the diff has. More context
 * than that lowers what models find (facts/models.md B, "Amount of context").
 */
export const MOST_UNCHANGED = 12_000;
const MOST_FILES = 12;
/** Lines around a line that names something of the change. */
const REACH = 3;
const LONGEST_LINE = 1_000;

/**
 * Tests and documents that the change does not touch, for a reviewer that sees them: the files that name most of the
 * change first, and of each the lines around those names. Empty when there is nothing to show.
 */
export function showUnchanged(order: UnchangedOrder, fence: Fence, shower: TextShower): string {
  const wanted = order.files
    .filter((file) => order.sees.includes(file.kind))
    .map((file) => ({ file, hits: hitsOf(file, order.words) }))
    .sort((a, b) => b.hits.score - a.hits.score || (a.file.path < b.file.path ? -1 : 1));
  let left = Math.min(MOST_UNCHANGED, order.diffCharacters);
  const shown: { readonly path: string; readonly text: string }[] = [];
  const chosen = wanted.slice(0, MOST_FILES);
  for (const [index, { file, hits }] of chosen.entries()) {
    // No file takes all that the next ones need; the last may have what is left.
    const share = index === chosen.length - 1 ? left : Math.ceil(left / 2);
    const text = excerptOf(file, hits.lines, share, shower);
    if (text === null) continue;
    left -= text.length + 2;
    shown.push({ path: file.path, text });
  }
  if (shown.length === 0) return '';
  const texts = shown.sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ text }) => text);
  const others = wanted.length - shown.length;
  const rest = others === 0 ? '' : `\n\n${others} more such files are not shown.`;
  return `# Unchanged files to compare with\n\nThe change does not touch these; nothing may be reported in them. "…" stands for lines left out.\n\n${fence.open}\n${texts.join('\n\n')}\n${fence.close}${rest}`;
}

interface Hits {
  /** Different names and words of the change in the file; a name weighs ten words. */
  readonly score: number;
  /** Indexes of the lines that name something: names alone where there are any. */
  readonly lines: readonly number[];
}

function hitsOf({ lines }: UnchangedFile, { names, words }: ChangedWords): Hits {
  const seen = new Set<string>();
  const named: number[] = [];
  const worded: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.length > LONGEST_LINE) continue;
    const found = [...line.matchAll(WORD)].flatMap(([word]) => partsOf(word));
    const ofNames = found.filter((word) => names.has(word));
    const ofWords = found.filter((word) => words.has(word));
    if (ofNames.length > 0) named.push(index);
    if (ofWords.length > 0) worded.push(index);
    for (const word of [...ofNames, ...ofWords]) seen.add(word);
  }
  const score = [...seen].reduce((sum, word) => sum + (names.has(word) ? 10 : 1), 0);
  return { score, lines: named.length > 0 ? named : worded };
}

/** A flag in a sentence may carry a hyphen too many: `--max-size-` and `max-size`. */
function partsOf(word: string): readonly string[] {
  const bare = word.replace(/-{1,60}$/, '');
  return bare === word ? [word] : [word, bare];
}

/** The whole file when it fits; else the lines around the hits, or its beginning; null when not one line fits. */
function excerptOf(
  { path, kind, lines }: UnchangedFile,
  hits: readonly number[],
  room: number,
  shower: TextShower,
): string | null {
  const wanted = new Set<number>();
  for (const hit of hits)
    for (let line = Math.max(0, hit - REACH); line <= hit + REACH; line += 1) wanted.add(line);
  const size = lines.reduce((sum, line) => sum + line.length + 8, 0);
  const isWhole = hits.length === 0 || size + path.length + 40 <= room;
  const rows = [`## ${shower.anyLine(path)} (${kind === 'tests' ? 'test' : 'document'}, unchanged)`];
  let left = room - (rows[0]?.length ?? 0);
  let last = -1;
  for (let index = 0; index < lines.length; index += 1) {
    if (!isWhole && !wanted.has(index)) continue;
    const row = `${index + 1}   ${shower.anyLine(lines[index] ?? '')}`;
    const gap = index === last + 1 ? [] : ['…'];
    left -= row.length + 1 + gap.length * 2;
    if (left < 0) break;
    rows.push(...gap, row);
    last = index;
  }
  if (last >= 0 && last < lines.length - 1 && left >= 2) rows.push('…');
  return last < 0 ? null : rows.join('\n');
}
