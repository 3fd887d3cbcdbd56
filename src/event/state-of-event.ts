import type { PullRequestState } from '../ports.ts';
import { flag, integer, listOf, object, oneOf, orNull, safely, sha, text } from './shape.ts';

/** Everything that a pull request's state holds; an event that lacks any of it is no substitute for asking. */
const wholePull = object({
  number: integer(1),
  title: text,
  body: orNull(text),
  state: oneOf('open', 'closed'),
  draft: flag,
  locked: flag,
  head: object({ sha, ref: text, repo: orNull(object({ id: integer() })) }),
  base: object({ sha, ref: text, repo: object({ id: integer() }) }),
  user: orNull(object({ login: text })),
  labels: listOf(object({ name: text })),
  changed_files: integer(0),
  html_url: text,
});

const wholePullEvent = safely(object({ pull_request: wholePull }));

/**
 * The pull request as the payload of `pull_request` or `pull_request_target` shows it: saves the first request of a
 * run. The head is read again before anything is published, so an old payload never publishes as new.
 * @param payload parsed JSON, not trusted
 * @returns null when the payload is of another event or lacks a field
 */
export function stateOfEvent(name: string, payload: unknown): PullRequestState | null {
  if (name !== 'pull_request' && name !== 'pull_request_target') return null;
  const parsed = wholePullEvent.safeParse(payload);
  if (!parsed.success) return null;
  const pull = parsed.data.pull_request;
  return {
    number: pull.number,
    title: pull.title,
    description: pull.body ?? '',
    headSha: pull.head.sha,
    headLabel: pull.head.ref,
    baseSha: pull.base.sha,
    baseLabel: pull.base.ref,
    state: pull.state,
    draft: pull.draft,
    locked: pull.locked,
    isFork: pull.head.repo === null || pull.head.repo.id !== pull.base.repo.id,
    headDeleted: pull.head.repo === null,
    author: pull.user?.login ?? 'ghost',
    labels: pull.labels.map((label) => label.name),
    changedFiles: pull.changed_files,
    repositoryId: pull.base.repo.id,
    url: pull.html_url,
  };
}
