import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  collectPatterns,
  compilePatterns,
  compileRegex,
  compileRules,
  compileTextRules,
  conditionsOf,
  makeRuleMatcher,
  makeTaintAnalyzer,
  runTextRules,
  runTreeRules
} from "./chunk-EY4EYMRE.js";
import {
  loadBuiltIns
} from "./chunk-WLDQ3PFU.js";
import {
  openGrammars
} from "./chunk-XAPNU37K.js";
import {
  makeLineMap
} from "./chunk-EL3RS52W.js";
import {
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/analyzers/tree/sample-file.ts
function sampleFile(path, text, tree) {
  const lines = text.split("\n");
  const change = {
    path,
    oldPath: null,
    status: "added",
    similarity: null,
    oldMode: null,
    newMode: "100644",
    binary: false,
    added: lines.length,
    deleted: 0,
    problem: null,
    hunks: [
      {
        oldStart: 0,
        oldCount: 0,
        newStart: 1,
        newCount: lines.length,
        section: "",
        lines: lines.map((line, index) => ({ kind: "add", oldLine: 0, newLine: index + 1, text: line })),
        oldNoNewline: false,
        newNoNewline: !text.endsWith("\n")
      }
    ]
  };
  return {
    file: {
      path,
      change,
      head: { kind: "text", text, undecodable: false },
      base: { kind: "missing" },
      partial: false,
      language: tree?.language ?? null
    },
    text,
    lines,
    map: makeLineMap(change),
    tree,
    baseText: null,
    baseTree: () => Promise.resolve(null)
  };
}

// src/analyzers/taint/check-taint-rule.ts
var EXTENSIONS = {
  javascript: "js",
  typescript: "ts",
  python: "py",
  ruby: "rb"
};
async function checkTaintRule(rule, models, grammars) {
  const problems = [];
  const analyzer = makeTaintAnalyzer([rule], models);
  const samples = [
    ...rule.tests.match.map((sample) => ({ sample, wanted: true })),
    ...rule.tests.noMatch.map((sample) => ({ sample, wanted: false }))
  ];
  if (rule.tests.match.length === 0 || rule.tests.noMatch.length === 0) {
    problems.push(
      `needs a sample that must match and one that must not, under tests.${rule.taint} of a file in ${rule.source}`
    );
  }
  for (const { sample, wanted } of samples) {
    const language = sample.language ?? rule.languages[0] ?? "";
    const line = sample.code.replace(/\s+/g, " ").trim().slice(0, 120);
    const result = await grammars.parse(language, sample.code);
    if (result.kind !== "tree" || result.tree.errors > 0) {
      problems.push(`sample does not parse as ${language}: ${line}`);
      continue;
    }
    const path = sample.path ?? `src/sample.${EXTENSIONS[language] ?? language}`;
    const found = await analyzer.run(
      sampleFile(path, sample.code, result.tree),
      (problem) => problems.push(problem)
    );
    if (found.length > 0 !== wanted)
      problems.push(
        `${wanted ? "must match and does not" : "must not match and does"} (${language}): ${line}`
      );
  }
  return problems;
}

// src/analyzers/tree/check-rule.ts
var PATHS = /* @__PURE__ */ new Map([
  ["javascript", "src/sample.js"],
  ["typescript", "src/sample.ts"],
  ["tsx", "src/sample.tsx"],
  ["python", "src/sample.py"],
  ["go", "src/sample.go"],
  ["java", "src/main/Sample.java"],
  ["ruby", "app/sample.rb"],
  ["rust", "src/sample.rs"],
  ["php", "src/sample.php"],
  ["csharp", "src/Sample.cs"],
  ["cpp", "src/sample.cpp"],
  ["bash", "bin/sample.sh"],
  ["dockerfile", "Dockerfile"],
  ["hcl", "main.tf"],
  ["yaml", "config.yaml"],
  ["json", "package.json"],
  ["sql", "migrations/0001.sql"]
]);
var FAMILY = /* @__PURE__ */ new Set(["javascript", "typescript", "tsx"]);
async function checkRule(rule, grammars) {
  const problems = /* @__PURE__ */ new Set();
  for (const { regex } of conditionsOf(rule)) if (regex !== void 0) checkRegex(regex, problems);
  const table = await compilePatterns(collectPatterns([rule]), grammars);
  const samples = [
    ...rule.tests.match.map((sample) => ({ sample, wanted: true })),
    ...rule.tests.noMatch.map((sample) => ({ sample, wanted: false }))
  ];
  if (rule.languages.includes("text")) {
    for (const { sample, wanted } of samples) {
      const found = runTextRules(
        compileTextRules([rule]),
        sampleFile(sample.path ?? "sample.txt", sample.code, null)
      );
      judge(sample, "text", found.length > 0, wanted, problems);
    }
    return [...problems];
  }
  for (const problem of await problemsIn(rule, table, grammars)) problems.add(problem);
  for (const { sample, wanted } of samples) {
    for (const language of languagesOf(rule, sample)) {
      await trySample({ rule, sample, wanted, language }, table, grammars, problems);
    }
  }
  return [...problems];
}
async function trySample({ rule, sample, wanted, language }, table, grammars, problems) {
  const stated = sample.language ?? rule.languages[0] ?? language;
  const main = language === stated;
  const result = await grammars.parse(language, sample.code);
  if (result.kind !== "tree" || result.tree.errors > 0) {
    if (main) problems.add(`sample does not parse as ${language}: ${show(sample)}`);
    return;
  }
  const path = sample.path ?? PATHS.get(stated) ?? "src/sample";
  const compiled = compileRules([rule], language, table, result.tree);
  let unfinished = "";
  const found = runTreeRules(compiled, sampleFile(path, sample.code, result.tree), (_, reason) => {
    unfinished = reason;
  });
  if (unfinished !== "") problems.add(`the rule ${unfinished}: ${show(sample)}`);
  judge(sample, language, found.length > 0, wanted, problems);
}
function judge(sample, language, matched, wanted, problems) {
  if (matched === wanted) return;
  problems.add(
    `${wanted ? "must match and does not" : "must not match and does"} (${language}): ${show(sample)}`
  );
}
function languagesOf(rule, sample) {
  if (sample.language !== void 0) return [sample.language];
  const [first] = rule.languages;
  if (first === void 0) return [];
  if (!FAMILY.has(first)) return [first];
  return rule.languages.filter((language) => FAMILY.has(language));
}
async function problemsIn(rule, table, grammars) {
  const problems = [];
  const missing = [];
  for (const language of rule.languages) {
    const result = await grammars.parse(language, "");
    if (result.kind !== "tree") {
      problems.push(`there is no grammar for ${language}`);
      continue;
    }
    const { absent } = makeRuleMatcher(
      rule,
      language,
      table,
      result.tree,
      (problem) => problems.push(problem)
    );
    missing.push(
      absent.map((problem) => problem.replace(/ (in|as) \w+(?=$|;)/, " $1 any language of the rule"))
    );
  }
  const [first = [], ...others] = missing;
  return [...problems, ...first.filter((problem) => others.every((other) => other.includes(problem)))];
}
function checkRegex(regex, problems) {
  try {
    compileRegex(regex, false);
  } catch (error) {
    problems.add(`regex "${regex}" is not valid RE2 syntax: ${messageOf(error)}`);
  }
}
function show(sample) {
  const line = sample.code.replace(/\s+/g, " ").trim();
  return line.length <= 120 ? line : `${line.slice(0, 119)}\u2026`;
}

// src/entry/cli/check-rules.ts
async function checkRules(rules, assets) {
  if (rules.length === 0) return [];
  const grammars = openGrammars(assets);
  try {
    const failures = [];
    const { taint = {} } = (await loadBuiltIns(assets)).builtIns;
    for (const rule of rules) {
      const check = rule.taint === void 0 ? checkRule(rule, grammars) : checkTaintRule(rule, taint, grammars);
      for (const failure of await check) failures.push(`${rule.source} ${rule.id}: ${failure}`);
    }
    return failures;
  } finally {
    await grammars.close();
  }
}

export {
  checkRules
};
