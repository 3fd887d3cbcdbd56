import type { Annotation, App, CheckRun, CheckSuite, DeliveryAttempt, Installation } from './app-state.ts';
import { gitObjects } from './git-objects.ts';
import { roleOf } from './permissions.ts';
import { nodeId, repositoryUrl, showRepository, showUser, webUrl } from './show-repository.ts';
import type { Pull, Repository, State, User } from './state.ts';

type Shown = Record<string, unknown>;

const WEB = 'https://github.com';

export function showApp(app: App, base: string): Shown {
  return {
    id: app.id,
    client_id: app.clientId,
    slug: app.slug,
    node_id: nodeId('A', app.id),
    owner: showUser(app.owner, base),
    name: app.name,
    description: null,
    external_url: `${WEB}/${app.owner.login}`,
    html_url: `${WEB}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: app.events,
  };
}

export function showInstallation(installation: Installation, base: string): Shown {
  const { id, app, account } = installation;
  const home = account.type === 'Organization' ? `organizations/${account.login}/settings` : 'settings';
  return {
    id,
    account: showUser(account, base),
    repository_selection: installation.selection,
    access_tokens_url: `${base}/app/installations/${id}/access_tokens`,
    repositories_url: `${base}/installation/repositories`,
    html_url: `${WEB}/${home}/installations/${id}`,
    app_id: app.id,
    client_id: app.clientId,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: installation.permissions,
    events: installation.events,
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    suspended_by: installation.suspendedBy === null ? null : showUser(installation.suspendedBy, base),
    suspended_at: installation.suspendedAt,
  };
}

/** A repository as a person sees it: with what that person may do there. */
export function showRepositoryTo(user: User, repository: Repository, state: State, base: string): Shown {
  const role = roleOf(user, repository);
  const from = (...roles: readonly string[]) => roles.includes(role);
  const permissions = {
    admin: from('admin'),
    maintain: from('admin', 'maintain'),
    push: from('admin', 'maintain', 'write'),
    triage: from('admin', 'maintain', 'write', 'triage'),
    pull: role !== 'none',
  };
  return { ...showRepository(repository, state, base), permissions };
}

export function showCheckRun(run: CheckRun, state: State, base: string): Shown {
  const url = `${repositoryUrl(run.repository, base)}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId('CR', run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: `${webUrl(run.repository)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `${WEB}/apps/${run.suite.app.slug}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    name: run.name,
    check_suite: { id: run.suite.id },
    app: showApp(run.suite.app, base),
    pull_requests: pullsOf(run.suite, state).map((one) => showMinimalPull(one, base)),
  };
}

export function showAnnotation(annotation: Annotation, run: CheckRun): Shown {
  return { ...annotation, blob_href: `${webUrl(run.repository)}/blob/${run.headSha}/${annotation.path}` };
}

/** How far a suite is: as far as the run of it that is least far. */
export function suiteStatus(suite: CheckSuite, state: State): { status: string; conclusion: string | null } {
  const runs = state.checkRuns.filter((one) => one.suite === suite);
  if (runs.length === 0) return { status: 'queued', conclusion: null };
  if (runs.some((one) => one.status !== 'completed')) return { status: 'in_progress', conclusion: null };
  const bad = runs.find((one) => one.conclusion !== 'success');
  return { status: 'completed', conclusion: (bad ?? runs[0])?.conclusion ?? null };
}

export function showCheckSuite(suite: CheckSuite, state: State, base: string): Shown {
  const pulls = pullsOf(suite, state);
  return {
    id: suite.id,
    node_id: nodeId('CS', suite.id),
    head_branch: pulls[0]?.headRef ?? null,
    head_sha: suite.headSha,
    ...suiteStatus(suite, state),
    url: `${repositoryUrl(suite.repository, base)}/check-suites/${suite.id}`,
    before: pulls[0]?.heads.at(-2) ?? '0'.repeat(40),
    after: suite.headSha,
    pull_requests: pulls.map((one) => showMinimalPull(one, base)),
    app: showApp(suite.app, base),
    created_at: suite.createdAt,
    updated_at: suite.createdAt,
  };
}

/** The commit of a suite as events show it. */
export function showHeadCommit(suite: CheckSuite): Shown {
  const { sha, tree, message, author, committer } = gitObjects(suite.repository.directory).commit(
    suite.headSha,
  );
  const person = ({ name, email }: { readonly name: string; readonly email: string }) => ({ name, email });
  return {
    id: sha,
    tree_id: tree,
    message,
    timestamp: committer.date,
    author: person(author),
    committer: person(committer),
  };
}

/** GitHub names no pull request from a fork there. */
export function pullsOf(suite: CheckSuite, state: State): readonly Pull[] {
  return state.pulls.filter(
    (one) =>
      one.repository === suite.repository &&
      one.headRepository === suite.repository &&
      one.headSha === suite.headSha &&
      one.state === 'open',
  );
}

function showMinimalPull(pull: Pull, base: string): Shown {
  const repo = (one: Repository) => ({ id: one.id, url: repositoryUrl(one, base), name: one.name });
  return {
    id: pull.id,
    number: pull.number,
    url: `${repositoryUrl(pull.repository, base)}/pulls/${pull.number}`,
    head: { ref: pull.headRef, sha: pull.headSha, repo: repo(pull.headRepository ?? pull.repository) },
    base: { ref: pull.baseRef, sha: pull.baseSha, repo: repo(pull.repository) },
  };
}

export function showAttempt(attempt: DeliveryAttempt): Shown {
  return {
    id: attempt.id,
    guid: attempt.guid,
    delivered_at: attempt.deliveredAt,
    redelivery: attempt.redelivery,
    duration: attempt.duration,
    status: attempt.status,
    status_code: attempt.statusCode,
    event: attempt.event,
    action: attempt.action,
    installation_id: attempt.installationId,
    repository_id: attempt.repositoryId,
    throttled_at: null,
  };
}
