import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/adapters/osv/read-answers.ts
var ID = /^[A-Za-z][A-Za-z0-9_.:-]{2,60}$/;
var MOST_IDS = 100;
var LONGEST_SUMMARY = 200;
function recordOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function textOf(value) {
  return typeof value === "string" ? value : "";
}
function readBatch(text, questions) {
  const results = recordOf(JSON.parse(text)).results;
  if (!Array.isArray(results) || results.length !== questions)
    throw new Error("the answer of OSV does not fit the question");
  return results.map(
    (result) => listOf(recordOf(result).vulns).map((one) => textOf(recordOf(one).id)).filter((id) => ID.test(id)).slice(0, MOST_IDS)
  );
}
function readVulnerability(text, id) {
  const answer = recordOf(JSON.parse(text));
  const word = textOf(recordOf(answer.database_specific).severity).toLowerCase();
  const summary = textOf(answer.summary) || (textOf(answer.details).split("\n", 1)[0] ?? "");
  return {
    id,
    summary: summary.replace(/\s+/g, " ").trim().slice(0, LONGEST_SUMMARY),
    severity: SEVERITIES.get(word) ?? "unknown",
    fixedIn: fixedIn(answer)
  };
}
var SEVERITIES = /* @__PURE__ */ new Map([
  ["critical", "critical"],
  ["high", "high"],
  ["moderate", "medium"],
  ["medium", "medium"],
  ["low", "low"]
]);
function fixedIn(answer) {
  const fixed = listOf(answer.affected).flatMap((affected) => listOf(recordOf(affected).ranges)).flatMap((range) => listOf(recordOf(range).events)).map((event) => textOf(recordOf(event).fixed)).filter((version) => /^[\w.+-]{1,40}$/.test(version));
  return fixed.at(-1) ?? "";
}

// src/adapters/osv/make-advisories.ts
var OSV = "https://api.osv.dev";
var BATCH = 1e3;
var MOST_QUESTIONS = 5e3;
var MOST_DETAILS = 40;
var DETAILS_AT_ONCE = 8;
var MOST_CHARACTERS = 1e7;
function makeAdvisories({ timeLimitMs = 6e3 } = {}) {
  const known = /* @__PURE__ */ new Map();
  const details = /* @__PURE__ */ new Map();
  return {
    lookUp: async (questions, signal) => {
      if (questions.length > MOST_QUESTIONS)
        return { kind: "unavailable", reason: `more than ${MOST_QUESTIONS} packages change at once` };
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]);
      try {
        const open = questions.filter((one) => !known.has(keyOf(one)));
        for (let start = 0; start < open.length; start += BATCH) {
          const batch = open.slice(start, start + BATCH);
          const ids = await askBatch(batch, limit);
          for (const [index, one] of batch.entries()) known.set(keyOf(one), ids[index] ?? []);
        }
        const wanted = [...new Set(questions.flatMap((one) => known.get(keyOf(one)) ?? []))];
        await fetchDetails(wanted.filter((id) => !details.has(id)).slice(0, MOST_DETAILS), details, limit);
        const vulnerabilities = questions.map(
          (one) => (known.get(keyOf(one)) ?? []).map((id) => details.get(id) ?? bare(id))
        );
        return { kind: "checked", vulnerabilities };
      } catch (thrown) {
        return { kind: "unavailable", reason: reasonOf(thrown, timeLimitMs) };
      }
    }
  };
}
var keyOf = ({ ecosystem, name, version }) => `${ecosystem}
${name}
${version}`;
function bare(id) {
  return { id, summary: "", severity: "unknown", fixedIn: "" };
}
async function askBatch(batch, signal) {
  const queries = batch.map(({ ecosystem, name, version }) => ({ package: { ecosystem, name }, version }));
  const text = await request("/v1/querybatch", signal, JSON.stringify({ queries }));
  return readBatch(text, batch.length);
}
async function fetchDetails(ids, details, signal) {
  for (let start = 0; start < ids.length; start += DETAILS_AT_ONCE) {
    const some = ids.slice(start, start + DETAILS_AT_ONCE);
    const answers = await Promise.allSettled(
      some.map((id) => request(`/v1/vulns/${encodeURIComponent(id)}`, signal))
    );
    for (const [index, answer] of answers.entries()) {
      const id = some[index] ?? "";
      details.set(id, answer.status === "fulfilled" ? readVulnerability(answer.value, id) : bare(id));
    }
  }
}
async function request(path, signal, body) {
  const response = await fetch(`${OSV}${path}`, {
    method: body === void 0 ? "GET" : "POST",
    // The answer of another host is not OSV's.
    redirect: "error",
    signal,
    ...body === void 0 ? {} : { body, headers: { "content-type": "application/json" } }
  });
  if (!response.ok) throw new Error(`OSV answered ${response.status}`);
  const text = await response.text();
  if (text.length > MOST_CHARACTERS) throw new Error("the answer of OSV is too long");
  return text;
}
function reasonOf(thrown, timeLimitMs) {
  if (thrown instanceof Error && thrown.name === "TimeoutError")
    return `OSV took longer than ${timeLimitMs} ms`;
  if (thrown instanceof Error && thrown.name === "TypeError") return "OSV could not be reached";
  return messageOf(thrown);
}

export {
  makeAdvisories
};
