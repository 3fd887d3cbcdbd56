import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/category.ts
var CATEGORIES = [
  // security
  "injection",
  "code-execution",
  "xss",
  "path-traversal",
  "ssrf",
  "open-redirect",
  "deserialization",
  "xxe",
  "authentication",
  "authorization",
  "cryptography",
  "secrets",
  "transport",
  "misconfiguration",
  "prototype-pollution",
  "mass-assignment",
  "information-exposure",
  "regex-dos",
  "supply-chain",
  "hidden-text",
  "prompt-injection",
  // correctness
  "logic",
  "async",
  "error-handling",
  "null-dereference",
  "type-confusion",
  "api-misuse",
  "race-condition",
  "resource-leak",
  "merge-conflict",
  // performance
  "query-in-loop",
  "sequential-await",
  "blocking-io",
  "algorithmic-complexity",
  "memory-growth",
  "rendering",
  "loading",
  // style
  "complexity",
  "duplication",
  "dead-code",
  "naming",
  "leftover",
  "maintainability",
  // test-coverage
  "untested-change",
  "weak-test",
  "focused-test",
  "skipped-test",
  "flaky-test",
  // documentation
  "missing-docs",
  "docs-drift",
  "broken-link",
  // about the review itself
  "configuration"
];

// src/model/report.ts
var AGENT_OUTCOMES = [
  "done",
  "degraded",
  "failed",
  "timed-out",
  "truncated",
  "refused",
  "unparsable",
  "cancelled",
  "over-budget",
  "not-needed"
];

// src/model/severity.ts
var SEVERITIES = ["critical", "high", "medium", "low", "info"];
function severityRank(severity) {
  return SEVERITIES.indexOf(severity);
}
function isAtLeast(severity, limit) {
  return severityRank(severity) <= severityRank(limit);
}

// src/model/dismissal.ts
var DISMISSAL_SCOPES = ["finding", "file", "rule"];
var LONGEST_REASON = 200;
var LONGEST_RULE_ID = 200;
var LONGEST_PATH = 4096;

export {
  CATEGORIES,
  DISMISSAL_SCOPES,
  LONGEST_REASON,
  LONGEST_RULE_ID,
  LONGEST_PATH,
  AGENT_OUTCOMES,
  SEVERITIES,
  severityRank,
  isAtLeast
};
