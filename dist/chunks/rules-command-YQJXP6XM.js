import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkRules
} from "./chunk-UPSUM4ZS.js";
import {
  readWorkingConfiguration
} from "./chunk-55VIFN76.js";
import "./chunk-L3EMBW4M.js";
import {
  listOf,
  stringOption
} from "./chunk-3C6MUJIG.js";
import "./chunk-J3TSXN54.js";
import "./chunk-F2AZPGMU.js";
import "./chunk-DZQPOH3I.js";
import "./chunk-7AEMBJJG.js";
import "./chunk-DYKJKCOD.js";
import "./chunk-YBF7S5GQ.js";
import "./chunk-USXX6BBY.js";
import "./chunk-3WBOVJOW.js";
import "./chunk-L2VRRDPG.js";
import "./chunk-JXOFIYMO.js";
import "./chunk-C365YKP4.js";
import "./chunk-V7D6OPFQ.js";
import "./chunk-FFFP6M2Z.js";
import "./chunk-EL3RS52W.js";
import "./chunk-6DFPGIZ6.js";
import {
  EXIT
} from "./chunk-UQUMJG74.js";
import {
  didYouMean
} from "./chunk-DJ7Q6BMO.js";
import "./chunk-F64D7OP6.js";
import "./chunk-UD2SVTD3.js";
import "./chunk-MGYMYPZR.js";
import {
  ReviewError
} from "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";

// src/entry/cli/rules-command.ts
async function rulesCommand(invocation) {
  const { options, positionals, terminal } = invocation;
  const configuration = await readWorkingConfiguration(invocation);
  const wanted = stringOption(options, "reviewers");
  const names = wanted === void 0 ? null : listOf("--reviewers", wanted);
  const rules = configuration.rules.filter((rule) => names === null || names.includes(rule.reviewer));
  const [word] = positionals;
  if (word === "test") return testRules(rules, invocation);
  if (word !== void 0) {
    terminal.out(
      options.json === true ? `${JSON.stringify(ruleNamed(word, rules), null, 2)}
` : describeRule(ruleNamed(word, rules))
    );
    return EXIT.pass;
  }
  terminal.out(options.json === true ? `${JSON.stringify(rules, null, 2)}
` : listRules(rules));
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
function ruleNamed(id, rules) {
  const found = rules.find((rule) => rule.id === id);
  if (found !== void 0) return found;
  const ids = rules.map((rule) => rule.id);
  throw new ReviewError(
    "bad-usage",
    `There is no rule "${id}".`,
    `"rules" lists them all.${didYouMean(id, ids)}`
  );
}
function listRules(rules) {
  const rows = [...rules].sort((a, b) => a.reviewer === b.reviewer ? a.id < b.id ? -1 : 1 : a.reviewer < b.reviewer ? -1 : 1).map(
    (rule) => [
      rule.id,
      rule.reviewer,
      rule.severity,
      rule.cwe ?? "-",
      rule.languages.join(","),
      rule.title
    ]
  );
  const head = ["RULE", "REVIEWER", "SEVERITY", "CWE", "LANGUAGES", "TITLE"];
  const widths = head.map(
    (title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0))
  );
  const line = (row) => row.map((cell, column) => column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)).join("  ");
  return `${[head, ...rows].map(line).join("\n")}

${rows.length} rules
`;
}
function describeRule(rule) {
  const lines = [
    `${rule.id}: ${rule.title}`,
    "",
    `reviewer    ${rule.reviewer}`,
    `severity    ${rule.severity}, confidence ${rule.confidence}`,
    `category    ${rule.category}${rule.cwe === void 0 ? "" : `, ${rule.cwe}`}`,
    `languages   ${rule.languages.join(", ")}`,
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
