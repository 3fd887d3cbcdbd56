import type { RuleNode } from '../../config/rule.ts';
import { messageOf } from '../../errors.ts';
import { compileRegex } from './compile-regex.ts';
import { type ConditionContext, slotOf } from './condition-context.ts';
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
  const parts: Matcher[] = [];
  if (node.kind !== undefined) parts.push(matchKind(context, node.kind));
  if (node.pattern !== undefined) parts.push(matchCode(context, node));
  if (node.regex !== undefined) parts.push(matchText(context, node.regex));
  for (const part of node.all ?? []) parts.push(make(part));
  if (node.any) parts.push(matchAny(node.any.map(make)));
  if (node.matches !== undefined) parts.push(matchUtil(context, node.matches));
  if (node.inside) parts.push(matchRelated(context, 'inside', node.inside, make));
  if (node.has) parts.push(matchRelated(context, 'has', node.has, make));
  if (node.precedes) parts.push(matchRelated(context, 'precedes', node.precedes, make));
  if (node.follows) parts.push(matchRelated(context, 'follows', node.follows, make));
  if (node.not) parts.push(matchNot(make(node.not)));
  if (parts.length === 0) context.problems.push('a condition has no key, so nothing can match it');
  return matchAll(parts);
}

function matchAll(parts: readonly Matcher[]): Matcher {
  const [only] = parts;
  if (!only) return NEVER;
  if (parts.length === 1) return only;
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
  return matchPattern(compiled.root, context.kindNames, (name) => slotOf(context, name));
}

function matchText(context: ConditionContext, regex: string): Matcher {
  try {
    const { test, cost } = compileRegex(regex, context.rule.builtIn);
    return (state, node) => {
      const { tree, text } = state;
      const start = tree.start[node] ?? 0;
      const length = Math.min((tree.end[node] ?? 0) - start, LONGEST_REGEX_TEXT);
      state.steps -= 2 + ((length * cost) >> 5);
      return state.steps > 0 && test(text.slice(start, start + length));
    };
  } catch (error) {
    context.problems.push(`regex "${regex}" is not valid RE2 syntax: ${messageOf(error)}`);
    return NEVER;
  }
}

function matchUtil(context: ConditionContext, name: string): Matcher {
  const { utils } = context.rule;
  const node = Object.hasOwn(utils, name) ? utils[name] : undefined;
  if (!node) {
    context.problems.push(`matches: "${name}" is not among the rule's utils`);
    return NEVER;
  }
  let holder = context.utils.get(name);
  if (!holder) {
    holder = { matcher: null };
    context.utils.set(name, holder);
    holder.matcher = makeMatcher(context, node);
  }
  const util = holder;
  return (state, at) => {
    if (state.depth >= DEEPEST_CONDITION || util.matcher === null) return false;
    state.depth++;
    const holds = util.matcher(state, at);
    state.depth--;
    return holds;
  };
}
