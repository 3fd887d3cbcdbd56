import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  digestOf
} from "./chunk-I4OGI3IL.js";

// src/evidence/fingerprint.ts
import { createHash } from "node:crypto";
function fingerprintOf(parts) {
  const text = [
    parts.category,
    parts.pathAtBase,
    normaliseCode(parts.code),
    parts.symbol,
    String(parts.ordinal)
  ];
  return `f1:${createHash("sha256").update(text.join("\0")).digest("hex").slice(0, 24)}`;
}
function normaliseCode(code) {
  return code.replace(/\s+/g, " ").replace(/ ?([^\w\s]) ?/g, "$1").replace(/[;,]+$/, "").trim();
}
function fingerprintKey(finding, pathAtBase, symbol) {
  const code = finding.quote ?? finding.ruleId;
  return [finding.category, pathAtBase, normaliseCode(code), symbol].join("\0");
}
function shortIds(fingerprints) {
  const ids = /* @__PURE__ */ new Map();
  const bodies = [...new Set(fingerprints)].map((fingerprint) => fingerprint.slice(3)).sort();
  bodies.forEach((body, position) => {
    let length = 8;
    for (const neighbour of [bodies[position - 1], bodies[position + 1]]) {
      while (neighbour !== void 0 && length < body.length && neighbour.startsWith(body.slice(0, length)))
        length += 1;
    }
    ids.set(`f1:${body}`, body.slice(0, length));
  });
  return ids;
}

// src/evidence/finding-keys.ts
var KEY_LENGTH = 16;
var SHORTEST_CODE = 6;
function findingKeys(finding, pathAtBase) {
  const { category, ruleId, symbol, quote, origin } = finding;
  const kind = origin === "model" ? category : ruleId;
  const code = normaliseCode(quote ?? "");
  const place = `${pathAtBase}\0${symbol}`;
  return {
    codeKey: digestOf("code", kind, code.length < SHORTEST_CODE ? place : "", code).slice(0, KEY_LENGTH),
    placeKey: digestOf("place", kind, place).slice(0, KEY_LENGTH)
  };
}

export {
  fingerprintOf,
  fingerprintKey,
  shortIds,
  findingKeys
};
