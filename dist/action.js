import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  makeSecretFilter,
  mapTexts,
  openModels
} from "./chunks/chunk-OFFDNPYB.js";
import {
  openGrammars
} from "./chunks/chunk-44CAJQMI.js";
import {
  loadBuiltIns
} from "./chunks/chunk-4PCK5C5Q.js";
import {
  renderSarif
} from "./chunks/chunk-ALAESQJR.js";
import {
  renderJson
} from "./chunks/chunk-Z4LSJD3U.js";
import {
  readConfiguration
} from "./chunks/chunk-RJTPYWGR.js";
import {
  ACTION_EXIT,
  claim,
  hideInLog,
  makeGitHub,
  ownComments,
  printError,
  printLine,
  printNotice,
  publishReport,
  publishSituation,
  readActionSettings,
  readRunnerFacts,
  readState,
  runnerLog,
  saveState,
  setOutput,
  setSecret,
  shouldYield,
  summary,
  upsertComment,
  withState
} from "./chunks/chunk-LOJ72PAS.js";
import "./chunks/chunk-K2XNTU3U.js";
import {
  systemClock
} from "./chunks/chunk-T5TJTLCH.js";
import "./chunks/chunk-6VDPABUJ.js";
import "./chunks/chunk-EL3RS52W.js";
import "./chunks/chunk-F64D7OP6.js";
import {
  COMMENT_MARKER,
  renderMarkdown
} from "./chunks/chunk-D7X3DEEJ.js";
import {
  codeSpan,
  escapeMarkdownCell
} from "./chunks/chunk-XTQV3QIS.js";
import {
  groupFindings
} from "./chunks/chunk-VS6TXII2.js";
import {
  certaintyOf,
  locationOf
} from "./chunks/chunk-NTTEV66X.js";
import {
  cutLine,
  flattenText
} from "./chunks/chunk-MITLGRRM.js";
import "./chunks/chunk-JVVFVFZF.js";
import {
  _enum,
  array,
  boolean,
  int,
  object,
  record,
  string,
  unknown
} from "./chunks/chunk-H5OZ7CLJ.js";
import "./chunks/chunk-QUARX45J.js";
import "./chunks/chunk-6Z3LFCW3.js";
import "./chunks/chunk-DJ7Q6BMO.js";
import {
  ForgeError,
  ReviewError,
  messageOf
} from "./chunks/chunk-7PSS6GJZ.js";
import "./chunks/chunk-NWYXKW2K.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/entry/action/run-action.ts
import { readFile } from "node:fs/promises";

// src/event/event-schemas.ts
var account = object({ login: string().min(1).max(100), id: int(), type: string() });
var repository = object({
  id: int().positive(),
  name: string().min(1),
  owner: object({ login: string().min(1) })
});
var pullNumber = int().positive();
var sha = string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
var pullRequestEvent = object({
  action: string(),
  number: pullNumber,
  pull_request: object({
    state: _enum(["open", "closed"]),
    draft: boolean().default(false),
    head: object({ sha, repo: object({ id: int() }).nullable() }),
    base: object({ repo: object({ id: int() }) })
  }),
  changes: object({ base: unknown().optional() }).optional(),
  repository,
  sender: account
});
var issueCommentEvent = object({
  action: string(),
  issue: object({
    number: pullNumber,
    state: _enum(["open", "closed"]),
    draft: boolean().nullish(),
    /** There only when the issue is a pull request. */
    pull_request: object({}).nullish()
  }),
  comment: object({ id: int().positive(), body: string(), user: account.nullable() }),
  repository,
  sender: account
});
var workflowDispatchEvent = object({
  inputs: record(string(), unknown()).nullish(),
  repository,
  sender: account
});
var mergeGroupEvent = object({
  action: string(),
  merge_group: object({ head_sha: sha }),
  repository
});

// src/event/parse-command.ts
var MOST_CHARACTERS = 2e4;
var MOST_LINE = 500;
function parseCommand(body, reviewers) {
  const line = firstOwnLine(body);
  if (line === null || line.length > MOST_LINE) return null;
  const [name, ...words] = line.trimEnd().split(/[ \t]+/);
  if (name !== "/review") return null;
  if (words.length === 0) return { kind: "review", extent: "changed", reviewers: null };
  if (words.length === 1 && words[0] === "full") return { kind: "review", extent: "full", reviewers: null };
  const unknown2 = words.find((word) => !reviewers.includes(word));
  if (unknown2 !== void 0) return { kind: "unknown", word: unknown2 };
  return { kind: "review", extent: "changed", reviewers: [...new Set(words)] };
}
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

