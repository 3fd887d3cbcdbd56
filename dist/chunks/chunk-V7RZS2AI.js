import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  makeAdvisories
} from "./chunk-SRSAAAEE.js";
import {
  openGrammars
} from "./chunk-XAPNU37K.js";
import {
  readConfiguration
} from "./chunk-3P6PK5CD.js";
import {
  claim,
  earlierReport,
  endProgressComment,
  ownComments,
  ownThreads,
  publishReport,
  publishSituation,
  readComment,
  renderProgressComment,
  shouldYield,
  stillOurs,
  upsertComment,
  visibleText,
  withSameState
} from "./chunk-4E64EMOQ.js";
import {
  openModels
} from "./chunk-S74DG6D5.js";
import {
  systemClock
} from "./chunk-T5TJTLCH.js";
import {
  digestOf
} from "./chunk-I4OGI3IL.js";
import {
  mapTexts
} from "./chunk-K3PMVC4S.js";
import {
  suggest
} from "./chunk-DJ7Q6BMO.js";
import {
  NOTHING_RECALLED
} from "./chunk-ZKMO4PZO.js";
import {
  ForgeError,
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/entry/pull-request/admit-pull-request.ts
var FINAL_STATUS_MS = 3e4;
async function admitPullRequest(reader, options, signal) {
  try {
    return await decide(reader, options, signal);
  } catch (error) {
    await sayUnread(reader, options, error);
    throw error;
  }
}
async function decide(reader, { statuses, builtIns, config, yieldTo, targetUrl }, signal) {
  const state = await reader.state(signal);
  if (state.state === "closed") return refused("The pull request is closed.");
  const sha = await reader.pinnedHead(signal);
  if (await shouldYield(statuses, sha, yieldTo, signal)) return refused(`${yieldTo} reviews this commit.`);
  const base = (await readConfiguration(reader, config, builtIns, signal)).settings;
  if (!state.draft || base.drafts) return { admitted: true, base };
  await publishSituation(statuses, sha, { kind: "draft", targetUrl }, signal).catch(forgiveReadOnly);
  return refused("A draft is reviewed when it is ready.");
}
function refused(reason) {
  return { admitted: false, reason };
}
async function sayUnread(reader, { statuses, targetUrl, log }, thrown) {
  const signal = AbortSignal.timeout(FINAL_STATUS_MS);
  try {
    const situation = { kind: "refused", reason: `not read: ${messageOf(thrown)}`, targetUrl };
    await publishSituation(statuses, await reader.pinnedHead(signal), situation, signal);
  } catch (error) {
    log.warn("the status could not say that the pull request was not read", { reason: messageOf(error) });
  }
}
function forgiveReadOnly(error) {
  if (!(error instanceof ForgeError) || error.status !== 403) throw error;
}

// src/adapters/state/make-state-seal.ts
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
var MOST_BYTES = 2e6;
var MOST_PACKED = 65536;
var SIGNATURE_BYTES = 16;
var UNSIGNED = "0";
function makeStateSeal(secret) {
  const key = secret === null || secret === "" ? null : Buffer.from(hkdfSync("sha256", secret, "", "multi-agent-review comment state", 32));
  const sign = (body, about) => key === null ? null : createHmac("sha256", key).update(`${about.length}:${about}${body}`).digest().subarray(0, SIGNATURE_BYTES).toString("base64");
  return {
    pack: (text, about) => {
      const body = deflateRawSync(text, { level: 9 }).toString("base64");
      return `${sign(body, about) ?? UNSIGNED}.${body}`;
    },
    open: (packed, about) => {
      const [, signature, body] = /^([\w+/=]{1,64})\.([\w+/=]+)$/.exec(packed) ?? [];
      if (signature === void 0 || body === void 0 || packed.length > MOST_PACKED) return null;
      const text = inflate(body);
      if (text === null) return null;
      const expected = sign(body, about);
      return { text, isSigned: expected !== null && isEqual(signature, expected) };
    }
  };
}
function inflate(body) {
  try {
    const bytes = inflateRawSync(Buffer.from(body, "base64"), { maxOutputLength: MOST_BYTES });
    return bytes.toString("utf8");
  } catch {
    return null;
  }
}
function isEqual(left, right) {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

// src/entry/pull-request/ask-once.ts
function askOnce(permissions) {
  const asked = /* @__PURE__ */ new Map();
  return {
    permissionOf: (login, signal) => {
      const known = asked.get(login) ?? permissions.permissionOf(login, signal);
      asked.set(login, known);
      return known;
    }
  };
}

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

// src/event/may-trigger.ts
function mayTrigger(permission) {
  return permission === "write" || permission === "maintain" || permission === "admin";
}

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

// src/entry/pull-request/recall-orders.ts
function lineDigest(line) {
  return digestOf(line.trimEnd()).slice(0, 32);
}
async function recallOrders(orders, { conversation, said, permissions, head }, signal) {
  const notes = [];
  const witnessed = [];
  for (const order of orders) {
    const found = witness(order, { conversation, said });
    if (typeof found === "string") notes.push(found);
    else if (order.kind === "override" && order.head !== head)
      notes.push(
        `The override by ${found.comment.author} was for ${order.head.slice(0, 7)} and ended with that commit.`
      );
    else witnessed.push(found);
  }
  const permitted = /* @__PURE__ */ new Map();
  for (const { comment } of witnessed)
    if (!permitted.has(comment.author))
      permitted.set(comment.author, mayTrigger(await permissions.permissionOf(comment.author, signal)));
  const dismissals = [];
  let override = null;
  let pausedBy = null;
  for (const { order, comment, command } of witnessed) {
    const { author: by, url: source } = comment;
    if (permitted.get(by) !== true)
      notes.push(`${nameOf(order)} by ${by} no longer counts: ${by} has no write permission.`);
    else if (order.kind === "pause") pausedBy = by;
    else if (order.kind === "override" && command.kind === "override")
      override = { by, reason: command.reason, head, source };
    else if (order.kind === "dismiss" && command.kind === "dismiss")
      dismissals.push(dismissalOf(order.fingerprint, command.reason, comment));
  }
  return { dismissals, override, pausedBy, notes };
}
function witness(order, { conversation: { comments, threads }, said }) {
  const among = order.commentKind === "conversation" ? comments : (threads ?? []).flatMap(({ comments: inThread }) => inThread);
  const isSaid = said?.said.id === order.commentId && said.commentKind === order.commentKind;
  const comment = among.find(({ id }) => id === order.commentId) ?? (isSaid ? said.said : void 0);
  if (comment === void 0 && order.commentKind === "review" && threads === null)
    return `${nameOf(order)} does not count in this run: the review threads could not be read.`;
  if (comment === void 0) return `${nameOf(order)} no longer counts: its comment is gone.`;
  const line = firstOwnLine(comment.body);
  const command = line === null ? null : parseCommand(line, []);
  const isSame = line !== null && lineDigest(line) === order.line && command?.kind === order.kind;
  const isMeant = order.kind !== "dismiss" || command?.kind === "dismiss" && order.fingerprint.startsWith(`f1:${command.id}`);
  if (command === null || !isSame || !isMeant)
    return `${nameOf(order)} by ${comment.author} no longer counts: its comment was edited.`;
  return { order, comment, command };
}
function dismissalOf(fingerprint, reason, { author, url }) {
  return { fingerprint, scope: "finding", reason, by: author, until: null, origin: "comment", source: url };
}
function nameOf(order) {
  if (order.kind === "pause") return "The pause";
  return order.kind === "override" ? "The override" : `The dismissal of ${order.fingerprint.slice(3, 11)}`;
}

// src/entry/pull-request/recall-thread-dismissals.ts
var MOST_LOGINS = 20;
async function recallThreadDismissals(threads, authorId, permissions, signal) {
  const voices = voicesIn(ownThreads(threads, authorId), authorId);
  const logins = [...new Set(voices.map(({ login }) => login))].slice(0, MOST_LOGINS);
  const mayDismiss = /* @__PURE__ */ new Set();
  for (const login of logins)
    if (mayTrigger(await permissions.permissionOf(login, signal))) mayDismiss.add(login);
  return dismissalsOf(voices, mayDismiss);
}
function voicesIn(own, authorId) {
  const resolved = own.flatMap((one) => {
    const { isResolved, resolvedBy } = one.thread;
    if (!isResolved || resolvedBy === null || resolvedBy.id === authorId) return [];
    return one.marker.state === "open" ? [{ login: resolvedBy.login, reason: RESOLVED, own: one }] : [];
  });
  const thumbs = own.flatMap(
    (one) => one.thread.thumbsDown.map((login) => ({ login, reason: "\u{1F44E}", own: one }))
  );
  return [...resolved, ...thumbs];
}
var RESOLVED = "resolved the thread";
function dismissalsOf(voices, mayDismiss) {
  const byFingerprint = /* @__PURE__ */ new Map();
  for (const { login, reason, own } of voices) {
    const { fingerprint } = own.marker;
    if (!mayDismiss.has(login) || byFingerprint.has(fingerprint)) continue;
    byFingerprint.set(fingerprint, {
      fingerprint,
      scope: "finding",
      reason,
      by: login,
      until: null,
      origin: "reaction",
      source: own.comment.url
    });
  }
  return [...byFingerprint.values()];
}

// src/entry/pull-request/run-halted.ts
var RunHalted = class extends Error {
  reason;
  /** The newest status says it already. */
  isSaid;
  constructor(reason, isSaid) {
    super(reason.by === null ? reason.kind : `${reason.kind} by ${reason.by}`);
    this.name = "RunHalted";
    this.reason = reason;
    this.isSaid = isSaid;
  }
};

// src/entry/pull-request/recall-review.ts
var AUTOMATIC = {
  widenBecause: [],
  reviewersAgain: [],
  fullWhenUnchanged: false,
  isAutomatic: true
};
async function stateKeyOf(reader, secret, signal) {
  const { repositoryId, number } = await reader.state(signal);
  return { seal: makeStateSeal(secret), about: `${repositoryId}/${number}` };
}
function recallReview(reader, { own, stateKey, occasion, recorded, permissions, log }) {
  return async ({ head }, signal) => {
    if (!own.canWrite) return NOTHING_RECALLED;
    try {
      const conversation = await reader.conversation(signal);
      const [oldest] = ownComments(conversation.comments, own.authorId);
      const { state, isSigned } = oldest === void 0 ? { state: null, isSigned: false } : readComment(oldest.body, stateKey);
      const asked = askOnce(permissions);
      const witnesses = { conversation, said: recorded, permissions: asked, head: own.sha };
      const { pausedBy, ...ordered } = await recallOrders(
        recorded?.orders ?? state?.orders ?? [],
        witnesses,
        signal
      );
      if (pausedBy !== null && occasion.isAutomatic && recorded === null)
        throw new RunHalted({ kind: "paused", by: pausedBy }, false);
      const { threads } = conversation;
      const ofThreads = await recallThreadDismissals(threads ?? [], own.authorId, asked, signal);
      const orders = {
        ...ordered,
        dismissals: [...ordered.dismissals, ...ofThreads],
        notes: [...ordered.notes, ...threads === null && state?.posted.length ? [THREADS_UNREAD] : []]
      };
      const memory = state?.memory ?? null;
      if (memory === null) return { earlier: null, orders };
      const widenBecause = [...occasion.widenBecause, ...historyReasons(memory, head.sha, conversation)];
      const known = { ...occasion, memory, isTrusted: isSigned, widenBecause };
      return { earlier: { ...known, linesSince: await linesSince(reader, known, log, signal) }, orders };
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      log.warn("the last review could not be recalled", { reason: messageOf(error) });
      return NOTHING_RECALLED;
    }
  };
}
async function linesSince(reader, { memory, isTrusted, widenBecause, fullWhenUnchanged }, log, signal) {
  if (memory.seenHead === await reader.pinnedHead(signal)) return 0;
  if (!isTrusted || fullWhenUnchanged || widenBecause.length > 0 || memory.modelsDigest === null) return null;
  try {
    return await reader.linesSince(memory.seenHead, signal);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn("what was pushed since the last review could not be counted", { reason: messageOf(error) });
    return null;
  }
}
var THREADS_UNREAD = "The review threads could not be read: a \u{1F44E} or a resolved thread does not count in this run, and comments on fixed findings stay as they are.";
function historyReasons(memory, head, { commits }) {
  const isKept = memory.head === head || commits?.includes(memory.head) === true;
  return isKept ? [] : ["the history was rewritten by a rebase, an amended commit or a force-push"];
}

// src/entry/pull-request/skip-reason.ts
function skipReason(skip, state) {
  const label = skip.labels.find((name) => state.labels.includes(name));
  if (label !== void 0) return `the label "${label}"`;
  if (skip.authors.includes(state.author)) return `the author ${state.author}`;
  const title = skip.titles.find((text) => state.title.toLowerCase().includes(text.toLowerCase()));
  return title === void 0 ? null : `the title contains "${title}"`;
}

// src/entry/pull-request/run-pull-request-review.ts
async function runPullRequestReview(reader, { base, order, progress, recall, pendingFor: pendingFor2, guard = (setup) => setup }, world, signal) {
  const overrides = overridesOf(order, base, await reader.state(signal), world.say.line);
  const { review } = await import("./review-AJ27KOVI.js");
  const grammars = world.grammars ?? openGrammars(world.assets);
  try {
    const { builtIns, patterns } = world.shipped;
    const { models, modelMissing, config, given } = order;
    const tool = { name: "multi-agent-review", version: "0.1.0" };
    const ports = {
      source: reader,
      grammars,
      advisories: makeAdvisories(),
      progress,
      clock: systemClock,
      log: world.log,
      recall: recall ?? null,
      pendingFor: pendingFor2 ?? null,
      openModels: models === null ? null : async () => guard(await openModels(models))
    };
    const { report, memory } = await review(
      { overrides, modelMissing, tool, builtIns, patterns, config, given },
      ports,
      signal
    );
    const { findings, carried, ...keys } = memory;
    const texts = mapTexts({ report, findings, carried }, world.hide);
    return {
      report: texts.report,
      memory: { ...keys, findings: texts.findings, carried: texts.carried }
    };
  } finally {
    if (grammars !== world.grammars) await grammars.close();
  }
}
function overridesOf(order, base, state, say) {
  const skipped = skipReason(base.skip, state);
  if (skipped !== null) say(`skipped by configuration: ${skipped}`);
  return {
    ...order.overrides,
    budgets: {
      ...base.budgets,
      runSeconds: order.runSeconds,
      runDollars: Math.min(base.budgets.runDollars, order.mostDollars ?? Number.POSITIVE_INFINITY)
    },
    ...skipped === null ? {} : { skip: { ...base.skip, paths: ["**"] } }
  };
}

// src/publish/show-progress-comment.ts
var EVERY_MS = 1e4;
var MOST_CHARACTERS2 = 65e3;
function showProgressComment(comments, claim2, { clock, log }, signal) {
  const agents = /* @__PURE__ */ new Map();
  let written = "";
  let underWay = Promise.resolve();
  let cancel = () => {
  };
  let isFinished = !claim2.canWrite;
  let isShown = false;
  const write = async (run) => {
    const render = (earlier) => renderProgressComment(run, [...agents.values()], earlier);
    const text = render(null);
    if (agents.size === 0 || text === written) return;
    const own = ownComments(await comments.list(signal), run.authorId);
    const body = own[0] === void 0 ? text : aboveEarlier(own[0].body, render);
    if (isFinished) return;
    isShown = true;
    await upsertComment(comments, own, body, run.authorId, signal);
    written = text;
  };
  const next = () => {
    if (isFinished || !claim2.canWrite) return;
    cancel = clock.after(EVERY_MS, () => {
      underWay = write(claim2).catch((error) => {
        if (!(error instanceof ForgeError)) isFinished = true;
        log.debug("the progress could not be shown", { reason: messageOf(error) });
      }).then(next);
    });
  };
  next();
  return {
    isShown: () => isShown,
    agent: (status) => void agents.set(status.agent, status),
    finish: async () => {
      isFinished = true;
      cancel();
      await underWay;
    }
  };
}
function aboveEarlier(body, render) {
  const both = withSameState(render(earlierReport(visibleText(body))), body);
  return both.length <= MOST_CHARACTERS2 ? both : withSameState(render(null), body);
}

// src/entry/pull-request/pending-for.ts
var WAITS_BY_CHOICE = /^draft\b/;
function pendingFor(status, now) {
  if (status === null || status.state !== "pending" || WAITS_BY_CHOICE.test(status.description)) return null;
  const since = Date.parse(status.createdAt);
  return Number.isNaN(since) || since > now ? null : now - since;
}
function makePendingFor(reader, { clock, log }) {
  return async (signal) => {
    try {
      return pendingFor((await reader.conversation(signal)).newestStatus, clock.now());
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      log.warn("how long the commit was pending is not known", { reason: messageOf(error) });
      return null;
    }
  };
}

// src/entry/pull-request/publish-pull-request.ts
async function publishPullRequest({ report, memory }, { reader, own, key, commands, stateKey, obeyed, resolveThreads }, { forge, say }, signal) {
  const { number, isFork } = await reader.state(signal);
  const { files } = await reader.changes(signal);
  const sayUnread2 = (error) => {
    say.line(`warning: the pull request could not be read again: ${messageOf(error)}`);
    return null;
  };
  const now = await reader.now(signal).catch(sayUnread2);
  const current = now ?? await reader.refresh(signal).catch(sayUnread2);
  const ports = {
    comments: forge.comments(number),
    reviews: forge.reviews(number),
    statuses: forge.statuses,
    threads: forge.threads
  };
  const options = {
    claim: own,
    files,
    currentHead: current?.headSha ?? null,
    now,
    key,
    isFork,
    blobUrl: (path, line, endLine) => forge.blobUrl(own.sha, path, line, endLine),
    commands,
    memory,
    stateKey,
    obeyed,
    resolveThreads
  };
  return publishReport(report, ports, options, signal);
}

// src/entry/pull-request/watch-claim.ts
var EVERY_MS2 = 1e4;
var FRESH_MS = 5e3;
function watchClaim(run, signal) {
  const { own, clock, log } = run;
  const controller = new AbortController();
  let halted = null;
  let looked = clock.steady();
  let underWay = null;
  let isEnded = !own.canWrite;
  let cancel = () => {
  };
  const look = async () => {
    try {
      const found = await reasonToStop(run, signal);
      if (found === null || isEnded) return;
      halted = found;
      controller.abort(found);
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      log.debug("the claim could not be looked at", { reason: messageOf(error) });
    } finally {
      looked = clock.steady();
      underWay = null;
    }
  };
  const lookOnce = async () => {
    const isFresh = clock.steady() - looked < FRESH_MS;
    if (isEnded || halted !== null || isFresh) return;
    underWay ??= look();
    await underWay;
  };
  const next = () => {
    if (isEnded) return;
    cancel = clock.after(EVERY_MS2, () => void lookOnce().then(next, next));
  };
  next();
  return {
    signal: controller.signal,
    halted: () => halted,
    guard: (setup) => ({
      ...setup,
      client: {
        call: async (request, callSignal, onFirstEvent) => {
          await lookOnce();
          return setup.client.call(request, callSignal, onFirstEvent);
        }
      }
    }),
    end: () => {
      isEnded = true;
      cancel();
    }
  };
}
async function reasonToStop({ own, reader, statuses }, signal) {
  const { headSha, newestStatus } = await reader.now(signal);
  if (headSha !== own.sha) {
    const { headSha: by } = await reader.refresh(signal);
    if (by !== own.sha) return new RunHalted({ kind: "superseded", by: by.slice(0, 7) }, false);
  }
  return await stillOurs(statuses, own, newestStatus, signal) ? null : haltedBy(statuses, own, signal);
}
async function haltedBy(statuses, own, signal) {
  const newest = await statuses.newest(own.sha, signal);
  const [, kind, by = null] = /^(aborted|paused) by (.{1,100})$/.exec(newest?.description ?? "") ?? [];
  if (kind === "aborted" || kind === "paused") return new RunHalted({ kind, by }, true);
  return new RunHalted({ kind: "superseded", by: "a newer run" }, true);
}

// src/entry/pull-request/review-and-publish.ts
var FINAL_STATUS_MS2 = 3e4;
var MISTAKES = ["bad-usage", "bad-configuration"];
async function reviewAndPublish(run, world, signal) {
  const { reader, base, order, key, targetUrl, commands, occasion, recorded, obeyed } = run;
  const { forge, log, say } = world;
  const { number } = await reader.state(signal);
  const sha = await reader.pinnedHead(signal);
  const own = await claim(forge.statuses, sha, targetUrl, signal, run.askedBy).catch(
    unlessGone(reader, sha, signal)
  );
  if (own === "gone") return { kind: "halted", why: `${sha.slice(0, 7)} is no longer the head`, usage: null };
  run.claimed(own);
  const comments = forge.comments(number);
  const shown = showProgressComment(comments, own, { clock: systemClock, log }, signal);
  const endShown = async () => {
    if (!own.canWrite || !shown.isShown()) return;
    await endProgressComment(comments, own, commands, AbortSignal.timeout(FINAL_STATUS_MS2)).catch(
      (error) => say.error(`The comment still shows progress: ${messageOf(error)}`)
    );
  };
  const isTakenOver = () => forge.statuses.newest(own.sha, AbortSignal.timeout(FINAL_STATUS_MS2)).then(
    (newest) => newest?.state === "pending",
    () => true
  );
  const watch = watchClaim({ own, reader, statuses: forge.statuses, clock: systemClock, log }, signal);
  let usage = null;
  try {
    const progress = {
      agent: (status) => {
        shown.agent(status);
        run.onlooker?.agent(status);
      }
    };
    const stateKey = await stateKeyOf(reader, run.stateSecret, signal);
    const { permissions } = forge;
    const recall = recallReview(reader, { own, stateKey, occasion, recorded, permissions, log });
    const pendingFor2 = own.canWrite ? makePendingFor(reader, { clock: systemClock, log }) : null;
    const reviewed = await runPullRequestReview(
      reader,
      { base, order, progress, recall, pendingFor: pendingFor2, guard: watch.guard },
      world,
      AbortSignal.any([signal, watch.signal])
    ).finally(() => {
      watch.end();
      return shown.finish();
    });
    usage = reviewed.report.usage;
    const stopped = watch.halted();
    if (stopped !== null) throw stopped;
    const { resolveThreads } = run;
    const publication = { reader, own, key, commands, stateKey, obeyed, resolveThreads };
    const published = await publishPullRequest(reviewed, publication, world, signal);
    if (published.outcome === "superseded" && published.status === null)
      throw await haltedBy(forge.statuses, own, signal);
    const report = { ...reviewed.report, notes: [...reviewed.report.notes, ...published.notes] };
    await run.deliver(report, published);
    return { kind: "reviewed", report, published };
  } catch (thrown) {
    const halted = watch.halted() ?? (thrown instanceof RunHalted ? thrown : null);
    if (own.canWrite && halted?.isSaid !== true) {
      const ending = { ...halted?.reason ?? endingOf(thrown), targetUrl };
      const patience = AbortSignal.timeout(FINAL_STATUS_MS2);
      await publishSituation(forge.statuses, own.sha, ending, patience).catch(
        (error) => say.error(`The final status could not be written: ${messageOf(error)}`)
      );
    }
    if (halted?.isSaid !== true || !await isTakenOver()) await endShown();
    if (halted === null) throw thrown;
    return { kind: "halted", why: halted.message, usage };
  }
}
function unlessGone(reader, sha, signal) {
  return async (error) => {
    const isRefused = error instanceof ForgeError && error.status === 422;
    if (isRefused && (await reader.refresh(signal)).headSha !== sha) return "gone";
    throw error;
  };
}
function endingOf(thrown) {
  const isMistake = thrown instanceof ReviewError && MISTAKES.includes(thrown.code);
  return isMistake ? { kind: "refused", reason: thrown.message } : { kind: "crashed" };
}

export {
  firstOwnLine,
  COMMAND_TABLE,
  parseCommand,
  commandName,
  admitPullRequest,
  mayTrigger,
  lineDigest,
  recallOrders,
  AUTOMATIC,
  stateKeyOf,
  runPullRequestReview,
  reviewAndPublish
};
