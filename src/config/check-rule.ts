import { checkRegex } from './check-regex.ts';
import type { RelationalNode, RuleNode } from './rule.ts';
import type { RuleShape } from './rule-schema.ts';
import { showText, showValue } from './show-value.ts';
import { didYouMean } from './suggest.ts';
import type { KeyPath } from './yaml-node.ts';

/** Something wrong inside a rule; the path starts at the rule. */
export interface RuleMistake {
  readonly path: KeyPath;
  readonly message: string;
}

/** Instructions that the expressions of one file may still unfold to. Counted down while rules are checked. */
export interface RegexBudget {
  left: number;
}

type Utils = Readonly<Record<string, RuleNode>>;

/**
 * Checks of a rule that a schema cannot make: expressions, names of utils, and what the language `text` allows.
 *
 * @param rule its shape has been checked
 * @param shared utils of the rule's file and folder
 */
export function checkRule(rule: RuleShape, shared: Utils, budget: RegexBudget): readonly RuleMistake[] {
  const utils = { ...shared, ...rule.utils };
  const names = Object.keys(utils);
  const conditions: (readonly [KeyPath, RuleNode])[] = [
    [['rule'], rule.rule],
    ...Object.entries(rule.constraints).map(([key, node]) => [['constraints', key], node] as const),
    ...(rule['begins-at'] === undefined ? [] : [[['begins-at'], rule['begins-at']] as const]),
  ];
  return [
    ...conditions.flatMap(([path, node]) => checkConditions(node, path, names, budget)),
    ...checkUtils(rule.utils, shared, budget),
    ...checkText(rule),
  ];
}

/**
 * Checks conditions that are kept under a name.
 *
 * @param utils the ones to check
 * @param outer others that they may refer to
 */
export function checkUtils(utils: Utils, outer: Utils, budget: RegexBudget): readonly RuleMistake[] {
  const all = { ...outer, ...utils };
  const names = Object.keys(all);
  return Object.entries(utils).flatMap(([name, node]) => {
    const cycle = cycleOf(name, all);
    const message = `these utils refer to each other in a circle: ${cycle?.join(' → ')}`;
    return [
      ...checkConditions(node, ['utils', name], names, budget),
      ...(cycle === null ? [] : [{ path: ['utils', name], message }]),
    ];
  });
}

function checkConditions(
  node: RuleNode,
  path: KeyPath,
  utilNames: readonly string[],
  budget: RegexBudget,
): readonly RuleMistake[] {
  const mistakes: RuleMistake[] = [];
  if (node.regex !== undefined) {
    const { instructions, problem } = checkRegex(node.regex, budget.left);
    budget.left -= instructions;
    if (problem !== null) {
      mistakes.push({ path: [...path, 'regex'], message: `${showValue(node.regex)}: ${problem}` });
    }
  }
  if (node.matches !== undefined && !utilNames.includes(node.matches)) {
    const known =
      utilNames.length === 0 ? 'There are none' : `There are ${utilNames.slice(0, 20).join(', ')}`;
    const hint = didYouMean(node.matches, utilNames);
    mistakes.push({
      path: [...path, 'matches'],
      message: `there is no condition "${showText(node.matches)}" under utils.${hint} ${known}`,
    });
  }
  for (const [keys, child] of childrenOf(node)) {
    mistakes.push(...checkConditions(child, [...path, ...keys], utilNames, budget));
  }
  return mistakes;
}

/** The conditions directly inside a condition, each with its keys. */
function childrenOf(node: RelationalNode): readonly (readonly [KeyPath, RuleNode])[] {
  const children: (readonly [KeyPath, RuleNode])[] = [];
  for (const key of ['any', 'all'] as const) {
    for (const [index, child] of (node[key] ?? []).entries()) {
      children.push([[key, index], child]);
    }
  }
  for (const key of ['not', 'inside', 'has', 'follows', 'precedes', 'stopBy'] as const) {
    const child = node[key];
    if (typeof child === 'object') {
      children.push([[key], child]);
    }
  }
  return children;
}

/** Names that a condition and all within it refer to. */
function namesIn(node: RuleNode): readonly string[] {
  const own = node.matches === undefined ? [] : [node.matches];
  return [...own, ...childrenOf(node).flatMap(([, child]) => namesIn(child))];
}

/** Only the utils that the given conditions reach, directly or through others. */
export function reachableUtils(nodes: readonly RuleNode[], utils: Utils): Utils {
  const reached: Record<string, RuleNode> = Object.create(null);
  const queue = nodes.flatMap(namesIn);
  for (const name of queue) {
    const util = utils[name];
    if (util !== undefined && !(name in reached)) {
      reached[name] = util;
      queue.push(...namesIn(util));
    }
  }
  return { ...reached };
}

/** The way from a util back to itself, which the engine could follow for ever; null when there is none. */
function cycleOf(start: string, utils: Utils): readonly string[] | null {
  const seen = new Set<string>();
  const ways: (readonly string[])[] = [[start]];
  for (const way of ways) {
    const util = utils[way.at(-1) ?? ''];
    for (const name of util === undefined ? [] : namesIn(util)) {
      if (name === start) {
        return [...way, start];
      }
      if (!seen.has(name)) {
        seen.add(name);
        ways.push([...way, name]);
      }
    }
  }
  return null;
}

function checkText(rule: RuleShape): readonly RuleMistake[] {
  if (!rule.languages.includes('text')) {
    return [];
  }
  if (rule.languages.length > 1) {
    return [
      { path: ['languages'], message: '"text" already means every file; it stands alone or not at all' },
    ];
  }
  const keys = Object.keys(rule.rule);
  if (keys.length === 1 && keys[0] === 'regex') {
    return [];
  }
  return [
    {
      path: ['rule'],
      message: `rules for "text" are matched line by line and have "regex" alone, not ${keys.join(', ')}`,
    },
  ];
}
