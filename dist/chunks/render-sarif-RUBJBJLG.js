import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  toJson
} from "./chunk-MTKAUQRZ.js";
import "./chunk-7C5JEGDL.js";
import {
  escalationText,
  escapeMarkdown,
  headlineOf,
  headlineText,
  locationOf
} from "./chunk-FGVUCWIV.js";
import {
  cutLine,
  cutText,
  revealHiddenText
} from "./chunk-MITLGRRM.js";
import "./chunk-5QZR7NEG.js";
import {
  SECURITY_CATEGORIES,
  severityRank
} from "./chunk-ZKMO4PZO.js";
import "./chunk-5XWL5JNG.js";

// src/render/sarif-text.ts
var MOST_MESSAGE = 2e3;
var UNENCODED = /[^A-Za-z0-9\-._~!$&'()*+,;=@/]/gu;
function sarifText(text, most = MOST_MESSAGE) {
  const shown = revealHiddenText(cutText(text, most).replace(/\r\n?/g, "\n"));
  return shown.replaceAll("](", "] (").replace(/\{(?=\d)/g, "{ ").trim();
}
function sarifLine(text, most) {
  return sarifText(cutLine(text.replace(/\s+/g, " "), most), most) || "unnamed";
}
function pathToUri(path) {
  const uri = path.split("/").filter((segment) => segment !== "").map((segment) => /^\.+$/.test(segment) ? segment.replaceAll(".", "%2E") : encodeSegment(segment)).join("/");
  return uri === "" ? "unnamed" : uri;
}
function encodeSegment(segment) {
  return segment.replace(
    UNENCODED,
    (character) => (
      // A lone surrogate has no encoding; it stands for bytes that were no text in the first place.
      encodeURIComponent(/^[\ud800-\udfff]$/.test(character) ? "\uFFFD" : character)
    )
  );
}

// src/render/sarif-rules.ts
var LEVELS = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note"
};
var SECURITY_SEVERITY = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "3.0",
  info: "0.5"
};
var SECURITY = new Set(SECURITY_CATEGORIES);
function levelOf(severity) {
  return LEVELS[severity];
}
function sarifRules(findings) {
  const byRule = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const known = byRule.get(finding.ruleId);
    if (known === void 0) byRule.set(finding.ruleId, [finding]);
    else known.push(finding);
  }
  const ids = [...byRule.keys()];
  return {
    rules: ids.map((id) => describeRule(id, byRule.get(id) ?? [])),
    indexOf: new Map(ids.map((id, index) => [id, index]))
  };
}
function describeRule(id, findings) {
  const [first] = [...findings].sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
  if (first === void 0) return { id: sarifLine(id, 200) };
  const own = first.origin === "analyzer";
  const subject = first.category.replaceAll("-", " ");
  const title = own ? first.title : `${subject.charAt(0).toUpperCase()}${subject.slice(1)}, seen by ${first.reviewer}`;
  const [, cwe] = /^CWE-(\d{1,5})$/.exec(first.cwe ?? "") ?? [];
  const name = sarifLine(id, 200);
  const help = own ? [first.failureScenario, first.fix].filter((text) => text.trim() !== "").join("\n\n") : title;
  return {
    id: name,
    name: ruleName(id),
    shortDescription: { text: sarifLine(title, 200) },
    fullDescription: { text: sarifText(own ? first.explanation : title, 1e3) || name },
    ...cwe === void 0 ? {} : { helpUri: `https://cwe.mitre.org/data/definitions/${cwe}.html` },
    help: { text: sarifText(help) || name, markdown: escapeMarkdown(sarifText(help)) || "No help." },
    defaultConfiguration: { level: levelOf(first.severity) },
    properties: ruleProperties(first, cwe)
  };
}
function ruleProperties(finding, cwe) {
  const security = SECURITY.has(finding.category);
  const tags = [
    ...security ? ["security"] : [],
    finding.category,
    sarifLine(finding.reviewer, 60),
    ...cwe === void 0 ? [] : [`external/cwe/cwe-${cwe.padStart(3, "0")}`]
  ];
  return {
    tags: [...new Set(tags)],
    precision: precisionOf(finding.confidence),
    ...security ? { "security-severity": SECURITY_SEVERITY[finding.severity] } : { "problem.severity": problemSeverity(finding.severity) }
  };
}
function problemSeverity(severity) {
  const level = levelOf(severity);
  return level === "note" ? "recommendation" : level;
}
function precisionOf(confidence) {
  if (confidence >= 90) return "very-high";
  if (confidence >= 75) return "high";
  return confidence >= 50 ? "medium" : "low";
}
function ruleName(id) {
  const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return name === "" ? "Rule" : name.slice(0, 200);
}

