import '../config/zod-without-eval.ts';
import { z } from 'zod';
import { AGENT_OUTCOMES, CATEGORIES, type Report, SEVERITIES } from '../model.ts';

/** Where editors find the schema of this major version; also its identity. */
export const REPORT_SCHEMA_ID =
  'https://raw.githubusercontent.com/org/multi-agent-review/v1/schemas/report.schema.json';

const count = () => z.int().min(0);
const text = () => z.string();
const severity = z.enum(SEVERITIES).describe('Severity, worst first: critical, high, medium, low, info.');

const proofStep = z
  .strictObject({
    path: text().optional().describe('File of the step, relative to the repository.'),
    line: z.int().min(0).optional().describe('1-based line of the step.'),
    text: text().describe('What happens in this step.'),
  })

  .describe('One step of the proof of a finding.');

const excerpt = z
  .strictObject({
    startLine: z.int().min(0).describe('1-based number of the first line.'),
    lines: z.array(text()).describe('The lines, secrets masked.'),
  })

  .describe('Lines around the finding.');

const finding = z
  .strictObject({
    id: text().describe('Short id that people type: the first hexadecimal digits of the fingerprint.'),
    fingerprint: text().describe(
      'Identity of the finding across pushes: f1: and a hash, without the line number.',
    ),
    reviewer: text().describe('Name of the reviewer that raised it.'),
    ruleId: text().describe('Rule or check that it comes from.'),
    category: z.enum(CATEGORIES).describe('What it is about; a closed list.'),
    cwe: text().optional().describe('Weakness number such as CWE-89.'),
    severity,
    confidence: z.number().min(0).max(100).describe('How sure the reviewer is, 0 to 100.'),
    anchor: z
      .enum(['line', 'file', 'subject'])
      .describe('What it points at: lines, a file, or the text in source.'),
    path: text().optional().describe('File, relative to the repository.'),
    startLine: z.int().min(1).optional().describe('First line, 1-based.'),
    endLine: z.int().min(1).optional().describe('Last line, inclusive.'),
    side: z.enum(['new', 'old']).optional().describe('Side of the diff that the lines are counted on.'),
    quote: text()
      .optional()
      .describe('Exact text of the first line, secrets masked; for a subject, of its text.'),
    source: text()
      .optional()
      .describe('Where the quote of a subject stands: title, description, path, commit message.'),
    symbol: text().describe('Enclosing function or class, or empty.'),
    title: text().describe('What is wrong, in one line.'),
    explanation: text().describe('What is wrong and why it matters.'),
    failureScenario: text().describe('What goes wrong, with which input.'),
    fix: text().describe('What to do about it.'),
    suggestion: text().optional().describe('Replacement for the lines, on the new side.'),
    proof: z.array(proofStep).describe('Steps that show it is true, in order.'),
    excerpt: excerpt.optional(),
    origin: z.enum(['analyzer', 'model', 'sarif']).describe('What kind of engine found it.'),
    verdict: z
      .enum(['confirmed', 'refuted', 'uncertain', 'unverified'])
      .describe('What the verifier said of it; unverified when it was not asked.'),
    agreedBy: z.array(text()).describe('Other reviewers that found the same.'),
    state: z
      .enum(['new', 'open', 'moved', 'fixed', 'dismissed', 'reopened'])
      .describe('What became of it since the last review.'),
    suppressedBy: text().optional().describe('Why it is not shown; absent when it is shown.'),
  })

  .describe('A finding that passed the mechanical gate: what it points at exists.');

const tokens = z
  .strictObject({
    input: count().describe('Uncached input tokens.'),
    cacheWritten: count().describe('Input tokens written to the cache.'),
    cacheRead: count().describe('Input tokens read from the cache.'),
    output: count().describe('Output tokens.'),
  })

  .describe('Tokens of model calls; zero without a model.');

