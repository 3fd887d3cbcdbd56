import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
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
  codeFence,
  codeSpan,
  convergenceWords,
  engineOf,
  escalationSection,
  escapeMarkdown,
  escapeMarkdownCell,
  escapeMarkdownLine,
  factsOf,
  findingsInWords,
  headlineOf,
  headlineText,
  isComplete,
  locationOf,
  markdownLink,
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
  formatList,
  formatNumber,
  formatTokens
} from "./chunk-MITLGRRM.js";
import {
  LONGEST_REASON,
  countFiles
} from "./chunk-ZKMO4PZO.js";

// src/render/extent-words.ts
var LONGEST_REASONS = 400;
function extentWords({ extent, since }) {
  if (extent === void 0 || since === void 0) return null;
  if (extent.kind === "full")
    return `Models looked at every file again: ${extent.reasons.join("; ").slice(0, LONGEST_REASONS)}.`;
  if (extent.askedFiles === 0) return null;
  const { glance, askedFiles, carriedFiles } = extent;
  const asked = `Models looked at ${formatCount(askedFiles, "changed file")}`;
  const carried = carriedFiles === 0 ? "" : `; results for ${formatCount(carriedFiles, "file")} were taken over`;
  const words = `${asked}${carried}.`;
  return glance === void 0 ? words : `${words} The push is small (${formatCount(glance.lines, "line")} since all reviewers looked): only ${formatList(glance.reviewers)} ${glance.reviewers.length === 1 ? "was" : "were"} asked.`;
}

// src/render/fit-budget.ts
function fitBudget(slots, budget) {
  const smallest = slots.map((slot) => byteLength(slot.sizes.at(-1) ?? ""));
  let reserved = smallest.reduce((total, size) => total + size, 0);
  let used = 0;
  let closed = false;
  return slots.map((slot, index) => {
    reserved -= smallest[index] ?? 0;
    const mayBeLeftOut = slot.sizes.at(-1) === "";
    if (closed && mayBeLeftOut) return "";
    const room = budget - used - reserved;
    const chosen = largestThatFits(slot.sizes, room, used / budget);
    if (chosen === "" && slot.sizes[0] !== "") closed = true;
    used += byteLength(chosen);
    return chosen;
  });
}
var LARGEST_SIZE_UNTIL = 0.7;
var MIDDLE_SIZE_UNTIL = 0.85;
function largestThatFits(sizes, room, fullness) {
  const skipped = fullness > MIDDLE_SIZE_UNTIL ? 2 : fullness > LARGEST_SIZE_UNTIL ? 1 : 0;
  const allowed = sizes.slice(Math.min(skipped, Math.max(0, sizes.filter((size) => size !== "").length - 1)));
  return allowed.find((size) => byteLength(size) <= room) ?? sizes.at(-1) ?? "";
}
function byteLength(text) {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 127) bytes += 1;
    if (unit > 2047 && (unit < 55296 || unit > 57343)) bytes += 1;
  }
  return bytes;
}

