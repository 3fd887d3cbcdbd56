import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  findingKeys
} from "./chunk-4EJS2QX7.js";
import "./chunk-I4OGI3IL.js";
import {
  _enum,
  array,
  literal,
  object,
  string
} from "./chunk-VMSXEJLL.js";
import {
  CATEGORIES
} from "./chunk-N5GIG4EE.js";
import "./chunk-5XWL5JNG.js";

// src/render/parse-baseline.ts
var MOST_FINDINGS = 1e5;
var MOST_PROBLEMS = 3;
var finding = object({
  fingerprint: string().regex(/^f1:[0-9a-f]{8,64}$/, { error: "a fingerprint such as f1:3fa9\u2026" }),
  ruleId: string().max(300),
  category: _enum(CATEGORIES),
  origin: _enum(["analyzer", "model", "sarif"]),
  path: string().max(4096).optional(),
  source: string().max(4096).optional(),
  quote: string().max(1e5).optional(),
  symbol: string().max(1e3),
  suppressedBy: string().optional()
});
var report = object({
  schemaVersion: literal(1, { error: "1: a report that this version reads" }),
  findings: array(finding).max(MOST_FINDINGS)
});
function parseBaseline(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: "broken", reason: "it is not JSON" };
  }
  const parsed = report.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.slice(0, MOST_PROBLEMS).map((issue) => `${issue.path.map(String).join(".") || "the file"}: ${issue.message}`);
    return { kind: "broken", reason: `it is no report of this program (${problems.join("; ")})` };
  }
  const known = parsed.data.findings.filter(
    ({ suppressedBy }) => suppressedBy === void 0 || suppressedBy === "baseline"
  );
  return { kind: "read", findings: known.map(toBaselineFinding) };
}
function toBaselineFinding(one) {
  const { fingerprint, quote, path, source = "", ...rest } = one;
  const keyed = { ...rest, ...quote === void 0 ? {} : { quote } };
  return { fingerprint, ...findingKeys(keyed, path ?? source) };
}
export {
  parseBaseline
};
