import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  admitPullRequest,
  reviewAndPublish
} from "./chunks/chunk-M4XXTPIT.js";
import "./chunks/chunk-YB7CDMYV.js";
import {
  loadBuiltIns
} from "./chunks/chunk-4PCK5C5Q.js";
import "./chunks/chunk-X3RT7GC3.js";
import "./chunks/chunk-6SXCBPIP.js";
import "./chunks/chunk-6Z3LFCW3.js";
import {
  ACTION_EXIT,
  hideInLog,
  printError,
  printLine,
  printNotice,
  readActionSettings,
  readRunnerFacts,
  runnerLog,
  saveState,
  setOutput,
  setSecret,
  summary
} from "./chunks/chunk-NYXHQHEQ.js";
import {
  guardForge,
  makeGitHub,
  publishSituation
} from "./chunks/chunk-X56K6XCZ.js";
import "./chunks/chunk-K2XNTU3U.js";
import {
  systemClock
} from "./chunks/chunk-CNBXCG7F.js";
import "./chunks/chunk-6VDPABUJ.js";
import "./chunks/chunk-EL3RS52W.js";
import "./chunks/chunk-6DFPGIZ6.js";
import {
  makeSecretFilter
} from "./chunks/chunk-K3PMVC4S.js";
import {
  suggest
} from "./chunks/chunk-DJ7Q6BMO.js";
import "./chunks/chunk-F64D7OP6.js";
import {
  renderMarkdown
} from "./chunks/chunk-W5BYXSSL.js";
import "./chunks/chunk-XTQV3QIS.js";
import {
  groupFindings
} from "./chunks/chunk-VAHUT544.js";
import {
  certaintyOf,
  locationOf
} from "./chunks/chunk-53WALFZ6.js";
import {
  cutLine,
  flattenText
} from "./chunks/chunk-MITLGRRM.js";
import "./chunks/chunk-LNNYVAH7.js";
import "./chunks/chunk-BECPWWJU.js";
import "./chunks/chunk-MGYMYPZR.js";
import {
  ReviewError,
  messageOf
} from "./chunks/chunk-7PSS6GJZ.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/entry/action/run-action.ts
import { readFile } from "node:fs/promises";

// src/event/command-table.ts
var COMMAND_TABLE = [
  {
    word: "",
    usage: "/review",
    meaning: "Reviews what changed or did not finish; when nothing did, everything."
  },
  { word: "full", usage: "/review full", meaning: "Reviews the whole pull request again." },
  { word: "", usage: "/review <reviewer> \u2026", meaning: "Runs only the reviewers that are named." },
  { word: "status", usage: "/review status", meaning: "Says where the review stands." },
  { word: "abort", usage: "/review abort", meaning: "Ends the running review." },
  {
    word: "pause",
    usage: "/review pause",
    meaning: "Stops automatic reviews of this pull request; commands still work."
  },
  { word: "resume", usage: "/review resume", meaning: "Starts automatic reviews again." },
  {
    word: "explain",
    usage: "/review explain <id>",
    meaning: "Says more about one finding: its rule, its proof, its fix."
  },
  {
    word: "dismiss",
    usage: "/review dismiss <id> <reason>",
    meaning: "Dismisses a finding in this pull request until its code changes."
  },
  { word: "undismiss", usage: "/review undismiss <id>", meaning: "Takes a dismissal back." },
  {
    word: "override",
    usage: "/review override <reason>",
    meaning: "Lets this head commit pass in spite of its findings; the next push ends it."
  },
  { word: "help", usage: "/review help", meaning: "Shows this table." }
];

// src/event/first-own-line.ts
var MOST_CHARACTERS = 2e4;
function firstOwnLine(body) {
  let fence = null;
  let isQuoted = false;
  for (const line of body.slice(0, MOST_CHARACTERS).split(/\r\n|\r|\n/)) {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence !== null) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
      continue;
    }
    if (mark !== void 0) {
      fence = mark;
      continue;
    }
    if (line.trim() === "") {
      isQuoted = false;
      continue;
    }
    if (/^ {0,3}>/.test(line)) isQuoted = true;
    if (!isQuoted) return line;
  }
  return null;
}

