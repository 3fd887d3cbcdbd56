import { createRequire } from 'node:module';
import { diffFiles } from './diff-files.ts';
import { gitObjects } from './git-objects.ts';
import { associationOf } from './permissions.ts';
import { showComment, showReviewComment } from './show-comments.ts';
import { showPull } from './show-pull.ts';
import { showRepository, showUser } from './show-repository.ts';
import type { FakeGitHub } from './start-fake-github.ts';
import type { IssueComment, Pull, Repository, ReviewComment } from './state.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** A delivery: the event's name as in `GITHUB_EVENT_NAME` and the payload as in `GITHUB_EVENT_PATH`. */
export interface Delivery {
  readonly name: string;
  readonly payload: JsonObject;
}

export type PullAction = 'opened' | 'edited' | 'synchronize' | 'reopened' | 'ready_for_review' | 'closed';

interface Example {
  readonly name: string;
  readonly examples: readonly JsonObject[];
}

/**
 * A pull_request event. Drafts, forks and deleted forks come from the pull request itself (`draft`, `headRepository`).
 * @param options.before the head before the push, for `synchronize`
 * @param options.baseBefore the base before it was changed, for `edited`
 */
export function pullRequestEvent(
  fake: FakeGitHub,
  pull: Pull,
  action: PullAction,
  options: {
    readonly sender?: string;
    readonly before?: string;
    readonly baseBefore?: { readonly ref: string; readonly sha: string };
    readonly name?: string;
  } = {},
): Delivery {
  const { baseBefore } = options;
  const rebased =
    baseBefore === undefined
      ? {}
      : { changes: { base: { ref: { from: baseBefore.ref }, sha: { from: baseBefore.sha } } } };
  const pushed = { before: options.before ?? pull.heads.at(-2) ?? '0'.repeat(40), after: pull.headSha };
  return {
    name: options.name ?? 'pull_request',
    payload: {
      ...example('pull_request', action),
      action,
      number: pull.number,
      pull_request: payloadPull(fake, pull),
      ...common(fake, pull.repository, options.sender ?? pull.author.login),
      ...(action === 'synchronize' ? pushed : {}),
      ...(action === 'edited' ? rebased : {}),
    },
  };
}

/**
 * A comment on a pull request; `comment` was added with `fake.addComment`. An edit carries the text before it. Whether
 * the writer may trigger a review is a matter of the role that `fake.addUser` gave, never of the association.
 */
export function issueCommentEvent(
  fake: FakeGitHub,
  pull: Pull,
  comment: IssueComment,
  options: { readonly action?: 'created' | 'edited'; readonly from?: string; readonly sender?: string } = {},
): Delivery {
  const action = options.action ?? 'created';
  return {
    name: 'issue_comment',
    payload: {
      ...example('issue_comment', action),
      action,
      issue: issueOf(fake, pull),
      comment: showComment(comment, fake.state, fake.url),
      ...common(fake, pull.repository, options.sender ?? comment.user.login),
      ...(action === 'edited' ? { changes: { body: { from: options.from ?? 'before' } } } : {}),
    },
  };
}

/** A comment or a reply in the diff; `comment` was added with `fake.addReviewComment` or by a review. */
export function reviewCommentEvent(fake: FakeGitHub, pull: Pull, comment: ReviewComment): Delivery {
  const shown = showReviewComment(comment, fake.state, fake.url);
  return {
    name: 'pull_request_review_comment',
    payload: {
      ...example('pull_request_review_comment', 'created'),
      action: 'created',
      comment: {
        position: comment.line,
        original_position: 1,
        in_reply_to_id: comment.inReplyTo ?? undefined,
        ...shown,
      },
      pull_request: showPull(pull, fake.state, fake.url),
      ...common(fake, pull.repository, comment.user.login),
    },
  };
}

