import type { RuleNode } from '../../config/rule.ts';

/** One node of a compiled pattern: plain data, so that a build can store it as JSON. */
export type PatternNode =
  /** `$$$NAME`: any number of siblings, none included. The empty name is not kept. */
  | { readonly many: string }
  /** `$NAME`: one named node. The empty name is not kept. */
  | { readonly one: string }
  /** A node that must be there. `text` is compared on named leaves; tokens are their kind. */
  | {
      readonly kind: string;
      readonly named: boolean;
      readonly text?: string;
      readonly children?: readonly PatternNode[];
    };

/** A pattern that was parsed, or why it cannot be used. */
export type CompiledPattern = { readonly root: PatternNode } | { readonly problem: string };

/** Compiled patterns by `patternKey`. `[...table]` is JSON and `new Map(json)` the way back. */
export type PatternTable = ReadonlyMap<string, CompiledPattern>;

/** A pattern as a rule states it, for one language. */
export interface PatternSource {
  readonly language: string;
  /** The code to parse. */
  readonly code: string;
  /** Kind of the node within the code that is meant; null for the whole. */
  readonly selector: string | null;
}

/** What a pattern is filed under in a `PatternTable`. */
export function patternKey({ language, code, selector }: PatternSource): string {
  return `${language}\0${selector ?? ''}\0${code}`;
}

/** The pattern of a rule node as a source, or null when it has none. */
export function patternSource(node: RuleNode, language: string): PatternSource | null {
  const { pattern } = node;
  if (pattern === undefined) return null;
  if (typeof pattern === 'string') return { language, code: pattern, selector: null };
  return { language, code: pattern.context, selector: pattern.selector };
}
