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
  verdictWord,
  warningsOf
} from "./chunk-FGVUCWIV.js";
import {
  cutLine,
  cutPath,
  cutText,
  flattenText,
  formatCount,
  formatDollars,
  formatDuration,
  formatNumber,
  formatTokens,
  revealHiddenText,
  showCodeLine
} from "./chunk-MITLGRRM.js";
import "./chunk-5QZR7NEG.js";
import {
  SEVERITIES,
  countFiles
} from "./chunk-ZKMO4PZO.js";
import "./chunk-5XWL5JNG.js";

// src/render/escape-html.ts
function escapeHtml(text) {
  return entities(revealHiddenText(text.replace(/\r\n?/g, "\n")));
}
function escapeHtmlLine(text) {
  return entities(flattenText(text));
}
function escapeHtmlProse(text) {
  return escapeHtml(text).replace(/`([^`\n]+)`/g, "<code>$1</code>");
}
function entities(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}

// src/render/html-finding.ts
var MOST_TEXT = 4e3;
var MOST_STEPS = 20;
var FRAME_WIDTH = 300;
function htmlFinding(finding, open) {
  const title = escapeHtmlProse(cutLine(finding.title.replace(/\s+/g, " "), 200)) || "Finding without a title";
  const explanation = escapeHtmlProse(cutText(finding.explanation.trim(), MOST_TEXT));
  return `<article class="finding s-${finding.severity}" aria-label="${finding.severity} finding">
<header><div class="top"><span class="badge">${finding.severity}</span><h3>${title}</h3></div>
<div class="meta">${metaOf(finding)}</div></header>
<div class="body">${frameOf(finding)}${explanation === "" ? "" : `<p class="prose">${explanation}</p>`}</div>
${detailsOf(finding, open)}</article>`;
}
function metaOf(finding) {
  const agreed = finding.agreedBy.slice(0, 6).map((name) => escapeHtmlLine(cutLine(name, 40)));
  const reviewer = escapeHtmlLine(cutLine(finding.reviewer, 40));
  return [
    `<span class="path">${escapeHtmlLine(cutPath(locationOf(finding), 240))}</span>`,
    `<span>${reviewer}${agreed.length === 0 ? "" : `, also seen by ${agreed.join(", ")}`}</span>`,
    `<span>${certaintyOf(finding)}</span>`,
    ...finding.state === "new" ? [] : [`<span>${finding.state}</span>`],
    ...finding.cwe === void 0 ? [] : [`<span>${linkedCwe(finding.cwe)}</span>`],
    `<span><code>${escapeHtmlLine(cutLine(finding.id, 60))}</code></span>`
  ].join("\n");
}
function linkedCwe(cwe) {
  const [, number] = /^CWE-(\d{1,5})$/.exec(cwe) ?? [];
  if (number === void 0) return escapeHtmlLine(cutLine(cwe, 20));
  return `<a rel="noreferrer" href="https://cwe.mitre.org/data/definitions/${number}.html">${cwe}</a>`;
}
function frameOf(finding) {
  const frame = codeFrame(finding, FRAME_WIDTH);
  if (frame.length === 0) return "";
  const rows = frame.map(({ number, text, marked }) => {
    const shown = number === 0 ? "" : String(number);
    return `<span class="row${marked ? " marked" : ""}"><span class="no">${shown}</span><span>${escapeHtml(text)}
