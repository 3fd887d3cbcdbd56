import type { Configuration } from '../config/load-configuration.ts';
import { showValue } from '../config/show-value.ts';
import { didYouMean } from '../config/suggest.ts';
import { ReviewError } from '../errors.ts';
import type { Settings, WorkflowDefinition } from '../model.ts';

/**
 * Lays overrides over the settings and finds the workflow that they name.
 *
 * @throws ReviewError `bad-usage` when an override names a reviewer or workflow that does not exist
 */
export function applyOverrides(
  configuration: Configuration,
  overrides: Partial<Settings>,
): { readonly settings: Settings; readonly workflow: WorkflowDefinition } {
  const settings: Settings = { ...configuration.settings, ...overrides };
  const workflow = configuration.workflows.find((one) => one.name === settings.workflow);
  if (workflow === undefined) {
    const names = configuration.workflows.map((one) => one.name);
    throw unknownName('workflow', settings.workflow, names);
  }
  const known = configuration.reviewers.map((reviewer) => reviewer.name);
  const taken = new Set(workflow.phases.flatMap((phase) => phase.reviewers));
  for (const name of overrides.reviewers ?? []) {
    if (!known.includes(name)) throw unknownName('reviewer', name, known);
    if (taken.has(name)) continue;
    throw new ReviewError(
      'bad-usage',
      `The reviewer ${showValue(name)} is not part of the workflow ${showValue(workflow.name)}.`,
      `That workflow has: ${[...taken].join(', ')}. Choose one of these, or another workflow.`,
    );
  }
  return { settings, workflow };
}

function unknownName(kind: string, name: string, known: readonly string[]): ReviewError {
  return new ReviewError(
    'bad-usage',
    `There is no ${kind} ${showValue(name)}.${didYouMean(name, known)}`,
    `Known: ${known.join(', ')}.`,
  );
}
