import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  LINE_KEY_LENGTH,
  chooseModels,
  failsGate,
  isUnsafePath,
  makeLineMap,
  parsePrices
} from "./chunk-RZBZCNZM.js";
import {
  digestOf
} from "./chunk-I4OGI3IL.js";
import {
  isRecord,
  lookBeforeResend,
  makeClient,
  recordOf,
  systemClock,
  systemRandom
} from "./chunk-OLBDA26V.js";
import {
  DEFAULT_BASE_URL,
  checkBaseUrl
} from "./chunk-MGYMYPZR.js";
import {
  suggest
} from "./chunk-DJ7Q6BMO.js";
import {
  CATEGORIES,
  LONGEST_REASON,
  SEVERITIES,
  countFiles,
  isAtLeast
} from "./chunk-N5GIG4EE.js";
import {
  ForgeError,
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/render/secret-filter.ts
var WINDOW = 12;
var SHORTEST_SECRET = 8;
var HIDDEN = "[hidden]";
var INVISIBLE = [
  [0, 8],
  [11, 12],
  [14, 31],
  [127, 159],
  [173, 173],
  [847, 847],
  [1564, 1564],
  [4447, 4448],
  [6068, 6069],
  [6155, 6158],
  [8203, 8207],
  [8234, 8238],
  [8288, 8303],
  [12644, 12644],
  [65024, 65039],
  [65279, 65279],
  [65440, 65440]
];
var TAGS = 56128;
var SKETCH = 1 << 16;
function sketchOf(text, start) {
  const pair = text.charCodeAt(start) * 31 + text.charCodeAt(start + 1);
  return (pair * 961 + text.charCodeAt(start + 3) * 31 + text.charCodeAt(start + 6)) % SKETCH;
}
function makeSecretFilter(secrets) {
  const windows = /* @__PURE__ */ new Map();
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue;
    for (const [form, perCharacter] of formsOf(secret)) {
      const size = Math.min(Math.round(WINDOW * perCharacter), form.length);
      const known2 = windows.get(size) ?? { texts: /* @__PURE__ */ new Set(), sketch: new Uint8Array(SKETCH) };
      for (let start = 0; start + size <= form.length; start += 1) {
        known2.texts.add(form.slice(start, start + size));
        known2.sketch[sketchOf(form, start)] = 1;
      }
      windows.set(size, known2);
    }
  }
  if (windows.size === 0) return (text) => text;
  return (text) => hide(text, windows);
}
function formsOf(secret) {
  const forms = [secret, reverse(secret)].flatMap(encodingsOf);
  return [...forms, ...forms.map(([form, perCharacter]) => [reverse(form), perCharacter])];
}
function encodingsOf(text) {
  const bytes = [...new TextEncoder().encode(text)];
  const hexOf = (separator) => bytes.map((byte) => `${separator}${byte.toString(16).padStart(2, "0")}`).join("");
  const base64 = [0, 1, 2].map((skip2) => toBase64(bytes.slice(skip2)));
  return [
    [text, 1],
    [encodeURIComponent(text.toWellFormed()), 1],
    ...base64.flatMap((form) => [
      [form, 1],
      [form.replaceAll("+", "-").replaceAll("/", "_"), 1]
    ]),
    [hexOf(""), 2],
    [hexOf("").toUpperCase(), 2],
    [hexOf("%"), 3],
    [hexOf("%").toUpperCase(), 3]
  ];
}
function reverse(text) {
  return [...text].reverse().join("");
}
function toBase64(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, "");
}
function hide(text, windows) {
  const { seen, places } = withoutInvisible(text);
  const spans = [];
  for (const [size, { texts, sketch }] of windows) {
    for (let start = 0; start + size <= seen.length; start += 1) {
      if (sketch[sketchOf(seen, start)] === 1 && texts.has(seen.slice(start, start + size)))
        spans.push({ start, end: start + size });
    }
  }
  if (spans.length === 0) return text;
  const at = (index) => places === null ? index : places[index] ?? text.length;
  let [result, from] = ["", 0];
  let open = null;
  const close = () => {
    if (open === null) return;
    result += text.slice(from, at(open.start)) + HIDDEN;
    from = at(open.end - 1) + 1;
  };
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    if (open !== null && span.start <= open.end)
      open = { start: open.start, end: Math.max(open.end, span.end) };
    else {
      close();
      open = span;
    }
  }
  close();
  return result + text.slice(from);
}
function withoutInvisible(text) {
  const places = [];
  let seen = "";
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInvisible(code)) continue;
    if (code === TAGS) {
      index += 1;
      continue;
    }
    seen += text.charAt(index);
    places.push(index);
  }
  return places.length === text.length ? { seen: text, places: null } : { seen, places };
}
function isInvisible(code) {
  return (code < 32 || code >= 127) && INVISIBLE.some(([first, last]) => first <= code && code <= last);
}
function mapTexts(value, change) {
  return mapValue(value, change);
}
function mapValue(value, change) {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => mapValue(one, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapValue(one, change)]));
}

// src/entry/load-built-ins.ts
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

// src/entry/shipped-rules.ts
function joinRules(heads, readGroup) {
  const groups = /* @__PURE__ */ new Map();
  return heads.map((head) => {
    const group = () => {
      const name = groupOf(head);
      const known2 = groups.get(name) ?? readGroup(name);
      groups.set(name, known2);
      return known2;
    };
    return lazyRule(head, group);
  });
}
function groupOf({ languages }) {
  const families = new Set(languages.map((language) => FAMILIES.get(language) ?? language));
  const [first = "none"] = families;
  return families.size > 1 ? "several" : first;
}
var FAMILIES = /* @__PURE__ */ new Map([
  ["typescript", "javascript"],
  ["tsx", "javascript"],
  ["c", "cpp"]
]);
function ownOf(record, id, what) {
  const value = Object.hasOwn(record, id) ? record[id] : void 0;
  if (value === void 0) throw new RangeError(`there is no ${what} of the rule ${id}`);
  return value;
}
function lazyRule(head, group) {
  let known2 = null;
  let needed = null;
  const body = () => {
    if (known2 !== null) return known2;
    const { utils, ...rest } = ownOf(group().bodies, head.id, "body");
    known2 = {
      ...rest,
      utils: mapValues(utils, (place) => valueAt(group().utils, place, "shared condition"))
    };
    return known2;
  };
  return {
    ...head,
    get required() {
      needed ??= mapValues(
        ownOf(group().required, head.id, "required text"),
        (place) => valueAt(group().texts, place, "required text")
      );
      return needed;
    },
    get rule() {
      return body().rule;
    },
    get constraints() {
      return body().constraints;
    },
    get utils() {
      return body().utils;
    },
    get message() {
      return body().message;
    },
    get why() {
      return body().why;
    },
    get failureScenario() {
      return body().failureScenario;
    },
    get fix() {
      return body().fix;
    },
    get references() {
      return body().references;
    },
    get tests() {
      return body().tests;
    }
  };
}
function valueAt(list3, place, what) {
  const value = list3[place];
  if (value === void 0) throw new RangeError(`there is no ${what} ${place}`);
  return value;
}
function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

// src/entry/load-built-ins.ts
function ruleGroupFile(name) {
  return `rules/${name}.json`;
}
async function loadBuiltIns(assets) {
  const { patterns, rules, ...others } = await readAsset(assets, "built-ins.json");
  const readGroup = (name) => {
    const file = ruleGroupFile(name);
    return orMissing(file, () => JSON.parse(readFileSync(new URL(file, assets), "utf8")));
  };
  return { builtIns: { ...others, rules: joinRules(rules, readGroup) }, patterns: new Map(patterns) };
}
async function readAsset(assets, name) {
  try {
    return JSON.parse(await readFile(new URL(name, assets), "utf8"));
  } catch (thrown) {
    throw missing(name, thrown);
  }
}
function orMissing(name, read) {
  try {
    return read();
  } catch (thrown) {
    throw missing(name, thrown);
  }
}
function missing(name, cause) {
  return new ReviewError(
    "asset-missing",
    `A part of the program is missing or damaged: ${name} (${messageOf(cause)}).`,
    "Restore the whole dist/ folder, for example by a fresh clone.",
    { cause }
  );
}

// src/entry/open-models.ts
function checkModelOrder(order) {
  addressOf(order);
  pricesOf(order);
  return order;
}
async function openModels(order) {
  const { apiKey, profile } = order;
  const baseUrl = addressOf(order);
  const prices = pricesOf(order);
  const { makeModelClient } = await import("./make-model-client-GOGSLTCM.js");
  const client = makeModelClient({ apiKey, baseUrl, profile, clock: systemClock, random: systemRandom });
  return { client, profile, choices: chooseModels(order.models), prices, random: systemRandom };
}
function addressOf({ baseUrl }) {
  return checkBaseUrl(baseUrl.trim() === "" ? DEFAULT_BASE_URL : baseUrl.trim());
}
function pricesOf(order) {
  const { prices, problems } = parsePrices(order.prices);
  if (problems.length === 0) return prices;
  throw new ReviewError(
    "bad-usage",
    `The prices cannot be read: ${problems.join("; ")}.`,
    "Mend them, or leave them out to use the built-in table."
  );
}

