import type { FileRuns } from '../../../model.ts';
import { readCobertura } from './read-cobertura.ts';
import { readGoCover } from './read-go-cover.ts';
import { readLcov } from './read-lcov.ts';
import { BadProfile, type ProfileFile } from './run-counts.ts';

/** Where a profile shows what it is. */
const HEAD = 4_000;

/**
 * Reads a coverage profile, whichever of the three it is. Never throws.
 * @param text the whole file; its size is bounded by whoever reads it
 */
export function readProfile(text: string): ProfileFile {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const read = readerOf(content.slice(0, HEAD));
  if (read === null)
    return { kind: 'broken', reason: 'it is no lcov tracefile, Cobertura report or Go cover profile' };
  try {
    const files = read(content);
    return files.length === 0 ? { kind: 'broken', reason: 'it names no file' } : { kind: 'read', files };
  } catch (thrown) {
    if (thrown instanceof BadProfile) return { kind: 'broken', reason: thrown.message };
    throw thrown;
  }
}

function readerOf(head: string): ((text: string) => readonly FileRuns[]) | null {
  if (/^\s*mode: (?:set|count|atomic)\s/.test(head)) return readGoCover;
  if (/^\s*</.test(head)) return readCobertura;
  return /^(?:TN|SF):/m.test(head) ? readLcov : null;
}
