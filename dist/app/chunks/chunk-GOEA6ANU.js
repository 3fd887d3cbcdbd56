import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/order.ts
var NO_ORDERS = { dismissals: [], override: null, notes: [] };
var NOTHING_RECALLED = { earlier: null, orders: NO_ORDERS };

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

// src/model/change.ts
function countFiles(entries) {
  return entries.reduce((sum, { files = 1 }) => sum + files, 0);
}

// src/model/dismissal.ts
var DISMISSAL_SCOPES = ["finding", "file", "rule"];
var LONGEST_REASON = 200;
var LONGEST_RULE_ID = 200;
var LONGEST_PATH = 4096;

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

// src/config/suggest.ts
var LONGEST_WORD = 64;
function suggest(word, candidates) {
  if (word.length > LONGEST_WORD) {
    return null;
  }
  const wanted = plain(word);
  const limit = wanted.length <= 3 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  let best = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (candidate.length <= LONGEST_WORD && Math.abs(candidate.length - wanted.length) < bestDistance) {
      const distance = editDistance(wanted, plain(candidate));
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
  }
  return best;
}
function didYouMean(word, candidates) {
  const near = suggest(word, candidates);
  return near === null ? "" : ` Did you mean "${near}"?`;
}
function plain(word) {
  return word.replace(/([a-z])([A-Z])/g, "$1-$2").replace(/_/g, "-").toLowerCase();
}
function editDistance(left, right) {
  let beforeLast = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1)
      );
      if (left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1] && row > 1 && column > 1) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}

export {
  suggest,
  didYouMean,
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
