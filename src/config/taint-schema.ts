import * as z from 'zod';
import { CATEGORIES, SEVERITIES } from '../model.ts';
import { checkRegex, LONGEST_REGEX } from './check-regex.ts';
import { RULE_LANGUAGES } from './rule-schema.ts';
import { choice, flag, list, section, text, wholeNumber } from './shapes.ts';
import { TAINT_KINDS } from './taint-model.ts';

const pathPattern = text('a path such as "os.system" or "*.execute"', { max: 120, pattern: /^[^\s]+$/ });
const word = text('a name', { max: 80, pattern: /^\S+$/ });
const prose = (what: string, max: number) => text(`${what} of at most ${max} characters`, { max });
const paths = () => list(pathPattern, 'paths', { max: 300 }).default([]);
const words = () => list(word, 'names', { max: 300 }).default([]);
const kind = choice(TAINT_KINDS);
const kinds = list(kind, 'kinds', { max: TAINT_KINDS.length });
/** `all` is written out: a sanitiser of everything must not come from a forgotten line. */
const kindsOrAll = z
  .union([z.literal('all'), kind, kinds], { error: `"all", or one or several of ${TAINT_KINDS.join(', ')}` })
  .transform((given) => (given === 'all' ? [] : typeof given === 'string' ? [given] : given));
const argument = z.union([wholeNumber(0, 20), word], {
  error: 'a position counted from 0, or the name of an argument',
});
const positions = list(argument, 'arguments', { max: 20 }).default([]);
const constant = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: 'a text, a number, true, false or null',
});
const tests = list(
  section({
    argument,
    is: list(constant, 'constants', { max: 20 }).default([]),
    below: wholeNumber(0, 1_000_000).nullable().default(null),
  }),
  'conditions',
  { max: 10 },
).default([]);

const regex = text(`an expression of at most ${LONGEST_REGEX} characters`, {
  max: LONGEST_REGEX,
}).superRefine((expression, context) => {
  const { problem } = checkRegex(expression, 5_000);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

const source = section({
  objects: paths().describe('Values that carry input, such as a request.'),
  reads: words().describe('Properties of the objects that are input.'),
  calls: paths().describe('Methods of the objects, or whole paths of calls, that give input.'),
  what: prose('what it is, in words', 80),
  doubt: wholeNumber(0, 2).default(0),
  kinds: kinds.default([]).describe('What the input can do harm as; everything when left out.'),
});
const handler = section({
  decorators: paths(),
  callbacks: paths(),
  names: words(),
  signatures: words().describe(
    'First two parameters such as "parent,args"; "{}" is one that is taken apart.',
  ),
  objects: words().describe('What the parameters are: "input", "-", or the name of a source object.'),
  'input-unless': words()
    .nullable()
    .default(null)
    .describe('Every parameter is input, except with these types.'),
  annotations: words().describe('Annotations of a parameter that make it input.'),
  parameters: words().describe('Names of parameters that say themselves that they are input.'),
  answers: choice(['page', 'data'])
    .default('page')
    .describe('What a text becomes that the function returns: a page, or data such as JSON.'),
  what: prose('what it is, in words', 80),
});
const sink = section({
  kind,
  calls: paths(),
  assigns: paths(),
  returns: flag().default(false),
  arguments: positions,
  deep: flag().default(false),
  fields: words(),
  program: flag().default(false),
  whole: flag().default(false),
  sure: flag().default(false),
  doubt: wholeNumber(0, 2).default(0),
  always: flag().default(false),
  constant: regex.nullable().default(null),
  checkable: flag().default(false),
  parameters: choice(['no', 'built', 'any']).default('no'),
  when: tests,
  unless: tests,
  confidence: wholeNumber(0, 100).nullable().default(null),
});
const sanitiser = section({
  calls: paths(),
  guards: paths(),
  kinds: kindsOrAll,
  when: tests,
  to: choice(['result', 'receiver']).default('result'),
});
const propagator = section({
  calls: paths(),
  from: positions,
  to: choice(['result', 'receiver']).default('result'),
  restores: flag().default(false),
});

const code = text('code of at most 4000 characters', { max: 4000 });
const sample = z.union(
  [
    code,
    section({ code, language: choice(RULE_LANGUAGES).optional(), path: prose('a path', 200).optional() }),
  ],
  { error: 'code, or a map with code, language and path' },
);
const samples = section({
  match: list(sample, 'samples', { max: 100 }).default([]),
  'no-match': list(sample, 'samples', { max: 100 }).default([]),
});

/** A file of the folder `taint/`. */
export const taintFileSchema = section({
  languages: list(choice(RULE_LANGUAGES), 'languages', { max: RULE_LANGUAGES.length, min: 1 }),
  sources: list(source, 'sources', { max: 100 }).default([]),
  handlers: list(handler, 'handlers', { max: 100 }).default([]),
  sinks: list(sink, 'sinks', { max: 300 }).default([]),
  sanitisers: list(sanitiser, 'sanitisers', { max: 100 }).default([]),
  propagators: list(propagator, 'propagators', { max: 100 }).default([]),
  tests: z.partialRecord(kind, samples, { error: `a map of kinds: ${TAINT_KINDS.join(', ')}` }).default({}),
});

/** `kinds.yml` of the folder: what is said of a finding, by kind. */
export const taintKindsSchema = section({
  kinds: list(
    section({
      kind,
      title: prose('a title', 80),
      severity: choice(SEVERITIES),
      confidence: wholeNumber(0, 100).default(80),
      category: choice(CATEGORIES),
      cwe: text('a weakness id such as "CWE-89"', { max: 10, pattern: /^CWE-[1-9][0-9]{0,5}$/ }),
      message: prose('a sentence', 500),
      why: prose('text', 2000),
      'failure-scenario': prose('text', 2000),
      fix: prose('text', 2000),
    }),
    'kinds',
    { max: TAINT_KINDS.length, min: 1 },
  ),
});

export type TaintFileShape = z.infer<typeof taintFileSchema>;
export type TaintKindShape = z.infer<typeof taintKindsSchema>['kinds'][number];
