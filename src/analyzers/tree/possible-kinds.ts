import type { RuleNode } from '../../config/rule.ts';
import { type ConditionContext, once, utilOf } from './condition-context.ts';
import { kindIndex } from './kind-lookup.ts';
import { patternKey, patternSource } from './pattern.ts';

/** The kinds a node must be one of for a condition to hold, or null when it may be any. */
export function possibleKinds(context: ConditionContext, node: RuleNode): ReadonlySet<number> | null {
  let kinds: ReadonlySet<number> | null = null;
  const narrow = (other: ReadonlySet<number> | null) => {
    if (other === null) return;
    const earlier = kinds;
    kinds = earlier === null ? other : new Set([...other].filter((kind) => earlier.has(kind)));
  };
  narrow(ofPattern(context, node));
  if (node.kind !== undefined) narrow(new Set([kindIndex(context.kindNames, node.kind, true)]));
  for (const part of node.all ?? []) narrow(possibleKinds(context, part));
  if (node.any) narrow(ofAny(context, node.any));
  const util = utilOf(context.rule, node);
  if (util) narrow(once(context.known.kinds, node.matches ?? '', null, () => possibleKinds(context, util)));
  return kinds;
}

function ofPattern(context: ConditionContext, node: RuleNode): ReadonlySet<number> | null {
  const source = patternSource(node, context.language);
  const compiled = source && context.table.get(patternKey(source));
  if (!compiled || !('root' in compiled) || !('kind' in compiled.root)) return null;
  const { kind, named } = compiled.root;
  return new Set([kindIndex(context.kindNames, kind, named)]);
}

function ofAny(context: ConditionContext, alternatives: readonly RuleNode[]): ReadonlySet<number> | null {
  const all = new Set<number>();
  for (const alternative of alternatives) {
    const kinds = possibleKinds(context, alternative);
    if (kinds === null) return null;
    for (const kind of kinds) all.add(kind);
  }
  return all;
}
