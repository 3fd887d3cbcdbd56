import type { ConfigProblem, ReviewerDefinition } from '../model.ts';
import type { BuiltIns } from './built-ins.ts';
import { checkRuleIds, clashingRules } from './check-rule-ids.ts';
import type { ConfigurationFile } from './configuration-files.ts';
import { parseRules } from './parse-rules.ts';
import type { Parsed } from './parsed.ts';
import type { Rule, RuleNode } from './rule.ts';
import { didYouMean } from './suggest.ts';
import type { Position } from './yaml-node.ts';

/** The built-in rules and the user's. Those of the user that cannot be used are problems and left out. */
export function loadRules(
  files: readonly ConfigurationFile[],
  builtIns: BuiltIns,
  reviewers: readonly ReviewerDefinition[],
): Parsed<readonly Rule[]> {
  const own = readRuleFiles(files, { reviewer: null, builtIn: false });
  const problems: ConfigProblem[] = [...own.problems];
  const all = [...builtIns.rules, ...own.value];
  problems.push(...checkRuleIds(all, (rule) => own.positions.get(rule) ?? null));
  const lost = new Set(clashingRules(all).map(({ rule }) => rule));
  for (const rule of own.value) {
    const message = homeless(rule, reviewers);
    if (message !== null) {
      const at = own.positions.get(rule);
      lost.add(rule);
      problems.push({
        file: rule.source,
        line: at?.line ?? null,
        column: at?.column ?? null,
        key: 'reviewer',
        message,
      });
    }
  }
  return { value: all.filter((rule) => !lost.has(rule)), problems };
}

/**
 * Rules of the files of one folder. Conditions are shared by file name: those of `utils.yml` with the whole folder,
 * those of `utils-python.yml` with the files whose names end in `-python`. The nearest definition of a name counts.
 */
export function readRuleFiles(
  files: readonly ConfigurationFile[],
  options: { readonly reviewer: string | null; readonly builtIn: boolean },
): Parsed<readonly Rule[]> & { readonly positions: ReadonlyMap<Rule, Position> } {
  const problems: ConfigProblem[] = [];
  const positions = new Map<Rule, Position>();
  const shared = new Map<string, Readonly<Record<string, RuleNode>>>();
  const sharingFirst = files.toSorted((left, right) => readingOrder(left.path) - readingOrder(right.path));
  for (const { path, text } of sharingFirst) {
    const name = baseName(path);
    const area = [...shared.keys()].find((each) => each !== '' && name.endsWith(`-${each}`));
    const utils = { ...shared.get(''), ...(area === undefined ? {} : shared.get(area)) };
    const parsed = parseRules(text, path, { ...options, utils });
    problems.push(...parsed.problems);
    for (const [rule, position] of parsed.positions) {
      positions.set(rule, position);
    }
    if (readingOrder(path) < 2) {
      shared.set(name.slice('utils-'.length), parsed.utils);
    }
  }
  return { value: [...positions.keys()], problems, positions };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
}

/** What is shared must be known before it is used: the whole folder's first, then the areas', then the rest. */
function readingOrder(path: string): number {
  const name = baseName(path);
  return name === 'utils' ? 0 : name.startsWith('utils-') ? 1 : 2;
}

/** Why no reviewer would ever run the rule, or null. */
function homeless(rule: Rule, reviewers: readonly ReviewerDefinition[]): string | null {
  const names = reviewers.map((reviewer) => reviewer.name);
  if (!names.includes(rule.reviewer)) {
    const hint = didYouMean(rule.reviewer, names);
    return `rule "${rule.id}" is filed under "${rule.reviewer}", which is no reviewer.${hint} There are ${names.join(', ')}`;
  }
  if (!reviewers.some((reviewer) => reviewer.analyzers.includes(rule.reviewer))) {
    return `rule "${rule.id}" would never run: the analyzers of reviewer "${rule.reviewer}" do not name "${rule.reviewer}"`;
  }
  return null;
}
