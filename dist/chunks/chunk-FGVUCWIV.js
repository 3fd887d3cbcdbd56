import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  cutLine,
  cutPath,
  cutText,
  flattenText,
  formatCount,
  formatList,
  formatNumber,
  revealHiddenText,
  showCodeLine
} from "./chunk-MITLGRRM.js";
import {
  failsGate
} from "./chunk-5QZR7NEG.js";
import {
  SEVERITIES,
  countFiles
} from "./chunk-ZKMO4PZO.js";

// src/render/escape-markdown.ts
var LIVE = new RegExp(
  [
    "[@$]",
    // mentions, teams, e-mail addresses, mathematics
    ":\\/\\/",
    // any URL with a scheme
    "(?<![a-z0-9])www\\.",
    "#\\d",
    // #1 and owner/repository#1
    "(?<![a-z0-9])gh-\\d",
    "(?<![a-z0-9])(?:ghsa|cve)-",
    "(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])",
    // abbreviated and full commit SHAs
    ":[a-z0-9_+-]+(?::|$)"
    // emoji short codes, also those that a colon of ours would complete
  ].join("|"),
  "i"
);
var OPENING = `("'[{`;
var CLOSING = `)]}"',.;:!?`;
function escapeMarkdown(text) {
  const lines = revealHiddenText(text.replace(/\r\n?|[\u2028\u2029]/g, "\n")).split("\n").map(escapeLine);
  return lines.join("\n").replace(/\n{3,}/g, "\n\n").trim();
}
function escapeMarkdownLine(text) {
  return escapeLine(flattenText(text));
}
function escapeMarkdownCell(text) {
  return escapeLine(flattenText(text).replaceAll("|", "\xA6"));
}
function codeSpan(text) {
  const flat = breakMarker(flattenText(text));
  if (flat.trim() === "") return "` `";
  const fence = "`".repeat(longestRun(flat) + 1);
  const pad = /^[`$ ]|[`$ ]$/.test(flat) ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}
