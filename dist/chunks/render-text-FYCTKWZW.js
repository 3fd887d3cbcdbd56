import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  displayWidth,
  escapeTerminal,
  escapeTerminalCode,
  escapeTerminalLines,
  fitColumns,
  padColumns,
  require_picocolors,
  wrapColumns
} from "./chunk-LQ6BAJSD.js";
import {
  codeFrame,
  dismissalWords,
  groupFindings,
  pathsByReason,
  suggestionLines,
  suppressionReasons
} from "./chunk-WE4H6DUI.js";
import {
  certaintyOf,
  convergenceWords,
  engineOf,
  escalationText,
  factsOf,
  findingsInWords,
  gateWords,
  headlineOf,
  headlineText,
  isComplete,
  locationOf,
  placeOf,
  resultOf,
  revisionWords,
  warningsOf
} from "./chunk-FGVUCWIV.js";
import {
  cutLine,
  cutPath,
  cutText,
  formatCount,
  formatDollars,
  formatDuration,
  formatNumber,
  formatTokens
} from "./chunk-MITLGRRM.js";
import "./chunk-5QZR7NEG.js";
import {
  countFiles
} from "./chunk-ZKMO4PZO.js";
import {
  __toESM
} from "./chunk-5XWL5JNG.js";

// src/render/text-style.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var NARROWEST = 50;
var WIDEST = 140;
function makeTextStyle(options) {
  const c = (0, import_picocolors.createColors)(options.color);
  const badges = {
    critical: (text) => c.bgRed(c.white(c.bold(text))),
    high: (text) => c.red(c.inverse(text)),
    medium: (text) => c.bgYellow(c.black(text)),
    low: (text) => c.bgCyan(c.black(text)),
    info: (text) => c.dim(c.inverse(text))
  };
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width) || 80)),
    hyperlinks: options.hyperlinks === true,
    bold: c.bold,
    dim: c.dim,
    strong: {
      pass: (text) => c.green(c.bold(text)),
      fail: (text) => c.red(c.bold(text)),
      incomplete: (text) => c.yellow(c.bold(text)),
      skipped: (text) => c.bold(text)
    },
    added: c.green,
    removed: c.red,
    severity: {
      critical: (text) => c.red(c.bold(text)),
      high: c.red,
      medium: c.yellow,
      low: c.cyan,
      info: c.dim
    },
    badge: (severity) => badges[severity](` ${severity.toUpperCase()} `)
  };
}
function rule(style, title) {
  const line = "\u2500".repeat(Math.max(2, style.width - displayWidth(title) - 4));
  return `${style.dim("\u2500\u2500")} ${style.bold(title)} ${style.dim(line)}`;
}
function paragraph(style, text, indent, first = "") {
  const lines = escapeTerminalLines(text).filter((line, index, all) => line !== "" || index > 0 && all[index - 1] !== "").flatMap((line) => wrapColumns(line, style.width - indent));
  while (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines.map((line, index) => {
    const lead = index === 0 && first !== "" ? first : " ".repeat(indent);
    return `${lead}${line}`.trimEnd();
  });
}
function item(style, text, bullet) {
  return paragraph(style, escapeTerminal(text), displayWidth(bullet), bullet);
}

// src/render/text-finding.ts
var MOST_TEXT = 2e3;
var MOST_STEPS = 12;
var LABEL_WIDTH = 14;
function textFinding(finding, style, whole) {
  const title = escapeTerminal(cutLine(finding.title, 160)) || "finding without a title";
  return [
    ...titleLines(finding, title, style),
    ...metaLines(finding, style),
    "",
    ...frameLines(finding, style),
    ...paragraph(style, cutText(finding.explanation, MOST_TEXT), 2),
    "",
    ...whole ? labelled(style, "Goes wrong", finding.failureScenario) : [],
    ...whole ? proofLines(finding, style) : [],
    ...labelled(style, "Fix", finding.fix),
    ...suggestion(finding, style),
    ""
  ];
}
function titleLines(finding, title, style) {
  const indent = finding.severity.length + 3;
  return wrapColumns(title, style.width - indent).map(
    (line, index) => index === 0 ? `${style.badge(finding.severity)} ${style.bold(line)}` : `${" ".repeat(indent)}${style.bold(line)}`
  );
}
function textFindingLine(finding, style) {
  const severity = style.severity[finding.severity](padColumns(finding.severity, 8));
  const id = escapeTerminal(finding.id);
  const room = style.width - 8 - displayWidth(id) - 7;
  const place = fitColumns(escapeTerminal(cutPath(locationOf(finding), 48)), Math.floor(room * 0.45));
  const title = fitColumns(escapeTerminal(cutLine(finding.title, 200)), room - displayWidth(place));
  return `  ${severity} ${place}  ${title}  ${style.dim(id)}`.trimEnd();
}
function metaLines(finding, style) {
  const agreed = finding.agreedBy.length === 0 ? "" : `, also seen by ${finding.agreedBy.slice(0, 5).join(", ")}`;
  const place = escapeTerminal(cutPath(locationOf(finding), 200));
  const facts = [
    `${finding.reviewer}${agreed}`,
    certaintyOf(finding),
    ...finding.state === "new" ? [] : [finding.state],
    ...finding.cwe === void 0 ? [] : [finding.cwe],
    finding.ruleId,
    finding.id
  ].map((fact) => escapeTerminal(cutLine(fact, 120)));
  return [
    ...wrapColumns(place, style.width - 2).map((line) => `  ${style.bold(line)}`),
    ...wrapFacts(facts, style).map((line) => `  ${linkCwe(style.dim(line), finding, style)}`)
  ];
}
function wrapFacts(facts, style) {
  const lines = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    const joined = `${last} \xB7 ${fact}`;
    if (last !== void 0 && displayWidth(joined) <= style.width - 2) lines[lines.length - 1] = joined;
    else lines.push(fitColumns(fact, style.width - 2));
  }
  return lines;
}
function linkCwe(line, finding, style) {
  const [cwe, number] = /^CWE-(\d{1,5})$/.exec(finding.cwe ?? "") ?? [];
  if (!style.hyperlinks || cwe === void 0) return line;
  const url = `https://cwe.mitre.org/data/definitions/${number}.html`;
  return line.replace(cwe, `\x1B]8;;${url}\x1B\\${cwe}\x1B]8;;\x1B\\`);
}
function frameLines(finding, style) {
  const digits = String(codeFrame(finding, 1).at(-1)?.number ?? 0).length;
  const room = style.width - digits - 7;
  const frame = codeFrame(finding, room);
  if (frame.length === 0) return [];
  const underlined = frame.find((line) => line.marked);
  const lines = frame.flatMap((line) => {
    const number = (line.number === 0 ? "" : String(line.number)).padStart(digits);
    const text = fitColumns(line.text, room);
    if (!line.marked) return [`    ${style.dim(`${number} \u2502 ${text}`.trimEnd())}`];
    const paint = style.severity[finding.severity];
    const shown = `  ${paint("\u25B6")} ${style.bold(number)} ${style.dim("\u2502")} ${text}`;
    if (line !== underlined) return [shown];
    const indent = text.length - text.trimStart().length;
    const carets = "^".repeat(Math.max(1, displayWidth(text.trim())));
    return [shown, `    ${" ".repeat(digits)} ${style.dim("\u2502")} ${" ".repeat(indent)}${paint(carets)}`];
  });
  return [...lines, ""];
}
function labelled(style, label, text) {
  if (text.trim() === "") return [];
  const first = `  ${style.dim(padColumns(label, LABEL_WIDTH - 2))}`;
  return paragraph(style, cutText(text, MOST_TEXT), LABEL_WIDTH, first);
}
function proofLines(finding, style) {
  const lines = finding.proof.slice(0, MOST_STEPS).flatMap((step, index) => {
    const place = step.path === void 0 ? "" : `${cutPath(placeOf(step.path, step.line), 120)}  `;
    return labelled(style, index === 0 ? "Proof" : "", `${index + 1}. ${place}${cutText(step.text, 300)}`);
  });
  const more = finding.proof.length - MOST_STEPS;
  return more <= 0 ? lines : [...lines, ...labelled(style, "", `and ${formatNumber(more)} more steps`)];
}
function suggestion(finding, style) {
  const lines = suggestionLines(finding);
  if (lines === null) return [];
  return lines.map((line) => {
    const text = fitColumns(escapeTerminalCode(line).trimEnd(), style.width - LABEL_WIDTH);
    return `${" ".repeat(LABEL_WIDTH)}${line.startsWith("+") ? style.added(text) : style.removed(text)}`;
  });
}