// src/event/parse-command.ts
var OPTIONS = ["--workflow", "--strategy", "--agents"];
var COMMAND_WORDS = COMMAND_TABLE.map((row) => row.word).filter((word) => word !== "");
var MOST_LINE = 500;
var MOST_REASON = 200;
var MOST_WORD = 60;
var ID = /^(?:f1:)?([0-9a-f]{8,24})$/;
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
var ID_RULE = "an id of 8 to 24 characters (0 to 9, a to f) as the comment shows it";
var REASON_RULE = `a reason of 1 to ${MOST_REASON} characters on the same line`;
var NO_MORE = "takes no further words";
function parseCommand(body, reviewers) {
  const line = firstOwnLine(body);
  if (line === null || line !== "/review" && !line.startsWith("/review ")) return null;
  const words = line.split(/[ \t]+/).filter((word2) => word2 !== "");
  const [, word = "", ...rest] = words;
  if (line.length > MOST_LINE)
    return unknown(
      word,
      COMMAND_WORDS,
      `goes on for more than ${MOST_LINE} characters, the most on one line`
    );
  switch (word) {
    case "":
      return { kind: "review", extent: "changed", reviewers: null };
    case "status":
    case "abort":
    case "pause":
    case "resume":
    case "help":
      return rest.length === 0 ? { kind: word } : misused(word, NO_MORE);
    case "explain":
    case "undismiss":
      return parseIdCommand(word, rest);
    case "dismiss":
      return parseDismiss(rest);
    case "override": {
      const reason = readReason(rest);
      return reason === null ? misused(word, `takes ${REASON_RULE}`) : { kind: word, reason };
    }
    default:
      return parseReview([word, ...rest], reviewers);
  }
}
function commandName(command) {
  if (command.kind === "not-yet") return command.option;
  if (command.kind !== "review") return command.kind;
  if (command.extent === "full") return "review full";
  return ["review", ...command.reviewers ?? []].join(" ");
}
function parseIdCommand(kind, rest) {
  const id = readId(rest[0]);
  return id === null || rest.length > 1 ? misused(kind, `takes ${ID_RULE}, and nothing else`) : { kind, id };
}
function parseDismiss([first, ...rest]) {
  const id = readId(first);
  const reason = readReason(rest);
  if (id === null || reason === null) return misused("dismiss", `takes ${ID_RULE}, and ${REASON_RULE}`);
  return { kind: "dismiss", id, reason };
}
function parseReview(words, reviewers) {
  const names = words.filter((word, index) => !isOption(word) && !isOption(words[index - 1]));
  const strange = names.find((word) => word !== "full" && !reviewers.includes(word));
  if (strange !== void 0) {
    const allowed = [...COMMAND_WORDS, ...OPTIONS, ...reviewers];
    return unknown(strange, allowed, "is neither a command nor the name of a reviewer");
  }
  const option = words.find(isOption);
  if (option !== void 0) return { kind: "not-yet", option };
  if (!names.includes("full")) return { kind: "review", extent: "changed", reviewers: [...new Set(names)] };
  return names.length === 1 ? { kind: "review", extent: "full", reviewers: null } : misused("full", "stands alone: all reviewers take part");
}
function isOption(word) {
  return OPTIONS.some((option) => option === word);
}
function readId(word) {
  return ID.exec(word ?? "")?.[1] ?? null;
}
function readReason(words) {
  const reason = words.join(" ").replace(/\s+/gu, " ").replace(INVISIBLE, "").replace(/ {2,}/g, " ").trim();
  return reason === "" || reason.length > MOST_REASON ? null : reason;
}
function misused(word, problem) {
  return { kind: "unknown", word, nearest: word, problem };
}
function unknown(word, allowed, problem) {
  const cut = word.slice(0, MOST_WORD).toWellFormed();
  return { kind: "unknown", word: cut, nearest: suggest(word, allowed), problem };
}

