import type { ConfigProblem, ReviewerDefinition } from '../model.ts';
import type { BuiltIns } from './built-ins.ts';
import { checkRuleIds, clashingRules } from './check-rule-ids.ts';
import type { ConfigurationFile } from './configuration-files.ts';
import { parseRules, readSharedUtils } from './parse-rules.ts';
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

/** Rules of the files of one folder, which share their utils. */
export function readRuleFiles(
  files: readonly ConfigurationFile[],
  options: { readonly reviewer: string | null; readonly builtIn: boolean },
): Parsed<readonly Rule[]> & { readonly positions: ReadonlyMap<Rule, Position> } {
  const problems: ConfigProblem[] = [];
  const utils = new Map<string, { readonly node: RuleNode; readonly source: string }>();
  for (const { path, text } of files) {
    const shared = readSharedUtils(text, path);
    problems.push(...shared.problems);
    for (const [name, node] of Object.entries(shared.value)) {
      const earlier = utils.get(name);
      if (earlier === undefined) {
        utils.set(name, { node, source: path });
      } else {
        const message = `the shared condition "${name}" is already defined in ${earlier.source}, which counts`;
        problems.push({ file: path, line: null, column: null, key: `utils.${name}`, message });
      }
    }
  }
  const positions = new Map<Rule, Position>();
  const nodes = Object.fromEntries([...utils].map(([name, { node }]) => [name, node]));
  for (const { path, text } of files) {
    const parsed = parseRules(text, path, { ...options, utils: nodes });
    problems.push(...parsed.problems);
    for (const [rule, position] of parsed.positions) {
      positions.set(rule, position);
    }
  }
  return { value: [...positions.keys()], problems, positions };
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