const agent = z
  .strictObject({
    name: text().describe('Name of the reviewer.'),
    engine: z.enum(['analyzers', 'model', 'analyzers+model']).describe('What it ran on.'),
    status: z
      .enum(AGENT_OUTCOMES)
      .describe('What the run came to; all but done and not-needed are incomplete.'),
    required: z.boolean().describe('Its failure makes the review incomplete.'),
    reason: text().optional().describe('Why the status is not done, in words.'),
    model: z.nullable(text()).describe('Name of the model, or null.'),
    ms: z.number().min(0).describe('Wall time in milliseconds.'),
    tokens,
    costUsd: z.number().min(0).describe('Cost in US dollars.'),
    findings: z
      .strictObject({
        raised: count().describe('Raised by the reviewer.'),
        rejected: count().describe('Rejected by the mechanical gate.'),
        refuted: count().describe('Refuted by the verifier.'),
        shown: count().describe('Not suppressed.'),
      })

      .describe('What became of its findings.'),
  })

  .describe('One run of a reviewer.');

const pathReason = z.strictObject({
  path: text().describe('File.'),
  reason: text().describe('Why, in words.'),
  files: z
    .int()
    .positive()
    .optional()
    .describe('How many files the entry stands for, when it names a group.'),
});

const revision = z.strictObject({
  sha: z
    .nullable(text())
    .describe('40 hexadecimal digits; null for the index, the working tree or a bare patch.'),
  label: text().describe('What people call it: a branch, working tree, index, a file name.'),
});

const coverage = z
  .strictObject({
    reviewed: z
      .array(
        z.strictObject({
          path: text().describe('File.'),
          by: z.array(text()).describe('How it was read: tree, text, model.'),
        }),
      )

      .describe('Files that were reviewed.'),
    excluded: z
      .array(pathReason)

      .describe('Left out by policy; never makes the review incomplete.'),
    notReviewed: z
      .array(pathReason)

      .describe('Should have been reviewed and could not be; makes the review incomplete.'),
  })

  .describe('What became of each file of the change.');

const configProblem = z
  .strictObject({
    file: text().describe('Configuration file.'),
    line: z.nullable(z.int()).describe('1-based line, or null.'),
    column: z.nullable(z.int()).describe('1-based column, or null.'),
    key: text().describe('Dotted key, or empty for the whole file.'),
    message: text().describe('What is wrong and what is allowed.'),
  })

  .describe('A mistake in the configuration.');

const since = z.strictObject({
  head: text().describe('The commit of the last review.'),
  fixed: z
    .array(
      z.strictObject({
        id: text().describe('The short id under which it was shown.'),
        fingerprint: text().describe('Its identity.'),
        reviewer: text().describe('The reviewer that had raised it.'),
        severity: z.enum(SEVERITIES).describe('Its severity.'),
        title: text().describe('Its title.'),
        path: text().optional().describe('The file it stood in.'),
        fixedBy: text().describe('The reviewed commit in which it was first missing.'),
        isNew: z.boolean().describe('Whether this commit fixed it; otherwise an earlier one did.'),
      }),
    )
    .describe('Findings that are gone.'),
  notChecked: count().describe('Earlier findings that this review could not look for.'),
  dismissed: z.array(text()).describe('Ids of findings that are dismissed now and were not then.'),
  endedDismissals: z
    .array(text())
    .describe('Ids of findings whose dismissal ended because the code changed.'),
});

const extent = z.strictObject({
  kind: z.enum(['full', 'changed']).describe('changed: only what changed since the last review.'),
  reasons: z.array(text()).describe('Why everything was looked at; empty for changed.'),
  carriedFiles: count().describe('Files whose results were taken over from the last review.'),
  askedFiles: count().describe('Files that models were asked about.'),
  glance: z
    .strictObject({
      lines: count().describe('Changed lines since all reviewers looked.'),
      reviewers: z.array(text()).describe('Reviewers whose model was asked about them.'),
    })
    .optional()
    .describe('Present for a small push, about which only a few reviewers were asked.'),
});

const conflict = z
  .strictObject({
    findings: z.array(text()).describe('Short ids of the findings.'),
    reason: text().describe('What contradicts what.'),
  })

  .describe('Findings whose advice contradicts each other.');

