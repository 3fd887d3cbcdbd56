import { suggest } from '../../config/suggest.ts';
import { ReviewError } from '../../errors.ts';
import { shown } from './first-line.ts';
import { oneLine, type Repository } from './repository.ts';

/** Git itself refuses longer reference names on most file systems. */
const MAX_REVISION = 1_000;

/**
 * The commit that a revision names, as a full SHA.
 *
 * @param revision what the person wrote: a branch, tag, SHA, `HEAD~3`, `@{upstream}`
 * @throws ReviewError `unknown-revision` with the nearest branch or tag, `bad-usage`, `no-commits`
 */
export async function resolveRevision(
  repository: Repository,
  revision: string,
  signal: AbortSignal,
): Promise<string> {
  checkForm(revision);
  const sha = await tryRevision(repository, revision, signal);
  if (sha !== null) return sha;
  if ((await tryRevision(repository, 'HEAD', signal)) === null && revision === 'HEAD') {
    throw noCommits(repository);
  }
  const names = await referenceNames(repository, signal);
  const nearest = nearestName(revision, names);
  const hint = nearest === null ? someNames(names) : `Did you mean "${shown(nearest)}"? `;
  throw new ReviewError(
    'unknown-revision',
    `There is no commit "${shown(revision)}" in "${shown(repository.directory)}".`,
    `${hint}${repository.shallow ? 'The clone is shallow: `git fetch --unshallow` brings older commits. ' : ''}\`git branch --all\` lists all branches; a remote branch may need \`git fetch\` first.`,
  );
}

/** The commit that a revision names, or null. For names of our own making. */
export async function tryRevision(
  repository: Repository,
  revision: string,
  signal: AbortSignal,
): Promise<string | null> {
  const answer = await repository.ask(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    signal,
  );
  const sha = oneLine(answer);
  return answer.code === 0 && /^[0-9a-f]{40,64}$/.test(sha) ? sha : null;
}

/**
 * The newest commit that both revisions descend from.
 *
 * @throws ReviewError `no-merge-base`
 */
export async function mergeBaseOf(
  repository: Repository,
  base: { readonly sha: string; readonly label: string },
  head: { readonly sha: string; readonly label: string },
  signal: AbortSignal,
): Promise<string> {
  const answer = await repository.ask(['merge-base', '--end-of-options', base.sha, head.sha], signal);
  const sha = oneLine(answer);
  if (answer.code === 0 && /^[0-9a-f]{40,64}$/.test(sha)) return sha;
  throw new ReviewError(
    'no-merge-base',
    `"${shown(base.label)}" and "${shown(head.label)}" have no common commit${answer.complaint === '' ? '' : ` (git said: ${answer.complaint})`}.`,
    repository.shallow
      ? 'The clone is shallow, so the common commit is probably missing: run `git fetch --unshallow`, or set `fetch-depth: 0` in actions/checkout.'
      : 'Choose a base that the change was made from, with --base.',
  );
}

/** The error for a repository without a single commit. */
export function noCommits(repository: Repository): ReviewError {
  return new ReviewError(
    'no-commits',
    `The repository at "${shown(repository.directory)}" has no commits yet, so there is nothing to compare with.`,
    'Make a first commit, or stage the files with `git add` and review them with --staged.',
  );
}

function checkForm(revision: string): void {
  const bad = formProblem(revision);
  if (bad === null) return;
  throw new ReviewError(
    'bad-usage',
    `"${shown(revision)}" cannot be a revision: ${bad}.`,
    'Give a branch, a tag, a SHA or an expression such as HEAD~3, one each with --base and --head.',
  );
}

function formProblem(revision: string): string | null {
  if (revision.trim() === '') return 'it is empty';
  if (revision.startsWith('-')) return 'it begins with "-"';
  if (revision.length > MAX_REVISION) return `it is longer than ${MAX_REVISION} characters`;
  if (/[\u0000-\u001f\u007f]/.test(revision)) return 'it contains a control character';
  if (revision.includes('..')) return 'it is a range';
  return null;
}

/** Short names of branches, tags and remote branches, at most 5,000. */
async function referenceNames(repository: Repository, signal: AbortSignal): Promise<readonly string[]> {
  const answer = await repository.ask(
    ['for-each-ref', '--count=5000', '--format=%(refname:short)', 'refs/heads', 'refs/tags', 'refs/remotes'],
    signal,
  );
  return answer.output
    .toString('utf8')
    .split('\n')
    .filter((name) => name !== '');
}

/** The branch or tag that was probably meant; `main` is near to `origin/main`. */
function nearestName(revision: string, names: readonly string[]): string | null {
  const forms = new Map(names.map((name) => [name.slice(name.indexOf('/') + 1), name]));
  for (const name of names) forms.set(name, name);
  const near = suggest(revision, [...forms.keys()]);
  return near === null ? null : (forms.get(near) ?? near);
}

function someNames(names: readonly string[]): string {
  if (names.length === 0) return '';
  const first = names.slice(0, 5).map((name) => `"${shown(name)}"`);
  return `There is ${first.join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}. `;
}
