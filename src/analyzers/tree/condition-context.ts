import type { Rule } from '../../config/rule.ts';
import type { Matcher } from './match-state.ts';
import type { PatternTable } from './pattern.ts';

/** What is known while one rule is made into matchers for one grammar. */
export interface ConditionContext {
  readonly rule: Rule;
  readonly language: string;
  readonly kindNames: readonly string[];
  readonly fieldNames: readonly string[];
  readonly table: PatternTable;
  /** Slots of the meta-variables seen so far, by name. */
  readonly slots: Map<string, number>;
  /** Matchers of the rule's utils; present while being made, so that a circle ends. */
  readonly utils: Map<string, { matcher: Matcher | null }>;
  /** What is wrong with the rule, in words. */
  readonly problems: string[];
  /** What the language does not have: wrong only when no other language of the rule has it. */
  readonly absent: string[];
}

/** The slot of a meta-variable, given out when first asked for. */
export function slotOf(context: ConditionContext, name: string): number {
  const known = context.slots.get(name);
  if (known !== undefined) return known;
  const slot = context.slots.size;
  context.slots.set(name, slot);
  return slot;
}
