import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkGivenConfiguration,
  showProgress,
  writeReport
} from "./chunk-KVO47C7Z.js";
import "./chunk-FEFGF5EK.js";
import {
  AUTOMATIC,
  admitPullRequest,
  reviewAndPublish,
  runPullRequestReview
} from "./chunk-V7RZS2AI.js";
import "./chunk-SRSAAAEE.js";
import {
  loadBuiltIns
} from "./chunk-WLDQ3PFU.js";
import "./chunk-XAPNU37K.js";
import {
  readConfiguration
} from "./chunk-3P6PK5CD.js";
import "./chunk-7WI5XF3W.js";
import "./chunk-6SXCBPIP.js";
import "./chunk-FXIRLTF6.js";
import "./chunk-LQ6BAJSD.js";
import {
  guardForge,
  makeGitHub
} from "./chunk-4E64EMOQ.js";
import "./chunk-K2XNTU3U.js";
import "./chunk-S74DG6D5.js";
import {
  silentLog,
  systemClock
} from "./chunk-T5TJTLCH.js";
import "./chunk-3YK4MRSZ.js";
import "./chunk-SERL3FRN.js";
import "./chunk-EL3RS52W.js";
import "./chunk-6DFPGIZ6.js";
import "./chunk-I4OGI3IL.js";
import {
  EXIT,
  exitCodeOf
} from "./chunk-UQUMJG74.js";
import {
  makeSecretFilter
} from "./chunk-K3PMVC4S.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-F64D7OP6.js";
import "./chunk-O55GCNFZ.js";
import "./chunk-WE4H6DUI.js";
import "./chunk-FGVUCWIV.js";
import "./chunk-MITLGRRM.js";
import "./chunk-5QZR7NEG.js";
import "./chunk-ZKMO4PZO.js";
import "./chunk-MGYMYPZR.js";
import {
  ForgeError,
  ReviewError
} from "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";

// src/entry/cli/explain-forge-error.ts
var READ_SCOPES = 'a fine-grained token needs "Contents: read" and "Pull requests: read" for this repository, a classic one the scope "repo" ("public_repo" for public repositories)';
var WRITE_SCOPES = 'Posting takes a fine-grained token with "Pull requests: read and write" and "Commit statuses: read and write" for this repository, or a classic one with the scope "repo" ("public_repo" for public repositories), of an account that may push to it.';
function explainForgeError(thrown, { pullRequest, tokenMissing }) {
  if (!(thrown instanceof ForgeError)) return thrown;
  const { status, code, message } = thrown;
  const make = (text, remedy) => new ReviewError(code, text, tokenMissing === null ? remedy : `${tokenMissing} ${remedy}`, {
    cause: thrown
  });
  if (code === "forge-limited") return make(message, "Run it again later, or with a token of its own.");
  if (status === 401) {
    return tokenMissing === null ? make(
      `GitHub did not accept the token in GITHUB_TOKEN or GH_TOKEN for ${pullRequest}.`,
      `It may be expired, revoked or of another server. ${sentence(READ_SCOPES)}`
    ) : make(`GitHub wants a token for ${pullRequest}.`, sentence(READ_SCOPES));
  }
  if (status === 403) {
    const remedy = `${sentence(READ_SCOPES)} An organisation with single sign-on has to authorise the token too.`;
    return make(`GitHub does not let this token read ${pullRequest}.`, remedy);
  }
  if (status === 404 || status === 410) {
    const remedy = `Check owner, repository and number. To see a private repository, ${READ_SCOPES}.`;
    return make(`GitHub does not know ${pullRequest}, or hides it from this token.`, remedy);
  }
  return thrown;
}
function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