// src/render/sarif-results.ts
var MOST_SNIPPET = 2e3;
function sarifResult(finding, ruleIndex, anyPath) {
  const flow = codeFlow(finding.proof);
  const fix = suggestedFix(finding);
  return {
    ruleId: sarifLine(finding.ruleId, 200),
    ruleIndex,
    level: levelOf(finding.severity),
    rank: Math.min(100, Math.max(0, finding.confidence)),
    message: { text: messageOf(finding) },
    locations: [locationOfResult(finding, anyPath)],
    partialFingerprints: {
      "multiAgentReview/v1": finding.fingerprint,
      // Code scanning recognises an alert again by this key alone; without it, it hashes the line's neighbourhood.
      primaryLocationLineHash: `${finding.fingerprint.replace(/^f1:/, "")}:1`
    },
    ...flow === null ? {} : { codeFlows: [flow] },
    ...fix === null ? {} : { fixes: [fix] },
    ...finding.suppressedBy === void 0 ? {} : { suppressions: [suppression(finding.suppressedBy)] },
    properties: {
      id: finding.id,
      severity: finding.severity,
      category: finding.category,
      confidence: finding.confidence,
      reviewer: finding.reviewer,
      agreedBy: finding.agreedBy,
      origin: finding.origin,
      verdict: finding.verdict,
      state: finding.state
    }
  };
}
function messageOf(finding) {
  const where = pointsAtLine(finding) ? "" : `

About: ${locationOf(finding)}`;
  const fix = finding.fix.trim() === "" ? "" : `

Fix: ${finding.fix}`;
  const text = `${finding.title.trim()}${/[.!?]$/.test(finding.title.trim()) ? "" : "."} ${finding.explanation}`;
  return sarifText(
    `${sarifText(text)}${sarifText(where)}${fix === "" ? "" : `

${sarifText(fix)}`}`,
    5e3
  );
}
function pointsAtLine(finding) {
  return finding.anchor === "line" && finding.side !== "old" && finding.startLine !== void 0;
}
function locationOfResult(finding, anyPath) {
  const path = finding.path ?? anyPath;
  if (!pointsAtLine(finding)) return { physicalLocation: physical(path, { startLine: 1 }) };
  const { startLine = 1, endLine = startLine, quote, excerpt } = finding;
  const snippet = quote === void 0 ? {} : { snippet: { text: cutLine(quote, MOST_SNIPPET) } };
  const context = excerpt === void 0 || excerpt.lines.length === 0 ? {} : {
    contextRegion: {
      startLine: Math.max(1, excerpt.startLine),
      endLine: Math.max(1, excerpt.startLine + excerpt.lines.length - 1),
      snippet: { text: excerpt.lines.map((line) => cutLine(line, MOST_SNIPPET)).join("\n") }
    }
  };
  return {
    physicalLocation: {
      ...physical(path, { startLine, endLine: Math.max(startLine, endLine), ...snippet }),
      ...context
    }
  };
}
function physical(path, region) {
  return { artifactLocation: { uri: pathToUri(path), uriBaseId: "%SRCROOT%" }, region };
}
function codeFlow(proof) {
  const locations = proof.slice(0, 100).flatMap((step) => {
    if (step.path === void 0 || step.line === void 0 || step.line < 1) return [];
    const physicalLocation = physical(step.path, { startLine: step.line });
    return [{ location: { physicalLocation, message: { text: sarifText(step.text, 500) || "step" } } }];
  });
  return locations.length === 0 ? null : { threadFlows: [{ locations }] };
}
function suggestedFix(finding) {
  if (finding.suggestion === void 0 || finding.path === void 0 || !pointsAtLine(finding)) return null;
  const { startLine = 1, endLine = startLine } = finding;
  const text = sarifText(finding.fix, 500);
  return {
    description: { text: text === "" ? "Suggested change" : text },
    artifactChanges: [
      {
        artifactLocation: { uri: pathToUri(finding.path), uriBaseId: "%SRCROOT%" },
        replacements: [
          {
            deletedRegion: { startLine, endLine: Math.max(startLine, endLine) },
            insertedContent: { text: finding.suggestion }
          }
        ]
      }
    ]
  };
}
function suppression(reason) {
  return { kind: "external", status: "accepted", justification: sarifText(reason, 500) || "suppressed" };
}

