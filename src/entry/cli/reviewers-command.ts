import { didYouMean } from '../../config/suggest.ts';
import { ReviewError } from '../../errors.ts';
import type { ReviewerDefinition } from '../../model.ts';
import type { Invocation } from './commands.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { readWorkingConfiguration } from './read-working-configuration.ts';

/** `reviewers`: lists them; `reviewers NAME` shows the whole definition of one. */
export async function reviewersCommand(invocation: Invocation): Promise<ExitCode> {
  const { options, positionals, terminal } = invocation;
  const { reviewers, rules } = await readWorkingConfiguration(invocation);
  const [name] = positionals;
  if (name !== undefined) {
    const reviewer = reviewerNamed(name, reviewers);
    terminal.out(
      options.json === true ? `${JSON.stringify(reviewer, null, 2)}\n` : describeReviewer(reviewer),
    );
    return EXIT.pass;
  }
  if (options.json === true) {
    terminal.out(`${JSON.stringify(reviewers, null, 2)}\n`);
    return EXIT.pass;
  }
  for (const reviewer of reviewers) {
    const count = rules.filter((rule) => reviewer.analyzers.includes(rule.reviewer)).length;
    terminal.out(
      `${reviewer.name.padEnd(16)}${String(count).padStart(4)} rules  ${reviewer.model.padEnd(10)}${reviewer.description}\n`,
    );
  }
  return EXIT.pass;
}

function reviewerNamed(name: string, reviewers: readonly ReviewerDefinition[]): ReviewerDefinition {
  const found = reviewers.find((reviewer) => reviewer.name === name);
  if (found !== undefined) return found;
  const names = reviewers.map((reviewer) => reviewer.name);
  throw new ReviewError(
    'bad-usage',
    `There is no reviewer "${name}".`,
    `There are ${names.join(', ')}.${didYouMean(name, names)}`,
  );
}

function describeReviewer(reviewer: ReviewerDefinition): string {
  const rows = [
    `${reviewer.title} (${reviewer.name})`,
    reviewer.description,
    '',
    `expertise       ${reviewer.expertise.join(', ')}`,
    `model           ${reviewer.model}`,
    `files           ${reviewer.paths.length === 0 ? 'all' : reviewer.paths.join(' ')}`,
    `categories      ${reviewer.categories.join(', ')}`,
    `analyzers       ${reviewer.analyzers.join(', ')}`,
    `min confidence  ${reviewer.minConfidence}`,
    `sees            ${reviewer.sees.join(', ')}`,
    `required        ${reviewer.required ? 'yes' : 'no'}`,
    `source          ${reviewer.source}`,
    '',
    reviewer.instructions.trim(),
  ];
  return `${rows.join('\n')}\n`;
}
