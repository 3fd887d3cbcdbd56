import type { ConfigProblem } from '../model.ts';
import type { Rule } from './rule.ts';
import type { Position } from './yaml-node.ts';

/**
 * Rules whose id another rule has: reports, settings and dismissals go by the id. Built-in rules keep theirs, whatever
 * the order; between equals the first keeps it.
 *
 * @param rules of all files
 * @param positionOf where a rule starts; without it problems name no line
 */
export function checkRuleIds(
  rules: readonly Rule[],
  positionOf: (rule: Rule) => Position | null = () => null,
): readonly ConfigProblem[] {
  return clashingRules(rules).map(({ rule, owner }) => ({
    file: rule.source,
    line: positionOf(rule)?.line ?? null,
    column: positionOf(rule)?.column ?? null,
    key: 'id',
    message:
      owner.builtIn && !rule.builtIn
        ? `the id "${rule.id}" belongs to a built-in rule; choose another, and switch the built-in one off with "rules: { ${rule.id}: off }" if yours replaces it`
        : `the id "${rule.id}" is already taken by a rule in ${owner.source}`,
  }));
}

/** Each rule that lost its id, with the rule that has it. */
export function clashingRules(
  rules: readonly Rule[],
): readonly { readonly rule: Rule; readonly owner: Rule }[] {
  const owners = new Map<string, Rule>();
  for (const rule of [...rules.filter((each) => each.builtIn), ...rules.filter((each) => !each.builtIn)]) {
    if (!owners.has(rule.id)) {
      owners.set(rule.id, rule);
    }
  }
  return rules.flatMap((rule) => {
    const owner = owners.get(rule.id);
    return owner === undefined || owner === rule ? [] : [{ rule, owner }];
  });
}
