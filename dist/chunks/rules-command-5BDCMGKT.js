import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkRules
} from "./chunk-YUWQ7Q4B.js";
import {
  readWorkingConfiguration
} from "./chunk-GI3R372P.js";
import "./chunk-7T7GGNHM.js";
import {
  listOf,
  stringOption
} from "./chunk-3C6MUJIG.js";
import "./chunk-W3YDXAFB.js";
import {
  SECRET_RULES
} from "./chunk-5FRZ354L.js";
import "./chunk-EY4EYMRE.js";
import "./chunk-DZQPOH3I.js";
import "./chunk-7C5JEGDL.js";
import {
  loadBuiltIns,
  readAsset
} from "./chunk-WLDQ3PFU.js";
import "./chunk-XAPNU37K.js";
import "./chunk-2USHSXG6.js";
import "./chunk-7WI5XF3W.js";
import "./chunk-6SXCBPIP.js";
import "./chunk-JXOFIYMO.js";
import "./chunk-FXIRLTF6.js";
import "./chunk-V7D6OPFQ.js";
import "./chunk-S74DG6D5.js";
import "./chunk-T5TJTLCH.js";
import "./chunk-EL3RS52W.js";
import "./chunk-6DFPGIZ6.js";
import {
  EXIT
} from "./chunk-UQUMJG74.js";
import {
  didYouMean
} from "./chunk-DJ7Q6BMO.js";
import "./chunk-F64D7OP6.js";
import "./chunk-ZKMO4PZO.js";
import "./chunk-MGYMYPZR.js";
import {
  ReviewError
} from "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";