// src/render/markdown-finding.ts
var MOST_TEXT = 2e3;
var MOST_BESIDES = 400;
var MOST_STEPS = 12;
var FRAME_WIDTH = 140;
function markdownFinding(entry, heading, blobUrl) {
  const [first, ...others] = entry;
  const times = others.length === 0 ? "" : `, ${formatNumber(entry.length)} times`;
  const title = `#### ${heading} \xB7 ${titleOf(first, 160)}${times}`;
  const meta = metaLine(entry, blobUrl);
  const explanation = escapeMarkdown(cutText(first.explanation, MOST_TEXT));
  const short = escapeMarkdown(cutText(first.explanation, 280));
  const besides = differences(first, others);
  const details = detailsOf(first, others, blobUrl);
  const full = [title, meta, explanation, besides, frameOf(entry), details];
  return [
    `${full.filter((part) => part !== "").join("\n\n")}

`,
    `${[title, meta, short].filter((part) => part !== "").join("\n\n")}

`,
    `${findingLine(entry, blobUrl)}
`
  ];
}
function findingLine(entry, blobUrl) {
  const [first] = entry;
  const titles = [...new Set(entry.map((finding) => titleOf(finding, 100)))];
  return `- **${first.severity}** \xB7 ${titles.join("; ")} \xB7 ${linkedLocations(entry, blobUrl, 120)} \xB7 ${escapeMarkdownLine(cutLine(first.reviewer, 40))} \xB7 ${idsOf(entry)}`;
}
function findingStub(entry) {
  return entry.map((finding) => `- **${finding.severity}** \xB7 ${codeSpan(cutPath(locationOf(finding), 60))}
`).join("");
}
function titleOf(finding, most) {
  const title = escapeMarkdownLine(cutLine(finding.title, most));
  return title === "" ? "finding without a title" : title;
}
function idsOf(entry) {
  return entry.map(({ id }) => codeSpan(cutLine(id, 60))).join(" ");
}
function metaLine(entry, blobUrl) {
  const [first] = entry;
  const unique = (texts) => [...new Set(texts)];
  const others = unique(entry.flatMap(({ agreedBy }) => agreedBy));
  const names = others.map((name) => escapeMarkdownLine(cutLine(name, 40)));
  const agreed = names.length === 0 ? "" : `, also seen by ${names.join(", ")}`;
  const states = unique(entry.map(({ state }) => state));
  return [
    linkedLocations(entry, blobUrl, 240),
    `${escapeMarkdownLine(cutLine(first.reviewer, 40))}${agreed}`,
    unique(entry.map(certaintyOf)).join(" and "),
    ...states.length === 1 && states[0] === "new" ? [] : [states.join(" and ")],
    ...unique(entry.flatMap(({ cwe }) => cwe ?? [])).map(linkedCwe),
    idsOf(entry)
  ].join(" \xB7 ");
}
function linkedLocations(entry, blobUrl, most) {
  const [first, ...others] = entry;
  const places = /* @__PURE__ */ new Map([[locationOf(first), linkedTo(first, cutPath(locationOf(first), most), blobUrl)]]);
  for (const finding of others) {
    if (!places.has(locationOf(finding)))
      places.set(locationOf(finding), linkedTo(finding, lineOf(finding), blobUrl));
  }
  return formatList([...places.values()]);
}
function lineOf({ startLine = 0, endLine = startLine }) {
  return endLine > startLine ? `${startLine}\u2013${endLine}` : String(startLine);
}
function linkedTo(finding, text, blobUrl) {
  const label = codeSpan(text);
  if (finding.path === void 0 || finding.startLine === void 0 || finding.side === "old") return label;
  return markdownLink(label, blobUrl(finding.path, finding.startLine, finding.endLine));
}
function differences(first, others) {
  return others.map((finding) => {
    const title = finding.title === first.title ? "" : `${titleOf(finding, 160)}. `;
    const isSame = finding.explanation === first.explanation;
    const words = isSame ? "" : escapeMarkdown(cutText(finding.explanation, MOST_BESIDES));
    return title + words === "" ? "" : `- Line ${lineOf(finding)}: ${title}${words.replace(/\n+/g, " ")}`;
  }).filter((item) => item !== "").join("\n");
}
function linkedCwe(cwe) {
  const [, number] = /^CWE-(\d{1,5})$/.exec(cwe) ?? [];
  const url = number === void 0 ? null : `https://cwe.mitre.org/data/definitions/${number}.html`;
  return markdownLink(escapeMarkdownLine(cutLine(cwe, 20)), url);
}
function frameOf(entry) {
  const [first, ...others] = entry;
  const frame = codeFrame(first, FRAME_WIDTH);
  if (frame.length === 0) return "";
  const width = String(frame.at(-1)?.number ?? 0).length;
  const lines = frame.map(({ number, text, ...line }) => {
    const marked = line.marked || others.some((other) => isWithin(number, other));
    const shown = number === 0 ? " ".repeat(width) : String(number).padStart(width);
    return `${marked ? "\u25B6" : " "} ${shown} \u2502 ${text}`;
  });
  return codeFence(lines, "text");
}
function isWithin(line, { startLine = 0, endLine = startLine }) {
  return line >= startLine && line <= endLine;
}
function detailsOf(first, others, blobUrl) {
  const parts = [
    ...detailParts(first, blobUrl),
    ...others.flatMap((other) => {
      const said = {
        ...other,
        failureScenario: other.failureScenario === first.failureScenario ? "" : other.failureScenario,
        fix: other.fix === first.fix ? "" : other.fix
      };
      const own = detailParts(said, blobUrl);
      return own.length === 0 ? [] : [`**Line ${lineOf(other)}**`, ...own];
    })
  ];
  const confidence = Math.round(Math.min(first.confidence, ...others.map((other) => other.confidence)));
  parts.push(`Rule ${codeSpan(cutLine(first.ruleId, 120))}, confidence ${confidence} of 100`);
  const isProven = [first, ...others].some(({ proof }) => proof.length > 0);
  return folded(isProven ? "Proof and fix" : "Why and how to fix it", parts.join("\n\n"));
}
function detailParts(finding, blobUrl) {
  const parts = [];
  if (finding.failureScenario.trim() !== "") {
    parts.push(`**What goes wrong.** ${escapeMarkdown(cutText(finding.failureScenario, MOST_TEXT))}`);
  }
  const proof = proofOf(finding.proof, blobUrl);
  if (proof !== "") parts.push(`**Proof**

${proof}`);
  if (finding.fix.trim() !== "") parts.push(`**Fix.** ${escapeMarkdown(cutText(finding.fix, MOST_TEXT))}`);
  const suggestion = suggestionLines(finding);
  if (suggestion !== null) {
    parts.push(
      `**Suggested change**

${codeFence(
        suggestion.map((line) => cutLine(line, 300)),
        "diff"
      )}`
    );
  }
  return parts;
}
function proofOf(steps, blobUrl) {
  const shown = steps.slice(0, MOST_STEPS).map((step, index) => {
    const text = escapeMarkdownLine(cutText(step.text, 300));
    if (step.path === void 0) return `${index + 1}. ${text}`;
    const place = step.line === void 0 ? step.path : `${step.path}:${step.line}`;
    const label = codeSpan(cutPath(place, 160));
    const linked = step.line === void 0 ? label : markdownLink(label, blobUrl(step.path, step.line));
    return `${index + 1}. ${linked} ${text}`;
  });
  const more = steps.length - shown.length;
  return [...shown, ...more > 0 ? [`${shown.length + 1}. and ${formatNumber(more)} more steps`] : []].join(
    "\n"
  );
}
function folded(summary, body) {
  return `<details><summary>${summary}</summary>

${body}

</details>`;
}

