import type { GitObjects } from './git-objects.ts';
import type { Limits } from './state.ts';

/** One changed file as GitHub lists it. `patch` is null where GitHub leaves it out: binary, too large, mode only. */
export interface DiffFile {
  readonly filename: string;
  readonly previousFilename: string | null;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';
  /** Blob at head; of a removed file the blob at base. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  readonly patch: string | null;
  /** The same patch without regard to limits: what comments are checked against. */
  readonly wholePatch: string | null;
}

export interface Diff {
  readonly files: readonly DiffFile[];
  /** The diff as text, as the diff media type gives it. */
  readonly text: string;
}

const OPTIONS = ['--no-color', '--no-ext-diff', '--no-textconv', '--find-renames', '--no-relative', '-U3'];

const STATUS = new Map<string, DiffFile['status']>([
  ['A', 'added'],
  ['D', 'removed'],
  ['M', 'modified'],
  ['R', 'renamed'],
  ['C', 'copied'],
  ['T', 'changed'],
]);

const diffs = new WeakMap<GitObjects, Map<string, Diff>>();

/**
 * The three-dot diff of two commits: against their merge base, or against `base` itself where histories are unrelated.
 * @param limits decide which patches are left out
 */
export function diffFiles(objects: GitObjects, base: string, head: string, limits: Limits): Diff {
  const from = objects.mergeBase(base, head) ?? base;
  const kept = diffs.get(objects) ?? new Map<string, Diff>();
  diffs.set(objects, kept);
  const key = `${from} ${head} ${limits.patchLines} ${limits.patchBytes}`;
  const diff = kept.get(key) ?? makeDiff(objects, from, head, limits);
  kept.set(key, diff);
  return diff;
}

function makeDiff(objects: GitObjects, from: string, head: string, limits: Limits): Diff {
  const raw = objects.run(['diff', '--raw', '-z', '--abbrev=40', ...OPTIONS, from, head]).toString('utf8');
  const counts = objects.run(['diff', '--numstat', '-z', ...OPTIONS, from, head]).toString('utf8');
  const text = objects.run(['diff', '--patch', '--full-index', ...OPTIONS, from, head]).toString('utf8');
  // both sides of every changed file at once: a whole review asks for them one by one
  objects.blobs(raw.match(/\b[0-9a-f]{40}\b/g)?.filter((sha) => !/^0+$/.test(sha)) ?? []);
  const sections = splitSections(text);
  const numbers = parseCounts(counts);
  let section = 0;
  const files = parseRaw(raw).map((entry, index): DiffFile => {
    const { additions, deletions } = numbers[index] ?? { additions: 0, deletions: 0 };
    // git writes a change of kind (file to link) as two sections, a removal and an addition
    const whole = entry.status === 'changed' ? null : hunksOf(sections[section] ?? '');
    section += entry.status === 'changed' ? 2 : 1;
    return {
      ...entry,
      additions,
      deletions,
      patch: whole === null ? null : withinLimits(whole, limits),
      wholePatch: whole,
    };
  });
  return { files, text };
}

/** Every line of a patch begins with a sign, so `diff --git` at the start of a line is always a header. */
function splitSections(text: string): readonly string[] {
  return text === '' ? [] : text.split(/^(?=diff --git )/m);
}

function hunksOf(section: string): string | null {
  const start = section.startsWith('@@ ') ? 0 : section.indexOf('\n@@ ') + 1;
  return start === 0 && !section.startsWith('@@ ') ? null : section.slice(start).replace(/\n$/, '');
}

function withinLimits(patch: string, limits: Limits): string | null {
  const tooLong =
    patch.split('\n').length > limits.patchLines || Buffer.byteLength(patch) > limits.patchBytes;
  return tooLong ? null : patch;
}

function parseRaw(
  raw: string,
): readonly Pick<DiffFile, 'filename' | 'previousFilename' | 'status' | 'sha'>[] {
  const fields = raw.split('\0');
  const entries = [];
  for (let at = 0; at < fields.length; ) {
    const header = fields[at] ?? '';
    if (!header.startsWith(':')) break;
    const [, , before = '', after = '', letter = ''] = header.split(' ');
    const status = STATUS.get(letter.charAt(0)) ?? 'changed';
    const moved = status === 'renamed' || status === 'copied';
    const first = fields[at + 1] ?? '';
    entries.push({
      filename: moved ? (fields[at + 2] ?? '') : first,
      previousFilename: moved ? first : null,
      status,
      sha: status === 'removed' ? before : after,
    });
    at += moved ? 3 : 2;
  }
  return entries;
}

function parseCounts(counts: string): readonly { readonly additions: number; readonly deletions: number }[] {
  const fields = counts.split('\0');
  const numbers = [];
  for (let at = 0; at < fields.length; ) {
    const [added = '', deleted = '', path] = (fields[at] ?? '').split('\t');
    if (path === undefined) break;
    numbers.push({ additions: Number(added) || 0, deletions: Number(deleted) || 0 });
    at += path === '' ? 3 : 1; // a rename has both names in fields of their own
  }
  return numbers;
}
