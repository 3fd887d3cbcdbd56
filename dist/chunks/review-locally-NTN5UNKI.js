import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  makeGitSource,
  runReview
} from "./chunk-UUSMVNHD.js";
import "./chunk-GOOR5NLD.js";
import "./chunk-FEFGF5EK.js";
import {
  stringOption
} from "./chunk-3C6MUJIG.js";
import "./chunk-XGWALRI7.js";
import "./chunk-SACFDJGQ.js";
import "./chunk-YVIM3AF6.js";
import "./chunk-DZQPOH3I.js";
import "./chunk-7AEMBJJG.js";
import "./chunk-SRSAAAEE.js";
import "./chunk-A5FCIHXV.js";
import "./chunk-YBF7S5GQ.js";
import "./chunk-OTVTMFFI.js";
import "./chunk-2NATCSTB.js";
import "./chunk-6SXCBPIP.js";
import "./chunk-JXOFIYMO.js";
import "./chunk-C365YKP4.js";
import "./chunk-LQ6BAJSD.js";
import "./chunk-K2XNTU3U.js";
import "./chunk-FFFP6M2Z.js";
import "./chunk-VAQ5YPUR.js";
import "./chunk-EL3RS52W.js";
import "./chunk-6DFPGIZ6.js";
import "./chunk-UQUMJG74.js";
import "./chunk-K3PMVC4S.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-F64D7OP6.js";
import "./chunk-MITLGRRM.js";
import "./chunk-C6CXAP2K.js";
import "./chunk-UD2SVTD3.js";
import "./chunk-MGYMYPZR.js";
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
  return runReview(source, options, invocation);
}
export {
  reviewLocally
};
