import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  countFiles,
  isAtLeast
} from "./chunk-ZKMO4PZO.js";

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

export {
  decideVerdict,
  failsGate
};