/** A run started by hand with inputs, which are texts. */
export function workflowDispatchEvent(
  fake: FakeGitHub,
  repository: Repository,
  inputs: Readonly<Record<string, string>>,
  sender: string,
): Delivery {
  return {
    name: 'workflow_dispatch',
    payload: {
      ...example('workflow_dispatch', null),
      inputs,
      ref: `refs/heads/${repository.defaultBranch}`,
      workflow: '.github/workflows/review.yml',
      ...common(fake, repository, sender),
    },
  };
}

/** The merge queue asks for checks on a commit of its own. */
export function mergeGroupEvent(fake: FakeGitHub, pull: Pull, headSha: string): Delivery {
  const found = example('merge_group', 'checks_requested');
  return {
    name: 'merge_group',
    payload: {
      ...found,
      merge_group: {
        ...(found.merge_group as JsonObject),
        head_sha: headSha,
        head_ref: `refs/heads/gh-readonly-queue/${pull.baseRef}/pr-${pull.number}-${pull.baseSha}`,
        base_sha: pull.baseSha,
        base_ref: `refs/heads/${pull.baseRef}`,
      },
      ...common(fake, pull.repository, 'merge-queue[bot]'),
    },
  };
}

let examples: readonly Example[] | null = null;

/** A real payload of this kind, as the community has contributed them; what follows from the stand-in replaces its parts. */
export function example(name: string, action: string | null): JsonObject {
  examples ??= createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly Example[];
  const all = examples.find((one) => one.name === name)?.examples ?? [];
  const found = all.find((one) => action === null || one.action === action) ?? all[0];
  if (found === undefined) throw new Error(`@octokit/webhooks-examples has no ${name}.`);
  // what the example says about its own organisation and installation is not true of this repository
  const {
    installation: _,
    organization: __,
    assignee: ___,
    ...rest
  } = structuredClone(found) as Record<string, unknown>;
  return rest;
}

export function common(fake: FakeGitHub, repository: Repository, sender: string): JsonObject {
  const user = fake.userNamed(sender);
  return { repository: showRepository(repository, fake.state, fake.url), sender: showUser(user, fake.url) };
}

/** Webhooks show the pull request with its counts. */
function payloadPull(fake: FakeGitHub, pull: Pull): JsonObject {
  const objects = gitObjects(pull.repository.directory);
  const { files } = diffFiles(objects, pull.baseSha, pull.headSha, fake.state.limits);
  const counts = {
    comments: 0,
    review_comments: 0,
    commits: 1,
    additions: 1,
    deletions: 1,
    changed_files: files.length,
  };
  const merge = {
    merged: pull.merged,
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: null,
  };
  return { ...showPull(pull, fake.state, fake.url), ...counts, ...merge, maintainer_can_modify: false };
}

/** A pull request as an issue: the key `pull_request` is what tells it from one. */
function issueOf(fake: FakeGitHub, pull: Pull): JsonObject {
  const shown = showPull(pull, fake.state, fake.url);
  const url = String(shown.issue_url);
  const repository = `${fake.url}/repos/${pull.repository.fullName}`;
  return {
    url,
    repository_url: repository,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: shown.html_url,
    id: shown.id,
    node_id: shown.node_id,
    number: pull.number,
    title: pull.title,
    user: shown.user,
    labels: shown.labels,
    state: pull.state,
    locked: pull.locked,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: fake.comments.filter((one) => one.number === pull.number).length,
    created_at: shown.created_at,
    updated_at: shown.updated_at,
    closed_at: shown.closed_at,
    author_association: associationOf(pull.author, pull.repository, pull),
    active_lock_reason: null,
    draft: pull.draft,
    pull_request: {
      url: shown.url,
      html_url: shown.html_url,
      diff_url: shown.diff_url,
      patch_url: shown.patch_url,
      merged_at: shown.merged_at,
    },
    body: pull.body,
    reactions: noReactions(url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: null,
  };
}

function noReactions(url: string): JsonObject {
  const kinds = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'];
  return { url: `${url}/reactions`, total_count: 0, ...Object.fromEntries(kinds.map((kind) => [kind, 0])) };
}
