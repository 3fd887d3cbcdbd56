import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/configuration-files.ts
var MAIN = ".github/multi-agent-review";
var WORKFLOWS = `${MAIN}/workflows`;
var RULES = `${MAIN}/rules`;
var REVIEWERS = ".github/reviewers";
var DISMISSALS_PATH = `${MAIN}/dismissals.yml`;
var CONFIGURATION_PATHS = [
  `${MAIN}.yml`,
  `${MAIN}.yaml`,
  WORKFLOWS,
  RULES,
  REVIEWERS,
  DISMISSALS_PATH
];
var MOST_CHARACTERS = 512 * 1024;
function sortFiles(files) {
  const problems = [];
  const report = (file, message) => {
    problems.push({ file, line: null, column: null, key: "", message });
  };
  const lists = { settings: [], workflows: [], rules: [], reviewers: [], dismissals: [] };
  const sorted = lists;
  let characters = 0;
  for (const [path, text] of [...files].sort(([left], [right]) => left < right ? -1 : 1)) {
    const kind = kindOf(path);
    if (kind === null || isAside(path)) {
      continue;
    }
    characters += kind === "dismissals" ? 0 : text.length;
    const problem = misplaced(path, kind, files);
    if (problem !== null) {
      report(path, problem);
    } else if (characters > MOST_CHARACTERS) {
      report(path, `not read: all configuration together is larger than ${MOST_CHARACTERS / 1024} KB`);
    } else {
      sorted[kind].push({ path, text });
    }
  }
  return {
    ...sorted,
    settings: sorted.settings[0] ?? null,
    dismissals: sorted.dismissals[0] ?? null,
    problems
  };
}
function kindOf(path) {
  if (path === `${MAIN}.yml` || path === `${MAIN}.yaml`) {
    return "settings";
  }
  if (path === DISMISSALS_PATH) {
    return "dismissals";
  }
  const folders = [
    [`${WORKFLOWS}/`, "workflows"],
    [`${RULES}/`, "rules"],
    [`${REVIEWERS}/`, "reviewers"]
  ];
  return folders.find(([folder]) => path.startsWith(folder))?.[1] ?? null;
}
function isAside(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.startsWith(".") || /^readme(?:\.md)?$/i.test(name);
}
function misplaced(path, kind, files) {
  const folders = {
    settings: ".github",
    dismissals: MAIN,
    workflows: WORKFLOWS,
    rules: RULES,
    reviewers: REVIEWERS
  };
  const folder = folders[kind];
  if (path.slice(folder.length + 1).includes("/")) {
    return `not read: files lie directly in ${folder}, not in folders below it`;
  }
  if (kind === "reviewers") {
    return path.endsWith(".md") ? null : 'not read: a reviewer is a Markdown file whose name ends in ".md"';
  }
  if (path.endsWith(".yaml")) {
    const twin = path.replace(/\.yaml$/, ".yml");
    return files.has(twin) ? `not read: ${twin} exists as well and counts; keep one of the two` : null;
  }
  return path.endsWith(".yml") ? null : 'not read: the name of such a file ends in ".yml" or ".yaml"';
}

// src/config/default-settings.ts
var ALWAYS_NEVER_SEND = [
  ".env*",
  "*.pem",
  "*.key",
  "*.p12",
  "*.pfx",
  "*.jks",
  "*.keystore",
  "*.kdbx",
  ".npmrc",
  ".pypirc",
  ".netrc",
  ".htpasswd",
  "id_rsa*",
  "id_dsa*",
  "id_ecdsa*",
  "id_ed25519*",
  "*.tfstate",
  "secrets/",
  ".secrets/"
];
var RISK_PATHS = [
  // What runs with the rights of the repository, and who decides about it.
  ".github/workflows/**",
  ".github/actions/**",
  ".gitlab-ci.yml",
  ".circleci/",
  "Jenkinsfile",
  "azure-pipelines*",
  "CODEOWNERS",
  // Who may do what.
  "auth/",
  "*[Aa]uth*",
  "*[Ll]ogin*",
  "*[Ss]ession*",
  "*[Pp]assword*",
  "*[Pp]ermission*",
  "crypto/",
  "*[Cc]rypto*",
  "security/",
  // Money.
  "payment*/",
  "billing/",
  "checkout/",
  "*[Pp]ayment*",
  // Data, and where it runs.
  "migrations/",
  "*.sql",
  "Dockerfile*",
  "*.tf",
  // Who wrote it is no question of rights.
  "!AUTHORS*",
  "!*[Aa]uthor.*",
  "!*[Aa]uthors*"
];
var DEFAULT_SETTINGS = {
  model: "auto",
  reviewers: null,
  rules: /* @__PURE__ */ new Map(),
  paths: [],
  instructions: "",
  thresholds: { shown: 10, minConfidence: 50 },
  failOn: "critical",
  onIncomplete: "error",
  drafts: false,
  skip: { labels: [], authors: [], titles: [], paths: [] },
  // 150,000 tokens in and 25,000 out.
  budgets: { agentSeconds: 120, runSeconds: 300, runTokens: 175e3, runDollars: 0.3, monthDollars: null },
  language: "en",
  workflow: "default",
  commands: { enabled: true, cooldownSeconds: 60, perDay: 50 },
  escalation: { paths: RISK_PATHS, pendingMinutes: 15 },
  convergence: { rounds: 5 },
  neverSend: ALWAYS_NEVER_SEND,
  advisories: "on",
  sarifGates: false
};

export {
  ALWAYS_NEVER_SEND,
  DEFAULT_SETTINGS,
  CONFIGURATION_PATHS,
  sortFiles
};
