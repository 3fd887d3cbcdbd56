import { ForgeError } from '../../errors.ts';
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
 * serve for more than 300 files, and a head that moved meanwhile is said. What GitHub refuses to list is named with the
 * number of files, so that the review ends as incomplete and not as a crash; contents of the base then come from the tip
 * of the base branch.
 */
export async function listChanges(
  client: Client,
  repository: Repository,
  pull: PullRequestState,
  head: string,
  refresh: () => Promise<PullRequestState>,
  signal: AbortSignal,
): Promise<ListedChange> {
  const comparison = await unlessRefused(signal, () => compare(client, repository, pull, head, signal));
  if (comparison instanceof ForgeError) {
    const count = pull.changedFiles;
    const path = count > 1 ? `(all ${count} files)` : '(all files)';
    const entry = { path, reason: refusal(comparison), ...(count > 1 ? { files: count } : {}) };
    return { mergeBase: pull.baseSha, files: [], unreadable: [entry] };
  }
  const { mergeBase, files: compared } = comparison;
  const isPinned = pull.headSha === head;
  // The count may come from an event: at the cap of a comparison it is not believed.
  const isComplete = compared.length < MOST_COMPARED && (!isPinned || compared.length >= pull.changedFiles);
  if (isComplete) return { mergeBase, files: compared, unreadable: [] };
  if (!isPinned) {
    const reason = `the pull request moved on while more than ${MOST_COMPARED} files were to be listed`;
    return { mergeBase, files: compared, unreadable: [{ path: '(further files)', reason }] };
  }
  const pages = await listPages(client, repository, pull.number, signal);
  // Where no page came, what the comparison lists is part of the change all the same.
  const files = pages.files.length === 0 ? compared : pages.files;
  const unreadable: PathReason[] = [];
  const after = await unlessRefused(signal, refresh);
  const now = after instanceof ForgeError ? null : after;
  if (now?.headSha !== head) {
    const moved = 'the head moved while the files were listed';
    const unseen = 'whether the head moved while the files were listed could not be read';
    unreadable.push({ path: '(all files)', reason: now === null ? unseen : moved });
  }
  const total = now?.headSha === head ? now.changedFiles : pull.changedFiles;
  if (files.length < total) {
    const left = total - files.length;
    const reason = `${whyPartial(files.length, total)}${pages.refused === null ? '' : `: ${refusal(pages.refused)}`}`;
    unreadable.push({ path: `(${left} further files)`, reason, files: left });
  } else if (pages.refused !== null) {
    unreadable.push({ path: '(further files)', reason: refusal(pages.refused) });
  }
  return { mergeBase, files, unreadable };
}

async function compare(
  client: Client,
  repository: Repository,
  { baseSha }: Pick<PullRequestState, 'baseSha'>,
  head: string,
  signal: AbortSignal,
): Promise<{ readonly mergeBase: string; readonly files: readonly ListedFile[] }> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    ...repository,
    basehead: `${baseSha}...${head}`,
    // One commit is enough: the files stand complete on the first page, the commits are not used.
    per_page: 1,
    page: 1,
    request: { signal },
  });
  return { mergeBase: data.merge_base_commit.sha, files: data.files ?? [] };
}

/**
 * Lines that came or went from one commit to a later one, over all files.
 * @returns null when the one is no ancestor of the other, or GitHub does not list all files
 */
export async function countLinesBetween(
  client: Client,
  repository: Repository,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<number | null> {
  const { mergeBase, files } = await compare(client, repository, { baseSha: from }, to, signal);
  if (mergeBase !== from || files.length >= MOST_COMPARED) return null;
  return files.reduce((sum, { additions, deletions }) => sum + additions + deletions, 0);
}

/** The pages up to the first that is refused. */
async function listPages(
  client: Client,
  repository: Repository,
  number: number,
  signal: AbortSignal,
): Promise<{ readonly files: readonly ListedFile[]; readonly refused: ForgeError | null }> {
  const files = new Map<string, ListedFile>();
  for (let page = 1; page <= MOST_LISTED / PAGE; page += 1) {
    const answer = await unlessRefused(signal, () =>
      client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
        ...repository,
        pull_number: number,
        per_page: PAGE,
        page,
        request: { signal },
      }),
    );
    if (answer instanceof ForgeError) return { files: [...files.values()], refused: answer };
    for (const file of answer.data) files.set(file.filename, file);
    if (answer.data.length < PAGE) break;
  }
  return { files: [...files.values()], refused: null };
}

/** What GitHub answered, or its refusal as a value. @throws what is no refusal, and whatever aborted the signal */
async function unlessRefused<Value>(
  signal: AbortSignal,
  ask: () => Promise<Value>,
): Promise<Value | ForgeError> {
  try {
    return await ask();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ForgeError) return error;
    throw error;
  }
}

function whyPartial(listed: number, total: number): string {
  return listed >= MOST_LISTED
    ? `GitHub lists at most 3,000 files of a pull request; this one changes ${total}`
    : `GitHub listed ${listed} of ${total} files`;
}

/** GitHub answers 406 and 422 for a change that is too large or takes too long to show (facts: reading the diff). */
function refusal({ status, message, remedy }: ForgeError): string {
  return status === 406 || status === 422
    ? `GitHub would not list the change (status ${status}), as for one that is too large: split the pull request, or run the review again`
    : `${message} ${remedy}`;
}
