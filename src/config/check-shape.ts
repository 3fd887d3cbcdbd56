import type * as z from 'zod';
import type { ConfigProblem } from '../model.ts';
import { explainIssue } from './explain-issue.ts';
import { capped, MOST_PROBLEMS } from './parsed.ts';
import { showText } from './show-value.ts';
import { dotted, placeOf, toData, without, type YamlEntry, type YamlNode } from './yaml-node.ts';

/** Leaving entries out can uncover others (a check over the whole that could not run before), but never for long. */
const MOST_ROUNDS = 8;

/** What stood the check, and the tree it was made of, for the places of its parts. */
export interface Checked<Value> {
  readonly value: Value | null;
  readonly kept: YamlNode;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Checks a tree against a schema. Each wrong or unknown entry becomes a problem and is left out, and the rest is
 * checked again, so that one slip costs one entry.
 *
 * @returns `value` is null when what is left does not fit either: a required key is missing or wrong
 */
export function checkShape<Value>(schema: z.ZodType<Value>, root: YamlNode, file: string): Checked<Value> {
  const problems: ConfigProblem[] = [];
  // What was left out, and lists and maps that lost an entry: that they are missing or too short now is our doing, not
  // another mistake.
  const touched = new Set<string>();
  let kept = root;
  let more = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const result = schema.safeParse(toData(kept));
    if (result.success) {
      return { value: result.data, kept, problems: capped(problems, more) };
    }
    const dropped = new Set<YamlEntry>();
    const seen = new Set<string>();
    const leftOut: string[] = [];
    for (const mistake of result.error.issues.flatMap((issue) => explainIssue(issue, kept))) {
      const place = placeOf(kept, mistake.path);
      const key = dotted(place.path);
      const last = place.trail.at(-1);
      if (last !== undefined) {
        dropped.add(last);
        const keys = place.trail.map((entry) => entry.key);
        leftOut.push(dotted(keys), dotted(keys.slice(0, -1)));
      }
      if (touched.has(key) || seen.has(key)) {
        continue;
      }
      seen.add(key);
      if (problems.length < MOST_PROBLEMS) {
        const at = mistake.aboutKey || place.node === null ? place.keyAt : place.node.at;
        problems.push({
          file,
          line: at.line,
          column: at.column,
          key: showText(key),
          message: mistake.message(),
        });
      } else {
        more += 1;
      }
    }
    if (dropped.size === 0) {
      break;
    }
    for (const key of leftOut) {
      touched.add(key);
    }
    kept = without(kept, dropped);
  }
  return { value: null, kept, problems: capped(problems, more) };
}
