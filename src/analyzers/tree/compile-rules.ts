import { compileGlobs } from '../../config/compile-glob.ts';
import type { RequiredText, Rule } from '../../config/rule.ts';
import { messageOf } from '../../errors.ts';
import type { SyntaxTree } from '../../model.ts';
import { conditionsOf } from './collect-patterns.ts';
import type { ConditionContext } from './condition-context.ts';
import { makeMatcher } from './make-matcher.ts';
import type { Matcher } from './match-state.ts';
import { namesIn } from './meta-variables.ts';
import type { PatternTable } from './pattern.ts';
import { possibleKinds } from './possible-kinds.ts';
import { requiredText } from './required-text.ts';

/** Something that keeps a rule from working. */
export interface RuleProblem {
  readonly ruleId: string;
  /** File the rule comes from. */
  readonly source: string;
  readonly message: string;
}

/** A rule as matchers for one grammar. */
export interface RuleMatcher {
  readonly match: Matcher;
  /** What a finding begins at; null for the match itself. */
  readonly beginsAt: Matcher | null;
  /** Conditions on what a meta-variable stands for, by its slot. */
  readonly constraints: readonly { readonly slot: number; readonly match: Matcher }[];
  /** Slots of the meta-variables by name. */
  readonly slots: ReadonlyMap<string, number>;
  /** Kinds of node that the rule can match; null for any. */
  readonly kinds: ReadonlySet<number> | null;
  /** Kinds, fields and patterns of the rule that this language does not have, in words. */
  readonly absent: readonly string[];
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly required: RequiredText;
  readonly appliesTo: PathTest;
  /** Made when a file first needs it. */
  matcher(): RuleMatcher;
}

export interface CompiledRules {
  readonly language: string;
  readonly rules: readonly CompiledRule[];
  readonly problems: readonly RuleProblem[];
}

/**
 * Compiles the rules of one language. A rule with a problem still runs with what is left of it where that is safe: a
 * condition that cannot be understood never holds.
 * @param table compiled patterns of these rules (`collectPatterns`, `compilePatterns`)
 * @param grammar any tree of the language: its names are the grammar's
 */
export function compileRules(
  rules: readonly Rule[],
  language: string,
  table: PatternTable,
  grammar: Pick<SyntaxTree, 'kindNames' | 'fieldNames'>,
): CompiledRules {
  const problems: RuleProblem[] = [];
  const compiled: CompiledRule[] = [];
  const tests = new Map<string, PathTest>();
  for (const rule of rules) {
    // Rules of data flow belong to another engine.
    if (rule.taint !== undefined || !rule.languages.includes(language)) continue;
    const report = (message: string) => problems.push({ ruleId: rule.id, source: rule.source, message });
    const appliesTo = pathTest(rule, tests, report);
    let made: RuleMatcher | null = null;
    const matcher = () => (made ??= makeRuleMatcher(rule, language, table, grammar, report));
    // Built-in rules are proved whole by the test suite and can wait; of a user's rule the problems are wanted now.
    if (!rule.builtIn) matcher();
    compiled.push({ rule, required: requiredText(rule, language, table), appliesTo, matcher });
  }
  return { language, rules: compiled, problems };
}

type PathTest = (path: string) => boolean;

/** @param tests those that were made before: hundreds of rules share a few lists of paths */
function pathTest(rule: Rule, tests: Map<string, PathTest>, report: (message: string) => void): PathTest {
  if (rule.paths.length === 0) return () => true;
  const key = rule.paths.join('\n');
  const known = tests.get(key);
  if (known !== undefined) return known;
  try {
    const test = rememberLast(rule.builtIn ? compiledLater(rule.paths) : compileGlobs(rule.paths));
    tests.set(key, test);
    return test;
  } catch (error) {
    report(`paths: ${messageOf(error)}`);
    return () => false;
  }
}

function compiledLater(paths: readonly string[]): PathTest {
  let test: PathTest | null = null;
  return (path) => {
    test ??= compileGlobs(paths);
    return test(path);
  };
}

/** All rules are asked about one file after the other. */
function rememberLast(test: PathTest): PathTest {
  let last: string | null = null;
  let answer = false;
  return (path) => {
    if (path !== last) {
      answer = test(path);
      last = path;
    }
    return answer;
  };
}

/** Makes a rule's matchers and reports each problem once. */
export function makeRuleMatcher(
  rule: Rule,
  language: string,
  table: PatternTable,
  grammar: Pick<SyntaxTree, 'kindNames' | 'fieldNames'>,
  report: (message: string) => void,
): RuleMatcher {
  const { kindNames, fieldNames } = grammar;
  const slots = new Map(namesOfRule(rule).map((name, slot) => [name, slot]));
  const problems: string[] = [];
  const absent: string[] = [];
  const utils = new Map();
  const context: ConditionContext = {
    rule,
    language,
    kindNames,
    fieldNames,
    table,
    slots,
    utils,
    known: { kinds: new Map(), costs: new Map(), variables: new Map(), all: new Set(slots.keys()) },
    problems,
    absent,
  };
  const match = makeMatcher(context, rule.rule);
  const beginsAt = rule.beginsAt === undefined ? null : makeMatcher(context, rule.beginsAt);
  const constraints = Object.entries(rule.constraints).map(([name, condition]) => {
    if (!slots.has(name)) problems.push(`constraint on $${name}, which no pattern of the rule has`);
    return { slot: slots.get(name) ?? -1, match: makeMatcher(context, condition) };
  });
  const kinds = possibleKinds(context, rule.rule);
  // A rule for several languages may well name kinds that only one of them has; `checkRule` looks at all of them.
  const certain = rule.languages.length === 1 ? [...problems, ...absent] : problems;
  for (const problem of new Set(certain)) report(problem);
  return { match, beginsAt, constraints, slots, kinds, absent };
}

/** All meta-variables of a rule, each once. */
function namesOfRule(rule: Rule): readonly string[] {
  const codes = conditionsOf(rule).map(({ pattern }) =>
    typeof pattern === 'object' ? pattern.context : pattern,
  );
  return [...new Set(codes.flatMap((code) => (code === undefined ? [] : namesIn(code))))];
}