// src/render/reveal-hidden-text.ts
var HIDDEN2 = /(?:(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800])+/gu;
var JOINER = /^[\u200c\u200d]$/u;
var EMOJI_GLUE = /^[\ufe0e\ufe0f]?\u200d?$/u;
var EMOJI_BEFORE = new RegExp("(?:\\p{Extended_Pictographic}|\\p{Emoji_Modifier})$", "u");
var EMOJI_AFTER = new RegExp("^\\p{Extended_Pictographic}", "u");
var JOINING_LETTER = "[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}]";
var JOINING_BEFORE = new RegExp(`${JOINING_LETTER}$`, "u");
var JOINING_AFTER = new RegExp(`^${JOINING_LETTER}`, "u");
var MOST_SPELLED_OUT = 4;
function revealHiddenText(text) {
  return text.replace(HIDDEN2, (run, offset) => {
    const before = text.slice(Math.max(0, offset - 2), offset);
    const after = text.slice(offset + run.length, offset + run.length + 2);
    return isSpelling(before, run, after) ? run : spellOut([...run]);
  });
}
function flattenText(text) {
  return revealHiddenText(text.replace(/\r\n?|[\n\t\u2028\u2029]/g, " "));
}
function showCodeLine(line) {
  return revealHiddenText(line.replace(/\r$/, "").replace(/\n/g, " ")).replaceAll("	", "    ");
}
function isSpelling(before, run, after) {
  if (JOINER.test(run) && JOINING_BEFORE.test(before) && JOINING_AFTER.test(after)) return true;
  if (!EMOJI_GLUE.test(run)) return false;
  if (run === "\uFE0F" && /[0-9#*]$/.test(before)) return after.startsWith("\u20E3");
  return EMOJI_BEFORE.test(before) && (!run.endsWith("\u200D") || EMOJI_AFTER.test(after));
}
function spellOut(run) {
  if (run.length <= MOST_SPELLED_OUT) return run.map((character) => `\u27E6${codePointName(character)}\u27E7`).join("");
  return `\u27E6${run.length} hidden characters from ${codePointName(run[0] ?? "")}\u27E7`;
}
function codePointName(character) {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

// src/render/escape-markdown.ts
var LIVE = new RegExp(
  [
    "[@$]",
    // mentions, teams, e-mail addresses, mathematics
    ":\\/\\/",
    // any URL with a scheme
    "(?<![a-z0-9])www\\.",
    "#\\d",
    // #1 and owner/repository#1
    "(?<![a-z0-9])gh-\\d",
    "(?<![a-z0-9])(?:ghsa|cve)-",
    "(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])",
    // abbreviated and full commit SHAs
    ":[a-z0-9_+-]+(?::|$)"
    // emoji short codes, also those that a colon of ours would complete
  ].join("|"),
  "i"
);
var OPENING = `("'[{`;
var CLOSING = `)]}"',.;:!?`;
function escapeMarkdown(text) {
  const lines = revealHiddenText(text.replace(/\r\n?|[\u2028\u2029]/g, "\n")).split("\n").map(escapeLine);
  return lines.join("\n").replace(/\n{3,}/g, "\n\n").trim();
}
function escapeMarkdownLine(text) {
  return escapeLine(flattenText(text));
}
function escapeMarkdownCell(text) {
  return escapeLine(flattenText(text).replaceAll("|", "\xA6"));
}
function codeSpan(text) {
  const flat = breakMarker(flattenText(text));
  if (flat.trim() === "") return "` `";
  const fence = "`".repeat(longestRun(flat) + 1);
  const pad = /^[`$ ]|[`$ ]$/.test(flat) ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}
function codeFence(lines, info) {
  const shown = lines.map((line) => breakMarker(showCodeLine(line)).trimEnd());
  const fence = "`".repeat(Math.max(3, longestRun(shown.join("\n")) + 1));
  return [`${fence}${info}`, ...shown, fence].join("\n");
}
function markdownLink(label, url) {
  if (url === null || !/^https?:\/\//i.test(url)) return label;
  const safe = url.replace(
    /[^\w.~:/?#@!&,;=%+-]/gu,
    (character) => /^[\ud800-\udfff]$/.test(character) ? "" : encodeURIComponent(character).replace(/[()'*!]/g, percentEncode)
  );
  return `[${label}](<${safe}>)`;
}
function percentEncode(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function escapeLine(line) {
  let result = "";
  let before = "text";
  for (const piece of splitCode(line.replace(/\s+/gu, " ").trim())) {
    for (const part of piece.kind === "code" ? [piece] : splitWords(piece.text, result === "")) {
      if (part.text === "") continue;
      if (before === "code" && part.kind === "code") result += " ";
      result += part.kind === "code" ? codeSpan(part.text) : escapePunctuation(part.text);
      before = part.kind;
    }
  }
  return escapeLineStart(result.trim());
}
function splitCode(line) {
  const runs = [...line.matchAll(/`+/g)];
  const nextOfSameLength = /* @__PURE__ */ new Map();
  const closing = new Array(runs.length).fill(-1);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0;
    closing[index] = nextOfSameLength.get(length) ?? -1;
    nextOfSameLength.set(length, index);
  }
  const pieces = [];
  let end = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const open = runs[index];
    const close = runs[closing[index] ?? -1];
    if (open === void 0 || close === void 0) continue;
    pieces.push({ kind: "text", text: line.slice(end, open.index) });
    pieces.push({ kind: "code", text: line.slice(open.index + open[0].length, close.index) });
    end = close.index + close[0].length;
    index = closing[index] ?? index;
  }
  pieces.push({ kind: "text", text: line.slice(end) });
  return pieces;
}
function splitWords(text, atLineStart) {
  return text.split(/( )/).flatMap((word, index) => {
    const command = atLineStart && index === 0 && word.startsWith("/");
    if (!command && !LIVE.test(word)) return [{ kind: "text", text: word }];
    let start = 0;
    let end = word.length;
    while (start < end && OPENING.includes(word.charAt(start))) start += 1;
    while (end > start && CLOSING.includes(word.charAt(end - 1))) end -= 1;
    return [
      { kind: "text", text: word.slice(0, start) },
      { kind: "code", text: word.slice(start, end) },
      { kind: "text", text: word.slice(end) }
    ];
  });
}
function escapePunctuation(text) {
  return text.replace(/[\\*_[\]|~#!]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("`", "&#96;");
}
function escapeLineStart(line) {
  return line.replace(/^[+\-=:/]/, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2");
}
function breakMarker(text) {
  return text.replace(/<!--(?=\s*multi-agent-review)/gi, "<!- -");
}
function longestRun(text) {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

// src/render/format-quantity.ts
function formatNumber(value) {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function formatCount(count2, noun) {
  if (count2 === 0) return `no ${noun}s`;
  return `${formatNumber(count2)} ${noun}${count2 === 1 ? "" : "s"}`;
}
function formatDuration(milliseconds) {
  const seconds = Math.max(0, milliseconds) / 1e3;
  if (seconds < 0.05) return seconds === 0 ? "0 s" : "<0.1 s";
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor(whole % 3600 / 60)} min`;
}
function formatTokens(tokens) {
  if (tokens < 1e3) return String(Math.max(0, Math.round(tokens)));
  if (tokens < 9950) return `${(tokens / 1e3).toFixed(1)}k`;
  if (tokens < 999500) return `${Math.round(tokens / 1e3)}k`;
  return `${(tokens / 1e6).toFixed(1)}M`;
}
function formatDollars(dollars) {
  if (dollars <= 0) return "$0";
  if (dollars < 1e-3) return "<$0.001";
  return dollars < 1 ? `$${dollars.toFixed(3)}` : `$${dollars.toFixed(2)}`;
}
function formatList(words, most = words.length) {
  const shown = words.slice(0, most);
  if (words.length > most) return `${shown.join(", ")} and ${formatNumber(words.length - most)} more`;
  const last = shown.at(-1) ?? "";
  return shown.length <= 1 ? last : `${shown.slice(0, -1).join(", ")} and ${last}`;
}

// src/render/cut-text.ts
function cutText(text, most) {
  if (text.length <= most) return text;
  const kept = trimEndSafely(text.slice(0, most));
  return `${kept}\u2026 (${formatNumber(text.length - kept.length)} more characters)`;
}
function cutLine(text, most) {
  return text.length <= most ? text : `${trimEndSafely(text.slice(0, Math.max(0, most - 1)))}\u2026`;
}
function cutPath(path, most) {
  if (path.length <= most) return path;
  const end = path.slice(path.length - (most - 1));
  return `\u2026${/^[\udc00-\udfff]/.test(end) ? end.slice(1) : end}`;
}
function trimEndSafely(text) {
  return text.replace(/[\ud800-\udbff]$/, "").trimEnd();
}

// src/render/describe-escalation.ts
var MOST_SHOWN = 8;
var MOST_PATHS = 5;
function escalationSection({ escalations = [] }) {
  if (escalations.length === 0) return "";
  const items = escalations.slice(0, MOST_SHOWN).map(({ role, reason, paths = [] }) => {
    const who = `**${escapeMarkdownLine(sentenceCase(cutLine(role, 80)))}**`;
    const shown = paths.slice(0, MOST_PATHS).map((path) => codeSpan(cutPath(path, 100)));
    const where = shown.length === 0 ? "" : ` of ${listed(shown, paths.length)}`;
    return `- ${who}${where}: ${escapeMarkdownLine(cutText(reason, 300))}`;
  });
  const rest = escalations.length - items.length;
  if (rest > 0) items.push(`- and ${formatNumber(rest)} more`);
  return `**Needs a person**

${items.join("\n")}

`;
}
function escalationText({ role, reason, paths = [] }) {
  const shown = paths.slice(0, MOST_PATHS).map((path) => cutPath(path, 100));
  const where = shown.length === 0 ? "" : ` of ${listed(shown, paths.length)}`;
  return `${sentenceCase(role)}${where}: ${reason}`;
}
function listed(shown, total) {
  const more = total - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${formatNumber(more)} more` : ""}`;
}
function sentenceCase(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

// src/render/describe-report.ts
var MOST_NAMES = 3;
var OUTCOME_WORDS = {
  done: "done",
  degraded: "degraded",
  failed: "failed",
  "timed-out": "timed out",
  truncated: "was cut off",
  refused: "refused",
  unparsable: "gave an unreadable answer",
  cancelled: "was cancelled",
  "over-budget": "went over budget",
  "not-needed": "not needed"
};
function outcomeWords(outcome) {
  return OUTCOME_WORDS[outcome];
}
function isComplete(agent) {
  return agent.status === "done" || agent.status === "not-needed";
}
function headlineOf(report) {
  const { mark, text } = verdictLine(report);
  const visible = report.findings.filter((finding) => finding.suppressedBy === void 0);
  const missing2 = missingParts(report);
  const asides = [];
  if (mark === "incomplete" && visible.length > 0) asides.push(`${findingsInWords(visible)} so far`);
  if (mark !== "incomplete" && missing2 !== "") asides.push(`incomplete: ${missing2}`);
  if (report.mode === "deterministic") asides.push("deterministic mode");
  return { mark, text, asides };
}
function headlineText({ text, asides }) {
  return [text, ...asides].join(" \xB7 ");
}
function verdictLine(report) {
  const visible = report.findings.filter((finding) => finding.suppressedBy === void 0);
  if (report.overriddenBy !== void 0) {
    return { mark: "pass", text: `Overridden by @${report.overriddenBy}: ${findingsInWords(visible)} stand` };
  }
  if (report.gate === "fail")
    return { mark: "fail", text: `${blockingInWords(report, visible)} this change` };
  if (report.verdict === "incomplete") {
    return { mark: "incomplete", text: `Review incomplete: ${missingParts(report)}` };
  }
  if (report.verdict === "skipped" || report.coverage.reviewed.length === 0) return skippedLine(report);
  if (visible.length > 0)
    return { mark: "pass", text: `Nothing blocks this change: ${findingsInWords(visible)}` };
  const files = formatCount(report.coverage.reviewed.length, "file");
  const text = report.mode === "deterministic" ? `The analyzers found nothing in ${files}` : `Clean: no findings in ${files}`;
  return { mark: "pass", text };
}
function skippedLine(report) {
  const excluded = report.coverage.excluded.length;
  if (excluded === 0) return { mark: "skipped", text: "Nothing to review: the change has no files" };
  return {
    mark: "skipped",
    text: `Skipped by configuration: 0 of ${formatCount(excluded, "file")} reviewed`
  };
}
function blockingInWords(report, visible) {
  const blocking = visible.filter((finding) => failsGate(finding, report.failOn));
  const verb = blocking.length === 1 ? "blocks" : "block";
  if (blocking.length === 0) return "The gate failed and blocks";
  return `${findingsInWords(blocking)} ${verb}`;
}
function findingsInWords(findings) {
  if (findings.length === 0) return "no findings";
  const counts = countsBySeverity(findings).map(([severity, count2]) => `${formatNumber(count2)} ${severity}`);
  return `${formatList(counts)} finding${findings.length === 1 ? "" : "s"}`;
}
function countsBySeverity(findings) {
  return SEVERITIES.map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity).length]
  ).filter(([, count2]) => count2 > 0);
}
function missingParts(report) {
  const agents = report.agents.filter((agent) => agent.required && !isComplete(agent)).map((agent) => `${agent.name} ${outcomeWords(agent.status)}`);
  const parts = agents.length === 0 ? [] : [formatList(agents, MOST_NAMES)];
  const files = countFiles(report.coverage.notReviewed);
  if (files > 0) parts.push(`${formatCount(files, "file")} not reviewed`);
  const [problem] = report.configProblems;
  if (problem !== void 0) parts.push(`configuration problem in ${placeOf(problem.file, problem.line)}`);
  if (parts.length > 0 || report.verdict !== "incomplete") return parts.join(", ");
  return report.incompleteReasons[0] ?? "a part of the review is missing";
}
function placeOf(path, line) {
  return line === null || line === void 0 ? path : `${path}:${line}`;
}
function factsOf(report) {
  const { reviewed: reviewed2, notReviewed, excluded } = report.coverage;
  const reviewers = report.agents.filter(({ engine }) => engine !== "model");
  const done = reviewers.filter(isComplete).length;
  const textOnly = reviewed2.filter((file) => file.by.length === 1 && file.by[0] === "text").length;
  const details = [
    ...excluded.length > 0 ? [`${formatNumber(excluded.length)} excluded`] : [],
    ...textOnly > 0 ? [`${formatNumber(textOnly)} as text only`] : []
  ];
  const files = `${formatNumber(reviewed2.length)}/${formatNumber(reviewed2.length + countFiles(notReviewed))} files`;
  return [
    `${done}/${reviewers.length} reviewers`,
    details.length === 0 ? files : `${files} (${details.join(", ")})`,
    ...report.mode === "deterministic" ? ["rules and analyzers only, no model"] : [],
    ...statesInWords(report)
  ];
}
function statesInWords(report) {
  const { since } = report;
  if (since === void 0) return [];
  const shown = report.findings.filter((finding) => finding.suppressedBy === void 0);
  const count2 = (state) => shown.filter((finding) => finding.state === state).length;
  const dismissed = report.findings.filter(({ state }) => state === "dismissed").length;
  const fixed2 = since.fixed.filter(({ isNew }) => isNew);
  const [first] = fixed2;
  const by = first === void 0 ? "" : ` by ${first.fixedBy.slice(0, 7)}`;
  const parts = [
    `${count2("new")} new`,
    `${count2("open") + count2("moved")} still open${count2("moved") === 0 ? "" : ` (${count2("moved")} moved)`}`,
    `${fixed2.length} fixed${by}`,
    ...count2("reopened") > 0 ? [`${count2("reopened")} reopened`] : [],
    ...dismissed > 0 ? [`${dismissed} dismissed`] : [],
    ...since.notChecked > 0 ? [`${since.notChecked} not checked`] : []
  ];
  return [`since the last review: ${parts.join(", ")}`];
}
function convergenceWords({ convergence }) {
  if (convergence === void 0) return null;
  const { after, suppressed } = convergence;
  const held = suppressed === 0 ? "" : ` ${formatCount(suppressed, "finding")} ${suppressed === 1 ? "is" : "are"} not shown for it.`;
  return `This review has converged: after ${formatCount(after, "automatic review")} only new and changed lines are commented on, and small things do not come back.${held}`;
}
function warningsOf(report) {
  if (report.mode === "deterministic") return [];
  const models = report.agents.filter(
    (agent) => agent.engine !== "analyzers" && agent.status !== "not-needed"
  );
  if (models.length === 0 || models.some((agent) => agent.status === "done" || agent.status === "degraded"))
    return [];
  return ["No model reviewed this change: every model reviewer ended without a result."];
}
function revisionWords(revision) {
  const sha = revision.sha === null ? null : revision.sha.slice(0, 7);
  const repeats = revision.sha !== null && (revision.label === "" || revision.sha.startsWith(revision.label));
  return { sha, label: repeats ? null : revision.label };
}
function certaintyOf(finding) {
  if (finding.origin === "analyzer") return "deterministic";
  return finding.origin === "sarif" ? `imported, ${finding.verdict}` : finding.verdict;
}
function locationOf(finding) {
  if (finding.anchor === "subject" || finding.path === void 0)
    return finding.source ?? finding.path ?? "the change";
  if (finding.anchor === "file" || finding.startLine === void 0) return finding.path;
  const { startLine, endLine = startLine } = finding;
  const removed = finding.side === "old" ? " (removed)" : "";
  return `${finding.path}:${startLine}${endLine > startLine ? `\u2013${endLine}` : ""}${removed}`;
}
function resultOf(agent, report) {
  const own = report.findings.filter(
    (finding) => finding.reviewer === agent.name && finding.suppressedBy === void 0
  );
  const found = countsBySeverity(own).map(([severity, count2]) => `${formatNumber(count2)} ${severity}`);
  if (agent.status === "done") return found.length === 0 ? "no findings" : found.join(", ");
  if (agent.status === "not-needed")
    return agent.reason === void 0 ? "not needed" : `not needed: ${agent.reason}`;
  const ended = `${outcomeWords(agent.status)}${agent.reason === void 0 ? "" : `: ${agent.reason}`}`;
  return [...found, ended].join(", ");
}
function engineOf(agent) {
  if (agent.engine === "analyzers") return "analyzers";
  const model = agent.model ?? "model";
  return agent.engine === "model" ? model : `analyzers + ${model}`;
}

// src/render/extent-words.ts
var LONGEST_REASONS = 400;
function extentWords({ extent, since }) {
  if (extent === void 0 || since === void 0) return null;
  if (extent.kind === "full")
    return `Models looked at every file again: ${extent.reasons.join("; ").slice(0, LONGEST_REASONS)}.`;
  if (extent.askedFiles === 0) return null;
  const { glance, askedFiles, carriedFiles } = extent;
  const asked = `Models looked at ${formatCount(askedFiles, "changed file")}`;
  const carried = carriedFiles === 0 ? "" : `; results for ${formatCount(carriedFiles, "file")} were taken over`;
  const words = `${asked}${carried}.`;
  return glance === void 0 ? words : `${words} The push is small (${formatCount(glance.lines, "line")} since all reviewers looked): only ${formatList(glance.reviewers)} ${glance.reviewers.length === 1 ? "was" : "were"} asked.`;
}

// src/render/fit-budget.ts
function fitBudget(slots, budget) {
  const smallest = slots.map((slot) => byteLength(slot.sizes.at(-1) ?? ""));
  let reserved = smallest.reduce((total, size) => total + size, 0);
  let used = 0;
  let closed = false;
  return slots.map((slot, index) => {
    reserved -= smallest[index] ?? 0;
    const mayBeLeftOut = slot.sizes.at(-1) === "";
    if (closed && mayBeLeftOut) return "";
    const room = budget - used - reserved;
    const chosen = largestThatFits(slot.sizes, room, used / budget);
    if (chosen === "" && slot.sizes[0] !== "") closed = true;
    used += byteLength(chosen);
    return chosen;
  });
}
var LARGEST_SIZE_UNTIL = 0.7;
var MIDDLE_SIZE_UNTIL = 0.85;
function largestThatFits(sizes, room, fullness) {
  const skipped = fullness > MIDDLE_SIZE_UNTIL ? 2 : fullness > LARGEST_SIZE_UNTIL ? 1 : 0;
  const allowed = sizes.slice(Math.min(skipped, Math.max(0, sizes.filter((size) => size !== "").length - 1)));
  return allowed.find((size) => byteLength(size) <= room) ?? sizes.at(-1) ?? "";
}
function byteLength(text) {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 127) bytes += 1;
    if (unit > 2047 && (unit < 55296 || unit > 57343)) bytes += 1;
  }
  return bytes;
}

// src/render/group-findings.ts
function groupFindings(report) {
  const groups = {
    blocking: [],
    notable: [],
    minor: [],
    folded: [],
    dismissed: [],
    suppressed: []
  };
  let position = 0;
  for (const finding of report.findings) {
    if (finding.suppressedBy !== void 0) {
      if (finding.state === "dismissed") groups.dismissed.push(finding);
      else groups.suppressed.push(finding);
      continue;
    }
    const shown = position < report.shownCount || finding.severity === "critical";
    position += 1;
    if (failsGate(finding, report.failOn)) groups.blocking.push(finding);
    else if (!shown) groups.folded.push(finding);
    else if (isAtLeast(finding.severity, "medium")) groups.notable.push(finding);
    else groups.minor.push(finding);
  }
  return groups;
}
function dismissalWords({ suppressedBy = "" }) {
  return suppressedBy.replace(/^dismissal: /, "");
}
function suppressionReasons(suppressed) {
  const counts = /* @__PURE__ */ new Map();
  for (const { suppressedBy = "" } of suppressed)
    counts.set(suppressedBy, (counts.get(suppressedBy) ?? 0) + 1);
  return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}
function pathsByReason(items) {
  const byReason = /* @__PURE__ */ new Map();
  for (const { path, reason } of items) {
    const paths = byReason.get(reason);
    if (paths === void 0) byReason.set(reason, [path]);
    else paths.push(path);
  }
  return [...byReason].map(([reason, paths]) => ({ reason, paths })).sort((a, b) => b.paths.length - a.paths.length || (a.reason < b.reason ? -1 : 1));
}

// src/render/code-frame.ts
var MOST_LINES = 16;
var MOST_SUGGESTED = 60;
var MOST_CHARACTERS = 1e3;
var MOST_INDENT = 400;
function codeFrame(finding, width) {
  const { startLine = 0, endLine = startLine } = finding;
  const excerpt = finding.excerpt ?? quoteAsExcerpt(finding);
  if (excerpt === void 0) return [];
  const first = Math.max(0, Math.min(startLine - excerpt.startLine - 3, excerpt.lines.length - MOST_LINES));
  const lines = excerpt.lines.slice(first, first + MOST_LINES).map((line) => showCodeLine(line.slice(0, width + MOST_INDENT)));
  const shared = sharedIndent(lines);
  return lines.map((line, index) => {
    const number3 = excerpt.startLine + first + index;
    const marked = number3 >= startLine && number3 <= endLine;
    return { number: number3, text: cutLine(line.slice(shared), width).trimEnd(), marked };
  });
}
function sharedIndent(lines) {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  return indents.length === 0 ? 0 : Math.min(...indents);
}
function suggestionLines(finding) {
  const { suggestion, startLine, endLine = startLine, excerpt, quote } = finding;
  if (suggestion === void 0 || startLine === void 0 || endLine === void 0) return null;
  const removed = [];
  for (let line = startLine; line <= Math.min(endLine, startLine + MOST_LINES); line += 1) {
    const text = excerpt?.lines[line - excerpt.startLine] ?? (line === startLine ? quote : void 0);
    if (text !== void 0) removed.push(`- ${text}`);
  }
  const added = suggestion === "" ? [] : suggestion.replace(/\r?\n$/, "").split(/\r?\n/);
  return [...removed, ...added.slice(0, MOST_SUGGESTED).map((line) => `+ ${line}`)].map(
    (line) => line.slice(0, MOST_CHARACTERS)
  );
}
function quoteAsExcerpt(finding) {
  if (finding.quote === void 0 || finding.quote === "") return void 0;
  return { startLine: finding.startLine ?? 0, lines: finding.quote.split("\n").slice(0, 4) };
}

// src/render/markdown-finding.ts
var MOST_TEXT = 2e3;
var MOST_BESIDES = 400;
var MOST_STEPS = 12;
var FRAME_WIDTH = 140;
function markdownFinding(entry, heading, blobUrl) {
  const [first, ...others] = entry;
  const times = others.length === 0 ? "" : `, ${formatNumber(entry.length)} times`;
  const title = `#### ${heading} \xB7 ${titleOf(first, 160)}${times}`;
  const meta = metaLine(entry, blobUrl);
  const explanation = escapeMarkdown(cutText(first.explanation, MOST_TEXT));
  const short = escapeMarkdown(cutText(first.explanation, 280));
  const besides = differences(first, others);
  const details = detailsOf(first, others, blobUrl);
  const full = [title, meta, explanation, besides, frameOf(entry), details];
  return [
    `${full.filter((part) => part !== "").join("\n\n")}

`,
    `${[title, meta, short].filter((part) => part !== "").join("\n\n")}

`,
    `${findingLine(entry, blobUrl)}
`
  ];
}
function findingLine(entry, blobUrl) {
  const [first] = entry;
  const titles = [...new Set(entry.map((finding) => titleOf(finding, 100)))];
  return `- **${first.severity}** \xB7 ${titles.join("; ")} \xB7 ${linkedLocations(entry, blobUrl, 120)} \xB7 ${escapeMarkdownLine(cutLine(first.reviewer, 40))} \xB7 ${idsOf(entry)}`;
}
function findingStub(entry) {
  return entry.map((finding) => `- **${finding.severity}** \xB7 ${codeSpan(cutPath(locationOf(finding), 60))}
`).join("");
}
function titleOf(finding, most) {
  const title = escapeMarkdownLine(cutLine(finding.title, most));
  return title === "" ? "finding without a title" : title;
}
function idsOf(entry) {
  return entry.map(({ id }) => codeSpan(cutLine(id, 60))).join(" ");
}
function metaLine(entry, blobUrl) {
  const [first] = entry;
  const unique = (texts) => [...new Set(texts)];
  const others = unique(entry.flatMap(({ agreedBy }) => agreedBy));
  const names = others.map((name) => escapeMarkdownLine(cutLine(name, 40)));
  const agreed = names.length === 0 ? "" : `, also seen by ${names.join(", ")}`;
  const states = unique(entry.map(({ state }) => state));
  return [
    linkedLocations(entry, blobUrl, 240),
    `${escapeMarkdownLine(cutLine(first.reviewer, 40))}${agreed}`,
    unique(entry.map(certaintyOf)).join(" and "),
    ...states.length === 1 && states[0] === "new" ? [] : [states.join(" and ")],
    ...unique(entry.flatMap(({ cwe }) => cwe ?? [])).map(linkedCwe),
    idsOf(entry)
  ].join(" \xB7 ");
}
function linkedLocations(entry, blobUrl, most) {
  const [first, ...others] = entry;
  const places = /* @__PURE__ */ new Map([[locationOf(first), linkedTo(first, cutPath(locationOf(first), most), blobUrl)]]);
  for (const finding of others) {
    if (!places.has(locationOf(finding)))
      places.set(locationOf(finding), linkedTo(finding, lineOf(finding), blobUrl));
  }
  return formatList([...places.values()]);
}
function lineOf({ startLine = 0, endLine = startLine }) {
  return endLine > startLine ? `${startLine}\u2013${endLine}` : String(startLine);
}
function linkedTo(finding, text, blobUrl) {
  const label = codeSpan(text);
  if (finding.path === void 0 || finding.startLine === void 0 || finding.side === "old") return label;
  return markdownLink(label, blobUrl(finding.path, finding.startLine, finding.endLine));
}
function differences(first, others) {
  return others.map((finding) => {
    const title = finding.title === first.title ? "" : `${titleOf(finding, 160)}. `;
    const isSame2 = finding.explanation === first.explanation;
    const words = isSame2 ? "" : escapeMarkdown(cutText(finding.explanation, MOST_BESIDES));
    return title + words === "" ? "" : `- Line ${lineOf(finding)}: ${title}${words.replace(/\n+/g, " ")}`;
  }).filter((item) => item !== "").join("\n");
}
function linkedCwe(cwe) {
  const [, number3] = /^CWE-(\d{1,5})$/.exec(cwe) ?? [];
  const url = number3 === void 0 ? null : `https://cwe.mitre.org/data/definitions/${number3}.html`;
  return markdownLink(escapeMarkdownLine(cutLine(cwe, 20)), url);
}
function frameOf(entry) {
  const [first, ...others] = entry;
  const frame = codeFrame(first, FRAME_WIDTH);
  if (frame.length === 0) return "";
  const width = String(frame.at(-1)?.number ?? 0).length;
  const lines = frame.map(({ number: number3, text, ...line }) => {
    const marked = line.marked || others.some((other) => isWithin(number3, other));
    const shown = number3 === 0 ? " ".repeat(width) : String(number3).padStart(width);
    return `${marked ? "\u25B6" : " "} ${shown} \u2502 ${text}`;
  });
  return codeFence(lines, "text");
}
function isWithin(line, { startLine = 0, endLine = startLine }) {
  return line >= startLine && line <= endLine;
}
function detailsOf(first, others, blobUrl) {
  const parts = [
    ...detailParts(first, blobUrl),
    ...others.flatMap((other) => {
      const said = {
        ...other,
        failureScenario: other.failureScenario === first.failureScenario ? "" : other.failureScenario,
        fix: other.fix === first.fix ? "" : other.fix
      };
      const own = detailParts(said, blobUrl);
      return own.length === 0 ? [] : [`**Line ${lineOf(other)}**`, ...own];
    })
  ];
  const confidence = Math.round(Math.min(first.confidence, ...others.map((other) => other.confidence)));
  parts.push(`Rule ${codeSpan(cutLine(first.ruleId, 120))}, confidence ${confidence} of 100`);
  const isProven = [first, ...others].some(({ proof }) => proof.length > 0);
  return folded(isProven ? "Proof and fix" : "Why and how to fix it", parts.join("\n\n"));
}
function detailParts(finding, blobUrl) {
  const parts = [];
  if (finding.failureScenario.trim() !== "") {
    parts.push(`**What goes wrong.** ${escapeMarkdown(cutText(finding.failureScenario, MOST_TEXT))}`);
  }
  const proof = proofOf(finding.proof, blobUrl);
  if (proof !== "") parts.push(`**Proof**

${proof}`);
  if (finding.fix.trim() !== "") parts.push(`**Fix.** ${escapeMarkdown(cutText(finding.fix, MOST_TEXT))}`);
  const suggestion = suggestionLines(finding);
  if (suggestion !== null) {
    parts.push(
      `**Suggested change**

${codeFence(
        suggestion.map((line) => cutLine(line, 300)),
        "diff"
      )}`
    );
  }
  return parts;
}
function proofOf(steps, blobUrl) {
  const shown = steps.slice(0, MOST_STEPS).map((step, index) => {
    const text = escapeMarkdownLine(cutText(step.text, 300));
    if (step.path === void 0) return `${index + 1}. ${text}`;
    const place = step.line === void 0 ? step.path : `${step.path}:${step.line}`;
    const label = codeSpan(cutPath(place, 160));
    const linked = step.line === void 0 ? label : markdownLink(label, blobUrl(step.path, step.line));
    return `${index + 1}. ${linked} ${text}`;
  });
  const more = steps.length - shown.length;
  return [...shown, ...more > 0 ? [`${shown.length + 1}. and ${formatNumber(more)} more steps`] : []].join(
    "\n"
  );
}
function folded(summary, body) {
  return `<details><summary>${summary}</summary>

${body}

</details>`;
}

// src/render/markdown-sections.ts
var MOST_AGENTS = 24;
var MOST_PROBLEMS = 10;
var MOST_NOTES = 10;
var MOST_PATHS2 = 30;
var MOST_REASONS = 6;
var MOST_DISMISSED = 20;
var MOST_EXCLUDED = 5;
function missingSection(report) {
  if (report.incompleteReasons.length === 0) return "";
  return `**Missing from this review**

${list(report.incompleteReasons, MOST_PROBLEMS, 300)}

`;
}
function problemsSection(report) {
  const { configProblems } = report;
  if (configProblems.length === 0) return "";
  const items = configProblems.slice(0, MOST_PROBLEMS).map((problem) => {
    const key = problem.key === "" ? "" : ` ${codeSpan(cutLine(problem.key, 80))}:`;
    return `- ${codeSpan(cutPath(placeOf(problem.file, problem.line), 120))}${key} ${escapeMarkdownLine(cutText(problem.message, 300))}`;
  });
  return `**Configuration problems**

${withRest(items, configProblems.length, "problem")}

`;
}
function conflictsSection(report) {
  const conflicts = report.conflicts ?? [];
  if (conflicts.length === 0) return "";
  const items = conflicts.slice(0, MOST_PROBLEMS).map(({ findings, reason }) => {
    const ids = findings.slice(0, 6).map((id) => codeSpan(cutLine(id, 60))).join(" and ");
    return `- ${ids}: ${escapeMarkdownLine(cutText(reason, 300))}`;
  });
  return `**Conflicting advice, yours to decide**

${withRest(items, conflicts.length, "conflict")}

`;
}
function coverageSection(report) {
  const { notReviewed, excluded } = report.coverage;
  const parts = [];
  if (notReviewed.length > 0) {
    const items = notReviewed.slice(0, MOST_PATHS2).map(
      ({ path, reason }) => `- ${codeSpan(cutPath(path, 160))}: ${escapeMarkdownLine(cutText(reason, 200))}`
    );
    parts.push(
      `**Not reviewed, although they should have been**

${withRest(items, notReviewed.length, "file")}`
    );
  }
  if (excluded.length > 0) {
    const groups = pathsByReason(excluded);
    const items = groups.slice(0, MOST_REASONS).map(({ reason, paths }) => {
      const named = paths.slice(0, MOST_EXCLUDED).map((path) => codeSpan(cutPath(path, 100)));
      const more = paths.length > named.length ? ` and ${formatNumber(paths.length - named.length)} more` : "";
      return `- ${escapeMarkdownLine(cutText(reason, 120))}: ${named.join(", ")}${more}`;
    });
    parts.push(`**Excluded by policy**

${withRest(items, groups.length, "reason")}`);
  }
  if (parts.length === 0) return "";
  const total = formatCount(countFiles(notReviewed) + excluded.length, "file");
  return `${folded(`Not reviewed or excluded: ${total}`, parts.join("\n\n"))}

`;
}
function dismissedSection(dismissed) {
  if (dismissed.length === 0) return "";
  const items = dismissed.slice(0, MOST_DISMISSED).map((finding) => {
    const what = `${codeSpan(cutLine(finding.id, 60))} ${finding.severity} \xB7 ${escapeMarkdownLine(cutLine(finding.title, 80))}`;
    const where = codeSpan(cutPath(locationOf(finding), 120));
    return `- ${what} \xB7 ${where}: ${escapeMarkdownLine(cutText(dismissalWords(finding), 400))}`;
  });
  return `${folded(`Dismissed: ${formatCount(dismissed.length, "finding")}`, withRest(items, dismissed.length, "finding"))}

`;
}
function suppressedSection(suppressed) {
  if (suppressed.length === 0) return "";
  const reasons = suppressionReasons(suppressed);
  const items = reasons.slice(0, MOST_REASONS).map(([reason, count2]) => `- ${formatNumber(count2)} \xD7 ${escapeMarkdownLine(cutText(reason, 120))}`);
  return `${folded(`Not shown: ${formatCount(suppressed.length, "finding")}`, withRest(items, reasons.length, "reason"))}

`;
}
function notesSection(report) {
  if (report.notes.length === 0) return "";
  return `${folded(formatCount(report.notes.length, "note"), list(report.notes, MOST_NOTES, 300))}

`;
}
function agentsTable(report) {
  const { agents, usage } = report;
  if (agents.length === 0) return "";
  const withModels = agents.some(({ engine }) => engine !== "analyzers");
  const line = (first, ofModels) => row(withModels ? [...first, ...ofModels] : first);
  const rows = agents.slice(0, MOST_AGENTS).map((agent) => {
    const mark = isComplete(agent) ? "" : "\u26A0\uFE0F ";
    const name = cell(agent.name, 40);
    return line(
      [
        agent.required ? name : `${name} (optional)`,
        `${mark}${cell(resultOf(agent, report), 160)}`,
        formatDuration(agent.ms)
      ],
      [cell(engineOf(agent), 60), tokensCell(agent.tokens), formatDollars(agent.costUsd)]
    );
  });
  if (agents.length > MOST_AGENTS)
    rows.push(line([`and ${agents.length - MOST_AGENTS} more`, "", ""], ["", "", ""]));
  if (agents.length > 1) {
    const sum = ["", tokensCell(usage.tokens), formatDollars(usage.costUsd)];
    rows.push(line(["**whole run**", "", formatDuration(usage.ms)], sum));
  }
  const head = line(["Reviewer", "Result", "Time"], ["Engine", "Tokens in / cached / out", "Cost"]);
  const ruler = line(["---", "---", "---:"], ["---", "---:", "---:"]);
  return `${[head, ruler, ...rows].join("\n")}

`;
}
function tokensCell({ input, cacheWritten, cacheRead, output }) {
  if (input + cacheWritten + cacheRead + output === 0) return "\u2013";
  return `${formatTokens(input + cacheWritten)} / ${formatTokens(cacheRead)} / ${formatTokens(output)}`;
}
function cell(text, most) {
  return escapeMarkdownCell(cutLine(text, most));
}
function row(cells) {
  return `| ${cells.join(" | ")} |`;
}
function list(texts, most, length) {
  const items = texts.slice(0, most).map((text) => `- ${escapeMarkdown(cutText(text, length)).replace(/\n+/g, " ")}`);
  return withRest(items, texts.length, "item");
}
function withRest(items, total, noun) {
  const rest = total - items.length;
  return [
    ...items,
    ...rest > 0 ? [`- and ${formatNumber(rest)} more ${noun}${rest === 1 ? "" : "s"}`] : []
  ].join("\n");
}

// src/render/merge-neighbours.ts
var MOST_DISTANCE = 3;
var MOST_MERGED = 20;
function mergeNeighbours(findings) {
  const byKey = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = keyOf(finding);
    const list3 = byKey.get(key);
    if (list3 === void 0) byKey.set(key, [finding]);
    else list3.push(finding);
  }
  const entryOf = /* @__PURE__ */ new Map();
  for (const list3 of byKey.values())
    for (const entry of chains(list3)) for (const finding of entry) entryOf.set(finding, entry);
  const entries = findings.map((finding) => entryOf.get(finding)).filter((entry) => entry !== void 0);
  return [...new Set(entries)];
}
function keyOf(finding) {
  const { ruleId, path, side, severity, origin, reviewer, title, anchor, startLine } = finding;
  const isAlone2 = anchor !== "line" || path === void 0 || startLine === void 0;
  const itself = isAlone2 ? finding.fingerprint : "";
  return JSON.stringify([
    ruleId,
    path,
    side,
    severity,
    origin,
    reviewer,
    origin === "model" && title,
    itself
  ]);
}
function chains(findings) {
  const byLine = [...findings].sort((a, b) => (a.startLine ?? 0) - (b.startLine ?? 0));
  const done = [];
  for (const finding of byLine) {
    const open = done.at(-1);
    const before = open?.at(-1);
    const isNear = before !== void 0 && finding.anchor === "line" && (finding.startLine ?? 0) - (before.startLine ?? 0) <= MOST_DISTANCE;
    if (open !== void 0 && isNear && open.length < MOST_MERGED) open.push(finding);
    else done.push([finding]);
  }
  return done;
}

// src/render/since-section.ts
var MOST_ROWS = 30;
var MOST_TEXT2 = 90;
function sinceSection(report) {
  const { since } = report;
  if (since === void 0) return "";
  const changed = report.findings.filter(isChanged).map(rowOfFinding);
  const fixed2 = since.fixed.filter((one) => one.isNew).map(
    ({ id, title, path = "", fixedBy: fixedBy2 }) => row2(id, `fixed by ${codeSpan(fixedBy2.slice(0, 7))}`, title, path === "" ? "" : codePath(path))
  );
  const rows = [...fixed2, ...changed];
  if (rows.length === 0) return "";
  const table = ["| Id | State | Finding | Where |", "|---|---|---|---|", ...rows.slice(0, MOST_ROWS)];
  const more = rows.length - MOST_ROWS;
  const ended = since.endedDismissals.map((id) => codeSpan(cutLine(id, 30)));
  const dismissals = ended.length === 0 ? "" : `

Dismissed until its code changed, and it did: ${ended.slice(0, MOST_ROWS).join(", ")}.`;
  const rest = more > 0 ? `

\u2026 and ${formatCount(more, "more finding")}.` : "";
  const summary = `What changed since the review of ${since.head.slice(0, 7)}: ${formatCount(rows.length, "finding")}`;
  return `${folded(summary, `${table.join("\n")}${rest}${dismissals}`)}

`;
}
function isChanged({ state, suppressedBy }) {
  if (state === "dismissed") return true;
  return suppressedBy === void 0 && state !== "open";
}
function rowOfFinding(finding) {
  return row2(finding.id, finding.state, finding.title, codePath(locationOf(finding)));
}
function codePath(path) {
  return codeSpan(cutPath(path, MOST_TEXT2)).replaceAll("|", "\\|");
}
function row2(id, state, title, where) {
  return `| ${codeSpan(cutLine(id, 30))} | ${state} | ${escapeMarkdownCell(cutLine(title, MOST_TEXT2))} | ${where} |`;
}

// src/render/render-markdown.ts
var COMMENT_MARKER = "<!-- multi-agent-review v1 -->";
var DEFAULT_BUDGET = 6e4;
var RESERVE = 1500;
var MARKS = { pass: "\u2705", fail: "\u274C", incomplete: "\u26A0\uFE0F", skipped: "\u23ED\uFE0F" };
function renderMarkdown(report, options = {}) {
  const groups = groupFindings(report);
  const blobUrl = options.blobUrl ?? (() => null);
  const before = [
    header(report, options),
    missingSection(report),
    problemsSection(report),
    escalationSection(report)
  ].join("");
  const after = [extentSection(report), agentsTable(report), footer(report, groups, options)].join("");
  const extras = [
    sinceSection(report),
    conflictsSection(report),
    coverageSection(report),
    dismissedSection(groups.dismissed),
    suppressedSection(groups.suppressed),
    notesSection(report)
  ];
  const budget = (options.budget ?? DEFAULT_BUDGET) - RESERVE - byteLength(before) - byteLength(after);
  const merged = mergeGroups(groups);
  const entries = inOrder(report, merged);
  const slots = [...findingSlots(entries, merged, blobUrl)];
  const firstMinor = entries.findIndex((entry) => !mustAppear(entry, groups));
  const cut = firstMinor === -1 ? entries.length : firstMinor;
  const extraSlots = extras.map((text) => ({ sizes: [text, ""] }));
  const chosen = fitBudget([...slots.slice(0, cut), ...extraSlots, ...slots.slice(cut)], budget);
  const textOf4 = new Map(
    entries.map((entry, index) => [entry, chosen[index < cut ? index : index + extras.length] ?? ""])
  );
  const body = [
    before,
    findingSections(merged, textOf4),
    ...chosen.slice(cut, cut + extras.length),
    after
  ].join("");
  return `${body.trimEnd()}
`;
}
function header(report, { commands = false }) {
  const headline = headlineOf(report);
  const text = headlineText(headline);
  const head = revisionMarkdown(report.head);
  const base = revisionMarkdown(report.base);
  const facts = [`Reviewed ${head} against ${base}`, ...factsOf(report)].join(" \xB7 ");
  const warnings = [...overrideWords(report), ...warningsOf(report)].map((warning) => `> ${warning}

`);
  const converged = convergenceWords(report);
  const full = commands ? " `/review full` looks at everything again." : "";
  const calm = converged === null ? "" : `_${converged}_${full}

`;
  return `${COMMENT_MARKER}
### ${MARKS[headline.mark]} ${escapeMarkdownLine(cutLine(text, 400))}

${facts}

${calm}${warnings.join("")}`;
}
function extentSection(report) {
  const words = extentWords(report);
  return words === null ? "" : `${escapeMarkdownLine(words)}

`;
}
function overrideWords({ override }) {
  if (override === void 0) return [];
  const { by, reason, head, source } = override;
  const who = markdownLink(escapeMarkdownLine(cutLine(by, 60)), source);
  const why = escapeMarkdownLine(cutLine(reason, LONGEST_REASON));
  return [
    `Overridden by ${who} for ${codeSpan(head.slice(0, 7))}: ${why} \xB7 The override ends with this commit: the next push is judged anew.`
  ];
}
function revisionMarkdown(revision) {
  const { sha, label } = revisionWords(revision);
  const shown = label === null ? null : cutLine(label, 100);
  if (sha === null) return codeSpan(shown ?? "unknown");
  return shown === null ? codeSpan(sha) : `${codeSpan(sha)} (${codeSpan(shown)})`;
}
function mergeGroups({ blocking, notable, minor, folded: rest }) {
  return {
    blocking: mergeNeighbours(blocking),
    notable: mergeNeighbours(notable),
    minor: mergeNeighbours(minor),
    folded: mergeNeighbours(rest)
  };
}
function inOrder({ findings }, merged) {
  const { blocking, notable, minor, folded: rest } = merged;
  const all = [...blocking, ...notable, ...minor, ...rest];
  const entryOf = new Map(all.flatMap((entry) => entry.map((finding) => [finding, entry])));
  const found = findings.map((finding) => entryOf.get(finding)).filter((entry) => entry !== void 0);
  return [...new Set(found)];
}
function mustAppear([first], groups) {
  return first.severity === "critical" || groups.blocking.includes(first);
}
function* findingSlots(entries, { blocking, notable }, blobUrl) {
  const mayNotBeCut = new Set(blocking);
  const inFull = new Map([...blocking, ...notable].map((entry, index) => [entry, index + 1]));
  for (const entry of entries) {
    const [{ severity }] = entry;
    const number3 = inFull.get(entry);
    if (number3 === void 0) {
      yield { sizes: [`${findingLine(entry, blobUrl)}
`, ""] };
      continue;
    }
    const sizes = markdownFinding(entry, `${number3} \xB7 ${severity}`, blobUrl);
    const stays = severity === "critical" || mayNotBeCut.has(entry);
    yield { sizes: [...sizes, stays ? findingStub(entry) : ""] };
  }
}
function findingSections(groups, textOf4) {
  const join = (entries) => joinParts(entries.map((entry) => textOf4.get(entry) ?? ""));
  const words = (entries) => findingsInWords(entries.flat());
  const foldedMinor = foldedList(groups.minor, `${words(groups.minor)}, folded`, join);
  const foldedRest = foldedList(groups.folded, `${words(groups.folded)} beyond the limit`, join);
  return [
    join([...groups.blocking, ...groups.notable]),
    foldedMinor,
    foldedRest,
    leftOut(groups, textOf4)
  ].join("");
}
function joinParts(parts) {
  const text = parts.filter((part) => part !== "").reduce(
    (page, part) => page + (page === "" || part.startsWith("- ") || page.endsWith("\n\n") ? part : `
${part}`),
    ""
  );
  return text === "" || text.endsWith("\n\n") ? text : `${text}
`;
}
function foldedList(entries, summary, join) {
  const body = join(entries);
  return body === "" ? "" : `${folded(summary, body.trimEnd())}

`;
}
function leftOut(groups, textOf4) {
  const left = [...groups.blocking, ...groups.notable, ...groups.minor, ...groups.folded].filter((entry) => (textOf4.get(entry) ?? "") === "").flat();
  if (left.length === 0) return "";
  return `**Left out of this comment for its size: ${findingsInWords(left)}.** The full report holds them.

`;
}
function footer(report, groups, options) {
  const first = [...groups.blocking, ...groups.notable, ...groups.minor][0];
  const commands = first === void 0 ? ["`/review` runs again", "`/review help`"] : [
    "`/review` runs again",
    `${codeSpan(`/review explain ${cutLine(first.id, 60)}`)}`,
    `${codeSpan(`/review dismiss ${cutLine(first.id, 60)} reason`)}`,
    "`/review help`"
  ];
  const about = [
    `${escapeMarkdownLine(cutLine(report.tool.name, 40))} ${escapeMarkdownLine(cutLine(report.tool.version, 40))}`,
    `workflow ${codeSpan(cutLine(report.workflow, 60))}`,
    `configuration ${codeSpan(cutLine(report.configDigest, 12))}`,
    formatCount(report.findings.length, "finding")
  ];
  return `<sub>${[...options.commands === true ? commands : [], ...about].join(" \xB7 ")}</sub>
`;
}

// src/render/render-status.ts
var MOST_CHARACTERS2 = 140;
var ASKED = "reviewing, asked by ";
function statusOf(report, situation) {
  const make = (state, text) => ({
    state,
    description: cutLine(flattenText(text), MOST_CHARACTERS2),
    targetUrl: situation.targetUrl
  });
  switch (situation.kind) {
    case "running":
      return make("pending", situation.askedBy ? `${ASKED}${situation.askedBy}` : "reviewing");
    case "draft":
      return make("pending", "draft: reviewed when ready");
    case "closed":
      return null;
    case "merge-group":
      return make("success", "reviewed in the pull request");
    case "crashed":
      return make("error", "crashed: the review did not finish; run it again");
    case "refused":
      return make("error", `incomplete: ${situation.reason}`);
    case "paused":
    case "aborted":
    case "superseded":
      return make("error", situation.by === null ? situation.kind : `${situation.kind} by ${situation.by}`);
    case "reviewed": {
      if (report === null) return make("error", "crashed: the review did not finish; run it again");
      const [state, text] = reviewed(report, situation.key === "empty", situation.isFork);
      return make(state, text);
    }
  }
}
function reviewed(report, keyIsEmpty, isFork) {
  const facts = statusFacts(report, keyIsEmpty && isFork);
  if (report.overriddenBy !== void 0) return ["success", `overridden by @${report.overriddenBy}`];
  const missing2 = missingWords(report, keyIsEmpty && !isFork);
  if (report.gate === "fail") {
    const incomplete = missing2 === null ? [] : [`incomplete: ${missing2}`];
    return ["failure", [blockingWords(report), ...incomplete, ...facts].join(" \xB7 ")];
  }
  if (missing2 !== null) {
    const isAllowed = report.verdict === "incomplete" && report.gate === "pass";
    return isAllowed ? ["success", `incomplete, allowed by on-incomplete: ${missing2}`] : ["error", `incomplete: ${missing2}`];
  }
  if (report.gate === "incomplete") return ["error", "incomplete: a part of the review is missing"];
  if (report.verdict === "skipped" || report.coverage.reviewed.length === 0)
    return ["success", skippedWords(report)];
  const found = findingWords(report);
  return ["success", [...found === null ? [] : [found], ...facts].join(" \xB7 ")];
}
function missingWords(report, keyIsMissing) {
  const parts = [];
  if (keyIsMissing) parts.push("the model key is empty");
  if (report.mode === "models" && noModelReviewed(report))
    parts.push("no model reviewed, analyzer results only");
  if (report.verdict === "incomplete") parts.push(missingParts(report));
  return parts.length === 0 ? null : parts.join("; ");
}
function noModelReviewed(report) {
  const models = report.agents.filter(
    (agent) => agent.engine !== "analyzers" && agent.status !== "not-needed"
  );
  return models.length > 0 && models.every((agent) => agent.status !== "done" && agent.status !== "degraded");
}
function statusFacts(report, isForkWithoutKey) {
  const [reviewers = "", files = ""] = factsOf(report);
  const mode = isForkWithoutKey ? "deterministic mode (fork, no key)" : "deterministic mode";
  return [`${reviewers}, ${files}`, ...report.mode === "deterministic" ? [mode] : []];
}
function blockingWords(report) {
  const blocking = report.findings.filter((finding) => failsGate(finding, report.failOn));
  if (blocking.length === 0) return "the gate failed";
  const counts = countsBySeverity(blocking).map(([severity, count2]) => `${formatNumber(count2)} ${severity}`);
  return `${formatList(counts)} ${blocking.length === 1 ? "finding blocks" : "findings block"}`;
}
function findingWords(report) {
  const counts = countsBySeverity(report.findings.filter((finding) => finding.suppressedBy === void 0));
  return counts.length === 0 ? null : counts.map(([severity, count2]) => `${formatNumber(count2)} ${severity}`).join(", ");
}
function skippedWords(report) {
  const excluded = report.coverage.excluded.length;
  return excluded === 0 ? "skipped: the change holds no file to review" : `skipped by configuration: 0 of ${formatCount(excluded, "file")}`;
}

// src/render/finding-marker.ts
var STATES = ["open", "fixed", "resolved", "reopened"];
var PATTERN = /^<!-- multi-agent-review finding (f1:[0-9a-f]{8,64})(?: place:([0-9a-f]{8,64}))?(?: (fixed|resolved|reopened))? -->$/;
function writeFindingMarker({ fingerprint, placeKey, state }) {
  const place = placeKey === null ? "" : ` place:${placeKey}`;
  return `<!-- multi-agent-review finding ${fingerprint}${place}${state === "open" ? "" : ` ${state}`} -->`;
}
function readFindingMarker(body) {
  const [line = ""] = body.split(/\r?\n/, 1);
  const [, fingerprint, placeKey = null, word] = PATTERN.exec(line) ?? [];
  if (fingerprint === void 0) return null;
  return { fingerprint, placeKey, state: STATES.find((state) => state === word) ?? "open" };
}

// src/render/render-inline-comment.ts
var MOST_TEXT3 = 2e3;
var MOST_SUGGESTION = 1e4;
function renderInlineComment(finding, offersSuggestion) {
  const title = escapeMarkdownLine(cutLine(finding.title, 160));
  const details = [];
  if (finding.failureScenario.trim() !== "")
    details.push(`**What goes wrong.** ${escapeMarkdown(cutText(finding.failureScenario, MOST_TEXT3))}`);
  if (finding.fix.trim() !== "") details.push(`**Fix.** ${escapeMarkdown(cutText(finding.fix, MOST_TEXT3))}`);
  const parts = [
    `**${finding.severity}** \xB7 **${title === "" ? "finding without a title" : title}**`,
    escapeMarkdown(cutText(finding.explanation, MOST_TEXT3)),
    offersSuggestion ? suggestionBlock(finding.suggestion) : "",
    details.length === 0 ? "" : folded("Why and how to fix it", details.join("\n\n")),
    `<sub>${escapeMarkdownLine(cutLine(finding.reviewer, 40))} \xB7 ${certaintyOf(finding)} \xB7 ${codeSpan(finding.id)}</sub>`
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}
function suggestionBlock(suggestion) {
  if (suggestion === void 0 || suggestion.length > MOST_SUGGESTION) return "";
  const text = suggestion.replaceAll("\r\n", "\n").replace(/\n$/, "");
  const lines = text.split("\n");
  const isPlain = lines.every((line) => revealHiddenText(line) === line);
  const isCommand = lines.some((line) => /^\s*(?:\/[a-z]|@dependabot\b)/i.test(line));
  if (!isPlain || isCommand || text.includes("<!--")) return "";
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}suggestion
${text === "" ? "" : `${text}
`}${fence}`;
}

// src/publish/choose-inline.ts
var MOST_COMMENTS = 25;
var LONGEST_RANGE = 40;
function chooseInline(report, files, posted, places) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const { blocking, notable } = groupFindings(report);
  const chosen = [];
  const said = new Set(posted);
  for (const finding of [...blocking, ...notable]) {
    if (chosen.length >= MOST_COMMENTS) break;
    if (said.has(finding.fingerprint) || !isFresh(finding)) continue;
    const comment = commentOn(finding, byPath, places.get(finding.fingerprint) ?? null);
    if (comment === null) continue;
    said.add(finding.fingerprint);
    chosen.push({ finding, comment });
  }
  return chosen;
}
function isFresh({ state }) {
  return state === "new" || state === "reopened";
}
function commentOn(finding, files, placeKey) {
  const { anchor, path, startLine, side = "new" } = finding;
  if (anchor !== "line" || path === void 0 || startLine === void 0) return null;
  const file = files.get(path) ?? [...files.values()].find((one) => side === "old" && one.oldPath === path);
  if (file === void 0) return null;
  const map = makeLineMap(file);
  const endLine = Math.max(startLine, finding.endLine ?? startLine);
  const fits = endLine - startLine < LONGEST_RANGE && map.canCommentRange(side, startLine, endLine);
  if (!fits && !map.canComment(side, startLine)) return null;
  const end = fits ? endLine : startLine;
  const marker = writeFindingMarker({ fingerprint: finding.fingerprint, placeKey, state: "open" });
  return {
    path: file.path,
    side,
    ...end > startLine ? { startLine } : {},
    line: end,
    body: `${marker}
${renderInlineComment(finding, fits && side === "new")}`
  };
}

// src/publish/claim.ts
async function claim(statuses, sha, runUrl, signal, askedBy = null) {
  const pending = statusOf(null, { kind: "running", targetUrl: runUrl, askedBy }) ?? {
    state: "pending",
    description: "reviewing",
    targetUrl: runUrl
  };
  try {
    const status = await statuses.create(sha, pending, signal);
    return { canWrite: true, sha, authorId: status.creatorId ?? 0, statusId: status.id, runUrl };
  } catch (error) {
    const isForbidden = error instanceof ForgeError && (error.status === 403 || error.status === 404);
    if (isForbidden && error.code !== "forge-limited") return { canWrite: false, sha, reason: error.message };
    throw error;
  }
}
async function stillOurs(statuses, own, seen, signal) {
  if (!own.canWrite) return true;
  if (seen !== null && isClaimOf(own, seen)) return true;
  try {
    const newest = await statuses.newest(own.sha, signal);
    return newest === null || newest.id === own.statusId;
  } catch (error) {
    if (error instanceof ForgeError) return true;
    throw error;
  }
}
function isClaimOf({ authorId, runUrl }, seen) {
  return runUrl !== null && seen.state === "pending" && seen.targetUrl === runUrl && seen.creatorId === authorId;
}
async function shouldYield(statuses, sha, login, signal) {
  if (login === null || login === "") return false;
  const newest = await statuses.newest(sha, signal);
  return newest !== null && newest.creator.toLowerCase() === login.toLowerCase();
}

// src/aggregate/memory-text.ts
var LONGEST = 2e6;
var MOST_ENTRIES = 5e3;
var STATES2 = ["open", "fixed", "dismissed"];
var ORIGINS = ["analyzer", "model", "sarif"];
var ANCHORS = ["line", "file", "subject"];
var SIDES = ["new", "old"];
var VERDICTS = ["confirmed", "refuted", "uncertain", "unverified"];
function writeMemory(memory) {
  const { files, glanced, signatures, lines } = memory;
  const keys = {
    files: [...files],
    glanced: [...glanced],
    signatures: [...signatures],
    lines: [...lines].join("")
  };
  return JSON.stringify({ ...memory, ...keys });
}
function readMemory(text) {
  if (text.length > LONGEST) return null;
  try {
    return memoryOf(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Unfit) return null;
    throw error;
  }
}
var Unfit = class extends Error {
};
function memoryOf(value) {
  const fields = fieldsOf(value);
  return {
    head: string(fields, "head"),
    base: string(fields, "base"),
    baseLabel: string(fields, "baseLabel"),
    configDigest: string(fields, "configDigest"),
    modelsDigest: fields.modelsDigest === null ? null : string(fields, "modelsDigest"),
    rounds: count(fields, "rounds"),
    finished: strings(fields, "finished"),
    files: new Set(strings(fields, "files")),
    glanced: new Set(strings(fields, "glanced")),
    seenHead: string(fields, "seenHead"),
    signatures: new Set(strings(fields, "signatures")),
    lines: readLineKeys(string(fields, "lines")),
    findings: list2(fields, "findings").map(rememberedOf),
    carried: list2(fields, "carried").map(carriedOf)
  };
}
function readLineKeys(text) {
  if (text.length % LINE_KEY_LENGTH !== 0 || !/^[0-9a-f]*$/.test(text)) throw new Unfit();
  const keys = /* @__PURE__ */ new Set();
  for (let at = 0; at < text.length; at += LINE_KEY_LENGTH) keys.add(text.slice(at, at + LINE_KEY_LENGTH));
  return keys;
}
function rememberedOf(value) {
  const fields = fieldsOf(value);
  const fingerprint = string(fields, "fingerprint");
  if (!/^f1:[0-9a-f]{8,64}$/.test(fingerprint)) throw new Unfit();
  return {
    fingerprint,
    codeKey: string(fields, "codeKey"),
    placeKey: string(fields, "placeKey"),
    state: oneOf(fields, "state", STATES2),
    ...optional(fields, "fixedBy", string),
    reviewer: string(fields, "reviewer"),
    ruleId: string(fields, "ruleId"),
    origin: oneOf(fields, "origin", ORIGINS),
    severity: oneOf(fields, "severity", SEVERITIES),
    title: string(fields, "title"),
    ...optional(fields, "path", string),
    ...optional(fields, "line", count),
    ...optional(fields, "side", (from, name) => oneOf(from, name, SIDES))
  };
}
function carriedOf(value) {
  const fields = fieldsOf(value);
  return {
    reviewer: string(fields, "reviewer"),
    ruleId: string(fields, "ruleId"),
    category: oneOf(fields, "category", CATEGORIES),
    ...optional(fields, "cwe", string),
    severity: oneOf(fields, "severity", SEVERITIES),
    confidence: count(fields, "confidence"),
    anchor: oneOf(fields, "anchor", ANCHORS),
    ...optional(fields, "path", string),
    ...optional(fields, "startLine", count),
    ...optional(fields, "endLine", count),
    ...optional(fields, "side", (from, name) => oneOf(from, name, SIDES)),
    ...optional(fields, "quote", string),
    ...optional(fields, "source", string),
    title: string(fields, "title"),
    explanation: string(fields, "explanation"),
    failureScenario: string(fields, "failureScenario"),
    fix: string(fields, "fix"),
    ...optional(fields, "suggestion", string),
    proof: list2(fields, "proof").map((step) => {
      const parts = fieldsOf(step);
      return {
        ...optional(parts, "path", string),
        ...optional(parts, "line", count),
        text: string(parts, "text")
      };
    }),
    origin: oneOf(fields, "origin", ORIGINS),
    verdict: oneOf(fields, "verdict", VERDICTS),
    symbol: string(fields, "symbol"),
    agreedBy: strings(fields, "agreedBy")
  };
}
function fieldsOf(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Unfit();
  return { ...value };
}
function string(fields, name) {
  const value = Object.hasOwn(fields, name) ? fields[name] : void 0;
  if (typeof value !== "string") throw new Unfit();
  return value;
}
function count(fields, name) {
  const value = Object.hasOwn(fields, name) ? fields[name] : void 0;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new Unfit();
  return value;
}
function list2(fields, name) {
  const value = Object.hasOwn(fields, name) ? fields[name] : void 0;
  if (!Array.isArray(value) || value.length > MOST_ENTRIES) throw new Unfit();
  return value;
}
function strings(fields, name) {
  return list2(fields, name).map((value) => {
    if (typeof value !== "string") throw new Unfit();
    return value;
  });
}
function oneOf(fields, name, allowed) {
  const value = string(fields, name);
  const found = allowed.find((one) => one === value);
  if (found === void 0) throw new Unfit();
  return found;
}
function optional(fields, name, read) {
  if (!Object.hasOwn(fields, name) || fields[name] === void 0) return {};
  const made = {};
  made[name] = read(fields, name);
  return made;
}

// src/publish/order-state.ts
var MOST_ORDERS = 100;
var MOST_OBEYED = 1e3;
function keepOrders(orders) {
  return orders.slice(-MOST_ORDERS);
}
function keepObeyed(commands) {
  return commands.slice(-MOST_OBEYED);
}
function readOrders(value) {
  return listOf(value).flatMap((item) => orderOf(item) ?? []);
}
function readObeyed(value) {
  return listOf(value).flatMap((item) => {
    const [commentId, at] = Array.isArray(item) ? item : [];
    return isCount(commentId) && isCount(at) ? [{ commentId, at }] : [];
  });
}
function writeObeyed(commands) {
  return commands.map(({ commentId, at }) => [commentId, at]);
}
function orderOf(item) {
  if (typeof item !== "object" || item === null) return null;
  const none = { kind: null, commentId: null, commentKind: null, line: null, head: null, fingerprint: null };
  const { kind, commentId, commentKind, line, head, fingerprint } = {
    ...none,
    ...item
  };
  if (!isCount(commentId) || typeof line !== "string" || !/^[0-9a-f]{8,64}$/.test(line)) return null;
  if (commentKind !== "conversation" && commentKind !== "review") return null;
  const place = { commentId, commentKind, line };
  if (kind === "pause") return { ...place, kind };
  if (kind === "override" && typeof head === "string" && /^[0-9a-f]{40,64}$/.test(head))
    return { ...place, kind, head };
  if (kind === "dismiss" && typeof fingerprint === "string" && /^f1:[0-9a-f]{8,32}$/.test(fingerprint))
    return { ...place, kind, fingerprint };
  return null;
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function isCount(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
function standingOrders(orders, head, before, now) {
  const was = standingIn(before);
  const is = standingIn(now);
  return orders.filter((order) => {
    if (order.kind === "override") return order.head === head;
    if (order.kind !== "dismiss" || now === null) return true;
    return is.has(order.fingerprint) || !was.has(order.fingerprint);
  });
}
function standingIn(memory) {
  const findings = memory?.findings ?? [];
  return new Set(findings.filter(({ state }) => state !== "fixed").map(({ fingerprint }) => fingerprint));
}

// src/publish/comment-state.ts
var EMPTY_STATE = {
  head: "",
  report: "",
  posted: [],
  memory: null,
  orders: [],
  obeyed: []
};
var START = "<!-- multi-agent-review state ";
var END = " -->";
var MOST_POSTED = 350;
var MOST_PACKED = 2e4;
var MOST_CHARACTERS3 = 65400;
var MOST_COMPARED = 2500;
function withState(text, state, key) {
  const visible = text.trimEnd();
  return `${visible}

${START}${packState({ ...state, text: digestOfText(visible) }, key)}${END}
`;
}
function withSameState(text, body) {
  const { packed } = takeApart(body);
  return packed === null ? text : `${text.trimEnd()}

${START}${packed}${END}
`;
}
function visibleText(body) {
  return takeApart(body).text;
}
function withOrders(read, orders, obeyed, key) {
  const state = { ...EMPTY_STATE, text: "", ...read.state, memory: memoryOf2(read, key), orders, obeyed };
  const bodyWith = (memory) => `${read.text.trimEnd()}

${START}${packState({ ...state, memory }, key)}${END}
`;
  const body = bodyWith(state.memory);
  return body.length <= MOST_CHARACTERS3 ? body : bodyWith(null);
}
function stateLength(state, key) {
  return packState({ ...state, text: digestOfText("") }, key).length + START.length + END.length + 64;
}
function readComment(body, { seal, about }) {
  const { text, packed } = takeApart(body);
  const opened = packed === null ? null : seal.open(packed, about);
  const state = opened === null ? null : parse(opened.text);
  return { text, state, isSigned: state !== null && opened?.isSigned === true };
}
function isUntouched(text, state) {
  return digestOfText(text) === state.text;
}
function takeApart(body) {
  const normal = body.replaceAll("\r\n", "\n");
  const start = normal.lastIndexOf(START);
  if (start === -1) return { text: normal.trimEnd(), packed: null };
  const end = normal.indexOf(END, start);
  const packed = end === -1 ? null : normal.slice(start + START.length, end);
  return { text: normal.slice(0, start).trimEnd(), packed };
}
function memoryOf2({ state, isSigned }, { seal, about }) {
  const memory = state?.memory ?? null;
  if (memory === null || isSigned) return memory;
  const wouldSign = seal.open(seal.pack("", about), about)?.isSigned === true;
  return wouldSign ? hintsOf(memory) : memory;
}
var NO_KEYS = /* @__PURE__ */ new Set();
function hintsOf(memory) {
  const noKeys = { files: NO_KEYS, glanced: NO_KEYS, signatures: NO_KEYS, lines: NO_KEYS };
  return { ...memory, ...noKeys, carried: [], finished: [] };
}
function packState(state, { seal, about }) {
  const { memory } = state;
  const forgetful = () => memory === null ? [null] : [
    memory,
    { ...memory, lines: NO_KEYS },
    { ...memory, lines: NO_KEYS, carried: [], finished: [] },
    hintsOf(memory),
    null
  ];
  for (const kept of forgetful()) {
    const packed = seal.pack(textOf({ ...state, memory: kept }), about);
    if (packed.length <= MOST_PACKED) return packed;
  }
  return seal.pack(textOf({ ...state, memory: null, posted: [] }), about);
}
function textOf({ head, report, text, posted, memory, ...state }) {
  const said = posted.filter(isFingerprint).slice(-MOST_POSTED);
  const kept = memory === null ? null : writeMemory(memory);
  const orders = keepOrders(state.orders);
  const obeyed = writeObeyed(keepObeyed(state.obeyed));
  return JSON.stringify({ v: 3, head, report, text, posted: said, orders, obeyed, memory: kept });
}
function digestOfReport(report) {
  const { usage: _usage, since: _since, extent: _extent, ...said } = report;
  const stable = {
    ...said,
    findings: report.findings.map(({ state: _state, ...finding }) => finding),
    agents: report.agents.filter(({ status }) => status !== "done" && status !== "not-needed").map(({ name, status, reason }) => [name, status, reason])
  };
  return digestOf(JSON.stringify(stable, canonical)).slice(0, 32);
}
function canonical(_key, value) {
  if (typeof value === "string") return value.slice(0, MOST_COMPARED);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => left < right ? -1 : 1));
}
function digestOfText(text) {
  return digestOf(text.trimEnd()).slice(0, 32);
}
function parse(json) {
  try {
    const value = JSON.parse(json);
    if (typeof value !== "object" || value === null) return null;
    const none = { head: null, report: null, text: null, posted: null, memory: null };
    const { head, report, text, posted, memory, orders, obeyed } = {
      ...none,
      ...value
    };
    if (typeof head !== "string" || typeof report !== "string" || typeof text !== "string") return null;
    const list3 = Array.isArray(posted) ? posted : [];
    const kept = typeof memory === "string" ? readMemory(memory) : null;
    return {
      head,
      report,
      text,
      posted: list3.filter(isFingerprint),
      memory: kept,
      orders: readOrders(orders),
      obeyed: readObeyed(obeyed)
    };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
function isFingerprint(value) {
  return typeof value === "string" && /^f1:[0-9a-f]{8,32}$/.test(value);
}

// src/publish/own-threads.ts
function ownThreads(threads, authorId) {
  return threads.flatMap((thread) => {
    const [comment] = thread.comments;
    if (comment === void 0 || authorId === 0 || comment.authorId !== authorId) return [];
    const marker = readFindingMarker(comment.body);
    return marker === null ? [] : [{ thread, comment, marker }];
  });
}
function postedFingerprints(remembered, own) {
  return [.../* @__PURE__ */ new Set([...remembered, ...own.map(({ marker }) => marker.fingerprint)])];
}

// src/publish/post-inline.ts
async function postInline(poster, chosen, where, signal) {
  const { sha, authorId } = where;
  const key = digestOf(sha, ...chosen.map(({ finding }) => finding.fingerprint)).slice(0, 16);
  const marker = `<!-- multi-agent-review inline ${key} -->`;
  const words = `${formatCount(chosen.length, "finding")} in the changed lines; all of them, with proof and fix, stand in the summary comment.`;
  try {
    const comments = chosen.map(({ comment }) => comment);
    const review = await poster.create(
      { commitSha: sha, body: `${marker}
${words}`, comments },
      authorId,
      signal
    );
    return { count: comments.length, url: review.url };
  } catch (error) {
    if (!(error instanceof ForgeError) || error.status !== 422) throw error;
    const lines = chosen.map(({ finding }) => findingLine([finding], where.blobUrl));
    const body = `${marker}
${words}

${lines.join("\n")}`;
    const review = await poster.create({ commitSha: sha, body, comments: [] }, authorId, signal);
    return { count: 0, url: review.url };
  }
}

// src/publish/mark-fixed.ts
var MOST_EDITS = 10;
var MOST_CHARACTERS4 = 6e4;
function planMarks(own, known2, resolved) {
  const present = new Map(known2.findings.map((finding) => [finding.fingerprint, finding]));
  return own.flatMap((one) => {
    const finding = present.get(one.marker.fingerprint);
    const isMarked2 = one.marker.state === "fixed" || one.marker.state === "resolved";
    if (finding !== void 0)
      return isMarked2 ? [{ own: one, body: reopened(one, finding, known2.head) }] : [];
    const state = resolved.has(one.thread.id) ? "resolved" : "fixed";
    if (isMarked2) return state === "resolved" ? [{ own: one, body: remarked(one, state) }] : [];
    const sha = fixedBy(one, known2);
    return sha === null ? [] : [{ own: one, body: fixed(one, sha, state) }];
  });
}
function fixedBy({ marker }, { findings, remembered }) {
  if (findings.some(({ fingerprint }) => fingerprint === marker.fingerprint)) return null;
  const exact = remembered.find(({ fingerprint }) => fingerprint === marker.fingerprint);
  const same = exact === void 0 ? remembered.filter(({ placeKey }) => placeKey === marker.placeKey) : [exact];
  return same.every(({ state }) => state === "fixed") ? same.at(-1)?.fixedBy ?? null : null;
}
async function markFixed(poster, marks, signal) {
  const problems = [];
  for (const { own, body } of marks.slice(0, MOST_EDITS)) {
    try {
      await poster.updateComment(own.comment.id, body, signal);
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      problems.push(`The comment ${own.comment.url} could not be brought up to date: ${messageOf(error)}`);
    }
  }
  return problems;
}
function fixed(own, sha, state) {
  const text = visibleText2(own).replaceAll(/^(`{3,})suggestion$/gm, "$1text");
  const head = `${writeFindingMarker({ ...own.marker, state })}
\u2705 **Fixed by ${codeSpan(sha.slice(0, 7))}.**
`;
  const whole = `${head}
${folded("What it said", text)}
`;
  return whole.length > MOST_CHARACTERS4 ? head : whole;
}
function remarked(own, state) {
  return `${writeFindingMarker({ ...own.marker, state })}
${visibleText2(own)}
`;
}
function visibleText2({ comment }) {
  const [, ...said] = comment.body.replaceAll("\r\n", "\n").trimEnd().split("\n");
  return said.join("\n");
}
function reopened({ marker }, finding, head) {
  const words = `\u21A9\uFE0F **Back in ${codeSpan(head.slice(0, 7))}**, after it had been fixed.`;
  return `${writeFindingMarker({ ...marker, state: "reopened" })}
${words}

${renderInlineComment(finding, false)}`;
}

// src/publish/resolve-threads.ts
var MOST_RESOLVED = 10;
async function resolveThreads(resolver, own, wanted, signal) {
  const changes = own.filter(({ thread }) => isAlone(thread, wanted.authorId)).flatMap((one) => {
    const { isResolved, resolvedBy } = one.thread;
    if (!isResolved && one.marker.state !== "resolved" && wanted.isFixed(one))
      return [{ one, resolve: true }];
    const isOurs = isResolved && resolvedBy?.id === wanted.authorId;
    return isOurs && wanted.isPresent(one) ? [{ one, resolve: false }] : [];
  });
  const resolved = /* @__PURE__ */ new Set();
  const problems = [];
  for (const { one, resolve } of changes.slice(0, MOST_RESOLVED)) {
    const word = resolve ? "resolved" : "opened again";
    try {
      const answer = await resolver.setResolved(one.thread.id, resolve, signal);
      if (answer === "done" && resolve) resolved.add(one.thread.id);
      if (answer === "not-done")
        problems.push(`The thread ${one.comment.url} could not be ${word}: GitHub did not do it.`);
      if (answer !== "forbidden") continue;
      problems.push(FORBIDDEN);
      break;
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      problems.push(`The thread ${one.comment.url} could not be ${word}: ${messageOf(error)}`);
    }
  }
  return { resolved, problems };
}
var FORBIDDEN = 'The threads of fixed findings stay open: this token may not resolve them. Give it "contents: write" beside "pull-requests: write", or set the input resolve-threads to false.';
function isAlone({ comments, commentCount }, authorId) {
  return comments.length === commentCount && comments.every((comment) => comment.authorId === authorId);
}

// src/publish/tidy-threads.ts
async function tidyThreads(report, ports, { own, authorId, memory, head, resolve }, signal) {
  const findings = report.findings.filter(
    ({ suppressedBy, state }) => suppressedBy === void 0 || state === "dismissed"
  );
  const known2 = { findings, remembered: memory.findings, head };
  const present = new Set(findings.map(({ fingerprint }) => fingerprint));
  const isPresent = ({ marker }) => present.has(marker.fingerprint);
  const isFixed = (one) => !isPresent(one) && (one.marker.state === "fixed" || fixedBy(one, known2) !== null);
  try {
    const { resolved, problems } = resolve ? await resolveThreads(ports.threads, own, { authorId, isFixed, isPresent }, signal) : { resolved: /* @__PURE__ */ new Set(), problems: [] };
    return [...problems, ...await markFixed(ports.reviews, planMarks(own, known2, resolved), signal)];
  } catch (error) {
    if (!signal.aborted) throw error;
    return ["The time of this run was over before all comments on fixed findings were brought up to date."];
  }
}

// src/publish/upsert-comment.ts
function ownComments(comments, authorId) {
  return comments.filter((comment) => comment.authorId === authorId && authorId !== 0 && isMarked(comment.body)).sort((left, right) => left.id - right.id);
}
function isMarked(body) {
  return body.split(/\r?\n/, 1)[0] === COMMENT_MARKER;
}
async function upsertComment(store, known2, body, authorId, signal) {
  const [oldest, ...others] = known2;
  if (oldest !== void 0) {
    const updated = await store.update(oldest.id, body, signal);
    for (const other of others) await store.remove(other.id, signal);
    return updated;
  }
  const created = await store.create(body, authorId, signal);
  const [first, ...later] = ownComments(await store.list(signal), authorId);
  if (first === void 0 || first.id >= created.id) return created;
  for (const other of later) if (other.id === created.id) await store.remove(other.id, signal);
  return store.update(first.id, body, signal);
}

// src/publish/publish-report.ts
var MOST_CHARACTERS5 = 65e3;
var MOST_VISIBLE = 6e4;
async function publishReport(report, ports, options, signal) {
  const { claim: claim2, key, isFork, now } = options;
  const newHead = movedTo(claim2.sha, options.currentHead);
  const runUrl = claim2.canWrite ? claim2.runUrl : null;
  const decide = (targetUrl) => newHead === null ? statusOf(report, { kind: "reviewed", key, isFork, targetUrl }) : statusOf(report, { kind: "superseded", by: newHead.slice(0, 7), targetUrl });
  const nothing = {
    commentUrl: null,
    reviewUrl: null,
    inlineCount: 0,
    statusWritten: false,
    problems: [],
    notes: []
  };
  if (!claim2.canWrite)
    return { ...nothing, outcome: "read-only", status: decide(null), problems: [claim2.reason] };
  if (!await stillOurs(ports.statuses, claim2, now?.newestStatus ?? null, signal))
    return { ...nothing, outcome: "superseded", status: null };
  const problems = [];
  const attempt = async (what, act) => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      problems.push(`${what}: ${messageOf(error)}`);
      return null;
    }
  };
  const own = ownThreads(now?.threads ?? [], claim2.authorId);
  const posted = await publishTexts(report, ports, { ...options, claim: claim2, newHead, own }, attempt, signal);
  const status = decide(posted.comment?.url ?? runUrl);
  const written = status === null ? null : await attempt("the status", () => ports.statuses.create(claim2.sha, status, signal));
  const { memory, resolveThreads: resolve } = options;
  const tidying = { own, authorId: claim2.authorId, head: claim2.sha, resolve };
  const notes = memory === null || newHead !== null ? [] : await tidyThreads(report, ports, { ...tidying, memory }, signal);
  return {
    outcome: problems.length > 0 ? "partly" : newHead === null ? "published" : "superseded",
    commentUrl: posted.comment?.url ?? null,
    reviewUrl: posted.reviewUrl,
    inlineCount: posted.inlineCount,
    status,
    statusWritten: status === null || written !== null,
    problems,
    notes
  };
}
async function publishSituation(statuses, sha, situation, signal) {
  const status = statusOf(null, situation);
  if (status !== null) await statuses.create(sha, status, signal);
  return status;
}
async function publishTexts(report, ports, options, attempt, signal) {
  const { claim: claim2, newHead, blobUrl, now } = options;
  const none = { comment: null, reviewUrl: null, inlineCount: 0 };
  const listed2 = now?.comments ?? await attempt("the comments", () => ports.comments.list(signal));
  if (listed2 === null) return none;
  const own = ownComments(listed2, claim2.authorId);
  const [oldest] = own;
  const before = oldest === void 0 ? null : readComment(oldest.body, options.stateKey);
  const known2 = before?.state ?? null;
  if (oldest !== void 0 && newHead !== null && known2?.head === newHead)
    return { ...none, comment: oldest };
  const said = postedFingerprints(known2?.posted ?? [], options.own);
  const places = new Map(
    options.memory?.findings.map(({ fingerprint, placeKey }) => [fingerprint, placeKey])
  );
  const chosen = newHead === null ? chooseInline(report, options.files, new Set(said), places) : [];
  const where = { sha: claim2.sha, authorId: claim2.authorId, blobUrl };
  const review = chosen.length === 0 ? null : await attempt("the inline comments", () => postInline(ports.reviews, chosen, where, signal));
  const state = {
    head: claim2.sha,
    report: digestOfReport(report),
    memory: newHead === null ? options.memory : before === null ? null : memoryOf2(before, options.stateKey),
    ...ordersAfter(known2, options),
    posted: review === null ? said : [...said, ...chosen.map(({ finding }) => finding.fingerprint)]
  };
  const isSame2 = before !== null && known2 !== null && isUntouched(before.text, known2) && isSameState(known2, state);
  if (oldest !== void 0 && own.length === 1 && newHead === null && isSame2)
    return { comment: oldest, reviewUrl: null, inlineCount: 0 };
  const body = withState(
    textOf2(report, options, stateLength(state, options.stateKey)),
    state,
    options.stateKey
  );
  const comment = await attempt(
    "the comment",
    () => upsertComment(ports.comments, own, body, claim2.authorId, signal)
  );
  return { comment, reviewUrl: review?.url ?? null, inlineCount: review?.count ?? 0 };
}
function ordersAfter(known2, { claim: claim2, newHead, memory, obeyed }) {
  const orders = known2?.orders ?? [];
  const before = (known2?.obeyed ?? []).filter(({ commentId }) => commentId !== obeyed?.commentId);
  return {
    orders: newHead === null ? standingOrders(orders, claim2.sha, known2?.memory ?? null, memory) : orders,
    obeyed: obeyed === null ? before : [...before, obeyed]
  };
}
function isSameState(known2, state) {
  return known2.head === state.head && known2.report === state.report && known2.posted.length === state.posted.length && JSON.stringify([known2.orders, known2.obeyed]) === JSON.stringify([state.orders, state.obeyed]);
}
function textOf2(report, options, hidden) {
  const budget = Math.min(MOST_VISIBLE, MOST_CHARACTERS5 - hidden);
  const { blobUrl, commands } = options;
  const text = renderMarkdown(report, { blobUrl, commands, budget: budget - 300 });
  if (options.newHead === null) return text;
  const notice = `> **Superseded:** the pull request moved on to ${codeSpan(options.newHead.slice(0, 7))} while this review of ${codeSpan(options.claim.sha.slice(0, 7))} ran. A review of the newer commit replaces it.`;
  return text.replace(`${COMMENT_MARKER}
`, () => `${COMMENT_MARKER}
${notice}

`);
}
function movedTo(sha, currentHead) {
  return currentHead !== null && currentHead !== sha ? currentHead : null;
}

// src/adapters/github/comment-store.ts
var MOST_PAGES = 100;
var PAGE = 100;
function makeCommentStore(client, repository, number3) {
  const issue = { ...repository, issue_number: number3 };
  const list3 = (signal) => listComments(client, repository, number3, 1, signal);
  return {
    list: list3,
    create: (body, authorId, signal) => lookBeforeResend(
      async () => {
        const { data } = await client.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
          ...issue,
          body,
          request: { signal }
        });
        return toComment(data);
      },
      async () => {
        const all = await list3(signal);
        return all.find((one) => one.authorId === authorId && isSameText(one.body, body)) ?? null;
      }
    ),
    update: async (id, body, signal) => {
      const { data } = await client.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        ...repository,
        comment_id: id,
        body,
        request: { signal }
      });
      return toComment(data);
    },
    remove: async (id, signal) => {
      try {
        await client.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
          ...repository,
          comment_id: id,
          request: { signal }
        });
        return true;
      } catch (error) {
        if (error instanceof ForgeError) return false;
        throw error;
      }
    }
  };
}
async function listComments(client, repository, number3, firstPage, signal) {
  const comments = [];
  for (let page = firstPage; page <= MOST_PAGES; page += 1) {
    const { data } = await client.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...repository,
      issue_number: number3,
      per_page: PAGE,
      page,
      request: { signal }
    });
    comments.push(...data.map(toComment));
    if (data.length < PAGE) break;
  }
  return comments;
}
function toComment({ id, user, body, html_url: url, ...times }) {
  return {
    id: Number(id),
    authorId: user === null ? null : Number(user.id),
    author: user?.login ?? "ghost",
    body: body ?? "",
    url,
    createdAt: times.created_at,
    edited: times.updated_at !== times.created_at
  };
}
function isSameText(left, right) {
  return left.replaceAll("\r\n", "\n").trim() === right.replaceAll("\r\n", "\n").trim();
}

