import type { ConfigProblem, ReviewerDefinition, Settings, WorkflowDefinition } from '../model.ts';
import { DEFAULT_SETTINGS } from './default-settings.ts';
import type { ParsedSettings } from './parse-settings.ts';
import type { Parsed } from './parsed.ts';
import type { Rule } from './rule.ts';
import { didYouMean, suggest } from './suggest.ts';
import type { KeyPath } from './yaml-node.ts';

/** What settings may name. */
export interface Known {
  readonly reviewers: readonly ReviewerDefinition[];
  readonly workflows: readonly WorkflowDefinition[];
  readonly rules: readonly Rule[];
  readonly checkIds?: readonly string[];
}

/** Settings without the names that mean nothing, each of which is a problem. */
export function checkSettingNames(parsed: ParsedSettings, known: Known): Parsed<Settings> {
  const problems: ConfigProblem[] = [];
  const report = (path: KeyPath, key: string, message: string): void => {
    const at = parsed.at(path);
    const { file, line, column } = at ?? { file: '', line: null, column: null };
    problems.push({ file, line, column, key, message });
  };
  const settings = parsed.value;
  const workflow = workflowInForce(settings, known, report);
  const reviewers = settings.reviewers?.filter((name) => {
    const message = whyNotRun(name, known, workflow);
    if (message !== null) {
      report(['reviewers', name], 'reviewers', message);
    }
    return message === null;
  });
  const ids = [...known.rules.map((rule) => rule.id), ...(known.checkIds ?? [])];
  const rules = new Map(settings.rules);
  for (const id of settings.rules.keys()) {
    // Without the ids of coded checks an unknown id may be one of them; a slip of a rule's id is still told.
    const isWrong = !ids.includes(id) && (known.checkIds !== undefined || suggest(id, ids) !== null);
    if (isWrong) {
      const message = `there is no rule "${id}".${didYouMean(id, ids)} "multi-agent-review rules" lists them`;
      report(['rules', id], `rules.${id}`, message);
      rules.delete(id);
    }
  }
  return {
    value: {
      ...settings,
      workflow: workflow?.name ?? DEFAULT_SETTINGS.workflow,
      // Nobody left would mean that nothing is reviewed: then all run.
      reviewers: reviewers === undefined || reviewers.length === 0 ? null : reviewers,
      rules,
    },
    problems,
  };
}

type Report = (path: KeyPath, key: string, message: string) => void;

function workflowInForce(settings: Settings, known: Known, report: Report): WorkflowDefinition | undefined {
  const find = (name: string): WorkflowDefinition | undefined =>
    known.workflows.find((each) => each.name === name);
  const named = find(settings.workflow);
  if (named !== undefined) {
    return named;
  }
  const names = known.workflows.map((workflow) => workflow.name);
  const hint = didYouMean(settings.workflow, names);
  const fallback = `"${DEFAULT_SETTINGS.workflow}" runs instead`;
  report(
    ['workflow'],
    'workflow',
    `there is no usable workflow "${settings.workflow}", so ${fallback}.${hint} There are ${names.join(', ')}`,
  );
  return find(DEFAULT_SETTINGS.workflow);
}

function whyNotRun(name: string, known: Known, workflow: WorkflowDefinition | undefined): string | null {
  const names = known.reviewers.map((reviewer) => reviewer.name);
  if (!names.includes(name)) {
    return `there is no reviewer "${name}".${didYouMean(name, names)} There are ${names.join(', ')}`;
  }
  const runs = workflow === undefined || workflow.phases.some((phase) => phase.reviewers.includes(name));
  return runs
    ? null
    : `reviewer "${name}" is not part of the workflow "${workflow.name}", so it would not run`;
}