const convergence = z.strictObject({
  round: count().describe('The automatic review that this is, counted from 1.'),
  after: count().describe('Setting convergence.rounds.'),
  suppressed: count().describe('Findings that are not shown for it; each is annotated.'),
});

const escalation = z.strictObject({
  reason: text().describe('Why a person should look, one sentence.'),
  role: text().describe('Who should; a role, never an account.'),
  reviewer: text().optional().describe('The reviewer whose run is the reason.'),
  paths: z.array(text()).optional().describe('The files it is about.'),
});

/** The report as it is published. Keys stand in the order in which the JSON output has them. */
export const reportSchema = z
  .strictObject({
    schemaVersion: z.literal(1).describe('Version of this format.'),
    tool: z
      .strictObject({ name: text().describe('Name of the tool.'), version: text().describe('Its version.') })

      .describe('What made the report.'),
    repository: text().describe('owner/name on a forge, or a folder name.'),
    head: revision.describe('The reviewed side.'),
    base: revision.describe('What it was compared with.'),
    verdict: z
      .enum(['clean', 'findings', 'incomplete', 'skipped'])
      .describe('clean only when everything was reviewed and nothing was found.'),
    gate: z.enum(['pass', 'fail', 'incomplete']).describe('What the commit status and the exit code follow.'),
    overriddenBy: text().optional().describe('Login of the person who overrode a failed gate for this head.'),
    override: z
      .strictObject({
        by: text().describe('Login of the person.'),
        reason: text().describe('Why, in the words of the person.'),
        head: text().describe('The commit that it holds for, and no other.'),
        source: text().describe('URL of the comment.'),
      })
      .optional()
      .describe('The override that let a gate pass which had not passed.'),
    incompleteReasons: z
      .array(text())

      .describe('Why the verdict is incomplete, one sentence each.'),
    mode: z.enum(['deterministic', 'models']).describe('deterministic: no model looked at the change.'),
    failOn: z
      .enum([...SEVERITIES, 'never'])
      .describe('Severity from which a certain finding fails the gate.'),
    findings: z.array(finding).describe('All findings, ranked; suppressed ones are annotated.'),
    shownCount: count().describe(
      'How many of the findings that are not suppressed are shown; the rest is folded.',
    ),
    conflicts: z
      .array(conflict)

      .optional()
      .describe('Advice that a person has to decide between.'),
    since: since.optional().describe('What became of the findings of the last review; absent on the first.'),
    extent: extent.optional().describe('How much the models were asked about; absent when none was.'),
    convergence: convergence.optional().describe('Present when only new and changed lines are commented on.'),
    escalations: z
      .array(escalation)
      .optional()
      .describe('What a person should look at; absent when there is nothing.'),
    agents: z.array(agent).describe('Runs of the reviewers.'),
    coverage,
    usage: z
      .strictObject({
        tokens,
        costUsd: z.number().min(0).describe('Cost of the whole run in US dollars.'),
        ms: z.number().min(0).describe('Wall time of the whole run in milliseconds.'),
      })

      .describe('What the whole run took.'),
    workflow: text().describe('Name of the workflow.'),
    configDigest: text().describe('Hash of the effective configuration.'),
    configProblems: z.array(configProblem).describe('Mistakes in the base configuration.'),
    notes: z.array(text()).describe('What else there is to say.'),
  })

  .describe('Report of multi-agent-review: what was found, by whom, and what was not looked at.');

/** Everything read-only, so that only keys, their optionality and their types are compared. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
/** True only for identical types: mutual assignability would not see a missing optional key. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fails to compile when the schema and `Report` drift apart, in either direction. */
export const REPORT_SCHEMA_AGREES: Same<Frozen<z.infer<typeof reportSchema>>, Frozen<Report>> = true;

/** JSON Schema (draft-07) of the report, as published in `schemas/report.schema.json`. */
export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(reportSchema, { target: 'draft-7', io: 'output' });
  return { $schema, $id: REPORT_SCHEMA_ID, title: 'multi-agent-review report', ...rest };
}
