import { makeGitSource } from '../../adapters/git/make-git-source.ts';
import type { Invocation } from './commands.ts';
import type { ExitCode } from './exit-code.ts';
import type { ReviewOptions } from './review-options.ts';
import { sourceOptions } from './source-options.ts';
import { startReading } from './start-reading.ts';

/** A change of a local repository, or a patch file. */
export async function reviewLocally(options: ReviewOptions, invocation: Invocation): Promise<ExitCode> {
  const source = makeGitSource(await sourceOptions(invocation.options), process.env);
  const reading = startReading(source, invocation.assets);
  // The larger part of the program: git and the parser are at work meanwhile.
  const { runReview } = await import('./run-review.ts');
  return runReview(reading, options, invocation);
}
