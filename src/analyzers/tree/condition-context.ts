import type { Rule, RuleNode } from '../../config/rule.ts';
import type { Matcher } from './match-state.ts';
import type { PatternTable } from './pattern.ts';

/** What is known while one rule is made into matchers for one grammar. */
export interface ConditionContext {
  readonly rule: Rule;
  readonly language: string;
  readonly kindNames: readonly string[];
  readonly fieldNames: readonly string[];
  readonly table: PatternTable;
  /** Slots of all meta-variables of the rule, by name. */
  readonly slots: ReadonlyMap<string, number>;
  /** Matchers of the rule's utils, made once each. */
  readonly utils: Map<string, LazyMatcher>;
  /** What was found out about utils and conditions, once for each: they may be used many times, and in a circle. */
  readonly known: {
    readonly kinds: Map<string, ReadonlySet<number> | null>;
    readonly costs: Map<RuleNode, number>;
    readonly variables: Map<RuleNode, ReadonlySet<string>>;
    /** Names of all meta-variables of the rule. */
    readonly all: ReadonlySet<string>;
  };
  /** What is wrong with the rule, in words. */
  readonly problems: string[];
  /** What the language does not have: wrong only when no other language of the rule has it. */
  readonly absent: string[];
}

/** A matcher that is made when first needed: most conditions of most rules never are, file after file. */
export interface LazyMatcher {
  get(): Matcher;
}

/** Makes a matcher later; at once for users' rules, of which the problems are wanted even where nothing matches. */
export function makeLater(context: ConditionContext, make: () => Matcher): LazyMatcher {
  let matcher: Matcher | null = null;
  const get = () => (matcher ??= make());
  if (!context.rule.builtIn) get();
  return { get };
}

/** The util that a condition names, or undefined. */
export function utilOf(rule: Rule, node: RuleNode): RuleNode | undefined {
  const { matches } = node;
  return matches !== undefined && Object.hasOwn(rule.utils, matches) ? rule.utils[matches] : undefined;
}

/**
 * Works something out once for each key.
 * @param whileAsked the answer to what, in a circle of utils, asks for itself
 */
export function once<Key, Value>(
  known: Map<Key, Value>,
  key: Key,
  whileAsked: Value,
  find: () => Value,
): Value {
  const earlier = known.get(key);
  if (earlier !== undefined) return earlier;
  known.set(key, whileAsked);
  const value = find();
  known.set(key, value);
  return value;
}