function codeFence(lines, info) {
  const shown = lines.map((line) => breakMarker(showCodeLine(line)).trimEnd());
  const fence = "`".repeat(Math.max(3, longestRun(shown.join("\n")) + 1));
  return [`${fence}${info}`, ...shown, fence].join("\n");
}
function markdownLink(label, url) {
  if (url === null || !/^https?:\/\//i.test(url)) return label;
  const safe = url.replace(
    /[^\w.~:/?#@!&,;=%+-]/gu,
    (character) => /^[\ud800-\udfff]$/.test(character) ? "" : encodeURIComponent(character).replace(/[()'*!]/g, percentEncode)
  );
  return `[${label}](<${safe}>)`;
}
function percentEncode(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function escapeLine(line) {
  let result = "";
  let before = "text";
  for (const piece of splitCode(line.replace(/\s+/gu, " ").trim())) {
    for (const part of piece.kind === "code" ? [piece] : splitWords(piece.text, result === "")) {
      if (part.text === "") continue;
      if (before === "code" && part.kind === "code") result += " ";
      result += part.kind === "code" ? codeSpan(part.text) : escapePunctuation(part.text);
      before = part.kind;
    }
  }
  return escapeLineStart(result.trim());
}
function splitCode(line) {
  const runs = [...line.matchAll(/`+/g)];
  const nextOfSameLength = /* @__PURE__ */ new Map();
  const closing = new Array(runs.length).fill(-1);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0;
    closing[index] = nextOfSameLength.get(length) ?? -1;
    nextOfSameLength.set(length, index);
  }
  const pieces = [];
  let end = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const open = runs[index];
    const close = runs[closing[index] ?? -1];
    if (open === void 0 || close === void 0) continue;
    pieces.push({ kind: "text", text: line.slice(end, open.index) });
    pieces.push({ kind: "code", text: line.slice(open.index + open[0].length, close.index) });
    end = close.index + close[0].length;
    index = closing[index] ?? index;
  }
  pieces.push({ kind: "text", text: line.slice(end) });
  return pieces;
}
function splitWords(text, atLineStart) {
  return text.split(/( )/).flatMap((word, index) => {
    const command = atLineStart && index === 0 && word.startsWith("/");
    if (!command && !LIVE.test(word)) return [{ kind: "text", text: word }];
    let start = 0;
    let end = word.length;
    while (start < end && OPENING.includes(word.charAt(start))) start += 1;
    while (end > start && CLOSING.includes(word.charAt(end - 1))) end -= 1;
    return [
      { kind: "text", text: word.slice(0, start) },
      { kind: "code", text: word.slice(start, end) },
      { kind: "text", text: word.slice(end) }
    ];
  });
}
function escapePunctuation(text) {
  return text.replace(/[\\*_[\]|~#!]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("`", "&#96;");
}
function escapeLineStart(line) {
  return line.replace(/^[+\-=:/]/, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2");
}
function breakMarker(text) {
  return text.replace(/<!--(?=\s*multi-agent-review)/gi, "<!- -");
}
function longestRun(text) {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

// src/render/describe-escalation.ts
var MOST_SHOWN = 8;
var MOST_PATHS = 5;
function escalationSection({ escalations = [] }) {
  if (escalations.length === 0) return "";
  const items = escalations.slice(0, MOST_SHOWN).map(({ role, reason, paths = [] }) => {
    const who = `**${escapeMarkdownLine(sentenceCase(cutLine(role, 80)))}**`;
    const shown = paths.slice(0, MOST_PATHS).map((path) => codeSpan(cutPath(path, 100)));
    const where = shown.length === 0 ? "" : ` of ${listed(shown, paths.length)}`;
    return `- ${who}${where}: ${escapeMarkdownLine(cutText(reason, 300))}`;
  });
  const rest = escalations.length - items.length;
  if (rest > 0) items.push(`- and ${formatNumber(rest)} more`);
  return `**Needs a person**

${items.join("\n")}

`;
}
function escalationText({ role, reason, paths = [] }) {
  const shown = paths.slice(0, MOST_PATHS).map((path) => cutPath(path, 100));
  const where = shown.length === 0 ? "" : ` of ${listed(shown, paths.length)}`;
  return `${sentenceCase(role)}${where}: ${reason}`;
}
function listed(shown, total) {
  const more = total - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${formatNumber(more)} more` : ""}`;
}
function sentenceCase(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

// src/render/describe-report.ts
var MOST_NAMES = 3;
var OUTCOME_WORDS = {
  done: "done",
  degraded: "degraded",
  failed: "failed",
  "timed-out": "timed out",
  truncated: "was cut off",
  refused: "refused",
  unparsable: "gave an unreadable answer",
  cancelled: "was cancelled",
  "over-budget": "went over budget",
  "not-needed": "not needed"
};
function outcomeWords(outcome) {
  return OUTCOME_WORDS[outcome];
}
function isComplete(agent) {
  return agent.status === "done" || agent.status === "not-needed";
}
function headlineOf(report) {
  const { mark, text } = verdictLine(report);
  const visible = report.findings.filter((finding) => finding.suppressedBy === void 0);
  const missing = missingParts(report);
  const asides = [];
  if (mark === "incomplete" && visible.length > 0) asides.push(`${findingsInWords(visible)} so far`);
  if (mark !== "incomplete" && missing !== "") asides.push(`incomplete: ${missing}`);
  if (report.mode === "deterministic") asides.push("deterministic mode");
  return { mark, text, asides };
}
function verdictWord(report) {
  return report.verdict === "clean" && report.coverage.reviewed.length === 0 ? "skipped" : report.verdict;
}
function headlineText({ text, asides }) {
  return [text, ...asides].join(" \xB7 ");
}
function verdictLine(report) {
  const visible = report.findings.filter((finding) => finding.suppressedBy === void 0);
  if (report.overriddenBy !== void 0) {
    return { mark: "pass", text: `Overridden by @${report.overriddenBy}: ${findingsInWords(visible)} stand` };
  }
  if (report.gate === "fail")
    return { mark: "fail", text: `${blockingInWords(report, visible)} this change` };
  if (report.verdict === "incomplete") {
    return { mark: "incomplete", text: `Review incomplete: ${missingParts(report)}` };
  }
  if (report.verdict === "skipped" || report.coverage.reviewed.length === 0) return skippedLine(report);
  if (visible.length > 0)
    return { mark: "pass", text: `Nothing blocks this change: ${findingsInWords(visible)}` };
  const files = formatCount(report.coverage.reviewed.length, "file");
  const text = report.mode === "deterministic" ? `The analyzers found nothing in ${files}` : `Clean: no findings in ${files}`;
  return { mark: "pass", text };
}
function skippedLine(report) {
  const excluded = report.coverage.excluded.length;
  if (excluded === 0) return { mark: "skipped", text: "Nothing to review: the change has no files" };
  return {
    mark: "skipped",
    text: `Skipped by configuration: 0 of ${formatCount(excluded, "file")} reviewed`
  };
}
function blockingInWords(report, visible) {
  const blocking = visible.filter((finding) => failsGate(finding, report.failOn));
  const verb = blocking.length === 1 ? "blocks" : "block";
  if (blocking.length === 0) return "The gate failed and blocks";
  return `${findingsInWords(blocking)} ${verb}`;
}
function findingsInWords(findings) {
  if (findings.length === 0) return "no findings";
  const counts = countsBySeverity(findings).map(([severity, count]) => `${formatNumber(count)} ${severity}`);
  return `${formatList(counts)} finding${findings.length === 1 ? "" : "s"}`;
}
function countsBySeverity(findings) {
  return SEVERITIES.map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity).length]
  ).filter(([, count]) => count > 0);
}
function missingParts(report) {
  const agents = report.agents.filter((agent) => agent.required && !isComplete(agent)).map((agent) => `${agent.name} ${outcomeWords(agent.status)}`);
  const parts = agents.length === 0 ? [] : [formatList(agents, MOST_NAMES)];
  const files = countFiles(report.coverage.notReviewed);
  if (files > 0) parts.push(`${formatCount(files, "file")} not reviewed`);
  const [problem] = report.configProblems;
  if (problem !== void 0) parts.push(`configuration problem in ${placeOf(problem.file, problem.line)}`);
  if (parts.length > 0 || report.verdict !== "incomplete") return parts.join(", ");
  return report.incompleteReasons[0] ?? "a part of the review is missing";
}
function placeOf(path, line) {
  return line === null || line === void 0 ? path : `${path}:${line}`;
}
function factsOf(report) {
  const { reviewed, notReviewed, excluded } = report.coverage;
  const reviewers = report.agents.filter(({ engine }) => engine !== "model");
  const done = reviewers.filter(isComplete).length;
  const textOnly = reviewed.filter((file) => file.by.length === 1 && file.by[0] === "text").length;
  const details = [
    ...excluded.length > 0 ? [`${formatNumber(excluded.length)} excluded`] : [],
    ...textOnly > 0 ? [`${formatNumber(textOnly)} as text only`] : []
  ];
  const files = `${formatNumber(reviewed.length)}/${formatNumber(reviewed.length + countFiles(notReviewed))} files`;
  return [
    `${done}/${reviewers.length} reviewers`,
    details.length === 0 ? files : `${files} (${details.join(", ")})`,
    ...report.mode === "deterministic" ? ["rules and analyzers only, no model"] : [],
    ...statesInWords(report)
  ];
}
function statesInWords(report) {
  const { since } = report;
  if (since === void 0) return [];
  const shown = report.findings.filter((finding) => finding.suppressedBy === void 0);
  const count = (state) => shown.filter((finding) => finding.state === state).length;
  const dismissed = report.findings.filter(({ state }) => state === "dismissed").length;
  const fixed = since.fixed.filter(({ isNew }) => isNew);
  const [first] = fixed;
  const by = first === void 0 ? "" : ` by ${first.fixedBy.slice(0, 7)}`;
  const parts = [
    `${count("new")} new`,
    `${count("open") + count("moved")} still open${count("moved") === 0 ? "" : ` (${count("moved")} moved)`}`,
    `${fixed.length} fixed${by}`,
    ...count("reopened") > 0 ? [`${count("reopened")} reopened`] : [],
    ...dismissed > 0 ? [`${dismissed} dismissed`] : [],
    ...since.notChecked > 0 ? [`${since.notChecked} not checked`] : []
  ];
  return [`since the last review: ${parts.join(", ")}`];
}
function convergenceWords({ convergence }) {
  if (convergence === void 0) return null;
  const { after, suppressed } = convergence;
  const held = suppressed === 0 ? "" : ` ${formatCount(suppressed, "finding")} ${suppressed === 1 ? "is" : "are"} not shown for it.`;
  return `This review has converged: after ${formatCount(after, "automatic review")} only new and changed lines are commented on, and small things do not come back.${held}`;
}
function warningsOf(report) {
  if (report.mode === "deterministic") return [];
  const models = report.agents.filter(
    (agent) => agent.engine !== "analyzers" && agent.status !== "not-needed"
  );
  if (models.length === 0 || models.some((agent) => agent.status === "done" || agent.status === "degraded"))
    return [];
  return ["No model reviewed this change: every model reviewer ended without a result."];
}
function revisionWords(revision) {
  const sha = revision.sha === null ? null : revision.sha.slice(0, 7);
  const repeats = revision.sha !== null && (revision.label === "" || revision.sha.startsWith(revision.label));
  return { sha, label: repeats ? null : revision.label };
}
function certaintyOf(finding) {
  if (finding.origin === "analyzer") return "deterministic";
  return finding.origin === "sarif" ? `imported, ${finding.verdict}` : finding.verdict;
}
function locationOf(finding) {
  if (finding.anchor === "subject" || finding.path === void 0)
    return finding.source ?? finding.path ?? "the change";
  if (finding.anchor === "file" || finding.startLine === void 0) return finding.path;
  const { startLine, endLine = startLine } = finding;
  const removed = finding.side === "old" ? " (removed)" : "";
  return `${finding.path}:${startLine}${endLine > startLine ? `\u2013${endLine}` : ""}${removed}`;
}
function resultOf(agent, report) {
  const own = report.findings.filter(
    (finding) => finding.reviewer === agent.name && finding.suppressedBy === void 0
  );
  const found = countsBySeverity(own).map(([severity, count]) => `${formatNumber(count)} ${severity}`);
  if (agent.status === "done") return found.length === 0 ? "no findings" : found.join(", ");
  if (agent.status === "not-needed")
    return agent.reason === void 0 ? "not needed" : `not needed: ${agent.reason}`;
  const ended = `${outcomeWords(agent.status)}${agent.reason === void 0 ? "" : `: ${agent.reason}`}`;
  return [...found, ended].join(", ");
}
function engineOf(agent) {
  if (agent.engine === "analyzers") return "analyzers";
  const model = agent.model ?? "model";
  return agent.engine === "model" ? model : `analyzers + ${model}`;
}
function gateWords(report) {
  if (report.gate === "incomplete")
    return "Gate incomplete: a part of the change was not reviewed. Exit code 2.";
  if (report.gate === "fail") {
    const failing = report.findings.filter((finding) => failsGate(finding, report.failOn)).length;
    const why = failing === 0 ? "" : `: ${formatCount(failing, "finding")} at or above ${report.failOn}`;
    return `Gate failed${why}. Exit code 1.`;
  }
  if (report.overriddenBy !== void 0)
    return `Gate passed: overridden by @${report.overriddenBy}. Exit code 0.`;
  if (report.verdict === "incomplete") return "Gate passed although the review is incomplete. Exit code 0.";
  if (report.verdict === "skipped") return "Gate passed: there was nothing to review. Exit code 0.";
  if (report.failOn === "never") return "Gate passed: it is set to fail never. Exit code 0.";
  return `Gate passed: no certain finding at or above ${report.failOn}. Exit code 0.`;
}

export {
  escapeMarkdown,
  escapeMarkdownLine,
  escapeMarkdownCell,
  codeSpan,
  codeFence,
  markdownLink,
  escalationSection,
  escalationText,
  isComplete,
  headlineOf,
  verdictWord,
  headlineText,
  findingsInWords,
  countsBySeverity,
  missingParts,
  placeOf,
  factsOf,
  convergenceWords,
  warningsOf,
  revisionWords,
  certaintyOf,
  locationOf,
  resultOf,
  engineOf,
  gateWords
};
