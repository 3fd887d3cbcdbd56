import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  makeGitSource,
  startReading
} from "./chunk-5HKTRBGJ.js";
import {
  stringOption
} from "./chunk-3C6MUJIG.js";
import "./chunk-XAPNU37K.js";
import "./chunk-7WI5XF3W.js";
import "./chunk-AZZC7UZX.js";
import "./chunk-K2XNTU3U.js";
import "./chunk-T5TJTLCH.js";
import "./chunk-SERL3FRN.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-F64D7OP6.js";
import {
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";

// src/entry/cli/source-options.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
async function sourceOptions(options) {
  const directory = resolve(stringOption(options, "repo") ?? ".");
  const base = stringOption(options, "base");
  const head = stringOption(options, "head");
  const diff = stringOption(options, "diff");
  const chosen = [
    ...options.staged === true ? ["--staged"] : [],
    ...diff === void 0 ? [] : ["--diff"],
    ...base === void 0 && head === void 0 ? [] : ["--base/--head"]
  ];
  if (chosen.length > 1) {
    throw new ReviewError(
      "bad-usage",
      `${chosen.join(" and ")} name different changes.`,
      "Give one of them: --staged, --diff FILE, or --base and --head."
    );
  }
  if (options.staged === true) return { directory, kind: "staged" };
  if (diff !== void 0) return { directory, kind: "patch", ...await readPatch(diff) };
  if (base === void 0 && head === void 0) return { directory, kind: "branch" };
  return { directory, kind: "range", base, head };
}
async function readPatch(name) {
  if (name === "-") return { patch: await readStandardInput(), patchName: "standard input" };
  try {
    return { patch: await readFile(name), patchName: name };
  } catch (thrown) {
    throw new ReviewError(
      "patch-unreadable",
      `The patch "${name}" cannot be read: ${messageOf(thrown)}`,
      'Give a file made by "git diff", or - to read it from standard input.',
      { cause: thrown }
    );
  }
}
async function readStandardInput() {
  const pieces = [];
  for await (const piece of process.stdin) pieces.push(piece);
  return Buffer.concat(pieces);
}

// src/entry/cli/review-locally.ts
async function reviewLocally(options, invocation) {
  const source = makeGitSource(await sourceOptions(invocation.options), process.env);
  const reading = startReading(source, invocation.assets);
  const { runReview } = await import("./run-review-5M2XVL2F.js");
  return runReview(reading, options, invocation);
}
export {
  reviewLocally
};