// src/adapters/github/permissions.ts
var ROLES = ["admin", "maintain", "write", "triage", "read", "none"];
function makePermissions(client, repository, log) {
  return {
    permissionOf: async (login, signal) => {
      if (!/^[\w.-]{1,100}(\[bot\])?$/.test(login)) return "none";
      try {
        const { data } = await client.request(
          "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
          { ...repository, username: login, request: { signal } }
        );
        return known(data.role_name) ?? known(data.permission) ?? "none";
      } catch (error) {
        signal.throwIfAborted();
        log.debug("the permission could not be read", { reason: messageOf(error) });
        return "none";
      }
    }
  };
}
function known(role) {
  return ROLES.find((one) => one === role) ?? null;
}
function makeReactions(client, repository, log) {
  return {
    react: async ({ commentId, commentKind }, reaction, signal) => {
      const where = { ...repository, comment_id: commentId, content: reaction, request: { signal } };
      try {
        const { data } = commentKind === "review" ? await client.request("POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions", where) : await client.request(
          "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
          where
        );
        return data.user === null ? null : Number(data.user.id);
      } catch (error) {
        signal.throwIfAborted();
        log.debug("the reaction could not be posted", { reason: messageOf(error) });
        return null;
      }
    }
  };
}

// src/diff/changed-lines.ts
var STEP_LIMIT = 2e7;
function changedLines(before, after, stepLimit = STEP_LIMIT) {
  const changed = { old: new Uint8Array(before.length), new: new Uint8Array(after.length) };
  const search = new MiddleSearch(before, after, stepLimit);
  const boxes = [{ oldFrom: 0, oldTo: before.length, newFrom: 0, newTo: after.length }];
  for (let box = boxes.pop(); box !== void 0; box = boxes.pop()) {
    let { oldFrom, oldTo, newFrom, newTo } = box;
    while (oldFrom < oldTo && newFrom < newTo && before[oldFrom] === after[newFrom]) {
      oldFrom += 1;
      newFrom += 1;
    }
    while (oldFrom < oldTo && newFrom < newTo && before[oldTo - 1] === after[newTo - 1]) {
      oldTo -= 1;
      newTo -= 1;
    }
    const middle = oldFrom === oldTo || newFrom === newTo ? null : search.middle({ oldFrom, oldTo, newFrom, newTo });
    if (middle === null) {
      changed.old.fill(1, oldFrom, oldTo);
      changed.new.fill(1, newFrom, newTo);
    } else {
      boxes.push({ oldFrom, oldTo: middle.old, newFrom, newTo: middle.new });
      boxes.push({ oldFrom: middle.old, oldTo, newFrom: middle.new, newTo });
    }
  }
  return changed;
}
var MiddleSearch = class {
  #before;
  #after;
  #forward;
  #backward;
  #stepsLeft;
  constructor(before, after, stepLimit) {
    this.#before = before;
    this.#after = after;
    this.#forward = new Int32Array(before.length + after.length + 3);
    this.#backward = new Int32Array(before.length + after.length + 3);
    this.#stepsLeft = stepLimit;
  }
  /**
   * A point on a shortest edit of the box that is not one of its corners. Both sides of the box must be non-empty and
   * differ in their first and last elements. Null when the steps are used up, or nothing in the box is common.
   */
  middle(box) {
    const width = box.oldTo - box.oldFrom;
    const height = box.newTo - box.newFrom;
    this.#forward.fill(-1, 0, width + height + 3);
    this.#backward.fill(-1, 0, width + height + 3);
    const half = width + height + 1 >> 1;
    for (let edits = 0; edits <= half; edits += 1) {
      const point = this.#advance(box, edits, false) ?? this.#advance(box, edits, true);
      if (point !== null) {
        const atStart = point.old === box.oldFrom && point.new === box.newFrom;
        const atEnd = point.old === box.oldTo && point.new === box.newTo;
        return atStart || atEnd ? null : point;
      }
      if (this.#stepsLeft <= 0) return null;
    }
    return null;
  }
  /**
   * Moves one direction's ends on by one edit, on every diagonal (old − new, counted from that direction's corner).
   * Returns the point where it meets the other direction's end on the same diagonal, or null.
   */
  #advance(box, edits, backward) {
    const width = box.oldTo - box.oldFrom;
    const height = box.newTo - box.newFrom;
    const ends = backward ? this.#backward : this.#forward;
    const others = backward ? this.#forward : this.#backward;
    const origin = height + 1;
    const first = edits <= height ? -edits : -height + (edits - height & 1);
    const last = edits <= width ? edits : width - (edits - width & 1);
    for (let diagonal = first; diagonal <= last; diagonal += 2) {
      const start = edits === 0 ? 0 : reach(ends, origin + diagonal, diagonal, width, height);
      const end = start === -1 ? -1 : this.#slide(box, start, start - diagonal, backward);
      ends[origin + diagonal] = end;
      this.#stepsLeft -= 1 + end - start;
      if (end === -1) continue;
      const across = origin + (width - height) - diagonal;
      const other = across < 0 || across > width + height + 2 ? -1 : others[across] ?? -1;
      if (other !== -1 && end + other >= width) {
        return backward ? { old: box.oldTo - end, new: box.newTo - (end - diagonal) } : { old: box.oldFrom + end, new: box.newFrom + (end - diagonal) };
      }
    }
    return null;
  }
  /** Follows equal elements from a point (counted from the direction's corner); returns the old side's end. */
  #slide(box, oldStart, newStart, backward) {
    const before = this.#before;
    const after = this.#after;
    const width = box.oldTo - box.oldFrom;
    const height = box.newTo - box.newFrom;
    let x = oldStart;
    let y = newStart;
    if (backward) {
      while (x < width && y < height && before[box.oldTo - 1 - x] === after[box.newTo - 1 - y]) {
        x += 1;
        y += 1;
      }
    } else {
      while (x < width && y < height && before[box.oldFrom + x] === after[box.newFrom + y]) {
        x += 1;
        y += 1;
      }
    }
    return x;
  }
};
function reach(ends, at, diagonal, width, height) {
  const inserted = ends[at + 1] ?? -1;
  const deleted = ends[at - 1] ?? -1;
  const afterInsert = inserted === -1 || inserted - diagonal > height ? -1 : inserted;
  const afterDelete = deleted === -1 || deleted >= width ? -1 : deleted + 1;
  return Math.max(afterInsert, afterDelete);
}

