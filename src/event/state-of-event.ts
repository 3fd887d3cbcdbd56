import '../config/zod-without-eval.ts';
import * as z from 'zod';
import type { PullRequestState } from '../ports.ts';

const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);

/** Everything that a pull request's state holds; an event that lacks any of it is no substitute for asking. */
const wholePull = z.object({
  number: z.int().positive(),
  title: z.string(),
  body: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  draft: z.boolean(),
  locked: z.boolean(),
  head: z.object({ sha, ref: z.string(), repo: z.object({ id: z.int() }).nullable() }),
  base: z.object({ sha, ref: z.string(), repo: z.object({ id: z.int() }) }),
  user: z.object({ login: z.string() }).nullable(),
  labels: z.array(z.object({ name: z.string() })),
  changed_files: z.int().nonnegative(),
  html_url: z.string(),
});

/**
 * The pull request as the payload of `pull_request` or `pull_request_target` shows it: saves the first request of a
 * run. The head is read again before anything is published, so an old payload never publishes as new.
 * @param payload parsed JSON, not trusted
 * @returns null when the payload is of another event or lacks a field
 */
export function stateOfEvent(name: string, payload: unknown): PullRequestState | null {
  if (name !== 'pull_request' && name !== 'pull_request_target') return null;
  const parsed = z.object({ pull_request: wholePull }).safeParse(payload);
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
    url: pull.html_url,
  };
}
