import type { EvidenceIndex } from '../../evidence/evidence-index.ts';
import type { ParsedAnswer } from '../../evidence/model-text/parse-answer.ts';
import type { TextShower } from '../../evidence/model-text/show-text.ts';

/** What a model says it did not get to, as far as it may be believed. */
export interface Remaining {
  /** Files it was asked about, sorted, each once. */
  readonly missed: readonly string[];
  /** Items that name no file it was asked about. */
  readonly ignored: number;
}

/**
 * Reads the field `remaining`: only files of the question count, by the name they have, had, or were shown by. It can
 * lower what counts as reviewed, never raise it.
 * @param paths files the reviewer was asked about
 */
export function readRemaining(
  { remaining, remainingUnread }: Pick<ParsedAnswer, 'remaining' | 'remainingUnread'>,
  paths: readonly string[],
  { evidence, shower }: { readonly evidence: EvidenceIndex; readonly shower: TextShower },
): Remaining {
  if (remaining.length === 0) return { missed: [], ignored: remainingUnread };
  const byName = new Map<string, string>();
  for (const path of paths) {
    const oldPath = evidence.file(path)?.file.change.oldPath;
    if (oldPath != null) byName.set(oldPath, path);
  }
  for (const path of paths) byName.set(shower.anyLine(path), path);
  for (const path of paths) byName.set(path, path);
  const missed = new Set<string>();
  let ignored = remainingUnread;
  for (const name of remaining) {
    const path = byName.get(name) ?? byName.get(name.trim());
    if (path === undefined) ignored += 1;
    else missed.add(path);
  }
  return { missed: [...missed].sort(), ignored };
}