</span></span>`;
  });
  return `<pre class="frame" tabindex="0" aria-label="Code"><code>${rows.join("")}</code></pre>`;
}
function detailsOf(finding, open) {
  const parts = [
    part("What goes wrong", prose(finding.failureScenario)),
    part("Proof", proofOf(finding)),
    part("Fix", prose(finding.fix)),
    part("Suggested change", suggestionOf(finding)),
    part(
      "Rule",
      `<p><code>${escapeHtmlLine(cutLine(finding.ruleId, 120))}</code> \xB7 confidence ${Math.round(finding.confidence)} of 100</p>`
    )
  ];
  const summary = finding.proof.length > 0 ? "Proof and fix" : "Why and how to fix it";
  return `<details${open ? " open" : ""}><summary>${summary}</summary><div class="body">${parts.join("")}</div></details>`;
}
function part(title, body) {
  return body === "" ? "" : `<div class="part"><h4>${title}</h4><div>${body}</div></div>`;
}
function prose(text) {
  return text.trim() === "" ? "" : `<p class="prose">${escapeHtmlProse(cutText(text.trim(), MOST_TEXT))}</p>`;
}
function proofOf(finding) {
  if (finding.proof.length === 0) return "";
  const steps = finding.proof.slice(0, MOST_STEPS).map((step) => {
    const place = step.path === void 0 ? "" : cutPath(placeOf(step.path, step.line), 200);
    const shown = place === "" ? "" : `<code>${escapeHtmlLine(place)}</code> `;
    return `<li>${shown}${escapeHtmlProse(cutText(step.text, 500))}</li>`;
  });
  const more = finding.proof.length - MOST_STEPS;
  return `<ol class="proof">${steps.join("")}${more > 0 ? `<li>and ${formatNumber(more)} more steps</li>` : ""}</ol>`;
}
function suggestionOf(finding) {
  const lines = suggestionLines(finding);
  if (lines === null || lines.length === 0) return "";
  const rows = lines.map((line2) => {
    const kind = line2.startsWith("+") ? "added" : "removed";
    return `<span class="row ${kind}">${escapeHtml(showCodeLine(cutLine(line2, FRAME_WIDTH)))}
</span>`;
  });
  return `<pre class="frame" tabindex="0" aria-label="Suggested change"><code>${rows.join("")}</code></pre>`;
}

// src/render/html-sections.ts
var MOST_PATHS = 1e3;
var MOST_SUPPRESSED = 200;
function tiles(findings) {
  const cells = SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const number = `<b>${formatNumber(count)}</b>`;
    if (count === 0) return `<div class="tile none s-${severity}">${number}<span>${severity}</span></div>`;
    const input = `<input type="checkbox" id="show-${severity}" checked aria-label="Show ${severity} findings">`;
    return `<label class="tile s-${severity}">${number}${input}<span>${severity}</span></label>`;
  });
  return `<fieldset class="tiles"><legend>Findings by severity; untick to hide</legend>${cells.join("")}</fieldset>`;
}
function agentsPanel(report) {
  if (report.agents.length === 0) return "";
  const longest = Math.max(1, ...report.agents.map((agent) => agent.ms));
  const paid = report.usage.costUsd > 0 || report.agents.some((agent) => tokensCell(agent) !== "\u2013");
  const rows = report.agents.map((agent) => {
    const money2 = paid ? `<td class="number" data-label="In / cached / out">${tokensCell(agent)}</td><td class="number" data-label="Cost">${formatDollars(agent.costUsd)}</td>` : "";
    return `<tr><th scope="row">${agentName(agent)}</th><td class="engine">${line(engineOf(agent), 80)}</td>
<td${isComplete(agent) ? "" : ' class="bad"'}>${line(resultOf(agent, report), 240)}</td>
<td class="time">${timeBar(agent, longest)}</td>${money2}</tr>`;
  });
  const money = paid ? '<th scope="col" class="number">In / cached / out</th><th scope="col" class="number">Cost</th>' : "";
  const cost = paid ? `, ${formatDollars(report.usage.costUsd)}` : "";
  return `<section aria-labelledby="reviewers"><h2 id="reviewers">Reviewers <small>${formatDuration(report.usage.ms)} in all${cost}</small></h2>
