import type { Rule, RuleNode } from '../../config/rule.ts';
import type { Grammars } from '../../ports.ts';
import { compilePattern } from './compile-pattern.ts';
import { metaVariableOf, parseablePattern } from './meta-variables.ts';
import {
  type CompiledPattern,
  type PatternSource,
  type PatternTable,
  patternKey,
  patternSource,
} from './pattern.ts';

/** All conditions that directly make up a condition. */
export function partsOf(node: RuleNode): readonly RuleNode[] {
  const parts = [...(node.any ?? []), ...(node.all ?? [])];
  if (node.not) parts.push(node.not);
  for (const related of [node.inside, node.has, node.follows, node.precedes]) {
    if (!related) continue;
    parts.push(related);
    if (typeof related.stopBy === 'object') parts.push(related.stopBy);
  }
  return parts;
}

/** Every condition of a rule: its own, those of its constraints and of where it begins, and of the utils that these use. */
export function conditionsOf(rule: Rule): readonly RuleNode[] {
  const found: RuleNode[] = [];
  const used = new Set<string>();
  const open = [rule.rule, ...Object.values(rule.constraints)];
  if (rule.beginsAt !== undefined) open.push(rule.beginsAt);
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(node);
    open.push(...partsOf(node));
    const { matches } = node;
    if (matches === undefined || used.has(matches)) continue;
    used.add(matches);
    const util = Object.hasOwn(rule.utils, matches) ? rule.utils[matches] : undefined;
    if (util) open.push(util);
  }
  return found;
}

/** The patterns that rules need compiled, each once. Rules about text have none. */
export function collectPatterns(rules: readonly Rule[]): readonly PatternSource[] {
  const found = new Map<string, PatternSource>();
  for (const rule of rules) {
    const conditions = conditionsOf(rule);
    for (const language of rule.languages) {
      if (language === 'text') continue;
      for (const condition of conditions) {
        const source = patternSource(condition, language);
        if (source) found.set(patternKey(source), source);
      }
    }
  }
  return [...found.values()];
}

/**
 * Compiles patterns with the grammars. Never rejects: a pattern that cannot be compiled is in the table with its
 * problem, which `compileRules` reports with the rule's id.
 * @param known patterns that need not be compiled again; they are in the answer too
 */
export async function compilePatterns(
  patterns: readonly PatternSource[],
  grammars: Grammars,
  known: PatternTable = new Map(),
): Promise<PatternTable> {
  const missing = patterns.filter((source) => !known.has(patternKey(source)));
  const compiled = await Promise.all(
    missing.map(async (source) => [patternKey(source), await compileOne(source, grammars)] as const),
  );
  return new Map([...known, ...compiled]);
}

async function compileOne(source: PatternSource, grammars: Grammars): Promise<CompiledPattern> {
  const text = parseablePattern(source.code, source.language);
  // A lone variable is no file in every language; it needs no parser.
  const alone = source.selector === null ? metaVariableOf(text.trim(), source.language) : null;
  if (alone && !alone.many) return { root: { one: alone.name } };
  const result = await grammars.parse(source.language, text);
  if (result.kind === 'tree') return compilePattern(result.tree, text, source);
  if (result.kind === 'unsupported') return { problem: `is for ${source.language}, which has no grammar` };
  return { problem: `could not be parsed: ${result.reason}` };
}
