import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeProblem
} from "./chunk-FEFGF5EK.js";
import {
  displayWidth,
  escapeTerminal,
  fitColumns,
  padColumns,
  require_picocolors
} from "./chunk-LQ6BAJSD.js";
import {
  cutLine,
  formatCount,
  formatDuration
} from "./chunk-MITLGRRM.js";
import {
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";
import {
  __toESM
} from "./chunk-5XWL5JNG.js";

// src/entry/cli/check-given-configuration.ts
async function checkGivenConfiguration({ name, text }, builtIns) {
  const { loadConfiguration } = await import("./load-configuration-IRLD7KHP.js");
  const { problems } = loadConfiguration(/* @__PURE__ */ new Map([[".github/multi-agent-review.yml", text]]), builtIns);
  if (problems.length === 0) return;
  const lines = problems.map((problem) => describeProblem({ ...problem, file: name }));
  throw new ReviewError(
    "bad-configuration",
    `The configuration has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}:
  ${lines.join("\n  ")}`,
    "Mend it, or leave --config out to review with the configuration of the base commit."
  );
}

// src/render/render-progress.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var SPINNER = ["\u280B", "\u2819", "\u2839", "\u2838", "\u283C", "\u2834", "\u2826", "\u2827", "\u2807", "\u280F"];
var BAR_WIDTH = 12;
var MOST_NAME = 20;
function renderProgress(statuses, options) {
  const c = (0, import_picocolors.createColors)(options.color);
  const names = statuses.map((status) => fitColumns(escapeTerminal(status.agent), MOST_NAME));
  const nameWidth = Math.max(0, ...names.map(displayWidth));
  return statuses.map((status, index) => {
    const name = padColumns(names[index] ?? "", nameWidth);
    const found = padColumns(status.findings === 0 ? "" : formatCount(status.findings, "finding"), 11);
    const filled = Math.round(barPercent(status) / 100 * BAR_WIDTH);
    const bar = `${c.cyan("\u2501".repeat(filled))}${c.dim("\u2500".repeat(BAR_WIDTH - filled))}`;
    const room = options.width - nameWidth - BAR_WIDTH - 11 - 6;
    const task = room < 4 ? "" : fitColumns(taskOf(status, true), room);
    return `${markOf(status, options.frame, c)} ${name} ${bar} ${found} ${c.dim(task)}`.trimEnd();
  });
}
function describeStatus(status) {
  const found = status.findings === 0 ? [] : [formatCount(status.findings, "finding")];
  const task = taskOf(status, false);
  const parts = [stateWords(status), ...found, ...task === "" ? [] : [task]];
  return `${escapeTerminal(cutLine(status.agent, 60))}: ${parts.join(", ")}`;
}
function barPercent(status) {
  if (status.state === "done" || status.state === "not-needed") return 100;
  return Number.isFinite(status.progress) ? Math.min(100, Math.max(0, status.progress)) : 0;
}
function markOf(status, frame, c) {
  if (status.state === "waiting") return c.dim("\xB7");
  if (status.state === "running") return c.cyan(SPINNER[Math.abs(Math.trunc(frame)) % SPINNER.length] ?? "\u280B");
  if (status.state === "done") return c.green("\u2713");
  return status.state === "not-needed" ? c.dim("\u2013") : c.red("\u2717");
}
function stateWords({ state }) {
  return state.replaceAll("-", " ");
}
function taskOf(status, withState) {
  const ended = withState && status.state !== "running" && status.state !== "waiting" && status.state !== "done";
  const left = status.state === "running" && status.eta !== void 0 ? `${formatDuration(status.eta)} left` : "";
  const blocked = status.blockers.length === 0 ? "" : `blocked by ${status.blockers.slice(0, 2).join(", ")}`;
  const parts = [ended ? stateWords(status) : "", status.task, blocked, left].filter((part) => part !== "");
  return escapeTerminal(cutLine(parts.join(" \xB7 "), 300));
}

// src/entry/cli/show-progress.ts
var FRAME_MS = 100;
function showProgress(terminal, quiet) {
  if (quiet) return { agent: () => void 0, end: () => void 0 };
  return terminal.live ? liveDisplay(terminal) : plainLines(terminal);
}
function plainLines(terminal) {
  const states = /* @__PURE__ */ new Map();
  return {
    agent: (status) => {
      if (states.get(status.agent) === status.state) return;
      states.set(status.agent, status.state);
      terminal.err(`${describeStatus(status)}
`);
    },
    end: () => void 0
  };
}
function liveDisplay(terminal) {
  const statuses = /* @__PURE__ */ new Map();
  let drawn = 0;
  let frame = 0;
  const clear = () => {
    if (drawn > 0) terminal.err(`\x1B[${drawn}A\x1B[0J`);
    drawn = 0;
  };
  const draw = () => {
    const lines = renderProgress([...statuses.values()], {
      color: terminal.errColor,
      width: terminal.width,
      frame
    });
    frame += 1;
    clear();
    terminal.err(lines.map((line) => `${line}
`).join(""));
    drawn = lines.length;
  };
  const timer = setInterval(draw, FRAME_MS);
  timer.unref();
  return {
    agent: (status) => void statuses.set(status.agent, status),
    end: () => {
      clearInterval(timer);
      clear();
    }
  };
}

// src/entry/cli/write-report.ts
import { writeFile } from "node:fs/promises";

// src/entry/cli/render-report.ts
async function renderReport(report, format, terminal, onTerminal) {
  switch (format) {
    case "text": {
      const { renderText } = await import("./render-text-FYCTKWZW.js");
      return renderText(report, { color: onTerminal && terminal.color, width: terminal.width });
    }
    case "markdown":
      return (await import("./render-markdown-Q4QPIJ4X.js")).renderMarkdown(report, {});
    case "html":
      return (await import("./render-html-RQWXAAU2.js")).renderHtml(report);
    case "json":
      return (await import("./render-json-EYBTR4TG.js")).renderJson(report);
    case "sarif":
      return (await import("./render-sarif-RUBJBJLG.js")).renderSarif(report, {
        version: report.tool.version
      });
  }
}

// src/entry/cli/write-report.ts
async function writeReport(report, options, { terminal }) {
  const text = await renderReport(report, options.format, terminal, options.output === null);
  if (options.output === null) {
    terminal.out(text);
    return;
  }
  try {
    await writeFile(options.output, text);
  } catch (thrown) {
    throw new ReviewError(
      "output-unwritable",
      `The report cannot be written to "${options.output}": ${messageOf(thrown)}`,
      "Give a path in a folder that exists and that you may write to.",
      { cause: thrown }
    );
  }
  terminal.err(
    `${report.verdict}, gate ${report.gate}: ${options.format} report written to ${options.output}
`
  );
}

export {
  checkGivenConfiguration,
  showProgress,
  writeReport
};