// src/diff/make-hunks.ts
function makeHunks(before, after, context = 3) {
  if (before === after) return [];
  const old = splitLines(before);
  const current = splitLines(after);
  const changes = listChanges(compare(old, current));
  const groups = groupChanges(changes, Math.max(0, Math.floor(context)));
  return groups.map((group) => toHunk(group, old, current, Math.max(0, Math.floor(context))));
}
function splitLines(text) {
  if (text === "") return { lines: [], noNewline: false };
  const lines = text.split("\n");
  const noNewline = lines.at(-1) !== "";
  if (!noNewline) lines.pop();
  return { lines, noNewline };
}
function compare(old, current) {
  const numbers = /* @__PURE__ */ new Map();
  const oldNumbers = number(old, numbers);
  const known2 = numbers.size;
  const newNumbers = number(current, numbers);
  const inNew = new Uint8Array(numbers.size);
  for (const line of newNumbers) inNew[line] = 1;
  const keptOld = indexesWhere(oldNumbers, (line) => inNew[line] === 1);
  const keptNew = indexesWhere(newNumbers, (line) => line < known2);
  const changed = changedLines(
    keptOld.map((index) => oldNumbers[index] ?? -1),
    keptNew.map((index) => newNumbers[index] ?? -1)
  );
  return {
    old: spread(changed.old, keptOld, old.lines.length),
    new: spread(changed.new, keptNew, current.lines.length)
  };
}
function number({ lines, noNewline }, numbers) {
  const result = new Int32Array(lines.length);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const key = noNewline && index === lines.length - 1 ? `
${line}` : line;
    let value = numbers.get(key);
    if (value === void 0) {
      value = numbers.size;
      numbers.set(key, value);
    }
    result[index] = value;
  }
  return result;
}
function indexesWhere(values, keep) {
  const result = new Int32Array(values.length);
  let count2 = 0;
  for (let index = 0; index < values.length; index += 1) {
    if (keep(values[index] ?? -1)) {
      result[count2] = index;
      count2 += 1;
    }
  }
  return result.subarray(0, count2);
}
function spread(changed, kept, length) {
  const result = new Uint8Array(length).fill(1);
  for (let index = 0; index < kept.length; index += 1) result[kept[index] ?? 0] = changed[index] ?? 1;
  return result;
}
function listChanges(changed) {
  const changes = [];
  let oldAt = 0;
  let newAt = 0;
  while (oldAt < changed.old.length || newAt < changed.new.length) {
    const oldFrom = oldAt;
    const newFrom = newAt;
    while (changed.old[oldAt] === 1) oldAt += 1;
    while (changed.new[newAt] === 1) newAt += 1;
    if (oldAt > oldFrom || newAt > newFrom) changes.push({ oldFrom, oldTo: oldAt, newFrom, newTo: newAt });
    else {
      oldAt += 1;
      newAt += 1;
    }
  }
  return changes;
}
function groupChanges(changes, context) {
  const groups = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== void 0 && last !== void 0 && change.oldFrom - last.oldTo <= 2 * context)
      group.push(change);
    else groups.push([change]);
  }
  return groups;
}
function toHunk(group, old, current, context) {
  const first = group[0] ?? { oldFrom: 0, oldTo: 0, newFrom: 0, newTo: 0 };
  const last = group.at(-1) ?? first;
  const lead = Math.min(context, first.oldFrom);
  const trail = Math.min(context, old.lines.length - last.oldTo);
  const oldTo = last.oldTo + trail;
  const newTo = last.newTo + trail;
  const lines = [];
  let oldAt = first.oldFrom - lead;
  let newAt = first.newFrom - lead;
  const keepUntil = (end) => {
    for (; oldAt < end; oldAt += 1, newAt += 1) {
      lines.push({ kind: "context", oldLine: oldAt + 1, newLine: newAt + 1, text: old.lines[oldAt] ?? "" });
    }
  };
  for (const change of group) {
    keepUntil(change.oldFrom);
    for (; oldAt < change.oldTo; oldAt += 1) {
      lines.push({ kind: "delete", oldLine: oldAt + 1, newLine: 0, text: old.lines[oldAt] ?? "" });
    }
    for (; newAt < change.newTo; newAt += 1) {
      lines.push({ kind: "add", oldLine: 0, newLine: newAt + 1, text: current.lines[newAt] ?? "" });
    }
  }
  keepUntil(oldTo);
  const oldFrom = first.oldFrom - lead;
  const newFrom = first.newFrom - lead;
  return {
    // As git writes it: an empty side is named by the line before it.
    oldStart: oldTo === oldFrom ? oldFrom : oldFrom + 1,
    oldCount: oldTo - oldFrom,
    newStart: newTo === newFrom ? newFrom : newFrom + 1,
    newCount: newTo - newFrom,
    section: "",
    lines,
    oldNoNewline: old.noNewline && oldTo === old.lines.length && oldTo > oldFrom,
    newNoNewline: current.noNewline && newTo === current.lines.length && newTo > newFrom
  };
}