// src/render/text-sections.ts
var MOST_LISTED = 20;
var MOST_REASONS = 8;
function factLines(report, style) {
  const compared = `${revisionText(report.head)} against ${revisionText(report.base)}`;
  const converged = convergenceWords(report);
  return [
    ...paragraph(style, compared, 2, "  "),
    ...paragraph(style, factsOf(report).join(" \xB7 "), 2, "  ").map((line) => style.dim(line)),
    ...converged === null ? [] : paragraph(style, converged, 2, "  ")
  ];
}
function agentLines(report, style) {
  if (report.agents.length === 0) return [];
  const paid = report.usage.costUsd > 0 || report.agents.some((agent) => tokensOf(agent) > 0);
  const columns = [
    { title: "Reviewer", side: "left", least: 0, cell: nameCell },
    { title: "Engine", side: "left", least: 84, cell: (agent) => engineOf(agent) },
    { title: "Result", side: "left", least: 0, cell: (agent) => resultOf(agent, report) },
    { title: "Time", side: "right", least: 0, cell: (agent) => formatDuration(agent.ms) },
    { title: "In / cached / out", side: "right", least: paid ? 96 : Infinity, cell: tokensCell },
    {
      title: "Cost",
      side: "right",
      least: paid ? 70 : Infinity,
      cell: (agent) => formatDollars(agent.costUsd)
    }
  ];
  const shown = columns.filter((column) => style.width >= column.least);
  const rows = report.agents.map(
    (agent) => shown.map((column) => escapeTerminal(cutLine(column.cell(agent), 300)))
  );
  const widths = shown.map(
    (column, index) => Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(row[index] ?? "")))
  );
  const result = shown.findIndex((column) => column.title === "Result");
  shrinkTo(widths, result, style.width - 4 - 2 * (shown.length - 1));
  const line = (cells) => cells.map(
    (cell, index) => padColumns(fitColumns(cell, widths[index] ?? 0), widths[index] ?? 0, shown[index]?.side)
  ).join("  ").trimEnd();
  return [
    rule(style, "Reviewers"),
    style.dim(`    ${line(shown.map((column) => column.title))}`),
    ...report.agents.map((agent, index) => {
      const mark = isComplete(agent) ? style.strong.pass("\u2713") : style.strong.incomplete("\u2717");
      return `  ${mark} ${line(rows[index] ?? [])}`;
    }),
    style.dim(
      `    ${formatDuration(report.usage.ms)} in all${paid ? `, ${formatDollars(report.usage.costUsd)}` : ""}`
    ),
    ""
  ];
}
function coverageLines(report, style) {
  const { reviewed, excluded, notReviewed } = report.coverage;
  const total = reviewed.length + excluded.length + countFiles(notReviewed);
  const lines = [`  Reviewed ${formatNumber(reviewed.length)} of ${formatCount(total, "file")}`];
  const reasons = pathsByReason(excluded);
  for (const { reason, paths } of reasons.slice(0, MOST_REASONS)) {
    const named = paths.slice(0, 3).map((path) => cutPath(path, 60));
    const more = paths.length > named.length ? ` and ${formatNumber(paths.length - named.length)} more` : "";
    lines.push(...item(style, `Excluded, ${cutText(reason, 120)}: ${named.join(", ")}${more}`, "  "));
  }
  if (reasons.length > MOST_REASONS)
    lines.push(`  and ${formatNumber(reasons.length - MOST_REASONS)} more reasons`);
  if (notReviewed.length > 0) {
    lines.push(
      `  ${style.strong.incomplete(`NOT REVIEWED: ${formatCount(countFiles(notReviewed), "file")}`)}`
    );
    for (const { path, reason } of notReviewed.slice(0, MOST_LISTED)) {
      lines.push(...item(style, `${cutPath(path, 160)}: ${cutText(reason, 200)}`, "    - "));
    }
    if (notReviewed.length > MOST_LISTED)
      lines.push(`    - and ${formatNumber(notReviewed.length - MOST_LISTED)} more`);
  }
  return [rule(style, "Files"), ...lines, ""];
}
function remarkLines(report, { dismissed, suppressed }, style) {
  const problems = report.configProblems.map(
    (problem) => `${placeOf(problem.file, problem.line)} ${problem.key === "" ? "" : `${problem.key}: `}${problem.message}`
  );
  const conflicts = (report.conflicts ?? []).map(
    ({ findings, reason }) => `${findings.join(" and ")}: ${reason}`
  );
  const held = suppressionReasons(suppressed).map(([reason, count]) => `${formatNumber(count)} \xD7 ${reason}`);
  const ended = dismissed.map(
    (finding) => `${finding.id} ${finding.severity} ${cutLine(finding.title, 80)} \xB7 ${cutPath(locationOf(finding), 120)}: ${dismissalWords(finding)}`
  );
  return [
    ...listSection("Needs a person", (report.escalations ?? []).map(escalationText), style),
    ...listSection("Missing from this review", report.incompleteReasons, style),
    ...listSection("Configuration problems", problems, style),
    ...listSection("Conflicting advice, yours to decide", conflicts, style),
    ...listSection(`Dismissed: ${formatCount(dismissed.length, "finding")}`, ended, style),
    ...listSection(`Not shown: ${formatCount(suppressed.length, "finding")}`, held, style),
    ...listSection("Notes", report.notes, style)
  ];
}
function listSection(title, texts, style) {
  if (texts.length === 0) return [];
  const more = texts.length - MOST_LISTED;
  return [
    rule(style, title),
    ...texts.slice(0, MOST_LISTED).flatMap((text) => item(style, cutText(text, 500), "  - ")),
    ...more > 0 ? [`  - and ${formatNumber(more)} more`] : [],
    ""
  ];
}
function revisionText(revision) {
  const { sha, label } = revisionWords(revision);
  return [label, sha].filter((part) => part !== null).join(" ");
}
function nameCell(agent) {
  return agent.required ? agent.name : `${agent.name} (optional)`;
}
function tokensOf({ tokens }) {
  return tokens.input + tokens.cacheWritten + tokens.cacheRead + tokens.output;
}
function tokensCell(agent) {
  if (tokensOf(agent) === 0) return "\u2013";
  const { input, cacheWritten, cacheRead, output } = agent.tokens;
  return `${formatTokens(input + cacheWritten)} / ${formatTokens(cacheRead)} / ${formatTokens(output)}`;
}
function shrinkTo(widths, result, room) {
  let over = widths.reduce((total, width) => total + width, 0) - room;
  const order = [result, ...widths.map((_, index) => index).filter((index) => index !== result)];
  for (const index of order) {
    const width = widths[index] ?? 0;
    const taken = Math.max(0, Math.min(over, width - 10));
    widths[index] = width - taken;
    over -= taken;
  }
}

