import { makeGitSource } from '../../adapters/git/make-git-source.ts';
import type { Invocation } from './commands.ts';
import type { ExitCode } from './exit-code.ts';
import { readConfigOption, readReviewOptions } from './review-options.ts';
import { runReview } from './run-review.ts';
import { sourceOptions } from './source-options.ts';

/** `review`: a change of a local repository, or a patch file. */
export async function reviewCommand(invocation: Invocation): Promise<ExitCode> {
  const options = readReviewOptions(invocation.options);
  const configText = await readConfigOption(invocation.options);
  const source = makeGitSource(await sourceOptions(invocation.options), process.env);
  return runReview(source, { ...options, configText }, invocation);
}
