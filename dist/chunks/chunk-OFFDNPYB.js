import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parsePrices
} from "./chunk-RJTPYWGR.js";
import {
  systemClock,
  systemRandom
} from "./chunk-T5TJTLCH.js";
import {
  ReviewError
} from "./chunk-7PSS6GJZ.js";

// src/render/secret-filter.ts
var WINDOW = 12;
var SHORTEST_SECRET = 8;
var HIDDEN = "[hidden]";
var INVISIBLE = [
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
function makeSecretFilter(secrets) {
  const windows = /* @__PURE__ */ new Map();
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue;
    for (const [form, perCharacter] of formsOf(secret)) {
      const size = Math.min(Math.round(WINDOW * perCharacter), form.length);
      const known = windows.get(size) ?? /* @__PURE__ */ new Set();
      for (let start = 0; start + size <= form.length; start += 1) known.add(form.slice(start, start + size));
      windows.set(size, known);
    }
  }
  if (windows.size === 0) return (text) => text;
  return (text) => hide(text, windows);
}
function formsOf(secret) {
  const bytes = [...new TextEncoder().encode(secret)];
  const hexOf = (separator) => bytes.map((byte) => `${separator}${byte.toString(16).padStart(2, "0")}`).join("");
  const base64 = [0, 1, 2].map((skip) => toBase64(bytes.slice(skip)));
  return [
    [secret, 1],
    [[...secret].reverse().join(""), 1],
    [encodeURIComponent(secret), 1],
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
function toBase64(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, "");
}
function hide(text, windows) {
  const { seen, places } = withoutInvisible(text);
  const spans = [];
  for (const [size, known] of windows) {
    for (let start = 0; start + size <= seen.length; start += 1) {
      if (known.has(seen.slice(start, start + size))) spans.push({ start, end: start + size });
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
    if (isInvisible(text.charCodeAt(index))) continue;
    seen += text.charAt(index);
    places.push(index);
  }
  return places.length === text.length ? { seen: text, places: null } : { seen, places };
}
function isInvisible(code) {
  return code >= 173 && INVISIBLE.some(([first, last]) => first <= code && code <= last);
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

// src/entry/open-models.ts
var VENDOR = "https://api.anthropic.com";
async function openModels(order) {
  const { prices, problems } = parsePrices(order.prices);
  if (problems.length > 0) {
    throw new ReviewError("bad-usage", `The prices cannot be read: ${problems.join("; ")}.`, "Mend them.");
  }
  const { makeModelClient } = await import("./make-model-client-KZGXC6KH.js");
  const { apiKey, profile } = order;
  const baseUrl = order.baseUrl.trim() === "" ? VENDOR : order.baseUrl.trim();
  const client = makeModelClient({ apiKey, baseUrl, profile, clock: systemClock, random: systemRandom });
  return { client, profile, choices: chooseModels(order.models), prices, random: systemRandom };
}

export {
  makeSecretFilter,
  mapTexts,
  openModels
};
