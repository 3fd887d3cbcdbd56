import type { BuiltIns } from './built-ins.ts';
import { DEFAULT_SETTINGS } from './default-settings.ts';
import type { Configuration } from './load-configuration.ts';

/**
 * The configuration of a repository that has none. Equal to loading no files, without loading the parsers: most runs
 * start with it.
 */
export function builtInConfiguration(builtIns: BuiltIns): Configuration {
  const { reviewers, workflows, rules } = builtIns;
  return {
    settings: DEFAULT_SETTINGS,
    reviewers,
    workflows,
    rules,
    dismissals: [],
    problems: [],
    digest: '[]',
  };
}