// src/event/comment-events.ts
function readReviewComment(payload) {
  const { action, comment, pull_request: pull, repository: repository2, sender } = recordOf(payload);
  const { number, state, draft } = recordOf(pull);
  const issue = { number, state, draft, pull_request: {} };
  const replied = recordOf(comment).in_reply_to_id;
  return {
    asIssueComment: { action, issue, comment, repository: repository2, sender },
    inReplyTo: typeof replied === "number" && Number.isSafeInteger(replied) && replied > 0 ? replied : null
  };
}
function headBeforePush(payload) {
  const { before } = recordOf(payload);
  return typeof before === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(before) ? before : null;
}
function recordOf(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

// src/event/shape.ts
var Mismatch = class extends Error {
};
function safely(shape) {
  return {
    safeParse: (value) => {
      try {
        return { success: true, data: shape(value) };
      } catch (thrown) {
        if (thrown instanceof Mismatch) return { success: false };
        throw thrown;
      }
    }
  };
}
function object(fields) {
  return (value) => {
    const given = anyFields(value);
    const read = {};
    for (const name in fields)
      read[name] = fields[name](Object.hasOwn(given, name) ? given[name] : void 0);
    return read;
  };
}
var anyFields = (value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Mismatch();
  return value;
};
var anything = (value) => value;
var text = (value) => {
  if (typeof value !== "string") throw new Mismatch();
  return value;
};
function textOf(least, most = Number.POSITIVE_INFINITY) {
  return (value) => {
    const read = text(value);
    if (read.length < least || read.length > most) throw new Mismatch();
    return read;
  };
}
var sha = (value) => {
  const read = text(value);
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(read)) throw new Mismatch();
  return read;
};
var flag = (value) => {
  if (typeof value !== "boolean") throw new Mismatch();
  return value;
};
function integer(least = Number.MIN_SAFE_INTEGER) {
  return (value) => {
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least) throw new Mismatch();
    return value;
  };
}
function oneOf(...words) {
  return (value) => {
    const found = words.find((word) => word === value);
    if (found === void 0) throw new Mismatch();
    return found;
  };
}
function listOf(item) {
  return (value) => {
    if (!Array.isArray(value)) throw new Mismatch();
    return value.map((one) => item(one));
  };
}
function orNull(shape) {
  return (value) => value === null ? null : shape(value);
}
function orMissing(shape) {
  return (value) => value === void 0 ? void 0 : shape(value);
}

// src/event/event-schemas.ts
var account = object({ login: textOf(1, 100), id: integer(), type: text });
var repository = object({
  id: integer(1),
  name: textOf(1),
  owner: object({ login: textOf(1) })
});
var flagOrFalse = (value) => value === void 0 ? false : flag(value);
var pullNumber = integer(1);
var openOrClosed = oneOf("open", "closed");
var pullRequestEvent = safely(
  object({
    action: text,
    number: pullNumber,
    pull_request: object({
      state: openOrClosed,
      draft: flagOrFalse,
      head: object({ sha, repo: orNull(object({ id: integer() })) }),
      base: object({ repo: object({ id: integer() }) })
    }),
    changes: orMissing(object({ base: anything })),
    repository,
    sender: account
  })
);
var issueCommentEvent = safely(
  object({
    action: text,
    issue: object({
      number: pullNumber,
      state: openOrClosed,
      draft: orMissing(orNull(flag)),
      /** There only when the issue is a pull request. */
      pull_request: orMissing(orNull(anyFields))
    }),
    comment: object({ id: integer(1), body: text, user: orNull(account) }),
    repository,
    sender: account
  })
);
var workflowDispatchEvent = safely(
  object({
    inputs: orMissing(orNull(anyFields)),
    repository,
    sender: account
  })
);
var mergeGroupEvent = safely(
  object({
    action: text,
    merge_group: object({ head_sha: sha }),
    repository
  })
);

