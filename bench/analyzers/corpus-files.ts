import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Rules are tuned on one half and judged by the other. */
export type Half = 'tune' | 'held-out';
export const HALVES: readonly Half[] = ['tune', 'held-out'];

/** The half that a file belongs to: by the hash of its path, so that nobody chooses. */
export function halfOf(path: string): Half {
  const digest = createHash('sha256').update(path).digest();
  return (digest.at(-1) ?? 0) % 2 === 0 ? 'tune' : 'held-out';
}

/** All files below a folder as text: path from the folder → text. Empty when there is no such folder. */
export function readTexts(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  if (!existsSync(folder)) return texts;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) texts.set(relative(folder, path), readFileSync(path, 'utf8'));
  return texts;
}

/** A JSON file of a corpus. */
export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** A share in percent with one digit, or a dash where there is nothing to share. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}

/** Prints rows in columns, the first row as their head. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join('  '));
  }
}
