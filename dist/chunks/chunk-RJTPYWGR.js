import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  CONFIGURATION_PATHS
} from "./chunk-QUARX45J.js";
import {
  DEFAULT_SETTINGS
} from "./chunk-6Z3LFCW3.js";

// src/config/built-in-configuration.ts
function builtInConfiguration(builtIns) {
  const { reviewers, workflows, rules } = builtIns;
  return { settings: DEFAULT_SETTINGS, reviewers, workflows, rules, problems: [], digest: "[]" };
}

// src/context/read-configuration.ts
var SETTINGS_PATHS = [".github/multi-agent-review.yml", ".github/multi-agent-review.yaml"];
async function readConfiguration(source, given, builtIns, signal) {
  const files = new Map(await source.readConfiguration(CONFIGURATION_PATHS, signal));
  const problems = await unreadProblems(source, files, given, signal);
  if (given !== null) {
    for (const path of SETTINGS_PATHS) files.delete(path);
    files.set(SETTINGS_PATHS[0], given.text);
  }
  const configuration = await load(files, builtIns);
  const named = configuration.problems.map(
    (problem) => given !== null && problem.file === SETTINGS_PATHS[0] ? { ...problem, file: given.name } : problem
  );
  return { ...configuration, problems: [...problems, ...named] };
}
async function load(files, builtIns) {
  if (files.size === 0) return builtInConfiguration(builtIns);
  const { loadConfiguration } = await import("./load-configuration-GRS5BNZQ.js");
  return loadConfiguration(files, builtIns);
}
async function unreadProblems(source, files, given, signal) {
  const paths = [...files.keys()];
  const absent = CONFIGURATION_PATHS.filter(
    (path) => !paths.some((found) => found === path || found.startsWith(`${path}/`)) && !(given !== null && SETTINGS_PATHS.some((settings) => settings === path))
  );
  const blobs = await source.readBase(absent, signal);
  const problems = [];
  for (const file of absent) {
    const message = obstacle(blobs.get(file));
    if (message !== null) problems.push({ file, line: null, column: null, key: "", message });
  }
  return problems;
}
function obstacle(blob) {
  if (blob === void 0 || blob.kind === "missing" || blob.kind === "text") return null;
  if (blob.kind === "symlink")
    return "not read: it is a symbolic link, and links are never followed; commit the file itself";
  if (blob.kind === "submodule") return "not read: it is a submodule; commit the files themselves";
  return blob.kind === "binary" ? "not read: it is not text" : `not read: ${blob.reason}`;
}

// src/plan/model-plan/prices.ts
var rates = (input, output, cacheWrite, cacheRead) => ({
  input,
  output,
  cacheWrite,
  cacheRead
});
var BUILT_IN_PRICES = /* @__PURE__ */ new Map([
  [
    "claude-haiku-5-5",
    {
      ...rates(0.1, 0.5, 0.125, 0.01),
      above: { promptTokens: 1e5, rates: rates(0.5, 2.5, 0.625, 0.05) }
    }
  ],
  ["claude-sonnet-5-5", rates(2, 10, 2.5, 0.1)],
  ["claude-opus-5-5", rates(4, 20, 5, 0.2)],
  ["claude-fable-5-2", rates(8, 40, 10, 0.8)],
  ["claude-fable-5-1", rates(10, 50, 12.5, 0.25)],
  ["claude-sonnet-5", rates(2, 10, 2.5, 0.2)],
  ["claude-opus-5", rates(5, 25, 6.25, 0.5)],
  ["claude-haiku-4-5", rates(1, 5, 1.25, 0.1)]
]);
function priceOf(prices, model) {
  return prices.get(model) ?? prices.get(model.replace(/-\d{8}$/, ""));
}
function costOf(prices, model, tokens) {
  const price = priceOf(prices, model);
  if (price === void 0) return null;
  const prompt = tokens.input + tokens.cacheWritten + tokens.cacheRead;
  const step = price.above;
  const rate = step !== void 0 && prompt > step.promptTokens ? step.rates : price;
  const millions = tokens.input * rate.input + tokens.cacheWritten * rate.cacheWrite + tokens.cacheRead * rate.cacheRead + tokens.output * rate.output;
  return millions / 1e6;
}
var ROW = /^([A-Za-z0-9][A-Za-z0-9._:/@-]{0,99})\s*=\s*([0-9.]{1,12})\/([0-9.]{1,12})(?:\/([0-9.]{1,12})\/([0-9.]{1,12}))?$/;
function parsePrices(text, table = BUILT_IN_PRICES) {
  const prices = new Map(table);
  const problems = [];
  for (const row of text.slice(0, 1e4).split(/[\n,]/)) {
    const trimmed = row.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const match = ROW.exec(trimmed);
    const [input, output] = [Number(match?.[2]), Number(match?.[3])];
    const write = match?.[4] === void 0 ? input * 1.25 : Number(match[4]);
    const read = match?.[5] === void 0 ? input * 0.1 : Number(match[5]);
    if (match?.[1] === void 0 || ![input, output, write, read].every(Number.isFinite)) {
      problems.push(
        `"${trimmed.slice(0, 80)}" is no price: write model=input/output or model=input/output/cache-write/cache-read, in dollars per million tokens`
      );
    } else prices.set(match[1], rates(input, output, write, read));
  }
  return { prices, problems };
}

export {
  readConfiguration,
  priceOf,
  costOf,
  parsePrices
};
