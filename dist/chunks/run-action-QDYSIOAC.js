import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  AUTOMATIC,
  COMMAND_TABLE,
  admitPullRequest,
  commandName,
  firstOwnLine,
  lineDigest,
  mayTrigger,
  parseCommand,
  recallOrders,
  reviewAndPublish,
  stateKeyOf
} from "./chunk-V7RZS2AI.js";
import "./chunk-SRSAAAEE.js";
import {
  loadBuiltIns
} from "./chunk-WLDQ3PFU.js";
import "./chunk-XAPNU37K.js";
import {
  readGivenFiles
} from "./chunk-2USHSXG6.js";
import {
  readConfiguration
} from "./chunk-3P6PK5CD.js";
import "./chunk-7WI5XF3W.js";
import "./chunk-6SXCBPIP.js";
import "./chunk-JXOFIYMO.js";
import "./chunk-FXIRLTF6.js";
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
} from "./chunk-67PVXHER.js";
import {
  ASKED,
  guardForge,
  makeGitHub,
  ownComments,
  publishSituation,
  readComment,
  shouldYield,
  upsertComment,
  withOrders
} from "./chunk-4E64EMOQ.js";
import "./chunk-K2XNTU3U.js";
import "./chunk-V7D6OPFQ.js";
import "./chunk-S74DG6D5.js";
import {
  systemClock
} from "./chunk-T5TJTLCH.js";
import "./chunk-3YK4MRSZ.js";
import "./chunk-SERL3FRN.js";
import "./chunk-EL3RS52W.js";
import "./chunk-6DFPGIZ6.js";
import "./chunk-I4OGI3IL.js";
import {
  makeSecretFilter
} from "./chunk-K3PMVC4S.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-F64D7OP6.js";
import {
  COMMENT_MARKER,
  renderMarkdown
} from "./chunk-O55GCNFZ.js";
import {
  groupFindings
} from "./chunk-WE4H6DUI.js";
import {
  certaintyOf,
  codeFence,
  codeSpan,
  escapeMarkdown,
  escapeMarkdownLine,
  locationOf,
  markdownLink
} from "./chunk-FGVUCWIV.js";
import {
  cutLine,
  cutPath,
  cutText,
  flattenText,
  formatCount
} from "./chunk-MITLGRRM.js";
import "./chunk-5QZR7NEG.js";
import {
  LONGEST_PATH,
  LONGEST_REASON,
  LONGEST_RULE_ID
} from "./chunk-ZKMO4PZO.js";
import "./chunk-MGYMYPZR.js";
import {
  ForgeError,
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";

// src/entry/action/run-action.ts
import { readFile } from "node:fs/promises";

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
    comment: object({
      id: integer(1),
      body: text,
      user: orNull(account),
      html_url: orMissing(text),
      created_at: orMissing(text)
    }),
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
      return readComment2(name, payload, { commentKind: "conversation", inReplyTo: null }, options);
    case "pull_request_review_comment": {
      const { asIssueComment, inReplyTo } = readReviewComment(payload);
      return readComment2(name, asIssueComment, { commentKind: "review", inReplyTo }, options);
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
function readComment2(name, payload, place, { reviewers }) {
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
    line: firstOwnLine(comment.body) ?? "",
    commentUrl: comment.html_url ?? "",
    createdAt: comment.created_at ?? "",
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

// src/entry/pull-request/commands/command-event.ts
function commandEventOf(request) {
  const { pullNumber: pullNumber2, actor, closed } = request;
  if (request.kind === "command") return { ...request, pullNumber: pullNumber2, actor, closed: request.closed };
  const { command, commentId, commentKind, inReplyTo = null, line, commentUrl, createdAt } = request;
  if (command === void 0 || commentId === void 0 || commentKind === void 0) return null;
  if (line === void 0 || commentUrl === void 0 || createdAt === void 0) return null;
  const place = { commentId, commentKind, inReplyTo, line, commentUrl, createdAt };
  return { ...place, pullNumber: pullNumber2, actor, closed: closed === true, command };
}

// src/event/command-limits.ts
var DAY_MS = 864e5;
function obeyedWithinDay(obeyed, now) {
  return obeyed.filter(({ at }) => at > now - DAY_MS && at <= now);
}
function refuseCommand({ asksForReview, commentId, obeyed, now }, { cooldownSeconds, perDay }) {
  const others = obeyedWithinDay(obeyed, now).filter((one) => one.commentId !== commentId);
  if (others.length >= perDay) {
    return {
      reason: `${others.length} commands were obeyed on this pull request within a day, and \`commands.per-day\` allows ${perDay}.`,
      once: `daily cap ${new Date(now).toISOString().slice(0, 10)}`
    };
  }
  const last = Math.max(0, ...others.map(({ at }) => at));
  const seconds = Math.ceil((last + cooldownSeconds * 1e3 - now) / 1e3);
  if (!asksForReview || seconds <= 0) return null;
  return {
    reason: `A review was asked for less than ${cooldownSeconds} seconds ago (\`commands.cooldown-seconds\`). Ask again in ${seconds} seconds.`,
    once: `cool-down ${last}`
  };
}

// src/render/dismissal-lines.ts
var PLAIN = /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/;
var KNOWN = /^(?:f1:[0-9a-f]{24}|\d{4}-\d{2}-\d{2})$/;
var WORDS = /* @__PURE__ */ new Set(["true", "false", "null", "yes", "no", "on", "off", "y", "n"]);
var UNSEEN = new RegExp("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800]|(?! )\\p{Zs}|<(?=!--)", "gu");
function dismissalLines(finding, reason, by, until) {
  const { fingerprint, ruleId, path } = finding;
  const entries = [
    ["fingerprint", fingerprint],
    ["scope", "finding"],
    // For the reader; the fingerprint is what counts.
    ["rule", ruleId.length > LONGEST_RULE_ID ? void 0 : ruleId],
    ["path", (path ?? "").length > LONGEST_PATH ? void 0 : path],
    ["reason", cutLine(reason, LONGEST_REASON)],
    ["by", by],
    ["until", until]
  ];
  const lines = entries.flatMap(
    ([key, value]) => value === void 0 ? [] : [`${key}: ${scalar(value)}
`]
  );
  return lines.map((line, index) => `${index === 0 ? "- " : "  "}${line}`).join("");
}
function scalar(text2) {
  if (KNOWN.test(text2) || PLAIN.test(text2) && !WORDS.has(text2.toLowerCase())) return text2;
  return JSON.stringify(text2).replace(UNSEEN, escapeCharacter);
}
function escapeCharacter(character) {
  const code = character.codePointAt(0) ?? 0;
  return code > 65535 ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

// src/render/answers/finding-lines.ts
var MOST_NAMED = 5;
function idOf({ fingerprint }) {
  return fingerprint.slice(3, 11);
}
function placeOf({ path, line }) {
  if (path === void 0) return "the pull request itself";
  return codeSpan(`${cutPath(path, 120)}${line === void 0 ? "" : `:${line}`}`);
}
function rememberedLine(finding) {
  const { severity, title, state } = finding;
  return `- ${codeSpan(idOf(finding))} ${severity} \xB7 ${escapeMarkdownLine(cutLine(title, 90))} \xB7 ${placeOf(finding)}${state === "open" ? "" : ` (${state})`}`;
}
function unknownFinding(id, known) {
  if (known.length === 0)
    return `There is no finding ${codeSpan(id)}: the last review left none, or there was none yet. ${codeSpan("/review")} reviews the pull request.`;
  const nearest = [...known].map((finding) => ({ finding, common: commonLength(id, finding.fingerprint.slice(3)) })).sort((left, right) => right.common - left.common || rankOf(left.finding) - rankOf(right.finding)).slice(0, MOST_NAMED).map(({ finding }) => rememberedLine(finding));
  return `There is no single finding ${codeSpan(id)}. The nearest are:

${nearest.join("\n")}`;
}
function commonLength(left, right) {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}
function rankOf({ state }) {
  return state === "open" ? 0 : 1;
}

// src/render/answers/order-answers.ts
function dismissedAnswer(finding, reason, by) {
  const lines = dismissalLines(finding, reason, by).trimEnd().split("\n");
  return [
    `Dismissed in this pull request until its code changes: ${codeSpan(idOf(finding))} ${escapeMarkdownLine(cutLine(finding.title, 90))}.`,
    `To make it last, add these lines to ${codeSpan(".github/multi-agent-review/dismissals.yml")} on the base branch:`,
    codeFence(lines, "text")
  ].join("\n\n");
}
function overriddenAnswer(head, reason, by) {
  return `${escapeMarkdownLine(by)} lets ${codeSpan(head.slice(0, 7))} pass: ${escapeMarkdownLine(cutLine(reason, LONGEST_REASON))} \xB7 This holds for that commit and no other: the next push is judged anew.`;
}
function unseenHeadAnswer(head) {
  return `${codeSpan(head.slice(0, 7))} was not overridden: no review of it had begun when you wrote that, so you may have meant an older commit. Look at what the review says of it, then write it again.`;
}
function pausedAnswer() {
  return `Automatic reviews of this pull request are paused: pushes get the status "paused" and no review. Commands still work, and ${codeSpan("/review resume")} starts them again.`;
}
var NOTHING_TO_DO = {
  resume: "Automatic reviews of this pull request are not paused.",
  abort: "No review is running on the newest commit."
};
function closedAnswer() {
  return `This pull request is closed. ${["status", "explain <id>", "help"].map((word) => codeSpan(`/review ${word}`)).join(", ")} still answer; everything else waits until it is open again.`;
}
function notDismissedAnswer(finding) {
  return finding.state === "dismissed" ? `${codeSpan(idOf(finding))} was not dismissed by a command: take its entry out of ${codeSpan(".github/multi-agent-review/dismissals.yml")}, or take back the reaction or resolution beside its line.` : `${codeSpan(idOf(finding))} is not dismissed: it is ${finding.state}.`;
}
function alreadyFixedAnswer(finding) {
  return `${codeSpan(idOf(finding))} is fixed by ${codeSpan((finding.fixedBy ?? "").slice(0, 7))}: there is nothing to dismiss.`;
}

// src/event/command-help.ts
function commandTable() {
  const rows = COMMAND_TABLE.map(({ usage, meaning }) => `| ${codeSpan(usage)} | ${meaning} |`);
  return ["| Command | What it does |", "|---|---|", ...rows].join("\n");
}
function helpText(reviewers) {
  const names = reviewers.map(codeSpan).join(", ");
  const parts = [
    commandTable(),
    ...names === "" ? [] : [`Reviewers: ${names}.`],
    "One command per comment, on its first line, in lower case, by people with write permission."
  ];
  return parts.join("\n\n");
}
function answerUnknown(command) {
  const { word, nearest, problem } = command;
  const said = `${codeSpan(`/review ${word}`)} ${escapeMarkdownLine(problem)}`;
  return nearest === null ? `${said}; ${codeSpan("/review help")} lists all commands.` : `${said}; the nearest command is ${codeSpan(usageOf(nearest))}.`;
}
function answerNotYet({ option }) {
  return `${codeSpan(`/review ${option}`)} is not available yet; ${codeSpan("/review help")} lists what is.`;
}
function usageOf(word) {
  return COMMAND_TABLE.find((row) => row.word === word)?.usage ?? `/review ${word}`;
}

// src/render/answers/status-answer.ts
function statusAnswer(standing) {
  const { head, status, reviewedHead, pausedBy, override: override2, dismissals, commentUrl, notes } = standing;
  const commit = codeSpan(head.slice(0, 7));
  const lines = [
    status === null ? `No review of ${commit} has begun.` : `${commit}: **${status.state}** since ${codeSpan(cutLine(status.createdAt, 30))}: ${linked(status)}`,
    reviewedLine(standing),
    ...reviewedHead === null ? [] : [findingsLine(standing)],
    ...pausedBy === null ? [] : [
      `Automatic reviews are paused by ${escapeMarkdownLine(pausedBy)}; ${codeSpan("/review resume")} starts them again.`
    ],
    ...override2 === null ? [] : [overrideLine(override2)],
    ...dismissals === 0 ? [] : [`${formatCount(dismissals, "dismissal")} by commands of this pull request.`],
    ...commentUrl === null ? [] : [markdownLink("The review comment", commentUrl)],
    ...notes.map((note) => escapeMarkdownLine(note))
  ];
  return lines.map((line) => `- ${line}`).join("\n");
}
function linked({ description, targetUrl }) {
  return markdownLink(escapeMarkdownLine(cutLine(description, 200)), targetUrl);
}
function reviewedLine({ head, reviewedHead }) {
  if (reviewedHead === null) return "No review of this pull request has ended yet, or what it left is gone.";
  return reviewedHead === head ? "This commit was reviewed to its end." : `The last commit that was reviewed to its end is ${codeSpan(reviewedHead.slice(0, 7))}.`;
}
function findingsLine({ findings }) {
  const count = (state) => findings.filter((one) => one.state === state).length;
  return `Findings: ${count("open")} open, ${count("fixed")} fixed, ${count("dismissed")} dismissed.`;
}
function overrideLine({ by, reason, head }) {
  return `Overridden by ${escapeMarkdownLine(by)} for ${codeSpan(head.slice(0, 7))}, and no other commit: ${escapeMarkdownLine(reason)}`;
}

// src/render/answers/explain-answer.ts
var MOST_TEXT = 4e3;
var MOST_REFERENCES = 8;
function explainAnswer({ finding, carried, rule, dismissal }) {
  const { reviewer, ruleId, severity, origin } = finding;
  const title = escapeMarkdownLine(cutLine(finding.title, 120));
  const head = `**${title}** \u2014 ${placeOf(finding)} \xB7 ${codeSpan(idOf(finding))}`;
  const by = origin === "model" ? "a model" : `rule ${codeSpan(cutLine(ruleId, 100))}`;
  const facts = `${severity} \xB7 reviewer ${codeSpan(cutLine(reviewer, 60))} \xB7 found by ${by} \xB7 ${stateOf(finding, dismissal)}`;
  const parts = [
    head,
    facts,
    ...carried === null ? [] : textsOf(carried),
    ...rule === null ? [] : ruleTexts(rule),
    ...carried === null && rule === null ? ["The review comment holds its explanation and its proof; this check has no text of its own."] : []
  ];
  return parts.join("\n\n");
}
function stateOf({ state, fixedBy }, dismissal) {
  if (state === "fixed") return `fixed by ${codeSpan((fixedBy ?? "").slice(0, 7))}`;
  if (dismissal !== null) {
    const { by, reason, source } = dismissal;
    const who = markdownLink(escapeMarkdownLine(cutLine(by, 60)), source);
    return `dismissed by ${who}: ${escapeMarkdownLine(reason)}`;
  }
  return state;
}
function textsOf({ explanation, failureScenario, fix }) {
  return [
    foreign(explanation),
    `**What goes wrong:** ${foreign(failureScenario)}`,
    `**What to do:** ${foreign(fix)}`
  ];
}
function ruleTexts({ message, why, failureScenario, fix, references, cwe }) {
  const links = references.slice(0, MOST_REFERENCES).map((reference) => `- ${markdownLink(escapeMarkdownLine(cutLine(reference, 200)), reference)}`);
  return [
    foreign(`${message} ${why}`),
    `**What goes wrong:** ${foreign(failureScenario)}`,
    `**What to do:** ${foreign(fix)}`,
    ...cwe === void 0 ? [] : [`Weakness: ${codeSpan(cwe)}`],
    ...links.length === 0 ? [] : [`See also

${links.join("\n")}`]
  ];
}
function foreign(text2) {
  return escapeMarkdown(cutText(text2, MOST_TEXT));
}

// src/entry/pull-request/commands/explain-remembered.ts
function explainRemembered(finding, memory, { rules, dismissals: configured }, dismissals) {
  const { ruleId, title, path, fingerprint } = finding;
  const carried = memory?.carried.find(
    (one) => one.ruleId === ruleId && one.title === title && one.path === path
  );
  return explainAnswer({
    finding,
    carried: carried ?? null,
    rule: rules.find((rule) => rule.id === ruleId) ?? null,
    dismissal: [...dismissals, ...configured].find((one) => one.fingerprint === fingerprint) ?? null
  });
}

// src/entry/pull-request/commands/find-remembered.ts
function findRemembered(memory, id) {
  const matching = (memory?.findings ?? []).filter(({ fingerprint }) => fingerprint.startsWith(`f1:${id}`));
  const [first = null] = matching;
  return matching.length === 1 ? first : null;
}

// src/entry/pull-request/commands/answer-question.ts
async function answerQuestion(heard, signal) {
  const { event, configuration } = heard;
  const { command } = event;
  switch (command.kind) {
    case "help":
      return helpText(configuration.reviewers.map(({ name }) => name));
    case "unknown":
      return answerUnknown(command);
    case "not-yet":
      return answerNotYet(command);
    case "status":
      return answerStatus(heard, signal);
    case "explain":
      return explain(heard, command.id, signal);
    default:
      return null;
  }
}
async function ordersOf({ read, conversation, world, reader }, signal) {
  const { permissions } = world.forge;
  const head = await reader.pinnedHead(signal);
  return recallOrders(read.state?.orders ?? [], { conversation, said: null, permissions, head }, signal);
}
async function answerStatus(heard, signal) {
  const { reader, read, sticky, world } = heard;
  const head = await reader.pinnedHead(signal);
  const { dismissals, ...orders } = await ordersOf(heard, signal);
  return statusAnswer({
    head,
    status: await world.forge.statuses.newest(head, signal),
    reviewedHead: read.state?.memory?.head ?? (read.state?.head || null),
    findings: read.state?.memory?.findings ?? [],
    ...orders,
    dismissals: dismissals.length,
    commentUrl: sticky?.url ?? null
  });
}
async function explain(heard, id, signal) {
  const { read, configuration } = heard;
  const memory = read.state?.memory ?? null;
  const finding = findRemembered(memory, id);
  if (finding === null) return unknownFinding(id, memory?.findings ?? []);
  const { dismissals } = finding.state === "dismissed" ? await ordersOf(heard, signal) : { dismissals: [] };
  return explainRemembered(finding, memory, configuration, dismissals);
}

// src/entry/pull-request/commands/record-orders.ts
function placeOfOrder({ commentId, commentKind, line }) {
  return { commentId, commentKind, line: lineDigest(line) };
}
async function recordOrders({ event, world, ownId, stateKey }, { change, obeyed, placeholder }, signal) {
  if (ownId === null) return null;
  const comments = world.forge.comments(event.pullNumber);
  const own = ownComments(await comments.list(signal), ownId);
  const read = readComment(own[0]?.body ?? `${COMMENT_MARKER}
${placeholder}`, stateKey);
  const orders = change(read.state?.orders ?? []);
  const before = (read.state?.obeyed ?? []).filter(({ commentId }) => commentId !== obeyed?.commentId);
  const times = obeyed === null ? before : [...before, obeyed];
  await upsertComment(comments, own, withOrders(read, orders, times, stateKey), ownId, signal);
  return { orders, commentKind: event.commentKind, said: saidBy(event) };
}
function saidBy({ commentId, actor, line, commentUrl, createdAt }) {
  return {
    id: commentId,
    authorId: null,
    author: actor,
    body: line,
    url: commentUrl,
    createdAt,
    edited: false
  };
}

// src/entry/pull-request/commands/give-order.ts
var ON_ITS_WAY = "A review of this pull request is on its way.";
async function giveOrder(heard, command, obeyed, signal) {
  switch (command.kind) {
    case "pause":
      return pause(heard, signal);
    case "abort":
      return abort(heard, signal);
    case "resume":
      return resume(heard, obeyed, signal);
    case "override":
      return override(heard, command.reason, obeyed, signal);
    case "dismiss":
      return dismiss(heard, command, obeyed, signal);
    case "undismiss":
      return undismiss(heard, command.id, obeyed, signal);
  }
}
async function pause(heard, signal) {
  const { event, world, reader } = heard;
  const pausing = { ...placeOfOrder(event), kind: "pause" };
  await recordOrders(
    heard,
    {
      change: (orders) => [...orders.filter(({ kind }) => kind !== "pause"), pausing],
      obeyed: null,
      placeholder: `Automatic reviews are paused by ${escapeMarkdownLine(event.actor)}.`
    },
    signal
  );
  const situation = { kind: "paused", by: event.actor, targetUrl: world.targetUrl };
  await publishSituation(world.forge.statuses, await reader.pinnedHead(signal), situation, signal);
  await heard.answer(pausedAnswer());
  return null;
}
async function abort(heard, signal) {
  const { event, world, reader } = heard;
  const head = await reader.pinnedHead(signal);
  const newest = await world.forge.statuses.newest(head, signal);
  if (newest?.state !== "pending" || !newest.description.startsWith("reviewing")) {
    await heard.answer(NOTHING_TO_DO.abort);
    return null;
  }
  const situation = { kind: "aborted", by: event.actor, targetUrl: world.targetUrl };
  await publishSituation(world.forge.statuses, head, situation, signal);
  return null;
}
async function resume(heard, obeyed, signal) {
  if (heard.read.state?.orders.some(({ kind }) => kind === "pause") !== true) {
    await heard.answer(NOTHING_TO_DO.resume);
    return null;
  }
  const change = (orders) => orders.filter(({ kind }) => kind !== "pause");
  return recordOrders(heard, { change, obeyed, placeholder: ON_ITS_WAY }, signal);
}
async function override(heard, reason, obeyed, signal) {
  const { event, world, reader, ownId } = heard;
  const head = await reader.pinnedHead(signal);
  const written = Date.parse(event.createdAt);
  const seen = (await world.forge.statuses.recent(head, signal)).some(
    ({ creatorId, createdAt }) => creatorId === ownId && Date.parse(createdAt) <= written
  );
  if (!seen) {
    await heard.answer(unseenHeadAnswer(head));
    return null;
  }
  const given = { ...placeOfOrder(event), kind: "override", head };
  const change = (orders) => [...orders.filter(({ kind }) => kind !== "override"), given];
  const recorded = await recordOrders(heard, { change, obeyed, placeholder: ON_ITS_WAY }, signal);
  await heard.answer(overriddenAnswer(head, reason, event.actor));
  return recorded;
}
async function dismiss(heard, { id, reason }, obeyed, signal) {
  const { event, read } = heard;
  const memory = read.state?.memory ?? null;
  const finding = findRemembered(memory, id);
  if (finding === null || finding.state === "fixed") {
    const known = memory?.findings ?? [];
    await heard.answer(finding === null ? unknownFinding(id, known) : alreadyFixedAnswer(finding));
    return null;
  }
  const { fingerprint } = finding;
  const given = { ...placeOfOrder(event), kind: "dismiss", fingerprint };
  const change = (orders) => [...withoutDismissal(orders, fingerprint), given];
  const recorded = await recordOrders(heard, { change, obeyed, placeholder: ON_ITS_WAY }, signal);
  await heard.answer(dismissedAnswer(finding, reason, event.actor));
  return recorded;
}
async function undismiss(heard, id, obeyed, signal) {
  const { state } = heard.read;
  const finding = findRemembered(state?.memory ?? null, id);
  if (finding === null) {
    await heard.answer(unknownFinding(id, state?.memory?.findings ?? []));
    return null;
  }
  const { fingerprint } = finding;
  const change = (orders) => withoutDismissal(orders, fingerprint);
  if (state === null || change(state.orders).length === state.orders.length) {
    await heard.answer(notDismissedAnswer(finding));
    return null;
  }
  return recordOrders(heard, { change, obeyed, placeholder: ON_ITS_WAY }, signal);
}
function withoutDismissal(orders, fingerprint) {
  return orders.filter((order) => order.kind !== "dismiss" || order.fingerprint !== fingerprint);
}

// src/publish/answer-command.ts
var MOST_CHARACTERS = 6e4;
var START = "<!-- multi-agent-review answer ";
async function answerCommand(comments, { commentId, text: text2, once }, listed, authorId, signal) {
  const first = `${START}${commentId} -->`;
  const second = once === void 0 ? null : `<!-- ${once} -->`;
  const isSaid = (one) => {
    const [marker = "", next = ""] = one.body.split(/\r?\n/, 2);
    if (one.authorId !== authorId || !marker.startsWith(START)) return false;
    return marker === first || second !== null && next === second;
  };
  if (listed.some(isSaid)) return "said before";
  const head = second === null ? first : `${first}
${second}`;
  const created = await comments.create(`${head}
${cutText(text2, MOST_CHARACTERS)}
`, authorId, signal);
  const earlier = (await comments.list(signal)).some((one) => isSaid(one) && one.id < created.id);
  if (!earlier) return "answered";
  await comments.remove?.(created.id, signal);
  return "said before";
}

// src/entry/pull-request/commands/hear-command.ts
var MAY_NOT_WRITE = "The command could not be answered: the token may not write here. On pull requests from forks GitHub gives no more to events beside a line; write the command in the conversation.";
var UNREADABLE = { text: "", state: null, isSigned: false };
async function hearCommand(event, world, signal) {
  const { forge } = world;
  const name = commandName(event.command);
  if (!mayTrigger(await forge.permissions.permissionOf(event.actor, signal)))
    return `The command "${name}" was not obeyed: it takes write permission.`;
  const reader = forge.pullRequest(event.pullNumber, null);
  const head = await reader.pinnedHead(signal);
  if (await shouldYield(forge.statuses, head, world.yieldTo, signal))
    return `The command "${name}" is left to ${world.yieldTo}.`;
  const configuration = await readConfiguration(reader, null, world.shipped.builtIns, signal);
  if (!configuration.settings.commands.enabled)
    return `The command "${name}" was not obeyed: commands.enabled is false in the base configuration.`;
  const reacted = await forge.reactions.react(event, "eyes", signal);
  const conversation = await reader.conversation(signal);
  const ownId = reacted ?? conversation.newestStatus?.creatorId ?? null;
  const stateKey = await stateKeyOf(reader, world.stateSecret, signal);
  const [sticky = null] = ownId === null ? [] : ownComments(conversation.comments, ownId);
  return {
    event: { ...event, command: readAgain(event, configuration) },
    world,
    reader,
    configuration,
    conversation,
    ownId,
    stateKey,
    sticky,
    read: sticky === null ? UNREADABLE : readComment(sticky.body, stateKey),
    answer: (text2, once) => answer(event, { world, conversation, ownId, text: text2, once }, signal)
  };
}
function readAgain({ command, line }, { reviewers }) {
  if (command.kind !== "unknown") return command;
  return parseCommand(
    line,
    reviewers.map(({ name }) => name)
  ) ?? command;
}
async function answer({ pullNumber: pullNumber2, commentId, commentKind, inReplyTo }, { world: { forge, say }, conversation, ownId, text: text2, once }, signal) {
  if (ownId === null) {
    say.line(MAY_NOT_WRITE);
    return;
  }
  const isBeside = commentKind === "review";
  const comments = isBeside ? forge.replies(pullNumber2, inReplyTo ?? commentId) : forge.comments(pullNumber2);
  const listed = isBeside ? await comments.list(signal) : conversation.comments;
  await answerCommand(
    comments,
    { commentId, text: text2, ...once === void 0 ? {} : { once } },
    listed,
    ownId,
    signal
  );
}

// src/entry/pull-request/commands/obey-command.ts
async function obeyCommand(event, world, signal) {
  const heard = await hearCommand(event, world, signal);
  if (typeof heard === "string") {
    world.say.line(heard);
    return null;
  }
  try {
    return await carryOut(heard, signal);
  } catch (error) {
    if (!(error instanceof ForgeError) || error.status !== 403) throw error;
    world.say.line(`${MAY_NOT_WRITE} ${error.message}`);
    return null;
  }
}
async function carryOut(heard, signal) {
  const { command, closed } = heard.event;
  heard.world.say.line(`The command "${commandName(command)}" is obeyed.`);
  const answer2 = await answerQuestion(heard, signal);
  if (answer2 !== null) {
    await heard.answer(answer2);
    return null;
  }
  if (closed) {
    await heard.answer(closedAnswer());
    return null;
  }
  return startRun(heard, command, signal);
}
async function startRun(heard, command, signal) {
  const { event, reader, configuration, ownId } = heard;
  const now = systemClock.now();
  const obeyed = { commentId: event.commentId, at: now };
  const isReview = command.kind === "review";
  if (!isReview && ownId === null) {
    await heard.answer("");
    return null;
  }
  const refusal = isFree(command) ? null : await refusalOf(heard, configuration.settings, now, signal);
  if (refusal !== null) {
    await heard.answer(refusal.reason, refusal.once);
    return null;
  }
  const asked = { reader, askedBy: event.actor, obeyed, answer: sayPlainly(heard) };
  if (isReview) return { ...asked, command, recorded: null };
  const recorded = isOrder(command) ? await giveOrder(heard, command, obeyed, signal) : null;
  return recorded === null ? null : { ...asked, command: null, recorded };
}
function sayPlainly(heard) {
  return (text2) => heard.answer(escapeMarkdownLine(text2));
}
function isFree({ kind }) {
  return kind === "abort" || kind === "pause";
}
function isOrder(command) {
  return ["pause", "resume", "abort", "dismiss", "undismiss", "override"].includes(command.kind);
}
async function refusalOf(heard, settings, now, signal) {
  const { event, read, reader, conversation, ownId, world } = heard;
  const { newestStatus } = conversation;
  const statuses = read.state === null ? await world.forge.statuses.recent(await reader.pinnedHead(signal), signal) : newestStatus === null ? [] : [newestStatus];
  const isAsked = ({ creatorId, state, description, targetUrl }) => creatorId === ownId && state === "pending" && description.startsWith(ASKED) && (targetUrl === null || pageOf(targetUrl) !== pageOf(world.targetUrl ?? ""));
  const ofStatuses = statuses.filter(isAsked).map(({ createdAt }) => ({ commentId: 0, at: Date.parse(createdAt) }));
  const obeyed = [...read.state?.obeyed ?? [], ...ofStatuses];
  const rate = { commentId: event.commentId, obeyed: obeyedWithinDay(obeyed, now), now };
  return refuseCommand({ ...rate, asksForReview: event.command.kind === "review" }, settings.commands);
}
function pageOf(targetUrl) {
  return targetUrl.split("?", 1)[0] ?? "";
}

// src/entry/pull-request/conduct-review.ts
var PUBLISH_SECONDS = 120;
async function conductReview(request, terms, world, stop = null) {
  const { forge, shipped } = world;
  const { deadlineSeconds, yieldTo, targetUrl, stateSecret } = terms;
  const time = AbortSignal.timeout((deadlineSeconds + PUBLISH_SECONDS) * 1e3);
  const signal = stop === null ? time : AbortSignal.any([time, stop]);
  const event = commandEventOf(request);
  const heard = { ...world, say: terms.sayCommand, yieldTo, targetUrl, stateSecret };
  const asked = event === null ? null : await obeyCommand(event, heard, signal);
  if (event !== null && asked === null) return { kind: "answered" };
  const reader = asked?.reader ?? forge.pullRequest(request.pullNumber, request.kind === "review" ? request.headSha : null);
  const where = { statuses: forge.statuses, builtIns: shipped.builtIns, config: null };
  const admission = await admitPullRequest(reader, { ...where, yieldTo, targetUrl, log: world.log }, signal);
  if (!admission.admitted) {
    await asked?.answer(admission.reason);
    return { kind: "refused", reason: admission.reason };
  }
  const { base } = admission;
  const pull = await reader.state(signal);
  return reviewAndPublish(
    {
      reader,
      base,
      order: {
        overrides: terms.overrides,
        runSeconds: Math.min(deadlineSeconds, base.budgets.runSeconds),
        ...await modelsOf(base, pull, terms),
        config: null,
        given: await terms.given()
      },
      key: base.model === "off" ? "unset" : terms.key,
      targetUrl,
      commands: true,
      stateSecret,
      occasion: occasionOf(request),
      resolveThreads: terms.resolveThreads,
      recorded: asked?.recorded ?? null,
      obeyed: asked?.obeyed ?? null,
      askedBy: asked?.askedBy ?? null,
      ...terms.onlooker === void 0 ? {} : { onlooker: terms.onlooker },
      claimed: (own) => terms.claimed(own, pull),
      deliver: terms.deliver
    },
    world,
    signal
  );
}
async function modelsOf({ model, budgets }, pull, terms) {
  const { models } = terms;
  const modelMissing = terms.modelMissing(pull);
  if (models === null || model === "off" || terms.allow === void 0)
    return { models, modelMissing, mostDollars: null };
  const { runDollars, monthDollars } = budgets;
  const allowance = await terms.allow({ runDollars, monthDollars });
  return allowance.kind === "allowed" ? { models, modelMissing, mostDollars: allowance.dollars } : { models: null, modelMissing: allowance.reason, mostDollars: null };
}
function occasionOf(request) {
  if (request.kind === "command") return AUTOMATIC;
  const { trigger, cause, command } = request;
  const isFull = command?.extent === "full";
  return {
    widenBecause: [
      ...isFull ? ["everything was asked for by /review full"] : [],
      ...cause === "reopened" ? ["the pull request was reopened"] : []
    ],
    reviewersAgain: command?.reviewers ?? [],
    fullWhenUnchanged: trigger !== "pull_request" && (command?.reviewers ?? null) === null,
    isAutomatic: trigger === "pull_request"
  };
}

// src/entry/action/write-results.ts
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/render/render-annotations.ts
var MOST_OF_A_STEP = 10;
var MOST_CHARACTERS2 = 4096;
function renderAnnotations(report, most = MOST_OF_A_STEP) {
  const { blocking, notable, minor, folded } = groupFindings(report);
  return [
    ...blocking.slice(0, most).map((finding) => annotate("error", finding)),
    ...notable.slice(0, most).map((finding) => annotate("warning", finding)),
    ...[...minor, ...folded].slice(0, most).map((finding) => annotate("notice", finding))
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
  const { renderJson } = await import("./render-json-EYBTR4TG.js");
  const { renderSarif } = await import("./render-sarif-RUBJBJLG.js");
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
  for (const problem of [...published.problems, ...published.notes]) printLine(`warning: ${problem}`);
  const status = published.status;
  printLine(`verdict ${report.verdict}, gate ${report.gate}, ${shown.length} findings`);
  if (status !== null) printLine(`status ${status.state}: ${status.description}`);
}

// src/entry/action/review-pull-request.ts
var SAY = { line: printLine, error: printError };
var NOTICE = { line: printNotice, error: printError };
var KEY_IS_EMPTY = "the input anthropic-api-key is given but empty: is the secret set, and may this event read it?";
async function reviewPullRequest(request, world) {
  const { forge, settings, runner, shipped, assets, hide } = world;
  const { deadlineSeconds, yieldTo, overrides, models, key, resolveThreads } = settings;
  const conducted = await conductReview(
    request,
    {
      overrides,
      deadlineSeconds,
      yieldTo,
      targetUrl: runner.runUrl,
      key,
      models,
      modelMissing: ({ isFork }) => key === "empty" && !isFork ? KEY_IS_EMPTY : null,
      stateSecret: settings.stateKey || (models?.apiKey ?? null),
      resolveThreads,
      given: () => {
        const { workspace: folder } = runner;
        return readGivenFiles(settings.given, { folder, repository: folder, outsideAllowed: false });
      },
      sayCommand: NOTICE,
      claimed: (own) => {
        if (!own.canWrite) return;
        saveState("sha", own.sha);
        saveState("status-id", String(own.statusId));
        saveState("author-id", String(own.authorId));
        saveState("pull-number", String(request.pullNumber));
      },
      deliver: async (report, published) => {
        await writeResults(report, published, runner);
        if (published.problems.length === 0) saveState("finished", "true");
      }
    },
    { forge, shipped, assets, hide, log: runnerLog, say: SAY }
  );
  return exitCodeOf(conducted, settings);
}
function exitCodeOf(conducted, settings) {
  if (conducted.kind === "answered") return ACTION_EXIT.done;
  if (conducted.kind === "refused") {
    printNotice(conducted.reason);
    return ACTION_EXIT.done;
  }
  if (conducted.kind === "halted") {
    printNotice(`The review ended before it published anything: ${conducted.why}.`);
    return ACTION_EXIT.done;
  }
  const { report, published } = conducted;
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
export {
  runAction
};
