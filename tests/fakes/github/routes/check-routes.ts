import {
  type Answer,
  type Call,
  countedPage,
  json,
  notFound,
  page,
  refuse,
  repositoryOf,
  validationFailed,
} from '../answers.ts';
import { checkRunEvent, checkSuiteEvent } from '../app-events.ts';
import type { Annotation, App, CheckAction, CheckRun, CheckSuite } from '../app-state.ts';
import { deliver, inBackground } from '../deliver.ts';
import type { Delivery } from '../events.ts';
import { showAnnotation, showCheckRun, showCheckSuite, showHeadCommit } from '../show-app.ts';
import { showRepository } from '../show-repository.ts';
import type { Repository, State } from '../state.ts';
import { commitOf } from './content-routes.ts';

const RUNS = '/repos/{owner}/{repo}/check-runs';
const SUITES = '/repos/{owner}/{repo}/check-suites';
/** GitHub counts bytes where its description says characters (facts/github.md, 1.3). */
const OUTPUT_BYTES = 65_535;

/** Check runs and suites. Only Apps write them, and each its own only. */
export const checkRoutes: Readonly<Record<string, (call: Call) => Answer>> = {
  [`POST ${RUNS}`]: create,

  [`GET ${RUNS}/{check_run_id}`]: (call) =>
    json(200, showCheckRun(runOf(call, repositoryOf(call)), call.state, call.base)),

  [`PATCH ${RUNS}/{check_run_id}`]: (call) => {
    const run = runOf(call, repositoryOf(call));
    if (run.suite.app !== appOf(call)) {
      throw refuse(
        403,
        'Invalid app_id `' +
          String(call.token?.app?.id) +
          '` - check run can only be modified by the GitHub App that created it.',
      );
    }
    checkOutput(call);
    apply(call, run);
    return json(200, showCheckRun(run, call.state, call.base));
  },

  [`GET ${RUNS}/{check_run_id}/annotations`]: (call) => {
    const run = runOf(call, repositoryOf(call));
    return page(call, run.annotations, (one) => showAnnotation(one, run));
  },

  [`POST ${RUNS}/{check_run_id}/rerequest`]: (call) => {
    const run = runOf(call, repositoryOf(call));
    const app = appOf(call);
    if (run.suite.app !== app) throw refuse(403, 'This check run was not created by this GitHub App.');
    if (run.status !== 'completed') throw refuse(422, 'This check run is not rerequestable');
    tell(call, run.suite, checkRunEvent(sourceOf(call), run, 'rerequested', app.bot.login));
    return json(201, {});
  },

  [`GET ${SUITES}/{check_suite_id}`]: (call) => {
    const repository = repositoryOf(call);
    const suite = suiteOf(call, repository);
    return json(200, showWholeSuite(call, suite));
  },

  [`POST ${SUITES}/{check_suite_id}/rerequest`]: (call) => {
    const suite = suiteOf(call, repositoryOf(call));
    const app = appOf(call);
    if (suite.app !== app) throw refuse(403, 'This check suite was not created by this GitHub App.');
    tell(call, suite, checkSuiteEvent(sourceOf(call), suite, app.bot.login));
    return json(201, {});
  },

  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': (call) => {
    const repository = repositoryOf(call);
    const sha = commitOf(call.state, repository, call.path.ref ?? '');
    if (sha === null) throw refuse(422, `No commit found for SHA: ${call.path.ref}`);
    const { check_name: name, status, app_id: appId, filter = 'latest' } = call.query;
    const found = call.state.checkRuns
      .filter((one) => one.repository === repository && one.headSha === sha)
      .filter((one) => name === undefined || one.name === name)
      .filter((one) => status === undefined || one.status === status)
      .filter((one) => appId === undefined || String(one.suite.app.id) === appId)
      .toReversed();
    const latest = found.filter((one, index) => index === found.findIndex((other) => isSame(one, other)));
    return countedPage(call, 'check_runs', filter === 'all' ? found : latest, (one) =>
      showCheckRun(one, call.state, call.base),
    );
  },
};

function isSame(one: CheckRun, other: CheckRun): boolean {
  return one.suite === other.suite && one.name === other.name;
}

function create(call: Call): Answer {
  const repository = repositoryOf(call);
  const app = appOf(call);
  const sha = String(call.body.head_sha);
  if (!/^[0-9a-f]{40}$/.test(sha) || commitOf(call.state, repository, sha) === null) {
    throw refuse(422, `No commit found for SHA: ${sha}`);
  }
  checkOutput(call);
  const run: CheckRun = {
    id: call.state.nextId(),
    suite: suiteFor(call.state, app, repository, sha),
    repository,
    headSha: sha,
    startedAt: textOr(call.body.started_at, call.state.now()) ?? call.state.now(),
    name: '',
    externalId: '',
    detailsUrl: null,
    status: 'queued',
    conclusion: null,
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    actions: [],
  };
  apply(call, run);
  call.state.checkRuns.push(run);
  const shown = showCheckRun(run, call.state, call.base);
  return json(201, shown, { location: String(shown.url) });
}

