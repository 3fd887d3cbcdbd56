import * as z from 'zod';
import { CATEGORIES, SEVERITIES } from '../model.ts';
import { LONGEST_REGEX } from './check-regex.ts';
import type { RelationalNode, RuleNode } from './rule.ts';
import { choice, flag, globs, list, name, ruleId, section, text, wholeNumber } from './shapes.ts';

/** Languages that rules can be written for: those with a syntax tree, and `text` for any file line by line. */
export const RULE_LANGUAGES = [
  'javascript',
  'typescript',
  'tsx',
  'python',
  'go',
  'java',
  'ruby',
  'rust',
  'php',
  'bash',
  'csharp',
  'c',
  'cpp',
  'css',
  'dockerfile',
  'hcl',
  'yaml',
  'json',
  'jsonc',
  'sql',
  'text',
] as const;

const CONDITION =
  'a condition: a map with pattern, kind, regex, any, all, not, matches, inside, has, follows or precedes';

const code = text('code of at most 4000 characters', { max: 4000 });
// Kinds of tokens are the tokens themselves, such as "=" or "?.".
const kind = text('a node kind such as "call_expression"', { max: 80, pattern: /^\S+$/ });
const field = text('a field of the grammar such as "arguments"', { max: 80, pattern: /^[a-z_]+$/ });
const utilName = text('a name of letters, digits, "-" and "_"', {
  max: 60,
  pattern: /^[A-Za-z][A-Za-z0-9_-]*$/,
});
const variable = text('the name of a meta-variable without "$", such as NAME', {
  max: 40,
  pattern: /^[A-Z_][A-Z0-9_]*$/,
});

const patternWithContext = section({
  context: code.describe('Code in which the pattern parses.'),
  selector: kind.describe('Kind of the node within the context that is meant.'),
});

const nodes = (): z.ZodType<RuleNode[]> =>
  list(
    z.lazy(() => node),
    'conditions',
    { max: 100, min: 1 },
  );

const conditions = {
  pattern: z
    .union([code, patternWithContext], { error: 'code, or a map with context and selector' })
    .optional()
    .describe('Code to match; $NAME stands for one node, $$$NAME for any number.'),
  kind: kind.optional().describe('Kind of the node in the tree-sitter grammar of the language.'),
  regex: text(`a regular expression of at most ${LONGEST_REGEX} characters`, { max: LONGEST_REGEX })
    .optional()
    .describe('Expression found in the text of the node. RE2 syntax: no look-around, no back-references.'),
  any: z.lazy(nodes).optional().describe('One of these conditions holds.'),
  all: z.lazy(nodes).optional().describe('All of these conditions hold.'),
  not: z
    .lazy(() => node)
    .optional()
    .describe('This condition does not hold.'),
  matches: utilName.optional().describe('The condition of this name under utils holds.'),
  inside: z
    .lazy(() => relational)
    .optional()
    .describe('The node lies inside of one that matches.'),
  has: z
    .lazy(() => relational)
    .optional()
    .describe('The node holds one that matches.'),
  follows: z
    .lazy(() => relational)
    .optional()
    .describe('The node comes after one that matches.'),
  precedes: z
    .lazy(() => relational)
    .optional()
    .describe('The node comes before one that matches.'),
};

const CONDITION_KEYS = Object.keys(conditions);

function hasCondition(shape: object): boolean {
  return CONDITION_KEYS.some((key) => key in shape);
}

/** A condition on a node. Explicitly typed because it refers to itself. */
const node: z.ZodType<RuleNode> = section(conditions)
  .refine(hasCondition, { error: `the condition is empty; expected ${CONDITION}` })
  .meta({ id: 'condition' });