// src/render/render-sarif.ts
var MOST_RESULTS = 5e3;
var FALLBACK_PATH = "README.md";
function renderSarif(report, options) {
  const shown = report.findings.filter((finding) => finding.suppressedBy === void 0);
  const suppressed = report.findings.filter((finding) => finding.suppressedBy !== void 0);
  const findings = [...shown, ...suppressed].slice(0, MOST_RESULTS);
  const { rules, indexOf } = sarifRules(findings);
  const anyPath = report.coverage.reviewed[0]?.path ?? FALLBACK_PATH;
  const results = findings.map((finding) => sarifResult(finding, indexOf.get(finding.ruleId) ?? 0, anyPath));
  const driver = {
    name: "multi-agent-review",
    version: options.version,
    ...options.informationUri === void 0 ? {} : { informationUri: options.informationUri },
    rules
  };
  const run = {
    tool: { driver },
    automationDetails: { id: "multi-agent-review/" },
    columnKind: "utf16CodeUnits",
    invocations: [invocation(report, findings.length)],
    results,
    properties: {
      verdict: report.verdict,
      gate: report.gate,
      mode: report.mode,
      configDigest: report.configDigest
    }
  };
  return toJson({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] });
}
function invocation(report, written) {
  const left = report.findings.length - written;
  const execution = [
    ...report.incompleteReasons.map((reason) => notification("error", reason)),
    ...report.coverage.notReviewed.map(
      ({ path, reason }) => notification("error", `Not reviewed: ${reason}`, path)
    ),
    ...left > 0 ? [notification("warning", `${left} more findings are left out: code scanning shows ${MOST_RESULTS}.`)] : [],
    ...(report.escalations ?? []).map(
      (escalation) => notification("warning", `Needs a person: ${escalationText(escalation)}`)
    ),
    ...report.notes.map((note) => notification("note", note)),
    notification("note", headlineText(headlineOf(report)))
  ];
  const configuration = report.configProblems.map(
    (problem) => notification(
      "error",
      `${problem.key === "" ? "" : `${problem.key}: `}${problem.message}`,
      problem.file,
      problem.line
    )
  );
  return {
    executionSuccessful: report.verdict !== "incomplete",
    toolExecutionNotifications: execution,
    ...configuration.length === 0 ? {} : { toolConfigurationNotifications: configuration }
  };
}
function notification(level, text, path, line) {
  const message = { text: sarifText(text, 1e3) || "no text" };
  if (path === void 0) return { level, message };
  const region = line === void 0 || line === null || line < 1 ? {} : { region: { startLine: line } };
  const physicalLocation = { artifactLocation: { uri: pathToUri(path), uriBaseId: "%SRCROOT%" }, ...region };
  return { level, message, locations: [{ physicalLocation }] };
}
export {
  renderSarif
};
