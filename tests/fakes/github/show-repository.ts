import type { Pull, Repository, State, User } from './state.ts';

const WEB = 'https://github.com';

export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`;
}

export function showUser(user: User, base: string): Record<string, unknown> {
  const url = `${base}/users/${encodeURIComponent(user.login)}`;
  const page =
    user.type === 'Bot' ? `${WEB}/apps/${user.login.replace('[bot]', '')}` : `${WEB}/${user.login}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId(user.type === 'Bot' ? 'BOT' : 'U', user.id),
    avatar_url: `https://avatars.githubusercontent.com/u/${user.id}?v=4`,
    gravatar_id: '',
    url,
    html_url: page,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    site_admin: false,
  };
}

/** `GET /user` of a person shows more than others see. */
export function showSelf(user: User, base: string, now: string): Record<string, unknown> {
  return {
    ...showUser(user, base),
    name: user.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: now,
    updated_at: now,
  };
}

/** Addresses below a repository whose name follows from the key. */
const LINKS: readonly (readonly [string, string])[] = [
  ['archive_url', '/{archive_format}{/ref}'],
  ['assignees_url', '/assignees{/user}'],
  ['blobs_url', '/git/blobs{/sha}'],
  ['branches_url', '/branches{/branch}'],
  ['collaborators_url', '/collaborators{/collaborator}'],
  ['comments_url', '/comments{/number}'],
  ['commits_url', '/commits{/sha}'],
  ['compare_url', '/compare/{base}...{head}'],
  ['contents_url', '/contents/{+path}'],
  ['contributors_url', '/contributors'],
  ['deployments_url', '/deployments'],
  ['downloads_url', '/downloads'],
  ['events_url', '/events'],
  ['forks_url', '/forks'],
  ['git_commits_url', '/git/commits{/sha}'],
  ['git_refs_url', '/git/refs{/sha}'],
  ['git_tags_url', '/git/tags{/sha}'],
  ['hooks_url', '/hooks'],
  ['issue_comment_url', '/issues/comments{/number}'],
  ['issue_events_url', '/issues/events{/number}'],
  ['issues_url', '/issues{/number}'],
  ['keys_url', '/keys{/key_id}'],
  ['labels_url', '/labels{/name}'],
  ['languages_url', '/languages'],
  ['merges_url', '/merges'],
  ['milestones_url', '/milestones{/number}'],
  ['notifications_url', '/notifications{?since,all,participating}'],
  ['pulls_url', '/pulls{/number}'],
  ['releases_url', '/releases{/id}'],
  ['stargazers_url', '/stargazers'],
  ['statuses_url', '/statuses/{sha}'],
  ['subscribers_url', '/subscribers'],
  ['subscription_url', '/subscription'],
  ['tags_url', '/tags'],
  ['teams_url', '/teams'],
  ['trees_url', '/git/trees{/sha}'],
];

export function repositoryUrl(repository: Repository, base: string): string {
  return `${base}/repos/${repository.fullName}`;
}

export function webUrl(repository: Repository): string {
  return `${WEB}/${repository.fullName}`;
}

export function showRepository(repository: Repository, state: State, base: string): Record<string, unknown> {
  const url = repositoryUrl(repository, base);
  const web = webUrl(repository);
  const open = state.pulls.filter((one) => one.repository === repository && one.state === 'open').length;
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    owner: showUser(repository.owner, base),
    private: repository.private,
    html_url: web,
    description: null,
    fork: repository.fork,
    url,
    ...Object.fromEntries(LINKS.map(([key, path]) => [key, `${url}${path}`])),
    git_url: `git://github.com/${repository.fullName}.git`,
    ssh_url: `git@github.com:${repository.fullName}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    mirror_url: null,
    homepage: null,
    language: null,
    forks_count: 0,
    stargazers_count: 0,
    watchers_count: 0,
    size: 1,
    default_branch: repository.defaultBranch,
    open_issues_count: open,
    is_template: false,
    topics: [],
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: repository.private ? 'private' : 'public',
    pushed_at: repository.createdAt,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    license: null,
    forks: 0,
    open_issues: open,
    watchers: 0,
    allow_forking: true,
    web_commit_signoff_required: false,
  };
}

/** `GET /repos/{owner}/{repo}` has two counts that the short form lacks. */
export function showFullRepository(
  repository: Repository,
  state: State,
  base: string,
): Record<string, unknown> {
  return { ...showRepository(repository, state, base), subscribers_count: 0, network_count: 0 };
}

export function showLabel(name: string, index: number, pull: Pull, base: string): Record<string, unknown> {
  return {
    id: pull.id * 100 + index,
    node_id: nodeId('LA', pull.id * 100 + index),
    url: `${repositoryUrl(pull.repository, base)}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: 'ededed',
    default: false,
  };
}