// src/event/read-event.ts
var NUMBER_INPUTS = ["pr-number", "pull-request", "number"];
var REVIEWED_ACTIONS = ["opened", "synchronize", "reopened", "ready_for_review"];
function readEvent(name, payload, options) {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return readPullRequest(name, payload);
    case "issue_comment":
      return readComment(name, payload, { commentKind: "conversation", inReplyTo: null }, options);
    case "pull_request_review_comment": {
      const { asIssueComment, inReplyTo } = readReviewComment(payload);
      return readComment(name, asIssueComment, { commentKind: "review", inReplyTo }, options);
    }
    case "workflow_dispatch":
      return readDispatch(payload);
    case "merge_group":
      return readMergeGroup(payload);
    default:
      return ignored(`the event "${name.slice(0, 60)}" is not one that starts a review`);
  }
}
function readPullRequest(name, payload) {
  const parsed = pullRequestEvent.safeParse(payload);
  if (!parsed.success) return unreadable(name);
  const { action, number, pull_request: pull, changes, repository: repository2, sender } = parsed.data;
  const isBaseChange = action === "edited" && changes?.base !== void 0;
  const cause = isBaseChange ? "base-changed" : REVIEWED_ACTIONS.find((one) => one === action);
  if (cause === void 0)
    return ignored(`the action "${action.slice(0, 60)}" of ${name} changes nothing that is reviewed`);
  return {
    kind: "review",
    ...named(repository2),
    pullNumber: number,
    headSha: pull.head.sha,
    trigger: "pull_request",
    cause,
    before: cause === "synchronize" ? headBeforePush(payload) : null,
    isFork: pull.head.repo === null || pull.head.repo.id !== pull.base.repo.id,
    draft: pull.draft,
    closed: pull.state === "closed",
    actor: sender.login
  };
}
function readComment(name, payload, place, { reviewers }) {
  const parsed = issueCommentEvent.safeParse(payload);
  if (!parsed.success) return unreadable(name);
  const { action, issue, comment, repository: repository2, sender } = parsed.data;
  if (action !== "created") return ignored("only new comments are read, never edited or deleted ones");
  if (issue.pull_request === null || issue.pull_request === void 0)
    return ignored("the comment stands on an issue, not on a pull request");
  if (comment.user === null || comment.user.id !== sender.id || comment.user.login !== sender.login)
    return ignored("the comment was not written by the account that sent the event");
  if (comment.user.type !== "User" || comment.user.login.endsWith("[bot]"))
    return ignored("commands of bots are not read");
  const command = parseCommand(comment.body, reviewers);
  if (command === null) return ignored("the comment holds no command");
  const asked = {
    ...named(repository2),
    pullNumber: issue.number,
    ...place,
    commentId: comment.id,
    closed: issue.state === "closed",
    actor: comment.user.login
  };
  if (command.kind !== "review") return { kind: "command", ...asked, command };
  return {
    kind: "review",
    ...asked,
    headSha: null,
    trigger: "command",
    cause: "command",
    before: null,
    command,
    isFork: null,
    draft: issue.draft ?? null
  };
}
function readDispatch(payload) {
  const parsed = workflowDispatchEvent.safeParse(payload);
  if (!parsed.success) return unreadable("workflow_dispatch");
  const { inputs, repository: repository2, sender } = parsed.data;
  const given = NUMBER_INPUTS.map((input) => inputs?.[input]).find(
    (value) => value !== void 0 && value !== ""
  );
  const text2 = typeof given === "number" || typeof given === "string" ? String(given) : "";
  if (!/^[1-9]\d{0,8}$/.test(text2))
    return ignored(
      `the input "pr-number" is ${given === void 0 ? "missing" : `"${text2.slice(0, 30)}"`}; give the number of the pull request`
    );
  return {
    kind: "review",
    ...named(repository2),
    pullNumber: Number(text2),
    headSha: null,
    trigger: "dispatch",
    cause: "dispatch",
    before: null,
    isFork: null,
    draft: null,
    closed: null,
    actor: sender.login
  };
}
function readMergeGroup(payload) {
  const parsed = mergeGroupEvent.safeParse(payload);
  if (!parsed.success) return unreadable("merge_group");
  const { action, merge_group: group, repository: repository2 } = parsed.data;
  if (action !== "checks_requested") return ignored("the merge group asks for no checks");
  return { kind: "merge-group", ...named(repository2), headSha: group.head_sha };
}
function named(repository2) {
  return { owner: repository2.owner.login, repo: repository2.name, repositoryId: repository2.id };
}
function ignored(reason) {
  return { kind: "ignored", reason };
}
function unreadable(name) {
  return ignored(`the payload of ${name} does not have the fields that GitHub documents`);
}