<div class="panel scroll"><table class="agents"><thead><tr><th scope="col">Reviewer</th><th scope="col">Engine</th><th scope="col">Result</th><th scope="col">Time</th>${money}</tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div></section>`;
}
function timeBar(agent, longest) {
  const share = Math.max(0, Math.min(1, agent.ms / longest)).toFixed(3);
  const tone = isComplete(agent) ? "" : ' class="tone-incomplete"';
  return `<span class="bar"><i${tone} style="--share:${share}"></i>${formatDuration(agent.ms)}</span>`;
}
function agentName(agent) {
  return `${line(agent.name, 60)}${agent.required ? "" : ' <span class="engine">(optional)</span>'}`;
}
function tokensCell({ tokens }) {
  const { input, cacheWritten, cacheRead, output } = tokens;
  if (input + cacheWritten + cacheRead + output === 0) return "\u2013";
  return `${formatTokens(input + cacheWritten)} / ${formatTokens(cacheRead)} / ${formatTokens(output)}`;
}
function coveragePanel(report) {
  const { reviewed, excluded, notReviewed } = report.coverage;
  const share = (kind, count) => count === 0 ? "" : `<i class="${kind}" style="--share:${count}"></i>`;
  const missing = notReviewed.map(({ path, reason }) => pathRow(path, reason));
  const byPolicy = pathsByReason(excluded).flatMap(
    ({ reason, paths }) => paths.map((path) => pathRow(path, reason))
  );
  const read = reviewed.map(({ path, by }) => pathRow(path, by.join(", ")));
  return `<section aria-labelledby="files"><h2 id="files">Files</h2>
