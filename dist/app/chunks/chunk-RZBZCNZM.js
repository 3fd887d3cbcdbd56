import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  digestOf
} from "./chunk-I4OGI3IL.js";
import {
  countFiles,
  isAtLeast
} from "./chunk-N5GIG4EE.js";

// src/plan/model-plan/choose-models.ts
var DEFAULT_MODELS = {
  fast: "claude-haiku-5-5",
  balanced: "claude-sonnet-5-5",
  strong: "claude-opus-5-5"
};
var EFFORTS = {
  fast: "low",
  balanced: "medium",
  strong: "medium"
};
var TIERS = ["fast", "balanced", "strong"];
var HAIKU_PROMPT_LIMIT = 95e3;
var PROMPT_LIMIT = 15e4;
function chooseModels(overrides = {}) {
  const idOf = (tier) => overrides[tier]?.trim() || DEFAULT_MODELS[tier];
  const choose = (tier) => {
    const model = idOf(tier);
    const sharing = TIERS.filter((other) => idOf(other) === model);
    const effort = sharing.some((other) => EFFORTS[other] === "medium") ? "medium" : EFFORTS[tier];
    return { model, effort, promptLimit: /haiku/i.test(model) ? HAIKU_PROMPT_LIMIT : PROMPT_LIMIT };
  };
  return { fast: choose("fast"), balanced: choose("balanced"), strong: choose("strong") };
}
function secondChoice(choices, tier, why) {
  const place = TIERS.indexOf(tier);
  const cheaper = TIERS.slice(0, place).reverse();
  const order = why === "refused" ? [...cheaper, ...TIERS.slice(place + 1)] : cheaper;
  const other = order.find((one) => choices[one].model !== choices[tier].model);
  return other === void 0 ? null : choices[other];
}

// src/aggregate/decide-verdict.ts
function decideVerdict(evidence, settings) {
  const incompleteReasons = [
    ...evidence.problems,
    ...agentReasons(evidence.agents),
    ...fileReasons(evidence.coverage)
  ];
  const failing = evidence.findings.some((finding) => failsGate(finding, settings.failOn));
  const shown = evidence.findings.some((finding) => finding.suppressedBy === void 0);
  const looked = evidence.coverage.reviewed.length > 0;
  return {
    verdict: verdictOf(incompleteReasons.length > 0, shown, looked),
    gate: gateOf(failing, incompleteReasons.length > 0, settings.onIncomplete),
    incompleteReasons
  };
}
function failsGate(finding, failOn) {
  if (failOn === "never" || finding.suppressedBy !== void 0 || finding.anchor !== "line") return false;
  const certain = finding.origin === "analyzer" || finding.verdict === "confirmed";
  return certain && isAtLeast(finding.severity, failOn);
}
function verdictOf(incomplete, shown, looked) {
  if (incomplete) return "incomplete";
  if (shown) return "findings";
  return looked ? "clean" : "skipped";
}
function gateOf(failing, incomplete, onIncomplete) {
  if (failing) return "fail";
  return incomplete && onIncomplete === "error" ? "incomplete" : "pass";
}
function agentReasons(agents) {
  const names = /* @__PURE__ */ new Map();
  for (const agent of agents) {
    if (!agent.required || agent.status === "done" || agent.status === "not-needed") continue;
    const reason = agent.reason ?? agent.status;
    names.set(reason, [...names.get(reason) ?? [], agent.name]);
  }
  return [...names].map(([reason, who]) => `${who.join(", ")}: ${reason}`);
}
function fileReasons(coverage) {
  const count = countFiles(coverage.notReviewed);
  if (count === 0) return [];
  const [first] = coverage.notReviewed;
  if (count === 1) return [`1 file could not be reviewed: ${first?.path} (${first?.reason})`];
  return [`${count} files could not be reviewed, the first: ${first?.path} (${first?.reason})`];
}

