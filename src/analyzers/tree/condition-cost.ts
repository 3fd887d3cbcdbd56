import type { RelationalNode, RuleNode } from '../../config/rule.ts';
import { partsOf } from './collect-patterns.ts';
import { type ConditionContext, once, utilOf } from './condition-context.ts';
import { namesIn } from './meta-variables.ts';

/** A condition with more than this is not asked before the others. */
export const CHEAP = 30;
const MOST = 1e6;

const NONE: ReadonlySet<string> = new Set();

/** Names of the meta-variables that a condition binds or compares, those of its utils among them. */
export function variablesOf(context: ConditionContext, node: RuleNode): ReadonlySet<string> {
  const { known } = context;
  const { variables } = known;
  const earlier = variables.get(node);
  if (earlier) return earlier;
  // In a circle of utils the answer is not known yet: then all that the rule has, which is safe to assume.
  variables.set(node, known.all);
  const { pattern } = node;
  let names: Set<string> | null = null;
  if (pattern !== undefined)
    names = new Set(namesIn(typeof pattern === 'object' ? pattern.context : pattern));
  const util = utilOf(context.rule, node);
  for (const part of util ? [...partsOf(node), util] : partsOf(node)) {
    const inner = variablesOf(context, part);
    if (inner.size > 0) names = new Set([...(names ?? []), ...inner]);
  }
  const found = names === null || names.size === 0 ? NONE : names;
  variables.set(node, found);
  return found;
}

/** A rough measure of the work a condition is, for asking cheap ones first. Only the order of magnitude counts. */
export function costOf(context: ConditionContext, node: RuleNode): number {
  return once(context.known.costs, node, CHEAP * 2, () => Math.min(freshCostOf(context, node), MOST));
}

function freshCostOf(context: ConditionContext, node: RuleNode): number {
  const cost = (part: RuleNode) => costOf(context, part);
  const far = (related: RelationalNode) => (related.stopBy ?? 'neighbor') !== 'neighbor';
  let sum =
    (node.kind === undefined ? 0 : 1) +
    (node.pattern === undefined ? 0 : 3) +
    (node.regex === undefined ? 0 : 4);
  for (const part of [...(node.all ?? []), ...(node.any ?? [])]) sum += cost(part);
  if (node.not) sum += cost(node.not);
  const util = utilOf(context.rule, node);
  if (util) sum += cost(util);
  if (node.inside) sum += far(node.inside) ? 6 + 2 * cost(node.inside) : 2 + cost(node.inside);
  for (const related of [node.has, node.follows, node.precedes]) {
    if (related) sum += far(related) ? 60 + 4 * cost(related) : 3 + cost(related);
  }
  return sum;
}
