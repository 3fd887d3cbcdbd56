#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EXIT
} from "./chunks/chunk-UQUMJG74.js";
import {
  makeSecretFilter
} from "./chunks/chunk-K3PMVC4S.js";
import {
  didYouMean
} from "./chunks/chunk-DJ7Q6BMO.js";
import {
  ReviewError,
  messageOf
} from "./chunks/chunk-7PSS6GJZ.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/entry/cli/run-command-line.ts
import { parseArgs } from "node:util";

// src/entry/cli/commands.ts
var REPO = {
  type: "string",
  value: "DIR",
  help: "repository to work in (default: this folder)"
};
var CONFIG = {
  type: "string",
  value: "FILE",
  help: "configuration file in place of the base commit\u2019s"
};
var REPORT_OPTIONS = {
  format: {
    type: "string",
    short: "f",
    value: "KIND",
    help: "text, markdown, html, json or sarif (default: text, or the output file\u2019s ending)"
  },
  output: {
    type: "string",
    short: "o",
    value: "FILE",
    help: "write the report there instead of printing it"
  },
  reviewers: { type: "string", value: "A,B", help: "only these reviewers" },
  workflow: { type: "string", value: "NAME", help: "the workflow to run (default: default)" },
  "fail-on": {
    type: "string",
    value: "LEVEL",
    help: "critical, high, medium, low, info or never (default: critical)"
  },
  advisories: {
    type: "string",
    value: "on|off",
    help: "look up known vulnerabilities of new dependencies at osv.dev (default: off; with --pr as configured)"
  },
  "no-model": { type: "boolean", help: "deterministic analyzers only" },
  "model-fast": { type: "string", value: "ID", help: "model of the reviewers that ask for a fast one" },
  "model-balanced": { type: "string", value: "ID", help: "model of most reviewers and of the verifier" },
  "model-strong": { type: "string", value: "ID", help: "model of the reviewers that ask for a strong one" },
  "model-profile": {
    type: "string",
    value: "KIND",
    help: "anthropic, or compat for a plain Messages API at ANTHROPIC_BASE_URL (default: anthropic)"
  },
  prices: {
    type: "string",
    value: "TEXT",
    help: "model=input/output in dollars per million tokens, separated by commas; @FILE reads them"
  },
  deadline: { type: "string", value: "SECONDS", help: "most seconds for the review, 1 to 3600" },
  quiet: { type: "boolean", short: "q", help: "no progress" }
};
var COMMANDS = [
  {
    name: "review",
    summary: "review a change and say whether it may pass",
    usage: "",
    mostPositionals: 0,
    options: {
      repo: REPO,
      base: {
        type: "string",
        value: "REV",
        help: "compare with this revision (its merge base with the head)"
      },
      head: { type: "string", value: "REV", help: "review this revision (default: the current commit)" },
      staged: { type: "boolean", help: "review what is staged" },
      diff: { type: "string", value: "FILE", help: "review a patch file; - reads it from standard input" },
      pr: {
        type: "string",
        value: "PR",
        help: "review a pull request: owner/repository#number or its address; token in GITHUB_TOKEN or GH_TOKEN"
      },
      post: {
        type: "boolean",
        help: "with --pr: write the comment, the comments on lines and the status (default: nothing is written)"
      },
      "status-context": {
        type: "string",
        value: "NAME",
        help: "with --post: name of the commit status (default: multi-agent-review)"
      },
      config: CONFIG,
      sarif: {
        type: "string",
        value: "FILES",
        help: "results of other linters: SARIF files or globs, separated by commas"
      },
      "sarif-gates": { type: "boolean", help: "results of other linters fail the gate as ours do" },
      coverage: {
        type: "string",
        value: "FILES",
        help: "lcov, Cobertura or Go cover profiles: added lines that no test ran become findings"
      },
      baseline: {
        type: "string",
        value: "FILE",
        help: "an earlier report (--format json): what it has is counted, not shown, and never fails"
      },
      ...REPORT_OPTIONS
    },
    examples: [
      ["review", "your branch against its merge base, and what is not committed yet"],
      ["review --staged --fail-on high", "before a commit"],
      ["review --base origin/main --head HEAD --format sarif --output review.sarif", "in any CI"],
      ["review --diff change.patch --format html --output review.html", "a patch, as a page"],
      ['review --sarif "reports/*.sarif" --coverage coverage/lcov.info', "with what other tools found"],
      ["review --pr octo/shop#7", "a pull request, without a clone; writes nothing there"],
      ["review --pr octo/shop#7 --post", "the same, posted as the Action does"]
    ],
    load: async () => (await import("./chunks/review-command-5C7GFMPP.js")).reviewCommand
  },
  {
    name: "demo",
    summary: "review a throw-away repository that is full of defects",
    usage: "",
    mostPositionals: 0,
    options: {
      keep: { type: "string", value: "DIR", help: "make the repository in this empty folder and keep it" },
      ...REPORT_OPTIONS
    },
    examples: [["demo", "see what a review looks like"]],
    load: async () => (await import("./chunks/demo-command-IVQ5IE2N.js")).demoCommand
  },
  {
    name: "init",
    summary: "write the workflow and a commented configuration into a repository",
    usage: "",
    mostPositionals: 0,
    options: { repo: REPO, force: { type: "boolean", help: "replace files that are already there" } },
    examples: [["init", "start using it on GitHub"]],
    load: async () => (await import("./chunks/init-command-GN3Y7IDQ.js")).initCommand
  },
  {
    name: "validate",
    summary: "check configuration, reviewers, workflows and rules, and run the rules\u2019 own tests",
    usage: "",
    mostPositionals: 0,
    options: { repo: REPO, config: CONFIG },
    examples: [["validate", "after editing .github/multi-agent-review.yml"]],
    load: async () => (await import("./chunks/validate-command-AVN2UN4O.js")).validateCommand
  },
  {
    name: "rules",
    summary: "list the rules, show one, or run their own tests",
    usage: "[ID | test]",
    mostPositionals: 1,
    options: {
      repo: REPO,
      reviewers: { type: "string", value: "A,B", help: "only the rules of these reviewers" },
      json: { type: "boolean", help: "as JSON" }
    },
    examples: [
      ["rules", "all rules, a line each"],
      ["rules test", "every rule against its own samples"]
    ],
    load: async () => (await import("./chunks/rules-command-5BDCMGKT.js")).rulesCommand
  },
  {
    name: "reviewers",
    summary: "list the reviewers, or show what one is told",
    usage: "[NAME]",
    mostPositionals: 1,
    options: { repo: REPO, json: { type: "boolean", help: "as JSON" } },
    examples: [["reviewers security", "the whole definition of one"]],
    load: async () => (await import("./chunks/reviewers-command-OODNYL7M.js")).reviewersCommand
  }
];
function parseArgsOptions(command) {
  const entries = Object.entries(command.options).map(([name, spec]) => {
    const short = spec.short === void 0 ? {} : { short: spec.short };
    return [name, { type: spec.type, ...short }];
  });
  return { ...Object.fromEntries(entries), help: { type: "boolean", short: "h" } };
}

