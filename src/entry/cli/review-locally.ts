import { makeGitSource } from '../../adapters/git/make-git-source.ts';
import type { Invocation } from './commands.ts';
import type { ExitCode } from './exit-code.ts';
import type { ReviewOptions } from './review-options.ts';
import { runReview } from './run-review.ts';
import { sourceOptions } from './source-options.ts';

/** A change of a local repository, or a patch file. */
export async function reviewLocally(options: ReviewOptions, invocation: Invocation): Promise<ExitCode> {
  const source = makeGitSource(await sourceOptions(invocation.options), process.env);
  return runReview(source, options, invocation);
}
