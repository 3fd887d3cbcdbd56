import type { ConfigProblem, ReviewerDefinition, WorkflowDefinition } from '../model.ts';
import type { BuiltIns } from './built-ins.ts';
import { checkWorkflow } from './check-workflow.ts';
import type { ConfigurationFile } from './configuration-files.ts';
import { DEFAULT_SETTINGS } from './default-settings.ts';
import { parseWorkflow } from './parse-workflow.ts';
import type { Parsed } from './parsed.ts';

/**
 * The built-in workflows and the user's; one of the user's replaces a built-in one of the same name. Reviewers that the
 * user added join the first phase of the built-in default workflow: adding a file is enough to have it run.
 */
export function loadWorkflows(
  files: readonly ConfigurationFile[],
  builtIns: BuiltIns,
  reviewers: readonly ReviewerDefinition[],
): Parsed<readonly WorkflowDefinition[]> {
  const problems: ConfigProblem[] = [];
  const own = new Map<string, WorkflowDefinition>();
  const names = reviewers.map((reviewer) => reviewer.name);
  for (const { path, text } of files) {
    const parsed = parseWorkflow(text, path);
    problems.push(...parsed.problems);
    const workflow = parsed.value;
    if (workflow === null) {
      continue;
    }
    const mistakes = checkWorkflow(workflow, names, parsed.at);
    problems.push(...mistakes);
    const earlier = own.get(workflow.name);
    if (earlier !== undefined) {
      const at = parsed.at(['name']);
      const message = `a workflow named "${workflow.name}" is already defined in ${earlier.source}; this file is not used`;
      problems.push({ file: path, line: at?.line ?? null, column: at?.column ?? null, key: 'name', message });
    } else if (mistakes.length === 0) {
      own.set(workflow.name, workflow);
    }
  }
  const builtIn = builtIns.workflows.map((workflow) =>
    workflow.name === DEFAULT_SETTINGS.workflow ? withAdded(workflow, names) : workflow,
  );
  const value = [
    ...builtIn.map((workflow) => own.get(workflow.name) ?? workflow),
    ...[...own.values()].filter((workflow) => !builtIn.some((each) => each.name === workflow.name)),
  ];
  return { value, problems };
}

/** The default workflow names every built-in reviewer, so whoever it does not name was added. */
function withAdded(workflow: WorkflowDefinition, names: readonly string[]): WorkflowDefinition {
  const named = new Set(workflow.phases.flatMap((phase) => phase.reviewers));
  const added = names.filter((name) => !named.has(name));
  const phases = workflow.phases.map((phase, index) =>
    index === 0 ? { ...phase, reviewers: [...phase.reviewers, ...added] } : phase,
  );
  return { ...workflow, phases };
}
