import type { Invocation } from './commands.ts';
import type { ExitCode } from './exit-code.ts';
import { readPullRequestOptions } from './pull-request-options.ts';
import { readConfigOption, readReviewOptions } from './review-options.ts';

/** `review`: a change of a local repository, a patch file, or a pull request. */
export async function reviewCommand(invocation: Invocation): Promise<ExitCode> {
  const target = readPullRequestOptions(invocation.options);
  const given = await readReviewOptions(invocation.options, process.env);
  const options = { ...given, configText: await readConfigOption(invocation.options) };
  // Each way has libraries of its own: GitHub's for the one, git for the other.
  if (target !== null) {
    const { reviewPullRequestCommand } = await import('./review-pull-request-command.ts');
    return reviewPullRequestCommand(target, options, invocation);
  }
  const { reviewLocally } = await import('./review-locally.ts');
  return reviewLocally(options, invocation);
}