<div class="cover" aria-hidden="true">${share("reviewed", reviewed.length)}${share("missing", countFiles(notReviewed))}${share("excluded", excluded.length)}</div>
<ul class="legend"><li><b>${formatNumber(reviewed.length)}</b> reviewed</li><li><b>${formatNumber(countFiles(notReviewed))}</b> not reviewed</li><li><b>${formatNumber(excluded.length)}</b> excluded by policy</li></ul>
${fold(`Not reviewed, although they should have been: ${formatCount(countFiles(notReviewed), "file")}`, missing, true)}
${fold(`Excluded by policy: ${formatCount(excluded.length, "file")}`, byPolicy, false)}
${fold(`Reviewed: ${formatCount(reviewed.length, "file")}`, read, false)}</section>`;
}
function alertPanels(report) {
  const problems = report.configProblems.map(({ file, line: at, key, message }) => {
    const where = key === "" ? "" : `<code>${line(key, 120)}</code> `;
    return `<li><code>${line(cutPath(placeOf(file, at), 200), 200)}</code> ${where}${prose2(message)}</li>`;
  });
  const conflicts = (report.conflicts ?? []).map(({ findings, reason }) => {
    const ids = findings.slice(0, 6).map((id) => `<code>${line(id, 60)}</code>`);
    return `<li>${ids.join(" and ")}: ${prose2(reason)}</li>`;
  });
  return [
    panel(
      "Needs a person",
      (report.escalations ?? []).map((escalation) => `<li>${prose2(escalationText(escalation))}</li>`)
    ),
    panel(
      "Missing from this review",
      report.incompleteReasons.map((reason) => `<li>${prose2(reason)}</li>`)
    ),
    panel("Configuration problems", problems),
    panel("Conflicting advice, yours to decide", conflicts)
  ].join("");
}
function remarkPanels(report, { dismissed, suppressed }) {
  const ended = dismissed.map(
    (finding) => pathRow(locationOf(finding), `${finding.severity} \xB7 ${finding.title} \xB7 ${dismissalWords(finding)}`)
  );
  const reasons = suppressionReasons(suppressed).map(
    ([reason, count]) => `<li><b>${formatNumber(count)}</b> \xD7 ${prose2(reason)}</li>`
  );
  const held = suppressed.slice(0, MOST_SUPPRESSED).map(
    (finding) => pathRow(locationOf(finding), `${finding.severity} \xB7 ${finding.title} \xB7 ${finding.suppressedBy ?? ""}`)
  );
  const notes = report.notes.map((note) => `<li>${prose2(note)}</li>`);
  const shown = suppressed.length === 0 ? "" : `<section aria-labelledby="held"><h2 id="held">Not shown</h2>${fold(formatCount(suppressed.length, "finding"), [...reasons, ...held], false)}</section>`;
  const waived = dismissed.length === 0 ? "" : `<section aria-labelledby="dismissed"><h2 id="dismissed">Dismissed</h2>${fold(formatCount(dismissed.length, "finding"), ended, false)}</section>`;
  const said = notes.length === 0 ? "" : `<section aria-labelledby="notes"><h2 id="notes">Notes</h2><div class="panel"><ul class="rows">${notes.join("")}</ul></div></section>`;
  return waived + shown + said;
}
function panel(title, items) {
  if (items.length === 0) return "";
  return `<section><h2>${title}</h2><div class="panel alert"><ul class="rows">${items.join("")}</ul></div></section>`;
}
function fold(summary, items, open) {
  if (items.length === 0) return "";
  const more = items.length - MOST_PATHS;
  const rest = more > 0 ? `<li>and ${formatNumber(more)} more</li>` : "";
  return `<details class="fold"${open ? " open" : ""}><summary>${summary}</summary><div class="inside"><ul class="rows">${items.slice(0, MOST_PATHS).join("")}${rest}</ul></div></details>`;
}
function pathRow(path, reason) {
  return `<li><code>${line(cutPath(path, 300), 300)}</code> <span class="reason">${prose2(reason)}</span></li>`;
}
function prose2(text) {
  return escapeHtmlProse(cutText(text.replace(/\s+/g, " "), 600));
}
function line(text, most) {
  return escapeHtmlLine(cutLine(text, most));
}

// src/render/html-style.ts
var HTML_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --card: #ffffff; --sunken: #f6f7f9; --line: #d9dde3; --text: #1b1f26; --muted: #555e6b;
  --critical: #b00f35; --high: #ad4104; --medium: #7d5a00; --low: #0a5c9e; --info: #555e6b;
  --pass: #1a7040; --fail: #b00f35; --incomplete: #7d5a00; --skipped: #555e6b; --link: #0a5c9e;
  --added: #1a7040; --removed: #b00f35; --shadow: 0 1px 2px rgb(20 25 35 / .06), 0 4px 16px rgb(20 25 35 / .05);
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1015; --card: #151a21; --sunken: #10141a; --line: #2a313b; --text: #e4e9f0; --muted: #9ba6b4;
    --critical: #ff8296; --high: #ffa56b; --medium: #e5bb57; --low: #74b8ff; --info: #9ba6b4;
    --pass: #5ccb87; --fail: #ff8296; --incomplete: #e5bb57; --skipped: #9ba6b4; --link: #74b8ff;
    --added: #5ccb87; --removed: #ff8296; --shadow: none;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.page { max-width: 1060px; margin: 0 auto; padding: 2.5rem 1.25rem 3rem; }
h1, h2, h3, h4, p, ol, ul, dl, dd, pre { margin: 0; }
h1 { font-size: clamp(1.35rem, 1.1rem + 1.1vw, 1.8rem); line-height: 1.22; letter-spacing: -.02em; text-wrap: pretty; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; letter-spacing: -.01em; margin: 2.75rem 0 .9rem; }
h2 small { font-weight: 400; color: var(--muted); font-size: .9rem; margin-left: .4rem; letter-spacing: 0; }
h3 { font-size: 1.06rem; line-height: 1.35; letter-spacing: -.005em; }
h4 { font-size: .86rem; font-weight: 600; color: var(--muted); line-height: 1.8; }
.part { display: grid; grid-template-columns: 8.6rem minmax(0, 1fr); gap: 0 1rem; padding: .28rem 0; align-items: baseline; }
.part .frame { margin: .2rem 0 .3rem; }
a { color: var(--link); text-underline-offset: .18em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
code, pre, .path { font-family: var(--mono); font-size: .86em; }
p code, li code, dd code, td code, .meta code { background: var(--sunken); border: 1px solid var(--line); border-radius: 5px; padding: .06em .34em; overflow-wrap: anywhere; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem .8rem; }
.verdict { background: var(--card); border: 1px solid var(--line); border-radius: 14px; box-shadow: var(--shadow);
  padding: 1.6rem 1.75rem 1.5rem; border-top: 5px solid var(--tone); }
.kicker { display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; color: var(--muted); font-size: .88rem; margin-bottom: .8rem; }
.kicker b { color: var(--text); font-weight: 650; }
.chip { border: 1px solid color-mix(in srgb, var(--tone, var(--muted)) 45%, transparent); color: var(--tone, var(--muted)); border-radius: 999px; padding: .05rem .6rem; font-size: .8rem; font-weight: 600; }
.verdict h1 { color: var(--tone); }
.aside { margin-top: .3rem; font-size: 1.05rem; font-weight: 600; overflow-wrap: anywhere; }
.compared { margin-top: .75rem; color: var(--muted); }
.compared code { color: var(--text); overflow-wrap: anywhere; }
.facts { list-style: none; padding: 0; margin-top: .35rem; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; color: var(--muted); font-size: .93rem; }
.warning { margin-top: 1rem; padding: .65rem .9rem; border-radius: 8px; background: color-mix(in srgb, var(--incomplete) 12%, var(--card)); color: var(--text); border: 1px solid color-mix(in srgb, var(--incomplete) 35%, transparent); }
.gate { margin-top: 1rem; padding-top: .9rem; border-top: 1px solid var(--line); font-weight: 600; font-size: .95rem; }
.tone-pass { --tone: var(--pass); } .tone-fail { --tone: var(--fail); }
.tone-incomplete { --tone: var(--incomplete); } .tone-skipped { --tone: var(--skipped); }
.s-critical { --tone: var(--critical); } .s-high { --tone: var(--high); } .s-medium { --tone: var(--medium); }
.s-low { --tone: var(--low); } .s-info { --tone: var(--info); }
.tiles { border: 0; padding: 0; margin: 1.1rem 0 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(8.6rem, 1fr)); gap: .75rem; }
.tiles legend { padding: 0; margin-bottom: .5rem; font-size: .88rem; color: var(--muted); }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .8rem 1rem .7rem;
  display: grid; grid-template-columns: 1fr auto; align-items: start; cursor: pointer; }
.tile b { font-size: 1.75rem; line-height: 1.1; font-variant-numeric: tabular-nums; color: var(--tone); }
.tile span { grid-column: 1 / -1; color: var(--muted); font-size: .88rem; text-transform: capitalize; }
.tile input { margin: .25rem 0 0; width: 1rem; height: 1rem; accent-color: var(--tone); cursor: pointer; }
.tile.none { cursor: default; box-shadow: none; background: transparent; } .tile.none b { color: var(--muted); font-weight: 500; }
.finding { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); margin-bottom: 1rem; overflow: hidden; border-left: 4px solid var(--tone); }
.finding > header { padding: 1rem 1.25rem .2rem; }
.finding .top { display: flex; gap: .7rem; align-items: baseline; }
.finding .top h3 { flex: 1; overflow-wrap: anywhere; }
.badge { flex: none; background: color-mix(in srgb, var(--tone) 13%, var(--card)); color: var(--tone); border-radius: 6px; padding: .1rem .5rem; font-size: .76rem; font-weight: 700; letter-spacing: .03em; text-transform: uppercase; }
.meta { color: var(--muted); font-size: .89rem; margin-top: .35rem; display: flex; flex-wrap: wrap; gap: .15rem .9rem; }
.meta .path { color: var(--text); font-weight: 600; font-size: .95em; overflow-wrap: anywhere; }
.body { padding: .3rem 1.25rem 1.1rem; }
.prose { white-space: pre-line; overflow-wrap: anywhere; max-width: 76ch; }
.frame { background: var(--sunken); border: 1px solid var(--line); border-radius: 9px; overflow-x: auto; padding: .55rem 0; margin: .75rem 0 .9rem; line-height: 1.55; font-size: .84rem; }
.frame code { display: block; width: max-content; min-width: 100%; font-size: inherit; }
.frame .row { display: flex; padding-right: 1rem; white-space: pre; tab-size: 4; }
.frame .no { flex: none; width: 4.2em; padding-right: 1.1em; text-align: right; color: var(--muted); user-select: none; border-left: 3px solid transparent; }
.frame .marked { background: color-mix(in srgb, var(--tone) 11%, transparent); }
.frame .marked .no { color: var(--tone); font-weight: 700; border-left-color: var(--tone); }
.frame .added { background: color-mix(in srgb, var(--added) 12%, transparent); padding-left: 1rem; }
.frame .removed { background: color-mix(in srgb, var(--removed) 10%, transparent); padding-left: 1rem; }
details > summary { cursor: pointer; }
.finding details { border-top: 1px solid var(--line); }
.finding details > summary { padding: .6rem 1.25rem; font-size: .9rem; font-weight: 600; color: var(--muted); }
.finding details > summary:hover { color: var(--text); }
.finding details > .body { padding-top: 0; }
.proof { padding-left: 1.35rem; } .proof li { margin: .2rem 0; overflow-wrap: anywhere; }
.fold { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin-bottom: .8rem; }
.fold > summary { padding: .8rem 1.1rem; font-weight: 600; }
.fold > .inside { padding: .2rem 1.1rem 1rem; }
.fold .finding { box-shadow: none; }
.rows { list-style: none; padding: 0; } .rows li { padding: .4rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.rows li:first-child { border-top: 0; } .rows .reason { color: var(--muted); }
.panel { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .45rem 1.1rem; }
.panel.alert { border-color: color-mix(in srgb, var(--incomplete) 50%, var(--line)); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th { text-align: left; font-weight: 600; color: var(--muted); font-size: .82rem; white-space: nowrap; }
th, td { padding: .55rem .7rem .55rem 0; border-top: 1px solid var(--line); vertical-align: baseline; }
thead th { border-top: 0; } tbody th { color: var(--text); font-size: .93rem; }
td { overflow-wrap: anywhere; } td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding-right: 0; padding-left: .7rem; }
td.time { width: 27%; min-width: 9rem; }
.bar { display: flex; align-items: center; gap: .6rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar i { display: block; height: .5rem; border-radius: 99px; min-width: 3px; background: var(--low); width: calc(var(--share) * (100% - 4.6rem)); }
.bar .tone-incomplete { background: var(--incomplete); }
.engine { color: var(--muted); } .bad { color: var(--incomplete); font-weight: 600; }
.cover { display: flex; height: .6rem; border-radius: 99px; overflow: hidden; background: var(--line); margin: .2rem 0 .7rem; }
.cover i { display: block; flex: var(--share) 0 0; }
.cover .reviewed { background: var(--pass); } .cover .excluded { background: var(--muted); opacity: .55; } .cover .missing { background: var(--incomplete); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; color: var(--muted); font-size: .93rem; list-style: none; padding: 0; margin-bottom: 1rem; }
.legend b { color: var(--text); font-variant-numeric: tabular-nums; }
.empty { background: var(--card); border: 1px dashed var(--line); border-radius: 12px; padding: 1.4rem 1.25rem; color: var(--muted); }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .86rem; overflow-wrap: anywhere; }
@media (max-width: 640px) { .page { padding-top: 1.2rem; } .verdict { padding: 1.2rem; } .finding .top { flex-direction: column; gap: .4rem; } .part { grid-template-columns: minmax(0, 1fr); padding: .4rem 0; }
  .agents thead { display: none; } .agents, .agents tbody { display: block; } .agents tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem 1rem; padding: .55rem 0; border-top: 1px solid var(--line); } .agents tr:first-child { border-top: 0; }
  .agents th, .agents td, .agents td.time { display: block; width: auto; min-width: 0; padding: 0; border: 0; white-space: normal; } .agents .engine { text-align: right; } .agents .number { grid-column: 1 / -1; display: flex; justify-content: space-between; color: var(--muted); } .agents .number::before { content: attr(data-label); } .agents .bar { justify-content: flex-end; } .agents .bar i { display: none; }
}
@media print {
  :root { --page: #fff; --shadow: none; } body { font-size: 11pt; } .page { padding: 0; max-width: none; } .tile input, .skip { display: none; }
  .finding { break-inside: avoid; } .frame { overflow: visible; } .frame .row { white-space: pre-wrap; } details::details-content { content-visibility: visible; height: auto; }
}
`;
var HTML_FILTERS = ["critical", "high", "medium", "low", "info"].map((severity) => `body:has(#show-${severity}:not(:checked)) .finding.s-${severity} { display: none; }`).join("\n");

