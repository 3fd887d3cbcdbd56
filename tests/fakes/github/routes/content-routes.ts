import { posix } from 'node:path';
import { type Answer, type Call, json, notFound, refuse, repositoryOf } from '../answers.ts';
import { type GitObjects, gitObjects, type TreeEntry } from '../git-objects.ts';
import { nodeId, repositoryUrl, webUrl } from '../show-repository.ts';
import type { Repository, State } from '../state.ts';

export const contentRoutes: Readonly<Record<string, (call: Call) => Answer>> = {
  'GET /repos/{owner}/{repo}/contents/{path}': contents,

  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': (call) => {
    const repository = repositoryOf(call);
    const objects = gitObjects(repository.directory);
    const asked = call.path.tree_sha ?? '';
    const sha = objects.treeSha(commitOf(call.state, repository, asked) ?? asked);
    const tree = sha === null ? null : objects.tree(sha);
    if (sha === null || tree === null) throw notFound();
    // any value means recursive, "0" and "false" too, as GitHub documents
    const all = [...tree.values()].filter(
      (one) => call.query.recursive !== undefined || !one.path.includes('/'),
    );
    const root = repositoryUrl(repository, call.base);
    return json(200, {
      sha,
      url: `${root}/git/trees/${sha}`,
      tree: all.slice(0, call.state.limits.treeEntries).map((one) => showEntry(one, root)),
      truncated: all.length > call.state.limits.treeEntries,
    });
  },

  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': (call) => {
    const repository = repositoryOf(call);
    const sha = call.path.file_sha ?? '';
    const content = /^[0-9a-f]{40}$/.test(sha)
      ? gitObjects(repository.directory).blobs([sha]).get(sha)
      : undefined;
    if (content === undefined) throw notFound();
    if (isRaw(call.accept)) return raw(content);
    return json(200, {
      sha,
      node_id: nodeId('B', Number.parseInt(sha.slice(0, 12), 16)),
      size: content.length,
      url: `${repositoryUrl(repository, call.base)}/git/blobs/${sha}`,
      content: base64(content),
      encoding: 'base64',
    });
  },
};

/** The commit behind a SHA, a branch, a tag or `refs/pull/{n}/head`. */
export function commitOf(state: State, repository: Repository, reference: string): string | null {
  const pull = /^(?:refs\/)?pull\/(\d+)\/head$/.exec(reference);
  if (pull === null) return gitObjects(repository.directory).commitOf(reference);
  const found = state.pulls.find((one) => one.repository === repository && one.number === Number(pull[1]));
  return found?.headSha ?? null;
}

function contents(call: Call): Answer {
  const repository = repositoryOf(call);
  const objects = gitObjects(repository.directory);
  const reference = call.query.ref ?? repository.defaultBranch;
  const commit = commitOf(call.state, repository, reference);
  const tree = commit === null ? null : objects.tree(commit);
  if (tree === null) throw refuse(404, `No commit found for the ref ${reference}`);
  const path = (call.path.path ?? '').replace(/\/$/, '');
  const entry = path === '' ? null : (tree.get(path) ?? null);
  if (path !== '' && entry === null) throw notFound();
  if (entry === null || entry.type === 'tree') return directory(call, repository, tree, path, reference);
  return file(call, repository, objects, tree, entry, reference);
}

function directory(
  call: Call,
  repository: Repository,
  tree: ReadonlyMap<string, TreeEntry>,
  path: string,
  reference: string,
): Answer {
  const prefix = path === '' ? '' : `${path}/`;
  const inside = [...tree.values()]
    .filter((one) => one.path.startsWith(prefix) && !one.path.slice(prefix.length).includes('/'))
    .slice(0, call.state.limits.directoryEntries);
  // a submodule is called a file in listings, as GitHub documents for compatibility
  return json(
    200,
    inside.map((one) => {
      const type = one.type === 'tree' ? 'dir' : one.mode === '120000' ? 'symlink' : 'file';
      return { ...showContent(one, repository, call.base, reference), type };
    }),
  );
}

function file(
  call: Call,
  repository: Repository,
  objects: GitObjects,
  tree: ReadonlyMap<string, TreeEntry>,
  entry: TreeEntry,
  reference: string,
): Answer {
  const shown = showContent(entry, repository, call.base, reference);
  if (entry.type === 'commit')
    return json(200, { ...shown, type: 'submodule', submodule_git_url: SUBMODULE });
  const own = contentOf(objects, entry);
  if (entry.mode !== '120000') return fileAnswer(call, shown, own);
  // a link to a file of the repository is followed, any other is described
  const target = tree.get(posix.normalize(posix.join(posix.dirname(entry.path), own.toString('utf8'))));
  if (target !== undefined && target.type === 'blob' && target.mode !== '120000') {
    return fileAnswer(call, shown, contentOf(objects, target));
  }
  return json(200, { ...shown, type: 'symlink', target: own.toString('utf8') });
}

const SUBMODULE = 'https://github.com/octo-org/submodule.git';

function fileAnswer(call: Call, shown: Record<string, unknown>, content: Buffer): Answer {
  if (isRaw(call.accept)) return raw(content);
  const small = content.length <= call.state.limits.contentBytes;
  return json(200, {
    ...shown,
    type: 'file',
    size: content.length,
    content: small ? base64(content) : '',
    encoding: small ? 'base64' : 'none',
  });
}

function contentOf(objects: GitObjects, entry: TreeEntry): Buffer {
  const content = objects.blobs([entry.sha]).get(entry.sha);
  if (content === undefined) throw notFound();
  return content;
}

function isRaw(accept: string): boolean {
  if (/application\/vnd\.github(\.v3)?\.raw/.test(accept)) return true;
  if (/application\/vnd\.github(\.v3)?\.(html|object)/.test(accept)) {
    throw refuse(501, `The stand-in has no answer for "${accept}".`);
  }
  return false;
}

function raw(content: Buffer): Answer {
  return { status: 200, raw: { type: 'application/vnd.github.raw; charset=utf-8', content } };
}

/** GitHub breaks base64 after 60 characters. */
function base64(content: Buffer): string {
  return content.toString('base64').replace(/.{1,60}/g, '$&\n');
}

function showEntry(entry: TreeEntry, root: string): Record<string, unknown> {
  const { path, mode, type, sha, size } = entry;
  if (type === 'commit') return { path, mode, type, sha };
  const url = `${root}/git/${type === 'tree' ? 'trees' : 'blobs'}/${sha}`;
  return type === 'tree' ? { path, mode, type, sha, url } : { path, mode, type, sha, size: size ?? 0, url };
}

function showContent(entry: TreeEntry, repository: Repository, base: string, reference: string) {
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const root = repositoryUrl(repository, base);
  const self = `${root}/contents/${path}?ref=${encodeURIComponent(reference)}`;
  const git = `${root}/git/${entry.type === 'tree' ? 'trees' : 'blobs'}/${entry.sha}`;
  const html = `${webUrl(repository)}/${entry.type === 'tree' ? 'tree' : 'blob'}/${encodeURIComponent(reference)}/${path}`;
  return {
    name: posix.basename(entry.path),
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url:
      entry.type === 'blob' ? `${webUrl(repository)}/raw/${encodeURIComponent(reference)}/${path}` : null,
    _links: { self, git, html },
  };
}