// src/render/render-text.ts
var MARKS = { pass: "\u2714", fail: "\u2716", incomplete: "\u25B2", skipped: "\u25CB" };
var MOST_FOLDED = 30;
function renderText(report, options) {
  const style = makeTextStyle(options);
  const groups = groupFindings(report);
  const lines = [
    ...headlineLines(report, style),
    ...factLines(report, style),
    ...warningsOf(report).flatMap((warning) => wrapColumns(warning, style.width - 2)).map((line) => `  ${style.strong.incomplete(line)}`),
    "",
    ...section("Blocking", groups.blocking, style, true),
    ...section(
      groups.blocking.length > 0 ? "Also worth a look" : "Worth a look",
      groups.notable,
      style,
      true
    ),
    ...section("Small things", groups.minor, style, false),
    ...foldedLines(groups.folded, style),
    ...remarkLines(report, groups, style),
    ...agentLines(report, style),
    ...coverageLines(report, style),
    ...gateLines(report, style)
  ];
  return `${lines.join("\n")}
`;
}
function headlineLines(report, style) {
  const headline = headlineOf(report);
  const paint = style.strong[headline.mark];
  return wrapColumns(escapeTerminal(cutLine(headlineText(headline), 600)), style.width - 2).map(
    (line, index) => `${index === 0 ? paint(MARKS[headline.mark]) : " "} ${paint(line)}`
  );
}
function section(title, findings, style, whole) {
  if (findings.length === 0) return [];
  const heading = rule(style, `${title}: ${findingsInWords(findings)}`);
  return [heading, "", ...findings.flatMap((finding) => textFinding(finding, style, whole))];
}
function foldedLines(folded, style) {
  if (folded.length === 0) return [];
  const more = folded.length - MOST_FOLDED;
  return [
    rule(style, `Beyond the limit: ${findingsInWords(folded)}`),
    ...folded.slice(0, MOST_FOLDED).map((finding) => textFindingLine(finding, style)),
    ...more > 0 ? [`  and ${formatNumber(more)} more; --format json or html holds them all`] : [],
    ""
  ];
}
function gateLines(report, style) {
  return wrapColumns(escapeTerminal(gateWords(report)), style.width).map(
    (line) => style.strong[report.gate](line)
  );
}
export {
  renderText
};
