import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readConfigOption,
  readReviewOptions
} from "./chunk-7T7GGNHM.js";
import {
  stringOption
} from "./chunk-3C6MUJIG.js";
import "./chunk-2USHSXG6.js";
import "./chunk-JXOFIYMO.js";
import "./chunk-V7D6OPFQ.js";
import "./chunk-S74DG6D5.js";
import "./chunk-T5TJTLCH.js";
import "./chunk-6DFPGIZ6.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-ZKMO4PZO.js";
import "./chunk-MGYMYPZR.js";
import {
  ReviewError
} from "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";

// src/entry/pull-request/pull-request-name.ts
var SHORT = /^([\w.-]{1,100})\/([\w.-]{1,100})#(\d{1,10})$/;
var PATH = /^\/([\w.-]{1,100})\/([\w.-]{1,100})\/pull\/(\d{1,10})(?:\/|$)/;
function readPullRequestName(option, text) {
  const given = text.trim();
  const url = /^https?:\/\//i.test(given) && URL.canParse(given) ? new URL(given) : null;
  const match = url === null ? SHORT.exec(given) : PATH.exec(url.pathname);
  const [, owner = "", repo = "", digits = ""] = match ?? [];
  const number = Number(digits);
  const hasCredentials = url !== null && (url.username !== "" || url.password !== "");
  if (match === null || number < 1 || number > 2147483647 || !isName(owner) || !isName(repo) || hasCredentials) {
    throw new ReviewError(
      "bad-usage",
      `${option} does not take "${hasCredentials ? "(an address with credentials)" : text.slice(0, 200)}": it names no pull request.`,
      "Write owner/repository#number, such as octo/shop#7, or an address such as https://github.com/octo/shop/pull/7."
    );
  }
  return { serverUrl: url?.origin ?? null, owner, repo, number };
}
function isName(word) {
  return !/^\.{1,2}$/.test(word);
}

// src/entry/cli/pull-request-options.ts
var LOCAL = ["base", "head", "staged", "diff", "repo"];
function readPullRequestOptions(options) {
  const text = stringOption(options, "pr");
  const statusContext = stringOption(options, "status-context")?.trim() ?? null;
  const post = options.post === true;
  if (statusContext !== null && !post) throw needs("--status-context", "--post");
  if (text === void 0) {
    if (post) throw needs("--post", "--pr");
    return null;
  }
  const other = LOCAL.find((name) => options[name] !== void 0 && options[name] !== false);
  if (other !== void 0) {
    throw new ReviewError(
      "bad-usage",
      `--pr and --${other} name different changes.`,
      `Give one of them: --pr reads the pull request over the API, --${other} a local repository or patch.`
    );
  }
  if (statusContext === "")
    throw new ReviewError("bad-usage", "--status-context is empty.", "Give a name, or leave it out.");
  return { name: readPullRequestName("--pr", text), post, statusContext };
}
function needs(option, other) {
  return new ReviewError(
    "bad-usage",
    `${option} means nothing without ${other}.`,
    `Add ${other}, or leave ${option} out. See: review --help`
  );
}

// src/entry/cli/review-command.ts
async function reviewCommand(invocation) {
  const target = readPullRequestOptions(invocation.options);
  const given = await readReviewOptions(invocation.options, process.env);
  const options = { ...given, configText: await readConfigOption(invocation.options) };
  if (target !== null) {
    const { reviewPullRequestCommand } = await import("./review-pull-request-command-523PRF62.js");
    return reviewPullRequestCommand(target, options, invocation);
  }
  const { reviewLocally } = await import("./review-locally-EVKPE3F6.js");
  return reviewLocally(options, invocation);
}
export {
  reviewCommand
};
