import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

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
  DEFAULT_SETTINGS
};