// src/entry/pull-request/github-address.ts
var GITHUB = "https://github.com";
function githubAddress(serverUrl, environment) {
  const set = (name) => environment[name]?.trim().replace(/\/+$/, "") ?? "";
  const own = ownServer(set("GITHUB_SERVER_URL"), set("GITHUB_API_URL"), serverUrl);
  const isOwn = serverUrl === null || hostOf(serverUrl) === hostOf(own);
  if (!isOwn) return foreign(serverUrl);
  const api = set("GITHUB_API_URL") || apiOf(own);
  const token = set("GITHUB_TOKEN") || set("GH_TOKEN");
  return {
    serverUrl: own,
    apiUrl: api,
    graphqlUrl: set("GITHUB_GRAPHQL_URL") || graphqlOf(api),
    token,
    tokenMissing: token === "" ? "Neither GITHUB_TOKEN nor GH_TOKEN is set." : null
  };
}
function ownServer(server, api, given) {
  if (server !== "") return server;
  if (api !== "") return given ?? (/\/api\/v3$/.test(api) ? api.slice(0, -"/api/v3".length) : GITHUB);
  return GITHUB;
}
function foreign(serverUrl) {
  if (!serverUrl.startsWith("https:")) {
    throw new ReviewError(
      "bad-usage",
      `"${serverUrl}" is not encrypted.`,
      "Give the address with https://, or name that server in GITHUB_SERVER_URL."
    );
  }
  const apiUrl = apiOf(serverUrl);
  return {
    serverUrl,
    apiUrl,
    graphqlUrl: graphqlOf(apiUrl),
    token: "",
    tokenMissing: `No token is sent to ${serverUrl}: tokens go only to the server that GITHUB_SERVER_URL names (${GITHUB} when it is not set). Set GITHUB_SERVER_URL=${serverUrl} to use GITHUB_TOKEN there.`
  };
}
function apiOf(serverUrl) {
  const host = hostOf(serverUrl);
  if (host === "github.com") return "https://api.github.com";
  return host.endsWith(".ghe.com") ? `https://api.${host}` : `${serverUrl}/api/v3`;
}
function graphqlOf(apiUrl) {
  return apiUrl.endsWith("/api/v3") ? `${apiUrl.slice(0, -"/v3".length)}/graphql` : `${apiUrl}/graphql`;
}
function hostOf(serverUrl) {
  return URL.canParse(serverUrl) ? new URL(serverUrl).host.replace(/^www\.github\.com$/, "github.com") : serverUrl;
}

// src/entry/cli/open-pull-request.ts
async function openPullRequest({ name, post, statusContext }, { models }, { terminal, assets }) {
  const { tokenMissing, ...address } = githubAddress(name.serverUrl, process.env);
  if (post && tokenMissing !== null)
    throw new ReviewError("bad-usage", `--post needs a token. ${tokenMissing}`, "Set GITHUB_TOKEN.");
  const hide = makeSecretFilter([address.token, models?.apiKey ?? ""]);
  const forge = makeGitHub({
    ...address,
    owner: name.owner,
    repo: name.repo,
    clock: systemClock,
    log: silentLog,
    ...statusContext === null ? {} : { statusContext }
  });
  const say = {
    line: (text) => terminal.err(`${text}
`),
    error: (text) => terminal.err(`error: ${text}
`)
  };
  const shipped = await loadBuiltIns(assets);
  return {
    world: { forge: guardForge(forge, hide), shipped, assets, hide, log: silentLog, say },
    tokenMissing
  };
}

