import { getInput } from '@actions/core';
import { ReviewError } from '../../errors.ts';
import { SEVERITIES, type Settings } from '../../model.ts';
import type { GivenNames } from '../given-files.ts';
import { oneOf, wholeNumber } from '../given-values.ts';
import { checkModelOrder, type ModelOrder } from '../open-models.ts';

/** Everything that the Action is told from outside, read once. */
export interface ActionSettings {
  readonly token: string;
  /** What inputs change of the settings. */
  readonly overrides: Partial<Settings>;
  readonly statusContext: string;
  readonly failStep: boolean;
  /** Threads of fixed findings are resolved. */
  readonly resolveThreads: boolean;
  readonly yieldTo: string;
  readonly deadlineSeconds: number;
  readonly writeSpacingMs: number;
  /** `unset`: no key by choice. `empty`: given but empty, so a model was expected. */
  readonly key: 'present' | 'unset' | 'empty';
  /** Signs what the comment remembers; empty for the model key. */
  readonly stateKey: string;
  /** Null without a key. */
  readonly models: ModelOrder | null;
  /** Files in the workspace that other programs wrote. */
  readonly given: GivenNames;
}

/** What the runner says of this run. */
export interface RunnerFacts {
  readonly eventName: string;
  readonly eventPath: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly graphqlUrl: string;
  /** Address of this run; null when the runner does not say. */
  readonly runUrl: string | null;
  /** The runner shows a step summary. */
  readonly hasSummary: boolean;
  /** Folder for files of this run. */
  readonly temporaryFolder: string;
  /** Folder into which the workflow checks out and in which its programs write. */
  readonly workspace: string;
}

/** Reads the inputs. @throws ReviewError `bad-usage` that names the input, its value and what is allowed */
export function readActionSettings(): ActionSettings {
  const failOn = getInput('fail-on');
  const reviewers = getInput('reviewers');
  const workflow = getInput('workflow');
  const advisories = getInput('advisories');
  const key = keyState();
  const deadlineSeconds = numberInput('deadline-seconds', 1, 3_600, 300);
  return {
    token: requiredInput('github-token'),
    overrides: {
      ...(failOn === ''
        ? {}
        : { failOn: oneOf(nameOf('fail-on'), failOn, [...SEVERITIES, 'never'] as const) }),
      ...(reviewers === '' ? {} : { reviewers: words(reviewers) }),
      ...(workflow === '' ? {} : { workflow }),
      ...(advisories === ''
        ? {}
        : { advisories: oneOf(nameOf('advisories'), advisories, ['on', 'off'] as const) }),
      ...(booleanInput('sarif-gates') ? { sarifGates: true } : {}),
    },
    statusContext: getInput('status-context') || 'multi-agent-review',
    failStep: booleanInput('fail-step'),
    resolveThreads: booleanInput('resolve-threads'),
    yieldTo: getInput('yield-to'),
    deadlineSeconds,
    writeSpacingMs: numberInput('write-spacing-ms', 0, 60_000, 1_000),
    key,
    stateKey: getInput('state-key'),
    given: { sarif: words(getInput('sarif')), coverage: words(getInput('coverage')), baseline: null },
    models: key === 'present' ? checkModelOrder(modelOrder()) : null,
  };
}

/** The runner hands on the default, `unset`, when the input is not given, and nothing when it is given but empty. */
const UNSET = 'unset';

function keyState(): ActionSettings['key'] {
  if (process.env['INPUT_ANTHROPIC-API-KEY'] === undefined) return 'unset';
  const key = getInput('anthropic-api-key');
  if (key === UNSET) return 'unset';
  return key === '' ? 'empty' : 'present';
}

function modelOrder(): ModelOrder {
  return {
    apiKey: getInput('anthropic-api-key'),
    // From the environment of the workflow, never from the repository's configuration (R16).
    baseUrl: process.env.ANTHROPIC_BASE_URL ?? '',
    profile: oneOf(nameOf('model-profile'), getInput('model-profile') || 'anthropic', [
      'anthropic',
      'compat',
    ] as const),
    models: {
      fast: getInput('model-fast'),
      balanced: getInput('model-balanced'),
      strong: getInput('model-strong'),
    },
    prices: getInput('prices'),
  };
}

/** Reads what the runner sets. @throws ReviewError outside GitHub Actions */
export function readRunnerFacts(): RunnerFacts {
  const environment = process.env;
  const eventPath = environment.GITHUB_EVENT_PATH ?? '';
  const eventName = environment.GITHUB_EVENT_NAME ?? '';
  if (eventPath === '' || eventName === '') {
    throw new ReviewError(
      'bad-usage',
      'GITHUB_EVENT_NAME or GITHUB_EVENT_PATH is not set, so this is no run of GitHub Actions.',
      'Use the command line outside of Actions: node dist/cli.js review',
    );
  }
  const serverUrl = environment.GITHUB_SERVER_URL ?? 'https://github.com';
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = environment;
  return {
    eventName,
    eventPath,
    apiUrl: environment.GITHUB_API_URL ?? 'https://api.github.com',
    serverUrl,
    graphqlUrl: environment.GITHUB_GRAPHQL_URL ?? 'https://api.github.com/graphql',
    runUrl:
      repository === undefined || run === undefined
        ? null
        : `${serverUrl}/${repository}/actions/runs/${run}/attempts/${attempt ?? '1'}`,
    hasSummary: (environment.GITHUB_STEP_SUMMARY ?? '') !== '',
    temporaryFolder: environment.RUNNER_TEMP ?? '.',
    workspace: environment.GITHUB_WORKSPACE ?? '.',
  };
}

function requiredInput(name: string): string {
  const value = getInput(name);
  if (value !== '') return value;
  throw new ReviewError(
    'bad-usage',
    `The input "${name}" is empty.`,
    'Leave it out to use the token of the run.',
  );
}

function words(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function booleanInput(name: string): boolean {
  return oneOf(nameOf(name), getInput(name) || 'false', ['true', 'false']) === 'true';
}

function numberInput(name: string, least: number, most: number, otherwise: number): number {
  const text = getInput(name);
  return text === '' ? otherwise : wholeNumber(nameOf(name), text, least, most);
}

/** An input as messages name it. */
function nameOf(name: string): string {
  return `The input "${name}"`;
}