// src/render/markdown-sections.ts
var MOST_AGENTS = 24;
var MOST_PROBLEMS = 10;
var MOST_NOTES = 10;
var MOST_PATHS = 30;
var MOST_REASONS = 6;
var MOST_DISMISSED = 20;
var MOST_EXCLUDED = 5;
function missingSection(report) {
  if (report.incompleteReasons.length === 0) return "";
  return `**Missing from this review**

${list(report.incompleteReasons, MOST_PROBLEMS, 300)}

`;
}
function problemsSection(report) {
  const { configProblems } = report;
  if (configProblems.length === 0) return "";
  const items = configProblems.slice(0, MOST_PROBLEMS).map((problem) => {
    const key = problem.key === "" ? "" : ` ${codeSpan(cutLine(problem.key, 80))}:`;
    return `- ${codeSpan(cutPath(placeOf(problem.file, problem.line), 120))}${key} ${escapeMarkdownLine(cutText(problem.message, 300))}`;
  });
  return `**Configuration problems**

${withRest(items, configProblems.length, "problem")}

`;
}
function conflictsSection(report) {
  const conflicts = report.conflicts ?? [];
  if (conflicts.length === 0) return "";
  const items = conflicts.slice(0, MOST_PROBLEMS).map(({ findings, reason }) => {
    const ids = findings.slice(0, 6).map((id) => codeSpan(cutLine(id, 60))).join(" and ");
    return `- ${ids}: ${escapeMarkdownLine(cutText(reason, 300))}`;
  });
  return `**Conflicting advice, yours to decide**

${withRest(items, conflicts.length, "conflict")}

`;
}
function coverageSection(report) {
  const { notReviewed, excluded } = report.coverage;
  const parts = [];
  if (notReviewed.length > 0) {
    const items = notReviewed.slice(0, MOST_PATHS).map(
      ({ path, reason }) => `- ${codeSpan(cutPath(path, 160))}: ${escapeMarkdownLine(cutText(reason, 200))}`
    );
    parts.push(
      `**Not reviewed, although they should have been**

${withRest(items, notReviewed.length, "file")}`
    );
  }
  if (excluded.length > 0) {
    const groups = pathsByReason(excluded);
    const items = groups.slice(0, MOST_REASONS).map(({ reason, paths }) => {
      const named = paths.slice(0, MOST_EXCLUDED).map((path) => codeSpan(cutPath(path, 100)));
      const more = paths.length > named.length ? ` and ${formatNumber(paths.length - named.length)} more` : "";
      return `- ${escapeMarkdownLine(cutText(reason, 120))}: ${named.join(", ")}${more}`;
    });
    parts.push(`**Excluded by policy**

${withRest(items, groups.length, "reason")}`);
  }
  if (parts.length === 0) return "";
  const total = formatCount(countFiles(notReviewed) + excluded.length, "file");
  return `${folded(`Not reviewed or excluded: ${total}`, parts.join("\n\n"))}

`;
}
function dismissedSection(dismissed) {
  if (dismissed.length === 0) return "";
  const items = dismissed.slice(0, MOST_DISMISSED).map((finding) => {
    const what = `${codeSpan(cutLine(finding.id, 60))} ${finding.severity} \xB7 ${escapeMarkdownLine(cutLine(finding.title, 80))}`;
    const where = codeSpan(cutPath(locationOf(finding), 120));
    return `- ${what} \xB7 ${where}: ${escapeMarkdownLine(cutText(dismissalWords(finding), 400))}`;
  });
  return `${folded(`Dismissed: ${formatCount(dismissed.length, "finding")}`, withRest(items, dismissed.length, "finding"))}

`;
}
function suppressedSection(suppressed) {
  if (suppressed.length === 0) return "";
  const reasons = suppressionReasons(suppressed);
  const items = reasons.slice(0, MOST_REASONS).map(([reason, count]) => `- ${formatNumber(count)} \xD7 ${escapeMarkdownLine(cutText(reason, 120))}`);
  return `${folded(`Not shown: ${formatCount(suppressed.length, "finding")}`, withRest(items, reasons.length, "reason"))}

`;
}
function notesSection(report) {
  if (report.notes.length === 0) return "";
  return `${folded(formatCount(report.notes.length, "note"), list(report.notes, MOST_NOTES, 300))}

`;
}
function agentsTable(report) {
  const { agents, usage } = report;
  if (agents.length === 0) return "";
  const withModels = agents.some(({ engine }) => engine !== "analyzers");
  const line = (first, ofModels) => row(withModels ? [...first, ...ofModels] : first);
  const rows = agents.slice(0, MOST_AGENTS).map((agent) => {
    const mark = isComplete(agent) ? "" : "\u26A0\uFE0F ";
    const name = cell(agent.name, 40);
    return line(
      [
        agent.required ? name : `${name} (optional)`,
        `${mark}${cell(resultOf(agent, report), 160)}`,
        formatDuration(agent.ms)
      ],
      [cell(engineOf(agent), 60), tokensCell(agent.tokens), formatDollars(agent.costUsd)]
    );
  });
  if (agents.length > MOST_AGENTS)
    rows.push(line([`and ${agents.length - MOST_AGENTS} more`, "", ""], ["", "", ""]));
  if (agents.length > 1) {
    const sum = ["", tokensCell(usage.tokens), formatDollars(usage.costUsd)];
    rows.push(line(["**whole run**", "", formatDuration(usage.ms)], sum));
  }
  const head = line(["Reviewer", "Result", "Time"], ["Engine", "Tokens in / cached / out", "Cost"]);
  const ruler = line(["---", "---", "---:"], ["---", "---:", "---:"]);
  return `${[head, ruler, ...rows].join("\n")}

`;
}
function tokensCell({ input, cacheWritten, cacheRead, output }) {
  if (input + cacheWritten + cacheRead + output === 0) return "\u2013";
  return `${formatTokens(input + cacheWritten)} / ${formatTokens(cacheRead)} / ${formatTokens(output)}`;
}
function cell(text, most) {
  return escapeMarkdownCell(cutLine(text, most));
}
function row(cells) {
  return `| ${cells.join(" | ")} |`;
}
function list(texts, most, length) {
  const items = texts.slice(0, most).map((text) => `- ${escapeMarkdown(cutText(text, length)).replace(/\n+/g, " ")}`);
  return withRest(items, texts.length, "item");
}
function withRest(items, total, noun) {
  const rest = total - items.length;
  return [
    ...items,
    ...rest > 0 ? [`- and ${formatNumber(rest)} more ${noun}${rest === 1 ? "" : "s"}`] : []
  ].join("\n");
}

