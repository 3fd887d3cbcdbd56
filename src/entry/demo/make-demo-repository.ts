import { writeRepository } from '../../adapters/git/write-repository.ts';
import { type DemoFiles, fillPlaceholders } from './demo-files.ts';

/** The two commits of the demo repository. */
export interface DemoRepository {
  readonly base: string;
  readonly head: string;
}

/**
 * Writes the demo: a small web shop with a commit on `main` whose change has defects of every kind. The names of the
 * commits depend on nothing but the files.
 *
 * @param directory an empty folder, or one that is made
 * @param files both sides, as they ship
 * @throws ReviewError `bad-usage` when the folder is not empty, `git-missing`, `git-failed`
 */
export async function makeDemoRepository(
  directory: string,
  files: DemoFiles,
  signal: AbortSignal = new AbortController().signal,
): Promise<DemoRepository> {
  const commits = [
    { message: 'Open the shop', files: fillPlaceholders(files.before), date: '2026-01-05T09:00:00Z' },
    { message: MESSAGE, files: fillPlaceholders(files.after), date: '2026-01-06T17:55:00Z' },
  ];
  const [base = '', head = ''] = await writeRepository(directory, commits, process.env, signal);
  return { base, head };
}

const MESSAGE = `Search by category, vouchers, invoices and sales reports

Everything that marketing asked for before the winter sale.`;