// src/adapters/github/read-comment.ts
var ACTOR = "__typename login ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId } ... on Organization { databaseId }";
var COMMENT = `fullDatabaseId body url createdAt lastEditedAt author { ${ACTOR} }`;
function toComment2(value) {
  const { fullDatabaseId, body, url, createdAt, lastEditedAt, author } = recordOf(value);
  const id = typeof fullDatabaseId === "string" ? Number(fullDatabaseId) : fullDatabaseId;
  if (typeof id !== "number" || !Number.isSafeInteger(id) || id <= 0) return null;
  if (typeof body !== "string" || typeof url !== "string" || typeof createdAt !== "string") return null;
  if (lastEditedAt !== null && typeof lastEditedAt !== "string") return null;
  const { name, accountId } = toActor(author);
  return { id, authorId: accountId, author: name, body, url, createdAt, edited: lastEditedAt !== null };
}
function toActor(value) {
  const { __typename: type, login, databaseId } = recordOf(value);
  if (typeof login !== "string") return { name: "ghost", accountId: null };
  const isShortened = type === "Bot" && !login.endsWith("[bot]");
  return {
    name: isShortened ? `${login}[bot]` : login,
    accountId: typeof databaseId === "number" ? databaseId : null
  };
}

// src/adapters/github/query-threads.ts
var MOST_PAGES2 = 10;
var THREAD = `id isResolved path resolvedBy { login databaseId } opening: comments(first: 1) { nodes { reactions(content: THUMBS_DOWN, first: 20) { nodes { user { login } } } } } comments(first: 50) { totalCount nodes { ${COMMENT} } }`;
var THREADS = `pageInfo { hasNextPage endCursor } nodes { ${THREAD} }`;
function readThreads(connection) {
  const { pageInfo, nodes } = recordOf(connection);
  const { hasNextPage, endCursor } = recordOf(pageInfo);
  if (!Array.isArray(nodes) || typeof hasNextPage !== "boolean") return null;
  if (hasNextPage && typeof endCursor !== "string") return null;
  const read = nodes.map(toThread);
  const threads = read.filter((thread) => thread !== null);
  if (threads.length < read.length) return null;
  return { threads, next: hasNextPage && typeof endCursor === "string" ? endCursor : null };
}
async function allThreads({ client, graphqlUrl, repository }, number3, first, signal) {
  const threads = [];
  let page = first;
  for (let pages = 1; page !== null; pages += 1) {
    threads.push(...page.threads);
    if (page.next === null) return threads;
    if (pages >= MOST_PAGES2) return null;
    const { data } = await client.request({
      method: "POST",
      url: graphqlUrl,
      data: {
        query: `query ($owner: String!, $repo: String!, $number: Int!, $after: String!) { repository(owner: $owner, name: $repo) { pullRequest(number: $number) { reviewThreads(first: 100, after: $after) { ${THREADS} } } } }`,
        variables: { owner: repository.owner, repo: repository.repo, number: number3, after: page.next }
      },
      request: { signal }
    });
    const { pullRequest } = recordOf(recordOf(recordOf(data).data).repository);
    page = readThreads(recordOf(pullRequest).reviewThreads);
  }
  return null;
}
function toThread(value) {
  const { id, isResolved, path, resolvedBy, opening, comments } = recordOf(value);
  if (typeof id !== "string" || typeof isResolved !== "boolean" || typeof path !== "string") return null;
  const { totalCount, nodes } = recordOf(comments);
  if (typeof totalCount !== "number" || !Array.isArray(nodes)) return null;
  const read = nodes.map(toComment2);
  const known2 = read.filter((comment) => comment !== null);
  const thumbsDown = toThumbsDown(opening);
  if (known2.length < read.length || thumbsDown === null) return null;
  return {
    id,
    path,
    isResolved,
    resolvedBy: toResolver(resolvedBy),
    comments: known2,
    commentCount: totalCount,
    thumbsDown
  };
}
function toResolver(value) {
  const { login, databaseId } = recordOf(value);
  if (typeof login !== "string") return null;
  return { login, id: typeof databaseId === "number" ? databaseId : null };
}
function toThumbsDown(opening) {
  const { nodes } = recordOf(opening);
  if (!Array.isArray(nodes)) return null;
  const [first] = nodes;
  if (first === void 0) return [];
  const { nodes: reactions } = recordOf(recordOf(first).reactions);
  if (!Array.isArray(reactions)) return null;
  const logins = reactions.map((reaction) => recordOf(recordOf(reaction).user).login);
  return logins.filter((login) => typeof login === "string");
}

