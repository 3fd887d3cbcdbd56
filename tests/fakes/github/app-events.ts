import type { CheckRun, CheckSuite, Installation } from './app-state.ts';
import { installedRepositories } from './app-state.ts';
import { type Delivery, example } from './events.ts';
import { showCheckRun, showCheckSuite, showHeadCommit, showInstallation } from './show-app.ts';
import { nodeId, showRepository, showUser } from './show-repository.ts';
import type { Repository, State, User } from './state.ts';

/** Where an event is made from: the stand-in, or a route of it. */
export interface EventSource {
  readonly state: State;
  /** Base of the REST addresses. */
  readonly url: string;
}

/** Somebody pressed "Re-run" of a check run. */
export function checkRunEvent(
  source: EventSource,
  run: CheckRun,
  action: 'rerequested' | 'requested_action',
  sender: string,
  /** Of the button that was pressed, for `requested_action`. */
  identifier?: string,
): Delivery {
  const { state, url } = source;
  if (action === 'requested_action' && !run.actions.some((one) => one.identifier === identifier)) {
    throw new Error(`The check run has no button "${String(identifier)}".`);
  }
  return {
    name: 'check_run',
    payload: {
      ...example('check_run', action),
      action,
      check_run: {
        ...showCheckRun(run, state, url),
        check_suite: showCheckSuite(run.suite, state, url),
      },
      ...(action === 'requested_action' ? { requested_action: { identifier } } : {}),
      ...about(source, run.repository, sender),
    },
  };
}

/** Somebody pressed "Re-run all checks". */
export function checkSuiteEvent(source: EventSource, suite: CheckSuite, sender: string): Delivery {
  const { state, url } = source;
  const runs = state.checkRuns.filter((one) => one.suite === suite).length;
  const shown = showCheckSuite(suite, state, url);
  return {
    name: 'check_suite',
    payload: {
      ...example('check_suite', 'rerequested'),
      action: 'rerequested',
      check_suite: {
        ...shown,
        head_commit: showHeadCommit(suite),
        latest_check_runs_count: runs,
        check_runs_url: `${String(shown.url)}/check-runs`,
      },
      ...about(source, suite.repository, sender),
    },
  };
}

/** The App was installed, taken away, or paused; the state is changed by the builders. */
export function installationEvent(
  source: EventSource,
  installation: Installation,
  action: 'created' | 'deleted' | 'suspend' | 'unsuspend',
  sender: string = installation.account.login,
): Delivery {
  const { state, url } = source;
  const repositories = installedRepositories(installation, state.repositories).map(showShort);
  return {
    name: 'installation',
    payload: {
      action,
      installation: showInstallation(installation, url),
      repositories,
      ...(action === 'created' ? { requester: null } : {}),
      sender: showUser(named(state, sender), url),
    },
  };
}

/** Repositories were added to an installation or taken from it; the state is changed by the builders. */
export function installationRepositoriesEvent(
  source: EventSource,
  installation: Installation,
  action: 'added' | 'removed',
  names: readonly string[],
  sender: string = installation.account.login,
): Delivery {
  const { state, url } = source;
  const repositories = names.map((name) => {
    const found = state.repositories.get(name);
    if (found === undefined) throw new Error(`No repository "${name}". Call addRepository first.`);
    return showShort(found);
  });
  return {
    name: 'installation_repositories',
    payload: {
      action,
      installation: showInstallation(installation, url),
      repository_selection: installation.selection,
      repositories_added: action === 'added' ? repositories : [],
      repositories_removed: action === 'removed' ? repositories : [],
      requester: null,
      sender: showUser(named(state, sender), url),
    },
  };
}

function about({ state, url }: EventSource, repository: Repository, sender: string) {
  return { repository: showRepository(repository, state, url), sender: showUser(named(state, sender), url) };
}

function named(state: State, login: string): User {
  const found = state.users.get(login);
  if (found === undefined) throw new Error(`No user "${login}". Call addUser first.`);
  return found;
}

function showShort(repository: Repository) {
  const { id, name, fullName } = repository;
  return { id, node_id: nodeId('R', id), name, full_name: fullName, private: repository.private };
}