// src/render/merge-neighbours.ts
var MOST_DISTANCE = 3;
var MOST_MERGED = 20;
function mergeNeighbours(findings) {
  const byKey = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = keyOf(finding);
    const list2 = byKey.get(key);
    if (list2 === void 0) byKey.set(key, [finding]);
    else list2.push(finding);
  }
  const entryOf = /* @__PURE__ */ new Map();
  for (const list2 of byKey.values())
    for (const entry of chains(list2)) for (const finding of entry) entryOf.set(finding, entry);
  const entries = findings.map((finding) => entryOf.get(finding)).filter((entry) => entry !== void 0);
  return [...new Set(entries)];
}
function keyOf(finding) {
  const { ruleId, path, side, severity, origin, reviewer, title, anchor, startLine } = finding;
  const isAlone = anchor !== "line" || path === void 0 || startLine === void 0;
  const itself = isAlone ? finding.fingerprint : "";
  return JSON.stringify([
    ruleId,
    path,
    side,
    severity,
    origin,
    reviewer,
    origin === "model" && title,
    itself
  ]);
}
function chains(findings) {
  const byLine = [...findings].sort((a, b) => (a.startLine ?? 0) - (b.startLine ?? 0));
  const done = [];
  for (const finding of byLine) {
    const open = done.at(-1);
    const before = open?.at(-1);
    const isNear = before !== void 0 && finding.anchor === "line" && (finding.startLine ?? 0) - (before.startLine ?? 0) <= MOST_DISTANCE;
    if (open !== void 0 && isNear && open.length < MOST_MERGED) open.push(finding);
    else done.push([finding]);
  }
  return done;
}