// src/render/render-html.ts
var POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
function renderHtml(report) {
  const groups = groupFindings(report);
  const visible = report.findings.filter((finding) => finding.suppressedBy === void 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeHtmlLine(cutLine(headlineText(headlineOf(report)), 200))}</title>
<style>${HTML_STYLE}${HTML_FILTERS}</style>
</head>
<body>
<a class="skip" href="#findings">Go to the findings</a>
<div class="page">
${banner(report)}
${visible.length === 0 ? "" : tiles(visible)}
<main>
${alertPanels(report)}
<div id="findings">
${emptyOrNothing(report, visible)}
${section("Blocking", groups.blocking, true)}
${section(groups.blocking.length > 0 ? "Also worth a look" : "Worth a look", groups.notable, true)}
${section("Small things", groups.minor, false)}
${foldedSection(groups.folded)}
</div>
${agentsPanel(report)}
${coveragePanel(report)}
${remarkPanels(report, groups)}
</main>
${pageFooter(report)}
</div>
</body>
</html>
`;
}
function banner(report) {
  const { mark, text, asides } = headlineOf(report);
  const aside = asides.length === 0 ? "" : `<p class="aside">${escapeHtmlLine(cutLine(asides.join(" \xB7 "), 400))}</p>`;
  const facts = factsOf(report).map((fact) => `<li>${escapeHtmlLine(fact)}</li>`);
  const converged = convergenceWords(report);
  const calm = converged === null ? "" : `<p class="compared">${escapeHtmlLine(converged)}</p>`;
  const warnings = warningsOf(report).map((warning) => `<p class="warning">${escapeHtmlLine(warning)}</p>`);
  return `<header class="verdict tone-${mark}">
<div class="kicker"><b>${escapeHtmlLine(cutLine(report.repository, 120))}</b><span class="chip">${verdictWord(report)}</span><span class="chip">gate: ${report.gate}</span></div>
<h1>${escapeHtmlLine(cutLine(text, 400))}</h1>${aside}
<p class="compared">${revisionHtml(report.head)} against ${revisionHtml(report.base)}</p>
<ul class="facts">${facts.join("")}</ul>${calm}
${warnings.join("")}
<p class="gate">${escapeHtmlLine(gateWords(report))}</p>
</header>`;
}
function revisionHtml(revision) {
  const { sha, label } = revisionWords(revision);
  const parts = [label === null ? null : cutLine(label, 120), sha];
  return parts.filter((part2) => part2 !== null).map((part2) => `<code>${escapeHtmlLine(part2)}</code>`).join(" ");
}
function emptyOrNothing(report, visible) {
  if (visible.length > 0) return "";
  const text = report.coverage.reviewed.length === 0 ? "No file was reviewed, so there is nothing to say about this change." : `No findings in what was reviewed.${report.verdict === "incomplete" ? " A part of the change was not reviewed." : ""}`;
  return `<section aria-label="Findings"><h2>Findings</h2><p class="empty">${text}</p></section>`;
}
function section(title, findings, open) {
  if (findings.length === 0) return "";
  const articles = findings.map((finding) => htmlFinding(finding, open));
  return `<section aria-label="${title}"><h2>${title} <small>${findingsInWords(findings)}</small></h2>
${articles.join("\n")}</section>`;
}
function foldedSection(findings) {
  if (findings.length === 0) return "";
  const articles = findings.map((finding) => htmlFinding(finding, false));
  return `<section aria-label="Beyond the limit"><h2>Beyond the limit</h2><details class="fold"><summary>${findingsInWords(findings)}</summary><div class="inside">${articles.join("\n")}</div></details></section>`;
}
function pageFooter(report) {
  const parts = [
    `${report.tool.name} ${report.tool.version}`,
    `workflow ${report.workflow}`,
    `configuration ${cutLine(report.configDigest, 16)}`,
    `schema ${report.schemaVersion}`
  ];
  return `<footer>${parts.map((part2) => escapeHtmlLine(cutLine(part2, 120))).join(" \xB7 ")}</footer>`;
}
export {
  renderHtml
};
