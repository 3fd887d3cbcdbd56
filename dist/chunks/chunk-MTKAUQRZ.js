import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  external_exports
} from "./chunk-7C5JEGDL.js";
import {
  AGENT_OUTCOMES,
  CATEGORIES,
  SEVERITIES
} from "./chunk-ZKMO4PZO.js";

// src/render/report-schema.ts
var REPORT_SCHEMA_ID = "https://raw.githubusercontent.com/org/multi-agent-review/v1/schemas/report.schema.json";
var count = () => external_exports.int().min(0);
var text = () => external_exports.string();
var severity = external_exports.enum(SEVERITIES).describe("Severity, worst first: critical, high, medium, low, info.");
var proofStep = external_exports.strictObject({
  path: text().optional().describe("File of the step, relative to the repository."),
  line: external_exports.int().min(0).optional().describe("1-based line of the step."),
  text: text().describe("What happens in this step.")
}).describe("One step of the proof of a finding.");
var excerpt = external_exports.strictObject({
  startLine: external_exports.int().min(0).describe("1-based number of the first line."),
  lines: external_exports.array(text()).describe("The lines, secrets masked.")
}).describe("Lines around the finding.");
var finding = external_exports.strictObject({
  id: text().describe("Short id that people type: the first hexadecimal digits of the fingerprint."),
  fingerprint: text().describe(
    "Identity of the finding across pushes: f1: and a hash, without the line number."
  ),
  reviewer: text().describe("Name of the reviewer that raised it."),
  ruleId: text().describe("Rule or check that it comes from."),
  category: external_exports.enum(CATEGORIES).describe("What it is about; a closed list."),
  cwe: text().optional().describe("Weakness number such as CWE-89."),
  severity,
  confidence: external_exports.number().min(0).max(100).describe("How sure the reviewer is, 0 to 100."),
  anchor: external_exports.enum(["line", "file", "subject"]).describe("What it points at: lines, a file, or the text in source."),
  path: text().optional().describe("File, relative to the repository."),
  startLine: external_exports.int().min(1).optional().describe("First line, 1-based."),
  endLine: external_exports.int().min(1).optional().describe("Last line, inclusive."),
  side: external_exports.enum(["new", "old"]).optional().describe("Side of the diff that the lines are counted on."),
  quote: text().optional().describe("Exact text of the first line, secrets masked; for a subject, of its text."),
  source: text().optional().describe("Where the quote of a subject stands: title, description, path, commit message."),
  symbol: text().describe("Enclosing function or class, or empty."),
  title: text().describe("What is wrong, in one line."),
  explanation: text().describe("What is wrong and why it matters."),
  failureScenario: text().describe("What goes wrong, with which input."),
  fix: text().describe("What to do about it."),
  suggestion: text().optional().describe("Replacement for the lines, on the new side."),
  proof: external_exports.array(proofStep).describe("Steps that show it is true, in order."),
  excerpt: excerpt.optional(),
  origin: external_exports.enum(["analyzer", "model", "sarif"]).describe("What kind of engine found it."),
  verdict: external_exports.enum(["confirmed", "refuted", "uncertain", "unverified"]).describe("What the verifier said of it; unverified when it was not asked."),
  agreedBy: external_exports.array(text()).describe("Other reviewers that found the same."),
  state: external_exports.enum(["new", "open", "moved", "fixed", "dismissed", "reopened"]).describe("What became of it since the last review."),
  suppressedBy: text().optional().describe("Why it is not shown; absent when it is shown.")
}).describe("A finding that passed the mechanical gate: what it points at exists.");
var tokens = external_exports.strictObject({
  input: count().describe("Uncached input tokens."),
  cacheWritten: count().describe("Input tokens written to the cache."),
  cacheRead: count().describe("Input tokens read from the cache."),
  output: count().describe("Output tokens.")
}).describe("Tokens of model calls; zero without a model.");
var agent = external_exports.strictObject({
  name: text().describe("Name of the reviewer."),
  engine: external_exports.enum(["analyzers", "model", "analyzers+model"]).describe("What it ran on."),
  status: external_exports.enum(AGENT_OUTCOMES).describe("What the run came to; all but done and not-needed are incomplete."),
  required: external_exports.boolean().describe("Its failure makes the review incomplete."),
  reason: text().optional().describe("Why the status is not done, in words."),
  model: external_exports.nullable(text()).describe("Name of the model, or null."),
  ms: external_exports.number().min(0).describe("Wall time in milliseconds."),
  tokens,
  costUsd: external_exports.number().min(0).describe("Cost in US dollars."),
  findings: external_exports.strictObject({
    raised: count().describe("Raised by the reviewer."),
    rejected: count().describe("Rejected by the mechanical gate."),
    refuted: count().describe("Refuted by the verifier."),
    shown: count().describe("Not suppressed.")
  }).describe("What became of its findings.")
}).describe("One run of a reviewer.");
var pathReason = external_exports.strictObject({
  path: text().describe("File."),
  reason: text().describe("Why, in words."),
  files: external_exports.int().positive().optional().describe("How many files the entry stands for, when it names a group.")
});
var revision = external_exports.strictObject({
  sha: external_exports.nullable(text()).describe("40 hexadecimal digits; null for the index, the working tree or a bare patch."),
  label: text().describe("What people call it: a branch, working tree, index, a file name.")
});
var coverage = external_exports.strictObject({
  reviewed: external_exports.array(
    external_exports.strictObject({
      path: text().describe("File."),
      by: external_exports.array(text()).describe("How it was read: tree, text, model.")
    })
  ).describe("Files that were reviewed."),
  excluded: external_exports.array(pathReason).describe("Left out by policy; never makes the review incomplete."),
  notReviewed: external_exports.array(pathReason).describe("Should have been reviewed and could not be; makes the review incomplete.")
}).describe("What became of each file of the change.");
var configProblem = external_exports.strictObject({
  file: text().describe("Configuration file."),
  line: external_exports.nullable(external_exports.int()).describe("1-based line, or null."),
  column: external_exports.nullable(external_exports.int()).describe("1-based column, or null."),
  key: text().describe("Dotted key, or empty for the whole file."),
  message: text().describe("What is wrong and what is allowed.")
}).describe("A mistake in the configuration.");
var since = external_exports.strictObject({
  head: text().describe("The commit of the last review."),
  fixed: external_exports.array(
    external_exports.strictObject({
      id: text().describe("The short id under which it was shown."),
      fingerprint: text().describe("Its identity."),
      reviewer: text().describe("The reviewer that had raised it."),
      severity: external_exports.enum(SEVERITIES).describe("Its severity."),
      title: text().describe("Its title."),
      path: text().optional().describe("The file it stood in."),
      fixedBy: text().describe("The reviewed commit in which it was first missing."),
      isNew: external_exports.boolean().describe("Whether this commit fixed it; otherwise an earlier one did.")
    })
  ).describe("Findings that are gone."),
  notChecked: count().describe("Earlier findings that this review could not look for."),
  dismissed: external_exports.array(text()).describe("Ids of findings that are dismissed now and were not then."),
  endedDismissals: external_exports.array(text()).describe("Ids of findings whose dismissal ended because the code changed.")
});
var extent = external_exports.strictObject({
  kind: external_exports.enum(["full", "changed"]).describe("changed: only what changed since the last review."),
  reasons: external_exports.array(text()).describe("Why everything was looked at; empty for changed."),
  carriedFiles: count().describe("Files whose results were taken over from the last review."),
  askedFiles: count().describe("Files that models were asked about."),
  glance: external_exports.strictObject({
    lines: count().describe("Changed lines since all reviewers looked."),
    reviewers: external_exports.array(text()).describe("Reviewers whose model was asked about them.")
  }).optional().describe("Present for a small push, about which only a few reviewers were asked.")
});
var conflict = external_exports.strictObject({
  findings: external_exports.array(text()).describe("Short ids of the findings."),
  reason: text().describe("What contradicts what.")
}).describe("Findings whose advice contradicts each other.");
var convergence = external_exports.strictObject({
  round: count().describe("The automatic review that this is, counted from 1."),
  after: count().describe("Setting convergence.rounds."),
  suppressed: count().describe("Findings that are not shown for it; each is annotated.")
});
var escalation = external_exports.strictObject({
  reason: text().describe("Why a person should look, one sentence."),
  role: text().describe("Who should; a role, never an account."),
  reviewer: text().optional().describe("The reviewer whose run is the reason."),
  paths: external_exports.array(text()).optional().describe("The files it is about.")
});
var reportSchema = external_exports.strictObject({
  schemaVersion: external_exports.literal(1).describe("Version of this format."),
  tool: external_exports.strictObject({ name: text().describe("Name of the tool."), version: text().describe("Its version.") }).describe("What made the report."),
  repository: text().describe("owner/name on a forge, or a folder name."),
  head: revision.describe("The reviewed side."),
  base: revision.describe("What it was compared with."),
  verdict: external_exports.enum(["clean", "findings", "incomplete", "skipped"]).describe("clean only when everything was reviewed and nothing was found."),
  gate: external_exports.enum(["pass", "fail", "incomplete"]).describe("What the commit status and the exit code follow."),
  overriddenBy: text().optional().describe("Login of the person who overrode a failed gate for this head."),
  override: external_exports.strictObject({
    by: text().describe("Login of the person."),
    reason: text().describe("Why, in the words of the person."),
    head: text().describe("The commit that it holds for, and no other."),
    source: text().describe("URL of the comment.")
  }).optional().describe("The override that let a gate pass which had not passed."),
  incompleteReasons: external_exports.array(text()).describe("Why the verdict is incomplete, one sentence each."),
  mode: external_exports.enum(["deterministic", "models"]).describe("deterministic: no model looked at the change."),
  failOn: external_exports.enum([...SEVERITIES, "never"]).describe("Severity from which a certain finding fails the gate."),
  findings: external_exports.array(finding).describe("All findings, ranked; suppressed ones are annotated."),
  shownCount: count().describe(
    "How many of the findings that are not suppressed are shown; the rest is folded."
  ),
  conflicts: external_exports.array(conflict).optional().describe("Advice that a person has to decide between."),
  since: since.optional().describe("What became of the findings of the last review; absent on the first."),
  extent: extent.optional().describe("How much the models were asked about; absent when none was."),
  convergence: convergence.optional().describe("Present when only new and changed lines are commented on."),
  escalations: external_exports.array(escalation).optional().describe("What a person should look at; absent when there is nothing."),
  agents: external_exports.array(agent).describe("Runs of the reviewers."),
  coverage,
  usage: external_exports.strictObject({
    tokens,
    costUsd: external_exports.number().min(0).describe("Cost of the whole run in US dollars."),
    ms: external_exports.number().min(0).describe("Wall time of the whole run in milliseconds.")
  }).describe("What the whole run took."),
  workflow: text().describe("Name of the workflow."),
  configDigest: text().describe("Hash of the effective configuration."),
  configProblems: external_exports.array(configProblem).describe("Mistakes in the base configuration."),
  notes: external_exports.array(text()).describe("What else there is to say.")
}).describe("Report of multi-agent-review: what was found, by whom, and what was not looked at.");
function reportJsonSchema() {
  const { $schema, ...rest } = external_exports.toJSONSchema(reportSchema, { target: "draft-7", io: "output" });
  return { $schema, $id: REPORT_SCHEMA_ID, title: "multi-agent-review report", ...rest };
}

// src/render/render-json.ts
var HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;
function renderJson(report) {
  return toJson(inSchemaOrder(report, reportJsonSchema()));
}
function toJson(value) {
  return `${escapeHidden(JSON.stringify(value, null, 2))}
`;
}
function escapeHidden(json) {
  return json.replace(HIDDEN, (character) => {
    const first = unicodeEscape(character.charCodeAt(0));
    return character.length === 1 ? first : first + unicodeEscape(character.charCodeAt(1));
  });
}
function unicodeEscape(unit) {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
function inSchemaOrder(value, schema) {
  if (Array.isArray(value)) return value.map((item) => inSchemaOrder(item, schema?.items));
  if (typeof value !== "object" || value === null || schema?.properties === void 0) return value;
  const source = new Map(Object.entries(value));
  return Object.fromEntries(
    Object.entries(schema.properties).filter(([key]) => source.get(key) !== void 0).map(([key, property]) => [key, inSchemaOrder(source.get(key), property)])
  );
}

export {
  renderJson,
  toJson
};