// src/adapters/github/status-board.ts
var MOST_PAGES3 = 10;
var PAGE2 = 100;
function makeStatusBoard(client, repository, context) {
  const newest = async (sha, signal) => {
    for (let page = 1; page <= MOST_PAGES3; page += 1) {
      const { data } = await client.request("GET /repos/{owner}/{repo}/commits/{ref}/statuses", {
        ...repository,
        ref: sha,
        per_page: PAGE2,
        page,
        request: { signal }
      });
      const own = data.find((status) => status.context.toLowerCase() === context.toLowerCase());
      if (own !== void 0) return toStatus(own);
      if (data.length < PAGE2) return null;
    }
    return null;
  };
  const recent = async (sha, signal) => {
    const { data } = await client.request("GET /repos/{owner}/{repo}/commits/{ref}/statuses", {
      ...repository,
      ref: sha,
      per_page: PAGE2,
      request: { signal }
    });
    return data.filter((status) => status.context.toLowerCase() === context.toLowerCase()).map(toStatus);
  };
  return {
    newest,
    recent,
    create: (sha, draft, signal) => lookBeforeResend(
      async () => {
        const { data } = await client.request("POST /repos/{owner}/{repo}/statuses/{sha}", {
          ...repository,
          sha,
          context,
          state: draft.state,
          description: draft.description,
          ...draft.targetUrl === null ? {} : { target_url: draft.targetUrl },
          request: { signal }
        });
        return toStatus(data);
      },
      async () => {
        const status = await newest(sha, signal);
        return status !== null && isSame(status, draft) ? status : null;
      }
    )
  };
}
function toStatus(answer) {
  return {
    id: Number(answer.id),
    state: statusWord(answer.state),
    description: answer.description ?? "",
    targetUrl: answer.target_url,
    creatorId: answer.creator === null ? null : Number(answer.creator.id),
    creator: answer.creator?.login ?? "ghost",
    createdAt: answer.created_at
  };
}
function statusWord(word) {
  return word === "success" || word === "failure" || word === "pending" ? word : "error";
}
function isSame(status, draft) {
  return status.state === draft.state && status.description === draft.description && status.targetUrl === draft.targetUrl;
}

// src/adapters/github/query-conversation.ts
var STATUS = `state description targetUrl createdAt creator { ${ACTOR} }`;
function conversationPart({ number: number3, sha, context }) {
  return {
    declarations: "$number: Int!, $sha: GitObjectID!, $context: String!",
    selections: `pull: pullRequest(number: $number) { headRefOid state isDraft commits(last: 100) { nodes { commit { oid } } } comments(first: 100) { totalCount nodes { ${COMMENT} } } reviewThreads(first: 100) { ${THREADS} } } pinned: object(oid: $sha) { ... on Commit { status { context(name: $context) { ${STATUS} } } } }`,
    variables: { number: number3, sha, context }
  };
}
async function queryConversation(client, graphqlUrl, repository, place, signal) {
  const { declarations, selections, variables } = conversationPart(place);
  const { data } = await client.request({
    method: "POST",
    url: graphqlUrl,
    data: {
      query: `query ($owner: String!, $repo: String!, ${declarations}) { repository(owner: $owner, name: $repo) { ${selections} } }`,
      variables: { owner: repository.owner, repo: repository.repo, ...variables }
    },
    request: { signal }
  });
  return readConversation(recordOf(recordOf(data).data).repository);
}
function readConversation(repository) {
  const { pull, pinned } = recordOf(repository);
  const { headRefOid, state, isDraft, commits, comments, reviewThreads } = recordOf(pull);
  const { totalCount, nodes } = recordOf(comments);
  if (typeof headRefOid !== "string" || typeof state !== "string" || typeof isDraft !== "boolean")
    return null;
  if (typeof totalCount !== "number" || !Array.isArray(nodes)) return null;
  const read = nodes.map(toComment2);
  const known2 = read.filter((comment) => comment !== null);
  if (known2.length < read.length) return null;
  return {
    headSha: headRefOid,
    isOpen: state === "OPEN",
    draft: isDraft,
    newestStatus: toStatus2(recordOf(recordOf(pinned).status).context),
    commits: toCommits(commits),
    comments: known2,
    commentCount: totalCount,
    threads: readThreads(reviewThreads)
  };
}
function toStatus2(value) {
  if (!isRecord(value)) return null;
  const { state, description, targetUrl, createdAt, creator } = value;
  if (typeof state !== "string" || typeof createdAt !== "string") return null;
  const { name, accountId } = toActor(creator);
  return {
    state: statusWord(state.toLowerCase()),
    description: typeof description === "string" ? description : "",
    targetUrl: typeof targetUrl === "string" ? targetUrl : null,
    creatorId: accountId,
    creator: name,
    createdAt
  };
}
function toCommits(connection) {
  const { nodes } = recordOf(connection);
  if (!Array.isArray(nodes)) return null;
  const shas = nodes.map((node) => recordOf(recordOf(node).commit).oid);
  return shas.every((sha) => typeof sha === "string") ? shas : null;
}

// src/adapters/github/conversation.ts
function makeConversationReader(sources) {
  const { source, number: number3, context, pinnedHead } = sources;
  const { client, graphqlUrl, repository, log } = source;
  let isUnderstood = true;
  let ridden = null;
  let first = null;
  const place = async (signal) => ({
    number: number3,
    context,
    sha: await pinnedHead(signal)
  });
  const query2 = async (signal) => {
    if (!isUnderstood) return null;
    try {
      const asked = await place(signal);
      const answer = await queryConversation(client, graphqlUrl, repository, asked, signal);
      isUnderstood = answer !== null;
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      log.debug("the query of the conversation failed", { reason: messageOf(error) });
      return null;
    }
  };
  const complete2 = async (answer, signal) => {
    if (answer === null) return readByRest(sources, signal);
    const { commentCount, ...rest } = answer;
    const comments = await allComments(sources, answer, signal);
    return { ...rest, comments, threads: await threadsOf(sources, answer, signal) };
  };
  const now = async (signal) => complete2(await query2(signal), signal);
  const asFirst = async (signal) => {
    const answer = await ridden;
    return answer === null ? now(signal) : complete2(answer, signal);
  };
  return {
    now,
    first: (signal) => {
      first ??= asFirst(signal).catch((error) => {
        first = null;
        throw error;
      });
      return first;
    },
    takeRider: async (signal) => {
      const asked = await place(signal);
      if (ridden !== null || first !== null) return null;
      let arrive = () => void 0;
      ridden = new Promise((resolve) => {
        arrive = (answered) => {
          const answer = readConversation(answered);
          if (answered !== null) isUnderstood = answer !== null;
          resolve(answer);
        };
      });
      return { ...conversationPart(asked), arrive: (answered) => arrive(answered) };
    }
  };
}
async function allComments({ source: { client, repository }, number: number3 }, { comments, commentCount }, signal) {
  const byAge = (left, right) => left.id - right.id;
  if (comments.length === commentCount) return [...comments].sort(byAge);
  if (comments.length === PAGE) {
    const more = await listComments(client, repository, number3, 2, signal);
    const all = new Map([...comments, ...more].map((comment) => [comment.id, comment]));
    if (all.size >= commentCount) return [...all.values()].sort(byAge);
  }
  return listComments(client, repository, number3, 1, signal);
}
async function threadsOf({ source, number: number3 }, { threads }, signal) {
  try {
    return await allThreads(source, number3, threads, signal);
  } catch (error) {
    signal.throwIfAborted();
    source.log.debug("a query of review threads failed", { reason: messageOf(error) });
    return null;
  }
}
async function readByRest({ source: { client, repository }, number: number3, statuses, pinnedHead, refresh }, signal) {
  const sha = await pinnedHead(signal);
  const [state, newestStatus, comments] = await Promise.all([
    refresh(signal),
    statuses.newest(sha, signal),
    listComments(client, repository, number3, 1, signal)
  ]);
  const { headSha, draft } = state;
  return {
    headSha,
    isOpen: state.state === "open",
    draft,
    newestStatus,
    comments,
    threads: null,
    commits: null
  };
}

// src/adapters/github/derive-base-tree.ts
var MOST_COMPARED2 = 300;
function deriveBaseTree(head, { files, unreadable: unreadable2 }) {
  if (head === null || unreadable2.length > 0 || files.length >= MOST_COMPARED2) return null;
  const base = new Map(head);
  for (const { path, status, problem } of files) {
    const entry = head.get(path);
    if (entry === void 0 || problem !== null && status !== "added") return null;
    if (status !== "added" && path.startsWith(".github/")) return null;
    if (status === "added") base.delete(path);
    else if (status === "modified" && entry.mode.startsWith("1") && entry.mode !== "160000")
      base.set(path, { mode: entry.mode, sha: "" });
    else return null;
  }
  return base;
}

// src/adapters/github/list-changes.ts
var MOST_COMPARED3 = 300;
var MOST_LISTED = 3e3;
var PAGE3 = 100;
async function listChanges2(client, repository, pull, head, refresh, signal) {
  const comparison = await unlessRefused(signal, () => compare2(client, repository, pull, head, signal));
  if (comparison instanceof ForgeError) {
    const count2 = pull.changedFiles;
    const path = count2 > 1 ? `(all ${count2} files)` : "(all files)";
    const entry = { path, reason: refusal(comparison), ...count2 > 1 ? { files: count2 } : {} };
    return { mergeBase: pull.baseSha, files: [], unreadable: [entry] };
  }
  const { mergeBase, files: compared } = comparison;
  const isPinned = pull.headSha === head;
  const isComplete2 = compared.length < MOST_COMPARED3 && (!isPinned || compared.length >= pull.changedFiles);
  if (isComplete2) return { mergeBase, files: compared, unreadable: [] };
  if (!isPinned) {
    const reason = `the pull request moved on while more than ${MOST_COMPARED3} files were to be listed`;
    return { mergeBase, files: compared, unreadable: [{ path: "(further files)", reason }] };
  }
  const pages = await listPages(client, repository, pull.number, signal);
  const files = pages.files.length === 0 ? compared : pages.files;
  const unreadable2 = [];
  const after = await unlessRefused(signal, refresh);
  const now = after instanceof ForgeError ? null : after;
  if (now?.headSha !== head) {
    const moved = "the head moved while the files were listed";
    const unseen = "whether the head moved while the files were listed could not be read";
    unreadable2.push({ path: "(all files)", reason: now === null ? unseen : moved });
  }
  const total = now?.headSha === head ? now.changedFiles : pull.changedFiles;
  if (files.length < total) {
    const left = total - files.length;
    const reason = `${whyPartial(files.length, total)}${pages.refused === null ? "" : `: ${refusal(pages.refused)}`}`;
    unreadable2.push({ path: `(${left} further files)`, reason, files: left });
  } else if (pages.refused !== null) {
    unreadable2.push({ path: "(further files)", reason: refusal(pages.refused) });
  }
  return { mergeBase, files, unreadable: unreadable2 };
}
async function compare2(client, repository, { baseSha }, head, signal) {
  const { data } = await client.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
    ...repository,
    basehead: `${baseSha}...${head}`,
    // One commit is enough: the files stand complete on the first page, the commits are not used.
    per_page: 1,
    page: 1,
    request: { signal }
  });
  return { mergeBase: data.merge_base_commit.sha, files: data.files ?? [] };
}
async function countLinesBetween(client, repository, from, to, signal) {
  const { mergeBase, files } = await compare2(client, repository, { baseSha: from }, to, signal);
  if (mergeBase !== from || files.length >= MOST_COMPARED3) return null;
  return files.reduce((sum, { additions, deletions }) => sum + additions + deletions, 0);
}
async function listPages(client, repository, number3, signal) {
  const files = /* @__PURE__ */ new Map();
  for (let page = 1; page <= MOST_LISTED / PAGE3; page += 1) {
    const answer = await unlessRefused(
      signal,
      () => client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
        ...repository,
        pull_number: number3,
        per_page: PAGE3,
        page,
        request: { signal }
      })
    );
    if (answer instanceof ForgeError) return { files: [...files.values()], refused: answer };
    for (const file of answer.data) files.set(file.filename, file);
    if (answer.data.length < PAGE3) break;
  }
  return { files: [...files.values()], refused: null };
}
async function unlessRefused(signal, ask) {
  try {
    return await ask();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ForgeError) return error;
    throw error;
  }
}
function whyPartial(listed2, total) {
  return listed2 >= MOST_LISTED ? `GitHub lists at most 3,000 files of a pull request; this one changes ${total}` : `GitHub listed ${listed2} of ${total} files`;
}
function refusal({ status, message, remedy }) {
  return status === 406 || status === 422 ? `GitHub would not list the change (status ${status}), as for one that is too large: split the pull request, or run the review again` : `${message} ${remedy}`;
}

