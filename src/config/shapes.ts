import './zod-without-eval.ts';
import * as z from 'zod';
import { checkGlob, LONGEST_GLOB, MOST_GLOBS } from './compile-glob.ts';

/**
 * The building blocks of every schema here. Each says in words what it allows; that text is the whole message of
 * zod's issue, and `explainIssue` puts the user's value before it.
 */

/** Text with a length and, if given, a pattern. */
export function text(allowed: string, limits: { max: number; min?: number; pattern?: RegExp }) {
  const { max, min = 1, pattern } = limits;
  const bounded = z.string({ error: allowed }).min(min, { error: allowed }).max(max, { error: allowed });
  return pattern === undefined ? bounded : bounded.regex(pattern, { error: allowed });
}

const NAME = 'a name of at most 40 characters in lower-case words joined by hyphens, such as "api-design"';

/** Name of a reviewer, a workflow or a phase. */
export function name() {
  return text(NAME, { max: 40, pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ });
}

/** Id of a rule or a check. */
export function ruleId() {
  const allowed =
    'a rule id of at most 80 characters in lower-case words joined by hyphens, such as "no-raw-sql"';
  return text(allowed, { max: 80, pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ });
}

/** One of a closed list of words. */
export function choice<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `one of ${words.join(', ')}` });
}

export function flag() {
  return z.boolean({ error: 'true or false' });
}

export function wholeNumber(min: number, max: number) {
  const error = `a whole number from ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error });
}

export function amount(min: number, max: number) {
  const error = `a number from ${min} to ${max}`;
  return z.number({ error }).min(min, { error }).max(max, { error });
}

/** A list; `what` names its entries in the plural. */
export function list<Item extends z.ZodType>(
  item: Item,
  what: string,
  limits: { max: number; min?: number },
) {
  const { max, min = 0 } = limits;
  const error = min > 0 ? `a list of ${min} to ${max} ${what}` : `a list of at most ${max} ${what}`;
  return z.array(item, { error }).min(min, { error }).max(max, { error });
}

/** A list of globs, each checked. */
export function globs() {
  const glob = text(`a pattern of at most ${LONGEST_GLOB} characters`, { max: LONGEST_GLOB }).superRefine(
    (pattern, context) => {
      const message = checkGlob(pattern);
      if (message !== null) {
        context.addIssue({ code: 'custom', message });
      }
    },
  );
  return list(glob, 'path patterns, such as "src/**" or "!**/*.snap"', { max: MOST_GLOBS });
}

/** A map with exactly these keys. For an unknown key the message is the list of known ones, joined by a comma. */
export function section<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? keys : `a map with the keys ${keys}`),
  });
}
