import { writeRepository } from '../../src/adapters/git/write-repository.ts';
import { fillPlaceholders } from '../../src/entry/demo/demo-files.ts';
import { readDemoFiles } from '../read-demo-files.ts';

/** A change of the demo shop that somebody proposes. */
interface DemoChange {
  readonly head: string;
  readonly title: string;
  readonly author: string;
}

/** What each pull request changes: the paths of the demo's change that begin with one of these. */
const CHANGES: Readonly<
  Record<
    string,
    readonly { readonly title: string; readonly author: string; readonly paths: readonly string[] }[]
  >
> = {
  shop: [
    { title: 'Search by category, vouchers, invoices and sales reports', author: 'lin', paths: [''] },
    { title: 'Vouchers in the checkout', author: 'sam', paths: ['src/orders/', 'tests/'] },
    { title: 'Describe the search in the API', author: 'ada', paths: ['docs/'] },
    { title: 'Search products by category', author: 'lin', paths: ['src/products/', 'src/web/'] },
  ],
  billing: [
    { title: 'Nightly report of sales', author: 'sam', paths: ['jobs/'] },
    {
      title: 'Invoices for administrators',
      author: 'ada',
      paths: ['src/admin/', 'src/config.ts', 'src/server.ts'],
    },
  ],
};

/**
 * Writes a repository with the demo's first commit and one commit for each of its pull requests.
 * @param root folder of this project
 * @param directory an empty folder, or one that is made
 */
export async function makeDemoCommits(
  root: string,
  directory: string,
  repository: string,
): Promise<{ readonly base: string; readonly changes: readonly DemoChange[] }> {
  const files = readDemoFiles(root);
  const before = fillPlaceholders(files.before);
  const after = fillPlaceholders(files.after);
  const wanted = CHANGES[repository] ?? [];
  const commits = wanted.map(({ title, paths }, index) => ({
    message: title,
    date: `2026-01-0${index + 6}T10:00:00Z`,
    files: Object.fromEntries(
      [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((path) => {
        const text = (paths.some((one) => path.startsWith(one)) ? after : before)[path];
        return text === undefined ? [] : [[path, text]];
      }),
    ),
  }));
  const first = { message: 'Open the shop', date: '2026-01-05T09:00:00Z', files: before };
  const [base = '', ...heads] = await writeRepository(
    directory,
    [first, ...commits],
    process.env,
    new AbortController().signal,
  );
  return {
    base,
    changes: wanted.map(({ title, author }, index) => ({ head: heads[index] ?? '', title, author })),
  };
}