// src/adapters/github/list-configuration.ts
async function listConfiguration({ client, repository }, sha, paths, signal) {
  const files = [];
  for (const path of paths) {
    try {
      const { data } = await client.request("GET /repos/{owner}/{repo}/contents/{path}", {
        ...repository,
        path,
        ref: sha,
        request: { signal }
      });
      for (const entry of Array.isArray(data) ? data : [data])
        if (entry.type === "file") files.push(entry.path);
    } catch (error) {
      if (!(error instanceof ForgeError) || error.status !== 404) throw error;
    }
  }
  return files;
}

// src/diff/decode-blob.ts
var MAX_BLOB_BYTES = 5 * 1024 * 1024;
var TOO_LARGE = { kind: "unreadable", reason: "larger than 5 MB" };
var BINARY_PROBE = 8e3;
function decodeBlob(bytes) {
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) return { kind: "binary" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: "text", text, undecodable: false };
  } catch {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return { kind: "text", text, undecodable: true };
  }
}

// src/adapters/github/decode-content.ts
function decodeContent(base64) {
  return decodeBlob(Buffer.from(base64, "base64"));
}

// src/adapters/github/query-blobs.ts
var BATCH = 250;
var FIELDS = "... on Blob { oid byteSize isBinary isTruncated text }";
async function queryBlobs(source, expressions, rider, signal) {
  const answers = [];
  for (let start = 0; start < expressions.length; start += BATCH) {
    const batch = expressions.slice(start, start + BATCH);
    answers.push(...await queryOrHalve(source, batch, start === 0 ? rider : null, signal));
  }
  return answers;
}
async function queryOrHalve(source, batch, rider, signal) {
  try {
    return await query(source, batch, rider, signal);
  } catch (error) {
    signal.throwIfAborted();
    source.log.debug("a query of contents failed", { files: batch.length, reason: messageOf(error) });
    if (rider !== null && !isRefused(error)) return queryOrHalve(source, batch, null, signal);
    if (batch.length <= 25) return batch.map(() => void 0);
    const middle = Math.ceil(batch.length / 2);
    const halves = [batch.slice(0, middle), batch.slice(middle)];
    const answers = [];
    for (const half of halves) answers.push(...await queryOrHalve(source, half, null, signal));
    return answers;
  }
}
function isRefused(error) {
  return error instanceof ForgeError && error.status !== null && error.status < 500;
}
async function query({ client, graphqlUrl, repository }, batch, rider, signal) {
  const variables = { owner: repository.owner, repo: repository.repo };
  batch.forEach((expression, index) => {
    variables[`e${index}`] = expression;
  });
  const names = batch.map((_, index) => `$e${index}: String!`).join(", ");
  const objects = batch.map((_, index) => `f${index}: object(expression: $e${index}) { ${FIELDS} }`);
  const declared = rider === null ? names : `${names}, ${rider.declarations}`;
  const selected = [...objects, ...rider === null ? [] : [rider.selections]].join(" ");
  let answered = null;
  try {
    const { data } = await client.request({
      method: "POST",
      url: graphqlUrl,
      data: {
        query: `query ($owner: String!, $repo: String!, ${declared}) { repository(owner: $owner, name: $repo) { ${selected} } }`,
        variables: { ...variables, ...rider?.variables }
      },
      request: { signal }
    });
    answered = data;
  } finally {
    rider?.arrive(answered === null ? null : repositoryOf(answered));
  }
  const found = repositoryOf(answered);
  if (rider !== null && !isRecord(found)) throw new Error("the query was not understood");
  return blobsOf(recordOf(found), failedNames(answered), batch);
}
function repositoryOf(answer) {
  return recordOf(recordOf(answer).data).repository;
}
function blobsOf(found, failed, batch) {
  return batch.map((_, index) => {
    const name = `f${index}`;
    return failed.has(name) ? void 0 : blobOf(found[name]);
  });
}
function failedNames(data) {
  const errors = recordOf(data).errors;
  const names = /* @__PURE__ */ new Set();
  for (const error of Array.isArray(errors) ? errors : []) {
    const path = recordOf(error).path;
    for (const part of Array.isArray(path) ? path : []) if (typeof part === "string") names.add(part);
  }
  return names;
}
function blobOf(value) {
  if (value === null) return null;
  const { oid, byteSize, isBinary, isTruncated, text } = recordOf(value);
  if (typeof oid !== "string" || typeof byteSize !== "number") return void 0;
  return {
    oid,
    byteSize,
    isBinary: typeof isBinary === "boolean" ? isBinary : null,
    isTruncated: isTruncated === true,
    text: typeof text === "string" ? text : null
  };
}

// src/adapters/github/read-blobs.ts
var SYMLINK_MODE = "120000";
var SUBMODULE_MODE = "160000";
var MISSING = { kind: "missing" };
var AT_ONCE = 8;
async function readBlobs(reader, requests, signal) {
  const known2 = requests.map(blobWithoutReading);
  const asked = requests.filter((_, index) => known2[index] === null);
  if (asked.length === 0) return known2.map((blob) => blob ?? MISSING);
  const expressions = asked.map(({ sha, path }) => `${sha}:${path}`);
  const rider = await reader.takeRider?.(signal) ?? null;
  const found = await queryBlobs(reader, expressions, rider, signal);
  const read = [];
  for (let start = 0; start < asked.length; start += AT_ONCE) {
    const some = asked.slice(start, start + AT_ONCE);
    const blobs = some.map((request, index) => complete(reader, request, found[start + index], signal));
    read.push(...await Promise.all(blobs));
  }
  let next = 0;
  return known2.map((blob) => blob ?? read[next++] ?? MISSING);
}
function blobWithoutReading({ path, tree }) {
  if (isUnsafePath(path)) return { kind: "unreadable", reason: "the path is unsafe; it was not opened" };
  if (tree === null) return null;
  const entry = tree.get(path);
  if (entry === void 0) return MISSING;
  return entry.mode === SUBMODULE_MODE ? { kind: "submodule", commit: entry.sha } : null;
}
async function complete(reader, request, found, signal) {
  const blob = await contentOf(reader, request, found, signal);
  const isLink = request.tree?.get(request.path)?.mode === SYMLINK_MODE;
  return isLink && blob.kind === "text" ? { kind: "symlink", target: blob.text } : blob;
}
async function contentOf(reader, { sha, path, tree }, found, signal) {
  if (found === null) return MISSING;
  if (found !== void 0) {
    const blob = blobOfQuery(found);
    if (blob !== null) return blob;
  }
  try {
    const oid = found?.oid ?? tree?.get(path)?.sha ?? "";
    return oid === "" ? await readContents(reader, sha, path, signal) : await readObject(reader, oid, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ForgeError && error.status === 404) return MISSING;
    return { kind: "unreadable", reason: messageOf(error) };
  }
}
function blobOfQuery(found) {
  if (found.isBinary === true) return { kind: "binary" };
  if (found.byteSize > MAX_BLOB_BYTES) return TOO_LARGE;
  if (found.isTruncated || found.text === null) return null;
  return { kind: "text", text: found.text, undecodable: found.text.includes("\uFFFD") };
}
async function readObject(reader, oid, signal) {
  const { data } = await reader.client.request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", {
    ...reader.repository,
    file_sha: oid,
    request: { signal }
  });
  return (data.size ?? 0) > MAX_BLOB_BYTES ? TOO_LARGE : decodeContent(data.content);
}
async function readContents(reader, sha, path, signal) {
  const { data } = await reader.client.request("GET /repos/{owner}/{repo}/contents/{path}", {
    ...reader.repository,
    path,
    ref: sha,
    request: { signal }
  });
  if (Array.isArray(data)) return MISSING;
  if (data.type === "symlink")
    return { kind: "symlink", target: "target" in data ? String(data.target) : "" };
  if (data.type === "submodule") return { kind: "submodule", commit: data.sha };
  if (data.size > MAX_BLOB_BYTES) return TOO_LARGE;
  if (!("encoding" in data) || data.encoding !== "base64" || data.content === "" && data.size > 0)
    return readObject(reader, data.sha, signal);
  return decodeContent(data.content);
}

// src/adapters/github/read-state.ts
async function readState(client, repository, number3, signal) {
  const { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
    ...repository,
    pull_number: number3,
    request: { signal }
  });
  const headRepository = data.head.repo ?? null;
  return {
    number: data.number,
    title: data.title,
    description: data.body ?? "",
    headSha: data.head.sha,
    headLabel: data.head.ref,
    baseSha: data.base.sha,
    baseLabel: data.base.ref,
    state: data.state === "closed" ? "closed" : "open",
    draft: data.draft ?? false,
    locked: data.locked,
    isFork: headRepository === null || Number(headRepository.id) !== Number(data.base.repo.id),
    headDeleted: headRepository === null,
    author: data.user?.login ?? "ghost",
    labels: data.labels.map((label) => label.name),
    changedFiles: data.changed_files,
    repositoryId: Number(data.base.repo.id),
    url: data.html_url
  };
}

// src/adapters/github/read-tree.ts
async function readTree(client, repository, sha, signal) {
  const { data } = await client.request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
    ...repository,
    tree_sha: sha,
    recursive: "1",
    request: { signal }
  });
  if (data.truncated) return null;
  const tree = /* @__PURE__ */ new Map();
  for (const { path, mode, sha: object, type } of data.tree) {
    if (type !== "tree") tree.set(path, { mode, sha: object });
  }
  return tree;
}

// src/adapters/github/share-queries.ts
function shareQueries(reader) {
  let waiting = [];
  const flush = async (all, signal) => {
    const requests = all.flatMap((one) => one.requests);
    try {
      const blobs = await readBlobs(reader, requests, signal);
      let start = 0;
      for (const one of all) {
        one.resolve(blobs.slice(start, start + one.requests.length));
        start += one.requests.length;
      }
    } catch (error) {
      for (const one of all) one.reject(error);
    }
  };
  return (requests, signal) => new Promise((resolve, reject) => {
    waiting.push({ requests, signal, resolve, reject });
    if (waiting.length > 1) return;
    setImmediate(() => {
      const all = waiting;
      waiting = [];
      void flush(all, signal);
    });
  });
}

// src/diff/parse-hunk-header.ts
var MAX_LINE = 1e9;
function parseHunkHeader(text, start, end) {
  if (text.startsWith("@@@", start)) return "a combined diff of a merge is not supported";
  const cursor = { text, position: start, end };
  if (!skip(cursor, "@@ -")) return "not a hunk header";
  const oldStart = number2(cursor);
  const oldCount = skip(cursor, ",") ? number2(cursor) : 1;
  if (!skip(cursor, " +")) return "not a hunk header";
  const newStart = number2(cursor);
  const newCount = skip(cursor, ",") ? number2(cursor) : 1;
  if (!skip(cursor, " @@")) return "not a hunk header";
  if (oldStart < 0 || oldCount < 0 || newStart < 0 || newCount < 0)
    return "a hunk header without usable numbers";
  if (oldStart === 0 && oldCount > 0 || newStart === 0 && newCount > 0) {
    return "a hunk header that starts at line 0, which does not exist";
  }
  skip(cursor, " ");
  return { oldStart, oldCount, newStart, newCount, section: text.slice(cursor.position, end) };
}
function skip(cursor, expected) {
  if (!cursor.text.startsWith(expected, cursor.position)) return false;
  cursor.position += expected.length;
  return cursor.position <= cursor.end;
}
function number2(cursor) {
  let value = 0;
  const from = cursor.position;
  while (cursor.position < cursor.end) {
    const digit = cursor.text.charCodeAt(cursor.position) - 48;
    if (digit < 0 || digit > 9) break;
    value = value > MAX_LINE ? value : value * 10 + digit;
    cursor.position += 1;
  }
  return cursor.position === from || value > MAX_LINE ? -1 : value;
}