// src/render/since-section.ts
var MOST_ROWS = 30;
var MOST_TEXT2 = 90;
function sinceSection(report) {
  const { since } = report;
  if (since === void 0) return "";
  const changed = report.findings.filter(isChanged).map(rowOfFinding);
  const fixed = since.fixed.filter((one) => one.isNew).map(
    ({ id, title, path = "", fixedBy }) => row2(id, `fixed by ${codeSpan(fixedBy.slice(0, 7))}`, title, path === "" ? "" : codePath(path))
  );
  const rows = [...fixed, ...changed];
  if (rows.length === 0) return "";
  const table = ["| Id | State | Finding | Where |", "|---|---|---|---|", ...rows.slice(0, MOST_ROWS)];
  const more = rows.length - MOST_ROWS;
  const ended = since.endedDismissals.map((id) => codeSpan(cutLine(id, 30)));
  const dismissals = ended.length === 0 ? "" : `

Dismissed until its code changed, and it did: ${ended.slice(0, MOST_ROWS).join(", ")}.`;
  const rest = more > 0 ? `

\u2026 and ${formatCount(more, "more finding")}.` : "";
  const summary = `What changed since the review of ${since.head.slice(0, 7)}: ${formatCount(rows.length, "finding")}`;
  return `${folded(summary, `${table.join("\n")}${rest}${dismissals}`)}

`;
}
function isChanged({ state, suppressedBy }) {
  if (state === "dismissed") return true;
  return suppressedBy === void 0 && state !== "open";
}
function rowOfFinding(finding) {
  return row2(finding.id, finding.state, finding.title, codePath(locationOf(finding)));
}
function codePath(path) {
  return codeSpan(cutPath(path, MOST_TEXT2)).replaceAll("|", "\\|");
}
function row2(id, state, title, where) {
  return `| ${codeSpan(cutLine(id, 30))} | ${state} | ${escapeMarkdownCell(cutLine(title, MOST_TEXT2))} | ${where} |`;
}

