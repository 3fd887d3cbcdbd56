import type { BuiltIns } from '../../config/built-ins.ts';
import { ReviewError } from '../../errors.ts';
import { describeProblem } from './describe-problem.ts';
import type { ConfigText } from './review-options.ts';

/**
 * A configuration that is given by hand can be mended by hand: it is refused as a whole.
 * @throws ReviewError that lists every problem
 */
export async function checkGivenConfiguration({ name, text }: ConfigText, builtIns: BuiltIns): Promise<void> {
  const { loadConfiguration } = await import('../../config/load-configuration.ts');
  const { problems } = loadConfiguration(new Map([['.github/multi-agent-review.yml', text]]), builtIns);
  if (problems.length === 0) return;
  const lines = problems.map((problem) => describeProblem({ ...problem, file: name }));
  throw new ReviewError(
    'bad-configuration',
    `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n  ${lines.join('\n  ')}`,
    'Mend it, or leave --config out to review with the configuration of the base commit.',
  );
}