// src/event/read-event.ts
var NUMBER_INPUTS = ["pr-number", "pull-request", "number"];
var REVIEWED_ACTIONS = ["opened", "synchronize", "reopened", "ready_for_review"];
function readEvent(name, payload, options) {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return readPullRequest(name, payload);
    case "issue_comment":
      return readComment(payload, options);
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
  if (!REVIEWED_ACTIONS.includes(action) && !isBaseChange)
    return ignored(`the action "${action.slice(0, 60)}" of ${name} changes nothing that is reviewed`);
  return {
    kind: "review",
    ...named(repository2),
    pullNumber: number,
    headSha: pull.head.sha,
    trigger: "pull_request",
    isFork: pull.head.repo === null || pull.head.repo.id !== pull.base.repo.id,
    draft: pull.draft,
    closed: pull.state === "closed",
    actor: sender.login
  };
}
function readComment(payload, { reviewers }) {
  const parsed = issueCommentEvent.safeParse(payload);
  if (!parsed.success) return unreadable("issue_comment");
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
  if (command.kind === "unknown")
    return { ...ignored("the word after /review is not known"), unknownCommand: command.word.slice(0, 60) };
  return {
    kind: "review",
    ...named(repository2),
    pullNumber: issue.number,
    headSha: null,
    trigger: "command",
    command,
    commentId: comment.id,
    isFork: null,
    draft: issue.draft ?? null,
    closed: issue.state === "closed",
    actor: comment.user.login
  };
}
function readDispatch(payload) {
  const parsed = workflowDispatchEvent.safeParse(payload);
  if (!parsed.success) return unreadable("workflow_dispatch");
  const { inputs, repository: repository2, sender } = parsed.data;
  const given = NUMBER_INPUTS.map((input) => inputs?.[input]).find(
    (value) => value !== void 0 && value !== ""
  );
  const text = typeof given === "number" || typeof given === "string" ? String(given) : "";
  if (!/^[1-9]\d{0,8}$/.test(text))
    return ignored(
      `the input "pr-number" is ${given === void 0 ? "missing" : `"${text.slice(0, 30)}"`}; give the number of the pull request`
    );
  return {
    kind: "review",
    ...named(repository2),
    pullNumber: Number(text),
    headSha: null,
    trigger: "dispatch",
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
var sha2 = string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
var wholePull = object({
  number: int().positive(),
  title: string(),
  body: string().nullable(),
  state: _enum(["open", "closed"]),
  draft: boolean(),
  locked: boolean(),
  head: object({ sha: sha2, ref: string(), repo: object({ id: int() }).nullable() }),
  base: object({ sha: sha2, ref: string(), repo: object({ id: int() }) }),
  user: object({ login: string() }).nullable(),
  labels: array(object({ name: string() })),
  changed_files: int().nonnegative(),
  html_url: string()
});
function stateOfEvent(name, payload) {
  if (name !== "pull_request" && name !== "pull_request_target") return null;
  const parsed = object({ pull_request: wholePull }).safeParse(payload);
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
    url: pull.html_url
  };
}

// src/entry/action/guard-forge.ts
function guardForge(forge, hide) {
  return {
    ...forge,
    comments: (pullNumber2) => {
      const comments = forge.comments(pullNumber2);
      return {
        ...comments,
        create: (body, authorId, signal) => comments.create(hide(body), authorId, signal),
        update: (id, body, signal) => comments.update(id, hide(body), signal)
      };
    },
    reviews: (pullNumber2) => {
      const reviews = forge.reviews(pullNumber2);
      return {
        create: (draft, authorId, signal) => {
          const written = draft.comments.map((comment) => ({ ...comment, body: hide(comment.body) }));
          return reviews.create({ ...draft, body: hide(draft.body), comments: written }, authorId, signal);
        }
      };
    },
    statuses: {
      ...forge.statuses,
      create: (sha3, status, signal) => forge.statuses.create(sha3, { ...status, description: hide(status.description) }, signal)
    }
  };
}

// src/event/may-trigger.ts
function mayTrigger(permission) {
  return permission === "write" || permission === "maintain" || permission === "admin";
}

// src/render/render-progress-comment.ts
var MOST_ROWS = 50;
function renderProgressComment(sha3, agents) {
  const rows = agents.slice(0, MOST_ROWS).map(
    ({ agent, state, task, progress, findings }) => `| ${escapeMarkdownCell(agent)} | ${state} | ${Math.round(progress)} % | ${escapeMarkdownCell(task)} | ${findings} |`
  );
  const left = agents.length - rows.length;
  return [
    COMMENT_MARKER,
    `**Review of ${codeSpan(sha3.slice(0, 7))} is running.** This comment becomes its report; findings so far are not checked yet.`,
    "",
    "| Reviewer | State | Done | Doing | Findings |",
    "|---|---|---:|---|---:|",
    ...rows,
    ...left > 0 ? ["", `and ${left} more`] : [],
    ""
  ].join("\n");
}

// src/publish/show-progress-comment.ts
var EVERY_MS = 1e4;
function showProgressComment(comments, claim2, { clock, log }, signal) {
  const agents = /* @__PURE__ */ new Map();
  let written = "";
  let underWay = Promise.resolve();
  let cancel = () => {
  };
  let isFinished = !claim2.canWrite;
  const write = async (authorId) => {
    const text = renderProgressComment(claim2.sha, [...agents.values()]);
    if (agents.size === 0 || text === written) return;
    const own = ownComments(await comments.list(signal), authorId);
    const known = own[0] === void 0 ? null : readState(own[0].body).state;
    const body = known === null ? text : withState(text, { ...known, report: "" });
    if (isFinished) return;
    await upsertComment(comments, own, body, authorId, signal);
    written = text;
  };
  const next = () => {
    if (isFinished || !claim2.canWrite) return;
    const { authorId } = claim2;
    cancel = clock.after(EVERY_MS, () => {
      underWay = write(authorId).catch((error) => {
        if (!(error instanceof ForgeError)) isFinished = true;
        log.debug("the progress could not be shown", { reason: messageOf(error) });
      }).then(next);
    });
  };
  next();
  return {
    agent: (status) => void agents.set(status.agent, status),
    finish: async () => {
      isFinished = true;
      cancel();
      await underWay;
    }
  };
}

// src/entry/action/skip-reason.ts
function skipReason(skip, state) {
  const label = skip.labels.find((name) => state.labels.includes(name));
  if (label !== void 0) return `the label "${label}"`;
  if (skip.authors.includes(state.author)) return `the author ${state.author}`;
  const title = skip.titles.find((text) => state.title.toLowerCase().includes(text.toLowerCase()));
  return title === void 0 ? null : `the title contains "${title}"`;
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
  const text = [finding.explanation, finding.failureScenario, finding.fix].filter((part) => part !== "");
  const isPlain = path !== void 0 && inert(path) === path;
  const where = path === void 0 || isPlain ? "" : `${locationOf(finding)}: `;
  const isOnLine = isPlain && finding.anchor === "line" && side !== "old" && startLine !== void 0;
  return {
    level,
    title: cutLine(inert(`${finding.severity}: ${finding.title}`), 200),
    message: cutLine(
      inert(`${where}${text.join(" ")} (${finding.reviewer}, ${certaintyOf(finding)}, ${finding.id})`),
      MOST_CHARACTERS2
    ),
    ...isPlain ? { path } : {},
    ...isOnLine ? { startLine, endLine: endLine ?? startLine } : {}
  };
}
function inert(text) {
  return flattenText(text.slice(0, MOST_CHARACTERS2 * 2)).replaceAll("##[", "# #[").replace(/^(\s*):(?=:)/, "$1: ");
}
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/entry/action/write-results.ts
async function writeResults(report, published, runner) {
  const folder = join(runner.temporaryFolder, "multi-agent-review");
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
async function reviewPullRequest(request, world) {
  const { forge, settings, runner } = world;
  const signal = AbortSignal.timeout((settings.deadlineSeconds + PUBLISH_SECONDS) * 1e3);
  if (request.trigger === "command" && !await mayCommand(request, forge, signal)) return ACTION_EXIT.done;
  const reader = forge.pullRequest(request.pullNumber, request.headSha);
  const state = await reader.state(signal);
  const reason = noReviewReason(state);
  if (reason !== null) {
    printNotice(reason);
    return ACTION_EXIT.done;
  }
  const sha3 = await reader.pinnedHead(signal);
  if (await shouldYield(forge.statuses, sha3, settings.yieldTo, signal)) {
    printNotice(`${settings.yieldTo} reviews this commit.`);
    return ACTION_EXIT.done;
  }
  const base = (await readConfiguration(reader, null, world.shipped.builtIns, signal)).settings;
  if (state.draft && !base.drafts) {
    await publishSituation(forge.statuses, sha3, { kind: "draft", targetUrl: runner.runUrl }, signal).catch(
      forgiveReadOnly
    );
    printNotice("A draft is reviewed when it is ready.");
    return ACTION_EXIT.done;
  }
  const own = await claim(forge.statuses, sha3, runner.runUrl, signal);
  if (own.canWrite) {
    saveState("sha", sha3);
    saveState("status-id", String(own.statusId));
  }
  try {
    const overrides = overridesOf(settings, base, state);
    const key = base.model === "off" ? "unset" : settings.key;
    const modelMissing = key === "empty" && !state.isFork ? KEY_IS_EMPTY : null;
    const tools = { clock: systemClock, log: runnerLog };
    const progress = showProgressComment(forge.comments(request.pullNumber), own, tools, signal);
    const order = { overrides, modelMissing, progress };
    const found = await runReview(reader, order, world, signal).finally(() => progress.finish());
    const report = mapTexts(found, world.hide);
    const published = await publish(report, { request, reader, state, own, key, world }, signal);
    await writeResults(report, published, runner);
    return exitCodeOf(report, published, settings);
  } catch (thrown) {
    if (own.canWrite) {
      const crashed = { kind: "crashed", targetUrl: runner.runUrl };
      await publishSituation(forge.statuses, sha3, crashed, signal).catch(
        (error) => printError(`The final status could not be written: ${messageOf(error)}`)
      );
    }
    throw thrown;
  }
}
var KEY_IS_EMPTY = "the input anthropic-api-key is given but empty: is the secret set, and may this event read it?";
async function mayCommand(request, forge, signal) {
  if (!mayTrigger(await forge.permissions.permissionOf(request.actor, signal))) {
    printNotice("The command was not obeyed: it takes write permission.");
    return false;
  }
  if (request.commentId !== void 0) await forge.reactions.react(request.commentId, "eyes", signal);
  return true;
}
function noReviewReason(state) {
  if (state.state === "closed") return "The pull request is closed.";
  return null;
}
function overridesOf(settings, base, state) {
  const skipped = skipReason(base.skip, state);
  if (skipped !== null) printLine(`skipped by configuration: ${skipped}`);
  return {
    ...settings.overrides,
    budgets: { ...base.budgets, runSeconds: Math.min(settings.deadlineSeconds, base.budgets.runSeconds) },
    ...skipped === null ? {} : { skip: { ...base.skip, paths: ["**"] } }
  };
}
async function runReview(reader, {
  progress,
  ...order
}, { settings: { models }, shipped, assets }, signal) {
  const { review } = await import("./chunks/review-Q4GY7VRC.js");
  const grammars = openGrammars(assets);
  try {
    const { builtIns, patterns } = shipped;
    const tool = { name: "multi-agent-review", version: "0.1.0" };
    const ports = {
      source: reader,
      grammars,
      progress,
      clock: systemClock,
      log: runnerLog,
      openModels: models === null ? null : () => openModels(models)
    };
    return await review({ ...order, tool, builtIns, patterns, config: null }, ports, signal);
  } finally {
    await grammars.close();
  }
}
async function publish(report, { request, reader, state, own, key, world: { forge } }, signal) {
  const { files } = await reader.changes(signal);
  const currentHead = await reader.refresh(signal).then(
    (now) => now.headSha,
    (error) => {
      printLine(`warning: the head could not be read again: ${messageOf(error)}`);
      return null;
    }
  );
  const ports = {
    comments: forge.comments(request.pullNumber),
    reviews: forge.reviews(request.pullNumber),
    statuses: forge.statuses
  };
  const sha3 = own.sha;
  const options = {
    claim: own,
    files,
    currentHead,
    key,
    isFork: state.isFork,
    blobUrl: (path, line, endLine) => forge.blobUrl(sha3, path, line, endLine),
    commands: true
  };
  return publishReport(report, ports, options, signal);
}
function exitCodeOf(report, published, settings) {
  if (published.outcome === "superseded") return ACTION_EXIT.done;
  if (published.statusWritten && !settings.failStep) return ACTION_EXIT.done;
  const isEnded = published.statusWritten || published.outcome === "read-only";
  if (report.gate === "pass") return isEnded ? ACTION_EXIT.done : ACTION_EXIT.incomplete;
  return report.gate === "fail" ? ACTION_EXIT.failed : ACTION_EXIT.incomplete;
}
function forgiveReadOnly(error) {
  if (!(error instanceof ForgeError) || error.status !== 403) throw error;
}

// src/entry/action/run-action.ts
async function runAction(assets) {
  try {
    const settings = readActionSettings();
    const runner = readRunnerFacts();
    const key = settings.models?.apiKey ?? "";
    if (key !== "") setSecret(key);
    const hide = makeSecretFilter([settings.token, key]);
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