// src/render/render-markdown.ts
var COMMENT_MARKER = "<!-- multi-agent-review v1 -->";
var DEFAULT_BUDGET = 6e4;
var RESERVE = 1500;
var MARKS = { pass: "\u2705", fail: "\u274C", incomplete: "\u26A0\uFE0F", skipped: "\u23ED\uFE0F" };
function renderMarkdown(report, options = {}) {
  const groups = groupFindings(report);
  const blobUrl = options.blobUrl ?? (() => null);
  const before = [
    header(report, options),
    missingSection(report),
    problemsSection(report),
    escalationSection(report)
  ].join("");
  const after = [extentSection(report), agentsTable(report), footer(report, groups, options)].join("");
  const extras = [
    sinceSection(report),
    conflictsSection(report),
    coverageSection(report),
    dismissedSection(groups.dismissed),
    suppressedSection(groups.suppressed),
    notesSection(report)
  ];
  const budget = (options.budget ?? DEFAULT_BUDGET) - RESERVE - byteLength(before) - byteLength(after);
  const merged = mergeGroups(groups);
  const entries = inOrder(report, merged);
  const slots = [...findingSlots(entries, merged, blobUrl)];
  const firstMinor = entries.findIndex((entry) => !mustAppear(entry, groups));
  const cut = firstMinor === -1 ? entries.length : firstMinor;
  const extraSlots = extras.map((text) => ({ sizes: [text, ""] }));
  const chosen = fitBudget([...slots.slice(0, cut), ...extraSlots, ...slots.slice(cut)], budget);
  const textOf = new Map(
    entries.map((entry, index) => [entry, chosen[index < cut ? index : index + extras.length] ?? ""])
  );
  const body = [
    before,
    findingSections(merged, textOf),
    ...chosen.slice(cut, cut + extras.length),
    after
  ].join("");
  return `${body.trimEnd()}
`;
}
function header(report, { commands = false }) {
  const headline = headlineOf(report);
  const text = headlineText(headline);
  const head = revisionMarkdown(report.head);
  const base = revisionMarkdown(report.base);
  const facts = [`Reviewed ${head} against ${base}`, ...factsOf(report)].join(" \xB7 ");
  const warnings = [...overrideWords(report), ...warningsOf(report)].map((warning) => `> ${warning}

`);
  const converged = convergenceWords(report);
  const full = commands ? " `/review full` looks at everything again." : "";
  const calm = converged === null ? "" : `_${converged}_${full}

`;
  return `${COMMENT_MARKER}
### ${MARKS[headline.mark]} ${escapeMarkdownLine(cutLine(text, 400))}

${facts}

${calm}${warnings.join("")}`;
}
function extentSection(report) {
  const words = extentWords(report);
  return words === null ? "" : `${escapeMarkdownLine(words)}

`;
}
function overrideWords({ override }) {
  if (override === void 0) return [];
  const { by, reason, head, source } = override;
  const who = markdownLink(escapeMarkdownLine(cutLine(by, 60)), source);
  const why = escapeMarkdownLine(cutLine(reason, LONGEST_REASON));
  return [
    `Overridden by ${who} for ${codeSpan(head.slice(0, 7))}: ${why} \xB7 The override ends with this commit: the next push is judged anew.`
  ];
}
function revisionMarkdown(revision) {
  const { sha, label } = revisionWords(revision);
  const shown = label === null ? null : cutLine(label, 100);
  if (sha === null) return codeSpan(shown ?? "unknown");
  return shown === null ? codeSpan(sha) : `${codeSpan(sha)} (${codeSpan(shown)})`;
}
function mergeGroups({ blocking, notable, minor, folded: rest }) {
  return {
    blocking: mergeNeighbours(blocking),
    notable: mergeNeighbours(notable),
    minor: mergeNeighbours(minor),
    folded: mergeNeighbours(rest)
  };
}
function inOrder({ findings }, merged) {
  const { blocking, notable, minor, folded: rest } = merged;
  const all = [...blocking, ...notable, ...minor, ...rest];
  const entryOf = new Map(all.flatMap((entry) => entry.map((finding) => [finding, entry])));
  const found = findings.map((finding) => entryOf.get(finding)).filter((entry) => entry !== void 0);
  return [...new Set(found)];
}
function mustAppear([first], groups) {
  return first.severity === "critical" || groups.blocking.includes(first);
}
function* findingSlots(entries, { blocking, notable }, blobUrl) {
  const mayNotBeCut = new Set(blocking);
  const inFull = new Map([...blocking, ...notable].map((entry, index) => [entry, index + 1]));
  for (const entry of entries) {
    const [{ severity }] = entry;
    const number = inFull.get(entry);
    if (number === void 0) {
      yield { sizes: [`${findingLine(entry, blobUrl)}
`, ""] };
      continue;
    }
    const sizes = markdownFinding(entry, `${number} \xB7 ${severity}`, blobUrl);
    const stays = severity === "critical" || mayNotBeCut.has(entry);
    yield { sizes: [...sizes, stays ? findingStub(entry) : ""] };
  }
}
function findingSections(groups, textOf) {
  const join = (entries) => joinParts(entries.map((entry) => textOf.get(entry) ?? ""));
  const words = (entries) => findingsInWords(entries.flat());
  const foldedMinor = foldedList(groups.minor, `${words(groups.minor)}, folded`, join);
  const foldedRest = foldedList(groups.folded, `${words(groups.folded)} beyond the limit`, join);
  return [
    join([...groups.blocking, ...groups.notable]),
    foldedMinor,
    foldedRest,
    leftOut(groups, textOf)
  ].join("");
}
function joinParts(parts) {
  const text = parts.filter((part) => part !== "").reduce(
    (page, part) => page + (page === "" || part.startsWith("- ") || page.endsWith("\n\n") ? part : `
${part}`),
    ""
  );
  return text === "" || text.endsWith("\n\n") ? text : `${text}
`;
}
function foldedList(entries, summary, join) {
  const body = join(entries);
  return body === "" ? "" : `${folded(summary, body.trimEnd())}

`;
}
function leftOut(groups, textOf) {
  const left = [...groups.blocking, ...groups.notable, ...groups.minor, ...groups.folded].filter((entry) => (textOf.get(entry) ?? "") === "").flat();
  if (left.length === 0) return "";
  return `**Left out of this comment for its size: ${findingsInWords(left)}.** The full report holds them.

`;
}
function footer(report, groups, options) {
  const first = [...groups.blocking, ...groups.notable, ...groups.minor][0];
  const commands = first === void 0 ? ["`/review` runs again", "`/review help`"] : [
    "`/review` runs again",
    `${codeSpan(`/review explain ${cutLine(first.id, 60)}`)}`,
    `${codeSpan(`/review dismiss ${cutLine(first.id, 60)} reason`)}`,
    "`/review help`"
  ];
  const about = [
    `${escapeMarkdownLine(cutLine(report.tool.name, 40))} ${escapeMarkdownLine(cutLine(report.tool.version, 40))}`,
    `workflow ${codeSpan(cutLine(report.workflow, 60))}`,
    `configuration ${codeSpan(cutLine(report.configDigest, 12))}`,
    formatCount(report.findings.length, "finding")
  ];
  return `<sub>${[...options.commands === true ? commands : [], ...about].join(" \xB7 ")}</sub>
`;
}

export {
  findingLine,
  folded,
  COMMENT_MARKER,
  renderMarkdown
};