// src/event/state-of-event.ts
var wholePull = object({
  number: integer(1),
  title: text,
  body: orNull(text),
  state: oneOf("open", "closed"),
  draft: flag,
  locked: flag,
  head: object({ sha, ref: text, repo: orNull(object({ id: integer() })) }),
  base: object({ sha, ref: text, repo: object({ id: integer() }) }),
  user: orNull(object({ login: text })),
  labels: listOf(object({ name: text })),
  changed_files: integer(0),
  html_url: text
});
var wholePullEvent = safely(object({ pull_request: wholePull }));
function stateOfEvent(name, payload) {
  if (name !== "pull_request" && name !== "pull_request_target") return null;
  const parsed = wholePullEvent.safeParse(payload);
  if (!parsed.success) return null;
  const pull = parsed.data.pull_request;
  return {
    number: pull.number,
    title: pull.title,
    description: pull.body ?? "",
    headSha: pull.head.sha,
    headLabel: pull.head.ref,
    baseSha: pull.base.sha,
    baseLabel: pull.base.ref,
    state: pull.state,
    draft: pull.draft,
    locked: pull.locked,
    isFork: pull.head.repo === null || pull.head.repo.id !== pull.base.repo.id,
    headDeleted: pull.head.repo === null,
    author: pull.user?.login ?? "ghost",
    labels: pull.labels.map((label) => label.name),
    changedFiles: pull.changed_files,
    repositoryId: pull.base.repo.id,
    url: pull.html_url
  };
}

// src/event/may-trigger.ts
function mayTrigger(permission) {
  return permission === "write" || permission === "maintain" || permission === "admin";
}

