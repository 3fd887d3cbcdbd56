import type { Settings } from '../model.ts';

/** Files that no model ever sees, whatever the configuration adds: keys, credentials, what holds them by convention. */
export const ALWAYS_NEVER_SEND: readonly string[] = [
  '.env*',
  '*.pem',
  '*.key',
  '*.p12',
  '*.pfx',
  '*.jks',
  '*.keystore',
  '*.kdbx',
  '.npmrc',
  '.pypirc',
  '.netrc',
  '.htpasswd',
  'id_rsa*',
  'id_dsa*',
  'id_ecdsa*',
  'id_ed25519*',
  '*.tfstate',
  'secrets/',
  '.secrets/',
];

/** Where a small change can do great harm: such changes get every reviewer, however short they are, and a person. */
const RISK_PATHS: readonly string[] = [
  // What runs with the rights of the repository, and who decides about it.
  '.github/workflows/**',
  '.github/actions/**',
  '.gitlab-ci.yml',
  '.circleci/',
  'Jenkinsfile',
  'azure-pipelines*',
  'CODEOWNERS',
  // Who may do what.
  'auth/',
  '*[Aa]uth*',
  '*[Ll]ogin*',
  '*[Ss]ession*',
  '*[Pp]assword*',
  '*[Pp]ermission*',
  'crypto/',
  '*[Cc]rypto*',
  'security/',
  // Money.
  'payment*/',
  'billing/',
  'checkout/',
  '*[Pp]ayment*',
  // Data, and where it runs.
  'migrations/',
  '*.sql',
  'Dockerfile*',
  '*.tf',
  // Who wrote it is no question of rights.
  '!AUTHORS*',
  '!*[Aa]uthor.*',
  '!*[Aa]uthors*',
];

/** What holds where the configuration says nothing. The budgets fit one run of six reviewers and a verifier. */
export const DEFAULT_SETTINGS: Settings = {
  model: 'auto',
  reviewers: null,
  rules: new Map(),
  paths: [],
  instructions: '',
  thresholds: { shown: 10, minConfidence: 50 },
  failOn: 'critical',
  onIncomplete: 'error',
  drafts: false,
  skip: { labels: [], authors: [], titles: [], paths: [] },
  // 150,000 tokens in and 25,000 out.
  budgets: { agentSeconds: 120, runSeconds: 300, runTokens: 175_000, runDollars: 0.3, monthDollars: null },
  language: 'en',
  workflow: 'default',
  commands: { enabled: true, cooldownSeconds: 60, perDay: 50 },
  escalation: { paths: RISK_PATHS, pendingMinutes: 15 },
  convergence: { rounds: 5 },
  neverSend: ALWAYS_NEVER_SEND,
  advisories: 'on',
  sarifGates: false,
};
