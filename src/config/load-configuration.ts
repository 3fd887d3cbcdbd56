import type { ConfigProblem, Dismissal, ReviewerDefinition, Settings, WorkflowDefinition } from '../model.ts';
import type { BuiltIns } from './built-ins.ts';
import { checkSettingNames } from './check-setting-names.ts';
import { sortFiles } from './configuration-files.ts';
import { layerSettings } from './layer-settings.ts';
import { loadReviewers } from './load-reviewers.ts';
import { loadRules } from './load-rules.ts';
import { loadWorkflows } from './load-workflows.ts';
import { parseDismissals } from './parse-dismissals.ts';
import type { Rule } from './rule.ts';

export { CONFIGURATION_PATHS } from './configuration-files.ts';

/** All that a review goes by, and what is wrong with it. Names in it refer to each other without gaps. */
export interface Configuration {
  readonly settings: Settings;
  readonly reviewers: readonly ReviewerDefinition[];
  readonly workflows: readonly WorkflowDefinition[];
  readonly rules: readonly Rule[];
  readonly dismissals: readonly Dismissal[];
  readonly problems: readonly ConfigProblem[];
  /** The user's files as one text that is equal for equal configurations: what `configDigest` is the hash of. */
  readonly digest: string;
}

/**
 * Reads the configuration of a repository over the built-in one. Never throws on the user's text: what cannot be used
 * is a problem, and what it was to replace stays in force.
 *
 * @param files path → text of what lies below `CONFIGURATION_PATHS` at the base commit; other paths are ignored
 * @param builtIns what ships with the program
 */
export function loadConfiguration(files: ReadonlyMap<string, string>, builtIns: BuiltIns): Configuration {
  const sorted = sortFiles(files);
  const defaults = builtIns.defaults ?? null;
  const own = sorted.settings === null ? null : { name: sorted.settings.path, text: sorted.settings.text };
  const parsed = layerSettings(defaults, own);
  const reviewers = loadReviewers(sorted.reviewers, builtIns);
  const workflows = loadWorkflows(sorted.workflows, builtIns, reviewers.value);
  const rules = loadRules(sorted.rules, builtIns, reviewers.value);
  const dismissals =
    sorted.dismissals === null
      ? { value: [], problems: [] }
      : parseDismissals(sorted.dismissals.text, sorted.dismissals.path);
  const names = checkSettingNames(parsed, {
    reviewers: reviewers.value,
    workflows: workflows.value,
    rules: rules.value,
    ...(builtIns.checkIds === undefined ? {} : { checkIds: builtIns.checkIds }),
  });
  const read = [
    ...(sorted.settings === null ? [] : [sorted.settings]),
    ...sorted.reviewers,
    ...sorted.workflows,
    ...sorted.rules,
    ...(sorted.dismissals === null ? [] : [sorted.dismissals]),
  ];
  return {
    settings: names.value,
    reviewers: reviewers.value,
    workflows: workflows.value,
    rules: rules.value,
    dismissals: dismissals.value,
    problems: [
      ...sorted.problems,
      ...parsed.problems,
      ...names.problems,
      ...reviewers.problems,
      ...workflows.problems,
      ...rules.problems,
      ...dismissals.problems,
    ],
    digest: JSON.stringify([
      ...(defaults === null ? [] : [[defaults.name, defaults.text]]),
      ...read.map((file) => [file.path, file.text]),
    ]),
  };
}