// src/diff/hunk-reader.ts
var LINE_FEED = 10;
var SPACE = 32;
var PLUS = 43;
var MINUS = 45;
var BACKSLASH = 92;
var HunkReader = class {
  hunks = [];
  added = 0;
  deleted = 0;
  /** Start of the next unread line. */
  position;
  #text;
  #firstProblem = null;
  #moreProblems = 0;
  /** First line after the hunks read so far, on either side. */
  #oldEnd = 1;
  #newEnd = 1;
  /** @param text whole text; reading starts at offset `position`, which must be the start of a line */
  constructor(text, position) {
    this.#text = text;
    this.position = position;
  }
  get atEnd() {
    return this.position >= this.#text.length;
  }
  /** Everything that was wrong, in words; null when nothing was. */
  get problem() {
    if (this.#firstProblem === null || this.#moreProblems === 0) return this.#firstProblem;
    return `${this.#firstProblem} (and ${this.#moreProblems} more of this kind)`;
  }
  /** Records what is wrong. The first reason is kept in full, later ones are counted. */
  note(reason) {
    if (this.#firstProblem === null) this.#firstProblem = reason;
    else this.#moreProblems += 1;
  }
  /** The next unread line, cut to a length that can be shown to a person, as a quoted string. */
  preview() {
    return quoteLine(this.#text, this.position);
  }
  /** Reads hunks until a line that does not start one. */
  readRun() {
    while (isHunkStart(this.#text, this.position)) this.#readHunk();
  }
  #readHunk() {
    const text = this.#text;
    const start = this.position;
    const lineEnd = endOfLine(text, start);
    this.position = lineEnd + 1;
    const header2 = parseHunkHeader(text, start, lineEnd);
    if (typeof header2 === "string") {
      this.note(`${header2}: ${quoteLine(text, start)}`);
      this.#skipBody();
      return;
    }
    const oldFrom = header2.oldCount === 0 ? header2.oldStart + 1 : header2.oldStart;
    const newFrom = header2.newCount === 0 ? header2.newStart + 1 : header2.newStart;
    const overlaps = oldFrom < this.#oldEnd || newFrom < this.#newEnd;
    if (overlaps) {
      this.note(`the hunk ${quoteLine(text, start)} overlaps the one before it and was left out`);
    } else if (oldFrom - this.#oldEnd !== newFrom - this.#newEnd) {
      this.note(
        `before the hunk ${quoteLine(text, start)} the two sides move apart, so the patch leaves changes out or its line numbers are wrong`
      );
    }
    const lines = [];
    const body = this.#readBody(lines, oldFrom, newFrom, header2.oldCount, header2.newCount);
    if (body.oldLeft > 0 || body.newLeft > 0) {
      this.note(
        `the hunk ${quoteLine(text, start)} ends ${body.oldLeft} old and ${body.newLeft} new lines too early${this.atEnd ? "" : `, at ${this.preview()}`}`
      );
    }
    if (overlaps) return;
    const oldCount = header2.oldCount - body.oldLeft;
    const newCount = header2.newCount - body.newLeft;
    this.#oldEnd = oldFrom + oldCount;
    this.#newEnd = newFrom + newCount;
    if (lines.length === 0) return;
    this.added += body.added;
    this.deleted += body.deleted;
    this.hunks.push({
      // A side that a cut body left empty is written as git writes an empty side: the line before.
      oldStart: oldCount === 0 ? oldFrom - 1 : oldFrom,
      oldCount,
      newStart: newCount === 0 ? newFrom - 1 : newFrom,
      newCount,
      section: header2.section,
      lines,
      oldNoNewline: body.oldNoNewline,
      newNoNewline: body.newNoNewline
    });
  }
  /** Reads body lines until both counts are used up or a line does not fit. The hot loop: no allocation but the lines. */
  #readBody(lines, oldFrom, newFrom, oldCount, newCount) {
    const text = this.#text;
    const length = text.length;
    let position = this.position;
    let oldLine = oldFrom;
    let newLine = newFrom;
    const oldEnd = oldFrom + oldCount;
    const newEnd = newFrom + newCount;
    let added = 0;
    let deleted = 0;
    let lastMark = 0;
    let oldNoNewline = false;
    let newNoNewline = false;
    while (position < length) {
      const mark = text.charCodeAt(position);
      if (mark === BACKSLASH && lastMark !== 0) {
        if (lastMark !== PLUS) oldNoNewline = true;
        if (lastMark !== MINUS) newNoNewline = true;
        if (oldNoNewline && oldLine < oldEnd || newNoNewline && newLine < newEnd) {
          this.note('a "no newline at end of file" mark is followed by more lines of that side');
        }
        position = endOfLine(text, position) + 1;
        lastMark = 0;
        continue;
      }
      const hasOld = oldLine < oldEnd;
      const hasNew = newLine < newEnd;
      if (!hasOld && !hasNew) break;
      let end = text.indexOf("\n", position);
      if (end === -1) end = length;
      if (mark === PLUS && hasNew) {
        lines.push({ kind: "add", oldLine: 0, newLine, text: text.slice(position + 1, end) });
        newLine += 1;
        added += 1;
      } else if (mark === MINUS && hasOld) {
        lines.push({ kind: "delete", oldLine, newLine: 0, text: text.slice(position + 1, end) });
        oldLine += 1;
        deleted += 1;
      } else if ((mark === SPACE || mark === LINE_FEED) && hasOld && hasNew) {
        const content = mark === SPACE ? text.slice(position + 1, end) : "";
        lines.push({ kind: "context", oldLine, newLine, text: content });
        oldLine += 1;
        newLine += 1;
      } else break;
      lastMark = mark;
      position = end + 1;
    }
    this.position = position;
    return {
      oldLeft: oldEnd - oldLine,
      newLeft: newEnd - newLine,
      added,
      deleted,
      oldNoNewline,
      newNoNewline
    };
  }
  /** Passes over the body of a hunk whose header could not be read. */
  #skipBody() {
    const text = this.#text;
    while (this.position < text.length) {
      const mark = text.charCodeAt(this.position);
      if (mark !== SPACE && mark !== PLUS && mark !== MINUS && mark !== BACKSLASH) return;
      if (isFileHeader(text, this.position)) return;
      this.position = endOfLine(text, this.position) + 1;
    }
  }
};
function isHunkStart(text, position) {
  return text.startsWith("@@ -", position) || text.startsWith("@@@ -", position);
}
function endOfLine(text, position) {
  const end = text.indexOf("\n", position);
  return end === -1 ? text.length : end;
}
function isFileHeader(text, position) {
  if (!text.startsWith("--- ", position)) return false;
  const second = endOfLine(text, position) + 1;
  return text.startsWith("+++ ", second) && text.startsWith("@@ -", endOfLine(text, second) + 1);
}
function quoteLine(text, position) {
  const end = Math.min(endOfLine(text, position), position + 80);
  return JSON.stringify(text.slice(position, end));
}

// src/diff/parse-hunks.ts
function parseHunks(patch) {
  const reader = new HunkReader(patch, 0);
  reader.readRun();
  while (!reader.atEnd) {
    reader.note(`text that belongs to no hunk: ${reader.preview()}`);
    if (!seekHunk(patch, reader)) break;
    reader.readRun();
  }
  return { hunks: reader.hunks, problem: reader.problem };
}
function seekHunk(patch, reader) {
  while (!reader.atEnd) {
    reader.position = endOfLine(patch, reader.position) + 1;
    if (isHunkStart(patch, reader.position)) return true;
  }
  return false;
}

// src/adapters/github/to-file-change.ts
var STATUSES = /* @__PURE__ */ new Map([
  ["added", "added"],
  ["removed", "removed"],
  ["modified", "modified"],
  ["renamed", "renamed"],
  ["copied", "copied"],
  ["changed", "type-changed"],
  ["unchanged", "modified"]
]);
function toFileChange(file) {
  const status = STATUSES.get(file.status) ?? "modified";
  const isMoved = status === "renamed" || status === "copied";
  const change = {
    path: file.filename,
    oldPath: status === "added" ? null : isMoved ? file.previous_filename ?? file.filename : file.filename,
    status,
    similarity: null,
    oldMode: null,
    newMode: null,
    binary: false,
    hunks: [],
    added: file.additions,
    deleted: file.deletions,
    problem: STATUSES.has(file.status) ? null : `GitHub calls its status "${file.status.slice(0, 40)}"`
  };
  const isSilentMove = isMoved && file.additions + file.deletions === 0;
  if (file.patch === void 0 || file.patch === "") return { change, needsContents: !isSilentMove };
  const { hunks, problem } = parseHunks(file.patch);
  if (problem === null && agrees(hunks, file)) return { change: { ...change, hunks }, needsContents: false };
  return {
    change: { ...change, problem: problem ?? "the patch does not hold all changed lines" },
    needsContents: true
  };
}
function agrees(hunks, file) {
  const counts = countLines(hunks);
  return counts.added === file.additions && counts.deleted === file.deletions;
}
function countLines(hunks) {
  let added = 0;
  let deleted = 0;
  for (const hunk of hunks) {
    for (const line of hunk.lines) {
      if (line.kind === "add") added += 1;
      else if (line.kind === "delete") deleted += 1;
    }
  }
  return { added, deleted };
}

// src/adapters/github/pull-request-reader.ts
var MOST_COMPARED_CHARACTERS = 5 * 1024 * 1024;
function makePullRequestReader(sources, number3, headSha, known2 = null) {
  const { client, repository, statusContext: context, statuses } = sources;
  const refresh = (signal) => readState(client, repository, number3, signal);
  const pinnedHead = async (signal) => headSha ?? (await state(signal)).headSha;
  const conversation = makeConversationReader({
    source: sources,
    number: number3,
    context,
    statuses,
    pinnedHead,
    refresh
  });
  const reader = { ...sources, takeRider: conversation.takeRider };
  const readShared = shareQueries(reader);
  const state = once((signal) => known2 === null ? refresh(signal) : Promise.resolve(known2));
  const pin = once((signal) => pinChange(reader, state, pinnedHead, refresh, signal));
  const headTree = once(async (signal) => readTree(client, repository, await pinnedHead(signal), signal));
  const baseTree = once(async (signal) => {
    const [{ set, mergeBase }, atHead] = await Promise.all([
      pin(signal),
      treeOrNull(headTree, reader, signal)
    ]);
    return deriveBaseTree(atHead, set) ?? readTree(client, repository, mergeBase, signal);
  });
  const read = async (side, paths, signal) => {
    if (paths.length === 0) return /* @__PURE__ */ new Map();
    const pinned = await pin(signal);
    const [atHead, atBase] = await Promise.all([
      treeOrNull(headTree, reader, signal),
      treeOrNull(baseTree, reader, signal)
    ]);
    const tree = side === "head" ? atHead : atBase;
    const requests = paths.map((path) => ({ sha: pinned[side], path, tree }));
    const blobs = await readShared(requests, signal);
    return new Map(paths.map((path, index) => [path, blobs[index] ?? { kind: "missing" }]));
  };
  const configurationAt = async (paths, signal) => {
    const tree = await baseTree(signal);
    const files = tree === null ? await listConfiguration(reader, (await pin(signal)).mergeBase, paths, signal) : filesBelow(tree, paths);
    const texts = /* @__PURE__ */ new Map();
    for (const [path, blob] of await read("mergeBase", files, signal))
      if (blob.kind === "text") texts.set(path, blob.text);
    return texts;
  };
  const configurations = /* @__PURE__ */ new Map();
  return {
    state,
    refresh,
    pinnedHead,
    conversation: conversation.first,
    now: conversation.now,
    linesSince: async (sha, signal) => countLinesBetween(client, repository, sha, await pinnedHead(signal), signal),
    changes: async (signal) => (await pin(signal)).set,
    readHead: (paths, signal) => read("head", paths, signal),
    readBase: (paths, signal) => read("mergeBase", paths, signal),
    listHead: async (signal) => {
      const tree = await headTree(signal);
      return tree === null ? null : [...tree.keys()];
    },
    readConfiguration: (paths, signal) => {
      const key = paths.join("\n");
      const kept = configurations.get(key) ?? once((inner) => configurationAt(paths, inner));
      configurations.set(key, kept);
      return kept(signal);
    }
  };
}
async function pinChange(reader, state, pinnedHead, refresh, signal) {
  const { client, repository } = reader;
  const pull = await state(signal);
  const head = await pinnedHead(signal);
  const listed2 = await listChanges2(client, repository, pull, head, () => refresh(signal), signal);
  const files = listed2.files.map(toFileChange);
  const completed = await completeFiles(reader, files, head, listed2.mergeBase, signal);
  return {
    head,
    mergeBase: listed2.mergeBase,
    set: {
      repository: `${repository.owner}/${repository.repo}`,
      head: { sha: head, label: pull.headLabel },
      base: { sha: listed2.mergeBase, label: pull.baseLabel },
      subject: { title: pull.title, description: pull.description },
      files: completed,
      unreadable: listed2.unreadable
    }
  };
}
async function completeFiles(reader, files, head, mergeBase, signal) {
  const open = files.filter((file) => file.needsContents).map((file) => file.change);
  const requests = open.flatMap((change) => [
    { sha: mergeBase, path: change.oldPath ?? change.path, tree: null },
    { sha: head, path: change.path, tree: null }
  ]);
  const blobs = await readBlobs(reader, requests, signal);
  const made = new Map(
    open.map((change, index) => [
      change,
      withHunks(change, blobs[index * 2] ?? { kind: "missing" }, blobs[index * 2 + 1] ?? { kind: "missing" })
    ])
  );
  return files.map(({ change }) => made.get(change) ?? change);
}
function withHunks(change, before, after) {
  const base = change.oldPath === null ? { kind: "missing" } : before;
  const head = change.status === "removed" ? { kind: "missing" } : after;
  if (base.kind === "binary" || head.kind === "binary") return { ...change, binary: true, problem: null };
  const old = textOf3(base, change.oldPath === null);
  const current = textOf3(head, change.status === "removed");
  if (old === null || current === null) {
    if (change.added + change.deleted === 0 && base.kind !== "unreadable" && head.kind !== "unreadable")
      return change;
    const blob = old === null ? base : head;
    const why = blob.kind === "unreadable" ? blob.reason : `its content is ${blob.kind}`;
    return { ...change, problem: `GitHub gives no patch for it and it could not be compared: ${why}` };
  }
  if (old.length + current.length > MOST_COMPARED_CHARACTERS)
    return { ...change, problem: "GitHub gives no patch for it and it is too large to compare" };
  const hunks = makeHunks(old, current);
  return { ...change, hunks, ...countLines(hunks), problem: null };
}
function textOf3(blob, isAbsent) {
  if (isAbsent) return "";
  if (blob.kind === "symlink") return blob.target;
  return blob.kind === "text" ? blob.text : null;
}
function filesBelow(tree, paths) {
  return [...tree].filter(([path, { mode }]) => mode.startsWith("100") && isBelow(path, paths)).map(([path]) => path).slice(0, 500);
}
function isBelow(path, roots) {
  return roots.some((root) => path === root || path.startsWith(`${root}/`));
}
async function treeOrNull(tree, { log }, signal) {
  try {
    return await tree(signal);
  } catch (error) {
    signal.throwIfAborted();
    log.debug("the tree could not be read", { reason: error instanceof Error ? error.message : "" });
    return null;
  }
}
function once(ask) {
  let answer = null;
  return (signal) => {
    answer ??= ask(signal).catch((error) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}

// src/adapters/github/review-poster.ts
var MOST_PAGES4 = 30;
var PAGE4 = 100;
function makeReviewPoster(client, repository, number3) {
  const pull = { ...repository, pull_number: number3 };
  return {
    create: (draft, authorId, signal) => lookBeforeResend(
      async () => {
        const { data } = await client.request("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
          ...pull,
          commit_id: draft.commitSha,
          event: "COMMENT",
          body: draft.body,
          comments: draft.comments.map(toInput),
          request: { signal }
        });
        return { id: Number(data.id), url: data.html_url };
      },
      () => findReview(draft.commitSha, draft.body, authorId, signal)
    ),
    updateComment: async (id, body, signal) => {
      await client.request("PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}", {
        ...repository,
        comment_id: id,
        body,
        request: { signal }
      });
    }
  };
  async function findReview(sha, body, authorId, signal) {
    for (let page = 1; page <= MOST_PAGES4; page += 1) {
      const { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
        ...pull,
        per_page: PAGE4,
        page,
        request: { signal }
      });
      const own = data.find(
        (review) => Number(review.user?.id ?? 0) === authorId && review.commit_id === sha && review.body.replaceAll("\r\n", "\n").trim() === body.trim()
      );
      if (own !== void 0) return { id: Number(own.id), url: own.html_url };
      if (data.length < PAGE4) return null;
    }
    return null;
  }
}
function toInput({ path, side, startLine, line, body }) {
  const where = side === "old" ? "LEFT" : "RIGHT";
  const isRange = startLine !== void 0 && startLine < line;
  return {
    path,
    body,
    line,
    side: where,
    ...isRange ? { start_line: startLine, start_side: where } : {}
  };
}

// src/adapters/github/thread-resolver.ts
function makeThreadResolver({
  client,
  graphqlUrl
}) {
  return {
    setResolved: async (threadId, isResolved, signal) => {
      const field = isResolved ? "resolveReviewThread" : "unresolveReviewThread";
      try {
        const { data } = await client.request({
          method: "POST",
          url: graphqlUrl,
          data: {
            query: `mutation ($thread: ID!) { changed: ${field}(input: { threadId: $thread }) { thread { id isResolved } } }`,
            variables: { thread: threadId }
          },
          request: { signal }
        });
        const { data: answered, errors } = recordOf(data);
        const thread = recordOf(recordOf(recordOf(answered).changed).thread);
        if (thread.id === threadId && thread.isResolved === isResolved) return "done";
        const all = Array.isArray(errors) ? errors : [];
        return all.some((error) => recordOf(error).type === "FORBIDDEN") ? "forbidden" : "not-done";
      } catch (error) {
        if (error instanceof ForgeError && error.status === 403) return "forbidden";
        throw error;
      }
    }
  };
}

// src/adapters/github/thread-store.ts
var MOST_PAGES5 = 30;
var PAGE5 = 100;
function makeThreadStore(client, repository, number3, first) {
  const pull = { ...repository, pull_number: number3 };
  const list3 = async (signal) => {
    const replies = [];
    for (let page = 1; page <= MOST_PAGES5; page += 1) {
      const { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/comments", {
        ...pull,
        per_page: PAGE5,
        page,
        request: { signal }
      });
      replies.push(...data.filter((one) => Number(one.in_reply_to_id ?? 0) === first).map(toComment3));
      if (data.length < PAGE5) break;
    }
    return replies;
  };
  return {
    list: list3,
    create: (body, authorId, signal) => lookBeforeResend(
      async () => {
        const { data } = await client.request(
          "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
          { ...pull, comment_id: first, body, request: { signal } }
        );
        return toComment3(data);
      },
      async () => {
        const all = await list3(signal);
        return all.find((one) => one.authorId === authorId && one.body.trim() === body.trim()) ?? null;
      }
    )
  };
}
function toComment3({ id, user, body, html_url: url, ...times }) {
  return {
    id: Number(id),
    authorId: user === null ? null : Number(user.id),
    author: user?.login ?? "ghost",
    body: body.replaceAll("\r\n", "\n"),
    url,
    createdAt: times.created_at,
    edited: times.updated_at !== times.created_at
  };
}

// src/adapters/github/make-github.ts
var DEFAULT_STATUS_CONTEXT = "multi-agent-review";
function makeGitHub(options) {
  const { owner, repo, log, graphqlUrl } = options;
  for (const url of [options.apiUrl, options.serverUrl, graphqlUrl]) checkUrl(url);
  if (!/^[\w.-]+$/.test(owner) || !/^[\w.-]+$/.test(repo))
    throw new ReviewError("bad-usage", `"${owner}/${repo}" is no repository.`, "Give it as owner/name.");
  const repository = { owner, repo };
  const client = makeClient(options);
  const statusContext = options.statusContext ?? DEFAULT_STATUS_CONTEXT;
  const statuses = makeStatusBoard(client, repository, statusContext);
  const sources = { client, graphqlUrl, repository, log, statusContext, statuses };
  const home = `${options.serverUrl.replace(/\/+$/, "")}/${owner}/${repo}`;
  return {
    pullRequest: (number3, headSha) => {
      const known2 = options.known ?? null;
      const isThis = known2 !== null && known2.number === number3 && known2.headSha === headSha;
      return makePullRequestReader(sources, number3, headSha, isThis ? known2 : null);
    },
    comments: (number3) => makeCommentStore(client, repository, number3),
    replies: (number3, first) => makeThreadStore(client, repository, number3, first),
    reviews: (number3) => makeReviewPoster(client, repository, number3),
    statuses,
    threads: makeThreadResolver(sources),
    permissions: makePermissions(client, repository, log),
    reactions: makeReactions(client, repository, log),
    blobUrl: (sha, path, line, endLine) => {
      const place = path.split("/").map(encodeURIComponent).join("/");
      return `${home}/blob/${sha}/${place}#L${line}${endLine !== void 0 && endLine > line ? `-L${endLine}` : ""}`;
    },
    pullRequestUrl: (number3) => `${home}/pull/${number3}`
  };
}
function checkUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && (url.protocol === "https:" || url.protocol === "http:")) return;
  throw new ReviewError("bad-usage", `"${text}" is no web address.`, "Give addresses with https://.");
}

// src/event/app-event.ts
function ignored(reason) {
  return { kind: "ignored", reason };
}
function unreadable(name) {
  return ignored(`the payload of ${name} does not have the fields that GitHub documents`);
}
var KINDS = [
  "review",
  "command",
  "merge-group",
  "explain"
];
function storedRequest(stored) {
  if (typeof stored.kind === "string" && KINDS.includes(stored.kind)) return stored;
  throw new Error(`A stored request is of no kind that this version knows: "${String(stored.kind)}".`);
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

// src/render/render-progress-comment.ts
var MOST_ROWS2 = 50;
var UNFINISHED = "<!-- multi-agent-review unfinished -->";
var EARLIER = "<!-- multi-agent-review earlier report -->";
var FOLD_END = "\n\n</details>";
function renderProgressComment(run, agents, earlier) {
  const rows = agents.slice(0, MOST_ROWS2).map(
    ({ agent, state, task, progress, findings }) => `| ${escapeMarkdownCell(agent)} | ${state} | ${Math.round(progress)} % | ${escapeMarkdownCell(task)} | ${findings} |`
  );
  const left = agents.length - rows.length;
  const kept = ["", "<details><summary>The last report</summary>", "", EARLIER, `${earlier}${FOLD_END}`];
  return [
    COMMENT_MARKER,
    markOf(run.statusId),
    `**Review of ${codeSpan(run.sha.slice(0, 7))} is running.** This comment becomes its report; findings so far are not checked yet.`,
    "",
    "| Reviewer | State | Done | Doing | Findings |",
    "|---|---|---:|---|---:|",
    ...rows,
    ...left > 0 ? ["", `and ${left} more`] : [],
    ...earlier === null ? [] : kept,
    ""
  ].join("\n");
}
function renderUnfinished(run, text, commands) {
  const earlier = earlierReport(text);
  const ask = commands ? `comment ${codeSpan("/review")}, push, or run the job again` : "start it again";
  const follows = earlier === null ? [] : ["", "Below stands the last report that was finished.", "", EARLIER, earlier];
  return [
    COMMENT_MARKER,
    UNFINISHED,
    `**The review of ${codeSpan(run.sha.slice(0, 7))} did not finish**, so nothing is known of this commit. To get a report, ${ask}; the log of the run says what ended it.`,
    ...follows,
    ""
  ].join("\n");
}
function showsProgressOf(statusId, body) {
  return body.split(/\r?\n/, 2)[1] === markOf(statusId);
}
function earlierReport(text) {
  const [, second = ""] = text.split("\n", 2);
  const isProgress = /^<!-- multi-agent-review progress \d+ -->$/.test(second);
  if (!isProgress && second !== UNFINISHED) return text.slice(COMMENT_MARKER.length + 1).trimEnd() || null;
  const start = text.indexOf(`
${EARLIER}
`);
  if (start === -1) return null;
  const kept = text.slice(start + EARLIER.length + 2).trimEnd();
  return isProgress && kept.endsWith(FOLD_END) ? kept.slice(0, -FOLD_END.length) : kept;
}
function markOf(statusId) {
  return `<!-- multi-agent-review progress ${statusId} -->`;
}

// src/publish/end-progress-comment.ts
async function endProgressComment(comments, run, commands, signal) {
  const own = ownComments(await comments.list(signal), run.authorId);
  const shown = own.find(({ body }) => showsProgressOf(run.statusId, body));
  if (shown === void 0) return false;
  const text = renderUnfinished(run, visibleText(shown.body), commands);
  await comments.update(shown.id, withSameState(text, shown.body), signal);
  return true;
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

// src/event/first-own-line.ts
var MOST_CHARACTERS6 = 2e4;
function firstOwnLine(body) {
  let fence = null;
  let isQuoted = false;
  for (const line of body.slice(0, MOST_CHARACTERS6).split(/\r\n|\r|\n/)) {
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

// src/event/parse-command.ts
var OPTIONS = ["--workflow", "--strategy", "--agents"];
var COMMAND_WORDS = COMMAND_TABLE.map((row3) => row3.word).filter((word) => word !== "");
var MOST_LINE = 500;
var MOST_REASON = 200;
var MOST_WORD = 60;
var ID = /^(?:f1:)?([0-9a-f]{8,24})$/;
var INVISIBLE2 = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
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
  const reason = words.join(" ").replace(/\s+/gu, " ").replace(INVISIBLE2, "").replace(/ {2,}/g, " ").trim();
  return reason === "" || reason.length > MOST_REASON ? null : reason;
}
function misused(word, problem) {
  return { kind: "unknown", word, nearest: word, problem };
}
function unknown(word, allowed, problem) {
  const cut = word.slice(0, MOST_WORD).toWellFormed();
  return { kind: "unknown", word: cut, nearest: suggest(word, allowed), problem };
}

export {
  makeSecretFilter,
  mapTexts,
  checkModelOrder,
  openModels,
  revealHiddenText,
  flattenText,
  showCodeLine,
  loadBuiltIns,
  formatNumber,
  formatCount,
  formatDuration,
  formatTokens,
  formatDollars,
  cutText,
  cutLine,
  cutPath,
  escapeMarkdown,
  escapeMarkdownLine,
  codeSpan,
  codeFence,
  markdownLink,
  headlineOf,
  headlineText,
  placeOf,
  factsOf,
  convergenceWords,
  warningsOf,
  certaintyOf,
  locationOf,
  groupFindings,
  dismissalWords,
  suppressionReasons,
  escalationText,
  codeFrame,
  suggestionLines,
  COMMENT_MARKER,
  renderMarkdown,
  WAITS_BY_CHOICE,
  makePendingFor,
  renderProgressComment,
  earlierReport,
  withSameState,
  visibleText,
  withOrders,
  readComment,
  ownComments,
  upsertComment,
  endProgressComment,
  ASKED,
  claim,
  stillOurs,
  shouldYield,
  ownThreads,
  publishReport,
  publishSituation,
  decodeContent,
  makeGitHub,
  ignored,
  unreadable,
  storedRequest,
  firstOwnLine,
  COMMAND_TABLE,
  parseCommand,
  commandName
};
