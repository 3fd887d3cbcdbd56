import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  _enum,
  array,
  boolean,
  int,
  iso_exports,
  lazy,
  literal,
  number,
  record,
  strictObject,
  string,
  union
} from "./chunk-VMSXEJLL.js";
import {
  LONGEST_GLOB,
  MOST_GLOBS,
  RE2JS,
  checkGlob,
  showText,
  showValue
} from "./chunk-E7Z6Y3BN.js";
import {
  require_dist
} from "./chunk-CHQMRRTL.js";
import {
  ALWAYS_NEVER_SEND,
  CONFIGURATION_PATHS,
  DEFAULT_SETTINGS,
  sortFiles
} from "./chunk-DIG3KI3E.js";
import {
  didYouMean,
  suggest
} from "./chunk-DJ7Q6BMO.js";
import {
  CATEGORIES,
  DISMISSAL_SCOPES,
  LONGEST_PATH,
  LONGEST_REASON,
  LONGEST_RULE_ID,
  SEVERITIES
} from "./chunk-N5GIG4EE.js";
import {
  messageOf
} from "./chunk-7PSS6GJZ.js";
import {
  __toESM
} from "./chunk-5XWL5JNG.js";

// src/config/check-setting-names.ts
function checkSettingNames(parsed, known) {
  const problems = [];
  const report = (path, key, message) => {
    const at = parsed.at(path);
    const { file, line, column } = at ?? { file: "", line: null, column: null };
    problems.push({ file, line, column, key, message });
  };
  const settings = parsed.value;
  const workflow = workflowInForce(settings, known, report);
  const reviewers2 = settings.reviewers?.filter((name2) => {
    const message = whyNotRun(name2, known, workflow);
    if (message !== null) {
      report(["reviewers", name2], "reviewers", message);
    }
    return message === null;
  });
  const ids = [...known.rules.map((rule) => rule.id), ...known.checkIds ?? []];
  const rules = new Map(settings.rules);
  for (const id of settings.rules.keys()) {
    const isWrong = !ids.includes(id) && (known.checkIds !== void 0 || suggest(id, ids) !== null);
    if (isWrong) {
      const message = `there is no rule "${id}".${didYouMean(id, ids)} "multi-agent-review rules" lists them`;
      report(["rules", id], `rules.${id}`, message);
      rules.delete(id);
    }
  }
  return {
    value: {
      ...settings,
      workflow: workflow?.name ?? DEFAULT_SETTINGS.workflow,
      // Nobody left would mean that nothing is reviewed: then all run.
      reviewers: reviewers2 === void 0 || reviewers2.length === 0 ? null : reviewers2,
      rules
    },
    problems
  };
}
function workflowInForce(settings, known, report) {
  const find = (name2) => known.workflows.find((each) => each.name === name2);
  const named = find(settings.workflow);
  if (named !== void 0) {
    return named;
  }
  const names = known.workflows.map((workflow) => workflow.name);
  const hint = didYouMean(settings.workflow, names);
  const fallback = `"${DEFAULT_SETTINGS.workflow}" runs instead`;
  report(
    ["workflow"],
    "workflow",
    `there is no usable workflow "${settings.workflow}", so ${fallback}.${hint} There are ${names.join(", ")}`
  );
  return find(DEFAULT_SETTINGS.workflow);
}
function whyNotRun(name2, known, workflow) {
  const names = known.reviewers.map((reviewer) => reviewer.name);
  if (!names.includes(name2)) {
    return `there is no reviewer "${name2}".${didYouMean(name2, names)} There are ${names.join(", ")}`;
  }
  const runs = workflow === void 0 || workflow.phases.some((phase2) => phase2.reviewers.includes(name2));
  return runs ? null : `reviewer "${name2}" is not part of the workflow "${workflow.name}", so it would not run`;
}

// src/config/refused-keys.ts
var REDIRECTS = ["url", "uri", "endpoint", "provider", "proxy", "gateway", "host", "header", "headers"];
var VENDORS = ["anthropic", "openai", "azure", "bedrock", "vertex"];
var CREDENTIALS = ["key", "apikey", "token", "secret", "password", "credential", "credentials"];
var COMPOUND_REDIRECTS = ["baseurl", "apibase", "apiurl", "apihost", "endpoint", "proxy"];
var COMPOUND_CREDENTIALS = ["apikey", "authtoken", "accesskey", "secretkey"];
function refusalOf(key) {
  const words = key.slice(0, 100).replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase().split(/[^a-z0-9]+/);
  const compound = words.join("");
  const has = (single, parts) => words.some((word) => single.includes(word)) || parts.some((part) => compound.includes(part));
  if (has(CREDENTIALS, COMPOUND_CREDENTIALS)) {
    return 'credentials are never read from repository configuration. Give the model key as the input "anthropic-api-key" of the action, from a secret, or as ANTHROPIC_API_KEY in the environment of the App or the command line, and take it out of this file (and out of use, if it was a real one)';
  }
  if (has([...REDIRECTS, ...VENDORS], COMPOUND_REDIRECTS)) {
    return "where the model is reached is never read from repository configuration, because whoever may edit a file could then send the model key and the code elsewhere. Set ANTHROPIC_BASE_URL in the environment of the workflow step, the App or the command line instead";
  }
  return null;
}

// src/config/yaml-node.ts
function toData(node2) {
  if (node2.kind === "scalar") {
    return node2.value;
  }
  if (node2.kind === "list") {
    return node2.entries.map((entry) => toData(entry.node));
  }
  const data = /* @__PURE__ */ Object.create(null);
  for (const entry of node2.entries) {
    data[entry.key] = toData(entry.node);
  }
  return data;
}
function entryOf(node2, index) {
  if (node2.kind === "scalar") {
    return null;
  }
  const found = node2.kind === "list" ? node2.entries[Number(index)] : node2.entries.find((entry) => entry.key === String(index));
  return found ?? null;
}
function placeOf(root, path) {
  const trail = [];
  let node2 = root;
  for (const [depth, index] of path.entries()) {
    const entry = entryOf(node2, index);
    if (entry === null) {
      const rest = path.slice(depth);
      return { path: [...trail.map((passed) => passed.key), ...rest], keyAt: node2.at, node: null, trail };
    }
    trail.push(entry);
    node2 = entry.node;
  }
  const last = trail.at(-1);
  return { path: trail.map((entry) => entry.key), keyAt: last?.at ?? node2.at, node: node2, trail };
}
function without(node2, dropped) {
  if (node2.kind === "scalar") {
    return node2;
  }
  const entries = node2.entries.filter((entry) => !dropped.has(entry)).map((entry) => {
    const kept = without(entry.node, dropped);
    return kept === entry.node ? entry : { ...entry, node: kept };
  });
  const unchanged = entries.length === node2.entries.length && entries.every((entry, i) => entry === node2.entries[i]);
  return unchanged ? node2 : { ...node2, entries };
}
function dotted(path) {
  return path.reduce(
    (text2, key) => typeof key === "number" ? `${text2}[${key}]` : text2 === "" ? key : `${text2}.${key}`,
    ""
  );
}

// src/config/explain-issue.ts
function explainIssue(issue, root, prefix = []) {
  const path = [...prefix, ...issue.path.map((part) => typeof part === "symbol" ? String(part) : part)];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      aboutKey: true,
      message: () => unknownKey(key, issue.message)
    }));
  }
  if (issue.code === "invalid_key") {
    const inner = issue.issues[0]?.message ?? issue.message;
    return [{ path, aboutKey: true, message: () => `"${showText(String(path.at(-1)))}" is not ${inner}` }];
  }
  if (issue.code === "invalid_union") {
    const branch = branchMeant(issue.errors);
    if (branch !== null) {
      return branch.flatMap((inner) => explainIssue(inner, root, path));
    }
  }
  return [{ path, aboutKey: false, message: () => wrongValue(issue, root, path) }];
}
function unknownKey(key, known) {
  const refusal = refusalOf(key);
  if (refusal !== null) {
    return `the key "${showText(key)}" is refused: ${refusal}`;
  }
  return `unknown key "${showText(key)}".${didYouMean(key, known.split(", "))} Known keys: ${known}`;
}
function branchMeant(branches) {
  return branches.find(
    (branch) => branch.every(
      (issue) => issue.path.length > 0 || issue.code === "unrecognized_keys" || issue.code === "custom"
    )
  ) ?? null;
}
function wrongValue(issue, root, path) {
  const { node: node2 } = placeOf(root, path);
  if (node2 === null) {
    return `missing; expected ${issue.message}`;
  }
  const value = toData(node2);
  if (issue.code === "custom") {
    return path.length === 0 || node2.kind !== "scalar" ? issue.message : `${showValue(value)}: ${issue.message}`;
  }
  if (value === null) {
    return `no value is given; expected ${issue.message}`;
  }
  const words = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const hint = typeof value === "string" ? didYouMean(value, words) : "";
  return `${showValue(value)} is not ${issue.message}.${hint}`.replace(/\.$/, "");
}

// src/config/parsed.ts
function inOrder(problems) {
  return problems.toSorted(
    (left, right) => (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0)
  );
}
var MOST_PROBLEMS = 50;
function capped(problems, uncounted = 0) {
  const ordered = inOrder(problems);
  const more = uncounted + Math.max(0, ordered.length - MOST_PROBLEMS);
  const kept = ordered.slice(0, MOST_PROBLEMS);
  const last = kept.at(-1);
  return more === 0 || last === void 0 ? kept : [...kept, { ...last, key: "", message: `and ${more} more problems in this file` }];
}

