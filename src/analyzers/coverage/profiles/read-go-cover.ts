import type { FileRuns } from '../../../model.ts';
import { BadProfile, linesOf, makeRunCounts } from './run-counts.ts';

/** `example.com/shop/cart.go:12.34,15.2 3 1`: from line.column to line.column, statements, how often. */
const BLOCK = /^(.{1,1000}):(\d{1,7})\.\d{1,7},(\d{1,7})\.\d{1,7} \d{1,9} (\d{1,15})$/;

/**
 * Reads the profile that `go test -coverprofile` writes (golang.org/x/tools/cover). A line counts as run when any block
 * on it was.
 * @throws BadProfile when a line is no block
 */
export function readGoCover(text: string): readonly FileRuns[] {
  const counts = makeRunCounts();
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    if (line === '' || line.startsWith('mode:')) continue;
    const block = BLOCK.exec(line.length > 1_100 ? '' : line);
    if (block === null) throw new BadProfile(`its line ${number} is no block of a Go profile`);
    const [, location = '', first, last, hits] = block;
    for (let at = Number(first); at <= Number(last); at += 1) counts.line(location, at, Number(hits));
  }
  return counts.files();
}