// src/evidence/line-keys.ts
var LINE_KEY_LENGTH = 10;
var MOST_LINES = 1500;
function lineKeysOf(files) {
  const keys = /* @__PURE__ */ new Set();
  for (const file of files) {
    for (const [text, count] of countLines(file)) {
      for (let nth = 1; nth <= count; nth += 1) keys.add(keyOf(file, text, nth));
      if (keys.size > MOST_LINES) return /* @__PURE__ */ new Set();
    }
  }
  return keys;
}
function areKnownLines(file, { side, startLine, endLine }, known) {
  if (known.size === 0) return false;
  const counts = countLines(file);
  const within = changedLines(file).filter(
    (line) => line.side === side && line.number >= startLine && line.number <= endLine
  );
  return within.length > 0 && within.every(({ text }) => known.has(keyOf(file, text, counts.get(text) ?? 0)));
}
function changedLines({ change }) {
  return change.hunks.flatMap((hunk) => hunk.lines).flatMap(({ kind, newLine, oldLine, text }) => {
    const bare = text.replace(/\s+/g, "");
    if (kind === "context" || bare === "") return [];
    const side = kind === "add" ? "new" : "old";
    return [{ side, number: side === "new" ? newLine : oldLine, text: `${side} ${bare}` }];
  });
}
function countLines(file) {
  const counts = /* @__PURE__ */ new Map();
  for (const { text } of changedLines(file)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
function keyOf({ path, change }, text, nth) {
  return digestOf(change.oldPath ?? path, text, String(nth)).slice(0, LINE_KEY_LENGTH);
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

// src/diff/line-map.ts
function makeLineMap(change) {
  const built = { new: null, old: null };
  const indexOf = (side) => {
    const index = built[side] ?? buildSide(change.hunks, side);
    built[side] = index;
    return index;
  };
  const at = (side, line) => {
    const index = indexOf(side);
    return index.lines[find(index.numbers, line)];
  };
  return {
    get addedLines() {
      return indexOf("new").changed;
    },
    get deletedLines() {
      return indexOf("old").changed;
    },
    at,
    canComment: (side, line) => at(side, line) !== void 0,
    canCommentRange: (side, startLine, endLine) => {
      if (startLine > endLine) return false;
      const { numbers, hunks } = indexOf(side);
      const start = hunks[find(numbers, startLine)];
      return start !== void 0 && start === hunks[find(numbers, endLine)];
    },
    isChanged: (side, line) => {
      const found = at(side, line);
      return found !== void 0 && found.kind !== "context";
    },
    firstChangedIn: (side, startLine, endLine) => {
      const { changed } = indexOf(side);
      const found = changed[lowerBound(changed, startLine)];
      return found !== void 0 && found <= endLine ? found : 0;
    }
  };
}
function buildSide(hunks, side) {
  const absent = side === "new" ? "delete" : "add";
  const lines = [];
  const hunkOf = [];
  const changed = [];
  hunks.forEach((hunk, index) => {
    for (const line of hunk.lines) {
      if (line.kind === absent) continue;
      lines.push(line);
      hunkOf.push(index);
      if (line.kind !== "context") changed.push(numberOn(line, side));
    }
  });
  const numbers = Int32Array.from(lines, (line) => numberOn(line, side));
  return { numbers, lines, hunks: Int32Array.from(hunkOf), changed };
}
function numberOn(line, side) {
  return side === "new" ? line.newLine : line.oldLine;
}
function find(numbers, value) {
  const index = lowerBound(numbers, value);
  return numbers[index] === value ? index : -1;
}
function lowerBound(numbers, value) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((numbers[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/diff/is-unsafe-path.ts
var DRIVE = /^[A-Za-z]:/;
var CONTROL = /[\u0000-\u001f\u007f]/;
function isUnsafePath(path) {
  if (path === "" || path.startsWith("/") || path.startsWith("\\")) return true;
  if (DRIVE.test(path) || CONTROL.test(path)) return true;
  return path.split("/").some((part) => part === "" || part.split("\\").some(isUnsafePart));
}
function isUnsafePart(part) {
  return part === "." || part === ".." || /^\.git[ .]*$/i.test(part) || /^git~1$/i.test(part);
}

export {
  chooseModels,
  secondChoice,
  priceOf,
  costOf,
  parsePrices,
  decideVerdict,
  failsGate,
  LINE_KEY_LENGTH,
  lineKeysOf,
  areKnownLines,
  makeLineMap,
  isUnsafePath
};