// src/analyzers/checks.ts
var FUNCTIONS = ["javascript", "typescript", "tsx", "python", "go", "java", "ruby"];
var SCRIPTS = ["javascript", "typescript", "tsx", "python"];
var HIDDEN_TEXT = [
  ["bidi-control", "critical", 95, "CWE-1007", "Text direction that shows code in another order"],
  ["control-character", "medium", 75, "CWE-451", "Control character in text"],
  ["direction-mark", "medium", 75, "CWE-451", "Invisible direction mark"],
  ["homoglyph-identifier", "critical", 95, "CWE-1007", "Name with letters that look like others"],
  ["invisible-letter", "high", 95, "CWE-451", "Letter that shows as nothing"],
  ["line-separator", "medium", 95, "CWE-451", "Line break that editors do not show"],
  ["odd-space", "low", 60, "CWE-1007", "Space that is no ordinary space"],
  ["soft-hyphen", "low", 75, "CWE-451", "Hidden hyphen inside a word"],
  ["tag-characters", "critical", 95, "CWE-451", "Text in characters that nobody sees"],
  ["variation-selectors", "high", 95, "CWE-451", "Data hidden in variation selectors"],
  ["zero-width-character", "high", 95, "CWE-451", "Character without width"]
];
var SUPPLY_CHAIN = [
  ["dependency-downgraded", "low", 68, "CWE-1395", "Dependency goes back to an older version"],
  ["dependency-floating-version", "low", 78, "CWE-1104", "Dependency without a fixed version"],
  ["dependency-imitated-name", "high", 75, "CWE-1357", "Dependency whose name looks like a known one"],
  ["dependency-install-script", "medium", 75, "CWE-506", "Dependency that runs a script on install"],
  ["dependency-integrity-changed", "high", 84, "CWE-494", "Same version, other content than before"],
  ["dependency-integrity-removed", "medium", 80, "CWE-353", "Checksum of a dependency is gone"],
  ["dependency-licence-changed", "low", 75, "", "Licence of a dependency changed"],
  ["dependency-outside-registry", "medium", 78, "CWE-829", "Dependency that is not from the registry"],
  ["dependency-plain-transport", "high", 85, "CWE-494", "Dependency fetched without encryption"],
  ["dependency-registry-changed", "medium", 76, "CWE-829", "Dependency fetched from another host"],
  ["dependency-source-changed", "medium", 74, "CWE-829", "Dependency taken from another place"],
  ["known-vulnerability", "critical", 92, "CWE-1395", "Dependency with a known vulnerability"],
  ["package-lifecycle-script", "high", 80, "CWE-506", "Script that runs on every install"],
  ["submodule-added", "medium", 90, "CWE-829", "Submodule added"],
  ["submodule-moved", "info", 90, "CWE-829", "Submodule points to another commit"]
];
var SECRETS = [
  ["authorization-header", "high", 75, "CWE-798", "Authorization header with a fixed credential"],
  ["command-password", "high", 70, "CWE-798", "Password or token in the arguments of a command"],
  ["connection-string-password", "high", 80, "CWE-798", "Password in a connection string"],
  ["database-url-password", "high", 85, "CWE-798", "Password in the address of a database"],
  ["generic-secret", "high", 80, "CWE-798", "Random value beside a name such as secret or token"],
  ["hard-coded-password", "medium", 60, "CWE-798", "Password written into the code"],
  ["kubernetes-secret", "high", 78, "CWE-798", "Value of a Kubernetes Secret"],
  ["markup-secret", "high", 80, "CWE-798", "Password or key in an XML file"],
  ["private-key", "critical", 97, "CWE-798", "Private key"],
  ["url-password", "high", 85, "CWE-798", "Password in an address"]
];
var PATHS = [
  ["symlink", "low", 80, "CWE-59", "Symbolic link"],
  ["symlink-leaves-tree", "high", 95, "CWE-59", "Symbolic link that leaves the repository"],
  ["unsafe-path", "high", 95, "CWE-22", "Path that leaves the repository or cannot be trusted"]
];
var CHECKS = [
  ...HIDDEN_TEXT.map((row) => toCheck(row, "security", "hidden-text")),
  ...SUPPLY_CHAIN.map((row) => toCheck(row, "security", "supply-chain")),
  ...SECRETS.map((row) => toCheck(row, "security", "secrets")),
  ...[...new Map(SECRET_RULES.map((rule) => [rule.ruleId, rule])).values()].map(
    (rule) => toCheck([rule.ruleId, rule.severity, rule.confidence, "CWE-798", rule.kind], "security", "secrets")
  ),
  ...PATHS.map((row) => toCheck(row, "security", "path-traversal")),
  toCheck(
    ["case-clash", "medium", 90, "CWE-178", "Paths that differ only in case"],
    "security",
    "misconfiguration"
  ),
  toCheck(
    ["executable-bit", "low", 70, "CWE-732", "File that becomes executable"],
    "security",
    "misconfiguration"
  ),
  toCheck(
    ["deceptive-name", "high", 95, "CWE-1007", "Path that looks like another one"],
    "security",
    "hidden-text"
  ),
  toCheck(
    ["instructions-to-reviewer", "high", 95, "CWE-1427", "Text that gives orders to an AI reviewer"],
    "security",
    "prompt-injection"
  ),
  toCheck(
    ["undecodable-text", "low", 80, "", "Text file with bytes that are not UTF-8"],
    "correctness",
    "maintainability"
  ),
  toCheck(
    ["catastrophic-regex", "high", 90, "CWE-1333", "Regular expression that backtracks without end"],
    "performance",
    "regex-dos",
    [...SCRIPTS, "go", "java", "ruby"]
  ),
  toCheck(
    ["complexity-growth", "medium", 85, "", "Function that became hard to follow"],
    "style",
    "complexity",
    FUNCTIONS
  ),
  toCheck(["deep-nesting", "low", 85, "", "Function that nests deeply"], "style", "complexity", FUNCTIONS),
  toCheck(
    ["long-function", "info", 85, "", "Function that became very long"],
    "style",
    "complexity",
    FUNCTIONS
  ),
  toCheck(
    ["never-run-branches", "low", 90, "", "Added condition of which tests take one way"],
    "test-coverage",
    "untested-change"
  ),
  toCheck(
    ["never-run-lines", "medium", 90, "", "Added lines that no test runs"],
    "test-coverage",
    "untested-change"
  ),
  toCheck(
    ["removed-test", "medium", 80, "", "Test removed while the code stays"],
    "test-coverage",
    "weak-test"
  ),
  toCheck(
    ["untested-change", "medium", 75, "", "Changed function that no test touches"],
    "test-coverage",
    "untested-change",
    FUNCTIONS
  ),
  toCheck(
    ["broken-relative-link", "low", 90, "", "Link to a file that does not exist"],
    "documentation",
    "broken-link",
    ["markdown"]
  ),
  toCheck(
    ["doc-parameter-missing", "low", 85, "", "Parameter that the documentation leaves out"],
    "documentation",
    "docs-drift",
    FUNCTIONS
  ),
  toCheck(
    ["doc-parameter-unknown", "low", 85, "", "Documented parameter that is gone"],
    "documentation",
    "docs-drift",
    FUNCTIONS
  ),
  toCheck(
    ["docs-name-missing", "low", 80, "", "New setting that no document names"],
    "documentation",
    "docs-drift"
  ),
  toCheck(
    ["docs-name-removed", "medium", 80, "", "Document that names what is gone"],
    "documentation",
    "docs-drift"
  ),
  toCheck(
    ["exported-change-without-docs", "low", 85, "", "Signature changed, its documentation did not"],
    "documentation",
    "docs-drift",
    FUNCTIONS
  ),
  toCheck(
    ["undocumented-export", "info", 80, "", "Exported function without documentation"],
    "documentation",
    "missing-docs",
    FUNCTIONS
  ),
  toCheck(
    ["changelog-missing", "info", 75, "", "Exported function gone without a word in the change log"],
    "documentation",
    "docs-drift",
    FUNCTIONS
  ),
  toCheck(
    ["undocumented-property", "info", 80, "", "Property without a comment, unlike its neighbours"],
    "documentation",
    "missing-docs",
    ["typescript", "tsx"]
  ),
  toCheck(
    ["action-input-still-documented", "medium", 88, "", "Document that names an action input that is gone"],
    "documentation",
    "docs-drift",
    ["yaml"]
  ),
  toCheck(
    ["action-input-undocumented", "low", 88, "", "New action input that no document names"],
    "documentation",
    "docs-drift",
    ["yaml"]
  ),
  toCheck(
    ["broken-anchor", "low", 86, "", "Link to an anchor that no heading makes"],
    "documentation",
    "broken-link",
    ["markdown"]
  ),
  toCheck(
    ["copied-name-kept", "medium", 75, "", "Name left over in a copied block"],
    "correctness",
    "logic",
    FUNCTIONS
  ),
  toCheck(
    ["docker-variable-empty", "medium", 84, "", "Variable without a value in its stage"],
    "correctness",
    "logic",
    ["dockerfile"]
  ),
  toCheck(
    ["docker-variable-of-same-line", "medium", 84, "", "Variable used beside the pair that sets it"],
    "correctness",
    "logic",
    ["dockerfile"]
  ),
  toCheck(["duplicated-block", "low", 88, "", "Added lines that repeat others"], "style", "duplication"),
  toCheck(
    ["name-against-habit", "info", 85, "", "Name against the habit of its file"],
    "style",
    "naming",
    SCRIPTS
  ),
  toCheck(["unused-function", "low", 86, "", "Function that nothing calls"], "style", "dead-code", SCRIPTS),
  toCheck(["unused-import", "low", 90, "", "Import that nothing uses"], "style", "dead-code", [
    ...SCRIPTS,
    "java"
  ])
];
function toCheck([id, severity, confidence, cwe, title], reviewer, category, languages = []) {
  return { id, reviewer, severity, confidence, category, ...cwe === "" ? {} : { cwe }, languages, title };
}
function allChecks(shippedIds) {
  const known = new Set(CHECKS.map((check) => check.id));
  const others = shippedIds.filter((id) => !known.has(id)).map(
    (id) => toCheck(
      [id, "critical", 88, "CWE-798", `${id.replace(/-credential$/, "")} credential`],
      "security",
      "secrets"
    )
  );
  return [...CHECKS, ...others];
}

