import type { RuleNode } from '../../config/rule.ts';
import { messageOf } from '../../errors.ts';
import { regexSteps } from './compile-regex.ts';
import { type ConditionContext, type LazyMatcher, makeLater, utilOf } from './condition-context.ts';
import { CHEAP, costOf, variablesOf } from './condition-cost.ts';
import { expressionOf } from './expression-of.ts';
import { kindIndex } from './kind-lookup.ts';
import { matchPattern } from './match-pattern.ts';
import { matchRelated } from './match-related.ts';
import { DEEPEST_CONDITION, type Matcher, undo } from './match-state.ts';
import { patternKey, patternSource } from './pattern.ts';

/** An expression sees this much of a node's text: more is data or machine-made code, and costs time. */
export const LONGEST_REGEX_TEXT = 20_000;

const NEVER: Matcher = () => false;

/**
 * Makes the matcher of a condition: all its keys must hold, the cheap ones are asked first, and those that bind
 * meta-variables before those that compare. What is wrong goes to `context.problems`.
 */
export function makeMatcher(context: ConditionContext, node: RuleNode): Matcher {
  const make = (part: RuleNode) => makeMatcher(context, part);
  const parts: RuleNode[] = [];
  if (node.kind !== undefined) parts.push({ kind: node.kind });
  if (node.pattern !== undefined) parts.push({ pattern: node.pattern });
  if (node.regex !== undefined) parts.push({ regex: node.regex });
  parts.push(...(node.all ?? []));
  if (node.any) parts.push({ any: node.any });
  if (node.matches !== undefined) parts.push({ matches: node.matches });
  for (const relation of ['inside', 'has', 'precedes', 'follows'] as const) {
    const related = node[relation];
    if (related) parts.push({ [relation]: related });
  }
  if (node.not) parts.push({ not: node.not });
  if (parts.length === 0) context.problems.push('a condition has no key, so nothing can match it');
  if (parts.length !== 1) return matchAll(cheapFirst(context, parts).map(make));
  return matchOnly(context, node, make);
}

/** The matcher of a condition with a single key (an `all` of one part is that part). */
function matchOnly(context: ConditionContext, node: RuleNode, make: (part: RuleNode) => Matcher): Matcher {
  const [only] = node.all ?? [];
  if (only) return make(only);
  if (node.kind !== undefined) return matchKind(context, node.kind);
  if (node.pattern !== undefined) return matchCode(context, node);
  if (node.regex !== undefined) return matchText(context, node.regex);
  if (node.any) return matchAny(cheapAlternatives(context, node.any).map(make));
  if (node.matches !== undefined) return matchUtil(context, node.matches);
  if (node.not) return matchNot(make(node.not));
  for (const relation of ['inside', 'has', 'precedes', 'follows'] as const) {
    const related = node[relation];
    if (related) return matchRelated(context, relation, related, make);
  }
  return NEVER;
}

/**
 * Puts cheap conditions that have no meta-variables in front. They only say yes or no, so their place does not change
 * what matches; the others stay in their order, in which the first binds and the later ones compare.
 */
function cheapFirst(context: ConditionContext, parts: readonly RuleNode[]): readonly RuleNode[] {
  const rated = parts.map((part) => ({ part, cost: costOf(context, part) }));
  const isCheap = ({ part, cost }: { part: RuleNode; cost: number }) =>
    cost <= CHEAP && variablesOf(context, part).size === 0;
  const cheap = rated.filter(isCheap).sort((one, other) => one.cost - other.cost);
  return [...cheap, ...rated.filter((one) => !isCheap(one))].map(({ part }) => part);
}

/** Alternatives, the cheap ones first when none of them binds anything. */
function cheapAlternatives(context: ConditionContext, parts: readonly RuleNode[]): readonly RuleNode[] {
  if (parts.some((part) => variablesOf(context, part).size > 0)) return parts;
  return [...parts].sort((one, other) => costOf(context, one) - costOf(context, other));
}

function matchAll(parts: readonly Matcher[]): Matcher {
  if (parts.length === 0) return NEVER;
  return (state, node) => {
    const mark = state.bound.length;
    for (const part of parts) if (!part(state, node)) return undo(state, mark);
    return true;
  };
}

function matchAny(parts: readonly Matcher[]): Matcher {
  return (state, node) => {
    for (const part of parts) if (part(state, node)) return true;
    return false;
  };
}

function matchNot(part: Matcher): Matcher {
  return (state, node) => {
    const mark = state.bound.length;
    const holds = part(state, node);
    // What was bound in there is not part of the match.
    undo(state, mark);
    return !holds;
  };
}

function matchKind(context: ConditionContext, kind: string): Matcher {
  const index = kindIndex(context.kindNames, kind, true);
  if (index < 0) {
    context.absent.push(`kind "${kind}" does not exist in ${context.language}`);
    return NEVER;
  }
  return (state, node) => state.tree.kind[node] === index;
}

function matchCode(context: ConditionContext, node: RuleNode): Matcher {
  const source = patternSource(node, context.language);
  const compiled = source && context.table.get(patternKey(source));
  if (!compiled) {
    context.problems.push(`pattern "${source?.code}" was not compiled for ${context.language}`);
    return NEVER;
  }
  if ('problem' in compiled) {
    context.absent.push(`pattern "${source?.code}" ${compiled.problem}`);
    return NEVER;
  }
  return matchPattern(compiled.root, context.kindNames, (name) => context.slots.get(name) ?? -1);
}

function matchText(context: ConditionContext, regex: string): Matcher {
  const lazy = makeLater(context, () => textMatcher(context, regex));
  return (state, node) => lazy.get()(state, node);
}

function textMatcher(context: ConditionContext, regex: string): Matcher {
  try {
    const { test, literals } = expressionOf(context.table, regex, context.rule.builtIn);
    return (state, node) => {
      if (literals !== null && !state.subject.hasAny(literals)) return false;
      const { tree, text } = state;
      const start = tree.start[node] ?? 0;
      const length = Math.min((tree.end[node] ?? 0) - start, LONGEST_REGEX_TEXT);
      state.steps -= regexSteps(length);
      return state.steps > 0 && test(text.slice(start, start + length));
    };
  } catch (error) {
    context.problems.push(`regex "${regex}" is not valid RE2 syntax: ${messageOf(error)}`);
    return NEVER;
  }
}

function matchUtil(context: ConditionContext, name: string): Matcher {
  const node = utilOf(context.rule, { matches: name });
  if (!node) {
    context.problems.push(`matches: "${name}" is not among the rule's utils`);
    return NEVER;
  }
  if (!context.utils.has(name)) {
    // Set before it is made, so that utils that name each other in a circle come to an end.
    const holder: { lazy: LazyMatcher | null } = { lazy: null };
    context.utils.set(name, { get: () => holder.lazy?.get() ?? NEVER });
    holder.lazy = makeLater(context, () => makeMatcher(context, node));
  }
  const util = context.utils.get(name);
  return (state, at) => {
    if (state.depth >= DEEPEST_CONDITION || !util) return false;
    state.depth++;
    const holds = util.get()(state, at);
    state.depth--;
    return holds;
  };
}