// src/entry/cli/help.ts
var PROGRAM = "multi-agent-review";
function generalHelp() {
  const widest = Math.max(...COMMANDS.map((command) => command.name.length));
  const commands = COMMANDS.map((command) => `  ${command.name.padEnd(widest)}  ${command.summary}`);
  return `${PROGRAM}: six reviewers look at a change at once, one report, one honest verdict.

Usage: ${PROGRAM} <command> [options]

Commands
${commands.join("\n")}

Start here
  ${PROGRAM} demo      a review of a small shop full of defects
  ${PROGRAM} review    your branch against its merge base, and what is not committed yet
  ${PROGRAM} <command> --help

Exit codes
  0  passed        nothing at or above --fail-on, and everything was reviewed
  1  gate failed   a finding at or above --fail-on (default: critical)
  2  incomplete    something that should have been reviewed was not: never taken for a pass
  3  usage         a wrong option, revision or configuration file

Works with no key and no network; with ANTHROPIC_API_KEY models review as well, and review --pr reads a pull request
over the API. Nothing of the reviewed code is executed.
`;
}
function commandHelp(command) {
  const rows = Object.entries(command.options).map(([name, option]) => {
    const short = option.short === void 0 ? "    " : `-${option.short}, `;
    const value = option.value === void 0 ? "" : ` ${option.value}`;
    return [`  ${short}--${name}${value}`, option.help];
  });
  rows.push(["  -h, --help", "this page"]);
  const widest = Math.max(...rows.map(([left]) => left.length));
  const usage = [PROGRAM, command.name, command.usage, "[options]"].filter((word) => word !== "").join(" ");
  const examples = command.examples.map(([words, meaning]) => `  ${PROGRAM} ${words}
      ${meaning}`);
  return `${PROGRAM} ${command.name}: ${command.summary}

Usage: ${usage}

Options
${rows.map(([left, right]) => `${left.padEnd(widest)}  ${right}`).join("\n")}

Examples
${examples.join("\n")}
`;
}

