import type { ChangeSubject } from '../../model.ts';
import type { Comparison } from './compare.ts';
import { readObjects } from './read-objects.ts';
import { oneLine, type Repository } from './repository.ts';
import type { Sandbox } from './sandbox.ts';

const MAX_COMMITS = 50;
const MAX_MESSAGE_BYTES = 64 * 1024;
const MAX_DESCRIPTION = 65_536;

/**
 * What a series of commits says about itself: the newest subject line, and the messages of all from old to new. Null for
 * a change that is no series of commits.
 */
export async function readSubject(
  repository: Repository,
  sandbox: Sandbox,
  commits: Comparison['commits'],
  signal: AbortSignal,
): Promise<ChangeSubject | null> {
  const names = await listCommits(repository, commits, signal);
  const newest = names[0];
  if (newest === undefined) return null;
  const objects = await readObjects(sandbox, names, signal, MAX_MESSAGE_BYTES);
  const messageAt = (name: string) => messageOfCommit(objects.get(name));
  const [title = '', ...rest] = messageAt(newest).split('\n');
  const description =
    names.length === 1 ? rest.join('\n').trim() : [...names].reverse().map(messageAt).join('\n\n');
  return { title, description: description.slice(0, MAX_DESCRIPTION) };
}

/** Full SHAs of the commits of a change, newest first, at most 50. */
async function listCommits(
  repository: Repository,
  commits: Comparison['commits'],
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (commits === null) return [];
  const until = commits.after === null ? [] : [`^${commits.after}`];
  const answer = await repository.ask(
    ['rev-list', `--max-count=${MAX_COMMITS}`, '--end-of-options', commits.upTo, ...until],
    signal,
  );
  return oneLine(answer)
    .split('\n')
    .filter((sha) => sha !== '');
}

/** The message stands behind the first empty line of a commit object. */
function messageOfCommit(object: Buffer | 'too-large' | null | undefined): string {
  if (!Buffer.isBuffer(object)) return '';
  const start = object.indexOf('\n\n');
  return start < 0 ? '' : object.toString('utf8', start + 2).trim();
}
