import { type AppEvent, ignored, type RerunOfHead, unreadable } from './app-event.ts';
import { checkRunEvent, checkSuiteEvent } from './app-schemas.ts';
import { CHECK_RUN_BUTTONS, readCheckRunReference } from './check-run-reference.ts';
import type { EventRepository } from './event-schemas.ts';
import type { ReviewRequest } from './read-event.ts';

interface CheckedPull {
  readonly number: number;
  readonly base: { readonly repo: { readonly id: number } };
}

const ACTIONS = ['rerequested', 'requested_action'] as const;

/**
 * What a button on one of our check runs asks for.
 * @param payload parsed JSON of `check_run`, not trusted
 * @param appId our own App: check runs of others are none of our business
 */
export function readCheckRun(payload: unknown, appId: number): AppEvent {
  const parsed = checkRunEvent.safeParse(payload);
  if (!parsed.success) return unreadable('check_run');
  const { action, check_run: run, requested_action: pressed, repository, sender } = parsed.data;
  if (!ACTIONS.some((one) => one === action))
    return ignored(`the action "${action.slice(0, 60)}" of check_run asks for nothing`);
  if (run.app?.id !== appId) return ignored('the check run was made by another App');
  if (sender.type !== 'User') return ignored('buttons that bots press are not obeyed');
  const button = action === 'rerequested' ? 're-run' : pressed?.identifier;
  const pullNumber = readCheckRunReference(run.external_id ?? '') ?? ownPulls(run, repository)[0];
  const head = { ...named(repository), headSha: run.head_sha, actor: sender.login };
  if (pullNumber === undefined)
    return button === 're-run'
      ? { kind: 'head', asked: head }
      : ignored('the check run names no pull request of this repository');
  const place = { ...head, pullNumber };
  switch (CHECK_RUN_BUTTONS.find((one) => one === button)) {
    case 're-run':
      return { kind: 'work', requests: [rerunOf(head, pullNumber)] };
    case 'explain':
      return { kind: 'work', requests: [{ kind: 'explain', ...place, checkRunId: run.id }] };
    default:
      return ignored(`the check run has no button "${String(button).slice(0, 60)}"`);
  }
}

/**
 * Somebody asked for all checks of a commit again.
 * @param payload parsed JSON of `check_suite`, not trusted
 */
export function readCheckSuite(payload: unknown, appId: number): AppEvent {
  const parsed = checkSuiteEvent.safeParse(payload);
  if (!parsed.success) return unreadable('check_suite');
  const { action, check_suite: suite, repository, sender } = parsed.data;
  if (action !== 'rerequested')
    return ignored(`the action "${action.slice(0, 60)}" of check_suite asks for nothing`);
  if (suite.app?.id !== appId) return ignored('the check suite belongs to another App');
  if (sender.type !== 'User') return ignored('buttons that bots press are not obeyed');
  const pulls = ownPulls(suite, repository);
  const head = { ...named(repository), headSha: suite.head_sha, actor: sender.login };
  if (pulls.length === 0) return { kind: 'head', asked: head };
  return { kind: 'work', requests: pulls.map((pullNumber) => rerunOf(head, pullNumber)) };
}

function ownPulls(
  { pull_requests: pulls }: { readonly pull_requests: readonly CheckedPull[] },
  { id }: Pick<EventRepository, 'id'>,
): readonly number[] {
  return [...new Set(pulls.filter((pull) => pull.base.repo.id === id).map((pull) => pull.number))];
}

function named(repository: EventRepository): Pick<ReviewRequest, 'owner' | 'repo' | 'repositoryId'> {
  return { owner: repository.owner.login, repo: repository.name, repositoryId: repository.id };
}

/** A review of that head once more, for one pull request. */
export function rerunOf(head: RerunOfHead, pullNumber: number): ReviewRequest {
  return {
    kind: 'review',
    ...head,
    pullNumber,
    trigger: 'dispatch',
    cause: 'rerun',
    before: null,
    isFork: null,
    draft: null,
    closed: null,
  };
}