// src/entry/cli/terminal.ts
function processTerminal() {
  const { NO_COLOR, FORCE_COLOR, TERM, CI } = process.env;
  const { ANTHROPIC_API_KEY = "", GITHUB_TOKEN = "", GH_TOKEN = "" } = process.env;
  const hide = makeSecretFilter([ANTHROPIC_API_KEY.trim(), GITHUB_TOKEN.trim(), GH_TOKEN.trim()]);
  const forced = FORCE_COLOR !== void 0 && FORCE_COLOR !== "" && FORCE_COLOR !== "0";
  const allowed = (NO_COLOR === void 0 || NO_COLOR === "") && FORCE_COLOR !== "0" && TERM !== "dumb";
  const colorOn = (stream) => allowed && (forced || stream.isTTY === true);
  return {
    out: (text) => void process.stdout.write(hide(text)),
    err: (text) => void process.stderr.write(hide(text)),
    color: colorOn(process.stdout),
    errColor: colorOn(process.stderr),
    live: process.stderr.isTTY === true && TERM !== "dumb" && (CI === void 0 || CI === ""),
    width: Math.min(140, Math.max(60, process.stdout.columns ?? 100))
  };
}

// src/entry/cli/run-command-line.ts
var NOT_FINISHED = /* @__PURE__ */ new Set([
  "aborted",
  "timed-out",
  "internal",
  "forge-limited",
  "forge-unavailable",
  "forge-refused"
]);
async function runCommandLine(words, assets) {
  const terminal = processTerminal();
  try {
    return await runWords(words, assets, terminal);
  } catch (thrown) {
    return printError(thrown, terminal);
  }
}
async function runWords(words, assets, terminal) {
  const [first, ...rest] = words;
  if (first === "--version" || first === "-V") {
    terminal.out(`${"0.1.0"}
`);
    return EXIT.pass;
  }
  if (first === void 0 || first === "help" || first === "--help" || first === "-h") {
    const topic = first === "help" ? COMMANDS.find((command2) => command2.name === rest[0]) : void 0;
    terminal.out(topic === void 0 ? generalHelp() : commandHelp(topic));
    return EXIT.pass;
  }
  const command = commandNamed(first);
  const { values, positionals } = parseWords(command, rest);
  if (values.help === true) {
    terminal.out(commandHelp(command));
    return EXIT.pass;
  }
  const run = await command.load();
  return run({ options: values, positionals, terminal, assets });
}
function commandNamed(word) {
  const found = COMMANDS.find((command) => command.name === word);
  if (found !== void 0) return found;
  const names = COMMANDS.map((command) => command.name);
  const hint = `The commands are ${names.join(", ")}.${didYouMean(word, names)}`;
  throw new ReviewError("bad-usage", `There is no command "${word}".`, hint);
}
function parseWords(command, words) {
  const names = Object.keys(command.options).map((name) => `--${name}`);
  try {
    const parsed = parseArgs({
      args: [...words],
      options: parseArgsOptions(command),
      allowPositionals: true,
      strict: true
    });
    if (parsed.positionals.length > command.mostPositionals) {
      const extra = parsed.positionals[command.mostPositionals];
      throw new ReviewError(
        "bad-usage",
        `${command.name} does not take "${extra}".`,
        `See: ${command.name} --help`
      );
    }
    return {
      values: parsed.values,
      positionals: parsed.positionals
    };
  } catch (thrown) {
    if (thrown instanceof ReviewError) throw thrown;
    const wrong = words.find((word) => word.startsWith("--") && !names.includes(word.split("=", 1)[0] ?? ""));
    const hint = `See: ${command.name} --help${wrong === void 0 ? "" : didYouMean(wrong, names)}`;
    const sentence = messageOf(thrown).split(". ", 1)[0] ?? "";
    throw new ReviewError("bad-usage", `${sentence.replace(/\.$/, "")}.`, hint, { cause: thrown });
  }
}
function printError(thrown, terminal) {
  if (thrown instanceof ReviewError) {
    terminal.err(`error: ${thrown.message}
${thrown.remedy === "" ? "" : `  ${thrown.remedy}
`}`);
    return NOT_FINISHED.has(thrown.code) ? EXIT.incomplete : EXIT.usage;
  }
  const detail = thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown);
  terminal.err(`error: the review stopped on a fault of its own. Nothing was reviewed.
${detail}
`);
  terminal.err("  Please report this with the lines above and the command that you ran.\n");
  return EXIT.incomplete;
}

// src/entry/cli.ts
process.exitCode = 2;
process.exitCode = await runCommandLine(process.argv.slice(2), new URL("./", import.meta.url));
