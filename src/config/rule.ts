import type { Category, Severity } from '../model.ts';
import type { TaintKind } from './taint-model.ts';

/**
 * One condition on a syntax node, in the ast-grep convention: every key present must hold. Meta-variables in patterns:
 * `$NAME` one node, `$$$NAME` any number of siblings, `$_` one node that is not kept. The same name twice means equal
 * text.
 */
export interface RuleNode {
  /** Code to match; `context` + `selector` when the code alone does not parse to the wanted node. */
  readonly pattern?: string | { readonly context: string; readonly selector: string };
  /** Node kind of the language's tree-sitter grammar. */
  readonly kind?: string;
  /** Matches the node's text (not anchored). RE2 syntax: no look-around, no back-references. */
  readonly regex?: string;
  readonly any?: readonly RuleNode[];
  readonly all?: readonly RuleNode[];
  readonly not?: RuleNode;
  /** Name of an entry in the rule's `utils`. */
  readonly matches?: string;
  readonly inside?: RelationalNode;
  readonly has?: RelationalNode;
  /** A later sibling of the related node. */
  readonly follows?: RelationalNode;
  /** An earlier sibling of the related node. */
  readonly precedes?: RelationalNode;
}

/** A condition on a related node. */
export interface RelationalNode extends RuleNode {
  /** `neighbor` (default): only the direct parent, child or sibling. `end`: as far as there are any. Or until a match. */
  readonly stopBy?: 'neighbor' | 'end' | RuleNode;
  /** The related node stands in this grammar field. */
  readonly field?: string;
}

/**
 * What a file's text must hold for a rule to have a chance: one text, all of several, or any of several. Null when
 * nothing can be said. Most rules name a function or a word; most files do not have it and are done with the rule.
 */
export type RequiredText =
  | string
  | { readonly all: readonly RequiredText[] }
  | { readonly any: readonly RequiredText[] }
  | null;

/** A sample that a rule must or must not match. */
export interface RuleTest {
  readonly code: string;
  /** Language of the sample; the rule's first language when absent. */
  readonly language?: string;
  /** Path the sample is imagined at, for rules limited by `paths`. */
  readonly path?: string;
}

/**
 * A rule, from `reviewers/<name>/rules/*.yml` or `.github/multi-agent-review/rules/*.yml`. Texts may hold `$NAME`, which
 * stands for what the meta-variable matched.
 */
export interface Rule {
  readonly id: string;
  /** The reviewer it is filed under. */
  readonly reviewer: string;
  /** At most 80 characters. */
  readonly title: string;
  readonly severity: Severity;
  /** 0–100. */
  readonly confidence: number;
  readonly category: Category;
  /** Such as `CWE-89`. */
  readonly cwe?: string;
  /**
   * Language ids (`javascript`, `typescript`, `tsx`, `python`, …). `text` means: every text file, line by line, with
   * `rule.regex` alone.
   */
  readonly languages: readonly string[];
  /** Globs of files it applies to; empty means all. `!` excludes. */
  readonly paths: readonly string[];
  readonly rule: RuleNode;
  /** Only the first match among the changed lines of a file is reported. */
  readonly oncePerFile?: true;
  /**
   * The innermost node around a match that a finding begins at, such as the container whose setting is wrong, where the
   * change adds all lines between. What is wrong must itself be changed.
   */
  readonly beginsAt?: RuleNode;
  /** A kind of harm: the rule says what is found when input arrives there, and `rule` is empty. */
  readonly taint?: TaintKind;
  /** Conditions on what the meta-variables matched. */
  readonly constraints: Readonly<Record<string, RuleNode>>;
  readonly utils: Readonly<Record<string, RuleNode>>;
  /** One sentence: what is wrong here. Becomes the explanation, with `why` behind it. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What goes wrong, with which input. */
  readonly failureScenario: string;
  readonly fix: string;
  readonly references: readonly string[];
  readonly tests: { readonly match: readonly RuleTest[]; readonly noMatch: readonly RuleTest[] };
  /** File it comes from, for messages. */
  readonly source: string;
  readonly builtIn: boolean;
  /** What a text must hold, by language, of rules for which it was worked out when the program was built. */
  readonly required?: Readonly<Record<string, RequiredText>>;
}
