import { type Answer, type Call, json, notFound, page, pullOf, refuse, repositoryOf } from '../answers.ts';
import { type Diff, diffFiles } from '../diff-files.ts';
import { type CommitRecord, gitObjects } from '../git-objects.ts';
import { showFile, showFullPull } from '../show-pull.ts';
import { nodeId, repositoryUrl, webUrl } from '../show-repository.ts';
import type { Limits, Pull, Repository } from '../state.ts';

export const pullRoutes: Readonly<Record<string, (call: Call) => Answer>> = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': (call) => {
    const pull = pullOf(call, repositoryOf(call));
    if (!isDiff(call.accept)) return json(200, showFullPull(pull, call.state, call.base, call.apiVersion));
    return diffAnswer(diffOf(call, pull), call.state.limits);
  },

  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': (call) => {
    const pull = pullOf(call, repositoryOf(call));
    const files = diffOf(call, pull).files.slice(0, call.state.limits.files);
    return page(call, files, (file) => showFile(file, pull.repository, pull.headSha, call.base));
  },

  'GET /repos/{owner}/{repo}/compare/{basehead}': (call) => {
    const repository = repositoryOf(call);
    const [base = '', head = ''] = (call.path.basehead ?? '').split('...');
    const objects = gitObjects(repository.directory);
    const from = objects.commitOf(base);
    const to = objects.commitOf(head);
    const middle = from === null || to === null ? null : objects.mergeBase(from, to);
    if (from === null || to === null || middle === null) throw notFound();
    const diff = diffFiles(objects, from, to, call.state.limits);
    if (isDiff(call.accept)) return diffAnswer(diff, call.state.limits);
    return json(200, showComparison(call, repository, { from, to, middle, diff }));
  },
};

function isDiff(accept: string): boolean {
  if (/application\/vnd\.github(\.v3)?\.diff/.test(accept)) return true;
  if (/application\/vnd\.github(\.v3)?\.(patch|sha|html|text|full)/.test(accept)) {
    throw refuse(501, `The stand-in has no answer for "${accept}".`);
  }
  return false;
}

function diffOf(call: Call, pull: Pull): Diff {
  return diffFiles(gitObjects(pull.repository.directory), pull.baseSha, pull.headSha, call.state.limits);
}

/** 406 above 300 files or 20,000 lines, context lines included (facts/github.md, 1.5). */
function diffAnswer(diff: Diff, limits: Limits): Answer {
  const lines = diff.text.split('\n').length - 1;
  if (diff.files.length > limits.diffFiles) throw tooLarge(`files (${limits.diffFiles})`);
  if (lines > limits.diffLines) throw tooLarge(`lines (${limits.diffLines})`);
  return {
    status: 200,
    raw: { type: 'application/vnd.github.v3.diff; charset=utf-8', content: Buffer.from(diff.text) },
  };
}

function tooLarge(what: string) {
  return refuse(
    406,
    `Sorry, the diff exceeded the maximum number of ${what}. Consider using 'List pull requests files' API or ` +
      'locally cloning the repository instead.',
    { errors: [{ resource: 'PullRequest', field: 'diff', code: 'too_large' }] },
  );
}

interface Comparison {
  readonly from: string;
  readonly to: string;
  readonly middle: string;
  readonly diff: Diff;
}

function showComparison(call: Call, repository: Repository, { from, to, middle, diff }: Comparison) {
  const objects = gitObjects(repository.directory);
  const ahead = objects.between(from, to);
  const behind = objects.between(to, from);
  const url = `${repositoryUrl(repository, call.base)}/compare/${call.path.basehead}`;
  const web = `${webUrl(repository)}/compare/${call.path.basehead}`;
  const show = (sha: string) => showCommit(objects.commit(sha), repository, call.base);
  const paged = call.query.page !== undefined || call.query.per_page !== undefined;
  const size = paged ? Math.min(Number(call.query.per_page ?? 30), 100) : 250;
  const number = Math.max(Number(call.query.page ?? 1), 1);
  const files = number === 1 ? diff.files.slice(0, call.state.limits.compareFiles) : [];
  return {
    url,
    html_url: web,
    permalink_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    base_commit: show(from),
    merge_base_commit: show(middle),
    status: relation(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: ahead.slice((number - 1) * size, number * size).map(show),
    ...(number === 1 ? { files: files.map((file) => showFile(file, repository, to, call.base)) } : {}),
  };
}

function relation(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

function showCommit(commit: CommitRecord, repository: Repository, base: string): Record<string, unknown> {
  const root = repositoryUrl(repository, base);
  const url = `${root}/commits/${commit.sha}`;
  return {
    url,
    sha: commit.sha,
    node_id: nodeId('C', Number.parseInt(commit.sha.slice(0, 12), 16)),
    html_url: `${webUrl(repository)}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${root}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${root}/git/trees/${commit.tree}` },
      comment_count: 0,
    },
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${root}/commits/${sha}`,
      html_url: `${webUrl(repository)}/commit/${sha}`,
    })),
  };
}