// src/config/check-shape.ts
var MOST_ROUNDS = 8;
function checkShape(schema, root, file) {
  const problems = [];
  const touched = /* @__PURE__ */ new Set();
  let kept = root;
  let more = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const result = schema.safeParse(toData(kept));
    if (result.success) {
      return { value: result.data, kept, problems: capped(problems, more) };
    }
    const dropped = /* @__PURE__ */ new Set();
    const seen = /* @__PURE__ */ new Set();
    const leftOut = [];
    for (const mistake of result.error.issues.flatMap((issue) => explainIssue(issue, kept))) {
      const place2 = placeOf(kept, mistake.path);
      const key = dotted(place2.path);
      const last = place2.trail.at(-1);
      if (last !== void 0) {
        dropped.add(last);
        const keys = place2.trail.map((entry) => entry.key);
        leftOut.push(dotted(keys), dotted(keys.slice(0, -1)));
      }
      if (touched.has(key) || seen.has(key)) {
        continue;
      }
      seen.add(key);
      if (problems.length < MOST_PROBLEMS) {
        const at = mistake.aboutKey || place2.node === null ? place2.keyAt : place2.node.at;
        problems.push({
          file,
          line: at.line,
          column: at.column,
          key: showText(key),
          message: mistake.message()
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

// src/config/read-yaml.ts
var import_yaml = __toESM(require_dist(), 1);
var MOST_BYTES = 64 * 1024;
var USUAL = { bytes: MOST_BYTES, tokens: 2e4 };
var DEEPEST = 48;
var MOST_ODDITIES = 20;
var MOST_SYNTAX_PROBLEMS = 5;
var RESERVED_KEYS = /* @__PURE__ */ new Set(["__proto__", "constructor", "prototype"]);
function readYaml(text2, file, linesBefore = 0, limits = USUAL) {
  const problems = [];
  const report = (at, key, message) => {
    problems.push({ file, line: at?.line ?? null, column: at?.column ?? null, key, message });
  };
  if (text2.length > limits.bytes || new TextEncoder().encode(text2).length > limits.bytes) {
    report(
      null,
      "",
      `the file is larger than ${limits.bytes / 1024} KB and was not read; split it or shorten it`
    );
    return { root: null, problems };
  }
  const lines = new import_yaml.LineCounter();
  const positionAt = (offset) => {
    const found = lines.linePos(offset);
    return { line: found.line + linesBefore, column: Math.max(1, found.col) };
  };
  const tokens = tokenize(text2, lines, limits.tokens);
  if ("refusal" in tokens) {
    report(positionAt(tokens.offset), "", tokens.refusal);
    return { root: null, problems };
  }
  const documents = compose(tokens.tokens, text2.length);
  for (const error of documents.flatMap((document2) => document2.errors).slice(0, MOST_SYNTAX_PROBLEMS)) {
    report(
      positionAt(error.pos[0]),
      "",
      `not valid YAML, so nothing of this file is used: ${reasonOf(error)}`
    );
  }
  if (tokens.cut && problems.length === 0) {
    report(null, "", `not valid YAML, so nothing of this file is used: more than ${MOST_ODDITIES} mistakes`);
  }
  const [document, second] = documents;
  if (second !== void 0) {
    report(positionAt(second.range[0]), "", "a second YAML document starts here; write everything into one");
  }
  if (problems.length > 0 || document === void 0 || document.contents === null) {
    return { root: null, problems };
  }
  const root = convert(document.contents, [], { positionAt, report });
  return { root: root?.kind === "scalar" && root.value === null ? null : root, problems: capped(problems) };
}
function readMap(text2, file, { linesBefore = 0, mayBeEmpty = false } = {}) {
  const yaml = readYaml(text2, file, linesBefore);
  if (yaml.root?.kind === "map" || yaml.root === null && (mayBeEmpty || yaml.problems.length > 0)) {
    return yaml;
  }
  if (yaml.root === null) {
    const message2 = "the file holds no settings at all";
    return { root: null, problems: [{ file, line: linesBefore + 1, column: 1, key: "", message: message2 }] };
  }
  const found = yaml.root.kind === "list" ? "a list" : "a single value";
  const message = `this is ${found}; expected keys with values, such as "name: value"`;
  return { root: null, problems: [...yaml.problems, { file, ...yaml.root.at, key: "", message }] };
}
function tokenize(text2, lines, most) {
  const parser = new import_yaml.Parser(lines.addNewLine);
  const tokens = [];
  let count = 0;
  let oddities = 0;
  let previous = "";
  lines.addNewLine(0);
  for (const lexeme of new import_yaml.Lexer().lex(text2)) {
    count += 1;
    if (count > most) {
      return {
        refusal: `the file has more than ${most} YAML tokens and was not read; split it or shorten it`,
        offset: parser.offset
      };
    }
    for (const token of parser.next(lexeme)) {
      oddities += token.type === "error" || token.type === "directive" ? 1 : 0;
      tokens.push(token);
    }
    oddities += lexeme === "," && /^[[{,]$/.test(previous) ? 1 : 0;
    previous = lexeme.trim() === "" ? previous : lexeme;
    if (oddities > MOST_ODDITIES) {
      break;
    }
    if (parser.stack.length > DEEPEST) {
      return {
        refusal: `values are nested more than ${DEEPEST} levels deep here; the file was not read`,
        offset: parser.offset
      };
    }
  }
  for (const token of parser.end()) {
    tokens.push(token);
  }
  return { tokens, cut: oddities > MOST_ODDITIES };
}
function compose(tokens, end) {
  const composer = new import_yaml.Composer({
    version: "1.2",
    schema: "core",
    // Duplicates are found in `convert`, where they cost one entry instead of the file.
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    prettyErrors: false,
    logLevel: "silent"
  });
  return [...composer.compose(tokens, true, end)];
}
function convert(node2, path, conversion) {
  const at = conversion.positionAt(node2?.range?.[0] ?? 0);
  const refuse = (message) => {
    conversion.report(at, showText(dotted(path)), message);
    return null;
  };
  if (node2 === null) {
    return { kind: "scalar", at, value: null };
  }
  if ((0, import_yaml.isAlias)(node2)) {
    return refuse(`the alias "*${showText(node2.source)}" is not supported; write the value out`);
  }
  if (node2.tag !== void 0 && !node2.tag.startsWith("tag:yaml.org,2002:")) {
    return refuse(`the tag "${showText(node2.tag)}" is not supported; write a plain value`);
  }
  if ((0, import_yaml.isSeq)(node2)) {
    const entries = node2.items.flatMap((item, index) => {
      const child = convert(item, [...path, index], conversion);
      return child === null ? [] : [{ key: index, at: child.at, node: child }];
    });
    return { kind: "list", at, entries };
  }
  if ((0, import_yaml.isMap)(node2)) {
    return { kind: "map", at, entries: convertPairs(node2.items, path, conversion) };
  }
  return (0, import_yaml.isScalar)(node2) ? convertScalar(node2.value, at, refuse) : refuse("only lists, maps and plain values");
}
function convertScalar(value, at, refuse) {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return { kind: "scalar", at, value };
  }
  return refuse(`${showValue(value)} is not supported; write text, a number, true or false`);
}
function convertPairs(pairs, path, conversion) {
  const entries = /* @__PURE__ */ new Map();
  for (const pair of pairs) {
    const key = (0, import_yaml.isScalar)(pair.key) ? String(pair.key.value) : "";
    const at = conversion.positionAt(pair.key.range?.[0] ?? 0);
    const here = [...path, key];
    const earlier = entries.get(key);
    if (RESERVED_KEYS.has(key)) {
      conversion.report(at, showText(dotted(here)), `the key "${key}" is not allowed`);
    } else if (earlier !== void 0) {
      const first = `line ${earlier.at.line}`;
      conversion.report(
        at,
        showText(dotted(here)),
        `the key "${showText(key)}" was already given in ${first}, which counts`
      );
    } else {
      const child = pair.value === null ? null : convert(pair.value, here, conversion);
      if (pair.value === null) {
        entries.set(key, { key, at, node: { kind: "scalar", at, value: null } });
      } else if (child !== null) {
        entries.set(key, { key, at, node: child });
      }
    }
  }
  return [...entries.values()];
}
function reasonOf(error) {
  return error.code === "NON_STRING_KEY" ? "a key must be plain text" : showLong(error.message);
}
function showLong(message) {
  const parts = message.match(/[\s\S]{1,60}/g) ?? [];
  return parts.slice(0, 4).map(showText).join("");
}

// src/config/shapes.ts
function text(allowed, limits) {
  const { max, min = 1, pattern } = limits;
  const bounded = string({ error: allowed }).min(min, { error: allowed }).max(max, { error: allowed });
  return pattern === void 0 ? bounded : bounded.regex(pattern, { error: allowed });
}
var NAME = 'a name of at most 40 characters in lower-case words joined by hyphens, such as "api-design"';
function name() {
  return text(NAME, { max: 40, pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ });
}
function ruleId() {
  const allowed = 'a rule id of at most 80 characters in lower-case words joined by hyphens, such as "no-raw-sql"';
  return text(allowed, { max: 80, pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ });
}
function choice(words) {
  return _enum(words, { error: `one of ${words.join(", ")}` });
}
function flag() {
  return boolean({ error: "true or false" });
}
function wholeNumber(min, max) {
  const error = `a whole number from ${min} to ${max}`;
  return int({ error }).min(min, { error }).max(max, { error });
}
function amount(min, max) {
  const error = `a number from ${min} to ${max}`;
  return number({ error }).min(min, { error }).max(max, { error });
}
function list(item, what, limits) {
  const { max, min = 0 } = limits;
  const error = min > 0 ? `a list of ${min} to ${max} ${what}` : `a list of at most ${max} ${what}`;
  return array(item, { error }).min(min, { error }).max(max, { error });
}
function globs() {
  const glob = text(`a pattern of at most ${LONGEST_GLOB} characters`, { max: LONGEST_GLOB }).superRefine(
    (pattern, context) => {
      const message = checkGlob(pattern);
      if (message !== null) {
        context.addIssue({ code: "custom", message });
      }
    }
  );
  return list(glob, 'path patterns, such as "src/**" or "!**/*.snap"', { max: MOST_GLOBS });
}
function section(shape) {
  const keys = Object.keys(shape).join(", ");
  return strictObject(shape, {
    error: (issue) => issue.code === "unrecognized_keys" ? keys : `a map with the keys ${keys}`
  });
}

// src/config/settings-schema.ts
var defaults = DEFAULT_SETTINGS;
var label = (what) => text(`${what} of at most 200 characters`, { max: 200 });
var thresholds = section({
  shown: wholeNumber(0, 100).default(defaults.thresholds.shown).describe("How many findings the comment shows; the rest is folded. Critical findings are always shown."),
  "min-confidence": wholeNumber(0, 100).default(defaults.thresholds.minConfidence).describe("Findings with a confidence below this (0\u2013100) are folded.")
});
var skip = section({
  labels: list(label("a label"), "labels", { max: 50 }).default([]).describe("Pull requests with one of these labels are not reviewed."),
  authors: list(label("a login"), "logins", { max: 50 }).default([]).describe('Pull requests of these logins are not reviewed, such as "renovate[bot]".'),
  titles: list(label("a text"), "texts", { max: 50 }).default([]).describe(
    "Pull requests whose title contains one of these texts are not reviewed; upper and lower case are the same."
  ),
  paths: globs().default([]).describe("Files that are not reviewed; listed in the report as excluded.")
});
var budgets = section({
  "agent-seconds": wholeNumber(5, 3600).default(defaults.budgets.agentSeconds).describe("The longest that one reviewer may take."),
  "run-seconds": wholeNumber(10, 7200).default(defaults.budgets.runSeconds).describe("The longest that the whole review may take."),
  "run-tokens": wholeNumber(0, 1e7).default(defaults.budgets.runTokens).describe("Tokens of one review, input and output together."),
  "run-dollars": amount(0, 1e3).default(defaults.budgets.runDollars).describe("The most that the model calls of one review may cost, in US dollars."),
  "month-dollars": union([literal("unlimited"), amount(0, 1e6)], {
    error: '"unlimited" or a number from 0 to 1000000'
  }).default("unlimited").describe(
    "The most that the model calls of all reviews of this repository may cost in a calendar month (UTC), in US dollars. Only the App counts it, and it cannot go above the budget of the service."
  )
});
var commands = section({
  enabled: flag().default(defaults.commands.enabled).describe('Whether comments such as "/review" are obeyed.'),
  "cooldown-seconds": wholeNumber(0, 86400).default(defaults.commands.cooldownSeconds).describe(
    'Least time between a review that a command started and the next "/review" on the same pull request.'
  ),
  "per-day": wholeNumber(0, 1e3).default(defaults.commands.perDay).describe("Most commands that start a review on one pull request within a day.")
});
var escalation = section({
  paths: globs().default([...defaults.escalation.paths]).describe(
    "Changes to these files get every reviewer, however small they are, and the comment asks for the eyes of their code owners. Replaces the built-in list."
  ),
  "pending-minutes": wholeNumber(1, 1440).default(defaults.escalation.pendingMinutes).describe("A review that was pending for longer than this is called out in the comment for a person.")
});
var convergence = section({
  rounds: wholeNumber(0, 1e3).default(defaults.convergence.rounds).describe(
    'After so many automatic reviews only new and changed lines are commented on, and small things do not come back. "/review full" looks at everything again. 0: never.'
  )
});
var reviewers = union(
  [literal("all", { error: '"all"' }), list(name(), "reviewer names", { max: 30, min: 1 })],
  {
    error: '"all" or a list of reviewer names'
  }
);
var ruleLevel = choice(["off", ...SEVERITIES]);
var settingsSchema = section({
  model: choice(["auto", "required", "off"]).default(defaults.model).describe(
    "auto: models review when there is a key. required: without a key the review is incomplete. off: analyzers only."
  ),
  reviewers: reviewers.default("all").describe('Names of the reviewers that run, or "all" of the workflow.'),
  rules: record(ruleId(), ruleLevel, { error: 'a map of rule ids, each "off" or a severity' }).default({}).describe('Switches single rules off or gives them another severity: "rule-id: off" or "rule-id: high".'),
  paths: globs().default([]).describe('Files that are reviewed, "!\u2026" excludes; empty means all. The others are listed as excluded.'),
  instructions: text("text of at most 8000 characters", { min: 0, max: 8e3 }).default(defaults.instructions).describe(
    "What every reviewer should know about this repository: conventions, what to look at, what to leave alone."
  ),
  thresholds: thresholds.default({ shown: 10, "min-confidence": 50 }).describe("What is shown and what is folded."),
  "fail-on": choice([...SEVERITIES, "never"]).default(defaults.failOn).describe("A proven finding of this severity or worse fails the status."),
  "on-incomplete": choice(["error", "success"]).default(defaults.onIncomplete).describe(
    'The status when something could not be reviewed. "success" lets such pull requests be merged.'
  ),
  drafts: flag().default(defaults.drafts).describe("Whether draft pull requests are reviewed."),
  skip: skip.default({ labels: [], authors: [], titles: [], paths: [] }).describe("What is not reviewed at all. The status says that it was skipped and why."),
  budgets: budgets.default({
    "agent-seconds": 120,
    "run-seconds": 300,
    "run-tokens": 175e3,
    "run-dollars": 0.3,
    "month-dollars": "unlimited"
  }).describe(
    "Limits of one review, and of a month. What they cut off is listed and the review is incomplete."
  ),
  language: text('a language tag such as "en" or "pt-BR"', {
    max: 35,
    pattern: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
  }).default(defaults.language).describe('Language in which models write, as a tag such as "en" or "pt-BR".'),
  workflow: name().default(defaults.workflow).describe("The workflow that runs: a built-in one or one of your own."),
  commands: commands.default({ enabled: true, "cooldown-seconds": 60, "per-day": 50 }).describe("Commands in comments of a pull request."),
  escalation: escalation.default({ paths: [...defaults.escalation.paths], "pending-minutes": 15 }).describe("When a change gets more attention."),
  convergence: convergence.default({ ...defaults.convergence }).describe("When a pull request that is reviewed push after push gets fewer comments."),
  "never-send": globs().default([]).describe(
    "Files whose content no model sees, added to the built-in list of key and credential files. Analyzers still read them."
  ),
  advisories: choice(["on", "off"]).default(defaults.advisories).describe(
    "Looks up known vulnerabilities of new dependencies in the OSV database. Package names and versions leave the runner for that, nothing else."
  ),
  "sarif-gates": flag().default(defaults.sarifGates).describe(
    'Whether results of other programs (input "sarif") fail the status as our own rules do. Otherwise they are shown.'
  )
});

// src/config/parse-settings.ts
function readSettings(text2, file) {
  const yaml = readMap(text2, file, { mayBeEmpty: true });
  if (yaml.root === null) return { file, root: null, problems: yaml.problems };
  const { kept, problems } = checkShape(settingsSchema, yaml.root, file);
  return { file, root: kept, problems: inOrder([...yaml.problems, ...problems]) };
}
function settingsOf({ file, root, problems }) {
  if (root === null) return { value: DEFAULT_SETTINGS, at: () => null, problems };
  const checked = checkShape(settingsSchema, root, file);
  const at = (path) => {
    const found = positionOf(root, path);
    return found === null ? null : { ...found, file };
  };
  return { value: checked.value === null ? DEFAULT_SETTINGS : toSettings(checked.value), at, problems };
}
function positionOf(root, path) {
  let node2 = root;
  let at = null;
  for (const key of path) {
    const entry = node2.kind === "list" ? node2.entries.find((each) => each.node.kind === "scalar" && each.node.value === key) : entryOf(node2, key);
    if (entry === null || entry === void 0) {
      return at;
    }
    at = entry.at;
    node2 = entry.node;
  }
  return at;
}
function toSettings(shape) {
  return {
    model: shape.model,
    reviewers: shape.reviewers === "all" ? null : [...new Set(shape.reviewers)],
    rules: new Map(Object.entries(shape.rules)),
    paths: shape.paths,
    instructions: shape.instructions,
    thresholds: { shown: shape.thresholds.shown, minConfidence: shape.thresholds["min-confidence"] },
    failOn: shape["fail-on"],
    onIncomplete: shape["on-incomplete"],
    drafts: shape.drafts,
    skip: shape.skip,
    budgets: {
      agentSeconds: shape.budgets["agent-seconds"],
      runSeconds: shape.budgets["run-seconds"],
      runTokens: shape.budgets["run-tokens"],
      runDollars: shape.budgets["run-dollars"],
      monthDollars: shape.budgets["month-dollars"] === "unlimited" ? null : shape.budgets["month-dollars"]
    },
    language: shape.language,
    workflow: shape.workflow,
    commands: {
      enabled: shape.commands.enabled,
      cooldownSeconds: shape.commands["cooldown-seconds"],
      perDay: shape.commands["per-day"]
    },
    escalation: { paths: shape.escalation.paths, pendingMinutes: shape.escalation["pending-minutes"] },
    convergence: { rounds: shape.convergence.rounds },
    // The built-in list stays: naming one more file must not open all the others.
    neverSend: [.../* @__PURE__ */ new Set([...ALWAYS_NEVER_SEND, ...shape["never-send"]])],
    advisories: shape.advisories,
    sarifGates: shape["sarif-gates"]
  };
}

// src/config/layer-settings.ts
function layerSettings(defaults2, own) {
  const layers = [defaults2, own].flatMap((one) => one === null ? [] : [readSettings(one.text, one.name)]);
  const [below, above] = layers;
  if (below === void 0) return { value: DEFAULT_SETTINGS, problems: [], at: () => null };
  if (above === void 0) return settingsOf(below);
  const together = {
    file: above.file,
    root: below.root === null || above.root === null ? above.root ?? below.root : laid(below.root, above.root),
    problems: [...below.problems, ...above.problems]
  };
  const [lower, upper] = [settingsOf(below), settingsOf(above)];
  return { ...settingsOf(together), at: (path) => upper.at(path) ?? lower.at(path) };
}
function laid(below, above) {
  if (below.kind !== "map" || above.kind !== "map") return above;
  const entries = new Map(below.entries.map((entry) => [entry.key, entry]));
  for (const entry of above.entries) {
    const under = entries.get(entry.key)?.node ?? null;
    const node2 = under === null ? entry.node : entry.key === "never-send" ? joined(under, entry.node) : laid(under, entry.node);
    entries.set(entry.key, { ...entry, node: node2 });
  }
  return { ...above, entries: [...entries.values()] };
}
function joined(below, above) {
  if (below.kind !== "list" || above.kind !== "list") return above;
  const entries = [...above.entries, ...below.entries].map((entry, key) => ({ ...entry, key }));
  return { ...above, entries };
}

// src/config/reviewer-schema.ts
var LONGEST_INSTRUCTIONS = 2e4;
var expertise = text("a subject of at most 120 characters", { max: 120 });
var reviewerSchema = section({
  name: name().describe("The name in workflows, settings and reports: lower-case words joined by hyphens."),
  title: text("a title of at most 80 characters", { max: 80 }).optional().describe("What people read; made of the name when it is left out."),
  description: text("a sentence of at most 500 characters", { max: 500 }).describe(
    "What the reviewer looks for, in one sentence."
  ),
  expertise: list(expertise, "subjects", { max: 30 }).default([]).describe("What it knows best."),
  model: choice(["fast", "balanced", "strong"]).default("balanced").describe("How capable, and how expensive, the model is that it asks."),
  paths: globs().default([]).describe('Files it reviews, "!\u2026" excludes; empty means all.'),
  categories: list(choice(CATEGORIES), "categories", { max: CATEGORIES.length }).default([]).describe("Categories of its findings; empty means any."),
  analyzers: list(name(), "names of analyzers", { max: 30 }).optional().describe(
    "Analyzers it runs. Its own name stands for the rules that are filed under it, and is the default."
  ),
  "min-confidence": wholeNumber(0, 100).default(50).describe("Findings of its model with a confidence below this (0\u2013100) are not shown."),
  sees: list(choice(["diff", "intent", "tests", "docs"]), "scopes", { max: 4, min: 1 }).default(["diff"]).describe("What its model is shown: diff, intent (title and description), tests, docs."),
  required: flag().default(true).describe("Whether the review is incomplete when this reviewer could not finish.")
});

// src/config/parse-reviewer.ts
function parseReviewer(text2, file, builtIn) {
  const parts = split(text2);
  if ("problem" in parts) {
    return {
      value: null,
      problems: [{ file, line: 1, column: 1, key: "", message: parts.problem }],
      at: () => null
    };
  }
  const yaml = readMap(parts.frontMatter, file, { linesBefore: 1 });
  const { root } = yaml;
  if (root === null) {
    return { value: null, problems: yaml.problems, at: () => null };
  }
  const at = (key) => entryOf(root, key)?.at ?? null;
  const checked = checkShape(reviewerSchema, root, file);
  const body = checkBody(parts.body, file, parts.bodyLine);
  const problems = inOrder([...yaml.problems, ...checked.problems, ...body]);
  if (checked.value === null || body.length > 0) {
    return { value: null, problems, at };
  }
  return { value: toReviewer(checked.value, parts.body.trim(), file, builtIn), problems, at };
}
function split(text2) {
  if (text2.length > MOST_BYTES) {
    return { problem: `the file is larger than ${MOST_BYTES / 1024} KB and was not read; shorten it` };
  }
  const lines = text2.replace(/^\uFEFF/, "").split("\n");
  const isFence = (line) => line?.trimEnd() === "---";
  if (!isFence(lines[0])) {
    return {
      problem: 'the file must begin with a line "---", then keys such as "name: api-design", then "---"'
    };
  }
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end < 0) {
    return { problem: 'the front matter that begins in line 1 has no closing line "---"' };
  }
  return {
    frontMatter: lines.slice(1, end).join("\n"),
    body: lines.slice(end + 1).join("\n"),
    bodyLine: end + 2
  };
}
function checkBody(body, file, line) {
  const instructions = body.trim();
  if (instructions === "") {
    const message = "the text below the front matter is empty; write there what the reviewer should look for";
    return [{ file, line, column: 1, key: "", message }];
  }
  if (instructions.length > LONGEST_INSTRUCTIONS) {
    const message = `the instructions have ${instructions.length} characters; at most ${LONGEST_INSTRUCTIONS} are allowed`;
    return [{ file, line, column: 1, key: "", message }];
  }
  return [];
}
function toReviewer(shape, instructions, source, builtIn) {
  const spoken = shape.name.replaceAll("-", " ");
  return {
    name: shape.name,
    title: shape.title ?? spoken.charAt(0).toUpperCase() + spoken.slice(1),
    description: shape.description,
    expertise: shape.expertise,
    model: shape.model,
    paths: shape.paths,
    categories: shape.categories,
    analyzers: shape.analyzers ?? [shape.name],
    minConfidence: shape["min-confidence"],
    sees: shape.sees,
    required: shape.required,
    instructions,
    source,
    builtIn
  };
}

// src/config/load-reviewers.ts
function loadReviewers(files, builtIns) {
  const problems = [];
  const own = /* @__PURE__ */ new Map();
  const parsedOf = /* @__PURE__ */ new Map();
  for (const { path, text: text2 } of files) {
    const parsed = parseReviewer(text2, path, false);
    problems.push(...parsed.problems);
    const reviewer = parsed.value;
    if (reviewer === null) {
      continue;
    }
    const earlier = own.get(reviewer.name);
    if (earlier === void 0) {
      own.set(reviewer.name, reviewer);
      parsedOf.set(reviewer.name, parsed);
    } else {
      const message = `a reviewer named "${reviewer.name}" is already defined in ${earlier.source}; this file is not used`;
      problems.push({ file: path, ...place(parsed, "name"), key: "name", message });
    }
  }
  const names = [.../* @__PURE__ */ new Set([...builtIns.reviewers.map((reviewer) => reviewer.name), ...own.keys()])];
  const value = [
    ...builtIns.reviewers.map((reviewer) => own.get(reviewer.name) ?? reviewer),
    ...[...own.values()].filter(
      (reviewer) => !builtIns.reviewers.some((each) => each.name === reviewer.name)
    )
  ];
  if (builtIns.analyzerNames === void 0) {
    return { value, problems };
  }
  const known = [...builtIns.analyzerNames, ...names];
  for (const [name2, reviewer] of own) {
    for (const analyzer of reviewer.analyzers.filter((each) => !known.includes(each))) {
      const message = `there is no analyzer "${analyzer}".${didYouMean(analyzer, known)} There are ${known.join(", ")}`;
      problems.push({
        file: reviewer.source,
        ...place(parsedOf.get(name2), "analyzers"),
        key: "analyzers",
        message
      });
    }
  }
  return { value, problems };
}
function place(parsed, key) {
  const at = parsed?.at(key) ?? null;
  return { line: at?.line ?? null, column: at?.column ?? null };
}

// src/config/check-rule-ids.ts
function checkRuleIds(rules, positionOf2 = () => null) {
  return clashingRules(rules).map(({ rule, owner }) => ({
    file: rule.source,
    line: positionOf2(rule)?.line ?? null,
    column: positionOf2(rule)?.column ?? null,
    key: "id",
    message: owner.builtIn && !rule.builtIn ? `the id "${rule.id}" belongs to a built-in rule; choose another, and switch the built-in one off with "rules: { ${rule.id}: off }" if yours replaces it` : `the id "${rule.id}" is already taken by a rule in ${owner.source}`
  }));
}
function clashingRules(rules) {
  const owners = /* @__PURE__ */ new Map();
  for (const rule of [...rules.filter((each) => each.builtIn), ...rules.filter((each) => !each.builtIn)]) {
    if (!owners.has(rule.id)) {
      owners.set(rule.id, rule);
    }
  }
  return rules.flatMap((rule) => {
    const owner = owners.get(rule.id);
    return owner === void 0 || owner === rule ? [] : [{ rule, owner }];
  });
}

// src/config/check-regex.ts
var LONGEST_REGEX = 2e3;
var MOST_INSTRUCTIONS = 4e3;
function checkRegex(source, budget = MOST_INSTRUCTIONS) {
  const instructions = unfoldedSize(source);
  if (instructions > Math.min(budget, MOST_INSTRUCTIONS)) {
    const problem = instructions > MOST_INSTRUCTIONS ? `the expression unfolds to ${instructions} steps, at most ${MOST_INSTRUCTIONS} are allowed; use smaller counts in {\u2026}` : "the expressions of this file are too large together; use smaller counts in {\u2026} or split the file";
    return { instructions: 0, problem };
  }
  try {
    RE2JS.compile(source);
    return { instructions, problem: null };
  } catch (thrown) {
    return { instructions, problem: explain(source, messageOf(thrown)) };
  }
}
function explain(source, reason) {
  if (/\(\?<?[=!]/.test(source)) {
    return 'look-around such as "(?=\u2026)" or "(?<!\u2026)" is not supported, because expressions run in linear time (RE2 syntax); say it with not, inside, has, follows or precedes instead';
  }
  if (/\\[1-9]|\\k</.test(source)) {
    return 'back-references such as "\\1" are not supported, because expressions run in linear time (RE2 syntax); use the same meta-variable twice in a pattern instead';
  }
  return `not a valid expression in RE2 syntax: ${showText(reason.replace(/^error parsing regexp: /, ""))}`;
}
function unfoldedSize(source) {
  const outer = [];
  let total = 0;
  let last = 0;
  let index = 0;
  while (index < source.length) {
    const count = source.charAt(index) === "{" ? /^\{(\d{1,9})(?:,(\d{0,9}))?\}/.exec(source.slice(index, index + 24)) : null;
    if (count !== null) {
      const times = Math.max(1, Number(count[1]), Number(count[2] ?? 0));
      total += last * (times - 1);
      last *= times;
      index += count[0].length;
      continue;
    }
    if (source.charAt(index) === "(") {
      outer.push(total);
      total = 0;
      last = 0;
    } else if (source.charAt(index) === ")") {
      last = total + 2;
      total = (outer.pop() ?? 0) + last;
    } else {
      last = 1;
      total += 1;
    }
    index = endOfAtom(source, index);
  }
  return outer.reduce((sum, part) => sum + part, total);
}
function endOfAtom(source, index) {
  const character = source.charAt(index);
  if (character === "\\") {
    const isProperty = /[pP]/.test(source.charAt(index + 1));
    const isBraced = /[pPx]/.test(source.charAt(index + 1)) && source.charAt(index + 2) === "{";
    const close = isBraced ? source.indexOf("}", index) : -1;
    return close > 0 ? close + 1 : index + (isProperty ? 3 : 2);
  }
  if (character !== "[") {
    return index + 1;
  }
  let end = index + 1;
  end += source.charAt(end) === "^" ? 1 : 0;
  end += source.charAt(end) === "]" ? 1 : 0;
  while (end < source.length && source.charAt(end) !== "]") {
    const isNamed = source.startsWith("[:", end);
    const close = isNamed ? source.indexOf(":]", end) : -1;
    end = close > 0 ? close + 2 : end + (source.charAt(end) === "\\" ? 2 : 1);
  }
  return end + 1;
}

// src/config/check-rule.ts
function checkRule(rule, shared, budget) {
  const utils = { ...shared, ...rule.utils };
  const names = Object.keys(utils);
  const conditions2 = [
    [["rule"], rule.rule],
    ...Object.entries(rule.constraints).map(([key, node2]) => [["constraints", key], node2]),
    ...rule["begins-at"] === void 0 ? [] : [[["begins-at"], rule["begins-at"]]]
  ];
  return [
    ...conditions2.flatMap(([path, node2]) => checkConditions(node2, path, names, budget)),
    ...checkUtils(rule.utils, shared, budget),
    ...checkText(rule)
  ];
}
function checkUtils(utils, outer, budget) {
  const all = { ...outer, ...utils };
  const names = Object.keys(all);
  return Object.entries(utils).flatMap(([name2, node2]) => {
    const cycle = cycleOf(name2, all);
    const message = `these utils refer to each other in a circle: ${cycle?.join(" \u2192 ")}`;
    return [
      ...checkConditions(node2, ["utils", name2], names, budget),
      ...cycle === null ? [] : [{ path: ["utils", name2], message }]
    ];
  });
}
function checkConditions(node2, path, utilNames, budget) {
  const mistakes = [];
  if (node2.regex !== void 0) {
    const { instructions, problem } = checkRegex(node2.regex, budget.left);
    budget.left -= instructions;
    if (problem !== null) {
      mistakes.push({ path: [...path, "regex"], message: `${showValue(node2.regex)}: ${problem}` });
    }
  }
  if (node2.matches !== void 0 && !utilNames.includes(node2.matches)) {
    const known = utilNames.length === 0 ? "There are none" : `There are ${utilNames.slice(0, 20).join(", ")}`;
    const hint = didYouMean(node2.matches, utilNames);
    mistakes.push({
      path: [...path, "matches"],
      message: `there is no condition "${showText(node2.matches)}" under utils.${hint} ${known}`
    });
  }
  for (const [keys, child] of childrenOf(node2)) {
    mistakes.push(...checkConditions(child, [...path, ...keys], utilNames, budget));
  }
  return mistakes;
}
function childrenOf(node2) {
  const children = [];
  for (const key of ["any", "all"]) {
    for (const [index, child] of (node2[key] ?? []).entries()) {
      children.push([[key, index], child]);
    }
  }
  for (const key of ["not", "inside", "has", "follows", "precedes", "stopBy"]) {
    const child = node2[key];
    if (typeof child === "object") {
      children.push([[key], child]);
    }
  }
  return children;
}
function namesIn(node2) {
  const own = node2.matches === void 0 ? [] : [node2.matches];
  return [...own, ...childrenOf(node2).flatMap(([, child]) => namesIn(child))];
}
function reachableUtils(nodes2, utils) {
  const reached = /* @__PURE__ */ Object.create(null);
  const queue = nodes2.flatMap(namesIn);
  for (const name2 of queue) {
    const util = utils[name2];
    if (util !== void 0 && !(name2 in reached)) {
      reached[name2] = util;
      queue.push(...namesIn(util));
    }
  }
  return { ...reached };
}
function cycleOf(start, utils) {
  const seen = /* @__PURE__ */ new Set();
  const ways = [[start]];
  for (const way of ways) {
    const util = utils[way.at(-1) ?? ""];
    for (const name2 of util === void 0 ? [] : namesIn(util)) {
      if (name2 === start) {
        return [...way, start];
      }
      if (!seen.has(name2)) {
        seen.add(name2);
        ways.push([...way, name2]);
      }
    }
  }
  return null;
}
function checkText(rule) {
  if (!rule.languages.includes("text")) {
    return [];
  }
  if (rule.languages.length > 1) {
    return [
      { path: ["languages"], message: '"text" already means every file; it stands alone or not at all' }
    ];
  }
  const keys = Object.keys(rule.rule);
  if (keys.length === 1 && keys[0] === "regex") {
    return [];
  }
  return [
    {
      path: ["rule"],
      message: `rules for "text" are matched line by line and have "regex" alone, not ${keys.join(", ")}`
    }
  ];
}

// src/config/rule-schema.ts
var RULE_LANGUAGES = [
  "javascript",
  "typescript",
  "tsx",
  "python",
  "go",
  "java",
  "ruby",
  "rust",
  "php",
  "bash",
  "csharp",
  "c",
  "cpp",
  "css",
  "dockerfile",
  "hcl",
  "yaml",
  "json",
  "jsonc",
  "sql",
  "text"
];
var CONDITION = "a condition: a map with pattern, kind, regex, any, all, not, matches, inside, has, follows or precedes";
var code = text("code of at most 4000 characters", { max: 4e3 });
var kind = text('a node kind such as "call_expression"', { max: 80, pattern: /^\S+$/ });
var field = text('a field of the grammar such as "arguments"', { max: 80, pattern: /^[a-z_]+$/ });
var utilName = text('a name of letters, digits, "-" and "_"', {
  max: 60,
  pattern: /^[A-Za-z][A-Za-z0-9_-]*$/
});
var variable = text('the name of a meta-variable without "$", such as NAME', {
  max: 40,
  pattern: /^[A-Z_][A-Z0-9_]*$/
});
var patternWithContext = section({
  context: code.describe("Code in which the pattern parses."),
  selector: kind.describe("Kind of the node within the context that is meant.")
});
var nodes = () => list(
  lazy(() => node),
  "conditions",
  { max: 100, min: 1 }
);
var conditions = {
  pattern: union([code, patternWithContext], { error: "code, or a map with context and selector" }).optional().describe("Code to match; $NAME stands for one node, $$$NAME for any number."),
  kind: kind.optional().describe("Kind of the node in the tree-sitter grammar of the language."),
  regex: text(`a regular expression of at most ${LONGEST_REGEX} characters`, { max: LONGEST_REGEX }).optional().describe("Expression found in the text of the node. RE2 syntax: no look-around, no back-references."),
  any: lazy(nodes).optional().describe("One of these conditions holds."),
  all: lazy(nodes).optional().describe("All of these conditions hold."),
  not: lazy(() => node).optional().describe("This condition does not hold."),
  matches: utilName.optional().describe("The condition of this name under utils holds."),
  inside: lazy(() => relational).optional().describe("The node lies inside of one that matches."),
  has: lazy(() => relational).optional().describe("The node holds one that matches."),
  follows: lazy(() => relational).optional().describe("The node comes after one that matches."),
  precedes: lazy(() => relational).optional().describe("The node comes before one that matches.")
};
var CONDITION_KEYS = Object.keys(conditions);
function hasCondition(shape) {
  return CONDITION_KEYS.some((key) => key in shape);
}
var node = section(conditions).refine(hasCondition, { error: `the condition is empty; expected ${CONDITION}` }).meta({ id: "condition" });
var relational = section({
  ...conditions,
  stopBy: union([choice(["neighbor", "end"]), lazy(() => node)], { error: '"neighbor", "end" or a condition' }).optional().describe('How far to look: "neighbor" (the default), "end", or until a node matches this condition.'),
  field: field.optional().describe("Field of the grammar in which the related node stands.")
}).refine((shape) => hasCondition(shape) || "field" in shape, {
  error: `the condition is empty; expected ${CONDITION}`
}).meta({ id: "related" });
var sample = union(
  [
    code,
    section({
      code: code.describe("The sample."),
      language: choice(RULE_LANGUAGES).optional().describe("Its language; the first of the rule when left out."),
      path: text("a path of at most 200 characters", { max: 200 }).optional().describe("Path it is imagined at, for rules that are limited by paths.")
    })
  ],
  { error: "code, or a map with code, language and path" }
);
var prose = (what, max) => text(`${what} of at most ${max} characters`, { max });
var samples = () => list(sample, "samples", { max: 100, min: 1 });
var utilsSchema = record(utilName, node, { error: "a map of names, each with a condition" });
var ruleSchema = section({
  id: ruleId().describe("What reports and settings call the rule."),
  reviewer: name().optional().describe("The reviewer it is filed under. Needed in your own rules."),
  title: prose("a title", 80).describe("The headline of a finding."),
  severity: choice(SEVERITIES).describe("How bad it is."),
  confidence: wholeNumber(0, 100).default(80).describe("How sure a match is a defect, 0\u2013100."),
  category: choice(CATEGORIES).describe("What kind of defect it is."),
  cwe: text('a weakness id such as "CWE-89"', { max: 10, pattern: /^CWE-[1-9][0-9]{0,5}$/ }).optional().describe("Entry of the Common Weakness Enumeration."),
  languages: list(choice(RULE_LANGUAGES), "languages", { max: RULE_LANGUAGES.length, min: 1 }).describe(
    'Languages it applies to; "text" alone means every text file, line by line, with rule.regex.'
  ),
  paths: globs().default([]).describe('Files it applies to, "!\u2026" excludes; empty means all.'),
  rule: node.describe("The condition on a syntax node."),
  constraints: record(variable, node, { error: "a map of meta-variables, each with a condition" }).default({}).describe("Conditions on what the meta-variables matched."),
  "begins-at": node.optional().describe(
    "The innermost node around the match at which the finding begins, when all lines between are new too."
  ),
  "once-per-file": flag().default(false).describe("Only the first match of a file is reported: the others are the same habit."),
  utils: utilsSchema.default({}).describe("Conditions by name, for matches."),
  message: prose("a sentence", 500).describe(
    "What is wrong, in one sentence. $NAME stands for what it matched."
  ),
  why: prose("text", 2e3).describe("Why it matters."),
  "failure-scenario": prose("text", 2e3).describe("What goes wrong, with which input."),
  fix: prose("text", 2e3).describe("What to do about it."),
  references: list(
    text("an address that begins with https://", { max: 300, pattern: /^https:\/\/[^\s<>"'`\\]+$/ }),
    "addresses",
    { max: 10 }
  ).default([]).describe("Where to read more."),
  tests: section({
    match: samples().describe("Code that the rule must match."),
    "no-match": samples().describe("Code that the rule must not match.")
  }).describe("Samples that prove the rule; at least one of each.")
});
var ruleFileSchema = union([
  ruleSchema,
  section({
    utils: utilsSchema.optional().describe("Conditions by name, shared by all rules of this folder."),
    rules: list(ruleSchema, "rules", { max: 500 }).optional().describe("The rules.")
  })
]);

// src/config/parse-rules.ts
var MOST_RULES = 500;
var REGEX_BUDGET = 3e4;
function parseRules(text2, file, options) {
  const yaml = readMap(text2, file);
  const { root } = yaml;
  if (root === null) {
    return { value: [], utils: {}, problems: yaml.problems, positions: /* @__PURE__ */ new Map() };
  }
  const { nodes: nodes2, problems } = ruleNodes(root, file);
  const budget = { left: REGEX_BUDGET };
  const own = readUtils(root, file, options.utils ?? {}, budget);
  const all = [...yaml.problems, ...problems, ...own.problems];
  const utils = { ...options.utils, ...own.value };
  const positions = /* @__PURE__ */ new Map();
  const ids = /* @__PURE__ */ new Map();
  for (const { node: node2, path } of nodes2) {
    const parsed = parseRule(node2, { ...options, utils, file, path, budget });
    const inside = yaml.problems.filter((problem) => path === "" || problem.key.startsWith(path));
    all.push(...parsed.problems);
    if (parsed.value !== null && inside.length === 0) {
      const earlier = ids.get(parsed.value.id);
      if (earlier === void 0) {
        ids.set(parsed.value.id, node2.at.line);
        positions.set(parsed.value, node2.at);
      } else {
        const message = `the id "${parsed.value.id}" is already taken by the rule in line ${earlier}`;
        all.push({ file, ...node2.at, key: path === "" ? "id" : `${path}.id`, message });
      }
    }
  }
  return { value: [...positions.keys()], utils: own.value, problems: capped(all), positions };
}
function readUtils(root, file, outer, budget) {
  const node2 = isOneRule(root) ? void 0 : entryOf(root, "utils")?.node;
  if (node2 === void 0) {
    return { value: {}, problems: [] };
  }
  const checked = checkShape(utilsSchema, node2, file);
  const shapeProblems = checked.problems.map((problem) => ({
    ...problem,
    key: joined2("utils", problem.key)
  }));
  const utils = checked.value ?? {};
  const mistakes = checkUtils(utils, outer, budget);
  const wrong = new Set(mistakes.map(({ path }) => String(path[1])));
  return {
    value: Object.fromEntries(Object.entries(utils).filter(([name2]) => !wrong.has(name2))),
    problems: [
      ...shapeProblems,
      ...mistakes.map(({ path, message }) => problemAt(root, path, message, file, ""))
    ]
  };
}
function isOneRule(root) {
  return entryOf(root, "rules") === null && (entryOf(root, "id") !== null || entryOf(root, "rule") !== null);
}
function ruleNodes(root, file) {
  if (isOneRule(root)) {
    return { nodes: [{ node: root, path: "" }], problems: [] };
  }
  const problems = [];
  for (const entry of root.kind === "map" ? root.entries : []) {
    if (entry.key !== "rules" && entry.key !== "utils") {
      const message = `unknown key "${showText(String(entry.key))}". A file is one rule, or has the keys rules and utils`;
      problems.push({ file, ...entry.at, key: showText(String(entry.key)), message });
    }
  }
  const list2 = entryOf(root, "rules")?.node;
  if (list2 === void 0) {
    return { nodes: [], problems };
  }
  if (list2.kind !== "list") {
    const message = 'this is not a list of rules; begin each with "- id: \u2026"';
    return { nodes: [], problems: [...problems, { file, ...list2.at, key: "rules", message }] };
  }
  if (list2.entries.length > MOST_RULES) {
    const message = `a file has at most ${MOST_RULES} rules, this one has ${list2.entries.length}; the others were not read`;
    problems.push({ file, ...list2.at, key: "rules", message });
  }
  const nodes2 = list2.entries.slice(0, MOST_RULES).map(({ key, node: node2 }) => ({ node: node2, path: `rules[${key}]` }));
  return { nodes: nodes2, problems };
}
function parseRule(node2, context) {
  const { file, path } = context;
  const checked = checkShape(ruleSchema, node2, file);
  const problems = checked.problems.map((problem) => ({ ...problem, key: joined2(path, problem.key) }));
  if (checked.value === null || problems.length > 0) {
    return { value: null, problems };
  }
  const shape = checked.value;
  const mistakes = [...checkRule(shape, context.utils ?? {}, context.budget)];
  const reviewer = shape.reviewer ?? context.reviewer;
  if (reviewer === null) {
    const message = 'missing; name the reviewer under which the rule is filed, such as "reviewer: security"';
    mistakes.push({ path: ["reviewer"], message });
  } else if (context.reviewer !== null && reviewer !== context.reviewer) {
    mistakes.push({
      path: ["reviewer"],
      message: `"${reviewer}" differs from the folder, which belongs to "${context.reviewer}"; leave the key out`
    });
  }
  if (reviewer === null || mistakes.length > 0) {
    return {
      value: null,
      problems: mistakes.map((mistake) => problemAt(node2, mistake.path, mistake.message, file, path))
    };
  }
  return { value: toRule(shape, reviewer, context), problems: [] };
}
function problemAt(root, path, message, file, above) {
  const place2 = placeOf(root, path);
  const at = place2.node?.at ?? place2.keyAt;
  return {
    file,
    line: at.line,
    column: at.column,
    key: joined2(above, showText(dotted(place2.path))),
    message
  };
}
function joined2(above, key) {
  return above === "" || key === "" || key.startsWith("[") ? `${above}${key}` : `${above}.${key}`;
}
function toRule(shape, reviewer, context) {
  const utils = { ...context.utils, ...shape.utils };
  const beginsAt = shape["begins-at"];
  const around = beginsAt === void 0 ? [] : [beginsAt];
  return {
    id: shape.id,
    reviewer,
    title: shape.title,
    severity: shape.severity,
    confidence: shape.confidence,
    category: shape.category,
    ...shape.cwe === void 0 ? {} : { cwe: shape.cwe },
    languages: shape.languages,
    paths: shape.paths,
    rule: shape.rule,
    ...beginsAt === void 0 ? {} : { beginsAt },
    ...shape["once-per-file"] ? { oncePerFile: true } : {},
    constraints: shape.constraints,
    // Without what the rule never names: shared conditions would otherwise travel with every rule of the folder.
    utils: reachableUtils([shape.rule, ...around, ...Object.values(shape.constraints)], utils),
    message: shape.message.trim(),
    why: shape.why.trim(),
    failureScenario: shape["failure-scenario"].trim(),
    fix: shape.fix.trim(),
    references: shape.references,
    tests: { match: shape.tests.match.map(toTest), noMatch: shape.tests["no-match"].map(toTest) },
    source: context.file,
    builtIn: context.builtIn
  };
}
function toTest(sample2) {
  return typeof sample2 === "string" ? { code: sample2 } : sample2;
}

// src/config/load-rules.ts
function loadRules(files, builtIns, reviewers2) {
  const own = readRuleFiles(files, { reviewer: null, builtIn: false });
  const problems = [...own.problems];
  const all = [...builtIns.rules, ...own.value];
  problems.push(...checkRuleIds(all, (rule) => own.positions.get(rule) ?? null));
  const lost = new Set(clashingRules(all).map(({ rule }) => rule));
  for (const rule of own.value) {
    const message = homeless(rule, reviewers2);
    if (message !== null) {
      const at = own.positions.get(rule);
      lost.add(rule);
      problems.push({
        file: rule.source,
        line: at?.line ?? null,
        column: at?.column ?? null,
        key: "reviewer",
        message
      });
    }
  }
  return { value: all.filter((rule) => !lost.has(rule)), problems };
}
function readRuleFiles(files, options) {
  const problems = [];
  const positions = /* @__PURE__ */ new Map();
  const shared = /* @__PURE__ */ new Map();
  const sharingFirst = files.toSorted((left, right) => readingOrder(left.path) - readingOrder(right.path));
  for (const { path, text: text2 } of sharingFirst) {
    const name2 = baseName(path);
    const area = [...shared.keys()].find((each) => each !== "" && name2.endsWith(`-${each}`));
    const utils = { ...shared.get(""), ...area === void 0 ? {} : shared.get(area) };
    const parsed = parseRules(text2, path, { ...options, utils });
    problems.push(...parsed.problems);
    for (const [rule, position] of parsed.positions) {
      positions.set(rule, position);
    }
    if (readingOrder(path) < 2) {
      shared.set(name2.slice("utils-".length), parsed.utils);
    }
  }
  return { value: [...positions.keys()], problems, positions };
}
function baseName(path) {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.ya?ml$/, "");
}
function readingOrder(path) {
  const name2 = baseName(path);
  return name2 === "utils" ? 0 : name2.startsWith("utils-") ? 1 : 2;
}
function homeless(rule, reviewers2) {
  const names = reviewers2.map((reviewer) => reviewer.name);
  if (!names.includes(rule.reviewer)) {
    const hint = didYouMean(rule.reviewer, names);
    return `rule "${rule.id}" is filed under "${rule.reviewer}", which is no reviewer.${hint} There are ${names.join(", ")}`;
  }
  if (!reviewers2.some((reviewer) => reviewer.analyzers.includes(rule.reviewer))) {
    return `rule "${rule.id}" would never run: the analyzers of reviewer "${rule.reviewer}" do not name "${rule.reviewer}"`;
  }
  return null;
}

// src/config/check-workflow.ts
function checkWorkflow(workflow, reviewerNames, at = () => null) {
  const problems = [];
  const report = (path, message) => {
    const place2 = at(path);
    problems.push({
      file: workflow.source,
      line: place2?.line ?? null,
      column: place2?.column ?? null,
      key: dotted(path),
      message
    });
  };
  checkNames(workflow, report);
  checkReviewers(workflow, reviewerNames, report);
  checkNeeds(workflow, report);
  return inOrder(problems);
}
function checkNames(workflow, report) {
  const seen = /* @__PURE__ */ new Set();
  for (const [index, phase2] of workflow.phases.entries()) {
    if (seen.has(phase2.name)) {
      report(
        ["phases", index, "name"],
        `there are two phases named "${phase2.name}"; every phase needs its own name`
      );
    }
    seen.add(phase2.name);
  }
}
function checkReviewers(workflow, known, report) {
  const phaseOf = /* @__PURE__ */ new Map();
  for (const [index, phase2] of workflow.phases.entries()) {
    if (phase2.reviewers.length === 0) {
      report(["phases", index, "reviewers"], `phase "${phase2.name}" has no reviewers`);
    }
    for (const [position, reviewer] of phase2.reviewers.entries()) {
      const path = ["phases", index, "reviewers", position];
      const earlier = phaseOf.get(reviewer);
      if (earlier !== void 0) {
        report(path, `reviewer "${reviewer}" already runs in phase "${earlier}"; a reviewer runs once`);
      } else if (known !== null && !known.includes(reviewer)) {
        const hint = didYouMean(reviewer, known);
        report(path, `there is no reviewer "${reviewer}".${hint} There are ${known.join(", ")}`);
      }
      phaseOf.set(reviewer, earlier ?? phase2.name);
    }
  }
}
function checkNeeds(workflow, report) {
  const names = workflow.phases.map((phase2) => phase2.name);
  for (const [index, phase2] of workflow.phases.entries()) {
    for (const [position, need] of phase2.needs.entries()) {
      if (!names.includes(need)) {
        const hint = didYouMean(need, names);
        const message = `there is no phase "${need}".${hint} There are ${names.join(", ")}`;
        report(["phases", index, "needs", position], message);
      }
    }
  }
  const never = phasesThatNeverStart(workflow);
  const inCycle = /* @__PURE__ */ new Set();
  for (const [index, phase2] of workflow.phases.entries()) {
    const cycle = never.has(phase2.name) && !inCycle.has(phase2.name) ? cycleFrom(phase2.name, workflow) : null;
    if (cycle !== null) {
      report(["phases", index, "needs"], `these phases wait for each other: ${cycle.join(" \u2192 ")}`);
      for (const member of cycle) {
        inCycle.add(member);
      }
    }
  }
  for (const [index, phase2] of workflow.phases.entries()) {
    if (never.has(phase2.name) && !inCycle.has(phase2.name)) {
      report(
        ["phases", index, "needs"],
        `phase "${phase2.name}" can never start: it needs phases that wait for each other`
      );
    }
  }
}
function phasesThatNeverStart(workflow) {
  const waiting = new Set(workflow.phases.map((phase2) => phase2.name));
  for (let round = 0; round < workflow.phases.length; round += 1) {
    for (const phase2 of workflow.phases) {
      if (!phase2.needs.some((need) => waiting.has(need))) {
        waiting.delete(phase2.name);
      }
    }
  }
  return waiting;
}
function cycleFrom(start, workflow) {
  const seen = /* @__PURE__ */ new Set();
  const ways = [[start]];
  for (const way of ways) {
    const needs = workflow.phases.find((phase2) => phase2.name === way.at(-1))?.needs ?? [];
    for (const need of needs) {
      if (need === start) {
        return [...way, start];
      }
      if (!seen.has(need)) {
        seen.add(need);
        ways.push([...way, need]);
      }
    }
  }
  return null;
}

// src/config/workflow-schema.ts
var phase = section({
  name: name().describe("Name of the phase."),
  reviewers: list(name(), "reviewer names", { max: 30, min: 1 }).describe(
    "Reviewers that run side by side in this phase."
  ),
  needs: list(name(), "names of phases", { max: 20 }).default([]).describe("Phases that must end before this one starts; what they found is handed on to it.")
});
var workflowSchema = section({
  name: name().describe('The name that "workflow:" in the settings and --workflow take.'),
  description: text("text of at most 500 characters", { min: 0, max: 500 }).default("").describe("What the workflow is for."),
  phases: list(phase, "phases", { max: 20, min: 1 }).describe("The phases, each with its reviewers.")
});

// src/config/parse-workflow.ts
function parseWorkflow(text2, file) {
  const yaml = readMap(text2, file);
  const { root } = yaml;
  if (root === null) {
    return { value: null, problems: yaml.problems, at: () => null };
  }
  const at = (path) => placeOf(root, path).node?.at ?? placeOf(root, path).keyAt;
  const checked = checkShape(workflowSchema, root, file);
  const shapeProblems = [...yaml.problems, ...checked.problems];
  if (checked.value === null || shapeProblems.length > 0) {
    return { value: null, problems: inOrder(shapeProblems), at };
  }
  const workflow = { ...checked.value, source: file };
  const problems = checkWorkflow(workflow, null, at);
  return { value: problems.length > 0 ? null : workflow, problems, at };
}

// src/config/load-workflows.ts
function loadWorkflows(files, builtIns, reviewers2) {
  const problems = [];
  const own = /* @__PURE__ */ new Map();
  const names = reviewers2.map((reviewer) => reviewer.name);
  for (const { path, text: text2 } of files) {
    const parsed = parseWorkflow(text2, path);
    problems.push(...parsed.problems);
    const workflow = parsed.value;
    if (workflow === null) {
      continue;
    }
    const mistakes = checkWorkflow(workflow, names, parsed.at);
    problems.push(...mistakes);
    const earlier = own.get(workflow.name);
    if (earlier !== void 0) {
      const at = parsed.at(["name"]);
      const message = `a workflow named "${workflow.name}" is already defined in ${earlier.source}; this file is not used`;
      problems.push({ file: path, line: at?.line ?? null, column: at?.column ?? null, key: "name", message });
    } else if (mistakes.length === 0) {
      own.set(workflow.name, workflow);
    }
  }
  const builtIn = builtIns.workflows.map(
    (workflow) => workflow.name === DEFAULT_SETTINGS.workflow ? withAdded(workflow, names) : workflow
  );
  const value = [
    ...builtIn.map((workflow) => own.get(workflow.name) ?? workflow),
    ...[...own.values()].filter((workflow) => !builtIn.some((each) => each.name === workflow.name))
  ];
  return { value, problems };
}
function withAdded(workflow, names) {
  const named = new Set(workflow.phases.flatMap((phase2) => phase2.reviewers));
  const added = names.filter((name2) => !named.has(name2));
  const phases = workflow.phases.map(
    (phase2, index) => index === 0 ? { ...phase2, reviewers: [...phase2.reviewers, ...added] } : phase2
  );
  return { ...workflow, phases };
}

// src/config/dismissals-schema.ts
var MOST_DISMISSALS = 2e3;
var DATE = "a date such as 2027-06-30";
var NEEDED = {
  finding: ["fingerprint"],
  file: ["rule", "path"],
  rule: ["rule"]
};
var dismissalSchema = section({
  fingerprint: text('a fingerprint such as "f1:" and 24 hexadecimal digits, as reports show it', {
    max: 27,
    pattern: /^f1:[0-9a-f]{24}$/
  }).optional().describe("The finding, as the report names it. Needed for scope finding."),
  scope: choice(DISMISSAL_SCOPES).default("finding").describe("finding: this one. file: the same rule in the same file. rule: the same rule everywhere."),
  rule: text(`a rule id of at most ${LONGEST_RULE_ID} characters`, { max: LONGEST_RULE_ID }).optional().describe("Rule that the finding comes from. Needed for scope file and rule."),
  path: text(`a path of at most ${LONGEST_PATH} characters`, { max: LONGEST_PATH }).optional().describe("File of the finding, relative to the repository; not a pattern. Needed for scope file."),
  reason: text(`a reason of at most ${LONGEST_REASON} characters`, {
    max: LONGEST_REASON,
    pattern: /\S/
  }).describe("Why nothing needs to be done; reports show it."),
  by: text('a login such as alice, without "@"', {
    max: 100,
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\[bot\])?$/
  }).describe("Who decided it: a login."),
  until: iso_exports.date({ error: DATE }).optional().describe("The last day on which it holds (UTC). Without it: until the code changes.")
}).superRefine((entry, context) => {
  for (const key of NEEDED[entry.scope]) {
    if (entry[key] !== void 0) continue;
    context.addIssue({
      code: "custom",
      path: [key],
      message: `the ${key}, which scope "${entry.scope}" needs`
    });
  }
});
var dismissalsSchema = list(dismissalSchema, "dismissals", { max: MOST_DISMISSALS });

// src/config/parse-dismissals.ts
var LIMITS = { bytes: 512 * 1024, tokens: 15e4 };
function parseDismissals(text2, file) {
  const yaml = readYaml(text2, file, 0, LIMITS);
  const { root } = yaml;
  if (root === null) return { value: [], problems: yaml.problems };
  if (root.kind !== "list") {
    const message = 'this is not a list of dismissals; begin each with "- fingerprint: \u2026"';
    return { value: [], problems: [...yaml.problems, { file, ...root.at, key: "", message }] };
  }
  if (yaml.problems.length > MOST_PROBLEMS) return { value: [], problems: yaml.problems };
  const problems = [...yaml.problems];
  if (root.entries.length > MOST_DISMISSALS) {
    const message = `a file has at most ${MOST_DISMISSALS} dismissals, this one has ${root.entries.length}; the others were not read`;
    problems.push({ file, ...root.at, key: "", message });
  }
  const found = /* @__PURE__ */ new Map();
  for (const entry of root.entries.slice(0, MOST_DISMISSALS)) {
    const above = `[${entry.key}]`;
    const { value, problems: own } = parseEntry(entry, file, above);
    problems.push(...own);
    if (value === null || yaml.problems.some((problem) => problem.key.startsWith(above))) continue;
    const { at } = entry.node;
    const target = targetOf(value);
    const earlier = found.get(target);
    if (earlier === void 0) found.set(target, { dismissal: value, line: at.line });
    else {
      const message = `the same was already dismissed in line ${earlier.line}, which counts; keep one of the two`;
      problems.push({ file, ...at, key: above, message });
    }
  }
  return { value: [...found.values()].map(({ dismissal }) => dismissal), problems: capped(problems) };
}
function parseEntry({ node: node2 }, file, above) {
  const checked = checkShape(dismissalSchema, node2, file);
  const problems = checked.problems.map((problem) => ({
    ...problem,
    key: problem.key === "" || problem.key.startsWith("[") ? `${above}${problem.key}` : `${above}.${problem.key}`
  }));
  if (checked.value === null || problems.length > 0) return { value: null, problems };
  const source = `${file.slice(file.lastIndexOf("/") + 1)}:${node2.at.line}`;
  return { value: toDismissal(checked.value, source), problems: [] };
}
function toDismissal(shape, source) {
  return {
    fingerprint: shape.fingerprint ?? "",
    scope: shape.scope,
    reason: shape.reason,
    by: shape.by,
    until: shape.until ?? null,
    ...shape.rule === void 0 ? {} : { ruleId: shape.rule },
    ...shape.path === void 0 ? {} : { path: shape.path },
    origin: "file",
    source
  };
}
function targetOf({ scope, fingerprint, ruleId: ruleId2 = "", path = "" }) {
  if (scope === "finding") return fingerprint;
  return JSON.stringify(scope === "file" ? [ruleId2, path] : [ruleId2]);
}

// src/config/load-configuration.ts
function loadConfiguration(files, builtIns) {
  const sorted = sortFiles(files);
  const defaults2 = builtIns.defaults ?? null;
  const own = sorted.settings === null ? null : { name: sorted.settings.path, text: sorted.settings.text };
  const parsed = layerSettings(defaults2, own);
  const reviewers2 = loadReviewers(sorted.reviewers, builtIns);
  const workflows = loadWorkflows(sorted.workflows, builtIns, reviewers2.value);
  const rules = loadRules(sorted.rules, builtIns, reviewers2.value);
  const dismissals = sorted.dismissals === null ? { value: [], problems: [] } : parseDismissals(sorted.dismissals.text, sorted.dismissals.path);
  const names = checkSettingNames(parsed, {
    reviewers: reviewers2.value,
    workflows: workflows.value,
    rules: rules.value,
    ...builtIns.checkIds === void 0 ? {} : { checkIds: builtIns.checkIds }
  });
  const read = [
    ...sorted.settings === null ? [] : [sorted.settings],
    ...sorted.reviewers,
    ...sorted.workflows,
    ...sorted.rules,
    ...sorted.dismissals === null ? [] : [sorted.dismissals]
  ];
  return {
    settings: names.value,
    reviewers: reviewers2.value,
    workflows: workflows.value,
    rules: rules.value,
    dismissals: dismissals.value,
    problems: [
      ...sorted.problems,
      ...parsed.problems,
      ...names.problems,
      ...reviewers2.problems,
      ...workflows.problems,
      ...rules.problems,
      ...dismissals.problems
    ],
    digest: JSON.stringify([
      ...defaults2 === null ? [] : [[defaults2.name, defaults2.text]],
      ...read.map((file) => [file.path, file.text])
    ])
  };
}
export {
  CONFIGURATION_PATHS,
  loadConfiguration
};
