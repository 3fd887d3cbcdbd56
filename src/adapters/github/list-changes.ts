import type { PathReason } from '../../model.ts';
import type { PullRequestState } from '../../ports.ts';
import type { Client } from './make-client.ts';
import type { Repository } from './repository.ts';
import type { ListedFile } from './to-file-change.ts';

/** The files of a change between two commits, as GitHub lists them. */
export interface ListedChange {
  readonly mergeBase: string;
  readonly files: readonly ListedFile[];
  readonly unreadable: readonly PathReason[];
}

/** A comparison lists at most 300 files, a pull request 3,000 (facts: reading the diff). */
const MOST_COMPARED = 300;
const MOST_LISTED = 3_000;
const PAGE = 100;

/**
 * Lists the change of one head. A comparison names both commits and cannot move under us, so its files are taken
 * whenever they are all there. The pull request's own pages show whatever the head is when they are asked for: they
 * serve for more than 300 files, and a head that moved meanwhile is said.
 */
export async function listChanges(
  client: Client,
  repository: Repository,
  pull: PullRequestState,
  head: string,
  refresh: () => Promise<PullRequestState>,
  signal: AbortSignal,
): Promise<ListedChange> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    ...repository,
    basehead: `${pull.baseSha}...${head}`,
    // One commit is enough: the files stand complete on the first page, the commits are not used.
    per_page: 1,
    page: 1,
    request: { signal },
  });
  const mergeBase = data.merge_base_commit.sha;
  const compared: readonly ListedFile[] = data.files ?? [];
  const isPinned = pull.headSha === head;
  // The count may come from an event: at the cap of a comparison it is not believed.
  const isComplete = compared.length < MOST_COMPARED && (!isPinned || compared.length >= pull.changedFiles);
  if (isComplete) return { mergeBase, files: compared, unreadable: [] };
  if (!isPinned) {
    const reason = `the pull request moved on while more than ${MOST_COMPARED} files were to be listed`;
    return { mergeBase, files: compared, unreadable: [{ path: '(further files)', reason }] };
  }
  const files = await listPages(client, repository, pull.number, signal);
  const unreadable: PathReason[] = [];
  const after = await refresh();
  if (after.headSha !== head)
    unreadable.push({ path: '(all files)', reason: 'the head moved while the files were listed' });
  const total = after.headSha === head ? after.changedFiles : pull.changedFiles;
  if (files.length < total) {
    const reason =
      files.length >= MOST_LISTED
        ? `GitHub lists at most 3,000 files of a pull request; this one changes ${total}`
        : `GitHub listed ${files.length} of ${total} files`;
    unreadable.push({ path: `(${total - files.length} further files)`, reason });
  }
  return { mergeBase, files, unreadable };
}

async function listPages(
  client: Client,
  repository: Repository,
  number: number,
  signal: AbortSignal,
): Promise<readonly ListedFile[]> {
  const files = new Map<string, ListedFile>();
  for (let page = 1; page <= MOST_LISTED / PAGE; page += 1) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
      ...repository,
      pull_number: number,
      per_page: PAGE,
      page,
      request: { signal },
    });
    for (const file of data) files.set(file.filename, file);
    if (data.length < PAGE) break;
  }
  return [...files.values()];
}