// src/entry/cli/review-pull-request-command.ts
async function reviewPullRequestCommand(target, options, invocation) {
  const { owner, repo, number } = target.name;
  const pullRequest = `${owner}/${repo}#${number}`;
  const { world, tokenMissing } = await openPullRequest(target, options, invocation);
  if (options.configText) await checkGivenConfiguration(options.configText, world.shipped.builtIns);
  if (tokenMissing !== null) {
    world.say.line(
      `note: ${tokenMissing} Only public repositories can be read without one, 60 requests an hour, file by file.`
    );
  }
  const progress = showProgress(invocation.terminal, options.quiet);
  const interrupt = new AbortController();
  const stop = () => interrupt.abort(new Error("interrupted"));
  process.once("SIGINT", stop);
  try {
    const reader = world.forge.pullRequest(number, null);
    const run = { reader, number, options, world, progress };
    const { report, published } = await (target.post ? reviewAndPost : reviewOnly)(run, interrupt.signal);
    progress.end();
    await writeReport(report, options, invocation);
    if (published === null) return exitCodeOf(report.gate);
    sayPublished(published, world);
    const isEnded = published.statusWritten || published.outcome !== "partly";
    return isEnded || report.gate !== "pass" ? exitCodeOf(report.gate) : EXIT.incomplete;
  } catch (thrown) {
    if (interrupt.signal.aborted)
      throw new ReviewError("aborted", `The review of ${pullRequest} was interrupted.`, "Run it again.");
    throw explainForgeError(thrown, { pullRequest, tokenMissing });
  } finally {
    progress.end();
    process.removeListener("SIGINT", stop);
  }
}
async function reviewOnly({ reader, options, world, progress }, signal) {
  const { builtIns } = world.shipped;
  const base = (await readConfiguration(reader, options.configText ?? null, builtIns, signal)).settings;
  const order = orderOf(options, base);
  const run = { base, order, progress, recall: null };
  const { report } = await runPullRequestReview(reader, run, world, signal);
  return { report, published: null };
}
async function reviewAndPost(run, signal) {
  const { reader, number, options, world, progress } = run;
  const targetUrl = world.forge.pullRequestUrl(number);
  const { statuses } = world.forge;
  const { builtIns } = world.shipped;
  const config = options.configText ?? null;
  const where = { statuses, builtIns, config, yieldTo: "", targetUrl, log: world.log };
  const admission = await admitPullRequest(reader, where, signal);
  if (!admission.admitted) {
    world.say.line(`note: ${admission.reason} Nothing is posted; the report is only printed.`);
    return reviewOnly(run, signal);
  }
  const { base } = admission;
  const order = orderOf(options, base);
  const isKeyUsed = options.models !== null && order.overrides.model !== "off" && base.model !== "off";
  const outcome = await reviewAndPublish(
    {
      reader,
      base,
      order,
      key: isKeyUsed ? "present" : "unset",
      targetUrl,
      // Whether something listens to commands there is not known here.
      commands: false,
      stateSecret: options.models?.apiKey ?? null,
      // Somebody asked for it: when nothing changed, everything is looked at again.
      occasion: { ...AUTOMATIC, fullWhenUnchanged: true, isAutomatic: false },
      recorded: null,
      obeyed: null,
      resolveThreads: false,
      askedBy: null,
      onlooker: progress,
      claimed: () => void 0,
      deliver: () => Promise.resolve()
    },
    world,
    signal
  );
  if (outcome.kind === "reviewed") return outcome;
  throw new ReviewError(
    "aborted",
    `The review stopped before it posted anything: ${outcome.why}.`,
    "Run it again when nothing else reviews this pull request."
  );
}
function orderOf({ overrides, models, deadlineSeconds, configText, given }, base) {
  return {
    overrides,
    models,
    modelMissing: null,
    config: configText ?? null,
    given,
    runSeconds: deadlineSeconds ?? base.budgets.runSeconds
  };
}
function sayPublished(published, { say }) {
  const { outcome, commentUrl, inlineCount, status, statusWritten, problems } = published;
  if (outcome === "read-only") {
    say.error(`nothing was posted: ${problems.join(" ")}
  ${WRITE_SCOPES}`);
    return;
  }
  for (const problem of problems) say.error(`not posted: ${problem}`);
  if (outcome === "superseded")
    say.line("note: a newer run or commit took over; its report stands on the pull request.");
  if (commentUrl !== null) say.line(`posted: ${commentUrl}, ${inlineCount} new on lines`);
  if (status !== null && statusWritten) say.line(`status ${status.state}: ${status.description}`);
}
export {
  reviewPullRequestCommand
};
