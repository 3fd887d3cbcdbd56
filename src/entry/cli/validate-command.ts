import { checkRules } from './check-rules.ts';
import type { Invocation } from './commands.ts';
import { describeProblem } from './describe-problem.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { readWorkingConfiguration } from './read-working-configuration.ts';

/** `validate`: the working tree's configuration, and the samples of the user's own rules. */
export async function validateCommand(invocation: Invocation): Promise<ExitCode> {
  const { terminal } = invocation;
  const configuration = await readWorkingConfiguration(invocation);
  const own = configuration.rules.filter((rule) => !rule.builtIn);
  const failures = await checkRules(own, invocation.assets);
  for (const problem of configuration.problems) terminal.out(`${describeProblem(problem)}\n`);
  for (const failure of failures) terminal.out(`${failure}\n`);
  const count = configuration.problems.length + failures.length;
  if (count > 0) {
    terminal.out(
      `\n${count} ${count === 1 ? 'problem' : 'problems'}. A review would go on with defaults and end incomplete.\n`,
    );
    return EXIT.usage;
  }
  const users = configuration.reviewers.filter((reviewer) => !reviewer.builtIn).length;
  terminal.out(
    `valid: ${configuration.reviewers.length} reviewers (${users} of your own), ` +
      `${configuration.rules.length} rules (${own.length} of your own), ${configuration.workflows.length} workflows\n`,
  );
  return EXIT.pass;
}
