import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatCount,
  formatList,
  formatNumber
} from "./chunk-MITLGRRM.js";
import {
  failsGate
} from "./chunk-WO2J36BZ.js";
import {
  SEVERITIES,
  countFiles
} from "./chunk-4VTT4LPT.js";

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
  const fixed = since.fixed.filter(({ isNew }) => isNew);
  const [first] = fixed;
  const by = first === void 0 ? "" : ` by ${first.fixedBy.slice(0, 7)}`;
  const parts = [
    `${count("new")} new`,
    `${count("open") + count("moved")} still open${count("moved") === 0 ? "" : ` (${count("moved")} moved)`}`,
    `${fixed.length} fixed${by}`,
    ...count("reopened") > 0 ? [`${count("reopened")} reopened`] : [],
    ...since.notChecked > 0 ? [`${since.notChecked} not checked`] : []
  ];
  return [`since the last review: ${parts.join(", ")}`];
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
  isComplete,
  headlineOf,
  verdictWord,
  headlineText,
  findingsInWords,
  countsBySeverity,
  missingParts,
  placeOf,
  factsOf,
  warningsOf,
  revisionWords,
  certaintyOf,
  locationOf,
  resultOf,
  engineOf,
  gateWords
};
