import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/category.ts
var SECURITY_CATEGORIES = [
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
  "prompt-injection"
];
var NIT_CATEGORIES = [
  // style
  "complexity",
  "duplication",
  "dead-code",
  "naming",
  "leftover",
  "maintainability",
  // documentation
  "missing-docs",
  "docs-drift",
  "broken-link"
];
var CATEGORIES = [
  ...SECURITY_CATEGORIES,
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
  // test-coverage
  "untested-change",
  "weak-test",
  "focused-test",
  "skipped-test",
  "flaky-test",
  ...NIT_CATEGORIES,
  // about the review itself
  "configuration"
];

// src/model/dismissal.ts
var DISMISSAL_SCOPES = ["finding", "file", "rule"];
var LONGEST_REASON = 200;
var LONGEST_RULE_ID = 200;
var LONGEST_PATH = 4096;

// src/model/order.ts
var NO_ORDERS = { dismissals: [], override: null, notes: [] };
var NOTHING_RECALLED = { earlier: null, orders: NO_ORDERS };

// src/model/change.ts
function countFiles(entries) {
  return entries.reduce((sum, { files = 1 }) => sum + files, 0);
}

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

export {
  SECURITY_CATEGORIES,
  NIT_CATEGORIES,
  CATEGORIES,
  countFiles,
  DISMISSAL_SCOPES,
  LONGEST_REASON,
  LONGEST_RULE_ID,
  LONGEST_PATH,
  NO_ORDERS,
  NOTHING_RECALLED,
  AGENT_OUTCOMES,
  SEVERITIES,
  severityRank,
  isAtLeast
};
