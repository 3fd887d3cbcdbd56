import { type DiffFile, diffFiles } from './diff-files.ts';
import { gitObjects } from './git-objects.ts';
import { associationOf } from './permissions.ts';
import { nodeId, repositoryUrl, showLabel, showRepository, showUser, webUrl } from './show-repository.ts';
import type { Pull, Repository, State } from './state.ts';

/** The pull request as webhooks show it: without counts. */
export function showPull(pull: Pull, state: State, base: string): Record<string, unknown> {
  const url = `${repositoryUrl(pull.repository, base)}/pulls/${pull.number}`;
  const issue = `${repositoryUrl(pull.repository, base)}/issues/${pull.number}`;
  const web = `${webUrl(pull.repository)}/pull/${pull.number}`;
  const statuses = `${repositoryUrl(pull.repository, base)}/statuses/${pull.headSha}`;
  const closedAt = pull.state === 'closed' ? pull.updatedAt : null;
  const links = {
    self: url,
    html: web,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repositoryUrl(pull.repository, base)}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses,
  };
  return {
    url,
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: issue,
    number: pull.number,
    state: pull.state,
    locked: pull.locked,
    title: pull.title,
    user: showUser(pull.author, base),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: closedAt,
    merged_at: pull.merged ? closedAt : null,
    merge_commit_sha: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: pull.labels.map((name, index) => showLabel(name, index, pull, base)),
    milestone: null,
    draft: pull.draft,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: statuses,
    head: {
      label: `${pull.headOwner.login}:${pull.headRef}`,
      ref: pull.headRef,
      sha: pull.headSha,
      user: showUser(pull.headOwner, base),
      repo: pull.headRepository === null ? null : showRepository(pull.headRepository, state, base),
    },
    base: {
      label: `${pull.repository.owner.login}:${pull.baseRef}`,
      ref: pull.baseRef,
      sha: pull.baseSha,
      user: showUser(pull.repository.owner, base),
      repo: showRepository(pull.repository, state, base),
    },
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: associationOf(pull.author, pull.repository, pull),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** `GET /pulls/{n}`: with the counts, and without `merge_commit_sha` from version 2026-03-10 on (facts/github.md, 5). */
export function showFullPull(
  pull: Pull,
  state: State,
  base: string,
  version: string,
): Record<string, unknown> {
  const objects = gitObjects(pull.repository.directory);
  const { files } = diffFiles(objects, pull.baseSha, pull.headSha, state.limits);
  const { merge_commit_sha: merge, ...short } = showPull(pull, state, base);
  const mine = <T extends { repository: Repository; number: number }>(all: readonly T[]) =>
    all.filter((one) => one.repository === pull.repository && one.number === pull.number).length;
  return {
    ...short,
    ...(version >= '2026-03-10' ? {} : { merge_commit_sha: merge }),
    merged: pull.merged,
    mergeable: pull.state === 'open' ? true : null,
    rebaseable: pull.state === 'open' ? true : null,
    mergeable_state: pull.state === 'open' ? 'clean' : 'unknown',
    merged_by: null,
    comments: mine(state.comments),
    review_comments: mine(state.reviewComments),
    maintainer_can_modify: false,
    commits: objects.between(pull.baseSha, pull.headSha).length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

export function showFile(
  file: DiffFile,
  repository: Repository,
  head: string,
  base: string,
): Record<string, unknown> {
  const path = file.filename.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.sha,
    filename: file.filename,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${webUrl(repository)}/blob/${head}/${path}`,
    raw_url: `${webUrl(repository)}/raw/${head}/${path}`,
    contents_url: `${repositoryUrl(repository, base)}/contents/${path}?ref=${head}`,
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previousFilename === null ? {} : { previous_filename: file.previousFilename }),
  };
}