// src/entry/shipped-measure.ts
var MEASURES_FILE = "measured.json";
async function measureOf(id, assets) {
  const measures = new Map(Object.entries(await readAsset(assets, MEASURES_FILE)));
  const [right = 0, judged = 0] = measures.get(id) ?? [];
  return judged === 0 ? null : { right, judged };
}

// src/entry/cli/rules-command.ts
async function rulesCommand(invocation) {
  const { options, positionals, terminal, assets } = invocation;
  const configuration = await readWorkingConfiguration(invocation);
  const wanted = stringOption(options, "reviewers");
  const names = wanted === void 0 ? null : listOf("--reviewers", wanted);
  const isWanted = ({ reviewer }) => names === null || names.includes(reviewer);
  const rules = configuration.rules.filter(isWanted);
  const [word] = positionals;
  if (word === "test") return testRules(rules, invocation);
  const { checkIds = [] } = (await loadBuiltIns(assets)).builtIns;
  const checks = allChecks(checkIds).filter(isWanted);
  if (word !== void 0) {
    const check = checks.find(({ id }) => id === word);
    const rule = check === void 0 ? ruleNamed(word, rules, checks) : null;
    const measured = rule === null || rule.builtIn ? await measureOf(word, assets) : void 0;
    if (options.json === true) terminal.out(`${JSON.stringify({ ...check, ...rule, measured }, null, 2)}
`);
    else if (rule !== null) terminal.out(describeRule(rule, measured));
    else if (check !== void 0) terminal.out(describeCheck(check, measured));
    return EXIT.pass;
  }
  terminal.out(
    options.json === true ? `${JSON.stringify([...rules, ...checks], null, 2)}
` : listRules(rules, checks)
  );
  return EXIT.pass;
}
async function testRules(rules, { terminal, assets }) {
  const failures = await checkRules(rules, assets);
  const samples = rules.reduce(
    (count, rule) => count + rule.tests.match.length + rule.tests.noMatch.length,
    0
  );
  for (const failure of failures) terminal.out(`${failure}
`);
  terminal.out(`${rules.length} rules, ${samples} samples, ${failures.length} that do not hold
`);
  return failures.length === 0 ? EXIT.pass : EXIT.gateFailed;
}
function ruleNamed(id, rules, checks) {
  const found = rules.find((rule) => rule.id === id);
  if (found !== void 0) return found;
  const ids = [...rules, ...checks].map((one) => one.id);
  throw new ReviewError(
    "bad-usage",
    `There is no rule "${id}".`,
    `"rules" lists them all.${didYouMean(id, ids)}`
  );
}
function listRules(rules, checks) {
  const rows = [...rules, ...checks].sort((a, b) => compareText(a.reviewer, b.reviewer) || compareText(a.id, b.id)).map(
    ({ id, reviewer, severity, cwe = "-", languages, title }) => [id, reviewer, severity, cwe, languages.join(",") || "any", title]
  );
  const head = ["RULE", "REVIEWER", "SEVERITY", "CWE", "LANGUAGES", "TITLE"];
  const widths = head.map(
    (title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0))
  );
  const line = (row) => row.map((cell, column) => column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)).join("  ");
  const counts = `${rules.length} rules, ${checks.length} checks in code`;
  return `${[head, ...rows].map(line).join("\n")}

${counts}
`;
}
function compareText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
function describeCheck(check, measured) {
  return `${[
    `${check.id}: ${check.title}`,
    "",
    ...factsOf(check, measured),
    "source      a check in code; its tests are those of the program"
  ].join("\n")}
`;
}
function factsOf({ reviewer, severity, confidence, category, cwe, languages }, measured) {
  return [
    `reviewer    ${reviewer}`,
    `severity    ${severity}, confidence ${confidence}`,
    ...measured === void 0 ? [] : [`measured    ${measuredWords(measured)}`],
    `category    ${category}${cwe === void 0 ? "" : `, ${cwe}`}`,
    `languages   ${languages.join(", ") || "any"}`
  ];
}
function measuredWords(measured) {
  if (measured === null) return "nowhere yet: it fired at no judged place";
  const { right, judged } = measured;
  return `right at ${Math.round(100 * right / judged)} % of ${judged} judged place${judged === 1 ? "" : "s"}`;
}
function describeRule(rule, measured) {
  const lines = [
    `${rule.id}: ${rule.title}`,
    "",
    ...factsOf(rule, measured),
    ...rule.paths.length === 0 ? [] : [`paths       ${rule.paths.join(" ")}`],
    `source      ${rule.source}`,
    "",
    rule.message,
    rule.why,
    "",
    `What goes wrong: ${rule.failureScenario}`,
    `What to do: ${rule.fix}`,
    ...rule.references.map((reference) => `See ${reference}`),
    "",
    "Matches",
    ...rule.tests.match.map((test) => indent(test.code)),
    "Does not match",
    ...rule.tests.noMatch.map((test) => indent(test.code))
  ];
  return `${lines.join("\n")}
`;
}
function indent(code) {
  return code.replace(/^/gm, "    ").trimEnd();
}
export {
  rulesCommand
};
