import type { FileRuns } from '../../../model.ts';
import { BadProfile, linesOf, makeRunCounts } from './run-counts.ts';

/**
 * Reads an lcov tracefile (geninfo(1), FILES): `SF` starts a file, `DA` counts a line, `BRDA` a branch.
 * @throws BadProfile when a record cannot be right
 */
export function readLcov(text: string): readonly FileRuns[] {
  const counts = makeRunCounts();
  let location = '';
  for (const line of linesOf(text)) {
    const colon = line.indexOf(':');
    const name = colon === -1 ? line.trim() : line.slice(0, colon);
    const values = line.slice(colon + 1);
    if (name === 'SF') location = values.trim();
    else if (name === 'end_of_record') location = '';
    else if (name === 'DA' || name === 'BRDA') {
      if (location === '') throw new BadProfile(`it has ${name} before a file is named`);
      const fields = values.split(',', 5);
      const at = Number(fields[0]);
      if (name === 'DA') counts.line(location, at, Number(fields[1] ?? '0'));
      else counts.branch(location, at, `${fields[1]},${fields[2]}`, isTaken(fields[3] ?? '-'));
    }
  }
  return counts.files();
}

/** `-` says that the branch was never reached. */
function isTaken(field: string): boolean {
  return field !== '-' && Number(field) > 0;
}
