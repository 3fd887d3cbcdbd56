import * as z from 'zod';
import { DISMISSAL_SCOPES, LONGEST_PATH, LONGEST_REASON, LONGEST_RULE_ID } from '../model.ts';
import { choice, list, section, text } from './shapes.ts';

export const MOST_DISMISSALS = 2_000;

const DATE = 'a date such as 2027-06-30';

/** What a scope cannot do without. */
const NEEDED = {
  finding: ['fingerprint'],
  file: ['rule', 'path'],
  rule: ['rule'],
} as const;

/** One entry of the list. */
export const dismissalSchema = section({
  fingerprint: text('a fingerprint such as "f1:" and 24 hexadecimal digits, as reports show it', {
    max: 27,
    pattern: /^f1:[0-9a-f]{24}$/,
  })
    .optional()
    .describe('The finding, as the report names it. Needed for scope finding.'),
  scope: choice(DISMISSAL_SCOPES)
    .default('finding')
    .describe('finding: this one. file: the same rule in the same file. rule: the same rule everywhere.'),
  rule: text(`a rule id of at most ${LONGEST_RULE_ID} characters`, { max: LONGEST_RULE_ID })
    .optional()
    .describe('Rule that the finding comes from. Needed for scope file and rule.'),
  path: text(`a path of at most ${LONGEST_PATH} characters`, { max: LONGEST_PATH })
    .optional()
    .describe('File of the finding, relative to the repository; not a pattern. Needed for scope file.'),
  reason: text(`a reason of at most ${LONGEST_REASON} characters`, {
    max: LONGEST_REASON,
    pattern: /\S/,
  }).describe('Why nothing needs to be done; reports show it.'),
  by: text('a login such as alice, without "@"', {
    max: 100,
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\[bot\])?$/,
  }).describe('Who decided it: a login.'),
  until: z.iso
    .date({ error: DATE })
    .optional()
    .describe('The last day on which it holds (UTC). Without it: until the code changes.'),
}).superRefine((entry, context) => {
  for (const key of NEEDED[entry.scope]) {
    if (entry[key] !== undefined) continue;
    context.addIssue({
      code: 'custom',
      path: [key],
      message: `the ${key}, which scope "${entry.scope}" needs`,
    });
  }
});

export type DismissalShape = z.infer<typeof dismissalSchema>;

/** `.github/multi-agent-review/dismissals.yml`. The JSON Schema is made of this. */
export const dismissalsSchema = list(dismissalSchema, 'dismissals', { max: MOST_DISMISSALS });
