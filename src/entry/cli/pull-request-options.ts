import { ReviewError } from '../../errors.ts';
import { type PullRequestName, readPullRequestName } from '../pull-request/pull-request-name.ts';
import type { Options } from './commands.ts';
import { stringOption } from './option-values.ts';

/** The pull request that `--pr` names, and what is to be done with the report. */
export interface PullRequestOptions {
  readonly name: PullRequestName;
  /** Write to the pull request; without it nothing is. */
  readonly post: boolean;
  /** Name of the commit status; null for the default. */
  readonly statusContext: string | null;
}

/** Options that name another change than `--pr` does. */
const LOCAL = ['base', 'head', 'staged', 'diff', 'repo'] as const;

/**
 * Reads `--pr` and what belongs to it.
 * @returns null without `--pr`
 * @throws ReviewError `bad-usage` that names both options when two contradict each other
 */
export function readPullRequestOptions(options: Options): PullRequestOptions | null {
  const text = stringOption(options, 'pr');
  const statusContext = stringOption(options, 'status-context')?.trim() ?? null;
  const post = options.post === true;
  if (statusContext !== null && !post) throw needs('--status-context', '--post');
  if (text === undefined) {
    if (post) throw needs('--post', '--pr');
    return null;
  }
  const other = LOCAL.find((name) => options[name] !== undefined && options[name] !== false);
  if (other !== undefined) {
    throw new ReviewError(
      'bad-usage',
      `--pr and --${other} name different changes.`,
      `Give one of them: --pr reads the pull request over the API, --${other} a local repository or patch.`,
    );
  }
  if (statusContext === '')
    throw new ReviewError('bad-usage', '--status-context is empty.', 'Give a name, or leave it out.');
  return { name: readPullRequestName('--pr', text), post, statusContext };
}

function needs(option: string, other: string): ReviewError {
  return new ReviewError(
    'bad-usage',
    `${option} means nothing without ${other}.`,
    `Add ${other}, or leave ${option} out. See: review --help`,
  );
}