// src/entry/action/write-results.ts
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/render/render-annotations.ts
var MOST_OF_A_LEVEL = 10;
var MOST_CHARACTERS2 = 4096;
function renderAnnotations(report) {
  const { blocking, notable, minor, folded } = groupFindings(report);
  return [
    ...blocking.slice(0, MOST_OF_A_LEVEL).map((finding) => annotate("error", finding)),
    ...notable.slice(0, MOST_OF_A_LEVEL).map((finding) => annotate("warning", finding)),
    ...[...minor, ...folded].slice(0, MOST_OF_A_LEVEL).map((finding) => annotate("notice", finding))
  ];
}
function annotationCommand(annotation) {
  const { level, title, message, path, startLine, endLine } = annotation;
  const properties = [
    ["file", path],
    ["line", startLine],
    ["endLine", endLine],
    ["title", title]
  ];
  const shown = properties.flatMap(
    ([name, value]) => value === void 0 ? [] : [`${name}=${escapeProperty(String(value))}`]
  );
  return `::${level} ${shown.join(",")}::${escapeData(message)}`;
}
function annotate(level, finding) {
  const { path, startLine, endLine, side } = finding;
  const text2 = [finding.explanation, finding.failureScenario, finding.fix].filter((part) => part !== "");
  const isPlain = path !== void 0 && inert(path) === path;
  const where = path === void 0 || isPlain ? "" : `${locationOf(finding)}: `;
  const isOnLine = isPlain && finding.anchor === "line" && side !== "old" && startLine !== void 0;
  return {
    level,
    title: cutLine(inert(`${finding.severity}: ${finding.title}`), 200),
    message: cutLine(
      inert(`${where}${text2.join(" ")} (${finding.reviewer}, ${certaintyOf(finding)}, ${finding.id})`),
      MOST_CHARACTERS2
    ),
    ...isPlain ? { path } : {},
    ...isOnLine ? { startLine, endLine: endLine ?? startLine } : {}
  };
}
function inert(text2) {
  return flattenText(text2.slice(0, MOST_CHARACTERS2 * 2)).replaceAll("##[", "# #[").replace(/^(\s*):(?=:)/, "$1: ");
}
function escapeData(text2) {
  return text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text2) {
  return escapeData(text2).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/entry/action/write-results.ts
async function writeResults(report, published, runner) {
  const folder = join(runner.temporaryFolder, "multi-agent-review");
  const { renderJson } = await import("./chunks/render-json-QJGTCIJR.js");
  const { renderSarif } = await import("./chunks/render-sarif-4KCWXBE2.js");
  await mkdir(folder, { recursive: true });
  const reportPath = join(folder, "report.json");
  const sarifPath = join(folder, "report.sarif");
  await writeFile(reportPath, renderJson(report));
  await writeFile(sarifPath, renderSarif(report, { version: report.tool.version }));
  const shown = report.findings.filter((finding) => finding.suppressedBy === void 0);
  setOutput("verdict", report.verdict);
  setOutput("gate", report.gate);
  setOutput("critical-count", shown.filter((finding) => finding.severity === "critical").length);
  setOutput("findings-count", shown.length);
  setOutput("report-path", reportPath);
  setOutput("sarif-path", sarifPath);
  setOutput("comment-url", published.commentUrl ?? "");
  setOutput("cost-usd", report.usage.costUsd.toFixed(4));
  if (runner.hasSummary) await summary.addRaw(renderMarkdown(report, {})).write();
  if (published.outcome === "read-only" || published.outcome === "partly") {
    for (const annotation of renderAnnotations(report))
      process.stdout.write(`${annotationCommand(annotation)}
`);
  }
  for (const problem of published.problems) printLine(`warning: ${problem}`);
  const status = published.status;
  printLine(`verdict ${report.verdict}, gate ${report.gate}, ${shown.length} findings`);
  if (status !== null) printLine(`status ${status.state}: ${status.description}`);
}

// src/entry/action/review-pull-request.ts
var PUBLISH_SECONDS = 120;
var SAY = { line: printLine, error: printError };
var KEY_IS_EMPTY = "the input anthropic-api-key is given but empty: is the secret set, and may this event read it?";
async function reviewPullRequest(request, world) {
  const { forge, settings, runner, shipped, assets, hide } = world;
  const { deadlineSeconds, yieldTo, overrides, models } = settings;
  const signal = AbortSignal.timeout((deadlineSeconds + PUBLISH_SECONDS) * 1e3);
  if (request.trigger === "command" && !await mayCommand(request, forge, signal)) return ACTION_EXIT.done;
  const reader = forge.pullRequest(request.pullNumber, request.headSha);
  const where = {
    statuses: forge.statuses,
    builtIns: shipped.builtIns,
    config: null,
    yieldTo,
    targetUrl: runner.runUrl
  };
  const admission = await admitPullRequest(reader, where, signal);
  if (!admission.admitted) {
    printNotice(admission.reason);
    return ACTION_EXIT.done;
  }
  const { base } = admission;
  const { isFork } = await reader.state(signal);
  const key = base.model === "off" ? "unset" : settings.key;
  const modelMissing = key === "empty" && !isFork ? KEY_IS_EMPTY : null;
  const runSeconds = Math.min(deadlineSeconds, base.budgets.runSeconds);
  const outcome = await reviewAndPublish(
    {
      reader,
      base,
      order: { overrides, runSeconds, models, modelMissing, config: null },
      key,
      targetUrl: runner.runUrl,
      commands: true,
      stateSecret: settings.stateKey || (settings.models?.apiKey ?? null),
      occasion: occasionOf(request),
      claimed: (own) => {
        if (!own.canWrite) return;
        saveState("sha", own.sha);
        saveState("status-id", String(own.statusId));
      },
      deliver: (report, published) => writeResults(report, published, runner)
    },
    { forge, shipped, assets, hide, log: runnerLog, say: SAY },
    signal
  );
  return exitCodeOf(outcome, settings);
}
function occasionOf({ trigger, cause, command }) {
  const isFull = command?.extent === "full";
  return {
    widenBecause: [
      ...isFull ? ["everything was asked for by /review full"] : [],
      ...cause === "reopened" ? ["the pull request was reopened"] : [],
      ...cause === "base-changed" ? ["the base branch was changed"] : []
    ],
    reviewersAgain: command?.reviewers ?? [],
    fullWhenUnchanged: trigger !== "pull_request" && (command?.reviewers ?? null) === null,
    isAutomatic: trigger === "pull_request"
  };
}
async function mayCommand(request, forge, signal) {
  if (!mayTrigger(await forge.permissions.permissionOf(request.actor, signal))) {
    printNotice("The command was not obeyed: it takes write permission.");
    return false;
  }
  if (request.commentId !== void 0 && request.commentKind !== "review")
    await forge.reactions.react(request.commentId, "eyes", signal);
  return true;
}
function exitCodeOf({ report, published }, settings) {
  if (published.outcome === "superseded") return ACTION_EXIT.done;
  if (published.statusWritten && !settings.failStep) return ACTION_EXIT.done;
  const isEnded = published.statusWritten || published.outcome === "read-only";
  if (report.gate === "pass") return isEnded ? ACTION_EXIT.done : ACTION_EXIT.incomplete;
  return report.gate === "fail" ? ACTION_EXIT.failed : ACTION_EXIT.incomplete;
}

// src/entry/action/run-action.ts
async function runAction(assets) {
  try {
    const settings = readActionSettings();
    const runner = readRunnerFacts();
    const key = settings.models?.apiKey ?? "";
    for (const secret of [key, settings.stateKey]) if (secret !== "") setSecret(secret);
    const hide = makeSecretFilter([settings.token, key, settings.stateKey]);
    hideInLog(hide);
    return await handleEvent(settings, runner, hide, assets);
  } catch (thrown) {
    if (thrown instanceof ReviewError) {
      printError(`${thrown.message} ${thrown.remedy}`);
      return thrown.code === "bad-usage" || thrown.code === "bad-configuration" ? ACTION_EXIT.badInput : ACTION_EXIT.failed;
    }
    printError(
      `The review stopped on a fault of its own: ${thrown instanceof Error ? thrown.stack ?? thrown.message : messageOf(thrown)}`
    );
    return ACTION_EXIT.failed;
  }
}
async function handleEvent(settings, runner, hide, assets) {
  const shipped = await loadBuiltIns(assets);
  const payload = JSON.parse(await readFile(runner.eventPath, "utf8"));
  const names = shipped.builtIns.reviewers.map((reviewer) => reviewer.name);
  const request = readEvent(runner.eventName, payload, { reviewers: names });
  if (request.kind === "ignored") {
    printNotice(`Nothing to review: ${request.reason}.`);
    return ACTION_EXIT.done;
  }
  if (request.kind === "command") {
    printNotice(`The command "${commandName(request.command)}" is not available yet.`);
    return ACTION_EXIT.done;
  }
  const known = stateOfEvent(runner.eventName, payload);
  const forge = guardForge(openForge(settings, runner, request, known), hide);
  if (request.kind === "merge-group") {
    const situation = { kind: "merge-group", targetUrl: runner.runUrl };
    await publishSituation(forge.statuses, request.headSha, situation, new AbortController().signal);
    printNotice("The pull requests of this merge group were reviewed one by one.");
    return ACTION_EXIT.done;
  }
  saveState("repository", `${request.owner}/${request.repo}`);
  return reviewPullRequest(request, { forge, settings, runner, shipped, assets, hide });
}
function openForge(settings, runner, { owner, repo }, known) {
  const { apiUrl, serverUrl, graphqlUrl } = runner;
  return makeGitHub({
    token: settings.token,
    apiUrl,
    serverUrl,
    graphqlUrl,
    owner,
    repo,
    clock: systemClock,
    log: runnerLog,
    statusContext: settings.statusContext,
    writeSpacingMs: settings.writeSpacingMs,
    known
  });
}

// src/entry/action.ts
process.exitCode = 1;
process.exitCode = await runAction(new URL("./", import.meta.url));
