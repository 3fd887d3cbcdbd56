import type { ParseArgsConfig } from 'node:util';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** One option of a command, for parsing and for `--help`. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** Placeholder in the help, such as `REV`. */
  readonly value?: string;
  readonly help: string;
}

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** What a command is given. */
export interface Invocation {
  readonly options: Options;
  readonly positionals: readonly string[];
  readonly terminal: Terminal;
  /** Folder of the built assets, with a slash at its end. */
  readonly assets: URL;
}

/** A command of the command line: a row in the table below. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** Words after the command, for the help. */
  readonly usage: string;
  /** Most words after the command. */
  readonly mostPositionals: number;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  load(): Promise<(invocation: Invocation) => Promise<ExitCode>>;
}

const REPO: OptionSpec = {
  type: 'string',
  value: 'DIR',
  help: 'repository to work in (default: this folder)',
};
const CONFIG: OptionSpec = {
  type: 'string',
  value: 'FILE',
  help: 'configuration file in place of the base commit’s',
};

const REPORT_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  format: {
    type: 'string',
    short: 'f',
    value: 'KIND',
    help: 'text, markdown, html, json or sarif (default: text, or the output file’s ending)',
  },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    help: 'write the report there instead of printing it',
  },
  reviewers: { type: 'string', value: 'A,B', help: 'only these reviewers' },
  workflow: { type: 'string', value: 'NAME', help: 'the workflow to run (default: default)' },
  'fail-on': {
    type: 'string',
    value: 'LEVEL',
    help: 'critical, high, medium, low, info or never (default: critical)',
  },
  advisories: {
    type: 'string',
    value: 'on|off',
    help: 'look up known vulnerabilities of new dependencies at osv.dev (default: off; with --pr as configured)',
  },
  'no-model': { type: 'boolean', help: 'deterministic analyzers only' },
  'model-fast': { type: 'string', value: 'ID', help: 'model of the reviewers that ask for a fast one' },
  'model-balanced': { type: 'string', value: 'ID', help: 'model of most reviewers and of the verifier' },
  'model-strong': { type: 'string', value: 'ID', help: 'model of the reviewers that ask for a strong one' },
  'model-profile': {
    type: 'string',
    value: 'KIND',
    help: 'anthropic, or compat for a plain Messages API at ANTHROPIC_BASE_URL (default: anthropic)',
  },
  prices: {
    type: 'string',
    value: 'TEXT',
    help: 'model=input/output in dollars per million tokens, separated by commas; @FILE reads them',
  },
  deadline: { type: 'string', value: 'SECONDS', help: 'most seconds for the review, 1 to 3600' },
  quiet: { type: 'boolean', short: 'q', help: 'no progress' },
};

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'review',
    summary: 'review a change and say whether it may pass',
    usage: '',
    mostPositionals: 0,
    options: {
      repo: REPO,
      base: {
        type: 'string',
        value: 'REV',
        help: 'compare with this revision (its merge base with the head)',
      },
      head: { type: 'string', value: 'REV', help: 'review this revision (default: the current commit)' },
      staged: { type: 'boolean', help: 'review what is staged' },
      diff: { type: 'string', value: 'FILE', help: 'review a patch file; - reads it from standard input' },
      pr: {
        type: 'string',
        value: 'PR',
        help: 'review a pull request: owner/repository#number or its address; token in GITHUB_TOKEN or GH_TOKEN',
      },
      post: {
        type: 'boolean',
        help: 'with --pr: write the comment, the comments on lines and the status (default: nothing is written)',
      },
      'status-context': {
        type: 'string',
        value: 'NAME',
        help: 'with --post: name of the commit status (default: multi-agent-review)',
      },
      config: CONFIG,
      sarif: {
        type: 'string',
        value: 'FILES',
        help: 'results of other linters: SARIF files or globs, separated by commas',
      },
      'sarif-gates': { type: 'boolean', help: 'results of other linters fail the gate as ours do' },
      coverage: {
        type: 'string',
        value: 'FILES',
        help: 'lcov, Cobertura or Go cover profiles: added lines that no test ran become findings',
      },
      baseline: {
        type: 'string',
        value: 'FILE',
        help: 'an earlier report (--format json): what it has is counted, not shown, and never fails',
      },
      ...REPORT_OPTIONS,
    },
    examples: [
      ['review', 'your branch against its merge base, and what is not committed yet'],
      ['review --staged --fail-on high', 'before a commit'],
      ['review --base origin/main --head HEAD --format sarif --output review.sarif', 'in any CI'],
      ['review --diff change.patch --format html --output review.html', 'a patch, as a page'],
      ['review --sarif "reports/*.sarif" --coverage coverage/lcov.info', 'with what other tools found'],
      ['review --pr octo/shop#7', 'a pull request, without a clone; writes nothing there'],
      ['review --pr octo/shop#7 --post', 'the same, posted as the Action does'],
    ],
    load: async () => (await import('./review-command.ts')).reviewCommand,
  },
  {
    name: 'demo',
    summary: 'review a throw-away repository that is full of defects',
    usage: '',
    mostPositionals: 0,
    options: {
      keep: { type: 'string', value: 'DIR', help: 'make the repository in this empty folder and keep it' },
      ...REPORT_OPTIONS,
    },
    examples: [['demo', 'see what a review looks like']],
    load: async () => (await import('./demo-command.ts')).demoCommand,
  },
  {
    name: 'init',
    summary: 'write the workflow and a commented configuration into a repository',
    usage: '',
    mostPositionals: 0,
    options: { repo: REPO, force: { type: 'boolean', help: 'replace files that are already there' } },
    examples: [['init', 'start using it on GitHub']],
    load: async () => (await import('./init-command.ts')).initCommand,
  },
  {
    name: 'validate',
    summary: 'check configuration, reviewers, workflows and rules, and run the rules’ own tests',
    usage: '',
    mostPositionals: 0,
    options: { repo: REPO, config: CONFIG },
    examples: [['validate', 'after editing .github/multi-agent-review.yml']],
    load: async () => (await import('./validate-command.ts')).validateCommand,
  },
  {
    name: 'rules',
    summary: 'list the rules, show one, or run their own tests',
    usage: '[ID | test]',
    mostPositionals: 1,
    options: {
      repo: REPO,
      reviewers: { type: 'string', value: 'A,B', help: 'only the rules of these reviewers' },
      json: { type: 'boolean', help: 'as JSON' },
    },
    examples: [
      ['rules', 'all rules, a line each'],
      ['rules test', 'every rule against its own samples'],
    ],
    load: async () => (await import('./rules-command.ts')).rulesCommand,
  },
  {
    name: 'reviewers',
    summary: 'list the reviewers, or show what one is told',
    usage: '[NAME]',
    mostPositionals: 1,
    options: { repo: REPO, json: { type: 'boolean', help: 'as JSON' } },
    examples: [['reviewers security', 'the whole definition of one']],
    load: async () => (await import('./reviewers-command.ts')).reviewersCommand,
  },
];

/** The options of a command in the form of node:util's parseArgs, with `--help` added. */
export function parseArgsOptions(command: CommandSpec): NonNullable<ParseArgsConfig['options']> {
  const entries = Object.entries(command.options).map(([name, spec]) => {
    const short = spec.short === undefined ? {} : { short: spec.short };
    return [name, { type: spec.type, ...short }] as const;
  });
  return { ...Object.fromEntries(entries), help: { type: 'boolean', short: 'h' } };
}
