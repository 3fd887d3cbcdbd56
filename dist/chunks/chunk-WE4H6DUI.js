import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  cutLine,
  showCodeLine
} from "./chunk-MITLGRRM.js";
import {
  failsGate
} from "./chunk-5QZR7NEG.js";
import {
  isAtLeast
} from "./chunk-ZKMO4PZO.js";

// src/render/group-findings.ts
function groupFindings(report) {
  const groups = {
    blocking: [],
    notable: [],
    minor: [],
    folded: [],
    dismissed: [],
    suppressed: []
  };
  let position = 0;
  for (const finding of report.findings) {
    if (finding.suppressedBy !== void 0) {
      if (finding.state === "dismissed") groups.dismissed.push(finding);
      else groups.suppressed.push(finding);
      continue;
    }
    const shown = position < report.shownCount || finding.severity === "critical";
    position += 1;
    if (failsGate(finding, report.failOn)) groups.blocking.push(finding);
    else if (!shown) groups.folded.push(finding);
    else if (isAtLeast(finding.severity, "medium")) groups.notable.push(finding);
    else groups.minor.push(finding);
  }
  return groups;
}
function dismissalWords({ suppressedBy = "" }) {
  return suppressedBy.replace(/^dismissal: /, "");
}
function suppressionReasons(suppressed) {
  const counts = /* @__PURE__ */ new Map();
  for (const { suppressedBy = "" } of suppressed)
    counts.set(suppressedBy, (counts.get(suppressedBy) ?? 0) + 1);
  return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}
function pathsByReason(items) {
  const byReason = /* @__PURE__ */ new Map();
  for (const { path, reason } of items) {
    const paths = byReason.get(reason);
    if (paths === void 0) byReason.set(reason, [path]);
    else paths.push(path);
  }
  return [...byReason].map(([reason, paths]) => ({ reason, paths })).sort((a, b) => b.paths.length - a.paths.length || (a.reason < b.reason ? -1 : 1));
}

// src/render/code-frame.ts
var MOST_LINES = 16;
var MOST_SUGGESTED = 60;
var MOST_CHARACTERS = 1e3;
var MOST_INDENT = 400;
function codeFrame(finding, width) {
  const { startLine = 0, endLine = startLine } = finding;
  const excerpt = finding.excerpt ?? quoteAsExcerpt(finding);
  if (excerpt === void 0) return [];
  const first = Math.max(0, Math.min(startLine - excerpt.startLine - 3, excerpt.lines.length - MOST_LINES));
  const lines = excerpt.lines.slice(first, first + MOST_LINES).map((line) => showCodeLine(line.slice(0, width + MOST_INDENT)));
  const shared = sharedIndent(lines);
  return lines.map((line, index) => {
    const number = excerpt.startLine + first + index;
    const marked = number >= startLine && number <= endLine;
    return { number, text: cutLine(line.slice(shared), width).trimEnd(), marked };
  });
}
function sharedIndent(lines) {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  return indents.length === 0 ? 0 : Math.min(...indents);
}
function suggestionLines(finding) {
  const { suggestion, startLine, endLine = startLine, excerpt, quote } = finding;
  if (suggestion === void 0 || startLine === void 0 || endLine === void 0) return null;
  const removed = [];
  for (let line = startLine; line <= Math.min(endLine, startLine + MOST_LINES); line += 1) {
    const text = excerpt?.lines[line - excerpt.startLine] ?? (line === startLine ? quote : void 0);
    if (text !== void 0) removed.push(`- ${text}`);
  }
  const added = suggestion === "" ? [] : suggestion.replace(/\r?\n$/, "").split(/\r?\n/);
  return [...removed, ...added.slice(0, MOST_SUGGESTED).map((line) => `+ ${line}`)].map(
    (line) => line.slice(0, MOST_CHARACTERS)
  );
}
function quoteAsExcerpt(finding) {
  if (finding.quote === void 0 || finding.quote === "") return void 0;
  return { startLine: finding.startLine ?? 0, lines: finding.quote.split("\n").slice(0, 4) };
}

export {
  groupFindings,
  dismissalWords,
  suppressionReasons,
  pathsByReason,
  codeFrame,
  suggestionLines
};
