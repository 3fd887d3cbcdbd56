import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openGrammars
} from "./chunk-YB7CDMYV.js";
import {
  readConfiguration
} from "./chunk-X3RT7GC3.js";
import {
  claim,
  ownComments,
  publishReport,
  publishSituation,
  readComment,
  shouldYield,
  upsertComment,
  withSameState
} from "./chunk-AL3N26OS.js";
import {
  openModels,
  systemClock
} from "./chunk-CNBXCG7F.js";
import {
  mapTexts
} from "./chunk-K3PMVC4S.js";
import {
  COMMENT_MARKER
} from "./chunk-W5BYXSSL.js";
import {
  codeSpan,
  escapeMarkdownCell
} from "./chunk-XTQV3QIS.js";
import {
  ForgeError,
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/entry/pull-request/admit-pull-request.ts
async function admitPullRequest(reader, { statuses, builtIns, config, yieldTo, targetUrl }, signal) {
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
function recallReview(reader, { own, stateKey, occasion, log }) {
  return async ({ head }, signal) => {
    if (!own.canWrite) return null;
    try {
      const { comments, commits } = await reader.conversation(signal);
      const [oldest] = ownComments(comments, own.authorId);
      if (oldest === void 0) return null;
      const { state, isSigned } = readComment(oldest.body, stateKey);
      const memory = state?.memory ?? null;
      if (memory === null) return null;
      const isKept = memory.head === head.sha || commits?.includes(memory.head) === true;
      const rewritten = isKept ? [] : ["the history was rewritten by a rebase, an amended commit or a force-push"];
      return {
        ...occasion,
        memory,
        isTrusted: isSigned,
        widenBecause: [...occasion.widenBecause, ...rewritten]
      };
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      log.warn("the last review could not be recalled", { reason: messageOf(error) });
      return null;
    }
  };
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
async function runPullRequestReview(reader, { base, order, progress, recall }, world, signal) {
  const overrides = overridesOf(order, base, await reader.state(signal), world.say.line);
  const { review } = await import("./review-FKT4I2MF.js");
  const grammars = openGrammars(world.assets);
  try {
    const { builtIns, patterns } = world.shipped;
    const { models, modelMissing, config } = order;
    const tool = { name: "multi-agent-review", version: "0.1.0" };
    const ports = {
      source: reader,
      grammars,
      progress,
      clock: systemClock,
      log: world.log,
      recall: recall ?? null,
      openModels: models === null ? null : () => openModels(models)
    };
    const { report, memory } = await review(
      { overrides, modelMissing, tool, builtIns, patterns, config },
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
    await grammars.close();
  }
}
function overridesOf(order, base, state, say) {
  const skipped = skipReason(base.skip, state);
  if (skipped !== null) say(`skipped by configuration: ${skipped}`);
  return {
    ...order.overrides,
    budgets: { ...base.budgets, runSeconds: order.runSeconds },
    ...skipped === null ? {} : { skip: { ...base.skip, paths: ["**"] } }
  };
}

// src/render/render-progress-comment.ts
var MOST_ROWS = 50;
function renderProgressComment(sha, agents) {
  const rows = agents.slice(0, MOST_ROWS).map(
    ({ agent, state, task, progress, findings }) => `| ${escapeMarkdownCell(agent)} | ${state} | ${Math.round(progress)} % | ${escapeMarkdownCell(task)} | ${findings} |`
  );
  const left = agents.length - rows.length;
  return [
    COMMENT_MARKER,
    `**Review of ${codeSpan(sha.slice(0, 7))} is running.** This comment becomes its report; findings so far are not checked yet.`,
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
    const body = own[0] === void 0 ? text : withSameState(text, own[0].body);
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

// src/entry/pull-request/publish-pull-request.ts
async function publishPullRequest({ report, memory }, { reader, own, key, commands, stateKey }, { forge, say }, signal) {
  const { number, isFork } = await reader.state(signal);
  const { files } = await reader.changes(signal);
  const sayUnread = (error) => {
    say.line(`warning: the pull request could not be read again: ${messageOf(error)}`);
    return null;
  };
  const now = await reader.now(signal).catch(sayUnread);
  const current = now ?? await reader.refresh(signal).catch(sayUnread);
  const ports = {
    comments: forge.comments(number),
    reviews: forge.reviews(number),
    statuses: forge.statuses
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
    stateKey
  };
  return publishReport(report, ports, options, signal);
}

// src/entry/pull-request/review-and-publish.ts
var FINAL_STATUS_MS = 3e4;
async function reviewAndPublish(run, world, signal) {
  const { reader, base, order, key, targetUrl, commands, occasion } = run;
  const { forge, log, say } = world;
  const { number } = await reader.state(signal);
  const own = await claim(forge.statuses, await reader.pinnedHead(signal), targetUrl, signal);
  run.claimed(own);
  try {
    const shown = showProgressComment(forge.comments(number), own, { clock: systemClock, log }, signal);
    const progress = {
      agent: (status) => {
        shown.agent(status);
        run.onlooker?.agent(status);
      }
    };
    const stateKey = await stateKeyOf(reader, run.stateSecret, signal);
    const recall = recallReview(reader, { own, stateKey, occasion, log });
    const reviewed = await runPullRequestReview(
      reader,
      { base, order, progress, recall },
      world,
      signal
    ).finally(() => shown.finish());
    const { report } = reviewed;
    const publication = { reader, own, key, commands, stateKey };
    const published = await publishPullRequest(reviewed, publication, world, signal);
    await run.deliver(report, published);
    return { report, published };
  } catch (thrown) {
    if (own.canWrite) {
      const crashed = { kind: "crashed", targetUrl };
      const patience = AbortSignal.timeout(FINAL_STATUS_MS);
      await publishSituation(forge.statuses, own.sha, crashed, patience).catch(
        (error) => say.error(`The final status could not be written: ${messageOf(error)}`)
      );
    }
    throw thrown;
  }
}

export {
  admitPullRequest,
  AUTOMATIC,
  runPullRequestReview,
  reviewAndPublish
};