/** @throws Refusal 403 for anything that is no installation token: people and Actions make no check runs here */
function appOf(call: Call): App {
  const app = call.token?.installation?.app;
  if (app === undefined) throw refuse(403, 'You must authenticate via a GitHub App.');
  return app;
}

/** @throws Refusal 422 where an output is longer than GitHub takes, or annotates lines that cannot be */
function checkOutput(call: Call): void {
  const { conclusion, status } = call.body;
  if (status === 'completed' && conclusion === undefined) {
    throw validationFailed('CheckRun', 'conclusion', 'missing_field');
  }
  const output = outputOf(call);
  for (const field of ['summary', 'text'] as const) {
    const value = output[field];
    if (typeof value === 'string' && Buffer.byteLength(value) > OUTPUT_BYTES) {
      throw validationFailed('CheckRun', field, 'custom', `${field} exceeds a maximum bytesize of 65535`);
    }
  }
  for (const one of annotationsIn(output)) {
    if (one.start_line < 1 || one.end_line < one.start_line) {
      throw validationFailed('CheckRun', 'annotations', 'invalid', 'end_line must not be before start_line');
    }
    const columns = one.start_column !== null || one.end_column !== null;
    if (columns && one.start_line !== one.end_line) {
      throw validationFailed('CheckRun', 'annotations', 'invalid', 'columns need a single line');
    }
    if (one.message === '' || Buffer.byteLength(one.message) > 65_536 || (one.title ?? '').length > 255) {
      throw validationFailed('CheckRun', 'annotations', 'invalid', 'message or title is empty or too long');
    }
  }
}

/** A conclusion completes a run; a status other than completed opens it again. */
function apply(call: Call, run: CheckRun): void {
  const { body, state } = call;
  const output = outputOf(call);
  run.name = textOr(body.name, run.name) ?? '';
  run.externalId = textOr(body.external_id, run.externalId) ?? '';
  run.detailsUrl = textOr(body.details_url, run.detailsUrl);
  run.status = textOr(body.status, run.status) ?? 'queued';
  if (typeof body.conclusion === 'string') {
    run.status = 'completed';
    run.conclusion = body.conclusion;
  }
  if (run.status === 'completed') run.completedAt = textOr(body.completed_at, run.completedAt ?? state.now());
  else {
    run.conclusion = null;
    run.completedAt = null;
  }
  run.title = textOr(output.title, run.title);
  run.summary = textOr(output.summary, run.summary);
  run.text = textOr(output.text, run.text);
  run.annotations.push(...annotationsIn(output));
  if (Array.isArray(body.actions)) run.actions = body.actions as readonly CheckAction[];
}

function outputOf(call: Call): Readonly<Record<string, unknown>> {
  const { output } = call.body;
  return typeof output === 'object' && output !== null ? (output as Record<string, unknown>) : {};
}

function annotationsIn(output: Readonly<Record<string, unknown>>): readonly Annotation[] {
  const given = Array.isArray(output.annotations)
    ? (output.annotations as readonly Partial<Annotation>[])
    : [];
  return given.map((one) => ({
    path: one.path ?? '',
    start_line: one.start_line ?? 0,
    end_line: one.end_line ?? 0,
    start_column: one.start_column ?? null,
    end_column: one.end_column ?? null,
    annotation_level: one.annotation_level ?? 'notice',
    title: one.title ?? null,
    message: one.message ?? '',
    raw_details: one.raw_details ?? null,
  }));
}

/** One suite for each App and commit. */
function suiteFor(state: State, app: App, repository: Repository, headSha: string): CheckSuite {
  const found = state.checkSuites.find(
    (one) => one.app === app && one.repository === repository && one.headSha === headSha,
  );
  if (found !== undefined) return found;
  const made: CheckSuite = { id: state.nextId(), app, repository, headSha, createdAt: state.now() };
  state.checkSuites.push(made);
  return made;
}

function runOf(call: Call, repository: Repository): CheckRun {
  const id = Number(call.path.check_run_id);
  const found = call.state.checkRuns.find((one) => one.repository === repository && one.id === id);
  if (found === undefined) throw notFound();
  return found;
}

function suiteOf(call: Call, repository: Repository): CheckSuite {
  const id = Number(call.path.check_suite_id);
  const found = call.state.checkSuites.find((one) => one.repository === repository && one.id === id);
  if (found === undefined) throw notFound();
  return found;
}

function showWholeSuite(call: Call, suite: CheckSuite): Record<string, unknown> {
  const { state, base } = call;
  const runs = state.checkRuns.filter((one) => one.suite === suite).length;
  const shown = showCheckSuite(suite, state, base);
  return {
    ...shown,
    repository: showRepository(suite.repository, state, base),
    head_commit: showHeadCommit(suite),
    latest_check_runs_count: runs,
    check_runs_url: `${String(shown.url)}/check-runs`,
  };
}

function sourceOf(call: Call) {
  return { state: call.state, url: call.base };
}

/** An App whose hook leads nowhere is told nothing. */
function tell(call: Call, suite: CheckSuite, delivery: Delivery): void {
  const installation = call.token?.installation;
  if (suite.app.hookUrl === null || installation === null || installation === undefined) return;
  inBackground(call.state, deliver(call.state, delivery, { installation }));
}

function textOr<T extends string | null>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' ? value : otherwise;
}