const relational: z.ZodType<RelationalNode> = section({
  ...conditions,
  stopBy: z
    .union([choice(['neighbor', 'end']), z.lazy(() => node)], { error: '"neighbor", "end" or a condition' })
    .optional()
    .describe('How far to look: "neighbor" (the default), "end", or until a node matches this condition.'),
  field: field.optional().describe('Field of the grammar in which the related node stands.'),
})
  .refine((shape) => hasCondition(shape) || 'field' in shape, {
    error: `the condition is empty; expected ${CONDITION}`,
  })
  .meta({ id: 'related' });

const sample = z.union(
  [
    code,
    section({
      code: code.describe('The sample.'),
      language: choice(RULE_LANGUAGES)
        .optional()
        .describe('Its language; the first of the rule when left out.'),
      path: text('a path of at most 200 characters', { max: 200 })
        .optional()
        .describe('Path it is imagined at, for rules that are limited by paths.'),
    }),
  ],
  { error: 'code, or a map with code, language and path' },
);

const prose = (what: string, max: number) => text(`${what} of at most ${max} characters`, { max });
const samples = () => list(sample, 'samples', { max: 100, min: 1 });

/** Conditions by name, of one rule or shared by the rules of a folder. */
export const utilsSchema = z.record(utilName, node, { error: 'a map of names, each with a condition' });

/** One rule. */
export const ruleSchema = section({
  id: ruleId().describe('What reports and settings call the rule.'),
  reviewer: name().optional().describe('The reviewer it is filed under. Needed in your own rules.'),
  title: prose('a title', 80).describe('The headline of a finding.'),
  severity: choice(SEVERITIES).describe('How bad it is.'),
  confidence: wholeNumber(0, 100).default(80).describe('How sure a match is a defect, 0–100.'),
  category: choice(CATEGORIES).describe('What kind of defect it is.'),
  cwe: text('a weakness id such as "CWE-89"', { max: 10, pattern: /^CWE-[1-9][0-9]{0,5}$/ })
    .optional()
    .describe('Entry of the Common Weakness Enumeration.'),
  languages: list(choice(RULE_LANGUAGES), 'languages', { max: RULE_LANGUAGES.length, min: 1 }).describe(
    'Languages it applies to; "text" alone means every text file, line by line, with rule.regex.',
  ),
  paths: globs().default([]).describe('Files it applies to, "!…" excludes; empty means all.'),
  rule: node.describe('The condition on a syntax node.'),
  constraints: z
    .record(variable, node, { error: 'a map of meta-variables, each with a condition' })
    .default({})
    .describe('Conditions on what the meta-variables matched.'),
  'begins-at': node
    .optional()
    .describe(
      'The innermost node around the match at which the finding begins, when all lines between are new too.',
    ),
  'once-per-file': flag()
    .default(false)
    .describe('Only the first match of a file is reported: the others are the same habit.'),
  utils: utilsSchema.default({}).describe('Conditions by name, for matches.'),
  message: prose('a sentence', 500).describe(
    'What is wrong, in one sentence. $NAME stands for what it matched.',
  ),
  why: prose('text', 2000).describe('Why it matters.'),
  'failure-scenario': prose('text', 2000).describe('What goes wrong, with which input.'),
  fix: prose('text', 2000).describe('What to do about it.'),
  references: list(
    text('an address that begins with https://', { max: 300, pattern: /^https:\/\/[^\s<>"'`\\]+$/ }),
    'addresses',
    { max: 10 },
  )
    .default([])
    .describe('Where to read more.'),
  tests: section({
    match: samples().describe('Code that the rule must match.'),
    'no-match': samples().describe('Code that the rule must not match.'),
  }).describe('Samples that prove the rule; at least one of each.'),
});

export type RuleShape = z.infer<typeof ruleSchema>;

/** A file of rules: the JSON Schema is made of this. */
export const ruleFileSchema = z.union([
  ruleSchema,
  section({
    utils: utilsSchema.optional().describe('Conditions by name, shared by all rules of this folder.'),
    rules: list(ruleSchema, 'rules', { max: 500 }).optional().describe('The rules.'),
  }),
]);
